"""All records, resolved, and their indexes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sitegen.model import records
from sitegen.model.records import Actor, Article, ContentPage, Event, Place, Record, Ref, Source, Tag
from sitegen.model.summary import Summary, summarise
from sitegen.model.tolls import Account
from sitegen.model.urls import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sitegen.model.dates import PartialDate
    from sitegen.model.gate import Tombstone
    from sitegen.model.sidecar import Sidecar

R = TypeVar("R", bound=Record)
Index = dict[str, list[R]]


def chronological(dated: Iterable[R]) -> tuple[R, ...]:
    """Records by date, then id; those without a date last."""
    return tuple(sorted(dated, key=_chronology))


def _chronology(record: Record) -> tuple[bool, object, str]:
    date: PartialDate | None = getattr(record, "date", None)
    return (date is None, date.sort_key if date else (), record.id)


@dataclass(frozen=True)
class Archive:
    """The records of each kind, in order: articles and events by date, the rest by title. Ask it, never change it."""

    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()
    tags: tuple[Tag, ...] = ()
    pages: tuple[ContentPage, ...] = ()
    sidecars: tuple[Sidecar, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()

    @classmethod
    def of(
        cls, all_records: Iterable[Record], sidecars: Iterable[Sidecar] = (), tombstones: Iterable[Tombstone] = ()
    ) -> Archive:
        """An archive of these records, the sidecars of the seeds of its articles, and what was withdrawn."""
        kinds: dict[str, list[Record]] = defaultdict(list)
        for record in all_records:
            kinds[folder_of(record)].append(record)
        ordered = {folder: _ordered(folder, kinds[folder]) for folder, _ in records.FOLDERS}
        return cls(sidecars=tuple(sidecars), tombstones=tuple(tombstones), **ordered)  # type: ignore[arg-type]

    @cached_property
    def _sidecars(self) -> Mapping[str, Sidecar]:
        return {sidecar.article: sidecar for sidecar in self.sidecars}

    def sidecar_of(self, article: Article) -> Sidecar | None:
        """How an article was made from its seed, where the importer made it."""
        return self._sidecars.get(article.path)

    @property
    def dated(self) -> tuple[Article | Event, ...]:
        """What has a date: articles, then events."""
        return (*self.articles, *self.events)

    @property
    def authorities(self) -> tuple[Actor | Place | Source | Tag, ...]:
        """The records of the authority files."""
        return (*self.actors, *self.places, *self.sources, *self.tags)

    @cached_property
    def by_key(self) -> Mapping[str, Record]:
        """Every record by `folder/id`."""
        return {f"{folder}/{record.id}": record for folder, _ in records.FOLDERS for record in getattr(self, folder)}

    @cached_property
    def summaries(self) -> Mapping[str, Summary]:
        """Every record's summary by `folder/id`."""
        titles = {f"{folder_of(record)}/{record.id}": record.title for record in self.authorities}
        return {
            key: summarise(record, titles, self.accounts_of(record) if isinstance(record, Event) else ())
            for key, record in self.by_key.items()
        }

    def summary(self, record: Record) -> Summary:
        """The summary of a record of this archive."""
        return self.summaries[f"{folder_of(record)}/{record.id}"]

    def resolve(self, folder: str, refs: Iterable[Ref | None]) -> tuple[Summary, ...]:
        """The summaries of what `refs` name in `folder`; what is not in the archive is left out."""
        found = (self.summaries.get(f"{folder}/{ref.id}") for ref in refs if ref is not None)
        return tuple(summary for summary in found if summary is not None)

    def speaker(self, ref: Ref | None) -> Summary | None:
        """Who is named by a claim's `by`: an actor, or else a source."""
        return next(iter(self.resolve("actors", [ref]) or self.resolve("sources", [ref])), None)

    def outlet(self, ref: Ref | None) -> Summary | None:
        """Through whom something is known, a claim's `via` or `source`: a source, or else an actor."""
        return next(iter(self.resolve("sources", [ref]) or self.resolve("actors", [ref])), None)

    def mentioned(self, kind: str, id_: str) -> tuple[Summary, ...]:
        """What a mention may mean: the one record of that kind, or of any kind where none is written."""
        folders = (f"{kind}s",) if kind else ("actors", "places", "events", "articles", "sources", "tags")
        found = (self.summaries.get(f"{folder}/{id_}") for folder in folders)
        return tuple(summary for summary in found if summary is not None)

    @cached_property
    def accounts(self) -> Mapping[str, tuple[Account, ...]]:
        """The accounts of each event, by its id: those of articles by their date, then those that the event cites."""
        found: dict[str, list[Account]] = defaultdict(list)
        for article in self.articles:
            for claim in article.claims:
                if claim.event:
                    found[claim.event.id].append(Account(claim, article))
        for event in self.events:
            found[event.id] += [Account(claim, None) for claim in event.claims]
        return {id_: tuple(accounts) for id_, accounts in found.items()}

    @cached_property
    def _accounts_by(self) -> Mapping[str, list[Account]]:
        found: dict[str, list[Account]] = defaultdict(list)
        for event in self.events:
            for account in self.accounts_of(event):
                if account.claim.by is not None:
                    found[account.claim.by.id].append(_about(account, event))
        return found

    def accounts_by(self, actor: Actor) -> Sequence[Account]:
        """What an actor says, about any event, by the event's date."""
        return self._accounts_by.get(actor.id, ())

    def accounts_of(self, event: Event) -> tuple[Account, ...]:
        """Every claim about an event."""
        return self.accounts.get(event.id, ())

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The sources that carry what others say: what comes through one of them is one voice."""
        return frozenset(source.id for source in self.sources if source.kind == "agency")

    @cached_property
    def _articles_about(self) -> Mapping[str, list[Article]]:
        found: dict[str, dict[str, Article]] = defaultdict(dict)
        for article in self.articles:
            for ref in told_by(article):
                found[ref.id][article.id] = article
        return {id_: list(articles.values()) for id_, articles in found.items()}

    def articles_about(self, event: Event) -> Sequence[Article]:
        """The articles that make a claim about an event or tell of it, by date."""
        return self._articles_about.get(event.id, ())

    def events_of_article(self, article: Article) -> tuple[Event, ...]:
        """The events that an article makes claims about or tells of, by date."""
        ids = {ref.id for ref in told_by(article)}
        found = (self.by_key.get(f"events/{id_}") for id_ in ids)
        return chronological(event for event in found if isinstance(event, Event))

    @cached_property
    def _articles_by(self) -> Mapping[str, Index[Article]]:
        return {
            "actors": _index(self.articles, lambda article: (ref.id for ref in article.actors)),
            "tags": _index(self.articles, lambda article: (ref.id for ref in article.tags)),
            "places": _index(self.articles, lambda article: self._with_wider(article.places)),
            "sources": _index(self.articles, lambda article: (article.source.id,) if article.source else ()),
        }

    @cached_property
    def _events_by(self) -> Mapping[str, Index[Event]]:
        return {
            "actors": _index(self.events, lambda event: (part.actor.id for part in event.actors)),
            "tags": _index(self.events, lambda event: (ref.id for ref in event.tags)),
            "places": _index(self.events, lambda event: self._with_wider(event.places)),
            "sources": _index(self.events, self._sources_of_event),
        }

    def _sources_of_event(self, event: Event) -> Iterable[str]:
        for claim, article in self.accounts_of(event):
            ref = claim.source or (article.source if article else None)
            yield from (found.id for found in (ref, claim.via) if found is not None)
        yield from (article.source.id for article in self.articles_about(event) if article.source)

    def articles_of(self, record: Actor | Place | Tag | Source) -> Sequence[Article]:
        """The articles of an actor, tag or source, or at a place and all places within it, by date."""
        return self._articles_by[folder_of(record)].get(record.id, ())

    def events_of(self, record: Actor | Place | Tag | Source) -> Sequence[Event]:
        """The events of an actor or tag, at a place and all places within it, or told by a source, by date."""
        return self._events_by[folder_of(record)].get(record.id, ())

    def _with_wider(self, places: Iterable[Ref]) -> set[str]:
        return {id_ for ref in places for id_ in (ref.id, *(wider.id for wider in self.wider(ref.id)))}

    def wider(self, place_id: str) -> tuple[Place, ...]:
        """The places that a place is part of, nearest first; a circle ends where it closes."""
        chain: list[Place] = []
        place = self.by_key.get(f"places/{place_id}")
        while isinstance(place, Place) and place.part_of is not None:
            place = self.by_key.get(f"places/{place.part_of.id}")
            if not isinstance(place, Place) or place in chain or place.id == place_id:
                break
            chain.append(place)
        return tuple(chain)

    @cached_property
    def parts(self) -> Mapping[str, tuple[Summary, ...]]:
        """What is part of, or narrower than, each actor, place and tag, by `folder/id`."""
        found: dict[str, list[Summary]] = defaultdict(list)
        for record in self.authorities:
            whole = whole_of(record)
            if whole is not None:
                found[f"{folder_of(record)}/{whole.id}"].append(self.summary(record))
        return {key: tuple(summaries) for key, summaries in found.items()}


def told_by(article: Article) -> Iterable[Ref]:
    """The events that an article tells of: those that it names, and those that its claims are about."""
    return (*article.events, *(claim.event for claim in article.claims if claim.event))


def whole_of(record: Actor | Place | Source | Tag) -> Ref | None:
    """What an actor or place is part of, or the broader tag."""
    match record:
        case Tag():
            return record.broader
        case Actor() | Place():
            return record.part_of
    return None


def _ordered(folder: str, found: list[Record]) -> tuple[Record, ...]:
    if folder in ("articles", "events"):
        return chronological(found)
    return tuple(sorted(found, key=lambda record: (record.title.casefold(), record.id)))


def _about(account: Account, event: Event) -> Account:
    """An account that names its event, also where it is written in the event's own record."""
    return account._replace(claim=account.claim._replace(event=Ref(event.id)))


def _index(found: Iterable[R], ids_of: Callable[[R], Iterable[str]]) -> Index[R]:
    index: Index[R] = defaultdict(list)
    for record in found:
        for id_ in dict.fromkeys(ids_of(record)):
            index[id_].append(record)
    return index
