"""What stays in, in a module of its own: a build with nothing to do loads no records to say it."""

from __future__ import annotations

from typing import NamedTuple


class Withheld(NamedTuple):
    """A record that stays in, and the reason."""

    path: str
    reason: str
