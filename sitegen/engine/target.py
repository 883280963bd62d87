"""An output folder: only what its manifest names is ever changed or removed, and each file is whole at every moment."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine.fault import EngineFault
from sitegen.engine.guard import MANIFEST, locked, refuse
from sitegen.engine.scan import scan, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sitegen.engine.listing import Listing

STAGE = ".sitegen-stage"
FORMAT = 1
FILE_MODE, FOLDER_MODE = 0o644, 0o755


class Made(NamedTuple):
    """A file of the output: the key that it was made under, and its bytes' SHA-256; an empty key was not finished."""

    key: str
    sha256: str


class Staged(NamedTuple):
    """A file made and not yet in its place: `name` is its name in the stage."""

    path: str
    name: str
    made: Made


class Target:
    """An output folder that is ours, locked while it is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stage = folder / STAGE
        self._moved: set[str] = {MANIFEST}

    @cached_property
    def made(self) -> dict[str, Made]:
        """What the manifest names: what of the folder is ours."""
        return read_manifest(self.folder)

    @cached_property
    def stamps(self) -> Listing:
        """Size and time of every file in the folder, as they were when they were first asked for."""
        return scan(self.folder, "", hidden=True).files

    def stamps_now(self, seen: int) -> Listing:
        """Size and time of every file, looked at again where it was moved or removed, or was too new when `seen`."""
        again = self.stamps.unsettled(seen) | self._moved
        return self.stamps.changed({path: stamp_of(self.folder / path) for path in again})

    def file(self, path: str) -> Path:
        """The place of an output; a path that leads out of the folder is a bug of ours."""
        _require_below([path])
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

        While this runs the manifest names every file that may be there, and at the end what is there; killed at any
        moment, the next build finds each file whole, and knows which are ours. Returns the paths that were removed.
        """
        _require_below(staged)
        gone = sorted(self.made.keys() - wanted.keys())
        self._moved |= {*gone, *staged}
        self._refuse_foreign(staged, gone)
        if not staged.keys() <= self.made.keys():
            _written(self.folder / MANIFEST, _manifest({**self.made, **{path: Made("", "") for path in staged}}))()
        # the last manifest is on the disk before anything is moved: where there is no room for it nothing is changed
        finish = _written(self.folder / MANIFEST, _manifest(wanted)) if staged or wanted != self.made else None
        first = _in_the_way(gone, staged)
        for path in first:
            self._remove(path)
        for item in staged.values():
            self._move(item)
        for path in gone:
            self._remove(path)
        if finish is not None:
            finish()
        self.made = dict(wanted)
        return tuple(gone)

    def _refuse_foreign(self, staged: Mapping[str, Staged], gone: list[str]) -> None:
        """Stop, before anything is changed, where a file would be lost or a link would lead out of the folder."""
        folders = _folders((*staged, *gone))
        links = sorted(folder for folder in folders if (self.folder / folder).is_symlink())
        files = (path for path in folders - self.made.keys() if (self.folder / path).is_file())
        new = (path for path in staged if path not in self.made)
        foreign = sorted({*files, *(path for path in new if os.path.lexists(f"{self.folder}/{path}"))})
        ours = _folders(gone)
        for path in (*links, *(path for path in foreign if path not in ours)):
            raise EngineFault(
                f"{path} in {self.folder} was not made by sitegen and is in the way",
                "move it away, or name another --output",
            )

    def _move(self, item: Staged) -> None:
        source, place = f"{self.stage}/{item.name}", f"{self.folder}/{item.path}"
        try:
            os.replace(source, place)  # noqa: PTH105 - ten thousand times
        except (FileNotFoundError, NotADirectoryError):
            make_folder(Path(place).parent)
            os.replace(source, place)  # noqa: PTH105

    def _remove(self, path: str) -> None:
        place = self.file(path)
        if place.is_dir() and not place.is_symlink():
            return  # it has become a folder of other outputs, or somebody's
        with suppress(FileNotFoundError, NotADirectoryError):
            place.unlink()
        for folder in PurePosixPath(path).parents:
            if not folder.parts:
                break
            with suppress(OSError):
                (self.folder / folder).rmdir()


