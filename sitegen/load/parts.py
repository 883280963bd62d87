"""The parts that records are made of: rights, names, captures, gaps, relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.load.nodes import Scalar
from sitegen.model import records
from sitegen.model.records import (
    Alias,
    Capture,
    Check,
    Correction,
    DatedName,
    Gap,
    Media,
    Participant,
    Publish,
    Relation,
    Rights,
    SeedLink,
    Translation,
    Withdrawn,
)

if TYPE_CHECKING:
    from sitegen.load.fields import Fields
    from sitegen.load.nodes import Node

_REDIRECT = re.compile(r"/?(?:[A-Za-z0-9_\-][A-Za-z0-9_.\-]*/)*(?:[A-Za-z0-9_\-][A-Za-z0-9_.\-]*)?\Z")
_FILE = re.compile(r"(?:[A-Za-z0-9_\-][A-Za-z0-9_.\-]*/)*[A-Za-z0-9_\-][A-Za-z0-9_.\-]*\Z")
TRANSLATION_METHODS = ("machine", "human")
LATITUDE, LONGITUDE = 90.0, 180.0
LONGEST_PATH, LONGEST_NAME = 500, 120
"""Characters that every file system can write."""


def rights(fields: Fields) -> Rights | None:
    """How much may be shown, and who holds the rights."""
    publish = fields.enum("publish", Publish)
    holder, note = fields.text("holder"), fields.text("note")
    if publish is None:
        fields.document.report(
            "missing-key", f'"{fields.where}publish" is missing', "full, excerpt or metadata", node=fields.node
        )
        return None
    return Rights(publish, holder, note)


def translation(fields: Fields) -> Translation:
    """That a text is a translation."""
    return Translation(fields.language("from"), fields.choice("method", TRANSLATION_METHODS), fields.text("note"))


def capture(fields: Fields) -> Capture:
    """An archived copy."""
    return Capture(fields.url("url"), fields.date("at"), fields.sha256("sha256"))


def gap(fields: Fields) -> Gap | None:
    """What an article lacks and nobody can supply, and why."""
    faults = len(fields.document.problems)
    lacks, reason, date = fields.choices("lacks", records.GAPS), fields.text("reason"), fields.date("date")
    if lacks and reason and date is not None:
        return Gap(lacks, reason, date)
    if len(fields.document.problems) == faults:
        message, hint = "a gap needs what it lacks, its reason and a date", "{lacks: [captures], reason: …, date: …}"
        fields.document.report("missing-key", message, hint, node=fields.node)
    return None


def seed(fields: Fields) -> SeedLink:
    """The raw file that the importer read."""
    return SeedLink(fields.text("file"), fields.sha256("sha256"))


def media(fields: Fields) -> Media:
    """A picture or film, or the caption that is left of it."""
    file = fields.text("file")
    if file and (not _FILE.match(file) or ".." in file):
        node = fields.node
        fields.document.report(
            "bad-path",
            f'"{file[:80]}" is no path under content/media/',
            "use letters, digits, `-`, `_`, `.` and `/`",
            node=node,
        )
        file = ""
    alt = fields.text("alt")
    if file and not alt:
        fields.document.report(
            "missing-key",
            '"media.alt" is missing',
            "say what the picture shows, for those who cannot see it",
            node=fields.node,
        )
    return Media(fields.text("caption"), fields.text("credit"), fields.date("date"), file, alt)


def correction(fields: Fields) -> Correction | None:
    """What was corrected, and when."""
    date, note = fields.date("date"), fields.text("note")
    if date is None or not note:
        fields.document.report(
            "missing-key", "a correction needs its date and a note", "{date: …, note: …}", node=fields.node
        )
        return None
    return Correction(date, note)


def withdrawn(fields: Fields) -> Withdrawn | None:
    """Since when a record is no longer public, and on what ground."""
    date, reason = fields.date("date"), fields.choice("reason", records.WITHDRAWAL_REASONS)
    note = fields.text("note")
    if date is None or not reason:
        hint = f"{{date: …, reason: {' | '.join(records.WITHDRAWAL_REASONS)}}}"
        fields.document.report("missing-key", "a withdrawal needs its date and a reason", hint, node=fields.node)
        return None
    return Withdrawn(date, reason, note)


def check(fields: Fields) -> Check:
    """A verification that somebody made."""
    return Check(fields.text("by"), fields.date("date"), fields.text("method"))


def participant(fields: Fields) -> Participant | None:
    """An actor's part in an event."""
    actor, role = fields.ref("actor"), fields.choice("role", records.EVENT_ROLES)
    return Participant(actor, role) if actor else None


def dated_name(fields: Fields) -> DatedName:
    """A name borne for a time."""
    return DatedName(fields.text("name"), fields.date("from"), fields.date("to"))


def relation(fields: Fields) -> Relation | None:
    """A tie to another actor."""
    actor, kind = fields.ref("actor"), fields.choice("kind", records.RELATION_KINDS)
    start, end, source = fields.date("from"), fields.date("to"), fields.ref("source")
    return Relation(actor, kind, start, end, source) if actor and kind else None


def aliases(fields: Fields) -> tuple[Alias, ...]:
    """Other names: plain texts, or `{text, language, case: exact}`."""
    return tuple(alias for node in fields.items("aliases") if (alias := _alias(fields, node)) and alias.text)


def _alias(fields: Fields, node: Node) -> Alias | None:
    if isinstance(node, Scalar):
        return Alias(fields.document.text(node).strip())
    inner = fields.within("aliases", node)
    if inner is None:
        return None
    alias = Alias(inner.text("text"), inner.language("language"), inner.choice("case", ("exact",)) == "exact")
    inner.finish()
    return alias


def ids(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The record's ids in other registers, by the register's name."""
    inner = fields.mapping("ids")
    if inner is None:
        return ()
    known = ("ucdp", "wikidata", "geonames", "pcode", "acled", "viaf", "gnd", "osm")
    found = tuple((name, text) for name in known if (text := inner.text(name)))
    inner.finish()
    return found


def point(fields: Fields) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, in this order."""
    nodes = fields.items("point")
    if not nodes:
        return None
    try:
        latitude, longitude = (float(fields.document.text(node) if isinstance(node, Scalar) else "") for node in nodes)
    except ValueError:
        fields.wrong(nodes[0], "point", "[latitude, longitude] in degrees")
        return None
    if abs(latitude) > LATITUDE or abs(longitude) > LONGITUDE or latitude != latitude or longitude != longitude:  # noqa: PLR0124 - NaN
        fields.document.report(
            "bad-point", "the point lies outside the world", "[latitude, longitude], in this order", node=nodes[0]
        )
        return None
    return latitude, longitude


def redirects(fields: Fields, key: str) -> tuple[str, ...]:
    """Earlier addresses of the page, from the site's root."""
    found: list[str] = []
    for node in fields.items(key):
        text = fields.document.text(node) if isinstance(node, Scalar) else ""
        too_long = len(text) > LONGEST_PATH or max(map(len, text.split("/"))) > LONGEST_NAME
        if not text.strip("/") or ".." in text or too_long or not _REDIRECT.match(text):
            fields.document.report(
                "bad-path", f'"{text[:80]}" is no earlier address', "write it like `/old/path/`", node=node
            )
        else:
            found.append(text.lstrip("/"))
    return tuple(found)
