"""Mentions in HTML: made into placeholders after the sanitiser, and into links when the page is known.

A placeholder is `<a class="mention" href="x-mention:KIND:ID">label</a>`; kind and label may be empty. Inside a link,
which cannot hold another, it is a `span`, and becomes words. No author can write one: the sanitiser drops the address
and the class, and writes `<` and `"` in text and attributes as entities.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sitegen.model.mention import Found, Mention

    Resolve = Callable[[str, str], tuple[str, str] | None]

OPEN, CLOSE = "\x0e", "\x0f"
"""Around the number of a mention while its body is parsed: control characters, which no body has by then."""

ADDRESS: Final = ' href="x-mention:'
_PLACEHOLDER: Final = re.compile(r'<(a|span) class="mention" href="x-mention:([a-z]*):([^"]*)">([^<]*)</\1>')
_MASK: Final = re.compile(f"{OPEN}([0-9]+){CLOSE}")
_FORGED: Final = re.compile(r"&#(?:0*1[45](?![0-9])|[xX]0*[eEfF](?![0-9a-fA-F]));?")


class Placed(NamedTuple):
    """HTML with placeholders, the mentions it has, and the numbers of those that cannot stand where they came to."""

    html: str
    mentions: tuple[Mention, ...]
    misplaced: set[int]


def mask(body: str, found: Sequence[Found], literal: Collection[int]) -> str:
    """The body with a numbered mark for each mention, but for those that stay as they are written."""
    parts, end = [], 0
    for number, (_, start, stop) in enumerate(found):
        if number not in literal:
            parts += [body[end:start], f"{OPEN}{number}{CLOSE}"]
            end = stop
    return "".join([*parts, body[end:]])


def disarm(html: str) -> str:
    """HTML before it is sanitised, without references to the characters of our marks."""
    return _FORGED.sub("\ufffd", html) if "&#" in html else html


def place(html: str, mentions: Sequence[Mention], literal: Collection[int]) -> Placed:
    """Sanitised HTML with a placeholder for every mark.

    A mark in code or in an attribute is misplaced, and so is one that is gone with what was dropped.
    """
    parts = _MASK.split(html)
    placed: list[Mention] = []
    misplaced = set(range(len(mentions))).difference(literal, map(int, parts[1::2]))
    in_tag = in_link = in_code = False
    for at in range(1, len(parts), 2):
        before, number = parts[at - 1], int(parts[at])
        in_tag = _inside(before, "<", ">", was=in_tag)
        in_link = _inside(before, "<a ", "</a>", was=in_link)
        in_code = _inside(before, "<code", "</code>", was=in_code)
        mention = mentions[number]
        placed.append(mention)
        parts[at] = _placeholder(mention, "span" if in_link else "a")
        if in_tag or in_code:
            misplaced.add(number)
    return Placed("".join(parts), tuple(placed), misplaced)


def _inside(text: str, opening: str, closing: str, *, was: bool) -> bool:
    """Whether what opens is open after the text; in sanitised HTML no `<` or `>` is anything but a tag's."""
    opens, closes = text.rfind(opening), text.rfind(closing)
    return was if opens == closes else opens > closes


def _placeholder(mention: Mention, tag: str) -> str:
    address = f"x-mention:{mention.kind}:{escape(mention.id)}"
    return f'<{tag} class="mention" href="{address}">{escape(mention.label, quote=False)}</{tag}>'


def link_mentions(html: str, resolve: Resolve, unknown: str = "") -> str:
    """The HTML with a link for each placeholder that `resolve` knows (href and title, unescaped), else plain words.

    Where a mention has no label, `unknown` stands for what is not known, so that its id need not be shown.
    """
    if ADDRESS not in html:
        return html

    def link(match: re.Match[str]) -> str:
        name = unescape(match[3])
        target = resolve(match[2], name)
        if target is None:
            return match[4] or escape(unknown or name, quote=False)
        href, title = target
        words = match[4] or escape(title, quote=False)
        return f'<a class="mention" href="{escape(href)}">{words}</a>' if match[1] == "a" else words

    return _PLACEHOLDER.sub(link, html)
