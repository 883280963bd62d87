"""The one flow: files to records, records to outputs, outputs to a folder. Only here is the stations' order known."""

from __future__ import annotations

import datetime as dt
import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.fault import CacheFault
from sitegen.engine.fork import aside
from sitegen.engine.guard import MANIFEST
from sitegen.engine.listing import NOTHING, Listing, fingerprint_of
from sitegen.engine.pool import Workers
from sitegen.engine.scan import stamp_of
from sitegen.engine.target import open_target
from sitegen.inputs import CODE, EDITION, PACK, ROOMS, SITE_FILE, STATE, Inputs, Known
from sitegen.model.problem import Problem, Severity, SitegenError
from sitegen.model.withheld import NO_DAY
from sitegen.report import Report
from sitegen.state import (
    Glance,
    State,
    load_edition,
    load_glance,
    load_state,
    save_edition,
    save_glance,
    save_state,
    standing,
)
from sitegen.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from sitegen.edition import Edition
    from sitegen.engine.pack import Pack
    from sitegen.engine.target import Target
    from sitegen.loading import Loaded
    from sitegen.memory import Memory

MUCH = 1 << 20
"""Bytes by which the cache may grow before it is worth a look whether it can be made smaller."""


class Options(NamedTuple):
    """What a build is asked for. `now` is the day that embargoes are compared with; None: the newest commit's."""

    root: Path
    output: Path
    base_url: str = ""
    drafts: bool = False
    workers: int | None = None
    trust_times: bool = True
    now: dt.date | None = None
    cache: Path | None = None

    @property
    def cache_folder(self) -> Path:
        """Where this output's cache is kept."""
        return self.cache or self.root / ".cache" / keys.digest(str(self.output.resolve())).hex()[:12]


class Begun(NamedTuple):
    """What a build works from: the files that there are, what the last build left, and when they were looked at."""

    inputs: Inputs
    state: State | None
    seen: int
    timing: Timing


