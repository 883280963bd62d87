"""The two kinds of work that a build hands to its workers: plain values in, plain values out."""

from __future__ import annotations

import hashlib
import os
import pickle
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.compiled import Compiled
from sitegen.engine import keys
from sitegen.engine.fault import CacheFault, EngineFault
from sitegen.engine.pack import Pack
from sitegen.inputs import SEEDS
from sitegen.model.output import Asset, Export, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.model.frame import SiteView
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.leaks import Leak, LeakFinder
    from sitegen.render.pictures import Copied
    from sitegen.render.theme import Theme


class ParseJob(NamedTuple):
    """A content file to be read: its bytes, or where they are."""

    path: str
    file: str
    site_redact: tuple[str, ...]
    excerpt_words: int


class ParseResult(NamedTuple):
    """A content file read: the pickled `Parsed` (without the body), and the body's digest and safe HTML.

    `digest` is that of the bytes that were read: they may not be those of the moment when the file was looked at.
    """

    path: str
    digest: bytes
    parsed: bytes
    body: bytes = b""
    html: str = ""


def parse(jobs: Sequence[ParseJob]) -> list[ParseResult]:
    """Read and convert content files."""
    return [_parse(job) for job in jobs]


def _parse(job: ParseJob) -> ParseResult:
    if job.path.startswith(SEEDS):
        return _parse_sidecar(job)
    from sitegen.load.records import parse as parse_record
    from sitegen.model.codes import problem
    from sitegen.model.problem import Span
    from sitegen.render.markdown import to_html

    data = Path(job.file).read_bytes()
    parsed = parse_record(job.path, data, job.site_redact, job.excerpt_words)
    record, digest = parsed.record, hashlib.sha256(data).digest()
    if record is None or not parsed.body:
        return ParseResult(job.path, digest, pickle.dumps(parsed._replace(body=""), protocol=5))
    rendered = to_html(parsed.body)
    if rendered.fallback:
        fault = problem(Span(job.path, record.body.line, 1), "text-not-rendered", rendered.fallback)
        parsed = parsed._replace(problems=(*parsed.problems, fault))
    blob = pickle.dumps(parsed._replace(body=""), protocol=5)
    return ParseResult(job.path, digest, blob, record.body.digest, rendered.html)


def _parse_sidecar(job: ParseJob) -> ParseResult:
    from sitegen.load.sidecar import parse_sidecar

    data = Path(job.file).read_bytes()
    parsed = parse_sidecar(job.path, data, job.site_redact)
    return ParseResult(job.path, hashlib.sha256(data).digest(), pickle.dumps(parsed, protocol=5))


class Stage(NamedTuple):
    """What every rendering needs: where bodies are, where files are to go, the theme and the site."""

    pack: str
    folder: str
    code: bytes
    theme: Theme
    site: SiteView
    redact: tuple[Redaction, ...] = ()


class RenderJob(NamedTuple):
    """An output to be made; `name` is its name in the stage."""

    output: Output
    name: str
    keep: bool = False
    """Whether what it is made of is wanted, to make it again when its text is another."""


class RenderResult(NamedTuple):
    """An output made: SHA-256 of its bytes, or what went wrong."""

    path: str
    name: str
    sha256: str
    problem: Problem | None = None
    leaks: tuple[Leak, ...] = ()
    seconds: float = 0.0
    plan: bytes = b""


def html_key(code: bytes, body: bytes) -> bytes:
    """The key under which a body's HTML is kept."""
    return keys.digest(b"html", code, body)


