"""Every check of the archive, in two tuples: a new one is a function and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.check.audit import gaps
from sitegen.check.chronology import chronology
from sitegen.check.corroboration import corroboration
from sitegen.check.geography import geography
from sitegen.check.names import ids, shared_names
from sitegen.check.provenance import attribution, files, rights
from sitegen.check.references import circles, mentions, references
from sitegen.check.safety import approval, beside, withdrawal
from sitegen.check.surroundings import Surroundings
from sitegen.model.index import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record

OF_RECORD: tuple[Callable[[Record, Archive, Surroundings], Iterator[Problem]], ...] = (
    references,
    mentions,
    chronology,
    geography,
    rights,
    files,
    attribution,
    gaps,
    corroboration,
    approval,
    beside,
    withdrawal,
)
"""Each looks at one record among the others, drafts included, and yields what is wrong; none knows of another."""

OF_ARCHIVE: tuple[Callable[[Archive], Iterator[Problem]], ...] = (circles, shared_names)
"""Each looks at the authority files together."""


def check_record(record: Record, archive: Archive, surroundings: Surroundings) -> Iterator[Problem]:
    """Every problem of a whole record among the others."""
    for check in OF_RECORD:
        yield from check(record, archive, surroundings)


def check_archive(files: Iterable[tuple[str, str]], archive: Archive) -> Iterator[Problem]:
    """Every problem between records; `files` are all by `folder/id` and path: the archive holds one of each id."""
    yield from ids(files)
    for check in OF_ARCHIVE:
        yield from check(archive)


def check_all(records: Iterable[Record], archive: Archive, surroundings: Surroundings) -> Iterator[Problem]:
    """Every problem of an archive."""
    yield from check_archive(((key_of(record), record.path) for record in records), archive)
    for record in archive.records.values():
        yield from check_record(archive.whole(record), archive, surroundings)


__all__ = ["OF_ARCHIVE", "OF_RECORD", "Surroundings", "check_all", "check_archive", "check_record"]
