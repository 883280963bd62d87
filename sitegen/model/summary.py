"""What a list shows of a record: an edited body touches no summary, so it touches no list."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import records
from sitegen.model.urls import folder_of, record_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Record


class Summary(NamedTuple):
    """A record in one line of a list. `label` is its source or kind, in words; `digest` stands for all of it."""

    kind: str
    id: str
    title: str
    url: str
    date: PartialDate | None
    label: str
    text: str
    warnings: tuple[str, ...]
    language: str
    verification: str
    places: tuple[str, ...]
    digest: bytes


def summarise(record: Record, titles: Mapping[str, str]) -> Summary:
    """The summary of a record; `titles` are those of sources and places, by `folder/id`, for what is shown beside its own."""
    values = (
        folder_of(record)[:-1] if not isinstance(record, records.ContentPage) else "page",
        record.id,
        record.title,
        record_url(record),
        getattr(record, "date", None),
        _label(record, titles),
        _text(record),
        record.warnings,
        record.language,
        str(getattr(record, "verification", "") or ""),
        _places(record, titles),
    )
    return Summary(*values, hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).digest()[:16])


def _label(record: Record, titles: Mapping[str, str]) -> str:
    if isinstance(record, records.Article):
        return titles.get(f"sources/{record.source.id}", "") if record.source else ""
    return getattr(record, "kind", "")


def _text(record: Record) -> str:
    match record:
        case records.Article():
            return record.summary
        case records.Source():
            return record.standpoint
        case records.Tag():
            return record.scope
        case _:
            return ""


def _places(record: Record, titles: Mapping[str, str]) -> tuple[str, ...]:
    if not isinstance(record, records.Event):
        return ()
    return tuple(title for ref in record.places if (title := titles.get(f"places/{ref.id}")))
