"""Names of the archive found in a text: one automaton for all, folded, with the places in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import ahocorasick

from sitegen.importer.document import Flag
from sitegen.importer.fold import fold

Kind = Literal["actor", "place", "tag", "source"]
ARTICLES = ("al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "es", "ez", "ed", "er", "en", "et")
ARABIC_PREFIXES = frozenset(
    (
        "و",
        "ف",
        "ب",
        "ك",
        "ل",
        "ال",
        "وال",
        "فال",
        "بال",
        "كال",
        "لل",
        "ولل",
        "وب",
        "ول",
        "وبال",
        "فب",
        "فل",
        "وك",
        "س",
        "فلل",
    )
)
CYRILLIC_ENDINGS = frozenset(
    [
        "а",
        "у",
        "е",
        "о",
        "ы",
        "и",
        "і",
        "я",
        "ю",
        "й",
        "ь",
        "ом",
        "ем",
        "єм",
        "ой",
        "ей",
        "ою",
        "єю",
        "ою",
        "ів",
        "ов",
        "ев",
        "ах",
        "ях",
        "ам",
        "ям",
        "ами",
        "ями",
        "ого",
        "ому",
        "его",
        "ему",
        "ий",
        "ый",
        "ій",
        "ая",
        "яя",
        "ую",
        "юю",
        "их",
        "ых",
        "ським",
        "ской",
        "ского",
        "скому",
        "ские",
        "ских",
        "ська",
        "ську",
        "ської",
        "ським",
        "ські",
    ]
)
SHORTEST_AFTER_ARTICLE = 5
SHORTEST_STEM = 4
SHORT_ACRONYM = 2
SHORT_NAME = 5
SHOUTING = 0.8
FEWEST_LETTERS = 8
_ARABIC = re.compile("[\u0620-\u064a]")
_CYRILLIC = re.compile("[\u0430-\u0457]")
_OTHER_SPACE = re.compile(r"[^\S ]")
_VOWEL_END = re.compile("[аяьйиеоіїєыу]$")


class Name(NamedTuple):
    """One spelling of one record: `exact_case` for acronyms that are words too; `within`, the places around a place."""

    kind: Kind
    id: str
    text: str
    language: str | None = None
    exact_case: bool = False
    within: tuple[str, ...] = ()


class Known(NamedTuple):
    """A text that the archive holds already, for finding copies of it."""

    id: str
    text: str
    sha256: str = ""


@dataclass(frozen=True)
class Authority:
    """What the archive knows and the importer needs: the names of its records, and the texts it holds."""

    names: tuple[Name, ...] = ()
    texts: tuple[Known, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def label(self, record: str) -> str:
        """A record's own title, for a reader."""
        return dict(self.labels).get(record, record)


class Mention(NamedTuple):
    """A name as it stands in a line: `quote` is `line[start:end]`."""

    kind: Kind
    id: str
    quote: str
    line: int
    start: int
    end: int


class _Entry(NamedTuple):
    name: Name
    stem: bool


