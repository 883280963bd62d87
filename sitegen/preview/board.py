"""The board on which the newest state hangs: builds put it there, browsers wait before it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.preview.shown import Shown


class Board:
    """What is shown now, for any number of threads."""

    def __init__(self, shown: Shown) -> None:
        self._changed = threading.Condition()
        self._shown = shown
        self._closed = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        with self._changed:
            return self._shown

    @property
    def closed(self) -> bool:
        """Whether the preview is ending."""
        with self._changed:
            return self._closed

    def show(self, shown: Shown) -> None:
        """Hang up a new state and wake who waits for it."""
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def newer(self, version: str, seconds: float) -> Shown | None:
        """The state as soon as it is another than `version`; None after so many seconds or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.version != version, seconds)
            return None if self._closed or self._shown.version == version else self._shown
