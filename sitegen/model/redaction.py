"""What must not be seen: redacted strings found in any spelling, and the mark that takes their place."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MARK = "[redacted]"
"""Stands where a string was taken out: visible, and read aloud by a screen reader."""


@cache
def _fold_character(character: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKD", character.casefold()) if unicodedata.category(c)[0] not in "MC")
    return "".join(kept).casefold()


def fold(text: str) -> str:
    """Text without case, accents, spacing and invisible characters: two guises of one string fold to the same."""
    if text.isascii():
        return "".join(text.lower().split())
    return "".join("".join(map(_fold_character, text)).split())


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for kept in _fold_character(character):
            if not kept.isspace():
                folded.append(kept)
                places.append(place)
    return "".join(folded), places


def redactor(strings: Sequence[str]) -> Callable[[str], str]:
    """A function that replaces each of `strings`, in any guise that `fold` sees through, by the mark."""
    needles = sorted({folded for string in strings if (folded := fold(string))}, key=lambda n: (-len(n), n))
    if not needles:
        return str

    def redact(text: str) -> str:
        folded, places = _fold_with_places(text)
        spans = sorted(_spans(folded, places, needles))
        parts, at = [], 0
        for start, end in spans:
            if start >= at:
                parts += [text[at:start], MARK]
                at = end
            at = max(at, end)
        return "".join([*parts, text[at:]])

    return redact


def _spans(folded: str, places: list[int], needles: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for needle in needles:
        start = folded.find(needle)
        while start >= 0:
            end = start + len(needle)
            found.append((places[start], places[end - 1] + 1))
            start = folded.find(needle, start + 1)
    return found
