"""Whether a line belongs to its text: what a report says in one line comes again in others, another story does not."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_sentence, written
from sitegen.importer.document import Flag
from sitegen.importer.fold import LINES_AT_HAND, key
from sitegen.importer.lines import STRUCTURE, is_headline
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_LISTED = re.compile(r"[\W_]*\d|[•*–—-] ?\w")
_PATH = re.compile(r" [-–|•·=>»] ")
_CLOSING = "\"'”’»! "
FEWEST_SENTENCES, ENOUGH_WORDS = 3, 40
STORY_WORDS, STORY_STEMS = 8, 5
LINK_STEMS, LINK_WORDS = 3, 5
TEASER_SHARED = 2
TITLE_SHARED, OPENING_SENTENCES, LONGEST_TITLE = 2, 4, 16
SAME_PICTURE = 1 / 3
DOUBTFUL = "This line without a stop may be a subhead, or the headline of another story: it was kept."
VOICES = frozenset(
    {"donation", "newsletter", "paywall", "cookie", "legal", "to-the-reader", "page-talk", "share", "visit"}
)
FEWEST_VOICES, WIDEST_GAP = 2, 2
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        with from that this these those have been were will would their there about after before over into more than
        they when what which while your said says also other some such only most under being could should where here
        them then dans avec pour plus sont cette leur mais nach eine einer einen sich wird sind auch nicht fur para
        como sobre este esta entre desde cuando после было были этого также который более только
        """,
    )
)


@lru_cache(maxsize=LINES_AT_HAND)
def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words: enough to see one again in another case or number."""
    return frozenset(word[:STEM] for word in _WORD.findall(key(text)) if word not in _COMMON)


def words_of_others(lines: list[Line], sentences: list[int], but: tuple[int, ...]) -> frozenset[str]:
    """The stems of a text's sentences, some of them left out."""
    return frozenset().union(*(stems(lines[at].text) for at in sentences if at not in but))


def likeliest_title(lines: list[Line], open_lines: list[int], first: int) -> int:
    """The headline above the text that shares most with it, where the first line has nothing of it."""
    others = [at for at in open_lines if at != first and _is_short_headline(lines[at].text)]
    numbers = (at for at, line in enumerate(lines) if is_sentence(line))
    sentences = list(islice(numbers, OPENING_SENTENCES if others else 0))
    if not sentences:
        return first
    opening = next((at for at in sentences if _is_of_the_text(lines, sentences, at)), sentences[0])
    text = words_of_others(lines, [at for at in sentences if at >= opening], ())
    others = [at for at in range(opening) if lines[at].undecided and _is_short_headline(lines[at].text)]
    shared = {at: len(stems(lines[at].text) & text) for at in (first, *others) if at < opening}
    best = max(shared, key=lambda at: shared[at], default=first)
    own = shared.get(first, TITLE_SHARED)
    is_foreign = not own or (own < TITLE_SHARED and bool(_PATH.search(lines[first].text)))
    return best if is_foreign and shared[best] >= TITLE_SHARED + own * TITLE_SHARED else first


def _is_short_headline(text: str) -> bool:
    return is_headline(text, LINK_WORDS) and text.count(" ") < LONGEST_TITLE


def _is_of_the_text(lines: list[Line], sentences: list[int], at: int) -> bool:
    """Whether a sentence shares words with the others; the only one there is does."""
    others = words_of_others(lines, sentences, (at,))
    return not others or len(stems(lines[at].text) & others) >= TITLE_SHARED


def strangers(lines: list[Line]) -> Changed:
    """A headline amid the text or below it, of whose words the text has none; and the teaser that follows it."""
    filled = written(lines)
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    if not is_long_enough(lines, [filled[n] for n in prose]) or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    taken: Decisions = {}
    for n in range(prose[0] + 1, len(filled)):
        if _could_be_a_stranger(lines, filled, n, below=n > prose[-1]):
            others = frozenset().union(*(stems(lines[filled[m]].text) for m in prose if m not in (n, n + 1)))
            of_another_page = n > prose[-1] and " | " in lines[filled[n]].text
            if of_another_page or not stems(lines[filled[n]].text) & others:
                taken[filled[n]] = (Action.REMOVE, "other-story")
                taken.update(_its_teaser(lines, filled, n, others))
    return decided(lines, taken), []


