"""The one flow: files to records, records to outputs, outputs to a folder. Only here is the stations' order known."""

from __future__ import annotations

import datetime as dt
import pickle
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.fault import CacheFault, EngineFault
from sitegen.engine.fork import aside
from sitegen.engine.guard import locked
from sitegen.engine.pack import Pack
from sitegen.engine.pool import Workers
from sitegen.engine.scan import fingerprint, scan
from sitegen.engine.target import open_target
from sitegen.inputs import CODE, MEDIA, ROOMS, SEEDS, SITE_FILE, TEMPLATES, THEME, Inputs, Known
from sitegen.model.problem import Problem, Severity, SitegenError
from sitegen.report import Report
from sitegen.state import Glance, State, as_left, load_glance, load_state, save_glance, save_state
from sitegen.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor

    from sitegen.check.audit import Audited
    from sitegen.check.surroundings import Surroundings
    from sitegen.engine.target import Target
    from sitegen.loading import Loaded
    from sitegen.model.archive import Archive
    from sitegen.model.gate import Gated
    from sitegen.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
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


def check(root: Path, base_url: str = "", *, now: dt.date | None = None) -> Report:
    """Read the whole archive and report what is wrong with it; nothing is written but the cache."""
    inputs, loaded = _read(root, base_url)
    problems = [*loaded.problems, *_check(loaded, inputs)]
    if loaded.site is None or _errors(problems):
        return Report(problems=_in_order(problems))
    from sitegen.history import silent_changes, silent_withdrawals
    from sitegen.model.records import Article
    from sitegen.planning import plan_all
    from sitegen.rendering import collisions, fixity, media_problems

    problems += silent_changes(root, [record for record in loaded.records if isinstance(record, Article)])
    problems += silent_withdrawals(root, loaded.records)
    today = _today(loaded, root, now)
    planned = plan_all(_gate(loaded, today, drafts=True), loaded, inputs)
    problems += collisions((*planned.outputs, fixity({})))
    problems += media_problems(planned.outputs)
    return Report(problems=_in_order(problems), withheld=_gate(loaded, today, drafts=False).withheld)


def read_archive(root: Path) -> Archive:
    """Every record that can be read, drafts too; what is wrong with the others is for `check` to say."""
    from sitegen.model.archive import Archive

    _, loaded = _read(root, "")
    return Archive.of(loaded.records, loaded.sidecars)


def audit(root: Path) -> tuple[Audited, ...]:
    """How complete each article is by what an archive of evidence is asked for."""
    from sitegen.check.audit import audit as audit_archive
    from sitegen.model.archive import Archive

    inputs, loaded = _read(root, "")
    if loaded.site is None:
        raise SitegenError("content/site.yaml cannot be read", "run `sitegen check`")
    return tuple(audit_archive(Archive.of(loaded.records, loaded.sidecars), _surroundings(loaded.site, inputs)))


def _read(root: Path, base_url: str) -> tuple[Inputs, Loaded]:
    from sitegen.loading import load

    _require_site(root)
    inputs = Inputs(root)
    with _cache_of_check(root) as folder, Workers(None) as workers:
        pack = Pack(folder / "pack")
        loaded = load(inputs, base_url, _code(inputs), pack, workers=workers, progress=silent)
        pack.compact(loaded.keys)
    return inputs, loaded


@contextmanager
def _cache_of_check(root: Path) -> Iterator[Path]:
    """The cache of checks, or a passing one where another check is at work or nothing can be written."""
    with ExitStack() as stack:
        folder = root / ".cache" / "check"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(folder))
        except (OSError, EngineFault):
            import tempfile

            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sitegen-check-")))
        yield folder


def build(
    options: Options, progress: Callable[[str, int, int], None] = silent, executor: Executor | None = None
) -> Report:
    """Make the output equal to what the content says, doing only what is missing; with an error it stays as it was."""
    _require_site(options.root)
    output = open_target(options.output, source=options.root, rooms=ROOMS)
    with output as target, Workers(options.workers, executor) as workers:
        try:
            return _build(options, target, workers, progress)
        except CacheFault:
            (options.cache_folder / "pack").unlink(missing_ok=True)
            return _build(options, target, workers, progress)


