"""The archive's files to its records, by way of the cache."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine import keys
from sitegen.engine.pool import spread
from sitegen.inputs import CONTENT, MEDIA, SEEDS, SITE_FILE
from sitegen.jobs import ParseJob, html_key, parse
from sitegen.model.codes import problem
from sitegen.model.problem import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sitegen.engine.pack import Pack
    from sitegen.engine.pool import Workers
    from sitegen.inputs import Inputs
    from sitegen.load.records import Parsed
    from sitegen.load.sidecar import ParsedSidecar
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record
    from sitegen.model.sidecar import Sidecar
    from sitegen.model.site import Site


class Loaded(NamedTuple):
    """An archive read: its records, the sidecars of its seeds, what must never go out, every problem on the way, and
    the keys in use in the cache.
    """

    site: Site | None
    records: tuple[Record, ...]
    sidecars: tuple[Sidecar, ...]
    redact: tuple[str, ...]
    problems: tuple[Problem, ...]
    keys: tuple[bytes, ...]

    @property
    def failed(self) -> bool:
        """Whether something is wrong enough to stop."""
        return self.site is None or any(item.severity is Severity.ERROR for item in self.problems)


def load(
    inputs: Inputs, base_url: str, code: bytes, pack: Pack, workers: Workers, progress: Callable[[str, int, int], None]
) -> Loaded:
    """Every record of the archive; only files that the cache does not know are read."""
    from sitegen.load.site import parse_site

    site, problems = parse_site(inputs.read(SITE_FILE), base_url)
    found = [*problems, *_unfit(inputs)]
    if site is None:
        return Loaded(None, (), (), (), tuple(found), ())
    settings = (site.redact, site.excerpt_words)
    known = {path: keys.digest(b"parsed", code, path, inputs.digests[path], *settings) for path in _content(inputs)}
    missing = [ParseJob(path, str(inputs.file(path)), *settings) for path, key in known.items() if key not in pack]
    done = 0
    for chunk in spread(parse, missing, workers.executor(len(missing))):
        for result in chunk:
            pack.put(known[result.path], result.parsed)
            if result.body:
                pack.put(html_key(code, result.body), result.html.encode("utf-8", "surrogatepass"))
        done += len(chunk)
        progress("read", done, len(missing))
    pack.flush()
    parsed: list[Parsed] = _unpack(pack, (key for path, key in known.items() if path.startswith(CONTENT)))
    beside: list[ParsedSidecar] = _unpack(pack, (key for path, key in known.items() if path.startswith(SEEDS)))
    records = tuple(item.record for item in parsed if item.record is not None)
    redact = (*site.redact, *(string for item in parsed for string in item.redact))
    found += [fault for item in parsed for fault in item.problems] + [fault for item in beside for fault in item.problems]
    used = (*known.values(), *(html_key(code, record.body.digest) for record in records))
    return Loaded(site, records, _sidecars(parsed, beside), redact, tuple(found), used)


def _sidecars(parsed: list[Parsed], beside: list[ParsedSidecar]) -> tuple[Sidecar, ...]:
    """The sidecars, each without what its article redacts."""
    from sitegen.model.sidecar import redacted

    strings = {item.record.path: item.redact for item in parsed if item.record is not None and item.redact}
    found = (item.sidecar for item in beside if item.sidecar is not None)
    return tuple(redacted(sidecar, strings.get(sidecar.article, ())) for sidecar in found)


def _unpack(pack: Pack, found: Iterable[bytes]) -> list[Any]:
    """What was parsed, out of the cache: written by this program, and whole by its checksum."""
    blobs = (pack.get(key) for key in found)
    return [pickle.loads(blob) for blob in blobs if blob is not None]  # noqa: S301


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
