"""What a reader or a machine can make of the bytes of an output: decoded, without markup, out of packed files."""

from __future__ import annotations

import binascii
import html
import io
import re
import unicodedata
import zlib
from base64 import b64encode
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from sitegen.model.redaction import NOISE, letters
from sitegen.render import look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 4
"""How often one encoding may be wrapped in another before we stop unwrapping it."""
DEPTH: Final = 3
LONG: Final = 12
"""Bytes of a stretch of text, in a file of other things, that is worth unwrapping."""
LARGEST: Final = 64 * 1024 * 1024
"""Bytes that are unpacked out of one file at most."""

_ESCAPE: Final = re.compile(
    r"""[\\%]u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\([nrtbf"'/\\])"""
)
_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|g|i|ins|kbd|label|mark|q|ruby"
    r"|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT: Final = re.compile(r"<!--.{0,200}?-->", re.DOTALL)
_TAG: Final = re.compile(r"<[^<>]*>")
_TEXT: Final = re.compile(
    rb"(?:[\x00-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\xff)+", re.DOTALL
)
_WIDE: Final = re.compile(rb"(?:[\x20-\xff]\x00){3,}|(?:\x00[\x20-\xff]){3,}")
_NOISE: Final = NOISE.encode()
_ENDS: Final = bytes.maketrans(_NOISE + b"\xff", b"  ")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_ZLIB: Final = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_RUN: Final = "A-Za-z0-9+/"
_URL_SAFE: Final = str.maketrans("-_", "+/")


def text_forms(text: str) -> Iterator[str]:
    """A text as it is written, with its escapes read, and without its markup; and once more as it looks."""
    yield _without_tags(text)
    read = unescaped(text)
    if read != text:
        yield _without_tags(read)
    looks = look_alikes.as_latin(read) if look_alikes.are_in(letters(read)) else read
    if looks != read:
        yield _without_tags(looks)
    for form in dict.fromkeys((read, looks)):
        if "<" in form:
            yield _without_markup(form)


def _without_tags(text: str) -> str:
    """Tags and what stands between them, side by side: no word goes from one to the other."""
    return text.replace("<", NOISE).replace(">", NOISE)


def without_comments(text: str) -> str:
    """A text without its comments, and without the marks around text that is to be read as it is."""
    return _COMMENT.sub("", text).replace("<![CDATA[", "").replace("]]>", "") if "<!" in text else text


def _without_markup(text: str) -> str:
    """A text as it reads: what only styles a word is nothing, what keeps two apart is a gap."""
    first, *rest = without_comments(text).split("<")
    parts = [piece.partition(">") for piece in rest]
    if all(end for _, end, _ in parts):
        return "".join([first, *[_instead(tag) + after for tag, _, after in parts]])
    return _TAG.sub(" ", _INLINE.sub("", text))  # what is no tag may become one when those within it are gone


@lru_cache(maxsize=4096)
def _instead(tag: str) -> str:
    return "" if _INLINE.fullmatch(f"<{tag}>") else " "


def unescaped(text: str) -> str:
    """A text with its entities, percent-encoding and escapes of JSON and JavaScript read, one within another too."""
    for _ in range(ROUNDS):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "\\" in text or "%u" in text:
            text = _ESCAPE.sub(_character, text)
        if "%" in text:
            text = unquote(text)
        if text == before:
            break
    return text


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is None:
        return " " if escape[4] in "nrtbf" else escape[4]
    number = int(code, 16)
    return chr(number) if number < 0x110000 else " "  # noqa: PLR2004 - where Unicode ends


def binary_texts(data: bytes) -> tuple[str, str]:
    """What is text in a file that is none, all of it and the longer stretches; what can be no text becomes noise.

    Control bytes end a word.
    """
    plain = data.translate(_ENDS)
    found = _TEXT.findall(plain)
    if not found:
        return "", ""
    before, after = b"" if plain.startswith(found[0]) else _NOISE, b"" if plain.endswith(found[-1]) else _NOISE
    longer = _NOISE.join(stretch for stretch in found if len(stretch) >= LONG)
    return (before + _NOISE.join(found) + after).decode("utf-8", "replace"), longer.decode("utf-8", "replace")


def wide_text(data: bytes) -> str:
    """The Latin text that a file holds as UTF-16, in either order of its bytes."""
    return NOISE.join(found.replace(b"\0", b"").decode("latin-1") for found in _WIDE.findall(data))


def latin_text(data: bytes) -> str:
    """A file as text in which accents are single bytes, as in older metadata."""
    return data.translate(_ENDS).decode("latin-1")


