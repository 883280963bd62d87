"""A page's view to HTML, and a template's fault to its line."""

import dataclasses
from enum import StrEnum

import pytest
from markupsafe import Markup, escape

from sitegen.model.dates import Precision
from sitegen.model.frame import Frame, MenuItem, Prose, SiteView
from sitegen.model.output import Page
from sitegen.render.page import Renderer, Rows, TemplateFault
from sitegen.render.theme import make_theme

SITE = SiteView(**{field.name: "s" for field in dataclasses.fields(SiteView)})
FRAME = Frame("a/b.html", "../", "T", "", "", "")


class Kind(StrEnum):
    """A word that is more than a text."""

    ODD = "<odd>"


class View:
    """What a template sees."""

    def __init__(self, **values):
        self.frame = FRAME
        self.__dict__.update(values)


def render(template: str, body: str = "", more: dict[str, bytes] | None = None, **values: object) -> str:
    theme = make_theme({"p.html": template.encode(), **(more or {})}, {})
    page = Page("a/b.html", "p.html", lambda *_: View(**values), ())
    return Renderer(theme, SITE, lambda _: body).render(page)


def test_a_template_sees_the_view_and_the_site():
    assert render("{{ view.x }} {{ site.title }}", x=1) == "1 s"


@pytest.mark.parametrize("hostile", ["<script>", "&amp;", '" onclick="x', "{{ 7*7 }}", "{% include 'x' %}"])
def test_what_is_in_the_view_is_text(hostile):
    out = render('<p title="{{ view.x }}">{{ view.x }}</p>', x=hostile)
    assert "<script>" not in out
    assert '" onclick' not in out
    assert "49" not in out


def test_prose_is_html_with_links_from_the_page_s_place():
    body = '<p><a class="mention" href="x-mention::sdf">the SDF</a></p>'
    prose = Prose(b"d", (("", "sdf", "actors/sdf.html", "SDF"),))
    assert render("{{ prose(view.p) }}", body, p=prose) == (
        '<p><a class="mention" href="../actors/sdf.html">the SDF</a></p>'
    )


def test_blank_lines_go_but_for_those_of_the_author():
    assert render("a\n\n  \n\nb\n") == "a\nb"
    assert render("a\n\n{{ prose(view.p) }}\n\nb", "<pre><code>x\n\n\ny</code></pre>", p=Prose(b"", ())) == (
        "a\n<pre><code>x\n\n\ny</code></pre>\nb"
    )


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{{ view.none }}", 2),
        ("a\n\n{{ none.x }}", 3),
        ("{{ 1 / 0 }}", 1),
        ("a\n{{ 'x' + 1 }}", 2),
        ("a\n{% if %}", 2),
        ("a\n{{ x | nofilter }}", 2),
        ("{{ [1][9] }}", 1),
        ("\n\n{% include 'none.html' %}", 3),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1),
    ],
)
def test_a_fault_names_the_template_its_line_and_the_page(template, line):
    with pytest.raises(TemplateFault) as caught:
        render(template)
    assert (caught.value.place, caught.value.line) == ("templates/p.html", line)
    assert "while making a/b.html" in str(caught.value)
    assert not str(caught.value).startswith(" ")


def test_a_fault_in_an_included_template_is_told_there():
    with pytest.raises(TemplateFault) as caught:
        render("{% include 'q.html' %}", more={"q.html": b"\n{{ view.none }}"})
    assert (caught.value.place, caught.value.line) == ("templates/q.html", 2)


def test_everything_that_is_put_out_is_escaped_as_the_library_does():
    values = ["a<b>&'\"", Kind.ODD, 5, None, Markup("<i>x</i>"), ["<"], Precision.DAY]
    out = render("{% for value in view.values %}{{ value }}|{% endfor %}", values=values)
    assert out == "".join(f"{escape(value)}|" for value in values)
    assert render("{{ view.x ~ '<' }} {{ view.x|upper }}", x="<b>") == "&lt;b&gt;&lt; &lt;B&gt;"


