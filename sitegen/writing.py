"""What is missing of the site is made and put in its place: all of it or, where something is wrong, nothing."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.changes import touched
from sitegen.engine.keys import digest
from sitegen.engine.table import Notes, Table
from sitegen.engine.target import Made as InPlace
from sitegen.engine.target import Staged
from sitegen.items import without
from sitegen.jobs import Job, LookAgain, Make, Plan, make, source_of
from sitegen.model.lists import ARTICLES, EVENTS
from sitegen.model.problem import Severity
from sitegen.model.urls import MANIFEST
from sitegen.plan.machine import sitemaps
from sitegen.plan.planners import OF_ARCHIVE
from sitegen.rendering import collisions, fixity, leak_problems, reason
from sitegen.report import Made as MadeAgain
from sitegen.state import standing
from sitegen.timing import Spent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sitegen.edition import Edition, Listed
    from sitegen.engine.pool import Workers
    from sitegen.engine.target import Target
    from sitegen.jobs import Done, Made
    from sitegen.model.output import Output
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction
    from sitegen.planning import Prepared
    from sitegen.render.leaks import Leak
    from sitegen.state import State
    from sitegen.timing import Timing

MANY = 200
"""So many entries make the plan of lists as heavy as the page of one record."""
ASSETS, SITEMAPS = "assets", "sitemaps"
"""What is made besides what records and planners become."""


class Ready(NamedTuple):
    """What waits in the stage for its place, with what everything was planned from; or what is wrong with it.

    `wanted` is every output that there is to be, of which `reused` stand there already.
    """

    problems: tuple[Problem, ...]
    staged: Mapping[str, Staged] = {}
    wanted: Mapping[str, InPlace] = {}
    made: tuple[MadeAgain, ...] = ()
    reused: int = 0
    planned: Table[tuple[Listed, ...]] = Table.of({})
    plans: Notes = Notes.of({})

    @property
    def failed(self) -> bool:
        """Whether something is wrong, so that nothing is to be written."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


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
        self._trusted = state if trust else None
        self._workers = workers
        self._progress = progress
        self._timing = timing

    def make(self, prepared: Prepared, before: Edition | None) -> Ready:
        """Make what the archive becomes and the target has not; of what the last build planned only what is stale."""
        Path(prepared.spread.folder).mkdir(exist_ok=True)
        stands = standing(self._target, self._trusted)
        known = self._fresh(prepared, before, stands)
        done = self._made(prepared, known, before, stands)
        if before is not None and self._same_addresses(before, known, done, stands):
            known = known.changed({SITEMAPS: before.planned[SITEMAPS]})
        else:
            planned = {**known, **{one.key: one.planned.outputs for one in done}}
            done.append(make(prepared.desk, Job(SITEMAPS, len(planned), stands), _sitemaps(prepared, planned)))
            problems = tuple(collisions(_origins(prepared, _with_sitemaps(planned, done[-1]))))
            if problems:
                return Ready(problems)
        made = {one.path: one for each in done for one in each.made}
        wanted = self._wanted(before, known, done)
        problems = tuple(self._problems(prepared, made.values(), self._look_again(prepared, wanted, made)))
        if Ready(problems).failed:
            return Ready(problems)
        self._timing.lap("render")
        return self._ready(prepared, before, known, done, wanted, problems)

    def put(self, ready: Ready) -> tuple[str, ...]:
        """Move everything to its place, and the manifest last; returns what was removed."""
        removed = self._target.put(ready.staged, ready.wanted)
        self._timing.lap("write")
        return removed

    def _fresh(
        self, prepared: Prepared, before: Edition | None, standing: Mapping[str, str]
    ) -> Table[tuple[Listed, ...]]:
        """What was planned before and need not be planned again."""
        if before is None or prepared.changed is None or before.site != prepared.site:
            return Table.of({})
        stale = touched(before.plans, prepared.changed)
        stale |= before.planned.keys() - prepared.desk.seen.records.keys() - OF_ARCHIVE.keys()
        templates = prepared.desk.templates
        names = templates.keys() | before.templates.keys()
        other = {name for name in names if templates.get(name) != before.templates.get(name)}
        if other or not self._as_left(standing):
            stale |= {
                key
                for key, outputs in before.planned.items()
                if any(one.path not in standing or one.template in other for one in outputs)
            }
        return before.planned.changed({}, stale)

    def _as_left(self, standing: Mapping[str, object]) -> bool:
        """Whether the output is as the last build left it."""
        left = self._trusted
        return left is not None and len(standing) == len(self._target.made) and left.outputs.keys() == standing.keys()

    def _same_addresses(
        self, before: Edition, known: Mapping[str, object], done: Sequence[Done], standing: Mapping[str, str]
    ) -> bool:
        """Whether everything that is planned stands where it stood, and may be read by whom it might."""
        if SITEMAPS not in before.planned or any(one.path not in standing for one in before.planned[SITEMAPS]):
            return False
        if known.keys() | {one.key for one in done} != before.planned.keys() - {SITEMAPS, MANIFEST}:
            return False
        return all(
            [(one.path, one.indexed) for one in each.planned.outputs]
            == [(one.path, one.indexed) for one in before.planned[each.key]]
            for each in done
        )

    def _wanted(
        self, before: Edition | None, known: Table[tuple[Listed, ...]], done: Sequence[Done]
    ) -> dict[str, InPlace]:
        """Every output with its key and its bytes' digest; what is made now is put in later, the manifest too."""
        made = self._target.made
        if before is not None and self._as_left(made):
            gone = before.planned.keys() - known.keys()
            found = without(made, [one.path for key in gone for one in before.planned[key]])
        else:
            found = {one.path: made[one.path] for outputs in known.values() for one in outputs}
        for each in done:
            for listed, key in zip(each.planned.outputs, each.keys, strict=True):
                found[listed.path] = InPlace(key, made[listed.path].sha256 if listed.path in made else "")
        return found

    def _made(
        self, prepared: Prepared, known: Mapping[str, object], before: Edition | None, standing: Mapping[str, str]
    ) -> list[Done]:
        """What the stale part of the archive becomes, with the files that every site has."""
        records = prepared.desk.seen.records
        wanted = [key for key in (*OF_ARCHIVE, *records) if key not in known]
        kept = _kept(wanted, before, standing)
        jobs = [Job(key, number, kept.get(key, {})) for number, key in enumerate(wanted)]
        done: list[Done] = []
        count = 0
        heavy = sum(_entries(job.key, prepared) for job in jobs) // MANY
        _ = prepared.desk.finder  # made once, for every worker that is a copy of this process
        for chunk in self._workers.spread(Make(prepared.desk), jobs, heavy):
            done += chunk
            count += len(chunk)
            self._progress("rendered", count, len(jobs))
        done.append(make(prepared.desk, Job(ASSETS, len(jobs), standing), prepared.assets))
        self._timing.outputs += [Spent(one.path, one.template, one.seconds) for each in done for one in each.made]
        return done

    def _problems(
        self, prepared: Prepared, made: Iterable[Made], kept: Iterable[tuple[str, Leak]] = ()
    ) -> Iterator[Problem]:
        """What went wrong in the making, and the leaks of what was made and of what was kept, each string once."""
        found = list(made)
        yield from dict.fromkeys(one.problem for one in found if one.problem is not None)
        origins = _Origins(prepared)
        leaks = [*((one.path, leak) for one in found for leak in one.leaks), *kept]
        leaks.sort(key=lambda leak: leak[0])
        yield from leak_problems((path, origins.of(path), leak) for path, leak in leaks)

    def _look_again(
        self, prepared: Prepared, wanted: Iterable[str], made: Mapping[str, Made]
    ) -> Iterator[tuple[str, Leak]]:
        """What leaks out of kept outputs, where these were not looked at under the list of today."""
        if not self._other_redactions(prepared):
            return
        look = LookAgain(str(self._target.folder), prepared.spread.redact)
        sources = {asset.path: source_of(asset) for asset in prepared.assets}
        kept = [(path, sources.get(path, "")) for path in wanted if path not in made]
        for chunk in self._workers.spread(look, kept):
            yield from ((path, leak) for path, leaks in chunk for leak in leaks)

    def _ready(
        self,
        prepared: Prepared,
        before: Edition | None,
        known: Table[tuple[Listed, ...]],
        done: Sequence[Done],
        wanted: dict[str, InPlace],
        problems: tuple[Problem, ...],
    ) -> Ready:
        """What was made, and the manifest of it all."""
        made = [one for each in done for one in each.made]
        wanted |= {one.path: InPlace(one.key, one.sha256) for one in made}
        stands = self._standing_manifest()
        same = stands if wanted.keys() | {MANIFEST} == self._target.made.keys() else b""
        listing = fixity(without(wanted, [MANIFEST]), same, [one.path for one in made])
        last = make(prepared.desk, self._last_job(prepared, stands), [listing])
        problems = (*problems, *self._problems(prepared, last.made))
        if Ready(problems).failed:
            return Ready(problems)
        made += last.made
        done = [*done, last]
        staged = {one.path: Staged(one.path, one.name, InPlace(one.key, one.sha256)) for one in made}
        wanted[MANIFEST] = staged[MANIFEST].made if MANIFEST in staged else self._target.made[MANIFEST]
        reasons = self._reasons(before, done)
        planned = known.changed({one.key: one.planned.outputs for one in done})
        gone = before.plans.keys() - planned.keys() if before is not None else ()
        plans = (before.plans if before is not None else Notes.of({})).changed(
            {one.key: one.planned.notes for one in done}, gone
        )
        return Ready(problems, staged, wanted, reasons, len(wanted) - len(reasons), planned, plans)

    def _standing_manifest(self) -> bytes:
        """The manifest as the last build left it, or nothing."""
        return self._target.file(MANIFEST).read_bytes() if self._target.whole(MANIFEST) else b""

    def _last_job(self, prepared: Prepared, stands: bytes) -> Job:
        """The making of the manifest, whose lines are mostly those that stand there: they were looked through."""
        if not stands:
            return Job(MANIFEST, -1, {})
        known = b"" if self._other_redactions(prepared) else stands
        return Job(MANIFEST, -1, {MANIFEST: self._target.made[MANIFEST].key}, known)

    def _other_redactions(self, prepared: Prepared) -> bool:
        """Whether what stands may have been looked through under another list than that of today."""
        redact = prepared.spread.redact
        return bool(redact) and (self._trusted is None or self._trusted.redact != redact_digest(redact))

    def _reasons(self, before: Edition | None, done: Iterable[Done]) -> tuple[MadeAgain, ...]:
        """Why each output was made that was."""
        found = []
        for each in done:
            old = {one.path: one.parts for one in (before.planned.get(each.key, ()) if before is not None else ())}
            now = {one.path: one.parts for one in each.planned.outputs}
            for one in each.made:
                why = reason(one.path, one.inputs, self._target, one.key, (old.get(one.path), now[one.path]))
                found.append(MadeAgain(one.path, why))
        return tuple(found)


