"""Copies found among many texts: a sketch of each text, banded so that it costs the same among ten and 100,000.

The sketch looks at fixed points of the circle of all hashes of word runs, and notes the run after each: two texts agree
at a point with the chance that a run of either is a run of both (MinHash with one permutation).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from zlib import adler32, crc32

from sitegen.importer.fold import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHINGLE = 4
ROWS = 3
BANDS = 21
LEAST_SHARE = 0.5
NEARLY_ALL = 0.99
FEWEST_SHINGLES = 12
FIRST_SLOTS = 1 << 12
FULLEST = 0.6
_HALF = 1 << 63
_POINTS = tuple(range(-_HALF, _HALF, 2 * _HALF // (BANDS * ROWS)))[: BANDS * ROWS]
_SIGNS = "،؛؟۔٪"
_SPACED = bytes(code if chr(code).isalnum() or not chr(code).isascii() else ord(" ") for code in range(256))


class Copy(NamedTuple):
    """What a text is a copy of, and how much of their word runs the two share (1.0: every one)."""

    of: str
    share: float


class _Sketch(NamedTuple):
    whole: int
    points: array[int]
    """Empty where a text is too short to compare."""


class Copies:
    """The texts seen so far. It keeps some 400 bytes for a text, never the text.

    `_slots` is an open hash table of bands: a slot holds the number of the first text with such a band, counted from 1.
    """

    def __init__(self, earlier: Iterable[tuple[str, str]] = ()) -> None:
        """`earlier` texts, by name, are read when the first text asks: an import of known seeds never does."""
        self._earlier = iter(earlier)
        self._names: list[str] = []
        self._wholes = array("Q")
        self._points = array("H")
        self._short: dict[int, int] = {}
        self._slots = array("I", bytes(4 * FIRST_SLOTS))
        self._taken = 0

    def find(self, text: str) -> Copy | None:
        """The earlier text that this one copies, if any."""
        self._read_earlier()
        sketch = _sketch_of(text)
        return self._found(sketch, self._slots_of(sketch.points))

    def add(self, name: str, text: str) -> None:
        """Remember a text; of texts that fall together the first is kept as the original."""
        self._enter(name, _sketch_of(text))

    def enter(self, name: str, text: str) -> Copy | None:
        """Find what a text copies, and remember the text: both at the cost of one."""
        self._read_earlier()
        sketch = _sketch_of(text)
        slots = self._slots_of(sketch.points)
        copy = self._found(sketch, slots)
        self._remember(name, sketch, slots)
        return copy

    def _read_earlier(self) -> None:
        for name, text in self._earlier:
            self._enter(name, _sketch_of(text))

    def _enter(self, name: str, sketch: _Sketch) -> None:
        self._remember(name, sketch, self._slots_of(sketch.points))

    def _found(self, sketch: _Sketch, slots: list[int]) -> Copy | None:
        if not sketch.points:
            exact = self._short.get(sketch.whole) if sketch.whole else None
            return None if exact is None else Copy(self._names[exact], 1.0)
        near = ((self._share(one - 1, sketch), 1 - one) for one in {self._slots[slot] for slot in slots} if one)
        share, negated = max(near, default=(0.0, 0))
        return Copy(self._names[-negated], round(share, 2)) if share >= LEAST_SHARE else None

    def _share(self, one: int, sketch: _Sketch) -> float:
        """How much of a text's runs another holds; all of them only where the words are the same."""
        if self._wholes[one] == sketch.whole:
            return 1.0
        start = one * len(_POINTS)
        held = self._points[start : start + len(_POINTS)]
        agreeing = sum(a == b for a, b in zip(held, sketch.points, strict=True))
        return min(agreeing / len(_POINTS), NEARLY_ALL)

    def _remember(self, name: str, sketch: _Sketch, slots: list[int]) -> None:
        number = len(self._names)
        self._names.append(name)
        self._wholes.append(sketch.whole)
        self._points.extend(sketch.points or _NOTHING)
        if not sketch.points:
            self._short.setdefault(sketch.whole, number)
            return
        self._place(number, slots)
        if self._taken > FULLEST * len(self._slots):
            self._grow()

    def _place(self, number: int, slots: list[int]) -> None:
        for slot in slots:
            if not self._slots[slot]:
                self._slots[slot] = number + 1
                self._taken += 1

    def _slots_of(self, points: Sequence[int]) -> list[int]:
        return [self._slot(points, band) for band in range(BANDS)] if points else []

    def _slot(self, points: Sequence[int], band: int) -> int:
        """Where the band stands, or the empty slot where it would."""
        start = band * ROWS
        rows = points[start : start + ROWS]
        last = len(self._slots) - 1
        slot = hash((band, *rows)) & last
        while number := self._slots[slot]:
            other = (number - 1) * len(_POINTS) + start
            if self._points[other : other + ROWS] == rows:
                break
            slot = slot + 1 & last
        return slot

    def _grow(self) -> None:
        self._slots = array("I", bytes(8 * len(self._slots)))
        self._taken = 0
        for number in range(len(self._names)):
            points = self._points[number * len(_POINTS) : (number + 1) * len(_POINTS)]
            if points != _NOTHING:
                self._place(number, self._slots_of(points))


_NOTHING = array("H", bytes(2 * len(_POINTS)))


def _sketch_of(text: str) -> _Sketch:
    words = _words(text)
    joined = b" ".join(words)
    whole = crc32(joined) << 32 | adler32(joined) if words else 0
    codes = list(map(crc32, words))
    if len(codes) < FEWEST_SHINGLES + SHINGLE:
        return _Sketch(whole, array("H"))
    return _Sketch(whole, array("H", _points(codes)))


def _words(text: str) -> list[bytes]:
    plain = unmarked(text)
    for sign in () if plain.isascii() else _SIGNS:
        plain = plain.replace(sign, " ")
    return plain.encode("utf-8", "replace").translate(_SPACED).split()


def _points(codes: list[int]) -> Iterator[int]:
    """For each point the first hash at or after it, as sixteen of its bits; after the last comes the first."""
    runs = zip(*(islice(codes, at, None) for at in range(SHINGLE)), strict=False)
    hashes = sorted(map(hash, runs))
    count = len(hashes)
    return (hashes[bisect_left(hashes, point) % count] >> 16 & 0xFFFF for point in _POINTS)
