"""The preview's server: sockets and headers around `answer`. It listens on this machine's own address only."""

from __future__ import annotations

import errno
import socketserver
import sys
import threading
from contextlib import contextmanager, nullcontext
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any, cast

from sitegen.model.problem import SitegenError
from sitegen.preview.answer import Answer, Request, answer
from sitegen.preview.pages import POLICY
from sitegen.preview.shown import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.preview.board import Board

ADDRESS = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8000, 8099
_SILENCE = 5.0
"""Seconds after which an idle stream is written to, so that a browser that has gone is noticed."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "sitegen"
    timeout = 10

    def _respond(self) -> None:
        server = cast("Server", self.server)
        if self.headers.get("Content-Length", "0") != "0" or self.headers.get("Transfer-Encoding"):
            self.close_connection = True  # a body is never read, so nothing after it is believed
        request = Request(self.command, self.path, tuple(self.headers.get_all("Host", ())))
        found = answer(request, server.board.shown, server.server_port)
        if found.events and self.command == "GET":
            self._stream(server.board)
        else:
            self._send(found)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _respond  # noqa: N815 - names that the base class asks for

    def _send(self, found: Answer) -> None:
        length = _length(found)
        if found.status >= HTTPStatus.BAD_REQUEST and found.status is not HTTPStatus.NOT_FOUND:
            self.close_connection = True
        with found.file or nullcontext() as file:
            self._head(found, {} if found.events else {"Content-Length": str(length)})
            if self.command == "HEAD":
                return
            self.wfile.write(found.body)
            if file is not None:
                copyfileobj(file, self.wfile)

    def _head(self, found: Answer, more: dict[str, str]) -> None:
        self.send_response(found.status)
        fields = {
            "Content-Type": found.kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Cross-Origin-Resource-Policy": "same-origin",
            **({"Content-Security-Policy": POLICY} if found.own else {}),
            **({"Location": found.location} if found.location else {}),
            **({"Allow": "GET, HEAD"} if found.status is HTTPStatus.METHOD_NOT_ALLOWED else {}),
            **({"Connection": "close"} if self.close_connection else {}),
            **more,
        }
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()

    def _stream(self, board: Board) -> None:
        """Server-sent events: what is shown now, and each newer state as soon as it is there."""
        self.close_connection = True
        self._head(Answer(status=HTTPStatus.OK, kind="text/event-stream"), {})
        self.wfile.write(b"retry: 500\n\n")
        version = ""
        while not board.closed:
            shown = board.newer(version, _SILENCE)
            version = shown.version if shown else version
            self.wfile.write(f"data: {as_json(shown)}\n\n".encode() if shown else b":\n\n")

    def version_string(self) -> str:
        """The Server field: no versions for others to choose by."""
        return self.server_version

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for the builds."""


def _length(found: Answer) -> int:
    if found.file is None:
        return len(found.body)
    size = found.file.seek(0, 2)
    found.file.seek(0)
    return size


class Server(ThreadingHTTPServer):
    """Listens, and hands each connection to a thread of its own."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers have one port

    def __init__(self, port: int, board: Board) -> None:
        self.board = board
        super().__init__((ADDRESS, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no fault."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def open_server(port: int | None, board: Board) -> Server:
    """A server on `port`, which must be free; None: on the next free one."""
    if port is not None:
        return _listen(port, board)
    for number in range(FIRST_PORT, LAST_PORT + 1):
        try:
            return Server(number, board)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise SitegenError(f"nothing can listen on {ADDRESS}: {error.strerror}") from error
    raise SitegenError(f"the ports {FIRST_PORT} to {LAST_PORT} are all taken", "name a free one: --port 9000")


def _listen(port: int, board: Board) -> Server:
    try:
        return Server(port, board)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            hint = "name another one, or leave --port out to get the next free one"
            raise SitegenError(f"port {port} is taken", hint) from error
        raise SitegenError(f"nothing can listen on port {port}: {error.strerror}", "name another one") from error


@contextmanager
def running(server: Server) -> Iterator[None]:
    """The server at work in a thread of its own; at the end nothing of it is left."""
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), name="preview", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.board.close()
        server.shutdown()
        thread.join()
        server.server_close()
