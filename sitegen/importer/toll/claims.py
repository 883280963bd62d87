"""Numbers bound to the words of a toll, sentence by sentence."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.toll.attribution import Voice, voice_of
from sitegen.importer.toll.lexicons import LEXICONS
from sitegen.importer.toll.numbers import Figure, figure_of

if TYPE_CHECKING:
    from sitegen.importer.match import Mention
    from sitegen.importer.toll.lexicon import Lexicon

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bGen)(?<!\bLt)(?<!\bCol)(?<!\bMaj)(?<!\bSt)(?<!\bSgt)(?<!"
    r"\bno)(?<=[.!?؟])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-ЯЁІЇЄҐ\u0620-\u064a\d])"
)
_CIVILIAN = re.compile(
    r"(?i)\b(?:civilians?|child(?:ren)?|wom[ae]n|girls?|boys?|bab(?:y|ies)|infants?|residents?|"
    r"villagers?|worshippers|protesters|civils?|enfants|femmes|zivilist(?:en)?|kinder|frauen|"
    r"civiles|niños|mujeres|мирн\w+|дет(?:ей|и)|женщин\w*|діт(?:ей|и)|жінк\w*|цивільн\w*|مدني(?:ا|"
    r"ين|ون|اً)?|طفل(?:ا)?|أطفال|نساء)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
ONE_BREATH = 60
NEAR_WORDS = 2
FAR_WORDS = 14
LONGEST_QUOTE = 320
LONGEST_SENTENCE = 1500
PERSON_NEEDED = frozenset({"captured"})


class Claim(NamedTuple):
    """One statement of losses: its words as printed, its figures by kind, whose they are, who says so, through whom."""

    quote: str
    line: int
    toll: tuple[tuple[str, Figure], ...]
    of: str | None
    voice: Voice


class _Bound(NamedTuple):
    start: int
    end: int
    kind: str
    figure: Figure
    of: str
    part: bool


def claims_in(lines: list[tuple[int, str]], mentions: list[Mention], language: str | None) -> tuple[Claim, ...]:
    """All claims of numbered lines; the same figures told twice are one claim."""
    lexicon = next((one for one in LEXICONS if one.code == language), LEXICONS[0])
    found: list[Claim] = []
    for number, text in lines:
        if not lexicon.may_speak_of_losses(text):
            continue
        for start, sentence in _sentences(text):
            if len(sentence) <= LONGEST_SENTENCE and lexicon.kind.search(sentence):
                here = [
                    m._replace(start=m.start - start, end=m.end - start)
                    for m in mentions
                    if m.line == number and start <= m.start < start + len(sentence)
                ]
                found.extend(_claims_of(sentence, number, here, lexicon))
    return _once_each(found)


def _sentences(text: str) -> list[tuple[int, str]]:
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    return [(one, text[one:other]) for one, other in itertools.pairwise(cuts) if other > one]


def _claims_of(sentence: str, line: int, mentions: list[Mention], lexicon: Lexicon) -> list[Claim]:
    bound = _bound_numbers(sentence, lexicon)
    if not bound:
        return []
    voice = voice_of(sentence, mentions, lexicon)
    return [_claim(group, sentence, line, mentions, voice) for group in _grouped(bound)]


def _grouped(bound: list[_Bound]) -> list[list[_Bound]]:
    """Figures of different kinds in one breath are one claim: "killing 15 and wounding 20"."""
    groups: list[list[_Bound]] = []
    for one in bound:
        last = groups[-1] if groups else []
        if (
            last
            and not one.part
            and not last[0].part
            and one.kind not in {b.kind for b in last}
            and one.start - last[-1].end < ONE_BREATH
        ):
            last.append(one)
        else:
            groups.append([one])
    return groups


def _claim(group: list[_Bound], sentence: str, line: int, mentions: list[Mention], voice: Voice) -> Claim:
    start, end = min(b.start for b in group), max(b.end for b in group)
    toll: dict[str, Figure] = {}
    for one in group:
        for kind in ("killed", "injured") if one.kind == "casualties" else (one.kind,):
            toll[kind] = Figure(max=one.figure.max or one.figure.best) if one.kind == "casualties" else one.figure
    quote = sentence[start : min(end, start + LONGEST_QUOTE)].strip(" ,;:.")
    return Claim(quote, line, tuple(toll.items()), _whose(group[0], mentions), voice)


def _whose(bound: _Bound, mentions: list[Mention]) -> str | None:
    """Whose losses: an actor named within the words counted, civilians where the words say so."""
    if _CIVILIAN.search(bound.of):
        return "civilians"
    inside = [
        m.id for m in mentions if m.kind == "actor" and bound.start <= m.start < bound.end and m.quote in bound.of
    ]
    return inside[0] if inside else None


def _bound_numbers(sentence: str, lexicon: Lexicon) -> list[_Bound]:
    kinds = list(lexicon.kind.finditer(sentence))
    amounts = [m for m in lexicon.amount.finditer(sentence) if _may_count(m, sentence)]
    found: list[_Bound] = []
    for amount in amounts:
        figure = figure_of(amount, lexicon)
        bound = _bind(amount, figure, sentence, kinds, lexicon) if figure else None
        if bound:
            found.append(bound)
    return found


def _may_count(amount: re.Match[str], sentence: str) -> bool:
    """Years, ages, hours and "one of" count nobody."""
    before, after = sentence[: amount.start()].lower(), sentence[amount.end() :].lower()
    words = amount[0].strip().lower()
    if _YEAR.fullmatch(words) and not re.match(
        r" (?:people|civilians|persons|soldiers|fighters|militants|others)", after
    ):
        return False
    if words == "one" and before.endswith("no "):
        return False
    if words == "one" and re.match(r" of\b(?! (?:them|whom))| (?:day|family|house|home)\b| another\b|'s\b", after):
        return False
    return not re.search(
        (
            r"(?:\baged?|\bat|\bmay|\bjune|\bjuly|\bmarch|\bapril|\baugust|\bseptember|\boctober|"
            r"\bnovember|\bdecember|\bjanuary|\bfebruary|article|resolution|no\.|number|day|\bphase|route|"
            r"chapter|[$€£]|category|type|version|channel) $"
        ),
        before,
    )


def _noun_phrase(sentence: str, start: int) -> str:
    """The words after a number, up to where its phrase must have ended."""
    return re.split(
        (
            r"[,;:()]|\b(?:was|were|have|has|had|are|is|in|on|at|by|from|after|when|who|that|during|and|"
            r"said|including)\b"
        ),
        sentence[start : start + 90],
        maxsplit=1,
    )[0]


def _bind(
    amount: re.Match[str], figure: Figure, sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon
) -> _Bound | None:
    """The word of a toll that a number belongs to: the nearest that grammar allows."""
    part_words = lexicon.part_after.match(sentence, amount.end())
    phrase_start = part_words.end() if part_words else amount.end()
    phrase = lexicon.part_within.split(_noun_phrase(sentence, phrase_start), maxsplit=1)[0]
    toll_word = lexicon.kind.search(phrase)
    counted = lexicon.counted.search(phrase[: toll_word.start()] if toll_word else phrase)
    if counted and counted["thing"]:
        return None
    kind = (
        _near_after(amount, sentence, kinds, lexicon)
        or _before(amount, sentence, kinds, lexicon)
        or _after(amount, sentence, kinds, lexicon)
    )
    part = bool(lexicon.part_before.search(sentence[: amount.start()]) or part_words)
    if kind is None and part:
        kind = _of_the_whole(amount, kinds, lexicon)
    if kind is None or kind.lastgroup is None:
        return None
    if amount.groupdict().get("single") and kind.lastgroup not in ("killed", "injured", "captured"):
        return None
    if kind.lastgroup in PERSON_NEEDED and not counted:
        return None
    if figure == Figure() and (
        kind.start() > amount.start() or kind.lastgroup not in ("killed", "injured", "casualties")
    ):
        return None
    end = max(kind.end(), phrase_start + (len(phrase.rstrip()) if len(phrase) < ONE_BREATH else 0))
    return _Bound(min(kind.start(), amount.start()), end, kind.lastgroup, figure, phrase, part)


def _of_the_whole(amount: re.Match[str], kinds: list[re.Match[str]], lexicon: Lexicon) -> re.Match[str] | None:
    """A part ("including five children") has the toll of its whole: the word before it, else one that may follow."""
    before = [kind for kind in kinds if kind.end() <= amount.start()]
    after = [kind for kind in kinds if kind.start() >= amount.end() and not _only_before(kind, lexicon)]
    return before[-1] if before else after[0] if after else None


def _only_before(kind: re.Match[str], lexicon: Lexicon) -> bool:
    return kind[0].lower() in lexicon.only_before


def _near_after(
    amount: re.Match[str], sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon
) -> re.Match[str] | None:
    """The word that follows at once: "15 dead", "20 people wounded"."""
    for kind in kinds:
        gap = sentence[amount.end() : kind.start()]
        if kind.start() < amount.end() or _only_before(kind, lexicon):
            continue
        if (
            len(gap.split()) <= NEAR_WORDS
            and not re.search(r"[,;:.]|\b(?:and|or|et|und|y|и|та)\b", gap)
            and not _active(kind, sentence, lexicon)
        ):
            return kind
        return None
    return None


def _active(kind: re.Match[str], sentence: str, lexicon: Lexicon) -> bool:
    """Whether the verb looks ahead: in "rebels killed 30" the number after it is the toll."""
    if lexicon.code == "en" and not kind[0].lower().endswith(("ed", "t")):
        return False
    follows = lexicon.amount.match(sentence[kind.end() :].lstrip())
    passive = lexicon.passive_end.search(sentence[: kind.start()])
    return bool(follows) and not passive


def _before(amount: re.Match[str], sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon) -> re.Match[str] | None:
    """The word that stands before, with small words between: "killed at least 15", "the toll rose to 45"."""
    for kind in reversed(kinds):
        if kind.end() > amount.start():
            continue
        gap = sentence[kind.end() : amount.start()]
        if lexicon.small_words.fullmatch(gap):
            return None if _already_counted(kind, gap, sentence, lexicon) else kind
        if (
            _only_before(kind, lexicon)
            and len(gap.split()) <= FAR_WORDS
            and not lexicon.clause_break.search(gap)
            and re.search(r"(?:\band|\bto|\bat|,|\bof|\bwith|\bplus)\s*(?:at least |another )?$", gap)
        ):
            return kind
        return None
    return None


def _already_counted(kind: re.Match[str], gap: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a passive has its number before it already: "20 were killed, 15"."""
    if "," not in gap and " and" not in gap:
        return False
    return bool(lexicon.passive_end.search(sentence[: kind.start()])) or bool(
        re.search(r"\d\s*$", sentence[: kind.start()])
    )


def _after(amount: re.Match[str], sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon) -> re.Match[str] | None:
    """The word at the end of the clause: "15 people, including children, were killed"."""
    for kind in kinds:
        if kind.start() < amount.end() or _only_before(kind, lexicon):
            continue
        gap = sentence[amount.end() : kind.start()]
        if len(gap.split()) > FAR_WORDS or lexicon.clause_break.search(gap) or _active(kind, sentence, lexicon):
            return None
        if re.search(r"\b(?:and|or)\s*$", gap) and not lexicon.passive_within.search(gap):
            return None
        return kind
    return None


def _once_each(found: list[Claim]) -> tuple[Claim, ...]:
    """The same figures told twice: the first with a voice, or the first."""
    best: dict[tuple[tuple[str, Figure], ...], Claim] = {}
    for claim in found:
        known = best.get(claim.toll)
        if known is None or (claim.voice.by and not known.voice.by and claim.of == known.of):
            best[claim.toll] = claim
    return tuple(sorted(best.values(), key=lambda claim: claim.line))
