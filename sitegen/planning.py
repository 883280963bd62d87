"""What was read, and what the last build knew of it, to a desk to work at and the notes of what is other than then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.changes import (
    changed_facts,
    changed_files,
    changed_records,
    changed_summaries,
    relisted,
    retold,
    summaries,
)
from sitegen.check.surroundings import Surroundings
from sitegen.desk import Desk, Spread
from sitegen.edition import Edition
from sitegen.engine.fork import aside
from sitegen.engine.keys import digest
from sitegen.engine.table import Table
from sitegen.inputs import CONTENT, MEDIA, SEEDS, TEMPLATES, THEME
from sitegen.items import Files, Records, files_of, key_at
from sitegen.model.archive import Archive
from sitegen.model.gate import gate
from sitegen.model.index import Index, place_of
from sitegen.model.light import same_to_others
from sitegen.model.output import Asset
from sitegen.model.publication import Publication, seen_by_others
from sitegen.model.urls import folder_of, media_url
from sitegen.plan.frame import site_view
from sitegen.render.theme import make_theme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sitegen.checking import AllChecked
    from sitegen.engine.pack import Pack
    from sitegen.inputs import Inputs
    from sitegen.items import Item
    from sitegen.loading import Loaded
    from sitegen.model.gate import Gated
    from sitegen.model.records import Record
    from sitegen.model.summary import Summary
    from sitegen.writing import Ready


class Prepared(NamedTuple):
    """A desk with all that is to be worked on; `changed` are the notes of what is new, None where everything is."""

    spread: Spread
    desk: Desk
    gated: Gated
    changed: set[str] | None
    assets: tuple[Asset, ...]

    @property
    def surroundings(self) -> bytes:
        """What stands for all that the checks know besides the records."""
        around = self.spread.surroundings
        return digest(self.spread.settings, around.site.digest, *sorted(around.seeds.items()), *sorted(around.media))

    @property
    def site(self) -> bytes:
        """What stands for all that planners know besides the records, and templates besides their views."""
        return digest(self.spread.code, self.spread.site.digest, self.spread.view.digest)


class Where(NamedTuple):
    """The folder of the cache, the one in which outputs are made, and what stands for the program."""

    cache: Path
    stage: Path
    code: bytes


class Seen(NamedTuple):
    """The records that are seen otherwise than they are written, the summaries and lists, the notes of what is new."""

    other: Table[Record]
    tells: Table[tuple[str, ...]]
    summaries: Table[Summary]
    lists: Table[tuple[str, ...]]
    changed: set[str] | None


def prepare(
    loaded: Loaded,
    inputs: Inputs,
    before: Edition | None,
    pack: Pack,
    where: Where,
    *,
    today: dt.date,
    drafts: bool,
) -> Prepared:
    """Gate, publish and sum up the records that were read; of what the last build knew only what changed is redone."""
    site = loaded.site
    assert site is not None
    if loaded.changed is None:
        before = None
    gated = gate(loaded.gated, drafts=drafts, today=today)
    held = frozenset(one.path for one in gated.withheld)
    files = files_of(loaded.items, loaded.facts, held)
    order = _order(loaded, files, before)
    seen = _seen(loaded, files, order, before, held, site.excerpt_words)
    theme = make_theme(inputs.folder(THEME), inputs.folder(TEMPLATES))
    records = Records(files.public, loaded.items, seen.other)
    pages = [record for key, record in _some(records, "pages/")]
    spread = Spread(
        cache=str(where.cache),
        folder=str(where.stage),
        code=where.code,
        settings=loaded.settings,
        items=loaded.items,
        facts=loaded.facts,
        order=order,
        tells=seen.tells,
        held=held,
        other=seen.other,
        tombstones=gated.tombstones,
        summaries=seen.summaries,
        lists=seen.lists,
        site=site,
        surroundings=surroundings(loaded, inputs),
        theme=theme,
        view=site_view(site, Archive(pages), theme.asset_urls()),
        redact=loaded.redact,
    )
    desk = Desk(spread, pack, files)
    return Prepared(spread, desk, gated, seen.changed, _assets(spread, inputs, records))


def edition_of(prepared: Prepared, checked: AllChecked, ready: Ready, kept: int, compacted: int) -> Edition:
    """What the next build is to know of this one."""
    spread = prepared.spread
    return Edition(
        settings=spread.settings,
        items=spread.items,
        facts=spread.facts,
        order=spread.order,
        tells=spread.tells,
        held=spread.held,
        seen=spread.other,
        summaries=spread.summaries,
        lists=spread.lists,
        surroundings=prepared.surroundings,
        faults=checked.faults,
        checks=checked.notes,
        site=prepared.site,
        templates=prepared.desk.templates,
        planned=ready.planned,
        plans=ready.plans,
        kept=kept,
        compacted=compacted,
    )


def _some(records: Records, folder: str) -> Iterator[tuple[str, Record]]:
    for key in records:
        if key.startswith(folder):
            yield key, records[key]


def surroundings(loaded: Loaded, inputs: Inputs) -> Surroundings:
    """What the checks may know besides the records."""
    assert loaded.site is not None
    seeds = {path: inputs.digests[path].hex() for path in inputs.paths(SEEDS)}
    return Surroundings(loaded.site, seeds, frozenset(path.removeprefix(MEDIA) for path in inputs.paths(MEDIA)))


def _order(loaded: Loaded, files: Files, before: Edition | None) -> Mapping[str, tuple[str, ...]]:
    """The order of the records, which stays where nothing of a kind was added, removed or moved."""
    if before is None:
        return Index(Records(files.all, loaded.items)).order
    folders = _moved(loaded, before)
    if not folders:
        return before.order
    moved = {key: path for key, path in files.all.items() if key.partition("/")[0] in folders}
    order = Index(Records(moved, loaded.items)).order
    return {folder: order[folder] if folder in folders else keys for folder, keys in before.order.items()}


def _moved(loaded: Loaded, before: Edition) -> set[str]:
    """The folders of the records that are new, or gone, or stand at another place among their kind."""
    found = set()
    for path in loaded.changed or ():
        old, new = (item.record if item is not None else None for item in _pair(loaded, before, path))
        if old is None or new is None:
            found |= {folder_of(record) for record in (old, new) if record is not None}
        elif place_of(old) != place_of(new):
            found.add(folder_of(new))
    return found


def _pair(loaded: Loaded, before: Edition, path: str) -> tuple[Item | None, Item | None]:
    return before.items.get(path), loaded.items.get(path)


def _seen(
    loaded: Loaded,
    files: Files,
    order: Mapping[str, tuple[str, ...]],
    before: Edition | None,
    held: frozenset[str],
    excerpt_words: int,
) -> Seen:
    public = Records(files.public, loaded.items)
    publication = Publication(public, excerpt_words)
    if before is None:
        other = _published(public, publication, public)
        records = Records(files.public, loaded.items, other)
        raw = Index(Records(files.all, loaded.items), order=order)
        return _all_seen(other, Archive(records, order=files.shown(order)), raw)
    paths = loaded.changed or ()
    changed = changed_files(before.items, loaded.items, paths)
    if not changed:
        return Seen(before.seen, before.tells, before.summaries, before.lists, changed)
    among = [key_at(path) for path in paths if path.startswith(CONTENT)]
    if held == before.held and _reusable(loaded, before):
        fresh = _published(public, publication, among)
        seen = before.seen.changed(fresh, [path for path in paths if path in before.seen and path not in fresh])
    else:
        seen, among = Table.of(_published(public, publication, public)), list({**files.all, **_gone(loaded, before)})
    if held == before.held and _only_texts(loaded, before):
        return Seen(seen, before.tells, before.summaries, before.lists, changed)
    old_raw, old = _archives(before)
    raw = Archive(Records(files.all, loaded.items), order=order)
    records, shown = Records(files.public, loaded.items, seen), files.shown(order)
    lists = retold(before.lists, old, Archive(records, order=shown), among)
    lists = relisted(lists, old, Archive(records, order=shown, tells=lists), among)
    now = Archive(records, order=shown, lists=lists)
    summed = summaries(before.summaries, old, now, among)
    changed |= changed_facts(old_raw, raw, among) | changed_records(old, now, among)
    changed |= changed_summaries(before.summaries, summed)
    told = retold(before.tells, old_raw, raw, among)
    return Seen(seen, told, before.summaries.changed(summed.other, summed.gone), lists, changed)


def _all_seen(other: Mapping[str, Record], now: Archive, raw: Index) -> Seen:
    """What is seen of an archive of which nothing was known before."""
    with aside(lambda: now.lists) as lists:
        tells, summed = Table.of(raw.tells), Table.of(now.known_summaries)
        return Seen(Table.of(other), tells, summed, Table.of(lists()), None)


def _gone(loaded: Loaded, before: Edition) -> dict[str, str]:
    """The records that there were, by `folder/id`."""
    return {key_at(path): path for path in loaded.changed or () if path in before.items and path.startswith(CONTENT)}


def _archives(before: Edition) -> tuple[Archive, Archive]:
    """The archive of the last build, as it was and as it was seen."""
    files = files_of(before.items, before.facts, before.held)
    seen = Records(files.public, before.items, before.seen)
    return (
        Archive(Records(files.all, before.items), order=before.order, tells=before.tells),
        Archive(seen, order=files.shown(before.order), summaries=before.summaries, lists=before.lists),
    )


def _published(public: Records, publication: Publication, among: Iterable[str]) -> dict[str, Record]:
    """Of some records those that are seen otherwise than they are written, by path."""
    found = {}
    for key in among:
        if key in public:
            record = public[key]
            seen = publication.of(record)
            if seen is not record:
                found[record.path] = seen
    return found


def _only_texts(loaded: Loaded, before: Edition) -> bool:
    """Whether nothing but the texts of records is other than before."""
    for path in loaded.changed or ():
        old, new = _pair(loaded, before, path)
        if old is None or new is None:
            return False
        if old.record is None or new.record is None or not same_to_others(old.record, new.record):
            return False
    return True


def _reusable(loaded: Loaded, before: Edition) -> bool:
    """Whether what may be seen of the records that are as they were is not a matter of those that are not."""
    for path in loaded.changed or ():
        old, new = _pair(loaded, before, path)
        one, other = (item.record if item is not None else None for item in (old, new))
        if (one is None) != (other is None):
            return False
        if one is not None and other is not None and seen_by_others(one) != seen_by_others(other):
            return False
    return True


def _assets(spread: Spread, inputs: Inputs, seen: Records) -> tuple[Asset, ...]:
    """The theme's files, and those of the archive's own that articles use."""
    own = frozenset(inputs.paths(TEMPLATES))
    found = []
    for name, url in spread.theme.asset_urls().items():
        path = f"assets/{name}"
        where = TEMPLATES + path if TEMPLATES + path in own else THEME + path
        found.append(Asset(url, str(inputs.file(where)), inputs.digests[where]))
    pictured = (seen.get(key_at(path)) for path, facts in spread.facts.items() if facts.media)
    used = {item.file for record in pictured for item in getattr(record, "media", ()) if item.file}
    media = [(name, MEDIA + name) for name in sorted(used) if MEDIA + name in inputs.digests]
    return (
        *found,
        *(Asset(media_url(name), str(inputs.file(path)), inputs.digests[path], media=True) for name, path in media),
    )