def between(lines: list[Line]) -> Changed:
    """A line that has nothing of the text, between two in which the page speaks to its reader."""
    filled = written(lines)
    spoken = [n for n, at in enumerate(filled) if lines[at].rule in VOICES]
    if len(spoken) < FEWEST_VOICES:
        return lines, []
    sentences = [at for at in filled if is_sentence(lines[at])]
    taken: Decisions = {}
    for one, other in pairwise(spoken):
        within = filled[one + 1 : other]
        if 0 < len(within) <= WIDEST_GAP and all(lines[at].undecided for at in within):
            if not is_long_enough(lines, [at for at in sentences if at not in within]):
                continue  # what stands between may be the text itself
            text = words_of_others(lines, sentences, tuple(within))
            if not any(len(stems(lines[at].text) & text) >= TEASER_SHARED for at in within):
                taken.update(dict.fromkeys(within, (Action.REMOVE, "between")))
    return decided(lines, taken), []


def is_long_enough(lines: list[Line], sentences: list[int]) -> bool:
    """Whether a text has words enough for each of its lines to share some."""
    return sum(lines[at].text.count(" ") for at in sentences) >= ENOUGH_WORDS


def _is_announced(lines: list[Line], filled: list[int], n: int) -> bool:
    """Whether a line with a colon stands above, and no sentence between: the line belongs to the text's own list."""
    above = (lines[at] for at in reversed(filled[:n]) if lines[at].undecided)
    nearest = next((line for line in above if line.text.endswith(":") or is_sentence(line)), None)
    return nearest is not None and nearest.text.endswith(":")


def links_within(lines: list[Line]) -> Changed:
    """Two or more headlines in a row between whole sentences: links to other stories.

    One alone may be a subhead: it stays, and is flagged where it is long for one.
    """
    filled = written(lines)
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    if len(prose) < FEWEST_SENTENCES or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    taken: Decisions = {}
    flags: list[Flag] = []
    run: list[int] = []
    for n in range(prose[0] + 1, prose[-1] + 1):
        if _could_be_a_link(lines, filled, n):
            run.append(filled[n])
            continue
        if len(run) > 1 and _stands_between_sentences(lines, run, filled[n]):
            taken.update(dict.fromkeys(run, (Action.REMOVE, "links-within")))
        elif run and lines[run[0]].text.count(" ") + 1 >= STORY_WORDS and len(run) == 1:
            flags.append(Flag("doubtful-line", lines[run[0]].number, DOUBTFUL))
        run = []
    return decided(lines, taken), flags


def _could_be_a_link(lines: list[Line], filled: list[int], n: int) -> bool:
    """A headline in a paragraph of its own: neither the end of a wrapped line nor a part of a list."""
    line = lines[filled[n]]
    return (
        line.undecided
        and filled[n] - filled[n - 1] > 1
        and is_headline(line.text, LINK_WORDS)
        and not _LISTED.match(line.text)
        and not _is_announced(lines, filled, n)
    )


def _stands_between_sentences(lines: list[Line], run: list[int], after: int) -> bool:
    before = next((line for line in reversed(lines[: run[0]]) if line.text), None)
    return before is not None and is_sentence(before) and is_sentence(lines[after]) and after - run[-1] > 1


def _could_be_a_stranger(lines: list[Line], filled: list[int], n: int, *, below: bool) -> bool:
    """Whether a line is a headline that could stand elsewhere: below the text fewer words are enough."""
    line = lines[filled[n]]
    if not line.undecided or _LISTED.match(line.text) or _is_announced(lines, filled, n):
        return False
    if below:
        return (
            not line.text.endswith(")")
            and is_headline(line.text.rstrip(_CLOSING))
            and len(stems(line.text)) >= LINK_STEMS
        )
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
