"""Ids and names that two records claim."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.problem import Span
from sitegen.model.redaction import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Actor, Place, Record


def ids(files: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """No two files of one kind have one name, in whatever folders they stand; each is given by `folder/id` and path."""
    first: dict[str, str] = {}
    for key, path in files:
        if key in first:
            id_ = key.partition("/")[2]
            yield problem(Span(path), "same-id", f'"{id_}" is the id of {first[key]} too', "rename one of them")
        first.setdefault(key, path)


def shared_names(archive: Archive) -> Iterator[Problem]:
    """Two actors, or two places, of one name: a match on it would be a guess."""
    for found in (archive.actors, archive.places):
        holders: dict[tuple[str, bool], dict[str, Record]] = defaultdict(dict)
        for record in found:
            for name, exact in _names(record):
                holders[name, exact][record.id] = record
        for (name, _exact), records in sorted(holders.items()):
            if len(records) > 1:
                first, *others = records.values()
                message = f'the name "{name}" is shared with {", ".join(other.path for other in others)}'
                yield problem(
                    first.place("aliases", "title"), "shared-alias", message, "say which is meant where it matters"
                )


def _names(record: Actor | Place) -> set[tuple[str, bool]]:
    exact = {(alias.text, True) for alias in record.aliases if alias.exact_case}
    loose = {record.title, *(alias.text for alias in record.aliases if not alias.exact_case)}
    return exact | {(folded, False) for name in loose if (folded := fold(name))}
