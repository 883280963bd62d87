"""What a cleaning rule is: named phrases and patterns for one class of line, with the cases that hold it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.importer.fold import SAME_LETTER, key
from sitegen.importer.rules.needed import pieces_needed, words_needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sitegen.importer.rules.needed import Pieces

    Match = Callable[[str], re.Match[str] | None]


class Action(StrEnum):
    """What becomes of a line."""

    TITLE = "title"
    KEEP = "keep"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    TAGS = "tags"
    REMOVE = "remove"


def listed(text: str) -> tuple[str, ...]:
    """Phrases between upright strokes, over as many lines as they need."""
    return tuple(filter(None, (" ".join(phrase.split()) for phrase in text.split("|"))))


HAMZA = "\u0621"
"""The sign that stands alone: folding takes it away, so a pattern for folded text must be without it too."""


def fold_pattern(pattern: str) -> str:
    """A regular expression written with marks, made to fit folded text; its escapes keep their case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", pattern) if not unicodedata.combining(c))
    return "".join(SAME_LETTER.get(c, c) for c in plain if c != HAMZA)


@dataclass(frozen=True)
class Gate:
    """A pattern for whole lines, and the pieces of which a folded line has one wherever it may fit (None: any line).

    Most lines have none of them: such a pattern is not tried, and not compiled before a line has one.
    """

    pieces: Pieces | None
    text: str
    cased: bool = False

    @cached_property
    def match(self) -> Match:
        """The pattern's own `fullmatch`."""
        return re.compile(self.text).fullmatch


@dataclass(frozen=True)
class Rule:
    """One class of line.

    `phrases` are whole lines and `patterns` regular expressions for whole lines, both against the folded line
    (`fold.key`: lower case, no marks, straight quotes); `cased` are expressions for the line as printed. `labels`
    are whole lines too, and may stand glued before other text, which then becomes `glued`. `needs` are pieces of
    which one must be there before a pattern is tried. `seldom` and `seldom_cased` are patterns that would be tried
    at each place of each line: they wait for one of the pieces in `seldom_needs`, without which none of them fits;
    a space stands before the first word of a line too. `apart` are seldom patterns too, each with its own pieces.
    `takes` and `leaves` are the rule's cases.
    """

    id: str
    action: Action
    why: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    glued: Action | None = None
    needs: tuple[str, ...] = ()
    seldom: tuple[str, ...] = ()
    seldom_cased: tuple[str, ...] = ()
    seldom_needs: tuple[str, ...] = ()
    apart: tuple[tuple[tuple[str, ...], str], ...] = ()
    longest: int = 400
    takes: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @cached_property
    def whole_lines(self) -> frozenset[str]:
        """The phrases and labels, folded."""
        return frozenset(key(text) for text in (*self.phrases, *self.labels))

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """All patterns, each with what it waits for: the pieces that the rule states, or those read off it."""
        return (
            *_stated(self.needs, self.patterns, self.cased),
            *_stated(self.seldom_needs, self.seldom, self.seldom_cased),
            *(Gate(_folded(pieces), fold_pattern(pattern)) for pieces, pattern in self.apart),
            *(() if self.needs else _read_off(self.patterns, self.cased)),
        )


def _stated(needs: tuple[str, ...], patterns: tuple[str, ...], cased: tuple[str, ...]) -> Iterator[Gate]:
    """Patterns that wait for stated pieces, as one for folded text and one for text as printed."""
    if needs and patterns:
        yield Gate(_folded(needs), joined(map(fold_pattern, patterns)))
    if needs and cased:
        yield Gate(_folded(needs), joined(cased), cased=True)


def _read_off(patterns: tuple[str, ...], cased: tuple[str, ...]) -> Iterator[Gate]:
    """Patterns with the pieces that each shows to need; those that show none wait for nothing, and are joined."""
    for texts, is_cased, needed in ((map(fold_pattern, patterns), False, pieces_needed), (cased, True, words_needed)):
        gates = [Gate(needed(text), text, is_cased) for text in texts]
        open_to_all = [gate.text for gate in gates if gate.pieces is None]
        yield from (gate for gate in gates if gate.pieces is not None)
        if open_to_all:
            yield Gate(None, joined(open_to_all), is_cased)


def _folded(pieces: Iterable[str]) -> Pieces:
    return frozenset(map(fold_pattern, pieces))


def joined(patterns: Iterable[str]) -> str:
    """Patterns as one: any of them."""
    return "|".join(f"(?:{part})" for part in patterns)
