"""What a worker has before it: the archive as it is and as it is seen, the cache, the theme, the site."""

from __future__ import annotations

import dataclasses
import pickle
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from sitegen.engine import keys
from sitegen.engine.fault import CacheFault
from sitegen.engine.pack import Pack
from sitegen.engine.target import replace
from sitegen.inputs import PACK
from sitegen.items import Files, Records, files_of, key_at, record_files
from sitegen.jobs import finder_of
from sitegen.model.archive import RECORD, Archive, Noted
from sitegen.model.output import Asset, Page
from sitegen.model.publication import Publication, published_sidecar
from sitegen.model.records import Article, Record
from sitegen.model.sidecar import redacted
from sitegen.reading import html_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sitegen.check.surroundings import Surroundings
    from sitegen.engine.table import Table
    from sitegen.items import Facts, Item
    from sitegen.model.frame import SiteView
    from sitegen.model.gate import Tombstone
    from sitegen.model.output import Output
    from sitegen.model.redaction import Redaction
    from sitegen.model.sidecar import Sidecar
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary
    from sitegen.render.leaks import LeakFinder
    from sitegen.render.page import Renderer
    from sitegen.render.theme import Theme

R = TypeVar("R", bound=Record)
RECENT = 256
"""So many files are kept at hand as they were read: an event cites one report in several claims."""


class Spread(NamedTuple):
    """All that a desk is made of: it crosses to a worker that is no copy of this process as one file of the cache.

    `held` are the files of records that did not pass the gate, `other` those that are seen otherwise than they are
    written, `order` that of all records, `tells` the articles that tell of each event, `lists` what stands under each
    name of what is seen.
    """

    cache: str
    folder: str
    code: bytes
    settings: bytes
    items: Table[Item]
    facts: Mapping[str, Facts]
    order: Mapping[str, tuple[str, ...]]
    tells: Table[tuple[str, ...]]
    held: frozenset[str]
    other: Table[Record]
    tombstones: tuple[Tombstone, ...]
    summaries: Table[Summary]
    lists: Table[tuple[str, ...]]
    site: Site
    surroundings: Surroundings
    theme: Theme
    view: SiteView
    redact: tuple[Redaction, ...]


