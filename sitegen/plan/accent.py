"""The site's accent colour, in a stylesheet of its own: the pages' policy allows none inside them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sitegen.model.output import Export
from sitegen.model.urls import asset_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.site import Site

NAME = "accent.css"


def accent_url(colour: str) -> str:
    """Where the stylesheet stands; empty where the site has the theme's own colour."""
    return asset_url(NAME, hashlib.sha256(_css(colour).encode()).hexdigest()) if colour else ""


def accent(_archive: Archive, site: Site) -> Iterator[Export]:
    """The stylesheet, where the site sets a colour."""
    if site.accent:
        yield Export(accent_url(site.accent), _css, (site.accent,))


def _css(colour: str) -> str:
    return f":root {{ --accent: {colour}; }}\n"