def _sitemaps(prepared: Prepared, planned: Mapping[str, tuple[Listed, ...]]) -> Iterator[Output]:
    indexed = [listed.path for outputs in planned.values() for listed in outputs if listed.indexed]
    return sitemaps(indexed, prepared.spread.site)


def _entries(key: str, prepared: Prepared) -> int:
    """How many records are gone through to plan what a job makes."""
    if key in OF_ARCHIVE:
        return len(prepared.desk.seen.records)
    lists = prepared.spread.lists
    return len(lists.get(ARTICLES + key, ())) + len(lists.get(EVENTS + key, ()))


def _with_sitemaps(planned: Mapping[str, tuple[Listed, ...]], made: Done) -> dict[str, tuple[tuple[str, str], ...]]:
    """What is made of each record or planner, with the origins."""
    every = {**planned, made.key: made.planned.outputs}
    return {key: tuple((one.path, one.origin) for one in outputs) for key, outputs in every.items()}


def _kept(
    wanted: Sequence[str], before: Edition | None, standing: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """The keys of the standing outputs by what they are likely to be made of: what was planned, else their paths."""
    if before is not None:
        known = {key: before.planned[key] for key in wanted if key in before.planned}
        return {
            key: {one.path: standing[one.path] for one in outputs if one.path in standing}
            for key, outputs in known.items()
        }
    found: dict[str, dict[str, str]] = defaultdict(dict)
    records = set(wanted)
    for path, made in standing.items():
        key = "/".join(path.removesuffix(".html").split("/")[:2])
        found[key if key in records else ""][path] = made
    return {key: ChainMap(found[key], found[""]) for key in wanted}


def redact_digest(redact: Iterable[Redaction]) -> bytes:
    """What stands for the list of redacted strings; kept with the cache, and never published."""
    return digest(tuple(sorted({item.text for item in redact})))


class _Origins:
    """What outputs are made of, for the words of a problem: a content file, or the output's own path."""

    def __init__(self, prepared: Prepared) -> None:
        self._records = prepared.desk.seen.records

    def of(self, path: str, key: str = "") -> str:
        """The content file of an output."""
        record = self._records.get(key or "/".join(path.removesuffix(".html").split("/")[:2]))
        return record.path if record is not None else path


def _origins(prepared: Prepared, paths: Mapping[str, Iterable[tuple[str, str]]]) -> dict[str, list[str]]:
    """For each path what is made there; `paths` are those that a record or a planner makes, with their origins."""
    origins = _Origins(prepared)
    found: dict[str, list[str]] = {MANIFEST: [MANIFEST]}
    for key, made in paths.items():
        for path, origin in made:
            found.setdefault(path, []).append(origin or origins.of(path, key))
    return found


def clashes(prepared: Prepared, workers: Workers) -> Iterator[Problem]:
    """Outputs that would be written to one file, found without making any."""
    keys = [*OF_ARCHIVE, *prepared.desk.seen.records]
    paths = dict(one for chunk in workers.spread(Plan(prepared.desk), keys) for one in chunk)
    yield from collisions(_origins(prepared, paths))