class Desk:
    """Everything at hand. It is never changed; pickled it is only the name of a file."""

    def __init__(self, spread: Spread, pack: Pack | None = None, files: Files | None = None) -> None:
        self._spread = spread
        self._pack = pack or Pack(Path(spread.cache, PACK))
        self._files = files or files_of(spread.items, spread.facts, spread.held)
        self.folder = spread.folder
        self.surroundings = spread.surroundings

    def __reduce__(self) -> tuple[Any, ...]:
        return _opened, self._kept

    @cached_property
    def _kept(self) -> tuple[str, str]:
        """The file that another process takes up its work from, and the digest of its bytes."""
        file = Path(self._spread.cache, "desk")
        data = pickle.dumps(self._spread, protocol=5)
        replace(file, data)
        return str(file), keys.digest(data).hex()

    @property
    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of a record, with the `folder/id` that it gives it: two may give one."""
        return ((key_at(path), path) for path in record_files(self._spread.items, self._spread.facts))

    @cached_property
    def raw(self) -> Archive:
        """The archive as its files say, drafts too."""
        shelf = Whole(self.unpacked, self._beside, lambda record: record, lambda sidecar, _: sidecar)
        spread = self._spread
        return Archive(Records(self._files.all, spread.items), (), shelf, order=spread.order, tells=spread.tells)

    @cached_property
    def seen(self) -> Archive:
        """The archive as it may be seen."""
        spread = self._spread
        public = Records(self._files.public, spread.items)
        publication = Publication(Noted(public, RECORD, self.raw.note), spread.site.excerpt_words)
        shelf = Whole(self.unpacked, self._beside, publication.of, self._seen_sidecar)
        records = Records(self._files.public, spread.items, spread.other)
        order = self._files.shown(spread.order)
        return Archive(records, spread.tombstones, shelf, spread.summaries, order, lists=spread.lists)

    def _seen_sidecar(self, sidecar: Sidecar, article: Article) -> Sidecar:
        redact = self._spread.items[article.path].redact
        return published_sidecar(redacted(sidecar, tuple(one.text for one in redact)), article.rights)

    @cached_property
    def _beside(self) -> Mapping[str, str]:
        """The path of each article's sidecar."""
        return {facts.article: path for path, facts in self._spread.facts.items() if facts.article}

    @cached_property
    def _recent(self) -> dict[str, Any]:
        return {}

    def unpacked(self, path: str) -> Any:
        """What was read of a file, whole. Raises CacheFault where the cache has lost it."""
        found = self._recent.get(path)
        if found is None:
            blob = self._pack.get(self._spread.items[path].key)
            if blob is None:
                raise CacheFault(f"{path} is not in the cache")
            found = self._recent[path] = pickle.loads(blob)  # noqa: S301 - ours, whole by its checksum
            if len(self._recent) > RECENT:
                del self._recent[next(iter(self._recent))]
        return found

    def _body(self, digest: bytes) -> str:
        html = self._pack.get(html_key(self._spread.settings, digest))
        if html is None:
            raise CacheFault("a body is not in the cache")
        return html.decode("utf-8", "surrogatepass")

    @cached_property
    def renderer(self) -> Renderer:
        """The templates."""
        from sitegen.compiled import Compiled
        from sitegen.render.page import Renderer

        spread = self._spread
        return Renderer(spread.theme, spread.view, self._body, Compiled(Path(spread.cache), spread.code))

    @cached_property
    def finder(self) -> LeakFinder | None:
        """What looks for redacted strings."""
        return finder_of(self._spread.redact)

    @cached_property
    def templates(self) -> Mapping[str, bytes]:
        """The digest of each template with all that it uses."""
        return self._spread.theme.digests()

    def key(self, output: Output) -> keys.Key:
        """The key of an output: of its inputs, and of what all its kind are made with."""
        spread = self._spread
        match output:
            case Page():
                fixed = (spread.code, self.templates.get(output.template, b""), spread.view.digest)
                return keys.key(fixed, output.inputs)
            case Asset():
                # a picture is copied without its metadata: how, our code says
                return keys.key((spread.code if output.media else b"", b"", b""), (output.digest,))
        return keys.key((spread.code, b"", b""), output.inputs)

    def plan(self, key: str) -> Iterator[Output]:
        """What a record becomes, by its `folder/id`, or what a planner of the whole archive makes, by its name."""
        from sitegen.plan.planners import OF_ARCHIVE, pages_of

        site = dataclasses.replace(self._spread.site, redact=())
        if key in OF_ARCHIVE:
            return OF_ARCHIVE[key](self.seen, site)
        return pages_of(self.seen.records[key], self.seen, site)


class Whole:
    """Records and sidecars out of the cache, each as `publish` lets it be seen."""

    def __init__(
        self,
        unpacked: Callable[[str], Any],
        beside: Mapping[str, str],
        publish: Callable[[Record], Record],
        publish_sidecar: Callable[[Sidecar, Article], Sidecar],
    ) -> None:
        self._unpacked = unpacked
        self._beside = beside
        self._publish = publish
        self._publish_sidecar = publish_sidecar

    def whole(self, record: R) -> R:
        """A record with all that its file says."""
        return cast("R", self._publish(self._unpacked(record.path).record))

    def sidecar_of(self, article: Article) -> Sidecar | None:
        """How an article was made from its seed."""
        path = self._beside.get(article.path)
        sidecar = self._unpacked(path).sidecar if path else None
        return self._publish_sidecar(sidecar, article) if sidecar is not None else None


@lru_cache(maxsize=1)
def _opened(file: str, digest: str) -> Desk:
    """The desk of a worker that is no copy of the build's process: read once, for one build."""
    data = Path(file).read_bytes()
    if keys.digest(data).hex() != digest:
        raise CacheFault("the desk was cleared while there was work to do")
    return Desk(pickle.loads(data))  # noqa: S301 - written by this build, and whole by its digest
