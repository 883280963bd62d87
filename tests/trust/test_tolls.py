"""Claims are weighed, never added up."""

import pytest

from sitegen.model.dates import PartialDate
from sitegen.model.records import Article, Claim, Figure, Ref, Toll
from sitegen.model.tolls import Account, TollRange, differ, toll_ranges, voices


def told(figure, *, by="", via="", of="south", date="2018-09-11", source="paper", url="", attribution=""):
    return Account(
        Claim(
            1,
            1,
            by=Ref(by) if by else None,
            via=Ref(via) if via else None,
            of=Ref(of) if of else None,
            source=Ref(source) if source else None,
            url=url,
            attribution=attribution,
            toll=Toll(killed=figure),
            date=PartialDate.parse(date) if date else None,
        ),
        None,
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([Figure(best=21)], TollRange("killed", "south", 21, 21, False, 1, False)),
        ([Figure(min=15)], TollRange("killed", "south", 15, 15, True, 1, False)),
        ([Figure(max=9)], TollRange("killed", "south", None, 9, False, 1, False)),
        ([Figure(min=15), Figure(best=21)], TollRange("killed", "south", 15, 21, False, 2, False)),
        ([Figure(best=15), Figure(min=21)], TollRange("killed", "south", 15, 21, True, 2, True)),
        ([Figure(best=8), Figure(best=21)], TollRange("killed", "south", 8, 21, False, 2, True)),
        ([Figure(min=10, max=30), Figure(best=21)], TollRange("killed", "south", 10, 30, False, 2, False)),
        ([Figure(max=9), Figure(best=21)], TollRange("killed", "south", None, 21, False, 2, True)),
        ([Figure(best=100, about=True)], TollRange("killed", "south", 100, 100, False, 1, False, about=True)),
        (
            [Figure(best=45), Figure(best=100, about=True)],
            TollRange("killed", "south", 45, 100, False, 2, True, about=True),
        ),
        ([Figure(best=100, about=True), Figure(best=100)], TollRange("killed", "south", 100, 100, False, 2, False)),
        ([Figure(best=100, about=True), Figure(min=100)], TollRange("killed", "south", 100, 100, True, 2, False)),
    ],
)
def test_a_range_goes_from_the_lowest_to_the_highest_and_is_no_sum(figures, expected):
    accounts = [told(figure, by=f"speaker-{at}") for at, figure in enumerate(figures)]
    assert toll_ranges(accounts) == (expected,)


@pytest.mark.parametrize(
    ("about", "least", "most"), [(100, 50, 150), (350, 345, 355), (1_200, 1_150, 1_250), (7, 7, 7), (0, 0, 0)]
)
def test_what_is_said_to_be_about_may_be_off_by_half_its_last_digit(about, least, most):
    figure = Figure(best=about, about=True)
    assert not differ([figure, Figure(best=least)])
    assert not differ([figure, Figure(best=most)])
    assert differ([figure, Figure(best=most + 1)])
    assert differ([Figure(best=about), Figure(best=most + 1)])


def test_sides_and_harms_are_kept_apart():
    accounts = [
        told(Figure(best=3), by="a", of="civilians"),
        told(Figure(best=5), by="b", of="south"),
        told(Figure(best=7), by="c", of="unknown"),
        told(Figure(best=9), by="d", of=""),
    ]
    assert [(one.of, one.high) for one in toll_ranges(accounts)] == [
        ("civilians", 3),
        ("south", 5),
        ("unknown", 7),
        ("", 9),
    ]


def test_a_count_that_grows_is_no_contradiction():
    accounts = [
        told(Figure(best=41), by="monitor", date="2018-10-26"),
        told(Figure(best=68), by="monitor", date="2018-10-27"),
    ]
    (one,) = toll_ranges(accounts)
    assert (one.low, one.high, one.differ) == (68, 68, False)


def test_the_latest_count_stands_in_whatever_order_it_is_written():
    accounts = [
        told(Figure(best=68), by="monitor", date="2018-10-27"),
        told(Figure(best=41), by="monitor", date="2018-10-26"),
    ]
    assert toll_ranges(accounts)[0].high == 68


