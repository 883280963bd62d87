"""Claims weighed against each other: how many voices there are, where they differ, and over what range. Never a sum."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sitegen.model.records import Article, Claim, Figure


Sortable: TypeAlias = tuple[int, int, str]


class Account(NamedTuple):
    """A claim about an event, with the article that makes it; None where the event itself cites a report."""

    claim: Claim
    article: Article | None


class TollRange(NamedTuple):
    """What accounts say of one harm to one side: from the lowest figure to the highest.

    `of` is an actor's id, `civilians`, `unknown`, or empty where losses of several sides are counted together; `more`
    says that the highest figure is itself a lower bound,
    `differ` that no single number satisfies all accounts.
    """

    harm: str
    of: str
    low: int | None
    high: int
    more: bool
    claims: int
    differ: bool


class Voices(NamedTuple):
    """How many reports there are, and how many of them can know independently of each other."""

    reports: int
    independent: int


def lower(figure: Figure) -> int | None:
    """The least that a figure says; None where it says only how many at most."""
    return figure.min if figure.min is not None else figure.best


def upper(figure: Figure) -> int:
    """The most that a figure names."""
    named = [value for value in (figure.max, figure.best, figure.min) if value is not None]
    return named[0] if named else 0


def open_above(figure: Figure) -> bool:
    """Whether a figure says "at least": a lower bound and nothing more."""
    return figure.max is None and figure.best is None


def toll_ranges(accounts: Iterable[Account]) -> tuple[TollRange, ...]:
    """The range of each harm to each side over all accounts, in the order in which they are first told.

    A body that counts on gives several figures over time: its latest stands for it, so that a count that grows is not
    taken for a contradiction.
    """
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for account in accounts:
        claim = account.claim
        for harm, figure in claim.toll.figures():
            found[harm, claim.of.id if claim.of else ""].append(
                Told(claim.by.id if claim.by else "", told_on(account), figure)
            )
    return tuple(_range(harm, of, latest(told)) for (harm, of), told in found.items())


class Told(NamedTuple):
    """A figure, who gave it (empty: nobody known), and when, as a key to sort by."""

    speaker: str
    when: Sortable
    figure: Figure


def told_on(account: Account) -> Sortable:
    """When an account was given; first of all where that is not known."""
    date = account.claim.date or (account.article.date if account.article else None)
    return date.sort_key if date is not None else (0, 0, "")


def latest(told: Sequence[Told]) -> list[Figure]:
    """The figures that count: of each body that is known those of the last day on which it gave any, of the rest all.

    What one body says twice on one day stays twice: which came last is not known.
    """
    last: dict[str, Sortable] = {}
    for one in told:
        last[one.speaker] = max(last.get(one.speaker, one.when), one.when)
    return [one.figure for one in told if not one.speaker or one.when == last[one.speaker]]


def _range(harm: str, of: str, figures: Sequence[Figure]) -> TollRange:
    lows = [low for figure in figures if (low := lower(figure)) is not None]
    high = max(map(upper, figures))
    more = any(open_above(figure) and upper(figure) == high for figure in figures)
    low = min(lows) if len(lows) == len(figures) else None
    return TollRange(harm, of, low, high, more, len(figures), differ(figures))


def differ(figures: Sequence[Figure]) -> bool:
    """Whether no single number is within what every account says."""
    least = max((low for figure in figures if (low := lower(figure)) is not None), default=0)
    most = min((upper(figure) for figure in figures if not open_above(figure)), default=None)
    return most is not None and least > most


def voices(accounts: Sequence[Account]) -> Voices:
    """Reports and independent sources among accounts.

    Accounts are one voice where the same body speaks, where one agency carries them, or where one report copies the
    other: these are joined, and what is joined to the same is joined.
    """
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(token: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(token, token) != token:
            token = parent[token]
        return token

    firsts = []
    for account in accounts:
        first, *others = _tokens(account)
        for other in others:
            parent[root(other)] = root(first)
        firsts.append(first)
    return Voices(len({report_of(account) for account in accounts}), len({root(first) for first in firsts}))


def _tokens(account: Account) -> Iterator[tuple[str, str]]:
    """What makes an account the same voice as another: its speaker, its carrier, and the report that it copies."""
    claim, article = account
    if claim.by is not None:
        yield "speaker", claim.by.id
    if claim.via is not None:
        yield "carrier", claim.via.id
    if article is not None and article.copy_of is not None:
        yield "report", article.copy_of.id
    if claim.by is None and claim.via is None:
        yield from _tokens_of_report(claim, article)


def _tokens_of_report(claim: Claim, article: Article | None) -> Iterator[tuple[str, str]]:
    source = claim.source or (article.source if article else None)
    if claim.attribution:
        yield "said by", f"{claim.attribution.casefold()} in {source.id if source else ''}"
    elif source is not None:
        yield "speaker", source.id
    else:
        yield "report", article.id if article else claim.url or str((claim.line, claim.column))


def report_of(account: Account) -> tuple[str, str]:
    """What tells one report from another: the article that we hold, or its address, or its source, title and day."""
    claim, article = account
    if article is not None:
        return "article", article.id
    if claim.url:
        return "url", claim.url
    return "cited", f"{claim.source.id if claim.source else ''} {claim.title} {claim.date or ''}"
