"""What a build remembers for the next one, under `.cache/`; dropped without a word where it is damaged or of old."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine.target import replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.engine.keys import Key
    from sitegen.engine.scan import Stamp
    from sitegen.engine.target import Target
    from sitegen.inputs import Known
    from sitegen.model.gate import Withheld
    from sitegen.model.problem import Problem

_MAGIC = b"sitegen state 3\n"


class State(NamedTuple):
    """The inputs as they were, the options, the output's files as they were left, and what was reported.

    `left` is when the output was looked at (nanoseconds); `today` the day that embargoes were compared with, None
    where there were none; `redact` stands for the list of strings that no output holds.
    """

    options: tuple[Any, ...]
    inputs: Known
    outputs: Mapping[str, Stamp]
    left: int
    parts: Mapping[str, tuple[bytes, ...]]
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]
    today: dt.date | None
    redact: bytes

    def settled(self) -> bool:
        """Whether size and time alone can tell of every file that it is unchanged."""
        return all(stamp.settled(self.inputs.seen) for stamp in self.inputs.stamps.values()) and all(
            stamp.settled(self.left) for stamp in self.outputs.values()
        )


def as_left(target: Target, state: State | None, path: str) -> bool:
    """Whether an output is as the last build left it: by its size and time, else by its bytes."""
    stamp = state.outputs.get(path) if state is not None else None
    known = state is not None and stamp is not None and stamp.settled(state.left)
    return (known and target.stamps.get(path) == stamp) or target.whole(path)


def kept(target: Target, state: State | None, path: str, key: Key) -> bool:
    """Whether an output stands as it is to be made."""
    made = target.made.get(path)
    return made is not None and made.key == key.digest.hex() and as_left(target, state, path)


def load_state(path: Path) -> State | None:
    """The state that the last build left, or None."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head = len(_MAGIC) + 32
    if data[: len(_MAGIC)] != _MAGIC or hashlib.sha256(data[head:]).digest() != data[len(_MAGIC) : head]:
        return None
    try:
        found = pickle.loads(data[head:])  # noqa: S301 - our own file, whole by its checksum
    except Exception:  # noqa: BLE001 - whatever another version left there
        return None
    return found if isinstance(found, State) else None


def save_state(path: Path, state: State) -> None:
    """Keep the state for the next build."""
    data = pickle.dumps(state, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, _MAGIC + hashlib.sha256(data).digest() + data)
