"""Where the archive is thin: by month, source, place and language, and what share of events has one source only."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.output import Page
from sitegen.model.tolls import voices
from sitegen.model.vocabulary import Verification
from sitegen.plan.frame import frame
from sitegen.plan.paging import HEAVY, first_of, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.records import Event
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary
    from sitegen.model.tolls import Voices

MONTHS = range(1, 13)
MOST = 60
"""As many years or gaps the page shows."""
MOST_SHARES = 200
"""As many sources, places or languages."""


class MonthOfEvents(NamedTuple):
    """A month, and how many events the archive knows of it."""

    month: int
    events: int
    url: str


class YearOfEvents(NamedTuple):
    """A year month by month."""

    year: int
    months: tuple[MonthOfEvents, ...]


class Share(NamedTuple):
    """A value, how many events or reports have it, and of how many."""

    label: str
    url: str
    number: int
    of: int


class Shares(NamedTuple):
    """The values that occur most, and how many others there are."""

    shown: tuple[Share, ...]
    others: int


class Gaps(NamedTuple):
    """How many months between the first event and the last have none; the longest stretches, and how many others."""

    months: int
    stretches: tuple[str, ...]
    others: int


class CoverageView(NamedTuple):
    """What the archive has much of, and what it lacks. `years` are the latest that have events."""

    frame: Frame
    years: tuple[YearOfEvents, ...]
    earlier: int
    busiest: int
    gaps: Gaps
    support: tuple[Share, ...]
    verification: tuple[Share, ...]
    sources: Shares
    places: Shares
    languages: Shares
    without_place: int
    without_day: int
    events: int
    reports: int


def coverage(archive: Archive, site: Site) -> Iterator[Page]:
    """The coverage page: it reads numbers of events, reports and claims, and the titles of those counted."""
    heard = [voices(archive.counted_accounts(event), archive.agencies) for event in archive.counted("events")]
    inputs = (
        site.url,
        _months(archive),
        _support(heard),
        _verification(archive),
        _sources(archive),
        _places(archive),
        _languages(archive, site.language),
        (
            sum(not event.places for event in archive.counted("events")),
            sum(not _on_a_day(event) for event in archive.counted("events")),
        ),
        (len(archive.counted("events")), sum(one.reports for one in heard)),
    )
    yield Page(urls.COVERAGE, "pages/coverage.html", _view, inputs)


def _on_a_day(event: Event) -> bool:
    return event.date is not None and event.date.precision == "day"


def _months(archive: Archive) -> tuple[YearOfEvents, ...]:
    """Every year that has an event, month by month."""
    days = (event.date.earliest for event in archive.counted("events") if event.date is not None)
    counts = Counter((day.year, day.month) for day in days if day is not None)
    years = sorted({year for year, _ in counts})
    return tuple(YearOfEvents(year, tuple(_month(year, month, counts) for month in MONTHS)) for year in years)


def _month(year: int, month: int, counts: Counter[tuple[int, int]]) -> MonthOfEvents:
    events = counts[year, month]
    return MonthOfEvents(month, events, urls.month_url(year, month) if events else "")


def _support(heard: Sequence[Voices]) -> tuple[Share, ...]:
    found = Counter(min(one.independent, 3) for one in heard)
    words = ("no source named", "one independent source", "two independent sources", "three or more")
    return tuple(Share(words[number], "", found[number], len(heard)) for number in range(4))


def _verification(archive: Archive) -> tuple[Share, ...]:
    found = Counter(event.verification for event in archive.counted("events"))
    return tuple(Share(str(level), "", found[level], len(archive.counted("events"))) for level in Verification)


def _sources(archive: Archive) -> Shares:
    accounts = [account for event in archive.counted("events") for account in archive.counted_accounts(event)]
    named = ((claim.source or (article.source if article else None)) for claim, article in accounts)
    found = Counter(ref.id for ref in named if ref is not None)
    return _ranked(((archive.summaries.get(f"sources/{id_}"), count) for id_, count in found.items()), len(accounts))


def _places(archive: Archive) -> Shares:
    governorates = [place for place in archive.counted("places") if place.kind in ("governorate", "country")]
    counted = ((archive.summary(place), archive.numbers_of(place)[0]) for place in governorates)
    return _ranked((pair for pair in counted if pair[1]), len(archive.counted("events")))


def _ranked(counted: Iterable[tuple[Summary | None, int]], of: int) -> Shares:
    return _most([Share(item.title, item.url, count, of) for item, count in counted if item is not None])


def _most(shares: Iterable[Share]) -> Shares:
    ranked = sorted(shares, key=lambda share: (-share.number, share.label, share.url))
    shown = first_of(ranked, MOST_SHARES, lambda share: weight((share.label, share.url)), HEAVY * 2 // 3)
    return Shares(shown, len(ranked) - len(shown))


def _languages(archive: Archive, site_language: str) -> Shares:
    found = Counter(article.language or site_language for article in archive.counted("articles"))
    return _most(Share(language, "", count, len(archive.counted("articles"))) for language, count in found.items())


def _view(
    site_url: str,
    years: tuple[YearOfEvents, ...],
    support: tuple[Share, ...],
    verification: tuple[Share, ...],
    sources: Shares,
    places: Shares,
    languages: Shares,
    lacking: tuple[int, int],
    sizes: tuple[int, int],
) -> CoverageView:
    around = frame(
        urls.COVERAGE, "Coverage", "Where this archive knows much, and where it is thin.", "coverage", site_url
    )
    shown = years[-MOST:]
    return CoverageView(
        around,
        shown,
        len(years) - len(shown),
        max((month.events for year in shown for month in year.months), default=0),
        gaps(years),
        support,
        verification,
        sources,
        places,
        languages,
        *lacking,
        *sizes,
    )


def gaps(years: Sequence[YearOfEvents]) -> Gaps:
    """The stretches of months without an event between the first and the last that have one."""
    known = [year.year * 12 + month.month - 1 for year in years for month in year.months if month.events]
    found = [(one + 1, other - 1) for one, other in pairwise(known) if other - one > 1]
    longest = sorted(sorted(found, key=lambda stretch: (stretch[0] - stretch[1], stretch))[:MOST])
    months = sum(last - first + 1 for first, last in found)
    return Gaps(months, tuple(_stretch(*one) for one in longest), len(found) - len(longest))


def _stretch(first: int, last: int) -> str:
    return _name(first) if first == last else f"{_name(first)} to {_name(last)}"


def _name(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
