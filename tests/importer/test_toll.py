from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importer_archive import MATCHING, drafted

from sitegen.importer.toll import Figure, claims_in


def exact(n: int) -> Figure:
    return Figure(n, n, n)


def tolls(text: str, language: str = "en") -> list[dict[str, Figure]]:
    return [dict(claim.toll) for claim in claims_in([(1, text)], [], language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 15 ISIS militants were killed on the first day.", [{"killed": Figure(min=15)}]),
        ("More than 20 people died.", [{"killed": Figure(min=20)}]),
        ("Up to 30 people died.", [{"killed": Figure(max=30)}]),
        ("About 30 people died.", [{"killed": Figure(best=30)}]),
        ("Dozens were wounded.", [{"injured": Figure(min=24)}]),
        ("The army killed scores of terrorists and destroyed 15 vehicles.", [{"killed": Figure(min=40)}]),
        ("Between 15 and 20 fighters were killed.", [{"killed": Figure(min=15, max=20)}]),
        (
            "Air strikes killed 20 civilians and wounded dozens more.",
            [{"killed": exact(20), "injured": Figure(min=24)}],
        ),
        ("15 killed, 30 injured in a blast", [{"killed": exact(15), "injured": exact(30)}]),
        ("15 air strikes killed 30 people in Aleppo.", [{"killed": exact(30)}]),
        ("Two hundred and fifty people were killed.", [{"killed": exact(250)}]),
        ("Twenty-one people were killed.", [{"killed": exact(21)}]),
        ("1,300 people were killed.", [{"killed": exact(1300)}]),
        ("The death toll rose to 45 on Tuesday.", [{"killed": exact(45)}]),
        ("Ten people, including five children, were killed.", [{"killed": exact(10)}, {"killed": exact(5)}]),
        ("Five soldiers and ten rebels were killed.", [{"killed": exact(5)}, {"killed": exact(10)}]),
        ("The forces captured 14 militants and 3 villages.", [{"captured": exact(14)}]),
        ("More than 11 million people have been displaced.", [{"displaced": Figure(min=11_000_000)}]),
        ("68 people were missing.", [{"missing": exact(68)}]),
        ("Monitor says 42 killed as jets strike mosque", [{"killed": exact(42)}]),
        ("A woman was killed by a shell.", [{"killed": exact(1)}]),
        (
            "Shells hit the hiding places, killing or injuring many activists.",
            [{"killed": Figure(), "injured": Figure()}],
        ),
    ],
)
def test_tolls(text: str, expected: list[dict[str, Figure]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The country still has about 14,000 militants.",
        "The town is 25 km from Hajin and had more than 7.7 million people.",
        "Between 15,500 and 17,100 militants would be based in Iraq.",
        "He was killed in 2014 at the age of 45.",
        "One of the worst attacks killed civilians on 11 September.",
        "The SDF installed a humanitarian corridor for civilians to flee.",
        "No one was killed.",
        "The army destroyed 15 tanks and killed the engine.",
    ],
)
def test_numbers_that_are_no_tolls(text: str) -> None:
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Au moins 15 combattants ont été tués lundi, selon l'Observatoire.", [{"killed": Figure(min=15)}]),
        (
            "de",
            "Mindestens 15 Kämpfer wurden getötet und 20 verletzt.",
            [{"killed": Figure(min=15), "injured": exact(20)}],
        ),
        (
            "es",
            "Al menos 21 combatientes murieron y más de 30 resultaron heridos.",
            [{"killed": Figure(min=21), "injured": Figure(min=30)}],
        ),
        (
            "ru",
            "По меньшей мере 15 боевиков были убиты, около 20 ранены.",
            [{"killed": Figure(min=15), "injured": Figure(best=20)}],
        ),
        ("ru", "Боевики захватили 12 деревень.", []),
        ("uk", "Щонайменше 15 людей загинули, ще 20 поранено.", [{"killed": Figure(min=15), "injured": exact(20)}]),
        (
            "ar",
            "مقتل خمسة مدنيين وإصابة عشرة آخرين بجروح في قصف على إدلب",
            [{"killed": exact(5), "injured": exact(10)}],
        ),
    ],
)
def test_tolls_in_other_languages(language: str, text: str, expected: list[dict[str, Figure]]) -> None:
    assert tolls(text, language) == expected


def claim_of(text: str):
    mentions, _ = MATCHING.matcher.find([(1, text)])
    return claims_in([(1, text)], mentions, "en")[0]


def test_voices() -> None:
    claim = claim_of("An anonymous SDF commander told AFP that at least 15 ISIS militants were killed.")
    assert (claim.voice.by, claim.voice.via, claim.voice.attribution, claim.of) == (
        "sdf",
        "afp",
        "An anonymous SDF commander",
        "islamic-state",
    )


def test_voice_after_according_to() -> None:
    claim = claim_of("Some 20 civilians were killed, according to the Syrian Observatory for Human Rights.")
    assert (claim.voice.by, claim.of) == ("sohr", "civilians")


def test_same_figures_told_twice_are_one_claim() -> None:
    made = drafted(
        "Blast kills 20 in Hajin\n\nA blast killed 20 people in Hajin on Monday, the army said in the capital.\n\nIt was the third in a month and the largest so far, residents said."
    )
    assert [claim.line for claim in made.claims] == [3]


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "5",
                "fifteen",
                "people",
                "civilians",
                "were",
                "killed",
                ",",
                "and",
                "wounded",
                "20",
                "more",
                "than",
                "dozens",
                "of",
                "including",
                "children",
                "the",
                "army",
                "said",
                ".",
                "3",
                "villages",
            ]
        ),
        max_size=25,
    )
)
def test_every_quote_is_verbatim(words: list[str]) -> None:
    text = " ".join(words)
    assert all(claim.quote in text for claim in claims_in([(1, text)], [], "en"))
