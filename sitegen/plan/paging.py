"""Long lists in pages whose numbers never move: counted from the oldest, so that a new record touches the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Pager(NamedTuple):
    """Where a page stands among the pages of its list: 0 is the newest; older ones are numbered from the oldest, 1."""

    number: int
    older: int | None
    newer: int | None
    total: int


def paged(items: Sequence[T], size: int) -> list[tuple[Pager, tuple[T, ...]]]:
    """A list, oldest first, as its newest page and then the older ones.

    An older page holds `size` items for ever; the newest holds between one and two pages' worth.
    """
    full = max(len(items) // size - 1, 0)
    pages = [(Pager(0, full or None, None, full + 1), tuple(items[full * size :]))]
    for number in range(full, 0, -1):
        newer = number + 1 if number < full else 0
        pager = Pager(number, number - 1 or None, newer, full + 1)
        pages.append((pager, tuple(items[(number - 1) * size : number * size])))
    return pages
