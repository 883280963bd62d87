"""The corpus as a minimal site of Hugo: the same records, lists and front matter, templates as plain as they can be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.corpus import Article, Corpus, Event

NAME = "Hugo"
_MENTION = re.compile(r"<<(\d+)>>")
CONFIG = """\
baseURL = "https://example.org/archive/"
title = "A measured archive"
[taxonomies]
  tag = "tags"
  actor = "actors"
  place = "places"
  source = "sources"
  year = "years"
  month = "months"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
  taxonomy = ["HTML"]
  term = ["HTML"]
[services.rss]
  limit = 50
"""
BASE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css"><link rel="alternate" type="application/rss+xml" href="/index.xml"></head>
<body><header><a href="/">{{ .Site.Title }}</a><nav><ul>
<li><a href="/articles/">Articles</a></li><li><a href="/events/">Events</a></li><li><a href="/actors/">Actors</a></li>
<li><a href="/places/">Places</a></li><li><a href="/sources/">Sources</a></li><li><a href="/tags/">Tags</a></li>
<li><a href="/years/">Timeline</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>Published by Nobody. CC-BY-4.0</p></footer></body></html>
"""
ROW = '<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a> <small>{{ with .Params.sources }}{{ index . 0 }}{{ end }}</small><p>{{ .Description }}</p></li>\n'
SINGLE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><p><time>{{ .Date.Format "2 January 2006" }}</time>
{{ range .GetTerms "sources" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</p>
<div class="prose">{{ .Content }}</div>
<aside>{{ range slice "actors" "places" "tags" }}<ul>{{ range $.GetTerms . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
<dl><dt>Original</dt><dd><a href="{{ .Params.origin }}">{{ .Params.origin }}</a></dd><dt>Rights</dt><dd>{{ .Params.holder }}</dd></dl></aside>
{{ with .Params.claims }}<ul>{{ range . }}<li><a href="/events/{{ .event }}/">{{ .event }}</a> {{ .by }} through {{ .via }}: killed at least {{ .killed }} of {{ .of }}<blockquote>{{ .quote }}</blockquote></li>{{ end }}</ul>{{ end }}
</article>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""
LIST = f"""\
{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1><ol>{{{{ range .Pages }}}}{ROW}{{{{ end }}}}</ol>{{{{ end }}}}
"""
HOME = f"""\
{{{{ define "main" }}}}<h1>{{{{ .Site.Title }}}}</h1><ol>{{{{ range first 20 .Site.RegularPages }}}}{ROW}{{{{ end }}}}</ol>{{{{ end }}}}
"""
TERMS = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
"""


def write(corpus: Corpus, root: Path) -> None:
    for folder in ("content/articles", "content/events", "content/actors", "layouts/_default"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "hugo.toml").write_text(CONFIG)
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST), ("terms", TERMS)):
        (root / f"layouts/_default/{name}.html").write_text(text)
    (root / "layouts/index.html").write_text(HOME)
    for event in corpus.events():
        (root / f"content/events/{event.id}.md").write_text(_event(event))
    for article in corpus.articles():
        article_file(root, article).write_text(article_text(article))


def _head(record: Article | Event, **more: Any) -> dict[str, Any]:
    return {
        "title": record.title,
        "date": str(record.date),
        "tags": [f"tag-{number}" for number in record.tags],
        "actors": [f"actor-{number}" for number in record.actors],
        "places": [f"place-{number}" for number in record.places],
        "years": [str(record.date)[:4]],
        "months": [str(record.date)[:7]],
        **more,
    }


def _yaml(head: dict[str, Any]) -> str:
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())


def _event(event: Event) -> str:
    return f"---\n{_yaml(_head(event, kind=event.kind))}---\n\n{event.body}\n"


def article_text(article: Article) -> str:
    claims = [
        {
            "event": claim.event,
            "by": f"actor-{claim.by}",
            "via": f"source-{claim.via}",
            "killed": claim.killed,
            "of": f"actor-{claim.of}",
            "quote": claim.quote,
        }
        for claim in article.claims
    ]
    head = _head(
        article,
        sources=[f"source-{article.source}"],
        description=article.summary,
        origin=f"https://example.org/reports/{article.id}",
        holder="Example Press",
        claims=claims,
    )
    return f"---\n{_yaml(head)}---\n\n" + _MENTION.sub(r"[actor-\1](/actors/actor-\1/)", article.body)


def build(binary: str, root: Path, output: Path) -> list[str]:
    return [binary, "--quiet", "--source", str(root), "--destination", str(output)]


def article_file(root: Path, article: Article) -> Path:
    return root / "content" / "articles" / f"{article.id}.md"


def actor_file(root: Path) -> Path:
    return root / "content" / "actors" / "actor-40" / "_index.md"


def template_file(root: Path) -> Path:
    return root / "layouts" / "_default" / "single.html"
