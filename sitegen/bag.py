"""`sitegen bag`: the whole archive as a BagIt bag (RFC 8493), which anyone can check without us."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build import Options, build
from sitegen.engine.scan import scan
from sitegen.engine.target import sha256_of
from sitegen.fixity import BAGIT, MANIFEST, TAG_MANIFEST
from sitegen.inputs import CONTENT, SEEDS
from sitegen.model.fixity import manifest_text
from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    import datetime as dt

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO = "bag-info.txt"


def bag(root: Path, place: Path, *, base_url: str = "", now: dt.date | None = None) -> int:
    """Write a bag of the site, the content and the seeds to `place`, which must not be there; the number of its files.

    It is made beside its place and moved there when it is whole. The content may hold what the site withholds: a bag
    is for keeping, not for publishing.
    """
    if place.exists():
        raise SitegenError(f"{place} is there already", "name a new folder")
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".sitegen-bag-") as folder:
        made = Path(folder) / "bag"
        files = _fill(made, root, base_url, now)
        made.rename(place)
    return files


def _fill(made: Path, root: Path, base_url: str, now: dt.date | None) -> int:
    data = made / "data"
    data.mkdir(parents=True)
    for part in (CONTENT, SEEDS):
        if (root / part).is_dir():
            _copy(root, part.rstrip("/"), data)
    with tempfile.TemporaryDirectory(prefix="sitegen-bag-") as temporary:
        site = Path(temporary) / "site"
        report = build(Options(root=root, output=site, base_url=base_url, cache=Path(temporary) / "cache", now=now))
        if report.failed:
            raise SitegenError("the archive has errors, so it has no site to keep", "run `sitegen check`")
        _copy(site.parent, "site", data)
    return _seal(made)


def _copy(root: Path, folder: str, data: Path) -> None:
    for path in scan(root, folder).files:
        if path.encode("utf-8", "replace").decode() != path:
            hint = "a manifest is UTF-8 text: rename the file, and its sidecar with it"
            raise SitegenError(f"the name of {path!a} cannot stand in a bag", hint)
        place = data / path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, place)


def _seal(made: Path) -> int:
    """Write the manifests and the tag files."""
    payload = scan(made, "data", hidden=True).files
    (made / BAGIT).write_text(DECLARATION, encoding="utf-8", newline="\n")
    size = sum(stamp.size for stamp in payload.values())
    (made / INFO).write_text(f"Payload-Oxum: {size}.{len(payload)}\n", encoding="utf-8", newline="\n")
    listed = [(path, sha256_of(made / path)) for path in sorted(payload)]
    (made / MANIFEST).write_text(manifest_text(listed), encoding="utf-8", newline="\n")
    tags = [(name, sha256_of(made / name)) for name in (BAGIT, INFO, MANIFEST)]
    (made / TAG_MANIFEST).write_text(manifest_text(tags), encoding="utf-8", newline="\n")
    return len(payload)
