"""What a build remembers for the next one, under `.cache/`; dropped without a word where it is damaged or of old."""

from __future__ import annotations

import hashlib
import mmap
import pickle
import struct
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.engine.listing import Listing
from sitegen.engine.target import replace
from sitegen.inputs import Known

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.edition import Edition
    from sitegen.engine.target import Target
    from sitegen.model.problem import Problem
    from sitegen.model.withheld import Withheld

_MAGIC, _GLANCE, _EDITION = b"sitegen state 7\n", b"sitegen glance 1\n", b"sitegen edition 5\n"

_DIGEST = 32
"""Bytes of a file's digest; one that could not be read has zeros."""
_FRAME = struct.Struct("<32sQQ")  # digest, length, bytes of blocks after it


class State(NamedTuple):
    """The inputs as they were, the output's files as they were left, and what was reported.

    `left` is when the output was looked at (nanoseconds); `today` the day that embargoes were compared with, None
    where there were none; `redact` stands for the list of strings that no output holds; `edition` for what the build
    knew of the archive.
    """

    inputs: Known
    outputs: Listing
    options: tuple[Any, ...]
    left: int
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]
    today: dt.date | None
    redact: bytes
    edition: bytes


def standing(target: Target, state: State | None) -> dict[str, str]:
    """The keys of the outputs that are as the last build left them: by their size and time, else by their bytes."""
    if state is None:
        return {path: made.key for path, made in target.made.items() if target.whole(path)}
    doubtful = state.outputs.other_than(target.stamps) | state.outputs.unsettled(state.left)
    known = state.outputs.keys() - doubtful
    return {path: made.key for path, made in target.made.items() if path in known or target.whole(path)}


class Glance(NamedTuple):
    """What stands for a whole build whose files are beyond doubt: enough to see that there is nothing to do.

    `inputs` and `outputs` stand for all files with their sizes and times.
    """

    options: tuple[Any, ...]
    inputs: bytes
    outputs: bytes
    made: int
    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...]
    today: dt.date | None


def load_glance(path: Path) -> Glance | None:
    """What the last build left to be seen at a glance, or None."""
    found = _load(path, _GLANCE)
    return found if isinstance(found, Glance) else None


def save_glance(path: Path, glance: Glance | None) -> None:
    """Keep what is to be seen at a glance; None takes away what there is."""
    if glance is None:
        path.unlink(missing_ok=True)
    else:
        _save(path, _GLANCE, glance)


def load_state(path: Path) -> State | None:
    """The state that the last build left, or None."""
    found = _load(path, _MAGIC)
    try:
        rest, inputs, digests, seen, outputs = found
        stamps = Listing.unpacked(*inputs)
        parts = [digests[at : at + _DIGEST] for at in range(0, len(digests), _DIGEST)]
        of_none = bytes(_DIGEST)
        known = {path: b"" if part == of_none else part for path, part in zip(stamps, parts, strict=True)}
        return State(Known(stamps, known, seen), Listing.unpacked(*outputs), *rest)
    except (TypeError, ValueError):
        return None


def save_state(path: Path, state: State) -> None:
    """Keep the state for the next build."""
    known = state.inputs
    digests = b"".join([known.digests[path] or bytes(_DIGEST) for path in known.stamps])
    _save(path, _MAGIC, (state[2:], known.stamps.packed(), digests, known.seen, state.outputs.packed()))


def load_edition(path: Path, digest: bytes) -> Edition | None:
    """What the last build knew of the archive, if it is that of this digest: a whole, and what changed since."""
    try:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return _read(data, digest)
    except Exception:  # noqa: BLE001 - whatever another version left there
        return None


def _read(data: memoryview, digest: bytes) -> Edition | None:
    found: Edition | None = None
    for own, frame, blocks in _frames(data):
        value = pickle.loads(frame)  # noqa: S301 - our own, whole by its digest
        found = _opened(value, blocks) if found is None else found.changed(value)
        if own == digest:
            return found
    return None


class _Head(NamedTuple):
    """An edition without its tables, and for each of these its field, its keys, and its blocks' checksums and sizes."""

    edition: Edition
    tables: tuple[tuple[int, str, tuple[int, ...], tuple[int, ...]], ...]


