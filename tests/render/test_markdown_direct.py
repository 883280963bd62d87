"""What is written at once is what stock Python-Markdown and the sanitiser make of the same text, byte for byte."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_texts import BLOCKS, INLINE, LITERAL, MORE, PIECES, generated

from sitegen.render import markdown_gate
from sitegen.render.markdown import _fit
from sitegen.render.markdown_direct import direct, headings_from_2
from sitegen.render.sanitise import sanitise

if TYPE_CHECKING:
    import markdown

ROOT = Path(__file__).parents[2]


@cache
def stock() -> markdown.Markdown:
    return markdown_gate.stock()


def assert_same(text: str) -> bool:
    """Whether it is written at once; if so, it must be what the long way gives."""
    text = _fit(text)
    html = direct(text)
    if html is not None:
        aligned = re.sub(r' style="text-align: (left|center|right);"', r' class="\1"', stock().reset().convert(text))
        assert html == sanitise(headings_from_2(aligned))
    return html is not None


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.sampled_from(MORE), max_size=8).map("\n\n".join))
@example("- a\n\n- b")
@example("- a\n\n[^1]: n\n\n- b[^1]")
@example("1. a\n\n- b")
def test_simple_blocks_of_every_kind_beside_each_other(text: str) -> None:
    assert_same(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*MORE, *BLOCKS]), max_size=6).map("\n\n".join))
def test_all_blocks_beside_each_other(text: str) -> None:
    assert_same(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(INLINE), max_size=9).map("".join), st.sampled_from(["{}", "- {}", "> {}", "## {}"]))
def test_marks_of_every_kind_beside_each_other(text: str, block: str) -> None:
    assert_same(f"{block.format(text)}\n\n[^1]: note {text}" if text.count("[^1]") == 1 else block.format(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_written(text: str) -> None:
    assert_same(text)


@given(st.text())
def test_whatever_characters(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("text", LITERAL)
def test_literal_texts(text: str) -> None:
    assert_same(text)


def test_every_text_of_the_repository_and_a_generated_corpus() -> None:
    bodies = [path.read_text("utf-8").partition("\n---\n")[2].strip("\n") for path in (ROOT / "content").rglob("*.md")]
    assert sum(map(assert_same, bodies)) > len(bodies) / 3  # the rest have mentions that are not marked yet
    for seed in range(100):
        assert_same(generated(seed))


@pytest.mark.parametrize(
    "text",
    [
        'A paragraph,\nwrapped, with "quotes", 5 > 3 and a [link](https://example.org/a_b).',
        "2014 was a *year* of **many** things.",
        "# One\n\n> A quotation\n> goes on.\n\n> And another.",
        "- an item\n- another, [linked](https://x.org)\n\n1. first\n2. second",
        "| Place | Killed |\n| --- | ---: |\n| Hajin | *12* |\n| Susah | 5 |",
        "![A picture](https://example.org/a.jpg)",
        "Said so.[^1] And so.[^2]\n\n[^1]: Here.\n\n[^2]: There, [as well](https://x.org).",
    ],
)
def test_what_reports_are_made_of_is_written_at_once(text: str) -> None:
    assert assert_same(text)
