"""What a build knows of the archive, kept for the next one: by it an edit touches only what has to do with it."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine.table import Difference, Notes, Table
from sitegen.inputs import CONTENT
from sitegen.model.archive import (
    ACCOUNTS,
    AGENCIES,
    ALL,
    BESIDE,
    LISTS,
    NAMES,
    PARTS,
    RECORD,
    SAYINGS,
    SUMMARY,
    WHOLE,
    Archive,
)
from sitegen.model.index import key_of, told_by, whole_of
from sitegen.model.light import same_to_others
from sitegen.model.records import Article, Event, Record
from sitegen.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, KeysView

    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.model.summary import Summary


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


class Facts(NamedTuple):
    """What of a file is a matter of the whole archive: of most files nothing, so that these need not be looked at.

    `void` says that no record could be read; `gated` is a record that is not simply public; `media` are the pictures.
    """

    void: bool
    redact: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    gated: Record | None
    media: tuple[str, ...]
    article: str


NO_FACTS = Facts(False, (), (), None, (), "")


def facts_of(item: Item) -> Facts:
    """What of a file is a matter of the whole archive."""
    record = item.record
    plain = record is None or (record.status is Status.USABLE and record.embargo is None)
    return Facts(
        record is None,
        item.redact,
        item.problems,
        None if plain else record,
        tuple(media.file for media in getattr(record, "media", ()) if media.file),
        item.article,
    )


class Records(Mapping[str, Record]):
    """The records of some files by `folder/id`, as others need to know them: each unpacked when it is asked for.

    `paths` are their files; `other` are those that are seen otherwise than they are written, by path.
    """

    def __init__(
        self, paths: Mapping[str, str], items: Mapping[str, Item], other: Mapping[str, Record] | None = None
    ) -> None:
        self.paths = paths
        self._items = items
        self._other = other if other is not None else {}

    def __getitem__(self, key: str) -> Record:
        path = self.paths[key]
        found = self._other[path] if path in self._other else self._items[path].record
        assert found is not None
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def keys(self) -> KeysView[str]:
        """The records' `folder/id`."""
        return self.paths.keys()


