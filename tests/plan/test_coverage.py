"""Where the archive is thin, told within bounds."""

import pytest

from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.plan.coverage import MOST, MOST_SHARES, Gaps, coverage

SITE = parse_site(b"title: T\ndescription: D\nurl: https://example.org/\n").site


def covered(*dates, sources=()):
    records = [
        parse(f"content/events/2018-e{at}.md", f"---\ntitle: E\ndate: {date}\nkind: battle\n---\n".encode()).record
        for at, date in enumerate(dates)
    ]
    for id_ in sources:
        records.append(parse(f"content/sources/{id_}.md", f"---\ntitle: The {id_}\nkind: other\n---\n".encode()).record)
        text = f"---\ntitle: R\ndate: 2018-01-01\nsource: {id_}\nclaims: [{{event: 2018-e0, quote: q}}]\n---\nq\n"
        records.append(parse(f"content/articles/2018-{id_}.md", text.encode()).record)
    (page,) = coverage(Archive.of(records), SITE)
    return page.view(*page.inputs)


@pytest.mark.parametrize(
    ("dates", "gaps"),
    [
        ((), Gaps(0, (), 0)),
        (("2018-03-01",), Gaps(0, (), 0)),
        (("2018-03-01", "2018-04"), Gaps(0, (), 0)),
        (("2018-03-01", "2018-05-01"), Gaps(1, ("2018-04",), 0)),
        (("2017-11-01", "2019-02-01"), Gaps(14, ("2017-12 to 2019-01",), 0)),
        (("0999-12", "1001-01", "1001-03"), Gaps(13, ("1000-01 to 1000-12", "1001-02"), 0)),
    ],
)
def test_gaps_are_stretches_of_months_between_the_first_event_and_the_last(dates, gaps):
    assert covered(*dates).gaps == gaps


def test_a_year_without_events_has_no_row():
    assert [year.year for year in covered("0900-01-01", "2018-01-01").years] == [900, 2018]


def test_only_the_latest_years_and_the_longest_gaps_are_told():
    view = covered(*(f"{year}-{month:02}" for year in range(1900, 2000) for month in (1, 3)))
    assert [year.year for year in view.years] == list(range(2000 - MOST, 2000))
    assert view.earlier == 100 - MOST
    assert (len(view.gaps.stretches), view.gaps.others) == (MOST, 199 - MOST)
    assert view.gaps.stretches[0] == "1900-04 to 1900-12"
    assert view.gaps.months == 100 + 99 * 9


def test_only_the_sources_that_are_named_most_are_told():
    view = covered("2018-01-01", sources=[f"s{at:03}" for at in range(MOST_SHARES + 5)])
    assert (len(view.sources.shown), view.sources.others) == (MOST_SHARES, 5)
    assert view.sources.shown[0] == ("The s000", "sources/s000.html", 1, MOST_SHARES + 5)
