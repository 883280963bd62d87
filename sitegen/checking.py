"""The checks of an archive, on all cores; of what the last build checked only what an edit touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.check.checks import check_archive
from sitegen.edition import Checked, packed_notes, touched
from sitegen.jobs import Check
from sitegen.model.archive import ALL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.edition import Edition
    from sitegen.engine.pool import Workers
    from sitegen.model.problem import Problem
    from sitegen.planning import Prepared

TOGETHER = "*"
"""Stands for the check of all records together."""


class AllChecked(NamedTuple):
    """Every problem of an archive, and those of each record with what was asked to find them."""

    problems: tuple[Problem, ...]
    found: Mapping[str, Checked]


def check_all(prepared: Prepared, before: Edition | None, workers: Workers) -> AllChecked:
    """Check every record that is new, or that asked for something that is new, and the archive as a whole."""
    raw, found = prepared.desk.raw, _known(prepared, before)
    missing = [key for key in raw.records if key not in found]
    for chunk in workers.spread(Check(prepared.desk), missing):
        found |= {one.key: one.checked for one in chunk}
    if TOGETHER not in found:
        records = [item.record for item in prepared.spread.items.values() if item.record is not None]
        found[TOGETHER] = Checked(tuple(check_archive(records, raw)), packed_notes([ALL]))
    return AllChecked(tuple(problem for one in found.values() for problem in one.problems), found)


def _known(prepared: Prepared, before: Edition | None) -> dict[str, Checked]:
    """What the last build found and need not be looked for again."""
    if before is None or prepared.changed is None or before.surroundings != prepared.surroundings:
        return {}
    stale = touched(before.checked, prepared.changed)
    keys = prepared.desk.raw.records.keys() | {TOGETHER}
    return {key: one for key, one in before.checked.items() if key in keys and key not in stale}
