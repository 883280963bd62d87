"""The versions of the libraries that make the bytes, found without importing them: that would cost a build's time."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

NAMES = ("jinja2", "markdown", "markupsafe", "nh3", "pyyaml")


@cache
def versions() -> tuple[str, ...]:
    """Python's version, and the names of the libraries' metadata folders, which carry theirs."""
    found: set[str] = set()
    for folder in map(Path, sys.path):
        if folder.name in ("site-packages", "dist-packages") and folder.is_dir():
            found |= {
                entry.name.lower()
                for entry in folder.glob("*.dist-info")
                if entry.name.lower().partition("-")[0] in NAMES
            }
    return (sys.version.partition(" ")[0], *sorted(found))
