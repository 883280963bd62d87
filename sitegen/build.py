"""The one flow: files to records, records to outputs, outputs to a folder. Only this module knows the order of the stations."""

from __future__ import annotations

import datetime as dt
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.pack import Pack
from sitegen.engine.pool import Workers
from sitegen.engine.scan import RACY, scan
from sitegen.engine.target import Made, open_target
from sitegen.inputs import CODE, MEDIA, SEEDS, SITE_FILE, TEMPLATES, THEME, Inputs, Known
from sitegen.jobs import Stage
from sitegen.loading import Loaded, load
from sitegen.model.problem import Problem, Severity, SitegenError
from sitegen.report import Made as MadeAgain
from sitegen.report import Report
from sitegen.state import State, load_state, save_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from sitegen.engine.target import Target
    from sitegen.model.frame import SiteView
    from sitegen.model.gate import Gated
    from sitegen.model.output import Output
    from sitegen.render.theme import Theme


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


class Planned(NamedTuple):
    """What is to be written, and what it is rendered with."""

    outputs: tuple[Output, ...]
    theme: Theme
    site: SiteView


def silent(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


def check(root: Path, base_url: str = "", *, now: dt.date | None = None) -> Report:
    """Read the whole archive and report what is wrong with it; nothing is written but the cache."""
    _require_site(root)
    inputs = Inputs(root, None)
    pack = Pack(root / ".cache" / "check" / "pack")
    loaded = load(inputs, base_url, _code(inputs), pack, Workers(None), silent)
    problems = [*loaded.problems, *_check(loaded, inputs)]
    withheld = _gate(loaded, root, now, drafts=False).withheld if loaded.site else ()
    if loaded.site is not None and not _errors(problems):
        from sitegen.rendering import collisions

        problems += collisions(_plan(_gate(loaded, root, now, drafts=True), loaded, inputs).outputs)
    pack.compact(loaded.keys)
    return Report(problems=_in_order(problems), withheld=withheld)


def build(
    options: Options, progress: Callable[[str, int, int], None] = silent, executor: Executor | None = None
) -> Report:
    """Make the output equal to what the content says, doing only what is missing; with an error it stays as it was."""
    _require_site(options.root)
    with open_target(options.output, source=options.root) as target, Workers(options.workers, executor) as workers:
        seen = time.time_ns()
        state = load_state(options.cache_folder / "state")
        inputs = Inputs(options.root, state.inputs if state else None, trust=options.trust_times)
        asked = (options.base_url, options.drafts, str(options.now), str(options.root.resolve()))
        if state is not None and _unchanged(state, asked, inputs, target):
            return Report(problems=state.problems, withheld=state.withheld, reused=len(target.made))
        pack = Pack(options.cache_folder / "pack")
        loaded = load(inputs, options.base_url, _code(inputs), pack, workers, progress)
        problems = [*loaded.problems, *_check(loaded, inputs)]
        if loaded.site is None or _errors(problems):
            return Report(problems=_in_order(problems))
        gated = _gate(loaded, options.root, options.now, drafts=options.drafts)
        planned = _plan(gated, loaded, inputs)
        report, wanted = _write(planned, problems, gated, inputs, target, state, options, workers, progress)
        if not report.failed:
            pack.compact(loaded.keys)
            _remember(options, asked, inputs, target, wanted, report, seen)
        return report


def _write(
    planned: Planned,
    problems: list[Problem],
    gated: Gated,
    inputs: Inputs,
    target: Target,
    state: State | None,
    options: Options,
    workers: Workers,
    progress: Callable[[str, int, int], None],
) -> tuple[Report, dict[str, keys.Key]]:
    """Render what is missing and put it in place, unless something is wrong with it."""
    from sitegen.rendering import collisions, fixity, output_keys, reason, render

    problems += collisions(planned.outputs)
    code = _code(inputs)
    wanted = output_keys(planned.outputs, planned.theme, planned.site, code)
    missing = [output for output in planned.outputs if not _kept(target, state, output.path, wanted[output.path])]
    stage = Stage(str(options.cache_folder / "pack"), str(target.stage), code, planned.theme, planned.site)
    if _errors(problems):
        return Report(problems=_in_order(problems), withheld=gated.withheld), wanted
    rendered = render(missing, stage, target.stage, wanted, workers, progress)
    problems += rendered.problems
    if _errors(problems):
        return Report(problems=_in_order(problems), withheld=gated.withheld), wanted
    before = state.parts if state else {}
    reasons = tuple(
        MadeAgain(output.path, reason(output, target, before.get(output.path), wanted[output.path]))
        for output in missing
    )
    made = {
        path: rendered.staged[path].made
        if path in rendered.staged
        else Made(key.digest.hex(), target.made[path].sha256)
        for path, key in wanted.items()
    }
    staged = dict(rendered.staged)
    manifest = fixity(made)
    wanted |= output_keys([manifest], planned.theme, planned.site, code)
    if not _kept(target, state, manifest.path, wanted[manifest.path]):
        staged |= render([manifest], stage, target.stage, wanted, workers, progress, "fixity-").staged
        made[manifest.path] = staged[manifest.path].made
    else:
        made[manifest.path] = target.made[manifest.path]
    removed = target.put(staged, made)
    reused = len(wanted) - len(missing)
    report = Report(problems=_in_order(problems), withheld=gated.withheld, made=reasons, reused=reused, removed=removed)
    return report, wanted


def _require_site(root: Path) -> None:
    if not (root / SITE_FILE).is_file():
        hint = "run `sitegen init`, or name the archive's folder with --root"
        raise SitegenError(f"there is no archive here: {root / SITE_FILE} is missing", hint)


def _code(inputs: Inputs) -> bytes:
    """A digest of our own code and of the libraries that make the bytes."""
    from sitegen.libraries import versions

    return keys.digest(versions(), *((path, inputs.digests[path]) for path in inputs.paths(CODE)))


def _unchanged(state: State, asked: tuple[object, ...], inputs: Inputs, target: Target) -> bool:
    from sitegen.libraries import versions

    return (
        state.options == (*asked, versions())
        and state.inputs.digests == inputs.digests
        and not inputs.strange
        and state.outputs.keys() == target.made.keys()
        and all(_as_left(target, state, path) for path in target.made)
    )


def _as_left(target: Target, state: State | None, path: str) -> bool:
    """Whether an output is as the last build left it: by its size and time, else by its bytes."""
    if state is not None and path in state.outputs and target.stamps.get(path) == state.outputs[path]:
        return state.outputs[path].mtime < state.inputs.seen - RACY or target.whole(path)
    return target.whole(path)


def _kept(target: Target, state: State | None, path: str, key: keys.Key) -> bool:
    made = target.made.get(path)
    return made is not None and made.key == key.digest.hex() and _as_left(target, state, path)


def _check(loaded: Loaded, inputs: Inputs) -> list[Problem]:
    from sitegen.check.checks import Surroundings, check_all
    from sitegen.model.archive import Archive

    if loaded.site is None:
        return []
    seeds = {path: inputs.digests[path].hex() for path in inputs.paths(SEEDS)}
    media = frozenset(path.removeprefix(MEDIA) for path in inputs.paths(MEDIA))
    return list(
        check_all(loaded.records, Archive.of(loaded.records, loaded.sidecars), Surroundings(loaded.site, seeds, media))
    )


def _gate(loaded: Loaded, root: Path, now: dt.date | None, *, drafts: bool) -> Gated:
    from sitegen.model.gate import gate

    embargoes = any(record.embargo is not None for record in loaded.records)
    return gate(loaded.records, drafts=drafts, today=now or (_newest_commit(root) if embargoes else dt.date.min))


def _newest_commit(root: Path) -> dt.date:
    """The day of the newest commit: embargoes are compared with it, so that the same tree always gives the same site."""
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]  # noqa: S607 - the user's own git
        text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout  # noqa: S603
        return dt.date.fromisoformat(text.strip())
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        hint = "name the day that embargoes are compared with: --now 2026-12-01"
        raise SitegenError("there are embargoes, and no commit to take today's date from", hint) from error


