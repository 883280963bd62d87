"""The preview's own pages: no site yet, nothing there, not here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sitegen.preview.inject import TOOLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.preview.shown import Notice, Shown

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_SECONDS = 4


def no_site(shown: Shown) -> bytes:
    """There was no build without errors since the preview began: what is wrong, or that the first one is under way."""
    if not shown.notices:
        return _page(shown, "The site is being built", "<p>It appears here as soon as it is ready.</p>")
    words = "<p>There is no page to show yet. This list renews itself when a file is saved.</p>"
    return _page(shown, "The site cannot be built", words + _list(shown.notices))


def nothing_there(shown: Shown) -> bytes:
    """The page for what is not there, where the site has none of its own."""
    return _page(shown, "Not found", f'<p>There is no such page. <a href="{escape(shown.address)}">To the site</a></p>')


def outside(shown: Shown, path: str) -> bytes:
    """A request for a path outside the site: it says so, and leads there."""
    base = escape(shown.address)
    words = (
        f"<p><code>{escape(path)}</code> is outside the site, which stands at "
        f'<a href="{base}"><code>{base}</code></a> because <code>url</code> in <code>content/site.yaml</code> says so. '
        "A link that led here would be broken on the published site too.</p>"
    )
    refresh = f'<meta http-equiv="refresh" content="{_SECONDS}; url={base}">'
    return _page(shown, "Outside the site", words, refresh)


def plain(shown: Shown, sentence: str) -> bytes:
    """A refusal in one sentence."""
    return _page(shown, sentence, "")


def _list(found: Iterable[Notice]) -> str:
    return f"<ol>{''.join(map(_item, found))}</ol>"


def _item(notice: Notice) -> str:
    place = f"<code>{escape(notice.place)}</code> " if notice.place else ""
    code = f"[{escape(notice.code)}]" if notice.code else ""
    hint = f"<small>{escape(notice.hint)}</small>" if notice.hint else ""
    return f"<li>{place}<b>{escape(notice.severity)}{code}</b> <span>{escape(notice.message)}</span>{hint}</li>"


def _page(shown: Shown, title: str, body: str, head: str = "") -> bytes:
    style = f"{escape(shown.address)}{TOOLS}preview.css"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="{style}">\n{head}</head>\n'
        f'<body class="plain">\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n'
    ).encode()
