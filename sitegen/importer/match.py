"""Names of the archive found in a text: one automaton for all, folded, with the places in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import ahocorasick

from sitegen.importer.document import Flag
from sitegen.importer.fold import fold
from sitegen.importer.names import Authority, Kind, Known, Mention, Name
from sitegen.importer.namesakes import Reading, is_place_of, places_only, settled
from sitegen.importer.spelling import case_fits, plain_hyphens, spellings, word_end

SHORT_ACRONYM = 2
SHOUTING = 0.8
FEWEST_LETTERS = 8
_OTHER_SPACE = re.compile(r"[^\S ]")
_SPACES = re.compile("  +")


class _Entry(NamedTuple):
    name: Name
    stem: bool


class _Hit(NamedTuple):
    start: int
    end: int
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class Matcher:
    """The names of an authority, ready to be found: all of them, and those in ASCII, for texts that are so too.

    An automaton asks each letter of the text against all first letters of its names: those of one script are few.
    """

    automaton: Any = field(repr=False)
    ascii_automaton: Any = field(repr=False)
    within: dict[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, authority: Authority) -> Matcher:
        """Build the automaton once; it costs what the names cost, and a search costs what the text costs."""
        keyed: dict[str, list[_Entry]] = {}
        for name in authority.names:
            for spelling, stem in spellings(name):
                keyed.setdefault(spelling, []).append(_Entry(name, stem))
        in_ascii = {spelling: entries for spelling, entries in keyed.items() if spelling.isascii()}
        within = {name.id: name.within for name in authority.names if name.within}
        return cls(_automaton(keyed), _automaton(in_ascii), within)

    def find(self, lines: list[tuple[int, str]]) -> tuple[list[Mention], list[Flag]]:
        """Mentions in numbered lines, in order; a name that fits several records is flagged, not guessed."""
        found = [one for number, text in lines for one in self._readings_of(text, number)]
        sure = [one.mention for one in found if len(one.candidates) == 1]
        doubtful = [one for one in found if len(one.candidates) > 1]
        clear = settled(doubtful, sure, self.within)
        flags = [_capitals(one.mention) for one in found if not one.candidates]
        flags += _ambiguities(doubtful, {(m.line, m.start, m.kind) for m in clear})
        return sorted([*sure, *clear], key=lambda m: (m.line, m.start, m.kind, m.id)), flags

    def _readings_of(self, text: str, number: int) -> list[Reading]:
        """The readings of a line; a country named as a place is no party in it."""
        return places_only([one for hit in self._hits(text) for one in _readings(hit, number, text)], text)

    def _hits(self, text: str) -> list[_Hit]:
        """The longest names first, none within another; boundaries and case are held."""
        folded, origin = _single_spaced(*fold(plain_hyphens(text)))
        in_ascii = folded.isascii()
        automaton = self.ascii_automaton if in_ascii else self.automaton
        found: list[_Hit] = []
        for last, (length, entries) in automaton.iter(folded) if automaton else ():
            start = last - length + 1
            if in_ascii and start and folded[start - 1].isalnum():  # most hits: within a word, where no name begins
                continue
            end, whole, stem = word_end(folded, start, last + 1)
            fitting = tuple(e for e in entries if stem or not e.stem) if whole else ()
            if not fitting:
                continue
            first, final = (start, end) if origin is None else (origin[start], origin[end - 1] + 1)
            exact = tuple(e for e in fitting if case_fits(text[first:final], e.name, text))
            if exact:
                found.append(_Hit(first, final, exact))
        return _apart(found, text)


def _automaton(keyed: dict[str, list[_Entry]]) -> Any:
    automaton = ahocorasick.Automaton()
    for spelling, entries in keyed.items():
        automaton.add_word(spelling, (len(spelling), tuple(entries)))
    if keyed:
        automaton.make_automaton()
    return automaton if keyed else None


def _readings(hit: _Hit, number: int, text: str) -> list[Reading]:
    """A hit by kind of record, with all the records that it may mean: none for a short acronym among capitals."""
    quote = text[hit.start : hit.end]
    by_kind: dict[Kind, dict[str, None]] = {}
    for entry in hit.entries:
        by_kind.setdefault(entry.name.kind, {})[entry.name.id] = None
    if len(quote) <= SHORT_ACRONYM and hit.entries[0].name.exact_case and _shouts(text):
        kind, ids = next(iter(by_kind.items()))
        return [Reading(Mention(kind, next(iter(ids)), quote, number, hit.start, hit.end), ())]
    return [
        Reading(Mention(kind, next(iter(ids)), quote, number, hit.start, hit.end), tuple(ids))
        for kind, ids in by_kind.items()
    ]


def _capitals(mention: Mention) -> Flag:
    message = f'"{mention.quote}" stands in a line of capitals: it may be a word and not a name.'
    return Flag("ambiguous-capitals", mention.line, message)


def _ambiguities(doubtful: list[Reading], settled: set[tuple[int, int, Kind]]) -> list[Flag]:
    """One flag for each doubtful spelling, with its candidates."""
    first: dict[str, Reading] = {}
    for one in doubtful:
        if (one.mention.line, one.mention.start, one.mention.kind) not in settled:
            first.setdefault(one.mention.quote, one)
    return [
        Flag("ambiguous-name", one.mention.line, f'"{quote}" may be {" or ".join(one.candidates)}.')
        for quote, one in first.items()
    ]


def _single_spaced(folded: str, origin: list[int] | None) -> tuple[str, list[int] | None]:
    """Names are written with single spaces; where the text has more, one of each run stands for it."""
    if "  " not in folded and (folded.isprintable() or not _OTHER_SPACE.search(folded)):
        return folded, origin
    plain = _OTHER_SPACE.sub(" ", folded)
    places = range(len(plain)) if origin is None else origin
    kept: list[int] = []
    start = 0
    for spaces in _SPACES.finditer(plain):
        kept += places[start : spaces.start() + 1]
        start = spaces.end()
    kept += places[start:]
    return _SPACES.sub(" ", plain), kept


def _apart(found: list[_Hit], text: str) -> list[_Hit]:
    """Longest first; what overlaps a longer one is part of it. One span may have several entries.

    A place that an office's name ends on is named too: "the Government of Iraq", "the UK" beside "UK".
    """
    if len(found) < 2:  # noqa: PLR2004 -- nothing to compare
        return found
    kept: dict[tuple[int, int], _Hit] = {}
    taken = bytearray(max((hit.end for hit in found), default=0))
    for hit in sorted(found, key=lambda h: (h.start - h.end, h.start)):
        span = (hit.start, hit.end)
        if span in kept:
            kept[span] = kept[span]._replace(entries=(*kept[span].entries, *hit.entries))
        elif taken.find(1, *span) < 0:
            kept[span] = hit
            taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
        elif places := tuple(entry for entry in hit.entries if entry.name.kind == "place"):
            around = next((other for other in kept.values() if other.start <= hit.start and hit.end <= other.end), None)
            if (
                around
                and is_place_of(text[around.start : hit.start], text[hit.end : around.end])
                and not _has_place(around)
            ):
                kept[span] = hit._replace(entries=places)
    return [kept[span] for span in sorted(kept)]


def _has_place(hit: _Hit) -> bool:
    return any(entry.name.kind == "place" for entry in hit.entries)


def _shouts(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > FEWEST_LETTERS and sum(c.isupper() for c in letters) >= SHOUTING * len(letters)


__all__ = ["Authority", "Kind", "Known", "Matcher", "Mention", "Name"]
