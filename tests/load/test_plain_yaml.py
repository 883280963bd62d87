"""What is read line by line has the values and the places that the YAML parser gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.load import frontmatter
from sitegen.load.frontmatter import Document, _parsed
from sitegen.load.plain_yaml import read_plain

ROOT = Path(__file__).parents[2]


def assert_same(text: str) -> bool:
    """Whether it is read line by line; if so, it must be what the YAML parser reads."""
    plain = read_plain(text, 2)
    if plain is not None:
        document = Document("x", head_text=text, head_line=2)
        assert plain == _parsed(document, text), text
        assert document.problems == []
    return plain is not None


WORDS = [
    "a", "word", "two words", "null", "~", "yes", "12", "1.5", "2018-09-11", "2018-09~", "..", "-5", "- a", "? a", ": a", "a: b", "a:b", "a:", "a #b", "a#b",
    "#c", "# c", "https://x.org/a?b=c&d#e", "a, b", "a]", "[a", "{a", "}", "a {b}", "a [b]", "&a", "*a", "!a", "a & b!", "|", ">", "> a", "%a", "@a", "`a`",
    '"q"', "'q'", "'it''s'", '"a\\nb"', '"a: b, #c"', "'a]'", '"', "'", 'a "b" c', "it's", '"a" b', "é", "مرحبا", "𝔘", "²", "a\xa0b", "\xa0", "a ", " a", "a\tb",
    "\ufeffa", "a\u2028b", "a\x85b", "\x07", "", "", "[]", "{}", "[ ]", "[a]", "[a, b-c, 1]", "[a,b]", "[a, b,]", "[-a]", "[a, 'b c', \"d\"]", "[[a], [b]]",
    "[a: b]", "[{a: b}, c]", "{a: b}", "{a: b, c: {d: [e, f]}}", "{a: , b: c}", "{a, b: c}", "{a:b}", "{a: b,c: d}", "{a: 'b'}", "{'a': b}", "{a: https://x.org/a}",
    "{a: b:c, d: e}", "{a: b c, d: e f }", "{ a: b }", "{a: b} c", "{a: b}}", "{a: é ü}", "{a: b #c}", "{a: b?c}", "{a: -1}", "{a: x-1}", "{a: b&c!*}", "---", "...",
]  # fmt: skip
KEYS = ["a", "b", "key", "A_1", "null", "k-y", "k y", "'k'", "é", "?", "<<", "-", "k" * 101]
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "    ", " ", "\t"]),
    st.sampled_from(["", "", "- ", "- - ", "-  ", "-", "# "]),
    st.one_of(
        st.builds(
            "{}{}{}".format,
            st.sampled_from(KEYS),
            st.sampled_from([": ", ": ", ": ", ":  ", ":", " : "]),
            st.sampled_from(WORDS),
        ),
        st.sampled_from(WORDS),
        st.sampled_from(["a:", "b:", "a: b", "c: d"]),
    ),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=7), st.sampled_from(["", "\n", "\n\n"]))
@example(["a:", "- b", "- c", "d: e"], "\n")
@example(["a:", "  - b: c", "    d: {e: f}", "  - g", "h:", "i: j"], "\n")
@example(["a: b", "  c"], "\n")
@example(["a:", "  b:", "    c: d", "  e:", "f:"], "")
def test_lines_of_every_kind_below_each_other(lines: list[str], end: str) -> None:
    assert_same("\n".join(lines) + end)


FLOW = st.recursive(
    st.sampled_from(
        ["a", "b c", "1.5", "'q'", '"q, r"', "https://x.org/a#b", "a:b", "x?", "-a", "é", "a #b", "", "null"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.tuples(st.sampled_from(["a", "b", "'k'"]), inner), max_size=3).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=800, deadline=None)
@given(FLOW, st.sampled_from(["a: ", "- ", "a:\n  - ", "a:\n- "]))
def test_values_within_brackets(value: str, before: str) -> None:
    assert_same(f"{before}{value}\nz: y\n")


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["a: {}", "a: '{}'", 'a: "{}"', "a: [{}]", "a: {{b: {}}}", "a:\n- {}"]))
def test_whatever_characters(text: str, form: str) -> None:
    assert_same(form.format(text))


@pytest.mark.parametrize(
    "head",
    [
        "title: A title, with (brackets) [and] 1.5 signs; it's fine\ndate: 2018-09-11\n",
        "url: https://example.org/a?b=c#d\ntags: [a, b-c]\nrights: {publish: full, holder: An Agency}\n",
        'claims:\n  - event: e\n    toll: {killed: {min: 10, max: 12}}\n    quote: "at least 10, he said: yes"\n  - event: f\n',
        "actors:\n  - {actor: a, role: party}\n  - b\naliases: ['/old/']\nnote:\n",
    ],
)
def test_what_front_matter_is_made_of_is_read_line_by_line(head: str) -> None:
    assert assert_same(head)


def test_every_front_matter_of_the_repository() -> None:
    paths = sorted((ROOT / "content").rglob("*.md"))
    heads = [frontmatter.read("x", path.read_bytes()).head_text for path in paths]
    assert sum(map(assert_same, heads)) > len(paths) * 0.9
    for path in (ROOT / "seeds").rglob("*.yaml"):
        assert_same(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "head",
    [
        "a: " + "[" * 50_000,
        "a: " + "{a: " * 50_000,
        "a:\n" * 50_000,
        "- " * 50_000,
        "\n".join(f"{' ' * n}a:" for n in range(400)),
    ],
)
def test_what_is_nested_deeply_is_left_to_the_parser(head: str) -> None:
    assert read_plain(head, 2) is None or head.startswith("a:\n")
