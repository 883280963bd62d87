"""Where a raw file came from, and what was done to it: the sidecar of a seed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.redaction import redactor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.model.dates import PartialDate


class Custody(NamedTuple):
    """A link of the chain of custody: who held or changed the file, when, and what was done."""

    at: PartialDate | None
    who: str
    what: str


class PreparedLine(NamedTuple):
    """A line of the seed that is not in the body as it was: what became of it, by which rule, and its own words."""

    line: int
    action: str
    rule: str
    text: str


class ImportFlag(NamedTuple):
    """Something that the importer asked the curator to look at."""

    code: str
    line: int
    message: str


class Sidecar(NamedTuple):
    """What is known of a seed. `article` is the path of the article that was made from it; `size` is in bytes."""

    path: str
    sha256: str
    size: int
    source: str
    url: str
    retrieved: PartialDate | None
    retrieved_by: str
    custody: tuple[Custody, ...]
    article: str
    rules_version: str
    encoding: str
    lines: tuple[PreparedLine, ...]
    flags: tuple[ImportFlag, ...]
    digest: bytes


def redacted(sidecar: Sidecar, strings: Sequence[str]) -> Sidecar:
    """A sidecar with an article's redacted strings taken out of everything that a page may show of it."""
    if not strings:
        return sidecar
    redact = redactor(strings)
    changed = sidecar._replace(
        digest=b"",
        url=redact(sidecar.url),
        retrieved_by=redact(sidecar.retrieved_by),
        custody=tuple(link._replace(who=redact(link.who), what=redact(link.what)) for link in sidecar.custody),
        lines=tuple(line._replace(text=redact(line.text)) for line in sidecar.lines),
        flags=tuple(flag._replace(message=redact(flag.message)) for flag in sidecar.flags),
    )
    return changed._replace(digest=hashlib.sha256(repr(changed).encode("utf-8", "surrogatepass")).digest()[:16])
