"""A file to its YAML head, with the place of every node, and its Markdown body."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from sitegen.load.nodes import Items, Pairs, Scalar
from sitegen.load.plain_yaml import read_plain
from sitegen.model.codes import problem
from sitegen.model.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import MarkedYAMLError

    from sitegen.load.nodes import Entry, Node

MAX_FILE = 8 * 1024 * 1024
MAX_HEAD = 512 * 1024
_OPENING = re.compile(r"---[ \t]*(?=\n|\Z)")
_CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)")
MAX_DEPTH = 40
_NO_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")
_BIDI_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FIT = bytes([*b"\t\n", *range(32, 127)])
_SUSPECT = re.compile(r"[&*!]|^[ \t?:-]{80}", re.MULTILINE)
_MANY = 80
"""What may be an anchor, alias or tag, or be nested so deeply that the parser would be the end of us."""
_REFUSED = (
    (_CONTROL, "control-character", "a control character"),
    (_BIDI_OVERRIDE, "bidi-override", "a character that reverses the text around it"),
)


@cache
def _loader() -> Any:
    """A loader of nodes without tags: every value is what was written, and nobody asks whether it looks like a number.

    It is made when it is wanted, for most files need none.
    """
    import yaml

    safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(safe):  # type: ignore[misc]  # one of two, with C or without
        def descend_resolver(self, *_: object) -> None:
            """Nothing is looked for within a node."""

        def ascend_resolver(self) -> None:
            """Nothing was looked for."""

        def resolve(self, *_: object) -> str:
            """No tag."""
            return ""

    return Loader


@dataclass(slots=True)
class Document:
    """One file while it is read: where it is, and the problems found so far."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    redact: Callable[[str], str] = str
    head: Pairs | None = None
    head_text: str = ""
    body: str = ""
    body_line: int = 1
    head_line: int = 1
    line_ends: list[int] = field(default_factory=list)

    def report(self, code: str, message: str, hint: str = "", *, node: Node | None = None, line: int = 0) -> None:
        """Keep a problem, at a node of the front matter, at a line, or about the file as a whole."""
        self.problems.append(problem(self.span(node, line), code, message, hint))

    def span(self, node: Node | None = None, line: int = 0) -> Span:
        """The place of a node in the file, or of a line, or the file as a whole."""
        if node is not None:
            return Span(self.path, node.line, node.column)
        return Span(self.path, line, 1 if line else 0)

    def at(self, mark: Any) -> Span:
        """The place of a parser's mark: the front matter's own offset is added here and nowhere else."""
        if mark is None:
            return Span(self.path, self.head_line, 1)
        # Its own count of lines has signs that no editor breaks a line at.
        if not self.line_ends:
            self.line_ends = [-1, *(end.start() for end in re.finditer("\n", self.head_text))]
        line = bisect_left(self.line_ends, mark.index)
        return Span(self.path, line - 1 + self.head_line, mark.index - self.line_ends[line - 1])

    def text(self, node: Scalar) -> str:
        """A scalar's text with redacted strings replaced: nothing after this sees them."""
        return self.redact(node.value)


def decode(document: Document, data: bytes) -> str | None:
    """The text of a file: UTF-8, any line ends, no control characters; else a problem and None."""
    if len(data) > MAX_FILE:
        document.report("file-too-large", f"the file has {len(data):,} bytes", f"the limit is {MAX_FILE:,}")
        return None
    try:
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        document.report("not-utf-8", f"byte {error.start} is not UTF-8", "save the file as UTF-8", line=line)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _report_strange_characters(document, text)
    return text


def _report_strange_characters(document: Document, text: str) -> None:
    # Nearly every character is plain ASCII: what is left without them is looked at first.
    left = text.encode().translate(None, _FIT).decode()
    if not any(pattern.search(left) for pattern, _, _ in _REFUSED):
        return
    for pattern, code, what in _REFUSED:
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start()) + 1
            span = Span(document.path, line, found.start() - text.rfind("\n", 0, found.start()))
            message = f"the text holds {what}, U+{ord(found.group()):04X}"
            document.problems.append(problem(span, code, message, "remove it"))


