"""The nodes of a front matter: what was written, and where, whoever read it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """One value as text; `plain` if it stands without quotes. Lines and columns of a file count from 1."""

    value: str
    line: int
    column: int
    plain: bool = True


class Items(NamedTuple):
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


class Pairs(NamedTuple):
    """A mapping: its entries in their order, a key as often as it is written."""

    pairs: tuple[Entry, ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Items | Pairs
Entry: TypeAlias = tuple[str, Node, int, int]
"""A key (empty where it is no word), its value, and where the key is written."""
