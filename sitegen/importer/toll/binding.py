"""Which word of loss a number belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.toll.counting import COPULA, Count, count_of
from sitegen.importer.toll.numbers import Figure, figure_of
from sitegen.importer.toll.uncounted import BESIDE, may_count

if TYPE_CHECKING:
    from sitegen.importer.toll.lexicon import Lexicon

_LINKED = re.compile(r"\b(?:and|or)\s*$")
_CLAUSE_MARK = re.compile(r"[,;:]|(?<!\b[A-Z])\.|\b(?:and|or|et|und|y|и|та)\b")
NEAR_WORDS = 2
PASSIVE_REACH = 6
VERB_REACH = 9
GROUP_REACH = 12
NEAR_BY = 25
LONGEST_REACH = 300
_PLACE_AFTER = re.compile(
    r" (?:(?:in|from) the (?:town|city|village|neighbou?rhood|district|suburb|area|province|countryside) of|"
    r"in|en|dans|à|au|aux|bei|в|у|في|em|a|du|des|from|of the|del|من) (?=[A-ZÀ-ÞА-ЯІЇЄ\u0620-\u064a])| at the hands of"
)
_PREFIX = re.compile("و?")
_NUMBER_OF = re.compile(
    r"(?:number of|número de|nombre d[e']|nombre des|zahl der|число|количество|кількість)\s*"
    r"(?:(?:the|los|las|les) )?$",
    re.IGNORECASE,
)
_REMAINS = re.compile(
    r"[^.,;]{0,40}?\b(?:remain|remained|managed to|were evacuated|were freed|were rescued|were released|are still|"
    r"survived|escaped|"
    r"returned|live|"
    r"lived|took part|surround|control)"
)
_FREED = re.compile(r"\b(?:free|releas|rescu|exchang|swap)\w*(?: of)?(?: the)? $", re.IGNORECASE)
FAR_WORDS = 14
LONG_WORDS = 28
_OBJECT = re.compile(
    r"\s*(?:the (?!day|same|previous|next|night|week|month|other|rest|following)|"
    r"an? (?!day|week|month|year|few|result)|his |her |their |its |al-)",
    re.IGNORECASE,
)
_VICTIMS = re.compile(r"\s*(?:civilians|people|soldiers|members|fighters|militants|children|women|rebels)\b")
_LIST_END = re.compile(r"(?:\band|\bto|\bat|,|\bof|\bwith|\bplus)\s*(?:at least |another )?$")
NEVER_OF_THINGS = ("kidnap", "abduct", "arrest", "detain", "taken ", "took ", "rounded")
NUMBER_FIRST = ("died", "perished", "succumbed", "fled", "surrendered")
PERSON_NEEDED = frozenset({"captured"})


class Bound(NamedTuple):
    """A number tied to a kind of loss.

    `start` to `end` is its reach in the sentence, `word` where the word of loss stands, `of` the words it counts;
    `part` tells that the number stands in a list or a group, `within` that it is counted in another ("including").
    """

    start: int
    end: int
    kind: str
    figure: Figure
    of: str
    part: bool
    word: tuple[int, int]
    within: bool = False


def bound_numbers(
    sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon, before: str | None = None
) -> list[Bound]:
    """The numbers of a sentence that count losses, in their order; `kinds` are its words of loss.

    `before` is the loss that the text told last.
    """
    counts = [
        count_of(amount, figure, sentence, lexicon)
        for amount in lexicon.amount.finditer(sentence)
        if may_count(amount, sentence) and (figure := figure_of(amount, lexicon))
    ]
    bound = [_bind(count, sentence, kinds, lexicon) for count in counts]
    goes_on = (
        before and counts and (lexicon.part_after.match(sentence) or counts[0].phrase_start > counts[0].amount.end())
    )
    if before and goes_on and not bound[0]:
        bound[0] = _lent(counts[0], before, counts[0].amount.span()) if counts[0].counts == "person" else None
    return [one for one in shared(counts, bound, sentence, lexicon) if one]


def _bind(count: Count, sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon) -> Bound | None:
    """The word of a toll that a number belongs to: the nearest that grammar allows."""
    amount = count.amount
    if count.counts == "thing":
        return None
    kind = (
        _near_after(amount, sentence, kinds, lexicon)
        or _before(count, sentence, kinds, lexicon)
        or _after(count, sentence, kinds, lexicon)
    )
    beside = max(0, amount.start() - BESIDE)
    part = bool(lexicon.part_before.search(sentence, beside, amount.start()) or count.phrase_start > amount.end())
    if kind is None and part and not _REMAINS.match(sentence, amount.end()):
        kind = _of_the_whole(amount, sentence, kinds, lexicon)
    if kind is None or kind.lastgroup is None or not _may_bind(count, kind, sentence, lexicon):
        return None
    start, end = min(kind.start(), amount.start()), max(kind.end(), count.end)
    return Bound(start, end, kind.lastgroup, count.figure, count.phrase, part, kind.span(), part)


def _may_bind(count: Count, kind: re.Match[str], sentence: str, lexicon: Lexicon) -> bool:
    """A single person is killed, injured or captured; who is captured is named; "many" follows its word."""
    if count.amount.groupdict().get("single") and (
        kind.lastgroup not in ("killed", "injured", "captured")
        or kind.start() == count.amount.end()
        or (kind.lastgroup == "captured" and lexicon.counted.match(kind[0]))
    ):
        return False
    if kind.lastgroup in PERSON_NEEDED and not count.counts and not kind[0].startswith(NEVER_OF_THINGS):
        between = sentence[count.amount.end() : kind.start()].strip()
        if not between and lexicon.counted.match(kind[0]):
            return not _REMAINS.match(sentence, kind.end()) and not _FREED.search(sentence, 0, count.amount.start())
        return bool(lexicon.passive_end.fullmatch(between)) and count.amount[0].strip().lower() in lexicon.vague
    return count.figure != Figure() or (
        kind.start() <= count.amount.start() and kind.lastgroup in ("killed", "injured", "casualties")
    )


def _of_the_whole(
    amount: re.Match[str], sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon
) -> re.Match[str] | None:
    """A part ("including five children") has the toll of its whole: the word before it, else one that may follow."""
    before = [kind for kind in kinds if kind.end() <= amount.start()]
    after = [
        kind
        for kind in kinds
        if kind.start() >= amount.end()
        and not _only_before(kind, lexicon)
        and not _NUMBER_OF.search(sentence, 0, kind.start())
    ]
    return before[-1] if before else after[0] if after else None


def _only_before(kind: re.Match[str], lexicon: Lexicon) -> bool:
    return bool(lexicon.looks_ahead.fullmatch(kind[0]))


def _near_after(
    amount: re.Match[str], sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon
) -> re.Match[str] | None:
    """The word that follows at once: "15 dead", "20 people wounded"."""
    for kind in kinds:
        if kind.start() < amount.end():
            continue
        gap = sentence[amount.end() : kind.start()]
        near = (
            (len(gap.split()) <= NEAR_WORDS or _is_passive(gap, lexicon))
            and not _CLAUSE_MARK.search(gap)
            and not _only_before(kind, lexicon)
            and not _NUMBER_OF.search(sentence, 0, kind.start())
            and not lexicon.amount.search(gap)
            and not _active(kind, sentence, lexicon)
        )
        return kind if near else None
    return None


def _is_passive(gap: str, lexicon: Lexicon) -> bool:
    """Whether a number has a verb of its own right after it: "20 others were badly" before "wounded"."""
    words = gap.split()
    return len(words) <= PASSIVE_REACH and any(lexicon.passive_end.fullmatch(word) for word in words[-2:])


def _active(kind: re.Match[str], sentence: str, lexicon: Lexicon) -> bool:
    """Whether the verb looks ahead: in "nine rebels killed 30" and "captured the town" the nine are not its toll."""
    if lexicon.code == "en" and not kind[0].lower().endswith(("ed", "t")):
        return False
    if lexicon.verb_first:
        return False
    follows = lexicon.amount.match(sentence[kind.end() :].lstrip()) or _has_object(kind, sentence, lexicon)
    return bool(follows) and not lexicon.passive_end.search(sentence[: kind.start()])


def _has_object(kind: re.Match[str], sentence: str, lexicon: Lexicon) -> bool:
    """Whether an English verb has an object without a number: "captured the town", "attackers killed civilians"."""
    if lexicon.code != "en" or kind.lastgroup == "displaced":
        return False
    subject = lexicon.counted.match(sentence[: kind.start()].rstrip(" ,").rpartition(" ")[2])
    persons = bool(subject and subject["person"])
    return bool(_OBJECT.match(sentence, kind.end())) or (persons and bool(_VICTIMS.match(sentence, kind.end())))


def _before(count: Count, sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon) -> re.Match[str] | None:
    """The word that stands before, with small words between: "killed at least 15", "the toll rose to 45"."""
    kind = next((one for one in reversed(kinds) if one.end() <= count.amount.start()), None)
    if kind is None:
        return None
    gap = sentence[kind.end() : count.amount.start()]
    if lexicon.small_words.fullmatch(gap):
        return None if _already_counted(kind, gap, sentence, lexicon) else kind
    if count.amount.groupdict().get("single"):
        return None
    if (
        _only_before(kind, lexicon)
        and len(gap.split()) <= FAR_WORDS
        and not lexicon.clause_break.search(gap)
        and _LIST_END.search(gap)
    ):
        return kind
    sure = count.counts == "person" or (not count.counts and len(gap.split()) <= NEAR_WORDS)
    if lexicon.verb_first and sure and _reaches(gap, lexicon):
        return None if _already_counted(kind, gap, sentence, lexicon) else kind
    return None


def _reaches(gap: str, lexicon: Lexicon) -> bool:
    """Whether a verb before its subject reaches over time and place to a number: nobody else is named between."""
    return (
        len(gap.split()) <= VERB_REACH
        and not lexicon.clause_break.search(gap)
        and not any(noun["person"] for noun in lexicon.counted.finditer(gap))
    )


def _already_counted(kind: re.Match[str], gap: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a verb has its number before it already: "20 were killed, 15", "two died, one"."""
    if "," not in gap and " and" not in gap:
        return False
    return (
        kind[0] in NUMBER_FIRST
        or bool(lexicon.passive_end.search(sentence[: kind.start()]))
        or bool(re.search(r"\d\s*$", sentence[: kind.start()]))
    )


