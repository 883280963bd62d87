"""An archive read and looked through, and nothing made of it: the checks, the audit, and what the importer asks."""

from __future__ import annotations

import pickle
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.engine.fault import EngineFault
from sitegen.engine.guard import locked
from sitegen.engine.pack import Pack
from sitegen.engine.pool import Workers
from sitegen.inputs import PACK, SEEDS, Inputs
from sitegen.making import code_digest, day_of, has_errors, in_order
from sitegen.model.problem import SitegenError
from sitegen.report import Report
from sitegen.work import require_site, silent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sitegen.check.audit import Audited
    from sitegen.loading import Loaded
    from sitegen.model.archive import Archive
    from sitegen.model.records import Record
    from sitegen.model.sidecar import Sidecar


def check(root: Path, base_url: str = "", *, now: dt.date | None = None) -> Report:
    """Read the whole archive and report what is wrong with it; nothing is written but the cache."""
    with _reading(root, base_url) as (inputs, loaded, pack, workers):
        if loaded.site is None:
            return Report(problems=in_order(loaded.problems))
        from sitegen.checking import check_all
        from sitegen.history import silent_changes, silent_withdrawals
        from sitegen.model.gate import gate, gone_unsaid
        from sitegen.model.records import Article
        from sitegen.planning import Where, prepare
        from sitegen.rendering import media_problems
        from sitegen.writing import clashes

        today = day_of(loaded, root, now)
        where = Where(pack.path.parent, pack.path.parent, code_digest(inputs))
        prepared = prepare(loaded, inputs, None, pack, where, today=today, drafts=True)
        checked = check_all(prepared, None, workers)
        problems = [*loaded.problems, *checked.problems]
        if has_errors(problems):
            return Report(problems=in_order(problems))
        records = prepared.desk.raw.records.values()
        articles = [prepared.desk.raw.whole(one) for one in records if isinstance(one, Article)]
        problems += silent_changes(root, articles)
        problems += silent_withdrawals(root, [prepared.desk.raw.whole(one) for one in gone_unsaid(loaded.gated)])
        problems += clashes(prepared, workers)
        problems += media_problems(prepared.assets)
        withheld = gate(loaded.gated, drafts=False, today=today).withheld
        return Report(problems=in_order(problems), withheld=withheld)


def read_archive(root: Path) -> Archive:
    """Every record that can be read, drafts too; what is wrong with the others is for `check` to say."""
    from sitegen.model.archive import Archive

    with _reading(root, "") as (_, loaded, pack, _):
        return Archive.of(*_whole(loaded, pack))


def audit(root: Path) -> tuple[Audited, ...]:
    """How complete each article is by what an archive of evidence is asked for."""
    from sitegen.check.audit import audit as audit_archive
    from sitegen.model.archive import Archive
    from sitegen.planning import surroundings

    with _reading(root, "") as (inputs, loaded, pack, _):
        if loaded.site is None:
            raise SitegenError("content/site.yaml cannot be read", "run `sitegen check`")
        return tuple(audit_archive(Archive.of(*_whole(loaded, pack)), surroundings(loaded, inputs)))


def _whole(loaded: Loaded, pack: Pack) -> tuple[list[Record], list[Sidecar]]:
    """All records and sidecars with all that their files say."""
    from sitegen.model.sidecar import redacted

    records: list[Record] = []
    sidecars: list[Sidecar] = []
    redact = {path: tuple(one.text for one in item.redact) for path, item in loaded.items.items()}
    for path, item in loaded.items.items():
        blob = pack.get(item.key)
        found: Any = pickle.loads(blob) if blob is not None else None  # noqa: S301 - ours, whole by its checksum
        if path.startswith(SEEDS):
            sidecar = getattr(found, "sidecar", None)
            sidecars += [redacted(sidecar, redact.get(sidecar.article, ()))] if sidecar is not None else []
        elif found is not None and found.record is not None:
            records.append(found.record)
    return records, sidecars


@contextmanager
def _reading(root: Path, base_url: str) -> Iterator[tuple[Inputs, Loaded, Pack, Workers]]:
    """The archive read by way of the cache of checks."""
    from sitegen.loading import load

    require_site(root)
    inputs = Inputs(root)
    with _cache_of_check(root) as folder, Workers(None) as workers:
        pack = Pack(folder / PACK)
        loaded = load(inputs, base_url, code_digest(inputs), pack, None, workers=workers, progress=silent)
        yield inputs, loaded, pack, workers
        pack.compact(loaded.keys())


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
