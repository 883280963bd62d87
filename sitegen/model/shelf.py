"""Where records are kept whole: an archive holds them light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from sitegen.model.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.model.records import Article
    from sitegen.model.sidecar import Sidecar

R = TypeVar("R", bound=Record)


class Shelf(Protocol):
    """Where records are kept whole, with the sidecars of articles: too much of an archive to be held in memory."""

    def whole(self, record: R) -> R:
        """A record with all that its file says."""

    def sidecar_of(self, article: Article) -> Sidecar | None:
        """How an article was made from its seed."""


class Held:
    """A shelf of what is in memory: the records are whole as they are."""

    def __init__(self, sidecars: Iterable[Sidecar] = ()) -> None:
        self._sidecars = {sidecar.article: sidecar for sidecar in sidecars}

    def whole(self, record: R) -> R:
        """The record itself."""
        return record

    def sidecar_of(self, article: Article) -> Sidecar | None:
        """The sidecar that names the article."""
        return self._sidecars.get(article.path)
