"""Dates known in part: EDTF (ISO 8601-2), levels 0 and 1, and the days that they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model import date_words

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMS = (
    "write YYYY-MM-DD, YYYY-MM or YYYY; add ~ for about or ? for uncertain; "
    "a range is START/END, with .. for an open side"
)
_LONGEST = 60  # characters of a faulty text that are looked at and shown; no date is as long


class Precision(StrEnum):
    """How much time a date leaves open, finest first; an interval is named by its number of days."""

    DAY = "day"
    DAYS = "days"  # 2 to 6 days
    WEEK = "week"  # 7 days
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"  # anything else that is closed and longer than a week
    OPEN = "open"  # one side is open or not known


class DateError(ValueError):
    """A text that is no date we read: a sentence for the curator, and a hint at what to write."""

    def __init__(self, message: str, hint: str = _FORMS) -> None:
        super().__init__(message)
        self.hint = hint


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as the curator wrote it, with the first and the last day that it may mean.

    Made by `PartialDate.parse` alone. Two dates are equal when their texts are. An archive of news needs no year
    outside 0001 to 9999, Python's own bounds, so longer and negative years are refused. `~` and `?` do not move the
    bounds: EDTF does not say how far off such a date may be. Seasons are the northern meteorological ones: 21 spring
    is March to May, 22 summer June to August, 23 autumn September to November, 24 winter December to February of the
    next year.
    """

    text: str
    earliest: date | None = field(compare=False, repr=False)
    latest: date | None = field(compare=False, repr=False)
    precision: Precision = field(compare=False, repr=False)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that `text` states, or a `DateError`."""
        if len(text) == 10 and text[4] == text[7] == "-":  # noqa: PLR2004 — nearly every date is YYYY-MM-DD
            try:
                day = date.fromisoformat(text)
            except ValueError:
                pass
            else:
                return cls(text, day, day, Precision.DAY)
        try:
            return cls(text, *_read(text))
        except DateError as error:
            error.hint = _meant(text) or error.hint
            raise

    def __reduce__(self) -> tuple[Callable[[str], PartialDate], tuple[str]]:
        return _parse, (self.text,)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: PartialDate) -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """By the earliest day, then the finer before the coarser: the 1st of a month comes before the month.

        Dates that cover the same days go by their text. A start that is open or unknown comes before every day, an end
        that is open or unknown is the coarsest.
        """
        earliest = self.earliest.toordinal() if self.earliest else 0
        return earliest, (self.latest or date.max).toordinal() + (self.latest is None), self.text

    @property
    def approximate(self) -> bool:
        """Whether any part is about (`~`, or `%` for both)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether any part is uncertain (`?`, or `%` for both)."""
        return "?" in self.text or "%" in self.text

    @property
    def start_soft(self) -> bool:
        """Whether the start is drawn soft: it is about, uncertain, or has digits that are not known."""
        return _is_soft(self.text.partition("/")[0])

    @property
    def end_soft(self) -> bool:
        """Whether the end is drawn soft: it is about, uncertain, or has digits that are not known."""
        return _is_soft(self.text.rpartition("/")[2])

    @property
    def open_start(self) -> bool:
        """Whether no first day can be named: the start is open (`..`) or unknown."""
        return self.earliest is None

    @property
    def open_end(self) -> bool:
        """Whether no last day can be named: the end is open (`..`) or unknown."""
        return self.latest is None

    @property
    def days(self) -> int | None:
        """How many days the date covers, or nothing where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def label(self) -> str:
        """The date in English words."""
        return date_words.label(self.text)

    def label_in(self, language: str) -> str:
        """The date in the words of a language, in English where we have no words of it."""
        return date_words.label(self.text, date_words.words_for(language))

    def years(self) -> range:
        """The years that the date touches; of an open date only the year that it names."""
        first, last = self.earliest or self.latest, self.latest or self.earliest
        assert first is not None
        assert last is not None
        return range(first.year, last.year + 1)

    def covers_year(self, year: int) -> bool:
        """Whether the date may mean a day of that year; an open side reaches without end."""
        return _meets(self, date(year, 1, 1), date(year, 12, 31))

    def covers_month(self, year: int, month: int) -> bool:
        """Whether the date may mean a day of that month; an open side reaches without end."""
        return _meets(self, date(year, month, 1), _month_end(year, month))


def overlaps(a: PartialDate, b: PartialDate) -> bool:
    """Whether there is a day that both dates may mean; an open side reaches without end."""
    return _meets(a, b.earliest or date.min, b.latest or date.max)


def ucdp_precision(when: PartialDate) -> int:
    """UCDP's `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 anything wider or open.

    UCDP gives 1 only where the day is known, so a day that is about or uncertain gets 2.
    """
    days = when.days
    if days is None:
        return 5
    if days == 1 and (when.approximate or when.uncertain):
        return 2
    return next((code for code, most in enumerate((1, 6, 7, 31), start=1) if days <= most), 5)


_END = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_YEAR_IN_PART = re.compile(r"[0-9]{1,3}X{1,3}")
_FAR_YEAR = re.compile(r"Y-?[0-9].*|-[0-9]{4}.*")
_LEVEL_2 = re.compile(r"[\[{].*|[0-9X?~%-]*[?~%][0-9X?~%-]+")
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}  # their first months
_OPEN = frozenset({"", ".."})


class _Bounds(NamedTuple):
    earliest: date | None
    latest: date | None
    precision: Precision


