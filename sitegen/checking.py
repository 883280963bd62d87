"""The checks of an archive, on all cores; of what the last build checked only what an edit touches."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sitegen.changes import packed_notes, touched
from sitegen.check.checks import check_archive
from sitegen.edition import Checked
from sitegen.engine.table import Notes
from sitegen.items import without
from sitegen.jobs import Check
from sitegen.model.archive import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.edition import Edition
    from sitegen.engine.pool import Workers
    from sitegen.model.problem import Problem
    from sitegen.planning import Prepared

TOGETHER = "*"
"""Stands for the check of all records together."""


class AllChecked(NamedTuple):
    """What is wrong with the records, of those where anything is, and what was asked of the archive to find that."""

    faults: Mapping[str, tuple[Problem, ...]]
    notes: Notes

    @property
    def problems(self) -> Iterator[Problem]:
        """Every problem of the archive."""
        return chain.from_iterable(self.faults.values())


def check_all(prepared: Prepared, before: Edition | None, workers: Workers) -> AllChecked:
    """Check every record that is new, or that asked for something that is new, and the archive as a whole."""
    raw, (known, notes) = prepared.desk.raw, _known(prepared, before)
    found: dict[str, Checked] = {}
    for chunk in workers.spread(Check(prepared.desk), [key for key in raw.records if key not in notes]):
        found |= {one.key: one.checked for one in chunk}
    if TOGETHER not in notes:
        found[TOGETHER] = Checked(tuple(check_archive(prepared.desk.files, raw)), packed_notes([NAMES]))
    if not found:
        return AllChecked(known, notes)
    faults = {key: one.problems for key, one in found.items() if one.problems}
    return AllChecked({**known, **faults}, notes.changed({key: one.notes for key, one in found.items()}))


def _known(prepared: Prepared, before: Edition | None) -> tuple[Mapping[str, tuple[Problem, ...]], Notes]:
    """What the last build found and need not be looked for again."""
    if before is None or prepared.changed is None or before.surroundings != prepared.surroundings:
        return {}, Notes.of({})
    gone = before.checks.keys() - prepared.desk.raw.records.keys() - {TOGETHER}
    stale = touched(before.checks, prepared.changed) | gone
    return without(before.faults, stale), before.checks.changed({}, stale) if stale else before.checks
