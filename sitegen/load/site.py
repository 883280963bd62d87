"""The site's settings: `content/site.yaml`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sitegen.load import frontmatter
from sitegen.load.fields import Fields
from sitegen.load.redactions import arm, redactions
from sitegen.model.problem import SitegenError
from sitegen.model.safe_url import safe_url
from sitegen.model.site import Site

if TYPE_CHECKING:
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction

SITE_PATH = "content/site.yaml"
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+(?=[A-Za-z])[A-Za-z0-9-]{{2,63}}(?<!-)\Z")
_ACCENT = re.compile(r"#[0-9a-fA-F]{6}\Z")


class ParsedSite(NamedTuple):
    """The settings, where they could be read, every problem found on the way, and what must not be seen anywhere."""

    site: Site | None
    problems: tuple[Problem, ...]
    redact: tuple[Redaction, ...] = ()


def parse_site(data: bytes, base_url: str = "") -> ParsedSite:
    """`content/site.yaml` to settings; `base_url` takes the place of its `url`, or raises SitegenError."""
    document = frontmatter.Document(SITE_PATH)
    text = frontmatter.decode(document, data)
    head = frontmatter.compose(document, text) if text is not None else None
    if head is None:
        return ParsedSite(None, tuple(document.problems))
    document.head, document.head_text = head, text or ""
    redact = redactions(document)
    strings = tuple(item.text for item in redact)
    arm(document, strings)
    fields = Fields(document, head)
    site = _site(fields, base_url)
    fields.finish()
    # The digest is made of what is left after redaction: it goes into published keys, and names can be guessed.
    digest = hashlib.sha256(repr(site).encode("utf-8", "surrogatepass")).digest()[:16]
    return ParsedSite(replace(site, digest=digest, redact=strings), tuple(document.problems), redact)


def _site(fields: Fields, base_url: str) -> Site:
    fields.asked.add("redact")
    theme = fields.mapping("theme")
    publish = fields.mapping("publish")
    site = Site(
        title=_required(fields, "title"),
        description=_required(fields, "description"),
        url=_url(fields, base_url),
        digest=b"",
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
        search=fields.flag("search", default=True),
        feeds=_number(fields, "feeds", 50),
        branch=(publish.text("branch") if publish else "") or "gh-pages",
        domain=_domain(publish) if publish else "",
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
    if number == 0 and (node := fields.take(key)) is not None:
        fields.wrong(node, key, "at least 1")
    return number or default


def _url(fields: Fields, base_url: str) -> str:
    found = fields.scalar("url", "an address")
    node, written = found or (None, "")
    if not written and not base_url:
        hint = "the address at which the site will stand, with https://"
        fields.document.report("missing-key", '"url" is missing', hint, line=1)
    url = safe_url((base_url or written or "https://example.org").rstrip("/") + "/")
    if url is not None and not url.startswith("mailto:") and "?" not in url and "#" not in url:
        return url
    message = f'"{(base_url or written)[:80]}" is no address of a site'
    hint = "write it like https://example.org/archive/"
    if base_url:  # the fault is of the command, not of the file
        raise SitegenError(f"--base-url: {message}", hint)
    fields.document.report("bad-url", message, hint, node=node, line=1)
    return "https://example.org/"


def _domain(publish: Fields) -> str:
    """The name of a host, as it stands in the file that tells GitHub Pages of it."""
    found = publish.scalar("domain")
    if found is None:
        return ""
    node, text = found
    if not _DOMAIN.match(text):
        hint = "write the name of the host alone, like `archive.example.org`; one of other letters in its `xn--` form"
        publish.document.report("bad-value", f'"{text[:80]}" is no domain', hint, node=node)
        return ""
    return text.lower()


def _timezone(fields: Fields) -> str:
    found = fields.scalar("timezone")
    if found is None:
        return "UTC"
    node, name = found
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
