"""Files of the built site: found by the name in a request, never outside their folder, never through a link."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

HTML = "text/html; charset=utf-8"
_TEXT = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "ics": "text/calendar",
}
_BINARY = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "gz": "application/gzip",
}


def content_type(name: str) -> str:
    """The type that a file is sent with, by its name alone: the machine's own table would make it differ."""
    suffix = name.rpartition(".")[2].lower()
    if suffix in _TEXT:
        return f"{_TEXT[suffix]}; charset=utf-8"
    return _BINARY.get(suffix, "application/octet-stream")


def find(folder: Path, relative: str) -> Path | None:
    """What stands under a decoded path below `folder`; None where a hidden name or a link is on the way, or nothing."""
    names = relative.split("/")
    if any(not name or name.startswith(".") for name in names):
        return None
    try:
        ground = folder.resolve(strict=True)
        real = folder.joinpath(*names).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    inside = real.is_relative_to(ground) and real == ground.joinpath(*names)
    return real if inside else None


def open_file(place: Path) -> BinaryIO | None:
    """A regular file, opened; None for anything else, be it put there a moment ago."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(place, flags)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return os.fdopen(descriptor, "rb")
