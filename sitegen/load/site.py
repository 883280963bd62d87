"""The site's settings: `content/site.yaml`."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitegen.load import frontmatter
from sitegen.load.fields import Fields
from sitegen.model.site import Site

if TYPE_CHECKING:
    from sitegen.model.problem import Problem

SITE_PATH = "content/site.yaml"
_ACCENT = re.compile(r"#[0-9a-fA-F]{6}\Z")


class ParsedSite(NamedTuple):
    """The settings, where they could be read, and every problem found on the way."""

    site: Site | None
    problems: tuple[Problem, ...]


def parse_site(data: bytes, base_url: str = "") -> ParsedSite:
    """`content/site.yaml` to settings; `base_url` takes the place of its `url`."""
    document = frontmatter.Document(SITE_PATH)
    text = frontmatter.decode(document, data)
    head = frontmatter.compose(document, text) if text is not None else None
    if head is None:
        return ParsedSite(None, tuple(document.problems))
    fields = Fields(document, head)
    site = _site(fields, base_url, hashlib.sha256(data + b"\0" + base_url.encode()).digest()[:16])
    fields.finish()
    return ParsedSite(site, tuple(document.problems))


def _site(fields: Fields, base_url: str, digest: bytes) -> Site:
    theme = fields.mapping("theme")
    publish = fields.mapping("publish")
    site = Site(
        title=_required(fields, "title"),
        description=_required(fields, "description"),
        url=_url(fields, base_url),
        digest=digest,
        language=fields.language("language") or "en",
        languages=fields.words("languages"),
        timezone=_timezone(fields),
        licence=fields.text("licence"),
        publisher=fields.text("publisher"),
        contact=fields.text("contact"),
        navigation=tuple(ref.id for ref in fields.refs("navigation")),
        accent=_accent(theme) if theme else "",
        warnings_fold=theme.flag("fold_warnings") if theme else False,
        excerpt_words=_number(fields, "excerpt_words", 60),
        page_size=_number(theme, "page_size", 100) if theme else 100,
        search=fields.text("search") != "no",
        feeds=_number(fields, "feeds", 50),
        redact=fields.words("redact"),
        branch=(publish.text("branch") if publish else "") or "gh-pages",
        domain=publish.text("domain") if publish else "",
    )
    for inner in (theme, publish):
        if inner is not None:
            inner.finish()
    return site


def _required(fields: Fields, key: str) -> str:
    text = fields.text(key)
    if not text:
        fields.document.report("missing-key", f'"{key}" is missing', "the site needs it", line=1)
    return text


def _number(fields: Fields, key: str, default: int) -> int:
    number = fields.integer(key)
    return default if number is None else max(number, 1)


def _url(fields: Fields, base_url: str) -> str:
    written = fields.text("url")
    url = (base_url or written).rstrip("/") + "/"
    parts = urlsplit(url)
    if not written and not base_url:
        fields.document.report(
            "missing-key", '"url" is missing', "the address at which the site will stand, with https://", line=1
        )
    elif parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        fields.document.report(
            "bad-url", f'"{url}" is no address of a site', "write it like https://example.org/archive/", line=1
        )
    return url


def _timezone(fields: Fields) -> str:
    found = fields.scalar("timezone")
    if found is None:
        return "UTC"
    node, name = found
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fields.document.report("unknown-word", f'"{name}" is no time zone', "write it like Asia/Damascus", node=node)
        return "UTC"
    return name


def _accent(theme: Fields) -> str:
    found = theme.scalar("accent")
    if found is None:
        return ""
    node, text = found
    if not _ACCENT.match(text):
        theme.document.report("bad-value", '"theme.accent" must be a colour', "write it like '#8a3324'", node=node)
        return ""
    return text
