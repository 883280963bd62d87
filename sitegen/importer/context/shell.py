"""What a page sets around its text: labels below the headline and the last sentence, texts that it tells again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import (
    LONG_PROSE,
    Changed,
    Decisions,
    decided,
    is_sentence,
    is_word_cloud,
    reports,
    written,
)
from sitegen.importer.fold import key
from sitegen.importer.lines import STRUCTURE, ends_sentence
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

_LISTED = re.compile(r"[\W_]*\d|[•*–—-] ?\w")
_NAME = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+(?: (?:al-|el-|bin |de |van |von )?[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+){1,2}"
_PEOPLE = re.compile(rf"{_NAME}(?: ?[|,;•/&] ?{_NAME}){{0,6}}(?:(?:,| -| \|)? (?:in|aus|à|en|from) [A-ZÀ-Þ][\w'’-]+)?")
_WORD = re.compile(r"\w[\w.'’-]*")
_LATIN, _OTHER = re.compile(r"[A-Za-zÀ-ÿ]"), re.compile(r"[\u0400-\u04ff\u0590-\u06ff]")
_NO_LATIN = bytes(code for code in range(256) if not _LATIN.match(chr(code)))
_TITLED = re.compile(r"(?:[A-ZÀ-ÞА-ЯІЇЄҐ][\w'’&-]*|\w{1,3})(?: (?:[A-ZÀ-ÞА-ЯІЇЄҐ][\w'’&-]*|\w{1,3}|&)){3}")
_NO_LETTERS = re.compile(r"[\W_]+")
_QUOTES = ('"', "“", "«", "„", "‘", "'")
HEAD_WORDS, TAIL_WORDS = 3, 4
HEAD_WITHIN = 30
CAPTION_WORDS, LONGEST_CAPTION = 6, 24
MORE_LETTERS = 48
OTHER_LETTERS = 3
MANY_NAMES = 5
SHORTEST_TOLD = 24


def shell(lines: list[Line]) -> Changed:
    """The labels above the first sentence and below the last, captions told twice, and the headline within a line."""
    filled = written(lines)
    prose = [n for n, at in enumerate(filled) if is_sentence(lines[at])]
    if not prose or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    head = [at for at in filled[: min(prose[0], HEAD_WITHIN)] if lines[at].undecided]
    tail = [at for at in filled[prose[-1] + 1 :] if lines[at].undecided]
    taken: Decisions = {at: (Action.TAGS, "word-cloud") for at in (*head, *tail) if is_word_cloud(lines[at].text)}
    taken.update(_captions_told_twice(lines, head))
    taken.update(_opening_told_twice(lines, filled, prose[0]))
    taken.update(_labels_above(lines, [at for at in head if at not in taken]))
    if _is_told(lines, [filled[n] for n in prose]) and not lines[filled[prose[-1]]].text.endswith(":"):
        taken.update(_labels_below(lines, [at for at in tail if at not in taken]))
    taken.update(_in_another_script(lines, [filled[n] for n in prose], filled))
    taken.update(_headline_within(lines, [at for at in (*head, *tail) if at not in taken]))
    return _again(decided(lines, taken)), []


def _again(lines: list[Line]) -> list[Line]:
    """What was the page's label once is so each time that it stands."""
    labels = {key(line.text) for line in lines if line.rule in ("head-label", "tail-label", "head-name")}
    same = {
        at: (Action.REMOVE, "repeated") for at, line in enumerate(lines) if line.undecided and key(line.text) in labels
    }
    return decided(lines, same) if labels else lines


def _is_told(lines: list[Line], prose: list[int]) -> bool:
    """Whether there is a text that the lines below it could be foreign to."""
    return len(prose) > 1 or lines[prose[0]].text.count(" ") >= LONG_PROSE


