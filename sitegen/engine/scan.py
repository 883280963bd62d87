"""Which files there are, and which have changed: by size and time where these can be trusted, else by content."""

from __future__ import annotations

import os
import stat
from array import array
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.listing import NOTHING, Listing, Stamp

if TYPE_CHECKING:
    from pathlib import Path


class Scan(NamedTuple):
    """The regular files below a folder, by path from the root with `/`, and what is no regular file."""

    files: Listing
    strange: tuple[str, ...]


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
        return Scan(NOTHING, (folder,))
    found: list[tuple[str, os.DirEntry[str]]] = []
    _walk(str(root / folder), f"{folder}/" if folder else "", found, hidden=hidden)
    found.sort(key=itemgetter(0))
    names: list[str] = []
    numbers: list[int] = []
    strange: list[str] = []
    for path, entry in found:
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # an editor's file that is gone again
            continue
        if stat.S_ISREG(status.st_mode):
            names.append(path)
            numbers += (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        else:
            strange.append(path)
    return Scan(Listing(names, array("q", numbers)), tuple(strange))


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
