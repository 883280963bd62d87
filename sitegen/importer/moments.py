"""What a text offers as its date of publication, each offer with its quote; nothing is decided here."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.fold import key
from sitegen.importer.months import DAY, MONTH, MONTH_NUMBER, WEEKDAY, WEEKDAY_WORDS, YEAR
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.importer.lines import Line


class DateProposal(NamedTuple):
    """A date that the seed offers (EDTF; None where its words count from another date), its words, its line."""

    date: str | None
    quote: str
    line: int
    origin: str = "text"


_DAY_FIRST = re.compile(rf"\b({DAY})\.?,?(?: de| of)? ({MONTH})\.?,?(?: del?)? ({YEAR})\b")
_MONTH_FIRST = re.compile(rf"\b({MONTH})\.? ({DAY}),? ({YEAR})\b")
_ISO = re.compile(rf"(?<!\d)({YEAR})[-/.](0?[1-9]|1[0-2])[-/.](0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
_DIGITS = re.compile(rf"(?<!\d)(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|[12]\d|3[01])\2({YEAR})(?!\d)")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_RELATIVE = re.compile(
    rf"\b(?:(?:last |next )?(?:{WEEKDAY})(?! (?:the|\d))(?: (?:morning|evening|night|afternoon))?|"
    rf"yesterday|today|tomorrow|last (?:week|month|year|night)|this (?:week|month|year|morning)|"
    r"hier|aujourd'hui|la semaine derniere|le mois dernier|gestern|heute|letzte woche|letzten "
    r"monat|ayer|hoy|la semana pasada|el mes pasado|вчера|сегодня|на прошлой неделе|вчора|"
    r"сьогодні|минулого тижня|امس|اليوم|الشهر الماضي|الاسبوع الماضي)(?!\w)"
)
_STROKES = re.compile(r"\d[-/.]\d")
_WORD = re.compile(r"\w+")
_SPACED = {code: " " for code in range(128) if not _WORD.match(chr(code))}
RELATIVE_WORDS = frozenset(_WORD.findall(" ".join(WEEKDAY_WORDS))) | frozenset(
    _WORD.findall(
        key(
            "yesterday today tomorrow week month year night morning hier aujourd hui semaine mois dernier derniere "
            "gestern "
            "heute letzte letzten ayer hoy semana mes pasado pasada вчера сегодня неделе вчора сьогодні "
            "тижня امس اليوم الشهر الاسبوع"
        )
    )
)
_FIRST_OF_MONTH = frozenset(month.split(" ")[0] for month in MONTH_NUMBER)
_ABBREVIATED = re.compile(r"^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|sa|so)$")
FROM_THE_PAGE = (Action.DATELINE, Action.BYLINE)
MOST_RELATIVE = 6
MOST_PROSE = 3
NOON = 12
LONGEST_DATE = 40


def date_proposals(lines: tuple[Line, ...]) -> tuple[DateProposal, ...]:
    """Dates of bylines and datelines, then of the text, then words such as "Monday"; captions never count."""
    page = [
        found
        for line in lines
        if line.action in FROM_THE_PAGE
        for found in absolute_dates(line.text, line.number, line.action.value)
    ]
    kept = [line for line in lines if line.action is Action.KEEP and line.text]
    prose = (found for line in kept for found in absolute_dates(line.text, line.number, "text"))
    relative = (found for line in kept for found in _relative(line))
    return (*page, *_first_of_each(prose, MOST_PROSE), *_first_of_each(relative, MOST_RELATIVE))


def absolute_dates(text: str, line: int, origin: str) -> list[DateProposal]:
    """Full dates of a text, in the order of their places; 03/04/2018 is offered as both of its readings."""
    if not _ANY_YEAR.search(text):
        return []
    folded = key(text)
    years = [year.start() for year in _ANY_YEAR.finditer(folded)]
    if not years:
        return []
    reach = (folded, max(0, years[0] - LONGEST_DATE), years[-1] + LONGEST_DATE)
    found = [] if _FIRST_OF_MONTH.isdisjoint(_words(folded)) else _by_month(reach)
    found += _by_digits(reach) if _STROKES.search(*reach) else []
    return [DateProposal(date, _as_printed(text, words), line, origin) for _, words, date in sorted(found) if date]


def _words(folded: str) -> list[str]:
    """The runs of letters, digits and underscores: those of a text in ASCII by its spaces, which is far quicker."""
    return folded.translate(_SPACED).split() if folded.isascii() else _WORD.findall(folded)


def _by_month(reach: tuple[str, int, int]) -> list[tuple[int, str, str]]:
    """Dates with a month's name: where each stands, its words, and what they say."""
    return [
        *((m.start(), m[0], _edtf(m[3], MONTH_NUMBER[m[2]], m[1])) for m in _DAY_FIRST.finditer(*reach)),
        *((m.start(), m[0], _edtf(m[3], MONTH_NUMBER[m[1]], m[2])) for m in _MONTH_FIRST.finditer(*reach)),
    ]


def _by_digits(reach: tuple[str, int, int]) -> list[tuple[int, str, str]]:
    """Dates in figures alone."""
    return [
        *((m.start(), m[0], _edtf(m[1], int(m[2]), m[3])) for m in _ISO.finditer(*reach)),
        *((m.start(), m[0], date) for m in _DIGITS.finditer(*reach) for date in _readings(m)),
    ]


def _readings(match: re.Match[str]) -> list[str]:
    """Day first, and month first where both are possible and the stroke is the American one."""
    first, second = int(match[1]), int(match[3])
    readings = [_edtf(match[4], second, match[1])] if second <= NOON else []
    if first <= NOON and match[2] == "/" and first != second:
        readings.append(_edtf(match[4], first, match[3]))
    return readings


def _edtf(year: str, month: int, day: str) -> str:
    number = int(re.match(r"\d+", day)[0])  # type: ignore[index]
    return f"{year}-{month:02d}-{number:02d}" if number <= calendar.monthrange(int(year), month)[1] else ""


def _as_printed(text: str, folded: str) -> str:
    """The words as they stand in the text, which may have marks and capitals that folding took."""
    if folded in text.lower():
        at = text.lower().index(folded)
        return text[at : at + len(folded)]
    words = r"\s*".join(re.escape(c) for c in folded.split(" ")[-1:])
    year = re.search(words, text)
    first = folded.split(" ", maxsplit=1)[0]
    start = text.lower().find(first)
    return text[start : year.end()] if year and 0 <= start < year.end() else text


def _relative(line: Line) -> list[DateProposal]:
    folded = key(line.text)
    if RELATIVE_WORDS.isdisjoint(_words(folded)):
        return []
    if len(folded) != len(line.text):
        return [
            DateProposal(None, _as_printed(line.text, m[0]), line.number)
            for m in _RELATIVE.finditer(folded)
            if not _ABBREVIATED.match(m[0])
        ]
    return [
        DateProposal(None, line.text[m.start() : m.end()], line.number)
        for m in _RELATIVE.finditer(folded)
        if not _ABBREVIATED.match(m[0])
    ]


def _first_of_each(found: Iterable[DateProposal], most: int) -> list[DateProposal]:
    seen: dict[str, DateProposal] = {}
    for proposal in found:
        seen.setdefault(key(proposal.quote), proposal)
        if len(seen) == most:
            break
    return list(seen.values())
