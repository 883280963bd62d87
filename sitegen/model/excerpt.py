"""The beginning of a text, for reports that may not be shown whole."""

from __future__ import annotations

import re

_MENTION = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)|[*_`~]{1,3}|<[^>]*>", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*(?=\s|$)")


def plain(markdown: str) -> str:
    """Markdown to plain text on one line, near enough for an excerpt: it is escaped wherever it is shown."""
    text = _LINK.sub(r"\1", _MENTION.sub(r"\1", markdown))
    return " ".join(_MARKS.sub("", text).split())


def excerpt(markdown: str, words: int) -> str:
    """At most `words` words from the beginning, ended at a sentence where one ends, else at a word with an ellipsis."""
    text = plain(markdown[: words * 40])
    pieces = text.split(" ")
    if len(pieces) <= words and len(markdown) <= words * 40:
        return text
    cut = " ".join(pieces[:words])
    ends = [found.end() for found in _SENTENCE_END.finditer(cut)]
    return cut[: ends[-1]] if ends else f"{cut} …"
