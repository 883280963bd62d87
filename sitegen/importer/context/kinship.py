"""Whether a line belongs to its text: what a report says in one line comes again in others, another story does not."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_sentence, written
from sitegen.importer.fold import key
from sitegen.importer.lines import STRUCTURE, is_headline
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_LISTED = re.compile(r"[\W_]*\d|[•*–—-] ?\w")
FEWEST_SENTENCES = 3
STORY_WORDS, STORY_STEMS = 8, 5
LINK_STEMS, LINK_WORDS = 3, 5
TEASER_SHARED = 2
TITLE_SHARED, OPENING_SENTENCES = 2, 6
SAME_PICTURE = 1 / 3


_COMMON = frozenset(
    [
        "with",
        "from",
        "that",
        "this",
        "these",
        "those",
        "have",
        "been",
        "were",
        "will",
        "would",
        "their",
        "there",
        "about",
        "after",
        "before",
        "over",
        "into",
        "more",
        "than",
        "they",
        "when",
        "what",
        "which",
        "while",
        "your",
        "said",
        "says",
        "also",
        "other",
        "some",
        "such",
        "only",
        "most",
        "under",
        "being",
        "could",
        "should",
        "where",
        "here",
        "them",
        "then",
        "dans",
        "avec",
        "pour",
        "plus",
        "sont",
        "cette",
        "leur",
        "mais",
        "nach",
        "eine",
        "einer",
        "einen",
        "sich",
        "wird",
        "sind",
        "auch",
        "nicht",
        "fur",
        "para",
        "como",
        "sobre",
        "este",
        "esta",
        "entre",
        "desde",
        "cuando",
        "после",
        "было",
        "были",
        "этого",
        "также",
        "который",
        "более",
        "только",
    ]
)


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words: enough to see one again in another case or number."""
    return frozenset(word[:STEM] for word in _WORD.findall(key(text)) if word not in _COMMON)


def likeliest_title(lines: list[Line], candidates: list[int], first: int) -> int:
    """The candidate that shares most with the text's first sentences, where the first one has nothing to do with it."""
    if len(candidates) < TITLE_SHARED:
        return first
    prose = (line.text for line in lines if is_sentence(line))
    text = stems(" ".join(islice(prose, OPENING_SENTENCES)))
    shared = {at: len(stems(lines[at].text) & text) for at in candidates}
    best = max(candidates, key=lambda at: shared[at])
    return best if not shared.get(first) and shared[best] >= TITLE_SHARED else first


def strangers(lines: list[Line]) -> Changed:
    """A headline amid the text or below it, of whose words the text has none; and the teaser that follows it."""
    filled = written(lines)
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    if len(prose) < FEWEST_SENTENCES or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    taken: Decisions = {}
    for n in range(prose[0] + 1, len(filled)):
        if _could_be_a_stranger(lines, filled, n, below=n > prose[-1]):
            others = [filled[one] for one in prose if one not in (n, n + 1)]
            text = frozenset().union(*(stems(lines[at].text) for at in others))
            below_elsewhere = n > prose[-1] and " | " in lines[filled[n]].text
            if below_elsewhere or not stems(lines[filled[n]].text) & text:
                taken[filled[n]] = (Action.REMOVE, "other-story")
                taken.update(_its_teaser(lines, filled, n, text))
    return decided(lines, taken), []


def links_within(lines: list[Line]) -> Changed:
    """Two or more headlines in a row between whole sentences: links to other stories; a subhead stands alone."""
    filled = written(lines)
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    if len(prose) < FEWEST_SENTENCES or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    taken: Decisions = {}
    run: list[int] = []
    for n in range(prose[0] + 1, prose[-1] + 1):
        if _could_be_a_link(lines, filled, n):
            run.append(filled[n])
            continue
        if len(run) > 1 and _stands_between_sentences(lines, run, filled[n]):
            taken.update(dict.fromkeys(run, (Action.REMOVE, "links-within")))
        run = []
    return decided(lines, taken), []


def _could_be_a_link(lines: list[Line], filled: list[int], n: int) -> bool:
    """A headline in a paragraph of its own: neither the end of a wrapped line nor a part of a list."""
    line, before = lines[filled[n]], lines[filled[n - 1]]
    return (
        line.undecided
        and filled[n] - filled[n - 1] > 1
        and is_headline(line.text, LINK_WORDS)
        and not _LISTED.match(line.text)
        and not before.text.endswith(":")
    )


def _stands_between_sentences(lines: list[Line], run: list[int], after: int) -> bool:
    before = next((line for line in reversed(lines[: run[0]]) if line.text), None)
    return before is not None and is_sentence(before) and is_sentence(lines[after]) and after - run[-1] > 1


def _could_be_a_stranger(lines: list[Line], filled: list[int], n: int, *, below: bool) -> bool:
    """Whether a line is a headline that could stand elsewhere: below the text fewer words are enough."""
    line, before = lines[filled[n]], lines[filled[n - 1]]
    if not line.undecided or before.text.endswith(":") or _LISTED.match(line.text):
        return False
    if below:
        return is_headline(line.text.rstrip("! ")) and len(stems(line.text)) >= LINK_STEMS
    if not is_headline(line.text):
        return False
    return line.text.count(" ") + 1 >= STORY_WORDS and len(stems(line.text)) >= STORY_STEMS


def _its_teaser(lines: list[Line], filled: list[int], n: int, text: frozenset[str]) -> Decisions:
    """The sentences below another story's headline: they say its words, and hardly any of the text's."""
    if n + 1 >= len(filled) or not lines[filled[n + 1]].undecided:
        return {}
    told = stems(lines[filled[n + 1]].text)
    shared = told & stems(lines[filled[n]].text)
    if len(shared) < TEASER_SHARED or len(told & text) >= len(shared):
        return {}
    return {filled[n + 1]: (Action.REMOVE, "other-story")}


def pictured(lines: list[Line]) -> Changed:
    """A line without a stop beside a caption that it shares its words with: the same picture's other text."""
    filled = written(lines)
    taken: Decisions = {}
    for n, at in enumerate(filled):
        if lines[at].undecided and is_headline(lines[at].text) and _beside_its_caption(lines, filled, n):
            taken[at] = (Action.CAPTION, "caption-twin")
    return decided(lines, taken), []


def _beside_its_caption(lines: list[Line], filled: list[int], n: int) -> bool:
    own = stems(lines[filled[n]].text)
    return len(own) >= LINK_STEMS and any(
        lines[at].action is Action.CAPTION and len(own & stems(lines[at].text)) >= SAME_PICTURE * len(own)
        for at in filled[max(0, n - 1) : n + 2]
    )
