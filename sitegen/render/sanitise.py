"""The last word on a body's HTML: a short list of tags and attributes, everything else dropped and its text kept.

No svg, math, style, script or form element is on the list, nor any element whose content is raw text, and so none of
the ways in which one parser's text becomes another's markup. Additions of ours, all made by the sanitiser itself, so
that its output is its own fixed point: `dir="auto"` on blocks (a paragraph in Arabic reads from the right, and a
direction mark in one cannot reorder the next), and `rel="noreferrer"` on links, which keeps from the sites that an
archive cites who reads it, and implies `noopener`. Not `nofollow`: sources are cited on purpose. At most one attribute
is added to a tag: the sanitiser's order of several is not always the same.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import Final

import nh3

from sitegen.model.safe_url import MAX_LENGTH, PLAIN_URL, display_host, safe_url

BLOCKS: Final = frozenset({
    "p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "dt", "dd", "caption", "figcaption",
})  # fmt: skip
"""The tags that get `dir="auto"`."""

TAGS: Final = BLOCKS | {
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "div", "dl", "em", "figure", "hr", "i", "img", "ins", "ol",
    "pre", "q", "s", "strong", "sub", "sup", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip

_ATTRIBUTES: Final = {
    "*": {"lang"},
    "a": {"href", "class"},
    "div": {"class"},
    "img": {"src", "alt"},
    "abbr": {"title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    "td": {"colspan", "rowspan", "class"},
    "th": {"colspan", "rowspan", "scope", "class"},
}
_CLASSES: Final = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "td": {"left", "center", "right"},
    "th": {"left", "center", "right"},
}
_ALLOWED: Final = {
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "start": re.compile(r"[0-9]{1,9}"),
    "colspan": re.compile(r"[1-9][0-9]?"),
    "rowspan": re.compile(r"[1-9][0-9]?"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "id": re.compile(r"fn(?:ref[0-9]*)?-[\w-]+"),
}
_NOTE: Final = re.compile(r"(#?fn(?:ref[0-9]*)?-)(.+)", re.DOTALL)
_UNWORDLY: Final = re.compile(r"[^\w-]")
_RELATIVE: Final = re.compile(r"(?!//)(?:[A-Za-z0-9._~/%-]+(?:\?[A-Za-z0-9._~/%=&+-]*)?)?(?:#[\w-]*)?")
_MEDIA: Final = re.compile(r"media/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
_ROUNDS: Final = 5
_PLAIN_LINK: Final = re.compile(f'<a href="{PLAIN_URL}">')
_PLAIN_IMAGE: Final = re.compile(f'<img alt="[^"<>&]*" src="{PLAIN_URL}">')
_PRE_START: Final = re.compile(r"(<pre(?: [^>]*)?>)\n+")  # the next parser would drop one of them
_IMAGE: Final = re.compile(r"<a[ >]|</a>|<img[^>]*>")
_SRC: Final = re.compile(r' src="([^"]*)"')
_ALT: Final = re.compile(r' alt="([^"]*)"')


def sanitise(html: str, *, hand_written: bool = True) -> str:
    """The fragment with the tags and attributes of the list; an image from elsewhere becomes a link to it.

    HTML that an author wrote can be tangled in ways that the sanitiser leaves for the next parser to sort out (links
    in links in tables): it is cleaned again until nothing changes. What the Markdown parser wrote never is.
    """
    if not hand_written:
        return _of_parser(html)
    clean = _once(html)
    rounds = _ROUNDS
    while rounds and (again := _once(clean)) != clean:
        clean = again
        rounds -= 1
    return clean


def _of_parser(html: str) -> str:
    """What the Markdown parser wrote, every attribute as `name="value"`.

    Where these are nothing but plain links, and pictures from elsewhere that become such, none need be asked about one
    by one: each would stay as it is. The sanitiser does the rest as ever.
    """
    apart = html
    if "<img" in html and html.count("<img") == len(_PLAIN_IMAGE.findall(html)):
        apart = _far_images_to_links(html)
    links = _PLAIN_LINK.findall(apart)
    if apart.count('="') != len(links) or max(map(len, links), default=0) > MAX_LENGTH:
        return _once(html)
    clean = _cleaner(ask=False).clean(apart)
    return _PRE_START.sub(r"\1", clean) if "<pre" in clean else clean


def _once(html: str) -> str:
    clean = _cleaner().clean(html)
    if "<pre" in clean:
        clean = _PRE_START.sub(r"\1", clean)
    if "<img" in clean:
        apart = _far_images_to_links(clean)
        if apart != clean:
            clean = _cleaner().clean(apart)
    return clean


@cache
def _cleaner(*, ask: bool = True) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute if ask else None,
        link_rel="noreferrer",
        generic_attribute_prefixes=set(),
        tag_attribute_values={},
        set_tag_attribute_values={tag: {"dir": "auto"} for tag in BLOCKS},
        url_schemes={"http", "https", "mailto"},
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The attribute as it may stand, or None. It is asked of every tag, listed or not; `dir` and `rel` are ours."""
    if name in {"dir", "rel", "alt", "title"}:
        return value
    if name == "class":
        return " ".join(word for word in value.split() if word in _CLASSES.get(tag, ())) or None
    if name == "href":
        return _link(value)
    if name == "src":
        return value if _MEDIA.fullmatch(value) else safe_url(value)
    if name == "id":
        value = _note(value)
    return value if name in _ALLOWED and _ALLOWED[name].fullmatch(value) else None


def _link(href: str) -> str | None:
    """A safe web address, a plain relative one, or a place in the page."""
    if href.startswith("#"):
        href = _note(href)
    return href if _RELATIVE.fullmatch(href) else safe_url(href)


def _note(name: str) -> str:
    """The id of a footnote, or a link to it, with nothing but word characters: authors label notes as they like."""
    return _NOTE.sub(lambda match: match[1] + _UNWORDLY.sub("_", match[2]), name)


def _far_images_to_links(html: str) -> str:
    """Each image that is not of this archive as a link: loading it would tell its server who reads what."""
    in_link = False

    def replace(match: re.Match[str]) -> str:
        nonlocal in_link
        if not match[0].startswith("<img"):
            in_link = match[0] != "</a>"
            return match[0]
        return _image(match[0], in_link=in_link)

    return _IMAGE.sub(replace, html)


def _image(image: str, *, in_link: bool) -> str:
    """The image if it is of this archive, else its description or its host, as a link where there can be one."""
    alt, src = _ALT.search(image), _SRC.search(image)
    if src and _MEDIA.fullmatch(src[1]):
        return image
    address = src[1] if src else ""
    words = (alt[1] if alt else "") or escape(display_host(unescape(address))) or "…"
    return words if in_link or not address else f'<a href="{address}">{words}</a>'
