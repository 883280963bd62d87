"""The formats that the importer reads: a format is one entry in `READERS`."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.importer.readers.captures import WACZ, WARC
from sitegen.importer.readers.feeds import FEED
from sitegen.importer.readers.frontmatter import MARKDOWN
from sitegen.importer.readers.html import HTML
from sitegen.importer.readers.reading import FIELDS, Options, Reader, refused
from sitegen.importer.readers.tables import CSV, JSONL
from sitegen.importer.readers.text import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.importer.document import Document

READERS: tuple[Reader, ...] = (TEXT, MARKDOWN, HTML, WARC, WACZ, CSV, JSONL, FEED)
MAX_FILE = 20_000_000
STREAMED = ("warc", "wacz", "csv", "jsonl")


def reader_of(path: Path) -> Reader | None:
    """The reader of a file, by its suffix."""
    lower = path.name.lower()
    suffix = ".warc.gz" if lower.endswith(".warc.gz") else Path(lower).suffix
    return next((reader for reader in READERS if suffix in reader.suffixes), None)


def _shown(name: str) -> str:
    """A file's name as reports show it: bytes that are no text, line ends and reversals as the numbers they are."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "".join(f"%{b:02X}" for b in _bytes(c)) for c in name)


def _bytes(char: str) -> bytes:
    return char.encode("utf-8", "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass")


def read(path: Path, name: str, options: Options = Options()) -> Iterator[Document]:  # noqa: B008 -- frozen
    """The documents of a file. A fault of the file is a refused document; it never stops the others."""
    reader, name = reader_of(path), _shown(name)
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            yield refused(name, "unreadable", "This is a link, or no ordinary file.")
        elif reader is None:
            yield refused(name, "unknown-format", f'No reader knows files that end in "{path.suffix}".')
        elif reader.name not in STREAMED and found.st_size > MAX_FILE:
            yield refused(name, "too-large", f"The file is larger than {MAX_FILE:,} bytes.")
        else:
            yield from reader.read(path, name, options)
    except OSError as fault:
        yield refused(name, "unreadable", f"The file could not be read: {fault.strerror}.")


__all__ = ["FIELDS", "READERS", "Options", "Reader", "read", "reader_of"]
