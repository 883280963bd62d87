"""The reload script's tag, put into pages as they are sent: the files on the disk stay as they were built."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.preview.shown import Shown

TOOLS = "__sitegen__/"
_STYLESHEET = re.compile(rb"<link\b[^>]*\bstylesheet\b[^>]*>", re.IGNORECASE)
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def inject(html: bytes, shown: Shown, *, lists_notices: bool = False) -> bytes:
    """A page with the script's tag before the end of its body."""
    tag = _tag(html, shown, lists_notices=lists_notices)
    ends = list(_BODY_END.finditer(html))
    at = ends[-1].start() if ends else len(html)
    return html[:at] + tag + html[at:]


def _tag(html: bytes, shown: Shown, *, lists_notices: bool) -> bytes:
    """The tag says what the page is made of, so that the script can tell whether it must be loaded again.

    `page` stands for all of it and `matter` for all but its stylesheets, which can be exchanged where it stands.
    """
    marks = {
        "version": shown.version,
        "base": shown.address,
        "page": _digest(html, shown.media),
        "matter": _digest(_STYLESHEET.sub(b"", html), shown.media),
        **({"listed": "yes"} if lists_notices else {}),
    }
    written = "".join(f' data-{name}="{escape(value)}"' for name, value in marks.items())
    return f'<script src="{escape(shown.address)}{TOOLS}reload.js"{written}></script>'.encode()


def _digest(html: bytes, media: int) -> str:
    return hashlib.sha256(b"%d\0%s" % (media, html)).hexdigest()[:16]
