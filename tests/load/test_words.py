"""Words are counted fast and as a search for them would."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.load.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One, two_three; it's 4.5", 6),
        ("“Café” – naïve…", 2),
        ("قال ع\u064eلي أمس", 4),
        ("a\u00a0b\u2028c\x1cd", 4),
        ("".join(map(chr, range(0xC0, 0x180))), 1 + 2),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.one_of(st.text(), st.text("ab1_ \n.-é’–٣\u064b\u00a0²")))
@example("a\ud800b")
def test_they_are_what_a_search_finds(text: str) -> None:
    assert count_words(text) == len(re.findall(r"\w+", text))
