"""A seed line by line, with what became of each and what the text offers: text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.importer.lines import BLANK
from sitegen.importer.rules import Action
from sitegen.importer.toll import Claim, Figure

if TYPE_CHECKING:
    from sitegen.importer.draft import Draft
    from sitegen.importer.match import Mention

COLOURS = {
    Action.TITLE: "1;36",
    Action.KEEP: "0",
    Action.CAPTION: "35",
    Action.CREDIT: "35",
    Action.BYLINE: "34",
    Action.DATELINE: "34",
    Action.TAGS: "33",
    Action.REMOVE: "31",
}
RULE_WIDTH = 22


def explain(made: Draft, *, colour: bool = False) -> str:
    """The whole account of one document."""
    head = [f"{made.document.name}  {made.document.size:,} bytes, {made.document.encoding or 'no encoding'}"]
    if made.refused:
        head.append(_painted(f"refused: {made.refused.code}: {made.refused.message}", "1;31", colour=colour))
    rows = [
        _row(line.number, line.action, line.rule, line.received, colour=colour)
        for line in made.lines
        if line.rule != BLANK
    ]
    return "\n".join([*head, *rows, *_offers(made)]) + "\n"


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _row(number: int, action: Action, rule: str, text: str, *, colour: bool) -> str:
    safe = "".join(c if c.isprintable() else "�" for c in text)
    return _painted(f"{number:>5} {action:<8} {rule:<{RULE_WIDTH}} {safe}", COLOURS[action], colour=colour)


def _offers(made: Draft) -> list[str]:
    rows = [f"title: {made.title}", f"language: {made.language or 'not known'}, {made.direction}"]
    rows += [
        f'date: {offer.date or "?"}  "{offer.quote}" ({"line " + str(offer.line) if offer.line else offer.origin})'
        for offer in made.date_proposals
    ]
    rows += [f'{first.kind}: {first.id}  "{first.quote}" (line {first.line})' for first in _first_mentions(made)]
    rows += [_claim_row(claim) for claim in made.claims]
    rows += [f"no record: {one.text} ({one.times})" for one in made.strangers]
    return rows + [
        f"flag: {flag.code}{f' (line {flag.line})' if flag.line else ''}: {flag.message}" for flag in made.flags
    ]


def _first_mentions(made: Draft) -> list[Mention]:
    first: dict[tuple[str, str], Mention] = {}
    for mention in made.mentions:
        first.setdefault((mention.kind, mention.id), mention)
    return list(first.values())


def _claim_row(claim: Claim) -> str:
    toll = ", ".join(f"{kind} {_figure(figure)}" for kind, figure in claim.toll)
    voice = " via ".join(
        word for word in (claim.voice.by or claim.voice.attribution or "nobody named", claim.voice.via) if word
    )
    return f'claim: {toll}; of {claim.of or "?"}; by {voice}: "{claim.quote}" (line {claim.line})'


def _figure(figure: Figure) -> str:
    if figure == Figure():
        return "without a number"
    if figure.min == figure.max:
        return str(figure.best)
    parts = (
        f"at least {figure.min}" if figure.min is not None else "",
        f"about {figure.best}" if figure.best is not None else "",
        f"at most {figure.max}" if figure.max is not None else "",
    )
    return ", ".join(part for part in parts if part)
