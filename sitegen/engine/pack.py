"""The cache: values by key in one file that only grows, so that a build killed at any moment loses at most its end."""

from __future__ import annotations

import mmap
import os
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_HEAD = struct.Struct("<16sII")  # key, length, checksum of both and the value
_MAGIC = b"sitegen pack 1\n\0"
_MUCH = 16 * 1024 * 1024
"""Bytes that may wait in memory."""


class Pack:
    """Key (16 bytes) to bytes. A file that is not ours, or damaged from a point on, is used as far as it is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._places: dict[bytes, tuple[int, int]] = {}
        self._end = len(_MAGIC)
        self._fresh: dict[bytes, bytes] = {}
        self._waiting = 0
        self._bytes: mmap.mmap | bytes = b""
        with suppress(OSError):
            self._open()
            self._find()

    def _open(self) -> None:
        with self.path.open("rb") as file:
            if file.read(len(_MAGIC)) == _MAGIC:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def _find(self) -> None:
        """Note where each value stands, up to the first that is not whole."""
        size, at = len(self._bytes), len(_MAGIC)
        unpack, head = _HEAD.unpack_from, _HEAD.size
        while at + head <= size:
            key, length, _ = unpack(self._bytes, at)
            if at + head + length > size:
                break
            self._places[key] = (at, length)
            at += head + length
        self._end = at

    @property
    def size(self) -> int:
        """The bytes of the file, those that are no longer wanted too."""
        return self._end

    def __contains__(self, key: bytes) -> bool:
        return key in self._fresh or key in self._places

    def get(self, key: bytes) -> bytes | None:
        """The value under a key, or None where there is none or its bytes are damaged."""
        if (fresh := self._fresh.get(key)) is not None:
            return fresh
        if (place := self._places.get(key)) is None:
            return None
        at, length = place
        _, _, checksum = _HEAD.unpack_from(self._bytes, at)
        start = at + _HEAD.size
        value = bytes(self._bytes[start : start + length])
        if zlib.crc32(value, zlib.crc32(key)) != checksum:
            del self._places[key]
            return None
        return value

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
            if not self._places:
                self._end = len(_MAGIC)
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

    def compact(self, wanted: Iterable[bytes]) -> None:
        """Drop what is no longer wanted, when it is the larger part of the file."""
        keep = [key for key in dict.fromkeys(wanted) if key in self._places]
        live = sum(self._places[key][1] for key in keep)
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
