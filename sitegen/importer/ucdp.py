"""UCDP GED events as event records: their ids, their precision codes, their low, best and high figures as claims."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.importer.document import Refusal
from sitegen.importer.slug import slug_of
from sitegen.importer.yaml_text import yaml_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sitegen.importer.draft import Matching

EVENTS = "content/events/"
KINDS = {"1": "battle", "2": "battle", "3": "violence-against-civilians"}
PLACE_PRECISION = {
    "1": "exact",
    "2": "near",
    "3": "district",
    "4": "province",
    "5": "region",
    "6": "country",
    "7": "region",
}
CREDIT = "Uppsala Conflict Data Program, Georeferenced Event Dataset (CC BY 4.0)"
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_ID = re.compile(r"ucdp-(\w+)\.md$")
LONGEST_CELL = 1_000_000


class EventDraft(NamedTuple):
    """One row: the file that it becomes, or why it becomes none."""

    row: int
    path: str = ""
    text: str = ""
    refused: Refusal | None = None


def ucdp_events(path: Path, matching: Matching, taken: frozenset[str]) -> Iterator[EventDraft]:
    """The rows of a GED table that the archive does not have yet; `taken` are the paths of its files."""
    known = {found[1] for name in taken if (found := _ID.search(name))}
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream, restval=""), 1):
                made = _event(number, {key: str(value or "") for key, value in row.items() if key}, matching)
                if made.refused or _ID.search(made.path)[1] not in known:  # type: ignore[index]
                    yield made
    except (csv.Error, UnicodeError) as fault:
        yield EventDraft(0, refused=Refusal("malformed", f"The table breaks off: {fault}."))


def _event(number: int, row: Mapping[str, str], matching: Matching) -> EventDraft:
    start, end = _DAY.match(row.get("date_start", "")), _DAY.match(row.get("date_end", ""))
    identity = re.sub(r"\W", "", row.get("id", ""))
    if not (start and identity):
        return EventDraft(
            number, refused=Refusal("malformed", f"Row {number} has no id or no date_start: is this GED?")
        )
    date = start[1] if end is None or end[1] == start[1] else f"{start[1]}/{end[1]}"
    where = row.get("where_coordinates", "") or row.get("adm_2", "") or row.get("adm_1", "") or row.get("country", "")
    sides = [row[side] for side in ("side_a", "side_b") if row.get(side, "").strip()]
    title = f"{' and '.join(sides) or 'Unnamed sides'}: {where}" if where else " and ".join(sides)
    slug = slug_of(where, identity.zfill(8))
    rows = [
        *_head(title, date, row),
        *_people(sides, row, matching),
        *_place(where, row, matching),
        *_claims(row, matching),
    ]
    text = "---\n" + "\n".join(rows) + f"\n---\n{_body(row, date, where)}\n"
    return EventDraft(number, f"{EVENTS}{start[1]}-{slug}-ucdp-{identity}.md", text)


def _head(title: str, date: str, row: Mapping[str, str]) -> list[str]:
    return [
        f"title: {yaml_line(' '.join(title.split())[:280])}",
        f"date: {yaml_line(date)}  # UCDP date_prec {row.get('date_prec', '')[:2]}",
        f"kind: {KINDS.get(row.get('type_of_violence', ''), 'other')}",
        "verification: reported",
        f"ids: {yaml_line({'ucdp': row['id']})}",
        "status: draft",
    ]


def _people(sides: list[str], row: Mapping[str, str], matching: Matching) -> list[str]:
    roles = ("initiator", "target") if row.get("type_of_violence") == "3" else ("party", "party")
    entries: dict[str, str] = {}
    unknown: list[str] = []
    for side, role in zip(sides, roles, strict=False):
        found = _id_of(side, "actor", matching)
        if found:
            entries.setdefault(found, role)
        else:
            unknown.append(side)
    rows = [f"  - {yaml_line({'actor': actor, 'role': role})}" for actor, role in entries.items()]
    missing = [f"# no actor record for: {', '.join(' '.join(one.split()) for one in unknown)}"] if unknown else []
    return [*(["actors:", *rows] if rows else []), *missing]


def _id_of(name: str, kind: str, matching: Matching) -> str | None:
    mentions, _ = matching.matcher.find([(0, name)])
    whole = [m.id for m in mentions if m.kind == kind and len(m.quote) >= len(name) // 2]
    return whole[0] if whole else None


def _place(where: str, row: Mapping[str, str], matching: Matching) -> list[str]:
    found = next(
        (
            one
            for cell in (where, row.get("adm_2", ""), row.get("adm_1", ""))
            if (one := _id_of(cell, "place", matching))
        ),
        None,
    )
    precision = PLACE_PRECISION.get(row.get("where_prec", ""), "region")
    point = ", ".join(" ".join(row.get(axis, "").split()) for axis in ("latitude", "longitude"))
    return [
        f"places: [{found}]" if found else f"# places: needed. UCDP has: {' '.join(where.split())} ({point})",
        f"location: {{precision: {precision}}}",
    ]


def _claims(row: Mapping[str, str], matching: Matching) -> list[str]:
    """The event's total with its bounds; then the dead of each side where the row counts any."""
    ucdp = _id_of("UCDP", "source", matching)
    voice: dict[str, Any] = {"attribution": CREDIT, **({"source": ucdp} if ucdp else {})}
    total = {bound: _number(row.get(column)) for bound, column in (("min", "low"), ("best", "best"), ("max", "high"))}
    claims = [{**voice, "toll": {"killed": {k: v for k, v in total.items() if v is not None}}, "of": "unknown"}]
    for column, of in (
        ("deaths_civilians", "civilians"),
        ("deaths_a", row.get("side_a", "")),
        ("deaths_b", row.get("side_b", "")),
    ):
        count = _number(row.get(column))
        whose = of if of == "civilians" else _id_of(of, "actor", matching)
        if count and whose:
            claims.append({**voice, "toll": {"killed": {"best": count}}, "of": whose})
    counted = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    sides = ", ".join(f"{column} {count}" for column in counted if (count := _number(row.get(column))) is not None)
    return [
        "claims:",
        *(f"  - {yaml_line(claim)}" for claim in claims if claim["toll"]["killed"]),
        *([f"# UCDP counts: {sides}"] if sides else []),
    ]


def _number(cell: str | None) -> int | None:
    return int(cell) if cell and cell.isascii() and cell.isdigit() and len(cell) < 10 else None  # noqa: PLR2004 -- no more dead than people


def _body(row: Mapping[str, str], date: str, where: str) -> str:
    """One sentence in our words, and the credit that the licence asks for."""
    when = date.replace("/", " to ")
    head = " ".join(row.get("source_headline", "").split())[:300]
    said = f' Its source headline is "{_plain(head)}".' if head else ""
    return f"UCDP event {row['id']}, {when}, {_plain(' '.join(where.split()))}.{said}\n\nData: {CREDIT}."


def _plain(text: str) -> str:
    """Text in which Markdown sees nothing to do."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)
