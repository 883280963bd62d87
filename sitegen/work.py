"""What a build is asked for and works with, and what it leaves for the next one."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine import keys
from sitegen.engine.guard import MANIFEST
from sitegen.engine.scan import stamp_of
from sitegen.inputs import SITE_FILE, STATE
from sitegen.model.problem import SitegenError
from sitegen.model.withheld import NO_DAY
from sitegen.state import Glance, State, load_state, save_glance, save_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sitegen.engine.pool import Workers
    from sitegen.engine.target import Target
    from sitegen.inputs import Inputs
    from sitegen.memory import Memory
    from sitegen.timing import Timing


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


def silent(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


class Work(NamedTuple):
    """A build: what it is asked for, where it writes, who works, whom it tells, and what is still in memory."""

    options: Options
    target: Target
    workers: Workers
    progress: Callable[[str, int, int], None]
    memory: Memory | None


class Begun(NamedTuple):
    """What a build works from: the files that there are, what the last build left, and when they were looked at."""

    inputs: Inputs
    state: State | None
    seen: int
    timing: Timing


def require_site(root: Path) -> None:
    """Stop where there is no archive."""
    if not (root / SITE_FILE).is_file():
        hint = "run `sitegen init`, or name the archive's folder with --root"
        raise SitegenError(f"there is no archive here: {root / SITE_FILE} is missing", hint)


def same_question(state: State | Glance, options: Options) -> bool:
    """Whether the last build was asked for the same, on a day that makes no difference."""
    return state.options == asked(options) and (
        state.today is None or state.today == (options.now or newest_commit(options.root))
    )


def asked(options: Options) -> tuple[object, ...]:
    """What a build was asked for, as it is remembered."""
    from sitegen.libraries import versions

    root = str(options.root.resolve())
    return options.base_url, options.drafts, str(options.now), root, versions()


def newest_commit(root: Path) -> dt.date:
    """The day of the newest commit: embargoes are compared with it, so that one tree always gives one site."""
    import subprocess

    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
        text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout  # noqa: S603
        return dt.date.fromisoformat(text.strip())
    except (OSError, ValueError, subprocess.SubprocessError):
        return NO_DAY


def state_of(options: Options, memory: Memory | None) -> State | None:
    """What the last build left: that of this process, if no other has written one since."""
    file = options.cache_folder / STATE
    if memory is not None and memory.state is not None and memory.stamp == stamp_of(file):
        return memory.state
    return load_state(file)


def remember(state: State, work: Work, inputs: Inputs) -> None:
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
