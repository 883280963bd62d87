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
    assert (
        rules("Army enters the town of Hajin", "A last stand by the river", "21 August 2015, 20:29", LEAD, NEXT)[1]
        == "body"
    )


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The valley", "head-label"),
        ("Jane Doe", "head-name"),
        ("Jane Doe in Beirut", "head-name"),
        ("Ali Darwish | Amal Rantisi | Saleh Malas", "head-name"),
        ("Syria war Syria news Syria army", "word-cloud"),
    ],
)
def test_labels_between_headline_and_text_go(line: str, rule: str) -> None:
    assert rules("Army enters the town of Hajin", line, LEAD, NEXT) == ["headline", rule, "body", "body"]


def test_a_standfirst_stays() -> None:
    assert rules("Army enters the town of Hajin", "Two days of fighting in the east", LEAD, NEXT)[1] == "body"


@pytest.mark.parametrize("line", ["Editions of the day", "Partner sites"])
def test_labels_below_the_text_go(line: str) -> None:
    assert rules("Army enters the town of Hajin", LEAD, NEXT, line)[-1] == "tail-label"


@pytest.mark.parametrize(
    "line", ["1. Omar of Hajin", "They are gone.", "More than two days went by at the eastern gate"]
)
def test_last_lines_that_may_be_the_text_stay(line: str) -> None:
    assert rules("Army enters the town of Hajin", LEAD, NEXT, line)[-1] == "body"


def test_caption_that_stands_twice_above_the_text_is_one_caption() -> None:
    caption = "A child in a tent in the camp near the northern gate"
    assert rules("Army enters the town of Hajin", caption, caption, LEAD, NEXT)[1:3] == ["caption-twice", "repeated"]


def test_headline_with_a_site_beside_it_is_read_once() -> None:
    assert (
        rules("Army enters the last town of Hajin", LEAD, NEXT, "news Army enters the last town of Hajin")[-1]
        == "repeated"
    )


def test_a_line_in_another_script_without_a_stop_goes() -> None:
    assert rules("Army enters the town of Hajin", LEAD, "أخبار اليوم من المدينة", NEXT)[2] == "other-script"
    assert rules("Army enters the town of Hajin", LEAD, "قال: «لن نرحل من هنا أبدا.»", NEXT)[2] == "body"


def test_the_headline_that_stands_twice_is_the_headline() -> None:
    found = rules("Valley Gazette Home", "Army enters the last town", "Army enters the last town", LEAD, NEXT)
    assert found == ["section-label", "headline", "repeated", "body", "body"]


def test_a_site_above_its_headline_is_no_headline() -> None:
    found = rules(
        "The Valley Observatory For Human Rights", "at least 12 killed while others fled the town", LEAD, NEXT
    )
    assert found[0] != "headline"
    assert found[1] == "headline"


def test_agency_above_a_date_wrote_the_report_and_takes_no_caption() -> None:
    found = rules(
        "Army enters the last town",
        "The raids began again on the eastern side of the town",
        "EFE",
        "11 September 2018",
        LEAD,
    )
    assert found[1:4] == ["body", "agency", "dateline"]


def test_teaser_that_is_the_start_of_a_sentence_goes() -> None:
    assert (
        rules(
            "Army enters the town of Hajin",
            "Troops entered the town on Monday,",
            LEAD.replace("Monday after", "Monday, after"),
        )[1]
        == "repeated"
    )


def test_sentence_that_stands_again_in_a_caption_is_told_once() -> None:
    sentence = "Raids on the eastern bank killed nobody on the first day."
    found = rules("Army enters the town of Hajin", sentence, f"{sentence} Photo: Valley News", LEAD, NEXT)
    assert found[1:3] == ["pull-quote", "caption-photographer"]


def test_a_label_that_stands_again_within_the_text_goes_again() -> None:
    found = rules("Army enters the town of Hajin", "car", LEAD, "car", NEXT)
    assert found == ["headline", "head-label", "body", "repeated", "body"]


def test_many_names_below_the_text_are_its_own_list() -> None:
    names = ["Omar Haddad", "Sami Haddad", "Lina Khalil", "Rana Khalil", "Adnan Saleh"]
    assert rules("Army enters the town of Hajin", LEAD, NEXT, *names)[3:] == ["body"] * 5


def test_the_start_of_a_paragraph_above_it_is_a_teaser() -> None:
    assert rules("Army enters the town of Hajin", LEAD, f"{LEAD} {NEXT}", NEXT)[1] == "repeated"
    assert rules("Army enters the town of Hajin", f"{LEAD} {NEXT[:60]}", LEAD, NEXT)[1:] == ["repeated", "body", "body"]


