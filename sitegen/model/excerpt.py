"""The beginning of a text, for reports that may not be shown whole, and short quotations from them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LABELLED: Final = re.compile(r"(?<!\\)\[\[[^\[\]|\n]{1,200}\|([^\[\]|]{1,400})\]\]")
_MENTION: Final = re.compile(r"(?<!\\)\[\[([^\[\]|\n]{1,200})\|?\]\]")
_LINK: Final = re.compile(r"(?<!\[)!?\[([^\[\]]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_MARKS: Final = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)|[*_`~]{1,3}|<[^<>]*>", re.MULTILINE)
_ABBREVIATED: Final = "".join(
    rf"(?<!\b{word})" for word in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "Lt", "Col", "Gen", "St")
)
_SENTENCE_END: Final = re.compile(rf"""{_ABBREVIATED}(?:[.!?…؟۔][\"'”’»)\]]*(?=\s|$)|[。！？]["'”’」』）]*)""")
QUOTED_WORDS: Final = 25
"""The words that a quotation may have where the rights do not allow the whole text."""
CHARACTERS: Final = 20
"""No word is so long: what stands without spaces counts as one word for so many letters, of wide scripts for two."""


def excerpt(markdown: str, words: int) -> str:
    """At most `words` words from the beginning, ended at a sentence; mentions without a label stay as written."""
    return _cut(plain(markdown[: words * 60]), words, whole=len(markdown) <= words * 60)


def name_mentions(text: str, words: int, title: Callable[[str, str], str]) -> str:
    """An excerpt with the title of each mention's record in its place, and again no longer than `words`.

    What a backslash stands before is no mention.
    """
    if "[[" not in text:
        return text

    def named(found: re.Match[str]) -> str:
        kind, colon, id_ = found[1].partition(":")
        return title(kind.strip(), id_.strip()) if colon else title("", kind.strip())

    return _cut(_MENTION.sub(named, text).replace("\\[[", "[["), words, whole=True)


def quotation(quote: str) -> str:
    """A quotation cut at a word where it is longer than may be quoted."""
    pieces = _within(quote, QUOTED_WORDS)
    return quote if pieces == quote else f"{pieces} …"


def plain(markdown: str) -> str:
    """Markdown to plain text on one line, near enough for an excerpt: it is escaped wherever it is shown."""
    text = _LINK.sub(r"\1", _LABELLED.sub(r"\1", markdown))
    return " ".join(_MARKS.sub("", text).split())


def _cut(text: str, words: int, *, whole: bool) -> str:
    cut = _within(text, words)
    if cut == text and whole:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(cut)]
    return cut[: ends[-1]] if ends else f"{cut} …"


def _within(text: str, words: int) -> str:
    """The beginning of a text up to so many words."""
    left = words
    for piece in re.finditer(r"\S+", text):
        wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in piece[0])
        letters = 2 if wide else CHARACTERS
        size = -(-len(piece[0]) // letters)
        if size > left:
            end = piece.start() + (left * letters if wide or size > 3 else 0)  # noqa: PLR2004 - a text without spaces
            return text[:end].rstrip()
        left -= size
    return text
