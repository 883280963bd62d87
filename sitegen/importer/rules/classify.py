"""Which rule takes a line that stands alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick

from sitegen.importer.fold import key
from sitegen.importer.rules import RULES, Action, Rule
from sitegen.importer.rules.picture_label import KINDS, picture_label
from sitegen.importer.rules.vocabulary import PAGE_WORDS, is_page_words

if TYPE_CHECKING:
    from sitegen.importer.rules.rule import Gate

DECORATION = " \t•·*|<>»«›‹←→↑↓▼▲►▶▸◄✕×:-–—.…#_~✉☰⋮"
BULLETS = "•·▪■●"
LONGEST_PHRASE = 80
LABEL_WITHIN = 60
MOST_LABELS = 8
_MARKER = re.compile(r"([\[(]/?ad[ _-]?\d+[\])])")
_CAPTION_INSIDE = re.compile(
    r"(?<=\S)\s*(?=(?:Image|Media|Video|Picture|Photo) (?:[Cc]aption|[Ll]egend|[Ss]ubtitle|[Dd]escription)"
    r"|(?:Caption|Legend|Subtitle) (?:of|to|for) (?:the )?(?:image|media|video|picture|photo))"
)
_GLUED_STOP = re.compile(r"(?<=[a-zà-ÿ]{3}[.!?])(?=[A-ZÀ-Þ][a-zà-ÿ’']+ [\w’']+ [\w’']+)")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")


class Piece(NamedTuple):
    """A part of a line, and the rule that takes it (None: nothing known against it)."""

    text: str
    action: Action = Action.KEEP
    rule: str = ""


class _Waiting(NamedTuple):
    """A pattern of a rule, by the rule's number, and how long a line it reads."""

    number: int
    longest: int
    gate: Gate


@cache
def _phrase_index() -> dict[str, Rule]:
    return {line: rule for rule in reversed(RULES) for line in rule.whole_lines}


@cache
def _label_index() -> tuple[tuple[str, Rule], ...]:
    labels = [(key(label), rule) for rule in RULES for label in rule.labels if rule.glued]
    return tuple(sorted(labels, key=lambda pair: -len(pair[0])))


@cache
def _label_starts() -> tuple[str, ...]:
    return tuple(label for label, _ in _label_index())


def rule_for(line: str) -> Rule | None:
    """The first rule that takes the whole line."""
    folded = key(line)
    if len(folded) < LONGEST_PHRASE:
        exact = _phrase_index().get(folded) or _phrase_index().get(folded.strip(DECORATION))
        if exact:
            return exact
    plain = folded.rstrip(" :»>→")
    first = next((one.number for one in _asked(len(plain)) if _fits(one, line, plain)), len(RULES))
    for at in sorted(_woken(plain)):
        one = _waiting()[at]
        if one.number >= first:
            break
        if len(plain) <= one.longest and _fits(one, line, plain):
            first = one.number
    if first < len(RULES):
        return RULES[first]
    if plain[:1] and plain[0] in BULLETS and len(plain) < LONGEST_PHRASE:
        return rule_for(line.strip().lstrip(BULLETS + " "))  # a list's mark before a line makes it no other
    return PAGE_WORDS if is_page_words(line, plain) else None


def _fits(one: _Waiting, line: str, plain: str) -> bool:
    return one.gate.match(line if one.gate.cased else plain) is not None


@cache
def _waiting() -> tuple[_Waiting, ...]:
    """All patterns in the order of their rules."""
    return tuple(_Waiting(number, rule.longest, gate) for number, rule in enumerate(RULES) for gate in rule.gates)


def _woken(plain: str) -> set[int]:
    """The places of the patterns that wait for a piece that the line has; a space stands before its first word."""
    woken: set[int] = set()
    for _, waits in _pieces_needed(plain.isascii()).iter(f" {plain}"):
        woken.update(waits)
    return woken


