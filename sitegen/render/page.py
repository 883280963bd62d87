"""A page's view to HTML."""

from __future__ import annotations

import re
import traceback
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import jinja2
from markupsafe import Markup

from sitegen.model.gate import WITHHELD
from sitegen.render.environment import Environment, Plain
from sitegen.render.fault import TemplateFault
from sitegen.render.markdown import link_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.bccache import Bucket

    from sitegen.model.frame import Frame, Prose, SiteView
    from sitegen.model.output import Page
    from sitegen.render.theme import Theme

_BLANK_LINES = re.compile(r"\n\s*\n+")
_PRE_OR_BLANK_LINES = re.compile(r"(<pre\b.*?</pre>)|\n\s*\n+", re.DOTALL)
_FAULTS = (jinja2.TemplateError, TypeError, AttributeError, LookupError, ValueError, ArithmeticError, RecursionError)
"""What the expressions and tags of a template may raise."""


_MEDIA = re.compile(r'(<(?:img|a)\s[^<>]*?(?:src|href)=")media/')
"""A picture of the archive's own in a body: its path is from the site's root, wherever the page stands."""


class Compiled(Protocol):
    """Where compiled templates are kept from build to build."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, whole."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""


class _Bytecode(jinja2.BytecodeCache):
    """Asks of what is kept, besides, that it be of this source, this Jinja and this Python."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        if (data := self._compiled.get(bucket.key)) is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled.put(bucket.key, bucket.bytecode_to_string())


class Framed(Plain):
    """Parts of the frame that many pages share, made once: they differ by where a page stands in the menu alone."""

    def __init__(self, site: SiteView) -> None:
        self._site = site
        self._made: dict[tuple[str, str, str, str], str] = {}

    @cached_property
    def _menu(self) -> frozenset[str]:
        return frozenset(item.url for item in (*self._site.sections, *self._site.pages))

    def __call__(self, part: str, frame: Frame, caller: Callable[[], str]) -> str:
        """What stands in the call block, of which nothing but the site and this much of the frame is to be shown."""
        key = (part, frame.root, frame.section, frame.path if frame.path in self._menu else "")
        if (made := self._made.get(key)) is None:
            made = self._made[key] = caller()
        return made


class _Rows(dict[object, Markup]):
    """What a macro makes of a record or a mark and of what else it is given, by the first."""

    def __init__(self, macro: Callable[..., Markup], more: tuple[object, ...]) -> None:
        super().__init__()
        self._macro = macro
        self._more = more

    def __missing__(self, item: object) -> Markup:
        if len(self) >= MOST_ROWS:
            self.clear()
        try:
            made = self[item] = self._macro(item, *self._more)
        except (AttributeError, TypeError, LookupError) as error:  # Jinja would say that there is no such row
            raise jinja2.TemplateRuntimeError(str(error)).with_traceback(error.__traceback__) from error
        return made


MOST_ROWS = 16384
"""Rows of one kind that are kept before all are forgotten: about 10 MB."""


class Rows(Plain):
    """What macros make of records and marks, kept: one record stands in many lists, and looks the same in them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], _Rows] = {}

    def __call__(self, macro: Callable[..., Markup], *more: object) -> Mapping[object, Markup]:
        """What the macro makes of anything when it is given `more` besides: nothing else may it show."""
        key = (macro, *more)
        rows = self._kept.get(key)
        if rows is None:
            if len(self._kept) >= MOST_KINDS:
                self._kept.clear()
            rows = self._kept[key] = _Rows(macro, more)
        return rows


MOST_KINDS = 16
"""Kinds of rows that are kept before all are forgotten: few macros make rows, and pages stand at few depths."""


class _Bodies(Plain):
    """Gives a page the HTML of bodies, as they are seen from where it stands."""

    def __init__(self, made: Callable[[Prose, str], Markup], root: str) -> None:
        self._made = made
        self._root = root

    def __call__(self, prose: Prose) -> Markup:
        """The HTML of a body."""
        return self._made(prose, self._root)


class Renderer:
    """Templates, loaded once for all pages. `body` gives the safe HTML of a body by its digest."""

    def __init__(
        self, theme: Theme, site: SiteView, body: Callable[[bytes], str], compiled: Compiled | None = None
    ) -> None:
        self.site = site
        self._templates = theme.templates
        bytecode = _Bytecode(compiled) if compiled is not None else None
        self.environment = Environment(self._load, {"framed": Framed(site), "rows": Rows()}, bytecode)
        self._body = body

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template's source, and its name for the traceback: a fault is told in the file that it is in."""
        return (self._templates[name], name, None) if name in self._templates else None

    def render(self, page: Page) -> str:
        """The HTML of a page: from its view and the site alone."""
        view = page.view(*page.inputs)
        try:
            template = self.environment.get_template(page.template)
            html = template.render(view=view, site=self.site, prose=_Bodies(self._prose, view.frame.root))
        except _FAULTS as error:
            what = str(error) or type(error).__name__
            raise TemplateFault(f"{what} (while making {page.path})", *self._place(error, page.template)) from error
        if "<pre" in html:  # its blank lines are the author's
            return _PRE_OR_BLANK_LINES.sub(lambda match: match[1] or "\n", html)
        return _BLANK_LINES.sub("\n", html)

    def _prose(self, prose: Prose, root: str) -> Markup:
        """A body as HTML. Safe to insert: it left the sanitiser last, and mentions become links that we make."""
        targets = {(kind, id_): (root + url, title) for kind, id_, url, title in prose.links}
        html = self._body(prose.digest)
        if '"media/' in html:
            html = _MEDIA.sub(rf"\g<1>{root}media/", html)
        return Markup(link_mentions(html, lambda kind, id_: targets.get((kind, id_)), unknown=WITHHELD))  # noqa: S704

    def _place(self, error: Exception, template: str) -> tuple[str, int]:
        """The template and line where it failed: jinja2 puts both into the traceback."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return f"templates/{error.name or template}", error.lineno
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in self._templates]
        if not frames:
            return f"templates/{template}", 0
        return f"templates/{frames[-1].filename}", frames[-1].lineno or 0