def _after(count: Count, sentence: str, kinds: list[re.Match[str]], lexicon: Lexicon) -> re.Match[str] | None:
    """The word at the end of the clause: "15 people, including children, were killed"."""
    kind = next((one for one in kinds if one.start() >= count.amount.end()), None)
    if kind is None:
        return None
    gap = sentence[count.amount.end() : kind.start()]
    near = (
        len(gap.split()) <= _reach(count, gap)
        and not lexicon.clause_break.search(gap)
        and not sentence.endswith("the ", 0, kind.start())
        and not _active(kind, sentence, lexicon)
        and not _only_before(kind, lexicon)
        and not _NUMBER_OF.search(sentence, 0, kind.start())
        and not (kind.lastgroup in PERSON_NEEDED and _describes(kind, sentence, lexicon))
        and not _is_anothers(count.amount, gap, lexicon)
    )
    return kind if near else None


def _reach(count: Count, gap: str) -> int:
    """How many words may stand before the word of loss: more for persons, most in "47, the number of those killed"."""
    if ", the number of" in gap[:BESIDE]:
        return LONG_WORDS
    return FAR_WORDS + (4 if count.counts else 0)


def _describes(kind: re.Match[str], sentence: str, lexicon: Lexicon) -> bool:
    """Whether a word of loss describes persons named right after it: "to free detained members"."""
    noun = lexicon.counted.match(sentence[kind.end() :].lstrip())
    return bool(noun and noun["person"]) and not lexicon.passive_end.search(sentence[: kind.start()])


