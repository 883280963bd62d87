"""Numbers bound to the words of a toll, sentence by sentence."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.toll.attribution import Voice, voice_of
from sitegen.importer.toll.binding import Bound, bound_numbers
from sitegen.importer.toll.lexicons import LEXICONS
from sitegen.importer.toll.numbers import Figure

if TYPE_CHECKING:
    from sitegen.importer.match import Mention
    from sitegen.importer.toll.lexicon import Lexicon

_SENTENCE_END = re.compile(r"[.!?؟][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-ЯЁІЇЄҐ\u0620-\u064a\d])")
_SHORTENED = re.compile(
    r"(?:^|\b)(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Brig|Sgt|Prof|St|No|no|nr|vs|ca|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|"
    r"Oct|Nov|Dec)$"
)
_CIVILIAN = re.compile(
    r"(?i)\b(?:civilians?|child(?:ren)?|wom[ae]n|girls?|boys?|bab(?:y|ies)|infants?|residents?|"
    r"villagers?|worshippers|protesters|civils?|enfants|femmes|zivilist(?:en)?|kinder|frauen|"
    r"civiles|niños|mujeres|мирн\w+|дет(?:ей|и)|женщин\w*|діт(?:ей|и)|жінк\w*|цивільн\w*|مدني(?:ا|"
    r"ين|ون|اً)?|طفل(?:ا)?|أطفال|نساء)"
)
_CONTRAST = re.compile(r"(?:, (?:while|whereas|but)|;) ")
LONGEST_QUOTE = 320
MANY = 4
ONE_CLAUSE = 100
LONGEST_SENTENCE = 1500


class Claim(NamedTuple):
    """One statement of losses: its words as printed, figures by kind, whose they are, who says so and through whom.

    `within` tells that its figures are counted in those of another claim ("including five children").
    """

    quote: str
    line: int
    toll: tuple[tuple[str, Figure], ...]
    of: str | None
    voice: Voice
    within: bool = False


def claims_in(lines: list[tuple[int, str]], mentions: list[Mention], language: str | None) -> tuple[Claim, ...]:
    """All claims of numbered lines; the same figures told twice are one claim."""
    lexicon = next((one for one in LEXICONS if one.code == language), LEXICONS[0])
    found: list[Claim] = []
    for number, text in lines:
        if not lexicon.may_tell(text):
            continue
        here = [mention for mention in mentions if mention.line == number]
        last: str | None = None
        for start, sentence in _sentences(text):
            if len(sentence) > LONGEST_SENTENCE:
                continue
            kinds = list(lexicon.kind.finditer(sentence))
            if kinds or lexicon.goes_on(sentence):
                bound = bound_numbers(sentence, kinds, lexicon, last)
                claims = _claims_of(bound, sentence, number, _within(here, start, len(sentence)), lexicon)
                found.extend(claims)
                last = claims[-1].toll[0][0] if claims else None
    return _without_echoes(_once_each(found), lines, lexicon)


def _within(mentions: list[Mention], start: int, length: int) -> list[Mention]:
    """The mentions of a sentence, placed from its own start."""
    return [m._replace(start=m.start - start, end=m.end - start) for m in mentions if start <= m.start < start + length]


def _sentences(text: str) -> list[tuple[int, str]]:
    ends = (m for m in _SENTENCE_END.finditer(text) if not _SHORTENED.search(text, max(0, m.start() - 6), m.start()))
    cuts = [0, *(m.end() for m in ends), len(text)]
    return [(one, text[one:other]) for one, other in itertools.pairwise(cuts) if other > one]


def _claims_of(bound: list[Bound], sentence: str, line: int, mentions: list[Mention], lexicon: Lexicon) -> list[Claim]:
    if not bound:
        return []
    voice = voice_of(sentence, mentions, lexicon)
    return [
        _claim(group, sentence, line, mentions, _voice_at(group[0].start, sentence, mentions, lexicon) or voice)
        for group in _grouped(bound)
    ]


def _voice_at(place: int, sentence: str, mentions: list[Mention], lexicon: Lexicon) -> Voice | None:
    """The clause's own voice, where a sentence sets two against each other: "they said five, while we counted nine"."""
    start = max((m.end() for m in _CONTRAST.finditer(sentence, 0, place)), default=0)
    other = _CONTRAST.search(sentence, place)
    if not (start or other):
        return None
    end = other.start() if other else len(sentence)
    voice = voice_of(sentence[start:end], _within(mentions, start, end - start), lexicon)
    return voice if voice.by else None


