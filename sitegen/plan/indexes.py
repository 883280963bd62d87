"""The list of all records of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.model.urls import index_url
from sitegen.plan.frame import frame
from sitegen.plan.paging import Pager, paged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class Row(NamedTuple):
    """A record in its index, with how many events and articles it has, and what it is part of."""

    item: Summary
    events: int
    articles: int
    wider: tuple[Summary, ...]


class IndexView(NamedTuple):
    """An index: dated records newest first, the rest by title."""

    frame: Frame
    folder: str
    rows: tuple[Row, ...]
    pager: Pager
    total: int


DESCRIPTIONS = {
    "articles": "Every report that this archive holds, newest first.",
    "events": "Every event in this archive, newest first, with how it was verified.",
    "actors": "The forces, groups, states and people in these events.",
    "places": "The places of these events, each within the place it lies in.",
    "sources": "Who reported, and where each outlet stands.",
    "tags": "The subjects of this archive, and when each is used.",
}


def indexes(archive: Archive, site: Site) -> Iterator[Page]:
    """The index pages of each kind."""
    for folder in ("articles", "events"):
        rows = [Row(archive.summary(record), 0, 0, ()) for record in getattr(archive, folder)]
        yield from _pages(folder, rows, site)
    for folder in ("actors", "places", "sources", "tags"):
        rows = [_row(record, archive) for record in getattr(archive, folder)]
        yield Page(
            index_url(folder),
            f"pages/{folder}.html",
            _view,
            _inputs(folder, site, Pager(0, None, None, 1), rows, len(rows)),
        )


def _row(record: object, archive: Archive) -> Row:
    from sitegen.model.records import Actor, Place, Source, Tag

    assert isinstance(record, Actor | Place | Source | Tag)
    match record:
        case Place():
            wider = tuple(archive.summary(place) for place in archive.wider(record.id))
        case Tag():
            wider = archive.resolve("tags", [record.broader])
        case Actor():
            wider = archive.resolve("actors", [record.part_of])
        case _:
            wider = ()
    return Row(archive.summary(record), len(archive.events_of(record)), len(archive.articles_of(record)), wider)


def _pages(folder: str, rows: list[Row], site: Site) -> Iterator[Page]:
    for pager, page in paged(rows, site.page_size):
        url = index_url(folder, pager.number)
        yield Page(url, f"pages/{folder}.html", _view, _inputs(folder, site, pager, page[::-1], len(rows)))


def _inputs(folder: str, site: Site, pager: Pager, rows: list[Row] | tuple[Row, ...], total: int) -> tuple[object, ...]:
    return (site.url, folder, pager, tuple(rows), total if not pager.number else 0)


def _view(site_url: str, folder: str, pager: Pager, rows: tuple[Row, ...], total: int) -> IndexView:
    title = folder.capitalize() + (f", older page {pager.number}" if pager.number else "")
    around = frame(index_url(folder, pager.number), title, DESCRIPTIONS[folder], folder, site_url)
    return IndexView(around, folder, rows, pager, total)
