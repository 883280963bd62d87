"""Mappings that stay packed: thousands of values, of which an edit needs few, are unpacked when they are asked for."""

from __future__ import annotations

import pickle
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from sitegen.engine.fault import CacheFault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, KeysView, Sequence

V = TypeVar("V")
PART = 48
"""Values that are packed together: more make a single one dear, fewer make all of them dear."""
FRESH = -1
"""The place of a value that is not packed."""
SIGN = 4
"""Bytes of a sign."""
FEW = 8
"""Up to so many signs are looked for one by one, which is fast; more are looked for together, note by note."""


class Difference(NamedTuple):
    """The values of a mapping that are new or other, and the keys that are gone."""

    other: dict[str, Any]
    gone: tuple[str, ...]


class Packed(NamedTuple):
    """A mapping in a form that can be written down: its keys, then blocks of bytes with the checksum of each.

    The keys are in one text, with a NUL after each.
    """

    keys: str
    sums: tuple[int, ...]
    blocks: tuple[bytes | memoryview, ...]


class _Kept(Mapping[str, V]):
    """What both kinds share: where each value is, and those that came after the mapping was packed."""

    def __init__(self, places: dict[str, int] | str, fresh: dict[str, V], packed: Any) -> None:
        self._given = places
        self._fresh = fresh
        self._packed = packed

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each value is; of a mapping that was packed only asked for where it is needed: it takes its time."""
        return self._given if isinstance(self._given, dict) else _places_of(self._given)

    @classmethod
    def of(cls, values: Mapping[str, V]) -> Self:
        """A mapping of which nothing is packed."""
        return cls(dict.fromkeys(values, FRESH), dict(values), None)

    @property
    def is_packed(self) -> bool:
        """Whether the values stay packed, but for those that came later."""
        return self._packed is not None

    def __getitem__(self, key: str) -> V:
        place = self._places[key]
        return self._fresh[key] if place == FRESH else self._unpacked(place)

    def _unpacked(self, place: int) -> V:
        raise NotImplementedError

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def keys(self) -> KeysView[str]:
        """The keys, as a set that is fast to work with."""
        return self._places.keys()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).of, (dict(self),)

    def changed(self, other: Mapping[str, V], gone: Collection[str] = ()) -> Self:
        """The mapping with other values, and without the keys that are gone."""
        if not other and not gone:
            return self
        places, fresh = dict(self._places), {**self._fresh, **other}
        places |= dict.fromkeys(other, FRESH)
        for key in gone:
            places.pop(key, None)
            fresh.pop(key, None)
        return type(self)(places, fresh, self._packed)

    def since(self, before: Self) -> Difference | None:
        """What is other than in a mapping that this one comes from; None where it comes from another."""
        if self._packed is not before._packed:
            return None
        none = object()
        other = {key: value for key, value in self._fresh.items() if before._fresh.get(key, none) is not value}
        return Difference(other, tuple(before._places.keys() - self._places.keys()))


def _places_of(packed: str) -> dict[str, int]:
    keys = packed.split("\0")[:-1]
    return dict(zip(keys, range(len(keys)), strict=True))


class _Parts(NamedTuple):
    """The blocks of a table, and what was unpacked of them."""

    sums: Sequence[int]
    blocks: Sequence[bytes | memoryview]
    known: dict[int, list[Any]]


class Table(_Kept[V]):
    """Values of any kind, some of them packed together."""

    def _unpacked(self, place: int) -> V:
        number, at = divmod(place, PART)
        parts: _Parts = self._packed
        values = parts.known.get(number)
        if values is None:
            values = parts.known[number] = pickle.loads(_whole(parts.blocks[number], parts.sums[number]))  # noqa: S301 - ours, whole by its checksum
        found: V = values[at]
        return found

    def packed(self) -> Packed:
        """All values, packed; what is as it was packed before is not unpacked for it."""
        keys = tuple(self)
        blocks: list[bytes | memoryview] = []
        sums: list[int] = []
        for at in range(0, len(keys), PART):
            block, checksum = self._block(keys[at : at + PART])
            blocks.append(block)
            sums.append(checksum)
        return Packed("\0".join((*keys, "")), tuple(sums), tuple(blocks))

    def _block(self, keys: Sequence[str]) -> tuple[bytes | memoryview, int]:
        """The values of neighbouring keys as one block, with its checksum."""
        places = [self._places[key] for key in keys]
        first = places[0]
        if first != FRESH and first % PART == 0 and places == list(range(first, first + len(places))):
            parts: _Parts = self._packed
            return parts.blocks[first // PART], parts.sums[first // PART]
        block = pickle.dumps([self[key] for key in keys], protocol=5)
        return block, zlib.crc32(block)

    @classmethod
    def opened(cls, packed: Packed) -> Self:
        """The mapping that was packed."""
        parts = _Parts(packed.sums, packed.blocks, {})
        return cls(packed.keys, {}, parts)


class Notes(_Kept[bytes]):
    """For each key what was noted of it, in signs of four bytes: which keys have a sign is seen without unpacking."""

    def _unpacked(self, place: int) -> bytes:
        ends, signs = self._packed
        return bytes(signs[SIGN * (ends[place - 1] if place else 0) : SIGN * ends[place]])

    def with_any(self, wanted: set[int]) -> set[str]:
        """The keys that have one of the signs."""
        found = {key for key, notes in self._fresh.items() if not wanted.isdisjoint(signs_of(notes))}
        if self._packed is not None and wanted:
            at = self._places_with(wanted)
            found |= {key for key, place in self._places.items() if place in at}
        return found

    def _places_with(self, wanted: set[int]) -> set[int]:
        ends, signs = self._packed
        if len(wanted) > FEW:
            every = memoryview(signs).cast("I")
            of_each = zip(chain((0,), ends), ends, strict=False)
            return {place for place, (start, end) in enumerate(of_each) if not wanted.isdisjoint(every[start:end])}
        return {bisect_right(ends, at) for sign in wanted for at in _standing(signs, array("I", [sign]).tobytes())}

    def packed(self) -> Packed:
        """All notes, packed."""
        keys, ends, count = tuple(self), array("I"), 0
        for key in keys:
            count += len(self[key]) // SIGN
            ends.append(count)
        blocks = (ends.tobytes(), b"".join([self[key] for key in keys]))
        return Packed("\0".join((*keys, "")), tuple(map(zlib.crc32, blocks)), blocks)

    @classmethod
    def opened(cls, packed: Packed) -> Self:
        """The notes that were packed."""
        ends, signs = (_whole(*pair) for pair in zip(packed.blocks, packed.sums, strict=True))
        return cls(packed.keys, {}, (signs_of(ends), bytes(signs)))


def signs_of(notes: bytes | memoryview) -> array[int]:
    """The signs in some notes."""
    found = array("I")
    found.frombytes(notes)
    return found


def _standing(data: bytes, sign: bytes) -> Iterator[int]:
    """Where a sign stands among others."""
    at = data.find(sign)
    while at >= 0:
        if at % SIGN == 0:
            yield at // SIGN
        at = data.find(sign, at + 1)


def _whole(block: bytes | memoryview, checksum: int) -> bytes | memoryview:
    if zlib.crc32(block) != checksum:
        raise CacheFault("what the last build knew is damaged")
    return block
