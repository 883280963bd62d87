"""The timeline of the whole archive: by year and by month."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.date_words import ENGLISH
from sitegen.model.output import Page
from sitegen.plan.frame import frame
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


MOST_YEARS = 200
"""A date that leaves more years open than this stands in its first alone."""


class MonthCount(NamedTuple):
    """How many events and articles a month holds."""

    label: str
    url: str
    events: int
    articles: int


class YearCount(NamedTuple):
    """A year of the archive: its months in order, all twelve."""

    year: int
    url: str
    events: int
    articles: int
    months: tuple[MonthCount, ...]


class Month(NamedTuple):
    """A part of a year's timeline: a month, or what is only known to the year."""

    label: str
    url: str
    timeline: Timeline


class TimelineView(NamedTuple):
    """The timeline of the whole archive: years with their months."""

    frame: Frame
    years: tuple[YearCount, ...]
    timeline: Timeline
    events: int


class YearView(NamedTuple):
    """The timeline of a year."""

    frame: Frame
    year: int
    months: tuple[Month, ...]
    years: tuple[YearCount, ...]


class MonthView(NamedTuple):
    """The timeline of a month."""

    frame: Frame
    label: str
    year: int
    timeline: Timeline
    previous: MonthCount | None
    next: MonthCount | None


def timelines(archive: Archive, site: Site) -> Iterator[Page]:
    """The timeline of the whole archive, of each year and of each month that holds something."""
    dated = [archive.summary(record) for record in (*archive.events, *archive.articles)]
    dated = sorted((item for item in dated if item.date is not None), key=_by_date)
    by_year, by_month = _spread(dated)
    counts = tuple(_year_count(year, by_year[year], by_month) for year in sorted(by_year))
    newest = tuple(item for item in dated if item.kind == "event")[-site.page_size :]
    yield Page(urls.TIMELINE, "pages/timeline.html", _timeline_view, (site.url, counts, newest, len(archive.events)))
    for year in sorted(by_year):
        months = tuple((month, tuple(by_month[year, month])) for month in range(1, 13) if (year, month) in by_month)
        loose = tuple(item for item in by_year[year] if _month_of(item, year) is None)
        yield Page(urls.year_url(year), "pages/year.html", _year_view, (site.url, year, months, loose, counts))
    yield from _month_pages(by_month, site)


def _month_pages(by_month: dict[tuple[int, int], list[Summary]], site: Site) -> Iterator[Page]:
    keys = sorted(by_month)
    for at, key in enumerate(keys):
        around = (keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None)
        beside = tuple(_month_count(*other, by_month[other]) if other else None for other in around)
        inputs = (site.url, *key, tuple(by_month[key]), *beside)
        yield Page(urls.month_url(*key), "pages/month.html", _month_view, inputs)


def _by_date(item: Summary) -> tuple[object, str, str]:
    assert item.date is not None
    return item.date.sort_key, item.kind, item.id


def _spread(dated: Iterable[Summary]) -> tuple[dict[int, list[Summary]], dict[tuple[int, int], list[Summary]]]:
    by_year: dict[int, list[Summary]] = defaultdict(list)
    by_month: dict[tuple[int, int], list[Summary]] = defaultdict(list)
    for item in dated:
        for year in _years_of(item):
            by_year[year].append(item)
            if month := _month_of(item, year):
                by_month[year, month].append(item)
    return by_year, by_month


def _years_of(item: Summary) -> range:
    """The years that a date touches; one that is open counts where it is known."""
    date = item.date
    assert date is not None
    known = [day.year for day in (date.earliest, date.latest) if day is not None]
    if not known:
        return range(0)
    last = known[-1] if known[-1] - known[0] < MOST_YEARS else known[0]
    return range(known[0], last + 1)


def _month_of(item: Summary, year: int) -> int | None:
    """The month in which an item stands on a year's page: its first day's, or None where only the year is known."""
    date = item.date
    assert date is not None
    first = date.earliest or date.latest
    last = date.latest or date.earliest
    assert first is not None
    assert last is not None
    if first.year != year or (last - first).days > 62:  # noqa: PLR2004 - two months: longer than that names no month
        return None
    return first.month


def _month_count(year: int, month: int, items: Sequence[Summary]) -> MonthCount:
    label = f"{ENGLISH.months[month - 1]} {year}"
    events = sum(item.kind == "event" for item in items)
    return MonthCount(label, urls.month_url(year, month) if items else "", events, len(items) - events)


def _year_count(year: int, items: list[Summary], by_month: dict[tuple[int, int], list[Summary]]) -> YearCount:
    events = sum(item.kind == "event" for item in items)
    months = tuple(_month_count(year, month, by_month.get((year, month), ())) for month in range(1, 13))
    return YearCount(year, urls.year_url(year), events, len(items) - events, months)


def _timeline_view(
    site_url: str, counts: tuple[YearCount, ...], newest: tuple[Summary, ...], events: int
) -> TimelineView:
    around = frame(urls.TIMELINE, "Timeline", "Everything in this archive, by year and month.", "timeline", site_url)
    return TimelineView(around, counts, timeline(newest), events)


def _year_view(
    site_url: str,
    year: int,
    months: tuple[tuple[int, tuple[Summary, ...]], ...],
    loose: tuple[Summary, ...],
    counts: tuple[YearCount, ...],
) -> YearView:
    around = frame(urls.year_url(year), str(year), f"Events and reports of {year}.", "timeline", site_url)
    parts = [Month(ENGLISH.months[month - 1], urls.month_url(year, month), timeline(items)) for month, items in months]
    if loose:
        parts.append(Month("Month not known, or longer than two months", "", timeline(loose)))
    return YearView(around, year, tuple(parts), counts)


def _month_view(
    site_url: str,
    year: int,
    month: int,
    items: tuple[Summary, ...],
    previous: MonthCount | None,
    following: MonthCount | None,
) -> MonthView:
    label = f"{ENGLISH.months[month - 1]} {year}"
    around = frame(urls.month_url(year, month), label, f"Events and reports of {label}.", "timeline", site_url)
    return MonthView(around, label, year, timeline(items), previous, following)
