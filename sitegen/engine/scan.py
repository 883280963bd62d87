"""Which files there are, and which have changed: by size and time where these can be trusted, else by content."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def scan(root: Path, folder: str, *, hidden: bool = False) -> Scan:
    """Every file below `root/folder`, in order; links, pipes and devices are named and never followed."""
    if folder and (root / folder).is_symlink():
        return Scan({}, (folder,))
    files: dict[str, Stamp] = {}
    strange: list[str] = []
    for path, entry in sorted(_walk(str(root / folder), folder, hidden=hidden), key=lambda pair: pair[0]):
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # an editor's file that is gone again
            continue
        if stat.S_ISREG(status.st_mode):
            files[path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        else:
            strange.append(path)
    return Scan(files, tuple(strange))


def _walk(path: str, name: str, *, hidden: bool) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(path))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith(".") and not hidden:
            continue
        below = f"{name}/{entry.name}" if name else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, below, hidden=hidden)
        else:
            yield below, entry