@lru_cache(maxsize=1 << 14)
def _parse(text: str) -> PartialDate:
    # A function, for pickle: it is named once in a pickle of thousands of dates, a class method each time. Kept, for
    # thousands of records share a day.
    return PartialDate.parse(text)


def _read(text: str) -> _Bounds:
    start, slash, end = text.partition("/")
    if not slash:
        return _single(start, text)
    if start in _OPEN and end in _OPEN:
        raise DateError(f"{_quoted(text)} says nothing: one side of a range must be a date")
    if start in _OPEN:
        return _Bounds(None, _single(end, text).latest, Precision.OPEN)
    earliest = _single(start, text).earliest
    if end in _OPEN:
        return _Bounds(earliest, None, Precision.OPEN)
    return _closed(earliest, _single(end, text).latest, text)


def _closed(earliest: date | None, latest: date | None, text: str) -> _Bounds:
    assert earliest is not None
    assert latest is not None
    days = (latest - earliest).days + 1
    if days < 1:
        raise DateError(f"{_quoted(text)} is no range: its end comes before its start", "put the earlier date first")
    return _Bounds(earliest, latest, _precision_of(days))


def _precision_of(days: int) -> Precision:
    # The limits are those of UCDP's crosswalk.
    limits = ((1, Precision.DAY), (6, Precision.DAYS), (7, Precision.WEEK))
    return next((precision for most, precision in limits if days <= most), Precision.SPAN)


def _single(piece: str, text: str) -> _Bounds:
    """The bounds of a date that is no range; `text` is the whole that it stands in, for the messages."""
    match = _END.fullmatch(piece)
    if match is None:
        raise _unreadable(text)
    year, month, day = match.groups()
    if "X" in year:
        return _years(year, month, text)
    if year == "0000":
        raise _outside(text)
    if month is None or (month == "XX" and day in {None, "XX"}):
        return _Bounds(date(int(year), 1, 1), date(int(year), 12, 31), Precision.YEAR)
    if "X" in month:
        raise _level_2(text, "of a month that is not known, nothing finer can be said")
    if day is None and month in _SEASONS:
        return _season(int(year), _SEASONS[month], text)
    if not "01" <= month <= "12":
        raise DateError(f"{_quoted(text)} is no date: months run from 01 to 12, seasons from 21 to 24")
    return _in_month(int(year), int(month), day, text)


def _years(year: str, month: str | None, text: str) -> _Bounds:
    if month is not None or not _YEAR_IN_PART.fullmatch(year):
        raise _level_2(text, "of a year, only the last digits may be X, and nothing may follow")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first == 0:
        raise _outside(text)
    precision = (Precision.DECADE, Precision.CENTURY, Precision.SPAN)[year.count("X") - 1]
    return _Bounds(date(first, 1, 1), date(last, 12, 31), precision)


def _season(year: int, month: int, text: str) -> _Bounds:
    last_year, last_month = divmod(year * 12 + month + 1, 12)
    if last_year > date.max.year:
        raise _outside(text)
    return _Bounds(date(year, month, 1), _month_end(last_year, last_month + 1), Precision.SEASON)


def _in_month(year: int, month: int, day: str | None, text: str) -> _Bounds:
    length = monthrange(year, month)[1]
    if day in {None, "XX"}:
        return _Bounds(date(year, month, 1), date(year, month, length), Precision.MONTH)
    assert day is not None
    if day[0] == "X":
        raise _level_2(text, "of a day, only the last digit may be X, or both")
    # `1X` is the 10th to the 19th, `0X` begins with the 1st, and the last ten days end with the month.
    first, last = max(int(day.replace("X", "0")), "X" in day), min(int(day.replace("X", "9")), length)
    if first == 0:
        raise DateError(f"{_quoted(text)} is no date: days are counted from 01")
    if first > length:
        name = date_words.ENGLISH.months[month - 1]
        raise DateError(f"{_quoted(text)} is no date: {name} {year} has {length} days")
    return _Bounds(date(year, month, first), date(year, month, last), _precision_of(last - first + 1))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _is_soft(end: str) -> bool:
    return "X" in end or end.endswith(("~", "?", "%"))


def _meets(when: PartialDate, first: date, last: date) -> bool:
    return (when.earliest or date.min) <= last and first <= (when.latest or date.max)


def _unreadable(text: str) -> DateError:
    pieces = text[:_LONGEST].split("/")
    if any(map(_FAR_YEAR.fullmatch, pieces)):
        return _outside(text)
    if any(map(_LEVEL_2.fullmatch, pieces)):
        return _level_2(text, "~, ? and % may stand only at the end, and sets of dates are not read")
    return DateError(f"{_quoted(text)} is no EDTF date" if text else "a date is missing")


def _level_2(text: str, reason: str) -> DateError:
    return DateError(f"{_quoted(text)} is no EDTF date of level 0 or 1: {reason}")


def _outside(text: str) -> DateError:
    return DateError(f"{_quoted(text)} is outside the years 0001 to 9999")


def _quoted(text: str) -> str:
    # A hostile text may be long, or hold marks that turn a terminal's line about.
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f'"{short if short.isprintable() else ascii(short)[1:-1]}"'


def _meant(text: str) -> str:
    """A hint at the date that the curator may have meant, or nothing."""
    meant = date_words.rewritten(text) if len(text) <= _LONGEST else text
    try:
        _read(meant)
    except DateError:
        return ""
    return f'did you mean "{meant}"?'