class _Hit(NamedTuple):
    start: int
    end: int
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class Matcher:
    """The names of an authority, ready to be found."""

    automaton: object = field(repr=False)
    within: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, authority: Authority) -> Matcher:
        """Build the automaton once; it costs what the names cost, and a search costs what the text costs."""
        keyed: dict[str, list[_Entry]] = {}
        for name in authority.names:
            for spelling, stem in _spellings(name):
                keyed.setdefault(spelling, []).append(_Entry(name, stem))
        automaton = ahocorasick.Automaton()
        for spelling, entries in keyed.items():
            automaton.add_word(spelling, (len(spelling), tuple(entries)))
        if keyed:
            automaton.make_automaton()
        return cls(automaton if keyed else None, {name.id: name.within for name in authority.names if name.within})

    def find(self, lines: list[tuple[int, str]]) -> tuple[list[Mention], list[Flag]]:
        """Mentions in numbered lines, in order; a name that fits several records is flagged, not guessed."""
        found = [one for number, text in lines for hit in self._hits(text) for one in _readings(hit, number, text)]
        sure = [one.mention for one in found if len(one.candidates) == 1]
        doubtful = [one for one in found if len(one.candidates) > 1]
        settled = _settled(doubtful, {mention.id for mention in sure}, self.within)
        flags = [_capitals(one.mention) for one in found if not one.candidates]
        flags += _ambiguities(doubtful, {(m.line, m.start, m.kind) for m in settled})
        return sorted([*sure, *settled], key=lambda m: (m.line, m.start, m.kind, m.id)), flags

    def _hits(self, text: str) -> list[_Hit]:
        """The longest names first, none within another; boundaries and case are held."""
        if self.automaton is None:
            return []
        folded, origin = _single_spaced(*fold(_plain_hyphens(text)))
        found: list[_Hit] = []
        for last, (length, entries) in self.automaton.iter(folded):  # type: ignore[attr-defined]
            start = last - length + 1
            end, fitting = _fitting(folded, start, last + 1, entries)
            if not fitting:
                continue
            first, final = (start, end) if origin is None else (origin[start], origin[end - 1] + 1)
            exact = tuple(e for e in fitting if _case_fits(text[first:final], e.name, text))
            if exact:
                found.append(_Hit(first, final, exact))
        return _apart(found)


class _Reading(NamedTuple):
    mention: Mention
    candidates: tuple[str, ...]


def _readings(hit: _Hit, number: int, text: str) -> list[_Reading]:
    """A hit by kind of record, with all the records that it may mean: none for a short acronym among capitals."""
    quote = text[hit.start : hit.end]
    by_kind: dict[Kind, dict[str, None]] = {}
    for entry in hit.entries:
        by_kind.setdefault(entry.name.kind, {})[entry.name.id] = None
    if len(quote) <= SHORT_ACRONYM and hit.entries[0].name.exact_case and _shouts(text):
        kind, ids = next(iter(by_kind.items()))
        return [_Reading(Mention(kind, next(iter(ids)), quote, number, hit.start, hit.end), ())]
    return [
        _Reading(Mention(kind, next(iter(ids)), quote, number, hit.start, hit.end), tuple(ids))
        for kind, ids in by_kind.items()
    ]


def _capitals(mention: Mention) -> Flag:
    message = f'"{mention.quote}" stands in a line of capitals: it may be a word and not a name.'
    return Flag("ambiguous-capitals", mention.line, message)


def _settled(doubtful: list[_Reading], sure: set[str], within: dict[str, tuple[str, ...]]) -> list[Mention]:
    """A doubtful place is settled when exactly one candidate lies within a place that the text names for sure."""
    found: list[Mention] = []
    for mention, candidates in doubtful:
        near = [one for one in candidates if any(around in sure for around in within.get(one, ()))]
        if len(near) == 1:
            found.append(mention._replace(id=near[0]))
    return found


def _ambiguities(doubtful: list[_Reading], settled: set[tuple[int, int, Kind]]) -> list[Flag]:
    """One flag for each doubtful spelling, with its candidates."""
    first: dict[str, _Reading] = {}
    for one in doubtful:
        if (one.mention.line, one.mention.start, one.mention.kind) not in settled:
            first.setdefault(one.mention.quote, one)
    return [
        Flag("ambiguous-name", one.mention.line, f'"{quote}" may be {" or ".join(one.candidates)}.')
        for quote, one in first.items()
    ]


def _single_spaced(folded: str, origin: list[int] | None) -> tuple[str, list[int] | None]:
    """Names are written with single spaces; where the text has more, one of each run stands for it."""
    if "  " not in folded and not _OTHER_SPACE.search(folded):
        return folded, origin
    plain = _OTHER_SPACE.sub(" ", folded)
    kept = [at for at, char in enumerate(plain) if char != " " or not at or plain[at - 1] != " "]
    return "".join(plain[at] for at in kept), [origin[at] if origin else at for at in kept]


HYPHENS = ("-", "_", "/", "‐", "‑", "‒", "–", "—")


