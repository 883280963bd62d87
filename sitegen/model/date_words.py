"""The words of dates: EDTF as a reader says it (another language is one more table), and a curator's habits as EDTF."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """All that one language says of dates: its names of months and seasons, and a pattern for each shape of date."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    day: str
    month: str
    season: str
    season_over_new_year: str
    decade: str
    years: str
    some_day: str
    some_day_between: str
    some_month: str
    days_of_month: str
    days_of_year: str
    months_of_year: str
    span: str
    about: str
    uncertain: str
    until_day: str
    until: str
    since: str
    until_from_unknown: str
    from_until_unknown: str


ENGLISH = DateWords(
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    day="{day} {month} {year}",
    month="{month} {year}",
    season="{season} {year}",
    season_over_new_year="{season} {year}–{next}",
    decade="the {year}s",
    years="{first}–{last}",
    some_day="some day in {date}",
    some_day_between="some day between {first} and {last} {month} {year}",
    some_month="some month in {date}",
    days_of_month="{first}–{last} {month} {year}",
    days_of_year="{first} {first_month} – {last} {last_month} {year}",
    months_of_year="{first}–{last} {year}",
    span="{first} – {last}",
    about="about {date}",
    uncertain="{date} (uncertain)",
    until_day="before or on {date}",
    until="before or in {date}",
    since="since {date}",
    until_from_unknown="until {date}, start not known",
    from_until_unknown="from {date}, end not known",
)

WORDS: Mapping[str, DateWords] = MappingProxyType({"en": ENGLISH})

_MARKS = "?~%"
_FIRST_SEASON = 21
_WINTER = 24
_BY_DAY, _BY_MONTH, _BY_YEAR = 3, 2, 1  # how many parts a date has that is known to the day, the month, the year


# What curators write instead of EDTF, each turned into it; a day and a month are told apart only where one is over 12.
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^\s+|\s+$", ""),
        (r"(?<=\d\d-\d\d)[T ]\d\d:?\d\d.*$", ""),
        (r"^(?:ca?\.|circa|about)\s*(.+)$", r"\1~"),
        (r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3"),
        (r"\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})\b", r"\1-\2-\3"),
        (r"\b(1[3-9]|2\d|3[01])[-./](\d{1,2})[-./](\d{4})\b", r"\3-\2-\1"),
        (r"\b(\d{1,2})[-./](1[3-9]|2\d|3[01])[-./](\d{4})\b", r"\3-\1-\2"),
        (r"\b(\d{4})-(1[3-9]|2\d|3[01])-(0?[1-9]|1[0-2])\b", r"\1-\3-\2"),
        (r"-(\d)(?![\dxX])", r"-0\1"),
        (r"(?<=\d)\s*(?:/|–|—|to|\.\.)\s*(?=\d)", "/"),
        (r"^(\d{4}-\d\d-)(\d\d)/(\d\d)$", r"\1\2/\1\3"),
        (r"\s*/\s*(?:open|now|present|ongoing)$", "/.."),
        (r"~\?|\?~", "%"),
        (r"x", "X"),
    )
)


def rewritten(text: str) -> str:
    """The text with what curators write by habit turned into EDTF; whether that is a date is still to be seen."""
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return text


def words_for(language: str) -> DateWords:
    """The words of a BCP 47 language (`en-GB` finds `en`), or English where there is no table for it."""
    return WORDS.get(language) or WORDS.get(language.partition("-")[0].lower(), ENGLISH)


def label(text: str, words: DateWords = ENGLISH) -> str:
    """The wording of a date; `text` is EDTF that `PartialDate.parse` has accepted."""
    start, slash, end = text.partition("/")
    if not slash:
        return _single(start, words)
    if start in {"", ".."}:
        return _closing(start, end, words)
    if end in {"", ".."}:
        return (words.since if end else words.from_until_unknown).format(date=_single(start, words))
    return _single(start, words) if start == end else _interval(start, end, words)


