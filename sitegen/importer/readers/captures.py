"""Web archives: a document for each page in them, with its address, its day and its digest."""

from __future__ import annotations

import contextlib
import gzip
import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from sitegen.importer.decode import MAX_BYTES
from sitegen.importer.document import Capture, Document, Stated
from sitegen.importer.readers.html import of_page
from sitegen.importer.readers.reading import Options, Reader, digest, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

GZIP = b"\x1f\x8b"
MOST_RATIO = 200
LEAST_BOUND = 100_000_000
LONGEST_RUN = 6_000_000


def read_warc(path: Path, name: str, options: Options) -> Iterator[Document]:
    """The pages of one archive file, one at a time."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        yield from _pages(_unpacked(stream, size, packed=stream.read(2) == GZIP), name, options)


def read_wacz(path: Path, name: str, options: Options) -> Iterator[Document]:
    """The pages of every archive within a package."""
    try:
        with zipfile.ZipFile(path) as package:
            for member in sorted(package.infolist(), key=lambda one: one.filename):
                if member.filename.endswith((".warc", ".warc.gz")):
                    with package.open(member) as stream:
                        inner = _unpacked(stream, member.compress_size, packed=member.filename.endswith(".gz"))
                        yield from _pages(inner, f"{name}!{member.filename.rsplit('/', 1)[-1]}", options)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, zlib.error) as fault:
        yield refused(name, "malformed", f"The package cannot be read ({type(fault).__name__}).")


class _Bounded(io.RawIOBase):
    """A stream that ends in a fault where it gives far more than was packed: a bomb, not an archive."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._left = most
        self._line = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read on, as far as the bound."""
        found = self._stream.read(len(buffer))
        self._left -= len(found)
        self._line = self._line + len(found) if b"\n" not in found else 0
        if self._left < 0 or self._line > LONGEST_RUN:  # to look for the end of a line costs its square
            raise OSError("the archive unpacks to far more than it holds")
        buffer[: len(found)] = found
        return len(found)


def _unpacked(stream: IO[bytes], size: int, *, packed: bool) -> IO[bytes]:
    """The archive's own bytes, unpacked, but never without end."""
    with contextlib.suppress(io.UnsupportedOperation):
        stream.seek(0)
    plain: Any = gzip.GzipFile(fileobj=stream) if packed else stream
    return io.BufferedReader(_Bounded(plain, max(LEAST_BOUND, size * MOST_RATIO)))


def _pages(stream: IO[bytes], name: str, options: Options) -> Iterator[Document]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield refused(
            name, "missing-extra", 'Reading web archives needs the extra "warc": pip install "sitegen[warc]".'
        )
        return
    number = 0
    try:
        for record in _quietly(ArchiveIterator(stream)):
            if record.rec_type == "response" and _is_page(record):
                number += 1
                yield _of_record(record, name, str(number), options)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, zlib.error) as fault:
        yield refused(
            name,
            "malformed",
            f"The archive breaks off after {number} pages ({type(fault).__name__}).",
            part=str(number + 1),
        )
    else:
        if not number:
            yield refused(name, "empty", "No page of HTML is in the archive.")


def _quietly(records: Iterable[Any]) -> Iterator[Any]:
    """The records; what the library has to say of their bytes is not written over the terminal."""
    each = iter(records)
    while True:
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(each, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") or "") if headers else ""
    return "html" in kind.lower() and str(headers.get_statuscode() or "200") == "200"


def _of_record(record: Any, name: str, part: str, options: Options) -> Document:
    raw = record.content_stream().read(MAX_BYTES + 1)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    kind = record.http_headers.get_header("Content-Type") or ""
    declared = kind.partition("charset=")[2].strip(" \"';")
    page = of_page(raw, name, options, declared=declared)
    stated = (
        *page.stated,
        *((Stated("url", url, "WARC-Target-URI"),) if url else ()),
        *((Stated("retrieved", day, "WARC-Date"),) if day else ()),
    )
    return page._replace(part=part, stated=stated, captures=(Capture(url, day, digest(raw)),))


WARC = Reader("warc", (".warc", ".warc.gz"), read_warc)
WACZ = Reader("wacz", (".wacz",), read_wacz)
