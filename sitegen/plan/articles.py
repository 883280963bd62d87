"""A page for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.model.language import direction
from sitegen.model.output import Page
from sitegen.model.records import Body
from sitegen.model.tolls import Account
from sitegen.model.urls import record_url
from sitegen.model.vocabulary import Publish
from sitegen.plan.accounts import AccountView, account_view
from sitegen.plan.frame import frame, mentions, prose
from sitegen.plan.structured import article_data
from sitegen.plan.timeline import Timeline, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.model.archive import Archive
    from sitegen.model.frame import Frame, Prose
    from sitegen.model.records import Article, Rights
    from sitegen.model.sidecar import Sidecar
    from sitegen.model.site import Site
    from sitegen.model.summary import Summary


class ArticleView(NamedTuple):
    """An article with all that it refers to. `own` says that the archive itself wrote it.

    `prose` is None, and `excerpt` may stand, where the rights say so.
    """

    frame: Frame
    article: Article
    rights: Rights | None
    source: Summary | None
    own: bool
    prose: Prose | None
    excerpt: str
    tags: tuple[Summary, ...]
    actors: tuple[Summary, ...]
    places: tuple[Summary, ...]
    claims: tuple[AccountView, ...]
    timeline: Timeline
    previous: Summary | None
    next: Summary | None
    sidecar: Sidecar | None
    structured: Mapping[str, Any]


def article_pages(listed: Article, archive: Archive, site: Site) -> Iterator[Page]:
    """An article's page."""
    article = archive.whole(listed)
    source = archive.by_key.get(f"sources/{article.source.id}") if article.source else None
    inputs = (
        site.url,
        article,
        article.body.digest,
        article.rights or getattr(source, "default_rights", None),
        archive.summary(source) if source else None,
        getattr(source, "own", False),
        archive.resolve("tags", article.tags),
        archive.resolve("actors", article.actors),
        archive.resolve("places", article.places),
        tuple(account_view(Account(claim, article), archive) for claim in article.claims),
        tuple(archive.summary(event) for event in archive.events_of_article(article)),
        mentions(article, archive),
        *archive.beside(article),
        archive.sidecar_of(article),
    )
    yield Page(record_url(article), "pages/article.html", _view, inputs)


def _view(
    site_url: str,
    article: Article,
    _body: bytes,
    rights: Rights | None,
    source: Summary | None,
    own: bool,
    tags: tuple[Summary, ...],
    actors: tuple[Summary, ...],
    places: tuple[Summary, ...],
    claims: tuple[AccountView, ...],
    events: tuple[Summary, ...],
    mentioned: tuple[tuple[str, str, Summary], ...],
    previous: Summary | None,
    following: Summary | None,
    sidecar: Sidecar | None,
) -> ArticleView:
    publish = rights.publish if rights else Publish.METADATA
    language = {"language": article.language, "direction": direction(article.language)} if article.language else {}
    return ArticleView(
        frame=frame(record_url(article), article.title, article.summary, "articles", site_url, **language),
        article=article,
        rights=rights,
        source=source,
        own=own,
        prose=prose(article.body if publish is Publish.FULL else Body(), mentioned),
        excerpt=article.body.excerpt if publish is Publish.EXCERPT else "",
        tags=tags,
        actors=actors,
        places=places,
        claims=claims,
        timeline=timeline(events),
        previous=previous,
        next=following,
        sidecar=sidecar,
        structured=article_data(article, rights, source, (*actors, *places), site_url),
    )
