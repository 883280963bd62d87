"""Markdown with or without front matter: YAML, TOML, or Pelican's lines of keys."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

from sitegen.importer.document import Document, Flag, Stated
from sitegen.importer.readers.reading import Options, Reader, of_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KEYS = {
    "title": ("title", "headline", "subject", "titre", "name"),
    "date": ("date", "pubdate", "published", "publishdate", "publish_date", "datepublished", "created", "published_at"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("canonical", "canonical_url", "canonicalurl", "source_url", "original_url", "link", "external_url"),
    "language": ("language", "lang", "locale"),
    "source": ("source", "publisher", "outlet", "site"),
    "tags": ("tags", "keywords", "categories", "category", "topics"),
}
LONGEST = 64_000


class _Loader(yaml.BaseLoader):
    """Every scalar stays a string, and an alias is refused: it is how small files become large."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506 -- a BaseLoader makes strings only


def _pelican(text: str) -> dict[str, str]:
    keys = dict(line.split(":", 1) for line in text.strip().splitlines())
    return keys if {"title", "date"} & {key.lower() for key in keys} else {}


FORMS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL), _yaml),
    (re.compile(r"\A\+\+\+[ \t]*\r?\n(.*?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL), tomllib.loads),
    (re.compile(r"\A((?:[A-Za-z][A-Za-z_-]{1,30}:[ \t]*[^\n]{0,500}\r?\n){2,30})\r?\n"), _pelican),
)


def read_markdown(path: Path, name: str, options: Options) -> Iterator[Document]:
    """One document: the body, with what its front matter states."""
    document = of_bytes(path.read_bytes(), name, options)
    yield document if document.refusal else with_front_matter(document)


def with_front_matter(document: Document) -> Document:
    """Split the front matter off; the lines keep their numbers because it leaves blank lines behind."""
    keys, end, flags = _front_matter(document.text)
    if end == 0:
        return document._replace(markdown=True, flags=(*document.flags, *flags))
    blank = "\n" * document.text[:end].count("\n")
    stated, unmapped = _mapped(keys)
    return document._replace(
        text=blank + document.text[end:],
        markdown=True,
        stated=(*document.stated, *stated),
        unmapped=unmapped,
        flags=(*document.flags, *flags, *_unmapped_flag(unmapped)),
    )


def _front_matter(text: str) -> tuple[dict[str, Any], int, tuple[Flag, ...]]:
    """The keys, where the text begins, and what was wrong."""
    for block, load in FORMS:
        found = block.match(text)
        if found and len(found[1]) <= LONGEST:
            try:
                keys = load(found[1])
            except (yaml.YAMLError, ValueError, RecursionError) as fault:
                message = f"The front matter cannot be read ({type(fault).__name__}); it is treated as text."
                return {}, 0, (Flag("bad-front-matter", 1, message),)
            if isinstance(keys, dict) and keys:
                return keys, found.end(), ()
    return {}, 0, ()


def _mapped(keys: dict[str, Any]) -> tuple[tuple[Stated, ...], tuple[tuple[str, str], ...]]:
    stated: list[Stated] = []
    unmapped: list[tuple[str, str]] = []
    for key, value in keys.items():
        field = next((field for field, names in KEYS.items() if str(key).strip().lower() in names), None)
        text = _flat(value)
        if field and text:
            stated.append(Stated(field, text, f"front matter {key}"))
        elif text:
            unmapped.append((str(key), text[:500]))
    return tuple(stated), tuple(unmapped)


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_flat(one) for one in value[:50])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(one)}" for key, one in list(value.items())[:50])
    return " ".join(str(value).split())


def _unmapped_flag(unmapped: tuple[tuple[str, str], ...]) -> tuple[Flag, ...]:
    if not unmapped:
        return ()
    return (
        Flag(
            "unmapped-keys",
            1,
            f"The archive has no field for {', '.join(key for key, _ in unmapped)}; the draft keeps them as notes.",
        ),
    )


MARKDOWN = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), read_markdown)
