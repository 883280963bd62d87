"""Every product of the site, in one tuple: a new one is a module and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.output import Page
from sitegen.plan.accent import accent
from sitegen.plan.articles import articles
from sitegen.plan.authorities import authorities
from sitegen.plan.corrections import corrections
from sitegen.plan.coverage import coverage
from sitegen.plan.events import events
from sitegen.plan.home import content_pages, home, not_found
from sitegen.plan.indexes import indexes
from sitegen.plan.machine import feed, sitemaps, small_files
from sitegen.plan.redirects import redirects
from sitegen.plan.tombstones import tombstones
from sitegen.plan.years import timelines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.output import Output
    from sitegen.model.site import Site

PLANNERS: tuple[Callable[[Archive, Site], Iterator[Output]], ...] = (
    home,
    articles,
    events,
    authorities,
    indexes,
    timelines,
    content_pages,
    not_found,
    corrections,
    coverage,
    redirects,
    tombstones,
    accent,
    feed,
    small_files,
)


def plan(archive: Archive, site: Site) -> Iterator[Output]:
    """Everything that the archive becomes; the sitemap is last, since it lists the rest."""
    pages: list[Page] = []
    for planner in PLANNERS:
        for output in planner(archive, site):
            if isinstance(output, Page):
                pages.append(output)
            yield output
    yield from sitemaps(pages, site)
