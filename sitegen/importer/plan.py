"""What an import would write, and why not where it would not: nothing here touches a file."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from sitegen.importer.copies import Copies, Copy
from sitegen.importer.document import Document, Flag
from sitegen.importer.draft import Draft, Matching, draft
from sitegen.importer.slug import safe_name, slug_of
from sitegen.importer.written import article_markdown, import_yaml, sidecar_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ARTICLES = "content/articles/"
SEEDS = "seeds/"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Write(NamedTuple):
    """A file to write, by its path from the archive's root."""

    path: str
    data: bytes


class Sidecar(NamedTuple):
    """A sidecar as it stands: its path, its text, and the import it records."""

    path: str
    text: str
    article: str | None = None
    draft: str | None = None


class Held(NamedTuple):
    """An article of the archive that came from a seed."""

    path: str
    text: str


def _nothing(path: str) -> str:
    raise LookupError(f"nothing stands at {path}")


@dataclass
class Standing:
    """What stands in the archive: the paths of articles, sidecars and seeds by the seed's digest, and all paths taken.

    It grows while an import runs, so that two seeds of one run never want the same file. It holds no text: `text`
    reads the one that a document asks for.
    """

    articles: dict[str, str] = field(default_factory=dict)
    sidecars: dict[str, str] = field(default_factory=dict)
    seeds: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    seen: dict[str, str] = field(default_factory=dict)
    text: Callable[[str], str] = _nothing

    def article_of(self, sha256: str) -> Held | None:
        """The article that came from a seed, as it stands."""
        path = self.articles.get(sha256)
        return Held(path, self.text(path)) if path else None

    def sidecar_of(self, sha256: str) -> Sidecar | None:
        """The sidecar of a seed, as it stands."""
        path = self.sidecars.get(sha256)
        return sidecar_from(path, self.text(path)) if path else None


class Outcome(NamedTuple):
    """What becomes of one document.

    `status`: new, unchanged, curated (somebody worked on it: left alone), updated, touched (new rules would change
    it, but somebody worked on it: shown), dismissed (its draft was deleted: not made again), duplicate (the same
    bytes were in this run), refused.
    """

    made: Draft
    status: str
    article: str | None = None
    writes: tuple[Write, ...] = ()
    difference: str = ""
    copy: Copy | None = None


def outcomes(
    documents: Iterable[Document], matching: Matching, standing: Standing, copies: Copies, *, update: bool = False
) -> Iterator[Outcome]:
    """One outcome for each document, in order; nothing is kept of a document once its outcome is out."""
    for document in documents:
        yield _outcome(document, matching, standing, copies, update=update)


def _outcome(document: Document, matching: Matching, standing: Standing, copies: Copies, *, update: bool) -> Outcome:
    before = standing.seen.get(document.sha256)
    if before is not None and not document.refusal:
        return Outcome(draft(document, matching), "duplicate", copy=Copy(before, 1.0))
    standing.seen[document.sha256] = document.name
    made = draft(document, matching)
    if made.refused:
        return Outcome(made, "refused")
    if document.sha256 in standing.articles or document.sha256 in standing.sidecars:
        return _again(made, standing, update=update)
    copy = copies.enter(document.name, made.body)
    return _new(_naming_copy(made, copy), standing, copy)


def _naming_copy(made: Draft, copy: Copy | None) -> Draft:
    if copy is None:
        return made
    flag = Flag("copy", 0, f"{copy.share:.0%} of the word runs of this text stand in {copy.of} too: it may be a copy.")
    return made._replace(flags=(*made.flags, flag))


def _new(made: Draft, standing: Standing, copy: Copy | None) -> Outcome:
    seed, seed_writes = _seed(made.document, standing)
    path = _free(
        (
            f"{ARTICLES}{made.date.value if made.date else 'undated'}-{slug_of(made.title, made.document.sha256)}.md"
        ).replace("/../", "/"),
        made,
        standing,
    )
    text = article_markdown(made, seed)
    sidecar = Write(_sidecar_path(seed, standing), sidecar_yaml(made, path, text).encode())
    standing.taken.update((path, seed, sidecar.path))
    return Outcome(made, "new", path, (*seed_writes, Write(path, text.encode()), sidecar), copy=copy)


