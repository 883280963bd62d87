"""What the gated parser does with a tree of blocks: inline patterns behind gates, line breaks, text.

Each part takes the place of the one of stock Python-Markdown that it derives from, and gives what that would give.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown.serializers import RE_AMP, to_html_string
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GATES: Final = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "",
}
"""Stock's inline patterns in their order, and what must occur in a text before each can match."""

_APPLY: Final = "_InlineProcessor__applyPattern"
_PLACE: Final = "_InlineProcessor__processPlaceholders"
_VOID: Final = frozenset({"br", "hr", "img"})

NEEDS_REFERENCES: Final = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})


class GatedInline(InlineProcessor):
    """Inline patterns, each behind the characters that it begins with."""

    md: Any
    _all: tuple[Any, ...] = ()
    _active: tuple[tuple[int, Any, str], ...] = ()

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """As stock's, without the lists of ancestors that only other patterns ask for."""
        self.stashed_nodes: dict[str, Element | str] = {}
        self.ancestors = ancestors or []
        self._all = self._all or tuple(self.inlinePatterns)
        self._active = tuple(self._patterns())
        queue = deque([tree])
        while queue:
            self._children(queue.popleft(), queue)
        return tree

    def _children(self, parent: Element, queue: deque[Element]) -> None:
        """Resolve the text of each child and what follows it; what is new, and what has children, queues up."""
        new: list[tuple[Element, list[Element]]] = []
        for child in parent:
            if child.text and not isinstance(child.text, AtomicString) and (found := self._text(child)):
                queue.extend(found)
                new.append((child, found))
            if child.tail:
                self._tail(parent, child)
            if len(child):
                queue.append(child)
        for child, found in new:
            for place, element in enumerate(found):
                child.insert(place, element)

    def _text(self, child: Element) -> list[Element]:
        text = child.text
        resolved = self._InlineProcessor__handleInline(text)  # type: ignore[arg-type]
        if resolved is text and STX not in resolved:
            return []
        child.text = None
        return [element for element, _ in getattr(self, _PLACE)(resolved, child)]

    def _tail(self, parent: Element, child: Element) -> None:
        tail = child.tail
        resolved = self._InlineProcessor__handleInline(tail)  # type: ignore[arg-type]
        if resolved is tail and STX not in resolved:
            return
        before = Element("d")
        child.tail = None
        found = getattr(self, _PLACE)(resolved, before, isText=False)
        if before.tail:
            child.tail = before.tail
        place = list(parent).index(child) + 1
        for element, _ in reversed(found):
            parent.insert(place, element)

    def _patterns(self) -> Iterator[tuple[int, Any, str]]:
        """Every pattern with its place and gate, without those for references and notes that nobody defined."""
        for index, (pattern, (name, gate)) in enumerate(zip(self._all, GATES.items(), strict=True)):
            if name in NEEDS_REFERENCES and not self.md.references:
                continue
            if name == "footnote" and not pattern.footnotes.footnotes:
                continue
            yield index, pattern, gate

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 (stock's names)
        if isinstance(data, AtomicString):
            return data
        for index, pattern, gate in self._active:
            if index >= patternIndex and (gate in data if gate else "*" in data or "_" in data):
                data = self._apply(pattern, data, index)
        return data

    def _apply(self, pattern: Any, data: str, index: int) -> str:
        apply = getattr(self, _APPLY)
        start, matched = 0, True
        while matched:
            data, matched, start = apply(pattern, data, index, start)
        return data


class GatedPrettify(PrettifyTreeprocessor):
    """Line breaks between blocks, without asking of each tag anew whether it is a block's."""

    md: Any

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 (stock's name)
        blocks = self.md.block_level
        if elem.tag in blocks and elem.tag not in ("code", "pre"):
            if len(elem) and elem[0].tag in blocks and (not elem.text or not elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if child.tag in blocks:
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class GatedUnescape(UnescapeTreeprocessor):
    """A text without a backslash has no escaped character to bring back."""

    md: Any

    def run(self, root: Element) -> None:
        """As stock's."""
        if "\\" in self.md.parser.writer.marks:
            super().run(root)


def serialise(root: Element) -> str:
    """As stock's HTML serialiser, for the plain elements that our processors make."""
    parts: list[str] = []
    try:
        _write(root, parts.append)
    except RecursionError:  # stock's needs no stack
        return to_html_string(root)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    attributes = "".join([f' {name}="{_escape(value, quote=True)}"' for name, value in sorted(element.items())])
    write(f"<{tag}{attributes}>")
    if text:
        write(_escape(text))
    for child in element:
        _write(child, write)
    if tag not in _VOID:
        write(f"</{tag}>")
    if tail:
        write(_escape(tail))


def _escape(text: str, *, quote: bool = False) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text
