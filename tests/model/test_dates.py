"""Dates known in part: what they bound, how they sort, how they read, and what a curator is told of one that is wrong."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import warnings
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.model import date_words
from sitegen.model.dates import DateError, PartialDate, Precision, overlaps, ucdp_precision

if TYPE_CHECKING:
    import random

parse = PartialDate.parse


def parsed(text: str) -> PartialDate | DateError:
    try:
        return parse(text)
    except DateError as error:
        return error


def day(text: str) -> date:
    return date.fromisoformat(text)


# text, first day, last day, precision, wording
CLOSED = [
    ("2018-09-11", "2018-09-11", "2018-09-11", "day", "11 September 2018"),
    ("2018-09", "2018-09-01", "2018-09-30", "month", "September 2018"),
    ("2018", "2018-01-01", "2018-12-31", "year", "2018"),
    ("0800", "0800-01-01", "0800-12-31", "year", "800"),
    ("2016-02", "2016-02-01", "2016-02-29", "month", "February 2016"),
    ("2016-02-29", "2016-02-29", "2016-02-29", "day", "29 February 2016"),
    # marks
    ("2018-09-10~", "2018-09-10", "2018-09-10", "day", "about 10 September 2018"),
    ("2018-09-10?", "2018-09-10", "2018-09-10", "day", "10 September 2018 (uncertain)"),
    ("2018-09-10%", "2018-09-10", "2018-09-10", "day", "about 10 September 2018 (uncertain)"),
    ("2018-09~", "2018-09-01", "2018-09-30", "month", "about September 2018"),
    ("2018?", "2018-01-01", "2018-12-31", "year", "2018 (uncertain)"),
    ("201X~", "2010-01-01", "2019-12-31", "decade", "about the 2010s"),
    # digits that are not known
    ("2018-09-XX", "2018-09-01", "2018-09-30", "month", "some day in September 2018"),
    ("2018-XX", "2018-01-01", "2018-12-31", "year", "some month in 2018"),
    ("2018-XX-XX", "2018-01-01", "2018-12-31", "year", "some day in 2018"),
    ("2018-09-0X", "2018-09-01", "2018-09-09", "span", "some day between 1 and 9 September 2018"),
    ("2018-09-1X", "2018-09-10", "2018-09-19", "span", "some day between 10 and 19 September 2018"),
    ("2018-02-2X", "2018-02-20", "2018-02-28", "span", "some day between 20 and 28 February 2018"),
    ("2018-10-3X", "2018-10-30", "2018-10-31", "days", "some day between 30 and 31 October 2018"),
    ("2018-09-3X", "2018-09-30", "2018-09-30", "day", "30 September 2018"),
    ("201X", "2010-01-01", "2019-12-31", "decade", "the 2010s"),
    ("200X", "2000-01-01", "2009-12-31", "decade", "the 2000s"),
    ("20XX", "2000-01-01", "2099-12-31", "century", "2000–2099"),
    ("2XXX", "2000-01-01", "2999-12-31", "span", "2000–2999"),
    # seasons
    ("2018-21", "2018-03-01", "2018-05-31", "season", "spring 2018"),
    ("2018-22", "2018-06-01", "2018-08-31", "season", "summer 2018"),
    ("2018-23", "2018-09-01", "2018-11-30", "season", "autumn 2018"),
    ("2018-24", "2018-12-01", "2019-02-28", "season", "winter 2018–19"),
    ("1999-24", "1999-12-01", "2000-02-29", "season", "winter 1999–2000"),
    ("2018-21?", "2018-03-01", "2018-05-31", "season", "spring 2018 (uncertain)"),
    # intervals
    ("2018-09-10/2018-09-12", "2018-09-10", "2018-09-12", "days", "10–12 September 2018"),
    ("2018-09-10/2018-09-15", "2018-09-10", "2018-09-15", "days", "10–15 September 2018"),
    ("2018-09-10/2018-09-16", "2018-09-10", "2018-09-16", "week", "10–16 September 2018"),
    ("2018-09-10/2018-09-17", "2018-09-10", "2018-09-17", "span", "10–17 September 2018"),
    ("2018-09-10/2018-09-10", "2018-09-10", "2018-09-10", "day", "10 September 2018"),
    ("2018-08-28/2018-09-02", "2018-08-28", "2018-09-02", "days", "28 August – 2 September 2018"),
    ("2017-12-28/2018-01-02", "2017-12-28", "2018-01-02", "days", "28 December 2017 – 2 January 2018"),
    ("2018-08/2018-09", "2018-08-01", "2018-09-30", "span", "August–September 2018"),
    ("2017-12/2018-01", "2017-12-01", "2018-01-31", "span", "December 2017 – January 2018"),
    ("2017/2018", "2017-01-01", "2018-12-31", "span", "2017–2018"),
    ("2018-21/2018-23", "2018-03-01", "2018-11-30", "span", "spring 2018 – autumn 2018"),
    ("201X/2018", "2010-01-01", "2018-12-31", "span", "the 2010s – 2018"),
    ("2018-09-10/2018-09", "2018-09-10", "2018-09-30", "span", "10 September 2018 – September 2018"),
    ("2018-09/2018-09-12", "2018-09-01", "2018-09-12", "span", "September 2018 – 12 September 2018"),
    ("2018-09-10~/2018-09-12~", "2018-09-10", "2018-09-12", "days", "about 10–12 September 2018"),
    ("2018-09-10~/2018-09-12", "2018-09-10", "2018-09-12", "days", "about 10 September 2018 – 12 September 2018"),
]

# text, first day, last day, wording
OPEN = [
    ("2018-09-10/..", "2018-09-10", None, "since 10 September 2018"),
    ("2018-09/..", "2018-09-01", None, "since September 2018"),
    ("2018-09-10~/..", "2018-09-10", None, "since about 10 September 2018"),
    ("2018-09-10/", "2018-09-10", None, "from 10 September 2018, end not known"),
    ("../2018-09-11", None, "2018-09-11", "before or on 11 September 2018"),
    ("../2018-09-11~", None, "2018-09-11", "before or on about 11 September 2018"),
    ("../2018-09", None, "2018-09-30", "before or in September 2018"),
    ("/2018-09-11", None, "2018-09-11", "until 11 September 2018, start not known"),
]

VALID = [row[0] for row in CLOSED] + [row[0] for row in OPEN]

FORMS = "write YYYY-MM-DD"

# text, what is said of it, how the hint begins
FAULTS = [
    ("2018-02-31", '"2018-02-31" is no date: February 2018 has 28 days', FORMS),
    ("2018-09-10/2018-09-31", '"2018-09-10/2018-09-31" is no date: September 2018 has 30 days', FORMS),
    ("2018-02-3X", '"2018-02-3X" is no date: February 2018 has 28 days', FORMS),
    ("2018-09-00", '"2018-09-00" is no date: days are counted from 01', FORMS),
    ("2018-13", '"2018-13" is no date: months run from 01 to 12, seasons from 21 to 24', FORMS),
    ("2018-00", '"2018-00" is no date: months run from 01 to 12, seasons from 21 to 24', FORMS),
    ("2018-25", '"2018-25" is no date: months run from 01 to 12, seasons from 21 to 24', FORMS),
    ("2018-21-05", '"2018-21-05" is no date: months run from 01 to 12, seasons from 21 to 24', 'did you mean "2018-05-21"?'),
    ("31/05/2018", '"31/05/2018" is no EDTF date', 'did you mean "2018-05-31"?'),
    ("05/31/2018", '"05/31/2018" is no EDTF date', 'did you mean "2018-05-31"?'),
    ("05/04/2018", '"05/04/2018" is no EDTF date', FORMS),
    ("2018/09/11", '"2018/09/11" is no EDTF date', 'did you mean "2018-09-11"?'),
    ("2018-9-1", '"2018-9-1" is no EDTF date', 'did you mean "2018-09-01"?'),
    ("20180911", '"20180911" is no EDTF date', 'did you mean "2018-09-11"?'),
    ("2018-09-11T12:30", '"2018-09-11T12:30" is no EDTF date', 'did you mean "2018-09-11"?'),
    ("2018-09-10/12", '"2018-09-10/12" is no EDTF date', 'did you mean "2018-09-10/2018-09-12"?'),
    ("2018-09-10 – 2018-09-12", '"2018-09-10 – 2018-09-12" is no EDTF date', 'did you mean "2018-09-10/2018-09-12"?'),
    ("2018-09-10/open", '"2018-09-10/open" is no EDTF date', 'did you mean "2018-09-10/.."?'),
    ("c. 2018", '"c. 2018" is no EDTF date', 'did you mean "2018~"?'),
    ("2018-09-xx", '"2018-09-xx" is no EDTF date', 'did you mean "2018-09-XX"?'),
    (" 2018", '" 2018" is no EDTF date', 'did you mean "2018"?'),
    ("2018\n", '"2018\\n" is no EDTF date', 'did you mean "2018"?'),
    ("2018-09-11 ", '"2018-09-11 " is no EDTF date', 'did you mean "2018-09-11"?'),
    ("2018-W37-2", '"2018-W37-2" is no EDTF date', FORMS),
    ("2018 2019", '"2018 2019" is no EDTF date', FORMS),
    ("٢٠١٨", '"٢٠١٨" is no EDTF date', FORMS),
    ("2018\u202e", '"2018\\u202e" is no EDTF date', FORMS),
    ("yesterday", '"yesterday" is no EDTF date', FORMS),
    ("", "a date is missing", FORMS),
    ("..", '".." is no EDTF date', FORMS),
    ("2018/2019/2020", '"2018/2019/2020" is no EDTF date', FORMS),
    ("2018-09-10/..~", '"2018-09-10/..~" is no EDTF date', FORMS),
    ("../..", '"../.." says nothing: one side of a range must be a date', FORMS),
    ("/", '"/" says nothing: one side of a range must be a date', FORMS),
    ("2018-09-12/2018-09-10", '"2018-09-12/2018-09-10" is no range: its end comes before its start', "put the earlier date first"),
    ("2018/2017", '"2018/2017" is no range: its end comes before its start', "put the earlier date first"),
    ("0000", '"0000" is outside the years 0001 to 9999', FORMS),
    ("00XX", '"00XX" is outside the years 0001 to 9999', FORMS),
    ("-0044", '"-0044" is outside the years 0001 to 9999', FORMS),
    ("Y17000", '"Y17000" is outside the years 0001 to 9999', FORMS),
    ("Y-17E7", '"Y-17E7" is outside the years 0001 to 9999', FORMS),
    ("9999-24", '"9999-24" is outside the years 0001 to 9999', FORMS),
    ("XXXX", '"XXXX" is no EDTF date of level 0 or 1: of a year, only the last digits may be X, and nothing may follow', FORMS),
    ("2X18", '"2X18" is no EDTF date of level 0 or 1: of a year, only the last digits may be X, and nothing may follow', FORMS),
    ("201X-09", '"201X-09" is no EDTF date of level 0 or 1: of a year, only the last digits may be X, and nothing may follow', FORMS),
    ("2018-1X", '"2018-1X" is no EDTF date of level 0 or 1: of a month that is not known, nothing finer can be said', FORMS),
    ("2018-XX-11", '"2018-XX-11" is no EDTF date of level 0 or 1: of a month that is not known, nothing finer can be said', FORMS),
    ("2018-09-X1", '"2018-09-X1" is no EDTF date of level 0 or 1: of a day, only the last digit may be X, or both', FORMS),
    ("2018-?09-10", '"2018-?09-10" is no EDTF date of level 0 or 1: ~, ? and % may stand only at the end, and sets of dates are not read', FORMS),
    ("[2018,2019]", '"[2018,2019]" is no EDTF date of level 0 or 1: ~, ? and % may stand only at the end, and sets of dates are not read', FORMS),
    ("2018-09-10~?", '"2018-09-10~?" is no EDTF date of level 0 or 1: ~, ? and % may stand only at the end, and sets of dates are not read', 'did you mean "2018-09-10%"?'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "label"), CLOSED)
def test_closed_dates(text: str, earliest: str, latest: str, precision: str, label: str) -> None:
    when = parse(text)
    assert (when.earliest, when.latest) == (day(earliest), day(latest))
    assert when.precision == Precision(precision)
    assert when.label == label
    assert not when.open_start
    assert not when.open_end
    assert when.days == (day(latest) - day(earliest)).days + 1


@pytest.mark.parametrize(("text", "earliest", "latest", "label"), OPEN)
def test_open_dates(text: str, earliest: str | None, latest: str | None, label: str) -> None:
    when = parse(text)
    assert when.earliest == (earliest and day(earliest))
    assert when.latest == (latest and day(latest))
    assert (when.open_start, when.open_end) == (earliest is None, latest is None)
    assert when.precision is Precision.OPEN
    assert when.days is None
    assert when.label == label


@pytest.mark.parametrize(("text", "message", "hint"), FAULTS)
def test_faults_are_told_in_a_sentence(text: str, message: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert str(caught.value) == message
    assert caught.value.hint.startswith(hint)


def test_a_fault_quotes_little_of_a_long_text() -> None:
    with pytest.raises(DateError) as caught:
        parse("?" * 100_000 + "!")
    assert len(str(caught.value)) < 200
    with pytest.raises(DateError) as caught:
        parse("2018" + " " * 100_000)  # a proposal would need every rewriting of all of it
    assert caught.value.hint.startswith(FORMS)


def test_a_fault_survives_the_way_between_processes() -> None:
    with pytest.raises(DateError) as caught:
        parse("2018-9-1")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (str(copied), copied.hint) == (str(caught.value), 'did you mean "2018-09-01"?')


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "start_soft", "end_soft"),
    [
        ("2018-09-10", False, False, False, False),
        ("2018-09", False, False, False, False),
        ("2018-09-10~", True, False, True, True),
        ("2018-09-10?", False, True, True, True),
        ("2018-09-10%", True, True, True, True),
        ("2018-09-XX", False, False, True, True),
        ("201X", False, False, True, True),
        ("2018-09-10/2018-09-12", False, False, False, False),
        ("2018-09-10~/2018-09-12", True, False, True, False),
        ("2018-09-10/2018-09-12?", False, True, False, True),
        ("2018-09-1X/2018-09-30", False, False, True, False),
        ("2018-09-10~/2018-09-12?", True, True, True, True),
        ("2018-09-10/..", False, False, False, False),
        ("../2018-09-10~", True, False, False, True),
    ],
)
def test_doubt_is_kept_for_each_end(
    text: str, approximate: bool, uncertain: bool, start_soft: bool, end_soft: bool
) -> None:
    when = parse(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)
    assert (when.start_soft, when.end_soft) == (start_soft, end_soft)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2018-09-11", 1),
        ("2018-09-30/2018-09-30", 1),
        ("2018-09-10/2018-09-11", 2),
        ("2018-09-10/2018-09-15", 2),
        ("2018-09-10/2018-09-16", 3),
        ("2018-09-10/2018-09-17", 4),
        ("2018-09-1X", 4),
        ("2018-09", 4),
        ("2018-10-XX", 4),
        ("2018-09-10/2018-10-11", 5),
        ("2018-21", 5),
        ("2018", 5),
        ("20XX", 5),
        ("../2018-09", 5),
        ("2018-09-10/", 5),
        # 1 would say that the day is known
        ("2018-09-10~", 2),
        ("2018-09-10?", 2),
        ("2018-09~", 4),
    ],
)
def test_ucdp_precision(text: str, code: int) -> None:
    assert ucdp_precision(parse(text)) == code


def test_order_is_earliest_day_then_the_finer_then_text() -> None:
    ordered = [
        "../2018-08-31",
        "/2018-09-02",
        "../2018-09-11",
        "2017-12-31",
        "2018-09-01",
        "2018-09-01?",
        "2018-09-01~",
        "2018-09-01/2018-09-07",
        "2018-09",
        "2018-09-01/2018-09-30",
        "2018-09-XX",
        "2018-23",
        "2018-09-01/",
        "2018-09-01/..",
        "2018-09-02",
    ]
    assert [str(when) for when in sorted(map(parse, reversed(ordered)))] == ordered


def test_an_open_end_is_coarser_than_the_last_of_all_days() -> None:
    assert parse("2018/9999") < parse("2018/..")


def test_years_and_months_that_a_date_covers() -> None:
    assert list(parse("2018-24").years()) == [2018, 2019]
    assert list(parse("2018-09-11").years()) == [2018]
    assert list(parse("2018-09-11/..").years()) == [2018]
    assert list(parse("../2018-09-11").years()) == [2018]
    assert [year for year in range(2016, 2021) if parse("2017-12-31/2018").covers_year(year)] == [2017, 2018]
    assert [month for month in range(1, 13) if parse("2018-09-30/2018-10-01").covers_month(2018, month)] == [9, 10]
    assert parse("2018-09-11/..").covers_year(2400)
    assert parse("../2018-09-11").covers_month(2018, 9)
    assert not parse("../2018-09-11").covers_month(2018, 10)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2018-09-11", "2018-09", True),
        ("2018-09-11", "2018-10", False),
        ("2018-09-10/2018-09-12", "2018-09-12/2018-09-14", True),
        ("2018-09-10/2018-09-11", "2018-09-12/2018-09-14", False),
        ("../2018-09-11", "2018-09-11/..", True),
        ("../2018-09-10", "2018-09-11/..", False),
        ("../2018-09-10", "../1999", True),
        ("2018-09-1X", "2018-09-19", True),
        ("2018-24", "2019-02", True),
    ],
)
def test_overlaps(a: str, b: str, expected: bool) -> None:
    assert overlaps(parse(a), parse(b)) is expected
    assert overlaps(parse(b), parse(a)) is expected


def test_a_date_is_frozen_and_hashable() -> None:
    when = parse("2018-09")
    with pytest.raises(dataclasses.FrozenInstanceError):
        when.text = "2019"  # type: ignore[misc]
    assert {when, parse("2018-09")} == {when}
    assert when != parse("2018-09-XX")
    assert repr(when) == "PartialDate(text='2018-09')"


def test_another_language_is_one_more_table() -> None:
    # Words that show where each came from; the order of the parts is the pattern's.
    turned = dataclasses.replace(
        date_words.ENGLISH,
        months=tuple(f"M{number}" for number in range(1, 13)),
        day="{year}, {month}, {day}",
        days_of_year="{year}: {first_month} {first} ~ {last_month} {last}",
        about="≈ {date}",
    )
    assert date_words.label("2018-09-11~", turned) == "≈ 2018, M9, 11"
    assert date_words.label("2018-08-28/2018-09-02", turned) == "2018: M8 28 ~ M9 2"


def test_a_language_without_words_falls_back_to_english() -> None:
    when = parse("2018-09-11")
    assert when.label_in("en") == when.label_in("en-GB") == when.label_in("EN") == when.label
    assert when.label_in("tlh") == when.label


def test_every_language_has_all_months_and_seasons() -> None:
    for words in date_words.WORDS.values():
        assert len(set(words.months)) == 12
        assert len(set(words.seasons)) == 4


# Properties

DAYS = st.dates()
MARKS = st.sampled_from(["", "", "~", "?", "%"])


@st.composite
def singles(draw: st.DrawFn) -> str:
    when = draw(DAYS)
    year = f"{when.year:04}"
    body = draw(
        st.sampled_from(
            [
                when.isoformat(),
                when.isoformat()[:7],
                year,
                f"{year}-XX",
                f"{year}-XX-XX",
                f"{when.isoformat()[:7]}-XX",
                f"{when.isoformat()[:9]}X",
                f"{min(when.year, 9998):04}-{when.month % 4 + 21}",
                f"{max(10, when.year):04}"[:3] + "X",
                f"{max(100, when.year):04}"[:2] + "XX",
                f"{max(1000, when.year):04}"[:1] + "XXX",
            ]
        )
    )
    return body + draw(MARKS)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    start, end = draw(singles()), draw(singles())
    if parse(end) < parse(start):
        start, end = end, start
    return f"{start}/{end}"


def ranges() -> st.SearchStrategy[str]:
    opened = st.builds("{}{}".format, singles(), st.sampled_from(["/", "/.."]))
    closed = st.builds("{}{}".format, st.sampled_from(["/", "../"]), singles())
    return intervals() | opened | closed


TEXTS = singles() | ranges()
# Texts near to dates: of their characters, or a date with one character put over another.
ALMOST = st.text("0123456789X-/.~?%Y[]T: ", max_size=24) | st.builds(
    lambda text, place, character: text[: place % len(text)] + character + text[place % len(text) + 1 :],
    TEXTS,
    st.integers(0, 30),
    st.sampled_from("0139X-/.~?%Y T:x"),
)


@given(TEXTS)
def test_every_valid_text_comes_back_as_written(text: str) -> None:
    when = parse(text)
    assert str(when) == when.text == text
    assert parse(str(when)) == when


@given(TEXTS)
def test_the_earliest_day_is_never_after_the_latest(text: str) -> None:
    when = parse(text)
    assert (when.earliest or date.min) <= (when.latest or date.max)
    assert (when.precision is Precision.OPEN) == (when.open_start or when.open_end) == (when.days is None)
    assert len(when.years()) >= 1
    assert all(when.covers_year(year) for year in when.years())
    assert overlaps(when, when)


@given(TEXTS)
def test_a_label_has_words_and_no_loose_ends(text: str) -> None:
    label = parse(text).label
    assert label == label.strip() != ""
    assert not set(label) & set("{}~?%/X")


@given(TEXTS)
def test_pickling_and_copying_keep_all(text: str) -> None:
    when = parse(text)
    for other in (pickle.loads(pickle.dumps(when)), copy.deepcopy(when)):
        assert dataclasses.astuple(other) == dataclasses.astuple(when)


@given(TEXTS, TEXTS)
def test_order_is_total_and_agrees_with_equality(one: str, two: str) -> None:
    a, b = parse(one), parse(two)
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a == b) == (one == two) == (a.sort_key == b.sort_key)
    assert (a <= b) == (a < b or a == b)
    assert a != b or hash(a) == hash(b)


@given(st.lists(TEXTS), st.randoms(use_true_random=False))
def test_sorting_does_not_see_the_order_of_its_input(texts: list[str], chance: random.Random) -> None:
    dates = [parse(text) for text in texts]
    shuffled = chance.sample(dates, len(dates))
    assert sorted(shuffled) == sorted(dates) == sorted(dates, key=lambda when: when.sort_key)


@given(st.text() | ALMOST)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    outcome = parsed(text)
    if isinstance(outcome, PartialDate):
        assert outcome.label
        assert text.isascii()
    else:
        assert str(outcome)
        assert str(outcome).isprintable()
        assert outcome.hint


@given(ALMOST)
def test_what_a_hint_proposes_is_a_date(text: str) -> None:
    outcome = parsed(text)
    if isinstance(outcome, DateError) and outcome.hint.startswith("did you mean"):
        assert parse(outcome.hint.split('"')[1]).text != text


@given(DAYS)
def test_a_day_of_python_is_the_same_day_here(when: date) -> None:
    ours = parse(when.isoformat())
    assert ours.earliest == ours.latest == when
    assert ours.precision is Precision.DAY


@given(DAYS, st.integers(0, 60))
def test_the_crosswalk_never_gets_finer_with_more_days(first: date, length: int) -> None:
    assume(first.year < 9998)
    shorter, longer = (parse(f"{first}/{first + timedelta(days=days)}") for days in (length, length + 1))
    assert 1 <= ucdp_precision(shorter) <= ucdp_precision(longer) <= 5


# Oracles: two other readers of EDTF, where they are right. What is left out, and why, stands beside it.


@pytest.fixture(scope="module")
def edtf() -> Any:
    with warnings.catch_warnings():
        # Its grammar is built at import in a way that newer releases of its parser library warn about.
        warnings.filterwarnings("ignore", message="warn_multiple_tokens_in_named_alternation")
        return pytest.importorskip("edtf", reason="the oracle edtf is not installed")


@pytest.fixture(scope="module")
def undate() -> Any:
    return pytest.importorskip("undate", reason="the oracle undate is not installed").Undate


def edtf_is_wrong(text: str) -> str:
    """Why edtf 5.0 is no oracle for a text, or nothing."""
    if re.search(r"\d\d-\d\d-\dX", text):
        return "it cannot bound a day whose last digit is unknown (ValueError)"
    if re.search(r"\d{4}-24(?!-)", text):
        return "it ends winter with December; ours ends it with February"
    if re.search(r"\d{4}-2[1-4][?~%]", text):
        return "it reads no season with a mark (error)"
    if text.startswith("/") or text.endswith("/"):
        return "it takes an unknown end to be ten years off"
    return ""


def edtf_bounds(edtf: Any, text: str) -> tuple[date | None, date | None]:
    found = edtf.parse_edtf(text)
    bounds = (found.lower_strict(), found.upper_strict())
    first, last = (None if isinstance(bound, float) else date(*bound[:3]) for bound in bounds)  # infinite where open
    return first, last


@pytest.mark.parametrize("text", [text for text in VALID if not edtf_is_wrong(text)])
def test_bounds_agree_with_edtf(edtf: Any, text: str) -> None:
    when = parse(text)
    assert edtf_bounds(edtf, text) == (when.earliest, when.latest)


def undate_is_wrong(text: str) -> str:
    """Why undate 0.8 is no oracle for a text, or nothing."""
    if re.search(r"\d{4}-2[1-4](?!-)", text):
        return "it reads no seasons (error)"
    if text in {"2018-09-10/2018-09", "2018-09/2018-09-12", "201X/2018"}:
        return "it refuses an interval with one end inside the other (error)"
    if text == "2018-09-10/2018-09-10":
        return "it refuses an interval of one day (error)"
    return ""


def undate_bounds(undate: Any, text: str) -> tuple[date | None, date | None]:
    found = undate.parse(text, "EDTF")

    def bound(side: Any, name: str) -> date | None:
        # Of an interval the sides are Undates again, which have days of their own.
        side = getattr(side, name, side)
        return side and date.fromisoformat(str(side))

    return bound(found.earliest, "earliest"), bound(found.latest, "latest")


@pytest.mark.parametrize("text", [text for text in VALID if not undate_is_wrong(text)])
def test_bounds_agree_with_undate(undate: Any, text: str) -> None:
    when = parse(text)
    assert undate_bounds(undate, text) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    "text", ["2018-02-31", "2018-13", "2018-09-00", "31/05/2018", "2018-9-1", "2018-09-xx", "..", "yesterday"]
)
def test_edtf_refuses_what_we_refuse(edtf: Any, text: str) -> None:
    with pytest.raises(edtf.EDTFParseException):
        edtf.parse_edtf(text)


@given(singles().filter(lambda text: not edtf_is_wrong(text) and text >= "1000"))
def test_bounds_of_any_single_date_agree_with_edtf(edtf: Any, text: str) -> None:
    when = parse(text)
    assert edtf_bounds(edtf, text) == (when.earliest, when.latest)
