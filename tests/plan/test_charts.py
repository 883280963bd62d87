"""Accounts drawn against each other: a bar from the least to the most that each gives, and a dot at its own figure."""

from __future__ import annotations

import pytest

from sitegen.model.records import Actor, Figure
from sitegen.model.summary import summarise
from sitegen.plan.accounts import AccountView
from sitegen.plan.charts import BEYOND, FULL, charts


def account(figure: Figure, *, harm: str = "killed", of: str = "civilians", who: str = "somebody") -> AccountView:
    return AccountView(None, who, None, None, None, "", "", None, ((harm, figure),), None, of, "", "", "", None)


def drawn(*figures: Figure) -> list[tuple[float, float, float | None, bool, bool]]:
    (chart,) = charts(tuple(map(account, figures)))
    return [(bar.start, bar.end, bar.best, bar.open_start, bar.open_end) for bar in chart.bars]


WIDE = FULL - BEYOND


@pytest.mark.parametrize(
    ("figure", "bar"),
    [
        (Figure(best=50), (WIDE / 2, WIDE / 2, WIDE / 2, False, False)),
        (Figure(min=25, best=50, max=75), (WIDE / 4, WIDE * 3 / 4, WIDE / 2, False, False)),
        (Figure(min=25, max=75), (WIDE / 4, WIDE * 3 / 4, None, False, False)),
        (Figure(min=50), (WIDE / 2, WIDE / 2 + BEYOND, None, False, True)),
        (Figure(max=50), (0, WIDE / 2, None, True, False)),
        (Figure(min=25, best=50), (WIDE / 4, WIDE / 2, WIDE / 2, False, False)),
        (Figure(best=0), (0, 0, 0, False, False)),
    ],
)
def test_a_bar_goes_from_the_least_to_the_most_with_a_dot_at_the_figure(figure, bar):
    assert drawn(figure, Figure(best=100)) == [bar, (WIDE, WIDE, WIDE, False, False)]


def test_a_figure_that_is_nearly_right_is_as_wide_as_its_words_allow():
    (chart,) = charts(
        (account(Figure(best=100)), account(Figure(best=50, about=True)), account(Figure(best=100, about=True)))
    )
    assert [(bar.start, bar.best, bar.end, bar.soft) for bar in chart.bars] == [
        (WIDE, WIDE, WIDE, False),
        (WIDE * 0.45, WIDE / 2, WIDE * 0.55, True),
        (WIDE / 2, WIDE, FULL, True),
    ]


def test_one_account_is_no_chart_and_sides_and_harms_have_their_own():
    one, other = account(Figure(best=1)), account(Figure(best=2))
    assert charts((one,)) == ()
    assert charts((one, account(Figure(best=2), of="unknown"), account(Figure(best=2), harm="injured"))) == ()
    (chart,) = charts((one, other, account(Figure(best=3), of="unknown")))
    assert (chart.harm, chart.of, chart.highest, chart.differ, len(chart.bars)) == ("killed", "civilians", 2, True, 2)


def test_two_sides_of_one_name_are_two():
    def side(id_: str) -> AccountView:
        actor = summarise(Actor(id=id_, path=id_, title="The Band", digest=b""), {})
        return account(Figure(best=1), of="")._replace(of=actor)

    assert charts((side("a"), side("b"))) == ()
    assert [chart.of for chart in charts((side("a"), side("b"), side("b")))] == ["The Band"]


def test_nothing_but_noughts_is_drawn_at_nought():
    assert drawn(Figure(best=0), Figure(min=0)) == [(0, 0, 0, False, False), (0, BEYOND, None, False, True)]


def test_each_bar_and_each_dot_is_on_the_page_with_its_words(small_event):
    page = small_event("  - {source: paper, by: monitor, toll: {killed: {min: 5, best: 10, max: 20}}, of: civilians}\n"
                       "  - {source: wire, by: south, toll: {killed: {min: 8, max: 20}}, of: civilians}\n")  # fmt: skip
    figure = page.partition('<figure class="chart">')[2].partition("</figure>")[0]
    assert figure.count("<svg") == 2
    assert 'd="M240.0 7H960.0"/><path class="p" d="M480.0 7h.1"/>' in figure
    assert figure.count('class="p"') == 1
    assert figure.index("10 (5–20)") < figure.index("8 to 20")
    assert figure.count('aria-hidden="true"') == 3


@pytest.fixture
def small_event(archive, put, run):
    def page(claims: str) -> str:
        head = "title: E\ndate: 2018-09-12\nkind: battle\nplaces: [rivershire]\nverification: reported\nclaims:\n"
        for name, kind in (("monitor", "monitor"), ("south", "group")):
            put(archive, {f"content/actors/{name}.md": f"---\ntitle: {name}\nkind: {kind}\n---\n"})
        put(archive, {"content/sources/paper.md": "---\ntitle: P\nkind: newspaper\n---\n"})
        put(archive, {"content/events/2018-09-12-e.md": f"---\n{head}{claims}---\n"})
        assert not run(archive).failed
        return (archive / "output/events/2018-09-12-e.html").read_text("utf-8")

    return page
