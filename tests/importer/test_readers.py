from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from importer_archive import MATCHING, REPORT

from sitegen.importer import Document, Options, Stated, draft, read
from sitegen.importer.readers.markup import statements_of

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="en-GB"><head><title>Army takes the town | The Daily</title>
<meta property="og:site_name" content="The Daily"><meta property="article:published_time" content="2018-09-11T10:00:00Z">
<link rel="canonical" href="https://example.org/army"><script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Anna Example"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Army takes the town</h1>
<p>Troops took the town on Monday after a fight of two days, said a resident who had left for the south with his family.</p>
<p>At least 15 militants were killed in the assault, a commander told reporters, and the road to the east is open again.</p>
<p>Trucks with flour have passed since the early morning, and the first shops in the centre opened their doors at noon.</p></article>
<footer>Copyright</footer></body></html>"""


def documents(path: Path, **options: object) -> list[Document]:
    return list(read(path, path.name, Options(**options)))


def stated(document: Document) -> dict[str, tuple[str, str]]:
    return {fact.field: (fact.value, fact.origin) for fact in reversed(document.stated)}


def put(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a", "A.TXT"])
def test_text(tmp_path: Path, name: str) -> None:
    (document,) = documents(put(tmp_path, name, REPORT))
    assert document.text == REPORT


@pytest.mark.parametrize(
    "head",
    [
        "---\nheadline: Army\npubDate: 2018-09-11\nauthors: [Anna, Ben]\nimg: a.jpg\n---\n",
        '+++\nheadline = "Army"\npubDate = 2018-09-11\nauthors = ["Anna", "Ben"]\nimg = "a.jpg"\n+++\n',
        "Title: Army\nDate: 2018-09-11\nAuthors: Anna, Ben\nImg: a.jpg\n\n",
    ],
)
def test_front_matter(tmp_path: Path, head: str) -> None:
    (document,) = documents(put(tmp_path, "a.md", head + "Troops took it."))
    found = stated(document)
    assert [found[field][0] for field in ("title", "date", "author")] == ["Army", "2018-09-11", "Anna, Ben"]
    assert [(key.lower(), value) for key, value in document.unmapped] == [("img", "a.jpg")]
    assert [flag.code for flag in document.flags] == ["unmapped-keys"]
    assert document.text.split("\n").index("Troops took it.") == (head + "Troops").count("\n")


def test_front_matter_with_an_alias_or_a_fault_is_text(tmp_path: Path) -> None:
    (document,) = documents(put(tmp_path, "a.md", "---\na: &a [1]\nb: *a\n---\nText."))
    assert [flag.code for flag in document.flags] == ["bad-front-matter"]
    assert "b: *a" in document.text


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    text = "# Army takes the town\n\nTroops **took** the town after a fight, [said](https://example.org) a resident who had left for the south.\n\n## Analysis\n\n* one\n* two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nIt was the third town in a month, and the general said that more would follow before the winter.\n"
    (document,) = documents(put(tmp_path, "a.md", text))
    made = draft(document, MATCHING)
    assert made.title == "Army takes the town"
    assert made.body == text.split("\n\n", 1)[1]


def test_page(tmp_path: Path) -> None:
    (document,) = documents(put(tmp_path, "a.html", PAGE))
    found = stated(document)
    assert found["title"] == ("Army takes the town", "title element")
    assert found["date"] == ("2018-09-11T10:00:00Z", "meta article:published_time")
    assert found["author"] == ("Anna Example", "schema.org author")
    assert found["url"] == ("https://example.org/army", "link rel=canonical")
    made = draft(document, MATCHING)
    assert (made.date.value if made.date else None, made.language, made.url, made.author) == (
        "2018-09-11",
        "en-GB",
        "https://example.org/army",
        "Anna Example",
    )
    assert [line.split(" ")[0] for line in made.body.split("\n\n")] == ["Troops", "At", "Trucks"]


def test_page_saved_as_text_is_read_as_page(tmp_path: Path) -> None:
    (document,) = documents(put(tmp_path, "a.txt", PAGE))
    assert "<p>" not in document.text


def test_challenge_in_the_title_of_a_page_is_refused(tmp_path: Path) -> None:
    page = "<html><head><title>Just a moment...</title></head><body><h1>example.org</h1><p>Waiting for the site to respond.</p></body></html>"
    (document,) = documents(put(tmp_path, "a.html", page))
    made = draft(document, MATCHING)
    assert made.refused is not None
    assert made.refused.code == "challenge"


def test_deep_page_is_refused(tmp_path: Path) -> None:
    (document,) = documents(put(tmp_path, "a.html", "<html>" + "<div>" * 5000))
    assert document.refusal is not None
    assert document.refusal.code == "too-nested"


def test_table_with_named_and_usual_columns(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", 'id;kopf;"text";date\n7;Army;"Troops; took";2018-09-11\n')
    (document,) = documents(path, columns=(("title", "kopf"),), source="bbc", language="en")
    found = stated(document)
    assert document.text == "Troops; took"
    assert (found["title"], found["date"], found["source"]) == (
        ("Army", "column kopf"),
        ("2018-09-11", "column date"),
        ("bbc", "the command line"),
    )


def test_broken_line_is_refused_alone(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "a.jsonl",
        json.dumps({"title": "A", "body": "x \ud800 y"})
        + "\n{broken\n"
        + "[" * 100_000
        + "\n"
        + json.dumps({"title": "B", "body": "z"})
        + "\n",
    )
    found = documents(path)
    assert [document.refusal.code if document.refusal else "" for document in found] == [
        "",
        "malformed",
        "malformed",
        "",
    ]
    assert found[0].text == "x  y"


def test_feed(tmp_path: Path) -> None:
    rss = "<rss><channel><title>Site</title><item><title>Army</title><link>https://example.org/1</link><pubDate>Tue, 11 Sep 2018 10:00:00 GMT</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item></channel></rss>"
    (document,) = documents(put(tmp_path, "a.xml", rss))
    assert document.text == "One.\n\nTwo."
    assert stated(document)["url"][0] == "https://example.org/1"
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Army</title><link href="https://example.org/2"/><published>2018-09-11T10:00:00Z</published><content type="html">One.</content></entry></feed>'
    (document,) = documents(put(tmp_path, "a.atom", atom))
    assert (document.text, stated(document)["date"][0]) == ("One.", "2018-09-11T10:00:00Z")


def test_feed_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    (document,) = documents(put(tmp_path, "a.xml", '<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>'))
    assert document.refusal is not None
    assert document.refusal.code == "malformed"


def record(url: str, kind: str, payload: bytes) -> bytes:
    http = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + payload
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2018-09-12T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


RECORDS = (
    record("https://example.org/army", "text/html; charset=utf-8", PAGE.encode()),
    record("https://example.org/x.png", "image/png", b"png"),
)


@pytest.mark.parametrize("kind", ["warc", "warc.gz", "wacz"])
def test_web_archive(tmp_path: Path, kind: str) -> None:
    raw = b"".join(RECORDS)
    if kind == "wacz":
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as package:
            package.writestr("archive/data.warc", raw)
        raw = stream.getvalue()
    elif kind == "warc.gz":
        raw = b"".join(map(gzip.compress, RECORDS))
    (document,) = documents(put(tmp_path, f"a.{kind}", raw))
    (capture,) = document.captures
    assert (capture.url, capture.at, capture.sha256) == ("https://example.org/army", "2018-09-12", document.sha256)
    assert document.raw == PAGE.encode()


@pytest.mark.parametrize(
    "name", ["a.warc", "a.warc.gz", "a.wacz", "a.csv", "a.jsonl", "a.xml", "a.html", "a.md", "a.txt"]
)
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe\x00",
        b"PK\x03\x04junk",
        b"\x1f\x8bjunk",
        b"<" * 2000,
        b'"' * 2000,
        b"WARC/1.0\r\njunk",
    ],
)
def test_no_bytes_break_a_reader(tmp_path: Path, name: str, raw: bytes) -> None:
    for document in documents(put(tmp_path, name, raw)):
        draft(document, MATCHING)


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<!a ", "<?x ", "<a ", "<"])
def test_what_never_closes_is_looked_for_once(opening: str) -> None:
    """Without the cut, the parser looks for the end of each of these in all that follows: minutes for this page."""
    assert statements_of(f"<html><title>Army</title>{opening * 60_000}") == (Stated("title", "Army", "title element"),)


def test_page_with_too_many_attributes_is_refused(tmp_path: Path) -> None:
    attributes = " ".join(f"data-a{number}=1" for number in range(2_000))
    (found,) = documents(put(tmp_path, "a.html", f"<html><p {attributes}>{REPORT}"))
    assert found.refusal is not None
    assert found.refusal.code == "too-nested"


def test_replacement_character_of_a_reference_is_flagged(tmp_path: Path) -> None:
    text = "".join(
        f"<p>The army took the town &#0; on Monday, residents of the town said, number {n}.</p>" for n in range(9)
    )
    (found,) = documents(put(tmp_path, "a.html", f"<html><body><article>{text}</article></body></html>"))
    assert "\ufffd" in found.text
    assert "replacement-characters" in [flag.code for flag in found.flags]


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.importer.readers.captures.LONGEST_RUN", 500_000)
    bomb = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nX: " + bytes(2_000_000))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc.gz", bomb)
    for name, raw in (("a.warc.gz", bomb), ("a.wacz", package.getvalue())):
        (found,) = documents(put(tmp_path, name, raw))
        assert found.refusal is not None
        assert found.refusal.code == "malformed"


def test_deep_entry_of_a_feed_is_refused_alone(tmp_path: Path) -> None:
    deep = "<b>" * 5_000 + "</b>" * 5_000
    item = "<item><title>Army</title><description>{}</description></item>"
    found = documents(put(tmp_path, "a.xml", f"<rss>{item.format(deep)}{item.format('It took the town.')}</rss>"))
    assert [one.refusal.code if one.refusal else "" for one in found] == ["too-nested", ""]


def test_names_that_are_no_text_are_shown_as_numbers(tmp_path: Path) -> None:
    path = put(tmp_path, "a\n\u202etxt.txt", REPORT)
    (found,) = read(path, "a\n\u202e\udcff.txt")
    assert found.file == "a%0A%E2%80%AE%FF.txt"


def test_text_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.txt", "ab cd\n" * 60_000))
    refused = draft(found, MATCHING).refused
    assert refused is not None
    assert refused.code == "too-large"


@pytest.mark.parametrize("raw", [b"", RECORDS[1]])
def test_web_archive_without_a_page_is_told(tmp_path: Path, raw: bytes) -> None:
    (found,) = documents(put(tmp_path, "a.warc", raw))
    assert found.refusal is not None
    assert found.refusal.code == "empty"
