"""Long lists on pages that stay where they are.

An entry stands on a shelf (its year, its initial) that its own record decides, and within a shelf pages are filled from
the first entry on. So a new entry moves nothing that came before it on its shelf, and nothing at all on other shelves.
No page is fuller than `size` entries or heavier than `HEAVY`, so none is dear to load, whatever its entries hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sitegen.model.summary import Summary

T = TypeVar("T")

HEAVY = 30_000
"""As much as the words of one page's list may weigh, in bytes: two such lists stay below 100 KB, also compressed."""
ROW = 60
"""What an entry weighs beside its words: its date, its drawing and its marks, compressed."""


class Shelf(NamedTuple):
    """A page of a list as another names it, or the first of several with how many entries they hold together."""

    url: str
    label: str
    number: int


class Pager(NamedTuple):
    """A page's place in its list. `label` is empty on the first page, which shows the newest, or all where it can.

    `before` and `after` are the pages beside it in the list's own order; `among` is every shelf, on the first page, or
    every page of a shelf, on the first of these.
    """

    label: str = ""
    before: Shelf | None = None
    after: Shelf | None = None
    among: tuple[Shelf, ...] = ()


class Leaf(NamedTuple, Generic[T]):
    """A page of a list beside the first: where it stands, and what stands on it."""

    url: str
    pager: Pager
    items: tuple[T, ...]


class Shelves(NamedTuple, Generic[T]):
    """A list in pages: the first page's pager, and the others; none where the first has room for all."""

    first: Pager
    leaves: tuple[Leaf[T], ...]


def weight(texts: Iterable[str]) -> int:
    """What an entry with these words weighs."""
    return ROW + _bytes_of("".join(texts))


def _bytes_of(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def weight_of(item: Summary) -> int:
    """What a record weighs in a list that shows its title, label, places, figures and warnings."""
    return weight((item.title, item.url, item.label, *item.places, *item.tolls, *item.warnings))


def weight_with_text(item: Summary) -> int:
    """What a record weighs in a list that shows its text besides."""
    return weight_of(item) + _bytes_of(item.text)


def filled(items: Iterable[T], size: int, weigh: Callable[[T], int], heavy: int = HEAVY) -> list[tuple[T, ...]]:
    """Entries in pages, each filled before the next is begun; one that is too heavy for any stands alone."""
    pages: list[list[T]] = []
    load = heavy
    for item in items:
        own = weigh(item)
        if not pages or load + own > heavy or len(pages[-1]) >= size:
            pages.append([])
            load = 0
        pages[-1].append(item)
        load += own
    return [tuple(page) for page in pages]


def first_of(items: Iterable[T], size: int, weigh: Callable[[T], int], heavy: int = HEAVY) -> tuple[T, ...]:
    """As many of the entries as one page has room for, from the first on; none where the first is too heavy."""
    found: list[T] = []
    for item in items:
        heavy -= weigh(item)
        if heavy < 0 or len(found) == size:
            break
        found.append(item)
    return tuple(found)


def newest_of(items: Sequence[T], size: int, weigh: Callable[[T], int], heavy: int = HEAVY) -> tuple[T, ...]:
    """As many of the entries, oldest first, as one page has room for, up to the last."""
    return first_of(reversed(items), size, weigh, heavy)[::-1]


def on_one_page(items: Sequence[T], size: int, weigh: Callable[[T], int]) -> bool:
    """Whether one page has room for all: a first page holds up to twice what the others do."""
    return len(items) <= 2 * size and len(first_of(items, 2 * size, weigh, 2 * HEAVY)) == len(items)


def shelved(
    items: Sequence[T],
    shelf_of: Callable[[T], tuple[str, str]],
    size: int,
    weigh: Callable[[T], int],
    url: Callable[[str], str],
) -> Shelves[T]:
    """The pages of a list in its own order; `shelf_of` gives a shelf's name, for URL and place, and its label."""
    if on_one_page(items, size, weigh):
        return Shelves(Pager(), ())
    shelves: dict[tuple[str, str], list[T]] = {}
    for item in items:
        shelves.setdefault(shelf_of(item), []).append(item)
    in_order = sorted(shelves.items())
    pages = [
        (number, page, Shelf(url(_numbered(name, number)), _part(label, number), 0))
        for (name, label), held in in_order
        for number, page in enumerate(filled(held, size, weigh), start=1)
    ]
    among = tuple(Shelf(url(name), label, len(held)) for (name, label), held in in_order)
    return Shelves(Pager("", pages[-1][2], None, among), tuple(_leaves(pages)))


def _leaves(pages: Sequence[tuple[int, tuple[T, ...], Shelf]]) -> Iterator[Leaf[T]]:
    """The pages with their ways. None tells how many entries the page beside it holds, so that that one may grow."""
    ways = [way for _, _, way in pages]
    begins = [at for at, (number, _, _) in enumerate(pages) if number == 1]
    parts = {begin: tuple(ways[begin:end]) for begin, end in zip(begins, [*begins[1:], len(ways)], strict=True)}
    for at, (_, page, way) in enumerate(pages):
        before = ways[at - 1] if at else None
        after = ways[at + 1] if at + 1 < len(ways) else None
        own = parts.get(at, ())
        yield Leaf(way.url, Pager(way.label, before, after, own if len(own) > 1 else ()), page)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _part(label: str, number: int) -> str:
    return label if number == 1 else f"{label}, part {number}"
