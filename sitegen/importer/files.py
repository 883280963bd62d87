"""The one module of the importer that looks at an archive's folders and writes to them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.importer.plan import ARTICLES, SEEDS, Held, Outcome, Standing, Write, sidecar_from
from sitegen.importer.readers.reading import digest
from sitegen.importer.ucdp import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLE_OR_URL = re.compile(r"^(?:title|url): *(.+)$", re.MULTILINE)
_SEED_DIGEST = re.compile(
    r"^seed:(?:[^\n]*\bsha256: *|[^\n]*\n(?: +[^\n]*\n)*? +sha256: *)[\"']?([0-9a-f]{64})", re.MULTILINE
)


def seed_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to import: those named, and within folders all but hidden ones and sidecars, in a fixed order."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (
                    Path(folder, name)
                    for name in sorted(files)
                    if not name.startswith(".") and not name.endswith((".yaml", ".yml"))
                )
        else:
            yield path


def standing_of(root: Path) -> Standing:
    """What stands in an archive: its articles and sidecars by the digests of their seeds, and the paths in use."""
    standing = Standing()
    for path in _under(root, SEEDS):
        name = path.relative_to(root).as_posix()
        standing.taken.add(name)
        if path.suffix == ".yaml":
            found = sidecar_from(name, path.read_text("utf-8", errors="replace"))
            if found:
                standing.sidecars[found[0]] = found[1]
        else:
            standing.seeds[digest(path.read_bytes())] = name
    for path in _under(root, ARTICLES):
        text = path.read_text("utf-8", errors="replace")
        name = path.relative_to(root).as_posix()
        standing.taken.add(name)
        seed = _SEED_DIGEST.search(text)
        if seed:
            standing.articles[seed[1]] = Held(name, text)
    return standing


def references_of(root: Path) -> frozenset[str]:
    """The paths of an archive's articles and events, and the articles' titles and addresses: what a list may repeat."""
    found: set[str] = set()
    for folder in (ARTICLES, EVENTS):
        for path in _under(root, folder):
            found.add(path.relative_to(root).as_posix())
            text = path.read_text("utf-8", errors="replace")
            found.update(match[1].strip().strip("'\"") for match in _TITLE_OR_URL.finditer(text[:4000]))
    return frozenset(found)


def _under(root: Path, folder: str) -> list[Path]:
    place = root / folder
    return (
        sorted(path for path in place.rglob("*") if path.is_file() and not path.is_symlink()) if place.is_dir() else []
    )


def write(root: Path, outcome: Outcome) -> None:
    """Write an outcome's files, each beside its place and then moved over it."""
    write_files(root, outcome.writes)


def write_files(root: Path, writes: Iterable[Write]) -> None:
    """Write files within an archive; a path that leaves it is a bug of ours."""
    for one in writes:
        target = root / one.path
        if not target.resolve().is_relative_to(root.resolve()):
            raise ValueError(f"{one.path} leaves the archive")
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.part")
        beside.write_bytes(one.data)
        beside.replace(target)
