"""What can be said of a file at once: nearly always that no redacted string can stand in it, in any of its forms.

The forms of a text (see `leak_forms`) differ in what stands between the letters, and in where a word ends. Their
letters in a row are few: those of the text without its tags, and those of each tag, as they are written, as they are
read where there are escapes, and as they look. They are all that is read here. What is found is for the forms
themselves to confirm; what is not found stands in none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from sitegen.model.redaction import NOISE, letters_of_bytes
from sitegen.render import leak_forms, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
_TAGS: Final = re.compile(b"<([^<>]*)>")
_NO_SIGNS: Final = bytes(byte for byte in range(256) if byte not in b"<>")
_PERCENT: Final = re.compile(b"%(?:u|[0-9a-fA-F]{2})")
_DOCTYPE: Final = b"<!doctype"
_NOISE: Final = NOISE.encode()
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_RANKS: Final = bytes.maketrans(b"qzxjkvwybpgfmcu0123456789dhlrsnioate", bytes(range(1, 37)))
"""How common a letter is, the rarest first."""
_LEAST, _MOST = 5, 8
"""Letters of a word that the automaton goes by, where the word has as many: fewer are in more texts, more cost room."""
_SMALL: Final = 100_000
"""Letters of all words of which an automaton is made that is fast and large: some 20 bytes of memory for each."""


class Sieve(Generic[T]):
    """Finds in a text every word of some, given by their letters, each with what it stands for."""

    def __init__(self, words: Iterable[tuple[bytes, T]]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        by_part: dict[bytes, dict[bytes, dict[T, None]]] = {}
        for word, meaning in words:
            if word:
                by_part.setdefault(_part(word), {}).setdefault(word, {})[meaning] = None
        self._words = [[(word, tuple(found)) for word, found in by_word.items()] for by_word in by_part.values()]
        small = sum(map(len, by_part)) < _SMALL
        self._automaton = BytesAhoCorasick(list(by_part), implementation=Implementation.DFA if small else None)

    def found(self, row: bytes) -> set[T]:
        """What stands in letters in a row."""
        hits = {number for number, _, _ in self._automaton.find_matches_as_indexes(row, overlapping=True)}
        return {
            meaning for number in hits for word, meanings in self._words[number] if word in row for meaning in meanings
        }

    def candidates(self, data: bytes) -> set[T] | None:
        """All that may be found in one of the forms of a text, and seldom more; None where it cannot be told so."""
        if b"\0" in data or data.startswith(_WIDE):
            return None
        data = data.replace(_NOISE, b" ")
        try:
            read = _read(data)
            found = self._in_rows(read)
            if read is data or found is None:
                return found
            written = self._in_rows(data)
            return None if written is None else found | written
        except UnicodeDecodeError:
            return None

    def _in_rows(self, text: bytes) -> set[T] | None:
        """What stands in a text, in its tags or without them; None where it cannot be told where one begins and ends.

        A word that goes from a tag into the text stands in neither: there, something else is between the letters.
        """
        plain = leak_forms.without_comments(text.decode()).encode() if _has_comments(text) else text
        signs = plain.translate(None, _NO_SIGNS)
        in_order = signs == b"<>" * (len(signs) // 2)  # then there is a faster way than by an expression
        pieces = plain.replace(b">", b"<").split(b"<") if in_order else _TAGS.split(plain)
        between, tags = b"".join(pieces[::2]), b"<".join(set(pieces[1::2]))
        if b"<" in between:
            return None
        texts = [between, tags] if plain is text else [between, text]
        rows = [letters_of_bytes(one) for one in texts]
        for one, row in zip(texts, rows[:], strict=True):
            if look_alikes.are_in(row):
                rows.append(letters_of_bytes(look_alikes.as_latin(one.decode()).encode()))
        return set().union(*map(self.found, rows))


def _part(word: bytes) -> bytes:
    """A few letters of a word, from its rarest one on: the rarer they begin, the sooner the automaton is back."""
    ranks = word[: max(len(word) - _LEAST + 1, 1)].translate(_RANKS)
    start = ranks.index(min(ranks))
    return word[start : start + _MOST]


def _has_comments(text: bytes) -> bool:
    """Whether there may be comments in a text, or other marks by which a tag ends elsewhere than at its sign."""
    after = len(_DOCTYPE) if text.startswith(_DOCTYPE) else 0
    return _stands(b"!--", text, after) or _stands(b"![", text, after) or _stands(b"]]>", text, 0)


def _stands(mark: bytes, text: bytes, after: int) -> bool:
    """Whether a mark stands in a text, by its first byte, which is rare: its last one ends every tag."""
    at = text.find(mark[:1], after)
    while at >= 0:
        if text.startswith(mark, at):
            return True
        at = text.find(mark[:1], at + 1)
    return False


def _read(data: bytes) -> bytes:
    """A text with its escapes read."""
    if not _is_marked(data):
        data.decode()  # so that nothing but UTF-8 is read
        return data
    lines = data.split(b"\n")
    if b"\\" in data or b"%" in data:
        lines = [_unescaped(line) if _is_marked(line) else line for line in lines]
    else:
        lines = [_unescaped(line) if b"&" in line else line for line in lines]
    read = b"\n".join(lines)
    return data if read == data else read


def _is_marked(text: bytes) -> bool:
    """Whether there may be an escape of any kind."""
    return b"&" in text or b"\\" in text or (b"%" in text and _PERCENT.search(text) is not None)


@lru_cache(maxsize=2048)
def _unescaped(text: bytes) -> bytes:
    return leak_forms.unescaped(text.decode()).encode("utf-8", "replace")
