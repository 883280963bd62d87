"""File names that are safe everywhere: ASCII, short, never empty, never reserved."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:$|-)?", re.IGNORECASE)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ł": "l",
        "Ł": "l",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "ı": "i",
        "’": None,
        "'": None,
        "ʿ": None,
        "ʾ": None,
        "‘": None,
    }
)


def slug_of(title: str, sha256: str) -> str:
    """The title in ASCII letters, cut at a word; the start of the digest where the script leaves no letters."""
    plain = unicodedata.normalize("NFKD", title.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(re.sub(r"[^a-z]", "", words)) < max(3, sum(c.isalpha() for c in title) // 3):
        return sha256[:8]
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST].strip("-")
    return f"{words}-{sha256[:8]}" if _RESERVED.fullmatch(words) else words


def safe_name(name: str, sha256: str) -> str:
    """A seed's own file name where it is safe in a folder of any system; else what is safe of it."""
    base = re.split(r"[\\/]", name)[-1]
    stem, dot, suffix = base.rpartition(".")
    stem, suffix = (stem, suffix) if dot and stem else (base, "")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", plain).strip("-. ")[:100].rstrip("-. ")
    if not plain or _RESERVED.fullmatch(plain.split(".")[0]):
        plain = f"{plain}-{sha256[:8]}".lstrip("-")
    end = re.sub(r"[^A-Za-z0-9]", "", suffix)[:8]
    return f"{plain}.{end}" if end else plain
