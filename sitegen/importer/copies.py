"""Copies found among many texts: one-permutation MinHash over word shingles.

The signatures are banded, so that a text costs the same among ten and among 100,000.
"""

from __future__ import annotations

import re
import zlib
from array import array
from typing import NamedTuple

from sitegen.importer.fold import key

SHINGLE = 4
BINS = 64
ROWS = 4
BIN_BITS = 6
MASK = (1 << 32) - 1
EMPTY = MASK
LEAST_SHARE = 0.5
FEWEST_SHINGLES = 12
_WORD = re.compile(r"\w+")


class Copy(NamedTuple):
    """What a text is a copy of, and how much of their word runs the two share (1.0: every one)."""

    of: str
    share: float


class Copies:
    """The texts seen so far. It keeps 64 small numbers for a text, never the text."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._signatures: list[array[int]] = []
        self._exact: dict[int, int] = {}
        self._bands: dict[int, int] = {}

    def find(self, text: str) -> Copy | None:
        """The earlier text that this one copies, if any."""
        words = _WORD.findall(key(text))
        return self._found(words, signature_of(words))

    def add(self, name: str, text: str) -> None:
        """Remember a text; of texts that fall together the first is kept as the original."""
        words = _WORD.findall(key(text))
        self._remember(name, words, signature_of(words))

    def enter(self, name: str, text: str) -> Copy | None:
        """Find what a text copies, and remember the text: both at the cost of one."""
        words = _WORD.findall(key(text))
        signature = signature_of(words)
        copy = self._found(words, signature)
        self._remember(name, words, signature)
        return copy

    def _found(self, words: list[str], signature: array[int] | None) -> Copy | None:
        exact = self._exact.get(_whole(words))
        if exact is not None and words:
            return Copy(self._names[exact], 1.0)
        if signature is None:
            return None
        candidates = {self._bands[band] for band in _bands(signature) if band in self._bands}
        best = max(((share_of(signature, self._signatures[one]), -one) for one in candidates), default=(0.0, 0))
        return Copy(self._names[-best[1]], round(best[0], 2)) if best[0] >= LEAST_SHARE else None

    def _remember(self, name: str, words: list[str], signature: array[int] | None) -> None:
        index = len(self._names)
        self._names.append(name)
        self._signatures.append(signature or array("I"))
        self._exact.setdefault(_whole(words), index)
        for band in _bands(signature) if signature else ():
            self._bands.setdefault(band, index)


def _whole(words: list[str]) -> int:
    joined = " ".join(words).encode("utf-8", "replace")
    return zlib.crc32(joined) << 32 | zlib.adler32(joined)


def signature_of(words: list[str]) -> array[int] | None:
    """The smallest hash of each bin; None for a text too short to compare."""
    if len(words) < FEWEST_SHINGLES + SHINGLE:
        return None
    known = {word: zlib.crc32(word.encode("utf-8", "replace")) for word in set(words)}
    codes = [known[word] for word in words]
    bins = [EMPTY] * BINS
    for one, two, three, four in zip(codes, codes[1:], codes[2:], codes[3:], strict=False):
        mixed = (one * 0x9E3779B1 + two * 0x85EBCA77 + three * 0xC2B2AE3D + four * 0x27D4EB2F) & 0xFFFFFFFFFFFF
        mixed ^= mixed >> 23
        mixed = mixed * 0x2127599BF4325C37 & 0xFFFFFFFFFFFFFFFF
        value, at = mixed >> 32, mixed >> 26 & (BINS - 1)
        bins[at] = min(bins[at], value)
    return array("I", _filled(bins))


def _filled(bins: list[int]) -> list[int]:
    """An empty bin borrows from the next full one, marked by the distance, so that equal texts stay equal."""
    filled = list(bins)
    for at, value in enumerate(bins):
        step = 0
        while value == EMPTY:
            step += 1
            value = bins[(at + step) % BINS]  # noqa: PLW2901 -- the search is for this value  # noqa: PLW2901 -- the search is for this value
        filled[at] = (value + step * 0x9E3779B1) & MASK
    return filled


def share_of(one: array[int], other: array[int]) -> float:
    """The share of word runs in common, estimated by the bins that agree."""
    return sum(a == b for a, b in zip(one, other, strict=False)) / BINS


def _bands(signature: array[int]) -> list[int]:
    return [hash((at, *signature[at : at + ROWS])) for at in range(0, BINS, ROWS)]
