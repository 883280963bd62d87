"""Web pages: the main text by trafilatura, the facts by the page's own head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sitegen.importer.decode import looked_over
from sitegen.importer.document import Document, Flag, Refusal
from sitegen.importer.readers.markup import statements_of, text_of
from sitegen.importer.readers.reading import Options, Reader, of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEEPEST = 2_000
MOST_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")


def read_html(path: Path, name: str, options: Options) -> Iterator[Document]:
    """One document: the page."""
    yield of_page(path.read_bytes(), name, options)


def of_page(raw: bytes, name: str, options: Options, *, declared: str = "") -> Document:
    """A document from a page's bytes: its main text, and what its head states."""
    document = of_bytes(raw, name, options, declared=declared)
    if document.refusal:
        return document
    markup = document.text
    if _depth(markup) > DEEPEST:
        return document._replace(
            text="", refusal=Refusal("too-nested", f"The page nests its elements more than {DEEPEST} deep.")
        )
    if any(found[0].count("=") > MOST_ATTRIBUTES for found in _LONG_TAG.finditer(markup)):
        message = f"An element of the page has more than {MOST_ATTRIBUTES:,} attributes."
        return document._replace(text="", refusal=Refusal("too-nested", message))
    extract = _extractor()
    if extract is None:
        return document._replace(
            text="",
            refusal=Refusal("missing-extra", 'Reading web pages needs the extra "html": pip install "sitegen[html]".'),
        )
    main, flags = _main_text(markup, extract)
    main, found = looked_over(main)  # a character reference may name what no text should hold
    flags = (*flags, *(flag for flag in found if flag.code not in {one.code for one in document.flags}))
    stated = (*document.stated, *statements_of(markup))
    return document._replace(text=main, stated=stated, flags=(*document.flags, *flags))


def _extractor() -> Any:
    try:
        from trafilatura import extract
    except ImportError:
        return None
    return extract


def _main_text(markup: str, extract: Any) -> tuple[str, tuple[Flag, ...]]:
    """What trafilatura finds; where it finds nothing, all text of the page, so that the page can at least be judged."""
    try:
        found = extract(markup, output_format="txt", include_comments=False, include_tables=True, deduplicate=False)
    except Exception as fault:  # noqa: BLE001 -- a library's fault on a hostile page is a finding
        return text_of(markup), (
            Flag(
                "extraction-failed",
                0,
                f"The main text could not be found ({type(fault).__name__}); all text of the page is here.",
            ),
        )
    if found:
        return str(found), ()
    return text_of(markup), (Flag("no-main-text", 0, "No main text was found; all text of the page is here."),)


def _depth(markup: str) -> int:
    """A cheap bound: how far opening tags outrun closing ones, never less than the true depth of a deep page."""
    if markup.count("<") < DEEPEST:
        return 0
    return max(
        0,
        sum(
            markup.count(f"<{tag}") - markup.count(f"</{tag}")
            for tag in ("div", "span", "table", "ul", "b>", "i>", "em", "font", "blockquote", "section")
        ),
    )


HTML = Reader("html", (".html", ".htm", ".xhtml", ".shtml"), read_html)