def test_cards_of_other_stories_above_the_text_go() -> None:
    cards = (
        "Envoys of nine states meet in the capital",
        "2 May 2018",
        "Storm closes the port in the north",
        "3 May 2018",
    )
    found = rules("Army enters the town of Hajin", "By Jane Doe", *cards, LEAD, NEXT)
    assert (found[2], found[4]) == ("related-card", "related-card")


def test_quoted_words_told_again_alone_are_a_pull_quote() -> None:
    said = '"They attacked us last night," a guard said, and he showed the hole in the wall of the mill.'
    assert rules("Army enters the town of Hajin", said, LEAD, '"They attacked us last night,"', NEXT)[3] == "pull-quote"


def test_a_line_of_marks_that_fold_to_nothing_breaks_no_rule() -> None:
    assert rules("Army enters the town of Hajin", LEAD, "\u200e\u0301\u0301", NEXT)[0] == "headline"


@pytest.mark.parametrize(
    "below",
    [
        ("Be Civil", "Please treat others in this discussion as guests in a shared house and stay on the topic."),
        ("Community guidelines", "We remove posts that insult other members of our community, without a word."),
        ("Charte de modération", "Les messages injurieux sont retirés par nos équipes, sans autre avis."),
        ("Se han publicado 2 comentarios", "Todo eso es una mentira, yo estuve en ese pueblo y no vi nada de eso."),
    ],
)
def test_rules_for_those_who_comment_go_to_the_end(below: tuple[str, ...]) -> None:
    found = clean("\n\n".join(("Army enters the town of Hajin", LEAD, NEXT, *below))).lines
    assert [line.text for line in found if line.text and line.action.value == "keep"] == [LEAD, NEXT]


def test_rules_amid_a_report_are_its_own() -> None:
    told = "The rules were announced by the council on Monday, and three men were killed, a resident said."
    assert rules("Army enters the town of Hajin", LEAD, "House rules", told)[-1] == "body"


def test_teasers_that_break_off_below_the_text_go_and_a_last_line_that_does_stays() -> None:
    teasers = (
        "The minister of the interior calls for the arrest of three men who are thought to have be…",
        "A fishing boat was taken off the coast on Tuesday, and its crew of nine has not been se…",
    )
    assert rules("Army enters the town of Hajin", LEAD, NEXT, *teasers)[-2:] == ["headline-tail"] * 2
    assert rules("Army enters the town of Hajin", LEAD, NEXT, teasers[0])[-1] == "body"


def test_small_words_make_no_cloud() -> None:
    line = "Progress made by the army in the last stronghold of the rebels in the district in the north of the country"
    assert "word-cloud" not in rules("Army enters the town of Hajin", line, LEAD, NEXT)
    assert rules("Army enters the town", "Syria war Syria army war Syria army", LEAD, NEXT)[1] == "word-cloud"


def test_a_text_between_two_share_bars_is_no_page_of_its_own() -> None:
    assert rules("Army enters the town of Hajin", "Share:", LEAD, "Gunfire went on into the night.", "Share:") == [
        "headline",
        "share",
        "body",
        "body",
        "share",
    ]


def test_what_is_told_below_rows_of_the_page_is_another_story() -> None:
    other = "A commander of the fleet said on Tuesday that remains of sailors were found in a compartment of the ship."
    below = ("Subscribe now", "Comments", "Videos", "More Videos", "Remains found in compartment of ship", other)
    assert rules("Army enters the town of Hajin", LEAD, NEXT, *below)[-1] != "body"
    again = "A resident of the town said on Tuesday that trucks with flour had not reached the road to the east."
    assert (
        rules("Army enters the town of Hajin", LEAD, NEXT, "Subscribe now", "Comments", "Videos", "More Videos", again)[
            -1
        ]
        == "body"
    )


def test_a_thread_of_names_behind_marks_is_readers_and_a_list_of_names_is_the_text_s() -> None:
    said = "The army had said on Sunday that it would not enter the town before the winter."
    thread = (
        "• River_Walker", "And the forces that took it back were not the ones that everybody speaks of.",
        "• Mark", "So could any army, if those in charge had the will to do it.",
        "• Someone Else", "The whole mess began when they asked for half a war.",
    )  # fmt: skip
    assert rules("Army enters the town of Hajin", LEAD, NEXT, said, *thread)[-6:] == ["reader-voice"] * 6
    dead = ("• Omar Khaled", "• Ali Hassan", "• Yusuf Darwish", "• Sami Haddad")
    found = clean("\n\n".join(("Army enters the town of Hajin", LEAD, said, "The dead are:", *dead))).lines
    assert [line.text for line in found if line.action.value == "keep" and line.text][-4:] == list(dead)
