"""All records, resolved: what planners and checks ask, and a note of each question."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.model.index import Index, chronological, key_of, told_by
from sitegen.model.lists import ACTORS, ARTICLES, CORRECTED, EVENTS
from sitegen.model.records import Actor, Article, ContentPage, Event, Place, Record, Ref, Source, Tag
from sitegen.model.shelf import Held
from sitegen.model.urls import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sitegen.model.gate import Tombstone
    from sitegen.model.index import InOrder
    from sitegen.model.lists import Lists
    from sitegen.model.shelf import Shelf
    from sitegen.model.sidecar import Sidecar
    from sitegen.model.summary import Summary
    from sitegen.model.tolls import Account

R = TypeVar("R", bound=Record)
V = TypeVar("V")
ALL, COUNTED, PARTS, AGENCIES, NAMES = "*", "counted", "parts", "agencies", "names"
RECORD, SUMMARY, WHOLE, LISTS, ACCOUNTS, SAYINGS, BESIDE = "", "~", "+", "<", "@", "'", "^"
"""The signs that notes begin with; after them comes a record's `folder/id`, or a folder: all that it holds."""


class Noted(Mapping[str, V]):
    """A mapping that notes what is asked of it; to go through it is to depend on all of it."""

    def __init__(self, values: Mapping[str, V], sign: str, note: Callable[[str], None]) -> None:
        self._values = values
        self._sign = sign
        self._note = note

    def __getitem__(self, key: str) -> V:
        self._note(self._sign + key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._note(f"{self._sign}{key}")
        return key in self._values

    def get(self, key: str, default: Any = None) -> Any:
        """The value under a key, or another where there is none."""
        self._note(self._sign + key)
        try:
            return self._values[key]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        self._note(ALL)
        return iter(self._values)

    def __len__(self) -> int:
        self._note(ALL)
        return len(self._values)


class Archive(Index):
    """The records of each kind, in order: articles and events by date, the rest by title. Ask it, never change it.

    It holds them as others need to know them (`sitegen.model.light`); what a record's own page shows is asked of
    `whole`. Whatever is asked can be noted: by that a build knows what depends on an edit.
    """

    def __init__(
        self,
        found: Iterable[Record] | Mapping[str, Record] = (),
        tombstones: Iterable[Tombstone] = (),
        shelf: Shelf | None = None,
        summaries: Mapping[str, Summary] | None = None,
        order: Mapping[str, tuple[str, ...]] | None = None,
        tells: Lists | None = None,
        lists: Lists | None = None,
    ) -> None:
        super().__init__(found, summaries, order, tells, lists)
        self.shelf: Shelf = shelf if shelf is not None else Held()
        self._notes: set[str] | None = None
        self._tombstones = tuple(tombstones)

    @classmethod
    def of(
        cls, all_records: Iterable[Record], sidecars: Iterable[Sidecar] = (), tombstones: Iterable[Tombstone] = ()
    ) -> Archive:
        """An archive of whole records, the sidecars of the seeds of its articles, and what was withdrawn."""
        return cls(all_records, tombstones, Held(sidecars))

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Gather what is asked of the archive in the meantime."""
        notes: set[str] = set()
        self._notes = notes
        try:
            yield notes
        finally:
            self._notes = None

    def note(self, what: str) -> None:
        """Put down that something was asked, where that is gathered."""
        if self._notes is not None:
            self._notes.add(what)

    def whole(self, record: R) -> R:
        """A record with all that its file says."""
        self.note(WHOLE + key_of(record))
        return self.shelf.whole(record)

    def sidecar_of(self, article: Article) -> Sidecar | None:
        """How an article was made from its seed, where the importer made it."""
        self.note(WHOLE + key_of(article))
        return self.shelf.sidecar_of(article)

    @property
    def articles(self) -> InOrder[Article]:
        """Every article, by date."""
        return self._all("articles")

    @property
    def events(self) -> InOrder[Event]:
        """Every event, by date."""
        return self._all("events")

    @property
    def actors(self) -> InOrder[Actor]:
        """Every actor, by title."""
        return self._all("actors")

    @property
    def places(self) -> InOrder[Place]:
        """Every place, by title."""
        return self._all("places")

    @property
    def sources(self) -> InOrder[Source]:
        """Every source, by title."""
        return self._all("sources")

    @property
    def tags(self) -> InOrder[Tag]:
        """Every tag, by title."""
        return self._all("tags")

    @property
    def pages(self) -> InOrder[ContentPage]:
        """Every page of the archive about itself, by title."""
        return self._all("pages")

    @property
    def tombstones(self) -> tuple[Tombstone, ...]:
        """What is left of records that were withdrawn."""
        self.note(ALL)
        return self._tombstones

    def _all(self, folder: str) -> InOrder[Any]:
        self.note(ALL)
        return self.kind(folder)

    def counted(self, folder: str) -> InOrder[Any]:
        """The records of a kind, in order, for those who count them by what `same_to_count` compares."""
        self.note(COUNTED)
        return self.kind(folder)

    def counted_accounts(self, event: Event) -> tuple[Account, ...]:
        """Every claim about an event, for those who count them by what `same_to_count` compares."""
        self.note(COUNTED)
        return self.accounts_about(event.id)

    def all_summaries(self, folder: str) -> list[Summary]:
        """The summary of every record of a kind, in order."""
        self.note(SUMMARY + folder)
        return list(map(self.known_summaries.__getitem__, self.order[folder]))

    @property
    def authorities(self) -> tuple[Actor | Place | Source | Tag, ...]:
        """The records of the authority files."""
        return (*self.actors, *self.places, *self.sources, *self.tags)

    @cached_property
    def by_key(self) -> Mapping[str, Record]:
        """Every record by `folder/id`."""
        return Noted(self.records, RECORD, self.note)

    @cached_property
    def summaries(self) -> Mapping[str, Summary]:
        """Every record's summary by `folder/id`."""
        return Noted(self.known_summaries, SUMMARY, self.note)

    def summary(self, record: Record) -> Summary:
        """The summary of a record of this archive."""
        return self.summaries[key_of(record)]

    def beside(self, record: Article | Event) -> tuple[Summary | None, Summary | None]:
        """What comes before and after an article or event, among its kind."""
        key = key_of(record)
        self.note(BESIDE + key)
        found, at = self.order[folder_of(record)], self.positions[key]
        around = (found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None)
        before, after = (self.summaries[one] if one is not None else None for one in around)
        return before, after

    def resolve(self, folder: str, refs: Iterable[Ref | None]) -> tuple[Summary, ...]:
        """The summaries of what `refs` name in `folder`; what is not in the archive is left out."""
        found = [self.summaries.get(f"{folder}/{ref.id}") for ref in refs if ref is not None]
        return tuple([summary for summary in found if summary is not None])

    def speaker(self, ref: Ref | None) -> Summary | None:
        """Who is named by a claim's `by`: an actor, or else a source."""
        return self._in_first(ref, "actors", "sources")

    def outlet(self, ref: Ref | None) -> Summary | None:
        """Through whom something is known, a claim's `via` or `source`: a source, or else an actor."""
        return self._in_first(ref, "sources", "actors")

    def _in_first(self, ref: Ref | None, *folders: str) -> Summary | None:
        """The summary of what a reference names in the first of the folders that has it."""
        if ref is not None:
            for folder in folders:
                if (found := self.summaries.get(f"{folder}/{ref.id}")) is not None:
                    return found
        return None

    def named(self, kind: str, id_: str) -> tuple[Record, ...]:
        """The records that a mention may name: the one of that kind, or of any kind where none is written."""
        folders = (f"{kind}s",) if kind else ("actors", "places", "events", "articles", "sources", "tags")
        found = (self.by_key.get(f"{folder}/{id_}") for folder in folders)
        return tuple(record for record in found if record is not None)

    def mentioned(self, kind: str, id_: str) -> tuple[Summary, ...]:
        """What a mention may mean, in one line each."""
        return tuple(self.summary(record) for record in self.named(kind, id_))

    def accounts_by(self, actor: Actor) -> Iterator[Account]:
        """What an actor says, about any event, newest first by the event's date."""
        self.note(f"{SAYINGS}{actor.id}")
        return self.sayings(actor.id)

    def number_of_accounts_by(self, actor: Actor) -> int:
        """How many claims an actor makes."""
        self.note(f"{SAYINGS}{actor.id}")
        return self.number_of_sayings(actor.id)

    def accounts_of(self, event: Event) -> tuple[Account, ...]:
        """Every claim about an event."""
        self.note(f"{ACCOUNTS}{event.id}")
        return self.accounts_about(event.id)

    @property
    def agencies(self) -> frozenset[str]:
        """The sources that carry what others say: what comes through one of them is one voice."""
        self.note(AGENCIES)
        return self.agency_ids

    def articles_about(self, event: Event) -> Sequence[Article]:
        """The articles that make a claim about an event or tell of it, by date."""
        self.note(f"{ACCOUNTS}{event.id}")
        return self.tellings(event.id)

    def events_of_article(self, article: Article) -> tuple[Event, ...]:
        """The events that an article makes claims about or tells of, by date."""
        ids = {ref.id for ref in told_by(article)}
        found = (self.by_key.get(f"events/{id_}") for id_ in ids)
        return chronological(event for event in found if isinstance(event, Event))

    def articles_of(self, record: Actor | Place | Tag | Source) -> InOrder[Article]:
        """The articles of an actor, tag or source, or at a place and all places within it, by date."""
        key = key_of(record)
        self.note(LISTS + key)
        return self.listed(ARTICLES + key)

    def events_of(self, record: Actor | Place | Tag | Source) -> InOrder[Event]:
        """The events of an actor or tag, at a place and all places within it, or told by a source, by date."""
        key = key_of(record)
        self.note(LISTS + key)
        return self.listed(EVENTS + key)

    def numbers_of(self, record: Actor | Place | Tag | Source) -> tuple[int, int]:
        """How many events and articles stand in the lists of a name."""
        key = key_of(record)
        self.note(LISTS + key)
        return len(self.lists.get(EVENTS + key, ())), len(self.lists.get(ARTICLES + key, ()))

    def actors_in(self, key: str) -> tuple[str, ...]:
        """The ids of the actors in an article or event that stands in a list that was asked for."""
        return self.lists.get(ACTORS + key, ())

    def corrected(self) -> Sequence[Record]:
        """The records that were corrected."""
        self.note(CORRECTED)
        return self.listed(CORRECTED)

    def wider(self, place_id: str) -> tuple[Place, ...]:
        """The places that a place is part of, nearest first; a circle ends where it closes."""
        self.note(f"places/{place_id}")
        chain = self.chain(place_id)
        for place in chain:
            self.note(f"places/{place.id}")
        return chain

    @property
    def parts(self) -> Mapping[str, tuple[Summary, ...]]:
        """What is part of, or narrower than, each actor, place and tag, by `folder/id`."""
        self.note(PARTS)
        return self.parts_of
