"""Every correction that was made, on one page and in a feed of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.output import Export, Page
from sitegen.plan.by_date import shelved_by_date
from sitegen.plan.frame import frame
from sitegen.plan.machine import HEAVY_FEED, Entry, atom, entries
from sitegen.plan.paging import Pager, first_of, newest_of, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    """Corrections, newest first: all of them, the newest where there are many, or those of a year."""

    frame: Frame
    corrections: tuple[Corrected, ...]
    pager: Pager


def corrections(archive: Archive, site: Site) -> Iterator[Output]:
    """The pages of all corrections, and their feed: read are the corrections and the summaries of what they correct."""
    found = [
        (Corrected(archive.summary(record), item), record.indexed)
        for record in archive.corrected()
        for item in record.corrections
    ]
    found.sort(key=lambda pair: (pair[0].correction.date.sort_key, pair[0].item.url, pair[0].correction.note))
    yield from _pages([one for one, _ in found], site)
    about = (
        site.url,
        f"{site.title}: corrections",
        "What was corrected, and when.",
        site.publisher or site.title,
        site.language,
    )
    carried = (one for one, indexed in reversed(found) if indexed)
    yield Export(urls.CORRECTIONS_FEED, _feed, (about, first_of(carried, entries(site), _weight, HEAVY_FEED)))


def _pages(found: Sequence[Corrected], site: Site) -> Iterator[Page]:
    """One page where it has room for all, else the newest, and a page or more for each year."""
    first, leaves = shelved_by_date(
        found, lambda one: one.correction.date, site.page_size, _weight, urls.corrections_url
    )
    shown = newest_of(found, site.page_size, _weight) if leaves else tuple(found)
    yield Page(urls.CORRECTIONS, "pages/corrections.html", _view, (site.url, urls.CORRECTIONS, first, shown))
    for leaf in leaves:
        yield Page(leaf.url, "pages/corrections.html", _view, (site.url, leaf.url, leaf.pager, leaf.items))


def _weight(one: Corrected) -> int:
    return weight((one.item.title, one.item.url, one.correction.note))


def _view(site_url: str, url: str, pager: Pager, found: tuple[Corrected, ...]) -> CorrectionsView:
    title = f"Corrections, {pager.label}" if pager.label else "Corrections"
    description = "What was wrong here, when it was put right, and what it says now."
    return CorrectionsView(frame(url, title, description, "corrections", site_url), found[::-1], pager)


def _feed(about: tuple[str, str, str, str, str], found: tuple[Corrected, ...]) -> str:
    return atom(about, urls.CORRECTIONS_FEED, tuple(_entry(about[0], one) for one in found))


def _entry(base: str, one: Corrected) -> Entry:
    """An entry whose id stays: it is made of the record, the day and the words, and of nothing beside them."""
    words = hashlib.sha256(one.correction.note.encode()).hexdigest()[:12]
    fragment = f"#correction-{one.correction.date}-{words}"
    title = f"Correction: {one.item.title}"
    address = urls.absolute(base, one.item.url)
    return Entry(title, address, fragment, one.correction.date, "correction", one.item.warnings, one.correction.note)
