"""`sitegen verify`: whether a site, a bag or an archive is still what its manifest says, in a folder or packed."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from typing import IO, TYPE_CHECKING, NamedTuple

from sitegen.engine.scan import scan
from sitegen.inputs import SEEDS, SITE_FILE
from sitegen.model.fixity import Difference, compare, read_manifest
from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
BAGIT = "bagit.txt"
_CHUNK = 1 << 20


class Verified(NamedTuple):
    """What was checked, how many files that were, and what is not as it was."""

    what: str
    files: int
    differences: tuple[Difference, ...]


class Contents(NamedTuple):
    """The files of a folder or of a packed copy: the digest of each by its path, and the manifests' own bytes."""

    digests: Mapping[str, str]
    manifests: Mapping[str, bytes]


def verify(place: Path) -> Verified:
    """Check a site, a bag, or an archive with its seeds; what is wrong is listed, nothing is changed."""
    if not place.exists():
        raise SitegenError(f"{place} is not there", "name a folder, a .zip or a .tar.gz")
    if place.is_dir() and (place / SITE_FILE).is_file():
        return _verify_seeds(place)
    contents = _rooted(_folder(place) if place.is_dir() else _packed(place))
    if BAGIT in contents.digests:
        return _verify_bag(contents)
    if MANIFEST not in contents.digests:
        raise SitegenError(f"{place} holds no {MANIFEST}", "only what sitegen built, or a BagIt bag, can be checked")
    there = {path: digest for path, digest in contents.digests.items() if path != MANIFEST and not path.startswith(".")}
    listed = _manifest(contents, MANIFEST)
    return Verified("site", len(listed), compare(listed, there))


def _verify_bag(contents: Contents) -> Verified:
    payload = {path: digest for path, digest in contents.digests.items() if path.startswith("data/")}
    tags = {
        path: digest
        for path, digest in contents.digests.items()
        if not path.startswith("data/") and path != TAG_MANIFEST
    }
    listed = _manifest(contents, MANIFEST)
    listed_tags = _manifest(contents, TAG_MANIFEST) if TAG_MANIFEST in contents.digests else {}
    found = (*compare(listed, payload), *(one for one in compare(listed_tags, tags) if one.state != "added"))
    return Verified("bag", len(listed) + len(listed_tags), found)


def _verify_seeds(root: Path) -> Verified:
    """Every seed against the digest that its sidecar holds."""
    from sitegen.load.sidecar import parse_sidecar

    seeds = scan(root, SEEDS.rstrip("/")).files
    raw = [path for path in seeds if not path.endswith(".yaml")]
    of_sidecar = {name: path for path in reversed(raw) for name in (_without_suffix(path), f"{path}.yaml")}
    listed: dict[str, str] = {}
    there: dict[str, str] = {}
    for path in (path for path in seeds if path.endswith(".yaml")):
        sidecar, problems = parse_sidecar(path, (root / path).read_bytes())
        seed = of_sidecar.get(path, "")
        if sidecar is None or problems or not sidecar.sha256:
            listed[path], there[path] = "", "unreadable"
        elif seed:
            listed[seed], there[seed] = sidecar.sha256, _sha256((root / seed).open("rb"))
        else:
            listed[path.removesuffix(".yaml")] = sidecar.sha256
    there |= {path: "" for path in raw if path not in listed}
    return Verified("seeds", len(listed), compare(listed, there))


def _without_suffix(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{name.rpartition('.')[0] or name}.yaml"


def _manifest(contents: Contents, name: str) -> dict[str, str]:
    try:
        return read_manifest(contents.manifests[name].decode("utf-8"))
    except (ValueError, KeyError) as error:
        raise SitegenError(f"{name} cannot be read: {error}", "without it nothing can be checked") from error


def _rooted(contents: Contents) -> Contents:
    """The contents from the folder in which the manifest stands: a packed copy often begins one folder higher."""
    if MANIFEST in contents.digests:
        return contents
    inside = sorted((path for path in contents.digests if path.endswith("/" + MANIFEST)), key=len)
    prefix = inside[0].removesuffix(MANIFEST) if inside else ""
    return Contents(
        {path.removeprefix(prefix): digest for path, digest in contents.digests.items() if path.startswith(prefix)},
        {path.removeprefix(prefix): data for path, data in contents.manifests.items() if path.startswith(prefix)},
    )


def _collect(files: Iterator[tuple[str, IO[bytes]]]) -> Contents:
    digests: dict[str, str] = {}
    manifests: dict[str, bytes] = {}
    for path, stream in files:
        with stream:
            if path.rpartition("/")[2] in (MANIFEST, TAG_MANIFEST):
                manifests[path] = stream.read()
                digests[path] = hashlib.sha256(manifests[path]).hexdigest()
            else:
                digests[path] = _sha256(stream)
    return Contents(digests, manifests)


def _sha256(stream: IO[bytes]) -> str:
    hasher = hashlib.sha256()
    with stream:
        while chunk := stream.read(_CHUNK):
            hasher.update(chunk)
    return hasher.hexdigest()


def _folder(place: Path) -> Contents:
    found = scan(place, "", hidden=True)
    if found.strange:
        raise SitegenError(f"{place / found.strange[0]} is a link or a device", "a copy holds only files and folders")
    return _collect((path, (place / path).open("rb")) for path in found.files)


def _packed(place: Path) -> Contents:
    try:
        if zipfile.is_zipfile(place):
            with zipfile.ZipFile(place) as packed:
                return _collect((item.filename, packed.open(item)) for item in packed.infolist() if not item.is_dir())
        with tarfile.open(place) as packed_tar:
            return _collect(
                (item.name.removeprefix("./"), stream)
                for item in packed_tar
                if item.isfile() and (stream := packed_tar.extractfile(item)) is not None
            )
    except (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError) as error:
        raise SitegenError(f"{place} cannot be read: {error}", "name a folder, a .zip or a .tar.gz") from error
