"""What is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page: `view(*inputs)` is what its template sees, so nothing else can reach it.

    Each input is a record, a summary, or a plain value, or a tuple of these: the key is made of their digests.
    One that is not `indexed` stays out of the sitemap and of our own search.
    """

    path: str
    template: str
    view: Callable[..., Any]
    inputs: tuple[Any, ...]
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Export:
    """A file of data: `content(*inputs)` are its characters."""

    path: str
    content: Callable[..., str]
    inputs: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme, copied as it is, or of `content/media/`, which is copied without what may endanger somebody.

    `digest` is that of its bytes; `media` says that it is one of the latter.
    """

    path: str
    source: str
    digest: bytes
    media: bool = False


Output: TypeAlias = Page | Export | Asset
