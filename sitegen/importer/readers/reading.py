"""What every reader needs: its options, and the making of a document from bytes or from fields."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.decode import decode, looked_over
from sitegen.importer.document import Document, Flag, Refusal, Stated
from sitegen.importer.readers.markup import looks_like_markup, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

FIELDS = ("title", "body", "date", "source", "url", "author", "language", "id")
COLUMN_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "article_title", "subject", "heading", "titre", "titel", "titulo", "name"),
    "body": (
        "body",
        "text",
        "content",
        "article_content",
        "article",
        "full_text",
        "fulltext",
        "article_text",
        "story",
        "content_text",
        "content_html",
        "maintext",
        "texte",
        "description",
    ),
    "date": (
        "date",
        "published",
        "publication_date",
        "pubdate",
        "published_at",
        "publish_date",
        "date_published",
        "datetime",
        "date_publish",
        "created_at",
        "timestamp",
    ),
    "source": ("source", "outlet", "publisher", "site", "sitename", "source_name", "domain", "newspaper", "media"),
    "url": ("url", "link", "permalink", "source_url", "href", "article_url"),
    "author": ("author", "authors", "byline", "by", "creator", "auteur", "autor"),
    "language": ("language", "lang", "locale"),
    "id": ("id", "unit_id", "uid", "guid", "article_id", "uuid"),
}


class Options(NamedTuple):
    """What the caller says: columns by field, a source and a language for all, whether to mend encodings."""

    columns: tuple[tuple[str, str], ...] = ()
    source: str | None = None
    language: str | None = None
    repair_encoding: bool = False

    def stated(self) -> tuple[Stated, ...]:
        """What holds for every document because the caller says so."""
        pairs = (("source", self.source), ("language", self.language))
        return tuple(Stated(field, value, "the command line") for field, value in pairs if value)


class Reader(NamedTuple):
    """A format: its name, the suffixes it reads, and how. `name` in `read` is how reports call the file."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path, str, Options], Iterator[Document]]


def digest(raw: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def refused(name: str, code: str, message: str, raw: bytes = b"", part: str = "") -> Document:
    """A document that could not be read, with the reason."""
    return Document(name, digest(raw), len(raw), "", part=part, raw=raw, refusal=Refusal(code, message))


def of_bytes(raw: bytes, name: str, options: Options, *, declared: str = "") -> Document:
    """A document whose text is the whole of the bytes."""
    decoded = decode(raw, declared, repair=options.repair_encoding)
    return Document(
        name,
        digest(raw),
        len(raw),
        decoded.text,
        encoding=decoded.encoding,
        raw=raw,
        stated=options.stated(),
        flags=decoded.flags,
        refusal=decoded.refusal,
    )


def of_fields(fields: Mapping[str, str], name: str, part: str, options: Options, origin: str) -> Document:
    """A document from the fields of a row, a line or an entry; its own bytes are one line of JSON."""
    raw = (json.dumps(dict(fields), ensure_ascii=True, sort_keys=False) + "\n").encode()
    columns = _columns(fields, options)
    body = fields.get(columns.get("body", ""), "")
    text, flags = looked_over(text_of(body) if looks_like_markup(body) else body, repair=options.repair_encoding)
    stated = tuple(
        Stated(field, _tidy(fields[column]), f"{origin} {column}")
        for field, column in columns.items()
        if field not in ("body", "id") and fields[column].strip()
    )
    used = set(columns.values())
    unmapped = tuple((key, _tidy(value)[:200]) for key, value in fields.items() if key not in used and value.strip())
    return Document(
        name,
        digest(raw),
        len(raw),
        text,
        part=part,
        raw=raw,
        stated=(*options.stated(), *stated),
        unmapped=unmapped,
        flags=flags,
        refusal=None
        if "body" in columns or "title" in columns
        else Refusal("malformed", "No column holds a text; name one with --column body=NAME."),
    )


def _tidy(value: str) -> str:
    """A field on one line, without characters that no file should carry."""
    return " ".join(re.sub("[\x00-\x1f\x7f\ud800-\udfff]", " ", value).split())


def _columns(fields: Mapping[str, str], options: Options) -> dict[str, str]:
    """Which column holds which field: what the caller names, then the usual names."""
    chosen = {field: column for field, column in options.columns if column in fields}
    by_name = {key.strip().lower().replace(" ", "_").replace("-", "_"): key for key in fields if key}
    for field in FIELDS:
        if field not in chosen:
            column = next((by_name[usual] for usual in COLUMN_NAMES[field] if usual in by_name), None)
            if column is not None and column not in chosen.values():
                chosen[field] = column
    return chosen


__all__ = ["FIELDS", "Flag", "Options", "Reader", "digest", "of_bytes", "of_fields", "refused"]