def test_a_macro_of_another_template_sees_its_arguments_and_the_filters_only():
    other = b"{% macro twice(word) %}<b>{{ word }}{{ word|upper }}</b>{% endmacro %}"
    template = '{% from "m.html" import twice %}{{ twice(view.x) }}'
    assert render(template, more={"m.html": other}, x="<a") == "<b>&lt;a&lt;A</b>"
    with pytest.raises(TemplateFault, match="'view' is undefined"):
        render(template, more={"m.html": b"{% macro twice(word) %}{{ view.x }}{% endmacro %}"}, x="a")


@pytest.mark.parametrize("number", [0, -3, 0.1, 1e-9, 1e22, float("inf"), True, 10**30])
def test_a_number_is_put_out_as_the_library_does(number):
    assert render("{{ view.x }}|{{ view.x ~ '<' }}", x=number) == f"{escape(number)}|{number}&lt;"


ROW = "{% macro row(item, root) %}<a href='{{ root }}'>{{ item.title }}</a>{{ item.none if item.title == 'bad' }}\n{% endmacro %}"
LIST = "{% from 'm.html' import row %}{% set made = rows(row, view.frame.root) %}{% for item in view.items %}{{ made[item] -}}{% endfor %}"


class Item:
    """A record in a list, which counts how often it is shown."""

    def __init__(self, title):
        self.words = title
        self.shown = 0

    @property
    def title(self):
        self.shown += 1
        return self.words


def lists(*pages):
    """Pages of one renderer, each with its root and the items that it lists."""
    renderer = Renderer(make_theme({"m.html": ROW.encode(), "p.html": LIST.encode()}, {}), SITE, lambda _: "")
    views = [View(frame=FRAME._replace(root=root), items=items) for root, *items in pages]
    return [renderer.render(Page("a/b.html", "p.html", lambda view=view: view, ())) for view in views]


def test_a_row_is_made_once_for_all_pages_of_one_depth():
    one, other = Item("<1>"), Item("2")
    assert lists(("../", one), ("../", other, one)) == [
        "<a href='../'>&lt;1&gt;</a>\n",
        "<a href='../'>2</a>\n<a href='../'>&lt;1&gt;</a>\n",
    ]
    assert one.shown == other.shown
    assert lists(("../", one), ("", one)) == ["<a href='../'>&lt;1&gt;</a>\n", "<a href=''>&lt;1&gt;</a>\n"]
    assert one.shown == 3 * other.shown


def test_a_fault_in_a_row_is_told_where_the_row_is_made():
    with pytest.raises(TemplateFault) as caught:
        lists(("", Item("bad")))
    assert (caught.value.place, caught.value.line) == ("templates/m.html", 1)
    assert "none" in str(caught.value)


def test_what_is_kept_of_rows_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr("sitegen.render.page.MOST_ROWS", 2)
    monkeypatch.setattr("sitegen.render.page.MOST_KINDS", 1)
    kept = Rows()
    assert [kept(str, "utf-8")[b"%d" % number] for number in range(5)] == ["0", "1", "2", "3", "4"]
    assert len(kept(str, "utf-8")) == 1
    assert kept(str, "latin-1")[b"\xe9"] == "é"
    assert len(kept(str, "utf-8")) == 0


def test_what_pages_share_is_made_once_for_each_place_in_the_menu():
    menu = (MenuItem("A", "a/index.html", "a"), MenuItem("B", "b/index.html", "b"))
    site = dataclasses.replace(SITE, sections=menu, pages=())
    framed = "{% call framed('header', view.frame) %}{{ view.frame.root }}{{ view.frame.section }} {{ view.frame.path }}{% endcall %}"
    renderer = Renderer(make_theme({"p.html": framed.encode()}, {}), site, lambda _: "")

    def page(path, root, section):
        frame = FRAME._replace(path=path, root=root, section=section)
        return renderer.render(Page(path, "p.html", lambda *_: View(frame=frame), ()))

    assert page("a/1.html", "../", "a") == "../a a/1.html"
    assert page("a/2.html", "../", "a") == "../a a/1.html"  # made once
    assert page("a/2.html", "../", "b") == "../b a/2.html"
    assert page("a/x/2.html", "../../", "a") == "../../a a/x/2.html"
    assert page("a/index.html", "../", "a") == "../a a/index.html"
