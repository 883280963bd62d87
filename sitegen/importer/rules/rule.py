"""What a cleaning rule is: named phrases and patterns for one class of line, with the cases that hold it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.importer.fold import SAME_LETTER, key

if TYPE_CHECKING:
    from collections.abc import Callable

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


def fold_pattern(pattern: str) -> str:
    """A regular expression written with marks, made to fit folded text; its escapes keep their case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", pattern) if not unicodedata.combining(c))
    return "".join(SAME_LETTER.get(c, c) for c in plain)


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
    def folded_pattern(self) -> re.Pattern[str] | None:
        """The patterns as one, for folded text."""
        return _joined(self.patterns, folded=True)

    @cached_property
    def cased_pattern(self) -> re.Pattern[str] | None:
        """The cased patterns as one."""
        return _joined(self.cased)

    @cached_property
    def seldom_pattern(self) -> re.Pattern[str] | None:
        """The seldom patterns as one, for folded text."""
        return _joined(self.seldom, folded=True)

    @cached_property
    def seldom_cased_pattern(self) -> re.Pattern[str] | None:
        """The seldom cased patterns as one."""
        return _joined(self.seldom_cased)

    @cached_property
    def apart_patterns(self) -> tuple[re.Pattern[str], ...]:
        """The patterns that have their own pieces, for folded text."""
        return tuple(re.compile(fold_pattern(pattern)) for _, pattern in self.apart)

    @cached_property
    def matches(self) -> tuple[Match | None, Match | None]:
        """The patterns' own `fullmatch`: for folded text, and for text as printed."""
        folded, cased = self.folded_pattern, self.cased_pattern
        return folded.fullmatch if folded else None, cased.fullmatch if cased else None

    def takes_whole(self, line: str, folded: str) -> bool:
        """Whether a pattern takes a line that is short enough and has a piece that the rule needs."""
        if self.folded_pattern and self.folded_pattern.fullmatch(folded):
            return True
        return bool(self.cased_pattern and self.cased_pattern.fullmatch(line))

    def takes_seldom(self, line: str, folded: str) -> bool:
        """Whether a seldom pattern takes such a line, once it has a piece that they need."""
        if self.seldom_pattern and self.seldom_pattern.fullmatch(folded):
            return True
        return bool(self.seldom_cased_pattern and self.seldom_cased_pattern.fullmatch(line))

    def takes_apart(self, at: int, folded: str) -> bool:
        """Whether the pattern apart at a place takes such a line."""
        return bool(self.apart_patterns[at].fullmatch(folded))


def _joined(patterns: tuple[str, ...], *, folded: bool = False) -> re.Pattern[str] | None:
    parts = map(fold_pattern, patterns) if folded else patterns
    return re.compile("|".join(f"(?:{part})" for part in parts)) if patterns else None
