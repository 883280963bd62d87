"""What every page has around its own matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model import urls
from sitegen.model.frame import Frame, MenuItem, Prose, SiteView
from sitegen.model.language import direction
from sitegen.plan.accent import accent_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.model.archive import Archive
    from sitegen.model.records import Body, Record
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


SECTIONS = (
    ("Timeline", urls.TIMELINE, "timeline"),
    ("Events", urls.index_url("events"), "events"),
    ("Articles", urls.index_url("articles"), "articles"),
    ("Actors", urls.index_url("actors"), "actors"),
    ("Places", urls.index_url("places"), "places"),
    ("Sources", urls.index_url("sources"), "sources"),
    ("Tags", urls.index_url("tags"), "tags"),
)


def site_view(site: Site, archive: Archive, assets: Mapping[str, str]) -> SiteView:
    """The site as the templates see it."""
    in_menu = sorted((page for page in archive.pages if page.menu is not None), key=lambda page: (page.menu, page.id))
    pages = tuple(MenuItem(page.title, urls.record_url(page), page.id) for page in in_menu)
    sections = tuple(MenuItem(*item) for item in SECTIONS)
    return SiteView(
        title=site.title,
        description=site.description,
        url=site.url,
        base_path=site.base_path,
        language=site.language,
        direction=direction(site.language),
        licence=site.licence,
        publisher=site.publisher,
        contact=site.contact,
        fold_warnings=site.warnings_fold,
        sections=sections,
        pages=pages,
        assets={**assets, "accent.css": accent_url(site.accent)},
        digest=b"".join((site.digest, repr((pages, sections, sorted(assets.items()))).encode())),
    )


def frame(path: str, title: str, description: str, section: str, site_url: str, **more: str) -> Frame:
    """The frame of the page at `path`."""
    return Frame(path, urls.root_of(path), title, description, section, urls.absolute(site_url, path), **more)


def prose(body: Body, mentioned: tuple[tuple[str, str, Summary], ...]) -> Prose | None:
    """A body with the targets of its mentions; None where there is no text."""
    if not body.words:
        return None
    return Prose(body.digest, tuple((kind, id_, found.url, found.title) for kind, id_, found in mentioned))


def mentions(record: Record, archive: Archive) -> tuple[tuple[str, str, Summary], ...]:
    """What a record's mentions mean: (kind as written, id, summary), each once; unresolved ones are left out."""
    written = dict.fromkeys((mention.kind, mention.id) for mention in record.body.mentions)
    found = ((kind, id_, archive.mentioned(kind, id_)) for kind, id_ in written)
    return tuple((kind, id_, meant[0]) for kind, id_, meant in found if len(meant) == 1)
