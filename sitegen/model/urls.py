"""Every URL of the site, once: paths from the site's root, and what is made of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from sitegen.model.records import Record

HOME = "index.html"
TIMELINE = "timeline/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
CORRECTIONS = "corrections/index.html"
CORRECTIONS_FEED = "corrections/feed.xml"
COVERAGE = "coverage/index.html"
MANIFEST = "manifest-sha256.txt"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NO_JEKYLL = ".nojekyll"
CNAME = "CNAME"
FOLDER = {
    "Article": "articles",
    "Event": "events",
    "Actor": "actors",
    "Place": "places",
    "Source": "sources",
    "Tag": "tags",
    "ContentPage": "pages",
}
KINDS = ("article", "event", "actor", "place", "source", "tag")
"""The kinds that mentions may name, in the order in which an index lists them."""


def folder_of(record: Record) -> str:
    """The folder of a record's kind, in `content/` and on the site alike."""
    return FOLDER[type(record).__name__]


def record_url(record: Record, part: str = "") -> str:
    """The page of a record, or of a part of its list."""
    return page_url(folder_of(record), record.id, part)


def page_url(folder: str, id_: str, part: str = "") -> str:
    """The page of the record `id_`; `part` names a part of its list: a year, or a year and the number of a page."""
    return f"{folder}/{id_}/{part}.html" if part else f"{folder}/{id_}.html"


def index_url(folder: str, part: str = "") -> str:
    """The list of all records of a kind, or a part of it: a year or an initial, and the number of a page."""
    return f"{folder}/page/{part}.html" if part else f"{folder}/index.html"


def century_url(century: int) -> str:
    """The timeline of a century long past, by the first two digits of its years."""
    return f"timeline/{century:02}xx.html"


def year_url(year: int) -> str:
    """The timeline of one year."""
    return f"timeline/{year:04}.html"


def month_url(year: int, month: int, number: int = 1) -> str:
    """The timeline of one month, or of what no month of the year is known of (month 0); long ones have more pages."""
    return f"timeline/{year:04}-{month:02}.html" if number == 1 else f"timeline/{year:04}-{month:02}-{number}.html"


def corrections_url(part: str = "") -> str:
    """The page of all corrections, or of those of one year."""
    return f"corrections/{part}.html" if part else CORRECTIONS


def sitemap_url(part: str) -> str:
    """A part of a sitemap that is too long for one file."""
    return f"sitemaps/{part}.xml"


def asset_url(name: str, digest: str) -> str:
    """An asset, named by its content so that it may be kept for ever."""
    stem, dot, suffix = name.rpartition(".")
    return f"assets/{stem}.{digest[:10]}{dot}{suffix}" if dot else f"assets/{name}.{digest[:10]}"


def media_url(name: str) -> str:
    """A picture or film of an article."""
    return f"media/{name}"


def root_of(path: str) -> str:
    """What leads from a page back to the site's root: empty at the root, `../` one folder down."""
    return "../" * path.count("/")


@lru_cache(maxsize=8192)
def absolute(base: str, path: str) -> str:
    """The address of a page for feeds, sitemaps and citations; a folder's index is named by the folder."""
    named_by_folder = path == HOME or path.endswith("/index.html")
    return base + quote(path.removesuffix("index.html") if named_by_folder else path)
