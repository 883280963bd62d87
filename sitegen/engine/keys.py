"""The key of an output: a digest of everything that it is made from."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 16
"""Bytes of a digest: enough that no two inputs ever share one."""
PART = 6
"""Bytes of a short digest: enough to say what has changed."""


class Key(NamedTuple):
    """A digest of all inputs, and a short one of each, one after the other, by which a build says what has changed."""

    digest: bytes
    parts: bytes


def digest(*values: Any) -> bytes:
    """A digest of plain values, of things that carry a `digest` of their own, and of tuples of these."""
    parts: list[bytes] = []
    _feed(parts.append, values)
    return hashlib.sha256(b"".join(parts)).digest()[:SIZE]


def key(fixed: tuple[bytes, ...], inputs: tuple[Any, ...]) -> Key:
    """The key of an output from the digests that all outputs share and from its own inputs."""
    parts = (*fixed, *map(_part, inputs))
    return Key(digest(*parts), b"".join([part[:PART] for part in parts]))


def _part(value: Any) -> bytes:
    kind: Any = type(value)
    own: bytes = value.digest if _carries(kind) else digest(value)
    return own


@cache
def _carries(kind: Any) -> bool:
    """Whether values of this kind have a digest that stands for all of them."""
    return hasattr(kind, "digest")


def _feed(add: Callable[[bytes], None], values: tuple[Any, ...]) -> None:
    """The bytes of values, each with its kind and length before it: no two values have the same."""
    for value in values:
        kind: Any = type(value)
        if kind is str:
            data = value.encode("utf-8", "surrogatepass")
            add(b"s%d:%b" % (len(data), data))
        elif kind is bytes:
            add(b"b%d:%b" % (len(value), value))
        elif _carries(kind):
            add(b"d%d:%b" % (len(value.digest), value.digest))
        elif isinstance(value, tuple):
            add(b"(%d:" % len(value))
            _feed(add, value)
        else:
            data = repr(value).encode("utf-8", "surrogatepass")
            add(b"r%d:%b" % (len(data), data))


def differing(before: bytes, now: bytes) -> list[int] | None:
    """Which of the parts of two keys differ, by their place; None where they are not of the same number."""
    if len(before) != len(now):
        return None
    return [at // PART for at in range(0, len(now), PART) if before[at : at + PART] != now[at : at + PART]]
