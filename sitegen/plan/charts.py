"""Accounts that give figures, drawn against each other: one bar for each, from its least to its most."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.tolls import Told, differ, latest, lower, open_above, slack, upper

if TYPE_CHECKING:
    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Figure
    from sitegen.plan.accounts import AccountView

FULL = 1000
"""The width of a chart, in its own units."""
BEYOND = 40
"""How far a bar goes on, fading, where only a lower bound is known; where a bar begins, where only an upper one is."""


class Bar(NamedTuple):
    """One account: from `start` to `end`, a dot at `best`; it fades where the account gives no bound.

    One that is `soft` gives a figure that is nearly right: its bar is as wide as the words allow, and hatched.
    """

    who: str
    told: PartialDate | None
    figure: Figure
    start: float
    end: float
    best: float | None
    open_start: bool
    open_end: bool
    soft: bool = False


class Chart(NamedTuple):
    """The accounts of one harm to one side. `of` is a title, a word for civilians and those not named, or empty."""

    harm: str
    of: str
    bars: tuple[Bar, ...]
    highest: int
    differ: bool


def charts(accounts: tuple[AccountView, ...]) -> tuple[Chart, ...]:
    """A chart for each harm to each side that two accounts or more give figures for."""
    found: dict[tuple[str, str], list[tuple[AccountView, Figure]]] = defaultdict(list)
    for account in accounts:
        for harm, figure in account.figures:
            found[harm, account.of.url if account.of else account.of_word].append((account, figure))
    return tuple(_chart(harm, _side(told[0][0]), told) for (harm, _), told in found.items() if len(told) > 1)


def _side(account: AccountView) -> str:
    return account.of.title if account.of else account.of_word


def _chart(harm: str, of: str, told: list[tuple[AccountView, Figure]]) -> Chart:
    highest = max(upper(figure) for _, figure in told) or 1
    scale = (FULL - BEYOND) / highest
    bars = tuple(_bar(account, figure, scale) for account, figure in told)
    return Chart(harm, of, bars, highest, differ(latest([_told(*one) for one in told])))


def _told(account: AccountView, figure: Figure) -> Told:
    return Told(account.by.id if account.by else "", account.date.sort_key if account.date else (0, 0, ""), figure)


def _bar(account: AccountView, figure: Figure, scale: float) -> Bar:
    low, high, off = lower(figure), upper(figure), slack(figure)
    end = min(FULL, round((high + off) * scale + (BEYOND if open_above(figure) else 0), 1))
    start = round((low - off) * scale, 1) if low is not None else 0.0
    best = round(figure.best * scale, 1) if figure.best is not None else None
    return Bar(_who(account), account.date, figure, start, end, best, low is None, open_above(figure), off > 0)


def _who(account: AccountView) -> str:
    speaker = account.by.title if account.by else account.attribution
    return speaker or (account.source.title if account.source else "not said")
