"""The files that a build reads: what they are, and which have changed since the last one."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.engine.listing import NOTHING, Listing
from sitegen.engine.scan import scan

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(__file__).resolve().parent
CONTENT, SEEDS, TEMPLATES, THEME, CODE = "content/", "seeds/", "templates/", "theme:", "code:"
ROOMS = ("content", "seeds", "templates")
SITE_FILE = "content/site.yaml"
MEDIA = "content/media/"
PACK, EDITION, STATE = "pack", "edition", "state"
"""The files of the cache: records and bodies as they were read, what the last build knew of the archive, of files."""


def theme_folder() -> Path:
    """The packaged theme: inside the wheel, or beside the package in a checkout."""
    inside = PACKAGE / "theme"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


class Known(NamedTuple):
    """What the last build knew of the inputs, and when it looked (nanoseconds)."""

    stamps: Listing
    digests: Mapping[str, bytes]
    seen: int


def _themed(root: Path, rooms: Mapping[str, Listing]) -> dict[str, Listing]:
    """The files of the rooms with those of the packaged theme: where that is the archive's own, it is not twice."""
    theme, own = theme_folder(), root / TEMPLATES
    if own.exists() and theme.samefile(own):
        as_theme = rooms[TEMPLATES].renamed(lambda path: path.replace(TEMPLATES, THEME, 1))
        return {**rooms, TEMPLATES: NOTHING, THEME: as_theme}
    return {**rooms, THEME: _prefixed(THEME, theme)}


def _prefixed(prefix: str, folder: Path, suffix: str = "") -> Listing:
    return scan(folder, "").files.renamed(prefix.__add__, lambda path: path.endswith(suffix))


class Inputs:
    """Every file that a build of `root` may read, with a digest of each that is computed only where it must be.

    `known` is what may be believed of the last build.
    """

    def __init__(self, root: Path, known: Known | None = None) -> None:
        self.root = root
        self.known = known
        self.strange: tuple[str, ...] = ()
        rooms = {}
        for folder in (CONTENT, SEEDS, TEMPLATES):
            rooms[folder], strange = scan(root, folder.rstrip("/"))
            self.strange += strange
        rooms = {**_themed(root, rooms), CODE: _prefixed(CODE, PACKAGE, ".py")}
        self._rooms = [(prefix, listing.names) for prefix, listing in rooms.items()]
        self.stamps = NOTHING.with_(rooms.values())

    @cached_property
    def _folders(self) -> tuple[tuple[str, str], ...]:
        """Where the files stand whose paths begin otherwise than below the root."""
        return (THEME, f"{theme_folder()}/"), (CODE, f"{PACKAGE}/"), ("", f"{self.root}/")

    def file(self, path: str) -> Path:
        """Where a path of the inputs stands on the disk."""
        return Path(self.place(path))

    def place(self, path: str) -> str:
        """As `file`, in plain words: it is asked for thousands."""
        return next(folder + path[len(prefix) :] for prefix, folder in self._folders if path.startswith(prefix))

    def read(self, path: str) -> bytes:
        """A file's bytes, and from now on its digest is theirs: it may have changed since it was looked at.

        Raises OSError where they cannot be read.
        """
        data = self.file(path).read_bytes()
        self.digests[path] = hashlib.sha256(data).digest()
        return data

    @cached_property
    def unreadable(self) -> dict[str, str]:
        """The files that could not be read, with the system's reason; filled by `digests`."""
        return {}

    @cached_property
    def digests(self) -> dict[str, bytes]:
        """SHA-256 of every file; one whose size and time are those of the last build is not read again."""
        known = self.known
        if known is None:
            return {path: self._digest(path) for path in self.stamps}
        doubtful = self.stamps.other_than(known.stamps) | self.stamps.unsettled(known.seen)
        if known.stamps.names == self.stamps.names:
            return {**known.digests, **{path: self._digest(path) for path in doubtful}}
        return {path: self._digest(path) if path in doubtful else known.digests[path] for path in self.stamps}

    def _digest(self, path: str) -> bytes:
        try:
            with open(self.place(path), "rb", buffering=0) as file:  # noqa: PTH123 - ten thousand times
                return hashlib.sha256(file.readall()).digest()
        except OSError as error:
            self.unreadable[path] = error.strerror or str(error)
            return b""

    def paths(self, prefix: str, suffix: str = "") -> list[str]:
        """The files below a folder, in order."""
        room = next(names for room, names in self._rooms if prefix.startswith(room))
        found = room[bisect_left(room, prefix) : bisect_left(room, f"{prefix}\U0010ffff")]
        return [path for path in found if path.endswith(suffix)] if suffix else found

    def folder(self, prefix: str) -> dict[str, bytes]:
        """The bytes of every file below a folder, by path from it."""
        return {path.removeprefix(prefix): self.read(path) for path in self.paths(prefix)}
