"""Earlier addresses, turned into pages that lead to the new ones, or to what is left of a record there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.model.urls import page_url
from sitegen.plan.frame import frame
from sitegen.plan.tombstones import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.records import Record
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class Stone(NamedTuple):
    """A tombstone, as far as a page that leads to it names it; `path` is that of the record's file."""

    path: str
    url: str
    title: str


class RedirectView(NamedTuple):
    """A page that leads on to `target`."""

    frame: Frame
    target: Summary | Stone


def redirects(record: Record, archive: Archive, site: Site) -> Iterator[Page]:
    """A page at each earlier address of a record that is shown."""
    if record.redirects:
        yield from _leading_to(archive.summary(record), record.redirects, site)


def ways_to_tombstones(archive: Archive, site: Site) -> Iterator[Page]:
    """A page at each earlier address of a record that was withdrawn."""
    for tombstone in archive.tombstones:
        stone = Stone(tombstone.path, page_url(tombstone.folder, tombstone.id), WITHDRAWN)
        yield from _leading_to(stone, tombstone.redirects, site)


def _leading_to(target: Summary | Stone, old_addresses: tuple[str, ...], site: Site) -> Iterator[Page]:
    for old in old_addresses:
        path = old + "index.html" if old.endswith("/") else old if old.endswith(".html") else f"{old}/index.html"
        yield Page(path, "pages/redirect.html", _view, (site.url, path, target), indexed=False)


def _view(site_url: str, path: str, target: Summary | Stone) -> RedirectView:
    around = frame(path, target.title, "This page has moved.", "", site_url, robots="noindex")
    return RedirectView(around._replace(canonical=frame(target.url, "", "", "", site_url).canonical), target)
