"""Pictures as they may go out: without what a camera or a program wrote into them beside the picture itself.

Where a picture was taken, when, with whose device and by whom can cost a life, and nobody sees it. So the segments that
hold such things are left out when a picture is copied into the site; its pixels are copied as they are. What is kept:
what the picture is drawn from, its colour profile, and which way up it stands. A file of another kind in which such
data is found is refused, and so is one that cannot be read to its end: what cannot be looked through is not published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.render.picture_segments import Broken, gif, jpeg, png, webp

if TYPE_CHECKING:
    from collections.abc import Callable

PIXELS: Final = 100_000_000
"""A picture that says it is larger would take a reader's memory, however small its file."""
KINDS: Final[tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], tuple[bytes, int]]], ...]] = (
    ("JPEG", re.compile(rb"\xff\xd8"), jpeg),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n"), png),
    ("GIF", re.compile(rb"GIF8[79]a"), gif),
    ("WebP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL), webp),
)
_METADATA: Final = re.compile(
    rb"\A(?:II\*\0|MM\0\*)|Exif\0|http://ns\.adobe\.com/|<x:xmpmeta|<rdf:RDF|Photoshop 3\.0|\xa9xyz|location\.ISO6709"
)
_ACTIVE: Final = re.compile(
    rb"<(?:\w+:)?(?:script|foreignObject|iframe|embed|object)\b|\bon[a-z]+\s*=|javascript:|<!ENTITY", re.IGNORECASE
)
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!a-z]", re.IGNORECASE)


class Copied(NamedTuple):
    """A file as it may go out, or the code of what is wrong with it and a sentence about that."""

    data: bytes
    code: str = ""
    message: str = ""


def copied(data: bytes) -> Copied:
    """A picture without its metadata; a file of another kind as it is, where nothing is found in it."""
    for name, begins, without in KINDS:
        if begins.match(data):
            return _picture(name, data, without)
    text = _as_utf8(data)
    if _MARKUP.match(text) and _ACTIVE.search(text):
        return Copied(b"", "active-file", "a browser would run what stands in this file")
    if _METADATA.search(data):
        return Copied(b"", "picture-metadata", "there is data in it about the picture, which we cannot take out")
    return Copied(data)


def _as_utf8(data: bytes) -> bytes:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16", "replace").encode("utf-8", "replace") if wide else data


def _picture(name: str, data: bytes, without: Callable[[bytes], tuple[bytes, int]]) -> Copied:
    try:
        clean, pixels = without(data)
    except Broken as error:
        return Copied(b"", "bad-picture", f"this is no whole {name}: {error}")
    if pixels > PIXELS:
        return Copied(b"", "bad-picture", f"it says that it has {pixels:,} pixels, more than {PIXELS:,}")
    return Copied(clean)
