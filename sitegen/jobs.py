"""The work that a build hands to its workers: records to check, outputs to make (and files to read: see `reading`)."""

from __future__ import annotations

import hashlib
import os
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.changes import packed_notes
from sitegen.edition import Checked, Listed, Planned
from sitegen.engine.fault import EngineFault
from sitegen.model.output import Asset, Export, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sitegen.desk import Desk
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.leaks import Leak, LeakFinder
    from sitegen.render.pictures import Copied


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

    `number` names its files in the stage; `kept` are the keys of its outputs that stand as they were made. The lines
    of `looked_through` hold nothing that is redacted.
    """

    key: str
    number: int
    kept: Mapping[str, str]
    looked_through: bytes = b""


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


def origin_of(output: Output) -> str:
    """The content file that an output is about without being its record's page: a file that was withdrawn."""
    named = (getattr(value, "path", None) for value in output.inputs) if isinstance(output, Page) else ()
    return next((path for path in named if isinstance(path, str)), "")


class Plan:
    """Planning as plain work for any executor: what there would be, and nothing made of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, wanted: Sequence[str]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """The paths of what each record, or planner of the whole archive, becomes, and the origins of these."""
        return [(key, tuple((one.path, origin_of(one)) for one in self._desk.plan(key))) for key in wanted]


class Make:
    """Planning and making outputs as plain work for any executor."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, jobs: Sequence[Job]) -> list[Done]:
        """Plan each job's outputs, and make those that are missing in the stage; the pages first, as in `parse`."""
        return [done() for done in [self._begun(job) for job in jobs]]

    def _begun(self, job: Job) -> Callable[[], Done]:
        desk = self._desk
        with desk.raw.noting() as asked, desk.seen.noting() as notes:
            outputs = tuple(desk.plan(job.key))
        return _begin(desk, job, outputs, packed_notes(asked | notes))


def make(desk: Desk, job: Job, outputs: Iterable[Output], notes: bytes = b"") -> Done:
    """Make what is missing of these outputs in the stage."""
    return _begin(desk, job, outputs, notes)()


class _Draft(NamedTuple):
    """An output that is being made: its bytes, where they are there already."""

    output: Output
    made: Made
    data: bytes | None = None


FEW = 8
"""Pages of one job that are held in memory until all of the chunk are made; files are not, they may be large."""


def _begin(desk: Desk, job: Job, outputs: Iterable[Output], notes: bytes) -> Callable[[], Done]:
    """The pages that are missing, made; what is given then writes and looks through them."""
    listed: list[Listed] = []
    digests: list[str] = []
    drafts: list[_Draft] = []
    for output in outputs:
        key = desk.key(output)
        wanted = key.digest.hex()
        template, indexed = (output.template, output.indexed) if isinstance(output, Page) else ("", False)
        listed.append(Listed(output.path, template, indexed, key.parts, origin_of(output)))
        digests.append(wanted)
        if job.kept.get(output.path) != wanted:
            name = f"{job.number}-{len(drafts)}"
            draft = _Draft(output, Made(output.path, wanted, "", name, template, _input_names(output), 0.0))
            drafts.append(_rendered(desk, draft) if isinstance(output, Page) and len(drafts) < FEW else draft)
    planned = Planned(tuple(listed), notes)
    return lambda: Done(
        job.key, planned, tuple(digests), tuple(_left(desk, draft, job.looked_through) for draft in drafts)
    )


def _rendered(desk: Desk, draft: _Draft) -> _Draft:
    """An output with its bytes, or what is wrong."""
    from sitegen.model.codes import problem
    from sitegen.model.problem import Span
    from sitegen.render.fault import TemplateFault

    started, made, data = time.perf_counter(), draft.made, b""
    try:
        data = _bytes(desk, draft.output)
    except TemplateFault as error:
        made = made._replace(problem=problem(Span(error.place, error.line, 1), "template-fault", str(error)))
    except _Refused as error:
        made = made._replace(problem=error.problem)
    return draft._replace(data=data, made=made._replace(seconds=time.perf_counter() - started))


def _left(desk: Desk, draft: _Draft, looked_through: bytes) -> Made:
    """An output written in the stage, and looked through."""
    output, made, data = draft if draft.data is not None else _rendered(desk, draft)
    if made.problem is not None or data is None:
        return made
    started = time.perf_counter()
    _write(os.path.join(desk.folder, made.name), data)  # noqa: PTH118 - ten thousand times
    seen = _other_lines(data, looked_through) if looked_through else data
    leaks = find_leaks(desk.finder, output.path, seen, source_of(output))
    seconds = made.seconds + time.perf_counter() - started
    return made._replace(sha256=hashlib.sha256(data).hexdigest(), leaks=leaks, seconds=seconds)


def _other_lines(data: bytes, known: bytes) -> bytes:
    """The lines that are not known."""
    there = set(known.split(b"\n"))
    return b"\n".join([line for line in data.split(b"\n") if line not in there])


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


@lru_cache(maxsize=1)  # a preview asks for the same again and again
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
    found = finder.in_output(path, data)
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
