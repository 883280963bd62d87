"""Timelines: a day is a point, what is not known is drawn as not known."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.dates import PartialDate
from sitegen.plan.timeline import FULL, timeline


class Item(NamedTuple):
    """What a timeline asks of a summary."""

    date: PartialDate | None
    kind: str = "event"


def drawn(*texts: str):
    return timeline([Item(PartialDate.parse(text) if text else None) for text in texts])


def mark(text: str, *beside: str):
    return drawn(text, *beside).rows[0].mark


def test_a_day_is_a_point():
    assert mark("2018-09-11").point
    assert mark("2018-09-11").start == mark("2018-09-11").end


@pytest.mark.parametrize(
    "text",
    ["2018-09-11~", "2018-09-11?", "2018-09", "2018-09-10/2018-09-12", "2018-09-1X", "2018-09-11/..", "../2018-09-11"],
)
def test_what_is_not_one_certain_day_is_no_point(text):
    assert not mark(text).point


@pytest.mark.parametrize(
    ("text", "soft", "open_"),
    [
        ("2018-09", (False, False), (False, False)),
        ("2018-09-11~", (True, True), (False, False)),
        ("2018-09-10~/2018-09-12", (True, False), (False, False)),
        ("2018-09-10/2018-09-12?", (False, True), (False, False)),
        ("2018-09-10/..", (False, False), (False, True)),
        ("../2018-09-10", (False, False), (True, False)),
    ],
)
def test_ends_are_drawn_as_they_are_known(text, soft, open_):
    found = mark(text)
    assert (found.soft_start, found.soft_end) == soft
    assert (found.open_start, found.open_end) == open_
    assert found.start < found.end
    assert found.shape == ("open" if any(open_) else "soft" if any(soft) else "span")


def test_the_key_names_what_is_drawn():
    assert drawn("2018-09-11", "2018-10", "").kinds == {"event", "point", "span"}
    assert drawn("2018-09-11~", "2018/..").kinds == {"event", "soft", "open"}
    assert timeline([Item(None, "article")]).kinds == {"report"}


def test_no_date_has_no_mark_and_no_scale():
    assert drawn("").ticks == ()
    assert next(row.mark for row in drawn("", "2018").rows) is None
    assert drawn() == ((), ())


def test_order_on_the_scale_is_that_of_time():
    rows = drawn("2018-09-01", "2018-09-11", "2018-10-01", "2019").rows
    starts = [row.mark.start for row in rows]
    assert starts == sorted(starts)


DAYS = st.dates(dt.date.min, dt.date.max).map(lambda day: day.isoformat())
TEXTS = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    DAYS.map(lambda day: day + "~"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
    st.tuples(DAYS, DAYS).map(lambda pair: "/".join(sorted(pair))),
)


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=5))
def test_any_dates_can_be_drawn_within_the_scale(texts):
    found = drawn(*texts)
    for row in found.rows:
        assert 0 <= row.mark.start <= row.mark.end <= FULL
    places = [tick.at for tick in found.ticks]
    assert places == sorted(set(places))
    assert all(0 <= place <= FULL for place in places)
    assert len(places) <= 14


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2018-09-11", "2018-09-12"),
        ("2018-02-01", "2018-11-30"),
        ("2017-03-01", "2018-12-01"),
        ("0001-01-01", "9999-12-31"),
        ("2018-12-31", "2019-01-01"),
    ],
)
def test_every_scale_has_labels(first, last):
    assert drawn(first, last).ticks


@settings(deadline=None)
@given(st.dates(), st.dates(), st.dates())
def test_a_day_stands_where_a_span_of_that_day_alone_stands(day, first, last):
    one, other = (mark(text, str(first), str(last)) for text in (str(day), f"{day}/{day}"))
    assert one == other
    assert one.point


def test_the_last_day_of_a_month_that_is_not_known_to_the_digit_is_no_point():
    assert not mark("2018-09-3X", "2018-09-01").point
