"""Other stories, and what stands below the text."""

from __future__ import annotations

import re

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_cut_short, is_sentence, reports, written
from sitegen.importer.context.kinship import stems, words_of_others
from sitegen.importer.fold import key
from sitegen.importer.lines import Line, is_headline
from sitegen.importer.rules import Action

_ABOUT = re.compile(
    r"about the author|a propos de|uber d(?:en|ie) autor|sobre el autor|об авторе|про автора|عن "
    r"الكاتب"
)
_ONE = r"[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ][\w'’-]*\.?(?: (?:al-|el-)?[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ][\w'’-]+){0,2}"
_SIGNATURE = re.compile(rf"{_ONE}(?: ?[/,&] ?{_ONE}){{1,4}}|[A-ZÀ-Þ][\w'’-]+ (?:al-|el-)?[A-ZÀ-Þ][\w'’-]+|[A-Z]{{2,3}}")
_ABOUT_SOMEBODY = re.compile(
    r"(?:(?:A|An) |(?:[A-ZÀ-Þ][\w.'’-]* ){1,4}(?:is|was|has been) (?:an? |the )?)(?:[\w-]+ ){0,3}"
    r"(?:journalist|reporter|correspondent|columnist|editor|writer|author|analyst|fellow|researcher|contributor|"
    r"intern)\b"
)
_LIST_OF_WORDS = re.compile(
    r"(?:[^\W\d_][\w'’-]*(?: [\w'’()-]+){0,3}(?:, ?|; ?)){4,40}[^\W\d_][\w'’-]*(?: [\w'’()-]+){0,3}"
)
_NUMBERED = re.compile(r"\(?\d{1,2}[.)] ")
RUN, PAIR, LEAST_SPACES = 3, 2, 3
CARD_SENTENCES = 2
SUBHEAD_WORDS = 4
LINK_WORDS = 14
LABEL_WORDS = 5
MANY_NAMES = 5
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
        "page-label",
        "interface",
        "comment-form",
    }
)

SHELL = LABELS | {"player", "page-words", "counter", "comments"}
"""The rules of what stands below a text in rows."""


def related_runs(lines: list[Line]) -> Changed:
    """The headlines under "Related" or "Read more"; a short line before the text goes on is a subhead."""
    filled = written(lines)
    taken: Decisions = {}
    run: list[int] = []
    running = told = False
    for at in [*filled, -1]:
        line = lines[at]
        told = told or (at >= 0 and is_sentence(line))
        if at >= 0 and (line.rule == "related" or (told and line.rule == "page-label")):
            running = True
        elif at >= 0 and running and line.undecided and _is_of_the_run(lines, run, line.text):
            run.append(at)
        elif at < 0 or not (line.action is Action.REMOVE or line.rule in ("dateline", "date-line", "credit", "byline")):
            if at >= 0 and len(run) > 1 and lines[run[-1]].text.count(" ") < SUBHEAD_WORDS:
                run.pop()
            taken.update(dict.fromkeys(run, (Action.REMOVE, "related-run")))
            running, run = False, []
    return decided(lines, taken), []


def _is_of_the_run(lines: list[Line], run: list[int], text: str) -> bool:
    """A headline, a teaser that breaks off, or the next number of a list that began so."""
    numbered = bool(run) and all(_NUMBERED.match(one) for one in (lines[run[-1]].text, text))
    return is_link(text) or is_cut_short(text) or numbered


def cards(lines: list[Line]) -> Changed:
    """Another story's headline with its own date: a card set in the midst of the text, or two of them above it."""
    filled = written(lines)
    prose = [n for n in range(len(filled)) if is_sentence(lines[filled[n]])]
    if len(prose) < CARD_SENTENCES:
        return lines, []
    above = [n for n in range(prose[0]) if _is_card(lines, filled, n)]
    within = [n for n in range(prose[0] + 1, prose[-1] - 1) if _is_card(lines, filled, n)]
    pointed = [n for n in range(prose[0] + 1, prose[-1]) if _is_pointed_at(lines, filled, n)]
    found = [*(above if len(above) >= PAIR else ()), *within, *pointed]
    return decided(lines, {filled[n]: (Action.REMOVE, "related-card") for n in found}), []


def _is_card(lines: list[Line], filled: list[int], n: int) -> bool:
    headline, date = lines[filled[n]], lines[filled[n + 1]]
    dated = date.rule in ("dateline", "date-line", "place-line")
    return dated and headline.undecided and is_headline(headline.text, LABEL_WORDS)


