"""Blocks whose HTML can be told at a glance: most of what a report is made of.

Paragraphs without any mark, or with nothing but whole links, pictures, notes and plain emphasis; headings, quotations,
lists and tables of such. What is told here is what stock Python-Markdown gives, byte for byte, or what the sanitiser
then makes of it; for any other block the answer is None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sitegen.model.safe_url import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_INLINE_MARKS: Final = ("*", "_", "[", "<", "&", "`", "\\", "  \n")
_BLOCK_MARKS: Final = frozenset(" \n\t>#*+-_=[0123456789")
_LINE_MARK: Final = re.compile(r"\n {0,3}[>#=\-_*\[]")
_BEGINS_WORDS: Final = re.compile(r"[0-9]+(?![0-9.])|[0-9]+\.(?! )|\*{1,2}[A-Za-z0-9]|\[[^\[\]\n]*\]\(")
_HEADING: Final = re.compile(r"(#{1,6}) ++([^#\n]+)")
_NUMBER: Final = re.compile(r"(?:^|\n)[0-9]{1,9}\. ")
_DASHES: Final = re.compile("-+")
_SIDES: Final = {"-": "", ":-": "left", "-:": "right", ":-:": "center"}
"""The alignments of a table's columns, as the line below its head writes them."""
_JOINING: Final = ("<blockquote", "<ul", "<ol")
"""What takes in a block after it: a quotation the next one, a list the next item and whatever is set in."""
_ADDRESS: Final = r"https?://[A-Za-z0-9:/._~%?=+#,;@-]+"
_WORDS: Final = r"[A-Za-z0-9](?:[A-Za-z0-9 ,;.'-]*[A-Za-z0-9])?"
_SIMPLE: Final = re.compile(  # what may not stand before a sign is asked after it: so the signs are found fast
    rf"\[(?<!!\[)(?P<words>[^\]\[*_`\\<>&!^\x02\x03][^\]\[*_`\\<>&!\x02\x03]*)\]\((?P<link>{_ADDRESS})\)"
    rf"|\*(?<![^\s(]\*)(?P<em>{_WORDS})\*(?![^\s,;.)])"
    rf"|\*\*(?<![^\s(]\*\*)(?P<strong>{_WORDS})\*\*(?![^\s,;.)])"
    rf"|!\[(?P<alt>[A-Za-z0-9 ,;.'()-]*[A-Za-z0-9.)])\]\((?P<picture>{_ADDRESS})\)"
    r"|\[\^(?P<note>[A-Za-z0-9-]+)\](?![(\[:])",
)


