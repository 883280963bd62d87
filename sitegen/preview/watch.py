"""Watching the archive: a word for every change that a build could see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.inputs import CONTENT, SEEDS, TEMPLATES, theme_folder

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator
    from pathlib import Path

    from watchfiles import Change

STEP = 15
"""Milliseconds without a further change after which changes are told."""
LONGEST = 50
"""Milliseconds after which they are told in any case."""
_LOOK = 1000
"""Milliseconds after which folders that have come, gone or been exchanged are looked for."""


def folders(root: Path) -> tuple[Path, ...]:
    """The folders that a build reads, as far as they are there."""
    found = (*(root / name for name in (CONTENT, TEMPLATES, SEEDS)), theme_folder())
    return tuple(dict.fromkeys(folder.resolve() for folder in found if folder.is_dir()))


def changes(root: Path, stop: threading.Event, *, poll: bool) -> Iterator[None]:
    """One item for every burst of changes, until `stop` is set.

    There is one too at the beginning, and whenever a folder itself was exchanged: what happened before the watch stood
    was seen by nobody.
    """
    while not stop.is_set():
        yield from _while_same(root, stop, poll=poll)


def _while_same(root: Path, stop: threading.Event, *, poll: bool) -> Iterator[None]:
    from watchfiles import watch

    watched = folders(root)
    before = _identities(watched)
    found = watch(
        *watched,
        watch_filter=Seen(watched),
        debounce=LONGEST,
        step=STEP,
        stop_event=stop,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=True,
        force_polling=True if poll else None,
        poll_delay_ms=200,
        ignore_permission_denied=True,
    )
    first = True
    for burst in found:
        if burst or first:
            yield
        first = False
        if _identities(folders(root)) != before:
            return


def _identities(found: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    known = []
    for folder in found:
        try:
            status = folder.stat()
        except OSError:
            continue
        known.append((str(folder), status.st_dev, status.st_ino))
    return tuple(known)


class Seen:
    """Keeps what a build sees: every name below the folders that does not begin with a dot."""

    def __init__(self, watched: tuple[Path, ...]) -> None:
        self._roots = tuple(f"{folder}/" for folder in watched)

    def __call__(self, _change: Change, path: str) -> bool:
        """Whether a change of this path can matter."""
        slashed = path.replace("\\", "/")
        below = next((slashed.removeprefix(root) for root in self._roots if slashed.startswith(root)), "")
        return not any(name.startswith(".") for name in below.split("/"))
