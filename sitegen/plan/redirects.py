"""Earlier addresses, turned into pages that lead to the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.plan.frame import frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class RedirectView(NamedTuple):
    """A page that leads on to `target`."""

    frame: Frame
    target: Summary


def redirects(archive: Archive, site: Site) -> Iterator[Page]:
    """A page at each earlier address of a record."""
    for record in archive.by_key.values():
        for old in record.redirects:
            path = old + "index.html" if old.endswith("/") else old if old.endswith(".html") else f"{old}/index.html"
            yield Page(path, "pages/redirect.html", _view, (site.url, path, archive.summary(record)), indexed=False)


def _view(site_url: str, path: str, target: Summary) -> RedirectView:
    around = frame(path, target.title, "This page has moved.", "", site_url, robots="noindex")
    return RedirectView(around._replace(canonical=frame(target.url, "", "", "", site_url).canonical), target)
