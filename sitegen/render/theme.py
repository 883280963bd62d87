"""The theme: templates and assets, the site's own before the packaged ones."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.model.urls import asset_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b")
_REFERENCE = re.compile(
    _TAG.pattern + r"""\s*["']([^"']+)["']\s*(?:[-+]?%\}|import\b|as\b|ignore\b|with\b|without\b)"""
)
ASSETS = "assets/"
ORIGINAL = "!"
"""Before a template's name: the packaged one, where the site has one of its own by that name."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name, and assets by name; both as bytes of files, read once."""

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]

    def asset_urls(self) -> dict[str, str]:
        """Where each asset stands on the site, by its name."""
        return {name: asset_url(name, hashlib.sha256(data).hexdigest()) for name, data in self.assets.items()}

    def digests(self) -> dict[str, bytes]:
        """For each template a digest of it and of all that it extends, includes and imports."""
        own = {name: hashlib.sha256(repr((name, text)).encode()).digest() for name, text in self.templates.items()}
        return {name: self._digest(name, own) for name in self.templates}

    def _digest(self, name: str, own: Mapping[str, bytes]) -> bytes:
        used = (own.get(used) or used.encode("utf-8", "surrogatepass") for used in sorted(self._closure(name)))
        return hashlib.sha256(b"".join(used)).digest()[:16]

    def _closure(self, name: str) -> set[str]:
        found, waiting = set[str](), [name]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting += self._references(self.templates.get(current, ""))
        return found

    def _references(self, text: str) -> Iterable[str]:
        """The templates that a template names; all there are, where it names one by more than a plain string."""
        names: list[str] = _REFERENCE.findall(text)
        return names if len(names) == len(_TAG.findall(text)) else self.templates


def make_theme(packaged: Mapping[str, bytes], own: Mapping[str, bytes]) -> Theme:
    """The packaged theme with the site's own files laid over it, file by file; `!name` stays the packaged template."""
    templates = {name: _text(data) for name, data in packaged.items() if not name.startswith(ASSETS)}
    originals = {ORIGINAL + name: text for name, text in templates.items()}
    mine = {name: _text(data) for name, data in own.items() if not name.startswith(ASSETS)}
    assets = {name.removeprefix(ASSETS): data for name, data in {**packaged, **own}.items() if name.startswith(ASSETS)}
    return Theme({**originals, **templates, **mine}, assets)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
