"""Bodies as a reader gets them: headings below the page's, safe links, notes, mentions, and never less than the text."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.model.mention import Mention, locate_mentions
from sitegen.render.markdown import Rendered, link_mentions, to_html
from sitegen.render.sanitise import TAGS, sanitise


def html(text: str) -> str:
    rendered = to_html(text)
    assert rendered.fallback == ""
    return rendered.html


def test_paragraphs_take_their_direction_from_their_words() -> None:
    assert html("one\n\nمرحبا") == '<p dir="auto">one</p>\n<p dir="auto">مرحبا</p>'


def test_headings_begin_at_h2_and_end_at_h6() -> None:
    text = "\n\n".join(f"{'#' * level} x" for level in range(1, 7)) + "\n\nunder\n=====\n\n<h1>raw</h1>"
    assert re.findall(r"<(h\d)", html(text)) == ["h2", "h3", "h4", "h5", "h6", "h6", "h2", "h2"]


def test_a_heading_in_code_is_code() -> None:
    assert html("`<h1>`") == '<p dir="auto"><code>&lt;h1&gt;</code></p>'


def test_nothing_is_done_to_quotes_dashes_and_dots() -> None:
    text = "\"a\" 'b' -- c --- d... (c) 1/2 «e» (r) 2 x 3"
    assert html(text) == f'<p dir="auto">{text}</p>'


def test_templates_in_text_are_text() -> None:
    text = "{{ 7*7 }} {% include '/etc/passwd' %} {{ config }}"
    assert html(text) == f'<p dir="auto">{text}</p>'


def test_a_table_keeps_its_alignment_as_classes() -> None:
    assert html("a | b | c | d\n:- | :-: | -: | -\n1 | 2 | 3 | 4").count("<td") == 4
    row = html("a | b\n:-: | -:\n1 | 2")
    assert '<th class="center" dir="auto">a</th>' in row
    assert '<td class="right" dir="auto">2</td>' in row


def test_footnotes_lead_there_and_back_within_the_page() -> None:
    page = html("said[^1] and again[^1], other[^ملاحظة] and odd[^a b]\n\n[^1]: one\n[^ملاحظة]: two\n[^a b]: three")
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    links = [element.get("href") for element in tree.iter("a")]
    assert len(links) == 8
    assert {link.removeprefix("#") for link in links} == ids
    assert '<div class="footnote">' in page
    assert 'class="footnote-backref"' in page


def test_the_words_that_place_notes_elsewhere_are_only_words() -> None:
    page = html("///Footnotes Go Here///\n\nx[^1]\n\n[^1]: n")
    assert page.startswith('<p dir="auto">///Footnotes Go Here///</p>')


def test_images_of_the_archive_are_shown_and_others_linked() -> None:
    assert html("![map](media/map.png)") == '<p dir="auto"><img alt="map" src="media/map.png"></p>'
    assert html("![map](http://x.y/map.png)") == (
        '<p dir="auto"><a href="http://x.y/map.png" rel="noreferrer">map</a></p>'
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "java\tscript:x", "JAVASCRIPT&colon;x", "data:text/html,x", "//x.y", "x-mention:actor:y"])  # fmt: skip
def test_links_that_are_not_safe_lose_their_address(target: str) -> None:
    for text in (f"[x]({target})", f"[x](<{target}>)", f"[x][1]\n\n[1]: {target}", f'<a href="{target}">x</a>'):
        page = html(text)
        assert "href" not in page
        assert ">x<" in page or "[x][1]" in page  # a tab ends the address of a definition


# mentions


def test_a_mention_becomes_a_placeholder() -> None:
    rendered = to_html("The [[sdf]] and [[place:hajin|the *town*]].")
    assert rendered.html == (
        '<p dir="auto">The <a class="mention" href="x-mention::sdf"></a> and '
        '<a class="mention" href="x-mention:place:hajin">the *town*</a>.</p>'
    )
    assert list(rendered.mentions) == [
        found.mention for found in locate_mentions("The [[sdf]] and [[place:hajin|the *town*]].")
    ]


def test_mentions_stand_in_headings_lists_quotes_tables_and_notes() -> None:
    text = "## [[a]]\n\n- [[b]]\n\n> [[c]]\n\n| [[d|D]] | x |\n| - | - |\n| y | *[[e|E]]* |\n\nz[^1]\n\n[^1]: [[f]]"
    assert [mention.id for mention in to_html(text).mentions] == ["a", "b", "c", "d", "e", "f"]
    assert html(text).count('class="mention"') == 6


@pytest.mark.parametrize(
    "text",
    [
        "`[[a]]`",
        "`` [[a]] ` ``",
        "    [[a]]",
        "text\n\n    [[a]]\n    more",
        "- item\n\n        [[a]]",
        r"\[[a]]",
        "`a\n[[b]]`",
    ],
)
def test_in_code_and_escaped_the_words_stay_as_they_are(text: str) -> None:
    rendered = to_html(text)
    assert rendered.mentions == ()
    assert "[[" in rendered.html
    assert "x-mention" not in rendered.html


def test_a_mention_in_a_link_becomes_words_and_no_second_link() -> None:
    known = {"y": ("/y", "Why"), "sdf": ("/sdf", "SDF")}
    page = html("[see [[sdf|the SDF]], [[y]] and [[secret]]](http://x.y) [[y]]")
    assert link_mentions(page, lambda _kind, name: known.get(name), unknown="somebody") == (
        '<p dir="auto"><a href="http://x.y" rel="noreferrer">see the SDF, Why and somebody</a> '
        '<a class="mention" href="/y">Why</a></p>'
    )


def test_what_is_not_known_is_named_by_no_id() -> None:
    assert link_mentions(html("[[secret]] [[secret|him]]"), lambda *_: None, unknown="(withheld)") == (
        '<p dir="auto">(withheld) him</p>'
    )


def test_a_mention_in_an_address_or_attribute_is_part_of_it() -> None:
    page = html('[x](http://x.y/[[a]]) <abbr title="[[b]]">c</abbr> [[d]]')
    assert 'href="http://x.y/[[a]]"' in page
    assert 'title="[[b]]"' in page
    assert page.count("x-mention") == 1


@pytest.mark.parametrize(
    "text",
    [
        "[x](x-mention:actor:y)",
        "<x-mention:actor:y>",
        '<a class="mention" href="x-mention:actor:y">x</a>',
        '&lt;a class="mention" href="x-mention:actor:y"&gt;x&lt;/a&gt;',
        '`<a class="mention" href="x-mention:actor:y">x</a>`',
        '<abbr title=\'<a class="mention" href="x-mention:actor:y">x</a>\'>z</abbr>',
        '![<a class="mention" href="x-mention:actor:y">x</a>](media/a.png)',
        '[[a|"> <a class="mention" href="x-mention:actor:y">x</a>]]',
        '    <a class="mention" href="x-mention:actor:y">x</a>',
        "[[a]] &#14;0&#15; &#x0E;0&#x0f; &#0014;0&#15 \x0e0\x0f",
    ],
)
def test_no_text_forges_a_placeholder(text: str) -> None:
    rendered = to_html(text)
    asked: list[tuple[str, str]] = []
    link_mentions(rendered.html, lambda kind, name: asked.append((kind, name)))
    assert asked == [(mention.kind, mention.id) for mention in rendered.mentions]
    assert ("actor", "y") not in asked
    assert len(asked) == len(locate_mentions(text))


def test_ids_and_labels_are_escaped_and_come_back_as_they_were() -> None:
    rendered = to_html('[[a"&<b>\'|c "&<d>]]')
    assert rendered.mentions == (Mention("", "a\"&<b>'", 'c "&<d>', 1, 1),)
    asked: list[tuple[str, str]] = []
    page = link_mentions(rendered.html, lambda kind, name: asked.append((kind, name)))
    assert asked == [("", "a\"&<b>'")]
    assert page == '<p dir="auto">c "&amp;&lt;d&gt;</p>'


def test_links_are_made_with_what_resolve_gives_escaped() -> None:
    known = {("", "sdf"): ('../actors/sdf.html?a="b&c', 'The <SDF> & "co"')}
    page = link_mentions(
        html("[[sdf]], [[sdf|them]], [[place:x]], [[place:x|there]]"), lambda kind, name: known.get((kind, name))
    )
    href = "../actors/sdf.html?a=&quot;b&amp;c"
    assert page == (
        f'<p dir="auto"><a class="mention" href="{href}">The &lt;SDF&gt; &amp; "co"</a>, '
        f'<a class="mention" href="{href}">them</a>, x, there</p>'
    )


# what is no text, what fails


def test_characters_that_no_text_has_are_gone() -> None:
    assert html("a\x00b\x07c\x7fd\x85e\u202ef\x02g\x03h") == '<p dir="auto">abcdefgh</p>'
    assert html("half \ud83d, none \ufdd0 \uffff") == '<p dir="auto">half \ufffd, none \ufffd \ufffd</p>'


def test_line_ends_of_any_system_are_the_same() -> None:
    assert html("a\r\n\r\nb\rc") == html("a\n\nb\nc")


def test_a_text_that_is_refused_comes_out_whole_and_says_why() -> None:
    text = "[[sdf]] <b>&\xa0\n\n" + "[" * 20_000
    rendered = to_html(text)
    assert rendered == Rendered(
        f'<p dir="auto">[[sdf]] &lt;b&gt;&amp;&nbsp;</p>\n<p dir="auto">{"[" * 20_000}</p>',
        (),
        "thousands of brackets in one paragraph do not pair",
    )
    assert sanitise(rendered.html) == rendered.html


def test_whatever_the_parser_raises_the_text_is_shown_and_the_next_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr("markdown.Markdown.convert", fail)
        assert to_html("*a* < b") == Rendered(
            '<p dir="auto">*a* &lt; b</p>', (), "the Markdown parser failed on it (AssertionError)"
        )
    assert html("*a*") == '<p dir="auto"><em>a</em></p>'


def test_one_body_leaves_nothing_to_the_next() -> None:
    first = "x[^1] [a][1] <div>\n\n[^1]: note\n[1]: http://x.y\n"
    alone = to_html("y[^1] [a][1] &amp; [[z]]")
    to_html(first)
    assert to_html("y[^1] [a][1] &amp; [[z]]") == alone
    assert to_html(first) == to_html(first)


def test_threads_do_not_share_a_parser() -> None:
    texts = [f"# {n}\n\n*a{n}* [b](c)[^1]\n\n[^1]: {n}\n" * 20 for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(to_html, texts)) == [to_html(text) for text in texts]


def test_the_output_is_the_same_in_another_process() -> None:
    text = '| a | b |\n|:-:|-:|\n| [x](http://x.y) | <td lang="ar" colspan="2">y |\n\nz[^1] [[a|b]]\n\n[^1]: n'
    code = f"from sitegen.render.markdown import to_html; print(ascii(to_html({text!r}).html))"
    for seed in "12":
        answer = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert answer.stdout.strip() == ascii(html(text))


def test_linking_mentions_needs_no_parser() -> None:
    code = "import sys, sitegen.render.markdown; print([name for name in ('markdown', 'nh3') if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


PIECES = [*"`\\[]()!<>&*_#-=|+:^'\" \t\n\r\x02\x0e\x00ab1.", "\n\n", "    ", "> ", "- ", "1. ", "# ", "[[a]]", "[[b|c]]", "[[place:d]]", "](", "[x](y)",
          "[^1]", "[^1]: ", "![i](http://x.y)", "![i](media/j)", "<b>", "</b>", "<a href=/x>", "</a>", "<div>", "<table>", "<td>", "<code>",
          "</code>", "<pre>", "<svg>", "<style>", "<img src=http://x.y alt=z>", "&#14;", "&lt;", "a | b\n- | -\n", "<!--", "-->"]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("<pre>\n\n\nx")
@example("[[a]]`[[b]]`<b title=[[c]]>[[d]]")
def test_whatever_is_written_the_output_is_safe_and_settled(text: str) -> None:
    rendered = to_html(text)
    linked = link_mentions(rendered.html, lambda _kind, name: (f"/{name}", name))
    tree = html5lib.parseFragment(linked, namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter()} <= TAGS | {"DOCUMENT_FRAGMENT"}
    assert rendered.html.count(' class="mention" href="x-mention:') == len(rendered.mentions)
    assert "x-mention" not in linked
    plain = link_mentions(rendered.html, lambda _kind, _name: None)
    assert sanitise(plain, hand_written=False) == plain
    if not rendered.mentions:
        assert plain == rendered.html
