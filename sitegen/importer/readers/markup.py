"""HTML read with the standard library alone: its text by blocks, and what its head states."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from sitegen.importer.document import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
        "title",
    ]
)
SILENT = frozenset(("script", "style", "noscript", "template", "svg", "head", "select"))
MOST_MARKUP = 5_000_000
LONGEST_NAME = 80
_MARKUP = re.compile(
    r"<(?:p|br|div|a|span|img|ul|li|h[1-6]|strong|em|b|i|blockquote|article|section|table|iframe)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_META = {
    "title": (
        ("property", "og:title"),
        ("name", "twitter:title"),
        ("name", "dc.title"),
        ("name", "citation_title"),
        ("itemprop", "headline"),
    ),
    "date": (
        ("property", "article:published_time"),
        ("name", "article:published_time"),
        ("itemprop", "datePublished"),
        ("name", "citation_publication_date"),
        ("name", "dc.date"),
        ("name", "dc.date.issued"),
        ("name", "date"),
        ("name", "pubdate"),
        ("name", "publishdate"),
        ("name", "sailthru.date"),
        ("name", "parsely-pub-date"),
        ("property", "og:article:published_time"),
        ("property", "og:pubdate"),
        ("property", "bt:pubdate"),
        ("name", "article_date_original"),
        ("name", "originalpublicationdate"),
        ("name", "publish_date"),
        ("name", "publication_date"),
        ("name", "publish-date"),
        ("name", "pub_date"),
        ("name", "dc.date.issue"),
        ("name", "dcterms.issued"),
        ("name", "dcterms.date"),
        ("name", "dcterms.created"),
        ("name", "dcsext.articlefirstpublished"),
        ("name", "cxenseparse:recs:publishtime"),
    ),
    "author": (
        ("name", "author"),
        ("property", "article:author"),
        ("name", "dc.creator"),
        ("name", "parsely-author"),
        ("name", "byl"),
        ("name", "sailthru.author"),
        ("name", "citation_author"),
    ),
    "site": (("property", "og:site_name"), ("name", "application-name"), ("name", "dc.publisher")),
    "url": (("property", "og:url"), ("name", "twitter:url")),
    "language": (("http-equiv", "content-language"), ("name", "dc.language")),
}


def looks_like_markup(text: str) -> bool:
    """Whether a text field holds HTML."""
    return len(_MARKUP.findall(text[:4000])) > 1 or bool(
        re.match(r"\s*<(?:!doctype|html|p|div|article)\b", text, re.IGNORECASE)
    )


class _Page(HTMLParser):
    """Collects blocks of text and the statements of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[]]
        self.meta: list[dict[str, str]] = []
        self.canonical = ""
        self.language = ""
        self.title: list[str] = []
        self.data: list[str] = []
        self.moments: list[str] = []
        self.authors: list[str] = []
        self._silent = ""
        self._naming = ""
        self._in_title = False
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self.meta.append(found)
        elif tag == "html":
            self.language = found.get("lang", "")
        elif tag == "link" and "canonical" in found.get("rel", "").lower().split():
            self.canonical = self.canonical or found.get("href", "")
        elif tag == "title":
            self._in_title = not self.title
        elif tag == "script" and found.get("type", "") == "application/ld+json":
            self._in_data = True
            self.data.append("")
        elif not self._silent:
            self._of_element(tag, found)
        if tag in SILENT and not self._silent and tag != "head":
            self._silent = tag
        if tag in BLOCKS:
            self.blocks.append([])

    def _of_element(self, tag: str, found: dict[str, str]) -> None:
        """What an element of the text states of the article."""
        moment = found.get("datetime") or found.get("content", "")
        if moment and ("pubdate" in found or found.get("itemprop") == "datePublished"):
            self.meta.append({"itemprop": "datePublished", "content": moment})
        elif tag == "time" and moment and found.get("itemprop") != "dateModified":
            self.moments.append(moment)
        if not self._naming and (found.get("itemprop") == "author" or "author" in found.get("rel", "").split()):
            self._naming = tag
            self.authors.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        if tag == self._naming:
            self._naming = ""
        if tag == "title":
            self._in_title = False
        if tag == "script":
            self._in_data = False
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data[-1] += data
        elif self._in_title:
            self.title.append(data)
        elif not self._silent:
            self.blocks[-1].append(data)
            if self._naming and len(self.authors[-1]) < LONGEST_NAME:
                self.authors[-1] += data


