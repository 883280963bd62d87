"""A body's Markdown to safe HTML: bounded, parsed, cleaned, and never more than escaped text where that fails."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from threading import get_ident
from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.model.mention import locate_mentions
from sitegen.render.markdown_direct import VERSIONS, direct, headings_from_2
from sitegen.render.markdown_limits import too_long, too_much
from sitegen.render.mentions import disarm, link_mentions, mask, place

if TYPE_CHECKING:
    from markdown import Markdown

    from sitegen.model.mention import Found, Mention

__all__ = ["Rendered", "link_mentions", "to_html"]

_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]",
)
_FIT: Final = bytes([*b"\t\n", *range(32, 127)])
_ALIGN: Final = re.compile(r' style="text-align: (left|center|right);"')
_GAP: Final = re.compile(r"\n\s*\n")


class Rendered(NamedTuple):
    """A body's HTML, with placeholders for the mentions it has, and why it is plain text only, if it is."""

    html: str
    mentions: tuple[Mention, ...] = ()
    fallback: str = ""


def to_html(text: str, found: tuple[Found, ...] | None = None, version: str = "") -> Rendered:
    """The safe HTML of a body. Its headings begin at h2, for the page's title is the h1. `found` are its mentions.

    `version` is that of the parser, where it is known: a simple body is then written without loading it.
    What no text can hold (control characters, overrides of direction, half characters) goes first. A body that the
    parser cannot take comes out as escaped paragraphs, whole, and `fallback` says why.
    """
    body = _fit(text)
    if found is None or body != text:
        found = locate_mentions(body)
    reason = too_long(body)
    if not reason and (written := _at_once(body, found, version)):
        return written
    reason = reason or too_much(body)
    if not reason:
        try:
            return _render(body, found)
        except Exception as error:  # noqa: BLE001 (whatever a hostile text makes the parser raise, the text is shown)
            _parser.cache_clear()  # it may be left in the midst of things
            reason = f"the Markdown parser failed on it ({type(error).__name__})"
    return Rendered(_plain(body), fallback=reason)


def _fit(text: str) -> str:
    if text.isascii() and not text.encode("ascii").translate(None, _FIT):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub(lambda match: "" if match[0] < "\ud800" else "\ufffd", text)


def _at_once(body: str, found: tuple[Found, ...], version: str) -> Rendered | None:
    """A body of simple blocks, which need no parser, where the parser is the one that they were held against."""
    if not (version in VERSIONS if version else _is_gated()):
        return None
    html = direct(mask(body, found, ()))
    if html is None:
        return None
    placed = place(html, [mention for mention, _, _ in found], ())
    return None if placed.misplaced else Rendered(placed.html, placed.mentions)


def _is_gated() -> bool:
    from sitegen.render.markdown_gate import GatedMarkdown

    return isinstance(_parser(get_ident()), GatedMarkdown)


def _render(body: str, found: tuple[Found, ...]) -> Rendered:
    """The body with its mentions; those that turn out to stand in code or an address are parsed as they are written."""
    mentions = [mention for mention, _, _ in found]
    literal: set[int] = set()
    while True:
        html = _safe_html(mask(body, found, literal))
        placed = place(html, mentions, literal)
        if not placed.misplaced:
            return Rendered(placed.html, placed.mentions)
        # the second time all stay as they are: taking one away can move another
        literal = set(range(len(found))) if literal else placed.misplaced


def _safe_html(source: str) -> str:
    from sitegen.render.sanitise import sanitise

    parser = _parser(get_ident())
    html = parser.reset().convert(source)
    if "<h" in html or "<H" in html:
        html = headings_from_2(html)
    if ' style="text-align' in html:
        html = _ALIGN.sub(r' class="\1"', html)
    return sanitise(disarm(html), hand_written=bool(parser.htmlStash.html_counter))


@lru_cache(maxsize=4)
def _parser(_thread: int) -> Markdown:
    """One parser for each thread: making one costs as much as parsing an article."""
    from sitegen.render.markdown_gate import parser

    return parser()


def _plain(body: str) -> str:
    """The text as paragraphs without any markup."""
    escaped = escape(body, quote=False).replace("\xa0", "&nbsp;")
    return "\n".join(f'<p dir="auto">{block.strip()}</p>' for block in _GAP.split(escaped) if block.strip())
