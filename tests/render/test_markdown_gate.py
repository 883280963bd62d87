"""The gated parser gives what stock Python-Markdown gives, byte for byte, and asks far less for it."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import SimpleTagInlineProcessor

from sitegen.render import markdown_gate
from sitegen.render.markdown_tree import GatedInline

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"

LITERAL = [
    "",
    "   ",
    "plain",
    "one\n\ntwo\n\n\n\nthree\n",
    "wrapped\nover lines\n\n  indented by two\n\n   by three",
    "ends in two blanks  \nand goes on",
    "a > b, a & b, a < b, 5 > 3 &amp; &#38; &#x26; &#38 AT&T &copy;",
    "back\\*slash \\\\ \\` \\[x] \\q \\\n",
    "`code` ``co`de`` ` lone \\`no` `a\\`b`",
    "*em* **strong** ***both*** *a **b** c* _u_ __v__ in_word_here a * b *",
    '[a](b) [a](<b c>) [a](b "t") [a](b \'t\') [a]( b (c) ) [a](b"c) [[a](b)](c) [a]',
    '![i](media/j.jpg) ![i](j "t") ![i] ![i][1] [![i](j)](k)\n\n[1]: u',
    "[a][1] [1] [a] [1] [one two][]\n\n[1]: <http://x.y> 'title'\n[one two]: /z \"t\"\n",
    "[nowhere][x] [x] ![x][x]",
    "<http://x.y/?a=b&c=d> <a@b.cd> <b>raw</b> <x <!-- c --> <?p?> <![CDATA[d]]>",
    "<div>\nblock *not em*\n</div>\n\nafter\n\n<p>x\n\ny</p>\n\n<hr>\n\n</div>",
    "text <span\ntitle='a'>*em*</span> <br/>",
    "# h\n\nh2\n--\n\nh1\n==\n\ntext\n# inside\nmore\n\n#no\n\n####### seven",
    "> quote\n> more\n\n> again\n>> nested\n\n> - item\n> - item\n\nlazy\n> q\nlazy",
    "- a\n- b\n\n- c\n    - d\n\n    para\n\n* e\n1. f\n2. g\n\n3. h\n\ntext",
    "7. seven\n8. eight\n\n٣. arabic digit\n\n1) no list",
    "    code\n    more\n\n    still\n\n\tcode by tab\n\ntext\n    not code",
    "---\n\n***\n\n_ _ _\n\ntext\n***\ntext\n\n- - -",
    "a | b\n--- | ---\n1 | 2\n\n| a |\n| - |\n| `x|y` \\| z |\n\n| a | b |\n|:-|-:|\n| 1 |\n\nno | table",
    "note[^1] again[^1] other[^b c] none[^9]\n\n[^1]: one\n    more\n\n    para\n[^b c]: two\n\nafter",
    "[^1]: note without a reference\n\n[^2]:\n    - list\n\n[^3]: > quote\n\nx[^2]",
    "plain\n\n[^1]: mid\n\nplain again[^1]",
    "///Footnotes Go Here///\n\nx[^1]\n\n[^1]: n",
    "CRLF\r\n\r\nCR\r\rtab\there\n\n\t\n\nend",
    "\x02 \x03 \x0243\x03 \x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x02plain:0\x03 \x02amp\x03 \\*",
    "\x00 NUL \x0b \x0c \x1c \x85 \u2028 \u2029 \xa0 x\n\n\xa0nbsp first\n\n\x0bvt first\n\n\x1cfs first",
    "\ud800 lone \udfff *\ud800*",
    "\ufeffbom\n\nمرحبا *بكم* [هنا](http://x.y)\n\n١٢٣ رقم",
    "\"quotes\" -- and... 'dashes' stay",
    "a\n\n<!-- comment -->\n\nb\n\n<!--x",
    "plain\n\n- list\n\nplain\n\n    in the list\n\nplain",
    "1\n\n2 digits begin\n\n=x\n\n_x_\n\n*x*\n\n[x\n\n+x",
    "text\n=\n\ntext\n = \n\ntext\n-x",
    '**a `b` c** [`d`](e) *[f](g "*h*")* <i title="`j`">k</i>',
    "_[a](b)_ __![i](j)__ *\\** <b>\\*</b> `<i>` &amp;*x*",
    '[a][1] [b](title "title")\n\n[1]: http://x.y "title"',
    "***a* b** ****c**** **d*e*f** *g**h**i* _j*k_l*",
]


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


WORDS = ["the", "of", "to", "in", "and", "forces", "said", "city", "district", "officials", "reported", "attack", "near", "border", "convoy", "agency", "[IS]", "AT&T", "5,000"]  # fmt: skip
MARKS = [
    "*{}*",
    "**{}**",
    "_{}_",
    "`{}`",
    "[{}](http://x.y/a_b)",
    '[{}](/z "t")',
    "[{}][1]",
    "{}[^1]",
    '"{}"',
    "<b>{}</b>",
    "\\{}",
]
FORMS = ["{}", "{}", "{}", "## {}", "> {}\n> and", "- {}\n- more", "1. {}\n2. more", "    {}", "| a | b |\n| - | -: |\n| {} | x |",
         "<div>{}</div>", "{}\n---", "![{}](media/p.jpg)", "{}  \nbroken"]  # fmt: skip


def generated(seed: int) -> str:
    """An article of twenty-odd blocks, more or less marked up."""
    rng = random.Random(seed)

    def words(count: int) -> str:
        said = rng.choices(WORDS, k=count)
        return " ".join(rng.choice(MARKS).format(word) if rng.random() < 0.08 else word for word in said)

    blocks = [rng.choice(FORMS).format(words(rng.randint(3, 30))) for _ in range(rng.randint(5, 25))]
    notes = "\n\n[^1]: a note with *marks*\n\n[1]: http://x.y" if rng.random() < 0.5 else ""
    return "\n\n".join(blocks) + notes


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_a_generated_corpus(start: int) -> None:
    for seed in range(start, start + 50):
        assert_same(generated(seed))


PIECES = [*"`\\[]()!<>&*_#-=|+:^'\"~ \t\n\r\x02\x03\x00abé1.٣", "  \n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "\n---\n", "\n===\n",
          "[^1]", "[^1]: ", "[a](b)", "![", "](", "[1]: u\n", "a | b\n--- | ---\n", "<b>", "</b>", "<div>", "</div>", "<!--", "-->",
          "&amp;", "&#38;", "**", "__", "``", "<http://x>", "<a@b.c>", "\\*", "word", "two words", "\ud800"]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("______[a](b)__=____[a](b)[a](b)=[a](b)[a](b)__<")
def test_whatever_is_written(text: str) -> None:
    assert_same(text)


@given(st.text())
def test_whatever_characters(text: str) -> None:
    assert_same(text)


BLOCKS = [
    "plain", "a > b", "wrapped\nlines", "  indented", "    code", "A [link](https://x.org/a_b?c=d#e), and [b c](http://y.z).",
    "![i](https://x.y/j.jpg) [k](https://x.y)", "[l](https://x.y) *m* [n][1] [o] *p q*.", "*em* and (*more em*), no*t*, * x *",
    "*a [b](https://x.y) c* *d*", "**s** *e*", "*e*\n*f*", "a *b\nc* d", "[a\nb](https://x.y) c  \nd", "[a *b*](https://x.y)",
    "\x0e7\x0f [a\x0e0\x0fb](https://x.y) *c*", "x_y_z [u_v](https://x.y/_z_)", "&amp; [a](https://x.y?a&b)", "`c` [a](https://x.y)",
    "# heading", "## heading > two ", "### three #", "#### a [b](https://x.y)", "##none", "# ", "####### seven", "# h\nafter",
    "> quote", "> wrapped\n> quote", "> lazy\nquote", "> a [b](https://x.y) *c*", "> # h", "> > nested", ">tight", ">", "> \n> x",
    "> a\n> \n> b", "> a\n>   b", " > q", "> - item", "> `code`", "> a | b\n> - | -\n> c | d", "text\n> q", "> a\n# h", "> a\n***",
    "- item", "- item\n- item", "1. one", "[1]: https://x.y", "[^1]: a note", "x[^1]", "<div>\nraw\n</div>", "<b>raw</b>", "---", "\n",
    "a | b\n--- | ---\nc | d", "title\n---", "[a](https://x.y)[b](https://x.y)!", "![a](b) *c*", "[^a](https://x.y)", "(*a*) *b*c",
]  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), max_size=9).map("\n\n".join))
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
