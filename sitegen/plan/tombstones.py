"""What is left at the address of a record that was public and no longer is: no text, no title, no way to either."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.model.urls import page_url
from sitegen.plan.frame import frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.gate import Tombstone
    from sitegen.model.site import Site


WITHDRAWN = "Withdrawn"
"""The title of what is left: that of the record is not told."""


class TombstoneView(NamedTuple):
    """A tombstone, and the kind of record that it stands for."""

    frame: Frame
    tombstone: Tombstone
    kind: str


def tombstones(archive: Archive, site: Site) -> Iterator[Page]:
    """A page for each record that was withdrawn, at the address that it had."""
    for tombstone in archive.tombstones:
        path = page_url(tombstone.folder, tombstone.id)
        yield Page(path, "pages/tombstone.html", _view, (site.url, path, tombstone), indexed=False)


def _view(site_url: str, path: str, tombstone: Tombstone) -> TombstoneView:
    around = frame(path, WITHDRAWN, "What stood here was withdrawn.", tombstone.folder, site_url, robots="noindex")
    return TombstoneView(around, tombstone, tombstone.folder.removesuffix("s"))
