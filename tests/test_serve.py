"""The preview over real sockets: headers, events, faults that come and go, and how it ends."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from sitegen.model.problem import SitegenError
from sitegen.preview.board import Board
from sitegen.preview.server import Server, open_server, running
from sitegen.preview.shown import Shown
from sitegen.serve import ServeOptions, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60
"""Seconds after which a test fails instead of waiting: never how long something should take."""
SITE = "title: T\ndescription: D\nurl: https://example.org/sub/\n"
ABOUT = "---\ntitle: About\nmenu: 1\n---\n\n{}\n"


def save(path: Path, text: str) -> None:
    """As an editor does: written beside it and renamed over it."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(text)
    beside.replace(path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / "content" / "pages").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(SITE)
    (folder / "content" / "pages" / "about.md").write_text(ABOUT.format("First words."))
    return folder


class Preview:
    """A preview at work: what it said, and what it answers."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._told = threading.Condition()

    def tell(self, words: str) -> None:
        with self._told:
            self.said.append(words)
            self._told.notify_all()

    def heard(self, pattern: str) -> re.Match[str]:
        """The first thing said that fits, as soon as it is said."""
        with self._told:
            assert self._told.wait_for(lambda: any(re.search(pattern, words) for words in self.said), PATIENCE), (
                self.said
            )
            return next(found for words in self.said if (found := re.search(pattern, words)))

    @property
    def port(self) -> int:
        return int(self.heard(r"serving http://127\.0\.0\.1:(\d+)/")[1])

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()

    @contextmanager
    def events(self, base: str = "/sub/") -> Iterator[Callable[[], dict[str, Any]]]:
        """What a browser is told, one state after the other."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", f"{base}__sitegen__/events")
            with connection.getresponse() as answer:
                assert answer.headers["Content-Type"] == "text/event-stream"

                def following() -> dict[str, Any]:
                    while not (line := answer.readline()).startswith(b"data: "):
                        assert line, "the stream ended"
                    found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                    return found

                yield following


@contextmanager
def previewing(root: Path, **options: Any) -> Iterator[Preview]:
    preview, stop, failed = Preview(), threading.Event(), []

    def work() -> None:
        try:
            serve(ServeOptions(root=root, port=0, workers=1, **options), preview.tell, lambda *_: None, stop)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            failed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield preview
    finally:
        stop.set()
        thread.join(PATIENCE)
    assert not thread.is_alive()
    assert not failed, failed


# --- one server, no builds -------------------------------------------------------------------------------------------


