"""Dates that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.dates import Precision
from sitegen.model.index import told_by
from sitegen.model.problem import Span
from sitegen.model.records import Actor, Article, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record


def before(a: PartialDate | None, b: PartialDate | None) -> bool:
    """Whether `a` is surely before `b`: its last day before the other's first."""
    return a is not None and b is not None and a.latest is not None and b.earliest is not None and a.latest < b.earliest


def chronology(record: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Reports after what they report, retrieval after publication, periods in order, files named by their date."""
    match record:
        case Article():
            yield from _article(record, archive)
            yield from _named_by_date(record)
        case Event():
            yield from _named_by_date(record)
        case Actor():
            yield from _periods(record)


def _article(article: Article, archive: Archive) -> Iterator[Problem]:
    for ref in told_by(article):
        event = archive.by_key.get(f"events/{ref.id}")
        if isinstance(event, Event) and before(article.date, event.date):
            span = Span(article.path, ref.line, ref.column)
            message = f"the article is of {article.date}, the event of {event.date}"
            yield problem(span, "published-before-event", message, f"look at {event.path}")
    if before(article.retrieved, article.date):
        message = f"retrieved on {article.retrieved}, published on {article.date}"
        yield problem(article.place("retrieved"), "retrieved-before-published", message, "look at both dates")


def _periods(actor: Actor) -> Iterator[Problem]:
    names = [(name.start, name.end, actor.place("names")) for name in actor.names]
    ties = [(tie.start, tie.end, Span(actor.path, tie.actor.line, tie.actor.column)) for tie in actor.relations]
    for start, end, span in names + ties:
        if before(end, start):
            yield problem(span, "relation-dates", f"a period from {start} to {end}", "it ends before it begins")


def _named_by_date(record: Article | Event) -> Iterator[Problem]:
    day = record.date.earliest if record.date else None
    if day is None or record.id.startswith("undated-"):
        return
    wanted = day.isoformat()
    known = record.date is not None and record.date.precision is Precision.DAY
    beginnings = (f"{wanted}-",) if known else (f"{wanted}-", f"{wanted[:7]}-", f"{wanted[:4]}-")
    if not record.id.startswith(beginnings):
        message = f"the file name does not begin with the date, {record.date}"
        yield problem(record.place("date"), "date-prefix", message, f"name it {wanted}-….md")
