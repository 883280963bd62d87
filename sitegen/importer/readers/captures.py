"""Web archives: a document for each page in them, with its address, its day and its digest."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING, Any

from sitegen.importer.decode import MAX_BYTES
from sitegen.importer.document import Capture, Document, Stated
from sitegen.importer.readers.html import of_page
from sitegen.importer.readers.reading import Options, Reader, digest, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_warc(path: Path, name: str, options: Options) -> Iterator[Document]:
    """The pages of one archive file, one at a time."""
    with path.open("rb") as stream:
        yield from _pages(stream, name, options)


def read_wacz(path: Path, name: str, options: Options) -> Iterator[Document]:
    """The pages of every archive within a package."""
    try:
        with zipfile.ZipFile(path) as package:
            for member in sorted(one.filename for one in package.infolist()):
                if member.endswith((".warc", ".warc.gz")):
                    with package.open(member) as stream:
                        yield from _pages(stream, f"{name}!{member.rsplit('/', 1)[-1]}", options)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as fault:
        yield refused(name, "malformed", f"The package cannot be read ({type(fault).__name__}).")


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
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and _is_page(record):
                number += 1
                yield _of_record(record, name, str(number), options)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as fault:
        yield refused(
            name,
            "malformed",
            f"The archive breaks off after {number} pages ({type(fault).__name__}).",
            part=str(number + 1),
        )


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
