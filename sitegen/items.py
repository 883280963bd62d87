"""What a build keeps in mind of each file that it has read, and the records that are in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.inputs import CONTENT
from sitegen.model.records import Record
from sitegen.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, KeysView

    from sitegen.model.problem import Problem
    from sitegen.model.redaction import Redaction


class Item(NamedTuple):
    """A file of records or a sidecar, read: the digest of its bytes and where the cache keeps it whole.

    `record` is as others need to know it; `article` is the path of the article that a sidecar tells of; `html` is the
    key of the body in the cache, empty where there is none.
    """

    digest: bytes
    key: bytes
    record: Record | None = None
    redact: tuple[Redaction, ...] = ()
    problems: tuple[Problem, ...] = ()
    article: str = ""
    html: bytes = b""


class Facts(NamedTuple):
    """What of a file is a matter of the whole archive: of most files nothing, so that these need not be looked at.

    `void` says that no record could be read; `gated` is a record that is not simply public; `media` are the pictures.
    """

    void: bool
    redact: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    gated: Record | None
    media: tuple[str, ...]
    article: str


NO_FACTS = Facts(False, (), (), None, (), "")


def facts_of(item: Item) -> Facts:
    """What of a file is a matter of the whole archive."""
    record = item.record
    plain = record is None or (record.status is Status.USABLE and record.embargo is None)
    return Facts(
        record is None,
        item.redact,
        item.problems,
        None if plain else record,
        tuple(media.file for media in getattr(record, "media", ()) if media.file),
        item.article,
    )


class Records(Mapping[str, Record]):
    """The records of some files by `folder/id`, as others need to know them: each unpacked when it is asked for.

    `paths` are their files; `other` are those that are seen otherwise than they are written, by path.
    """

    def __init__(
        self, paths: Mapping[str, str], items: Mapping[str, Item], other: Mapping[str, Record] | None = None
    ) -> None:
        self.paths = paths
        self._items = items
        self._other = other if other is not None else {}

    def __getitem__(self, key: str) -> Record:
        path = self.paths[key]
        found = self._other[path] if path in self._other else self._items[path].record
        assert found is not None
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def keys(self) -> KeysView[str]:
        """The records' `folder/id`."""
        return self.paths.keys()


class Files(NamedTuple):
    """The files of records by `folder/id`: of all, and of those that are public."""

    all: Mapping[str, str]
    public: Mapping[str, str]

    def shown(self, order: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """The order of the records that are public, of that of all."""
        if len(self.all) == len(self.public):
            return order
        return {folder: tuple(key for key in keys if key in self.public) for folder, keys in order.items()}


def files_of(items: Iterable[str], facts: Mapping[str, Facts], held: Iterable[str]) -> Files:
    """The files of the records; `held` are the paths of those that are not public."""
    start, usual = len(CONTENT), CONTENT.count("/") + 1  # most stand in the folder of their kind: told at once
    paths = {
        path[start:-3] if path.count("/") == usual and path.endswith(".md") else key_at(path): path
        for path in record_files(items, facts)
    }
    kept_in = [key_at(path) for path in held]
    return Files(paths, without(paths, kept_in) if kept_in else paths)


def record_files(items: Iterable[str], facts: Mapping[str, Facts]) -> Iterator[str]:
    """The files in which there is a record."""
    void = {path for path, found in facts.items() if found.void}
    return (path for path in items if path.startswith(CONTENT) and path not in void)


def key_at(path: str) -> str:
    """The `folder/id` of the record in a file of `content/`."""
    inside = path[len(CONTENT) :]
    if inside.count("/") == 1:
        return inside.removesuffix(".md")
    folder, _, rest = inside.partition("/")
    return f"{folder}/{PurePosixPath(rest).stem}"


def without(values: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """A mapping without some of its keys."""
    found = dict(values)
    for key in gone:
        found.pop(key, None)
    return found
