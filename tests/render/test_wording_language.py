"""Languages in a reader's words."""

import pytest

from sitegen.render.wording import FILTERS, language_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [("fr", "French"), ("pt-BR", "Portuguese"), ("AR", "Arabic"), ("ckb", "Central Kurdish"), ("tlh", "tlh"), ("", "")],
)
def test_a_language_is_named_where_it_is_known(tag, words):
    assert language_words(tag) == words


def test_templates_can_ask_for_it():
    assert FILTERS["language"] is language_words
