"""The whole text, line by line, with what becomes of each; no line is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer import context
from sitegen.importer.lines import Line, single_lines

if TYPE_CHECKING:
    from sitegen.importer.document import Flag


class Cleaned(NamedTuple):
    """All lines of a text in their order, and what the rules want looked at."""

    lines: tuple[Line, ...]
    flags: tuple[Flag, ...]


def clean(text: str, stated_title: str = "", *, markdown: bool = False) -> Cleaned:
    """Ask the rules for single lines, then those that need neighbours."""
    lines, flags = context.title(single_lines(text, markdown=markdown), stated_title)
    for rule in context.CONTEXT_RULES[1:]:
        lines, raised = rule.apply(lines)
        flags.extend(raised)
    return Cleaned(tuple(lines), tuple(flags))
