"""Where the archive is thin: by month, source, place and language, and what share of events has one source only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.output import Page
from sitegen.model.records import Verification
from sitegen.model.tolls import voices
from sitegen.plan.frame import frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.records import Event
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

MONTHS = range(1, 13)


class MonthOfEvents(NamedTuple):
    """A month, and how many events the archive knows of it."""

    month: int
    events: int
    url: str


class YearOfEvents(NamedTuple):
    """A year month by month; those before the first and after the last event are not counted as gaps."""

    year: int
    months: tuple[MonthOfEvents, ...]


class Share(NamedTuple):
    """A value, how many events or reports have it, and of how many."""

    label: str
    url: str
    number: int
    of: int


class CoverageView(NamedTuple):
    """What the archive has much of, and what it lacks."""

    frame: Frame
    years: tuple[YearOfEvents, ...]
    busiest: int
    empty_months: tuple[str, ...]
    support: tuple[Share, ...]
    verification: tuple[Share, ...]
    sources: tuple[Share, ...]
    places: tuple[Share, ...]
    languages: tuple[Share, ...]
    without_place: int
    without_day: int
    events: int
    reports: int


def coverage(archive: Archive, site: Site) -> Iterator[Page]:
    """The coverage page."""
    inputs = (
        site.url,
        _months(archive),
        _support(archive),
        _verification(archive),
        _sources(archive),
        _places(archive),
        _languages(archive, site.language),
        (sum(not event.places for event in archive.events), sum(not _on_a_day(event) for event in archive.events)),
        (len(archive.events), _reports(archive)),
    )
    yield Page(urls.COVERAGE, "pages/coverage.html", _view, inputs)


def _on_a_day(event: Event) -> bool:
    return event.date is not None and event.date.precision == "day"


def _reports(archive: Archive) -> int:
    return sum(voices(archive.accounts_of(event)).reports for event in archive.events)


def _months(archive: Archive) -> tuple[YearOfEvents, ...]:
    counts: Counter[tuple[int, int]] = Counter()
    for event in archive.events:
        day = event.date.earliest if event.date else None
        if day is not None:
            counts[day.year, day.month] += 1
    years = range(min(counts)[0], max(counts)[0] + 1) if counts else range(0)
    return tuple(YearOfEvents(year, tuple(_month(year, month, counts) for month in MONTHS)) for year in years)


def _month(year: int, month: int, counts: Counter[tuple[int, int]]) -> MonthOfEvents:
    events = counts[year, month]
    return MonthOfEvents(month, events, urls.month_url(year, month) if events else "")


def _support(archive: Archive) -> tuple[Share, ...]:
    found = Counter(min(voices(archive.accounts_of(event)).independent, 3) for event in archive.events)
    words = ("no source named", "one independent source", "two independent sources", "three or more")
    return tuple(Share(words[number], "", found[number], len(archive.events)) for number in range(4))


def _verification(archive: Archive) -> tuple[Share, ...]:
    found = Counter(event.verification for event in archive.events)
    return tuple(Share(str(level), "", found[level], len(archive.events)) for level in Verification)


def _sources(archive: Archive) -> tuple[Share, ...]:
    accounts = [account for event in archive.events for account in archive.accounts_of(event)]
    named = ((claim.source or (article.source if article else None)) for claim, article in accounts)
    found = Counter(ref.id for ref in named if ref is not None)
    return _ranked(((archive.summaries.get(f"sources/{id_}"), count) for id_, count in found.items()), len(accounts))


def _places(archive: Archive) -> tuple[Share, ...]:
    governorates = [place for place in archive.places if place.kind in ("governorate", "country")]
    counted = ((archive.summary(place), len(archive.events_of(place))) for place in governorates)
    return _ranked((pair for pair in counted if pair[1]), len(archive.events))


def _ranked(counted: Iterable[tuple[Summary | None, int]], of: int) -> tuple[Share, ...]:
    shares = [Share(item.title, item.url, count, of) for item, count in counted if item is not None]
    return tuple(sorted(shares, key=lambda share: (-share.number, share.label, share.url)))


def _languages(archive: Archive, site_language: str) -> tuple[Share, ...]:
    found = Counter(article.language or site_language for article in archive.articles)
    shares = [Share(language, "", count, len(archive.articles)) for language, count in found.items()]
    return tuple(sorted(shares, key=lambda share: (-share.number, share.label)))


def _view(
    site_url: str,
    years: tuple[YearOfEvents, ...],
    support: tuple[Share, ...],
    verification: tuple[Share, ...],
    sources: tuple[Share, ...],
    places: tuple[Share, ...],
    languages: tuple[Share, ...],
    lacking: tuple[int, int],
    sizes: tuple[int, int],
) -> CoverageView:
    around = frame(
        urls.COVERAGE, "Coverage", "Where this archive knows much, and where it is thin.", "coverage", site_url
    )
    busiest = max((month.events for year in years for month in year.months), default=0)
    return CoverageView(
        around, years, busiest, _gaps(years), support, verification, sources, places, languages, *lacking, *sizes
    )


def _gaps(years: tuple[YearOfEvents, ...]) -> tuple[str, ...]:
    """The months without an event between the first and the last that have one."""
    months = [(f"{year.year:04}-{month.month:02}", month.events) for year in years for month in year.months]
    known = [at for at, (_, events) in enumerate(months) if events]
    return tuple(name for name, events in months[known[0] : known[-1]] if not events) if known else ()
