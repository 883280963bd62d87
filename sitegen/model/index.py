"""Records in order, and what leads from one to others: made once for each build, and never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.model import records
from sitegen.model.records import Actor, Article, Event, Place, Record, Ref, Tag
from sitegen.model.summary import Summary, summarise
from sitegen.model.tolls import Account
from sitegen.model.urls import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model.dates import PartialDate

R = TypeVar("R", bound=Record)


def chronological(dated: Iterable[R]) -> tuple[R, ...]:
    """Records by date, then id; those without a date last."""
    return tuple(sorted(dated, key=_chronology))


def _chronology(record: Record) -> tuple[bool, object, str]:
    date: PartialDate | None = getattr(record, "date", None)
    return (date is None, date.sort_key if date else (), record.id)


def place_of(record: Record) -> tuple[object, ...]:
    """By what a record stands in the order of its kind."""
    return _chronology(record) if isinstance(record, Article | Event) else (record.title.casefold(), record.id)


class Kinds(dict[str, tuple[Any, ...]]):
    """The records of each kind in order, put together when they are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __missing__(self, folder: str) -> tuple[Any, ...]:
        found = self[folder] = tuple(map(self._index.records.__getitem__, self._index.order[folder]))
        return found


class Index:
    """The records of each kind, in order: articles and events by date, the rest by title."""

    def __init__(
        self,
        found: Iterable[Record] | Mapping[str, Record],
        summaries: Mapping[str, Summary] | None = None,
        order: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.records: Mapping[str, Record] = (
            found if isinstance(found, Mapping) else {key_of(record): record for record in found}
        )
        """Every record by `folder/id`, without a note of it."""
        self.kinds: Mapping[str, tuple[Any, ...]] = Kinds(self)
        """The records by the folder of their kind, in order."""
        if summaries is not None:
            self.known_summaries = summaries
        if order is not None:
            self.order = order

    @cached_property
    def order(self) -> Mapping[str, tuple[str, ...]]:
        """The records of each kind in order, by `folder/id`."""
        kinds: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            kinds[folder_of(record)].append(record)
        return {folder: tuple(map(key_of, sorted(kinds[folder], key=place_of))) for folder, _ in records.FOLDERS}

    @cached_property
    def known_summaries(self) -> Mapping[str, Summary]:
        """Every record's summary by `folder/id`, without a note of it."""
        return {key: self.summarised(record) for key, record in self.records.items()}

    def summarised(self, record: Record) -> Summary:
        """The summary of a record as it is now."""
        return summarise(record, self._titles, self.accounts.get(record.id, ()) if isinstance(record, Event) else ())

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {
            f"{folder}/{record.id}": record.title
            for folder in ("actors", "places", "sources", "tags")
            for record in self.kinds[folder]
        }

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each article and event among its kind, by `folder/id`."""
        return {key: at for folder in ("articles", "events") for at, key in enumerate(self.order[folder])}

    def keys_beside(self, record: Article | Event) -> tuple[str, ...]:
        """An article or event, and what stands next to it, by `folder/id`."""
        at = self.positions[key_of(record)]
        return self.order[folder_of(record)][max(at - 1, 0) : at + 2]

    @cached_property
    def accounts(self) -> Mapping[str, tuple[Account, ...]]:
        """The accounts of each event, by its id: those of articles by their date, then those that the event cites."""
        found: dict[str, list[Account]] = defaultdict(list)
        for article in self.kinds["articles"]:
            for claim in article.claims:
                if claim.event:
                    found[claim.event.id].append(Account(claim, article))
        for event in self.kinds["events"]:
            found[event.id] += [Account(claim, None) for claim in event.claims]
        return {id_: tuple(accounts) for id_, accounts in found.items()}

    @cached_property
    def sayings(self) -> Mapping[str, list[Account]]:
        """What each actor says, by its id, in the order of the events' dates."""
        found: dict[str, list[Account]] = defaultdict(list)
        for event in self.kinds["events"]:
            for account in self.accounts.get(event.id, ()):
                if account.claim.by is not None:
                    found[account.claim.by.id].append(_about(account, event))
        return found

    @cached_property
    def tellings(self) -> Mapping[str, list[Article]]:
        """The articles that tell of each event, by its id, by date."""
        found: dict[str, dict[str, Article]] = defaultdict(dict)
        for article in self.kinds["articles"]:
            for ref in told_by(article):
                found[ref.id][article.id] = article
        return {id_: list(articles.values()) for id_, articles in found.items()}

    @cached_property
    def agency_ids(self) -> frozenset[str]:
        """The sources that carry what others say."""
        return frozenset(source.id for source in self.kinds["sources"] if source.kind == "agency")

    def listed_under(self, record: Record) -> Iterator[str]:
        """The actors, places, sources and tags in whose lists an article or event stands, by `folder/id`."""
        match record:
            case Article():
                yield from (f"actors/{ref.id}" for ref in record.actors)
                yield from ((f"sources/{record.source.id}",) if record.source else ())
            case Event():
                yield from (f"actors/{part.actor.id}" for part in record.actors)
                yield from (f"sources/{id_}" for id_ in self._sources_of(record))
            case _:
                return
        yield from (f"tags/{ref.id}" for ref in record.tags)
        for ref in record.places:
            yield f"places/{ref.id}"
            yield from (f"places/{place.id}" for place in self.chain(ref.id))

    def _sources_of(self, event: Event) -> Iterator[str]:
        for claim, article in self.accounts.get(event.id, ()):
            ref = claim.source or (article.source if article else None)
            # An outlet that is only quoted has no report here, and yet something to say.
            yield from (found.id for found in (ref, claim.via, claim.by) if found is not None)
        yield from (article.source.id for article in self.tellings.get(event.id, ()) if article.source)

    @cached_property
    def articles_under(self) -> Mapping[str, list[Article]]:
        """The articles in the list of each name, by `folder/id`, by date."""
        return self._index(self.kinds["articles"])

    @cached_property
    def events_under(self) -> Mapping[str, list[Event]]:
        """The events in the list of each name, by `folder/id`, by date."""
        return self._index(self.kinds["events"])

    def _index(self, found: Iterable[R]) -> Mapping[str, list[R]]:
        index: dict[str, list[R]] = defaultdict(list)
        for record in found:
            for key in dict.fromkeys(self.listed_under(record)):
                index[key].append(record)
        return index

    def chain(self, place_id: str) -> tuple[Place, ...]:
        """The places that a place is part of, nearest first."""
        found = self._chains.get(place_id)
        if found is None:
            found = self._chains[place_id] = tuple(self._wider(place_id))
        return found

    @cached_property
    def _chains(self) -> dict[str, tuple[Place, ...]]:
        return {}

    def _wider(self, place_id: str) -> list[Place]:
        chain: list[Place] = []
        place = self.records.get(f"places/{place_id}")
        while isinstance(place, Place) and place.part_of is not None:
            place = self.records.get(f"places/{place.part_of.id}")
            if not isinstance(place, Place) or place in chain or place.id == place_id:
                break
            chain.append(place)
        return chain

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Summary, ...]]:
        """What is part of, or narrower than, each name, by `folder/id`."""
        found: dict[str, list[Summary]] = defaultdict(list)
        for record in (one for folder in ("actors", "places", "sources", "tags") for one in self.kinds[folder]):
            whole = whole_of(record)
            if whole is not None:
                found[f"{folder_of(record)}/{whole.id}"].append(self.known_summaries[key_of(record)])
        return {key: tuple(summaries) for key, summaries in found.items()}


def key_of(record: Record) -> str:
    """A record's `folder/id`."""
    return f"{folder_of(record)}/{record.id}"


def told_by(article: Article) -> Iterable[Ref]:
    """The events that an article tells of: those that it names, and those that its claims are about."""
    return (*article.events, *(claim.event for claim in article.claims if claim.event))


def whole_of(record: Record) -> Ref | None:
    """What an actor or place is part of, or the broader tag."""
    match record:
        case Tag():
            return record.broader
        case Actor() | Place():
            return record.part_of
    return None


def _about(account: Account, event: Event) -> Account:
    """An account that names its event, also where it is written in the event's own record."""
    return account._replace(claim=account.claim._replace(event=Ref(event.id)))
