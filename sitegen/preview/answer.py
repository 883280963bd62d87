"""A request to an answer: what may be asked for, by whom, and what is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import quote, unquote_to_bytes

from sitegen.preview import pages
from sitegen.preview.files import HTML, content_type, find, open_file
from sitegen.preview.inject import TOOLS, inject

if TYPE_CHECKING:
    from sitegen.preview.shown import Shown

_HERE = Path(__file__).parent
_TOOLS = ("reload.js", "preview.css")
_NEVER = re.compile(r"[\x00-\x1f\x7f\\]")
EVENTS = "events"
NOT_FOUND = "404.html"


class Request(NamedTuple):
    """What of a request matters: the target as it came, and every Host that was named."""

    method: str
    target: str
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent: a body, or an open file, or (`events`) a stream of what is shown from now on."""

    status: HTTPStatus
    kind: str = HTML
    body: bytes = b""
    file: BinaryIO | None = None
    location: str = ""
    own: bool = False
    events: bool = False


def answer(request: Request, shown: Shown, port: int) -> Answer:
    """The answer to a request to the preview on `port`."""
    path = _decoded(request.target)
    if not _for_us(request.hosts, port):
        # a page elsewhere can lead its own name to this machine, and must not read the archive through it
        return _own(HTTPStatus.FORBIDDEN, pages.plain(shown, "This preview answers to its own address only"))
    if request.method not in ("GET", "HEAD"):
        return _own(HTTPStatus.METHOD_NOT_ALLOWED, pages.plain(shown, "A preview can only be read"))
    if path is None:
        return _own(HTTPStatus.BAD_REQUEST, pages.plain(shown, "This is no address"))
    _, mark, tool = path.rpartition(f"/{TOOLS}")
    return _tool(tool, shown) if mark else _page(path, shown)


def _page(path: str, shown: Shown) -> Answer:
    if not path.startswith(shown.base_path):
        return _outside(path, shown)
    if not shown.built:
        page = inject(pages.no_site(shown), shown, lists_notices=True)
        return _own(HTTPStatus.SERVICE_UNAVAILABLE, page)
    return _of_site(path.removeprefix(shown.base_path), shown)


def _for_us(hosts: tuple[str, ...], port: int) -> bool:
    ours = {f"127.0.0.1:{port}", f"localhost:{port}"} | ({"127.0.0.1", "localhost"} if port == 80 else set())  # noqa: PLR2004 - the port that is not written
    return len(hosts) == 1 and hosts[0].strip().lower() in ours


def _decoded(target: str) -> str | None:
    """The path of a target, decoded once; None where it is no path or hides something."""
    path = target.partition("?")[0].partition("#")[0]
    try:
        decoded = unquote_to_bytes(path.encode("latin-1")).decode()
    except UnicodeError:
        return None
    return decoded if decoded.startswith("/") and not _NEVER.search(decoded) else None


def _tool(name: str, shown: Shown) -> Answer:
    """The script, its stylesheet, the events: found below any path, so that a moved base path does not cut them off."""
    if name == EVENTS:
        return Answer(status=HTTPStatus.OK, kind="text/event-stream", events=True)
    if name in _TOOLS:
        return Answer(status=HTTPStatus.OK, kind=content_type(name), body=(_HERE / name).read_bytes())
    return _own(HTTPStatus.NOT_FOUND, pages.nothing_there(shown))


def _outside(path: str, shown: Shown) -> Answer:
    if path in ("/", shown.base_path.rstrip("/")):
        return _moved(shown.address, shown)
    return _own(HTTPStatus.NOT_FOUND, pages.outside(shown, path))


def _of_site(relative: str, shown: Shown) -> Answer:
    """A file of the site; a folder's index, and a page without its suffix, as GitHub Pages finds them."""
    name = relative + "index.html" if not relative or relative.endswith("/") else relative
    place = find(shown.folder, name)
    if place is not None and place.is_dir():
        return _moved(shown.address + quote(relative) + "/", shown)
    found = _file(place, HTTPStatus.OK, shown) or _file(find(shown.folder, name + ".html"), HTTPStatus.OK, shown)
    return found or _not_found(shown)


def _not_found(shown: Shown) -> Answer:
    own = _file(find(shown.folder, NOT_FOUND), HTTPStatus.NOT_FOUND, shown)
    return own or _own(HTTPStatus.NOT_FOUND, inject(pages.nothing_there(shown), shown))


def _file(place: Path | None, status: HTTPStatus, shown: Shown) -> Answer | None:
    file = open_file(place) if place is not None else None
    if place is None or file is None:
        return None
    kind = content_type(place.name)
    if kind != HTML:
        return Answer(status=status, kind=kind, file=file)
    with file:
        return Answer(status=status, kind=kind, body=inject(file.read(), shown))


def _moved(location: str, shown: Shown) -> Answer:
    return Answer(
        status=HTTPStatus.FOUND, body=pages.plain(shown, "The site is elsewhere"), location=location, own=True
    )


def _own(status: HTTPStatus, body: bytes) -> Answer:
    return Answer(status=status, body=body, own=True)
