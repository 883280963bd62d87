"""What is read by machines: the feed, the sitemap, and the small files that hosts ask for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from sitegen.model import urls
from sitegen.model.output import Export
from sitegen.plan.markup import attribute, text
from sitegen.plan.paging import filled, first_of, weight_with_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Article, Event
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

EPOCH = "1970-01-01T00:00:00Z"
MOST_ENTRIES = 500
"""No feed has more entries, whatever the settings ask for: readers fetch it many times a day."""
HEAVY_FEED = 500_000
"""Nor do its entries weigh more than this, in bytes."""
MOST_URLS, MOST_BYTES = 50_000, 50_000_000
"""What a sitemap may hold (sitemaps.org)."""


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
    """The Atom feed of the newest articles and events: it reads their summaries, and the site's own settings."""
    newest = sorted(
        (*_newest(archive, archive.articles, site), *_newest(archive, archive.events, site)),
        key=lambda item: (item.date.sort_key if item.date else (), item.id),
        reverse=True,
    )
    about = (site.url, site.title, site.description, site.publisher or site.title, site.language)
    yield Export(urls.FEED, _atom, (about, first_of(newest, entries(site), weight_with_text, HEAVY_FEED)))


def entries(site: Site) -> int:
    """How many entries a feed of this site has at most."""
    return min(site.feeds, MOST_ENTRIES)


def _newest(archive: Archive, found: Sequence[Article | Event], site: Site) -> Iterator[Summary]:
    """The newest of these that a feed may show; they are in the order of their dates, so the last ones."""
    shown = (archive.summary(record) for record in reversed(found) if record.date is not None and record.indexed)
    return islice(shown, entries(site))


def _atom(about: About, items: tuple[Summary, ...]) -> str:
    return atom(about, urls.FEED, tuple(_entry_of(about[0], item) for item in items))


def _entry_of(base: str, item: Summary) -> Entry:
    when = item.date.label if item.date else ""
    words = ". ".join(part for part in (when, item.label, ", ".join(item.places), *item.tolls, item.text) if part)
    return Entry(item.title, urls.absolute(base, item.url), "", item.date, item.kind, item.warnings, words)


def atom(about: About, path: str, entries: tuple[Entry, ...]) -> str:
    """An Atom feed (RFC 4287). A date known in part is given by its first day: Atom has no other way to say it."""
    base, title, description, author, language = about
    updated = max((_moment(entry.date) for entry in entries), default=EPOCH)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(language)} xml:base={attribute(base)}>',
            f"<title>{text(title)}</title>",
            f"<subtitle>{text(description)}</subtitle>",
            f"<id>{text(base + path)}</id>",
            f'<link rel="self" type="application/atom+xml" href={attribute(base + path)}/>',
            f'<link rel="alternate" type="text/html" href={attribute(base)}/>',
            f"<updated>{updated}</updated>",
            f"<author><name>{text(author)}</name></author>",
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
            f"<title>{text(entry.title)}</title>",
            f"<id>{text(entry.address + entry.fragment)}</id>",
            f'<link rel="alternate" type="text/html" href={attribute(entry.address)}/>',
            f"<updated>{_moment(entry.date)}</updated>",
            f"<category term={attribute(entry.category)}/>",
            *(f'<category scheme="urn:sitegen:warning" term={attribute(word)}/>' for word in entry.warnings),
            f"<summary>{text(warning + entry.text)}</summary>",
            "</entry>",
        )
    )


def _moment(date: PartialDate | None) -> str:
    day = (date.earliest or date.latest) if date else None
    return f"{day.isoformat()}T00:00:00Z" if day else EPOCH


def sitemaps(indexed: Iterable[str], site: Site) -> Iterator[Export]:
    """The sitemap of the pages, by their paths, that search engines may read: in parts where it is too long for a file.

    A part holds the pages of one kind or, where these have dates, of one year: a new page changes its own part alone.
    """
    paths = sorted(indexed)
    parts = _filled(paths, site.url)
    if len(parts) == 1:
        yield Export(urls.SITEMAP, _sitemap, (site.url, *parts))
        return
    shelves: dict[str, list[str]] = {}
    for path in paths:
        shelves.setdefault(_shelf(path), []).append(path)
    named = {
        urls.sitemap_url(f"{name}-{number}"): part
        for name, held in sorted(shelves.items())
        for number, part in enumerate(_filled(held, site.url), start=1)
    }
    yield Export(urls.SITEMAP, _sitemap_index, (site.url, tuple(named)))
    for path, part in named.items():
        yield Export(path, _sitemap, (site.url, part))


def _filled(paths: Sequence[str], base: str) -> list[tuple[str, ...]]:
    """Paths in files of the size that is allowed; at least one file."""
    around = (
        len("<url><loc></loc></url>\n") + len(base) * 5
    )  # `&` takes five characters, and a sign of a path up to twelve
    return filled(paths, MOST_URLS, lambda path: len(path) * 12 + around, MOST_BYTES) or [()]


def _shelf(path: str) -> str:
    folder, _, name = path.rpartition("/")
    kind = folder.partition("/")[0] or "site"
    return f"{kind}-{name[:4]}" if kind in ("articles", "events") and name[:4].isdigit() else kind


def _sitemap(base: str, paths: tuple[str, ...]) -> str:
    return _list_of(base, "urlset", "url", paths)


def _sitemap_index(base: str, paths: tuple[str, ...]) -> str:
    return _list_of(base, "sitemapindex", "sitemap", paths)


def _list_of(base: str, whole: str, one: str, paths: tuple[str, ...]) -> str:
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *(f"<{one}><loc>{text(urls.absolute(base, path))}</loc></{one}>" for path in paths),
            f"</{whole}>",
            "",
        )
    )


def small_files(_archive: Archive, site: Site) -> Iterator[Export]:
    """`robots.txt`, `.nojekyll`, and the domain's file where the site has its own: they read the site's settings."""
    yield Export(urls.ROBOTS, _robots, (site.url,))
    yield Export(urls.NO_JEKYLL, str, ())
    if site.domain:
        yield Export(urls.CNAME, "{}\n".format, (site.domain,))


def _robots(base: str) -> str:
    path = urlsplit(base).path or "/"
    return f"User-agent: *\nAllow: {path}\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n"
