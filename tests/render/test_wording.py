"""Values in a reader's words: a bound stays a bound, doubt stays doubt."""

import pytest

from sitegen.model.dates import PartialDate
from sitegen.model.records import Figure
from sitegen.render.wording import FILTERS, count, date_words, figure_words, kind_words, machine_date


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(best=21), "21"),
        (Figure(min=15), "at least 15"),
        (Figure(max=9), "up to 9"),
        (Figure(min=3, max=5), "3 to 5"),
        (Figure(min=3, max=3), "3"),
        (Figure(3, 4, 5), "4 (3–5)"),
        (Figure(4, 4, 4), "4"),
        (Figure(3, 4), "4 (at least 3)"),
        (Figure(4, 4), "4"),
        (Figure(None, 4, 5), "4 (at most 5)"),
        (Figure(best=0), "0"),
        (Figure(min=0, max=1200), "0 to 1,200"),
        (Figure(best=1234567), "1,234,567"),
    ],
)
def test_figures(figure, words):
    assert figure_words(figure) == words


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2018-09-11", "2018-09-11"),
        ("2018-09", "2018-09"),
        ("2018", "2018"),
        ("2018-09-11~", ""),
        ("2018-21", ""),
        ("2018-09-XX", ""),
        ("201X", ""),
        ("2018/2019", ""),
        ("2018-09-10/..", ""),
    ],
)
def test_only_a_certain_date_is_one_for_machines(text, machine):
    assert machine_date(PartialDate.parse(text)) == machine


def test_no_date():
    assert (date_words(None), machine_date(None)) == ("no date", "")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (1000, "1,000 reports")]
)
def test_counts(number, words):
    assert count(number, "report") == words


def test_an_odd_plural_is_given():
    assert (count(1, "body", "bodies"), count(2, "body", "bodies")) == ("1 body", "2 bodies")


def test_words_of_the_codebook():
    assert kind_words("violence-against-civilians") == "violence against civilians"
    assert FILTERS["precision"]("near") == "near this point"
    assert FILTERS["precision"]("else") == "else"
