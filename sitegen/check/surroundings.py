"""What a check may know besides the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.model.site import Site


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The site's settings, the SHA-256 of every seed by its path, and the files under `content/media/`."""

    site: Site
    seeds: Mapping[str, str]
    media: frozenset[str]
