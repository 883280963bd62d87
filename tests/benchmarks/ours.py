"""The corpus as an archive of sitegen, and the words of its commands."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.corpus import ACTORS, PLACES, SOURCES, TAGS, Corpus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.benchmarks.corpus import Article, Event

NAME = "sitegen"
_MENTION = re.compile(r"<<(\d+)>>")
SITE = """\
title: A measured archive
description: Invented, and as large as was asked for.
url: https://example.org/archive/
publisher: Nobody
licence: CC-BY-4.0
redact: [a name that nowhere stands]
"""


def write(corpus: Corpus, root: Path) -> None:
    content = root / "content"
    for folder in ("articles", "events", "actors", "places", "sources", "tags", "pages"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    (content / "site.yaml").write_text(SITE)
    (content / "pages" / "about.md").write_text("---\ntitle: About\nmenu: 1\n---\n\nInvented.\n")
    for number in range(TAGS):
        (content / f"tags/tag-{number}.md").write_text(f"---\ntitle: {corpus.tag_titles[number]} {number}\n---\n\n")
    for number in range(ACTORS):
        (content / f"actors/actor-{number}.md").write_text(
            f"---\ntitle: {corpus.actor_titles[number]}\nkind: armed-group\n---\n\nAn invented actor.\n"
        )
    for number in range(PLACES):
        wider = f"part_of: place-{number % 10}\n" if number >= 10 else ""
        (content / f"places/place-{number}.md").write_text(
            f"---\ntitle: {corpus.place_titles[number]}\nkind: {'town' if wider else 'governorate'}\n{wider}---\n\n"
        )
    for number in range(SOURCES):
        (content / f"sources/source-{number}.md").write_text(
            f"---\ntitle: {corpus.source_titles[number]}\nkind: newspaper\n---\n\n"
        )
    for event in corpus.events():
        (content / f"events/{event.id}.md").write_text(event_text(event))
    for article in corpus.articles():
        (content / f"articles/{article.id}.md").write_text(article_text(article))


def event_text(event: Event) -> str:
    actors = "".join(f"  - {{actor: actor-{number}, role: party}}\n" for number in event.actors)
    return (
        f"---\ntitle: {event.title}\ndate: {event.date}\nkind: {event.kind}\n"
        f"places: {_ids('place', event.places)}\nactors:\n{actors}verification: reported\n"
        f"tags: {_ids('tag', event.tags)}\n---\n\n{event.body}\n"
    )


def article_text(article: Article) -> str:
    claims = "".join(
        f"  - event: {claim.event}\n    by: actor-{claim.by}\n    via: source-{claim.via}\n"
        f"    toll: {{killed: {{min: {claim.killed}}}}}\n    of: actor-{claim.of}\n    quote: {json.dumps(claim.quote)}\n"
        for claim in article.claims
    )
    return (
        f"---\ntitle: {article.title}\ndate: {article.date}\nsource: source-{article.source}\n"
        f"url: https://example.org/reports/{article.id}\nretrieved: {article.date}\n"
        f"rights: {{publish: full, holder: Example Press}}\nsummary: {article.summary}\n"
        f"tags: {_ids('tag', article.tags)}\nactors: {_ids('actor', article.actors)}\n"
        f"places: {_ids('place', article.places)}\n"
        + (f"claims:\n{claims}" if claims else "")
        + (f"redact: [{article.redact}]\n" if article.redact else "")
        + "---\n\n"
        + _MENTION.sub(r"[[actor-\1]]", article.body)
    )


def _ids(kind: str, numbers: Sequence[int]) -> str:
    return f"[{', '.join(f'{kind}-{number}' for number in numbers)}]"


def build(root: Path, output: Path) -> list[str]:
    return [sys.executable, "-m", "sitegen", "build", "--root", str(root), "--output", str(output)]


def article_file(root: Path, article: Article) -> Path:
    return root / "content" / "articles" / f"{article.id}.md"


def actor_file(root: Path) -> Path:
    return root / "content" / "actors" / "actor-40.md"


def template_file(root: Path) -> Path:
    return root / "templates" / "pages" / "article.html"
