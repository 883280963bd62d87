"""One reader for each kind of record: the keys of the codebook, and nothing else."""

from __future__ import annotations

import hashlib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.load import frontmatter
from sitegen.load.claims import claims_of_article, claims_of_event
from sitegen.load.fields import Fields, as_ref, read_all
from sitegen.load.nodes import Pairs, Scalar
from sitegen.load.parts import (
    aliases,
    capture,
    check,
    correction,
    dated_name,
    gap,
    ids,
    media,
    participant,
    point,
    redirects,
    relation,
    rights,
    seed,
    translation,
    withdrawn,
)
from sitegen.load.redactions import arm, check_name, redactions
from sitegen.load.words import count_words
from sitegen.model import records, vocabulary
from sitegen.model.codes import problem
from sitegen.model.excerpt import excerpt, plain
from sitegen.model.mention import locate_mentions
from sitegen.model.problem import Span
from sitegen.model.records import Body, Record, Rights
from sitegen.model.vocabulary import PlacePrecision, Publish, Status, Verification

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.model.mention import Found
    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_KINDS = MappingProxyType(dict(records.FOLDERS))
_SPACE = re.compile(r"\s+")
MAX_ID = 120


class Parsed(NamedTuple):
    """One content file read: its record and body, where they could be read, and every problem found on the way.

    `redact` are the strings that the record redacts, kept apart from it so that no page can reach them; `found` are
    the mentions of the body and where they stand in it.
    """

    record: Record | None
    body: str
    redact: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    found: tuple[Found, ...] = ()


def parse(path: str, data: bytes, site_redact: tuple[str, ...] = (), excerpt_words: int = 60) -> Parsed:
    """A file of `content/` to its record. Pure: the same path and bytes give the same record.

    `path` is relative to the archive's root, with `/`; its folder says the kind, its name the id.
    """
    document = frontmatter.read(path, data)
    _check_id(document)
    if document.head is None:
        return Parsed(None, "", (), tuple(document.problems))
    redact = redactions(document)
    strings = (*site_redact, *(item.text for item in redact))
    check_name(document, _stem(path), strings)
    arm(document, strings)
    body = document.redact(document.body).lstrip("\n")
    document.body_line += len(document.body) - len(document.body.lstrip("\n"))
    body = body.rstrip("\n")
    found = locate_mentions(body)
    record = _record(document, body, found, excerpt_words)
    return Parsed(record, body, redact, tuple(document.problems), found)


def _stem(path: str) -> str:
    """A file's name without what follows its last stop, as `pathlib` sees it."""
    name = path.rpartition("/")[2]
    stop = name.rfind(".")
    return name[:stop] if 0 < stop < len(name) - 1 else name


def _digest(*texts: str) -> bytes:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).digest()[:16]


def _check_id(document: frontmatter.Document) -> None:
    id_ = _stem(document.path)
    if not _ID.match(id_) or len(id_) > MAX_ID or id_ in _WINDOWS:
        hint = f"a file is named by its id: lower-case ASCII letters, digits and hyphens, at most {MAX_ID} of them"
        document.report("bad-id", f'"{id_[:80]}" is no id', hint)


def _record(document: frontmatter.Document, body: str, found: tuple[Found, ...], excerpt_words: int) -> Record | None:
    parts = document.path.split("/")
    kind = _KINDS.get(parts[1] if len(parts) > 2 else "")  # noqa: PLR2004 - content/FOLDER/ID.md
    if kind is None or document.head is None:
        known = ", ".join(folder for folder, _ in records.FOLDERS)
        folder = "/".join(parts[:-1]) or "."
        document.report("unknown-folder", f'"{folder}" is no folder of records', f"known folders: {known}")
        return None
    fields = Fields(document, document.head)
    values = _common(fields) | READERS[kind](fields)
    _check_required(fields, kind, values)
    fields.finish()
    _check_quotes(document, body, values.get("claims", ()))
    mentions = tuple([each.mention for each in found])
    text = Body(_digest(body), count_words(body), document.body_line, mentions, _excerpt(body, values, excerpt_words))
    values["confidence"] = tuple(fields.confidence)
    # No digest is made of what is redacted: it goes into keys that are published, and names can be guessed.
    seen = document.head_text if document.redact is str else repr(values)
    values["body"] = text
    keys = _places(document.head)
    return kind(id=_stem(document.path), path=document.path, digest=_digest(document.path, seen), keys=keys, **values)


