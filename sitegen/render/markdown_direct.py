"""A body of nothing but simple blocks, written at once as the safe HTML that parser and sanitiser would make of it.

Neither of them is asked: what `BlockWriter` writes has no tag, attribute or address that is not on the sanitiser's
list. The tests hold it to their answer, byte for byte.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from sitegen.render.markdown_simple import BlockWriter

VERSIONS: Final = frozenset({"3.11.3"})
"""The versions whose insides were read and tested against."""
_UNFIT: Final = ("<", "&", "\t", "\x02", "\x03", "\r")
"""Raw HTML, and what is made even before a text is parsed."""
_HEADING: Final = re.compile(r"<(/?)[hH]([1-6])(?=[\s/>])")
_NOTE: Final = re.compile(r"\[\^([A-Za-z0-9-]+)\]: ([^ \n].*)")

_NOTE_SIGN: Final = re.compile(r"\[\^([A-Za-z0-9-]+)\]")


def direct(text: str) -> str | None:
    """The safe HTML of a body, or None where the parser must be asked."""
    for sign in _UNFIT:
        if sign in text:
            return None
    blocks = [block.strip("\n") for block in text.split("\n\n")]
    if any("\n " in block for block in blocks if "\n" in block):
        return None  # a line of blanks ends a block as well
    notes: dict[str, str] = {}
    if "[^" in text:
        notes, blocks = _apart(blocks)
        signs = Counter(_NOTE_SIGN.findall(text))
        if any(signs[label] != 2 for label in notes):  # noqa: PLR2004 - the note and what refers to it
            return None
    html = _written(text, list(filter(None, blocks)), notes)
    if html and "\xa0" in html:
        html = html.replace("\xa0", "&nbsp;")
    return headings_from_2(html) if html and ("<h1" in html or ("<h" in html and "<h2" not in html)) else html


def _apart(blocks: list[str]) -> tuple[dict[str, str], list[str]]:
    """The footnotes of one line by their labels, and the blocks without them."""
    notes: dict[str, str] = {}
    left: list[str] = []
    for block in blocks:
        match = _NOTE.fullmatch(block) if block.startswith("[^") else None
        if match is None:
            left.append(block)
        else:
            notes[match[1]] = match[2]
    return notes, left


def _written(text: str, blocks: list[str], notes: dict[str, str]) -> str | None:
    writer = BlockWriter(text, safe=True, notes={label: number for number, label in enumerate(notes, 1)})
    found = writer.written(blocks)
    if len(found) < len(blocks):
        return None
    if notes:
        listed = [_note(label, words) for label, words in notes.items()]
        if not all(listed):
            return None
        found.append('<div class="footnote">\n<hr>\n<ol>\n' + "".join(listed) + "</ol>\n</div>")
    return writer.joined(found)


def _note(label: str, words: str) -> str:
    """A note as an item of their list, or nothing where it is more than a paragraph."""
    found = BlockWriter(words, safe=True).written([words])
    if not found or not found[0].startswith("<p"):
        return ""
    back = f'&nbsp;<a class="footnote-backref" href="#fnref-{label}" rel="noreferrer">↩\ufe0e</a></p>'
    return f'<li id="fn-{label}" dir="auto">\n{found[0].removesuffix("</p>")}{back}\n</li>\n'


def headings_from_2(html: str) -> str:
    """The highest heading of a body is an h2, whatever it was written as, and the others keep their distance to it."""
    levels = [int(match[2]) for match in _HEADING.finditer(html)]
    shift = 2 - min(levels, default=2)
    return _HEADING.sub(lambda match: f"<{match[1]}h{min(int(match[2]) + shift, 6)}", html) if shift else html