def _plan(gated: Gated, loaded: Loaded, inputs: Inputs) -> Planned:
    from sitegen.model.archive import Archive
    from sitegen.model.output import Asset
    from sitegen.model.urls import media_url
    from sitegen.plan.frame import site_view
    from sitegen.plan.planners import plan
    from sitegen.render.theme import make_theme

    site = loaded.site
    assert site is not None
    archive = Archive.of(gated.public, loaded.sidecars)
    theme = make_theme(inputs.folder(THEME), inputs.folder(TEMPLATES))
    urls = theme.asset_urls()
    used = {item.file for article in archive.articles for item in article.media if item.file}
    own = inputs.paths(TEMPLATES)
    assets = [
        Asset(
            url,
            str(inputs.file(TEMPLATES + path if TEMPLATES + path in own else THEME + path)),
            inputs.digests[TEMPLATES + path if TEMPLATES + path in own else THEME + path],
        )
        for name, url in urls.items()
        for path in [f"assets/{name}"]
    ]
    assets += [
        Asset(media_url(name), str(inputs.file(MEDIA + name)), inputs.digests[MEDIA + name]) for name in sorted(used)
    ]
    return Planned((*plan(archive, site), *assets), theme, site_view(site, archive, urls))


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems)))


def _remember(
    options: Options,
    asked: tuple[object, ...],
    inputs: Inputs,
    target: Target,
    wanted: dict[str, keys.Key],
    report: Report,
    seen: int,
) -> None:
    from sitegen.libraries import versions

    known = Known(inputs.stamps, inputs.digests, seen)
    left = scan(target.folder, "", hidden=True).files
    outputs = {path: left[path] for path in target.made if path in left}
    parts = {path: key.parts for path, key in wanted.items()}
    state = State((*asked, versions()), known, outputs, parts, report.problems, report.withheld)
    save_state(options.cache_folder / "state", state)
