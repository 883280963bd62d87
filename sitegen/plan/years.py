"""The timeline of the whole archive: by year and by month."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import urls
from sitegen.model.date_words import ENGLISH
from sitegen.model.output import Page
from sitegen.plan.by_date import TWO_MONTHS
from sitegen.plan.frame import frame
from sitegen.plan.paging import HEAVY, Shelf, filled, first_of, newest_of, on_one_page, weight_of
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary

    ByMonth = Mapping[int, Sequence[Summary]]
    Part = tuple[str, str, tuple[Summary, ...], int, int]
    """A month as its year's page is told of it: as in `Month`, before it is drawn."""


MOST_YEARS = 200
"""A date that leaves more years open than this stands in its first alone."""
NO_MONTH = 0
"""Where a year has what names none of its months."""
PARTS = 13
"""Twelve months and what is known of none of them: a long year's page shows the beginning of each."""
NEAR = 10
"""As many years before and after its own a year's page leads to."""


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
    """A part of a year's timeline: a month, or what is only known to the year, and how much it holds in all."""

    label: str
    url: str
    timeline: Timeline
    events: int
    articles: int


class TimelineView(NamedTuple):
    """The timeline of the whole archive: the years of this century and the last, with their months.

    Below are the newest events, or `every` one.
    """

    frame: Frame
    years: tuple[YearCount, ...]
    timeline: Timeline
    every: bool
    centuries: tuple[Shelf, ...]


class CenturyView(NamedTuple):
    """The years of a century that is long past, with their months."""

    frame: Frame
    years: tuple[YearCount, ...]


class YearView(NamedTuple):
    """The timeline of a year: all of it or, where that is too much for a page, the beginning of each month."""

    frame: Frame
    year: YearCount
    months: tuple[Month, ...]
    years: tuple[Shelf, ...]


class MonthView(NamedTuple):
    """The timeline of a month, or a page of it; `pages` are all of its pages, on the first of several."""

    frame: Frame
    label: str
    year: int
    timeline: Timeline
    previous: Shelf | None
    next: Shelf | None
    pages: tuple[Shelf, ...]


def timelines(archive: Archive, site: Site) -> Iterator[Page]:
    """The timeline of the whole archive, of each year and of each month that holds something.

    Read are the summaries of what has a date. The first page reads how much each month holds, and the newest events;
    a year's page how much its own months hold, and those entries that it shows; a month's page its entries.
    """
    events, articles = archive.all_summaries("events"), archive.all_summaries("articles")
    by_year = _spread(sorted((item for item in (*events, *articles) if item.date is not None), key=_by_date))
    counts = tuple(_year_count(year, by_year[year]) for year in sorted(by_year))
    yield from _first_pages(counts, [event for event in events if event.date], site)
    ways = [Shelf(count.url, str(count.year), 0) for count in counts]
    long = {year for year, held in by_year.items() if not on_one_page(_all(held), site.page_size, weight_of)}
    for at, count in enumerate(counts):
        near = tuple(ways[max(at - NEAR, 0) : at + NEAR + 1])
        parts = _parts(count.year, by_year[count.year], site.page_size if count.year in long else 0)
        yield Page(count.url, "pages/year.html", _year_view, (site.url, count, parts, near))
    yield from _month_pages(by_year, long, site)


def _by_date(item: Summary) -> tuple[object, str, str]:
    assert item.date is not None
    return item.date.sort_key, item.kind, item.id


def _spread(dated: Iterable[Summary]) -> dict[int, ByMonth]:
    """The entries of every year, by month; under month 0 what is known of no single one."""
    by_year: dict[int, dict[int, list[Summary]]] = defaultdict(lambda: defaultdict(list))
    for item in dated:
        date = item.date
        if date is not None and date.earliest is not None and date.earliest is date.latest:  # a day: most are
            by_year[date.earliest.year][date.earliest.month].append(item)
            continue
        for year in _years_of(item):
            by_year[year][_month_of(item, year)].append(item)
    return {year: dict(sorted(held.items())) for year, held in by_year.items()}


def _all(held: ByMonth) -> list[Summary]:
    return [item for items in held.values() for item in items]


def _years_of(item: Summary) -> range:
    """The years that a date touches; one that is open counts where it is known."""
    assert item.date is not None
    years = item.date.years()
    return years if len(years) <= MOST_YEARS else years[:1]


def _month_of(item: Summary, year: int) -> int:
    """The month in which an entry stands on a year's page: where it begins or, where that is a year before, goes on."""
    date = item.date
    assert date is not None
    first = date.earliest or date.latest
    last = date.latest or date.earliest
    assert first is not None
    assert last is not None
    if (last - first).days > TWO_MONTHS:
        return NO_MONTH
    return first.month if first.year == year else 1


def _events(items: Iterable[Summary]) -> int:
    return sum(item.kind == "event" for item in items)


def _label(year: int, month: int) -> str:
    return f"{ENGLISH.months[month - 1]} {year}" if month else f"{year}, month not known"


