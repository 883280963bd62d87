"""Every correction that was made, on one page and in a feed of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.output import Export, Page
from sitegen.plan.frame import frame
from sitegen.plan.machine import Entry, atom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.output import Output
    from sitegen.model.records import Correction
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class Corrected(NamedTuple):
    """A record and one correction of it."""

    item: Summary
    correction: Correction


class CorrectionsView(NamedTuple):
    """All corrections, newest first."""

    frame: Frame
    corrections: tuple[Corrected, ...]


def corrections(archive: Archive, site: Site) -> Iterator[Output]:
    """The page of all corrections, and their feed."""
    found = [
        Corrected(archive.summary(record), item) for record in archive.by_key.values() for item in record.corrections
    ]
    newest = tuple(
        sorted(found, key=lambda one: (one.correction.date.sort_key, one.item.url, one.correction.note), reverse=True)
    )
    yield Page(urls.CORRECTIONS, "pages/corrections.html", _view, (site.url, newest))
    about = (
        site.url,
        f"{site.title}: corrections",
        "What was corrected, and when.",
        site.publisher or site.title,
        site.language,
    )
    carried = {archive.summary(record).url for record in archive.by_key.values() if record.indexed}
    entries = tuple(one for one in newest if one.item.url in carried)[: site.feeds]
    yield Export(urls.CORRECTIONS_FEED, _feed, (about, entries))


def _view(site_url: str, found: tuple[Corrected, ...]) -> CorrectionsView:
    description = "What was wrong here, when it was put right, and what it says now."
    return CorrectionsView(frame(urls.CORRECTIONS, "Corrections", description, "corrections", site_url), found)


def _feed(about: tuple[str, str, str, str, str], found: tuple[Corrected, ...]) -> str:
    return atom(about, urls.CORRECTIONS_FEED, tuple(_entry(about[0], one) for one in found))


def _entry(base: str, one: Corrected) -> Entry:
    """An entry whose id stays: it is made of the record, the day and the words, and of nothing beside them."""
    words = hashlib.sha256(one.correction.note.encode()).hexdigest()[:12]
    fragment = f"#correction-{one.correction.date}-{words}"
    title = f"Correction: {one.item.title}"
    address = urls.absolute(base, one.item.url)
    return Entry(title, address, fragment, one.correction.date, "correction", (), one.correction.note)
