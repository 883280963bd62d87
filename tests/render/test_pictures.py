"""Pictures go out as they are drawn, and with nothing that says where, when or by whom they were taken."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.pictures import copied

SECRET = b"John Doe 34.69N 40.83E"


def tiff(orientation: int = 0, order: str = ">") -> bytes:
    """Exif that says which way up a picture stands, and who took it."""
    entries = [struct.pack(f"{order}HHII", 0x013B, 2, len(SECRET), 38)]
    if orientation:
        entries.insert(0, struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0))
    head = b"MM\0*" if order == ">" else b"II*\0"
    return head + struct.pack(f"{order}IH", 8, len(entries)) + b"".join(entries) + b"\0\0\0\0" + SECRET


def upright(orientation: int) -> bytes:
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + b"\0\0\0\0"


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
ICC = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
ADOBE = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
TABLES = segment(0xDB, bytes(65)) + segment(0xC4, bytes(20)) + segment(0xDD, b"\0\4")
FRAME = segment(0xC2, b"\x08\0\x10\0\x20\3" + bytes(9))
SCAN = segment(0xDA, b"\1\1\0\0?\0") + b"\x12\xff\0\x34\xff\xd0\x56"
END = b"\xff\xd9"


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = b"\x89PNG\r\n\x1a\n"
IHDR = chunk(b"IHDR", struct.pack(">II", 32, 16) + b"\x08\2\0\0\0")
IDAT, IEND = chunk(b"IDAT", zlib.compress(bytes(100))), chunk(b"IEND")
GIF = b"GIF89a\x20\0\x10\0\x80\0\0" + bytes(6)
GIF_IMAGE = b"\x21\xf9\4\0\0\0\0\0" + b"\x2c" + bytes(8) + b"\0\2\2D\1\0"
LOOP = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(k + struct.pack("<I", len(c)) + c + b"\0" * (len(c) & 1) for k, c in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


VP8X = b"\x2c\0\0\0\x1f\0\0\x0f\0\0"
VP8L = (b"VP8L", b"\x2f\x1f\xc0\3\0abc")


@pytest.mark.parametrize(
    "said",
    [
        segment(0xE1, b"Exif\0\0" + tiff()),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\x008BIM" + SECRET),
        segment(0xFE, SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xE0, b"JFXX\0\x10" + SECRET),
        segment(0xEB, SECRET),
        b"\xff\xff" + segment(0xFE, SECRET),
    ],
)
def test_of_a_jpeg_only_the_picture_and_its_colours_are_kept(said: bytes) -> None:
    whole = b"\xff\xd8" + JFIF + ICC + ADOBE + TABLES + FRAME + SCAN + TABLES + SCAN + END
    parts = (b"\xff\xd8", JFIF, said, ICC, ADOBE, said, TABLES, FRAME, SCAN, said, TABLES, SCAN, END, SECRET)
    assert copied(b"".join(parts)).data == whole
    assert copied(whole).data == whole


def test_the_small_picture_in_the_head_of_a_jpeg_goes() -> None:
    head = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1abc")
    assert copied(b"\xff\xd8" + head + FRAME + SCAN + END).data == b"\xff\xd8" + JFIF + FRAME + SCAN + END


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", range(10))
def test_a_picture_stays_the_way_up_it_stood(orientation: int, order: str) -> None:
    turned = 2 <= orientation <= 8
    exif = tiff(orientation, order)
    kept = segment(0xE1, b"Exif\0\0" + upright(orientation)) if turned else b""
    said = segment(0xE1, b"Exif\0\0" + exif)
    assert copied(b"\xff\xd8" + said + FRAME + SCAN + END).data == b"\xff\xd8" + kept + FRAME + SCAN + END
    kept = chunk(b"eXIf", upright(orientation)) if turned else b""
    assert copied(PNG + IHDR + IDAT + chunk(b"eXIf", exif) + IEND).data == PNG + IHDR + kept + IDAT + IEND
    flags = bytes([0x28 if turned else 0x20]) + VP8X[1:]
    wanted = riff((b"VP8X", flags), VP8L, *([(b"EXIF", upright(orientation))] if turned else []))
    assert copied(riff((b"VP8X", VP8X), VP8L, (b"EXIF", exif), (b"XMP ", SECRET))).data == wanted


def test_of_a_png_only_the_picture_and_its_colours_are_kept() -> None:
    colours = chunk(b"gAMA", bytes(4)) + chunk(b"iCCP", b"p\0\0" + zlib.compress(b"x")) + chunk(b"pHYs", bytes(9))
    texts = (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"prVt", b"caBX")
    said = b"".join(chunk(kind, SECRET) for kind in texts)
    assert copied(PNG + IHDR + said + colours + IDAT + said + IEND + SECRET).data == PNG + IHDR + colours + IDAT + IEND


def test_of_a_gif_only_the_picture_and_its_loop_are_kept() -> None:
    said = b"\x21\xfe\x16" + SECRET + b"\0" + b"\x21\xff\x0bXMP DataXMP" + b"\x16" + SECRET + b"\0"
    whole = GIF + LOOP + GIF_IMAGE + GIF_IMAGE + b";"
    assert copied(GIF + said + LOOP + GIF_IMAGE + said + GIF_IMAGE + b";" + SECRET).data == whole


def test_a_simple_webp_is_itself() -> None:
    assert copied(riff(VP8L)).data == riff(VP8L)
    assert copied(riff(VP8L, (b"EXIF", tiff(6))) + SECRET).data == riff(VP8L)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + segment(0xC0, b"\x08\xff\xff\xff\xff\3") + SCAN + END,
        PNG + chunk(b"IHDR", struct.pack(">II", 100_001, 1_000) + bytes(5)) + IDAT + IEND,
        b"GIF89a\xff\xff\xff\xff\0\0\0" + GIF_IMAGE + b";",
        riff((b"VP8X", b"\0\0\0\0\xff\xff\xff\xff\xff\xff"), VP8L),
        riff((b"VP8 ", bytes(6) + b"\xff\xff\xff\xff")),
    ],
)
def test_a_picture_that_would_fill_a_memory_is_refused(data: bytes) -> None:
    assert copied(data).code == "bad-picture"
    assert "pixels" in copied(data).message


WHOLE = (
    b"\xff\xd8" + JFIF + TABLES + FRAME + SCAN + END,
    PNG + IHDR + IDAT + IEND,
    GIF + LOOP + GIF_IMAGE + b";",
    riff((b"VP8X", VP8X), VP8L),
)


@pytest.mark.parametrize("whole", WHOLE, ids=["jpeg", "png", "gif", "webp"])
def test_a_picture_that_is_cut_off_is_refused(whole: bytes) -> None:
    assert copied(whole).code == ""
    assert {copied(whole[:end]).code for end in range(12, len(whole))} == {"bad-picture"}


@given(st.sampled_from(WHOLE), st.binary(max_size=60), st.integers(0, 200), st.integers(0, 12))
def test_whatever_a_file_holds_it_is_copied_or_refused(whole: bytes, other: bytes, at: int, over: int) -> None:
    found = copied(whole[:at] + other + whole[at + over :])
    assert found.code in ("", "bad-picture", "picture-metadata", "active-file")
    assert not (found.code and found.data)
    assert not found.code or found.message
    if not found.code:
        assert copied(found.data) == found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ""),
        (b"no picture, but bytes", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", ""),
        (b"<?xml version='1.0'?><svg:svg><svg:script/></svg:svg>", "active-file"),
        (b"\xef\xbb\xbf\n<svg ONLOAD = 'x'/>", "active-file"),
        ("<svg><script/></svg>".encode("utf-16"), "active-file"),
        (b"<svg><a href='javascript:x'/></svg>", "active-file"),
        (b"<!doctype html><iframe src='x'>", "active-file"),
        (b"<svg><metadata><rdf:RDF>" + SECRET, "picture-metadata"),
        (b"MM\0*" + bytes(20), "picture-metadata"),
        (b"\0\0\0\x20ftypheic" + bytes(40) + b"Exif\0\0MM\0*", "picture-metadata"),
        (b"\0\0\0\x20ftypqt  com.apple.quicktime.location.ISO6709", "picture-metadata"),
        (b"a text about Exif and MM", ""),
    ],
)
def test_other_files_go_out_as_they_are_where_nothing_is_found(data: bytes, code: str) -> None:
    assert copied(data).code == code
    assert copied(data).data == (b"" if code else data)