def read(path: str, data: bytes) -> Document:
    """A content file to a document; on a fault that hides the front matter, `head` stays None and says why."""
    document = Document(path)
    text = decode(document, data)
    if text is None:
        return document
    if not text.startswith("---"):
        document.report(
            "no-front-matter", "the file does not begin with front matter", "begin it with a line `---`", line=1
        )
        return document
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        document.report("no-front-matter", "the front matter has no end", "close it with a line `---`", line=1)
        return document
    document.head_line = 2
    document.body = text[closing.end() + 1 :]
    document.body_line = text.count("\n", 0, closing.end()) + 2
    document.head = compose(document, text[opening.end() + 1 : closing.start() + 1])
    return document


def compose(document: Document, text: str) -> Pairs | None:
    """YAML to its nodes: one mapping, no aliases, no tags of one's own; else a problem and None."""
    if len(text) > MAX_HEAD:
        document.report(
            "file-too-large", f"the front matter has {len(text):,} characters", f"the limit is {MAX_HEAD:,}"
        )
        return None
    document.head_text = text
    return read_plain(text, document.head_line) or _parsed(document, text)


def _parsed(document: Document, text: str) -> Pairs | None:
    import yaml

    try:
        suspect = _SUSPECT.search(text) or text.count("[") + text.count("{") > _MANY
        if suspect and _refuse_features(document, text):
            return None
        node = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        _report_yaml(document, error)
        return None
    except (yaml.YAMLError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        document.report("bad-yaml", f"the front matter cannot be read: {reason}", line=document.head_line)
        return None
    if not isinstance(node, yaml.nodes.MappingNode):
        document.report(
            "bad-yaml", "the front matter is no list of keys", "write `key: value` lines", line=document.head_line
        )
        return None
    head = _pairs(document, node)
    if "\\" in text:
        _report_escaped(document, head)
    return head


def _node(document: Document, node: Any) -> Node:
    """A node of the YAML parser's as one of ours."""
    if node.id == "mapping":
        return _pairs(document, node)
    _, line, column = document.at(node.start_mark)
    if node.id == "sequence":
        return Items(tuple(_node(document, item) for item in node.value), line, column)
    return Scalar(str(node.value), line, column, plain=not node.style)


def _pairs(document: Document, node: Any) -> Pairs:
    _, line, column = document.at(node.start_mark)
    return Pairs(tuple(_entry(document, key, value) for key, value in node.value), line, column)


def _entry(document: Document, key: Any, value: Any) -> Entry:
    _, line, column = document.at(key.start_mark)
    name = str(key.value) if key.id == "scalar" else ""
    return name, _node(document, value), line, column


def _report_escaped(document: Document, node: Node) -> None:
    """Characters that are refused as themselves are refused as escapes of quoted YAML too."""
    if isinstance(node, Pairs):
        for key, value, line, column in node.pairs:
            _report_escaped(document, Scalar(key, line, column))
            _report_escaped(document, value)
        return
    if isinstance(node, Items):
        for inner in node.nodes:
            _report_escaped(document, inner)
        return
    for pattern, code, what in _REFUSED:
        if found := pattern.search(node.value):
            message = f"an escape stands for {what}, U+{ord(found.group()):04X}"
            document.report(code, message, "remove it", node=node)


def _report_yaml(document: Document, error: MarkedYAMLError) -> None:
    mark = error.problem_mark or error.context_mark
    what = error.problem or error.context or "it is not YAML"
    hint = "quote a value that holds `: `, `#` or begins with a special character"
    document.problems.append(problem(document.at(mark), "bad-yaml", f"the front matter cannot be read: {what}", hint))


def _refuse_features(document: Document, text: str) -> bool:
    """Look at YAML event by event, before a tree is made of it: what is refused, and what is nested too deeply."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        depth += isinstance(event, yaml.events.CollectionStartEvent) - isinstance(event, yaml.events.CollectionEndEvent)
        anchored = getattr(event, "anchor", None) is not None
        tagged = getattr(event, "tag", None) not in (None, "!")
        if anchored or tagged:
            what = "an anchor or alias" if anchored else "a tag"
            span = document.at(event.start_mark)
            hint = "write the value out, or quote it if it is text"
            document.problems.append(problem(span, "yaml-feature", f"the front matter uses {what} of YAML", hint))
            return True
        if depth > MAX_DEPTH:
            span = document.at(event.start_mark)
            message = "the front matter cannot be read: it is nested too deeply"
            document.problems.append(
                problem(span, "bad-yaml", message, "no record has lists within lists within lists")
            )
            return True
    return False
