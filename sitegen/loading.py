"""The archive's files to its records, by way of the cache."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.table import Table
from sitegen.inputs import CONTENT, MEDIA, SEEDS, SITE_FILE
from sitegen.items import NO_FACTS, facts_of, without
from sitegen.model.codes import problem
from sitegen.model.light import Light
from sitegen.model.problem import Span
from sitegen.reading import ParseJob, item_key, item_of, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sitegen.edition import Edition
    from sitegen.engine.pack import Pack
    from sitegen.engine.pool import Workers
    from sitegen.inputs import Inputs
    from sitegen.items import Facts, Item
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record
    from sitegen.model.redaction import Redaction
    from sitegen.model.site import Site


class Loaded(NamedTuple):
    """An archive read, with every problem on the way: the settings, and what was read of each file, by its path.

    `facts` are what of the files is a matter of the whole archive; `changed` are the files that are new, other or gone
    since the last build, None where nothing is known of that. `redact` must never go out.
    """

    site: Site | None
    items: Table[Item]
    facts: Mapping[str, Facts]
    changed: tuple[str, ...] | None
    redact: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    settings: bytes = b""

    @property
    def gated(self) -> tuple[Record, ...]:
        """The records that are not simply public."""
        found = (self.facts[path].gated for path in sorted(self.facts))
        return tuple(record for record in found if record is not None)

    def keys(self) -> Iterator[bytes]:
        """The keys under which the cache keeps it."""
        for item in self.items.values():
            yield item.key
            if item.html:
                yield item.html


def load(
    inputs: Inputs,
    base_url: str,
    code: bytes,
    pack: Pack,
    before: Edition | None,
    *,
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> Loaded:
    """Every record of the archive; only files that the cache does not know are read."""
    from sitegen.load.site import parse_site

    nothing: Table[Item] = Table.of({})
    unfit = tuple(_unfit(inputs))
    if SITE_FILE in inputs.unreadable or SITE_FILE not in inputs.stamps:
        return Loaded(None, nothing, {}, None, (), unfit)
    site, problems, everywhere = parse_site(inputs.read(SITE_FILE), base_url)
    if site is None:
        return Loaded(None, nothing, {}, None, (), (*problems, *unfit))
    settings = keys.digest(b"parsed", code, site.redact, site.excerpt_words)
    if before is not None and (before.settings != settings or before.kept > pack.size):
        before = None
    items = before.items if before is not None else nothing
    wanted = tuple(_content(inputs))
    fresh = _items(inputs, _asked(inputs, wanted, items), site, settings, pack, workers=workers, progress=progress)
    gone = tuple(items.keys() - set(wanted))
    facts = _facts(before.facts if before is not None else {}, fresh, gone)
    redact = (*everywhere, *(redaction for path in sorted(facts) for redaction in facts[path].redact))
    faults = (fault for found in facts.values() for fault in found.problems)
    changed = (*fresh, *gone) if before is not None else None
    items = items.changed(fresh, gone) if changed is None or changed else items
    return Loaded(site, items, facts, changed, redact, (*problems, *unfit, *faults), settings)


def _asked(inputs: Inputs, wanted: Iterable[str], items: Table[Item]) -> list[str]:
    """The files that are new or other than the last build knew them."""
    known = inputs.known.digests if inputs.known is not None else {}
    digests = inputs.digests
    return [path for path in wanted if path not in items or digests[path] != known.get(path)]


def _facts(before: Mapping[str, Facts], fresh: Mapping[str, Item], gone: Sequence[str]) -> dict[str, Facts]:
    """What of the files is a matter of the whole archive, now."""
    found = {path: facts_of(item) for path, item in fresh.items()}
    some = {path: facts for path, facts in found.items() if facts != NO_FACTS}
    return {**without(before, (*found, *gone)), **some}


def _items(
    inputs: Inputs,
    wanted: Iterable[str],
    site: Site,
    settings: bytes,
    pack: Pack,
    *,
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> dict[str, Item]:
    """What was read of some content files and sidecars, in the order of their paths."""
    digests = inputs.digests
    items: dict[str, Item | None] = {}
    missing = []
    for path in wanted:
        item = items[path] = _kept(pack, settings, path, digests[path])
        if item is None:
            missing.append(ParseJob(path, inputs.place(path), settings, site.redact, site.excerpt_words))
    done = 0
    for chunk in workers.spread(parse, missing):
        for result in chunk:
            digests[result.path] = result.item.digest  # of what was read, which may be newer than what was seen
            items[result.path] = result.item
            for key, value in result.kept:
                pack.put(key, value)
        done += len(chunk)
        progress("read", done, len(missing))
    pack.flush()
    return {path: item for path, item in items.items() if item is not None}


def _whole(item: Item, pack: Pack) -> bool:
    """Whether all that the cache is to have of a file is there."""
    return item.key in pack and (not item.html or item.html in pack)


def _kept(pack: Pack, settings: bytes, path: str, digest: bytes) -> Item | None:
    """What the cache has of a file that the last build did not know: an earlier version may have come back."""
    key = item_key(settings, path, digest)
    blob = pack.get(key)
    if blob is None:
        return None
    item = item_of(pickle.loads(blob), settings, digest, key, Light())  # noqa: S301 - ours, whole by its checksum
    return item if _whole(item, pack) else None


def _content(inputs: Inputs) -> Iterator[str]:
    for path in inputs.paths(CONTENT, ".md"):
        if not path.startswith(MEDIA) and path not in inputs.unreadable:
            yield path
    for path in inputs.paths(SEEDS, ".yaml"):
        if path not in inputs.unreadable:
            yield path


def _unfit(inputs: Inputs) -> Iterator[Problem]:
    """What stands under `content/` and cannot be read as a record: named, never passed over in silence."""
    for path in inputs.strange:
        yield problem(
            Span(path),
            "not-a-file",
            "this is a link, a pipe or a device, and is not followed",
            "put the file itself here",
        )
    _ = inputs.digests
    for path, reason in inputs.unreadable.items():
        yield problem(Span(path), "unreadable-file", f"the file cannot be read: {reason}", "look at its permissions")
    for path in inputs.paths(CONTENT):
        if not path.endswith(".md") and path != SITE_FILE and not path.startswith(MEDIA):
            yield problem(
                Span(path),
                "unknown-file",
                "this is no record and no picture, and is not published",
                "records end in `.md`; pictures stand in content/media/",
            )
