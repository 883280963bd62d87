"""Articles and events in one order of time, made once: the lists of a thousand names need no sorting of their own."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.archive import chronological
from sitegen.model.records import Event
from sitegen.plan.by_date import shelved_by_date
from sitegen.plan.paging import Leaf, Pager, newest_of, weight_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Article
    from sitegen.model.summary import Summary


class Listed(NamedTuple):
    """A list in pages: what the first page shows, and the others."""

    pager: Pager
    shown: tuple[Summary, ...]
    leaves: tuple[Leaf[Summary], ...]


class Calendar(NamedTuple):
    """Articles and events by their place in the order of time, those without a date last."""

    summaries: Sequence[Summary]
    weights: Sequence[int]
    dates: Sequence[PartialDate | None]
    actors: Sequence[tuple[str, ...]]
    places: Mapping[tuple[str, str], int]
    dated: int
    """How many have a date."""

    def places_of(self, events: Iterable[Event], articles: Iterable[Article]) -> list[int]:
        """The places of these in the order of time."""
        of = self.places
        return sorted([*[of["event", event.id] for event in events], *[of["article", item.id] for item in articles]])

    def pages(self, places: Sequence[int], size: int, url: Callable[[str], str]) -> Listed:
        """The entries at these places as a list in pages; `url` gives a page's address from its name."""
        weigh = self.weights.__getitem__
        pager, leaves = shelved_by_date(places, self.dates.__getitem__, size, weigh, url)
        shown = newest_of([at for at in places if at < self.dated], size, weigh) if leaves else places
        return Listed(
            pager, self._at(shown), tuple(Leaf(leaf.url, leaf.pager, self._at(leaf.items)) for leaf in leaves)
        )

    def _at(self, places: Iterable[int]) -> tuple[Summary, ...]:
        summaries = self.summaries
        return tuple([summaries[at] for at in places])

    def actors_at(self, places: Iterable[int]) -> Counter[str]:
        """How often each actor stands in the entries at these places."""
        return Counter(chain.from_iterable(map(self.actors.__getitem__, places)))


def calendar(archive: Archive) -> Calendar:
    """The calendar of an archive: it reads the summaries of what has a date, and which actors stand in each."""
    records = chronological(archive.dated)
    summaries = [archive.summary(record) for record in records]
    return Calendar(
        summaries,
        [weight_of(item) for item in summaries],
        [item.date for item in summaries],
        [_actors(record) for record in records],
        {(item.kind, item.id): at for at, item in enumerate(summaries)},
        sum(item.date is not None for item in summaries),
    )


def _actors(record: Article | Event) -> tuple[str, ...]:
    if isinstance(record, Event):
        return tuple(part.actor.id for part in record.actors)
    return tuple(ref.id for ref in record.actors)
