"""What can be said of a page at once: nearly always that no redacted string can stand in it, in any of its forms.

The forms of a text (see `leak_forms`) differ in what stands between the letters, and in where a word ends. Their
letters in a row are few: those of the text without its tags, those of each tag, and what is written by escapes; and
the first two again as they look. They are all that is read here. What is found is for the forms themselves to confirm;
what is not found stands in none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from sitegen.model.redaction import letters
from sitegen.render import leak_forms, look_alikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
_TAGS: Final = re.compile("<([^<>]*)>")
_UNUSUAL: Final = (("!", "<!--"), ("!", "<!["), ("]", "]]>"))
"""Where a tag begins and ends is another question beside these; each after a sign that is looked for faster."""
_MARKS: Final = ("&", "%", "\\")
"""What begins an escape, of any kind."""
_RAREST_FIRST: Final = "qzxjkvwybpgfmcu0123456789dhlrsnioate"
_TAIL: Final = 5
"""Letters that the automaton goes by at least, where a word has them."""
_KNOWN: Final = 4096
_LONGEST: Final = 200
"""Characters of a line or tag that may be seen again."""


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
        self._lines: dict[str, str] = {}
        self._tags: set[str] = set()

    def found(self, row: bytes) -> set[T]:
        """What stands in letters in a row."""
        if not len(self._automaton):  # it cannot be asked
            return set()
        text = row.decode("latin-1")
        words = {word for _, words in self._automaton.iter(text) for word in words}
        return {meaning for word, meanings in words if word in text for meaning in meanings}

    def candidates(self, text: str) -> set[T] | None:
        """All that may be found in one of the text's forms, and seldom more; None where it cannot be told like this."""
        lines = text.split("\n")
        known = self._lines.get
        short = "\n".join([known(line, line) for line in lines])
        found = self._among_tags(short, lines_whole=True)
        if found is None and len(short) != len(text):
            found = self._among_tags(text)
        if found is not None and not found and len(self._lines) < _KNOWN:
            self._learn(lines)
        return found

    def _among_tags(self, text: str, *, lines_whole: bool = False) -> set[T] | None:
        raw: list[str] = []
        if any(mark in text for mark in _MARKS):
            text = self._read(text, raw)
        if _is_unusual(text):
            return None
        pieces = _TAGS.split(text)
        plain = "".join(pieces[::2])
        if "<" in plain:
            return None
        fresh = set(pieces[1::2]) - self._tags
        if lines_whole and any("\n" in tag for tag in fresh):
            return None
        return self._as_it_looks(plain) | self._in_tags(fresh) | self.found(letters(">".join(raw)))

    def _as_it_looks(self, text: str) -> set[T]:
        row = letters(text)
        seen = self.found(letters(look_alikes.as_latin(text))) if look_alikes.are_in(row) else set()
        return self.found(row) | seen

    def _read(self, text: str, raw: list[str]) -> str:
        """A text with its escapes read; `raw` gets what was other before. No escape reaches over a `<`."""
        pieces = text.split("<")
        marked = {place for mark in _MARKS if mark in text for place, piece in enumerate(pieces) if mark in piece}
        for place in marked:
            if (read := _unescaped(pieces[place])) != pieces[place]:
                raw.append(pieces[place])
                pieces[place] = read
        return "<".join(pieces) if raw else text

    def _in_tags(self, tags: set[str]) -> set[T]:
        found = self._as_it_looks(">".join(tags)) if tags else set()
        if not found and len(self._tags) < _KNOWN:
            self._tags.update(tag for tag in tags if len(tag) < _LONGEST)
        return found

    def _learn(self, lines: Iterable[str]) -> None:
        """Keep short lines of whole tags, in which nothing was found, as what stands between their tags."""
        self._lines.update((line, plain) for line in lines for plain in _between_tags(line))


def _is_unusual(text: str) -> bool:
    return any(sign in text and mark in text for sign, mark in _UNUSUAL)


def _tail(word: str) -> str:
    """A word from its rarest letter on: the fewer letters words begin with, the faster the automaton is."""
    starts = range(max(len(word) - _TAIL + 1, 1))
    return word[min(starts, key=lambda start: _RAREST_FIRST.find(word[start])) :]


def _between_tags(line: str) -> Iterator[str]:
    if "<" in line and len(line) < _LONGEST and not any(mark in line for mark in _MARKS) and not _is_unusual(line):
        plain = _TAGS.sub("", line)
        if "<" not in plain:
            yield plain


@lru_cache(maxsize=2048)
def _unescaped(text: str) -> str:
    return leak_forms.unescaped(text)