def _opened(head: _Head, blocks: memoryview) -> Edition:
    """The edition with its tables, which stay packed."""
    from sitegen.engine.table import Notes, Packed, Table

    values: list[Any] = list(head.edition)
    start = 0
    for at, keys, sums, sizes in head.tables:
        ends = list(accumulate(sizes, initial=start))
        found = tuple(blocks[one:other] for one, other in pairwise(ends))
        kind = Notes if values[at] == _NOTES else Table
        values[at] = kind.opened(Packed(keys, sums, found))
        start = ends[-1]
    return type(head.edition)._make(values)


def save_edition(path: Path, edition: Edition, before: Edition | None, digest: bytes) -> bytes:
    """Keep what this build knows of the archive; returns the digest by which the state names it.

    Where `before` is what the file holds under `digest`, only what changed since is added to it, until that is much.
    """
    change = edition.since(before) if before is not None else None
    if change is not None:
        data = pickle.dumps(change, protocol=5)
        own = hashlib.sha256(digest + data).digest()
        if _added(path, digest, own, data):
            return own
    head, blocks = _packed(edition)
    own = hashlib.sha256(head).digest()
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, _EDITION, _FRAME.pack(own, len(head), sum(map(len, blocks))), head, *blocks)
    return own


_TABLE, _NOTES = "table", "notes"


def _packed(edition: Edition) -> tuple[bytes, list[bytes | memoryview]]:
    """The head of an edition, and the blocks of its tables."""
    from sitegen.engine.table import Notes, Table

    values: list[Any] = list(edition)
    tables = []
    blocks: list[bytes | memoryview] = []
    for at, value in enumerate(edition):
        if isinstance(value, Table | Notes):
            packed = value.packed()
            values[at] = _NOTES if isinstance(value, Notes) else _TABLE
            tables.append((at, packed.keys, packed.sums, tuple(map(len, packed.blocks))))
            blocks += packed.blocks
    return pickle.dumps(_Head(type(edition)._make(values), tuple(tables)), protocol=5), blocks


def _frames(data: memoryview) -> Iterator[tuple[bytes, memoryview, memoryview]]:
    """The frames that are whole, each with its digest, which is chained to those before it, and the blocks after it."""
    at, before = len(_EDITION), b""
    if data[:at] != _EDITION:
        return
    while at + _FRAME.size <= len(data):
        own, length, more = _FRAME.unpack_from(data, at)
        start, end = at + _FRAME.size, at + _FRAME.size + length
        at = end + more
        found = hashlib.sha256(before)
        found.update(data[start:end])
        if found.digest() != own or at > len(data):
            return
        yield own, data[start:end], data[end:at]
        before = own


def _added(path: Path, digest: bytes, own: bytes, data: bytes) -> bool:
    """Add a frame after that of `digest`; what a build left there that was cut off is overwritten."""
    with path.open("r+b") as file:
        head = file.read(len(_EDITION) + _FRAME.size)
        if head[: len(_EDITION)] != _EDITION:
            return False
        found, length, more = _FRAME.unpack_from(head, len(_EDITION))
        first = end = len(head) + length + more
        while found != digest:
            file.seek(end)
            frame = file.read(_FRAME.size)
            if len(frame) < _FRAME.size:
                return False
            found, length, more = _FRAME.unpack(frame)
            end += _FRAME.size + length + more
        if end - first + len(data) > first // 4:
            return False
        file.seek(end)
        file.write(_FRAME.pack(own, len(data), 0) + data)
        file.truncate()
    return True


def _unpickled(data: bytes | memoryview) -> Any:
    try:
        return pickle.loads(data)  # noqa: S301 - our own, whole by its digest
    except Exception:  # noqa: BLE001 - whatever another version left there
        return None


def _load(path: Path, magic: bytes) -> Any:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head = len(magic) + 32
    if data[: len(magic)] != magic or hashlib.sha256(data[head:]).digest() != data[len(magic) : head]:
        return None
    return _unpickled(data[head:])


def _save(path: Path, magic: bytes, value: Any) -> None:
    data = pickle.dumps(value, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, magic + hashlib.sha256(data).digest() + data)