def _places(head: Pairs) -> tuple[tuple[str, int, int], ...]:
    return tuple([(key, value.line, value.column) for key, value, _, _ in head.pairs])


def _common(fields: Fields) -> dict[str, Any]:
    fields.asked.add("redact")
    return {
        "title": _SPACE.sub(" ", fields.text("title", limit=300)),
        "status": fields.enum("status", Status) or Status.USABLE,
        "language": fields.language("language"),
        "warnings": fields.words("warnings"),
        "warnings_note": fields.text("warnings_note", limit=300),
        "embargo": fields.date("embargo"),
        "corrections": fields.each("corrections", correction),
        "withdrawn": fields.one("withdrawn", withdrawn),
    }


def _excerpt(body: str, values: dict[str, Any], words: int) -> str:
    """The beginning of a body that may not be shown whole, as far as its own front matter says so."""
    found = values.get("rights", Rights(Publish.FULL))
    by_source = found is None  # what the source's rights allow is not known here
    return excerpt(body, words) if by_source or found.publish is Publish.EXCERPT else ""


def _check_quotes(document: frontmatter.Document, body: str, claims: tuple[records.Claim, ...]) -> None:
    if not document.path.startswith("content/articles/") or not claims:
        return
    unfound = [item for item in claims if item.quote and item.quote not in body]
    flat = _SPACE.sub(" ", body) if unfound else ""
    unfound = [item for item in unfound if _SPACE.sub(" ", item.quote) not in flat]
    unmarked = plain(body) if unfound else ""
    for item in unfound:
        if _SPACE.sub(" ", item.quote) not in unmarked:
            hint = "copy it from the body, word for word; `…` cannot stand for words left out"
            message = f'"{item.quote[:60]}" does not stand in the body'
            document.problems.append(
                problem(Span(document.path, item.line, item.column), "quote-not-in-body", message, hint)
            )


REQUIRED: dict[type[Record], tuple[str, ...]] = {
    records.Article: ("title", "date", "source"),
    records.Event: ("title", "date", "kind", "places", "verification"),
    records.Actor: ("title", "kind"),
    records.Place: ("title", "kind"),
    records.Source: ("title", "kind"),
    records.Tag: ("title",),
    records.ContentPage: ("title",),
}
"""The keys without which a record is not published. An article's rights may come from its source: `check` asks."""


def _check_required(fields: Fields, kind: type[Record], values: dict[str, Any]) -> None:
    if values["status"] is not Status.USABLE:
        return
    for key in REQUIRED[kind]:
        if not values[key] and not _is_faulty(fields, key):
            hint = "a record needs it to be published"
            fields.document.report("missing-key", f'"{key}" is missing', hint, line=fields.document.head_line)


def _is_faulty(fields: Fields, key: str) -> bool:
    """Whether there is a value under a key with which something is wrong already: that is enough to say."""
    document, pairs = fields.document, fields.node.pairs
    starts = [Span(document.path, line, column) for _, _, line, column in pairs]
    ends = [*starts[1:], Span(document.path, document.body_line)]
    return any(
        start < fault.span < end
        for (name, _, _, _), start, end in zip(pairs, starts, ends, strict=True)
        if name == key
        for fault in document.problems
    )


