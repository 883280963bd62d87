"""Many words as one pattern that is asked letter by letter, not word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern of words, the longest first: what `|` between them all does, at the cost of their common starts."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    """The words of a tree; one that ends here is an optional rest's nothing, which is tried last."""
    rests = [re.escape(letter) + _pattern(branch) for letter, branch in sorted(tree.items()) if letter]
    if not rests:
        return ""
    whole = "" not in tree
    if whole and len(rests) == 1:
        return rests[0]
    return f"(?:{'|'.join(rests)})" + ("" if whole else "?")
