"""The lines of a text, each with what the rules for single lines make of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.importer.rules import Action
from sitegen.importer.rules.classify import pieces

LINE_END = re.compile(r"\r\n|\r|\n")
_STOP = re.compile(r"""[.!?…؟。！？．।។။۔:;,،](?:["'”’»)\]]|\s)*$|["”»]$""")
_SMALL_FIRST = re.compile(r"""^["'“«‘(\[#]*[a-zà-öø-ÿа-яёіїєґ]""")
BODY = "body"
BLANK = "blank"
LONG = "long-line"
STRUCTURE = "markdown"
_STRUCTURE = re.compile(r"#{2,6} |[*+-] |\d+[.)] |\||!\[|>|```|~~~|(?:[-*_] ?){3,}$")
LONGEST_LINE = 20_000
WRAPPED = 55
ENDING = 8
HEADLINE_WORDS = 24
LONGEST_HEADLINE = 200


class Line(NamedTuple):
    """One piece of the seed, numbered from 1 as in the decoded seed; a split line gives several of one number."""

    number: int
    text: str
    action: Action = Action.KEEP
    rule: str = BODY
    original: str = ""

    @property
    def received(self) -> str:
        """The text as it came in, where the kept one was mended."""
        return self.original or self.text

    @property
    def undecided(self) -> bool:
        """Whether no rule has spoken yet."""
        return self.rule == BODY

    def becomes(self, action: Action, rule: str) -> Line:
        """The same line, decided."""
        return self._replace(action=action, rule=rule)


def split_lines(text: str) -> list[str]:
    """The lines of a decoded seed; only the line ends that editors count."""
    return LINE_END.split(text)


def single_lines(text: str, *, markdown: bool = False) -> list[Line]:
    """Each line with the rule that takes it; blank lines and Markdown's own structure are kept as such."""
    found: list[Line] = []
    before = ""
    for number, raw in enumerate(split_lines(text), 1):
        line = raw.strip()
        if not line:
            found.append(Line(number, "", Action.KEEP, BLANK))
        elif len(line) > LONGEST_LINE:
            found.append(Line(number, line, Action.KEEP, LONG))
        elif markdown and _STRUCTURE.match(line):
            found.append(Line(number, line, Action.KEEP, STRUCTURE))
        elif _carries_on(before, line):
            found.append(Line(number, line))
        else:
            found.extend(Line(number, piece.text, piece.action, piece.rule or BODY) for piece in pieces(line))
        before = line
    return found


def _carries_on(before: str, line: str) -> bool:
    """The later line of a wrapped sentence is no line of its own, whatever it looks like."""
    return len(before) > WRAPPED and line[:1].islower() and not ends_sentence(before)


def ends_sentence(text: str) -> bool:
    """Whether a line closes as prose does."""
    return bool(_STOP.search(text[-ENDING:]))


def is_headline(text: str, fewest: int = 3) -> bool:
    """Whether a line looks like a headline: a few words, no stop, no small letter first."""
    if len(text) > LONGEST_HEADLINE:  # some scripts write no spaces
        return False
    return fewest <= text.count(" ") + 1 <= HEADLINE_WORDS and not ends_sentence(text) and not _SMALL_FIRST.match(text)
