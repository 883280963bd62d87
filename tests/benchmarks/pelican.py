"""The corpus as a minimal site of Pelican, with a generator for the kinds of lists that it does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.corpus import Article, Corpus

NAME = "Pelican"
_MENTION = re.compile(r"<<(\d+)>>")
SETTINGS = """\
AUTHOR = "Nobody"
SITENAME = "A measured archive"
SITEURL = "https://example.org/archive"
PATH = "content"
TIMEZONE = "UTC"
THEME = "theme"
THEME_STATIC_PATHS = []
DEFAULT_PAGINATION = False
DIRECT_TEMPLATES = ["index", "tags", "archives"]
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
AUTHOR_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = "timeline/{date:%Y}.html"
MONTH_ARCHIVE_SAVE_AS = "timeline/{date:%Y}-{date:%m}.html"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extensions": ["markdown.extensions.footnotes", "markdown.extensions.tables", "markdown.extensions.meta"]}
PLUGIN_PATHS = ["."]
PLUGINS = ["lists"]
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
"""
PLUGIN = """\
from collections import defaultdict

from pelican import signals
from pelican.generators import Generator


class Lists(Generator):
    def generate_output(self, writer):
        template = self.get_template("tag")
        for kind in ("actors", "places"):
            found = defaultdict(list)
            for article in self.context["articles"]:
                for name in getattr(article, kind, "").split(", "):
                    found[name].append(article)
            for name, articles in found.items():
                writer.write_file(f"{kind}/{name}.html", template, self.context, articles=articles, tag=name)


def register():
    signals.get_generators.connect(lambda _: Lists)
"""
BASE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{% block title %}{{ SITENAME }}{% endblock %}</title>
<link rel="stylesheet" href="/style.css"></head><body><header><a href="/">{{ SITENAME }}</a></header>
<main>{% block main %}{% endblock %}</main><footer><p>Published by Nobody.</p></footer></body></html>
"""
ARTICLE = """\
{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}
{% block main %}<article><h1>{{ article.title }}</h1><p>{{ article.date.strftime("%d %B %Y") }} {{ article.category }}</p>
<div>{{ article.content }}</div><ul>{% for tag in article.tags %}<li><a href="{{ tag.url }}">{{ tag }}</a></li>{% endfor %}</ul>
{% for kind, names in (("actors", article.actors), ("places", article.places)) %}<ul>{% for name in names.split(", ") %}<li><a href="/{{ kind }}/{{ name }}.html">{{ name }}</a></li>{% endfor %}</ul>{% endfor %}
<blockquote>{{ article.quotes }}</blockquote><a href="{{ article.origin }}">{{ article.origin }}</a></article>{% endblock %}
"""
LIST = """\
{% extends "base.html" %}
{% block main %}<h1>{{ tag }}{{ category }}</h1><ol>{% for article in articles %}<li>{{ article.date.strftime("%Y-%m-%d") }} <a href="/{{ article.url }}">{{ article.title }}</a><p>{{ article.summary }}</p></li>{% endfor %}</ol>{% endblock %}
"""
TAGS = """\
{% extends "base.html" %}
{% block main %}<ul>{% for tag, articles in tags %}<li><a href="/{{ tag.url }}">{{ tag }}</a> {{ articles|length }}</li>{% endfor %}</ul>{% endblock %}
"""


def write(corpus: Corpus, root: Path) -> None:
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "theme" / "templates").mkdir(parents=True, exist_ok=True)
    (root / "pelicanconf.py").write_text(SETTINGS)
    (root / "lists.py").write_text(PLUGIN)
    templates = {
        "base": BASE,
        "article": ARTICLE,
        "tags": TAGS,
        "index": LIST.replace("in articles", "in articles[:20]"),
    }
    for name in ("tag", "category", "period_archives", "archives", "page", "author"):
        templates[name] = LIST
    for name, text in templates.items():
        (root / "theme" / "templates" / f"{name}.html").write_text(text)
    for article in corpus.articles():
        article_file(root, article).write_text(article_text(article))


def article_text(article: Article) -> str:
    head = {
        "Title": article.title,
        "Date": article.date,
        "Slug": article.id,
        "Category": f"source-{article.source}",
        "Summary": article.summary,
        "Tags": ", ".join(f"tag-{number}" for number in article.tags),
        "Actors": ", ".join(f"actor-{number}" for number in article.actors),
        "Places": ", ".join(f"place-{number}" for number in article.places),
        "Origin": f"https://example.org/reports/{article.id}",
        "Quotes": "; ".join(claim.quote for claim in article.claims),
    }
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    return f"{lines}\n" + _MENTION.sub(r"[actor-\1](/actors/actor-\1.html)", article.body)


def build(binary: str, root: Path, output: Path) -> list[str]:
    return [binary, "-q", "-s", str(root / "pelicanconf.py"), "-o", str(output), str(root / "content")]


def article_file(root: Path, article: Article) -> Path:
    return root / "content" / f"{article.id}.md"


def actor_file(root: Path) -> Path | None:
    return None


def template_file(root: Path) -> Path:
    return root / "theme" / "templates" / "article.html"
