"""Timelines: when things happened, drawn with what is not known about it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.date_words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.model.dates import PartialDate
    from sitegen.model.summary import Summary

FULL = 1000
"""The width of a timeline's scale, in its own units."""
FADE = 60
"""How far an open end is drawn before it has faded away, in units of the scale."""
MONTHS = 12
ONE_DAY = dt.timedelta(days=1)


class Mark(NamedTuple):
    """A date on the scale: a point where it is one day that is known. Soft ends are not sure, open ends fade.

    `shape` is in one word what is drawn: "point", "span", or by its ends "soft" or "open".
    """

    start: float
    end: float
    soft_start: bool = False
    soft_end: bool = False
    open_start: bool = False
    open_end: bool = False
    shape: str = "point"

    @property
    def point(self) -> bool:
        """Whether the date is one day that is known."""
        return self.shape == "point"


class Row(NamedTuple):
    """A record on a timeline; no mark where it has no date."""

    item: Summary
    mark: Mark | None


class Tick(NamedTuple):
    """A label under the scale."""

    at: float
    label: str


class Timeline(NamedTuple):
    """Rows on one scale, oldest first."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """What is drawn, for the key: "event", "report", and the shapes of the marks."""
        of_records = {"event" if item.kind == "event" else "report" for item, _ in self.rows}
        return frozenset(of_records.union([mark.shape for _, mark in self.rows if mark is not None]))


def timeline(items: Sequence[Summary]) -> Timeline:
    """Records drawn on one scale that holds every known end of their dates."""
    scale = _scale([item.date for item in items if item.date is not None])
    rows = tuple([Row(item, _mark(item.date, scale)) for item in items])
    return Timeline(rows, _ticks(scale) if scale else ())


class _Scale(NamedTuple):
    first: dt.date
    days: int

    def at(self, day: dt.date) -> float:
        return round((day.toordinal() - self.first.toordinal()) * FULL / self.days, 1)


def _scale(dates: list[PartialDate]) -> _Scale | None:
    """A scale of whole months from the first known day to the last, with room beyond for ends that are open."""
    starts, stops = [date.earliest for date in dates], [date.latest for date in dates]
    ends = [day for day in (*starts, *stops) if day is not None]
    if not ends:
        return None
    first, last = min(ends).replace(day=1), _next_month(max(ends))
    room = max((last - first).days * FADE // (FULL - 2 * FADE) + 1, 1)
    if None in starts and (first - dt.date.min).days > room + 31:
        first = (first - dt.timedelta(days=room)).replace(day=1)
    if None in stops and (dt.date.max - last).days > room + 31:
        last = _next_month(last + dt.timedelta(days=room))
    return _Scale(first, max((last - first).days, 1))


def _next_month(day: dt.date) -> dt.date:
    if (day.year, day.month) == (dt.MAXYEAR, MONTHS):
        return day
    return dt.date(day.year + day.month // MONTHS, day.month % MONTHS + 1, 1)


def _mark(date: PartialDate | None, scale: _Scale | None) -> Mark | None:
    if date is None or scale is None:
        return None
    first, last = date.earliest, date.latest
    if first is last:
        return _point(first, scale) if first is not None else None
    known_start, known_end = first or last, last or first
    assert known_start is not None
    assert known_end is not None
    start = scale.at(known_start) - (0 if first else FADE)
    end = scale.at(known_end if known_end == dt.date.max else known_end + ONE_DAY) + (0 if last else FADE)
    if first == last and not (date.start_soft or date.end_soft):
        start = end = round((start + end) / 2, 1)
    mark = Mark(max(start, 0), min(end, FULL), date.start_soft, date.end_soft, date.open_start, date.open_end)
    return mark._replace(shape=_shape(mark))


def _shape(mark: Mark) -> str:
    if mark.open_start or mark.open_end:
        return "open"
    if mark.soft_start or mark.soft_end:
        return "soft"
    return "point" if mark.end - mark.start < 1 else "span"


def _point(day: dt.date, scale: _Scale) -> Mark:
    """The mark of a day that is known, which its date has but once: most of what is drawn."""
    place = day.toordinal() - scale.first.toordinal()
    return _between(place, place if day == dt.date.max else place + 1, scale.days)


@lru_cache(maxsize=16384)
def _between(place: int, after: int, days: int) -> Mark:
    """The point between two places on a scale of so many days."""
    middle = round((round(place * FULL / days, 1) + round(after * FULL / days, 1)) / 2, 1)
    return Mark(max(middle, 0), min(middle, FULL))


MOST_TICKS = 8
"""As many labels as a phone has room for."""


@lru_cache(maxsize=1024)
def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """Labels under the scale: days within a month, months, quarters, or years, whichever fit best."""
    months = _months(scale)
    if len(months) == 1:
        days = (months[0].replace(day=day) for day in (1, 8, 15, 22))
        return tuple(Tick(scale.at(day), f"{day.day} {_short(day)}") for day in days)
    for step in (1, 3):
        if len(months[::step]) <= MOST_TICKS + (step > 1) * 4:
            return tuple(Tick(scale.at(month), f"{_short(month)} {month.year}") for month in months[::step])
    years = [month for month in months if month.month == 1]
    return tuple(Tick(scale.at(year), str(year.year)) for year in years[:: max(len(years) // 6, 1)])


def _months(scale: _Scale) -> list[dt.date]:
    """The first day of each month on the scale."""
    months = [scale.first.replace(day=1)]
    end = scale.first + dt.timedelta(days=scale.days)
    while (following := _next_month(months[-1])) < end and following != months[-1]:
        months.append(following)
    return months


def _short(day: dt.date) -> str:
    return ENGLISH.months[day.month - 1][:3]
