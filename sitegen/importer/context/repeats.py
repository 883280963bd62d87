"""What stands twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import PROSE_WORDS, Changed, Decisions, decided, is_cut_short, written
from sitegen.importer.fold import key
from sitegen.importer.lines import ends_sentence
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

_ATTRIBUTION = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [\w.,'’-]+){1,7}(?<![.])")
SHORTEST_REPEAT = 5
QUOTE_WORDS = 40
OPENING = 50
SHORTEST_TEASER = 16
TEASERS = 4
SHORTEST_QUOTED = 5
LONGEST_SEARCHED = 200_000


def repetitions(lines: list[Line]) -> Changed:
    """A paragraph that stood before word for word, and a pull quote: a line that stands whole within a longer one."""
    open_lines = [at for at in written(lines) if lines[at].undecided]
    folded = {at: key(lines[at].text) for at in open_lines}
    first: dict[str, int] = {}
    taken: Decisions = {}
    for at, text in folded.items():
        if text.count(" ") + 1 >= SHORTEST_REPEAT and first.setdefault(text, at) != at:
            taken[at] = (Action.REMOVE, "repeated")
    taken.update(_cut_short(lines, folded))
    everything = "\n".join([*(text for at, text in folded.items() if at not in taken), *_under_pictures(lines)])
    times = Counter(folded.values())
    for at, text in folded.items() if len(everything) <= LONGEST_SEARCHED else ():
        bare = text.strip("\"' ")
        if (
            at not in taken
            and (SHORTEST_QUOTED if text[:1] == text[-1:] == '"' else PROSE_WORDS) <= text.count(" ") + 1 <= QUOTE_WORDS
            and first.get(text) == at
            and times[text] == 1
            and everything.count(bare) > 1
        ):
            taken[at] = (Action.REMOVE, "pull-quote")
    return decided(lines, taken), []


def quotes_apart(lines: list[Line]) -> Changed:
    """A quotation that closes and never opened, with a name below it: a pull quote."""
    filled = written(lines)
    taken: Decisions = {}
    for before, one, other in zip(filled, filled[1:], filled[2:], strict=False):
        if _closes_only(lines[one].text, lines[before].text) and lines[one].undecided and lines[other].undecided:
            named = _ATTRIBUTION.fullmatch(lines[other].text)
            taken.update(dict.fromkeys((one, other) if named else (), (Action.REMOVE, "quote-apart")))
    return decided(lines, taken), []


def _closes_only(text: str, before: str) -> bool:
    """Whether a text ends a quotation that neither it nor the line before it began."""
    return text.endswith("”") and "“" not in text and before.count("“") <= before.count("”")


def _openings_told_before(lines: list[Line], texts: list[tuple[int, str]]) -> list[int]:
    """A teaser above the text: the start of a longer paragraph, or whole paragraphs run together and cut off."""
    whole = [(at, text) for at, text in texts[: 2 * TEASERS] if not is_cut_short(lines[at].text)]
    return [
        at
        for n, (at, text) in enumerate(whole[:TEASERS])
        for _, later in whole[n + 1 : n + 1 + TEASERS]
        if (len(later) > len(text) and later.startswith(text.rstrip(".")))
        or (len(later) < len(text) and text.startswith(later) and not ends_sentence(lines[at].text))
    ]


def _under_pictures(lines: list[Line]) -> list[str]:
    return [key(line.text) for line in lines if line.action is Action.CAPTION]


def _cut_short(lines: list[Line], folded: dict[int, str]) -> Decisions:
    """A line that breaks off and begins as another does: the text's own opening, told as a teaser too."""
    whole = {text[:OPENING] for at, text in folded.items() if len(text) >= OPENING and not is_cut_short(lines[at].text)}
    found: Decisions = {}
    openings: set[str] = set()
    for at, text in folded.items():
        if is_cut_short(lines[at].text) and (text[:OPENING] in openings or text[:OPENING] in whole):
            found[at] = (Action.REMOVE, "repeated")
        if len(text) >= OPENING:
            openings.add(text[:OPENING])
    texts = [(at, text) for at, text in folded.items() if len(text) >= OPENING]
    for at, text in folded.items():
        teaser = SHORTEST_TEASER <= len(text) <= OPENING and text.endswith((",", "،"))
        if teaser and any(other > at and long.startswith(text) for other, long in texts):
            found[at] = (Action.REMOVE, "repeated")
    found.update((at, (Action.REMOVE, "repeated")) for at in _openings_told_before(lines, texts))
    return found
