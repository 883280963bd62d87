"""The work that a build hands to its workers: files to read, records to check, outputs to make."""

from __future__ import annotations

import hashlib
import os
import pickle
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.edition import Checked, Item, Listed, Planned, packed_notes
from sitegen.engine import keys
from sitegen.engine.fault import EngineFault
from sitegen.inputs import SEEDS
from sitegen.model.output import Asset, Export, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sitegen.desk import Desk
    from sitegen.load.records import Parsed
    from sitegen.load.sidecar import ParsedSidecar
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.leaks import Leak, LeakFinder
    from sitegen.render.pictures import Copied


class ParseJob(NamedTuple):
    """A content file to be read, and what it is read with."""

    path: str
    file: str
    settings: bytes
    site_redact: tuple[str, ...]
    excerpt_words: int


class ParseResult(NamedTuple):
    """A content file read, and what the cache is to keep of it: the record whole, and its body's safe HTML.

    The item's digest is that of the bytes that were read: they may not be those of the moment when they were looked at.
    """

    path: str
    item: Item
    kept: tuple[tuple[bytes, bytes], ...]


def item_key(settings: bytes, path: str, digest: bytes) -> bytes:
    """The key under which the cache keeps what is read of a file."""
    return keys.digest(b"whole", settings, path, digest)


def parse(jobs: Sequence[ParseJob]) -> list[ParseResult]:
    """Read and convert content files."""
    return [_parse(job) for job in jobs]


def _parse(job: ParseJob) -> ParseResult:
    data = Path(job.file).read_bytes()
    digest = hashlib.sha256(data).digest()
    key = item_key(job.settings, job.path, digest)
    if job.path.startswith(SEEDS):
        from sitegen.load.sidecar import parse_sidecar

        beside = parse_sidecar(job.path, data, job.site_redact)
        return ParseResult(job.path, item_of(beside, job.settings, digest, key), ((key, _pickled(beside)),))
    parsed, html = _converted(job, data)
    item = item_of(parsed, job.settings, digest, key)
    bodies = ((item.html, html.encode("utf-8", "surrogatepass")),) if item.html else ()
    return ParseResult(job.path, item, (*bodies, (key, _pickled(parsed))))


def _converted(job: ParseJob, data: bytes) -> tuple[Parsed, str]:
    """A record without its body, and the body's HTML."""
    from sitegen.load.records import parse as parse_record
    from sitegen.model.codes import problem
    from sitegen.model.problem import Span
    from sitegen.render.markdown import to_html

    parsed = parse_record(job.path, data, job.site_redact, job.excerpt_words)
    if parsed.record is None or not parsed.body:
        return parsed._replace(body=""), ""
    rendered = to_html(parsed.body)
    if rendered.fallback:
        fault = problem(Span(job.path, parsed.record.body.line, 1), "text-not-rendered", rendered.fallback)
        parsed = parsed._replace(problems=(*parsed.problems, fault))
    return parsed._replace(body=""), rendered.html


def _pickled(value: object) -> bytes:
    return pickle.dumps(value, protocol=5)


def item_of(parsed: Parsed | ParsedSidecar, settings: bytes, digest: bytes, key: bytes) -> Item:
    """What a build keeps in mind of a file that was read."""
    from sitegen.load.sidecar import ParsedSidecar
    from sitegen.model.light import Light

    if isinstance(parsed, ParsedSidecar):
        article = parsed.sidecar.article if parsed.sidecar is not None else ""
        return Item(digest, key, problems=parsed.problems, article=article)
    record = parsed.record
    if record is None:
        return Item(digest, key, None, parsed.redact, parsed.problems)
    html = html_key(settings, record.body.digest) if record.body.words else b""
    return Item(digest, key, Light().of(record), parsed.redact, parsed.problems, html=html)


def html_key(settings: bytes, body: bytes) -> bytes:
    """The key under which a body's HTML is kept."""
    return keys.digest(b"html", settings, body)


class Found(NamedTuple):
    """What the checks say of the record `key`."""

    key: str
    checked: Checked


