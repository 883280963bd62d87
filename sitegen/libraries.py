"""The versions of the libraries that make the bytes, found without importing them: that would cost a build's time."""

from __future__ import annotations

import os
import sys
from functools import cache

NAMES = ("jinja2", "markdown", "markupsafe", "nh3", "pyyaml")


@cache
def versions() -> tuple[str, ...]:
    """Python's version, and the names of the libraries' metadata folders, which carry theirs."""
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):  # noqa: PTH112 - at every start
            entries = (name.lower() for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
            found |= {name for name in entries if name.partition("-")[0] in NAMES}
    return (sys.version.partition(" ")[0], *sorted(found))


def version_of(name: str) -> str:
    """The version of one of them, or nothing where its folder does not tell it."""
    found = [folder for folder in versions() if folder.startswith(f"{name}-")]
    return found[0].removeprefix(f"{name}-").removesuffix(".dist-info") if len(found) == 1 else ""
