"""What a build knows of the archive, kept for the next one: by it an edit touches only what has to do with it."""

from __future__ import annotations

import zlib
from array import array
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.model.archive import (
    ACCOUNTS,
    AGENCIES,
    ALL,
    BESIDE,
    LISTS,
    PARTS,
    RECORD,
    SAYINGS,
    SUMMARY,
    WHOLE,
    Archive,
)
from sitegen.model.index import key_of, told_by
from sitegen.model.light import same_to_others
from sitegen.model.records import Article, Event, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.model.summary import Summary


PART = 1000
"""Entries of a table that are kept together."""
AUTHORITIES = ("actors/", "places/", "sources/", "tags/")


class Item(NamedTuple):
    """A file of records or a sidecar, read: the digest of its bytes and where the cache keeps it whole.

    `record` is as others need to know it; `article` is the path of the article that a sidecar tells of; `html` is the
    key of the body in the cache, empty where there is none.
    """

    digest: bytes
    key: bytes
    record: Record | None = None
    redact: tuple[Redaction, ...] = ()
    problems: tuple[Problem, ...] = ()
    article: str = ""
    html: bytes = b""


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
    `site` for what every planner knows besides them and every template sees; `templates` are the templates' digests,
    `compacted` the size of the cache when it was last made small. `seen` has None for what may be seen as it stands.
    """

    settings: bytes
    items: Mapping[str, Item]
    seen: Mapping[str, Record | None]
    summaries: Mapping[str, Summary]
    surroundings: bytes
    checked: Mapping[str, Checked]
    site: bytes
    templates: Mapping[str, bytes]
    planned: Mapping[str, Planned]
    compacted: int

    def parts(self) -> Iterator[object]:
        """The edition with empty tables, then these in parts: all at once would take as much memory again."""
        yield Edition._make({} if isinstance(value, dict) else value for value in self)
        for at, value in enumerate(self):
            entries = iter(value.items() if isinstance(value, dict) else ())
            while part := dict(islice(entries, PART)):
                yield at, part

    def filled(self, parts: Iterable[tuple[int, dict[str, Any]]]) -> Edition:
        """The edition with its tables filled again."""
        values: list[Any] = list(self)
        for at, part in parts:
            values[at].update(part)
        return self

    def seen_records(self) -> dict[str, Record]:
        """What could be seen of each record, by its path."""
        found = {path: self.items[path].record if record is None else record for path, record in self.seen.items()}
        return {path: record for path, record in found.items() if record is not None}

    def since(self, before: Edition) -> tuple[object, ...]:
        """What is other than in an earlier one, field by field."""
        return tuple(_difference(*pair) for pair in zip(before, self, strict=True))

    def changed(self, change: tuple[object, ...]) -> Edition:
        """The edition with what is other in a later one."""
        return Edition._make(_with(*pair) for pair in zip(self, change, strict=True))


class Difference(NamedTuple):
    """The values of a mapping that are new or other, and the keys that are gone."""

    other: dict[str, object]
    gone: tuple[str, ...]


def _difference(before: object, now: object) -> object:
    if not isinstance(before, dict) or not isinstance(now, dict):
        return now
    none = object()
    other = {key: value for key, value in now.items() if (old := before.get(key, none)) is not value and old != value}
    return Difference(other, tuple(before.keys() - now.keys()))


def _with(before: object, change: object) -> object:
    if not isinstance(before, dict) or not isinstance(change, Difference):
        return change
    gone = set(change.gone)
    return {key: value for key, value in {**before, **change.other}.items() if key not in gone}


def packed_notes(notes: Iterable[str]) -> bytes:
    """Notes in four bytes each: where two share them, something is looked at that need not be."""
    return array("I", set(map(_sign, notes))).tobytes()


def _sign(note: str) -> int:
    return zlib.crc32(note.encode("utf-8", "surrogatepass"))


def touched(known: Mapping[str, Checked] | Mapping[str, Planned], changed: set[str]) -> set[str]:
    """What had asked for any of what has changed."""
    if not changed:
        return set()
    signs = set(map(_sign, changed))
    found = set()
    for key, item in known.items():
        notes = array("I")
        notes.frombytes(item.notes)
        if not signs.isdisjoint(notes):
            found.add(key)
    return found


def changed_files(before: Mapping[str, Item], now: Mapping[str, Item]) -> set[str]:
    """The notes of the records whose files, or whose seeds' sidecars, are other than before."""
    found = set()
    for path in before.keys() | now.keys():
        old, new = before.get(path), now.get(path)
        if old is new or (old is not None and new is not None and old.digest == new.digest):
            continue
        for item in (old, new):
            if item is not None and item.record is not None:
                found.add(WHOLE + key_of(item.record))
            elif item is not None and item.article:
                found.add(f"{WHOLE}articles/{PurePosixPath(item.article).stem}")
    return found