def _build(options: Options, target: Target, workers: Workers, progress: Callable[[str, int, int], None]) -> Report:
    seen = time.time_ns()
    timing = Timing()
    with aside(lambda: _look(target)) as look:
        inputs = Inputs(options.root)
        glance = load_glance(options.cache_folder / "glance") if options.trust_times else None
        if glance is not None and _at_a_glance(glance, options, inputs) and glance.outputs == look():
            return Report(problems=glance.problems, withheld=glance.withheld, reused=glance.made)
    state = load_state(options.cache_folder / "state")
    if state is not None and options.trust_times:
        inputs.known = state.inputs
        if _unchanged(state, options, inputs, target):
            _remember(state._replace(inputs=Known(inputs.stamps, inputs.digests, seen)), options, inputs, target)
            return Report(problems=state.problems, withheld=state.withheld, reused=len(target.made))
        begun = Begun(inputs, state, seen, timing)
        if (report := _retouch(options, target, workers, progress, begun)) is not None:
            return report
    return _make(options, target, workers, progress, Begun(inputs, state, seen, timing))


def _retouch(
    options: Options,
    target: Target,
    workers: Workers,
    progress: Callable[[str, int, int], None],
    begun: Begun,
) -> Report | None:
    """A build of a few pages whose words alone have changed, or None where it is not that simple."""
    inputs, state, seen, timing = begun
    assert state is not None
    if not _same_question(state, options):
        return None
    from sitegen.render.theme import make_theme
    from sitegen.retouch import Base, edited, retouch

    paths = edited(inputs, state)
    if not paths:
        return None
    cache = options.cache_folder
    timing.lap("look")
    theme = make_theme(inputs.folder(THEME), inputs.folder(TEMPLATES))
    base = Base(inputs, state, target, Pack(cache / "pack"), Pack(cache / "plans"), _code(inputs), theme)
    done = retouch(base, paths, options.base_url, workers, progress)
    if done is None or edited(inputs, state) != paths:  # something else was changed meanwhile
        return None
    timing.lap("retouch")
    known = Known(inputs.stamps, inputs.digests, seen)
    _remember(state._replace(inputs=known, parts=done.parts, texts=done.texts), options, inputs, target)
    timing.lap("remember")
    reused = len(target.made) - len(done.made)
    return Report(problems=state.problems, withheld=state.withheld, made=done.made, reused=reused, timing=timing)


def _same_question(state: State | Glance, options: Options) -> bool:
    """Whether the last build was asked for the same, on a day that makes no difference."""
    return state.options == _asked(options) and (
        state.today is None or state.today == (options.now or _newest_commit(options.root))
    )


def _look(target: Target) -> bytes:
    return fingerprint(scan(target.folder, "", hidden=True).files)


def _make(
    options: Options,
    target: Target,
    workers: Workers,
    progress: Callable[[str, int, int], None],
    begun: Begun,
) -> Report:
    from sitegen.loading import load
    from sitegen.planning import plan_all
    from sitegen.writing import Writer

    inputs, state, seen, timing = begun
    timing.lap("look")
    pack = Pack(options.cache_folder / "pack")
    loaded = load(inputs, options.base_url, _code(inputs), pack, workers=workers, progress=progress)
    timing.lap("load")
    problems = [*loaded.problems, *_check(loaded, inputs)]
    timing.lap("check")
    if loaded.site is None or _errors(problems):
        return Report(problems=_in_order(problems))
    from sitegen.check.safety import unsaid

    today = _today(loaded, options.root, options.now)
    gated = _gate(loaded, today, drafts=options.drafts)
    problems += unsaid(loaded.records, target.made)
    writer = Writer(target, state, workers, progress, timing, trust=options.trust_times)
    planned = plan_all(gated, loaded, inputs)
    timing.lap("plan")
    written = writer.write(planned, options.cache_folder, _code(inputs))
    found = _in_order([*problems, *written.problems])
    if written.failed:
        return Report(problems=found, withheld=gated.withheld)
    pack.compact(loaded.keys)
    parts = {path: key.parts for path, key in written.keys.items()}
    known = Known(inputs.stamps, inputs.digests, seen)
    around = pickle.dumps((planned.site, planned.redact), protocol=5)
    said = (found, gated.withheld, today, planned.redact_digest)
    kept = State(known, {}, parts, _asked(options), 0, *said, written.texts, around)
    _remember(kept, options, inputs, target)
    timing.lap("remember")
    return Report(
        problems=found,
        withheld=gated.withheld,
        made=written.made,
        reused=len(written.keys) - len(written.made),
        removed=written.removed,
        timing=timing,
    )


