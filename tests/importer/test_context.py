from __future__ import annotations

import pytest

from sitegen.importer.clean import clean

LEAD = "Troops entered the town on Monday after a fight of two days, said a resident who had left it."
NEXT = "The road to the east is open again, and trucks with flour have passed since the early morning."


def rules(*lines: str) -> list[str]:
    return [line.rule for line in clean("\n\n".join(lines)).lines if line.text]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (("Quarterly Watch", "Channel: Iraq"), ["section-label", "page-label"]),
        (("Guerra en Siria",), ["section-label"]),
        (("Latest reportsMiddle EastWorld",), ["section-label"]),
        (("Army enters the last town of the valley - Example News",), ["page-title"]),
    ],
)
def test_what_stands_above_the_headline_goes(above: tuple[str, ...], expected: list[str]) -> None:
    found = rules(*above, "Army enters the last town of the valley", LEAD, NEXT)
    assert found == [*expected, "headline", "body", "body"]


def test_short_headline_stays_the_headline() -> None:
    found = rules("Air raids on Hajin", "Council asks for a pause of five days", LEAD, NEXT)
    assert found == ["headline", "body", "body", "body"]


def test_headline_told_again_in_other_signs_goes() -> None:
    found = rules("Army enters the last town – monitor", LEAD, "army-enters-the-last-town-monitor", NEXT)
    assert found == ["headline", "body", "repeated", "body"]


@pytest.mark.parametrize(
    "below",
    [
        ("2 Comments", "I have been there and it is quite true what they say of the road.", "Reply"),
        ("Comments", "Jane Doe says:", "This is all invented and nobody should believe a word of it."),
        ("Sam Roe says:", "May 5, 2018 at 4:15 pm", "I have an uncle in that town and he saw nothing.", "Reply"),
        ("One comment", "1. There are many people in the province and none of them was asked about it."),
        ("التعليقات (3)", "كل هذا كلام لا يصدقه أحد في البلدة منذ سنوات طويلة."),
    ],
)
def test_what_readers_wrote_goes(below: tuple[str, ...]) -> None:
    found = clean("\n\n".join(("Army enters the town of Hajin", LEAD, NEXT, *below))).lines
    kept = [line.text for line in found if line.text and line.action.value == "keep"]
    assert kept == [LEAD, NEXT]


@pytest.mark.parametrize(
    "line",
    [
        "The general said:",
        "Comments by the envoy angered both sides, and the talks were put off until the end of the week.",
        "Reply came on Tuesday: the gate stays shut, and nobody may pass it before the month is over.",
        "A teacher says: the school has had no windows since the winter, and the children sit in their coats.",
    ],
)
def test_speech_within_the_report_stays(line: str) -> None:
    found = clean(
        "\n\n".join(("Army enters the town of Hajin", LEAD, NEXT, line, LEAD.replace("Monday", "Friday")))
    ).lines
    assert [piece.action.value for piece in found if piece.text][3:] == ["keep", "keep"]


def test_comments_counter_above_the_text_takes_nothing() -> None:
    assert rules("Army enters the town of Hajin", "3 Comments", LEAD, NEXT)[2:] == ["body", "body"]


def test_teaser_that_breaks_off_goes_with_its_label() -> None:
    teaser = "Geneva, Agency - Envoys of nine states met on Tuesday and spoke of nothing but the …"
    assert rules("Army enters the town of Hajin", LEAD, NEXT, "Check Also", "Envoys of nine states meet", teaser)[
        3:
    ] == [
        "page-label",
        "related-run",
        "related-run",
    ]


def test_opening_told_again_and_cut_short_goes_and_the_opening_stays() -> None:
    assert rules("Army enters the town of Hajin", LEAD, NEXT, f"{LEAD}{NEXT[:40]}...")[1:] == [
        "body",
        "body",
        "repeated",
    ]


@pytest.mark.parametrize("name", ["Jane Doe/Sam al-Roe / Ann Poe", "A. Doe & Sam Roe", "Jane Doe"])
def test_names_below_the_text_sign_it(name: str) -> None:
    assert rules("Army enters the town of Hajin", LEAD, NEXT, name)[-1] == "signature"


def test_line_about_the_author_below_the_text_is_a_note() -> None:
    note = "Jane Doe is a freelance journalist who has written on rivers and dams for several papers."
    assert rules("Army enters the town of Hajin", LEAD, NEXT, note)[-1] == "author-note"
    assert rules("Army enters the town of Hajin", note, LEAD, NEXT)[1] == "body"


def test_card_of_another_story_in_the_midst_goes_with_its_headline() -> None:
    card = ("Envoys of nine states meet in the capital", "21 August 2015, 20:29")
    found = rules("Army enters the town of Hajin", LEAD, *card, NEXT, LEAD.replace("Monday", "Friday"))
    assert found[2:4] == ["related-card", "dateline"]
    assert rules("Army enters the town of Hajin", "A last stand by the river", "21 August 2015, 20:29", LEAD, NEXT)[1] == "body"
