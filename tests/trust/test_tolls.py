"""Claims are weighed, never added up."""

import pytest

from sitegen.model.dates import PartialDate
from sitegen.model.records import Claim, Figure, Ref, Toll
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
    ],
)
def test_a_range_goes_from_the_lowest_to_the_highest_and_is_no_sum(figures, expected):
    accounts = [told(figure, by=f"speaker-{at}") for at, figure in enumerate(figures)]
    assert toll_ranges(accounts) == (expected,)


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
