"""Redacted strings are found in any spelling, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.redaction import (
    MARK,
    _spaced_with_places,
    concerning,
    fold,
    holds,
    letters,
    redactor,
    spaced,
    weight,
)

DOE = "John Doe"

GUISES = {
    "as written": "John Doe",
    "lower case": "john doe",
    "upper case": "JOHN DOE",
    "no space": "JohnDoe",
    "several spaces": "John   Doe",
    "a line end": "John\nDoe",
    "no-break space": "John\u00a0Doe",
    "hyphen": "john-doe",
    "underscore": "john_doe",
    "dot": "John.Doe",
    "letter-spaced": "J o h n  D o e",
    "accents": "Jóhn Dòë",
    "accents apart": unicodedata.normalize("NFD", "Jóhn Dòë"),
    "zero-width space": "Jo\u200bhn Doe",
    "zero-width joiner": "J\u200dohn Doe",
    "word joiner": "John\u2060Doe",
    "soft hyphen": "Jo\u00adhn Doe",
    "bidi mark": "Jo\u200ehn \u202eDoe",
    "bidi isolate": "John \u2066Doe\u2069",
    "byte order mark": "John \ufeffDoe",
    "variation selector": "Jo\ufe0fhn D\u034foe\u20dd",
    "wide letters": "Ｊｏｈｎ Ｄｏｅ",
    "mathematical letters": "𝐉𝐨𝐡𝐧 𝐃𝐨𝐞",
    "curly apostrophe": "John’Doe",
}


@pytest.mark.parametrize("guise", GUISES.values(), ids=GUISES)
def test_a_string_is_replaced_in_every_guise_and_its_surroundings_stay(guise: str) -> None:
    assert redactor([DOE])(f"Seen: {guise}, on Monday.") == f"Seen: {MARK}, on Monday."


@pytest.mark.parametrize("guise", ["علي حسن", "عَلِيّ حَسَن", "علـــي حسن", "علي‌حسن", "علي-حسن"])
def test_arabic_is_seen_through_vowel_signs_and_lengthening(guise: str) -> None:
    assert redactor(["علي حسن"])(f"قال {guise} أمس") == f"قال {MARK} أمس"


@pytest.mark.parametrize(
    ("string", "text"),
    [("Łukasz", "lukasz"), ("Ağa Işık", "aga isik"), ("ʿAbd Allāh", "Abd Allah"), ("Strauß", "STRAUSS")],
)
def test_letters_without_decomposition_are_folded(string: str, text: str) -> None:
    assert redactor([string])(text) == MARK


def test_the_mark_takes_accents_of_the_last_letter_with_it() -> None:
    assert redactor(["Jose"])("Jose\u0301!") == MARK + "!"


@pytest.mark.parametrize(
    "text",
    [
        "a final investigation",
        "the medical issue",
        "quality",
        "Somalia",
        "Alison",
        "validation",
        "Al Ikhbariya",
        "al-Issa",
    ],
)
def test_a_short_string_is_a_whole_word_only(text: str) -> None:
    assert redactor(["Ali"])(text) == text
    assert not holds(text, ["Ali"])


@pytest.mark.parametrize("text", ["Ali", "ALI", "Ali's", "(ali)", "a-l-i", "A l i", "A.L.I.", "@ali_", "…Ali…"])
def test_a_short_string_is_found_as_a_word(text: str) -> None:
    assert MARK in redactor(["Ali"])(text)


def test_a_longer_string_is_found_within_a_word() -> None:
    assert redactor(["Hassan"])("the Hassaneins") == f"the {MARK}eins"


def test_a_gap_that_is_not_the_strings_own_counts_only_between_word_ends() -> None:
    assert redactor(["Maria"])("a drama riathlon") == "a drama riathlon"
    assert redactor(["Abdulrahman"])("Abdul Rahman, Abdul-Rah-man") == f"{MARK}, {MARK}"
    assert redactor(["Mustafa"])("a Mus-tafa b") == f"a {MARK} b"
    assert redactor(["عبدالله"])("قال عبد الله أمس") == f"قال {MARK} أمس"


@pytest.mark.parametrize(
    ("string", "text"),
    [("Asif", "as if"), ("Amin", "I am in"), ("Theresa", "there's a"), ("Ali", "<a><li>"), ("Amina", "am in a")],
)
def test_a_name_is_not_found_in_other_words_side_by_side(string: str, text: str) -> None:
    assert redactor([string])(text) == text


def test_overlapping_strings_leave_nothing_of_either() -> None:
    redacted = redactor(["John Doe", "Doe Miller"])("John Doe Miller")
    assert "Doe" not in redacted
    assert "Miller" not in redacted


def test_scripts_without_spaces_are_found_anywhere_and_count_double() -> None:
    assert weight("王伟") == 4
    assert redactor(["王伟"])("昨天王伟说") == f"昨天{MARK}说"


def test_nothing_to_redact_is_nothing_done() -> None:
    assert redactor([]) is str


@pytest.mark.parametrize(("string", "count"), [("Al", 2), ("A.-l.", 2), ("Ali", 3), ("\u200b..", 0), ("١٢٣", 3)])
def test_weight_counts_letters_and_digits(string: str, count: int) -> None:
    assert weight(string) == count


def test_concerning_forgets_none() -> None:
    assert concerning(["John Doe", "Ali", "Maria"], "JOHN-DOE and maria") == ("John Doe", "Maria")


def test_fold_is_one_for_all_guises() -> None:
    assert {fold(guise) for guise in GUISES.values()} == {"johndoe"}


@given(st.text(max_size=200))
@example("\ud800")
@example("İ")
def test_any_text_passes_and_what_is_put_in_its_midst_is_found(text: str) -> None:
    assert MARK in redactor(["Qxjzvkw"])(f"{text}\nQxjzvkw\n{text}")
    assert letters(text) == letters(letters(text).decode())


@given(st.text("JohnDeo -\u200b\u0301<b>", max_size=60))
def test_what_was_redacted_holds_the_string_no_more(text: str) -> None:
    assert not holds(redactor([DOE])(text).replace(MARK, "¦"), [DOE])


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.text("aB1 -_\n.éßø\u0301\u200b\u0640漢﷽")))
@example("Jo  é—x")
def test_every_byte_of_the_spaced_text_has_its_place(text: str) -> None:
    flat, places = _spaced_with_places(text)
    by_character = [(place, byte) for place, letter in enumerate(text) for byte in spaced(letter) if byte != ord(" ")]
    assert flat.startswith(b" ")
    assert b"  " not in flat[:-1]
    assert [(place, byte) for place, byte in zip(places, flat, strict=False) if byte != ord(" ")] == by_character
    assert len(places) == len(flat) - 1
    assert places == sorted(places)