def _closing(start: str, end: str, words: DateWords) -> str:
    known = words.until_day if end.count("-") == _BY_DAY - 1 else words.until
    return (known if start else words.until_from_unknown).format(date=_single(end, words))


def _interval(start: str, end: str, words: DateWords) -> str:
    first, last = start.rstrip(_MARKS), end.rstrip(_MARKS)
    mark = start[len(first) :]
    # Two ends share their month or year in words only where they share their doubt too.
    joined = _joined(first.split("-"), last.split("-"), words) if mark == end[len(last) :] else ""
    if joined:
        return _marked(joined, mark, words)
    return words.span.format(first=_single(start, words), last=_single(end, words))


def _joined(first: list[str], last: list[str], words: DateWords) -> str:
    """The short wording of two ends that share a month or a year, or nothing where the long one is needed."""
    if len(first) != len(last) or not all(map(_plain, (first, last))):
        return ""
    if len(first) == _BY_YEAR:
        return words.years.format(first=_year(first[0]), last=_year(last[0]))
    if first[0] != last[0]:
        return ""
    months = {"first_month": _month(first[1], words), "last_month": _month(last[1], words)}
    if len(first) == _BY_MONTH:
        return words.months_of_year.format(first=months["first_month"], last=months["last_month"], year=_year(first[0]))
    days = {"first": int(first[2]), "last": int(last[2]), "year": _year(first[0])}
    if first[1] == last[1]:
        return words.days_of_month.format(month=months["first_month"], **days)
    return words.days_of_year.format(**months, **days)


def _plain(parts: list[str]) -> bool:
    return "X" not in "".join(parts) and not (len(parts) == _BY_MONTH and int(parts[1]) >= _FIRST_SEASON)


def _single(text: str, words: DateWords) -> str:
    body = text.rstrip(_MARKS)
    return _marked(_unmarked(body.split("-"), words), text[len(body) :], words)


def _marked(wording: str, mark: str, words: DateWords) -> str:
    if mark in {"~", "%"}:
        wording = words.about.format(date=wording)
    return words.uncertain.format(date=wording) if mark in {"?", "%"} else wording


def _unmarked(parts: list[str], words: DateWords) -> str:
    year, month, day = (*parts, "", "")[:3]
    if "X" in year:
        return _many_years(year, words)
    if not month:
        return _year(year)
    if month == "XX":
        return (words.some_day if day else words.some_month).format(date=_year(year))
    if int(month) >= _FIRST_SEASON:
        return _season(int(year), int(month), words)
    whole_month = words.month.format(month=_month(month, words), year=_year(year))
    if day in {"", "XX"}:
        return words.some_day.format(date=whole_month) if day else whole_month
    return _day(year, month, day, words)


def _day(year: str, month: str, day: str, words: DateWords) -> str:
    first = max(1, int(day.replace("X", "0")))
    last = min(int(day.replace("X", "9")), calendar.monthrange(int(year), int(month))[1])
    named = {"month": _month(month, words), "year": _year(year)}
    if first == last:
        return words.day.format(day=first, **named)
    return words.some_day_between.format(first=first, last=last, **named)


def _season(year: int, month: int, words: DateWords) -> str:
    pattern = words.season_over_new_year if month == _WINTER else words.season
    # Winter 2018–19, but winter 1999–2000.
    following = f"{(year + 1) % 100:02}" if (year + 1) % 100 else year + 1
    return pattern.format(season=words.seasons[month - _FIRST_SEASON], year=year, next=following)


def _many_years(year: str, words: DateWords) -> str:
    first, last = _year(year.replace("X", "0")), _year(year.replace("X", "9"))
    # "The 2000s" would say a decade of a century, so a century shows its first and last year.
    return words.decade.format(year=first) if year.count("X") == 1 else words.years.format(first=first, last=last)


def _year(year: str) -> str:
    return str(int(year))


def _month(month: str, words: DateWords) -> str:
    return words.months[int(month) - 1]