def latin_letters(data: bytes) -> bytes:
    """The letters of that text, found fast: only where they match is it worth more."""
    return data.translate(*_latin())


@cache
def _latin() -> tuple[bytes, bytes]:
    """The letters of single bytes, and the bytes that are none."""
    folded = [letters(chr(byte)) for byte in range(256)]
    table = bytes(found[0] if found else byte for byte, found in enumerate(folded))
    return table, bytes(byte for byte, found in enumerate(folded) if len(found) != 1)


def pieces(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """A file, and what is packed in it: the text of a PNG, compressed streams, the members of a zip."""
    yield data
    if depth < DEPTH:
        for inner in _within(data):
            yield from pieces(inner, depth + 1)


def _within(data: bytes) -> Iterator[bytes]:
    if data.startswith(_PNG):
        yield from _png_texts(data)
    elif data.startswith(b"PK\x03\x04"):
        yield from _members(data)
    elif data.startswith(b"\x1f\x8b"):
        yield _inflated(data, zlib.MAX_WBITS | 16)
    elif b"\x78" in data and not _is_text(data):
        left = LARGEST
        for start in (found.start() for found in _ZLIB.finditer(data)):
            stream = _inflated(memoryview(data)[start:], zlib.MAX_WBITS, min(left, LARGEST // 8))
            left -= len(stream)
            if stream:
                yield stream
            if left <= 0:
                return


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _png_texts(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG that are no pixels; compressed text is unpacked."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + length]
        at += length + 12
        if kind in (b"tEXt", b"iTXt", b"eXIf", b"zTXt"):
            yield chunk
            if packed := _ZLIB.search(chunk):
                yield _inflated(chunk[packed.start() :], zlib.MAX_WBITS)


def _inflated(data: bytes | memoryview, window: int, limit: int = LARGEST) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(data, limit)
    except zlib.error:
        return b""


def _members(data: bytes) -> Iterator[bytes]:
    import zipfile  # seldom needed, and long to import

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode("utf-8", "replace")
                if not member.flag_bits & 1 and not member.is_dir():
                    with archive.open(member) as file:
                        yield file.read(LARGEST)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, ValueError):
        return


def variants(text: str) -> tuple[str, ...]:
    """A string as it may be written by a machine that encodes it: its own case, others, composed and decomposed."""
    cased = (text, text.lower(), text.upper(), text.title(), "-".join(text.lower().split()))
    return tuple(
        dict.fromkeys(
            form for item in cased for form in (unicodedata.normalize("NFC", item), unicodedata.normalize("NFD", item))
        )
    )


def utf16(text: str) -> Iterator[bytes]:
    """A string as UTF-16, in both orders of its bytes."""
    for form in variants(text):
        yield form.encode("utf-16-le", "replace")
        yield form.encode("utf-16-be", "replace")


def base64_cores(text: str) -> Iterator[tuple[str, int]]:
    """What is always the same of a string's Base64, for each place that it may begin at, with that place's offset."""
    for data in dict.fromkeys(item.encode("utf-8", "replace") for item in variants(text)):
        for shift, first in ((0, 0), (1, 2), (2, 3)):
            encoded = b64encode(b"\0" * shift + data).decode()
            yield encoded[first : (shift + len(data)) * 8 // 6].translate(_URL_SAFE), first


def base64_texts(text: str) -> tuple[str, str]:
    """A text as Base64 may stand in it: with the letters of one alphabet, and with its lines joined."""
    plain = text.replace("-", "+").replace("_", "/")
    return plain, "".join(plain.split())


def decoded_around(texts: tuple[str, ...], core: str, offset: int) -> Iterator[str]:
    """What the Base64 around each `core` in some texts says, as text."""
    for text in texts:
        at = text.find(core)
        while at >= 0:
            yield _decoded(text, at, len(core), offset)
            at = text.find(core, at + 1)


def _decoded(text: str, at: int, length: int, offset: int) -> str:
    before = re.search(f"[{_RUN}]*$", text[max(at - 64, 0) : at])
    after = re.match(f"[{_RUN}]*", text[at + length : at + length + 64])
    assert before is not None
    assert after is not None
    run = before[0] + text[at : at + length] + after[0]
    run = run[(len(before[0]) - offset) % 4 :]
    return binary_texts(binascii.a2b_base64(run[: len(run) // 4 * 4] + _tail(run)))[0]


def _tail(run: str) -> str:
    """What is left of a run that has no padding."""
    left = run[len(run) // 4 * 4 :]
    return left + "=" * (4 - len(left)) if len(left) > 1 else ""
