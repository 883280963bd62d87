"""The cache: values by key in one file that only grows, so that a build killed at any moment loses at most its end."""

from __future__ import annotations

import mmap
import os
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_HEAD = struct.Struct("<16sII")  # key, length, checksum of both and the value
_MAGIC = b"sitegen pack 1\n\0"
_MUCH = 16 * 1024 * 1024
"""Bytes that may wait in memory."""
_KEY, _HALF = 16, 8
_MANY = 1000
"""So many values beside those in the index make it worth writing anew: to find them one goes from one to the next."""


class _Index(NamedTuple):
    """Where the values before `end` stand, by their keys in order: so a build that wants few need not find all."""

    end: int
    keys: bytes
    starts: array[int]
    lengths: array[int]
    firsts: array[int]
    """The first halves of the keys, as numbers: they are found faster."""

    def place(self, key: bytes) -> tuple[int, int] | None:
        """Where a value stands, and how long it is."""
        first = int.from_bytes(key[:_HALF], "big")
        at = bisect_left(self.firsts, first)
        while at < len(self.firsts) and self.firsts[at] == first:
            if self.keys[at * _KEY : at * _KEY + _KEY] == key:
                return self.starts[at], self.lengths[at]
            at += 1
        return None

    def places(self) -> dict[bytes, tuple[int, int]]:
        """All that it knows."""
        keys = (self.keys[at : at + _KEY] for at in range(0, len(self.keys), _KEY))
        return dict(zip(keys, zip(self.starts, self.lengths, strict=True), strict=True))


def _firsts(keys: bytes) -> array[int]:
    halves = array("Q", keys)[::2]
    if sys.byteorder == "little":
        halves.byteswap()
    return halves


_NO_INDEX = _Index(len(_MAGIC), b"", array("Q"), array("I"), array("Q"))
_INDEX_HEAD = struct.Struct("<16sQQI")  # magic, end, number of keys, checksum of all but the magic
_INDEX_MAGIC = b"sitegen index 1\n"


def _read_index(path: Path) -> _Index:
    """The index of a pack; an empty one where there is none that is whole."""
    try:
        data = path.read_bytes()
        magic, end, number, checksum = _INDEX_HEAD.unpack_from(data)
    except (OSError, struct.error):
        return _NO_INDEX
    rest = data[_INDEX_HEAD.size :]
    starts, lengths = array("Q"), array("I")
    if magic != _INDEX_MAGIC or zlib.crc32(b"%d %d" % (end, number), zlib.crc32(rest)) != checksum:
        return _NO_INDEX
    middle, last = number * _KEY, number * (_KEY + starts.itemsize)
    starts.frombytes(rest[middle:last])
    lengths.frombytes(rest[last:])
    return _Index(end, rest[:middle], starts, lengths, _firsts(rest[:middle]))


def _write_index(path: Path, end: int, places: Mapping[bytes, tuple[int, int]]) -> None:
    keys = sorted(places)
    starts, lengths = array("Q", (places[key][0] for key in keys)), array("I", (places[key][1] for key in keys))
    rest = b"".join((*keys, starts.tobytes(), lengths.tobytes()))
    checksum = zlib.crc32(b"%d %d" % (end, len(keys)), zlib.crc32(rest))
    path.write_bytes(_INDEX_HEAD.pack(_INDEX_MAGIC, end, len(keys), checksum) + rest)


