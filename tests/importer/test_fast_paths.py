"""What a shorter way finds is what the long one finds."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer.language import _WORD as LETTERS
from sitegen.importer.language import _words as words_of_letters
from sitegen.importer.match import Authority, Matcher, Name, _single_spaced
from sitegen.importer.moments import _WORD as WORD
from sitegen.importer.moments import _words as words_of_letters_and_digits

MATCHER = Matcher.of(
    Authority(
        (
            Name("place", "hajin", "Hajin"),
            Name("place", "deir", "Deir ez-Zor"),
            Name("place", "idlib", "إدلب"),
            Name("actor", "is", "IS", exact_case=True),
            Name("actor", "levy", "Lévy"),
            Name("actor", "men", "Men of Hajin"),
        )
    )
)
TEXTS = st.lists(
    st.sampled_from(
        ["Hajin", "hajin", "Deir ez-Zor", "IS", "is", "Lévy's", "Levy", "إدلب", "Men of", " ", "  ", "\t", "x", ", "]
    )
).map("".join)


@given(TEXTS)
def test_a_text_in_ascii_has_the_names_that_all_names_find_in_it(text: str) -> None:
    whole = replace(MATCHER, ascii_automaton=MATCHER.automaton)
    assert MATCHER.find([(1, text)]) == whole.find([(1, text)])


@given(st.text("a \t\u00a0.é", max_size=20), st.booleans())
def test_spaces_are_drawn_together_and_each_letter_keeps_its_place(text: str, placed: bool) -> None:
    places = [10 + at for at in range(len(text))] if placed else None
    plain, kept = _single_spaced(text, places)
    assert plain == re.sub(" +", " ", re.sub(r"\s", " ", text))
    origin = kept if kept is not None else list(range(len(text)))
    shift = 10 if placed else 0
    assert [plain[n].isspace() for n in range(len(plain))] == [text[at - shift].isspace() for at in origin]
    assert origin == sorted(set(origin))


@given(st.text("ab1_ .,'\x1c\x85éم-", max_size=20))
def test_words_are_the_same_with_and_without_the_pattern(text: str) -> None:
    assert words_of_letters(text) == LETTERS.findall(text)
    assert words_of_letters_and_digits(text) == WORD.findall(text)
