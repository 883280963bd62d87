"""The list of all records of a kind."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.model.records import Actor, Place, Tag
from sitegen.model.urls import index_url
from sitegen.plan.by_date import shelved_by_date
from sitegen.plan.frame import frame
from sitegen.plan.paging import (
    Pager,
    first_of,
    newest_of,
    shelved,
    weight,
    weight_of,
    weight_with_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.records import Source
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

NAMES = 4
"""A page holds this many times more names than entries with a date."""


class Row(NamedTuple):
    """A record in its index, with how many events and articles it has, and what it is part of."""

    item: Summary
    events: int
    articles: int
    wider: tuple[Summary, ...]


class IndexView(NamedTuple):
    """An index: dated records newest first, the rest by title. `total` is told on the first page alone.

    A first page that has no room for all shows the newest, or the names that stand most often, and leads to the rest.
    """

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
    """The index pages of each kind.

    A page reads the summaries that it shows; those of names read besides how many events and articles each has, and
    what it is part of. The first reads how many records there are, and how many on each shelf.
    """
    for folder in ("articles", "events"):
        yield from _dated(folder, archive.all_summaries(folder), site)
    for folder in ("actors", "places", "sources", "tags"):
        yield from _named(folder, [_row(record, archive) for record in getattr(archive, folder)], site)


def _row(record: Actor | Place | Source | Tag, archive: Archive) -> Row:
    match record:
        case Place():
            wider = tuple(archive.summary(place) for place in archive.wider(record.id))
        case Tag():
            wider = archive.resolve("tags", [record.broader])
        case Actor():
            wider = archive.resolve("actors", [record.part_of])
        case _:
            wider = ()
    return Row(archive.summary(record), *archive.numbers_of(record), wider)


def _dated(folder: str, items: Sequence[Summary], site: Site) -> Iterator[Page]:
    weigh = weight_with_text if folder == "articles" else weight_of
    first, leaves = shelved_by_date(items, lambda item: item.date, site.page_size, weigh, partial(index_url, folder))
    shown = newest_of([item for item in items if item.date], site.page_size, weigh) if leaves else tuple(items)
    for url, pager, page in ((index_url(folder), first, shown), *leaves):
        inputs = (site.url, folder, url, pager, page, 0 if pager.label else len(items))
        yield Page(url, f"pages/{folder}.html", _dated_view, inputs)


def _dated_view(
    site_url: str, folder: str, url: str, pager: Pager, items: tuple[Summary, ...], total: int
) -> IndexView:
    return _view(site_url, folder, url, pager, tuple(Row(item, 0, 0, ()) for item in reversed(items)), total)


def _named(folder: str, rows: Sequence[Row], site: Site) -> Iterator[Page]:
    size = site.page_size * NAMES
    first, leaves = shelved(rows, by_initial, size, _weight_of_row, partial(index_url, folder))
    yield _page(folder, site, first, _busiest(rows, site.page_size) if leaves else rows, len(rows))
    for leaf in leaves:
        yield _page(folder, site, leaf.pager, leaf.items, 0, leaf.url)


def _busiest(rows: Sequence[Row], size: int) -> list[Row]:
    """The names with most events and articles, in the list's own order."""
    ranked = sorted(range(len(rows)), key=lambda at: (-rows[at].events - rows[at].articles, at))
    chosen = first_of(ranked, size, lambda at: _weight_of_row(rows[at]))
    return [rows[at] for at in sorted(chosen)]


def _weight_of_row(row: Row) -> int:
    return weight((row.item.title, row.item.url, row.item.text, *(whole.title for whole in row.wider)))


def by_initial(row: Row) -> tuple[str, str]:
    """The shelf of a name: its first letter, without what is written above or below it."""
    for sign in unicodedata.normalize("NFKD", row.item.title.casefold()):
        if "a" <= sign <= "z":
            return sign, sign.upper()
        if sign.isdigit():
            return "0", "0–9"
        if unicodedata.category(sign) in ("Ll", "Lo"):
            return f"zu{ord(sign):04x}", sign  # after the Latin letters
    return "0-other", "Other signs"


def _page(folder: str, site: Site, pager: Pager, rows: Sequence[Row], total: int, url: str = "") -> Page:
    inputs = (site.url, folder, url or index_url(folder), pager, tuple(rows), total)
    return Page(url or index_url(folder), f"pages/{folder}.html", _view, inputs)


def _view(site_url: str, folder: str, url: str, pager: Pager, rows: tuple[Row, ...], total: int) -> IndexView:
    title = folder.capitalize() + (f", {pager.label}" if pager.label else "")
    return IndexView(frame(url, title, DESCRIPTIONS[folder], folder, site_url), folder, rows, pager, total)
