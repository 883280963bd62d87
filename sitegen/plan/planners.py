"""Every product of the site, in two tables: a new one is a module and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sitegen.model.output import Page
from sitegen.model.urls import folder_of
from sitegen.plan.accent import accent
from sitegen.plan.articles import article_pages
from sitegen.plan.authorities import authority_pages
from sitegen.plan.corrections import corrections
from sitegen.plan.coverage import coverage
from sitegen.plan.events import event_pages
from sitegen.plan.home import content_pages, home, not_found
from sitegen.plan.indexes import indexes
from sitegen.plan.machine import feed, sitemaps, small_files
from sitegen.plan.redirects import redirects, ways_to_tombstones
from sitegen.plan.tombstones import tombstones
from sitegen.plan.years import timelines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sitegen.model.archive import Archive
    from sitegen.model.output import Output
    from sitegen.model.records import Record
    from sitegen.model.site import Site

OF_RECORD: Mapping[str, Callable[[Any, Archive, Site], Iterator[Output]]] = {
    "articles": article_pages,
    "events": event_pages,
    "actors": authority_pages,
    "places": authority_pages,
    "sources": authority_pages,
    "tags": authority_pages,
    "pages": content_pages,
}
"""What each record becomes, by the folder of its kind."""

OF_ARCHIVE: Mapping[str, Callable[[Archive, Site], Iterator[Output]]] = {
    "coverage": coverage,
    "timelines": timelines,
    "indexes": indexes,
    "home": home,
    "not found": not_found,
    "corrections": corrections,
    "tombstones": tombstones,
    "ways to tombstones": ways_to_tombstones,
    "accent": accent,
    "feed": feed,
    "small files": small_files,
}
"""What the archive becomes as a whole, what takes longest first."""


def pages_of(record: Record, archive: Archive, site: Site) -> Iterator[Output]:
    """Everything that a record becomes."""
    yield from OF_RECORD[folder_of(record)](record, archive, site)
    yield from redirects(record, archive, site)


def plan(archive: Archive, site: Site) -> Iterator[Output]:
    """Everything that the archive becomes; the sitemap is last, since it lists the rest."""
    indexed: list[str] = []
    for output in _planned(archive, site):
        if isinstance(output, Page) and output.indexed:
            indexed.append(output.path)
        yield output
    yield from sitemaps(indexed, site)


def _planned(archive: Archive, site: Site) -> Iterator[Output]:
    for planner in OF_ARCHIVE.values():
        yield from planner(archive, site)
    for record in archive.records.values():
        yield from pages_of(record, archive, site)
