"""What is missing of the site is made and put in its place: all of it or, where something is wrong, nothing."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.edition import Planned, touched
from sitegen.engine.keys import digest
from sitegen.engine.target import Made as InPlace
from sitegen.engine.target import Staged
from sitegen.jobs import Job, LookAgain, Make, Plan, make, source_of
from sitegen.model.index import key_of
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

    from sitegen.edition import Edition
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

MANY = 500
"""So many records make a plan of the whole archive as heavy as the page of one."""
ASSETS, SITEMAPS = "assets", "sitemaps"
"""What is made besides what records and planners become."""


class Written(NamedTuple):
    """What was made and removed, what everything was planned from, and what was wrong, so that nothing was written."""

    problems: tuple[Problem, ...]
    made: tuple[MadeAgain, ...] = ()
    reused: int = 0
    removed: tuple[str, ...] = ()
    planned: Mapping[str, Planned] = {}

    @property
    def failed(self) -> bool:
        """Whether something is wrong, so that nothing was written."""
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

    def write(self, prepared: Prepared, before: Edition | None) -> Written:
        """Make the target hold what the archive becomes; of what the last build planned only what is stale anew."""
        Path(prepared.spread.folder).mkdir(exist_ok=True)
        stands = standing(self._target, self._trusted)
        known = self._fresh(prepared, before, stands)
        done = self._made(prepared, known, before, stands)
        if before is not None and _same_addresses(before, known, done) and stands.keys() >= _paths(before, SITEMAPS):
            known[SITEMAPS] = before.planned[SITEMAPS]
        else:
            done.append(
                make(prepared.desk, Job(SITEMAPS, len(known) + len(done), stands), _sitemaps(prepared, known, done))
            )
            paths = {key: _addresses(each) for key, each in (*known.items(), *((one.key, one.planned) for one in done))}
            problems = tuple(collisions(_origins(prepared, paths)))
            if problems:
                return Written(problems)
        planned = {**known, **{one.key: one.planned for one in done}}
        keys = {path: made.key for path, made in self._target.made.items()}
        keys |= {listed.path: key for one in done for listed, key in zip(one.planned.outputs, one.keys, strict=True)}
        wanted = [listed.path for one in planned.values() for listed in one.outputs]
        made = {one.path: one for each in done for one in each.made}
        problems = tuple(self._problems(prepared, made.values(), self._look_again(prepared, wanted, made)))
        if Written(problems).failed:
            return Written(problems)
        self._timing.lap("render")
        return self._put(prepared, before, planned, made, {path: keys[path] for path in wanted}, problems)

    def _fresh(self, prepared: Prepared, before: Edition | None, standing: Mapping[str, str]) -> dict[str, Planned]:
        """What was planned before and need not be planned again."""
        if before is None or prepared.changed is None or before.site != prepared.site:
            return {}
        keys = {*OF_ARCHIVE, *map(key_of, prepared.spread.seen)}
        stale = touched(before.planned, prepared.changed)
        templates = prepared.desk.templates
        names = templates.keys() | before.templates.keys()
        other = {name for name in names if templates.get(name) != before.templates.get(name)}
        return {
            key: planned
            for key, planned in before.planned.items()
            if key in keys
            and key not in stale
            and all(one.path in standing and one.template not in other for one in planned.outputs)
        }

    def _made(
        self, prepared: Prepared, known: Mapping[str, Planned], before: Edition | None, standing: Mapping[str, str]
    ) -> list[Done]:
        """What the stale part of the archive becomes, with the files that every site has."""
        wanted = [key for key in (*OF_ARCHIVE, *map(key_of, prepared.spread.seen)) if key not in known]
        kept = _kept(wanted, before, standing)
        jobs = [Job(key, number, kept.get(key, {})) for number, key in enumerate(wanted)]
        done: list[Done] = []
        count = 0
        heavy = sum(job.key in OF_ARCHIVE for job in jobs) * len(prepared.spread.seen) // MANY
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
        self, prepared: Prepared, wanted: Sequence[str], made: Mapping[str, Made]
    ) -> Iterator[tuple[str, Leak]]:
        """What leaks out of kept outputs, where these were not looked at under the list of today."""
        redact = prepared.spread.redact
        if not redact or (self._trusted is not None and self._trusted.redact == redact_digest(redact)):
            return
        look = LookAgain(str(self._target.folder), redact)
        sources = {asset.path: source_of(asset) for asset in prepared.assets}
        kept = [(path, sources.get(path, "")) for path in wanted if path not in made]
        for chunk in self._workers.spread(look, kept):
            yield from ((path, leak) for path, leaks in chunk for leak in leaks)

    def _put(
        self,
        prepared: Prepared,
        before: Edition | None,
        planned: Mapping[str, Planned],
        made: Mapping[str, Made],
        keys: Mapping[str, str],
        problems: tuple[Problem, ...],
    ) -> Written:
        """Move everything to its place, and the manifest last."""
        staged = {path: Staged(path, one.name, InPlace(one.key, one.sha256)) for path, one in made.items()}
        wanted = {
            path: staged[path].made if path in staged else InPlace(key, self._target.made[path].sha256)
            for path, key in keys.items()
        }
        standing = {MANIFEST: self._target.made[MANIFEST].key} if self._target.whole(MANIFEST) else {}
        last = make(prepared.desk, Job(MANIFEST, -1, standing), [fixity(wanted)])
        problems = (*problems, *self._problems(prepared, last.made))
        if Written(problems).failed:
            return Written(problems)
        listed = {one.path: Staged(one.path, one.name, InPlace(one.key, one.sha256)) for one in last.made}
        wanted[MANIFEST] = listed[MANIFEST].made if listed else self._target.made[MANIFEST]
        planned = {**planned, MANIFEST: last.planned}
        reasons = self._reasons(before, planned, (*made.values(), *last.made))
        removed = self._target.put({**staged, **listed}, wanted)
        self._timing.lap("write")
        return Written(problems, reasons, len(wanted) - len(reasons), removed, planned)

    def _reasons(
        self, before: Edition | None, planned: Mapping[str, Planned], made: Iterable[Made]
    ) -> tuple[MadeAgain, ...]:
        found = list(made)
        paths = {one.path for one in found}
        old = _parts(before.planned if before is not None else {}, paths)
        now = _parts(planned, paths)
        return tuple(
            MadeAgain(one.path, reason(one.path, one.inputs, self._target, one.key, (old.get(one.path), now[one.path])))
            for one in found
        )


def _sitemaps(prepared: Prepared, known: Mapping[str, Planned], done: Iterable[Done]) -> Iterator[Output]:
    planned = (*known.values(), *(one.planned for one in done))
    indexed = [listed.path for each in planned for listed in each.outputs if listed.indexed]
    return sitemaps(indexed, prepared.spread.site)


def _addresses(planned: Planned) -> tuple[tuple[str, str], ...]:
    return tuple((one.path, one.origin) for one in planned.outputs)


def _paths(before: Edition, key: str) -> set[str]:
    found = before.planned.get(key)
    return {one.path for one in found.outputs} if found is not None else {""}


def _same_addresses(before: Edition, known: Mapping[str, Planned], done: Iterable[Done]) -> bool:
    """Whether everything that is planned stands where it stood, and may be read by whom it might."""
    now = {one.key: one.planned for one in done}
    return known.keys() | now.keys() == before.planned.keys() - {SITEMAPS, MANIFEST} and all(
        [(one.path, one.indexed) for one in planned.outputs]
        == [(one.path, one.indexed) for one in before.planned[key].outputs]
        for key, planned in now.items()
    )


def _parts(planned: Mapping[str, Planned], paths: set[str]) -> dict[str, bytes]:
    return {one.path: one.parts for each in planned.values() for one in each.outputs if one.path in paths}


def _kept(
    wanted: Sequence[str], before: Edition | None, standing: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """The keys of the standing outputs by what they are likely to be made of: what was planned, else their paths."""
    if before is not None:
        known = {key: planned.outputs for key in wanted if (planned := before.planned.get(key)) is not None}
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
    keys = [*OF_ARCHIVE, *map(key_of, prepared.spread.seen)]
    paths = dict(one for chunk in workers.spread(Plan(prepared.desk), keys) for one in chunk)
    yield from collisions(_origins(prepared, paths))
