from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer.decode import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    text = "Deir ez-Zor, Raqqa and Hajin: الرقة. " * 4
    assert decode(text.encode(encoding)).text == text


def test_declared_encoding_is_believed() -> None:
    assert decode('<meta charset="windows-1251"> Ракка'.encode("windows-1251")).text.endswith("Ракка")


def test_detected_encoding_is_flagged() -> None:
    text = "Войска вошли в город в понедельник, сообщил представитель армии. " * 8
    found = decode(text.encode("windows-1251"))
    assert found.text == text
    assert [flag.code for flag in found.flags] == ["encoding-guessed"]


def test_few_bad_bytes_are_named_by_their_offset() -> None:
    good = "Añil ñandú — ".encode() * 20
    found = decode(good + b"\xff end")
    assert [flag.code for flag in found.flags] == ["lossy-bytes"]
    assert f"offset {len(good)}" in found.flags[0].message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["Войска вошли в город. ", "دخلت القوات المدينة. ", "Troops entered. "])
def test_wide_encodings_without_a_mark(text: str, encoding: str) -> None:
    assert decode((text * 9).encode(encoding)).text == text * 9


def test_bad_bytes_in_a_text_that_is_plainly_utf_8_make_it_no_other_encoding() -> None:
    raw = ("é" * 50 + "Troops entered the town on Monday. مقتل").encode()
    found = decode(raw[:18] + b"\xff" + raw[18:] + b"\xc3")
    assert [flag.code for flag in found.flags] == ["lossy-bytes"]
    assert "offset 18, " in found.flags[0].message


def test_what_is_no_text_is_refused() -> None:
    refusal = decode(b"\x00\x01\x02\x03PNG\x00\x00" * 40).refusal
    assert refusal is not None
    assert refusal.code == "binary"


def test_mojibake_is_flagged_and_mended_only_when_asked() -> None:
    broken = "The cityâ€™s gates, ModÃ©rÃ© said".encode()
    assert [flag.code for flag in decode(broken).flags] == ["mojibake"]
    assert "â€™" in decode(broken).text
    mended = decode(broken, repair=True)
    assert mended.text == "The city’s gates, Modéré said"
    assert [flag.code for flag in mended.flags] == ["mojibake-repaired"]


def test_mojibake_is_mended_piece_by_piece_and_what_stays_is_told() -> None:
    broken = "Aâ€œquotedâ€\x9d word, ModÃ©rÃ©, and â€ cut".encode()
    mended = decode(broken, repair=True)
    assert mended.text == "A“quoted” word, Modéré, and â€ cut"
    assert [flag.code for flag in mended.flags] == ["mojibake-repaired", "mojibake"]


def test_what_only_looks_broken_is_not_told_as_mended() -> None:
    found = decode("â€ and â€ alone".encode(), repair=True)
    assert [flag.code for flag in found.flags] == ["mojibake"]
    assert "could not" in found.flags[0].message


@given(st.binary(max_size=300))
def test_no_bytes_break_it_and_none_are_replaced_in_silence(raw: bytes) -> None:
    found = decode(raw)
    assert found.refusal or "\ufffd" not in found.text or found.flags
    assert not any(ord(c) < 32 and c not in "\t\n\r" for c in found.text)
