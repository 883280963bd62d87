"""What a file says must not be seen: read before anything else of it, and with nothing replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.load.nodes import Items, Scalar
from sitegen.model.redaction import LEAST, Redaction, concerning, holds, redactor, weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.load.frontmatter import Document
    from sitegen.load.nodes import Node


def redactions(document: Document) -> tuple[Redaction, ...]:
    """The strings under `redact`; what cannot be one is a problem, for a string that is passed over would be shown."""
    head = document.head.pairs if document.head is not None else ()
    lists = [value for key, value, _, _ in head if key == "redact"]
    return tuple(found for value in lists for node in _items(value) if (found := _redaction(document, node)))


def _items(value: Node) -> Iterable[Node]:
    return value.nodes if isinstance(value, Items) else (value,)


def _redaction(document: Document, node: Node) -> Redaction | None:
    if not isinstance(node, Scalar):
        document.report("bad-value", '"redact" must be a list of texts', node=node)
        return None
    text = node.value.strip()
    if text and weight(text) < LEAST:
        hint = f"write more of it: at least {LEAST} letters or digits"
        document.report("redaction-too-short", "a string to be redacted is too short to be looked for", hint, node=node)
        return None
    return Redaction(text, document.span(node)) if text else None


def arm(document: Document, strings: tuple[str, ...]) -> None:
    """Have the document replace `strings` in every text that is asked of it, but for those that it cannot hold."""
    text = f"{document.head_text}\n{document.body}"
    document.redact = redactor(strings if "\\" in document.head_text else concerning(strings, text))


def check_name(document: Document, name: str, strings: tuple[str, ...]) -> None:
    """Report a file name that holds what must not be seen: it would stand in the page's address."""
    if holds(name, strings):
        hint = "rename the file; if its page was public, its old address must not lead to it"
        document.report("redaction-in-name", "the name of this file holds a string that is to be redacted", hint)
