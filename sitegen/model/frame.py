"""What every page has around its own matter, and what every template may see of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class MenuItem(NamedTuple):
    """A link of the menu; `section` is the part of the site that it leads to."""

    title: str
    url: str
    section: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every template may see of the site: small, because a change to it makes every page again."""

    title: str
    description: str
    url: str
    base_path: str
    language: str
    direction: str
    licence: str
    publisher: str
    contact: str
    fold_warnings: bool
    sections: tuple[MenuItem, ...]
    pages: tuple[MenuItem, ...]
    assets: Mapping[str, str]
    digest: bytes


class Frame(NamedTuple):
    """A page's place and head. `root` leads from the page to the site's root; put it before every URL."""

    path: str
    root: str
    title: str
    description: str
    section: str
    canonical: str
    language: str = ""
    direction: str = ""
    robots: str = ""


class Prose(NamedTuple):
    """A body to be shown: the digest by which its HTML is found, and what its mentions lead to from the site's root."""

    digest: bytes
    links: tuple[tuple[str, str, str, str], ...]
    """(kind as written or empty, id, URL, title) of each mention that resolves."""
