"""The sidecar of a seed: `seeds/NAME.yaml`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sitegen.load import frontmatter
from sitegen.load.fields import Fields, read_all
from sitegen.model.redaction import redactor
from sitegen.model.sidecar import Custody, ImportFlag, PreparedLine, Sidecar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.model.problem import Problem


class ParsedSidecar(NamedTuple):
    """A sidecar read, and every problem found on the way."""

    sidecar: Sidecar | None
    problems: tuple[Problem, ...]


class _Import(NamedTuple):
    article: str = ""
    rules_version: str = ""
    encoding: str = ""
    lines: tuple[PreparedLine, ...] = ()
    flags: tuple[ImportFlag, ...] = ()


def parse_sidecar(path: str, data: bytes, site_redact: tuple[str, ...] = ()) -> ParsedSidecar:
    """A sidecar to its record. Pure, like `parse` of the records."""
    document = frontmatter.Document(path)
    text = frontmatter.decode(document, data)
    head = frontmatter.compose(document, text) if text is not None else None
    if head is None:
        return ParsedSidecar(None, tuple(document.problems))
    document.redact = redactor(site_redact)
    sidecar = read_all(Fields(document, head), _sidecar(path, _digest(path, data)))
    if sidecar is not None and site_redact:
        sidecar = sidecar._replace(digest=_digest(sidecar._replace(digest=b"")))
    return ParsedSidecar(sidecar, tuple(document.problems))


def _digest(*values: object) -> bytes:
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).digest()[:16]


def _sidecar(path: str, digest: bytes) -> Callable[[Fields], Sidecar]:
    def read(fields: Fields) -> Sidecar:
        fields.text("part")
        made = fields.one("import", _import) or _Import()
        return Sidecar(
            path=path,
            sha256=fields.sha256("sha256"),
            size=fields.integer("size") or 0,
            source=fields.text("source"),
            url=fields.text("url"),
            retrieved=fields.date("retrieved"),
            retrieved_by=fields.text("retrieved_by"),
            custody=fields.each("custody", _custody),
            article=made.article,
            rules_version=made.rules_version,
            encoding=made.encoding,
            lines=made.lines,
            flags=made.flags,
            digest=digest,
        )

    return read


def _import(fields: Fields) -> _Import:
    fields.text("draft")
    return _Import(
        fields.text("article"),
        fields.text("rules_version"),
        fields.text("encoding"),
        fields.each("lines", _line),
        fields.each("flags", _flag),
    )


def _custody(fields: Fields) -> Custody:
    return Custody(fields.date("at"), fields.text("who"), fields.text("what"))


def _line(fields: Fields) -> PreparedLine:
    number = fields.integer("line") or 0
    return PreparedLine(number, fields.text("action"), fields.text("rule"), fields.text("text"))


def _flag(fields: Fields) -> ImportFlag:
    return ImportFlag(fields.text("code"), fields.integer("line") or 0, fields.text("message"))
