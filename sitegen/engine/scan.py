"""Which files there are, and which have changed: by size and time where these can be trusted, else by content."""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RACY, FINE_RACY = 2_000_000_000, 100_000_000
"""Nanoseconds: a file changed this shortly before it was looked at may change again without a new time.

The longer one is for file systems that only know whole seconds.
"""
_SECOND = 1_000_000_000


class Stamp(NamedTuple):
    """A file's size in bytes, the time that its bytes are said to be of, and that of its last change (nanoseconds).

    The first time can be set by anybody, and is by `cp -p` and `mv`; the second only by the system.
    """

    size: int
    mtime: int
    ctime: int

    def settled(self, seen: int) -> bool:
        """Whether the file was left alone long enough before it was `seen` that a later change has another stamp."""
        changed = max(self.mtime, self.ctime)
        return changed < seen - (FINE_RACY if changed % _SECOND else RACY)


class Scan(NamedTuple):
    """The regular files below a folder, by path from the root with `/`, and what is no regular file."""

    files: dict[str, Stamp]
    strange: tuple[str, ...]


def all_settled(files: Mapping[str, Stamp], seen: int) -> bool:
    """Whether of all files size and time alone can tell that they are unchanged."""
    if all(map((seen - RACY).__gt__, chain(map(itemgetter(1), files.values()), map(itemgetter(2), files.values())))):
        return True
    return all(stamp.settled(seen) for stamp in files.values())


def fingerprint(files: Mapping[str, Stamp]) -> bytes:
    """What stands for a set of files with their sizes and times: another as soon as one of them has changed."""
    return fingerprint_of(packed(files))


def fingerprint_of(files: tuple[bytes, bytes]) -> bytes:
    """The fingerprint of files that are packed already."""
    names, stamps = files
    return hashlib.sha256(b"%d:" % len(names) + names + stamps).digest()


def packed(files: Mapping[str, Stamp]) -> tuple[bytes, bytes]:
    """Files and stamps in few bytes, for thousands of small values are slow to read."""
    numbers = array("q", chain.from_iterable(files.values()))
    return "\0".join(files).encode("utf-8", "surrogatepass"), numbers.tobytes()


def unpacked(names: bytes, stamps: bytes) -> dict[str, Stamp]:
    """The files and stamps that were `packed`."""
    numbers = array("q")
    numbers.frombytes(stamps)
    triples = zip(numbers[0::3], numbers[1::3], numbers[2::3], strict=True)
    paths = names.decode("utf-8", "surrogatepass").split("\0") if names else []
    return dict(zip(paths, map(Stamp._make, triples), strict=True))


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a regular file, or None where there is none."""
    try:
        status = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def scan(root: Path, folder: str, *, hidden: bool = False) -> Scan:
    """Every file below `root/folder`, in order; links, pipes and devices are named and never followed."""
    if folder and (root / folder).is_symlink():
        return Scan({}, (folder,))
    found: list[tuple[str, os.DirEntry[str]]] = []
    _walk(str(root / folder), f"{folder}/" if folder else "", found, hidden=hidden)
    found.sort(key=itemgetter(0))
    files: dict[str, Stamp] = {}
    strange: list[str] = []
    for path, entry in found:
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # an editor's file that is gone again
            continue
        if stat.S_ISREG(status.st_mode):
            files[path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        else:
            strange.append(path)
    return Scan(files, tuple(strange))


def _walk(path: str, before: str, found: list[tuple[str, os.DirEntry[str]]], *, hidden: bool) -> None:
    """Add every file below a folder to what was `found`; names get `before` put before them."""
    try:
        entries = list(os.scandir(path))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        name = entry.name
        if name[0] == "." and not hidden:
            continue
        if entry.is_dir(follow_symlinks=False):
            _walk(entry.path, f"{before}{name}/", found, hidden=hidden)
        else:
            found.append((before + name, entry))
