"""The YAML that nearly every front matter is written in, read line by line.

Mappings and lists in block style, one-line values without escapes, `[a, b]` and `{key: value}` of such on one line.
What is read here has the values and places that the YAML parser gives it; whatever else there is (comments, values of
several lines, escapes, anchors, tags, faults) makes the answer None, and the parser is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sitegen.load.nodes import Items, Pairs, Scalar

if TYPE_CHECKING:
    from sitegen.load.nodes import Entry, Node

_DEPTH: Final = 12  # of brackets within brackets
_DEEPEST: Final = 24  # blanks
_LONGEST: Final = 100  # characters of a key
_IDS: Final = re.compile(r"\[[a-z0-9][a-z0-9-]*(?:, [a-z0-9][a-z0-9-]*)*\]")
_QUOTED: Final = re.compile(r'"([^"\\]*)"|\'([^\']*(?:\'\'[^\']*)*)\'')
_KEY: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]{0,99}): ")
_FLOW: Final = re.compile(r"""[^\W_](?:[^ ,\[\]{}:#?]|:(?=[^ ,\[\]{}'"])| (?=[^ ,\[\]{}:#?]))*""")
"""A value between brackets, without quotes."""


class _Other(Exception):  # noqa: N818 - no error: the parser is asked
    """It is not of the kind that is read here."""


def read_plain(text: str, first_line: int) -> Pairs | None:
    """The mapping that a front matter is, or None where the YAML parser must be asked."""
    flat = text.removesuffix("\n")
    if not flat.replace("\n", "").isprintable():
        return None
    try:
        return _Reader(flat.split("\n"), first_line).whole()
    except _Other:
        return None


class _Reader:
    """Goes through the lines once. The blanks before a line say to which mapping or list it belongs."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self._lines = lines
        self._first = first_line
        self._end = len(lines)
        self._at = 0

    def whole(self) -> Pairs:
        found = self._pairs("")
        if self._at < self._end:
            raise _Other
        return found

    def _pairs(self, pad: str) -> Pairs:
        """A mapping, from a line that holds its first key."""
        lines, indent, at = self._lines, len(pad), self._at
        first, found = at, []
        while at < self._end and lines[at].startswith(pad):
            key, colon, value = lines[at][indent:].partition(": ")
            number = self._first + at
            at += 1
            if colon:
                node = _value(value, number, indent + len(key) + 3)
            elif key.endswith(":"):
                key = key[:-1]
                self._at = at
                node = self._below(indent) or Scalar("", number, indent + len(key) + 2)
                at = self._at
            else:
                raise _Other
            if not key.isidentifier() or len(key) > _LONGEST:
                raise _Other
            found.append((key, node, number, indent + 1))
        self._at = at
        return Pairs(tuple(found), self._first + first, indent + 1)

    def _below(self, indent: int) -> Node | None:
        """What stands in the lines after a key: a list, a mapping, or nothing."""
        line = self._lines[self._at] if self._at < self._end else ""
        rest = line.lstrip(" ")
        deeper = len(line) - len(rest)
        if deeper > _DEEPEST:
            raise _Other
        if rest.startswith("- ") and deeper >= indent:
            return self._items(" " * deeper)
        return self._pairs(" " * deeper) if deeper > indent else None

    def _items(self, pad: str) -> Items:
        dash, at = f"{pad}- ", self._at
        start = len(dash)
        found: list[Node] = []
        while self._at < self._end and self._lines[self._at].startswith(dash):
            line = self._lines[self._at]
            key = line[start:].partition(": ")[0]
            if key.removesuffix(":").isidentifier() and (key[-1] == ":" or line.startswith(": ", start + len(key))):
                # a mapping whose first key stands after the dash
                self._lines[self._at] = f"{pad}  {line[start:]}"
                found.append(self._pairs(f"{pad}  "))
            else:
                found.append(_value(line[start:], self._first + self._at, start + 1))
                self._at += 1
        if self._at < self._end and self._lines[self._at].startswith(f"{pad} "):
            raise _Other
        return Items(tuple(found), self._first + at, start - 1)


def _value(text: str, line: int, column: int) -> Node:
    """The value in the rest of a line."""
    first = text[:1]
    if first.isalnum():
        if ": " in text or " #" in text or text[-1] in ": ":
            raise _Other
        return Scalar(text, line, column)
    if first == "[" and _IDS.fullmatch(text):
        return _ids(text[1:-1].split(", "), line, column)
    node, end = _flow(text, 0, line, column, 0)
    if end != len(text) or (isinstance(node, Scalar) and node.plain):
        raise _Other
    return node


def _ids(words: list[str], line: int, column: int) -> Items:
    found: list[Node] = []
    start = column
    for word in words:
        found.append(Scalar(word, line, start + 1))
        start += len(word) + 2
    return Items(tuple(found), line, column)


def _flow(text: str, at: int, line: int, column: int, depth: int) -> tuple[Node, int]:
    """The value that begins at a place of a line, and where it ends; `column` is that of the line's place 0."""
    first = text[at : at + 1]
    if first == "{" and depth < _DEPTH:
        return _flow_pairs(text, at, line, column, depth)
    if first == "[" and depth < _DEPTH:
        return _flow_items(text, at, line, column, depth)
    if match := _FLOW.match(text, at):
        return Scalar(match[0], line, column + at), match.end()
    if match := _QUOTED.match(text, at):
        value = match[2].replace("''", "'") if match[1] is None else match[1]
        return Scalar(value, line, column + at, plain=False), match.end()
    raise _Other


def _flow_pairs(text: str, at: int, line: int, column: int, depth: int) -> tuple[Pairs, int]:
    found: list[Entry] = []
    end = at
    while not found or text.startswith(", ", end):
        start = end + (2 if found else 1)
        key = _KEY.match(text, start)
        if key is None:
            raise _Other
        value, end = _flow(text, key.end(), line, column, depth + 1)
        found.append((key[1], value, line, column + start))
    if not text.startswith("}", end):
        raise _Other
    return Pairs(tuple(found), line, column + at), end + 1


def _flow_items(text: str, at: int, line: int, column: int, depth: int) -> tuple[Items, int]:
    if text.startswith("]", at + 1):
        return Items((), line, column + at), at + 2
    found: list[Node] = []
    end = at
    while not found or text.startswith(", ", end):
        value, end = _flow(text, end + (2 if found else 1), line, column, depth + 1)
        found.append(value)
    if not text.startswith("]", end):
        raise _Other
    return Items(tuple(found), line, column + at), end + 1
