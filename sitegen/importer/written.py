"""The files of a draft: the article's Markdown with its proposals as comments, the sidecar, the JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sitegen.importer.body import escaped
from sitegen.importer.lines import BLANK, BODY, LONG, STRUCTURE, Line
from sitegen.importer.rules import Action
from sitegen.importer.toll import Claim, Figure
from sitegen.importer.yaml_text import yaml_block, yaml_line, yaml_list

if TYPE_CHECKING:
    from sitegen.importer.draft import Draft

RULES_VERSION = "1"


def _comment(text: str) -> str:
    """Text for a YAML comment: one line, nothing that could end it."""
    plain = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return "# " + " ".join(plain.split())


def article_markdown(made: Draft, seed_file: str) -> str:
    """Front matter and body of a draft; what the curator must decide stands there as comments, each with its quote."""
    parts = [*_head(made), *_lists(made), *_media(made), *_claim_comments(made), *_notes(made)]
    seed = yaml_line({"file": seed_file, "sha256": made.document.sha256})
    return "---\n" + "\n".join([*parts, f"seed: {seed}", "status: draft"]) + "\n---\n" + made.body


def _head(made: Draft) -> list[str]:
    rows = [f"title: {yaml_line(made.title)}", *_date_rows(made), *_source_rows(made)]
    rows += [f"url: {yaml_line(made.url)}"] if made.url else []
    rows += [f"author: {yaml_line(made.author)}"] if made.author else []
    rows += [f"language: {yaml_line(made.language)}"] if made.language else []
    if made.translated_from:
        origin = {"from": made.translated_from} if made.translated_from != "und" else {}
        rows.append(
            _comment(
                f"translation: {yaml_line({**origin, 'method': 'machine'})}  (proposed; the flags at the end show why)"
            )
        )
    rows += [f"captures: [{', '.join(yaml_line(c) for c in _captures(made))}]"] if made.document.captures else []
    return rows


def _captures(made: Draft) -> list[dict[str, str]]:
    return [{key: value for key, value in capture._asdict().items() if value} for capture in made.document.captures]


def _date_rows(made: Draft) -> list[str]:
    if made.date:
        return [f"date: {yaml_line(made.date.value)}  # stated by the seed: {_comment(made.date.origin)[2:]}"]
    offers = [
        f'"{offer.quote}" (line {offer.line})' + (f" = {offer.date}" if offer.date else "")
        for offer in made.date_proposals
    ]
    return [
        _comment(
            f"date: needed. The text offers: {', '.join(offers)}" if offers else "date: needed. The text offers none."
        )
    ]


def _source_rows(made: Draft) -> list[str]:
    if made.source:
        return [f"source: {yaml_line(made.source)}"]
    named = [
        f'{mention.id} ("{mention.quote}", line {mention.line})'
        for mention in made.mentions
        if mention.kind == "source"
    ]
    stated = [f'"{fact.value}" ({fact.origin})' for fact in made.document.stated if fact.field in ("source", "site")]
    named = [*(f"{one}, stated" for one in stated), *named]
    return [_comment("source: needed." + (f" The seed offers: {', '.join(dict.fromkeys(named))}" if named else ""))]


def _lists(made: Draft) -> list[str]:
    rows: list[str] = []
    for kind, key in (("tag", "tags"), ("actor", "actors"), ("place", "places")):
        ids = made.ids(kind)
        if not ids:
            continue
        rows.append(f"{key}:")
        for record in ids:
            first = next(m for m in made.mentions if m.kind == kind and m.id == record)
            where = _comment(f"line {first.line}: {_around(made, first.line, first.start, first.end)}")
            rows.append(f"  - {yaml_line(record)}  {where}")
    return rows


def _around(made: Draft, line: int, start: int, end: int) -> str:
    """A mention with the words beside it."""
    text = next((one.text for one in made.lines if one.number == line and one.text[start:end]), "")
    left, right = max(0, start - 30), min(len(text), end + 30)
    return ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")


def _media(made: Draft) -> list[str]:
    if not made.pictures:
        return []
    entries = [
        {key: value for key, value in (("caption", p.caption), ("credit", p.credit), ("date", p.date)) if value}
        for p in made.pictures
    ]
    return ["media:", *(f"  - {yaml_line(entry)}" for entry in entries)]


def _claim_comments(made: Draft) -> list[str]:
    """Claims wait for their event: they stand as comments that become a claim when the sign is taken away."""
    if not made.claims:
        return []
    claims = (
        _comment(f"{yaml_line(_claim_fields(claim, made.body))}  # line {claim.line}")[2:] for claim in made.claims
    )
    return ["# claims: proposed; each needs its event", *(f"#   - {claim}" for claim in claims)]


def _claim_fields(claim: Claim, body: str) -> dict[str, Any]:
    """A claim as the archive writes it; its quote as it stands in the body, where Markdown's marks are escaped."""
    toll = {kind: _plain_figure(figure) for kind, figure in claim.toll if figure != Figure()}
    fields = {
        "by": claim.voice.by,
        "via": claim.voice.via,
        "attribution": claim.voice.attribution,
        "toll": toll,
        "of": claim.of,
        "quote": claim.quote if claim.quote in body else escaped(claim.quote),
    }
    return {key: value for key, value in fields.items() if value}


