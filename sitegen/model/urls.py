"""Every URL of the site, once: paths from the site's root, and what is made of them."""

from __future__ import annotations

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


def record_url(record: Record, number: int = 0) -> str:
    """The page of a record, or an older page of its lists."""
    return page_url(folder_of(record), record.id, number)


def page_url(folder: str, id_: str, number: int = 0) -> str:
    """The page of the record `id_`; `number` counts the older pages of its lists from the oldest, 1."""
    return f"{folder}/{id_}/{number}.html" if number else f"{folder}/{id_}.html"


def index_url(folder: str, number: int = 0) -> str:
    """The list of all records of a kind."""
    return f"{folder}/page/{number}.html" if number else f"{folder}/index.html"


def year_url(year: int) -> str:
    """The timeline of one year."""
    return f"timeline/{year:04}.html"


def month_url(year: int, month: int) -> str:
    """The timeline of one month."""
    return f"timeline/{year:04}-{month:02}.html"


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


def absolute(base: str, path: str) -> str:
    """The address of a page for feeds, sitemaps and citations; a folder's index is named by the folder."""
    named_by_folder = path == HOME or path.endswith("/index.html")
    return base + quote(path.removesuffix("index.html") if named_by_folder else path)
