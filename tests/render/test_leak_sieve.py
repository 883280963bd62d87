"""What the quick look at a page lets pass, the slow one would have let pass too."""

from __future__ import annotations

import base64

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.model.problem import Span
from sitegen.model.redaction import NOISE, Redaction, letters
from sitegen.render.leak_forms import text_forms
from sitegen.render.leak_sieve import Sieve
from sitegen.render.leaks import AS_TEXT, LeakFinder

STRINGS = ("John Doe", "Ali", "Xuja Qirva", "علي حسن")
BASE64 = base64.b64encode(b"by John Doe.").decode()
FRAGMENTS = (
    "John", "Doe", "Jo", "hn", "D", "oe", "Ali", "al", "i", "xujaqirva", "علي", " حسن", "John Doe", "j o h n d o e",
    "<", ">", "<b>", "</b>", "<p>", "</p>\n", "<wbr/>", "<td>", "<!doctype html>", "<!--", "-->", "<![CDATA[", "]]>",
    '<a title="', '">', "<a\nhref='x'>", "<i", "\n", " ", "-", ".", "x", "!", "]", "“", "\x01", "%", "&", "\\",
    "&lt;", "&gt;", "&lt;b&gt;", "&amp;", "&#74;", "&#1;", "&nbsp;", "&shy;", "%4a", "%4Aohn", "%20", "\\u004a", "\\n",
    "Jо", "Dое", "Ꭰ", "аlі", "&#1086;", "≮", "%u004a", "&am", "p;lt;", "&lt;!--", BASE64, BASE64[:7], "\n" + BASE64[7:], "<p>Once more</p>\n", "<i>John</i>\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


def finder() -> LeakFinder:
    return LeakFinder([Redaction(string, Span("content/site.yaml", 1, 1)) for string in STRINGS])


@pytest.fixture(scope="module")
def old() -> LeakFinder:
    """One that has seen many texts before, and knows their lines and tags."""
    return finder()


def slowly(finder: LeakFinder, text: str) -> object:
    return finder._leaks(finder._in_forms(text_forms(text.replace(NOISE, " "))), AS_TEXT)


@settings(max_examples=1500, deadline=None)
@given(texts)
@example("<p>Jo</p>\n<p>Jo</p>\n")
@example('<a title="x\n<p>John</p>\n">Doe')
@example("Jo<!-- a > b -->hn Doe")
@example("<john]]>Doe")
@example("&lt;a <b>John</b> Doe")
@example("100%20Ali")
@example("<p>St&amp;\nJohn</p>\n<p>Doe</p>")
@example("<b title='\n'>John</b>\n<b>Doe</b>")
@example("<john doe>\n<john doe>\nJohn")
@example("<p>fi<b>n</b>al</p>i")
def test_nothing_passes_that_the_slow_look_would_find(old: LeakFinder, text: str) -> None:
    told = slowly(old, text)
    for _ in range(2):  # the second time its lines are known
        assert old.in_text(text) == told
    assert finder().in_text(text) == told


def test_most_texts_need_no_slow_look() -> None:
    sieve = Sieve([(b"johndoe", 1)])
    page = '<!doctype html>\n<p class="x">It was R &amp; D, 30 % “so”!</p>\n<svg x="1.5%"/>\n<p>John was a doe.</p>\n'
    for _ in range(2):
        assert sieve.candidates(page.encode()) == set()
    assert sieve.candidates((page + "<b>Jo</b>hn <i>D</i>oe").encode()) == {1}
    assert sieve.candidates((page + "<!-- an aside -->\n<![CDATA[ & ]]>").encode()) == set()
    assert sieve.candidates((page + "Jo<!-- an aside -->hn Doe").encode()) == {1}
    assert sieve.candidates((page + "<!-- john doe -->").encode()) == {1}


@pytest.mark.parametrize(
    "text", ["a < b", "<p>a <b</p>", "<!-- a <b -->c<d", "<a <b>c</b>", "&lt;!--", "<!doctype html><p a]]>b"]
)
def test_what_may_be_read_in_two_ways_is_left_to_the_slow_look(text: str) -> None:
    assert Sieve([(b"johndoe", 1)]).candidates(text.encode()) is None


@given(st.lists(st.text("aehjnq1", min_size=1, max_size=9), max_size=6), st.text("aehjnq1", max_size=40))
def test_every_word_is_found_wherever_it_stands(words: list[str], text: str) -> None:
    assert Sieve([(word.encode(), word) for word in words]).found(letters(text)) == {
        word for word in words if word in text
    }
