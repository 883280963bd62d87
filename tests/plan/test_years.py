"""The timeline by century, year and month: where an entry stands, and that long ones are spread over pages."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.plan.paging import HEAVY, weight_of
from sitegen.plan.years import timelines

SITE = "title: T\ndescription: D\nurl: https://example.org/\ntheme: {page_size: 2}\n"


def event(id_, date, title="An event"):
    text = f"---\ntitle: {title}\ndate: {date}\nkind: battle\nplaces: []\nverification: reported\n---\n"
    return parse(f"content/events/{id_}.md", text.encode()).record


def report(id_, date):
    text = f"---\ntitle: A report\ndate: {date}\nsource: wire\n---\n"
    return parse(f"content/articles/{id_}.md", text.encode()).record


def pages_of(records, size=2):
    site = parse_site(SITE.replace("page_size: 2", f"page_size: {size}").encode()).site
    made = list(timelines(Archive.of(records), site))
    assert len({page.path for page in made}) == len(made)
    return {page.path: page.view(*page.inputs) for page in made}


def ids(line):
    return [row.item.id for row in line.rows]


@pytest.mark.parametrize(
    ("date", "stands"),
    [
        ("2018-09-11", {2018: "September"}),
        ("2018-09", {2018: "September"}),
        ("2018-09-28/2018-10-03", {2018: "September"}),
        ("2018-12-20/2019-01-05", {2018: "December", 2019: "January"}),
        ("2018-12-31/2019-01-01", {2018: "December", 2019: "January"}),
        ("2018", {2018: "Month not known, or longer than two months"}),
        ("2018-11/2019-02", dict.fromkeys((2018, 2019), "Month not known, or longer than two months")),
        ("../2018-09-11", {2018: "September"}),
        ("2018-09-11/..", {2018: "September"}),
        ("0001/9999", {1: "Month not known, or longer than two months"}),
    ],
)
def test_an_entry_stands_in_each_year_that_it_touches_under_the_month_that_is_known(date, stands):
    made = pages_of([event("2018-e", date)])
    years = {view.year.year: view for path, view in made.items() if type(view).__name__ == "YearView"}
    assert {year: [month.label for month in view.months] for year, view in years.items()} == {
        year: [label] for year, label in stands.items()
    }


def test_a_span_that_goes_on_into_the_next_year_stands_on_both_its_months_pages():
    made = pages_of([event("2018-12-e", "2018-12-20/2019-01-05")])
    assert ids(made["timeline/2018-12.html"].timeline) == ids(made["timeline/2019-01.html"].timeline) == ["2018-12-e"]
    assert [month.events for month in made["timeline/2019.html"].year.months][:2] == [1, 0]


def test_a_short_year_is_shown_whole_and_a_long_one_by_the_beginning_of_its_months():
    few = [event(f"2018-0{month}-e", f"2018-0{month}-03") for month in range(1, 5)]
    view = pages_of(few)["timeline/2018.html"]
    assert [ids(month.timeline) for month in view.months] == [[record.id] for record in few]
    many = [event(f"2018-01-e{at}", f"2018-01-{at:02}") for at in range(1, 6)]
    many += [report("2018-01-r", "2018-01-01"), report("2018-02-r", "2018-02-01"), event("2018-l", "2018")]
    made = pages_of(many)
    months = made["timeline/2018.html"].months
    assert [(ids(month.timeline), month.events, month.articles) for month in months] == [
        (["2018-01-e1"], 5, 1),
        (["2018-02-r"], 0, 1),
        (["2018-l"], 1, 0),
    ]
    assert [month.url for month in months] == [
        "timeline/2018-01.html",
        "timeline/2018-02.html",
        "timeline/2018-00.html",
    ]
    assert {month.url for month in months} <= set(made)


def test_a_long_month_goes_on_and_earlier_and_later_lead_through_all_pages():
    records = [event(f"2018-01-e{at}", f"2018-01-{at:02}") for at in range(1, 10)] + [event("2018-03-e", "2018-03-03")]
    made = pages_of(records)
    paths = [f"timeline/2018-{name}.html" for name in ("01", "01-2", "01-3", "03")]
    assert [ids(made[path].timeline) for path in paths] == [
        ["2018-01-e1", "2018-01-e2", "2018-01-e3", "2018-01-e4"],
        ["2018-01-e5", "2018-01-e6", "2018-01-e7", "2018-01-e8"],
        ["2018-01-e9"],
        ["2018-03-e"],
    ]
    assert [way.url for way in made[paths[0]].pages] == paths[:3]
    assert [made[path].next.url for path in paths[:3]] == paths[1:]
    assert [made[path].previous.url for path in paths[1:]] == [*paths[:2], paths[0]]
    assert made[paths[0]].previous is None
    assert made[paths[3]].next is None


@settings(deadline=None)
@given(st.lists(st.dates(dt.date(2018, 1, 1), dt.date(2019, 3, 1)), max_size=30), st.integers(1, 4))
def test_every_entry_stands_once_on_the_pages_of_its_month(days, size):
    made = pages_of([event(f"{day}-e{at}", str(day)) for at, day in enumerate(days)], size)
    months = {path: view for path, view in made.items() if type(view).__name__ == "MonthView"}
    found = [id_ for view in months.values() for id_ in ids(view.timeline)]
    assert sorted(found) == sorted(f"{day}-e{at}" for at, day in enumerate(days))
    assert all(
        id_.startswith(path[len("timeline/") :][:7]) for path, view in months.items() for id_ in ids(view.timeline)
    )
    assert all(len(view.timeline.rows) <= 2 * size for view in months.values())


@settings(deadline=None)
@given(st.lists(st.dates(dt.date(2018, 1, 1), dt.date(2019, 3, 1)), max_size=30), st.integers(1, 4))
def test_a_newer_entry_leaves_the_pages_of_other_months_as_they_were(days, size):
    records = [event(f"{day}-e{at}", str(day)) for at, day in enumerate(days)]
    before, after = pages_of(records, size), pages_of([*records, event("2019-03-02-new", "2019-03-02")], size)
    changed = {path for path, view in before.items() if after[path] != view}
    months = sorted(path for path, view in before.items() if type(view).__name__ == "MonthView")
    of_march = {path for path in months if "2019-03" in path}
    own_year = {"timeline/index.html", "timeline/2019.html"}
    near = {"timeline/2018.html"} if "timeline/2019.html" not in before else set()  # a way to the new year
    assert changed <= own_year | near | of_march | set(months[-1:]) | {
        path for path in months if "timeline/2019-03.html" not in before and after[path].next != before[path].next
    }


def test_centuries_long_past_have_a_page_of_their_own():
    made = pages_of([event(f"{year}-e", str(year)) for year in ("0044", "1799", "1812", "1890", "1912", "2018")])
    first = made["timeline/index.html"]
    assert [count.year for count in first.years] == [1912, 2018]
    assert [(way.url, way.label) for way in first.centuries] == [
        ("timeline/00xx.html", "1 to 99"),
        ("timeline/17xx.html", "1700 to 1799"),
        ("timeline/18xx.html", "1800 to 1899"),
    ]
    assert [count.year for count in made["timeline/18xx.html"].years] == [1812, 1890]


def test_a_years_page_leads_to_years_near_it():
    made = pages_of([event(f"{year}-e", str(year)) for year in range(1950, 2000)])
    assert [way.label for way in made["timeline/1970.html"].years] == [str(year) for year in range(1960, 1981)]
    assert [way.label for way in made["timeline/1950.html"].years] == [str(year) for year in range(1950, 1961)]


def test_heavy_entries_are_spread_over_more_pages():
    title = "x" * (HEAVY // 4)
    made = pages_of([event(f"2018-01-e{at}", "2018-01", title) for at in range(9)], 100)
    lines = [view.timeline for view in made.values() if hasattr(view, "timeline")]
    lines += [month.timeline for view in made.values() for month in getattr(view, "months", ())]
    assert all(sum(weight_of(row.item) for row in line.rows) <= 2 * HEAVY for line in lines)
    assert "timeline/2018-01-2.html" in made


def test_an_empty_archive_has_an_empty_timeline():
    made = pages_of([])
    assert list(made) == ["timeline/index.html"]
    assert made["timeline/index.html"].years == ()
