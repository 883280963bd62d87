"""What can be said of a file at once: nearly always that no redacted string can stand in it, in any of its forms.

The forms of a text (see `leak_forms`) differ in what stands between the letters, and in where a word ends. Their
letters in a row are few: those of the text without its tags, and those of each tag, as they are written, as they are
read where there are escapes, and as they look. They are all that is read here. What is found is for the forms
themselves to confirm; what is not found stands in none.

Most lines stand in many pages: a list's entries, the menu. What is between the tags of a line is kept, so that a page
is put together of what is known of its lines and of what is new.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from sitegen.model.redaction import NOISE, letters_of_lines
from sitegen.render import leak_forms, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")
_TAGS: Final = re.compile(b"<([^<>]*)>")
_NO_SIGNS: Final = bytes(byte for byte in range(256) if byte not in b"<>")
_UNUSUAL: Final = (b"<!--", b"<![", b"]]>")
"""Where a tag begins and ends is another question beside these."""
_PERCENT: Final = re.compile("%(?:u|[0-9a-fA-F]{2})")
_NOISE: Final = NOISE.encode()
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_RANKS: Final = {ord(letter): rank for rank, letter in enumerate("qzxjkvwybpgfmcu0123456789dhlrsnioate", 1)}
"""How common a letter is, the rarest first."""
_TAIL: Final = 5
"""Letters that the automaton goes by at least, where a word has them."""
_KNOWN: Final = 4 * 1024 * 1024
"""Bytes of lines that are kept before all are forgotten."""


class Sieve(Generic[T]):
    """Finds in a text every word of some, each with what it stands for; what recurs from page to page is read once."""

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        import ahocorasick

        by_tail: dict[str, dict[str, dict[T, None]]] = {}
        for word, meaning in words:
            if word:
                by_tail.setdefault(_tail(word), {}).setdefault(word, {})[meaning] = None
        self._automaton = ahocorasick.Automaton()
        for tail, by_word in by_tail.items():
            self._automaton.add_word(tail, tuple((word, tuple(meanings)) for word, meanings in by_word.items()))
        self._automaton.make_automaton()
        self._forget()

    def _forget(self) -> None:
        self._bytes = 0
        self._read: dict[bytes, bytes] = {}
        self._written: dict[bytes, bytes] = {}
        self._looks: dict[bytes, bytes] = {}

    def found(self, row: bytes) -> set[T]:
        """What stands in letters in a row."""
        if not len(self._automaton):  # it cannot be asked
            return set()
        text = row.decode("latin-1")
        hits = [words for _, words in self._automaton.iter(text)]
        return {meaning for words in hits for word, meanings in words if word in text for meaning in meanings}

    def candidates(self, data: bytes) -> set[T] | None:
        """All that may be found in one of the forms of a text, and seldom more; None where it cannot be told so."""
        if b"\0" in data or data.startswith(_WIDE):
            return None
        data = data.replace(_NOISE, b" ")
        try:
            found = self._in_lines(data.split(b"\n"))
            return self._in_lines([data.replace(b"\n", b" ")]) if found is None else found
        except UnicodeDecodeError:
            return None

    def _in_lines(self, lines: Sequence[bytes]) -> set[T] | None:
        known = map(self._read.get, lines)
        fresh = [line for line, row in zip(lines, known, strict=False) if row is None]
        in_tags = self._learned(fresh) if fresh else set()
        if in_tags is None:
            return None
        found = in_tags | self.found(b"".join(map(self._read.__getitem__, lines)))
        for other in (self._written, self._looks):
            if not other.keys().isdisjoint(lines):
                found |= self.found(b"".join(map(other.get, lines, map(self._read.__getitem__, lines))))
        if in_tags:
            for line in set(fresh):
                del self._read[line]
        if self._bytes > _KNOWN:
            self._forget()
        return found

    def _learned(self, lines: Sequence[bytes]) -> set[T] | None:
        """Learn what is between the tags of lines; what stands in the tags, or None where one goes on in another."""
        text = b"\n".join(lines)
        read = _read(text)
        apart = _apart(read)
        written = apart if read is text else _apart(text)
        if apart is None or written is None:
            return None
        by_line = _rows(apart.between)
        of_written = by_line if written is apart else _rows(written.between)
        if not len(lines) == len(by_line) == len(of_written):
            return None
        self._bytes += len(text)
        self._read.update(zip(lines, by_line, strict=True))
        if of_written is not by_line:
            self._written.update(_differing(lines, of_written, by_line))
        if (looks := _as_it_looks(apart.between, by_line)) is not None:
            self._looks.update(_differing(lines, _rows(looks), by_line))
        in_tags = [letters_of_lines(tags) for tags in {apart.tags, written.tags}]
        looking = _as_it_looks(apart.tags, in_tags)
        return set().union(*map(self.found, [*in_tags, letters_of_lines(looking or b"")]))


def _tail(word: str) -> str:
    """A word from its rarest letter on: the fewer letters words begin with, the faster the automaton is."""
    ranks = word[: max(len(word) - _TAIL + 1, 1)].translate(_RANKS)
    return word[ranks.index(min(ranks)) :]


class _Apart(NamedTuple):
    """What is between the tags of a text, and its tags, each on a line."""

    between: bytes
    tags: bytes


def _apart(text: bytes) -> _Apart | None:
    """A text with its tags apart; None where it cannot be told where one begins and ends."""
    signs = text.translate(None, _NO_SIGNS)
    in_order = signs == b"<>" * (len(signs) // 2)
    pieces = text.replace(b">", b"<").split(b"<") if in_order else _TAGS.split(text)
    between, tags = b"".join(pieces[::2]), b"\n".join(set(pieces[1::2]))
    if not in_order and b"<" in between:
        return None
    odd = not in_order or b"!" in tags or b"]" in tags
    return None if odd and any(mark in text for mark in _UNUSUAL) else _Apart(between, tags)


def _rows(text: bytes) -> list[bytes]:
    return letters_of_lines(text).split(b"\n")


def _differing(lines: Iterable[bytes], rows: Iterable[bytes], others: Iterable[bytes]) -> dict[bytes, bytes]:
    return {line: row for line, row, other in zip(lines, rows, others, strict=True) if row != other}


def _as_it_looks(text: bytes, rows: Iterable[bytes]) -> bytes | None:
    """A text with Latin letters for those that look like them, where there may be any in the rows of its letters."""
    return look_alikes.as_latin(text.decode()).encode() if look_alikes.are_in(b"".join(rows)) else None


def _read(data: bytes) -> bytes:
    """A text with its escapes read, in as many lines as before: none reaches over the end of one."""
    text = data.decode()
    if not _is_marked(text):
        return data
    lines = [_unescaped(line) if _is_marked(line) else line for line in text.split("\n")]
    read = "\n".join(lines).encode("utf-8", "replace")
    return data if read == data else read


def _is_marked(text: str) -> bool:
    """Whether there may be an escape of any kind."""
    return "&" in text or "\\" in text or ("%" in text and _PERCENT.search(text) is not None)


@lru_cache(maxsize=2048)
def _unescaped(text: str) -> str:
    return leak_forms.unescaped(text).replace("\n", " ")
