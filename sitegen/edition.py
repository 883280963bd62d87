"""What a build knows of the archive, kept for the next one: by it an edit touches only what has to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.table import Difference, Notes, Table
from sitegen.items import without

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.items import Facts, Item
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record
    from sitegen.model.summary import Summary


class Checked(NamedTuple):
    """What is wrong with a record, and what was asked of the archive to find that."""

    problems: tuple[Problem, ...]
    notes: bytes


class Listed(NamedTuple):
    """An output as it was planned: its template, whether search engines may read it, and the parts of its key.

    `origin` is the content file that it comes from, where that is not the one of the record that became it.
    """

    path: str
    template: str
    indexed: bool
    parts: bytes
    origin: str = ""


class Planned(NamedTuple):
    """What a record, or a planner of the whole archive, became, and what was asked of the archive for it."""

    outputs: tuple[Listed, ...]
    notes: bytes


class Edition(NamedTuple):
    """All that one build leaves for the next.

    `settings` stands for what every file is read with, `surroundings` for what the checks know besides the records,
    `site` for what every planner knows besides them and every template sees; `templates` are the templates' digests.

    Of the files: `items`, their `facts` where there are any, the records' `order`, the articles that tell of each event
    (`tells`), the paths that are `held` back, and the records that are `seen` otherwise than they are written. Of the
    records that are seen: `summaries`, the `lists` in which they stand. Of all: `faults` where there are
    any, what was asked to find them (`checks`), what became of them (`planned`), and what was asked for that (`plans`).

    `kept` is the size of the cache, `compacted` what it was when it was last made small.
    """

    settings: bytes
    items: Table[Item]
    facts: Mapping[str, Facts]
    order: Mapping[str, tuple[str, ...]]
    tells: Table[tuple[str, ...]]
    held: frozenset[str]
    seen: Table[Record]
    summaries: Table[Summary]
    lists: Table[tuple[str, ...]]
    surroundings: bytes
    faults: Mapping[str, tuple[Problem, ...]]
    checks: Notes
    site: bytes
    templates: Mapping[str, bytes]
    planned: Table[tuple[Listed, ...]]
    plans: Notes
    kept: int
    compacted: int

    def since(self, before: Edition) -> tuple[object, ...] | None:
        """What is other than in an earlier one, field by field; None where this one does not come from it."""
        found = tuple(_difference(*pair) for pair in zip(before, self, strict=True))
        return None if any(one is None for one in found) else found

    def changed(self, change: tuple[object, ...]) -> Edition:
        """The edition with what is other in a later one."""
        return Edition._make(_with(*pair) for pair in zip(self, change, strict=True))


def _difference(before: object, now: object) -> object:
    if isinstance(now, Table | Notes):
        return now.since(before)  # type: ignore[arg-type] # of one field
    if not isinstance(before, dict) or not isinstance(now, dict):
        return now
    none = object()
    other = {key: value for key, value in now.items() if (old := before.get(key, none)) is not value and old != value}
    return Difference(other, tuple(before.keys() - now.keys()))


def _with(before: object, change: object) -> object:
    if not isinstance(change, Difference):
        return change
    if isinstance(before, Table | Notes):
        return before.changed(change.other, change.gone)
    assert isinstance(before, dict)
    return without({**before, **change.other}, change.gone)
