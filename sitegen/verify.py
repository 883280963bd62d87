"""The proof that an incremental build is right: a clean one elsewhere, compared byte by byte."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build import Options, build
from sitegen.engine.guard import MANIFEST
from sitegen.engine.target import read_manifest, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def differences(options: Options) -> tuple[str, ...]:
    """What a clean build of the same archive gives otherwise than the output folder holds."""
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-") as folder:
        clean = Path(folder) / "site"
        build(options._replace(output=clean, cache=Path(folder) / "cache", trust_times=False))
        return tuple(_compare(options.output, clean))


def _compare(output: Path, clean: Path) -> Iterator[str]:
    ours, theirs = files(output), files(clean)
    for path in sorted({*ours, *theirs}):
        if path not in ours:
            yield f"{path}: missing"
        elif path not in theirs:
            yield f"{path}: a clean build does not make it"
        elif ours[path] != theirs[path]:
            yield f"{path}: other bytes"


def files(folder: Path) -> dict[str, str]:
    """SHA-256 of every file that sitegen made in a folder, by path."""
    made = read_manifest(folder)
    return {path: sha256_of(folder / path) if (folder / path).is_file() else "" for path in (*made, MANIFEST)}
