"""Captions beside credits, names and places beside bylines and datelines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_sentence, reports, written
from sitegen.importer.lines import STRUCTURE, Line, ends_sentence
from sitegen.importer.rules import Action
from sitegen.importer.rules.scenes import SCENE

if TYPE_CHECKING:
    from sitegen.importer.document import Flag

_NAMES_ONLY = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|al-\w+|de|van|von|bin|el)){1,3}(?:(?:,| and| &) "
    r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,2}){0,3}"
)
_PLACE_ONLY = re.compile(r"[A-ZÀ-ÞА-Я][\w'’-]+(?:[ -][A-ZÀ-ÞА-Я]?[\w'’-]+)?, [A-ZÀ-ÞА-Я][\w'’-]+|[A-ZÀ-Þ][a-zà-ÿ'’-]+")
_IN_THE_PRESENT = re.compile(rf"\b(?:{SCENE})\b")
_BRACKETS = ("(", "[")
_FILED = re.compile(r"[A-Z][A-Z'’/. -]{2,40}(?:, [A-Z][\w .]+)?(?: ?\([^()]{2,24}\))? ?[-–—:] ?\S")
_SIGNED = re.compile(r"[-–—] ?.{2,50}\(@\w{2,30}\)")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|We|we|us)\b")
_SHOWN = re.compile(r"(?:[^\s.!?]+ ){2,19}[^\s.!?]+ ?:")
_AGENCY = re.compile(r"[A-ZÀ-Þ][\w.]{1,10}")
WITHIN = 12
ROW = 3
CAPTION_WORDS = 6
LONGEST_CAPTION, LONGEST_SCENE, SCENE_WITHIN = 320, 40, 8


def captions(lines: list[Line]) -> Changed:
    """A line without a stop beside the credit of a picture is the picture's caption."""
    filled = written(lines)
    taken: Decisions = {}
    flags: list[Flag] = []
    last = next((at for at in reversed(filled) if lines[at].undecided), None)
    opening = next((n for n, at in enumerate(filled) if is_sentence(lines[at])), len(filled))
    above = {at for at in filled[: min(opening + 1, WITHIN)] if lines[at].undecided}
    for one, other in pairwise(filled):
        if _is_author(lines, filled, other):
            taken[other] = (Action.BYLINE, "agency")
        elif one in above and _is_scene_above(lines[one], lines[other]):
            taken[one] = (Action.CAPTION, "scene-above")
        elif _is_picture_label(lines[one]) and _could_be_caption(lines[other]) and one not in taken:
            taken[other] = (Action.CAPTION, "caption-after-credit")
        elif (
            lines[other].action is Action.CREDIT
            and lines[other].rule != "source-line"
            and (_could_be_caption(lines[one]) or _is_scene(lines[one], lines[other]))
            and one not in taken
            and not (one == last and _AGENCY.fullmatch(lines[other].text))
        ):
            taken[one] = (Action.CAPTION, "caption-before-credit")
    return decided(lines, taken), flags


def embedded(lines: list[Line]) -> Changed:
    """The text of a post above the line that signs it; a sentence that reports is the article's own."""
    filled = written(lines)
    taken: Decisions = {
        one: (Action.REMOVE, "embedded-post")
        for one, other in pairwise(filled)
        if lines[one].undecided
        and _SIGNED.match(lines[other].text)
        and (not reports(lines[one].text) or _FIRST_PERSON.search(lines[one].text))
    }
    return decided(lines, taken), []


def shown_below(lines: list[Line]) -> Changed:
    """Three or more short lines with a colon in a row: each stood above a picture, which did not come along."""
    taken: Decisions = {}
    row: list[int] = []
    for at in [*written(lines), -1]:
        if at >= 0 and lines[at].undecided and lines[at].text.endswith(":") and _SHOWN.fullmatch(lines[at].text):
            row.append(at)
            continue
        taken.update(dict.fromkeys(row if len(row) >= ROW else (), (Action.CAPTION, "shown-below")))
        row = []
    return decided(lines, {} if any(line.rule == STRUCTURE for line in lines) else taken), []


def _is_author(lines: list[Line], filled: list[int], at: int) -> bool:
    """An agency's bare name above a date is who wrote the report."""
    after = next((lines[other] for other in filled if other > at), None)
    return (
        lines[at].rule == "credit"
        and bool(_AGENCY.fullmatch(lines[at].text))
        and after is not None
        and after.rule in ("dateline", "date-line", "place-line", "time-stamp")
    )


def _is_picture_label(line: Line) -> bool:
    return line.rule in ("copyright-label", "caption-label", "credit", "rights-holder")


def _could_be_caption(line: Line) -> bool:
    return (
        line.undecided
        and line.text.count(" ") + 1 >= CAPTION_WORDS
        and len(line.text) <= LONGEST_CAPTION
        and not ends_sentence(line.text)
    )


def _is_scene(line: Line, credit: Line) -> bool:
    """A sentence in the present that reports nothing, above a credit in brackets: it is what the picture shows."""
    return (
        line.undecided
        and credit.text[:1] in _BRACKETS
        and line.text.count(" ") < LONGEST_SCENE
        and bool(_IN_THE_PRESENT.search(line.text))
        and not reports(line.text)
    )


def _is_scene_above(line: Line, below: Line) -> bool:
    """A sentence of what a picture shows, above the line that says who wrote or filed the report."""
    opening = " ".join(line.text.split(" ", SCENE_WITHIN)[:SCENE_WITHIN])
    return (
        (below.rule in ("byline", "byline-name", "dateline") or bool(_FILED.match(below.text)))
        and ends_sentence(line.text)
        and line.text.count(" ") < LONGEST_SCENE
        and bool(_IN_THE_PRESENT.search(opening))
        and not reports(line.text)
    )


def bylines(lines: list[Line]) -> Changed:
    """A name that stands alone beside a byline, a dateline or a time stamp."""
    filled = written(lines)
    taken: Decisions = {}
    for one, other in pairwise(filled[:WITHIN]):
        for name, beside in ((one, other), (other, one)):
            if (
                lines[name].undecided
                and lines[beside].rule in ("byline", "dateline", "date-line", "credit")
                and _PLACE_ONLY.fullmatch(lines[name].text)
            ):
                taken[name] = (Action.DATELINE, "dateline-place")
            elif (
                lines[name].undecided
                and lines[beside].rule in ("byline", "dateline", "date-line", "time-stamp", "stamp-label")
                and _NAMES_ONLY.fullmatch(lines[name].text)
            ):
                taken[name] = (Action.BYLINE, "byline-name")
    return decided(lines, taken), []
