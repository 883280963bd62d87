"""The one module of the importer that looks at an archive's folders and writes to them."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.importer.plan import ARTICLES, SEEDS, Outcome, Standing, Write
from sitegen.importer.readers.reading import digest
from sitegen.importer.ucdp import EVENTS
from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLE_OR_URL = re.compile(r"^(?:title|url): *(.+)$", re.MULTILINE)
_DIGEST = re.compile(r"^sha256: *[\"']?([0-9a-f]{64})\b", re.MULTILINE)
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

    def text(path: str) -> str:
        return (root / path).read_text("utf-8", errors="replace")

    standing = Standing(text=text)
    for path in _under(root, SEEDS):
        name = path.relative_to(root).as_posix()
        standing.taken.add(name)
        if path.suffix != ".yaml":
            standing.seeds[digest(path.read_bytes())] = name
        elif found := _DIGEST.search(text(name)):
            standing.sidecars[found[1]] = name
    for path in _under(root, ARTICLES):
        name = path.relative_to(root).as_posix()
        standing.taken.add(name)
        if found := _SEED_DIGEST.search(text(name)):
            standing.articles[found[1]] = name
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
    """Write files within an archive; a path that leaves it is a bug of ours, a link within it is not followed."""
    folders: dict[tuple[str, ...], int] = {}
    try:
        for one in writes:
            *folder, name = one.path.split("/")
            if not name or not all(part.strip(".") for part in (*folder, name)):
                raise ValueError(f"{one.path} leaves the archive")
            _write(_folder(root, tuple(folder), folders), name, one.data)
    finally:
        for opened in folders.values():
            os.close(opened)


def _folder(root: Path, parts: tuple[str, ...], opened: dict[tuple[str, ...], int]) -> int:
    """The folder, open: what is written through it stands within the archive, whatever becomes of its path."""
    if parts not in opened:
        if not parts:
            root.mkdir(parents=True, exist_ok=True)
            opened[parts] = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
        else:
            opened[parts] = _open_folder(parts, _folder(root, parts[:-1], opened))
    return opened[parts]


def _open_folder(parts: tuple[str, ...], parent: int) -> int:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
    try:
        return os.open(parts[-1], flags, dir_fd=parent)
    except FileNotFoundError:
        os.mkdir(parts[-1], dir_fd=parent)
        return os.open(parts[-1], flags, dir_fd=parent)
    except OSError as fault:
        if fault.errno not in (errno.ELOOP, errno.ENOTDIR):
            raise
        place = "/".join(parts)
        raise SitegenError(
            f"{place} is no folder of the archive", "put a folder there: links are not followed"
        ) from fault


def _write(folder: int, name: str, data: bytes) -> None:
    beside = f".{name}.part"
    file = _fresh(folder, beside)
    try:
        _fill(file, data)
        os.replace(beside, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        os.unlink(beside, dir_fd=folder)
        raise


def _fresh(folder: int, name: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    try:
        return os.open(name, flags, 0o666, dir_fd=folder)
    except FileExistsError:  # an import that was killed left it
        os.unlink(name, dir_fd=folder)
        return os.open(name, flags, 0o666, dir_fd=folder)


def _fill(file: int, data: bytes) -> None:
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)
