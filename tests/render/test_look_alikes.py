"""A name in letters that look like its own is found; words of the other scripts are no alarm."""

from __future__ import annotations

import unicodedata

import pytest

from sitegen.model.problem import Span
from sitegen.model.redaction import Redaction, letters
from sitegen.render.leaks import LeakFinder
from sitegen.render.look_alikes import _table, are_in, as_latin

HERE = Span("content/site.yaml", 1, 1)
GUISES = {
    "Cyrillic": "Jоhn Dое",
    "all that can be": "Јοհn Ꭰօе",
    "in capitals": "JОНN DОЕ",
    "Greek with an accent": "Jόhn Doe",
    "small capitals": "ᴊᴏʜɴ ᴅᴏᴇ",
    "Lisu": "ꓙꓳꓧꓠ ꓓꓳꓰ",
    "as an entity": "J&#1086;hn D&#x043E;e",
    "percent-encoded": "J%D0%BEhn Doe",
    "as an escape": "J\\u043ehn Doe",
    "split by markup": "J<b>о</b>hn Doe",
    "in an attribute": '<img alt="Jоhn Doe">',
    "with a joiner": "J\u200dо\u0301hn-Doe",
}


@pytest.mark.parametrize("guise", GUISES.values(), ids=GUISES)
def test_letters_that_look_like_others_are_these(guise: str) -> None:
    finder = LeakFinder([Redaction("Somebody Else", HERE), Redaction("John Doe", HERE)])
    for text in (guise, f"<p>Before “it”.</p>\n<p>It was {guise}, he said.</p>\n"):
        for _ in range(2):
            assert [leak.redaction.text for leak in finder.in_text(text)] == ["John Doe"]
            assert finder.in_file(text.encode())
    assert finder.in_file(b"\xff\xd8\xff\xfe" + "by Jоhn Dое".encode() + b"\0")


def test_a_name_of_a_file() -> None:
    assert LeakFinder([Redaction("John Doe", HERE)]).in_name("media/jоhn-doe.jpg")


@pytest.mark.parametrize("text", ["Он сказал: Иван и Анна ушли.", "Ο Γιάννης είπε.", "قال علي حسن", "“so” – naïve"])
def test_words_of_other_scripts_are_no_alarm(text: str) -> None:
    finder = LeakFinder([Redaction("John Doe", HERE), Redaction("Ali", HERE), Redaction("Петров", HERE)])
    assert finder.in_text(f"<p>{text}</p>") == ()


def test_a_name_of_another_script_is_still_found_in_its_own() -> None:
    for name in ("Анна Петрова", "Γιάννης Παππάς", "Արամ Սարգսյան"):
        assert LeakFinder([Redaction(name, HERE)]).in_text(f"<p>… {name.upper()} …</p>")


def test_each_is_a_letter_for_one_letter() -> None:
    for code, latin in _table().items():
        assert len(latin) == 1
        assert latin.isascii()
        assert chr(code).isalpha()
        assert not chr(code).isascii()
        assert are_in(letters(f"a{chr(code)}b")), unicodedata.name(chr(code))
        assert as_latin(chr(code)) == latin
    assert as_latin("a ≮b> é") == "a ≮b> é"
    assert not are_in(letters("café “naïve” قال"))
