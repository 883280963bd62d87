"""Manifests as BagIt writes them (RFC 8493, section 2.1.3): a digest and a path a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DIGITS = 64
_LINE = re.compile(r"([0-9a-fA-F]{64})(?: [ *]|[ \t]+)(.+)\Z", re.DOTALL)


class Difference(NamedTuple):
    """A file that is not what the manifest says: `changed`, `missing` or `added`."""

    path: str
    state: str


def manifest_text(listed: Iterable[tuple[str, str]]) -> str:
    """A manifest of (path, SHA-256) pairs."""
    return "".join([f"{sha256}  {_escape(path)}\n" for path, sha256 in listed])


def manifest_with(text: str, other: Mapping[str, str]) -> str | None:
    """A manifest with other digests of some of its files; None where it does not list one of them."""
    for path, sha256 in other.items():
        line = f"  {_escape(path)}\n"
        at = text.find(line)
        while at >= 0 and at != _DIGITS and text[at - _DIGITS - 1] != "\n":  # the end of a longer path
            at = text.find(line, at + 1)
        if at < 0:
            return None
        text = f"{text[: at - _DIGITS]}{sha256}{text[at:]}"
    return text


def read_manifest(text: str) -> dict[str, str]:
    """Path to SHA-256; a line that is none raises ValueError, since a damaged manifest proves nothing."""
    found: dict[str, str] = {}
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if not line.strip():
            continue
        parts = _LINE.match(line)
        if parts is None:
            raise ValueError(f"line {number} of the manifest is damaged")
        found[_unescape(parts[2])] = parts[1].lower()
    return found


def compare(listed: Mapping[str, str], there: Mapping[str, str]) -> tuple[Difference, ...]:
    """What differs between a manifest and the files that are there, by path."""
    found = [Difference(path, "missing") for path in listed if path not in there]
    found += [Difference(path, "changed") for path, sha256 in listed.items() if path in there and there[path] != sha256]
    found += [Difference(path, "added") for path in there if path not in listed]
    return tuple(sorted(found))


def _escape(path: str) -> str:
    if path.isprintable() and "%" not in path:
        return path
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _unescape(path: str) -> str:
    return re.sub(r"%(25|0[AaDd])", lambda code: chr(int(code[1], 16)), path)