def _is_anothers(amount: re.Match[str], gap: str, lexicon: Lexicon) -> bool:
    """Whether what stands between a number and a later word of loss shows that the word is another number's."""
    if COPULA.match(gap) and lexicon.amount.search(gap):
        return True
    if amount.groupdict().get("single") and _CLAUSE_MARK.search(gap):
        return True
    if any(lexicon.part_after.match(gap[other.end() :]) for other in lexicon.amount.finditer(gap)):
        return True
    return bool(_LINKED.search(gap)) and not lexicon.passive_within.search(gap)


def shared(counts: list[Count], bound: list[Bound | None], sentence: str, lexicon: Lexicon) -> list[Bound | None]:
    """Numbers that no word of loss stands by take the loss that their sentence tells: of a tally, a group, a list."""
    found = [
        one
        if one and "," not in (gap := sentence[count.amount.end() : one.word[0]]) and len(gap) <= NEAR_BY
        else _tallied(count, sentence, lexicon) or one or _among(count, sentence, lexicon)
        for count, one in zip(counts, bound, strict=True)
    ]
    total = dict(lexicon.tally_words).get("")
    for at in range(1, len(found)):
        before = next((one for one in reversed(found[:at]) if one), None)
        if before and total and not found[at] and total.search(sentence, 0, counts[at].amount.start()):
            found[at] = _lent(counts[at], before.kind, before.word)
        found[at] = found[at] or _joined(counts[at], found[at - 1], counts[at - 1], counts[at], sentence, lexicon)
    for at in range(len(found) - 2, -1, -1):
        if counts[at + 1].phrase_start > counts[at + 1].amount.end():
            continue
        found[at] = found[at] or _joined(counts[at], found[at + 1], counts[at], counts[at + 1], sentence, lexicon)
    return found


