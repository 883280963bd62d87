"""Timelines: when things happened, drawn with what is not known about it."""

from __future__ import annotations

import datetime as dt
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
    """A date on the scale. A point where `start == end`; soft ends are not sure, open ends fade."""

    start: float
    end: float
    soft_start: bool = False
    soft_end: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def point(self) -> bool:
        """Whether the date is one day that is known."""
        return self.shape == "point"

    @property
    def shape(self) -> str:
        """How the mark is drawn: a point for one day that is known, open or soft where one of its ends is, or a span."""
        _, _, soft_start, soft_end, open_start, open_end = self
        if open_start or open_end:
            return "open"
        if soft_start or soft_end:
            return "soft"
        return "point" if self.end - self.start < 1 else "span"


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
        return round((day - self.first).days * FULL / self.days, 1)


def _scale(dates: list[PartialDate]) -> _Scale | None:
    """A scale of whole months from the first known day to the last, with room beyond for ends that are open."""
    ends = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    if not ends:
        return None
    first, last = min(ends).replace(day=1), _next_month(max(ends))
    room = max((last - first).days * FADE // (FULL - 2 * FADE) + 1, 1)
    if any(date.open_start for date in dates) and (first - dt.date.min).days > room + 31:
        first = (first - dt.timedelta(days=room)).replace(day=1)
    if any(date.open_end for date in dates) and (dt.date.max - last).days > room + 31:
        last = _next_month(last + dt.timedelta(days=room))
    return _Scale(first, max((last - first).days, 1))


def _next_month(day: dt.date) -> dt.date:
    if (day.year, day.month) == (dt.MAXYEAR, MONTHS):
        return day
    return dt.date(day.year + day.month // MONTHS, day.month % MONTHS + 1, 1)


def _mark(date: PartialDate | None, scale: _Scale | None) -> Mark | None:
    if date is None or scale is None or (date.earliest is None and date.latest is None):
        return None
    if date.precision == "day" and len(date.text) == len("2018-09-11") and "X" not in date.text:
        return _point(date.earliest, scale)
    known_start = date.earliest or date.latest
    known_end = date.latest or date.earliest
    assert known_start is not None
    assert known_end is not None
    start = scale.at(known_start) - (0 if date.earliest else FADE)
    end = scale.at(known_end if known_end == dt.date.max else known_end + ONE_DAY) + (0 if date.latest else FADE)
    if date.earliest == date.latest and not (date.start_soft or date.end_soft):
        start = end = round((start + end) / 2, 1)
    return Mark(max(start, 0), min(end, FULL), date.start_soft, date.end_soft, date.open_start, date.open_end)


def _point(day: dt.date | None, scale: _Scale) -> Mark:
    """The mark of a day that is known: most of what is drawn, so nothing else is asked of its date."""
    assert day is not None
    middle = round((scale.at(day) + scale.at(day if day == dt.date.max else day + ONE_DAY)) / 2, 1)
    return Mark(max(middle, 0), min(middle, FULL))


MOST_TICKS = 8
"""As many labels as a phone has room for."""


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
