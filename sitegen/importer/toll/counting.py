"""What a number counts: the words after it, and whether they name a person, a thing, or nothing known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sitegen.importer.toll.lexicon import Lexicon
    from sitegen.importer.toll.numbers import Figure

COPULA = re.compile(r" (?:are|were|was|is|eran|son|étaient|sont|waren|sind|были|були)\b")
_PHRASE_END = re.compile(
    r"[,;:()]| [–—-] |\b(?:was|were|have|has|had|are|is|in|on|at|by|from|after|when|who|that|during|since|amid|due|"
    r"following|throughout|because|and|said|including|et|und|bei|y|и|та)\b|\s(?:في|جراء|خلال|إثر|بينهم) |\sو(?=\d)"
)
_DESCRIBING = re.compile(r"\b(?:of|for|with|against|near|to|across|into|outside|inside|as|under)\b|[“”\"]")
ONE_BREATH = 60
THING_WITHIN = 4
LONGEST_PHRASE = 90


class Count(NamedTuple):
    """A number in a sentence, the words after it, and what these count: a person, a thing, or nothing known."""

    amount: re.Match[str]
    figure: Figure
    phrase: str
    phrase_start: int
    counts: str

    @property
    def end(self) -> int:
        """Where the words that it counts end."""
        return self.phrase_start + (len(self.phrase.rstrip()) if len(self.phrase) < ONE_BREATH else 0)


def count_of(amount: re.Match[str], figure: Figure, sentence: str, lexicon: Lexicon) -> Count:
    """A number with the words that it counts, what is said of a part left out."""
    part_words = lexicon.part_after.match(sentence, amount.end())
    start = part_words.end() if part_words else amount.end()
    phrase = lexicon.part_within.split(_noun_phrase(sentence, start), maxsplit=1)[0]
    toll_word = lexicon.kind.search(phrase)
    own = lexicon.counted.search(amount[0])
    counts = (
        "person" if own and own["person"] else _counts(phrase[: toll_word.start()] if toll_word else phrase, lexicon)
    )
    if not counts and (copula := COPULA.match(sentence, amount.end())):
        counts = _counts(_noun_phrase(sentence, copula.end()), lexicon)
    return Count(amount, figure, phrase, start, "person" if amount.groupdict().get("single") else counts)


def _counts(phrase: str, lexicon: Lexicon) -> str:
    """Whether the noun that a number counts is a person, a thing, or unknown."""
    words = _DESCRIBING.split(phrase, maxsplit=1)[0] if lexicon.head_last else phrase
    nouns = list(lexicon.counted.finditer(words)) or list(lexicon.counted.finditer(phrase))[:1]
    if not nouns:
        return ""
    noun = nouns[-1] if lexicon.head_last else nouns[0]
    if noun["person"]:
        return "person"
    return "thing" if phrase.count(" ", 0, noun.start()) <= THING_WITHIN else ""


def _noun_phrase(sentence: str, start: int) -> str:
    """The words after a number, up to where its phrase must have ended."""
    return _PHRASE_END.split(sentence[start : start + LONGEST_PHRASE], maxsplit=1)[0]
