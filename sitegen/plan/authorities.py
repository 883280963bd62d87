"""A page for each actor, place, source and tag: what is known of it, and its timeline."""

from __future__ import annotations

from functools import partial
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.output import Page
from sitegen.model.records import Actor, Place, Tag
from sitegen.model.urls import folder_of, record_url
from sitegen.plan.accounts import account_view
from sitegen.plan.calendar import calendar
from sitegen.plan.frame import frame, mentions, prose
from sitegen.plan.paging import HEAVY, Pager, first_of, weight
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.frame import Frame, Prose
    from sitegen.model.records import Source
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary
    from sitegen.plan.accounts import AccountView

    Authority = Actor | Place | Source | Tag

MOST_PARTS = 200
"""As many parts a page names."""


class Tie(NamedTuple):
    """A relation to another actor, and the source that says so."""

    actor: Summary
    kind: str
    start: PartialDate | None
    end: PartialDate | None
    source: Summary | None


class AuthorityView(NamedTuple):
    """A record of an authority file: `wider` is what it is part of, nearest first; `narrower` its parts.

    There are `more_narrower` than are named. `says` are the newest of an actor's own claims, of `says_in_all`. `beside`
    are the actors (for a place or tag: too) that most often stand with it, with how often.
    """

    frame: Frame
    record: Authority
    prose: Prose | None
    wider: tuple[Summary, ...]
    narrower: tuple[Summary, ...]
    more_narrower: int
    ties: tuple[Tie, ...]
    timeline: Timeline
    events: int
    articles: int
    pager: Pager
    beside: tuple[tuple[Summary, int], ...]
    says: tuple[AccountView, ...]
    says_in_all: int


class PartView(NamedTuple):
    """A part of a long timeline on a page of its own: nothing of the record but its name, so that it may be edited."""

    frame: Frame
    owner: Summary
    status: str
    timeline: Timeline
    pager: Pager


def authority_pages(listed: Authority, archive: Archive, site: Site) -> Iterator[Page]:
    """The page of an actor, place, source or tag, and the parts of its timeline.

    A first page reads its record and text, the summaries of what that names, is part of or consists of, the newest
    entries of its timeline and how many there are in each year, and the actors that stand beside it most often; of an
    actor the newest claims too. A part of a timeline reads the summaries that it shows, and that of its record.
    """
    record = archive.whole(listed)
    events, articles = archive.events_of(record), archive.articles_of(record)
    time = calendar((*events.keys, *articles.keys), archive)
    pager, shown, leaves = time.pages(site.page_size, partial(record_url, record))
    inputs = (
        site.url,
        record,
        record.body.digest,
        _wider(record, archive),
        _narrower(record, archive),
        _ties(record, archive),
        mentions(record, archive),
        _beside(record, time.actors, archive),
        _says(record, archive, site.page_size),
        (len(events), len(articles), archive.number_of_accounts_by(record) if isinstance(record, Actor) else 0),
        pager,
        shown,
    )
    yield Page(record_url(record), f"pages/{folder_of(record)[:-1]}.html", _view, inputs)
    owner = (archive.summary(record), record.status)
    for leaf in leaves:
        yield Page(leaf.url, "pages/part.html", _part_view, (site.url, *owner, *leaf))


def _wider(record: Authority, archive: Archive) -> tuple[Summary, ...]:
    match record:
        case Place():
            return tuple(archive.summary(place) for place in archive.wider(record.id))
        case Actor():
            return archive.resolve("actors", [record.part_of])
        case Tag():
            return archive.resolve("tags", [record.broader])
    return ()


def _narrower(record: Authority, archive: Archive) -> tuple[tuple[Summary, ...], int]:
    """The parts of a record as far as its page has room for their names, and how many others there are."""
    parts = archive.parts.get(f"{folder_of(record)}/{record.id}", ())
    shown = first_of(parts, MOST_PARTS, lambda part: weight((part.title, part.url)), HEAVY // 3)
    return shown, len(parts) - len(shown)


def _ties(record: Authority, archive: Archive) -> tuple[Tie, ...]:
    if not isinstance(record, Actor):
        return ()
    found = ((archive.summaries.get(f"actors/{tie.actor.id}"), tie) for tie in record.relations)
    return tuple(
        Tie(actor, tie.kind, tie.start, tie.end, archive.outlet(tie.source))
        for actor, tie in found
        if actor is not None
    )


def _says(record: Authority, archive: Archive, most: int) -> tuple[AccountView, ...]:
    """What an actor says, newest first, as far as its page has room for it."""
    if not isinstance(record, Actor):
        return ()
    newest = (account_view(account, archive) for account in archive.accounts_by(record))
    return first_of(newest, most, _weight_of_account, HEAVY * 2 // 3)


def _weight_of_account(account: AccountView) -> int:
    named = (account.by, account.via, account.source, account.report, account.of, account.event)
    words = [text for item in named if item for text in (item.title, item.url)]
    words += [figure.including for _, figure in account.figures]
    return weight((account.attribution, account.title, account.url, account.quote, account.note, *words))


def _beside(record: Authority, counts: Mapping[str, int], archive: Archive) -> tuple[tuple[Summary, int], ...]:
    own = record.id if isinstance(record, Actor) else ""
    ranked = nsmallest(9, ((-count, id_) for id_, count in counts.items()))
    found = ((archive.summaries.get(f"actors/{id_}"), -count) for count, id_ in ranked if id_ != own)
    return tuple((actor, count) for actor, count in found if actor is not None)[:8]


def _view(
    site_url: str,
    record: Authority,
    _body: bytes,
    wider: tuple[Summary, ...],
    narrower: tuple[tuple[Summary, ...], int],
    ties: tuple[Tie, ...],
    mentioned: tuple[tuple[str, str, Summary], ...],
    beside: tuple[tuple[Summary, int], ...],
    said: tuple[AccountView, ...],
    counts: tuple[int, int, int],
    pager: Pager,
    items: tuple[Summary, ...],
) -> AuthorityView:
    description = getattr(record, "scope", "") or getattr(record, "standpoint", "")
    return AuthorityView(
        frame=frame(record_url(record), record.title, description, folder_of(record), site_url),
        record=record,
        prose=prose(record.body, mentioned),
        wider=wider,
        narrower=narrower[0],
        more_narrower=narrower[1],
        ties=ties,
        timeline=timeline(items),
        events=counts[0],
        articles=counts[1],
        pager=pager,
        beside=beside,
        says=said,
        says_in_all=counts[2],
    )


def _part_view(
    site_url: str, owner: Summary, status: str, url: str, pager: Pager, items: tuple[Summary, ...]
) -> PartView:
    around = frame(url, f"{owner.title}, {pager.label}", "", f"{owner.kind}s", site_url)
    return PartView(around, owner, status, timeline(items), pager)
