"""What may be a link, and what host a reader is shown for it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.safe_url import MAX_LENGTH, display_host, safe_url

REFUSED = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \x01javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java\r\nscript:alert(1)",
    "javascript\t:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "file:///etc/passwd",
    "ftp://example.org/",
    "blob:https://example.org/1",
    "view-source:http://example.org/",
    "x-mention:actor:sdf",
    "//example.org/x",
    "/about/",
    "example.org",
    "http:example.org",
    "http:/example.org",
    "http:///example.org/",
    "http://",
    "http://?x",
    "http:\\\\example.org",
    "http://example.org\\@evil.example/",
    "http://good.example@evil.example/",
    "http://user:pass@example.org/",
    "http://user%40x@example.org/",
    "http://exa mple.org/",
    "http://example.org:80:80/",
    "http://example.org:99999/",
    "http://example.org:x/",
    "http://example%2eorg/",
    "http://a..b/",
    "http://evil.example／good.example/",
    "http://good.example＠evil.example/",
    "http://exa\u200bmple.org/",
    "http://exa\u202emple.org/",
    "http://a\u3164.example/",
    "http://[::1/",
    "http://[x]/",
    "http://example.org/\x00a",
    "http://example.org/\x7f",
    "http://example.org/\ud800",
    "http://" + "a" * 64 + ".org/",
    "http://" + "a." * 130 + "org/",
    "http://example.org/" + "a" * MAX_LENGTH,
    "mailto:",
    "mailto:nobody",
    "mailto:a b@example.org",
    "mailto:a@exam\x00ple.org",
    "tel:123",
]

ACCEPTED = {
    "http://example.org": "http://example.org",
    "https://example.org/a/b.html?x=1&y=2#top": "https://example.org/a/b.html?x=1&y=2#top",
    " \x0bhttps://example.org/ \n": "https://example.org/",
    "ht\ntps://exam\tple.org/a\r\nb": "https://example.org/ab",
    "HTTPS://Example.ORG:8080/A": "https://example.org:8080/A",
    "http://example.org/a b": "http://example.org/a%20b",
    'http://example.org/"onmouseover="x': "http://example.org/%22onmouseover=%22x",
    "http://example.org/<b>'`": "http://example.org/%3Cb%3E%27%60",
    "http://example.org/a\\b": "http://example.org/a%5Cb",
    "http://example.org/%41%zz%": "http://example.org/%41%25zz%25",
    "http://example.org/دير الزور": "http://example.org/%D8%AF%D9%8A%D8%B1%20%D8%A7%D9%84%D8%B2%D9%88%D8%B1",
    "http://example.org/a\u202eb": "http://example.org/a%E2%80%AEb",
    "http://Ｅxample.org/": "http://example.org/",
    "http://президент.рф/": "http://президент.рф/",
    "http://[::1]:8000/": "http://[::1]:8000/",
    "http://localhost/": "http://localhost/",
    "https://web.archive.org/web/20180912/http://example.org/x?y": "https://web.archive.org/web/20180912/http://example.org/x?y",
    "mailto:press@example.org": "mailto:press@example.org",
    "MAILTO:press@example.org?bcc=spy@evil.example": "mailto:press@example.org",
}

HOSTS = {
    "http://Example.org:80/x": "example.org",
    "http://example.org?x": "example.org",
    "http://xn--80ak6aa92e.com/": "xn--80ak6aa92e.com",
    "http://президент.рф/": "президент.рф",
    "http://аpple.com/": "xn--pple-43d.com",
    "http://аррӏе.com/": "xn--80ak6aa92e.com",
    "http://bücher.example/": "xn--bcher-kva.example",
    "http://موقع.وزارة/": "موقع.وزارة",
    "http://[::1]:80/": "[::1]",
    "mailto:press@example.org": "example.org",
    "javascript:alert(1)": "",
}


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_plain_web_or_mail_address_is_refused(url: str) -> None:
    assert safe_url(url) is None
    assert display_host(url) == ""


@pytest.mark.parametrize(("url", "expected"), ACCEPTED.items())
def test_an_address_is_evened_and_encoded(url: str, expected: str) -> None:
    assert safe_url(url) == expected


@pytest.mark.parametrize(("url", "host"), HOSTS.items())
def test_the_host_shown_cannot_pass_for_another(url: str, host: str) -> None:
    assert display_host(url) == host


URLISH = st.text(st.sampled_from("htp:/\\@?#%.[]ax\t\n\x00\"'<> é／\u202e1:") | st.characters(), max_size=30)


@given(st.sampled_from(["", "http://", "https://", "http:", "mailto:", "http://a.b/", "http://a.b"]), URLISH)
def test_what_is_let_through_is_inert_and_stays_as_it_is(start: str, rest: str) -> None:
    safe = safe_url(start + rest)
    if safe is None:
        return
    assert safe_url(safe) == safe
    assert not re.search(r"[\x00-\x20\x7f-\x9f\"'<>`\\]", safe)
    parts = urlsplit(safe)
    assert parts.scheme in {"http", "https", "mailto"}
    assert parts.scheme == "mailto" or (parts.hostname and "@" not in parts.netloc)
    safe.encode()


@given(URLISH)
def test_a_shown_host_never_mixes_ascii_letters_with_others(rest: str) -> None:
    host = display_host("http://" + rest)
    assert host.isascii() or not re.search("[a-zA-Z]", host)
