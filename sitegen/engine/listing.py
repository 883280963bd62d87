"""Files with their sizes and times, thousands of them, held in few values: most are only ever compared as a whole."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, KeysView

RACY, FINE_RACY = 2_000_000_000, 100_000_000
"""Nanoseconds: a file changed this shortly before it was looked at may change again without a new time.

The longer one is for file systems that only know whole seconds.
"""
_SECOND = 1_000_000_000
_FIELDS = 3
_FEW = 200
"""So many changes are made one by one; of more the whole listing is made anew."""
_BLOCK = 256
"""So many stamps are compared at once: nearly all are as they were."""


class Stamp(NamedTuple):
    """A file's size in bytes, the time that its bytes are said to be of, and that of its last change (nanoseconds).

    The first time can be set by anybody, and is by `cp -p` and `mv`; the second only by the system.
    """

    size: int
    mtime: int
    ctime: int

    def settled(self, seen: int) -> bool:
        """Whether the file was left alone long enough before it was `seen` that a later change has another stamp."""
        changed = max(self.mtime, self.ctime)
        return changed < seen - (FINE_RACY if changed % _SECOND else RACY)


class Listing(Mapping[str, Stamp]):
    """Files by path, each with its stamp; `numbers` are the stamps' in a row."""

    def __init__(self, names: list[str], numbers: array[int]) -> None:
        self.names = names
        self.numbers = numbers

    @classmethod
    def of(cls, files: Mapping[str, Stamp]) -> Self:
        """Files and stamps as a listing."""
        return cls(list(files), array("q", chain.from_iterable(files.values())))

    @classmethod
    def unpacked(cls, names: bytes, numbers: bytes) -> Self:
        """The listing that was `packed`."""
        found = array("q")
        found.frombytes(numbers)
        return cls(names.decode("utf-8", "surrogatepass").split("\0") if names else [], found)

    def packed(self) -> tuple[bytes, bytes]:
        """The listing in few bytes, to be kept or handed on."""
        return "\0".join(self.names).encode("utf-8", "surrogatepass"), self.numbers.tobytes()

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    def __getitem__(self, name: str) -> Stamp:
        at = _FIELDS * self._places[name]
        return Stamp(*self.numbers[at : at + _FIELDS])

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def keys(self) -> KeysView[str]:
        """The paths."""
        return self._places.keys()

    def renamed(self, rename: Callable[[str], str], keep: Callable[[str], bool] = lambda _: True) -> Self:
        """Those of the files that are to be kept, under other paths."""
        kept = [place for place, name in enumerate(self.names) if keep(name)]
        if len(kept) == len(self.names):
            return type(self)(list(map(rename, self.names)), self.numbers)
        numbers = array("q", chain.from_iterable(self.numbers[_FIELDS * at : _FIELDS * (at + 1)] for at in kept))
        return type(self)([rename(self.names[place]) for place in kept], numbers)

    def with_(self, others: Iterable[Listing]) -> Self:
        """These files, and those of other listings after them."""
        names, numbers = list(self.names), array("q", self.numbers)
        for other in others:
            names += other.names
            numbers += other.numbers
        return type(self)(names, numbers)

    def changed(self, stamps: Mapping[str, Stamp | None]) -> Self:
        """The listing, which is in order, with other stamps; None takes a file out."""
        if len(stamps) > _FEW:
            found = {**self, **stamps}
            return type(self).of({name: stamp for name in sorted(found) if (stamp := found[name]) is not None})
        names, numbers = list(self.names), array("q", self.numbers)
        for name, stamp in stamps.items():
            place = bisect_left(names, name)
            there = place < len(names) and names[place] == name
            numbers[_FIELDS * place : _FIELDS * (place + there)] = array("q", stamp or ())
            names[place : place + there] = [name] if stamp is not None else []
        return type(self)(names, numbers)

    def other_than(self, before: Listing) -> set[str]:
        """The files that are not there before, or have another stamp there."""
        if len(before) != len(self) and len(more := before.keys() - self.keys()) <= _FEW:
            before = before.changed(dict.fromkeys(more))
        if self.names == before.names:
            return {self.names[place] for place in _other_places(self.numbers.tobytes(), before.numbers.tobytes())}
        return {name for name in self.names if name not in before or self[name] != before[name]}

    def unsettled(self, seen: int) -> set[str]:
        """The files of which size and time alone cannot tell that they are unchanged since they were `seen`."""
        limit = seen - RACY
        if self._latest < limit:
            return set()
        times = zip(self.names, self.numbers[1::_FIELDS], self.numbers[2::_FIELDS], strict=True)
        return {
            name
            for name, mtime, ctime in times
            if (mtime >= limit or ctime >= limit) and not Stamp(0, mtime, ctime).settled(seen)
        }

    @cached_property
    def _latest(self) -> int:
        return max(chain(self.numbers[1::_FIELDS], self.numbers[2::_FIELDS]), default=0)

    @cached_property
    def fingerprint(self) -> bytes:
        """What stands for these files with their sizes and times: another as soon as one of them has changed."""
        return fingerprint_of(self.packed())


def _other_places(numbers: bytes, before: bytes) -> Iterator[int]:
    """The places at which two listings of the same files have another stamp."""
    if numbers == before:
        return
    size = _FIELDS * array("q").itemsize
    for start in range(0, len(numbers), _BLOCK * size):
        if numbers[start : start + _BLOCK * size] != before[start : start + _BLOCK * size]:
            places = range(start, min(start + _BLOCK * size, len(numbers)), size)
            yield from (at // size for at in places if numbers[at : at + size] != before[at : at + size])


NOTHING = Listing([], array("q"))


def fingerprint_of(packed: tuple[bytes, bytes]) -> bytes:
    """The fingerprint of a listing that is packed already."""
    names, numbers = packed
    return hashlib.sha256(b"%d:" % len(names) + names + numbers).digest()
