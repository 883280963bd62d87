"""The archive's files to its records, by way of the cache."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine import keys
from sitegen.inputs import CONTENT, MEDIA, SEEDS, SITE_FILE
from sitegen.jobs import ParseJob, html_key, parse
from sitegen.model.codes import problem
from sitegen.model.problem import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sitegen.engine.pack import Pack
    from sitegen.engine.pool import Workers
    from sitegen.inputs import Inputs
    from sitegen.jobs import ParseResult
    from sitegen.load.records import Parsed
    from sitegen.load.sidecar import ParsedSidecar
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record
    from sitegen.model.redaction import Redaction
    from sitegen.model.sidecar import Sidecar
    from sitegen.model.site import Site


class Loaded(NamedTuple):
    """An archive read, with every problem on the way.

    `sidecars` are those of its seeds; `redact` must never go out; `keys` are those in use in the cache.
    """

    site: Site | None
    records: tuple[Record, ...]
    sidecars: tuple[Sidecar, ...]
    redact: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    keys: tuple[bytes, ...]

    @property
    def failed(self) -> bool:
        """Whether something is wrong enough to stop."""
        return self.site is None or any(item.severity is Severity.ERROR for item in self.problems)


def load(
    inputs: Inputs,
    base_url: str,
    code: bytes,
    pack: Pack,
    *,
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> Loaded:
    """Every record of the archive; only files that the cache does not know are read."""
    from sitegen.load.site import parse_site

    unfit = tuple(_unfit(inputs))
    if SITE_FILE in inputs.unreadable or SITE_FILE not in inputs.stamps:
        return Loaded(None, (), (), (), unfit, ())
    site, problems, everywhere = parse_site(inputs.read(SITE_FILE), base_url)
    if site is None:
        return Loaded(None, (), (), (), (*problems, *unfit), ())
    items, keys_used = _items(inputs, (site.redact, site.excerpt_words), code, pack, workers=workers, progress=progress)
    parsed: list[Parsed] = [item for path, item in items.items() if path.startswith(CONTENT)]
    beside: list[ParsedSidecar] = [item for path, item in items.items() if path.startswith(SEEDS)]
    records = tuple(item.record for item in parsed if item.record is not None)
    redact = (*everywhere, *(redaction for item in parsed for redaction in item.redact))
    faults = (fault for item in items.values() for fault in item.problems)
    used = (*keys_used, *(html_key(code, record.body.digest) for record in records))
    return Loaded(site, records, _sidecars(parsed, beside), redact, (*problems, *unfit, *faults), used)


def _items(
    inputs: Inputs,
    settings: tuple[tuple[str, ...], int],
    code: bytes,
    pack: Pack,
    *,
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """What is parsed of each content file and sidecar, by its path, and the keys under which it is kept."""
    known = {path: key_of(code, path, inputs.digests[path], settings) for path in _content(inputs)}
    items = {path: unpack(pack, code, key) for path, key in known.items()}
    missing = [ParseJob(path, str(inputs.file(path)), *settings) for path, item in items.items() if item is None]
    done = 0
    for chunk in workers.spread(parse, missing):
        for result in chunk:
            inputs.digests[result.path] = result.digest  # of what was read, which may be newer than what was seen
            known[result.path] = key_of(code, result.path, result.digest, settings)
            items[result.path] = keep(pack, code, known[result.path], result)
        done += len(chunk)
        progress("read", done, len(missing))
    pack.flush()
    return items, tuple(known.values())


def _sidecars(parsed: list[Parsed], beside: list[ParsedSidecar]) -> tuple[Sidecar, ...]:
    """The sidecars, each without what its article redacts."""
    from sitegen.model.sidecar import redacted

    strings = {item.record.path: tuple(one.text for one in item.redact) for item in parsed if item.record is not None}
    found = (item.sidecar for item in beside if item.sidecar is not None)
    return tuple(redacted(sidecar, strings.get(sidecar.article, ())) for sidecar in found)


def key_of(code: bytes, path: str, digest: bytes, settings: tuple[object, ...]) -> bytes:
    """The key under which what is parsed of a file is kept."""
    return keys.digest(b"parsed", code, path, digest, *settings)


def keep(pack: Pack, code: bytes, key: bytes, result: ParseResult) -> Any:
    """Put what was parsed into the cache: the body first, so that a record that is there has its body."""
    if result.body:
        pack.put(html_key(code, result.body), result.html.encode("utf-8", "surrogatepass"))
    pack.put(key, result.parsed)
    return pickle.loads(result.parsed)  # noqa: S301 - pickled by this build


def unpack(pack: Pack, code: bytes, key: bytes) -> Any:
    """What was parsed, out of the cache: ours, and whole by its checksum; None where it or its body is not there."""
    blob = pack.get(key)
    item = pickle.loads(blob) if blob is not None else None  # noqa: S301
    record = getattr(item, "record", None)
    lost = record is not None and record.body.words and html_key(code, record.body.digest) not in pack
    return None if lost else item


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
