"""What must not be seen: redacted strings found in any spelling, and the mark that takes their place.

Two spellings are one string when their letters and digits are the same without case and accents. What stands between
the letters counts as follows. A gap (spaces, hyphens, stops) may be where the redacted string has one, or be missing.
A gap elsewhere counts where every letter stands alone (`J o h n`), or where enough letters stand around it, and only
from the beginning of a word to the end of a word: "final investigation" does not hold "Ali". Invisible characters are
nothing. A string of fewer than five letters is found as a whole word; a longer one also within a longer word ("Hassan"
in "Hassanein"): that errs on the safe side.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sitegen.model.problem import Span

MARK: Final = "[redacted]"
"""Stands where a string was taken out: visible, and read aloud by a screen reader."""
NOISE: Final = "\x01"
"""Stands, in what is read out of a file of no text, for bytes that are none: no word begins or ends beside it."""
LEAST: Final = 3
"""Fewer letters than this are in every text. A letter of a script that is written without spaces counts twice."""
WHOLE: Final = 5
"""A string of fewer letters than this is found as a whole word only."""

PART: Final = 3
"""A string may be broken where so many letters stand on either side ("Abdul Rahman" for "Abdulrahman") ..."""
LOOSE: Final = 10
"""... and one of so many letters anywhere. Shorter ones would be found in other words: "Asif" in "as if"."""

_WHOLE: Final = rb"[ \x01](%b)(?=[ \x01])"
_CLEAR: Final = rb" (%b)(?= )"
_ANYWHERE: Final = rb"(%b)"
_ALNUM: Final = bytes(byte for byte in range(128) if chr(byte).isalnum())
_LOWER: Final = bytes(byte + 32 if 65 <= byte <= 90 else byte for byte in range(256))  # noqa: PLR2004 - A to Z
_GAPS: Final = bytes(byte for byte in range(128) if byte not in _ALNUM)
_SPACED: Final = bytes(32 if byte in _GAPS and chr(byte) != NOISE else _LOWER[byte] for byte in range(256))
_PLAIN: Final = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t"}
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Mc", "Me"})
"""The categories of characters that take no room of their own: joiners, direction marks, accents and the like."""
_COMMON_GAPS: Final = "“”‘’–—…·\u00a0"
"""What is not ASCII in most texts: taken out before the rest, a hundred times as fast."""
_NOTHING: Final = frozenset("\u0640\u115f\u1160\u3164\uffa0" + "".join(map(chr, range(0x2B9, 0x300))))
"""Letters by their category that are none to a reader: the tatweel, fillers, and signs of transliteration."""


class Redaction(NamedTuple):
    """A string that must not be seen, and where the curator says so."""

    text: str
    span: Span


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """A character's letters and digits without case and accents: nothing for an invisible one, a space for a gap."""
    if character in _NOTHING:
        return ""
    parts = (_PLAIN.get(part, part) for part in unicodedata.normalize("NFKD", character.casefold()))
    kept = [part for part in parts if unicodedata.category(part[0]) not in _INVISIBLE]
    return "".join(part.casefold() if part.isalnum() else " " for part in kept)


@lru_cache(maxsize=8192)
def _fold_word(word: str) -> str:
    return "".join(map(_fold_character, word))


def _fold_run(found: UnicodeError) -> tuple[bytes, int]:
    """What a codec puts in the place of a run of characters that are not ASCII: their letters, as UTF-8."""
    assert isinstance(found, UnicodeEncodeError)
    run = found.object[found.start : found.end]
    folded = _fold_word(run) if len(run) < 40 else "".join(map(_fold_character, run))  # noqa: PLR2004 - words, not texts
    return folded.encode(), found.end


codecs.register_error("sitegen-fold", _fold_run)  # ten times as fast as a search for what is not ASCII


def _folded(text: str) -> bytes:
    if text.isascii():
        return text.encode()
    for gap in _COMMON_GAPS:
        text = text.replace(gap, " ")
    return text.encode("ascii", "sitegen-fold")


def letters(text: str) -> bytes:
    """The letters and digits of a text without case and accents, and nothing else."""
    return _folded(text).translate(_LOWER, _GAPS)


def letters_of_bytes(text: bytes) -> bytes:
    """As `letters`, of a text in UTF-8."""
    return (text if text.isascii() else _folded(text.decode())).translate(_LOWER, _GAPS)


def spaced(text: str) -> bytes:
    """As `letters`, with one space for each gap, and one at either end."""
    return b" %b " % b" ".join(_folded(text).translate(_SPACED).split())


