"""Rules that need a line's neighbours: the headline, captions beside credits, runs of links, repetitions.

Each rule is a function from all lines to all lines and the flags it raised; `CONTEXT_RULES` is their order.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.document import Flag
from sitegen.importer.fold import key
from sitegen.importer.lines import Line, ends_sentence, is_headline
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from collections.abc import Callable

Changed = tuple[list[Line], list[Flag]]
_NAMES_ONLY = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|al-\w+|de|van|von|bin|el)){1,3}(?:(?:,| and| &) "
    r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,2}){0,3}"
)
_PLACE_ONLY = re.compile(r"[A-ZÀ-ÞА-Я][\w'’-]+(?:[ -][A-ZÀ-ÞА-Я]?[\w'’-]+)?, [A-ZÀ-ÞА-Я][\w'’-]+|[A-ZÀ-Þ][a-zà-ÿ'’-]+")
_ABOUT = re.compile(
    r"about the author|a propos de|uber d(?:en|ie) autor|sobre el autor|об авторе|про автора|عن "
    r"الكاتب"
)
TITLE_WITHIN = 12
SHORTEST_REPEAT = 5
LONGEST_TITLE = 240
CAPTION_WORDS = 6
LONGEST_CAPTION = 320
ONE_SENTENCE, TWO_SENTENCES = 22, 24
QUOTE_WORDS = 40
RUN = 3
LABELS = frozenset(
    {
        "tags",
        "related",
        "share",
        "navigation",
        "comments",
        "newsletter",
        "legal",
        "donation",
        "ad",
        "paywall",
        "cookie",
        "source-tail",
    }
)
SUBHEAD_WORDS = 4
LINK_WORDS = 14
LABEL_WORDS = 5
PROSE_WORDS = 8


class ContextRule(NamedTuple):
    """A rule that needs neighbours: its ids, its sentence for the reader, its function."""

    ids: tuple[str, ...]
    why: str
    apply: Callable[[list[Line]], Changed]


def _written(lines: list[Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.text]


def title(lines: list[Line], stated: str = "") -> Changed:
    """The line that repeats the stated title, or the first line that nothing else explains."""
    if stated:
        return _repeats_of_title(lines, stated)
    open_lines = [at for at in _written(lines)[:TITLE_WITHIN] if lines[at].undecided]
    if not open_lines:
        return lines, []
    first = open_lines[0]
    if len(open_lines) > 1 and _is_section_label(lines[first].text, lines[open_lines[1]].text):
        lines = _decided(lines, {first: (Action.REMOVE, "section-label")})
        first = open_lines[1]
    if len(lines[first].text) > LONGEST_TITLE or _is_prose(lines[first].text):
        flag = Flag(
            "title-derived",
            lines[first].number,
            "The text has no headline; the title is the start of its first sentence.",
        )
        return lines, [flag]
    return _repeats_of_title(_decided(lines, {first: (Action.TITLE, "headline")}), lines[first].text, first)


def _is_section_label(first: str, second: str) -> bool:
    """Whether a line is a section's label: "Middle East" above "Army enters the last town"."""
    if first.isupper() and not second.isupper() and first.count(" ") < LABEL_WORDS and not ends_sentence(first):
        return is_headline(second, LABEL_WORDS)
    return first.count(" ") <= 1 and not ends_sentence(first) and is_headline(second, 5)


def _is_prose(text: str) -> bool:
    """More than one sentence, or a long one with its stop."""
    return (bool(re.search(r"[.!?؟] +\S", text[20:-1])) and text.count(" ") > TWO_SENTENCES) or (
        ends_sentence(text) and text.count(" ") > ONE_SENTENCE
    )


def _repeats_of_title(lines: list[Line], stated: str, after: int = -1) -> Changed:
    wanted = key(stated).rstrip(".")
    same = [
        at
        for at in _written(lines)
        if at > after and lines[at].undecided and key(lines[at].text).lstrip("# ").rstrip(".") == wanted
    ]
    action = (Action.TITLE, "stated-title") if after < 0 else (Action.REMOVE, "repeated")
    return _decided(lines, dict.fromkeys(same[:2], action)), []


def captions(lines: list[Line]) -> Changed:
    """A line without a stop beside the credit of a picture is the picture's caption."""
    written = _written(lines)
    decided: dict[int, tuple[Action, str]] = {}
    flags: list[Flag] = []
    for one, other in pairwise(written):
        if _is_picture_label(lines[one]) and _could_be_caption(lines[other]) and one not in decided:
            decided[other] = (Action.CAPTION, "caption-after-credit")
        elif (
            lines[other].action is Action.CREDIT
            and lines[other].rule != "source-line"
            and _could_be_caption(lines[one])
            and one not in decided
        ):
            decided[one] = (Action.CAPTION, "caption-before-credit")
    return _decided(lines, decided), flags


def _is_picture_label(line: Line) -> bool:
    return line.rule in ("copyright-label", "caption-label", "credit")


def _could_be_caption(line: Line) -> bool:
    return (
        line.undecided
        and line.text.count(" ") + 1 >= CAPTION_WORDS
        and len(line.text) <= LONGEST_CAPTION
        and not ends_sentence(line.text)
    )


def bylines(lines: list[Line]) -> Changed:
    """A name that stands alone beside a byline, a dateline or a time stamp."""
    written = _written(lines)
    decided: dict[int, tuple[Action, str]] = {}
    for one, other in pairwise(written[:TITLE_WITHIN]):
        for name, beside in ((one, other), (other, one)):
            if (
                lines[name].undecided
                and lines[beside].rule in ("byline", "dateline", "credit")
                and _PLACE_ONLY.fullmatch(lines[name].text)
            ):
                decided[name] = (Action.DATELINE, "dateline-place")
            elif (
                lines[name].undecided
                and lines[beside].rule in ("byline", "dateline", "time-stamp")
                and _NAMES_ONLY.fullmatch(lines[name].text)
            ):
                decided[name] = (Action.BYLINE, "byline-name")
    return _decided(lines, decided), []


