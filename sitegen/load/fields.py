"""One reader for each kind of field: a YAML node to a typed value, or a problem at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from sitegen.load.nodes import Items, Pairs, Scalar
from sitegen.model.dates import DateError, PartialDate
from sitegen.model.problem import did_you_mean
from sitegen.model.records import Confidence, Ref
from sitegen.model.safe_url import safe_url

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from enum import StrEnum

    from sitegen.load.frontmatter import Document
    from sitegen.load.nodes import Node

    E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "yes"})
_FALSE = frozenset({"false", "no"})
CONFIDENCE_LEVELS = ("low", "medium", "high")


class Fields:
    """A mapping of the front matter, asked for key by key; `finish` reports the keys that nobody asked for."""

    def __init__(
        self, document: Document, node: Pairs, where: str = "", confidence: list[Confidence] | None = None
    ) -> None:
        self.document = document
        self.node = node
        self.where = where
        self.asked: set[str] = set()
        self.confidence: list[Confidence] = [] if confidence is None else confidence
        self.nodes = {key: value for key, value, _, _ in node.pairs}
        if len(self.nodes) < len(node.pairs) or "" in self.nodes:
            self.nodes = dict(self._first_of_each_key())

    def _first_of_each_key(self) -> Iterator[tuple[str, Node]]:
        seen: dict[str, int] = {}
        for name, value, line, column in self.node.pairs:
            key = Scalar(name, line, column)
            if not name:
                self.document.report("bad-yaml", "a key must be a word", node=key)
            elif name in seen:
                hint = f"the first is in line {seen[name]}"
                self.document.report("duplicate-key", f'the key "{name[:80]}" stands twice', hint, node=key)
            else:
                seen[name] = line
                yield name, value

    def take(self, key: str) -> Node | None:
        """The node under a key, out of its `{value, confidence, note}` where it is wrapped in one."""
        self.asked.add(key)
        node = self.nodes.get(key)
        if node is None:
            return None
        if isinstance(node, Scalar):
            return None if node.plain and node.value in _NOTHING else node
        if isinstance(node, Pairs) and any(entry[0] == "confidence" for entry in node.pairs):
            return self._unwrap(key, node)
        return node

    def _unwrap(self, key: str, node: Pairs) -> Node | None:
        wrapped = Fields(self.document, node, f"{self.where}{key}.")
        level = wrapped.choice("confidence", CONFIDENCE_LEVELS)
        note = wrapped.text("note")
        value = wrapped.take("value")
        wrapped.finish()
        if value is None:
            hint = "write `{value: …, confidence: low | medium | high}`"
            self.document.report("missing-key", f'"{wrapped.where}value" is missing', hint, node=node)
        given = Confidence(f"{self.where}{key}", level, note)
        if level and given not in self.confidence:
            self.confidence.append(given)
        return value

    def finish(self) -> None:
        """Report every key that is not of this mapping, with the one that was probably meant."""
        if self.asked.issuperset(self.nodes):
            return
        for name, _, line, column in self.node.pairs:
            if name and name not in self.asked:
                hint = did_you_mean(name, self.asked) or f"known here: {', '.join(sorted(self.asked))}"
                message = f'"{self.where}{name[:80]}" is no key of this record'
                self.document.report("unknown-key", message, hint, node=Scalar(name, line, column))

    def wrong(self, node: Node, key: str, expected: str) -> None:
        """Report that a value is not of the kind that its key asks for."""
        self.document.report("bad-value", f'"{self.where}{key}" must be {expected}', node=node)

    def scalar(self, key: str, expected: str = "text") -> tuple[Scalar, str] | None:
        """A scalar's node and its text, stripped; a problem where the value is a list or a mapping."""
        node = self.take(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.wrong(node, key, expected)
            return None
        return node, self.document.redact(node.value).strip()

    def text(self, key: str, limit: int = 0) -> str:
        """Plain text, always as it is written: `no` stays "no" and 1.10 stays "1.10"."""
        found = self.scalar(key)
        if found is None:
            return ""
        node, text = found
        if limit and len(text) > limit:
            self.document.report(
                "too-long", f'"{self.where}{key}" has {len(text)} characters', f"at most {limit}", node=node
            )
        return text

    def date(self, key: str) -> PartialDate | None:
        """A date known in part (EDTF)."""
        found = self.scalar(key, "a date")
        return parse_date(self.document, *found) if found else None

    def choice(self, key: str, known: Collection[str]) -> str:
        """One of a list of words."""
        found = self.scalar(key, "one word")
        if found is None:
            return ""
        return self._one_of(key, *found, known)

    def choices(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Several of a list of words."""
        nodes = self.items(key)
        found = [self._one_of(key, node, text, known) for node in nodes if (text := self._word(key, node))]
        return tuple(word for word in dict.fromkeys(found) if word)

    def _one_of(self, key: str, node: Node, text: str, known: Collection[str]) -> str:
        if text in known:
            return text
        hint = did_you_mean(text, known) or f"one of: {', '.join(known)}"
        self.document.report("unknown-word", f'"{text[:80]}" is no {self.where}{key}', hint, node=node)
        return ""

    def enum(self, key: str, kind: type[E]) -> E | None:
        """One of an enumeration's words."""
        found = self.scalar(key, "one word")
        if found is None:
            return None
        node, text = found
        try:
            return kind(text)
        except ValueError:
            self._one_of(key, node, text, tuple(kind))
            return None

    def url(self, key: str) -> str:
        """An address that may stand in a link, else a problem."""
        found = self.scalar(key, "an address")
        if found is None:
            return ""
        node, text = found
        safe = safe_url(text)
        if safe is None:
            self.document.report(
                "bad-url", f'"{text[:80]}" is no address that can be linked', "write it with https://", node=node
            )
            return ""
        return safe

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        found = self.scalar(key, "true or false")
        if found is None:
            return default
        node, text = found
        if text not in _TRUE | _FALSE:
            self.wrong(node, key, "true or false")
            return default
        return text in _TRUE

    def integer(self, key: str) -> int | None:
        """A whole number, not negative."""
        found = self.scalar(key, "a whole number")
        if found is None:
            return None
        node, text = found
        if not text.isascii() or not text.isdigit() or len(text) > 9:  # noqa: PLR2004 - under a milliard
            self.wrong(node, key, "a whole number")
            return None
        return int(text)

    def language(self, key: str) -> str:
        """A BCP 47 language tag."""
        return self._matching(key, _LANGUAGE, "bad-language", "a language tag", "write it like `en` or `ar-SY`")

    def sha256(self, key: str) -> str:
        """A SHA-256 digest in hexadecimal."""
        return self._matching(key, _SHA256, "bad-value", "a SHA-256 digest", "64 digits 0-9 and a-f")

    def _matching(self, key: str, pattern: re.Pattern[str], code: str, what: str, hint: str) -> str:
        found = self.scalar(key, what)
        if found is None:
            return ""
        node, text = found
        if not pattern.match(text):
            self.document.report(code, f'"{text[:80]}" is no {what}', hint, node=node)
            return ""
        return text

    def ref(self, key: str) -> Ref | None:
        """A reference to one record."""
        found = self.scalar(key, "the id of a record")
        return as_ref(self.document, *found) if found else None

    def refs(self, key: str) -> tuple[Ref, ...]:
        """References to several records, each once."""
        refs: dict[str, Ref] = {}
        for node in self.items(key):
            if not isinstance(node, Scalar):
                self.wrong(node, key, "a list of ids")
            elif (ref := as_ref(self.document, node, self.document.redact(node.value).strip())) is not None:
                refs.setdefault(ref.id, ref)
        return tuple(refs.values())

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = [self._word(key, node) for node in self.items(key)]
        return tuple(word for word in found if word)

    def _word(self, key: str, node: Node) -> str:
        if isinstance(node, Scalar):
            return self.document.text(node).strip()
        self.wrong(node, key, "a list of texts")
        return ""

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list; a single value stands for a list of one."""
        node = self.take(key)
        if node is None:
            return ()
        return node.nodes if isinstance(node, Items) else (node,)

    def mapping(self, key: str) -> Fields | None:
        """A mapping within this one."""
        node = self.take(key)
        return self.within(key, node) if node is not None else None

    def has(self, key: str) -> bool:
        """Whether there is a value under a key, good or not."""
        return self.take(key) is not None

    def named(self, key: str) -> tuple[tuple[str, Fields], ...]:
        """The mappings of a mapping, each by its key."""
        outer = self.mapping(key)
        found = ((name, outer.within(name, node)) for name, node in outer.nodes.items()) if outer is not None else ()
        return tuple((name, fields) for name, fields in found if fields is not None)

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """A list of mappings within this one."""
        nodes = self.items(key)
        return tuple([inner for node in nodes if (inner := self.within(key, node)) is not None]) if nodes else ()

    def within(self, key: str, node: Node) -> Fields | None:
        """A node of this mapping as a mapping of its own, else a problem."""
        if isinstance(node, Pairs):
            return Fields(self.document, node, f"{self.where}{key}.", self.confidence)
        self.wrong(node, key, "a list of keys, like `{key: value}`")
        return None

    def each(self, key: str, reader: Callable[[Fields], T | None]) -> tuple[T, ...]:
        """Every mapping of a list read by `reader`, and its unknown keys reported."""
        found = self.mappings(key)
        return tuple([value for fields in found if (value := read_all(fields, reader)) is not None]) if found else ()

    def one(self, key: str, reader: Callable[[Fields], T | None]) -> T | None:
        """The mapping under a key read by `reader`, and its unknown keys reported."""
        fields = self.mapping(key)
        return read_all(fields, reader) if fields is not None else None


def read_all(fields: Fields, reader: Callable[[Fields], T | None]) -> T | None:
    """A mapping read whole: what the reader did not ask for is unknown."""
    value = reader(fields)
    fields.finish()
    return value


def parse_date(document: Document, node: Node, text: str) -> PartialDate | None:
    """A date known in part, or a problem at its node."""
    try:
        return PartialDate.parse(text)
    except DateError as error:
        document.report("bad-date", str(error), error.hint, node=node)
        return None


def as_ref(document: Document, node: Node, text: str) -> Ref | None:
    """An id with its place, or a problem where it cannot be an id."""
    if not _ID.match(text):
        hint = "an id is the file name of a record: lower-case letters, digits and hyphens"
        document.report("bad-id", f'"{text[:80]}" is no id', hint, node=node)
        return None
    return Ref(text, node.line, node.column)
