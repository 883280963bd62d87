"""What a list shows of a record: an edited body touches no summary, so it touches no list."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import records
from sitegen.model.tolls import toll_ranges
from sitegen.model.urls import folder_of, record_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Record
    from sitegen.model.tolls import Account, TollRange


class Summary(NamedTuple):
    """A record in one line of a list. `label` is its source or kind, in words; `digest` stands for all of it.

    Of an event `tolls` are the ranges over its accounts in words, `differ` that no number satisfies all of them.
    """

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
    tolls: tuple[str, ...]
    differ: bool
    digest: bytes

    def __hash__(self) -> int:
        return hash(self.digest)


def summarise(record: Record, titles: Mapping[str, str], accounts: Sequence[Account] = ()) -> Summary:
    """The summary of a record; `titles` are those of authority files by `folder/id`, `accounts` those of an event."""
    tolls = toll_ranges(accounts)
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
        tuple(range_words(toll, titles) for toll in sorted(tolls, key=_civilians_first)),
        any(toll.differ for toll in tolls),
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


def range_words(toll: TollRange, titles: Mapping[str, str]) -> str:
    """A range over claims, and whose losses it counts: `15 to 21 or more killed (Islamic State group)`."""
    if not toll.of:
        return f"{_numbers(toll)} {toll.harm}"
    words = {"civilians": "civilians", "unknown": "not said who"}
    return (
        f"{_numbers(toll)} {toll.harm} ({titles.get(f'actors/{toll.of}') or words.get(toll.of, 'a party not named')})"
    )


def _numbers(toll: TollRange) -> str:
    high = f"about {toll.high:,}" if toll.about else f"{toll.high:,}"
    if toll.low is None:
        return f"up to {high}" + (" or more" if toll.more else "")
    if toll.low == toll.high:
        return f"at least {high}" if toll.more else high
    return f"{toll.low:,} to {high}" + (" or more" if toll.more else "")


def _civilians_first(toll: TollRange) -> bool:
    return toll.of != "civilians"
