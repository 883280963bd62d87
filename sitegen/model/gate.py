"""The publish gate: which records may go out, why the others may not, and what is left of those that once did."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.model.urls import folder_of
from sitegen.model.vocabulary import Status
from sitegen.model.withheld import NO_DAY, Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Record

WITHHELD: Final = "[withheld]"
"""Stands where a public text names a record that is not public, and has no words of its own for it."""
_GONE: Final = (Status.WITHHELD, Status.CANCELED)


class Tombstone(NamedTuple):
    """What is left at the addresses of a record that was public: kind, id, since when, and the reason's class."""

    folder: str
    id: str
    date: PartialDate
    reason: str
    redirects: tuple[str, ...] = ()
    path: str = ""


class Gated(NamedTuple):
    """The records that may go out, those that stay in, and the tombstones of those that were public."""

    public: tuple[Record, ...]
    withheld: tuple[Withheld, ...]
    tombstones: tuple[Tombstone, ...]


def gate(found: Iterable[Record], *, drafts: bool, today: dt.date) -> Gated:
    """Let out what is usable and no longer under embargo; with `drafts`, let drafts out as well (for a preview)."""
    public: list[Record] = []
    withheld: list[Withheld] = []
    tombstones: list[Tombstone] = []
    for record in found:
        reason = _reason(record, drafts=drafts, today=today)
        if not reason:
            public.append(record)
            continue
        tombstone = _tombstone(record)
        tombstones += [tombstone] if tombstone else []
        withheld.append(Withheld(record.path, f"{reason}, with a tombstone" if tombstone else reason))
    return Gated(tuple(public), tuple(withheld), tuple(tombstones))


def _reason(record: Record, *, drafts: bool, today: dt.date) -> str:
    if record.status is Status.DRAFT and not drafts:
        return "draft"
    if record.status in _GONE:
        return str(record.status)
    if first_day(record) > today:
        unknown = "; there is no commit to take today's date from: name the day with --now" if today == NO_DAY else ""
        return f"under embargo until {record.embargo}{unknown}"
    return ""


def first_day(record: Record) -> dt.date:
    """The first day on which an embargo lets a record out; an embargo without an end never does."""
    if record.embargo is None:
        return dt.date.min
    return record.embargo.latest or dt.date.max


def _tombstone(record: Record) -> Tombstone | None:
    """Only what the record itself says was public leaves one: a page that nobody ever saw must not be announced."""
    if record.withdrawn is None or record.status not in _GONE:
        return None
    said = record.withdrawn
    return Tombstone(folder_of(record), record.id, said.date, said.reason, record.redirects, record.path)


def gone_unsaid(found: Iterable[Record]) -> tuple[Record, ...]:
    """The records that are withheld and do not say that they were ever public."""
    return tuple(record for record in found if record.status in _GONE and record.withdrawn is None)
