"""What an edit changes, as notes: whatever had asked for one of them is to be done again."""

from __future__ import annotations

import zlib
from array import array
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sitegen.engine.table import Difference
from sitegen.items import without
from sitegen.model.archive import (
    ACCOUNTS,
    AGENCIES,
    ALL,
    BESIDE,
    COUNTED,
    LISTS,
    NAMES,
    PARTS,
    RECORD,
    SAYINGS,
    SUMMARY,
    WHOLE,
    Archive,
)
from sitegen.model.index import ids_of_actors, key_of, place_of, told_by, told_lists, whole_of
from sitegen.model.light import same_but_words, same_to_count, same_to_others
from sitegen.model.lists import CORRECTED, moved
from sitegen.model.records import Article, Event, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sitegen.engine.table import Notes, Table
    from sitegen.items import Item
    from sitegen.model.summary import Summary

AUTHORITIES = ("actors/", "places/", "sources/", "tags/")


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
    listed = [key for key in keys if not same_but_words(before.records.get(key), now.records.get(key))]
    found |= set(_around(listed, before, now))
    records = list(_records(keys, before, now))
    if any(whole_of(record) is not None for record in records):
        found.add(PARTS)
    if any(record.corrections for record in records):
        found.add(CORRECTED)
    if any(key.startswith("sources/") for key in keys) and before.agency_ids != now.agency_ids:
        found.add(AGENCIES)
    if any(key.startswith("places/") for key in keys):  # what lies in it may be listed elsewhere now
        places = before.records.keys() | now.records.keys()
        found |= {LISTS + key for key in places if key.startswith("places/")}
    return found


def _same(one: Record | None, other: Record | None) -> bool:
    return one is not None and other is not None and same_to_others(one, other)


def _around(keys: Iterable[str], before: Archive, now: Archive) -> Iterator[str]:
    """The notes of what lists articles and events that differ in more than their words, or stands beside them.

    Whoever shows the words asks for the summaries, which have notes of their own.
    """
    told = set()
    for key in keys:
        old, new = before.records.get(key), now.records.get(key)
        events = {id_ for one in (old, new) if isinstance(one, Article | Event) for id_ in _events_of(one)}
        told |= events
        yield from (f"{ACCOUNTS}{id_}" for id_ in events)
        if old is None or new is None or place_of(old) != place_of(new):
            yield from (BESIDE + one for archive in (before, now) for one in _keys_beside(key, archive))
        if not same_to_count(old, new):
            yield COUNTED
            accounts = (
                account for archive in (before, now) for id_ in events for account in archive.accounts_about(id_)
            )
            yield from (f"{SAYINGS}{account.claim.by.id}" for account in accounts if account.claim.by)
    for key in {*keys, *(f"events/{id_}" for id_ in told)}:
        yield from (LISTS + name for name in _relisted_under(key, before, now))


def _keys_beside(key: str, archive: Archive) -> tuple[str, ...]:
    record = archive.records.get(key)
    return archive.keys_beside(record) if isinstance(record, Article | Event) else ()


def _relisted_under(key: str, before: Archive, now: Archive) -> set[str]:
    """The names in whose lists a record stands newly or no longer, or in another place, or with other actors."""
    old, new = before.records.get(key), now.records.get(key)
    was, names = (
        set(archive.listed_under(record)) if record is not None else set[str]()
        for archive, record in ((before, old), (now, new))
    )
    stays = old is not None and new is not None and place_of(old) == place_of(new)
    return was ^ names if stays and ids_of_actors(old) == ids_of_actors(new) else was | names


def retold(before: Table[tuple[str, ...]], old: Archive, now: Archive, among: Iterable[str]) -> Table[tuple[str, ...]]:
    """The lists with those of what tells of each event as they are now."""
    was, names = ((lambda key, one=one: told_lists(one.records.get(key))) for one in (old, now))
    return before.changed(*moved(before, among, was, names, now.place))


def relisted(
    before: Table[tuple[str, ...]], old: Archive, now: Archive, among: Iterable[str]
) -> Table[tuple[str, ...]]:
    """The lists as they are now, where those of what tells of each event are so already, and `now` goes by them."""
    keys = set(among)
    if any(key.startswith("places/") and _part_of(old, key) != _part_of(now, key) for key in keys):
        return before.of(now.lists)
    told = {f"events/{ref.id}" for one in _records(keys, old, now) if isinstance(one, Article) for ref in told_by(one)}
    other, gone = moved(before, keys | told, old.lists_with, now.lists_with, now.place)
    counted = {name: ids for key in keys | told for name, ids in now.counted_in(key).items()}
    none = [name for name, ids in counted.items() if not ids]
    return before.changed({**other, **without(counted, none)}, (*gone, *none))


def _part_of(archive: Archive, key: str) -> object:
    """What a place is part of; another answer where it is not there."""
    record = archive.records.get(key)
    return whole_of(record) if record is not None else key


def _records(keys: Iterable[str], *archives: Archive) -> Iterator[Record]:
    return (record for key in keys for one in archives if (record := one.records.get(key)) is not None)


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
        claims = (account.claim for account in archive.accounts_about(record.id))
        yield from (f"actors/{claim.of.id}" for claim in claims if claim.of is not None)


def _title(archive: Archive, key: str) -> str | None:
    record = archive.records.get(key)
    return record.title if record is not None else None


def changed_summaries(before: Mapping[str, Summary], change: Difference) -> set[str]:
    """The notes of summaries that are other than before."""
    keys = {key for key, one in change.other.items() if key not in before or before[key].digest != one.digest}
    keys |= set(change.gone)
    folders = {key.partition("/")[0] for key in keys}
    return {ALL, *(SUMMARY + one for one in (*keys, *folders))} if keys else set()
