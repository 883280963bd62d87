"""What a cleaning rule is: named phrases and patterns for one class of line, with the cases that hold it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sitegen.importer.fold import SAME_LETTER, key


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
    which one must be there before a pattern is tried. `takes` and `leaves` are the rule's cases.
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
        return re.compile("|".join(f"(?:{fold_pattern(part)})" for part in self.patterns)) if self.patterns else None

    @cached_property
    def cased_pattern(self) -> re.Pattern[str] | None:
        """The cased patterns as one."""
        return re.compile("|".join(f"(?:{part})" for part in self.cased)) if self.cased else None

    def fits(self, line: str, folded: str) -> bool:
        """Whether a pattern of this rule takes the whole line."""
        if len(folded) > self.longest or (self.needs and not any(piece in folded for piece in self.needs)):
            return False
        return self.takes_whole(line, folded)

    def takes_whole(self, line: str, folded: str) -> bool:
        """Whether a pattern takes a line that is short enough and has a piece that the rule needs."""
        if self.folded_pattern and self.folded_pattern.fullmatch(folded):
            return True
        return bool(self.cased_pattern and self.cased_pattern.fullmatch(line))
