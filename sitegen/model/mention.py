"""Mentions: `[[sdf]]`, `[[sdf|the SDF]]` and `[[place:hajin]]` in a body, found in its Markdown source."""

from __future__ import annotations

import re
import sys
from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS: Final = ("actor", "place", "event", "article", "source", "tag")
"""The kinds of record that a mention can name."""

_PATTERN: Final = re.compile(
    r"\[\["
    r"(?P<target>[^\[\]|\n]{1,200})"
    r"(?:\|(?P<label>(?:[^\[\]|\n]|\n(?![ \t]*\n)){0,400}))?"
    r"\]\]",
)
_TICKS: Final = re.compile(r"(?<!\\)`+|\n[ \t]*\n")
_ITEM: Final = re.compile(r" {0,3}(?:[*+-]|\d{1,9}\.|\[\^[^\]\n]*\]:)[ \t]")


class Mention(NamedTuple):
    """A record named in a body: its kind (or nothing), its id, the label (or nothing), its place in the body from 1."""

    kind: str
    id: str
    label: str
    line: int
    column: int


class Found(NamedTuple):
    """A mention and where its source begins and ends in the body."""

    mention: Mention
    start: int
    end: int


def locate_mentions(body: str) -> tuple[Found, ...]:
    """Every mention of the body in its order, outside code; a backslash before it makes it plain text."""
    if "[[" not in body:
        return ()
    found = tuple(_placed(body))
    code = _code(body) if found else []
    return tuple(each for each in found if not _covers(code, each.start)) if code else found


def _placed(body: str) -> Iterator[Found]:
    """All that looks like a mention, with line and column counted on the way."""
    line, line_start, seen = 1, 0, 0
    for match in _PATTERN.finditer(body):
        start = match.start()
        if body.startswith("\\", start - 1, start):
            continue
        if ends := body.count("\n", seen, start):
            line, line_start = line + ends, body.rindex("\n", seen, start) + 1
        seen = start
        kind, name = _target(match["target"])
        label = " ".join((match["label"] or "").split())
        yield Found(Mention(kind, name, label, line, start - line_start + 1), start, match.end())


def _target(text: str) -> tuple[str, str]:
    """Kind and id; a word before a colon that is no kind is part of the id, and the check will ask about it."""
    kind, colon, name = text.partition(":")
    if colon and kind.strip() in KINDS:
        return kind.strip(), " ".join(name.split())
    return "", " ".join(text.split())


def _code(body: str) -> list[tuple[int, int]]:
    """The stretches of the body that are code, by where they begin; each end is the farthest so far."""
    stretches = list(_spans(body)) if "`" in body else []
    if "\n    " in body or "\t" in body or body.startswith("    "):
        stretches += _indented(body)
    stretches.sort()
    return list(zip((start for start, _ in stretches), accumulate((end for _, end in stretches), max), strict=True))


def _covers(stretches: list[tuple[int, int]], offset: int) -> bool:
    place = bisect(stretches, (offset, sys.maxsize))
    return place > 0 and offset < stretches[place - 1][1]


def _spans(body: str) -> Iterator[tuple[int, int]]:
    """Backticks up to as many backticks in the same block; those left alone are text."""
    open_at: dict[int, int] = {}
    for match in _TICKS.finditer(body):
        length = match.end() - match.start()
        if match[0][0] == "\n":
            open_at.clear()
        elif length in open_at:
            yield open_at[length], match.end()
            open_at.clear()
        else:
            open_at[length] = match.start()


def _indented(body: str) -> Iterator[tuple[int, int]]:
    """Lines set in by four, after a blank line and not inside a list or a note."""
    offset, after_blank, in_item, in_code = 0, True, False, False
    for line in body.split("\n"):
        blank, set_in = not line.strip(), line.startswith(("    ", "\t"))
        in_code = set_in and not blank and not in_item and (after_blank or in_code)
        if in_code:
            yield offset, offset + len(line) + 1
        elif not blank and not set_in:
            in_item = bool(_ITEM.match(line)) or (in_item and not after_blank)
        after_blank = blank
        offset += len(line) + 1
