"""Whether a folder may be written to: it is ours, and nobody else is at work in it."""

from __future__ import annotations

import errno
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.engine.fault import EngineFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = ".sitegen-manifest.json"
LOCK = ".sitegen-lock"


def refuse(folder: Path, source: Path, rooms: Iterable[str]) -> None:
    """Stop where a folder is not a site of ours and not empty, is a link, or holds or is what the site is made from."""
    if folder.is_symlink():
        raise EngineFault(f"the output folder {folder} is a link", "name the folder itself")
    real, root = folder.resolve(), source.resolve()
    if real in (Path(real.anchor), _home()) or root.is_relative_to(real):
        raise EngineFault(f"{folder} holds more than a site: it is never written to", "name another --output")
    for room in rooms:
        if real.is_relative_to(root / room):
            message = f"{folder} stands in {room}/, which is read and never written to"
            raise EngineFault(message, "name another --output")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise EngineFault(f"the output {folder} is no folder", "name another --output")
    if (folder / MANIFEST).exists():
        return
    foreign = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    if foreign:
        hint = "name an empty folder, or empty this one yourself: sitegen never deletes what it did not make"
        raise EngineFault(f"{folder} is not empty and was not made by sitegen (it holds {foreign[0]})", hint)


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # nobody's home: a container's user without a name
        return None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """A folder while nobody else is at work in it."""
    with (folder / LOCK).open("a") as file:
        if not _try_lock(file.fileno()):
            raise EngineFault(f"another sitegen is at work in {folder}", "wait for it to end")
        try:
            yield
        finally:
            _unlock(file.fileno())


def _unlock(descriptor: int) -> None:
    """Let go, also where a worker that was started meanwhile, and lives on, holds the file open."""
    with suppress(ImportError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _try_lock(descriptor: int) -> bool:
    """Take the lock of a file, which the system drops when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True