def _require_site(root: Path) -> None:
    if not (root / SITE_FILE).is_file():
        hint = "run `sitegen init`, or name the archive's folder with --root"
        raise SitegenError(f"there is no archive here: {root / SITE_FILE} is missing", hint)


def _code(inputs: Inputs) -> bytes:
    """A digest of our own code and of the libraries that make the bytes."""
    from sitegen.libraries import versions

    return keys.digest(versions(), *((path, inputs.digests[path]) for path in inputs.paths(CODE)))


def _asked(options: Options) -> tuple[object, ...]:
    from sitegen.libraries import versions

    root = str(options.root.resolve())
    return options.base_url, options.drafts, str(options.now), root, versions()


def _at_a_glance(glance: Glance, options: Options, inputs: Inputs) -> bool:
    """Whether the inputs are as they were: all that a build with nothing to do has to know of them."""
    return not inputs.strange and glance.inputs == fingerprint(inputs.stamps) and _same_question(glance, options)


def _unchanged(state: State, options: Options, inputs: Inputs, target: Target) -> bool:
    return (
        state.inputs.digests == inputs.digests
        and not inputs.strange
        and _same_question(state, options)
        and state.outputs.keys() == target.made.keys()
        and all(as_left(target, state, path) for path in target.made)
    )


def _check(loaded: Loaded, inputs: Inputs) -> list[Problem]:
    from sitegen.check.checks import check_all
    from sitegen.model.archive import Archive

    if loaded.site is None:
        return []
    archive = Archive.of(loaded.records, loaded.sidecars)
    return list(check_all(loaded.records, archive, _surroundings(loaded.site, inputs)))


def _surroundings(site: Site, inputs: Inputs) -> Surroundings:
    from sitegen.check.surroundings import Surroundings

    seeds = {path: inputs.digests[path].hex() for path in inputs.paths(SEEDS)}
    return Surroundings(site, seeds, frozenset(path.removeprefix(MEDIA) for path in inputs.paths(MEDIA)))


def _today(loaded: Loaded, root: Path, now: dt.date | None) -> dt.date | None:
    """The day that embargoes are compared with; None where there are none."""
    if all(record.embargo is None for record in loaded.records):
        return None
    return now or _newest_commit(root)


def _gate(loaded: Loaded, today: dt.date | None, *, drafts: bool) -> Gated:
    from sitegen.model.gate import gate

    return gate(loaded.records, drafts=drafts, today=today or dt.date.min)


def _newest_commit(root: Path) -> dt.date:
    """The day of the newest commit: embargoes are compared with it, so that one tree always gives one site."""
    import subprocess

    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
        text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout  # noqa: S603
        return dt.date.fromisoformat(text.strip())
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        hint = "name the day that embargoes are compared with: --now 2026-12-01"
        raise SitegenError("there are embargoes, and no commit to take today's date from", hint) from error


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems)))


def _remember(state: State, options: Options, inputs: Inputs, target: Target) -> None:
    """Keep the state for the next build, with the output's files as they are now."""
    left = time.time_ns()
    found = scan(target.folder, "", hidden=True).files
    outputs = {path: found[path] for path in target.made if path in found}
    state = state._replace(outputs=outputs, left=left)
    save_state(options.cache_folder / "state", state)
    sure = state.settled() and not inputs.strange and all(stamp.settled(left) for stamp in found.values())
    seen = (fingerprint(inputs.stamps), fingerprint(found))
    glance = Glance(state.options, *seen, len(outputs), state.problems, state.withheld, state.today)
    save_glance(options.cache_folder / "glance", glance if sure else None)
