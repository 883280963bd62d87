"""What must be settled before a record is shown, and said when it no longer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.gate import gone_unsaid
from sitegen.model.index import told_by
from sitegen.model.precision import shown
from sitegen.model.problem import Span
from sitegen.model.records import Actor, Article, Event, Place
from sitegen.model.urls import record_url
from sitegen.model.vocabulary import PlacePrecision, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record, Ref


def approval(event: Record, _archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """An event of sexual violence is published only when a second person has signed for it."""
    if isinstance(event, Event) and event.sgbv and event.status is Status.USABLE and not event.approved_by:
        message = "an event of sexual or gender-based violence needs the approval of a second person"
        hint = "add `approved_by: …` (it is never shown), or set `status: draft`"
        yield problem(event.place("sgbv"), "sgbv-unapproved", message, hint)


def beside(article: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """What an event of sexual violence does not show, an article that tells of it should not show either."""
    if not isinstance(article, Article) or article.status is not Status.USABLE:
        return
    found = (archive.by_key.get(f"events/{ref.id}") for ref in told_by(article))
    if any(isinstance(event, Event) and event.sgbv for event in found):
        for ref, what in _telling(article, archive):
            message = f"it tells of an event of sexual or gender-based violence, and names {what} here"
            hint = "leave it out, unless the page cannot lead anybody to a victim by it"
            yield problem(Span(article.path, ref.line, ref.column), "sgbv-beside", message, hint)


def _telling(article: Article, archive: Archive) -> Iterator[tuple[Ref, str]]:
    """The persons that an article names, and the places finer than a district."""
    for ref in article.actors:
        actor = archive.by_key.get(f"actors/{ref.id}")
        if isinstance(actor, Actor) and actor.kind == "person":
            yield ref, "a person"
    for ref in article.places:
        place = archive.by_key.get(f"places/{ref.id}")
        if isinstance(place, Place) and shown(place).rank < PlacePrecision.DISTRICT.rank:
            yield ref, "a place below the district"


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
