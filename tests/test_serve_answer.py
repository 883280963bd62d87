"""The preview without sockets: a request to an answer, a page to the page that is sent, a build to what is shown."""

from __future__ import annotations

import json
import os
import threading
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.problem import Problem, Severity, Span
from sitegen.preview.answer import Answer, Request, answer
from sitegen.preview.board import Board
from sitegen.preview.files import content_type, find, open_file
from sitegen.preview.inject import inject
from sitegen.preview.rebuild import site_address
from sitegen.preview.shown import Shown, after_build, after_fault, as_json, base_path_of
from sitegen.preview.watch import Seen, folders
from sitegen.report import Made, Report

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
FAULT = Problem(Span("content/pages/a.md", 3, 1), "unknown-key", "<b>no</b>", "mend it")


@pytest.fixture
def site(tmp_path: Path) -> Shown:
    """A site under `/sub/`, with a secret beside it."""
    folder = tmp_path / "preview"
    (folder / "articles").mkdir(parents=True)
    (folder / "index.html").write_text("<body>home</body>")
    (folder / "404.html").write_text("<body>own not found</body>")
    (folder / "articles" / "a.html").write_text("<body>a</body>")
    (folder / "articles" / "index.html").write_text("<body>all</body>")
    (folder / "feed.xml").write_text("<feed/>")
    (folder / ".sitegen-manifest.json").write_text("secret")
    (tmp_path / "preview-leak").mkdir()
    (tmp_path / "preview-leak" / "secret.txt").write_text("secret")
    (tmp_path / "secret.txt").write_text("secret")
    return Shown(start="run", folder=folder, base_path="/sub/", built=True)


def get(target: str, shown: Shown, method: str = "GET", hosts: tuple[str, ...] = (HOST,)) -> Answer:
    return answer(Request(method, target, hosts), shown, PORT)


def body(found: Answer) -> bytes:
    if found.file is None:
        return found.body
    with found.file:
        return found.file.read()


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/sub/", b"home"),
        ("/sub/index.html", b"home"),
        ("/sub/?q=1", b"home"),
        ("/sub/articles/", b"all"),
        ("/sub/articles/a.html", b"<body>a"),
        ("/sub/articles/a", b"<body>a"),
        ("/sub/%61rticles/a.html", b"<body>a"),
        ("/sub/feed.xml", b"<feed/>"),
    ],
)
def test_a_file_of_the_site_is_found(site: Shown, target: str, words: bytes) -> None:
    found = get(target, site)
    assert found.status == 200
    assert body(found).startswith(words) or words in body(found)


