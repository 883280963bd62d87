"""The start page, the archive's own pages, and the page for what is not there."""

from __future__ import annotations

from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.output import Page
from sitegen.plan.frame import frame, mentions, prose
from sitegen.plan.paging import HEAVY, newest_of, weight_with_text
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame, Prose
    from sitegen.model.records import Article, ContentPage, Event
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

NEWEST, BUSIEST = 8, 12


class Count(NamedTuple):
    """How many records of a kind the archive has."""

    title: str
    url: str
    number: int


class HomeView(NamedTuple):
    """The start page: how much there is, the newest of it, and the names that stand most often."""

    frame: Frame
    counts: tuple[Count, ...]
    events: tuple[Summary, ...]
    timeline: Timeline
    articles: tuple[Summary, ...]
    actors: tuple[tuple[Summary, int], ...]
    places: tuple[tuple[Summary, int], ...]
    tags: tuple[tuple[Summary, int], ...]


class ContentPageView(NamedTuple):
    """A page of the archive about itself."""

    frame: Frame
    page: ContentPage
    prose: Prose | None


class NotFoundView(NamedTuple):
    """The page for what is not there; it may be shown at any depth, so its `root` is absolute."""

    frame: Frame


def home(archive: Archive, site: Site) -> Iterator[Page]:
    """The start page: it reads how many records there are, the newest, and which names stand most often."""
    counts = tuple(
        Count(folder.capitalize(), urls.index_url(folder), len(getattr(archive, folder)))
        for folder in ("events", "articles", "actors", "places", "sources")
    )
    inputs = (
        (site.url, site.title, site.description),
        counts,
        _newest(archive, archive.events, NEWEST),
        _newest(archive, _dated(archive.events, site.page_size), site.page_size),
        _newest(archive, archive.articles, NEWEST),
        *(_busiest(archive, folder) for folder in ("actors", "places", "tags")),
    )
    yield Page(urls.HOME, "pages/home.html", _home_view, inputs)


def _newest(archive: Archive, found: Sequence[Article | Event], size: int) -> tuple[Summary, ...]:
    """The newest as far as there is room: the start page has three such lists."""
    newest = [archive.summary(record) for record in found[-size:]]
    return newest_of(newest, size, weight_with_text, HEAVY * 2 // 3)


def _dated(events: Sequence[Event], size: int) -> list[Event]:
    """The newest events that have a date."""
    return [*islice((event for event in reversed(events) if event.date), size)][::-1]


def _busiest(archive: Archive, folder: str) -> tuple[tuple[Summary, int], ...]:
    counted = ((sum(archive.numbers_of(record)), record) for record in getattr(archive, folder))
    ranked = nsmallest(BUSIEST, ((-count, record.title, record.id) for count, record in counted if count))
    return tuple((archive.summaries[f"{folder}/{id_}"], -count) for count, _, id_ in ranked)


def _home_view(
    site: tuple[str, str, str],
    counts: tuple[Count, ...],
    events: tuple[Summary, ...],
    drawn: tuple[Summary, ...],
    articles: tuple[Summary, ...],
    actors: tuple[tuple[Summary, int], ...],
    places: tuple[tuple[Summary, int], ...],
    tags: tuple[tuple[Summary, int], ...],
) -> HomeView:
    url, title, description = site
    around = frame(urls.HOME, title, description, "home", url)
    return HomeView(around, counts, events[::-1], timeline(drawn), articles[::-1], actors, places, tags)


def content_pages(listed: ContentPage, archive: Archive, site: Site) -> Iterator[Page]:
    """A page of the archive about itself: it reads its record, its text, and the titles of what that mentions."""
    page = archive.whole(listed)
    inputs = (site.url, page, page.body.digest, mentions(page, archive))
    yield Page(urls.record_url(page), "pages/page.html", _page_view, inputs)


def _page_view(
    site_url: str, page: ContentPage, _body: bytes, mentioned: tuple[tuple[str, str, Summary], ...]
) -> ContentPageView:
    around = frame(urls.record_url(page), page.title, "", page.id, site_url)
    return ContentPageView(around, page, prose(page.body, mentioned))


def not_found(_archive: Archive, site: Site) -> Iterator[Page]:
    """The page for what is not there."""
    yield Page(urls.NOT_FOUND, "pages/404.html", _not_found_view, (site.url, site.base_path), indexed=False)


def _not_found_view(site_url: str, base_path: str) -> NotFoundView:
    around = frame(urls.NOT_FOUND, "Not found", "There is no such page.", "", site_url, robots="noindex")
    return NotFoundView(around._replace(root=base_path))
