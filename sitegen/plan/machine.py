"""What is read by machines: the feed, the sitemap, and the small files that hosts ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from sitegen.model import urls
from sitegen.model.output import Export, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

EPOCH = "1970-01-01T00:00:00Z"


class Entry(NamedTuple):
    """An entry of a feed. `fragment` is added to the address where several entries lead to one page."""

    title: str
    address: str
    fragment: str
    date: PartialDate | None
    category: str
    warnings: tuple[str, ...]
    text: str


About = tuple[str, str, str, str, str]
"""A feed's site address, title, description, author and language."""


def feed(archive: Archive, site: Site) -> Iterator[Export]:
    """The Atom feed of the newest articles and events."""
    newest = sorted(
        (archive.summary(record) for record in archive.dated if record.date is not None and record.indexed),
        key=lambda item: (item.date.sort_key if item.date else (), item.id),
        reverse=True,
    )[: site.feeds]
    about = (site.url, site.title, site.description, site.publisher or site.title, site.language)
    yield Export(urls.FEED, _atom, (about, tuple(newest)))


def _atom(about: About, items: tuple[Summary, ...]) -> str:
    return atom(about, urls.FEED, tuple(_entry_of(about[0], item) for item in items))


def _entry_of(base: str, item: Summary) -> Entry:
    when = item.date.label if item.date else ""
    text = ". ".join(part for part in (when, item.label, ", ".join(item.places), *item.tolls, item.text) if part)
    return Entry(item.title, urls.absolute(base, item.url), "", item.date, item.kind, item.warnings, text)


def atom(about: About, path: str, entries: tuple[Entry, ...]) -> str:
    """An Atom feed (RFC 4287). A date known in part is given by its first day: Atom has no other way to say it."""
    base, title, description, author, language = about
    updated = max((_moment(entry.date) for entry in entries), default=EPOCH)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)} xml:base={quoteattr(base)}>',
            f"<title>{escape(title)}</title>",
            f"<subtitle>{escape(description)}</subtitle>",
            f"<id>{escape(base + path)}</id>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(base + path)}/>',
            f'<link rel="alternate" type="text/html" href={quoteattr(base)}/>',
            f"<updated>{updated}</updated>",
            f"<author><name>{escape(author)}</name></author>",
            *map(_entry, entries),
            "</feed>",
            "",
        )
    )


def _entry(entry: Entry) -> str:
    warning = f"Content warning: {', '.join(entry.warnings)}. " if entry.warnings else ""
    return "\n".join(
        (
            "<entry>",
            f"<title>{escape(entry.title)}</title>",
            f"<id>{escape(entry.address + entry.fragment)}</id>",
            f'<link rel="alternate" type="text/html" href={quoteattr(entry.address)}/>',
            f"<updated>{_moment(entry.date)}</updated>",
            f"<category term={quoteattr(entry.category)}/>",
            *(f'<category scheme="urn:sitegen:warning" term={quoteattr(word)}/>' for word in entry.warnings),
            f"<summary>{escape(warning + entry.text)}</summary>",
            "</entry>",
        )
    )


def _moment(date: PartialDate | None) -> str:
    day = (date.earliest or date.latest) if date else None
    return f"{day.isoformat()}T00:00:00Z" if day else EPOCH


def sitemap(pages: Iterable[Page], site: Site) -> Export:
    """The sitemap of every page that search engines may read."""
    paths = tuple(sorted(page.path for page in pages if page.indexed))
    return Export(urls.SITEMAP, _sitemap, (site.url, paths))


def _sitemap(base: str, paths: tuple[str, ...]) -> str:
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *(f"<url><loc>{escape(urls.absolute(base, path))}</loc></url>" for path in paths),
            "</urlset>",
            "",
        )
    )


def small_files(_archive: Archive, site: Site) -> Iterator[Export]:
    """`robots.txt`, `.nojekyll`, and the domain's file where the site has its own."""
    yield Export(urls.ROBOTS, _robots, (site.url,))
    yield Export(urls.NO_JEKYLL, str, ())
    if site.domain:
        yield Export(urls.CNAME, "{}\n".format, (site.domain,))


def _robots(base: str) -> str:
    path = urlsplit(base).path or "/"
    return f"User-agent: *\nAllow: {path}\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n"
