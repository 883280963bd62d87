"""Articles and events of a name in one order of time, and in pages."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sitegen.plan.by_date import shelved_by_date
from sitegen.plan.paging import Leaf, Pager, newest_of, weight_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sitegen.model.archive import Archive
    from sitegen.model.dates import PartialDate
    from sitegen.model.summary import Summary


class Listed(NamedTuple):
    """A list in pages: what the first page shows, and the others."""

    pager: Pager
    shown: tuple[Summary, ...]
    leaves: tuple[Leaf[Summary], ...]


class Calendar(NamedTuple):
    """Articles and events in the order of time, those without a date last, and how often each actor stands in them."""

    summaries: Sequence[Summary]
    dated: int
    """How many have a date."""
    actors: Mapping[str, int]

    def pages(self, size: int, url: Callable[[str], str]) -> Listed:
        """The entries as a list in pages; `url` gives a page's address from its name."""
        pager, leaves = shelved_by_date(self.summaries, _date, size, weight_of, url)
        shown = newest_of(self.summaries[: self.dated], size, weight_of) if leaves else tuple(self.summaries)
        return Listed(pager, tuple(shown), tuple(leaves))


def calendar(keys: Sequence[str], archive: Archive) -> Calendar:
    """The calendar of articles and events, by `folder/id`: it reads their summaries, and which actors are in each."""
    summaries = sorted(map(archive.summaries.__getitem__, keys), key=_chronology)
    dated = sum(item.date is not None for item in summaries)
    return Calendar(summaries, dated, Counter(chain.from_iterable(map(archive.actors_in, keys))))


def _chronology(item: Summary) -> tuple[bool, object, str]:
    return item.date is None, item.date.sort_key if item.date else (), item.id


def _date(item: Summary) -> PartialDate | None:
    return item.date