class Files(NamedTuple):
    """The files of records by `folder/id`: of all, and of those that are public."""

    all: Mapping[str, str]
    public: Mapping[str, str]

    def shown(self, order: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """The order of the records that are public, of that of all."""
        if len(self.all) == len(self.public):
            return order
        return {folder: tuple(key for key in keys if key in self.public) for folder, keys in order.items()}


def files_of(items: Iterable[str], facts: Mapping[str, Facts], held: Iterable[str]) -> Files:
    """The files of the records; `held` are the paths of those that are not public."""
    paths = {key_at(path): path for path in record_files(items, facts)}
    kept_in = [key_at(path) for path in held]
    return Files(paths, without(paths, kept_in) if kept_in else paths)


def record_files(items: Iterable[str], facts: Mapping[str, Facts]) -> Iterator[str]:
    """The files in which there is a record."""
    void = {path for path, found in facts.items() if found.void}
    return (path for path in items if path.startswith(CONTENT) and path not in void)


def key_at(path: str) -> str:
    """The `folder/id` of the record in a file of `content/`."""
    inside = path[len(CONTENT) :]
    if inside.count("/") == 1:
        return inside.removesuffix(".md")
    folder, _, rest = inside.partition("/")
    return f"{folder}/{PurePosixPath(rest).stem}"


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

    Of the files: `items`, their `facts` where there are any, the records' `order`, the paths that are `held` back, and
    the records that are `seen` otherwise than they are written. Of the records: `summaries`, `faults` where there are
    any, what was asked to find them (`checks`), what became of them (`planned`), and what was asked for that (`plans`).

    `kept` is the size of the cache, `compacted` what it was when it was last made small.
    """

    settings: bytes
    items: Table[Item]
    facts: Mapping[str, Facts]
    order: Mapping[str, tuple[str, ...]]
    held: frozenset[str]
    seen: Table[Record]
    summaries: Table[Summary]
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


def without(values: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """A mapping without some of its keys."""
    found = dict(values)
    for key in gone:
        found.pop(key, None)
    return found


def packed_notes(notes: Iterable[str]) -> bytes:
    """Notes in four bytes each: where two share them, something is looked at that need not be."""
    return array("I", set(map(_sign, notes))).tobytes()


def _sign(note: str) -> int:
    return zlib.crc32(note.encode("utf-8", "surrogatepass"))


def touched(known: Notes, changed: set[str]) -> set[str]:
    """What had asked for any of what has changed."""
    return known.with_any(set(map(_sign, changed)))


def changed_files(before: Mapping[str, Item], now: Mapping[str, Item], paths: Iterable[str]) -> set[str]:
    """The notes of the records whose files, or whose seeds' sidecars, are other than before, among some `paths`."""
    found = set()
    for path in paths:
        if path not in before or path not in now:
            found.add(NAMES)
        for item in (before.get(path), now.get(path)):
            if item is not None and item.record is not None:
                found.add(WHOLE + key_of(item.record))
            elif item is not None and item.article:
                found.add(f"{WHOLE}articles/{PurePosixPath(item.article).stem}")
    return found


def changed_facts(before: Archive, now: Archive, among: Iterable[str]) -> set[str]:
    """The notes of the records that are other in one archive than in the other, and of what is said of their events."""
    keys = _other(before, now, among)
    found = {RECORD + key for key in keys}
    for records in (before.records, now.records):
        for key in keys:
            record = records.get(key)
            if isinstance(record, Article | Event):
                found |= {f"{ACCOUNTS}{id_}" for id_ in _events_of(record)}
    if any(key.startswith("sources/") for key in keys) and before.agency_ids != now.agency_ids:
        found.add(AGENCIES)
    if any(key.startswith(AUTHORITIES) for key in keys):
        found.add(NAMES)
    return found | {ALL} if keys else found


def _other(before: Archive, now: Archive, among: Iterable[str]) -> list[str]:
    """The records that are not the same to others."""
    old, new = before.records, now.records
    return [key for key in among if old.get(key) is not new.get(key) and not _same(old.get(key), new.get(key))]


def _events_of(record: Article | Event) -> list[str]:
    return [ref.id for ref in told_by(record)] if isinstance(record, Article) else [record.id]


def changed_records(before: Archive, now: Archive, among: Iterable[str]) -> set[str]:
    """The notes of everything that is other in one archive than in the other, beside the records' own texts."""
    keys = _other(before, now, among)
    if not keys:
        return set()
    found = {ALL, *(RECORD + key for key in keys)}
    for archive in (before, now):
        records = [record for key in keys if (record := archive.records.get(key)) is not None]
        found |= {note for record in records for note in _around(record, archive)}
        if any(whole_of(record) is not None for record in records):
            found.add(PARTS)
    if any(key.startswith("sources/") for key in keys) and before.agency_ids != now.agency_ids:
        found.add(AGENCIES)
    if any(key.startswith("places/") for key in keys):  # what lies in it may be listed elsewhere now
        places = before.records.keys() | now.records.keys()
        found |= {LISTS + key for key in places if key.startswith("places/")}
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


def summaries(before: Table[Summary], old: Archive, now: Archive, among: Iterable[str]) -> Difference:
    """The summaries that may be other than before, made anew, where the records `among` may be."""
    keys = set(among)
    stale = keys | set(_events_around(old, now, keys))
    renamed = {key for key in keys if _title(old, key) != _title(now, key)}
    if any(key.startswith(("actors/", "places/", "sources/")) for key in renamed):
        stale |= {key for key, record in now.records.items() if not renamed.isdisjoint(_named_by(record, now))}
    return Difference(
        {key: now.summarised(record) for key in stale if (record := now.records.get(key)) is not None},
        tuple(before.keys() - now.records.keys()),
    )


def _events_around(old: Archive, now: Archive, stale: set[str]) -> Iterator[str]:
    """The events that a changed or lost article makes or made claims about: their summaries say what they came to."""
    for key in stale:
        for record in (old.records.get(key), now.records.get(key)):
            for ref in told_by(record) if isinstance(record, Article) else ():
                if f"events/{ref.id}" in now.records:
                    yield f"events/{ref.id}"


def _named_by(record: Record, archive: Archive) -> Iterator[str]:
    """What the summary of an article or event names, by `folder/id`: its source, its places, whose losses it tells."""
    if isinstance(record, Article):
        yield from (f"sources/{ref.id}" for ref in (record.source,) if ref is not None)
    elif isinstance(record, Event):
        yield from (f"places/{ref.id}" for ref in record.places)
        claims = (account.claim for account in archive.accounts.get(record.id, ()))
        yield from (f"actors/{claim.of.id}" for claim in claims if claim.of is not None)


def _title(archive: Archive, key: str) -> str | None:
    record = archive.records.get(key)
    return record.title if record is not None else None


def changed_summaries(before: Mapping[str, Summary], change: Difference) -> set[str]:
    """The notes of summaries that are other than before."""
    keys = {key for key, one in change.other.items() if key not in before or before[key].digest != one.digest}
    keys |= set(change.gone)
    return {ALL, *(SUMMARY + key for key in keys)} if keys else set()
