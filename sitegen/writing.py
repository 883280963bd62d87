"""What of a plan is missing is made, and put in its place: all of it or, where something is wrong, nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.keys import digest
from sitegen.engine.pack import Pack
from sitegen.engine.target import Made
from sitegen.jobs import Stage
from sitegen.model.problem import Severity
from sitegen.rendering import (
    Rendered,
    collisions,
    fixity,
    look_again,
    output_keys,
    plan_key,
    reason,
    render,
    texts_in,
)
from sitegen.report import Made as MadeAgain
from sitegen.state import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from sitegen.engine.keys import Key
    from sitegen.engine.pool import Workers
    from sitegen.engine.target import Staged, Target
    from sitegen.model.frame import SiteView
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.render.theme import Theme
    from sitegen.state import State
    from sitegen.timing import Timing

PACK, PLANS = "pack", "plans"
"""The files of the cache: what was parsed, and what pages with a text of their own were made of."""


class Planned(NamedTuple):
    """What is to be written, and what it is rendered with."""

    outputs: tuple[Output, ...]
    theme: Theme
    site: SiteView
    redact: tuple[Redaction, ...] = ()
    bodies: frozenset[bytes] = frozenset()
    """The digests of the texts that pages show."""

    @property
    def redact_digest(self) -> bytes:
        """What stands for the list of redacted strings; kept with the cache, and never published."""
        return digest(tuple(sorted({item.text for item in self.redact})))


class Written(NamedTuple):
    """What was made and removed, the key of every output, and what was wrong."""

    problems: tuple[Problem, ...]
    made: tuple[MadeAgain, ...] = ()
    removed: tuple[str, ...] = ()
    keys: Mapping[str, Key] = {}
    texts: Mapping[bytes, tuple[str, ...]] = {}
    """The outputs that show a text, by its digest."""

    @property
    def failed(self) -> bool:
        """Whether something is wrong, so that nothing was written."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def _silent(_what: str, _done: int, _of: int) -> None:
    """One file is no progress."""


class Writer:
    """The output folder of one build, what the last one left there, and who does the work.

    `state` is what is known of the last build; with `trust` its word is taken for files whose size and time are as
    they were, else every file is read.
    """

    def __init__(
        self,
        target: Target,
        state: State | None,
        workers: Workers,
        progress: Callable[[str, int, int], None],
        timing: Timing,
        *,
        trust: bool,
    ) -> None:
        self._target = target
        self._state = state
        self._trusted = state if trust else None
        self._workers = workers
        self._progress = progress
        self._timing = timing

    def write(self, planned: Planned, cache: Path, code: bytes) -> Written:
        """Make the target hold what is planned; `cache` holds the bodies, `code` stands for the program."""
        problems = tuple(collisions((*planned.outputs, fixity({}))))
        if problems:
            return Written(problems)
        keys = output_keys(planned.outputs, planned.theme, planned.site, code)
        stage = Stage(str(cache / PACK), str(self._target.stage), code, planned.theme, planned.site, planned.redact)
        missing = self._missing(planned.outputs, keys)
        self._timing.lap("keys")
        rendered = render(missing, stage, keys, self._workers, self._progress, texts=planned.bodies)
        self._timing.outputs += rendered.spent
        problems = (*rendered.problems, *self._look_again(planned, missing))
        if Written(problems).failed:
            return Written(problems)
        self._timing.lap("render")
        made = self._made(keys, rendered.staged)
        manifest = fixity(made)
        keys |= output_keys([manifest], planned.theme, planned.site, code)
        last = self._missing([manifest], keys)
        listed = render(last, stage, keys, self._workers, _silent, names="fixity-") if last else Rendered({}, ())
        if Written(listed.problems).failed:
            return Written(listed.problems)
        reasons = tuple(self._reason(output, keys) for output in (*missing, *last))
        staged = {**rendered.staged, **listed.staged}
        removed = self._target.put(staged, self._made(keys, staged))
        texts = _texts(planned)
        pages = (path for paths in texts.values() for path in paths)
        finish(Pack(cache / PLANS), rendered.plans, [plan_key(keys[path].digest.hex()) for path in pages])
        self._timing.lap("write")
        return Written(rendered.problems, reasons, removed, keys, texts)

    def _look_again(self, planned: Planned, missing: Sequence[Output]) -> tuple[Problem, ...]:
        """What leaks out of kept outputs, where these were not looked at under the list of today."""
        if not planned.redact or (self._trusted is not None and self._trusted.redact == planned.redact_digest):
            return ()
        made = {output.path for output in missing}
        stay = [output for output in planned.outputs if output.path not in made]
        return tuple(look_again(stay, self._target.folder, planned.redact, self._workers))

    def _missing(self, outputs: Sequence[Output], keys: Mapping[str, Key]) -> list[Output]:
        return [output for output in outputs if not kept(self._target, self._trusted, output.path, keys[output.path])]

    def _made(self, keys: Mapping[str, Key], staged: Mapping[str, Staged]) -> dict[str, Made]:
        return {
            path: staged[path].made if path in staged else Made(key.digest.hex(), self._target.made[path].sha256)
            for path, key in keys.items()
        }

    def _reason(self, output: Output, keys: Mapping[str, Key]) -> MadeAgain:
        before = self._state.parts.get(output.path) if self._state else None
        return MadeAgain(output.path, reason(output, self._target, before, keys[output.path]))


def _texts(planned: Planned) -> dict[bytes, tuple[str, ...]]:
    found: dict[bytes, tuple[str, ...]] = {}
    for output in planned.outputs:
        for text in texts_in(output, planned.bodies):
            found[text] = (*found.get(text, ()), output.path)
    return found


def finish(plans: Pack, fresh: Iterable[tuple[bytes, bytes]], wanted: Iterable[bytes] | None = None) -> None:
    """Keep what the fresh outputs were made of, and of all others what is still `wanted`."""
    for key, plan in fresh:
        plans.put(key, plan)
    plans.flush()
    if wanted is not None:
        plans.compact(wanted)
    plans.close()
