"""RSS and Atom files: a document an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sitegen.importer.decode import MAX_BYTES
from sitegen.importer.readers.reading import Options, Reader, of_fields, refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sitegen.importer.document import Document

ENTRIES = ("item", "entry")
NAMES = {
    "title": "title",
    "link": "url",
    "guid": "id",
    "id": "id",
    "pubDate": "date",
    "published": "date",
    "date": "date",
    "updated": "updated",
    "creator": "author",
    "author": "author",
    "encoded": "body",
    "content": "body",
    "description": "summary",
    "summary": "summary",
    "language": "language",
}
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


def read_feed(path: Path, name: str, options: Options) -> Iterator[Document]:
    """Entries in their order; a feed that declares entities is refused, for that is how small files become large."""
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES or _ENTITY.search(raw):
        code = "too-large" if len(raw) > MAX_BYTES else "malformed"
        yield refused(name, code, "The feed is too large, or declares entities of its own.", raw)
        return
    try:
        root = ET.fromstring(raw)  # noqa: S314 -- entities are refused above
    except (ET.ParseError, ValueError, LookupError) as fault:
        yield refused(name, "malformed", f"The feed is no well-formed XML: {fault}.", raw)
        return
    entries = [node for node in root.iter() if _local(node.tag) in ENTRIES]
    if not entries:
        yield refused(name, "unknown-format", "The file is neither RSS nor Atom.", raw)
    for number, entry in enumerate(entries, 1):
        try:
            fields = _fields(entry)
        except RecursionError:
            yield refused(name, "too-nested", "The entry nests its elements too deep.", part=str(number))
        else:
            yield of_fields(fields, name, str(number), options, "feed")


def _local(tag: object) -> str:
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _fields(entry: ET.Element) -> dict[str, str]:
    """The entry's elements under our names; the full text where there is one, else the summary."""
    found: dict[str, str] = {}
    for node in entry:
        name = NAMES.get(_local(node.tag))
        if name:
            value = _value(node)
            if value and (name not in found or (len(value) > len(found[name]) and name == "body")):
                found[name] = value
    if "body" not in found and "summary" in found:
        found["body"] = found.pop("summary")
    return found


def _value(node: ET.Element) -> str:
    if _local(node.tag) == "link" and node.get("href"):
        return node.get("href", "") if node.get("rel", "alternate") == "alternate" else ""
    if len(node) and _local(node.tag) == "author":
        return " ".join(" ".join(node.itertext()).split())
    if len(node):
        return "".join(ET.tostring(child, encoding="unicode") for child in node)
    return (node.text or "").strip()


FEED = Reader("feed", (".xml", ".rss", ".atom"), read_feed)
