"""Claims weighed against each other: how many voices there are, where they differ, and over what range. Never a sum."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from sitegen.model.records import Article, Claim, Figure, Ref


Sortable: TypeAlias = tuple[int, int, str]
Token: TypeAlias = tuple[str, str]


class Account(NamedTuple):
    """A claim about an event, with the article that makes it; None where the event itself cites a report."""

    claim: Claim
    article: Article | None


class TollRange(NamedTuple):
    """What accounts say of one harm to one side: from the lowest figure to the highest.

    `of` is an actor's id, `civilians`, `unknown`, or empty where losses of several sides are counted together; `more`
    says that the highest figure is itself a lower bound, `about` that it is only nearly right, `differ` that no single
    number satisfies all accounts.
    """

    harm: str
    of: str
    low: int | None
    high: int
    more: bool
    claims: int
    differ: bool
    about: bool = False


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


def slack(figure: Figure) -> float:
    """How far a figure may be off as it was told: half a unit of the last digit of "about 100" that is not nought."""
    if not figure.about or not figure.best:
        return 0
    unit = 1
    while figure.best % (unit * 10) == 0:
        unit *= 10
    return unit / 2


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
    about = not more and all(figure.about for figure in figures if upper(figure) == high)
    return TollRange(harm, of, low, high, more, len(figures), differ(figures), about)


def differ(figures: Sequence[Figure]) -> bool:
    """Whether no single number is within what every account says."""
    least = max((low - slack(figure) for figure in figures if (low := lower(figure)) is not None), default=0)
    most = min((upper(figure) + slack(figure) for figure in figures if not open_above(figure)), default=None)
    return most is not None and least > most


def voices(accounts: Sequence[Account], agencies: Container[str] = ()) -> Voices:
    """Reports and independent sources among accounts; `agencies` are sources that carry what others say.

    Accounts are one voice where the same body speaks or where one agency carries them: these are joined, and what is
    joined to the same is joined. A copy of a report knows no more than the report, so it adds no voice to it.
    """
    parent: dict[Token, Token] = {}

    def root(token: Token) -> Token:
        while parent.setdefault(token, token) != token:
            token = parent[token]
        return token

    carriers = {account.claim.via.id for account in accounts if account.claim.via}
    firsts = []
    for account in _originals(accounts):
        source = _source(account)
        carried = source is not None and (source.id in carriers or source.id in agencies)
        first, *others = _tokens(account, source if carried else None)
        for other in others:
            parent[root(other)] = root(first)
        firsts.append(first)
    return Voices(len({report_of(account) for account in accounts}), len({root(first) for first in firsts}))


def _originals(accounts: Sequence[Account]) -> Iterator[Account]:
    """The accounts but for those of copies: of one report what it says itself, or its first copy if it is not here."""
    copies = {one.article.id: one.article.copy_of.id for one in accounts if one.article and one.article.copy_of}
    standing: dict[str, str] = {}
    for _, article in accounts:
        if article is not None and article.id not in copies:
            standing[article.id] = article.id
    for account in accounts:
        if account.article is None:
            yield account
            continue
        id_ = account.article.id
        if standing.setdefault(_copied_from(id_, copies), id_) == id_:
            yield account


def _copied_from(id_: str, copies: Mapping[str, str]) -> str:
    """The report that others go back to; of those that copy each other in a circle, the least of their ids."""
    seen = [id_]
    while id_ in copies:
        id_ = copies[id_]
        if id_ in seen:
            return min(seen[seen.index(id_) :])
        seen.append(id_)
    return id_


def _tokens(account: Account, carrier: Ref | None) -> Iterator[Token]:
    """What makes an account the same voice as another: its speaker and its carrier, or else the report itself."""
    claim = account.claim
    named = [ref.id for ref in (claim.by, claim.via, carrier) if ref is not None]
    yield from (("voice", id_) for id_ in named)
    if not named:
        yield _token_of_report(account)


def _source(account: Account) -> Ref | None:
    return account.claim.source or (account.article.source if account.article else None)


def _token_of_report(account: Account) -> Token:
    (claim, article), source = account, _source(account)
    if claim.attribution:
        return "said by", f"{claim.attribution.casefold()} in {source.id if source else ''}"
    if source is not None:
        return "voice", source.id
    return "report", article.id if article else claim.url or str((claim.line, claim.column))


def report_of(account: Account) -> tuple[str, str]:
    """What tells one report from another: the article that we hold, or its address, or its source, title and day."""
    claim, article = account
    if article is not None:
        return "article", article.id
    if claim.url:
        return "url", claim.url
    return "cited", f"{claim.source.id if claim.source else ''} {claim.title} {claim.date or ''}"
