"""Text as XML has it. Made here, since the library for it loads a client for the network when it is imported."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_XML = "\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
"""What an XML document may hold: no control characters but these, and no halves of characters, not even escaped."""
_INSTEAD = "\N{REPLACEMENT CHARACTER}"
_TEXT: Mapping[int, str] = MappingProxyType(str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}))
_IN_QUOTES: Mapping[int, str] = MappingProxyType(str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}))


@cache
def _no_xml() -> re.Pattern[str]:
    """Made when it is wanted: that takes as long as a page."""
    return re.compile(f"[^{_XML}]")


def text(value: str) -> str:
    """A value between two tags; what XML cannot hold is replaced by the sign for that."""
    return _no_xml().sub(_INSTEAD, value).translate(_TEXT)


def attribute(value: str) -> str:
    """A value as an attribute's, with its quotation marks."""
    return f'"{text(value).translate(_IN_QUOTES)}"'