def _again(made: Draft, standing: Standing, *, update: bool) -> Outcome:
    """A seed that was imported before: its draft is made again only where nobody has touched it."""
    sha256 = made.document.sha256
    held, sidecar = standing.article_of(sha256), standing.sidecar_of(sha256)
    if held is None:
        return Outcome(made, "dismissed", sidecar.article if sidecar and sidecar.article else None)
    seed = standing.seeds.get(sha256, f"{SEEDS}{safe_name(made.document.file, sha256)}")
    text = article_markdown(made, seed)
    if sidecar is None or sidecar.draft is None:
        record = _recorded(made, held, sidecar, _sidecar_path(seed, standing), text)
        return Outcome(made, "curated", held.path, record)
    if sidecar.draft == text:
        return Outcome(made, "unchanged" if held.text == text else "curated", held.path)
    if not update:
        return Outcome(made, "unchanged" if held.text == sidecar.draft else "curated", held.path)
    if held.text == sidecar.draft:
        fresh = sidecar_yaml(made, held.path, text).encode()
        return Outcome(made, "updated", held.path, (Write(held.path, text.encode()), Write(sidecar.path, fresh)))
    return Outcome(made, "touched", held.path, difference=three_ways(sidecar.draft, held.text, text))


def _recorded(made: Draft, held: Held, sidecar: Sidecar | None, path: str, text: str) -> tuple[Write, ...]:
    """The record of an import that a curated article's seed does not have yet: added below what stands there."""
    if sidecar is None:
        return (Write(path, sidecar_yaml(made, held.path, text).encode()),)
    return (Write(sidecar.path, f"{sidecar.text.rstrip()}\n{import_yaml(made, held.path, text)}".encode()),)


def _seed(document: Document, standing: Standing) -> tuple[str, tuple[Write, ...]]:
    """Where the seed stands in the archive; one from outside, or a part of a larger file, is written there as it is."""
    if document.sha256 in standing.seeds:
        return standing.seeds[document.sha256], ()
    name = safe_name(_part_name(document), document.sha256)
    path = f"{SEEDS}{name}"
    if path in standing.taken or _sidecar_of(path) in standing.taken:
        stem, dot, suffix = name.rpartition(".")
        path = f"{SEEDS}{stem or name}-{document.sha256[:8]}{dot}{suffix if stem else ''}"
    return path, (Write(path, document.raw),)


def _part_name(document: Document) -> str:
    if not document.part:
        return document.file
    base = document.file.replace("\\", "/").rsplit("/", 1)[-1].split("!")[0]
    stem = base.removesuffix(".gz").rpartition(".")[0] or base
    suffix = "html" if document.captures else "jsonl"
    return f"{stem}-{document.part.zfill(4)}.{suffix}"


def _free(path: str, made: Draft, standing: Standing) -> str:
    return path if path not in standing.taken else f"{path.removesuffix('.md')}-{made.document.sha256[:8]}.md"


def _sidecar_of(seed: str) -> str:
    stem, dot, _ = seed.rpartition(".")
    return f"{stem if dot and '/' in stem else seed}.yaml"


def _sidecar_path(seed: str, standing: Standing) -> str:
    path = _sidecar_of(seed)
    return path if path not in standing.taken else f"{seed}.yaml"


def three_ways(base: str, yours: str, new: str) -> str:
    """Both ways from the draft as it was written: what somebody changed, and what the rules now would."""

    def way(label: str, text: str) -> list[str]:
        lines = difflib.unified_diff(base.splitlines(), text.splitlines(), "draft as written", label, lineterm="", n=1)
        return list(lines) or [f"--- draft as written\n+++ {label}\n(no change)"]

    return "\n".join([*way("yours", yours), *way("new draft", new)]) + "\n"


def sidecar_from(path: str, text: str) -> Sidecar | None:
    """A sidecar's record, or None where the file is none."""
    try:
        record: Any = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- both are safe loaders
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("sha256"), str):
        return None
    steps = record.get("import")
    steps = steps if isinstance(steps, dict) else {}
    article, written = steps.get("article"), steps.get("draft")
    return Sidecar(
        path, text, article if isinstance(article, str) else None, written if isinstance(written, str) else None
    )
