"""Which word of loss a number belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.toll.numbers import Figure, figure_of

if TYPE_CHECKING:
    from sitegen.importer.toll.lexicon import Lexicon

_YEAR = re.compile(r"(?:19|20)\d\d")
ONE_BREATH = 60
NEAR_WORDS = 2
FAR_WORDS = 14
PERSON_NEEDED = frozenset({"captured"})


class Bound(NamedTuple):
    """A number tied to a kind of loss: its reach in the sentence, the words it counts, whether it is a part of another."""

    start: int
    end: int
    kind: str
    figure: Figure
    of: str
    part: bool


def bound_numbers(sentence: str, lexicon: Lexicon) -> list[Bound]:
    kinds = list(lexicon.kind.finditer(sentence))
    amounts = [m for m in lexicon.amount.finditer(sentence) if _may_count(m, sentence)]
    found: list[Bound] = []
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
) -> Bound | None:
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
    return Bound(min(kind.start(), amount.start()), end, kind.lastgroup, figure, phrase, part)


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
