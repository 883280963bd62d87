"""A reading list in CSL-JSON (Zotero writes it) as articles of which the archive holds the metadata only."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.importer.document import Refusal
from sitegen.importer.plan import ARTICLES
from sitegen.importer.readers.markup import looks_like_markup, text_of
from sitegen.importer.slug import slug_of
from sitegen.importer.yaml_text import yaml_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.importer.draft import Matching

LARGEST = 20_000_000


class ListedArticle(NamedTuple):
    """One item: the file that it becomes, or why it becomes none."""

    item: int
    path: str = ""
    text: str = ""
    refused: Refusal | None = None


def reading_list(path: Path, matching: Matching, taken: frozenset[str]) -> Iterator[ListedArticle]:
    """The items that the archive does not have yet; `taken` are its paths, titles and addresses."""
    try:
        raw = path.read_bytes()
        items = json.loads(raw) if len(raw) <= LARGEST else None
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list):
        yield ListedArticle(0, refused=Refusal("malformed", "The file is no list of CSL-JSON items."))
        return
    seen = set(taken)
    for number, item in enumerate(items, 1):
        made = _article(number, item if isinstance(item, dict) else {}, matching, seen)
        if made is not None:
            seen.add(made.path)
            yield made


def _article(number: int, item: dict[str, Any], matching: Matching, seen: set[str]) -> ListedArticle | None:
    title, url = _text(item.get("title")), _text(item.get("URL"))
    if not title:
        return ListedArticle(number, refused=Refusal("malformed", f"Item {number} has no title."))
    if title in seen or (url and url in seen):
        return None
    seen.update(filter(None, (title, url)))
    date = _date(item.get("issued"))
    identity = hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()
    path = f"{ARTICLES}{date or 'undated'}-{slug_of(title, identity)}.md"
    path = path if path not in seen else f"{path.removesuffix('.md')}-{identity[:8]}.md"
    return ListedArticle(number, path, _front_matter(title, date, url, item, matching))


def _front_matter(title: str, date: str, url: str, item: dict[str, Any], matching: Matching) -> str:
    outlet = _text(item.get("container-title")) or _text(item.get("publisher"))
    mentions, _ = matching.matcher.find([(0, outlet)])
    source = next((m.id for m in mentions if m.kind == "source"), None)
    language = _text(item.get("language"))
    rows = [
        f"title: {yaml_line(title)}",
        f"date: {yaml_line(date)}" if date else "# date: needed. The reading list has none.",
        f"source: {source}" if source else f"# source: needed. The reading list has: {outlet or 'none'}",
        f"url: {yaml_line(url)}" if re.match(r"https?://\S+$", url) else "",
        f"author: {yaml_line(authors)}" if (authors := _names(item.get("author"))) else "",
        f"language: {language}" if re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else "",
        "rights: {publish: metadata}",
        "status: draft",
    ]
    return "---\n" + "\n".join(filter(None, rows)) + "\n---\n"


def _text(value: Any) -> str:
    plain = (
        text_of(value)
        if isinstance(value, str) and looks_like_markup(value)
        else value
        if isinstance(value, str)
        else ""
    )
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())


def _date(issued: Any) -> str:
    """The date parts as EDTF: a year, a month, a day, as far as they are given."""
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part) for part in first[:3] if str(part).isascii() and str(part).isdigit()]
    date = "-".join(number.zfill(4 if at == 0 else 2) for at, number in enumerate(numbers))
    return date if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", date) else ""


def _names(authors: Any) -> str:
    people = [one for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    names = (
        _text(one.get("literal")) or f"{_text(one.get('given'))} {_text(one.get('family'))}".strip() for one in people
    )
    return ", ".join(name for name in names if name)[:300]
