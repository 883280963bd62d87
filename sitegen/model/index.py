"""Records in order, and what leads from one to others: made once for each build, and never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from sitegen.model import records
from sitegen.model.lists import ACTORS, ARTICLES, CORRECTED, EVENTS, SAYS, SPEAKERS, TELLS, lists_of
from sitegen.model.records import Actor, Article, Event, Place, Record, Ref, Tag
from sitegen.model.summary import Summary, summarise
from sitegen.model.tolls import Account
from sitegen.model.urls import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model.dates import PartialDate
    from sitegen.model.lists import Lists

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


class InOrder(Sequence[R]):
    """Some of the records, in order: each is unpacked when it is asked for."""

    def __init__(self, keys: Sequence[str], found: Mapping[str, Any]) -> None:
        self.keys = keys
        self._records = found

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> InOrder[R]: ...
    def __getitem__(self, at: int | slice) -> R | InOrder[R]:
        if isinstance(at, slice):
            return InOrder(self.keys[at], self._records)
        found: R = self._records[self.keys[at]]
        return found

    def __iter__(self) -> Iterator[R]:
        return map(self._records.__getitem__, self.keys)

    def __reversed__(self) -> Iterator[R]:
        return map(self._records.__getitem__, reversed(self.keys))

    def __len__(self) -> int:
        return len(self.keys)


class Index:
    """The records of each kind, in order: articles and events by date, the rest by title."""

    def __init__(
        self,
        found: Iterable[Record] | Mapping[str, Record],
        summaries: Mapping[str, Summary] | None = None,
        order: Mapping[str, tuple[str, ...]] | None = None,
        tells: Lists | None = None,
        lists: Lists | None = None,
    ) -> None:
        self.records: Mapping[str, Record] = (
            found if isinstance(found, Mapping) else {key_of(record): record for record in found}
        )
        """Every record by `folder/id`, without a note of it."""
        if summaries is not None:
            self.known_summaries = summaries
        if order is not None:
            self.order = order
        if tells is not None:
            self.tells = tells
        if lists is not None:
            self.tells = self.lists = lists

    def kind(self, folder: str) -> InOrder[Any]:
        """The records in the folder of a kind, in order."""
        return InOrder(self.order[folder], self.records)

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
        return summarise(record, self._titles, self.accounts_about(record.id) if isinstance(record, Event) else ())

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {
            f"{folder}/{record.id}": record.title
            for folder in ("actors", "places", "sources", "tags")
            for record in self.kind(folder)
        }

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each record among its kind, by `folder/id`."""
        return {key: at for keys in self.order.values() for at, key in enumerate(keys)}

    def place(self, key: str) -> tuple[int, int]:
        """Where a record stands among all, kind by kind."""
        folder = key.partition("/")[0]
        return next(at for at, (one, _) in enumerate(records.FOLDERS) if one == folder), self.positions[key]

    def keys_beside(self, record: Article | Event) -> tuple[str, ...]:
        """An article or event, and what stands next to it, by `folder/id`."""
        at = self.positions[key_of(record)]
        return self.order[folder_of(record)][max(at - 1, 0) : at + 2]

    @cached_property
    def tells(self) -> Lists:
        """Which articles tell of each event: what can be said of articles before any of their events is looked at."""
        return lists_of(self.order["articles"], lambda key: told_lists(self.records[key]))

    @cached_property
    def lists(self) -> Lists:
        """All lists: what stands under each name, what tells of each event, what each actor speaks about."""
        keys = [key for folder, _ in records.FOLDERS for key in self.order[folder]]
        counted = {name: ids for key in keys for name, ids in self.counted_in(key).items() if ids}
        tells = {name: told for name, told in self.tells.items() if name.startswith(TELLS)}
        return {**tells, **lists_of(keys, self.lists_with), **counted}

    def counted_in(self, key: str) -> Lists:
        """The ids of the actors in a record, and of those who make a claim about it: both may be none."""
        record = self.records.get(key)
        accounts = self.accounts_about(record.id) if isinstance(record, Event) else ()
        said = tuple([account.claim.by.id for account in accounts if account.claim.by is not None])
        return {ACTORS + key: ids_of_actors(record), SPEAKERS + key: said}

    def listed(self, name: str) -> InOrder[Any]:
        """What stands in a list."""
        return InOrder(self.lists.get(name, ()), self.records)

    def lists_with(self, key: str) -> Iterator[str]:
        """The names of the lists in which a record stands, beside those of what tells of an event."""
        record = self.records.get(key)
        if record is not None and record.corrections:
            yield CORRECTED
        if isinstance(record, Article):
            yield from (ARTICLES + name for name in self.listed_under(record))
        elif isinstance(record, Event):
            yield from (EVENTS + name for name in self.listed_under(record))
            yield from (SAYS + one.claim.by.id for one in self.accounts_about(record.id) if one.claim.by)

    def tellings(self, event: str) -> InOrder[Article]:
        """The articles that tell of an event, by its id, by date."""
        return InOrder(self.tells.get(TELLS + event, ()), self.records)

    def accounts_about(self, event: str) -> tuple[Account, ...]:
        """The accounts of an event, by its id: those of articles by their date, then those that the event cites."""
        found = self._accounts.get(event)
        if found is None:
            told = [
                Account(claim, article)
                for article in self.tellings(event)
                for claim in article.claims
                if claim.event is not None and claim.event.id == event
            ]
            record = self.records.get(f"events/{event}")
            own = record.claims if isinstance(record, Event) else ()
            found = self._accounts[event] = (*told, *(Account(claim, None) for claim in own))
        return found

    @cached_property
    def _accounts(self) -> dict[str, tuple[Account, ...]]:
        return {}

    def sayings(self, actor: str) -> Iterator[Account]:
        """What an actor says, by its id, the last of the events' dates first."""
        return (
            _about(account, event)
            for event in reversed(self.listed(SAYS + actor))
            for account in reversed(self.accounts_about(event.id))
            if account.claim.by is not None and account.claim.by.id == actor
        )

    def number_of_sayings(self, actor: str) -> int:
        """How many claims an actor makes."""
        return sum(self.lists[SPEAKERS + key].count(actor) for key in self.lists.get(SAYS + actor, ()))

    @cached_property
    def agency_ids(self) -> frozenset[str]:
        """The sources that carry what others say."""
        return frozenset(source.id for source in self.kind("sources") if source.kind == "agency")

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
        for claim, article in self.accounts_about(event.id):
            ref = claim.source or (article.source if article else None)
            # An outlet that is only quoted has no report here, and yet something to say.
            yield from (found.id for found in (ref, claim.via, claim.by) if found is not None)
        yield from (article.source.id for article in self.tellings(event.id) if article.source)

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
        for record in (one for folder in ("actors", "places", "sources", "tags") for one in self.kind(folder)):
            whole = whole_of(record)
            if whole is not None:
                found[f"{folder_of(record)}/{whole.id}"].append(self.known_summaries[key_of(record)])
        return {key: tuple(summaries) for key, summaries in found.items()}


def key_of(record: Record) -> str:
    """A record's `folder/id`."""
    return f"{folder_of(record)}/{record.id}"


def told_lists(record: Record | None) -> Iterator[str]:
    """The names of the lists of what tells of an event in which a record stands."""
    return (TELLS + ref.id for ref in told_by(record)) if isinstance(record, Article) else iter(())


def ids_of_actors(record: Record | None) -> tuple[str, ...]:
    """The ids of the actors in an article or event."""
    match record:
        case Article():
            return tuple([ref.id for ref in record.actors])
        case Event():
            return tuple([part.actor.id for part in record.actors])
    return ()


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
