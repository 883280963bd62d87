"""Blocks whose HTML can be told at a glance: most of what a report is made of.

Paragraphs without any mark, or with nothing but whole links and plain emphasis; headings and quotations of such. What
is told here is what stock Python-Markdown gives, byte for byte; for any other block the answer is None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INLINE_MARKS: Final = ("*", "_", "[", "<", "&", "`", "\\", "  \n")
_BLOCK_MARKS: Final = frozenset(" \n\t>#*+-_=[0123456789")
_LINE_MARK: Final = re.compile(r"\n {0,3}[>#=\-_*\[]")
_HEADING: Final = re.compile(r"(#{1,6}) +([^#\n]+)")
_SIMPLE: Final = re.compile(  # what may not stand before a sign is asked after it: so the signs are found fast
    r"\[(?<!!\[)([^\]\[*_`\\<>&!^\x02\x03][^\]\[*_`\\<>&!\x02\x03]*)\]\((https?://[A-Za-z0-9:/._~%?=+#,;@-]+)\)"
    r"|\*(?<![^\s(]\*)([A-Za-z0-9](?:[A-Za-z0-9 ,;.'-]*[A-Za-z0-9])?)\*(?![^\s,;.)])",
)


def simple_blocks(blocks: Sequence[str], marks: Sequence[str], *, after_quote: bool) -> list[tuple[str, str]]:
    """The blocks from the first on that are simple, each with its HTML; `marks` are those that the text has.

    `after_quote`: a quotation stands before them, and another would be made part of it.
    """
    found: list[tuple[str, str]] = []
    for block in blocks:
        if not block.startswith("> "):
            html = _simple(block, marks)
        else:
            html = None if after_quote and not found else _quotation(block, marks)
        if html is None:
            break
        found.append((block, html))
    # A quotation takes in the next one, though there be what leaves no trace between them (a note, a link's address).
    if len(found) < len(blocks) and not is_paragraph(blocks[len(found)]):
        while found and found[-1][0].startswith("> "):
            found.pop()
    return found


def joined(htmls: Iterable[str]) -> str:
    """Blocks as they stand one after another: neighbouring quotations are one."""
    return "\n".join(htmls).replace("</blockquote>\n<blockquote>\n", "")


def _simple(block: str, marks: Sequence[str]) -> str | None:
    if block.startswith("#"):
        return _heading(block, marks)
    if not is_paragraph(block) or (words := _inline(block, marks)) is None:
        return None
    return f"<p>{words}</p>"


def _heading(block: str, marks: Sequence[str]) -> str | None:
    match = _HEADING.fullmatch(block)
    words = match[2].strip() if match is not None and "\x02" not in block else ""
    if match is None or not words or any(mark in words for mark in marks):
        return None
    tag = f"h{len(match[1])}"
    return f"<{tag}>{words.replace('>', '&gt;')}</{tag}>"


def _quotation(block: str, marks: Sequence[str]) -> str | None:
    inner = block[2:].replace("\n> ", "\n")
    if inner.count("\n") * 2 != len(block) - 2 - len(inner) or "\n " in inner or "\n\n" in inner or inner[-1:] == "\n":
        return None  # not a mark before every line, or lines that are none
    html = _simple(inner, marks)
    return f"<blockquote>\n{html}\n</blockquote>" if html else None


def is_paragraph(block: str) -> bool:
    """Whether every block processor but the paragraph's would refuse the block, whatever stands before it."""
    return (
        bool(block)
        and block[0] not in _BLOCK_MARKS
        and not block[0].isspace()
        and not block[0].isdecimal()
        and ("\n" not in block or ("|" not in block and not _LINE_MARK.search(block)))
    )


def _inline(block: str, marks: Sequence[str]) -> str | None:
    """A paragraph's words, with links and emphasis, where there is nothing else in them."""
    for mark in marks:
        if mark in block:
            break
    else:
        return block.replace(">", "&gt;")
    pieces = _SIMPLE.split(block)
    if len(pieces) == 1 or "  \n" in block:
        return None
    plain = "".join(pieces[::4])
    if any(mark in plain for mark in marks):
        return None
    return "".join(map(_piece, pieces[::4], [None, *pieces[1::4]], [None, *pieces[2::4]], [None, *pieces[3::4]]))


def _piece(after: str, words: str | None, address: str | None, emphasis: str | None) -> str:
    """A link or an emphasis, if any, and the plain words after it."""
    after = after.replace(">", "&gt;")
    if words is not None:
        return f'<a href="{address}">{words}</a>{after}'
    return after if emphasis is None else f"<em>{emphasis}</em>{after}"
