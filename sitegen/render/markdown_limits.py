"""What must not reach the Markdown parser: texts on which it, or the sanitiser after it, would take minutes.

Every function here is linear in the text. Each estimates one kind of work from the marks that cause it: first by a
product that is too large but costs nothing, and only where that passes its bound by a closer count. Ordinary text,
long or short, stays far below. The bounds were set so that a text that passes takes a second or two at the worst.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

MAX_LENGTH: Final = 500_000
MAX_BLOCKS: Final = 10_000
MAX_DEPTH: Final = 32

_NOTES: Final = 500
_QUOTES: Final = 1000
_TICKS_ALWAYS: Final = 64
_STEPS: Final = 4_000_000  # of a loop in Python, some 60 ns each
_SCANS: Final = 100_000_000  # characters that a pattern reads again, some 5 ns each
_COPIES: Final = 2_000_000_000  # characters copied when a match is replaced
_NODES: Final = 100_000  # elements that unclosed tags multiply

_BLOCK_END: Final = re.compile(r"\n[ \t]*+\n")
_DEEP_QUOTE: Final = re.compile(rf"^(?: {{0,3}}+> ?+){{{MAX_DEPTH}}}", re.MULTILINE)
_DEEP_ITEM: Final = re.compile(rf"^([ \t]{{{MAX_DEPTH},}}+)(?:[*+-]|\d++\.)[ \t]", re.MULTILINE)
_ITEMS: Final = re.compile(rf"\n *+(?:(?:[*+-]|\d++\.) ++){{{MAX_DEPTH}}}.*")
_RULES: Final = (set("\n -"), set("\n *"))
_RESTART: Final = re.compile(r"^ {0,3}+(?:#|\[|>|(?:[-_*=] {0,2}+)++$)", re.MULTILINE)
_NOTE: Final = re.compile(r"\[\^([^\]\n]{0,99})\]")
_SPECIAL: Final = re.compile(r"[\[\]*_`\\<&!]|  \n")
_TICKS: Final = re.compile(r"`+")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_CLOSED_BY_ITSELF: Final = frozenset(
    {"p", "li", "tr", "td", "th", "dt", "dd", "thead", "tbody", "tfoot", "br", "hr", "img", "col", "wbr", "input"},
)


def too_long(text: str) -> str:
    """Why the text must not even be written block by block, as words for its curator, or nothing."""
    if len(text) > MAX_LENGTH:
        return f"it has {len(text):,} characters, and at most {MAX_LENGTH:,} are parsed"
    if len(text) > 2 * MAX_BLOCKS and text.count("\n\n") > MAX_BLOCKS:
        return f"it has more than {MAX_BLOCKS:,} paragraphs and blank lines"
    return ""


def too_much(text: str) -> str:
    """Why the text must not be parsed, as words for its curator, or nothing."""
    if reason := too_long(text):
        return reason
    if _nesting(text):
        return f"quotes or lists are nested more than {MAX_DEPTH} deep"
    return _markup(text) or _html(text)


def _nesting(text: str) -> bool:
    quotes = text.count(">") >= MAX_DEPTH and _DEEP_QUOTE.search(text)
    in_a_row = any(set(line) not in _RULES for line in _ITEMS.findall("\n" + text))
    return bool(quotes or in_a_row or _deep_items(text))


def _deep_items(text: str) -> bool:
    if " " * MAX_DEPTH not in text and "\t" * MAX_DEPTH not in text:
        return False
    return any(len(indent.expandtabs(4)) >= 4 * MAX_DEPTH for indent in _DEEP_ITEM.findall(text))


def _markup(text: str) -> str:
    """The first kind of mark of which a block has too many."""
    size, brackets = len(text), text.count("[")
    ticks, lines = text.count("`"), text.count("\n")
    if brackets > _NOTES and _repeated_notes(text):
        return "one footnote is referred to hundreds of times"
    if size * max(brackets, ticks, lines // 8) < _STEPS and size * size < _SCANS:
        return ""
    for block in _BLOCK_END.split(text):
        if reason := _block(block):
            return reason
    return ""


def _block(block: str) -> str:
    size = len(block)
    if size * block.count("[") > _STEPS and _bracket_steps(block) > _STEPS:
        return "thousands of brackets in one paragraph do not pair"
    ticks = len(_TICKS.findall(block))
    if ticks > _TICKS_ALWAYS and size * ticks > _STEPS:
        return "one paragraph has hundreds of backticks"
    if size * block.count("\n") > _SCANS // 8 and size * len(_RESTART.findall(block)) > _SCANS // 8:
        return "one paragraph has thousands of headings, rules, quotes or definitions"
    if "]:" in block and block.count('"') + block.count("'") > _QUOTES:
        return "a definition of a link holds a thousand quotation marks"
    if size * size > _COPIES and size * len(_SPECIAL.findall(block)) > _COPIES:
        return "one paragraph has a hundred thousand marks"
    return ""


def _repeated_notes(text: str) -> bool:
    return max(Counter(_NOTE.findall(text)).values(), default=0) > _NOTES


def _bracket_steps(block: str) -> int:
    """How far the parser walks in all: from each bracket to the one that closes it, or to the end of the block."""
    steps, still_open = 0, []
    for match in re.finditer(r"[\[\]]", block):
        if match[0] == "[":
            still_open.append(match.start())
        elif still_open:
            steps += match.start() - still_open.pop()
    return steps + sum(len(block) - start for start in still_open) + _target_steps(block)


def _target_steps(block: str) -> int:
    """The same for what stands in round brackets after a link's words; a quotation mark there hides the end."""
    steps = 0
    for match in re.finditer(r"\]\(", block):
        end = block.find(")", match.end(), match.end() + 4096)
        target = block[match.end() : end] if end >= 0 else "("
        steps += len(block) - match.end() if any(mark in target for mark in "(\"'") else len(target)
    return steps


def _html(text: str) -> str:
    """Whether raw HTML would keep the parser, or the sanitiser, busy."""
    opens, size = text.count("<"), len(text)
    if not opens:
        return ""
    if size * opens > _SCANS and _tag_steps(text) > _SCANS:
        return "thousands of tags are opened and not closed by >"
    if text.count("<!--") * opens * size > _SCANS * 5:
        return "too many HTML comments among too many tags"
    if opens * (opens + text.count("\n\n")) > _NODES and _nodes(text) > _NODES:
        return "thousands of HTML tags are left open"
    return ""


def _tag_steps(text: str) -> int:
    """How far the parser reads in all: from each < to the next >, or to the end of the text."""
    steps, end = 0, 0
    for match in re.finditer("<", text):
        if end <= match.start() and end >= 0:
            end = text.find(">", match.start())
        steps += (end if end >= 0 else len(text)) - match.start()
    return steps


def _nodes(text: str) -> int:
    """How many elements the sanitiser would make: it opens what was left open anew in every block."""
    still_open: Counter[str] = Counter()
    deepest = depth = 0
    for closing, name in _TAG.findall(text):
        tag = name.lower()
        if tag in _CLOSED_BY_ITSELF:
            continue
        if not closing:
            still_open[tag] += 1
            depth += 1
        elif still_open[tag]:
            still_open[tag] -= 1
            depth -= 1
        deepest = max(deepest, depth)
    return deepest * (text.count("<") + text.count("\n\n"))
