"""The publish gate: which records may go out, and why the others may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.records import Record, Status

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable


class Withheld(NamedTuple):
    """A record that stays in, and the reason."""

    path: str
    reason: str


class Gated(NamedTuple):
    """The records that may go out, and those that stay in."""

    public: tuple[Record, ...]
    withheld: tuple[Withheld, ...]


def gate(found: Iterable[Record], *, drafts: bool, today: datetime.date) -> Gated:
    """Let out what is usable and no longer under embargo; with `drafts`, let drafts out as well (for a preview)."""
    public: list[Record] = []
    withheld: list[Withheld] = []
    for record in found:
        reason = _reason(record, drafts=drafts, today=today)
        if reason:
            withheld.append(Withheld(record.path, reason))
        else:
            public.append(record)
    return Gated(tuple(public), tuple(withheld))


def _reason(record: Record, *, drafts: bool, today: datetime.date) -> str:
    if record.status is Status.DRAFT and not drafts:
        return "draft"
    if record.status in (Status.WITHHELD, Status.CANCELED):
        return str(record.status)
    if record.embargo is not None and not (record.embargo.latest and record.embargo.latest <= today):
        return f"under embargo until {record.embargo}"
    return ""
