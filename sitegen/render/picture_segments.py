"""The parts that picture files are made of: each format read part by part, and written without those that say more."""
# ruff: noqa: PLR2004 - the numbers are those of the formats

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_JPEG_KEPT: Final = frozenset(
    {0xC4, 0xCC, *range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
)
_JPEG_TABLES: Final = frozenset(range(0xDB, 0xE0))
_FRAMES: Final = _JPEG_KEPT - {0xC4, 0xCC}
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_PNG_KEPT: Final = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"cICP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    }
    | {b"acTL", b"fcTL", b"fdAT"}
)
_WEBP_KEPT: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_GIF_KEPT: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_ORIENTATION: Final = 0x0112


class Broken(Exception):  # noqa: N818 - it is what it says
    """A picture that cannot be read to its end."""


def jpeg(data: bytes) -> tuple[bytes, int]:
    """A JPEG without its metadata, and its number of pixels."""
    parts, pixels, exif = [b"\xff\xd8"], 0, b""
    for marker, segment, scan in _jpeg_segments(data):
        payload = segment[4:]
        if marker in _FRAMES:
            pixels = max(pixels, _pair(payload, 1, ">HH"))
        if marker == 0xE0 and payload.startswith(b"JFIF\0"):
            parts.append(b"\xff\xe0\0\x10" + payload[:12].ljust(12, b"\0") + b"\0\0")  # without its small picture
        elif marker == 0xE1 and payload.startswith(b"Exif\0\0"):
            exif = exif or payload[6:]
        elif _kept_in_jpeg(marker, payload):
            parts += [segment, scan]
    turned = _turned(exif)
    if turned:
        parts.insert(1, b"\xff\xe1" + struct.pack(">H", len(turned) + 8) + b"Exif\0\0" + turned)
    return b"".join([*parts, b"\xff\xd9"]), pixels


def _kept_in_jpeg(marker: int, payload: bytes) -> bool:
    return (
        marker in _JPEG_KEPT
        or marker in _JPEG_TABLES
        or marker == 0xDA
        or (marker == 0xE2 and payload.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and payload.startswith(b"Adobe"))
    )


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment with its marker, and the coded picture after a scan's head; what follows the end is left."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(data) or data[at] != 0xFF:
            raise Broken(f"no segment begins at byte {at:,}")
        marker = data[at + 1]
        if marker == 0xD9:
            return
        if marker in _ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise Broken(f"the segment at byte {at:,} is cut off")
        after = _end_of_scan(data, end) if marker == 0xDA else end
        yield marker, data[at:end], data[end:after]
        at = after


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded picture ends: at a marker that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2
    raise Broken("it has no end")


def png(data: bytes) -> tuple[bytes, int]:
    """A PNG without its metadata, and its number of pixels."""
    parts, exif, pixels, at, kind = [data[:8]], b"", 0, 8, b""
    while kind != b"IEND":
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + length + 12
        if end > len(data) or len(kind) < 4 or (at == 8) != (kind == b"IHDR"):
            raise Broken(f"the chunk at byte {at:,} is cut off or out of its place")
        if kind == b"IHDR":
            pixels = _pair(data, at + 8, ">II")
        elif kind == b"eXIf":
            exif = data[at + 8 : end - 4]
        if kind in _PNG_KEPT:
            parts.append(data[at:end])
        at = end
    turned = _turned(exif)
    if turned:
        parts.insert(2, _png_chunk(b"eXIf", turned))
    return b"".join(parts), pixels


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def gif(data: bytes) -> tuple[bytes, int]:
    """A GIF without its comments and what programs wrote, and its number of pixels."""
    at = 13 + _colours(data, 10)
    parts, pixels = [data[:at]], _pair(data, 6, "<HH")
    while True:
        kind = data[at : at + 1]
        if kind == b"\x3b":
            return b"".join([*parts, kind]), pixels
        if kind == b"\x21":
            end, kept = _blocks_end(data, at + 2), _kept_in_gif(data, at)
        elif kind == b"\x2c":
            end, kept = _blocks_end(data, at + 11 + _colours(data, at + 9)), True
        else:
            raise Broken(f"no part begins at byte {at:,}")
        parts += [data[at:end]] if kept else []
        at = end


def _kept_in_gif(data: bytes, at: int) -> bool:
    label = data[at + 1 : at + 2]
    return label in (b"\xf9", b"\x01") or (label == b"\xff" and data[at + 3 : at + 14] in _GIF_KEPT)


def _colours(data: bytes, at: int) -> int:
    """The bytes of a colour table, by the flags before it."""
    if at >= len(data):
        raise Broken("it ends too soon")
    return 3 << ((data[at] & 7) + 1) if data[at] & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Where a row of blocks ends, each of which begins with its length, and the last of which has none."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    if at >= len(data):
        raise Broken("it has no end")
    return at + 1


def webp(data: bytes) -> tuple[bytes, int]:
    """A WebP without its metadata, and its number of pixels."""
    parts, exif, pixels, at = [], b"", 0, 12
    end = min(len(data), int.from_bytes(data[4:8], "little") + 8)
    while at < end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content, after = data[at + 8 : at + 8 + length], at + 8 + length + (length & 1)
        if at + 8 + length > len(data):
            raise Broken(f"the chunk at byte {at:,} is cut off")
        pixels = max(pixels, _webp_pixels(kind, content))
        exif = content if kind == b"EXIF" else exif
        if kind in _WEBP_KEPT:
            parts.append((kind, content))
        at = after
    if not any(kind in (b"VP8 ", b"VP8L", b"ANMF") for kind, _ in parts):
        raise Broken("there is no picture in it")
    turned = _turned(exif.removeprefix(b"Exif\0\0"))
    wide = parts[0][0] == b"VP8X"
    if wide and len(parts[0][1]) < 10:
        raise Broken("its head is cut off")
    if wide:
        flags = parts[0][1][0] & ~0x0C | (0x08 if turned else 0)
        parts[0] = (b"VP8X", bytes([flags]) + parts[0][1][1:])
    body = b"".join(_riff(*part) for part in (*parts, *([(b"EXIF", turned)] if turned and wide else [])))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body, pixels


def _riff(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) & 1)


def _webp_pixels(kind: bytes, content: bytes) -> int:
    if kind == b"VP8X" and len(content) >= 10:
        return (int.from_bytes(content[4:7], "little") + 1) * (int.from_bytes(content[7:10], "little") + 1)
    if kind == b"VP8 " and len(content) >= 10:
        width, height = struct.unpack_from("<HH", content, 6)
        return int(width & 0x3FFF) * int(height & 0x3FFF)
    if kind == b"VP8L" and len(content) >= 5:
        bits = int.from_bytes(content[1:5], "little")
        return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
    return 0


def _pair(data: bytes, at: int, form: str) -> int:
    """Width times height."""
    try:
        width, height = struct.unpack_from(form, data, at)
    except struct.error as error:
        raise Broken("it ends too soon") from error
    return int(width * height)


def _turned(exif: bytes) -> bytes:
    """Metadata that says which way up a picture stands, and nothing else; empty where it stands upright."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return b""
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (entries,) = struct.unpack_from(f"{order}H", exif, at)
        for number in range(min(entries, 200)):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + number * 12)
            if (tag, kind, count) == (_ORIENTATION, 3, 1):
                return _upright(value)
    except struct.error:
        pass
    return b""


def _upright(value: int) -> bytes:
    if value not in range(2, 9):
        return b""
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", _ORIENTATION, 3, 1, value, 0) + b"\0\0\0\0"
