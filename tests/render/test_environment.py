"""Our Jinja makes what the stock one makes, and fails where it fails."""

from enum import StrEnum
from typing import NamedTuple

import jinja2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.render import wording
from sitegen.render.environment import Environment

OPTIONS = {"autoescape": True, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
TEMPLATES = {
    "base": "{% block a %}<{{ x.title }}>{% endblock %}|{% block b scoped %}{{ x }}{% endblock %}",
    "child": "{% extends 'base' %}{% block a %}{{ super() }}{% for y in x.list %}{{ super() }}{{ loop.index }}{% endfor %}{% endblock %}",
    "grandchild": "{% extends 'child' %}{% block a %}{{ super() }}{{ super.super() }}{% endblock %}",
    "macros": (
        "{% macro m(a, b='<b>', c=x) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(x.title) }}{{ m(x, 1, c=2) }}{{ m(1, 2, 3) }}"
        "{% macro all(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ all(x, 1, k=2) }}"
    ),
    "too many": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
    "no such name": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}",
    "lacking": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
    "caller": "{% macro m(a) %}({{ caller(a) }}){% endmacro %}{% call(b) m(x) %}{{ b }}{% endcall %}",
    "no caller": "{% macro m(a) %}{{ caller(a) }}{% endmacro %}{{ m(1) }}",
    "in a loop": "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{% for y in x.list %}{{ m(y) }}{{ m(a=loop.last) }}{% endfor %}",
    "not escaped": "{% autoescape false %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(x.title) }}{% endautoescape %}{{ x.title }}",
    "attributes": "{{ x.title }}{{ x.keys }}{{ x.none is defined }}{{ x.none|default('d') }}{{ x['title'] }}{{ x.list[0] }}",
    "attributes of attributes": "{{ x.title.upper() }}{{ (x.list|first).real }}{{ x.title.join([x.title, x.title.lower()]) }}",
    "missing": "{{ x.none }}",
    "missing of missing": "{{ x.none.none }}",
    "tested": "{% if x.none %}{% endif %}",
    "a function": "{{ f(x, y=x.title) }}{{ f.none is defined }}",
    "a function that stops": "{{ stop() is defined }}",
}  # fmt: skip


class Odd(StrEnum):
    """A word that is more than a text."""

    ODD = "<odd>"


class Named(NamedTuple):
    """Something with attributes."""

    title: object
    list: tuple[object, ...]


def stop() -> None:
    raise StopIteration


plain = st.one_of(st.text("a<&'", max_size=3), st.integers(), st.floats(), st.booleans(), st.none(), st.just(Odd.ODD))
values = st.one_of(plain, plain.map(lambda value: Markup(str(value))), st.lists(plain, max_size=2))
things = st.builds(Named, values, st.lists(values, max_size=3).map(tuple))


def made(environment: jinja2.Environment, name: str, thing: object) -> tuple[object, str]:
    given_ = {"x": thing, "f": lambda one, y: f"<{one}{y}>", "stop": stop}
    try:
        return None, environment.get_template(name).render(**given_)
    except Exception as error:  # noqa: BLE001 - any fault is to be the same
        return type(error), str(error)


def load(name: str) -> tuple[str, str, None] | None:
    return (TEMPLATES[name], name, None) if name in TEMPLATES else None


@pytest.fixture(scope="module")
def stock() -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.FunctionLoader(load), **OPTIONS)
    environment.filters.update(wording.FILTERS)
    return environment


@pytest.fixture(scope="module")
def ours() -> jinja2.Environment:
    return Environment(load, {}, None)


@settings(deadline=None)
@given(st.sampled_from(sorted(TEMPLATES)), st.one_of(things, things.map(lambda thing: thing._asdict())))
@example("not escaped", Named("<", ()))
@example("attributes", {"title": "<", "keys": 1, "list": []})
def test_the_same_as_the_stock_one(stock, ours, name, thing):
    assert made(ours, name, thing) == made(stock, name, thing)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_tried(stock, ours, name):
    thing = Named("<Title>", (1, "<b>", Markup("<i>")))
    assert made(ours, name, thing) == made(stock, name, thing)