def related_runs(lines: list[Line]) -> Changed:
    """The headlines under "Related" or "Read more"; a short line before the text goes on is a subhead."""
    written = _written(lines)
    decided: dict[int, tuple[Action, str]] = {}
    run: list[int] = []
    running = False
    for at in [*written, -1]:
        line = lines[at]
        if at >= 0 and line.rule == "related":
            running = True
        elif at >= 0 and running and line.undecided and is_link(line.text):
            run.append(at)
        elif at < 0 or not (line.action is Action.REMOVE or line.rule in ("dateline", "credit", "byline")):
            if at >= 0 and len(run) > 1 and lines[run[-1]].text.count(" ") < SUBHEAD_WORDS:
                run.pop()
            decided.update(dict.fromkeys(run, (Action.REMOVE, "related-run")))
            running, run = False, []
    return _decided(lines, decided), []


def is_link(text: str) -> bool:
    """A headline, or a short question: what a list of other stories is made of."""
    return is_headline(text) or (text.endswith("?") and text.count(" ") < LINK_WORDS)


def headline_tail(lines: list[Line]) -> Changed:
    """Three or more headlines after the last sentence of the text: other stories."""
    written = _written(lines)
    run: list[int] = []
    for at in reversed(written):
        if lines[at].undecided and is_headline(lines[at].text, 4):
            run.append(at)
        elif lines[at].undecided or lines[at].action is Action.TITLE:
            break
    if len(run) < RUN:
        return lines, []
    return _decided(lines, dict.fromkeys(run, (Action.REMOVE, "headline-tail"))), []


def tail(lines: list[Line]) -> Changed:
    """After the last sentence, what follows a label of the page is the page's; under a label of tags it is tags."""
    written = _written(lines)
    lines = _author_notes(lines, written)
    last = next((n for n in range(len(written) - 1, -1, -1) if _is_sentence(lines[written[n]])), None)
    if last is None:
        return lines, []
    decided: dict[int, tuple[Action, str]] = {}
    label = ""
    for at in written[last + 1 :]:
        line = lines[at]
        if line.rule in LABELS:
            label = line.rule
        elif line.undecided and label:
            decided[at] = (
                (Action.TAGS, "tags-below")
                if label == "tags" and line.text.count(" ") < LABEL_WORDS
                else (Action.REMOVE, "tail")
            )
    return _decided(lines, decided), []


def _author_notes(lines: list[Line], written: list[int]) -> list[Line]:
    """What stands under "About the author", as far as the next label."""
    decided: dict[int, tuple[Action, str]] = {}
    below = False
    for at in written[len(written) // 2 :]:
        if lines[at].rule == "byline" and _ABOUT.match(key(lines[at].text)):
            below = True
        elif not lines[at].undecided:
            below = False
        elif below:
            decided[at] = (Action.BYLINE, "author-note")
    return _decided(lines, decided)


def _is_sentence(line: Line) -> bool:
    return line.undecided and line.text.count(" ") >= PROSE_WORDS - 1 and ends_sentence(line.text)


def repetitions(lines: list[Line]) -> Changed:
    """A paragraph that stood before word for word, and a pull quote: a line that stands whole within a longer one."""
    open_lines = [at for at in _written(lines) if lines[at].undecided]
    folded = {at: key(lines[at].text) for at in open_lines}
    first: dict[str, int] = {}
    decided: dict[int, tuple[Action, str]] = {}
    for at, text in folded.items():
        if text.count(" ") + 1 >= SHORTEST_REPEAT and first.setdefault(text, at) != at:
            decided[at] = (Action.REMOVE, "repeated")
    everything = "\n".join(folded.values())
    for at, text in folded.items():
        bare = text.strip("\"' ")
        if (
            at not in decided
            and PROSE_WORDS <= text.count(" ") + 1 <= QUOTE_WORDS
            and everything.count(bare) > 1
            and first.get(text) == at
            and Counter(folded.values())[text] == 1
        ):
            decided[at] = (Action.REMOVE, "pull-quote")
    return _decided(lines, decided), []


def _decided(lines: list[Line], decided: dict[int, tuple[Action, str]]) -> list[Line]:
    if not decided:
        return lines
    return [line.becomes(*decided[at]) if at in decided else line for at, line in enumerate(lines)]


CONTEXT_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        ("headline", "stated-title", "section-label"),
        (
            "The first line that nothing else explains is the headline; a label of the page's section "
            "may stand above it."
        ),
        title,
    ),
    ContextRule(
        ("caption-after-credit", "caption-before-credit"),
        "A line without a stop, beside a picture's credit, is the picture's caption.",
        captions,
    ),
    ContextRule(
        ("byline-name", "dateline-place"),
        "A name or a place alone beside a byline, a dateline or a time stamp is the author's, or where it was filed.",
        bylines,
    ),
    ContextRule(("related-run",), "Headlines under a pointer to other stories belong to it.", related_runs),
    ContextRule(
        ("headline-tail",), "Three or more headlines after the last sentence are other stories.", headline_tail
    ),
    ContextRule(
        ("tail", "tags-below", "author-note"),
        (
            "After the last sentence, lines under a label of the page are the page's; under a label of "
            "tags they are tags."
        ),
        tail,
    ),
    ContextRule(
        ("repeated", "pull-quote"),
        "What stands twice is read once; the first place, or the longer one, stays.",
        repetitions,
    ),
)
