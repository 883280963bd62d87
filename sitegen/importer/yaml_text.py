"""The little YAML that the importer writes: flow values on one line, every string safe, a text as a literal block.

The library's emitter takes more time than all the reading of an article. A test holds that it reads back what this
writes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN = re.compile(r"[^\W\d_](?:[\w ’“”()/;!&%+.-]*[\w’”)!%.])?|\d{4}-[\dX]{2}(?:-[\dX]{2})?(?:/\d{4}-\d\d-\d\d)?")
_WORDS_OF_YAML = frozenset("true false yes no null on off y n nan inf".split())  # noqa: SIM905 -- a list reads worse
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NO_BLOCK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def yaml_line(value: object) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_string(str(key))}: {yaml_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(yaml_line, value)) + "]"
    return "null" if value is None else str(value)


def _string(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def yaml_block(text: str, indent: str) -> str:
    """A text of several lines as a literal block; as a quoted string where a block could not hold it."""
    if _NO_BLOCK.search(text) or not text.endswith("\n") or text.endswith("\n\n") or text[:1] in " \n\t":
        return _string(text)
    return "|\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in text[:-1].split("\n")).rstrip("\n")


def yaml_list(values: Sequence[object], indent: str) -> str:
    """A list, a value a line."""
    return "".join(f"\n{indent}- {yaml_line(value)}" for value in values) or " []"
