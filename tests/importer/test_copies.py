from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer import Copies

WORDS = [f"word{n}" for n in range(4000)]


def text(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_syndicated_copy_is_found_with_its_share() -> None:
    copies = Copies()
    original = text(1)
    copies.add("a", " ".join(original))
    copy = copies.find(" ".join([*original[:280], *text(2, 25)]))
    assert copy is not None
    assert copy.of == "a"
    assert 0.7 < copy.share < 1


def test_same_words_are_a_whole_copy() -> None:
    copies = Copies()
    copies.add("a", "One two three.")
    assert copies.find("ONE, two — three") == ("a", 1.0)


def test_unlike_texts_are_no_copies() -> None:
    copies = Copies()
    for seed in range(200):
        assert copies.find(" ".join(text(seed))) is None
        copies.add(str(seed), " ".join(text(seed)))


def test_copies_are_found_among_many() -> None:
    copies = Copies()
    for seed in range(300):
        copies.add(str(seed), " ".join(text(seed)))
    found = [copies.find(" ".join(text(seed)[:270])) for seed in range(100)]
    assert sum(copy is not None and copy.of == str(seed) for seed, copy in enumerate(found)) >= 98


@given(st.text(max_size=300))
def test_every_text_is_a_copy_of_itself_or_says_nothing(words: str) -> None:
    copies = Copies()
    copies.add("a", words)
    copy = copies.find(words)
    assert copy is None or copy == ("a", 1.0)


def test_a_copy_with_other_marks_and_signs_is_the_same_text() -> None:
    copies = Copies()
    copies.add("a", "قال المرصد إن خمسة قتلوا، وأصيب عشرة")
    assert copies.find("قال المرصد: إن خمسة قتلوا وأصيب عشرة.") == ("a", 1.0)


def test_only_the_same_words_are_called_a_whole_copy() -> None:
    copies = Copies()
    words = text(5, 2000)
    copies.add("a", " ".join(words))
    copy = copies.find(" ".join([*words, "corrected"]))
    assert copy is not None
    assert copy.share < 1


def test_the_first_of_many_texts_is_still_found_when_the_table_has_grown() -> None:
    copies = Copies()
    for seed in range(800):
        copies.add(str(seed), " ".join(text(seed, 60)))
    assert [copies.find(" ".join(text(seed, 60))) for seed in range(0, 800, 50)] == [
        (str(seed), 1.0) for seed in range(0, 800, 50)
    ]
