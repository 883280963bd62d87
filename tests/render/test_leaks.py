"""The leak check sees a redacted string in every guise and every channel, and nothing else."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import struct
import unicodedata
import zipfile
import zlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.problem import Span
from sitegen.model.redaction import Redaction
from sitegen.render.leaks import AS_BASE64, AS_NAME, AS_TEXT, LeakFinder

DOE = "John Doe"
ARABIC = "علي حسن"
HERE = Span("content/articles/2018-09-11-a.md", 9, 3)


def finder(*strings: str) -> LeakFinder:
    return LeakFinder([Redaction(string, HERE) for string in strings])


@pytest.fixture(scope="module")
def doe() -> LeakFinder:
    return finder("Somebody Else", DOE, ARABIC)


GUISES = {
    "plain": "John Doe",
    "upper case": "JOHN DOE",
    "slug": "john-doe",
    "no space": "johndoe",
    "letter-spaced": "J o h n D o e",
    "accents": "Jôhn Döe",
    "decomposed": unicodedata.normalize("NFD", "Jôhn Döe"),
    "zero-width": "Jo\u200bhn\u200d Doe",
    "soft hyphen": "John D\u00adoe",
    "bidi": "Jo\u202ehn\u202c Doe",
    "named entity": "John&nbsp;Doe",
    "named entity without semicolon": "John&nbspDoe",
    "invisible entity": "Jo&shy;hn&zwnj; Doe",
    "decimal entities": "&#74;&#111;&#104;&#110; Doe",
    "decimal entities with zeros": "&#0000074;ohn Doe",
    "hexadecimal entities": "&#x4A;&#X6f;hn Doe",
    "accent entities": "J&oacute;hn D&ouml;e",
    "entities twice": "&amp;#74;ohn Doe",
    "percent": "John%20Doe",
    "percent letters": "%4a%6F%68%6e%20Doe",
    "percent twice": "%254a%256f%2568%256e%2520Doe",
    "plus": "John+Doe",
    "json escapes": "\\u004a\\u006fhn Doe",
    "json line end": "John\\nDoe",
    "json after a line end": "\\nJohn Doe",
    "javascript escapes": "\\x4aohn \\u{44}oe",
    "old javascript escapes": "%u004aohn%u0020Doe",
    "escaped slash": "John\\/Doe",
    "split by markup": "Jo<b>hn</b> D<i></i>oe",
    "split by markup with attributes": 'Jo<span class="x" title="y">hn</span> Doe',
    "split by a comment": "Jo<!-- nothing -->hn Doe",
    "split by CDATA": "Jo<![CDATA[hn Doe]]>",
    "split by blocks": "<td>John</td>\n<td>Doe</td>",
    "split by a wbr": "Jo<wbr>hn Do<wbr/>e",
    "split by escaped markup": "Jo&lt;b&gt;hn&lt;/b&gt; Doe",
    "in an attribute": '<img alt="John Doe">',
    "in a comment": "<!-- John Doe -->",
    "in what looks like a tag": "a < John Doe > b",
    "in an svg": "<text><tspan>John</tspan> <tspan>Doe</tspan></text>",
    "in a query": "?q=john%2Bdoe",
    "in a longer word": "xJohnDoes",
}


@pytest.mark.parametrize("guise", GUISES.values(), ids=GUISES)
def test_every_guise_in_a_text(doe: LeakFinder, guise: str) -> None:
    for text in (guise, f"<p>Some words before, {guise}, and some after.</p>", f'{{"a":"{guise}"}}'):
        assert [leak.redaction.text for leak in doe.in_text(text)] == [DOE], text
        assert [leak.redaction.text for leak in doe.in_file(text.encode())] == [DOE], text


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        html.escape(ARABIC),
        quote(ARABIC),
        json.dumps(ARABIC),
        "عَلِي حـسن",
        "".join(f"&#{ord(c)};" for c in ARABIC),
    ],
)
def test_every_guise_of_another_script(doe: LeakFinder, text: str) -> None:
    assert [leak.redaction.text for leak in doe.in_text(f"<p>قال {text} أمس</p>")] == [ARABIC]


@pytest.mark.parametrize("before", ["", "x", "xy", "xyz", "some words "])
@pytest.mark.parametrize("string", ["John Doe", "john doe", "JOHN DOE", "john-doe", ARABIC])
@pytest.mark.parametrize("alphabet", [base64.b64encode, base64.urlsafe_b64encode])
def test_base64_at_every_offset(doe: LeakFinder, before: str, string: str, alphabet: object) -> None:
    encoded = alphabet(f"{before}{string} after".encode()).decode()  # type: ignore[operator]
    for text in (f'<img src="data:text/plain;base64,{encoded}">', encoded.rstrip("="), f"a {encoded} b"):
        (leak,) = doe.in_text(text)
        assert leak.redaction.text == (ARABIC if string == ARABIC else DOE)
        assert leak.where == AS_BASE64


def test_letters_that_only_look_like_base64_are_none(doe: LeakFinder) -> None:
    encoded = base64.b64encode(b"John Doe").decode()
    assert doe.in_text(encoded)
    assert not doe.in_text(f"{encoded.lower()} {encoded.upper()}")


def test_base64_broken_into_lines(doe: LeakFinder) -> None:
    lines = base64.encodebytes(b"some words that fill up the first line of it, " * 2 + DOE.encode()).decode()
    assert "\n" in lines.strip()
    assert doe.in_text(lines)


@pytest.mark.parametrize("text", ["Ali", " Ali ", "x Ali.", "by Ali", "né, Ali"])
def test_base64_of_a_short_string(text: str) -> None:
    encoded = base64.b64encode(text.encode()).decode()
    assert finder("Ali").in_text(f'"{encoded}"')


@pytest.mark.parametrize(
    "text",
    [
        "A final investigation, quality, Somalia, Alison; QWxyx medi<b>cal i</b>ssue",
        "<td>final</td><td>investigation</td>",
        "John was there. So was a doe, he said, and Johann Dober",
        "100%Defence &am; \\ud800 %zz \\u{ffffff}",
        "",
    ],
)
def test_no_alarm(text: str) -> None:
    assert finder("Ali", DOE).in_text(text) == ()


def test_names_of_files(doe: LeakFinder) -> None:
    (leak,) = doe.in_name("articles/2018-09-11-john-doe.html")
    assert leak.where == AS_NAME
    assert doe.in_name("media/JohnDoe.jpg")
    assert doe.in_name("media/john_doe.jpg")
    assert doe.in_name("tags/john/doe.html")
    assert not doe.in_name("articles/2018-09-11-jon-doe.html")


def test_an_output_is_looked_through_with_its_name(doe: LeakFinder) -> None:
    for data in (b"<p>Nothing</p>", b"\xff\0"):
        assert doe.in_output("a.html", data) == ()
        assert [leak.where for leak in doe.in_output("john-doe.html", data)] == [AS_NAME]
        assert [leak.where for leak in doe.in_output("a.html", data + b"<p>John</p> Doe")] == [AS_TEXT]


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    body = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        *chunks,
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in body
    )


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    parts = [b"\xff" + bytes([kind]) + struct.pack(">H", len(data) + 2) + data for kind, data in segments]
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xda\x00\x02" + bytes(range(256)) * 4 + b"\xff\xd9"


def exif(text: bytes) -> bytes:
    """A TIFF header with one tag: Artist."""
    return b"Exif\0\0" + b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHII", 0x013B, 2, len(text), 26) + b"\0\0\0\0" + text


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return file.getvalue()


XMP = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>J&#111;hn Doe</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
FILES = {
    "exif": jpeg((0xE1, exif(b"John Doe\0"))),
    "exif in capitals": jpeg((0xE1, exif(b"JOHN DOE\0"))),
    "exif in Latin-1": jpeg((0xE1, exif("Jóhn Döe\0".encode("latin-1")))),
    "windows title in UTF-16": jpeg((0xE1, exif("John Doe\0".encode("utf-16-le")))),
    "UTF-16, the other order": jpeg((0xE1, exif("John Doe\0".encode("utf-16-be")))),
    "Arabic in UTF-16": jpeg((0xE1, exif(ARABIC.encode("utf-16-le")))),
    "Arabic in UTF-16, the other order": jpeg((0xE1, exif(b"\0" + ARABIC.encode("utf-16-be")))),
    "xmp": jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP.encode())),
    "xmp in Arabic": jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + ARABIC.encode())),
    "iptc": jpeg((0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x50\0\x08John Doe\x1c\x02\x5a\0\x03abc")),
    "jpeg comment": jpeg((0xFE, b"by John Doe")),
    "png text": png((b"tEXt", b"Author\0John Doe")),
    "png compressed text": png((b"zTXt", b"Author\0\0" + zlib.compress(b"it is John Doe"))),
    "png international text": png((b"iTXt", b"Author\0\1\0\0\0" + zlib.compress(ARABIC.encode()))),
    "png exif": png((b"eXIf", exif(b"John Doe\0"))),
    "after the end of a picture": png() + b"John Doe",
    "compressed stream in a document": b"%PDF-1.4\xff\xfe\nstream\n" + zlib.compress(b"(John Doe) Tj") + b"\nendstream",
    "gzip": gzip.compress(b'{"name": "John Doe"}'),
    "zip": zipped("a.txt", b"\xffJohn Doe"),
    "name in a zip": zipped("john-doe.txt", b"nothing"),
    "zip in a gzip": gzip.compress(zipped("a.txt", b"John Doe")),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>John <b>Doe</b></metadata></svg>',
    "UTF-16 text": "John Doe".encode("utf-16"),
    "UTF-16 text in Arabic": ARABIC.encode("utf-16"),
    "UTF-16 text without its mark": "a John Doe b".encode("utf-16-le"),
    "UTF-8 with its mark": b"\xef\xbb\xbfJohn Doe",
    "Latin-1 text": "Jóhn Döe, né".encode("latin-1"),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_kind_of_file(doe: LeakFinder, data: bytes) -> None:
    (leak,) = doe.in_file(data)
    assert leak.redaction.text in (DOE, ARABIC)
    assert leak.where == AS_TEXT


@pytest.mark.parametrize(
    "data",
    [
        jpeg((0xE1, exif(b"Ali\0"))),
        png((b"tEXt", b"Author\0Ali")),
        png((b"zTXt", b"Author\0\0" + zlib.compress(b"Ali"))),
        jpeg((0xFE, b"Ali")),
    ],
)
def test_a_short_string_in_metadata(data: bytes) -> None:
    assert finder("Ali").in_file(data)


@pytest.mark.parametrize(
    "data", [b"\x80ali\x81", b"\x80\x02a\x03l\x04i\x05 ", b"\x01xali\x80", "\x80ÀLÌ\x80".encode("latin-1")]
)
def test_a_short_string_in_the_noise_of_a_picture_is_none(data: bytes) -> None:
    assert not finder("Ali").in_file(b"\xff\xd8" + data)


def test_broken_files_are_read_as_far_as_they_go(doe: LeakFinder) -> None:
    for data in FILES.values():
        doe.in_file(data[: len(data) // 2])
        doe.in_file(data[3:])
    assert not doe.in_file(b"PK\x03\x04 but no zip \xff")
    assert doe.in_file(b"PK\x03\x04 but no zip \xff John Doe")


def test_a_packed_bomb_is_not_unpacked_whole(doe: LeakFinder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.render.leak_forms.LARGEST", 1000)
    bomb = gzip.compress(b"x" * 10_000_000)
    assert not doe.in_file(bomb)


def test_each_string_is_named_once_and_by_where_it_was_redacted() -> None:
    both = LeakFinder(
        [
            Redaction(DOE, HERE),
            Redaction("Maria Roe", Span("content/site.yaml", 4, 3)),
            Redaction(DOE, Span("content/site.yaml", 5, 3)),
        ]
    )
    leaks = both.in_text("Maria Roe, John Doe, JOHN DOE and Sm9obiBEb2U=")
    assert [(leak.redaction.text, leak.redaction.span.path) for leak in leaks] == [
        (DOE, HERE.path),
        ("Maria Roe", "content/site.yaml"),
    ]


@given(st.binary(max_size=300))
def test_any_bytes_pass(data: bytes) -> None:
    finder(DOE).in_file(data)
    assert finder("Qxjzvkw").in_file(data + b" Qxjzvkw ")


@given(st.text(max_size=100), st.text("<>&%\\u0x;#!-ab ", max_size=60))
def test_any_text_passes_and_hides_nothing(before: str, after: str) -> None:
    assert finder("Qxjzvkw").in_text(f"{before}\nQxjzvkw\n{after}")
