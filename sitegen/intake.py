"""`sitegen import`: raw seeds to draft articles, with what the archive knows at hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer import (
    Authority,
    Copies,
    Matching,
    Name,
    Write,
    outcomes,
    read,
    reading_list,
    references_of,
    seed_files,
    standing_of,
    ucdp_events,
    write,
    write_files,
)
from sitegen.inputs import CONTENT, SITE_FILE
from sitegen.model.problem import SitegenError, did_you_mean
from sitegen.model.records import Actor, Place, Source, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sitegen.importer import Document, EventDraft, ListedArticle, Options, Outcome
    from sitegen.model.archive import Archive


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(slots=True)
class Tally:
    """What became of the documents of a run, by status, by reason of refusal, and by flag."""

    statuses: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    copies: int = 0
    notes: tuple[str, ...] = ()

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
    if options.language and not _LANGUAGE.fullmatch(options.language):
        raise SitegenError(f'"{options.language}" is no language tag', "write it like `en` or `ar-SY`")
    if not dry_run:
        _require_archive(root)
    known = authority(root)
    matching = Matching.of(known)
    copies = Copies(_texts_of(root))
    tally = Tally(notes=_unknown_source(options.source, known))
    standing = standing_of(root)
    for outcome in outcomes(_documents(paths, options), matching, standing, copies, update=update):
        if not dry_run:
            write(root, outcome)
        tally.add(outcome)
        seen(outcome)
    return tally


def _unknown_source(source: str | None, known: Authority) -> tuple[str, ...]:
    """What to say of a source that no record has: every draft of the run will name it."""
    ids = {name.id for name in known.names if name.kind == "source"}
    if source is None or source in ids:
        return ()
    hint = did_you_mean(source, ids) or f"its record is content/sources/{source}.md"
    return (f'no source "{source}" in the archive; {hint}',)


def _require_archive(root: Path) -> None:
    if not (root / SITE_FILE).is_file():
        hint = "run `sitegen init`, or name the archive with --archive"
        raise SitegenError(f"there is no archive here: {root / SITE_FILE} is missing", hint)


UCDP_SOURCE = Write(
    "content/sources/ucdp.md",
    b"---\ntitle: UCDP\nkind: other\nurl: https://ucdp.uu.se/\naliases: [Uppsala Conflict Data Program]\n"
    b"standpoint: A research programme of Uppsala University that codes events by a published definition.\n"
    b"default_rights: {publish: metadata, holder: Uppsala Conflict Data Program, note: CC BY 4.0}\n---\n",
)
"""The source of the events of a UCDP table, written where the archive has none: its data is to be credited."""


class Listed(NamedTuple):
    """What came of lists: the files that were made of their rows, and why other rows made none."""

    paths: tuple[str, ...]
    refused: tuple[str, ...]


def take_in_lists(root: Path, *, ucdp: Path | None, zotero: Path | None, dry_run: bool) -> Listed:
    """Bring in a table of events and a reading list; rows that the archive has already are passed over."""
    for path in (ucdp, zotero):
        if path is not None and not path.is_file():
            raise SitegenError(f"{path} is not there", "name a UCDP GED table or a CSL-JSON file")
    _require_archive(root)
    known, credit = authority(root), None
    if ucdp and not any(name.kind == "source" and name.text == "UCDP" for name in known.names):
        known = replace(known, names=(*known.names, Name("source", "ucdp", "UCDP", exact_case=True)))
        credit = UCDP_SOURCE
    matching, taken = Matching.of(known), references_of(root)
    events = list(ucdp_events(ucdp, matching, taken)) if ucdp else []
    articles = list(reading_list(zotero, matching, taken)) if zotero else []
    rows: list[EventDraft | ListedArticle] = [*events, *articles]
    made = [one for one in rows if one.refused is None]
    if not dry_run:
        write_files(root, [credit] if credit and events else [])
        write_files(root, (Write(one.path, one.text.encode()) for one in made))
    refused = [one.refused for one in rows if one.refused is not None]
    return Listed(tuple(one.path for one in made), tuple(f"{one.code}: {one.message}" for one in refused))


def list_summary(listed: Listed, *, dry_run: bool) -> str:
    """What came of lists, in words."""
    rows = [f"{len(listed.paths):>7,}  records {'would be written' if dry_run else 'written'}"]
    rows += [f"{count:>7,}  refused: {reason}" for reason, count in Counter(listed.refused).most_common()]
    return "\n".join(rows)


def _documents(paths: Iterable[Path], options: Options) -> Iterator[Document]:
    for path in seed_files(paths):
        yield from read(path, path.name, options)


def authority(root: Path) -> Authority:
    """The names of the archive's authority files; faults in them are for `sitegen check` to tell."""
    if not (root / SITE_FILE).is_file():
        return Authority()
    from sitegen.survey import read_archive

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


def _texts_of(root: Path) -> Iterator[tuple[str, str]]:
    """The texts that the archive holds already, by the article's path."""
    for path in sorted((root / CONTENT / "articles").rglob("*.md")):
        _, _, body = path.read_text("utf-8", errors="replace").partition("\n---\n")
        yield path.relative_to(root).as_posix(), body


def summary(tally: Tally, *, dry_run: bool) -> str:
    """The table at the end of an import."""
    rows = [f"{count:>7,}  {status}" for status, count in sorted(tally.statuses.items())]
    rows += [f"{count:>7,}  refused: {code}" for code, count in tally.reasons.most_common()]
    rows += [f"{tally.copies:>7,}  copies of another text"] if tally.copies else []
    rows += [f"{count:>7,}  flag: {code}" for code, count in tally.flags.most_common()]
    head = "would be written:" if dry_run else "imported:"
    return "\n".join([head, *(rows or ["      0  documents"]), *(f"warning: {note}" for note in tally.notes)])