@cache
def _pieces_needed(in_ascii: bool) -> Any:
    """The pieces that patterns need, found at once, each with the places of those that wait for it.

    Those of a line in ASCII are fewer: the automaton asks each letter against all first letters of its pieces.
    """
    needed: dict[str, list[int]] = {}
    for at, one in enumerate(_waiting()):
        for piece in one.gate.pieces or ():
            needed.setdefault(piece, []).append(at)
    automaton = ahocorasick.Automaton()
    for piece, waits in needed.items():
        if piece.isascii() or not in_ascii:
            automaton.add_word(piece, tuple(waits))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=512)
def _asked(length: int) -> tuple[_Waiting, ...]:
    """The patterns that wait for nothing and take lines of a length: a paragraph is longer than most of them read."""
    return tuple(one for one in _waiting() if one.gate.pieces is None and one.longest >= length)


def pieces(line: str) -> list[Piece]:
    """A line split at glued labels and markers, each part with its rule."""
    found: list[Piece] = []
    for part in _MARKER.split(line) if "[" in line or "(ad" in line else (line,):
        if part.strip():
            found.extend(_labelled(part.strip()))
    return found


def _labelled(text: str, split: int = 0) -> list[Piece]:
    found = _label_at(text)
    if found:
        end, rule = found
        rest = text[end:]
        if not rest.strip(DECORATION):
            return [Piece(text, rule.action, rule.id)]
        if _is_glued(rest) and split < MOST_LABELS:
            return [
                Piece(text[: len(text) - len(rest)], rule.action, rule.id),
                *_after_label(rest.strip(" :|,،-–—"), rule, split + 1),
            ]
    rule_found = rule_for(_LINK.sub(r"\1", text) if "](" in text else text)
    if rule_found and rule_found.action is Action.REMOVE and (glue := _GLUED_STOP.search(text)) and split < MOST_LABELS:
        return [*_labelled(text[: glue.start()], split + 1), *_labelled(text[glue.start() :], split + 1)]
    return [Piece(text, rule_found.action, rule_found.id) if rule_found else Piece(text)]


def _label_at(text: str) -> tuple[int, Rule] | None:
    """The label that a text begins with, where it ends: one of the rules' own, or a picture's in other words."""
    folded = key(text[:LABEL_WITHIN])
    if folded.startswith(_label_starts()):
        label, rule = next(pair for pair in _label_index() if folded.startswith(pair[0]))
        return _end_of(label, text), rule
    if _begins_as_a_picture_label(folded):
        picture = picture_label(text)
        return (picture.end, _picture_rules()[picture.is_caption]) if picture else None
    return None


def _begins_as_a_picture_label(folded: str) -> bool:
    """Whether the first word, or the one behind an article, is one that a picture's label is made of."""
    first, _, rest = folded.partition(" ")
    word = rest.partition(" ")[0] if first == "the" else first
    return KINDS.get(word.partition("'")[0], "small") != "small"


@cache
def _picture_rules() -> dict[bool, Rule]:
    """The rules for a label of a caption and for one of a picture's rights."""
    by_id = {rule.id: rule for rule in RULES}
    return {True: by_id["caption-label"], False: by_id["copyright-label"]}


def _end_of(label: str, text: str) -> int:
    """Where the label ends in the text as printed: folding may have changed lengths."""
    return next((end for end in range(1, min(len(text), LABEL_WITHIN) + 1) if key(text[:end]) == label), len(text))


def _is_glued(rest: str) -> bool:
    """Text that follows a label and does not carry its sentence on: a small letter would."""
    following = rest.lstrip(" :|,،-–—")
    return bool(following) and not following[0].islower()


def _after_label(rest: str, rule: Rule, split: int) -> list[Piece]:
    """What follows a label; a credit may run straight into the label of its caption."""
    assert rule.glued is not None
    credit, *caption = _CAPTION_INSIDE.split(rest, maxsplit=1)
    return [Piece(credit, rule.glued, rule.id), *(piece for text in caption for piece in _labelled(text, split))]


def is_bare_label(text: str) -> bool:
    """Whether the text is a label and nothing more."""
    return any(key(text).strip(DECORATION) == label for label, _ in _label_index())
