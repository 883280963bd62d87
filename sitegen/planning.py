"""What was read, and what the last build knew of it, to a desk to work at and the notes of what is other than then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.check.surroundings import Surroundings
from sitegen.desk import Desk, Spread
from sitegen.edition import Edition, changed_facts, changed_files, changed_records, changed_summaries, summaries
from sitegen.engine.keys import digest
from sitegen.inputs import MEDIA, SEEDS, TEMPLATES, THEME
from sitegen.model.archive import Archive
from sitegen.model.gate import gate
from sitegen.model.index import key_of
from sitegen.model.light import same_to_others
from sitegen.model.output import Asset
from sitegen.model.publication import Publication, published, seen_by_others
from sitegen.model.urls import media_url
from sitegen.plan.frame import site_view
from sitegen.render.theme import make_theme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.edition import Checked, Planned
    from sitegen.engine.pack import Pack
    from sitegen.inputs import Inputs
    from sitegen.loading import Loaded
    from sitegen.model.gate import Gated
    from sitegen.model.records import Record
    from sitegen.model.summary import Summary


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
    """What may be seen of the records, their summaries, and the notes of what is new."""

    records: tuple[Record, ...]
    summaries: Mapping[str, Summary]
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
    if before is not None and before.settings != loaded.settings:
        before = None
    raw = Archive(loaded.records)
    gated = gate(loaded.records, drafts=drafts, today=today)
    seen = _seen(loaded, raw, gated, before, site.excerpt_words)
    theme = make_theme(inputs.folder(THEME), inputs.folder(TEMPLATES))
    pages = [record for record in seen.records if key_of(record).startswith("pages/")]
    spread = Spread(
        cache=str(where.cache),
        folder=str(where.stage),
        code=where.code,
        settings=loaded.settings,
        items=loaded.items,
        public=gated.public,
        seen=seen.records,
        tombstones=gated.tombstones,
        summaries=seen.summaries,
        site=site,
        surroundings=surroundings(loaded, inputs),
        theme=theme,
        view=site_view(site, Archive(pages), theme.asset_urls()),
        redact=loaded.redact,
    )
    return Prepared(spread, Desk(spread, pack, raw), gated, seen.changed, _assets(spread, inputs))


def edition_of(
    prepared: Prepared, checked: Mapping[str, Checked], planned: Mapping[str, Planned], compacted: int
) -> Edition:
    """What the next build is to know of this one."""
    spread = prepared.spread
    return Edition(
        settings=spread.settings,
        items=spread.items,
        seen={one.path: None if one is spread.items[one.path].record else one for one in spread.seen},
        summaries=spread.summaries,
        surroundings=prepared.surroundings,
        checked=checked,
        site=prepared.site,
        templates=prepared.desk.templates,
        planned=planned,
        compacted=compacted,
    )


def surroundings(loaded: Loaded, inputs: Inputs) -> Surroundings:
    """What the checks may know besides the records."""
    assert loaded.site is not None
    seeds = {path: inputs.digests[path].hex() for path in inputs.paths(SEEDS)}
    return Surroundings(loaded.site, seeds, frozenset(path.removeprefix(MEDIA) for path in inputs.paths(MEDIA)))


def _seen(loaded: Loaded, raw: Archive, gated: Gated, before: Edition | None, excerpt_words: int) -> Seen:
    if before is None:
        records = published(gated.public, excerpt_words)
        return Seen(records, Archive(records).known_summaries, None)
    changed = changed_files(before.items, loaded.items)
    if not changed:
        return Seen(tuple(before.seen_records().values()), before.summaries, changed)
    known = _reusable(loaded, gated, before)
    publication = Publication({key_of(record): record for record in gated.public}, excerpt_words)
    records = tuple(known.get(record.path) or publication.of(record) for record in gated.public)
    if _only_texts(loaded, before):
        return Seen(records, before.summaries, changed)
    old, now = Archive(before.seen_records().values()), Archive(records)
    summed = summaries(before.summaries, old, now)
    old_raw = Archive(item.record for item in before.items.values() if item.record is not None)
    changed |= changed_facts(old_raw, raw) | changed_records(old, now) | changed_summaries(before.summaries, summed)
    return Seen(records, summed, changed)


def _only_texts(loaded: Loaded, before: Edition) -> bool:
    """Whether nothing but the texts of records is other than before."""
    old, new = before.items, loaded.items
    if old.keys() != new.keys():
        return False
    pairs = [(old[path].record, item.record) for path, item in new.items() if old[path] is not item]
    return all(one is not None and other is not None and same_to_others(one, other) for one, other in pairs)


def _reusable(loaded: Loaded, gated: Gated, before: Edition) -> Mapping[str, Record]:
    """What may be seen of the records that are as they were, by path; nothing where others bear on what is seen."""
    old = {path: item.record for path, item in before.items.items() if item.record is not None}
    new = {path: item.record for path, item in loaded.items.items() if item.record is not None}
    changed = [path for path in old.keys() | new.keys() if old.get(path) is not new.get(path)]
    seen = before.seen_records()
    same = seen.keys() == {record.path for record in gated.public} and all(
        path in old and path in new and seen_by_others(old[path]) == seen_by_others(new[path]) for path in changed
    )
    return {path: record for path, record in seen.items() if old.get(path) is new.get(path)} if same else {}


def _assets(spread: Spread, inputs: Inputs) -> tuple[Asset, ...]:
    """The theme's files, and those of the archive's own that articles use."""
    own = frozenset(inputs.paths(TEMPLATES))
    found = []
    for name, url in spread.theme.asset_urls().items():
        path = f"assets/{name}"
        where = TEMPLATES + path if TEMPLATES + path in own else THEME + path
        found.append(Asset(url, str(inputs.file(where)), inputs.digests[where]))
    used = {item.file for record in spread.seen for item in getattr(record, "media", ()) if item.file}
    media = [(name, MEDIA + name) for name in sorted(used) if MEDIA + name in inputs.digests]
    return (
        *found,
        *(Asset(media_url(name), str(inputs.file(path)), inputs.digests[path], media=True) for name, path in media),
    )