def _plain_figure(figure: Figure) -> int | dict[str, int]:
    if figure.min == figure.best == figure.max and figure.best is not None:
        return figure.best
    return {key: value for key, value in figure._asdict().items() if value is not None}


def _notes(made: Draft) -> list[str]:
    rows = [_comment(f"kept from the seed's own front matter: {key}: {value}") for key, value in made.document.unmapped]
    rows += [_comment(f"tag words of the page: {', '.join(made.tag_words)}")] if made.tag_words else []
    if made.strangers:
        rows.append(_comment("no record has: " + ", ".join(f"{one.text} ({one.times})" for one in made.strangers)))
    return rows + [
        _comment(f"flag {flag.code}" + (f", line {flag.line}" if flag.line else "") + f": {flag.message}")
        for flag in made.flags
    ]


def taken_lines(made: Draft) -> tuple[Line, ...]:
    """The lines that are not in the body as they were, with what took or mended them."""
    return tuple(line for line in made.lines if line.rule not in (BODY, BLANK, STRUCTURE, LONG))


def sidecar_yaml(made: Draft, article: str, written: str) -> str:
    """What was done to a seed; by the draft as written, which stands last, a later import sees who touched it."""
    return "\n".join((*_facts(made), import_yaml(made, article, written)))


def _facts(made: Draft) -> list[str]:
    document, retrieved = made.document, made.document.states("retrieved")
    facts: list[tuple[str, object]] = [("sha256", document.sha256), ("size", document.size)]
    facts += [
        (key, value) for key, value in (("part", document.part), ("source", made.source), ("url", made.url)) if value
    ]
    facts += [("retrieved", retrieved.value)] if retrieved else []
    rows = [f"{key}: {yaml_line(value)}" for key, value in facts]
    if document.part:
        what = f"taken out of {document.file}, part {document.part}"
        rows.append(f"custody:{yaml_list([{'who': 'sitegen import', 'what': what}], '')}")
    return rows


def import_yaml(made: Draft, article: str, written: str) -> str:
    """The record of an import, as the last key of a sidecar."""
    lines = [
        {"line": line.number, "action": str(line.action), "rule": line.rule, "text": line.received}
        for line in taken_lines(made)
    ]
    return (
        f"import:\n  article: {yaml_line(article)}\n  rules_version: {yaml_line(RULES_VERSION)}\n"
        f"  encoding: {yaml_line(made.document.encoding)}\n"
        f"  lines:{yaml_list(lines, '  ')}\n"
        f"  flags:{yaml_list([flag._asdict() for flag in made.flags], '  ')}\n"
        f"  draft: {yaml_block(written, '    ')}\n"
    )


def as_json(made: Draft, duplicate_of: str | None = None) -> dict[str, Any]:
    """The object that `--dry-run --json` prints for one document."""
    refused = made.refused
    return {
        "seed": made.document.name,
        "sha256": made.document.sha256,
        "status": "refused" if refused else "article",
        "reason": {"code": refused.code, "message": refused.message} if refused else None,
        "title": made.title,
        "date": made.date.value if made.date else None,
        "date_origin": made.date.origin if made.date else None,
        "date_proposals": [
            {"date": offer.date, "quote": offer.quote, "line": offer.line} for offer in made.date_proposals
        ],
        "language": made.language,
        "direction": made.direction,
        "source": {
            "id": made.source,
            "name": next((fact.value for fact in made.document.stated if fact.field in ("source", "site")), None),
            "url": made.url,
            "author": made.author,
            "captures": _captures(made),
            "stated": [fact._asdict() for fact in made.document.stated],
        },
        "body": made.body,
        "media": [{"caption": p.caption, "credit": p.credit, "date": p.date, "line": p.line} for p in made.pictures],
        "lines": [
            {"line": line.number, "action": str(line.action), "rule": line.rule, "text": line.received}
            for line in made.lines
        ],
        **{
            key: [
                {"id": m.id, "quote": m.quote, "line": m.line, "start": m.start, "end": m.end}
                for m in made.mentions
                if m.kind == kind
            ]
            for kind, key in (("actor", "actors"), ("place", "places"), ("tag", "tags"), ("source", "sources"))
        },
        "tag_words": list(made.tag_words),
        "claims": [_claim_json(claim) for claim in made.claims],
        "unknown_names": [one._asdict() for one in made.strangers],
        "flags": [flag._asdict() for flag in made.flags],
        "duplicate_of": duplicate_of,
    }


def _claim_json(claim: Claim) -> dict[str, Any]:
    toll = {kind: figure._asdict() for kind, figure in claim.toll}
    return {
        "quote": claim.quote,
        "line": claim.line,
        "toll": toll,
        "of": claim.of,
        "by": claim.voice.by,
        "via": claim.voice.via,
        "attribution": claim.voice.attribution,
    }


_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def json_line(made: Draft, duplicate_of: str | None = None) -> str:
    """The object as one line of JSON, whatever a reader takes for a line's end."""
    return json.dumps(as_json(made, duplicate_of), ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


__all__ = ["RULES_VERSION", "Action", "article_markdown", "as_json", "json_line", "sidecar_yaml", "taken_lines"]
