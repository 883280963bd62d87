"""Jinja as our templates need it: it makes the same pages in fewer steps.

A page asks for some hundred attributes, calls a dozen macros and escapes some hundred values. Where Jinja asks each
time what kind of thing that is, the answer is nearly always the same here, and is tried first; all else goes its way.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import jinja2
import markupsafe
from jinja2.compiler import CodeGenerator, optimizeconst
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from sitegen.render import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import nodes
    from jinja2.compiler import Frame

_escape_text = getattr(markupsafe, "_escape_inner", markupsafe.escape)


def _escape(value: object) -> str:
    """As `markupsafe.escape`, without an object for each text that is only to be joined to others."""
    kind = type(value)
    if kind is str:
        escaped: str = _escape_text(value)
        return escaped
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is float or kind is int else markupsafe.escape(value)  # a number has no sign to escape


class _Code(CodeGenerator):
    """Asks an object for its attribute itself; what has none is for the environment to look at."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("(_found if (_found := getattr(_object := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(_object, {node.attr!r}))")


class Plain:
    """What a template may call that wants to be given what is in the call, and nothing of Jinja's."""

    def __call__(self, *given: Any, **more: Any) -> Any:
        """What the template is to have."""
        raise NotImplementedError


class _Context(Context):
    """Calls a macro without asking what it wants to be given: nearly always what is in the call, and no more."""

    def call(self, called: Any, /, *given: Any, **more: Any) -> Any:
        """What `called` makes of this."""
        kind = type(called)
        if kind is Macro:
            lacking = len(called.arguments) - len(given)
            if lacking >= 0 and self.eval_ctx.autoescape and not _is_special(called) and more.keys() <= _SCOPES:
                return Markup(called._func(*given, *[missing] * lacking))  # noqa: S704, SLF001 - it escapes its values
        elif kind is BlockReference and not given:
            return called()
        elif isinstance(called, Plain):
            for scope in _SCOPES & more.keys():
                del more[scope]
            return called(*given, **more)
        return super().call(called, *given, **more)


_SCOPES = frozenset({"_loop_vars", "_block_vars"})
"""What Jinja hands on for those that ask for their surroundings."""


def _is_special(macro: Macro) -> bool:
    return macro.caller or macro.catch_kwargs or macro.catch_varargs


class _Template(jinja2.Template):
    """A template that escapes by `_escape`; what it imports sees the same globals, and need not be asked whether."""

    @classmethod
    def from_code(cls, *args: Any, **options: Any) -> jinja2.Template:
        """A template of compiled code."""
        template = super().from_code(*args, **options)
        template.root_render_func.__globals__["escape"] = _escape
        return template

    def _get_default_module(self, _context: object = None) -> Any:
        return super()._get_default_module()


class Environment(jinja2.Environment):
    """The environment of all templates; `load` gives a template's source by its name, or None."""

    code_generator_class = _Code
    context_class = _Context
    template_class = _Template

    def __init__(
        self,
        load: Callable[[str], tuple[str, str, None] | None],
        globals_: Mapping[str, object],
        bytecode: jinja2.BytecodeCache | None,
    ) -> None:
        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=bytecode,
        )
        self.filters.update(wording.FILTERS)
        self.globals.update(globals_)
        self.get_template = cache(self.get_template)  # type: ignore[method-assign]