def _is_pointed_at(lines: list[Line], filled: list[int], n: int) -> bool:
    """A headline with "Read more" below it, in a card set between two sentences."""
    headline, pointer = lines[filled[n]], lines[filled[n + 1]]
    bare = pointer.rule in ("related", "page-words") and pointer.text.count(" ") < SUBHEAD_WORDS
    return bare and headline.undecided and is_headline(headline.text, LABEL_WORDS) and is_sentence(lines[filled[n - 1]])


def is_link(text: str) -> bool:
    """A headline, or a short question: what a list of other stories is made of."""
    return is_headline(text) or (text.rstrip("'\"”’» ").endswith("?") and text.count(" ") < LINK_WORDS)


def headline_tail(lines: list[Line]) -> Changed:
    """Three or more headlines, or teasers that break off, after the last sentence of the text: other stories."""
    filled = written(lines)
    run: list[int] = []
    for at in reversed(filled):
        text = lines[at].text
        if lines[at].undecided and (is_link(text) or is_cut_short(text)) and text.count(" ") >= LEAST_SPACES:
            run.append(at)
        elif lines[at].undecided or lines[at].action is Action.TITLE:
            break
    if run and _opens_list(lines, filled, run[-1]):
        return lines, []
    if len(run) < (RUN if _has_stopless_text(lines, filled) else PAIR):
        return lines, []
    return decided(lines, dict.fromkeys(run, (Action.REMOVE, "headline-tail"))), []


def _opens_list(lines: list[Line], filled: list[int], first: int) -> bool:
    """Whether the line before a run announces it: what follows a colon is the text's own list."""
    before = [at for at in filled if at < first]
    return bool(before) and lines[before[-1]].undecided and lines[before[-1]].text.endswith((":", "："))


def _has_stopless_text(lines: list[Line], filled: list[int]) -> bool:
    """Whether lines without a stop stand between the text's sentences: its last ones may be of that kind too."""
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    between = filled[prose[0] : prose[-1]] if prose else filled
    return sum(lines[at].undecided and is_headline(lines[at].text) for at in between) >= PAIR


def tail(lines: list[Line]) -> Changed:
    """After the last sentence, what follows a label of the page is the page's; under a label of tags it is tags."""
    filled = written(lines)
    lines = _author_notes(lines, filled)
    last = _last_sentence(lines, filled)
    if last is None:
        return lines, []
    taken: Decisions = {}
    label = ""
    names = sum(lines[at].undecided and bool(_SIGNATURE.fullmatch(lines[at].text)) for at in filled[last + 1 :])
    for at in filled[last + 1 :]:
        line = lines[at]
        if line.undecided and names < MANY_NAMES and _SIGNATURE.fullmatch(line.text):
            taken[at] = (Action.BYLINE, "signature")
        elif line.undecided and _ABOUT_SOMEBODY.match(line.text):
            taken[at] = (Action.BYLINE, "author-note")
        elif line.undecided and _LIST_OF_WORDS.fullmatch(line.text):
            taken[at] = (Action.TAGS, "tags-below")
        elif line.rule in LABELS:
            label = line.rule
        elif line.undecided and label:
            taken[at] = (
                (Action.TAGS, "tags-below")
                if label == "tags" and line.text.count(" ") < LABEL_WORDS
                else (Action.REMOVE, "tail")
            )
    return decided(lines, taken), []


def _last_sentence(lines: list[Line], filled: list[int]) -> int | None:
    """The last sentence of the text: not one about its author, nor one of another story below a label of the page."""
    half = len(filled) // 2
    label = next((n for n in range(half, len(filled)) if lines[filled[n]].rule in LABELS), len(filled))
    sentences = [n for n in range(len(filled)) if is_sentence(lines[filled[n]])]
    below = [n for n in sentences if n > label]
    text = words_of_others(lines, [filled[n] for n in sentences if n < label], ()) if below else frozenset()
    is_shell = sum(lines[at].rule in SHELL for at in filled[label:]) >= RUN  # no text goes on below so much of a page
    strangers = {
        n for n in below if not stems(lines[filled[n]].text) & text and (is_shell or not reports(lines[filled[n]].text))
    }
    return next(
        (
            n
            for n in reversed(sentences)
            if n not in strangers and not (n > half and _ABOUT_SOMEBODY.match(lines[filled[n]].text))
        ),
        None,
    )


def _author_notes(lines: list[Line], filled: list[int]) -> list[Line]:
    """What stands under "About the author", as far as the next label."""
    taken: Decisions = {}
    below = False
    for at in filled[len(filled) // 2 :]:
        if lines[at].rule == "byline" and _ABOUT.match(key(lines[at].text)):
            below = True
        elif not lines[at].undecided:
            below = False
        elif below:
            taken[at] = (Action.BYLINE, "author-note")
    return decided(lines, taken)
