"""What every rule for lines among others is made of: the written lines, and a way to decide some of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sitegen.importer.fold import LINES_AT_HAND, key
from sitegen.importer.language import is_small_word
from sitegen.importer.lines import BODY, ends_sentence

if TYPE_CHECKING:
    from sitegen.importer.document import Flag
    from sitegen.importer.lines import Line
    from sitegen.importer.rules import Action

Changed = tuple[list["Line"], list["Flag"]]
Decisions = dict[int, tuple["Action", str]]
_REPORTING = (
    *(
        " said",
        " told",
        "according to",
        " announced",
        " confirmed",
        " stated",
        " killed",
        " wounded",
        " selon",
        "declare",
    ),
    *(" indique", " laut ", " sagte", " segun", " dijo", "сказал", "сообщил", "заявил", "повідоми", "заявив", " قال"),
    *(" افاد", " اكد"),
)
"""The words of a report, folded; no caption, no form, hardly a reader uses them."""
PROSE_WORDS = 8
LONG_PROSE = 28
LONG_QUESTION = 16
CLOUD_WORD, CLOUD_SHARE, FEWEST_IN_CLOUD = 3, 0.75, 4
_QUOTES = "\"'”’» "
CUT_SHORT = ("…", "...", "[…]", "[...]", "[&hellip;]")


def written(lines: list[Line]) -> list[int]:
    """Where lines have text."""
    return [at for at, line in enumerate(lines) if line.text]


def decided(lines: list[Line], decisions: Decisions) -> list[Line]:
    """The lines with the decisions made."""
    if not decisions:
        return lines
    return [line.becomes(*decisions[at]) if at in decisions else line for at, line in enumerate(lines)]


def is_sentence(line: Line) -> bool:
    """Whether an undecided line is prose that was not cut short: it has its stop, or more words than any label has."""
    return line.rule == BODY and _is_prose(line.text)


@lru_cache(maxsize=LINES_AT_HAND)
def _is_prose(text: str) -> bool:
    """The same of a text. One rule after the other asks it of the same lines: the last answers are kept at hand."""
    words = text.count(" ") + 1
    if words < PROSE_WORDS or is_cut_short(text):
        return False
    if text.rstrip(_QUOTES).endswith("?"):
        return words >= LONG_QUESTION
    return ends_sentence(text) or (words >= LONG_PROSE and not is_word_cloud(text))


@lru_cache(maxsize=LINES_AT_HAND)
def reports(text: str) -> bool:
    """Whether a line tells what somebody said, or what happened to somebody."""
    folded = f" {key(text)}"
    return any(word in folded for word in _REPORTING)


def is_word_cloud(text: str) -> bool:
    """Whether a line without a stop says the same words over and over, as key words do and no headline does."""
    words = [word for word in key(text).split() if len(word) >= CLOUD_WORD and not is_small_word(word)]
    return len(words) >= FEWEST_IN_CLOUD and len(set(words)) <= CLOUD_SHARE * len(words) and not ends_sentence(text)


def is_cut_short(text: str) -> bool:
    """Whether a text breaks off as the first words of another story do."""
    return text.rstrip().endswith(CUT_SHORT)
