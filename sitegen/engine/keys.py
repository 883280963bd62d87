"""The key of an output: a digest of everything that it is made from."""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

SIZE = 16
"""Bytes of a digest: enough that no two inputs ever share one."""


class Key(NamedTuple):
    """A digest of all inputs, and a short digest of each, by which a build can say what has changed."""

    digest: bytes
    parts: tuple[bytes, ...]


def digest(*values: Any) -> bytes:
    """A digest of plain values, of things that carry a `digest` of their own, and of tuples of these."""
    hasher = hashlib.sha256()
    for value in values:
        _feed(hasher, value)
    return hasher.digest()[:SIZE]


def key(fixed: tuple[bytes, ...], inputs: tuple[Any, ...]) -> Key:
    """The key of an output from the digests that all outputs share and from its own inputs."""
    parts = (*fixed, *(digest(value) for value in inputs))
    return Key(digest(*parts), tuple(part[:6] for part in parts))


def _feed(hasher: Any, value: Any) -> None:
    own = getattr(value, "digest", None)
    if type(own) is bytes:
        hasher.update(b"d%d:" % len(own) + own)
    elif isinstance(value, tuple):
        hasher.update(b"(%d:" % len(value))
        for item in value:
            _feed(hasher, item)
    elif isinstance(value, bytes):
        hasher.update(b"b%d:" % len(value) + value)
    else:
        text = repr(value).encode("utf-8", "surrogatepass")
        hasher.update(b"r%d:" % len(text) + text)
