"""An archive to all that is to be written of it, with the theme and the files that pages use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.inputs import MEDIA, TEMPLATES, THEME
from sitegen.model.archive import Archive
from sitegen.model.output import Asset
from sitegen.model.publication import published, published_sidecars
from sitegen.model.urls import media_url
from sitegen.plan.frame import site_view
from sitegen.plan.planners import plan
from sitegen.render.theme import make_theme
from sitegen.writing import Planned

if TYPE_CHECKING:
    from sitegen.inputs import Inputs
    from sitegen.loading import Loaded
    from sitegen.model.gate import Gated


def plan_all(gated: Gated, loaded: Loaded, inputs: Inputs) -> Planned:
    """Everything that is to be written: pages, exports, and the assets that these use."""
    site = loaded.site
    assert site is not None
    seen = published(gated.public, site.excerpt_words)
    archive = Archive.of(seen, published_sidecars(loaded.sidecars, seen), gated.tombstones)
    theme = make_theme(inputs.folder(THEME), inputs.folder(TEMPLATES))
    urls = theme.asset_urls()
    used = {item.file for article in archive.articles for item in article.media if item.file}
    own = inputs.paths(TEMPLATES)
    assets = [
        Asset(
            url,
            str(inputs.file(TEMPLATES + path if TEMPLATES + path in own else THEME + path)),
            inputs.digests[TEMPLATES + path if TEMPLATES + path in own else THEME + path],
        )
        for name, url in urls.items()
        for path in [f"assets/{name}"]
    ]
    assets += [
        Asset(media_url(name), str(inputs.file(MEDIA + name)), inputs.digests[MEDIA + name], media=True)
        for name in sorted(used)
    ]
    outputs = (*plan(archive, replace(site, redact=())), *assets)
    bodies = frozenset(record.body.digest for record in seen if record.body.words)
    return Planned(outputs, theme, site_view(site, archive, urls), loaded.redact, bodies)