def test_what_one_body_says_twice_on_one_day_stays_twice():
    accounts = [told(Figure(min=21), by="monitor"), told(Figure(best=12), by="monitor")]
    assert toll_ranges(accounts)[0].differ


def test_two_that_nobody_names_are_two():
    accounts = [told(Figure(best=8)), told(Figure(best=21))]
    assert toll_ranges(accounts)[0].differ


def test_bounds_that_meet_do_not_differ():
    assert not differ([Figure(min=15), Figure(max=15)])
    assert differ([Figure(min=16), Figure(max=15)])


def test_one_speaker_in_three_papers_is_one_voice():
    accounts = [
        told(Figure(best=8), by="monitor", source=paper, url=f"https://{paper}.example/1") for paper in ("a", "b", "c")
    ]
    assert voices(accounts) == (3, 1)


def test_two_speakers_through_one_agency_are_one_voice():
    assert voices(
        [
            told(Figure(best=8), by="north", via="wire", url="https://a.example/"),
            told(Figure(best=9), by="south", via="wire", url="https://b.example/"),
        ]
    ) == (2, 1)


def test_two_speakers_through_two_agencies_are_two_voices():
    assert (
        voices(
            [told(Figure(best=8), by="north", via="wire"), told(Figure(best=9), by="south", via="other")]
        ).independent
        == 2
    )


def test_voices_join_over_a_third():
    accounts = [
        told(Figure(best=8), by="north", via="wire"),
        told(Figure(best=8), by="south", via="other"),
        told(Figure(best=8), by="north", via="other"),
    ]
    assert voices(accounts).independent == 1


def test_the_same_report_counts_once():
    assert voices(
        [
            told(Figure(best=8), by="north", url="https://a.example/"),
            told(Figure(best=9), by="south", url="https://a.example/"),
        ]
    ) == (1, 2)


def test_no_accounts_no_voices():
    assert voices([]) == (0, 0)


def report(id_, *, by="", copy_of="", source="paper", attribution=""):
    """What an article that the archive holds says."""
    article = Article(
        id=id_, path=id_, title=id_, digest=b"", source=Ref(source), copy_of=Ref(copy_of) if copy_of else None
    )
    return told(Figure(best=8), by=by, source="", attribution=attribution)._replace(article=article)


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        # a copy that says it in other words is no other voice
        ([report("a", by="north"), report("b", copy_of="a", attribution="somebody", source="other")], (2, 1)),
        ([report("a", attribution="one"), report("b", copy_of="a", source="x"), report("c", copy_of="b", source="y")], (3, 1)),
        # two voices of a report stay two when it is copied
        ([report("a", by="north"), report("a", by="south"), report("b", by="north", copy_of="a"), report("b", by="south", copy_of="a")], (2, 2)),
        # copies of what the archive does not show are copies of each other
        ([report("b", copy_of="a", source="x"), report("c", copy_of="a", source="y")], (2, 1)),
        ([report("b", copy_of="a", source="x"), report("c", copy_of="d", source="y")], (2, 2)),
        # a circle ends
        ([report("a", copy_of="b", source="x"), report("b", copy_of="a", source="y")], (2, 1)),
        ([report("a", copy_of="a", source="x"), report("b", source="y")], (2, 2)),
        ([report("a", source="x"), report("b", source="y")], (2, 2)),
    ],
)  # fmt: skip
def test_a_copy_adds_a_report_and_no_voice(accounts, expected):
    assert voices(accounts) == expected
    assert voices(accounts[::-1]) == expected


@pytest.mark.parametrize(
    ("accounts", "agencies", "independent"),
    [
        ([told(Figure(best=8), by="north", via="wire"), told(Figure(best=9), by="south", source="wire")], (), 1),
        ([told(Figure(best=8), by="north", via="wire"), told(Figure(best=9), by="wire")], (), 1),
        ([told(Figure(best=8), by="north", source="wire"), told(Figure(best=9), by="south", source="wire")], ("wire",), 1),
        ([told(Figure(best=8), by="north", source="paper"), told(Figure(best=9), by="south", source="paper")], ("wire",), 2),
    ],
)  # fmt: skip
def test_what_an_agency_carries_or_prints_itself_is_one_voice(accounts, agencies, independent):
    assert voices(accounts, agencies).independent == independent