class Check:
    """The checks of single records as plain work for any executor."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, wanted: Sequence[str]) -> list[Found]:
        """What is wrong with each record."""
        from sitegen.check.checks import check_record

        desk = self._desk
        found = []
        for key in wanted:
            with desk.raw.noting() as notes:
                record = desk.raw.whole(desk.raw.records[key])
                problems = tuple(check_record(record, desk.raw, desk.surroundings))
            found.append(Found(key, Checked(problems, packed_notes(notes))))
        return found


class Job(NamedTuple):
    """Something whose outputs are to be made: a record by its `folder/id`, or a planner of the whole archive.

    `number` names its files in the stage; `kept` are the keys of its outputs that stand as they were made.
    """

    key: str
    number: int
    kept: Mapping[str, str]


class Made(NamedTuple):
    """An output that was made: its key, the SHA-256 of its bytes and its name in the stage, or what went wrong.

    `inputs` are the names of what it is made from.
    """

    path: str
    key: str
    sha256: str
    name: str
    template: str
    inputs: tuple[str, ...]
    seconds: float
    problem: Problem | None = None
    leaks: tuple[Leak, ...] = ()


class Done(NamedTuple):
    """What a job came to: everything that it planned, with the keys, and what of that was missing and is made now."""

    key: str
    planned: Planned
    keys: tuple[str, ...]
    made: tuple[Made, ...]


class Plan:
    """Planning as plain work for any executor: what there would be, and nothing made of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, wanted: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
        """The paths of what each record, or planner of the whole archive, becomes."""
        return [(key, tuple(output.path for output in self._desk.plan(key))) for key in wanted]


class Make:
    """Planning and making outputs as plain work for any executor."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, jobs: Sequence[Job]) -> list[Done]:
        """Plan each job's outputs, and make those that are missing in the stage."""
        return [self._done(job) for job in jobs]

    def _done(self, job: Job) -> Done:
        desk = self._desk
        with desk.raw.noting() as asked, desk.seen.noting() as notes:
            outputs = tuple(desk.plan(job.key))
        return make(desk, job, outputs, packed_notes(asked | notes))


def make(desk: Desk, job: Job, outputs: Iterable[Output], notes: bytes = b"") -> Done:
    """Make what is missing of these outputs in the stage."""
    listed: list[Listed] = []
    digests: list[str] = []
    made: list[Made] = []
    for output in outputs:
        key = desk.key(output)
        wanted = key.digest.hex()
        template, indexed = (output.template, output.indexed) if isinstance(output, Page) else ("", False)
        listed.append(Listed(output.path, template, indexed, key.parts))
        digests.append(wanted)
        if job.kept.get(output.path) != wanted:
            made.append(_made(desk, output, wanted, f"{job.number}-{len(made)}"))
    return Done(job.key, Planned(tuple(listed), notes), tuple(digests), tuple(made))


def _made(desk: Desk, output: Output, key: str, name: str) -> Made:
    from sitegen.model.codes import problem
    from sitegen.model.problem import Span
    from sitegen.render.page import TemplateFault

    started = time.perf_counter()
    template = output.template if isinstance(output, Page) else ""
    made = Made(output.path, key, "", name, template, _input_names(output), 0.0)
    try:
        data = _bytes(desk, output)
    except TemplateFault as error:
        return made._replace(problem=problem(Span(error.place, error.line, 1), "template-fault", str(error)))
    except _Refused as error:
        return made._replace(problem=error.problem)
    _write(os.path.join(desk.folder, name), data)  # noqa: PTH118 - ten thousand times
    leaks = find_leaks(desk.finder, output.path, data, source_of(output))
    seconds = time.perf_counter() - started
    return made._replace(sha256=hashlib.sha256(data).hexdigest(), leaks=leaks, seconds=seconds)


def _write(file: str, data: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.fchmod(descriptor, 0o644)
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)


def _bytes(desk: Desk, output: Output) -> bytes:
    match output:
        case Asset():
            data = _unchanged(output, Path(output.source).read_bytes())
            return _without_metadata(output.path, data) if output.media else data
        case Export():
            return output.content(*output.inputs).encode("utf-8", "replace")
    return desk.renderer.render(output).encode("utf-8", "replace")


def _input_names(output: Output) -> tuple[str, ...]:
    if isinstance(output, Asset):
        return ("the file",)
    function = output.view if isinstance(output, Page) else output.content
    code = getattr(function, "__code__", None)
    return tuple(name.strip("_").replace("_", " ") for name in code.co_varnames[: code.co_argcount]) if code else ()


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


def finder_of(redact: tuple[Redaction, ...]) -> LeakFinder | None:
    """What looks for redacted strings: nothing at all where there are none."""
    if not redact:
        return None
    from sitegen.render.leaks import LeakFinder

    return LeakFinder(redact)


def source_of(output: Output) -> str:
    """The picture that an output is a copy of, or nothing."""
    return output.source if isinstance(output, Asset) and output.media else ""


def find_leaks(finder: LeakFinder | None, path: str, data: bytes, source: str) -> tuple[Leak, ...]:
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
        finder = finder_of(self._redact)
        return [
            (path, find_leaks(finder, path, Path(self._folder, path).read_bytes(), source)) for path, source in wanted
        ]