class Worker:
    """Renders outputs into the stage."""

    def __init__(self, stage: Stage) -> None:
        from sitegen.render.page import Renderer

        self._stage = stage
        self._pack = Pack(Path(stage.pack))
        compiled = Compiled(Path(stage.pack).parent, stage.code)
        self._renderer = Renderer(stage.theme, stage.site, self._body, compiled)
        self._finder = _finder(stage.redact)

    def _body(self, digest: bytes) -> str:
        key = html_key(self._stage.code, digest)
        html = self._pack.get(key)
        if html is None:  # it came after this worker opened the cache, or it is damaged
            self._pack = Pack(Path(self._stage.pack))
            html = self._pack.get(key)
        if html is None:
            raise CacheFault("a body is not in the cache")
        return html.decode("utf-8", "surrogatepass")

    def __call__(self, jobs: Sequence[RenderJob]) -> list[RenderResult]:
        """Make each output and leave it in the stage."""
        return [self._timed(job) for job in jobs]

    def _timed(self, job: RenderJob) -> RenderResult:
        started = time.perf_counter()
        made, plan = self._make(job), b""
        if job.keep and isinstance(job.output, Page):
            output = job.output
            plan = pickle.dumps((output.path, output.template, output.view, output.inputs), protocol=5)
        return made._replace(seconds=time.perf_counter() - started, plan=plan)

    def _make(self, job: RenderJob) -> RenderResult:
        from sitegen.model.codes import problem
        from sitegen.model.problem import Span
        from sitegen.render.page import TemplateFault

        try:
            data = self._bytes(job.output)
        except TemplateFault as error:
            return RenderResult(
                job.output.path, job.name, "", problem(Span(error.place, error.line, 1), "template-fault", str(error))
            )
        except _Refused as error:
            return RenderResult(job.output.path, job.name, "", error.problem)
        descriptor = os.open(os.path.join(self._stage.folder, job.name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)  # noqa: PTH118 - ten thousand times
        try:
            os.fchmod(descriptor, 0o644)
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)
        leaks = _leaks(self._finder, job.output.path, data, source_of(job.output))
        return RenderResult(job.output.path, job.name, hashlib.sha256(data).hexdigest(), leaks=leaks)

    def _bytes(self, output: Output) -> bytes:
        match output:
            case Asset():
                data = _unchanged(output, Path(output.source).read_bytes())
                return _without_metadata(output.path, data) if output.media else data
            case Export():
                return output.content(*output.inputs).encode("utf-8", "replace")
        return self._renderer.render(output).encode("utf-8", "replace")


def _unchanged(asset: Asset, data: bytes) -> bytes:
    """An asset's bytes, which must be those that its name and key were made of."""
    if hashlib.sha256(data).digest() != asset.digest:
        raise EngineFault(f"{asset.source} was changed while the site was being built", "build it again")
    return data


class _Refused(Exception):  # noqa: N818 - it says what becomes of the file
    """A file that is not to go out, and why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.problem = found


def _without_metadata(path: str, data: bytes) -> bytes:
    from sitegen.render.pictures import copied

    found = copied(data)
    if found.code:
        raise _Refused(media_problem(path, found))
    return found.data


def media_problem(path: str, found: Copied) -> Problem:
    """What is wrong with a file that would go out at `path`, at the place where it stands in the archive."""
    from sitegen.model.codes import problem
    from sitegen.model.problem import Span

    hint = (
        "save it anew as JPEG, PNG, GIF or WebP; for other kinds, take the metadata out with a tool that is made for it"
    )
    return problem(Span(f"content/{path}"), found.code, found.message, hint)


def _finder(redact: tuple[Redaction, ...]) -> LeakFinder | None:
    """What looks for redacted strings: nothing at all where there are none."""
    if not redact:
        return None
    from sitegen.render.leaks import LeakFinder

    return LeakFinder(redact)


def source_of(output: Output) -> str:
    """The picture that an output is a copy of, or nothing."""
    return output.source if isinstance(output, Asset) and output.media else ""


def _leaks(finder: LeakFinder | None, path: str, data: bytes, source: str) -> tuple[Leak, ...]:
    """The leaks in an output, and in the picture that it is a copy of: what was left out of it is looked at too."""
    if finder is None:
        return ()
    found = (*finder.in_name(path), *finder.in_file(data))
    return found if found or not source else finder.in_file(Path(source).read_bytes())


class LookAgain:
    """The leak check for outputs that stay as they are: they may have been made under another list.

    Each is given by its path and, of a copy, the file that it is a copy of.
    """

    def __init__(self, folder: str, redact: tuple[Redaction, ...]) -> None:
        self._folder = folder
        self._redact = redact

    def __call__(self, wanted: Sequence[tuple[str, str]]) -> list[tuple[str, tuple[Leak, ...]]]:
        """What leaks there are in each file."""
        finder = _finder(self._redact)
        return [(path, _leaks(finder, path, Path(self._folder, path).read_bytes(), source)) for path, source in wanted]


@lru_cache(maxsize=1)
def _worker(stage: bytes) -> Worker:
    """The worker of this process: of a build only, for another one may have another theme."""
    return Worker(pickle.loads(stage))  # noqa: S301 - pickled by this build


class Render:
    """Rendering as plain work for any executor: the stage crosses once as bytes, and each process unpacks it once."""

    def __init__(self, stage: Stage) -> None:
        self._stage = pickle.dumps(stage, protocol=5)

    def __call__(self, jobs: Sequence[RenderJob]) -> list[RenderResult]:
        """Make each output of a chunk."""
        return _worker(self._stage)(jobs)
