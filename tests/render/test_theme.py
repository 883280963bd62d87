"""The theme: whose file counts, and what a template's digest covers."""

import pytest

from sitegen.render.theme import make_theme

BASE = {
    "base.html": b"base {% block x %}{% endblock %}",
    "pages/a.html": b'{% extends "base.html" %}{% block x %}{% include "partials/p.html" %}{% endblock %}',
    "pages/b.html": b"alone",
    "partials/p.html": b"part",
    "partials/q.html": b"{% macro q() %}{% endmacro %}",
    "assets/style.css": b"body{}",
}


def changed(before, after) -> set[str]:
    """The pages whose digest differs between two themes."""
    one, two = make_theme(BASE, before).digests(), make_theme(BASE, after).digests()
    return {name for name in ("pages/a.html", "pages/b.html") if one[name] != two[name]}


def test_a_template_s_digest_covers_all_that_it_names():
    assert changed({}, {"base.html": b"other"}) == {"pages/a.html"}
    assert changed({}, {"partials/p.html": b"other"}) == {"pages/a.html"}
    assert changed({}, {"pages/b.html": b"other"}) == {"pages/b.html"}
    assert changed({}, {"partials/q.html": b"other"}) == set()
    assert changed({}, {"assets/style.css": b"other"}) == set()


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'partials/q.html' %}",
        '{%- include "partials/q.html" ignore missing -%}',
        "{% import 'partials/q.html' as q %}",
        "{%- from 'partials/q.html' import q with context %}",
        "{%+ include 'partials/q.html' without context %}",
        "{%include'partials/q.html'%}",
        "{% include 'partials/' ~ 'q.html' %}",
        "{% include ['none.html', 'partials/q.html'] %}",
        "{% include name %}",
        "{% extends view.x or 'partials/q.html' %}",
        "{% if x %}{% include 'partials/q.html' if x else 'partials/p.html' %}{% endif %}",
    ],
)
def test_however_it_is_named(tag):
    mine = {"pages/b.html": tag.encode()}
    assert changed(mine, {**mine, "partials/q.html": b"other"}) >= {"pages/b.html"}


def test_what_includes_itself_ends():
    mine = {
        "pages/b.html": b"{% include 'pages/b.html' %}{% include 'partials/p.html' %}",
        "partials/p.html": b"{% include 'pages/b.html' %}",
    }
    assert len(make_theme(BASE, mine).digests()["pages/b.html"]) == 16


def test_the_site_s_own_file_counts_and_the_packaged_one_stays_by_another_name():
    theme = make_theme(BASE, {"base.html": b"{% extends '!base.html' %}", "own.html": b"new"})
    assert theme.templates["base.html"] == "{% extends '!base.html' %}"
    assert theme.templates["!base.html"] == BASE["base.html"].decode()
    assert theme.templates["own.html"] == "new"
    assert "!own.html" not in theme.templates


def test_assets_are_named_by_their_bytes():
    one, two = make_theme(BASE, {}), make_theme(BASE, {"assets/style.css": b"other", "assets/more.js": b""})
    assert set(one.asset_urls()) == {"style.css"}
    assert set(two.asset_urls()) == {"style.css", "more.js"}
    assert one.asset_urls()["style.css"] != two.asset_urls()["style.css"]
    assert not [name for name in one.templates if "assets" in name]


def test_a_template_in_another_encoding_ends_nothing():
    theme = make_theme({}, {"pages/a.html": b"caf\xe9\r\nx", "pages/\udcff.html": b"y"})
    assert theme.templates["pages/a.html"] == "caf\ufffd\nx"
    assert len(theme.digests()) == 2
