"""Who says what about an event, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.vocabulary import OF_NOBODY_NAMED

if TYPE_CHECKING:
    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Claim, Figure, Ref
    from sitegen.model.summary import Summary
    from sitegen.model.tolls import Account


class AccountView(NamedTuple):
    """One account of an event, every reference in it resolved; `report` is the article that the archive holds."""

    by: Summary | None
    attribution: str
    via: Summary | None
    source: Summary | None
    report: Summary | None
    title: str
    url: str
    date: PartialDate | None
    figures: tuple[tuple[str, Figure], ...]
    of: Summary | None
    of_word: str
    quote: str
    language: str
    note: str
    event: Summary | None


def account_view(account: Account, archive: Archive) -> AccountView:
    """An account as a page shows it."""
    claim, article = account
    source = claim.source or (article.source if article else None)
    return AccountView(
        by=archive.speaker(claim.by),
        attribution=claim.attribution,
        via=archive.outlet(claim.via),
        source=archive.outlet(source),
        report=archive.summary(article) if article else None,
        title=claim.title,
        url=claim.url or (article.url if article else ""),
        date=claim.date or (article.date if article else None),
        figures=claim.toll.figures(),
        of=_of(claim, archive),
        of_word=claim.of.id if claim.of and claim.of.id in OF_NOBODY_NAMED else "",
        quote=claim.quote,
        language=article.language if article else "",
        note=claim.note,
        event=_event(claim.event, archive),
    )


def _of(claim: Claim, archive: Archive) -> Summary | None:
    return archive.summaries.get(f"actors/{claim.of.id}") if claim.of else None


def _event(ref: Ref | None, archive: Archive) -> Summary | None:
    return archive.summaries.get(f"events/{ref.id}") if ref else None
