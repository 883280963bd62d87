"""Claims: who says what, through whom, about which event, in which report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.load.fields import read_all
from sitegen.load.nodes import Scalar
from sitegen.model.problem import did_you_mean
from sitegen.model.records import HARMS, Claim, Figure, Toll

if TYPE_CHECKING:
    from sitegen.load.fields import Fields
    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Ref

LONGEST_PART = 120
"""Characters of what a figure includes: it stands beside the figure."""


class Cited(NamedTuple):
    """A report that the archive does not hold, as a claim cites it."""

    source: Ref | None = None
    url: str = ""
    title: str = ""
    date: PartialDate | None = None


def claims_of_article(fields: Fields) -> tuple[Claim, ...]:
    """The claims that an article makes: each about an event, each with its quote."""
    return fields.each("claims", _of_article)


def claims_of_event(fields: Fields) -> tuple[Claim, ...]:
    """The claims about an event. A report that makes several stands once under `reports`, and they name it."""
    reports = {name: (each, read_all(each, _cited) or Cited()) for name, each in fields.named("reports")}
    named: set[str] = set()

    def read(each: Fields) -> Claim:
        name = each.text("report")
        named.add(name)
        if each.has("report"):
            return _claim(each, _report(each, name, {key: cited for key, (_, cited) in reports.items()}))
        return _claim(each, _with_source(each, _cited(each)))

    found = fields.each("claims", read)
    for name, (each, cited) in reports.items():
        _with_source(each, cited)
        if name not in named:
            message, hint = (
                f'no claim names the report "{name[:80]}"',
                "a report is shown by its claims: name it, or remove it",
            )
            fields.document.report("unused-report", message, hint, node=each.node)
    return found


def _report(fields: Fields, name: str, reports: dict[str, Cited]) -> Cited:
    """The report that a claim names; what it says of it besides would be said twice."""
    for key in Cited._fields:
        if (node := fields.take(key)) is not None:
            message = f'the report "{name[:80]}" says its {key} itself'
            fields.document.report("duplicate-key", message, "leave one of them out", node=node)
    if name not in reports:
        hint = did_you_mean(name, reports) or "name one of those under `reports`"
        fields.document.report("unknown-reference", f'no report "{name[:80]}"', hint, node=fields.take("report"))
    return reports.get(name, Cited())


def _cited(fields: Fields) -> Cited:
    return Cited(fields.ref("source"), fields.url("url"), fields.text("title", limit=300), fields.date("date"))


def _with_source(fields: Fields, cited: Cited) -> Cited:
    if cited.source is None and not fields.has("source"):
        message = f'"{fields.where}source" is missing'
        fields.document.report("missing-key", message, "name the source of the report", node=fields.node)
    return cited


def _of_article(fields: Fields) -> Claim:
    found = _claim(fields, _cited(fields))
    if not found.quote:
        message, hint = "a claim of an article needs its quote", "copy the words that make it"
        fields.document.report("claim-without-quote", message, hint, node=fields.node)
    if found.event is None:
        message, hint = '"claims.event" is missing', "name the event that the claim is about"
        fields.document.report("missing-key", message, hint, node=fields.node)
    return found


def _claim(fields: Fields, cited: Cited) -> Claim:
    span = fields.document.span(fields.node)
    found = Claim(
        line=span.line,
        column=span.column,
        event=fields.ref("event"),
        by=fields.ref("by"),
        via=fields.ref("via"),
        attribution=fields.text("attribution", limit=300),
        toll=fields.one("toll", toll) or Toll(),
        of=fields.ref("of"),
        quote=fields.text("quote"),
        note=fields.text("note"),
        **cited._asdict(),
    )
    if not found.toll.figures() and not found.quote and not found.note:
        hint = "give a toll, a quote or a note"
        fields.document.report("empty-claim", "the claim says nothing", hint, node=fields.node)
    return found


def toll(fields: Fields) -> Toll:
    """The figures of a claim, by harm."""
    return Toll(*(figure(fields, harm) for harm in HARMS))


def figure(fields: Fields, key: str) -> Figure | None:
    """A count: a whole number, or bounds; min must not pass best, nor best max."""
    node = fields.take(key)
    if node is None:
        return None
    if isinstance(node, Scalar):
        number = fields.integer(key)
        return Figure(best=number) if number is not None else None
    inner = fields.mapping(key)
    if inner is None:
        return None
    faults = len(fields.document.problems)
    found = _bounds(inner)
    inner.finish()
    given = [number for number in found[:3] if number is not None]
    if not given and len(fields.document.problems) == faults:
        fields.wrong(node, key, "a whole number, or {min, best or about, max}")
    if given != sorted(given):
        fields.document.report("figure-order", f'"{key}" has bounds that cross', "min ≤ best ≤ max", node=node)
    return found if given else None


def _bounds(fields: Fields) -> Figure:
    about, best = fields.integer("about"), fields.integer("best")
    if about is not None and best is not None:
        message, hint = "a figure is either given as such or about", "write `best` or `about`"
        fields.document.report("duplicate-key", message, hint, node=fields.take("about"))
    return Figure(
        min=fields.integer("min"),
        best=best if about is None else about,
        max=fields.integer("max"),
        about=about is not None,
        including=fields.text("including", limit=LONGEST_PART),
    )
