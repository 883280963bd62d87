"""`sitegen import`: raw seeds to draft articles, with what the archive knows at hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sitegen.importer import Authority, Copies, Matching, Name, outcomes, read, seed_files, standing_of, write
from sitegen.inputs import CONTENT, SITE_FILE
from sitegen.model.problem import SitegenError
from sitegen.model.records import Actor, Place, Source, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sitegen.importer import Document, Options, Outcome
    from sitegen.model.archive import Archive


@dataclass(slots=True)
class Tally:
    """What became of the documents of a run, by status, by reason of refusal, and by flag."""

    statuses: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    copies: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one document."""
        self.statuses[outcome.status] += 1
        if outcome.made.refused:
            self.reasons[outcome.made.refused.code] += 1
        self.flags.update(flag.code for flag in outcome.made.flags)
        self.copies += outcome.copy is not None


def take_in(
    root: Path,
    paths: Sequence[Path],
    options: Options,
    seen: Callable[[Outcome], None],
    *,
    update: bool = False,
    dry_run: bool = False,
) -> Tally:
    """Import seeds into the archive; each outcome is shown as it comes, and nothing is kept of it afterwards."""
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise SitegenError(f"{', '.join(missing)} is not there", "name files or folders of raw reports")
    if not (root / SITE_FILE).is_file() and not dry_run:
        raise SitegenError(
            f"there is no archive here: {root / SITE_FILE} is missing", "run `sitegen init`, or name it with --archive"
        )
    matching = Matching.of(authority(root))
    copies = _copies_of(root)
    tally = Tally()
    standing = standing_of(root)
    for outcome in outcomes(_documents(paths, options), matching, standing, copies, update=update):
        if not dry_run:
            write(root, outcome)
        tally.add(outcome)
        seen(outcome)
    return tally


def _documents(paths: Iterable[Path], options: Options) -> Iterator[Document]:
    for path in seed_files(paths):
        yield from read(path, path.name, options)


def authority(root: Path) -> Authority:
    """The names of the archive's authority files; faults in them are for `sitegen check` to tell."""
    if not (root / SITE_FILE).is_file():
        return Authority()
    from sitegen.build import read_archive

    archive = read_archive(root)
    names = tuple(name for record in archive.authorities for name in _names(record, archive))
    labels = tuple((record.id, record.title) for record in archive.authorities)
    return Authority(names=tuple(dict.fromkeys(names)), labels=labels)


def _names(record: Actor | Place | Source | Tag, archive: Archive) -> Iterator[Name]:
    within = tuple(place.id for place in archive.wider(record.id)) if isinstance(record, Place) else ()
    kind = {Actor: "actor", Place: "place", Source: "source", Tag: "tag"}[type(record)]
    # an outlet may be called "The Region": only its own capitals make such words a name
    yield Name(kind, record.id, record.title, exact_case=isinstance(record, Source), within=within)  # type: ignore[arg-type]
    for alias in record.aliases:
        yield Name(kind, record.id, alias.text, alias.language or None, alias.exact_case, within)  # type: ignore[arg-type]
    if isinstance(record, Actor):
        for dated in record.names:
            yield Name("actor", record.id, dated.name)


def _copies_of(root: Path) -> Copies:
    """The texts that the archive holds already, by the article's path."""
    copies = Copies()
    for path in sorted((root / CONTENT / "articles").rglob("*.md")):
        _, _, body = path.read_text("utf-8", errors="replace").partition("\n---\n")
        copies.add(path.relative_to(root).as_posix(), body)
    return copies


def summary(tally: Tally, *, dry_run: bool) -> str:
    """The table at the end of an import."""
    rows = [f"{count:>7,}  {status}" for status, count in sorted(tally.statuses.items())]
    rows += [f"{count:>7,}  refused: {code}" for code, count in tally.reasons.most_common()]
    rows += [f"{tally.copies:>7,}  copies of another text"] if tally.copies else []
    rows += [f"{count:>7,}  flag: {code}" for code, count in tally.flags.most_common()]
    head = "would be written:" if dry_run else "imported:"
    return "\n".join([head, *(rows or ["      0  documents"])])