def changed_facts(before: Archive, now: Archive) -> set[str]:
    """The notes of the records that are other in one archive than in the other, and of what is said of their events."""
    keys = _other(before, now)
    found = {RECORD + key for key in keys}
    for records in (before.records, now.records):
        for key in keys:
            record = records.get(key)
            if isinstance(record, Article | Event):
                found |= {f"{ACCOUNTS}{id_}" for id_ in _events_of(record)}
    if any(key.startswith("sources/") for key in keys):
        found.add(AGENCIES)
    return found | {ALL} if keys else found


def _other(before: Archive, now: Archive) -> list[str]:
    """The records that are not the same to others."""
    old, new = before.records, now.records
    return [key for key in {**old, **new} if old.get(key) is not new.get(key) and not _same(old.get(key), new.get(key))]


def _events_of(record: Article | Event) -> list[str]:
    return [ref.id for ref in told_by(record)] if isinstance(record, Article) else [record.id]


def changed_records(before: Archive, now: Archive) -> set[str]:
    """The notes of everything that is other in one archive than in the other, beside the records' own texts."""
    keys = _other(before, now)
    if not keys:
        return set()
    old, new = before.records, now.records
    found = {ALL, *(RECORD + key for key in keys)}
    for archive in (before, now):
        records = [record for key in keys if (record := archive.records.get(key)) is not None]
        found |= {note for record in records for note in _around(record, archive)}
    if any(key.startswith(AUTHORITIES) for key in keys):
        found |= {PARTS, AGENCIES}
    if any(key.startswith("places/") for key in keys):  # what lies in it may be listed elsewhere now
        found |= {LISTS + key for key in {**old, **new} if key.startswith("places/")}
    return found


def _same(one: Record | None, other: Record | None) -> bool:
    return one is not None and other is not None and same_to_others(one, other)


def _around(record: Record, archive: Archive) -> Iterator[str]:
    """The notes of what shows a record as others know it."""
    if not isinstance(record, Article | Event):
        return
    yield from (LISTS + key for key in archive.listed_under(record))
    yield from (BESIDE + key for key in archive.keys_beside(record))
    events = _events_of(record)
    for id_ in events:
        yield f"{ACCOUNTS}{id_}"
        event = archive.records.get(f"events/{id_}")
        if isinstance(event, Event):
            yield from (LISTS + key for key in archive.listed_under(event))
    for id_ in events:
        yield from (f"{SAYINGS}{account.claim.by.id}" for account in archive.accounts.get(id_, ()) if account.claim.by)


def summaries(before: Mapping[str, Summary], old: Archive, now: Archive) -> dict[str, Summary]:
    """The summaries of today, made anew where they may be other than before."""
    stale = {key for key, record in now.records.items() if old.records.get(key) is not record or key not in before}
    stale |= set(_events_around(old, now, stale))
    folders = {key.partition("/")[0] for key in _renamed(old, now)}
    if "sources" in folders:
        stale |= {key for key in now.records if key.startswith("articles/")}
    if folders & {"actors", "places"}:
        stale |= {key for key in now.records if key.startswith("events/")}
    return {key: now.summarised(record) if key in stale else before[key] for key, record in now.records.items()}


def _events_around(old: Archive, now: Archive, stale: set[str]) -> Iterator[str]:
    """The events that a changed or lost article makes or made claims about: their summaries say what they came to."""
    for key in stale | (old.records.keys() - now.records.keys()):
        for record in (old.records.get(key), now.records.get(key)):
            for ref in told_by(record) if isinstance(record, Article) else ():
                if f"events/{ref.id}" in now.records:
                    yield f"events/{ref.id}"


def _renamed(old: Archive, now: Archive) -> Iterator[str]:
    for folder in ("actors", "places", "sources"):
        for key in old.records.keys() | now.records.keys():
            if key.startswith(folder) and _title(old, key) != _title(now, key):
                yield key


def _title(archive: Archive, key: str) -> str | None:
    record = archive.records.get(key)
    return record.title if record is not None else None


def changed_summaries(before: Mapping[str, Summary], now: Mapping[str, Summary]) -> set[str]:
    """The notes of summaries that are other than before."""
    keys = {key for key in before.keys() | now.keys() if _digest(before, key) != _digest(now, key)}
    return {ALL, *(SUMMARY + key for key in keys)} if keys else set()


def _digest(summaries: Mapping[str, Summary], key: str) -> bytes:
    found = summaries.get(key)
    return found.digest if found is not None else b""
