"""Many words as one pattern."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer.alternation import alternation

WORDS = st.lists(st.text("ab (.", min_size=1, max_size=5), min_size=1, max_size=8)


def word_by_word(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


@given(WORDS, st.text("ab (.", max_size=20))
def test_it_finds_what_the_words_one_by_one_would_find(words: list[str], text: str) -> None:
    for rest in ("", r"(?!a)", r" ?b"):
        fast, slow = (
            re.compile(words_as_pattern + rest) for words_as_pattern in (alternation(words), word_by_word(words))
        )
        assert [m.span() for m in fast.finditer(text)] == [m.span() for m in slow.finditer(text)]


def test_the_longest_word_comes_first() -> None:
    assert re.search(alternation(["up", "up to", "upward"]), "up to 15")[0] == "up to"  # type: ignore[index]
