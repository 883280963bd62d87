"""A page for each event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.model.output import Page
from sitegen.model.tolls import Voices, voices
from sitegen.model.urls import record_url
from sitegen.plan.accounts import AccountView, account_view
from sitegen.plan.charts import Chart, charts
from sitegen.plan.frame import frame, mentions, prose
from sitegen.plan.structured import event_data
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame, Prose
    from sitegen.model.records import Event
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class Part(NamedTuple):
    """An actor's part in the event."""

    actor: Summary
    role: str


class EventView(NamedTuple):
    """An event with its accounts, and its timeline: the event itself and the reports about it."""

    frame: Frame
    event: Event
    prose: Prose | None
    tags: tuple[Summary, ...]
    parts: tuple[Part, ...]
    places: tuple[tuple[Summary, ...], ...]
    accounts: tuple[AccountView, ...]
    reports: tuple[Summary, ...]
    timeline: Timeline
    voices: Voices
    ranges: tuple[str, ...]
    differ: bool
    charts: tuple[Chart, ...]
    previous: Summary | None
    next: Summary | None
    structured: Mapping[str, Any]


def event_pages(listed: Event, archive: Archive, site: Site) -> Iterator[Page]:
    """An event's page."""
    event, accounts = archive.whole(listed), archive.accounts_of(listed)
    inputs = (
        site.url,
        event,
        event.body.digest,
        archive.summary(event),
        archive.resolve("tags", event.tags),
        _parts(event, archive),
        _places(event, archive),
        tuple(account_view(account, archive) for account in accounts),
        voices(accounts, archive.agencies),
        tuple(archive.summary(article) for article in archive.articles_about(event)),
        mentions(event, archive),
        *archive.beside(event),
    )
    yield Page(record_url(event), "pages/event.html", _view, inputs, indexed=event.indexed)


def _parts(event: Event, archive: Archive) -> tuple[Part, ...]:
    found = ((archive.summaries.get(f"actors/{part.actor.id}"), part.role) for part in event.actors)
    return tuple(Part(actor, role) for actor, role in found if actor is not None)


def _places(event: Event, archive: Archive) -> tuple[tuple[Summary, ...], ...]:
    """Each place of the event with the wider ones that it lies in, nearest first."""
    found = ((archive.resolve("places", [ref]), archive.wider(ref.id)) for ref in event.places)
    return tuple((*own, *(archive.summary(place) for place in wider)) for own, wider in found if own)


def _view(
    site_url: str,
    event: Event,
    _body: bytes,
    own: Summary,
    tags: tuple[Summary, ...],
    parts: tuple[Part, ...],
    places: tuple[tuple[Summary, ...], ...],
    accounts: tuple[AccountView, ...],
    heard: Voices,
    reports: tuple[Summary, ...],
    mentioned: tuple[tuple[str, str, Summary], ...],
    previous: Summary | None,
    following: Summary | None,
) -> EventView:
    where = ", ".join(chain[0].title for chain in places)
    when = event.date.label if event.date else "date not known"
    description = f"{when}, {where}: {len(accounts)} accounts." if where else when
    return EventView(
        frame=frame(
            record_url(event),
            event.title,
            description,
            "events",
            site_url,
            robots="" if event.indexed else "noindex",
        ),
        event=event,
        prose=prose(event.body, mentioned),
        tags=tags,
        parts=parts,
        places=places,
        accounts=accounts,
        reports=reports,
        timeline=timeline((own, *reports)),
        voices=heard,
        ranges=own.tolls,
        differ=own.differ,
        charts=charts(accounts),
        previous=previous,
        next=following,
        structured=event_data(event, own, tuple(chain[0] for chain in places), site_url),
    )
