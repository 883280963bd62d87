"""Names in a text that no record of the archive has, most frequent first: the curator may want records for them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line
    from sitegen.importer.match import Mention

_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_NAME = re.compile(  # a plain set of letters first: the search leaps from one to the next
    rf"[{_CAPITAL}a](?<![\w'’].)(?:(?<=a)l-[A-Z]\w+|(?<!a)[\w'’]*\w(?:-[\w'’]+)*)"
    r"(?: (?:(?:al|el|as|ash|ad|ar|ez|az|de|of|the|bin|ibn|van|von)[ -])?"
    rf"(?:[{_CAPITAL}][\w'’-]+|al-[A-Z]\w+|[A-Z]{{2,}}))*"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”«»(\[]\s*)$")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        the a an in on at by from to of and but or for with as he she it they we i you his her their its our this that
        these those there here when while after before since monday tuesday wednesday thursday friday saturday sunday
        january february march april may june july august september october november december mr mrs ms dr
        president minister general major colonel foreign prime god islam muslim muslims christian christians arab arabs
        """,
    )
)


class Stranger(NamedTuple):
    """A name without a record: how often it stands there, and where first."""

    text: str
    times: int
    line: int


def strangers(lines: tuple[Line, ...], mentions: list[Mention], most: int = 15) -> tuple[Stranger, ...]:
    """Capitalised names within sentences (or repeated at their start) that are no part of a mention."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for mention in mentions:
        taken.setdefault(mention.line, []).append((mention.start, mention.end))
    count: Counter[str] = Counter()
    sure: set[str] = set()
    first: dict[str, int] = {}
    for line in lines:
        if line.action is not Action.KEEP or not line.text:
            continue
        for match in _NAME.finditer(line.text):
            text = match[0]
            if text.lower() in _COMMON or any(
                match.start() < end and start < match.end() for start, end in taken.get(line.number, ())
            ):
                continue
            count[text] += 1
            first.setdefault(text, line.number)
            if text not in sure and (
                " " in text or not _SENTENCE_START.search(line.text, max(0, match.start() - 4), match.start())
            ):
                sure.add(text)
    ranked = sorted((text for text in count if text in sure), key=lambda text: (-count[text], first[text], text))
    return tuple(Stranger(text, count[text], first[text]) for text in ranked[:most])
