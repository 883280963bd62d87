"""Compiled templates, kept beside the cache: to compile the theme anew takes longer than to make a page."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST = 32


class Compiled:
    """Bytes by key, each in a file of its own; what is damaged, or of another program, is as if it were not there.

    `code` stands for the program and the libraries that compile.
    """

    def __init__(self, folder: Path, code: bytes) -> None:
        self._folder = folder
        self._code = code

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        value = data[_DIGEST:]
        return value if data[:_DIGEST] == self._digest(value) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; several processes may do so at once."""
        file = self._file(key)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            beside.write_bytes(self._digest(value) + value)
            beside.replace(file)
        except OSError:
            beside.unlink(missing_ok=True)

    def _digest(self, value: bytes) -> bytes:
        return hashlib.sha256(self._code + value).digest()

    def _file(self, key: str) -> Path:
        return self._folder / f"template-{key}"
