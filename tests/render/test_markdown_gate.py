"""The gated parser gives what stock Python-Markdown gives, byte for byte, and asks far less for it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown_texts import BLOCKS, LITERAL, MORE, PIECES, generated

from sitegen.render import markdown_gate
from sitegen.render.markdown_tree import GatedInline

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"


@cache
def stock() -> markdown.Markdown:
    return markdown_gate.stock()


@cache
def gated() -> markdown.Markdown:
    if markdown.__version__ not in markdown_gate.VERSIONS:
        pytest.skip(f"Python-Markdown {markdown.__version__} is not gated")
    parser = markdown_gate.parser()
    assert isinstance(parser, markdown_gate.GatedMarkdown)
    return parser


def outcome(parser: markdown.Markdown, text: str) -> str | type[Exception]:
    try:
        return parser.reset().convert(text)
    except Exception as error:  # noqa: BLE001
        parser.parser.state.clear()
        return type(error)


def assert_same(text: str) -> None:
    expected = outcome(stock(), text)
    assert outcome(gated(), text) == expected
    if not isinstance(expected, str):
        stock.cache_clear()
        gated.cache_clear()


@pytest.mark.parametrize("text", LITERAL)
def test_literal_texts(text: str) -> None:
    assert_same(text)


def test_all_literal_texts_as_one() -> None:
    assert_same("\n\n".join(LITERAL))


@pytest.mark.parametrize("folder", ["content", "seeds"])
def test_every_text_of_the_repository(folder: str) -> None:
    paths = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in {".md", ".txt"}]
    assert paths
    for path in paths:
        text = path.read_bytes().decode("utf-8", "replace")
        assert_same(text)
        assert_same(text.partition("\n---\n")[2])


def test_the_examples_of_commonmark() -> None:
    path = DATA / "commonmark_spec" / "spec_examples.json"
    if not path.exists():
        pytest.skip("the examples of CommonMark are not beside this repository")
    for case in json.loads(path.read_text("utf-8")):
        assert_same(case["markdown"])


def test_naughty_strings() -> None:
    path = DATA / "blns" / "blns.json"
    if not path.exists():
        pytest.skip("the list of naughty strings is not beside this repository")
    strings = json.loads(path.read_text("utf-8"))
    for text in strings:
        assert_same(text)
        assert_same(f"before {text} after\n\n> {text}\n\n- {text}")
    assert_same("\n\n".join(strings))


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_a_generated_corpus(start: int) -> None:
    for seed in range(start, start + 50):
        assert_same(generated(seed))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("______[a](b)__=____[a](b)[a](b)=[a](b)[a](b)__<")
def test_whatever_is_written(text: str) -> None:
    assert_same(text)


@given(st.text())
def test_whatever_characters(text: str) -> None:
    assert_same(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*BLOCKS, *MORE]), max_size=9).map("\n\n".join))
@example("> a\n\n[1]: https://x.y\n\n> b")
@example("> a\n\n[^1]: n\n\n> b\n\nx[^1]")
@example("> `c`\n\n> b\n\n> d\n\np\n\n> e")
def test_blocks_of_every_kind_beside_each_other(text: str) -> None:
    assert_same(text)


def asked(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """How often a pattern was tried on the text."""
    count = 0
    original = GatedInline._InlineProcessor__applyPattern

    def counting(self: GatedInline, *args: object) -> object:
        nonlocal count
        count += 1
        return original(self, *args)

    monkeypatch.setattr(GatedInline, "_InlineProcessor__applyPattern", counting)
    gated().reset().convert(text)
    return count


def test_plain_paragraphs_are_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        asked(
            monkeypatch, 'A "plain" one - said 5.\n\nAnother, wrapped\nover lines; it\'s > 3.\n\n## Heading\n\n> quote'
        )
        == 0
    )


def test_simple_links_and_emphasis_are_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        asked(monkeypatch, "A [link](http://x.y/a_b) in *text*.\n\n> A [quoted](https://x.y) one.\n\n# And\n\nso on")
        == 0
    )


def test_a_link_is_asked_of_one_pattern_once_more_than_it_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, "A [link](/a 'b') in text.") == 2


def test_with_another_version_stock_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "__version__", "3.99")
    assert type(markdown_gate.parser()) is markdown.Markdown


def test_with_a_pattern_that_is_not_known_stock_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Marker(markdown.extensions.Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
            md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~(.*?)~", "del"), "del", 50)

    ours = markdown_gate.extensions()
    monkeypatch.setattr(markdown_gate, "extensions", lambda: [*ours, Marker()])
    assert type(markdown_gate.parser()) is markdown.Markdown


@pytest.mark.parametrize("registry", ["preprocessors", "treeprocessors", "postprocessors", "inlinePatterns"])
def test_a_processor_that_is_missing_is_noticed(registry: str) -> None:
    gated()
    parser = markdown_gate.GatedMarkdown(extensions=markdown_gate.extensions(), output_format="html")
    assert markdown_gate.is_known(parser)
    first = getattr(parser, registry)
    first.deregister(next(iter(first._data)))
    assert not markdown_gate.is_known(parser)