@pytest.fixture
def still(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<body>home</body>")
    (tmp_path / "a.jpg").write_bytes(bytes(100_000))
    board = Board(Shown(start="run", folder=tmp_path, base_path="/", built=True))
    server = open_server(0, board)
    with running(server):
        yield server


def raw(server: Server, request: bytes) -> bytes:
    """What comes back for bytes as they are, until the server has nothing more to say."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        found = b""
        while piece := connection.recv(65536):
            found += piece
        return found


def test_it_listens_on_this_machine_only(still: Server) -> None:
    assert still.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET / HTTP/1.1", 200),
        (b"HEAD / HTTP/1.1", 200),
        (b"GET //evil.test/ HTTP/1.1", 404),
        (b"GET /../../etc/passwd HTTP/1.1", 404),
        (b"GET /..%2f..%2fetc/passwd HTTP/1.1", 404),
        (b"GET http://evil.test/ HTTP/1.1", 400),
        (b"POST / HTTP/1.1", 405),
        (b"OPTIONS * HTTP/1.1", 405),
        (b"BREW / HTTP/1.1", 501),
        (b"GET / HTTP/1.1\r\nHost: evil.test", 403),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000, 431),
    ],
)
def test_requests_as_they_come(still: Server, request_line: bytes, status: int) -> None:
    found = raw(still, request_line + b"\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n" % still.server_port)
    assert int(found.split(b" ")[1]) == status
    assert b"access-control" not in found.lower()
    assert b"location:" not in found.lower()


def test_what_follows_a_body_is_not_taken_for_a_request(still: Server) -> None:
    hidden = b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % still.server_port
    head = b"POST / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n\r\n" % (still.server_port, len(hidden))
    assert raw(still, head + hidden).count(b"HTTP/1.1 ") == 1


def test_a_connection_is_kept_for_the_next_request(still: Server) -> None:
    once = b"GET /a.jpg HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % still.server_port
    found = raw(still, once + once)
    assert found.count(b"HTTP/1.1 200") == 2
    assert found.count(bytes(100_000)) == 2


def test_a_client_that_says_nothing_keeps_nobody_waiting(still: Server) -> None:
    silent = [socket.create_connection(("127.0.0.1", still.server_port), timeout=PATIENCE) for _ in range(20)]
    try:
        silent[0].sendall(b"GET / HT")
        assert raw(still, b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % still.server_port).startswith(
            b"HTTP/1.1 200"
        )
    finally:
        for connection in silent:
            connection.close()
    assert still.RequestHandlerClass.timeout is not None


def test_a_browser_that_goes_away_leaves_no_trace_in_the_terminal(
    still: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", still.server_port)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.sendall(b"GET /a.jpg HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % still.server_port)
    assert raw(still, b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % still.server_port)
    assert capsys.readouterr() == ("", "")


def test_a_taken_port_is_named_and_the_next_free_one_is_found(still: Server) -> None:
    with pytest.raises(SitegenError, match=f"port {still.server_port} is taken"):
        open_server(still.server_port, still.board)
    with (
        closing(open_server(None, still.board).socket) as first,
        closing(open_server(None, still.board).socket) as second,
    ):
        ports = [found.getsockname()[1] for found in (first, second)]
    assert 8000 <= ports[0] < ports[1]


# --- the whole ----------------------------------------------------------------------------------------------------


def test_the_site_is_built_apart_and_sent_with_the_script(root: Path) -> None:
    with previewing(root) as preview:
        status, headers, page = preview.get("/sub/pages/about.html")
        assert (status, "First words." in page) == (200, True)
        assert '<script src="/sub/__sitegen__/reload.js"' in page
        assert headers["content-type"] == "text/html; charset=utf-8"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert not [name for name in headers if name.startswith("access-control")]
        head = preview.get("/sub/pages/about.html", "HEAD")
        assert (head[0], head[1]["content-length"], head[2]) == (200, headers["content-length"], "")
        assert len(page.encode()) == int(headers["content-length"])
        assert preview.get("/sub/none.html")[0] == 404
        assert "reload.js" in preview.get("/sub/none.html")[2]
        assert (preview.get("/")[0], preview.get("/")[1]["location"]) == (302, "/sub/")
        assert preview.get("/sub/", "POST")[1]["allow"] == "GET, HEAD"
        assert preview.get("/sub/", Host="evil.test")[0] == 403
        assert f"http://127.0.0.1:{preview.port}/sub/" in preview.get("/sub/sitemap.xml")[2]
        assert preview.get("/sub/__sitegen__/events", "HEAD")[2] == ""
    assert not (root / "output").exists()
    on_disk = next((root / ".cache" / "preview").glob("*/site/pages/about.html"))
    assert "__sitegen__" not in on_disk.read_text()


def test_a_saved_file_is_told_and_shown(root: Path) -> None:
    about = root / "content" / "pages" / "about.md"
    with previewing(root) as preview, preview.events() as following:
        version = following()["version"]
        for words in ("Second words.", "Third words."):
            save(about, ABOUT.format(words))
            told = following()
            assert told["version"] != version
            assert told["notices"] == []
            assert words in preview.get("/sub/pages/about.html")[2]
            version = told["version"]


def test_polling_sees_changes_too(root: Path) -> None:
    with previewing(root, poll=True) as preview, preview.events() as following:
        following()
        save(root / "content" / "pages" / "about.md", ABOUT.format("Seen by looking."))
        following()
        assert "Seen by looking." in preview.get("/sub/pages/about.html")[2]


def test_a_fault_is_laid_over_the_last_good_page_until_it_is_mended(root: Path) -> None:
    about = root / "content" / "pages" / "about.md"
    with previewing(root) as preview, preview.events() as following:
        following()
        save(about, "---\ntitle: About\nmenue: 1\n---\n\nBroken words.\n")
        told = following()
        assert [(notice["place"], notice["code"]) for notice in told["notices"]] == [
            ("content/pages/about.md:3:1", "unknown-key")
        ]
        assert "First words." in preview.get("/sub/pages/about.html")[2]
        preview.heard(r"content/pages/about\.md:3:1")
        save(about, ABOUT.format("First words."))
        assert following()["notices"] == []


def test_a_first_build_that_fails_shows_its_faults_and_then_the_site(root: Path) -> None:
    about = root / "content" / "pages" / "about.md"
    about.write_text("---\n---\n")
    with previewing(root) as preview, preview.events() as following:
        assert following()["notices"]
        status, headers, page = preview.get("/sub/")
        assert (status, "content/pages/about.md" in page) == (503, True)
        assert "default-src 'none'" in headers["content-security-policy"]
        save(about, ABOUT.format("Mended."))
        assert following()["notices"] == []
        assert "Mended." in preview.get("/sub/pages/about.html")[2]


def test_settings_that_are_gone_for_a_moment_are_survived(root: Path) -> None:
    settings = root / "content" / "site.yaml"
    with previewing(root) as preview, preview.events() as following:
        following()
        settings.rename(root / "site.yaml")
        assert "site.yaml" in following()["notices"][0]["message"]
        assert preview.get("/sub/")[0] == 200
        (root / "site.yaml").rename(settings)
        assert following()["notices"] == []


def test_a_moved_base_path_is_told_and_served(root: Path) -> None:
    with previewing(root) as preview, preview.events() as following:
        following()
        save(root / "content" / "site.yaml", SITE.replace("/sub/", "/other/"))
        assert following()["base"] == "/other/"
        assert preview.heard(r"has moved: serving \S+/other/")
        assert preview.get("/other/pages/about.html")[0] == 200
        assert "url=/other/" in preview.get("/sub/pages/about.html")[2]
        with preview.events("/sub/") as late:
            assert late()["base"] == "/other/"


def test_a_folder_that_comes_later_or_is_exchanged_is_watched(root: Path) -> None:
    with previewing(root) as preview, preview.events() as following:
        following()
        (root / "templates" / "pages").mkdir(parents=True)
        (root / "templates" / "pages" / "page.html").write_text(
            '{% extends "!pages/page.html" %}{% block title %}OWN{% endblock %}'
        )
        following()
        assert "<title>OWN</title>" in preview.get("/sub/pages/about.html")[2]
        (root / "content").rename(root / "old")
        (root / "coming" / "pages").mkdir(parents=True)
        (root / "coming" / "site.yaml").write_text(SITE)
        (root / "coming" / "pages" / "about.md").write_text(ABOUT.format("Exchanged."))
        (root / "coming").rename(root / "content")
        while "Exchanged." not in preview.get("/sub/pages/about.html")[2]:
            following()
        save(root / "content" / "pages" / "about.md", ABOUT.format("Still watched."))
        while "Still watched." not in preview.get("/sub/pages/about.html")[2]:
            following()


def test_drafts_are_shown_unless_they_are_not_wanted(root: Path) -> None:
    draft = "---\ntitle: A draft\nkind: agency\nstatus: draft\n---\n"
    (root / "content" / "sources").mkdir()
    (root / "content" / "sources" / "a-draft.md").write_text(draft.replace("status: draft\n", ""))
    (root / "content" / "articles").mkdir()
    (root / "content" / "articles" / "2018-09-11-a.md").write_text(
        "---\ntitle: A draft\ndate: 2018-09-11\nsource: a-draft\nrights: {publish: full}\nstatus: draft\n---\n\nWords.\n"
    )
    for drafts, status in ((True, 200), (False, 404)):
        with previewing(root, drafts=drafts) as preview:
            assert preview.get("/sub/articles/2018-09-11-a.html")[0] == status


@pytest.mark.parametrize(("now", "shown"), [(dt.date(2031, 1, 1), True), (dt.date(2030, 12, 30), False)])
def test_the_day_of_embargoes_can_be_named_where_there_is_no_commit(root: Path, now: dt.date, shown: bool) -> None:
    (root / "content/pages").mkdir(exist_ok=True)
    (root / "content/pages/soon.md").write_text("---\ntitle: Soon\nembargo: 2030\n---\nx\n")
    with previewing(root, now=now) as preview:
        assert (preview.get("/sub/pages/soon.html")[0] == 200) == shown


def test_a_bug_of_ours_is_shown_and_survived(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen.preview import rebuild

    real, broken = rebuild.build, threading.Event()
    monkeypatch.setattr(
        rebuild, "build", lambda *found, **named: real(*found, **named) if not broken.is_set() else 1 / 0
    )
    with previewing(root) as preview, preview.events() as following:
        following()
        broken.set()
        save(root / "content" / "pages" / "about.md", ABOUT.format("New."))
        assert "ZeroDivisionError" in following()["notices"][0]["message"]
        broken.clear()
        save(root / "content" / "pages" / "about.md", ABOUT.format("Newer."))
        assert following()["notices"] == []


def test_a_folder_without_an_archive_is_no_preview(tmp_path: Path) -> None:
    with pytest.raises(SitegenError, match=r"site\.yaml is missing"):
        serve(ServeOptions(root=tmp_path), print, lambda *_: None)
    assert list(tmp_path.iterdir()) == []


# --- the command ---------------------------------------------------------------------------------------------------


@contextmanager
def command(root: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command as a curator gives it, in a group of its own, so that what it leaves behind is seen."""
    words = (sys.executable, "-m", "sitegen", "serve", "--root", str(root), *arguments)
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        impatient = threading.Timer(PATIENCE, process.kill)
        impatient.start()
        try:
            yield process
        finally:
            impatient.cancel()
            process.kill()


def until(process: subprocess.Popen[str], word: str) -> str:
    """What the command says, up to a line with `word`."""
    assert process.stdout is not None
    said = ""
    while word not in said and (line := process.stdout.readline()):
        said += line
    assert word in said, said
    return said


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_ends_cleanly_and_leaves_nothing_running(root: Path, name: str) -> None:
    with command(root, "--port", "0") as process:
        address = re.search(r"http://127\.0\.0\.1:(\d+)/sub/", until(process, "serving"))
        assert address
        with closing(http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=PATIENCE)) as connection:
            connection.request("GET", "/sub/__sitegen__/events")
            with connection.getresponse() as open_page:
                assert open_page.readline()
                process.send_signal(getattr(signal, name))
                assert process.wait(PATIENCE) == 0
        assert until(process, "stopped").count("Traceback") == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", int(address[1])), timeout=PATIENCE)


def test_a_port_that_is_taken_is_a_fault_of_usage(root: Path, still: Server) -> None:
    with command(root, "--port", str(still.server_port)) as process:
        assert process.wait(PATIENCE) == 2
        assert f"port {still.server_port} is taken" in until(process, "taken")
