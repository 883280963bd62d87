"""Bytes to text, with nothing replaced in silence."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from charset_normalizer import from_bytes

from sitegen.importer.document import Flag, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 20_000_000
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset\s*=|encoding\s*=)\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_MOJIBAKE = re.compile(
    "[ÃÂâÐÑØÙ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
FEW_BAD_BYTES = 0.02
ENOUGH_MOJIBAKE = 2
MOST_OFFSETS = 20


class Decoded(NamedTuple):
    """The text, the encoding that gave it, and what a curator must know of the way."""

    text: str
    encoding: str
    flags: tuple[Flag, ...] = ()
    refusal: Refusal | None = None


def decode(raw: bytes, declared: str = "", *, repair: bool = False) -> Decoded:
    """Read bytes by their mark, as UTF-8, by what they declare, by detection; refuse rather than guess blindly."""
    if len(raw) > MAX_BYTES:
        return _refused("too-large", f"The file has {len(raw):,} bytes; the limit is {MAX_BYTES:,}.")
    for name in _candidates(raw, declared):
        text = _strictly(raw, name)
        if text is not None and "\x00" not in text:
            return _looked_over(text, name, repair=repair)
    return _detected(raw, repair=repair)


def _refused(code: str, message: str) -> Decoded:
    return Decoded("", "", (), Refusal(code, message))


def _candidates(raw: bytes, declared: str) -> Iterator[str]:
    """The encodings to try, each asked for only when those before it have failed."""
    yield from (name for mark, name in MARKS if raw.startswith(mark))
    if b"\x00" not in raw[:4096]:
        yield "utf-8"
    yield from filter(None, (declared, _declared(raw)))


def _declared(raw: bytes) -> str:
    found = _DECLARED.search(raw[:2048])
    return found[1].decode("ascii", "replace") if found else ""


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _detected(raw: bytes, *, repair: bool) -> Decoded:
    """The last resorts: nearly all UTF-8 with the bad bytes named, or what the detector finds, or nothing."""
    if b"\x00" in raw:
        return _wide(raw, repair=repair)
    lossy = raw.decode("utf-8", "replace")
    bad = lossy.count("\ufffd")
    multibyte = sum(1 for c in lossy if c > "\x7f") - bad
    if bad <= max(1, FEW_BAD_BYTES * multibyte) and multibyte > bad:
        return _with_bad_bytes(raw, lossy)
    best = from_bytes(raw[:200_000]).best()
    text = _strictly(raw, best.encoding) if best else None
    if best is None or text is None:
        return _refused("undecodable", "No encoding reads this file without loss.")
    checked = _looked_over(text, best.encoding, repair=repair)
    guessed = Flag("encoding-guessed", 0, f"The file states no encoding; it was read as {best.encoding}.")
    return checked._replace(flags=(guessed, *checked.flags))


def _wide(raw: bytes, *, repair: bool) -> Decoded:
    """UTF-16 without its mark has a NUL in every other byte; anything else with NULs is no text."""
    for name, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        text = _strictly(raw, name)
        if text and "\x00" not in text and zeros.count(0) > len(zeros) * 0.4:
            return _looked_over(text, name, repair=repair)
    return _refused("binary", "The file holds NUL bytes: it is no text.")


def _with_bad_bytes(raw: bytes, lossy: str) -> Decoded:
    offsets: list[int] = []
    at = 0
    while len(offsets) < MOST_OFFSETS:
        try:
            raw[at:].decode("utf-8")
            break
        except UnicodeDecodeError as fault:
            offsets.append(at + fault.start)
            at += fault.end
    places = ", ".join(map(str, offsets))
    flag = Flag("lossy-bytes", 0, f"Bytes that are no UTF-8 stand at offset {places}; U+FFFD marks them in the text.")
    text, others = looked_over(lossy)
    return Decoded(text, "utf-8", (flag, *(other for other in others if other.code != "replacement-characters")))


def encoding_of(sample: bytes) -> str | None:
    """The encoding of a long file by its start: its mark, UTF-8 (a cut character at the end aside), or detection."""
    marked = next((name for mark, name in MARKS if sample.startswith(mark)), "")
    if marked:
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        best = from_bytes(sample[:200_000]).best()
        return best.encoding if best else None
    return "utf-8"


def _looked_over(text: str, encoding: str, *, repair: bool) -> Decoded:
    looked, flags = looked_over(text.removeprefix("\ufeff"), repair=repair)
    return Decoded(looked, encoding, flags)


def looked_over(text: str, *, repair: bool = False) -> tuple[str, tuple[Flag, ...]]:
    """Text without control characters, and flags for these, for replacement characters and for mojibake."""
    flags: list[Flag] = []
    if "\ufffd" in text:
        flags.append(
            Flag(
                "replacement-characters",
                0,
                (
                    f"The file itself holds {text.count(chr(0xFFFD))} replacement characters (U+FFFD), the first "
                    f"at character {text.index(chr(0xFFFD))}."
                ),
            )
        )
    if _CONTROLS.search(text):
        flags.append(Flag("control-characters", 0, f"{len(_CONTROLS.findall(text))} control characters are left out."))
        text = _CONTROLS.sub("", text)
    if not text.isascii() and len(_MOJIBAKE.findall(text)) >= ENOUGH_MOJIBAKE:
        text, flag = _mojibake(text, repair=repair)
        flags.append(flag)
    return text, tuple(flags)


def _mojibake(text: str, *, repair: bool) -> tuple[str, Flag]:
    line = text.count("\n", 0, _MOJIBAKE.search(text).start()) + 1  # type: ignore[union-attr]
    if not repair:
        return text, Flag(
            "mojibake", line, "The text was decoded wrongly before it came here; --repair-encoding mends it."
        )
    mended = "\n".join(_mended(part) for part in text.split("\n"))
    return mended, Flag("mojibake-repaired", line, "UTF-8 that had been read as Windows-1252 was read again as UTF-8.")


def _mended(line: str) -> str:
    """One line undone: encode as the wrong reader decoded, read as UTF-8; a line that does not fit stays."""
    if not _MOJIBAKE.search(line):
        return line
    try:
        return b"".join(_byte(c) for c in line).decode("utf-8")
    except UnicodeError:
        return line


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")  # the five holes of Windows-1252 are passed through as they are