class Pack:
    """Key (16 bytes) to bytes. A file that is not ours, or damaged from a point on, is used as far as it is whole.

    Beside it stands an index. One that does not fit is harmless: every value is looked at with its key and checksum.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index_path = path.with_name(f"{path.name}-index")
        self._index = _NO_INDEX
        self._places: dict[bytes, tuple[int, int] | None] = {}
        self._end = len(_MAGIC)
        self._fresh: dict[bytes, bytes] = {}
        self._waiting = self._read = 0
        self._bytes: mmap.mmap | bytes = b""
        with suppress(OSError):
            self._open()
            self._find()

    def _open(self) -> None:
        with self.path.open("rb") as file:
            if file.read(len(_MAGIC)) == _MAGIC:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _find(self) -> None:
        """Note where each value stands that the index does not know, up to the first that is not whole."""
        index = _read_index(self._index_path)
        size = len(self._bytes)
        self._index = index if index.end <= size else _NO_INDEX
        at = self._index.end
        unpack, head = _HEAD.unpack_from, _HEAD.size
        while at + head <= size:
            key, length, _ = unpack(self._bytes, at)
            if at + head + length > size:
                break
            self._places[key] = (at, length)
            at += head + length
        self._end = at

    def _place(self, key: bytes) -> tuple[int, int] | None:
        return self._places[key] if key in self._places else self._index.place(key)

    @property
    def size(self) -> int:
        """The bytes of the file, those that are no longer wanted too."""
        return self._end

    def __contains__(self, key: bytes) -> bool:
        return key in self._fresh or self._place(key) is not None

    def get(self, key: bytes) -> bytes | None:
        """The value under a key, or None where there is none or its bytes are damaged."""
        if (fresh := self._fresh.get(key)) is not None:
            return fresh
        if (place := self._place(key)) is None:
            return None
        at, length = place
        _, _, checksum = _HEAD.unpack_from(self._bytes, at)
        start = at + _HEAD.size
        value = bytes(self._bytes[start : start + length])
        self._let_go(length)
        if zlib.crc32(value, zlib.crc32(key)) != checksum:
            self._places[key] = None
            return None
        return value

    def _let_go(self, length: int) -> None:
        """Have what was read of the file count as memory of this process no longer, now and then."""
        self._read += length
        if self._read > _MUCH and isinstance(self._bytes, mmap.mmap) and hasattr(self._bytes, "madvise"):
            self._bytes.madvise(mmap.MADV_DONTNEED)
            self._read = 0

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; it is in the file after `flush`, or once there is much that waits."""
        self._fresh[key] = value
        self._waiting += len(value)
        if self._waiting > _MUCH:
            self.flush()

    def flush(self) -> None:
        """Write what was put; what was damaged at the file's end is overwritten."""
        if not self._fresh:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        with os.fdopen(descriptor, "r+b") as file:
            if self._end == len(_MAGIC):
                file.write(_MAGIC)
            file.seek(self._end)
            for key, value in self._fresh.items():
                file.write(_HEAD.pack(key, len(value), zlib.crc32(value, zlib.crc32(key))))
                file.write(value)
                self._places[key] = (self._end, len(value))
                self._end += _HEAD.size + len(value)
            file.truncate()
        self.close()
        self._fresh, self._waiting = {}, 0
        self._open()
        if len(self._places) > _MANY:
            self._write_index()

    def _all_places(self) -> dict[bytes, tuple[int, int]]:
        known = self._index.places()
        return {key: place for key, place in {**known, **self._places}.items() if place is not None}

    def _write_index(self) -> None:
        """Write down where everything stands. Without that it is found again, so nothing is lost if it fails."""
        with suppress(OSError):
            _write_index(self._index_path, self._end, self._all_places())
            self._index, self._places = _read_index(self._index_path), {}

    def compact(self, wanted: Iterable[bytes]) -> None:
        """Drop what is no longer wanted, when it is the larger part of the file."""
        places = self._all_places()
        keep = [key for key in dict.fromkeys(wanted) if key in places]
        live = sum(places[key][1] for key in keep)
        if self._end < 4 * live + (1 << 20):
            return
        kept = {key: value for key in keep if (value := self.get(key)) is not None}
        self.close()
        temporary = self.path.with_suffix(".new")
        temporary.unlink(missing_ok=True)
        smaller = Pack(temporary)
        for key, value in kept.items():
            smaller.put(key, value)
        smaller.flush()
        smaller.close()
        smaller._index_path.unlink(missing_ok=True)
        self._index_path.unlink(missing_ok=True)
        if temporary.exists():
            temporary.replace(self.path)
        self._places, self._end = {}, len(_MAGIC)
        with suppress(OSError):
            self._open()
            self._find()

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self._bytes, mmap.mmap):
            self._bytes.close()
        self._bytes = b""