def _labels_above(lines: list[Line], head: list[int]) -> Decisions:
    """A few words without a stop between the headline and the text: a name signs it, others label the page."""
    below = next((n + 1 for n, line in enumerate(lines) if line.action is Action.TITLE), len(lines))
    return {
        at: (Action.BYLINE, "head-name") if _PEOPLE.fullmatch(lines[at].text) else (Action.REMOVE, "head-label")
        for at in head
        if at >= below
        and (
            _is_label(lines[at].text, HEAD_WORDS)
            or _TITLED.fullmatch(lines[at].text)
            or _PEOPLE.fullmatch(lines[at].text)
        )
    }


def _labels_below(lines: list[Line], tail: list[int]) -> Decisions:
    """A few words without a stop below the text; many names there are the text's own list, of the dead for one."""
    names = [at for at in tail if _PEOPLE.fullmatch(lines[at].text)]
    listed = names if len(names) >= MANY_NAMES else ()
    return {
        at: (Action.REMOVE, "tail-label")
        for at in tail
        if at not in listed
        and _is_label(lines[at].text if _introduces(lines, at) else lines[at].text.rstrip(" :"), TAIL_WORDS)
    }


def _introduces(lines: list[Line], at: int) -> bool:
    """Whether what stands below a line is the text's own: a colon then announces it."""
    below = next((line for line in lines[at + 1 :] if line.text), None)
    return below is not None and below.undecided


def _is_label(text: str, most: int) -> bool:
    words = _WORD.findall(text)
    return 0 < len(words) <= most and not ends_sentence(text) and not _LISTED.match(text)


def _captions_told_twice(lines: list[Line], head: list[int]) -> Decisions:
    """What stands twice between headline and text is a picture's caption, once under it and once as its other text."""
    first: dict[str, int] = {}
    taken: Decisions = {}
    for at in head:
        text = key(lines[at].text)
        if text.count(" ") + 1 >= CAPTION_WORDS and first.setdefault(text, at) != at:
            taken[first[text]] = (Action.CAPTION, "caption-twice")
            taken[at] = (Action.REMOVE, "repeated")
    return taken


def _opening_told_twice(lines: list[Line], filled: list[int], first: int) -> Decisions:
    """The first sentence, told again right below: a caption, unless it reports what somebody said or did."""
    one, other = filled[first], filled[min(first + 1, len(filled) - 1)]
    text = key(lines[one].text)
    if one == other or key(lines[other].text) != text or text.count(" ") > LONGEST_CAPTION or reports(text):
        return {}
    return {one: (Action.CAPTION, "caption-twice"), other: (Action.REMOVE, "repeated")}


def _in_another_script(lines: list[Line], prose: list[int], filled: list[int]) -> Decisions:
    """Headlines and notices in letters that the text itself is not written in."""
    text = "".join(lines[at].text for at in prose)
    letters = text.encode("latin-1", "replace").translate(None, _NO_LATIN)
    latin = len(letters) * 2 > len(text) - text.count(" ")
    own, other = (_LATIN, _OTHER) if latin else (_OTHER, _LATIN)
    return {
        at: (Action.REMOVE, "other-script")
        for at in filled
        if lines[at].undecided
        and lines[at].text.count(" ") >= 1
        and not ends_sentence(lines[at].text)
        and len(other.findall(lines[at].text)) > OTHER_LETTERS * len(own.findall(lines[at].text))
        and other.search(lines[at].text)
    }


def _headline_within(lines: list[Line], open_lines: list[int]) -> Decisions:
    """The headline with a few letters more, as a path or a print view shows it."""
    headline = next((_letters(line.text) for line in lines if line.action is Action.TITLE), "")
    if len(headline) < SHORTEST_TOLD:
        return {}
    return {
        at: (Action.REMOVE, "repeated")
        for at in open_lines
        if headline in (letters := _letters(lines[at].text))
        and len(letters) <= letters.count(headline) * len(headline) + MORE_LETTERS
        and not ends_sentence(lines[at].text)
    }


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", key(text))
