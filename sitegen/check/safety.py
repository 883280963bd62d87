"""What must be settled before a record is shown, and said when it no longer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.gate import gone_unsaid
from sitegen.model.records import Event, Status
from sitegen.model.urls import record_url

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record


def approval(event: Record, _archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """An event of sexual violence is published only when a second person has signed for it."""
    if isinstance(event, Event) and event.sgbv and event.status is Status.USABLE and not event.approved_by:
        message = "an event of sexual or gender-based violence needs the approval of a second person"
        hint = "add `approved_by: …` (it is never shown), or set `status: draft`"
        yield problem(event.place("sgbv"), "sgbv-unapproved", message, hint)


def withdrawal(record: Record, _archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """What was withdrawn is not to be published as well."""
    if record.withdrawn is not None and record.status is Status.USABLE:
        message = f"it is said to be withdrawn since {record.withdrawn.date}, and its status is usable"
        hint = "set `status: withheld` or `canceled`, or remove `withdrawn`"
        yield problem(record.place("status", "withdrawn"), "withdrawn-but-usable", message, hint)


def unsaid(records: Iterable[Record], public: Container[str]) -> Iterator[Problem]:
    """Records that were public and are withheld without a word; `public` are the pages as the last build left them.

    No tombstone is made of that by itself: whether an address may be kept is for the curator to say.
    """
    for record in gone_unsaid(records):
        if record_url(record) in public:
            message = f"it was published and is {record.status} now: nothing is left at its address"
            hint = "say `withdrawn: {date: …, reason: …}` to leave a tombstone there"
            yield problem(record.place("status"), "withdrawn-unsaid", message, hint)
