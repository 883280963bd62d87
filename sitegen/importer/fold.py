"""Text folded for comparison: case, marks, quote signs and hyphens gone, with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SILENT = frozenset("'`´‘’‛ʹʻʼʽʾʿˈ՚׳＇ـ\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069ء")
APOSTROPHES = frozenset("'’‘ʼ")
ELIDED = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "lorsqu", "jusqu", "puisqu"})
SAME_LETTER = {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ё": "е", "ґ": "г", "ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe"}
_SPACES = re.compile(r"\s+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One character folded: letters without case and marks, digits as ASCII, everything else a space or nothing."""
    if char in SILENT:
        return ""
    plain = unicodedata.normalize("NFKD", char.casefold())
    letters = "".join(SAME_LETTER.get(c, c) for c in plain if not unicodedata.combining(c))
    return "".join(c for c in letters.translate(_DIGITS) if c not in SILENT and not c.isspace()) if letters.strip() else " "


def _apostrophe(text: str, at: int) -> str:
    """A possessive 's and a French elision end a word; any other apostrophe is silent (Qur'an, Sana'a)."""
    tail = text[at + 1 : at + 3]
    if tail[:1] in ("s", "S") and not tail[1:].isalnum():
        return " "
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return " " if text[start:at].lower() in ELIDED else ""


def fold(text: str) -> tuple[str, list[int] | None]:
    """`text` folded, and for each folded character its place in `text` (None: the same place)."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text.lower(), None
    out: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if char.isascii() and char not in SILENT:
            folded = char.lower()
        else:
            folded = _apostrophe(text, at) if char in APOSTROPHES else fold_char(char)
        out.append(folded)
        origin.extend([at] * len(folded))
    return "".join(out), origin


_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "…": "..."})


def key(line: str) -> str:
    """A line as the rules read it: case and marks folded, straight quotes, single spaces, punctuation kept."""
    if not line.isascii():
        line = line.translate(_TYPOGRAPHY)
        if not line.isascii():
            line = "".join(c for c in unicodedata.normalize("NFKD", line) if not unicodedata.combining(c))
            line = "".join(SAME_LETTER.get(c, c) for c in line.casefold() if c not in _DROPPED)
    return _SPACES.sub(" ", line).strip().lower()


_DROPPED = SILENT - APOSTROPHES - {"'", "`", "´"}
