"""An output folder: only files that its manifest names are ever changed or removed, and every file is whole at every moment."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.fault import EngineFault
from sitegen.engine.scan import Stamp, scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST = ".sitegen-manifest.json"
LOCK = ".sitegen-lock"
STAGE = ".sitegen-stage"
FORMAT = 1


class Made(NamedTuple):
    """A file of the output: the key that it was made under, and the SHA-256 of its bytes; an empty key was not finished."""

    key: str
    sha256: str


class Staged(NamedTuple):
    """A file made and not yet in its place: `name` is its name in the stage."""

    path: str
    name: str
    made: Made


class Target:
    """An output folder that is ours, locked while it is open."""

    def __init__(self, folder: Path, made: dict[str, Made]) -> None:
        self.folder = folder
        self.made = made
        self.stage = folder / STAGE

    @cached_property
    def stamps(self) -> dict[str, Stamp]:
        """Size and time of every file in the folder, as they were when they were first asked for."""
        return scan(self.folder, "", hidden=True).files

    def file(self, path: str) -> Path:
        """The place of an output; a path that leads out of the folder is a bug of ours."""
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or not parts.parts or "\\" in path or "\0" in path:
            raise ValueError(f"not a path below the output: {path!r}")
        return self.folder / path

    def whole(self, path: str) -> bool:
        """Whether a file has the bytes that the manifest says."""
        made = self.made.get(path)
        try:
            return made is not None and bool(made.key) and sha256_of(self.file(path)) == made.sha256
        except OSError:
            return False

    def put(self, staged: Mapping[str, Staged], wanted: Mapping[str, Made]) -> tuple[str, ...]:
        """Make the folder hold `wanted`: the staged files moved to their places, what is no longer wanted removed.

        The manifest first names every file that may be there while this runs, and last what is there; killed at any
        moment, the next build finds each file whole, and knows which are ours. Returns the paths that were removed.
        """
        foreign = [path for path in staged if path not in self.made and _exists(self.file(path))]
        if foreign:
            raise EngineFault(
                f"{foreign[0]} in {self.folder} was not made by sitegen and is in the way",
                "move it away, or name another --output",
            )
        gone = sorted(set(self.made) - set(wanted))
        if staged or gone:
            self._write_manifest({**self.made, **{path: Made("", "") for path in staged}})
        for path, item in staged.items():
            self._move(item, self.file(path))
        for path in gone:
            self._remove(path)
        if staged or gone or wanted != self.made:
            self._write_manifest(dict(wanted))
        self.made = dict(wanted)
        return tuple(gone)

    def _move(self, item: Staged, place: Path) -> None:
        source = self.stage / item.name
        try:
            source.replace(place)
        except (FileNotFoundError, NotADirectoryError):
            place.parent.mkdir(parents=True, exist_ok=True)
            source.replace(place)

    def _remove(self, path: str) -> None:
        with suppress(FileNotFoundError):
            self.file(path).unlink()
        for folder in PurePosixPath(path).parents:
            if not folder.parts:
                break
            with suppress(OSError):
                (self.folder / folder).rmdir()

    def _write_manifest(self, made: dict[str, Made]) -> None:
        text = json.dumps({"sitegen": FORMAT, "files": {path: list(made[path]) for path in sorted(made)}}, indent=0)
        replace(self.folder / MANIFEST, text.encode())


def replace(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it over: it is whole, old or new, at every moment."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; a link is not followed."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _exists(path: Path) -> bool:
    return os.path.lexists(path)


@contextmanager
def open_target(folder: Path, *, source: Path) -> Iterator[Target]:
    """The output folder, made if need be and locked; one that is not ours is refused before anything is touched."""
    _refuse(folder, source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            target = Target(folder, read_manifest(folder))
            shutil.rmtree(target.stage, ignore_errors=True)
            try:
                yield target
            finally:
                shutil.rmtree(target.stage, ignore_errors=True)
    except OSError as error:
        raise _explained(error, folder) from error


def _explained(error: OSError, folder: Path) -> EngineFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EngineFault("there is no space left on the disk", f"the output in {folder} is as it was, file by file")
    return EngineFault(f"{error.strerror or error}: {error.filename or folder}", "look at the folder's permissions")


def _refuse(folder: Path, source: Path) -> None:
    if folder.is_symlink():
        raise EngineFault(f"the output folder {folder} is a link", "name the folder itself")
    real, root = folder.resolve(), source.resolve()
    if real == Path(real.anchor) or real == Path.home().resolve() or root.is_relative_to(real):
        raise EngineFault(f"{folder} holds more than a site: it is never written to", "name another --output")
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


def read_manifest(folder: Path) -> dict[str, Made]:
    """What the manifest of an output folder names; nothing where there is none."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        if found["sitegen"] != FORMAT:
            raise EngineFault(f"{folder} was made by another version of sitegen", "empty it, or name another --output")
        return {str(path): Made(str(key), str(sha256)) for path, (key, sha256) in found["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "empty the folder, or name another --output"
        raise EngineFault(
            f"the manifest in {folder} is damaged, so nobody can say which files are ours", hint
        ) from error


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    with (folder / LOCK).open("a") as file:
        if not _try_lock(file.fileno()):
            raise EngineFault(f"another build is writing to {folder}", "wait for it to end")
        yield


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