class BlockWriter:
    """Writes the simple blocks of one text, as stock would; if `safe`, as they leave the sanitiser after it.

    `notes` are the numbers of the text's footnotes by their labels, where these are simple as well.
    """

    def __init__(self, text: str, *, safe: bool = False, notes: Mapping[str, int] | None = None) -> None:
        self.safe = safe
        self.notes = notes or {}
        self.direction = ' dir="auto"' if safe else ""
        self.rel = ' rel="noreferrer"' if safe else ""
        self.marks = tuple(mark for mark in _INLINE_MARKS if mark in text)
        """The inline marks that the text has: nobody asks a block for any other."""

    def written(self, blocks: Sequence[str], after: str = "") -> list[str]:
        """The HTML of the blocks from the first on that are simple.

        `after` is the tag of what stands before them, so that nothing is written that would be made part of it.
        """
        found: list[str] = []
        last = after and f"<{after}"
        for block in blocks:
            words = self.inline(block) if is_paragraph(block) else None
            html = f"<p{self.direction}>{words}</p>" if words is not None else self._marked(block)
            if html is None or (html.startswith(_JOINING) and _joins(last, html, known=bool(found))):
                break
            found.append(html)
            last = html
        # A quotation takes in the next one, though there be what leaves no trace between them (a note, an address).
        if len(found) < len(blocks) and not is_paragraph(blocks[len(found)]):
            while found and found[-1].startswith(_JOINING):
                found.pop()
        return found

    def joined(self, htmls: Iterable[str]) -> str:
        """Blocks as they stand one after another: neighbouring quotations are one."""
        return "\n".join(htmls).replace(f"</blockquote>\n<blockquote{self.direction}>\n", "")

    def _marked(self, block: str) -> str | None:
        match block[:1]:
            case "#":
                return self._heading(block)
            case ">":
                return self._quotation(block)
            case "-" | "*" | "+":
                return self._items("ul", block[2:].split(f"\n{block[0]} ")) if block[1:2] == " " else None
            case "1":
                return self._items("ol", _NUMBER.split(block)[1:]) if block.startswith("1. ") else None
            case "|":
                return self._table(block)
        return None

    def _paragraph(self, block: str) -> str | None:
        words = self.inline(block)
        return None if words is None else f"<p{self.direction}>{words}</p>"

    def _heading(self, block: str) -> str | None:
        match = _HEADING.fullmatch(block)
        words = match[2].strip() if match is not None and "\x02" not in block else ""
        if match is None or not words or any(mark in words for mark in self.marks):
            return None
        tag = f"h{len(match[1])}"
        return f"<{tag}{self.direction}>{words.replace('>', '&gt;')}</{tag}>"

    def _quotation(self, block: str) -> str | None:
        inner = block[2:].replace("\n> ", "\n")
        if not block.startswith("> ") or inner.count("\n") * 2 != len(block) - 2 - len(inner):
            return None  # not a mark before every line
        if "\n " in inner or "\n\n" in inner or inner[-1:] == "\n":
            return None
        html = self._heading(inner) if inner.startswith("#") else self._paragraph(inner) if is_paragraph(inner) else ""
        return f"<blockquote{self.direction}>\n{html}\n</blockquote>" if html else None

    def _items(self, tag: str, items: Sequence[str]) -> str | None:
        """A list whose items are one line each; with a bar in one, it could be a table."""
        lines: list[str] = []
        for item in items:
            words = self.inline(item) if "\n" not in item and "|" not in item and is_paragraph(item) else None
            if words is None:
                return None
            lines.append(f"<li{self.direction}>{words}</li>\n")
        return f"<{tag}>\n{''.join(lines)}</{tag}>"

    def _table(self, block: str) -> str | None:
        """A table whose rows all have the same number of cells, with a bar and a blank around each."""
        lines = block.split("\n")
        rows = [line[2:-2].split(" | ") for line in lines if line.startswith("| ") and line.endswith(" |")]
        if not 2 < len(rows) == len(lines) or {len(row) for row in rows} != {max(len(rows[0]), 2)}:  # noqa: PLR2004
            return None
        sides = [_SIDES.get(_DASHES.sub("-", rule.strip())) for rule in rows[1]]
        head, body = self._row("th", rows[0], sides), [self._row("td", row, sides) for row in rows[2:]]
        if not head or not all(body):
            return None
        return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{''.join(body)}</tbody>\n</table>"

    def _row(self, tag: str, row: Sequence[str], sides: Sequence[str | None]) -> str:
        cells = ""
        for cell, side in zip(map(str.strip, row), sides, strict=True):
            words = self.inline(cell) if side is not None and "|" not in cell else None
            if not words:
                return ""
            aligned = side and (f' class="{side}"' if self.safe else f' style="text-align: {side};"')
            cells += f"<{tag}{aligned}{self.direction}>{words}</{tag}>\n"
        return f"<tr>\n{cells}</tr>\n"

    def inline(self, block: str) -> str | None:
        """Words with links, pictures, notes and emphasis, where there is nothing else in them."""
        for mark in self.marks:
            if mark in block:
                break
        else:
            return block.replace(">", "&gt;")
        if "  \n" in block:
            return None
        plain, end = "", 0
        written: list[str] = []
        for match in _SIMPLE.finditer(block):
            piece = self._piece(match)
            if piece is None:
                return None
            before = block[end : match.start()]
            plain += before
            written += before.replace(">", "&gt;"), piece
            end = match.end()
        if any(mark in plain or mark in block[end:] for mark in self.marks):
            return None
        return "".join(written) + block[end:].replace(">", "&gt;")

    def _piece(self, match: re.Match[str]) -> str | None:
        kind, words = match.lastgroup, match[match.lastindex or 0]
        if kind in {"em", "strong"}:
            return f"<{kind}>{words}</{kind}>"
        if kind == "link":
            return self._link(match["words"], words)
        if kind == "picture":  # those from elsewhere become links to them
            return self._link(match["alt"], words) if self.safe else f'<img alt="{match["alt"]}" src="{words}">'
        number = self.notes.get(words)
        if number is None:
            return None
        return f'<sup id="fnref-{words}"><a class="footnote-ref" href="#fn-{words}"{self.rel}>{number}</a></sup>'

    def _link(self, words: str, address: str) -> str | None:
        if self.safe and safe_url(address) != address:
            return None
        return f'<a href="{address}"{self.rel}>{words}</a>'


def _joins(last: str, html: str, *, known: bool) -> bool:
    """Whether a block is made part of the one before it, in a way that `joined` does not mend."""
    return last[:3] == html[:3] and not (known and html.startswith("<b"))


def is_paragraph(block: str) -> bool:
    """Whether every block processor but the paragraph's would refuse the block, whatever stands before it."""
    if not block[:1].isalpha() and not _begins_words(block):
        return False
    return "\n" not in block or ("|" not in block and not _LINE_MARK.search(block))


def _begins_words(block: str) -> bool:
    first = block[:1]
    if first and first not in _BLOCK_MARKS and not first.isspace() and not first.isdecimal():
        return True
    return "]:" not in block and _BEGINS_WORDS.match(block) is not None
