"""Text folded for comparison: case, marks, quote signs and hyphens gone, with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SILENT = frozenset(
    "'`´‘’‛ʹʻʼʽʾʿˈ՚׳＇ـ\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u061c\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069ء"
)
APOSTROPHES = frozenset("'’‘ʼ")
ELIDED = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "lorsqu", "jusqu", "puisqu"})
SAME_LETTER = {
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ё": "е",
    "ґ": "г",
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "æ": "ae",
    "œ": "oe",
}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One character folded: letters without case and marks, digits as ASCII, everything else a space or nothing."""
    if char in SILENT:
        return ""
    plain = unicodedata.normalize("NFKD", char.casefold())
    letters = "".join(SAME_LETTER.get(c, c) for c in plain if not unicodedata.combining(c))
    return (
        "".join(c for c in letters.translate(_DIGITS) if c not in SILENT and not c.isspace())
        if letters.strip()
        else " "
    )


def _apostrophe(text: str, at: int) -> str:
    """A possessive 's and a French elision end a word; any other apostrophe is silent (Qur'an, Sana'a)."""
    tail = text[at + 1 : at + 3]
    if tail[:1] in ("s", "S") and not tail[1:].isalnum():
        return " "
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return " " if text[start:at].lower() in ELIDED else ""


_FOLDABLE = (*range(0x80, 0x700), *range(0x1E00, 0x2070), *range(0xFB00, 0xFF00))
_ONE_TO_ONE = {ord(char): fold_char(char) for char in map(chr, _FOLDABLE) if len(fold_char(char)) == 1}
_SILENT_ASCII = tuple(c for c in SILENT if c.isascii())
_ODD = re.compile(
    "[^\x00-\x7f" + re.escape("".join(map(chr, _ONE_TO_ONE))) + "]|[" + re.escape("".join(_SILENT_ASCII)) + "]"
)


def fold(text: str) -> tuple[str, list[int] | None]:
    """`text` folded, and for each folded character its place in `text` (None: the same place).

    Runs of characters that fold to one character each are translated at once; only the odd ones are looked at alone.
    """
    plain = text.isascii() and not any(char in text for char in _SILENT_ASCII)
    odd = None if plain else _ODD.search(text)
    if odd is None:
        return _folded_run(text), None
    out: list[str] = []
    origin: list[int] = []
    start = 0
    while odd:
        at = odd.start()
        char = text[at]
        folded = _apostrophe(text, at) if char in APOSTROPHES else fold_char(char)
        out += (_folded_run(text[start:at]), folded)
        origin.extend(range(start, at))
        origin.extend([at] * len(folded))
        start = at + 1
        odd = _ODD.search(text, start)
    origin.extend(range(start, len(text)))
    return "".join((*out, _folded_run(text[start:]))), origin


def _folded_run(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_ONE_TO_ONE).lower()


_TYPOGRAPHY = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "…": "...",
}
_DROPPED = SILENT - APOSTROPHES - {"'", "`", "´"}


def _key_char(char: str) -> str:
    if char in _TYPOGRAPHY or char in _DROPPED:
        return _TYPOGRAPHY.get(char, "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", char.casefold()) if not unicodedata.combining(c))
    return "".join(SAME_LETTER.get(c, c) for c in plain if c not in _DROPPED)


def _key_table() -> dict[int, str]:
    """Each character and its key; a key holds nothing that has another key, so that one look is enough."""
    table = {code: _key_char(chr(code)) for code in _FOLDABLE}
    return {code: text.translate(table) for code, text in table.items()}


_KEY_TABLE = _key_table()
_NOT_ASCII = re.compile("[^\x00-\x7f]")
FEW = 8
LINES_AT_HAND = 512
LONGEST_AT_HAND = 2_000


def key(line: str) -> str:
    """A line as the rules read it: case and marks folded, straight quotes, single spaces, punctuation kept.

    Each rule asks for the keys of the same lines, one after the other: those of the last lines are kept at hand.
    """
    return _key_at_hand(line) if len(line) <= LONGEST_AT_HAND else _key(line)


def _key(line: str) -> str:
    return " ".join(unmarked(line).split())


_key_at_hand = lru_cache(maxsize=LINES_AT_HAND)(_key)


def unmarked(text: str) -> str:
    """A text without case and marks, its spaces as they are; the few marks of a Latin one are replaced one by one."""
    if text.isascii():
        return text.lower()
    if len(text.encode("utf-8", "replace")) - len(text) > len(text) // FEW:
        return text.translate(_KEY_TABLE).lower()
    for char in set(_NOT_ASCII.findall(text)):
        text = text.replace(char, _KEY_TABLE.get(ord(char), char))
    return text.lower()
