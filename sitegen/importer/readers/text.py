"""Plain text; a page that was saved as text goes to the reader of pages."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from sitegen.importer.readers.html import of_page
from sitegen.importer.readers.reading import Options, Reader, of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.importer.document import Document

_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_START = 4096


def read_text(path: Path, name: str, options: Options) -> Iterator[Document]:
    """One document: the whole file."""
    raw = path.read_bytes()
    yield (
        of_page(raw, name, options)
        if _PAGE.match(raw[:_START].removeprefix(codecs.BOM_UTF8).lstrip())
        else of_bytes(raw, name, options)
    )


TEXT = Reader("text", (".txt", ".text", ""), read_text)