def _tallied(count: Count, sentence: str, lexicon: Lexicon) -> Bound | None:
    """The loss of "the toll has risen to 45": stronger than a word of loss that stands further on."""
    if count.counts == "thing" or count.figure == Figure():
        return None
    amount = count.amount
    bare = amount.start("number") if amount["number"] and amount["most"] else amount.start()
    for kind, words in lexicon.tally_words:
        match = words.search(sentence, 0, bare)
        if match:
            exact = Figure(*(count.figure.max,) * 3) if bare > amount.start() else count.figure
            return _lent(count._replace(figure=exact), kind, match.span()) if kind else None
    return None


def _among(count: Count, sentence: str, lexicon: Lexicon) -> Bound | None:
    """The loss of "among the dead were two women" and "28 children were among the dead"."""
    for kind, words in lexicon.among_words if count.counts == "person" else ():
        for match in words.finditer(sentence):
            gap = sentence[match.end() : count.amount.start()] or sentence[count.amount.end() : match.start()]
            if len(gap.split()) <= GROUP_REACH and not lexicon.clause_break.search(gap):
                return _lent(count, kind, match.span(), within=True)
    return None


def _joined(
    count: Count, lender: Bound | None, first: Count, second: Count, sentence: str, lexicon: Lexicon
) -> Bound | None:
    """The loss of a neighbour in a list: "12 soldiers, five rebels and a child were killed"."""
    if lender is None or count.figure == Figure() or count.counts == "thing" or lender.kind == "casualties":
        return None
    gap = sentence[first.amount.end() : second.amount.start()] + _PREFIX.match(second.amount[0])[0]  # type: ignore[index]
    if len(gap.split()) > FAR_WORDS or lexicon.clause_break.search(gap) or not lexicon.joint.search(gap):
        return None
    if any(word.lastgroup != lender.kind for word in lexicon.kind.finditer(gap)) or _REMAINS.match(
        sentence, count.amount.end()
    ):
        return None
    if count.counts != "person" and not _PLACE_AFTER.match(sentence, count.amount.end()):
        return None
    return _lent(count, lender.kind, lender.word, within=lender.within)


def _lent(count: Count, kind: str, word: tuple[int, int], *, within: bool = False) -> Bound:
    start, end = min(word[0], count.amount.start()), max(word[1], count.end)
    if end - start > LONGEST_REACH:
        start, end = count.amount.start(), count.end
    return Bound(start, end, kind, count.figure, count.phrase, True, word, within)