def _parsed(markup: str) -> _Page:
    page = _Page()
    page.feed(_closed(markup[:MOST_MARKUP]))
    page.close()
    return page


def _closed(markup: str) -> str:
    """Markup in which nothing is opened that never closes: the parser would look for each end in all that follows."""
    for opening, end in (("<!--", "-->"), ("<![", "]>"), ("<", ">")):
        last = markup.rfind(end) + 1
        if opening in markup[last:]:
            markup = markup[:last] + markup[last:].replace(opening, "&lt;" if opening == "<" else "")
    return markup


def text_of(markup: str) -> str:
    """The text of markup, a block a line."""
    blocks = (" ".join("".join(block).split()) for block in _parsed(markup).blocks)
    return "\n\n".join(block for block in blocks if block)


def statements_of(markup: str) -> tuple[Stated, ...]:
    """Title, date, author, site, address and language as the page's head states them, each with its origin."""
    page = _parsed(markup)
    found = [*_from_data(page.data), *_from_meta(page.meta), *_from_elements(page)]
    if page.canonical:
        found.append(Stated("url", page.canonical.strip(), "link rel=canonical"))
    title = " ".join("".join(page.title).split())
    if title:
        site = next((fact.value for fact in found if fact.field == "site"), "")
        found.append(Stated("title", _without_site(title, site), "title element"))
    if page.language:
        found.append(Stated("language", page.language.strip().replace("_", "-"), "html lang"))
    return tuple(found)


def _from_elements(page: _Page) -> list[Stated]:
    """The author that a link or an element names; the one moment that a page tells, where it tells no other."""
    names = list(dict.fromkeys(" ".join(name.split()) for name in page.authors if len(name) < LONGEST_NAME))
    found = [Stated("author", name, "element marked as the author") for name in names[:1] if name]
    days = {moment[:10] for moment in page.moments}
    return [*found, Stated("date", page.moments[0], "time element")] if len(days) == 1 else found


def _without_site(title: str, site: str) -> str:
    """The headline of "Headline - Site", where the page names the site elsewhere."""
    if not site:
        return title
    return re.sub(rf"\s*[-–—|•:·»]\s*{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE) or title


def _from_meta(metas: list[dict[str, str]]) -> list[Stated]:
    found: list[Stated] = []
    for field, places in _META.items():
        for attribute, name in places:
            value = next(
                (meta.get("content", "").strip() for meta in metas if meta.get(attribute, "").lower() == name.lower()),
                "",
            )
            if value and not (field == "author" and value.startswith("http")):
                found.append(Stated(field, " ".join(value.split()), f"meta {name}"))
    return found


def _from_data(scripts: list[str]) -> list[Stated]:
    """What schema.org data states of the article."""
    for script in scripts:
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        article = _article_in(data)
        if article:
            return _article_facts(article)
    return []


def _article_in(data: Any) -> dict[str, Any] | None:
    for one in _nodes(data):
        kind = one.get("@type", "") if isinstance(one, dict) else ""
        if isinstance(one, dict) and any(
            "Article" in str(k) or str(k) in ("BlogPosting", "Report")
            for k in (kind if isinstance(kind, list) else [kind])
        ):
            return one
    return None


def _nodes(data: Any) -> Iterator[Any]:
    """The things that schema.org data tells of: a list of them, a graph, one alone, or what a page is about."""
    for one in data if isinstance(data, list) else [data]:
        yield one
        if isinstance(one, dict):
            graph = one.get("@graph")
            yield from graph if isinstance(graph, list) else ()
            yield one.get("mainEntity")


def _article_facts(article: dict[str, Any]) -> list[Stated]:
    facts = {
        "title": article.get("headline"),
        "date": article.get("datePublished"),
        "author": _names(article.get("author")),
        "site": _names(article.get("publisher")),
        "language": article.get("inLanguage"),
    }
    return [
        Stated(field, " ".join(value.split()), f"schema.org {field}")
        for field, value in facts.items()
        if isinstance(value, str) and value.strip()
    ]


def _names(value: Any) -> str:
    many = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in many]
    return ", ".join(name for name in names if isinstance(name, str))
