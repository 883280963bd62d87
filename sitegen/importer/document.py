"""What came in: a document as it was read, before anything is done to its text."""

from __future__ import annotations

from typing import NamedTuple


class Flag(NamedTuple):
    """Something a curator should look at; `line` is 0 where it concerns the whole document."""

    code: str
    line: int
    message: str


class Refusal(NamedTuple):
    """Why a document is no article: a code from `FLAGS_AND_REASONS`, and a sentence."""

    code: str
    message: str


class Stated(NamedTuple):
    """A fact that a file states about itself, and where it states it."""

    field: str
    value: str
    origin: str


class Capture(NamedTuple):
    """An archived copy that a document was read from."""

    url: str
    at: str
    sha256: str


class Document(NamedTuple):
    """One text out of one file. A table, a feed or a web archive holds many: `part` tells them apart."""

    file: str
    sha256: str
    size: int
    text: str
    part: str = ""
    encoding: str = "utf-8"
    markdown: bool = False
    stated: tuple[Stated, ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    captures: tuple[Capture, ...] = ()
    flags: tuple[Flag, ...] = ()
    refusal: Refusal | None = None
    raw: bytes = b""

    @property
    def name(self) -> str:
        """How the document is called in reports: its file, and its part where the file holds several."""
        return f"{self.file}#{self.part}" if self.part else self.file

    def states(self, field: str) -> Stated | None:
        """The first statement about a field: readers put the most trustworthy first."""
        return next((fact for fact in self.stated if fact.field == field and fact.value), None)