def fold(text: str) -> str:
    """Text without case, accents, gaps and invisible characters: two guises of one string fold to the same."""
    return letters(text).decode()


def weight(text: str) -> int:
    """How many letters and digits a string has; those of scripts that are written without spaces count twice."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in fold(text))


class Needle:
    """A redacted string made ready to be looked for: its letters, and where it stands among gaps.

    Few strings are ever met, so their patterns are made when they are asked for.
    """

    def __init__(self, letters: bytes, pattern: bytes, strict: bytes, *, short: bool) -> None:
        self.letters = letters
        self.short = short
        self._pattern = pattern
        self._strict = strict

    @cached_property
    def pattern(self) -> re.Pattern[bytes]:
        """For text."""
        return re.compile(self._pattern)

    @cached_property
    def strict(self) -> re.Pattern[bytes]:
        """For what is read out of other files: no gap is allowed but the string's own."""
        return re.compile(self._strict)


_PIECES: Final = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
_RUNS: Final = re.compile(rb" |[^ ]+")


@lru_cache(maxsize=8192)
def needle(text: str) -> Needle:
    """A string made ready to be looked for in `spaced` text."""
    words = [[re.escape(letter.encode()) for letter in word] for word in spaced(text).decode().split()]
    tight = b" ?".join(b"".join(word) for word in words)
    spelled = b" ".join(letter for word in words for letter in word)
    broken = b" ?".join(_foreign_gap(text).join(word) for word in words)
    short = weight(text) < WHOLE and not _unspaced(text)
    apart = b"|".join(_WHOLE % form for form in dict.fromkeys((spelled, broken)))
    pattern = b"|".join(((_WHOLE if short else _ANYWHERE) % tight, apart))
    strict = (_CLEAR if short else _ANYWHERE) % tight
    return Needle(letters(text), pattern, strict, short=short)


def _foreign_gap(text: str) -> bytes:
    """The gap that may stand between two letters of a string that has none there."""
    if weight(text) >= LOOSE:
        return b" ?"
    letter = b"" if weight(text) < 2 * PART else b"[a-z0-9\x80-\xff]" * PART * (1 if fold(text).isascii() else 2)
    return b"(?:(?<=%b) (?=%b))?" % (letter, letter) if letter else b""


def _unspaced(text: str) -> bool:
    return any(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def holds(text: str, strings: Iterable[str]) -> bool:
    """Whether one of `strings` stands in `text`."""
    return any(needle(string).pattern.search(spaced(text)) for string in concerning(strings, text))


def concerning(strings: Iterable[str], text: str) -> tuple[str, ...]:
    """Those of `strings` that may stand in `text`: a quick look that forgets none."""
    wanted = tuple(strings)
    if not wanted:
        return ()
    held = letters(text)
    return tuple(string for string in wanted if (key := needle(string).letters) and key in held)


def redactor(strings: Sequence[str]) -> Callable[[str], str]:
    """A function that replaces each of `strings`, in any guise, by the mark."""
    if not strings:
        return str

    def redact(text: str) -> str:
        present = concerning(strings, text)
        return _replace(text, present) if present else text

    return redact


def _replace(text: str, strings: Iterable[str]) -> str:
    flat, places = _spaced_with_places(text)
    found = sorted(
        (places[start], places[end - 1] + 1)
        for string in strings
        for match in needle(string).pattern.finditer(flat)
        for start, end in [match.span(match.lastindex or 0)]
    )
    parts, at = [], 0
    for start, end in found:
        if start >= at:
            parts += [text[at:start], MARK]
        at = max(at, _with_marks(text, end))
    return "".join([*parts, text[at:]])


def _with_marks(text: str, end: int) -> int:
    """The end of a match, past the accents and invisible characters that belong to its last letter."""
    while end < len(text) and not text[end].isascii() and not _fold_character(text[end]):
        end += 1
    return end


def _spaced_with_places(text: str) -> tuple[bytes, list[int]]:
    """As `spaced`, with the place in the text that each byte comes from; stretches of ASCII are taken whole."""
    flat, places = bytearray(b" "), [0]
    for piece in _PIECES.finditer(text):
        start, written = piece.start(), piece[0]
        plain = written.isascii()
        for run in _RUNS.finditer((written if plain else _fold_character(written)).encode().translate(_SPACED)):
            if run[0] != b" ":
                flat += run[0]
                places += range(start + run.start(), start + run.end()) if plain else [start] * len(run[0])
            elif flat[-1] != 32:  # noqa: PLR2004 - one space for each gap
                flat += b" "
                places.append(start + run.start() if plain else start)
    return bytes(flat) + b" ", places