def _plain_hyphens(text: str) -> str:
    for hyphen in HYPHENS[:3] if text.isascii() else HYPHENS:
        text = text.replace(hyphen, " ")
    return text


def _spellings(name: Name) -> list[tuple[str, bool]]:
    """A name as the automaton holds it, and the variants that spelling alone makes."""
    plain = " ".join(fold(_plain_hyphens(name.text))[0].split())
    if not plain:
        return []
    if name.exact_case:
        return [(plain, False)]
    variants = dict.fromkeys([plain, *_article_variants(plain), *_arabic_variants(plain)], False)
    if _CYRILLIC.search(plain) and len(plain) > SHORTEST_STEM:
        stem = _VOWEL_END.sub("", plain)
        variants = {**variants, **({stem: True} if len(stem) >= SHORTEST_STEM else {})}
    return list(variants.items())


def _article_variants(plain: str) -> list[str]:
    """Deir ez-Zor, Deir al-Zor, Deir Ezzor: the Arabic article in Latin letters has many spellings."""
    words = plain.split(" ")
    at = next((n for n, word in enumerate(words[:-1]) if word in ARTICLES), None)
    if at is None:
        return []
    before, after = words[:at], words[at + 1 :]
    first = re.match(r"sh|th|dh|\w", after[0])
    sun = first[0] if first else ""
    middles = ("al", "el", f"a{sun}", f"e{sun}", f"a{sun[:1]}", f"e{sun[:1]}")
    found = [" ".join([*before, middle, *after]) for middle in middles]
    found += [" ".join([*before, middle + after[0], *after[1:]]) for middle in middles]
    bare = " ".join([*before, *after])
    return [*found, bare] if len(after[0]) >= SHORTEST_AFTER_ARTICLE else found


def _arabic_variants(plain: str) -> list[str]:
    if plain.startswith("ال") and len(plain) > SHORTEST_STEM and " " not in plain:
        return [plain[2:]]
    return []


def _fitting(folded: str, start: int, end: int, entries: tuple[_Entry, ...]) -> tuple[int, tuple[_Entry, ...]]:
    """Where the name ends as a word, and which entries may stand there."""
    if not _starts_word(folded, start):
        return end, ()
    tail = end
    while tail < len(folded) and folded[tail].isalnum():
        tail += 1
    if tail == end:
        return end, tuple(e for e in entries if not e.stem)
    ending = folded[end:tail]
    if ending in CYRILLIC_ENDINGS and _CYRILLIC.match(ending) and end - start >= SHORTEST_STEM:
        return tail, entries
    return end, ()


def _starts_word(folded: str, start: int) -> bool:
    if start == 0 or not folded[start - 1].isalnum():
        return True
    if not _ARABIC.match(folded[start]):
        return False
    head = start
    while head and folded[head - 1].isalnum():
        head -= 1
    return folded[head:start] in ARABIC_PREFIXES


def _case_fits(found: str, name: Name, text: str) -> bool:
    """Exact case where the name asks for it; a short name (Said, Has) is no small word, unless all text is small."""
    if name.exact_case:
        return _same_case(found, name.text)
    small = len(name.text) <= SHORT_NAME and name.text[0].isupper() and found.islower()
    return not small or text.islower()


def _same_case(found: str, wanted: str) -> bool:
    """`IS` is not `is`; marks and quote signs may differ, the case may not."""
    if found == wanted:
        return True
    return [c.isupper() for c in found if c.isalpha()] == [c.isupper() for c in wanted if c.isalpha()]


def _apart(found: list[_Hit]) -> list[_Hit]:
    """Longest first; what overlaps a longer one is part of it. One span may have several entries."""
    kept: list[_Hit] = []
    for hit in sorted(found, key=lambda h: (h.start - h.end, h.start)):
        same = next((n for n, other in enumerate(kept) if (other.start, other.end) == (hit.start, hit.end)), None)
        if same is not None:
            kept[same] = kept[same]._replace(entries=(*kept[same].entries, *hit.entries))
        elif not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept)


def _shouts(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > FEWEST_LETTERS and sum(c.isupper() for c in letters) >= SHOUTING * len(letters)