@pytest.mark.parametrize(
    ("target", "location"), [("/", "/sub/"), ("/sub", "/sub/"), ("/sub/articles", "/sub/articles/"), ("//sub", None)]
)
def test_a_folder_is_moved_to_within_this_host(site: Shown, target: str, location: str | None) -> None:
    found = get(target, site)
    assert (found.status, found.location) == ((302, location) if location else (404, ""))


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/sub/../secret.txt", 404),
        ("/sub/..%2fsecret.txt", 404),
        ("/sub/%2e%2e/secret.txt", 404),
        ("/sub/%252e%252e/secret.txt", 404),
        ("/sub/articles/../../secret.txt", 404),
        ("/sub/..\\secret.txt", 400),
        ("/sub/..%5csecret.txt", 400),
        ("/sub/%00", 400),
        ("/sub/a%0d%0aLocation:%20x", 400),
        ("/sub/%ff", 400),
        ("/sub/../preview-leak/secret.txt", 404),
        ("/sub-leak/secret.txt", 404),
        ("/sub//etc/passwd", 404),
        ("/sub/./index.html", 404),
        ("/sub//index.html", 404),
        ("/sub/.sitegen-manifest.json", 404),
        ("//evil.test/", 404),
        ("//evil.test/..", 404),
        ("http://evil.test/sub/", 400),
        ("*", 400),
        ("", 400),
        ("sub/", 400),
        ("/sub/" + "a" * 5000, 404),
        ("/sub/none.html", 404),
        ("/sub/feed.xml/", 404),
    ],
)
def test_nothing_outside_the_site_is_read(site: Shown, target: str, status: int) -> None:
    found = get(target, site)
    assert found.status == status
    assert found.location == ""
    assert b"secret" not in body(found).replace(target.encode("latin-1"), b"").replace(b"secret.txt", b"")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A site that is short to write, among neighbours that are as short."""
    around = tmp_path_factory.mktemp("crowded")
    for name in ("a/a", "a/b/b", "a-b/a", "b", "a/.b"):
        (around / name).parent.mkdir(parents=True, exist_ok=True)
        (around / name).write_text("open" if name in ("a/a", "a/b/b") else "secret")
    return Shown(start="run", folder=around / "a", base_path="/a/", built=True)


@given(target=st.text(alphabet="/./..ab-\\%25efc?#", max_size=24))
def test_no_target_reaches_a_neighbour(crowded: Shown, target: str) -> None:
    found = get("/a/" + target, crowded)
    assert body(found) != b"secret"
    assert not found.location or found.location.startswith("/a/")


def test_a_link_is_refused_whether_it_leads_out_or_stays_inside(site: Shown, tmp_path: Path) -> None:
    (site.folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site.folder / "in.html").symlink_to(site.folder / "index.html")
    (site.folder / "folder").symlink_to(tmp_path / "preview-leak")
    (site.folder / "round.html").symlink_to(site.folder / "round.html")
    for target in ("out.txt", "in.html", "folder/secret.txt", "folder/", "folder", "round.html"):
        assert get(f"/sub/{target}", site).status == 404, target


def test_a_preview_folder_behind_a_link_is_served(site: Shown, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site.folder)
    shown = Shown(start="run", folder=tmp_path / "link", base_path="/", built=True)
    assert get("/articles/a.html", shown).status == 200


def test_what_is_no_regular_file_is_not_opened(site: Shown) -> None:
    os.mkfifo(site.folder / "pipe.txt")
    assert open_file(site.folder / "pipe.txt") is None
    assert get("/sub/pipe.txt", site).status == 404
    assert find(site.folder, "none") is None


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_our_own_names_are_answered(site: Shown, host: str) -> None:
    assert get("/sub/", site, hosts=(host,)).status == 200


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("evil.test",),
        (f"evil.test:{PORT}",),
        ("127.0.0.1",),
        ("127.0.0.1:80",),
        (f"127.0.0.1.evil.test:{PORT}",),
        (f"[::1]:{PORT}",),
        (HOST, HOST),
        (HOST, "evil.test"),
        (f"user@{HOST}",),
    ],
)
@pytest.mark.parametrize("target", ["/sub/", "/sub/__sitegen__/events", "/sub/__sitegen__/reload.js", "/"])
def test_a_strange_host_is_refused(site: Shown, hosts: tuple[str, ...], target: str) -> None:
    found = get(target, site, hosts=hosts)
    assert found.status == 403
    assert not found.events
    assert not found.location


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get"])
def test_only_reading_is_allowed(site: Shown, method: str) -> None:
    assert get("/sub/", site, method=method).status == 405


def test_the_sites_own_page_says_that_there_is_nothing(site: Shown) -> None:
    found = get("/sub/none", site)
    assert found.status == 404
    assert b"own not found" in body(found)
    assert b"reload.js" in body(found)
    (site.folder / "404.html").unlink()
    assert b"There is no such page" in body(get("/sub/none", site))


def test_a_request_outside_the_base_path_is_told_where_the_site_is(site: Shown) -> None:
    found = get("/articles/<script>.html", site)
    assert found.status == 404
    assert b"4; url=/sub/" in found.body
    assert b"&lt;script&gt;" in found.body


def test_before_the_first_good_build_every_page_lists_the_faults(site: Shown) -> None:
    waiting = Shown(start="run", folder=site.folder, base_path="/sub/")
    found = get("/sub/articles/a.html", waiting)
    assert (found.status, b"is being built" in found.body) == (503, True)
    failed = after_build(waiting, Report(problems=(FAULT,)), "/sub/")
    page = get("/sub/", failed)
    assert page.status == 503
    assert b"content/pages/a.md:3:1" in page.body
    assert b"&lt;b&gt;no&lt;/b&gt;" in page.body
    assert b"<b>no</b>" not in page.body
    assert b'data-listed="yes"' in page.body


@pytest.mark.parametrize("before", ["/sub", "", "/an/earlier/base"])
def test_the_tools_are_found_below_any_path(site: Shown, before: str) -> None:
    assert get(f"{before}/__sitegen__/events", site).events
    script = get(f"{before}/__sitegen__/reload.js", site)
    assert (script.kind, b"EventSource" in script.body) == ("text/javascript; charset=utf-8", True)
    assert get(f"{before}/__sitegen__/preview.css", site).kind == "text/css; charset=utf-8"
    for other in ("server.py", "../answer.py", "__init__.py", ""):
        assert get(f"{before}/__sitegen__/{other}", site).status == 404, other


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.geojson", "application/geo+json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.jpg", "image/jpeg"),
        ("a.wacz", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_the_machine(name: str, kind: str) -> None:
    assert content_type(name) == kind


# --- the script's tag ------------------------------------------------------------------------------------------------


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.scripts.append(dict(attrs))


def mark(html: bytes, shown: Shown) -> dict[str, str | None]:
    tags = Tags()
    tags.feed(inject(html, shown).decode())
    return tags.scripts[-1]


def test_the_tag_stands_before_the_last_end_of_the_body(site: Shown) -> None:
    html = b"<body><!-- </body> --><p>x</p></BODY ></html>"
    sent = inject(html, site)
    assert sent.startswith(b'<body><!-- </body> --><p>x</p><script src="/sub/__sitegen__/reload.js"')
    assert sent.endswith(b"</script></BODY ></html>")
    assert inject(b"no body", site).startswith(b"no body<script ")


def test_the_tag_tells_a_new_stylesheet_from_a_new_page(site: Shown) -> None:
    page = b'<link rel="stylesheet" href="a.%s.css"><body>%s</body>'
    first, dressed, other = (mark(page % pair, site) for pair in ((b"1", b"x"), (b"2", b"x"), (b"1", b"y")))
    assert first["data-page"] != dressed["data-page"]
    assert first["data-matter"] == dressed["data-matter"]
    assert first["data-matter"] != other["data-matter"]


def test_a_new_picture_makes_every_page_a_new_one(site: Shown) -> None:
    after = after_build(site, Report(made=(Made("media/a.jpg", "changed"),)), "/sub/")
    assert mark(b"<body></body>", site)["data-matter"] != mark(b"<body></body>", after)["data-matter"]


def test_a_base_path_cannot_break_out_of_the_tag() -> None:
    shown = Shown(start="run", folder=Path(), base_path=base_path_of('/"><script>alert(1)</script>/'), built=True)
    assert b"alert(1)<" not in inject(b"<body></body>", shown)
    assert mark(b"<body></body>", shown)["data-base"] == shown.address


# --- what is shown ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("", "/"),
        ("/", "/"),
        ("/sub/", "/sub/"),
        ("//evil.test/", "/evil.test/"),
        ("/a/../b/./", "/a/b/"),
        ("/%C3%A9/", "/é/"),
        ("x", "/x/"),
    ],
)
def test_a_base_path_stays_on_this_host(written: str, path: str) -> None:
    assert base_path_of(written) == path


def test_a_fault_keeps_the_last_good_page_and_goes_when_it_is_mended(site: Shown) -> None:
    broken = after_build(site, Report(problems=(FAULT,)), "/elsewhere/")
    assert (broken.built, broken.base_path, broken.version) == (True, "/sub/", "run-1")
    assert json.loads(as_json(broken)) == {
        "version": "run-1",
        "base": "/sub/",
        "notices": [
            {
                "place": "content/pages/a.md:3:1",
                "code": "unknown-key",
                "message": "<b>no</b>",
                "hint": "mend it",
                "severity": "error",
            }
        ],
    }
    assert after_build(broken, Report(problems=(FAULT,)), "/sub/") == broken
    mended = after_build(broken, Report(reused=3), "/sub/")
    assert (mended.notices, mended.version) == ((), "run-2")


def test_a_build_that_changes_nothing_tells_nobody(site: Shown) -> None:
    assert after_build(site, Report(reused=3), "/sub/") == site
    warned = Report(reused=3, problems=(FAULT._replace(severity=Severity.WARNING),))
    assert after_build(site, warned, "/sub/") == site


def test_pages_made_or_removed_and_a_moved_base_path_are_told(site: Shown) -> None:
    for report, base in (
        (Report(made=(Made("a.html", "new"),)), "/sub/"),
        (Report(removed=("a.html",)), "/sub/"),
        (Report(), "/b/"),
    ):
        after = after_build(site, report, base)
        assert (after.version, after.base_path) == ("run-1", base)


def test_errors_are_told_before_warnings(site: Shown) -> None:
    warning = FAULT._replace(severity=Severity.WARNING, code="a-warning")
    assert [n.code for n in after_build(site, Report(problems=(warning, FAULT)), "/sub/").notices] == [
        "unknown-key",
        "a-warning",
    ]


def test_a_build_that_could_not_be_done_is_a_notice_without_a_place(site: Shown) -> None:
    shown = after_fault(site, "no site", "make one")
    assert [tuple(notice) for notice in shown.notices] == [("", "", "no site", "make one", "error")]
    assert after_fault(shown, "no site", "make one") == shown


def test_what_is_told_is_one_line_whatever_the_content_says(site: Shown) -> None:
    nasty = FAULT._replace(message="\n\ndata: {}\u2028\ud800</script>")
    assert "\n" not in as_json(after_build(site, Report(problems=(nasty,)), "/sub/")).encode("ascii").decode()


# --- where the site stands, and what is watched ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: T\ndescription: D\nurl: https://example.org/a/b/\n", ("/a/b/", "http://127.0.0.1:8123/a/b/")),
        ("title: T\ndescription: D\nurl: https://example.org\n", ("/", "http://127.0.0.1:8123/")),
        ("title: T\ndescription: D\n", ("/was/", "")),
        ("title: [\n", ("/was/", "")),
        ("title: T\nurl: https://example.org/a/\n", ("/was/", "")),
        (None, ("/was/", "")),
    ],
)
def test_the_address_follows_the_settings_while_they_are_right(
    tmp_path: Path, text: str | None, expected: tuple[str, str]
) -> None:
    (tmp_path / "content").mkdir()
    if text is not None:
        (tmp_path / "content" / "site.yaml").write_text(text)
    assert site_address(tmp_path, PORT, "/was/") == expected


def test_hidden_names_below_the_watched_folders_do_not_matter() -> None:
    from watchfiles import Change

    seen = Seen((Path("/home/.hidden/archive/content"),))
    for path, matters in (
        ("a.md", True),
        ("a.md~", True),
        ("node_modules/a.md", True),
        (".a.md.swp", False),
        (".git/x.md", False),
    ):
        assert seen(Change.modified, f"/home/.hidden/archive/content/{path}") is matters, path


def test_only_folders_that_are_there_are_watched(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    before = folders(tmp_path)
    assert tmp_path.resolve() / "content" in before
    (tmp_path / "seeds").mkdir()
    assert set(folders(tmp_path)) - set(before) == {tmp_path.resolve() / "seeds"}


def test_who_waits_is_woken_by_a_newer_state_and_by_the_end(site: Shown) -> None:
    board = Board(site)
    assert board.newer("", 0) == site
    assert board.newer(site.version, 0) is None
    newer = after_fault(site, "x", "")
    threading.Timer(0.01, board.show, (newer,)).start()
    assert board.newer(site.version, 30) == newer
    threading.Timer(0.01, board.close).start()
    assert board.newer(newer.version, 30) is None
    assert board.closed
