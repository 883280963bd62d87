"""Every check of the archive, in one tuple."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.check.chronology import chronology
from sitegen.check.corroboration import corroboration
from sitegen.check.geography import geography
from sitegen.check.names import ids, shared_names
from sitegen.check.provenance import attribution, files, rights
from sitegen.check.references import circles, mentions, references
from sitegen.check.safety import approval, withdrawal
from sitegen.check.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record

CHECKS: tuple[Callable[[Archive, Surroundings], Iterator[Problem]], ...] = (
    references,
    mentions,
    circles,
    chronology,
    geography,
    rights,
    files,
    attribution,
    corroboration,
    approval,
    withdrawal,
    shared_names,
)
"""Each looks at the whole archive, drafts included, and yields what is wrong; none knows of another."""


def check_all(records: Iterable[Record], archive: Archive, surroundings: Surroundings) -> Iterator[Problem]:
    """Every problem of the archive; `records` may hold two of one id, which the archive cannot."""
    yield from ids(records)
    for check in CHECKS:
        yield from check(archive, surroundings)


__all__ = ["CHECKS", "Surroundings", "check_all"]
