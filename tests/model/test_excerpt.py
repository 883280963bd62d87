"""Excerpts end at a sentence, hold no more words than they may, and name no record by its id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.excerpt import QUOTED_WORDS, excerpt, name_mentions, quotation


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt("One *two* [three](https://a.example).", 60) == "One two three."


def test_it_ends_at_the_last_sentence_that_fits() -> None:
    assert excerpt("One two. Three four! Five six seven eight.", 6) == "One two. Three four!"


def test_without_a_sentence_it_ends_at_a_word() -> None:
    assert excerpt("one two three four five", 3) == "one two three …"


@pytest.mark.parametrize(
    "text", ["He met Gen. Votel there again and again today", "The U.S. army said so again and again"]
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert excerpt(text, 5).endswith(" …")


def test_arabic_and_chinese_sentences_end_too() -> None:
    assert excerpt("قال ذلك؟ ثم مضى في طريقه اليوم", 4) == "قال ذلك؟"
    assert excerpt("他说了。" + "今天" * 40, 8) == "他说了。"


def test_a_script_without_spaces_is_not_shown_whole() -> None:
    assert len(excerpt("北" * 5000, 60)) <= 60 * 2 + 2
    assert len(excerpt("ก" * 5000, 60)) <= 60 * 20 + 2


def test_labels_stay_and_bare_mentions_are_named_when_the_archive_is_known() -> None:
    short = excerpt("The [[sdf|SDF]] took [[place:hajin]] from [[is]].", 60)
    titles = {("place", "hajin"): "Hajin", ("", "is"): "[withheld]"}
    assert name_mentions(short, 60, lambda kind, id_: titles[kind, id_]) == "The SDF took Hajin from [withheld]."


def test_titles_do_not_make_it_longer_than_it_may_be() -> None:
    named = name_mentions("[[a]] [[b]] [[c]]", 3, lambda *_: "two words")
    assert len(named.split()) <= 4


def test_a_quotation_is_cut_only_where_it_is_too_long() -> None:
    assert quotation("at least 15 were killed") == "at least 15 were killed"
    long = quotation(" ".join(["word"] * 40))
    assert len(long.split()) == QUOTED_WORDS + 1
    assert long.endswith(" …")


@given(st.text(max_size=400), st.integers(1, 30))
def test_never_more_words_than_asked_for(text: str, words: int) -> None:
    assert len(excerpt(text, words).removesuffix(" …").split()) <= words


def test_brackets_behind_a_backslash_are_no_mention() -> None:
    text = excerpt(r"He said \[[sdf]] and \[[sdf|x]] and [[sdf]].", 60)
    assert name_mentions(text, 60, lambda *_: "the SDF") == "He said [[sdf]] and [[sdf|x]] and the SDF."
