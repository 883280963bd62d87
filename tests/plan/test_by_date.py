"""Lists of what has a date: by year, and where there is very much of it by month."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.dates import PartialDate
from sitegen.plan.by_date import LONG, month_of, shelved_by_date, year_of

DAYS = st.lists(st.dates(dt.date(2016, 11, 1), dt.date(2018, 2, 1)), min_size=LONG + 1, max_size=LONG + 40).map(sorted)


def pages_of(days):
    dates = [PartialDate.parse(str(day)) for day in days]
    return shelved_by_date(list(enumerate(dates)), lambda item: item[1], 1, lambda _: 1, "list/{}.html".format)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2018-09-11", ("2018", "2018"), ("2018-09", "September 2018")),
        ("2018-09", ("2018", "2018"), ("2018-09", "September 2018")),
        ("2018-09-28/2018-10-03", ("2018", "2018"), ("2018-09", "September 2018")),
        ("0987", ("0987", "987"), ("0987-00", "987, month not known")),
        ("2018-21", ("2018", "2018"), ("2018-00", "2018, month not known")),
        ("../2018-09-11", ("2018", "2018"), ("2018-09", "September 2018")),
        (None, ("undated", "Without a date"), ("undated", "Without a date")),
    ],
)
def test_a_date_has_its_shelf(text, year, month):
    date = PartialDate.parse(text) if text else None
    assert (year_of(date), month_of(date)) == (year, month)


@settings(deadline=None)
@given(DAYS)
def test_a_very_long_list_goes_by_month_and_its_years_lead_to_these(days):
    first, leaves = pages_of(days)
    by_url = {leaf.url: leaf for leaf in leaves}
    assert len(by_url) == len(leaves)
    assert [item[0] for leaf in leaves for item in leaf.items] == list(range(len(days)))
    assert [(way.label, way.number) for way in first.among] == [
        (str(year), sum(day.year == year for day in days)) for year in sorted({day.year for day in days})
    ]
    months = [month for way in first.among for month in by_url[way.url].pager.among]
    assert [month.number for month in months] == [
        sum(str(day).startswith(key) for day in days) for key in sorted({str(day)[:7] for day in days})
    ]
    assert {month.url for month in months} <= by_url.keys()


@settings(deadline=None)
@given(DAYS)
def test_a_year_keeps_its_address_when_the_list_grows_long(days):
    few = [way.url for way in pages_of(days[:LONG]).first.among]
    assert few == [way.url for way in pages_of(days).first.among][: len(few)]


@settings(deadline=None)
@given(DAYS, st.dates(dt.date(2016, 11, 1), dt.date(2018, 2, 1)))
def test_a_late_entry_moves_nothing_of_other_months(days, new):
    def stands(found):
        return {leaf.url: [item[1] for item in leaf.items] for leaf in found.leaves}

    before, after = stands(pages_of(days)), stands(pages_of(sorted([*days, new])))
    assert all(after[url] == dates for url, dates in before.items() if str(new)[:7] not in url)


def test_what_has_no_date_comes_last():
    items = [*[PartialDate.parse("2018-01-01")] * LONG, None, None]
    first, leaves = shelved_by_date(items, lambda item: item, 1, lambda _: 1, "list/{}.html".format)
    assert [(way.url, way.number) for way in first.among] == [("list/2018.html", LONG), ("list/undated.html", 2)]
    assert [leaf.url for leaf in leaves][-2:] == ["list/undated.html", "list/undated-2.html"]
    assert leaves[0].pager.among[0].url == "list/2018-01.html"
