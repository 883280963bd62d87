"""What the archive knows by name, and what a text names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["actor", "place", "tag", "source"]


class Name(NamedTuple):
    """One spelling of one record: `exact_case` for acronyms that are words too; `within`, the places around a place."""

    kind: Kind
    id: str
    text: str
    language: str | None = None
    exact_case: bool = False
    within: tuple[str, ...] = ()


class Known(NamedTuple):
    """A text that the archive holds already, for finding copies of it."""

    id: str
    text: str
    sha256: str = ""


@dataclass(frozen=True)
class Authority:
    """What the archive knows and the importer needs: the names of its records, and the texts it holds."""

    names: tuple[Name, ...] = ()
    texts: tuple[Known, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def label(self, record: str) -> str:
        """A record's own title, for a reader."""
        return dict(self.labels).get(record, record)


class Mention(NamedTuple):
    """A name as it stands in a line: `quote` is `line[start:end]`."""

    kind: Kind
    id: str
    quote: str
    line: int
    start: int
    end: int
