"""The pieces of text of which a pattern needs one: read off the pattern, so that most lines never ask it."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sitegen.importer.fold import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Pieces = frozenset[str]
FEW_LETTERS = 12
SHORTEST_WORD = 3
SHORTEST_CASED = 2
_COMMON = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-'\"")
_WORD = re.compile(r"[^\W_]+")
_PARSER: Any = import_module("re._parser" if hasattr(re, "_parser") else "sre_parse")
_LITERAL, _SAME = "LITERAL", ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def pieces_needed(pattern: str) -> Pieces | None:
    """Pieces of which each text that the pattern fits has at least one; None where none worth a look are known.

    Only what must be there counts: a literal run, a small set of signs, all branches of a choice, a repeat of at
    least one. Whatever else a pattern is made of is passed over, which can only make the answer weaker.
    """
    found = _pieces_of(pattern)
    return found if found and min(map(_worth, found)) >= SHORTEST_WORD else None


def words_needed(pattern: str) -> Pieces | None:
    """The same for a pattern of text as printed, as they stand in its folded line: runs of letters and digits."""
    words = [unmarked(max(_WORD.findall(piece), key=len, default="")) for piece in _pieces_of(pattern) or ()]
    return frozenset(words) if words and all(len(w) >= SHORTEST_CASED and w.isalnum() for w in words) else None


def _pieces_of(pattern: str) -> Pieces | None:
    parsed = _PARSER.parse(pattern)
    return None if parsed.state.flags & re.IGNORECASE else _of_run(parsed)


def _of_run(run: Iterable[Any]) -> Pieces | None:
    """The best of what a run of items needs: the pieces that fewest texts have, and of those the fewest."""
    return max(_candidates(run), key=lambda one: (min(map(_worth, one)), -len(one)), default=None)


def _candidates(run: Iterable[Any]) -> Iterator[Pieces]:
    for is_text, items in groupby(run, key=lambda item: str(item[0]) == _LITERAL):
        if is_text:
            yield frozenset({"".join(chr(code) for _, code in items)})
        else:
            yield from filter(None, (_of_item(str(name), told) for name, told in items))


def _of_item(name: str, told: Any) -> Pieces | None:
    if name == "IN":
        return _of_letters(told)
    if name == "BRANCH":
        return _of_branches(told[1])
    if name in _REPEATS:
        return _of_run(told[2]) if told[0] else None
    if name == "SUBPATTERN" and told[1] & re.IGNORECASE:
        return None
    return _of_run(told[-1] if name != "ATOMIC_GROUP" else told) if name in _SAME else None


def _of_letters(choices: Iterable[Any]) -> Pieces | None:
    """A small set of signs, each a piece."""
    listed = list(choices)
    if len(listed) > FEW_LETTERS or any(str(name) != _LITERAL for name, _ in listed):
        return None
    return frozenset(chr(code) for _, code in listed)


def _of_branches(branches: Iterable[Any]) -> Pieces | None:
    found = [_of_run(branch) for branch in branches]
    return frozenset().union(*filter(None, found)) if found and all(found) else None


def _worth(piece: str) -> int:
    """How seldom a piece is: by its letters, and a sign that sentences do not use is worth a word."""
    return len(piece) if _COMMON.issuperset(piece) else max(len(piece), SHORTEST_WORD)
