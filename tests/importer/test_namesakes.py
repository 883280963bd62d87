from __future__ import annotations

import pytest

from sitegen.importer import Authority, Matcher, Name

MATCHER = Matcher.of(
    Authority(
        names=(
            Name("place", "russia", "Russia"),
            Name("actor", "russian-government", "Russia"),
            Name("place", "syria", "Syria"),
            Name("actor", "syrian-government", "Syria"),
            Name("place", "سوريا", "سوريا", "ar"),
            Name("actor", "حكومة", "سوريا", "ar"),
            Name("actor", "capital-government", "Tamar"),
            Name("place", "hama", "Hama", within=("country",)),
            Name("place", "homs", "Homs", within=("country",)),
            Name("place", "mill-hama", "Mill Town", within=("hama", "country")),
            Name("place", "mill-homs", "Mill Town", within=("homs", "country")),
            Name("place", "bridge-hama", "Old Bridge", within=("hama", "country")),
            Name("place", "country", "Levantia"),
        )
    )
)


def found(*lines: str) -> list[str]:
    mentions, _ = MATCHER.find(list(enumerate(lines, 1)))
    return [mention.id for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops moved across Syria.", ["syria"]),
        ("He fled to Russia and Syria.", ["russia", "syria"]),
        ("Fighting went on in northern Syria.", ["syria"]),
        ("Russia said the raid was its own.", ["russian-government", "russia"]),
        ("A deal with Russia was signed.", ["russian-government", "russia"]),
        ("It came from Russia, Syria said.", ["russia", "syrian-government", "syria"]),
        ("قتل خمسة في سوريا", ["سوريا"]),
    ],
)
def test_country_named_as_a_place_is_no_party(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # what all candidates lie in tells nothing
        (("A blast in Mill Town, in Levantia",), ["country"]),
        (("A blast in Mill Town, in Hama, Levantia",), ["mill-hama", "hama", "country"]),
        # of two places around, the nearer one in the line
        (("A blast in Mill Town, Homs, and a raid on Hama",), ["mill-homs", "homs", "hama"]),
        # the only one that the text names, in another line
        (("A blast in Mill Town", "Aid came from Hama"), ["mill-hama", "hama"]),
        # a place that lies in the same wider place
        (("A blast in Mill Town", "The Old Bridge fell too"), ["mill-hama", "bridge-hama"]),
        # once settled, settled for the text
        (
            ("Mill Town, Hama, was hit", "Mill Town is empty", "Homs is calm"),
            ["mill-hama", "hama", "mill-hama", "homs"],
        ),
        # two named as near: left open
        (("Homs Mill Town Hama",), ["homs", "hama"]),
    ],
)
def test_doubtful_place_is_settled_by_what_stands_around_it(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tamar denied it.", ["capital-government"]),
        ("A bus burned in Tamar.", []),
        ("Shells fell near central Tamar on Sunday.", []),
        ("TAMAR (Newswire) – A bus burned.", []),
        ("TAMAR, Levantia, May 5 (Newswire) -- A bus burned.", ["country"]),
        ("Tamar: a bus burned on the bridge", []),
        ("The Tamar Post wrote of it, and the Tamar International Airport was shut.", []),
        ("An ally of Tamar agreed.", ["capital-government"]),
        ("The envoys saw a mistake in Tamar's plan.", ["capital-government"]),
    ],
)
def test_capital_that_stands_for_its_government_is_no_party_as_a_town(text: str, expected: list[str]) -> None:
    assert found(text) == expected
