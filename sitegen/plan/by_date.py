"""Lists of what has a date, in pages: by year, and where there is very much of it by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from sitegen.model.date_words import ENGLISH
from sitegen.plan.paging import Leaf, Pager, Shelf, Shelves, shelved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sitegen.model.dates import PartialDate

T = TypeVar("T")

LONG = 60
"""A list that fills so many pages goes by month: a year would be too many pages to look through."""
TWO_MONTHS = 62
"""Days of a date that still names a month."""


def shelved_by_date(
    items: Sequence[T],
    date_of: Callable[[T], PartialDate | None],
    size: int,
    weigh: Callable[[T], int],
    url: Callable[[str], str],
) -> Shelves[T]:
    """The pages of a list in the order of time. Years have the same address whether they are divided or not."""
    if len(items) <= LONG * size:
        return shelved(items, lambda item: year_of(date_of(item)), size, weigh, url)
    first, leaves = shelved(items, lambda item: month_of(date_of(item)), size, weigh, url)
    year_at = {leaf.url: year_of(date_of(leaf.items[0])) for leaf in leaves}
    years: list[Shelf] = []
    gates: list[Leaf[T]] = []
    for (name, label), held in groupby(first.among, key=lambda month: year_at[month.url]):
        months = tuple(held)
        years.append(Shelf(url(name), label, sum(month.number for month in months)))
        if months[0].url != url(name):
            gates.append(Leaf(url(name), Pager(label, among=months), ()))
    return Shelves(first._replace(among=tuple(years)), (*gates, *leaves))


def year_of(date: PartialDate | None) -> tuple[str, str]:
    """The shelf of a date: the year that it begins in, as far as that is known."""
    day = (date.earliest or date.latest) if date else None
    return (f"{day.year:04}", str(day.year)) if day else ("undated", "Without a date")


def month_of(date: PartialDate | None) -> tuple[str, str]:
    """The shelf of a date where there is very much: its month, or the year where it names no month."""
    day = (date.earliest or date.latest) if date else None
    if date is None or day is None:
        return year_of(date)
    if date.precision != "day" and ((date.latest or day) - day).days > TWO_MONTHS:
        return f"{day.year:04}-00", f"{day.year}, month not known"
    return f"{day.year:04}-{day.month:02}", f"{ENGLISH.months[day.month - 1]} {day.year}"