def _manifest(made: Mapping[str, Made]) -> bytes:
    quoted = _quoted if _has_odd("".join(made)) else '"{}"'.format
    lines = ",\n".join([f'{quoted(path)}: ["{key}", "{sha256}"]' for path, (key, sha256) in sorted(made.items())])
    return f'{{"sitegen": {FORMAT}, "files": {{\n{lines}\n}}}}\n'.encode()


def _has_odd(path: str) -> bool:
    """Whether JSON writes a path otherwise than it is: to ask the library of each takes longer."""
    return not (path.isascii() and path.isprintable()) or '"' in path or "\\" in path


def _quoted(path: str) -> str:
    import json

    return json.dumps(path) if _has_odd(path) else f'"{path}"'


def replace(path: Path, *data: bytes | memoryview) -> None:
    """Write a file beside its place and rename it over: it is whole, old or new, at every moment."""
    _written(path, *data)()


def _written(path: Path, *data: bytes | memoryview) -> Callable[[], object]:
    """Write a file beside its place; what is given back renames it over."""
    temporary = _beside(path)
    with temporary.open("wb") as file:
        file.writelines(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(FILE_MODE)
    return lambda: temporary.replace(path)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def make_folder(folder: Path) -> None:
    """A folder, and those above it, that anybody may read, whatever the umask: what is built is to be published."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(FOLDER_MODE)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal; a link is not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would keep us waiting
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folders(paths: Iterable[str]) -> set[str]:
    """The folders that files stand in, and those above them."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _require_below(paths: Iterable[str]) -> None:
    for path in paths:
        if not _is_below(path):
            raise ValueError(f"not a path below the output: {path!r}")


def _is_below(path: str) -> bool:
    if not path or path[0] == "/" or "\\" in path or "\0" in path or path.strip("./") == "":
        return False
    return ".." not in path or ".." not in path.split("/")


def _in_the_way(gone: Iterable[str], staged: Mapping[str, Staged]) -> list[str]:
    """What must go before the new files come: a file where a folder is to be, files in a folder that becomes one."""
    if not gone:
        return []
    folders = _folders(staged)
    return [path for path in gone if path in folders or not _folders([path]).isdisjoint(staged)]


@contextmanager
def open_target(folder: Path, *, source: Path, rooms: Iterable[str] = ()) -> Iterator[Target]:
    """The output folder, made if need be and locked; one that is not ours is refused before anything is touched.

    `rooms` are the folders of `source` that are read: nothing is written below them.
    """
    try:
        refuse(folder, source, rooms)
        make_folder(folder)
        with locked(folder):
            target = Target(folder)
            _tidy(target)
            try:
                yield target
            finally:
                _tidy(target)
    except OSError as error:
        raise _explained(error, folder) from error


def _tidy(target: Target) -> None:
    """Take away what a build leaves that was killed."""
    if target.stage.is_symlink():
        target.stage.unlink()
    try:
        target.stage.rmdir()
    except FileNotFoundError:
        pass
    except OSError:  # not empty
        import shutil

        shutil.rmtree(target.stage, ignore_errors=True)
    _beside(target.folder / MANIFEST).unlink(missing_ok=True)


def _explained(error: OSError, folder: Path) -> EngineFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EngineFault("there is no space left on the disk", f"the output in {folder} is as it was, file by file")
    return EngineFault(f"{error.strerror or error}: {error.filename or folder}", "look at the folder's permissions")


def read_manifest(folder: Path) -> dict[str, Made]:
    """What the manifest of an output folder names; nothing where there is none."""
    import json

    try:
        return _made(json.loads((folder / MANIFEST).read_bytes()), folder)
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"the manifest in {folder} is damaged, so nobody can say which files are ours"
        raise EngineFault(message, "empty the folder, or name another --output") from error


def _made(found: Any, folder: Path) -> dict[str, Made]:
    if found["sitegen"] != FORMAT:
        raise EngineFault(f"{folder} was made by another version of sitegen", "empty it, or name another --output")
    made = {str(path): Made(str(key), str(sha256)) for path, (key, sha256) in found["files"].items()}
    if not all(map(_is_below, made)):
        raise ValueError("it names a file outside of the folder")
    return made
