"""Bytes to text, with nothing replaced in silence."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from charset_normalizer import from_bytes

from sitegen.importer.document import Flag, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charset_normalizer import CharsetMatch

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
FEW_BAD_BYTES = 0.1
ALPHABETIC = 0.95
SAMPLE = 4_000
MOST_LETTERS_A_WORD = 40
EBCDIC = (
    "cp037",
    "cp273",
    "cp424",
    "cp500",
    "cp875",
    "cp1026",
    "cp1140",
)
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
    best = _best_of(raw)
    text = _strictly(raw, best.encoding) if best else None
    if best is None or text is None:
        return _refused("undecodable", "No encoding reads this file without loss.")
    checked = _looked_over(text, best.encoding, repair=repair)
    guessed = Flag("encoding-guessed", 0, f"The file states no encoding; it was read as {best.encoding}.")
    return checked._replace(flags=(guessed, *checked.flags))


def _best_of(raw: bytes) -> CharsetMatch | None:
    """What the detector finds; a file with ASCII's spaces is in no EBCDIC, where that byte is none."""
    spaced = raw.count(b" ") + raw.count(b"\n") > len(raw) // MOST_LETTERS_A_WORD
    return from_bytes(raw[:200_000], cp_exclusion=list(EBCDIC) if spaced else None).best()


def _wide(raw: bytes, *, repair: bool) -> Decoded:
    """UTF-16 and UTF-32 without their mark read as letters and spaces; anything else with NULs is no text."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _strictly(raw, name)
        if text and "\x00" not in text and _reads_as_text(text[:SAMPLE]):
            return _looked_over(text, name, repair=repair)
    return _refused("binary", "The file holds NUL bytes: it is no text.")


def _reads_as_text(text: str) -> bool:
    """Whether the letters are those of alphabets, with spaces between: wide characters read wrongly are not."""
    known = sum(char < "\u0250" or "\u0370" <= char < "\u0700" or "\u2000" <= char < "\u2070" for char in text)
    return known >= ALPHABETIC * len(text) and any(char in " \n\r\t" for char in text)


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
        best = _best_of(sample)
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
    broken: list[Flag] = []
    if not text.isascii() and len(_MOJIBAKE.findall(text)) >= ENOUGH_MOJIBAKE:
        text, broken = _mojibake(text, repair=repair)
    if _CONTROLS.search(text):
        flags.append(Flag("control-characters", 0, f"{len(_CONTROLS.findall(text))} control characters are left out."))
        text = _CONTROLS.sub("", text)
    return text, (*flags, *broken)


def _mojibake(text: str, *, repair: bool) -> tuple[str, list[Flag]]:
    """The text, mended where that was asked for, and what was wrong with it; what could not be mended is told too."""
    mended = _RUN.sub(_mended, text) if repair else text
    flags = []
    if mended != text:
        message = "UTF-8 that had been read as Windows-1252 was read again as UTF-8."
        flags.append(Flag("mojibake-repaired", _line_of(_RUN, text), message))
    if _MOJIBAKE.search(mended):
        hint = "it could not be mended" if repair else "--repair-encoding mends it"
        message = f"The text was decoded wrongly before it came here; {hint}."
        flags.append(Flag("mojibake", _line_of(_MOJIBAKE, mended), message))
    return mended, flags


def _line_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _mended(run: re.Match[str]) -> str:
    """Characters undone: encoded as the wrong reader decoded them, read as UTF-8; what is none stays."""
    try:
        return b"".join(map(_byte, run[0])).decode("utf-8")
    except UnicodeError:
        return run[0]


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")  # the five holes of Windows-1252 are passed through as they are


def _of_bytes(first: int, last: int) -> str:
    """A character class: what Windows-1252 makes of these bytes; its five holes are passed through as they are."""
    return (
        "["
        + "".join(
            bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(first, last + 1)
        )
        + "]"
    )


_NEXT = _of_bytes(0x80, 0xBF)
_RUN = re.compile(
    f"(?:{_of_bytes(0xC2, 0xDF)}{_NEXT}|{_of_bytes(0xE0, 0xEF)}{_NEXT}{{2}}|{_of_bytes(0xF0, 0xF4)}{_NEXT}{{3}})"
)
