"""What stands under each name, in order, kept from build to build: an edit moves a record in and out of few lists."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Lists = Mapping[str, tuple[str, ...]]
    """Records by `folder/id`, in order, under the names of the lists in which they stand."""

ARTICLES, EVENTS, TELLS, SAYS, CORRECTED = "articles<", "events<", "tells<", "says<", "corrected"
ACTORS, SPEAKERS = "actors>", "speakers>"
"""The signs that names of lists begin with. After them come the name's own `folder/id` or, of what tells of an event
or what an actor speaks about, its id; the corrected records are one list. After the last two signs comes the
`folder/id` of an article or event: these lists are of the ids of the actors in it, and of those who make a claim about
it, one for each claim: what others count."""


def lists_of(keys: Iterable[str], names: Callable[[str], Iterable[str]]) -> Lists:
    """The lists of some records, which are given in order, from the names of those in which each stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for name in dict.fromkeys(names(key)):
            found[name].append(key)
    return {name: tuple(listed) for name, listed in found.items()}


def moved(
    before: Lists,
    among: Iterable[str],
    was: Callable[[str], Iterable[str]],
    now: Callable[[str], Iterable[str]],
    place: Callable[[str], tuple[int, int]],
) -> tuple[Lists, tuple[str, ...]]:
    """The lists that are other than before, and those that are gone, where only `among` may have moved.

    `was` and `now` give the names of the lists in which a record stands, `place` where it stands among all.
    """
    lists: dict[str, list[str]] = {}
    added: dict[str, set[str]] = {}
    for key in set(among):
        for name in set(was(key)):
            lists.setdefault(name, list(before.get(name, ()))).remove(key)
        added[key] = set(now(key))
    for key, names in added.items():
        for name in names:
            insort(lists.setdefault(name, list(before.get(name, ()))), key, key=place)
    other = {name: tuple(listed) for name, listed in lists.items() if listed and tuple(listed) != before.get(name)}
    return other, tuple(name for name, listed in lists.items() if not listed)