def _month_count(year: int, month: int, items: Sequence[Summary]) -> MonthCount:
    events = _events(items)
    return MonthCount(_label(year, month), urls.month_url(year, month) if items else "", events, len(items) - events)


def _year_count(year: int, held: ByMonth) -> YearCount:
    months = tuple(_month_count(year, month, held.get(month, ())) for month in range(1, PARTS))
    items = _all(held)
    events = _events(items)
    return YearCount(year, urls.year_url(year), events, len(items) - events, months)


def _first_pages(counts: tuple[YearCount, ...], events: Sequence[Summary], site: Site) -> Iterator[Page]:
    """The years of this century and the last, counted from the latest entry, and a page for each century before."""
    past: dict[int, list[YearCount]] = defaultdict(list)
    recent = tuple(count for count in counts if count.year // 100 >= counts[-1].year // 100 - 1)
    for count in counts[: len(counts) - len(recent)]:
        past[count.year // 100].append(count)
    ways = tuple(Shelf(urls.century_url(age), _century(age), 0) for age in past)
    newest = newest_of(events, site.page_size, weight_of)
    inputs = (site.url, recent, newest, len(newest) == len(events), ways)
    yield Page(urls.TIMELINE, "pages/timeline.html", _timeline_view, inputs)
    for age, years in past.items():
        yield Page(urls.century_url(age), "pages/century.html", _century_view, (site.url, age, tuple(years)))


def _century(age: int) -> str:
    return f"{age * 100 or 1} to {age * 100 + 99}"


def _parts(year: int, held: ByMonth, size: int) -> tuple[Part, ...]:
    """The months of a year in order, then what names none; with the `size` of a page no more than it holds."""
    return tuple(_part(year, month, held[month], size) for month in (*range(1, PARTS), NO_MONTH) if month in held)


def _part(year: int, month: int, items: Sequence[Summary], size: int) -> Part:
    events = [item for item in items if item.kind == "event"]
    shown = first_of(events or items, size // PARTS + 1, weight_of, HEAVY // PARTS) if size else tuple(items)
    label = ENGLISH.months[month - 1] if month else "Month not known, or longer than two months"
    url = urls.month_url(year, month) if month or size else ""
    return label, url, shown, len(events), len(items) - len(events)


def _month_pages(by_year: Mapping[int, ByMonth], long: Collection[int], site: Site) -> Iterator[Page]:
    months = [(year, month) for year in sorted(by_year) for month in by_year[year] if month]
    ways = [Shelf(urls.month_url(*key), _label(*key), 0) for key in months]
    for (year, month), before, after in zip(months, [None, *ways], [*ways[1:], None], strict=False):
        yield from _pages_of(year, month, by_year[year][month], (before, after), site)
    for year in sorted(long):
        yield from _pages_of(year, NO_MONTH, by_year[year].get(NO_MONTH, ()), (None, None), site)


def _pages_of(
    year: int, month: int, items: Sequence[Summary], beside: tuple[Shelf | None, Shelf | None], site: Site
) -> Iterator[Page]:
    """A month's pages: one, or as many as it takes, filled from the first entry on."""
    pages = filled(items, 2 * site.page_size, weight_of, 2 * HEAVY)
    label = _label(year, month)
    own = [
        Shelf(urls.month_url(year, month, at), label if at == 1 else f"{label}, part {at}", 0)
        for at in range(1, len(pages) + 1)
    ]
    for at, page in enumerate(pages):
        before = own[at - 1] if at else beside[0]
        after = own[at + 1] if at + 1 < len(own) else beside[1]
        among = tuple(own) if at == 0 and len(own) > 1 else ()
        yield Page(own[at].url, "pages/month.html", _month_view, (site.url, year, own[at], page, before, after, among))


def _timeline_view(
    site_url: str, counts: tuple[YearCount, ...], newest: tuple[Summary, ...], every: bool, ways: tuple[Shelf, ...]
) -> TimelineView:
    around = frame(urls.TIMELINE, "Timeline", "Everything in this archive, by year and month.", "timeline", site_url)
    return TimelineView(around, counts, timeline(newest), every, ways)


def _century_view(site_url: str, age: int, counts: tuple[YearCount, ...]) -> CenturyView:
    label = _century(age)
    around = frame(urls.century_url(age), label, f"The years {label}, by month.", "timeline", site_url)
    return CenturyView(around, counts)


def _year_view(site_url: str, count: YearCount, parts: tuple[Part, ...], near: tuple[Shelf, ...]) -> YearView:
    title = str(count.year)
    around = frame(count.url, title, f"Events and reports of {title}.", "timeline", site_url)
    months = tuple(Month(label, url, timeline(items), *numbers) for label, url, items, *numbers in parts)
    return YearView(around, count, months, near)


def _month_view(
    site_url: str,
    year: int,
    own: Shelf,
    items: tuple[Summary, ...],
    previous: Shelf | None,
    following: Shelf | None,
    pages: tuple[Shelf, ...],
) -> MonthView:
    around = frame(own.url, own.label, f"Events and reports of {own.label}.", "timeline", site_url)
    return MonthView(around, own.label, year, timeline(items), previous, following, pages)
