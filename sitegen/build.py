"""The one flow: files to records, records to outputs, outputs to a folder. Only here is the stations' order known."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.engine.fault import CacheFault
from sitegen.engine.fork import aside
from sitegen.engine.guard import MANIFEST
from sitegen.engine.listing import Listing, fingerprint_of
from sitegen.engine.pool import Workers
from sitegen.engine.scan import stamp_of
from sitegen.engine.target import open_target
from sitegen.inputs import EDITION, PACK, ROOMS, Inputs, Known
from sitegen.report import Report
from sitegen.state import Glance, State, load_glance, standing
from sitegen.timing import Timing
from sitegen.work import Begun, Options, Work, remember, require_site, same_question, silent, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from sitegen.engine.target import Target
    from sitegen.memory import Memory

__all__ = ["Options", "build"]


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


def _build(work: Work) -> Report:
    options, target = work.options, work.target
    seen = time.time_ns()
    timing = Timing()
    _recall_output(work)
    with aside(lambda: target.stamps.packed()) as look:  # noqa: PLW0108 - to ask for the stamps is the work
        inputs = Inputs(options.root)
        glance = load_glance(options.cache_folder / "glance") if options.trust_times else None
        same = glance is not None and _at_a_glance(glance, options, inputs)
        if not same:
            from sitegen.making import get_ready

            get_ready()
        files = look()
        if glance is not None and same and glance.outputs == fingerprint_of(files):
            return Report(problems=glance.problems, withheld=glance.withheld, reused=glance.made)
    target.stamps = Listing.unpacked(*files)
    state = state_of(options, work.memory)
    if state is not None and options.trust_times:
        inputs.known = state.inputs
        if _unchanged(state, options, inputs, target):
            remember(state._replace(inputs=Known(inputs.stamps, inputs.digests, seen)), work, inputs)
            return Report(problems=state.problems, withheld=state.withheld, reused=len(target.made))
    from sitegen.making import make

    return make(work, Begun(inputs, state, seen, timing))


def _recall_output(work: Work) -> None:
    """Spare a preview the look at the output, which is nobody else's, as long as the manifest is the one it wrote."""
    memory, target = work.memory, work.target
    if memory is None or memory.manifest is None or memory.manifest != stamp_of(target.folder / MANIFEST):
        return
    if (state := state_of(work.options, memory)) is not None and state is memory.state:
        target.made, target.stamps = memory.made, state.outputs


def _at_a_glance(glance: Glance, options: Options, inputs: Inputs) -> bool:
    """Whether the inputs are as they were: all that a build with nothing to do has to know of them."""
    return not inputs.strange and glance.inputs == inputs.stamps.fingerprint and same_question(glance, options)


def _unchanged(state: State, options: Options, inputs: Inputs, target: Target) -> bool:
    return (
        state.inputs.digests == inputs.digests
        and not inputs.strange
        and same_question(state, options)
        and state.outputs.keys() == target.made.keys()
        and len(standing(target, state)) == len(target.made)
    )
