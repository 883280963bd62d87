"""What every rule for lines among others is made of: the written lines, and a way to decide some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.importer.lines import ends_sentence

if TYPE_CHECKING:
    from sitegen.importer.document import Flag
    from sitegen.importer.lines import Line
    from sitegen.importer.rules import Action

Changed = tuple[list["Line"], list["Flag"]]
Decisions = dict[int, tuple["Action", str]]
PROSE_WORDS = 8
LONG_PROSE = 28
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
    words = line.text.count(" ") + 1
    return (
        line.undecided
        and words >= PROSE_WORDS
        and (words >= LONG_PROSE or ends_sentence(line.text))
        and not is_cut_short(line.text)
    )


def is_cut_short(text: str) -> bool:
    """Whether a text breaks off as the first words of another story do."""
    return text.rstrip().endswith(CUT_SHORT)
