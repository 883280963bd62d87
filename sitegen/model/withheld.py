"""What stays in, in a module of its own: a build with nothing to do loads no records to say it."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

NO_DAY: Final = dt.date.min
"""Where it is not known what day it is: no embargo has ended on it."""


class Withheld(NamedTuple):
    """A record that stays in, and the reason."""

    path: str
    reason: str
