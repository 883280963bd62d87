"""What a build remembers for the next one: kept under `.cache/`, dropped without a word where it is damaged or of another version."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine.target import replace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sitegen.engine.scan import Stamp
    from sitegen.inputs import Known
    from sitegen.model.gate import Withheld
    from sitegen.model.problem import Problem

_MAGIC = b"sitegen state 1\n"


class State(NamedTuple):
    """The inputs as they were, the options, the output's files as they were left, and what was reported."""

    options: tuple[Any, ...]
    inputs: Known
    outputs: Mapping[str, Stamp]
    parts: Mapping[str, tuple[bytes, ...]]
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]


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
