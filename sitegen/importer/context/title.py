"""The headline, and what stands above it."""

from __future__ import annotations

import re
from itertools import takewhile

from sitegen.importer.context.deciding import Changed, decided, is_sentence, is_word_cloud, written
from sitegen.importer.context.kinship import likeliest_title
from sitegen.importer.document import Flag
from sitegen.importer.fold import key
from sitegen.importer.lines import Line, ends_sentence, is_headline
from sitegen.importer.rules import Action

TITLE_WITHIN = 12
REPEATS = 4
SHORTEST_TWIN = 24
_LABELS = re.compile(
    r"(?:the )?(?:war|conflict|crisis|civil war|guerra|conflicto|guerre|conflit|krieg|konflikt|война|війна)(?: "
    r"civil)? "
    r"(?:in|en|au|in der|в|у) \w+$|(?:\S+ ){0,4}(?:news|noticias|nachrichten|actualites|haberler|haberleri|новости|"
    r"новини|notizie)(?: \S+){0,3}$"
    r"|(?:latest|breaking|more|all|top|home|search|posts|category|tag|archive|topic|section)\b(?: [\w&-]+){0,3}$"
)
_GLUED_LABELS = re.compile(
    r"[a-z](?:East|World|Others|News|Africa|Asia|Europe|Politics|Sports?|Opinion|Home|Business)\b"
)
_SITE = re.compile(
    r"(?:(?:The )?(?:[A-ZÀ-Þ][\w'’.&-]*|of|for|and|the|de|du|des|et|&) ){1,6}"
    r"(?:News|Agency|Observatory|Rights|Centre|Center|Network|Council|Institute|Post|Times|Tribune|Herald|Monitor|"
    r"Gazette|Chronicle|Journal|Observer|Online|Media|TV|Television|Radio|Magazine|Blog|Press|Report|Daily|Weekly)"
)
_NO_LETTERS = re.compile(r"[\W_]+")
_QUOTES = " \"'”’»"
_BULLETS = "•*·-–—»>"
LONGEST_TITLE = 240
OPENING = 12
LABEL_WORDS = 5
ONE_SENTENCE, TWO_SENTENCES = 13, 24


def title(lines: list[Line], stated: str = "") -> Changed:
    """The line that repeats the stated title, or the first line that nothing else explains."""
    if stated:
        return _repeats_of_title(lines, stated)
    filled = written(lines)
    open_lines = [at for at in filled[:TITLE_WITHIN] if lines[at].undecided]
    if not open_lines:
        return lines, []
    first = likeliest_title(lines, open_lines, _headline_of(lines, open_lines))
    above = [at for at in filled if at < first and lines[at].undecided]
    lines = decided(lines, dict.fromkeys(above, (Action.REMOVE, "section-label")))
    twin = _bare_twin(lines, first, open_lines)
    if twin is not None:
        lines, first = decided(lines, {first: (Action.REMOVE, "page-title")}), twin
    if len(lines[first].text) > LONGEST_TITLE or _is_prose(lines[first].text):
        flag = Flag(
            "title-derived",
            lines[first].number,
            "The text has no headline; the title is the start of its first sentence.",
        )
        return lines, [flag]
    return _repeats_of_title(decided(lines, {first: (Action.TITLE, "headline")}), lines[first].text, first)


def _headline_of(lines: list[Line], open_lines: list[int]) -> int:
    """The headline among the first undecided lines: not the labels of the page's section that may stand above it."""
    twice = _said_twice(lines, open_lines)
    if twice is not None:
        return twice
    head = _head(lines, open_lines)
    first = open_lines[0]
    if len(open_lines) > 1 and _is_section_label(lines[first].text, lines[open_lines[1]].text):
        return open_lines[1]
    if len(head) > 1 and _names_its_site(lines[first].text, lines[head[1]].text):
        return head[1]
    likely = next((at for at in head if _could_be_headline(lines[at].text)), None)
    if likely is None or likely == first:
        return first
    above = head[: head.index(likely)]
    return likely if len(above) > 1 or _is_label(lines[first].text) else first


def _head(lines: list[Line], open_lines: list[int]) -> list[int]:
    """The first undecided lines, as far as the first sentence."""
    return list(takewhile(lambda at: not is_sentence(lines[at]) and not _is_prose(lines[at].text), open_lines))


def _said_twice(lines: list[Line], open_lines: list[int]) -> int | None:
    """The first headline that stands twice above the text, as a page prints it in its path and over its text."""
    told: dict[str, int] = {}
    first = ""
    for at in open_lines:
        letters = _letters(lines[at].text)
        if first and (is_sentence(lines[at]) or (letters in told and letters != first)):
            return None
        if is_headline(lines[at].text, LABEL_WORDS) and not lines[at].text.endswith(")"):
            if letters in told:
                return at if lines[told[letters]].text[0] in _BULLETS else told[letters]
            told[letters] = at
        first = first or (letters if _could_be_headline(lines[at].text) else "")
    return None


def _names_its_site(first: str, second: str) -> bool:
    """Whether a site's name or a cloud of its key words stands above a headline."""
    if second.count(" ") < LABEL_WORDS - 1 or ends_sentence(second) or len(second) > LONGEST_TITLE:
        return False
    return is_word_cloud(first) or bool(_SITE.fullmatch(first)) or first.endswith("|")


def _could_be_headline(text: str) -> bool:
    return is_headline(text, LABEL_WORDS) and not _LABELS.match(key(text)) and not _GLUED_LABELS.search(text)


def _is_label(text: str) -> bool:
    """Whether a few words can only be a section or a site: "War in Syria", "World news"."""
    return bool(_LABELS.match(key(text))) or bool(_GLUED_LABELS.search(text))


def _bare_twin(lines: list[Line], first: int, open_lines: list[int]) -> int | None:
    """A later line that says the same with less around it ("… - Example News"): that is the headline as printed."""
    whole = _letters(lines[first].text)
    for at in _head(lines, open_lines):
        part = _letters(lines[at].text)
        if at > first and len(part) >= SHORTEST_TWIN and part in whole and part != whole and len(part) * 2 > len(whole):
            return at
    return None


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", key(text))


def _is(wanted: str, text: str) -> bool:
    """Whether a text has just these letters: most texts differ in their first, and nothing more is read of them."""
    return wanted.startswith(_NO_LETTERS.sub("", key(text)[:OPENING])) and _letters(text) == wanted


def _is_section_label(first: str, second: str) -> bool:
    """Whether a line is a section's label: "Middle East" above "Army enters the last town"."""
    if first.isupper() and not second.isupper() and first.count(" ") < LABEL_WORDS and not ends_sentence(first):
        return is_headline(second, LABEL_WORDS)
    return first.count(" ") <= 1 and not ends_sentence(first) and is_headline(second.rstrip(_QUOTES), LABEL_WORDS)


def _is_prose(text: str) -> bool:
    """More than one sentence, or a long one with its stop."""
    return (bool(re.search(r"[.!?؟] +\S", text[20:-1])) and text.count(" ") > TWO_SENTENCES) or (
        ends_sentence(text) and text.count(" ") > ONE_SENTENCE
    )


def _repeats_of_title(lines: list[Line], stated: str, after: int = -1) -> Changed:
    wanted = _letters(stated)
    same = [at for at in written(lines) if at > after and lines[at].undecided and _is(wanted, lines[at].text)]
    action = (Action.TITLE, "stated-title") if after < 0 else (Action.REMOVE, "repeated")
    return decided(lines, dict.fromkeys(same[:REPEATS], action)), []
