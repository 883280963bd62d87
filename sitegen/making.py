"""A build in which there is something to do: files to records, records to outputs, outputs to a folder.

To import this takes longer than to see that there is nothing to do.
"""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from typing import TYPE_CHECKING

from sitegen.check.safety import unsaid
from sitegen.checking import check_all
from sitegen.engine import keys
from sitegen.engine.fork import aside
from sitegen.engine.listing import NOTHING
from sitegen.engine.pack import Pack
from sitegen.inputs import CODE, EDITION, PACK, Known
from sitegen.libraries import versions
from sitegen.loading import load
from sitegen.model.gate import gone_unsaid
from sitegen.model.problem import Problem, Severity
from sitegen.planning import Where, edition_of, prepare
from sitegen.report import Report
from sitegen.state import State, load_edition, save_edition
from sitegen.work import asked, newest_commit, remember, same_question
from sitegen.writing import Writer, redact_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sitegen.edition import Edition
    from sitegen.inputs import Inputs
    from sitegen.loading import Loaded
    from sitegen.memory import Memory
    from sitegen.work import Begun, Options, Work

MUCH = 1 << 20
"""Bytes by which the cache may grow before it is worth a look whether it can be made smaller."""


def get_ready() -> None:
    """Import what nearly every such build uses, at a time when there is another core that does something else."""
    import sitegen.load.records
    import sitegen.render.leaks
    import sitegen.render.markdown
    import sitegen.render.page  # noqa: F401


def make(work: Work, begun: Begun) -> Report:
    """Make the output equal to what the content says, doing only what is missing."""
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
    ready = writer.make(prepared, before)
    withheld = prepared.gated.withheld
    found = in_order([*problems, *ready.problems])
    if ready.failed:
        return Report(problems=found, withheld=withheld)
    now = edition_of(prepared, checked, ready, pack.size, _compacted(pack, loaded, before))
    meanwhile = aside if before is None else nullcontext  # a few changes are soon written down
    with meanwhile(lambda: save_edition(cache / EDITION, now, before, state.edition if state else b"")) as saved:
        removed = writer.put(ready)
        edition = saved()
    if memory is not None:
        memory.edition, memory.digest, memory.held = now, edition, (prepared, ready)
    known = Known(inputs.stamps, inputs.digests, seen)
    asked_of = today if any(record.embargo is not None for record in loaded.gated) else None
    kept = State(known, NOTHING, asked(options), 0, found, withheld, asked_of, redact_digest(loaded.redact), edition)
    remember(kept, work, inputs)
    timing.lap("remember")
    return Report(found, withheld, ready.made, ready.reused, removed=removed, timing=timing)


def _compacted(pack: Pack, loaded: Loaded, before: Edition | None) -> int:
    """The size of the cache when it was last made small, which is now where it has grown much."""
    compacted = before.compacted if before is not None else 0
    if pack.size > 4 * compacted + MUCH:
        pack.compact(loaded.keys())
        compacted = pack.size
    return compacted


def _before(options: Options, state: State | None, memory: Memory | None) -> Edition | None:
    """What the last build knew of the archive, if it was asked for the same."""
    if state is None or not options.trust_times or not same_question(state, options):
        return None
    if memory is not None and memory.digest == state.edition:
        return memory.edition
    return load_edition(options.cache_folder / EDITION, state.edition)


def code_digest(inputs: Inputs) -> bytes:
    """A digest of our own code and of the libraries that make the bytes."""
    return keys.digest(versions(), *((path, inputs.digests[path]) for path in inputs.paths(CODE)))


def day_of(loaded: Loaded, root: Path, now: dt.date | None) -> dt.date:
    """The day that embargoes are compared with: any where there are none, the first of all where none is known."""
    if all(record.embargo is None for record in loaded.gated):
        return dt.date.max
    return now or newest_commit(root)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything is wrong enough to stop."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each once."""
    return tuple(sorted(dict.fromkeys(problems)))