def _article(fields: Fields) -> dict[str, Any]:
    return {
        "date": fields.date("date"),
        "source": fields.ref("source"),
        "url": fields.url("url"),
        "author": fields.text("author", limit=300),
        "translation": fields.one("translation", translation),
        "retrieved": fields.date("retrieved"),
        "captures": fields.each("captures", capture),
        "gaps": fields.each("gaps", gap),
        "seed": fields.one("seed", seed),
        "rights": fields.one("rights", rights),
        "summary": fields.text("summary", limit=300),
        "tags": fields.refs("tags"),
        "actors": fields.refs("actors"),
        "places": fields.refs("places"),
        "events": fields.refs("events"),
        "claims": claims_of_article(fields),
        "media": fields.each("media", media),
        "copy_of": fields.ref("copy_of"),
        "redirects": redirects(fields, "aliases"),
    }


def _location(fields: Fields) -> tuple[PlacePrecision | None, PlacePrecision | None]:
    return fields.enum("precision", PlacePrecision), fields.enum("publish", PlacePrecision)


def _participants(fields: Fields) -> tuple[records.Participant, ...]:
    found: list[records.Participant] = []
    for node in fields.items("actors"):
        if isinstance(node, Scalar):
            ref = as_ref(fields.document, node, fields.document.text(node).strip())
            found += [records.Participant(ref)] if ref else []
        elif (inner := fields.within("actors", node)) and (one := read_all(inner, participant)):
            found.append(one)
    return tuple(found)


def _event(fields: Fields) -> dict[str, Any]:
    precision, publish = fields.one("location", _location) or (None, None)
    return {
        "date": fields.date("date"),
        "kind": fields.choice("kind", vocabulary.EVENT_KINDS),
        "places": fields.refs("places"),
        "actors": _participants(fields),
        "verification": fields.enum("verification", Verification),
        "checks": fields.each("check", check),
        "tags": fields.refs("tags"),
        "claims": claims_of_event(fields),
        "precision": precision,
        "publish_precision": publish,
        "ids": ids(fields),
        "sgbv": fields.flag("sgbv"),
        "approved_by": fields.text("approved_by"),
        "redirects": redirects(fields, "redirects"),
    }


def _actor(fields: Fields) -> dict[str, Any]:
    return {
        "kind": fields.choice("kind", vocabulary.ACTOR_KINDS),
        "aliases": aliases(fields),
        "names": fields.each("names", dated_name),
        "part_of": fields.ref("part_of"),
        "relations": fields.each("relations", relation),
        "country": fields.text("country"),
        "ids": ids(fields),
        "redirects": redirects(fields, "redirects"),
    }


def _place(fields: Fields) -> dict[str, Any]:
    return {
        "kind": fields.choice("kind", vocabulary.PLACE_KINDS),
        "part_of": fields.ref("part_of"),
        "point": point(fields),
        "precision": fields.enum("precision", PlacePrecision),
        "publish_precision": fields.enum("publish", PlacePrecision),
        "aliases": aliases(fields),
        "ids": ids(fields),
        "redirects": redirects(fields, "redirects"),
    }


def _source(fields: Fields) -> dict[str, Any]:
    return {
        "kind": fields.choice("kind", vocabulary.SOURCE_KINDS),
        "own": fields.flag("own"),
        "url": fields.url("url"),
        "country": fields.text("country"),
        "standpoint": fields.text("standpoint", limit=300),
        "default_rights": fields.one("default_rights", rights),
        "aliases": aliases(fields),
        "redirects": redirects(fields, "redirects"),
    }


def _tag(fields: Fields) -> dict[str, Any]:
    return {
        "scope": fields.text("scope"),
        "aliases": aliases(fields),
        "broader": fields.ref("broader"),
        "redirects": redirects(fields, "redirects"),
    }


def _content_page(fields: Fields) -> dict[str, Any]:
    return {"menu": fields.integer("menu"), "redirects": redirects(fields, "redirects")}


READERS: dict[type[Record], Callable[[Fields], dict[str, Any]]] = {
    records.Article: _article,
    records.Event: _event,
    records.Actor: _actor,
    records.Place: _place,
    records.Source: _source,
    records.Tag: _tag,
    records.ContentPage: _content_page,
}