def silent(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


def build(
    options: Options,
    progress: Callable[[str, int, int], None] = silent,
    executor: Executor | None = None,
    memory: Memory | None = None,
) -> Report:
    """Make the output equal to what the content says, doing only what is missing; with an error it stays as it was.

    `memory` is for those who build again and again.
    """
    require_site(options.root)
    output = open_target(options.output, source=options.root, rooms=ROOMS)
    with output as target, Workers(options.workers, executor) as workers, _no_collection():
        try:
            return _build(Work(options, target, workers, progress, memory))
        except CacheFault:
            for name in (PACK, f"{PACK}-index", EDITION):
                (options.cache_folder / name).unlink(missing_ok=True)
            return _build(Work(options, target, workers, progress, None))


@contextmanager
def _no_collection() -> Iterator[None]:
    """A build makes many values and hardly a circle: to look for these again and again would double its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Work(NamedTuple):
    """A build: what it is asked for, where it writes, who works, whom it tells, and what is still in memory."""

    options: Options
    target: Target
    workers: Workers
    progress: Callable[[str, int, int], None]
    memory: Memory | None


def _build(work: Work) -> Report:
    options, target = work.options, work.target
    seen = time.time_ns()
    timing = Timing()
    _recall_output(work)
    with aside(lambda: target.stamps.packed()) as look:  # noqa: PLW0108 - to ask for the stamps is the work
        inputs = Inputs(options.root)
        glance = load_glance(options.cache_folder / "glance") if options.trust_times else None
        same = glance is not None and _at_a_glance(glance, options, inputs)
        files = look()
        if glance is not None and same and glance.outputs == fingerprint_of(files):
            return Report(problems=glance.problems, withheld=glance.withheld, reused=glance.made)
    target.stamps = Listing.unpacked(*files)
    state = _state(options, work.memory)
    if state is not None and options.trust_times:
        inputs.known = state.inputs
        if _unchanged(state, options, inputs, target):
            _remember(state._replace(inputs=Known(inputs.stamps, inputs.digests, seen)), work, inputs)
            return Report(problems=state.problems, withheld=state.withheld, reused=len(target.made))
    return _make(work, Begun(inputs, state, seen, timing))


def _recall_output(work: Work) -> None:
    """Spare a preview the look at the output, which is nobody else's, as long as the manifest is the one it wrote."""
    memory, target = work.memory, work.target
    if memory is None or memory.manifest is None or memory.manifest != stamp_of(target.folder / MANIFEST):
        return
    if (state := _state(work.options, memory)) is not None and state is memory.state:
        target.made, target.stamps = memory.made, state.outputs


def _same_question(state: State | Glance, options: Options) -> bool:
    """Whether the last build was asked for the same, on a day that makes no difference."""
    return state.options == _asked(options) and (
        state.today is None or state.today == (options.now or _newest_commit(options.root))
    )


def _make(work: Work, begun: Begun) -> Report:
    from sitegen.check.safety import unsaid
    from sitegen.checking import check_all
    from sitegen.engine.pack import Pack
    from sitegen.loading import load
    from sitegen.model.gate import gone_unsaid
    from sitegen.planning import Where, edition_of, prepare
    from sitegen.writing import Writer, redact_digest

    options, target, workers, progress, memory = work
    inputs, state, seen, timing = begun
    timing.lap("look")
    cache = options.cache_folder
    before = _before(options, state, memory)
    pack = Pack(cache / PACK)
    timing.lap("recall")
    code = code_digest(inputs)
    loaded = load(inputs, options.base_url, code, pack, before, workers=workers, progress=progress)
    timing.lap("load")
    if loaded.site is None:
        return Report(problems=in_order(loaded.problems))
    today = day_of(loaded, options.root, options.now)
    where = Where(cache, target.stage, code)
    prepared = prepare(loaded, inputs, before, pack, where, today=today, drafts=options.drafts)
    timing.lap("prepare")
    checked = check_all(prepared, before, workers)
    problems = [*loaded.problems, *checked.problems]
    timing.lap("check")
    if has_errors(problems):
        return Report(problems=in_order(problems))
    problems += unsaid(map(prepared.desk.raw.whole, gone_unsaid(loaded.gated)), target.made)
    writer = Writer(target, state, workers, progress, timing, trust=options.trust_times)
    written = writer.write(prepared, before)
    withheld = prepared.gated.withheld
    found = in_order([*problems, *written.problems])
    if written.failed:
        return Report(problems=found, withheld=withheld)
    compacted = _compacted(pack, loaded, before)
    now = edition_of(prepared, checked, written, pack.size, compacted)
    edition = save_edition(cache / EDITION, now, before, state.edition if state is not None else b"")
    if memory is not None:
        memory.edition, memory.digest, memory.held = now, edition, (prepared, written)
    known = Known(inputs.stamps, inputs.digests, seen)
    asked_of = today if any(record.embargo is not None for record in loaded.gated) else None
    kept = State(known, NOTHING, _asked(options), 0, found, withheld, asked_of, redact_digest(loaded.redact), edition)
    _remember(kept, work, inputs)
    timing.lap("remember")
    return Report(found, withheld, written.made, written.reused, removed=written.removed, timing=timing)


def _compacted(pack: Pack, loaded: Loaded, before: Edition | None) -> int:
    """The size of the cache when it was last made small, which is now where it has grown much."""
    compacted = before.compacted if before is not None else 0
    if pack.size > 4 * compacted + MUCH:
        pack.compact(loaded.keys())
        compacted = pack.size
    return compacted


def _before(options: Options, state: State | None, memory: Memory | None) -> Edition | None:
    """What the last build knew of the archive, if it was asked for the same."""
    if state is None or not options.trust_times or not _same_question(state, options):
        return None
    if memory is not None and memory.digest == state.edition:
        return memory.edition
    return load_edition(options.cache_folder / EDITION, state.edition)


def require_site(root: Path) -> None:
    """Stop where there is no archive."""
    if not (root / SITE_FILE).is_file():
        hint = "run `sitegen init`, or name the archive's folder with --root"
        raise SitegenError(f"there is no archive here: {root / SITE_FILE} is missing", hint)


def code_digest(inputs: Inputs) -> bytes:
    """A digest of our own code and of the libraries that make the bytes."""
    from sitegen.libraries import versions

    return keys.digest(versions(), *((path, inputs.digests[path]) for path in inputs.paths(CODE)))


def _asked(options: Options) -> tuple[object, ...]:
    from sitegen.libraries import versions

    root = str(options.root.resolve())
    return options.base_url, options.drafts, str(options.now), root, versions()


def _at_a_glance(glance: Glance, options: Options, inputs: Inputs) -> bool:
    """Whether the inputs are as they were: all that a build with nothing to do has to know of them."""
    return not inputs.strange and glance.inputs == inputs.stamps.fingerprint and _same_question(glance, options)


def _unchanged(state: State, options: Options, inputs: Inputs, target: Target) -> bool:
    return (
        state.inputs.digests == inputs.digests
        and not inputs.strange
        and _same_question(state, options)
        and state.outputs.keys() == target.made.keys()
        and len(standing(target, state)) == len(target.made)
    )


def day_of(loaded: Loaded, root: Path, now: dt.date | None) -> dt.date:
    """The day that embargoes are compared with: any where there are none, the first of all where none is known."""
    if all(record.embargo is None for record in loaded.gated):
        return dt.date.max
    return now or _newest_commit(root)


def _newest_commit(root: Path) -> dt.date:
    """The day of the newest commit: embargoes are compared with it, so that one tree always gives one site."""
    import subprocess

    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
        text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout  # noqa: S603
        return dt.date.fromisoformat(text.strip())
    except (OSError, ValueError, subprocess.SubprocessError):
        return NO_DAY


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything is wrong enough to stop."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each once."""
    return tuple(sorted(dict.fromkeys(problems)))


def _state(options: Options, memory: Memory | None) -> State | None:
    """What the last build left: that of this process, if no other has written one since."""
    file = options.cache_folder / STATE
    if memory is not None and memory.state is not None and memory.stamp == stamp_of(file):
        return memory.state
    return load_state(file)


def _remember(state: State, work: Work, inputs: Inputs) -> None:
    """Keep the state for the next build, with the output's files as they are now."""
    options, target, memory = work.options, work.target, work.memory
    left = time.time_ns()
    found = target.stamps_now(state.inputs.seen)
    foreign = found.keys() - target.made.keys()
    outputs = found.changed(dict.fromkeys(foreign)) if foreign else found
    state = state._replace(outputs=outputs, left=left)
    save_state(options.cache_folder / STATE, state)
    if memory is not None:
        memory.state, memory.stamp = state, stamp_of(options.cache_folder / STATE)
        memory.made, memory.manifest = target.made, stamp_of(target.folder / MANIFEST)
    sure = not inputs.strange and not inputs.stamps.unsettled(state.inputs.seen) and not found.unsettled(left)
    seen = (inputs.stamps.fingerprint, found.fingerprint)
    glance = Glance(state.options, *seen, len(outputs), state.problems, state.withheld, state.today)
    save_glance(options.cache_folder / "glance", glance if sure else None)
