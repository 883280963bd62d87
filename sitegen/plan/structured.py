"""What search engines and archives read of a page: schema.org, as JSON-LD. Never more than the page itself shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sitegen.model.urls import absolute

if TYPE_CHECKING:
    from sitegen.model.records import Article, Correction, Event, Rights
    from sitegen.model.summary import Summary

CONTEXT = "https://schema.org"
_SURE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z")


def article_data(
    article: Article, rights: Rights | None, source: Summary | None, about: tuple[Summary, ...], site_url: str
) -> dict[str, Any]:
    """A `NewsArticle`, with the report that it is based on, its archived copies and its corrections."""
    base = {"@type": "NewsArticle", "url": article.url, "publisher": _named("Organization", source)}
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "headline": article.title[:110],
            "url": absolute(site_url, f"articles/{article.id}.html"),
            "datePublished": _certain(article.date),
            "inLanguage": article.language,
            "author": {"@type": "Person", "name": article.author} if article.author else None,
            "abstract": article.summary,
            "isBasedOn": _without_nothing(base) if article.url or source else None,
            "translationOfWork": _translated(article),
            "archivedAt": [capture.url for capture in article.captures if capture.url],
            "copyrightHolder": {"@type": "Organization", "name": rights.holder} if rights and rights.holder else None,
            "usageInfo": rights.note if rights else "",
            "contentWarning": ", ".join(article.warnings),
            "about": [_thing(item, site_url) for item in about],
            "correction": _corrections(article.corrections),
        }
    )


def event_data(event: Event, own: Summary, places: tuple[Summary, ...], site_url: str) -> dict[str, Any]:
    """A `WebPage` about an `Event`, with its days as far as they are known: only a page can be corrected."""
    happened = {
        "@type": "Event",
        "name": own.title,
        "startDate": _sure(str(event.date or "").partition("/")[0]),
        "endDate": _sure(str(event.date or "").rpartition("/")[2]),
        "location": [{"@type": "Place", "name": place.title, "url": absolute(site_url, place.url)} for place in places],
    }
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "WebPage",
            "name": own.title,
            "url": absolute(site_url, own.url),
            "temporalCoverage": str(event.date or ""),
            "contentWarning": ", ".join(event.warnings),
            "about": _without_nothing(happened),
            "correction": _corrections(event.corrections),
        }
    )


def _corrections(made: tuple[Correction, ...]) -> list[dict[str, Any]]:
    return [
        _without_nothing({"@type": "CorrectionComment", "text": item.note, "datePublished": _certain(item.date)})
        for item in made
    ]


def _translated(article: Article) -> dict[str, Any] | None:
    if article.translation is None:
        return None
    return {"@type": "CreativeWork", "inLanguage": article.translation.source_language}


def _named(kind: str, item: Summary | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": item.title} if item else None


def _thing(item: Summary, site_url: str) -> dict[str, Any]:
    kind = "Place" if item.kind == "place" else "Thing"
    return {"@type": kind, "name": item.title, "url": absolute(site_url, item.url)}


def _certain(date: Any) -> str:
    """A date where schema.org can say it: a day, month or year without doubt."""
    return _sure(str(date or ""))


def _sure(text: str) -> str:
    """A date that says no more than is known: schema.org has no season, no doubt and no digit that is not known."""
    return text if _SURE.match(text) else ""


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