def _grouped(bound: list[Bound]) -> list[list[Bound]]:
    """Figures of different kinds in one breath are one claim: "killing 15 and wounding 20"."""
    groups: list[list[Bound]] = []
    for one in bound:
        last = next((group for group in reversed(groups) if not group[0].part), [])
        if (
            last
            and not one.part
            and not {one.kind, "casualties"} & {b.kind for b in last}
            and one.kind != "casualties"
            and one.start - last[-1].end < ONE_CLAUSE
        ):
            last.append(one)
        else:
            groups.append([one])
    return groups


def _claim(group: list[Bound], sentence: str, line: int, mentions: list[Mention], voice: Voice) -> Claim:
    start, end = min(b.start for b in group), max(b.end for b in group)
    toll: dict[str, Figure] = {}
    for one in group:
        for kind in ("killed", "injured") if one.kind == "casualties" else (one.kind,):
            toll[kind] = _joint(one.figure) if one.kind == "casualties" else one.figure
    quote = sentence[start : min(end, start + LONGEST_QUOTE)].strip(" ,;:.")
    return Claim(quote, line, tuple(toll.items()), _whose(group[0], mentions), voice, all(one.within for one in group))


def _joint(figure: Figure) -> Figure:
    """A number of killed and injured together: no kind can have more, and "dozens" says no more than it says."""
    most = figure.max or figure.best
    return Figure(max=most) if most else figure


def _whose(bound: Bound, mentions: list[Mention]) -> str | None:
    """Whose losses: an actor named within the words counted, civilians where the words say so."""
    if _CIVILIAN.search(bound.of):
        return "civilians"
    inside = [
        m.id for m in mentions if m.kind == "actor" and bound.start <= m.start < bound.end and m.quote in bound.of
    ]
    return inside[0] if inside else None


def _once_each(found: list[Claim]) -> tuple[Claim, ...]:
    """The same figures told twice: the fuller claim, of two alike the one with a voice, else the first."""
    best: dict[tuple[tuple[str, Figure], ...], Claim] = {}
    for claim in found:
        known = best.get(claim.toll)
        if (
            known is None
            or (known.within and not claim.within)
            or (claim.voice.by and not known.voice.by and claim.of == known.of)
        ):
            best[claim.toll] = claim
    kept: list[tuple[Claim, frozenset[tuple[str, int]]]] = []
    for claim in sorted(
        best.values(), key=lambda one: (-len(_told(one)), one.within, _is_exact(one), not one.voice.by)
    ):
        told = _told(claim)
        if not told or not any(told <= other for _, other in kept):
            kept.append((claim, told))
    return tuple(sorted((claim for claim, _ in kept), key=lambda claim: (claim.line, found.index(claim))))


def _is_exact(claim: Claim) -> bool:
    """Whether no figure is a bound: where a headline has "17 killed" and its text "at least 17", the text is right."""
    return all(None not in figure for _, figure in claim.toll)


def _without_echoes(found: tuple[Claim, ...], lines: list[tuple[int, str]], lexicon: Lexicon) -> tuple[Claim, ...]:
    """Without what says less than another claim does: no figure at all, a headline's "dozens".

    Where a text has many, what is counted in another's total stands in that one's quotation alone.
    """
    headline = lines[-1][0] if lines and lines[-1][0] < lines[0][0] else 0
    counted = {kind for claim in found if _told(claim) for kind, _ in claim.toll}
    kept = [
        claim
        for claim in found
        if _told(claim) or not {kind for kind, _ in claim.toll} <= counted
        if claim.line != headline or not _is_round(claim, lexicon) or not any(_exceeds(other, claim) for other in found)
    ]
    if len(kept) > MANY:
        kept = [claim for claim in kept if not claim.within or not any(_holds(other, claim) for other in kept)]
    return tuple(kept)


def _holds(other: Claim, claim: Claim) -> bool:
    """Whether a claim of the same line tells the total that a part is counted in."""
    return other.line == claim.line and not other.within and _exceeds(other, claim)


def _is_round(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim has only words like "dozens", which no figure stands for."""
    told = claim.quote.lower()
    return all(figure.best is None for _, figure in claim.toll) and any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told) for word in lexicon.vague
    )


def _exceeds(other: Claim, claim: Claim) -> bool:
    """Whether another claim gives a figure that is at least this one's, of each of its kinds."""
    figures = dict(other.toll)
    return other is not claim and all(
        kind in figures and max(number or 0 for number in figures[kind]) >= (figure.min or 0)
        for kind, figure in claim.toll
    )


def _told(claim: Claim) -> frozenset[tuple[str, int]]:
    """The figures of a claim by kind of loss, whatever bounds they set."""
    return frozenset((kind, number) for kind, figure in claim.toll for number in figure if number is not None)
