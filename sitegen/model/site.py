"""The site's settings, as the curator wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is true of the whole site. `url` is absolute and ends in `/`; `digest` stands for all settings."""

    title: str
    description: str
    url: str
    digest: bytes
    language: str = "en"
    languages: tuple[str, ...] = ()
    timezone: str = "UTC"
    licence: str = ""
    publisher: str = ""
    contact: str = ""
    navigation: tuple[str, ...] = ()
    accent: str = ""
    warnings_fold: bool = False
    excerpt_words: int = 60
    page_size: int = 100
    search: bool = True
    feeds: int = 50
    redact: tuple[str, ...] = ()
    branch: str = "gh-pages"
    domain: str = ""

    @property
    def base_path(self) -> str:
        """The path that the site stands under: `/` or `/sub/`."""
        return urlsplit(self.url).path or "/"
