from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importer_archive import MATCHING

from sitegen.importer import Authority, Matcher, Name


def found(text: str) -> list[tuple[str, str]]:
    mentions, _ = MATCHING.matcher.find([(1, text)])
    return [(mention.id, mention.quote) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The IS is not what it is.", [("islamic-state", "IS")]),
        ("It is late. This is all.", []),
        ("ISIS, Daesh and EI", [("islamic-state", "ISIS"), ("islamic-state", "Daesh"), ("islamic-state", "EI")]),
        ("the Islamic State (IS) group", [("islamic-state", "Islamic State"), ("islamic-state", "IS")]),
        ("SYRIAN DEMOCRATIC FORCES ADVANCE", [("sdf", "SYRIAN DEMOCRATIC FORCES")]),
        (
            "in Deir Ezzor, Deir el-Zor and Deir ez Zor",
            [("deir-ez-zor", "Deir Ezzor"), ("deir-ez-zor", "Deir el-Zor"), ("deir-ez-zor", "Deir ez Zor")],
        ),
        (
            "Suwayda, al-Suwayda, as-Suwaydā’",
            [("suweida", "Suwayda"), ("suweida", "al-Suwayda"), ("suweida", "as-Suwaydā")],
        ),
        ("Bab al-Hawa and al-Bab", [("bab", "al-Bab")]),
        ("Raqqa's walls, d'Raqqa", [("raqqa", "Raqqa"), ("raqqa", "Raqqa")]),
        ("Raqqawi and unRaqqa", []),
        (
            "في الرقة وداعش، وبالرقة وللرقة",
            [("raqqa", "الرقة"), ("islamic-state", "داعش"), ("raqqa", "الرقة"), ("raqqa", "رقة")],
        ),
        ("в Ракке и из Ракки", [("raqqa", "Ракке"), ("raqqa", "Ракки")]),
        ("Ḩajīn and Ha’jin", [("hajin", "Ḩajīn"), ("hajin", "Ha’jin")]),
    ],
)
def test_names(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text) == mentions


def test_short_acronym_in_a_line_of_capitals_is_flagged_not_guessed() -> None:
    mentions, flags = MATCHING.matcher.find([(3, "THE TOWN IS TAKEN BY THE ARMY")])
    assert mentions == []
    assert [(flag.code, flag.line) for flag in flags] == [("ambiguous-capitals", 3)]


def test_name_of_two_records_is_flagged_with_both() -> None:
    mentions, flags = MATCHING.matcher.find([(1, "A blast in Salamiyah")])
    assert mentions == []
    assert [(flag.code, flag.message) for flag in flags] == [
        ("ambiguous-name", '"Salamiyah" may be salamiyah-hama or salamiyah-homs.')
    ]


def test_name_of_two_records_is_settled_by_the_place_around() -> None:
    mentions, flags = MATCHING.matcher.find([(1, "A blast in Salamiyah, east of Hama")])
    assert [mention.id for mention in mentions] == ["salamiyah-hama", "hama"]
    assert flags == []


def test_a_matcher_without_names_finds_nothing() -> None:
    assert Matcher.of(Authority()).find([(1, "IS")]) == ([], [])


@given(st.text(max_size=60), st.text(max_size=60))
def test_quote_is_what_stands_at_its_place(before: str, after: str) -> None:
    text = f"{before} Hajin {after}"
    mentions, _ = MATCHING.matcher.find([(1, text)])
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)
    assert "hajin" in [mention.id for mention in mentions]


@given(st.text(alphabet="abcdefgh'’- é", min_size=1, max_size=20))
def test_any_name_is_found_as_it_is_written(name: str) -> None:
    matcher = Matcher.of(Authority(names=(Name("place", "it", name),)))
    folded = "".join(c for c in name if c.isalnum())
    mentions, _ = matcher.find([(1, f"x, {name}, y")])
    assert bool(mentions) == bool(folded)


NESTED = Matcher.of(
    Authority(
        names=(
            Name("place", "iraq", "Iraq"),
            Name("place", "uk", "UK"),
            Name("place", "middle-east", "Middle East"),
            Name("actor", "iraqi-government", "Government of Iraq"),
            Name("actor", "uk-government", "the UK"),
            Name("actor", "minister", "Minister for the Middle East Jane Doe"),
            Name("actor", "islamic-state", "Islamic State of Iraq and the Levant"),
            Name("actor", "islamic-state", "Islamic State of Iraq"),
            Name("actor", "iraq-museum", "Iraq Museum"),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("the Government of Iraq met", ["iraq"]),
        ("He thanked the UK again", ["uk"]),
        ("Minister for the Middle East Jane Doe spoke", ["middle-east"]),
        ("Islamic State of Iraq and the Levant fled", []),
        ("Islamic State of Iraq fled", []),
        ("The Iraq Museum is shut", []),
    ],
)
def test_a_place_that_an_office_is_named_after_is_a_place_too(text: str, places: list[str]) -> None:
    mentions, _ = NESTED.find([(1, text)])
    assert [mention.id for mention in mentions if mention.kind == "place"] == places
    assert len({mention.id for mention in mentions if mention.kind == "actor"}) == 1
