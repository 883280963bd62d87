"""Lines that are told from the report by the words they share with it, by whom they speak as, by where they stand."""

from __future__ import annotations

import pytest

from sitegen.importer.clean import clean
from sitegen.importer.context.kinship import stems

TITLE = "Army enters the last town of the valley"
LEAD = "Troops entered the town of Hajin on Monday after a fight of two days, said a resident who had left the valley."
NEXT = "The road to the eastern valley is open again, and trucks with flour have reached the town since the morning."
LAST = "Two residents were killed by a mine on the road, the council of Hajin said in a statement on Tuesday."


def rules(*lines: str) -> list[str]:
    return [line.rule for line in clean("\n\n".join(lines)).lines if line.text]


def kept(*lines: str) -> list[str]:
    found = clean("\n\n".join((TITLE, *lines))).lines
    return [line.text for line in found if line.text and line.action.value == "keep"]


def test_a_word_is_known_again_in_another_number() -> None:
    assert stems("A resident of the towns") & stems("Residents left their town") == {"resid"}


def test_a_headline_of_other_matter_goes_with_its_teaser() -> None:
    other = "Praise the Game: Remastered Wizards are Getting a Figure"
    teaser = "Players can also buy the figure of a wizard when the remastered game is launched in winter."
    assert kept(LEAD, NEXT, other, teaser, LAST) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "What the residents of the town say of the fight",
        "A new phase",
        "What comes next for everybody",
    ],
)
def test_a_subhead_stays(line: str) -> None:
    assert kept(LEAD, line, NEXT, LAST) == [LEAD, line, NEXT, LAST]


def test_below_the_text_a_headline_that_shares_nothing_goes_and_one_that_does_stays() -> None:
    assert kept(LEAD, NEXT, LAST, "Minister ascends, prays for 'better harvest'") == [LEAD, NEXT, LAST]
    assert kept(LEAD, NEXT, LAST, "Residents of Hajin asked for flour") == [
        *(LEAD, NEXT, LAST),
        "Residents of Hajin asked for flour",
    ]


def test_what_a_colon_announces_stays_below_the_text() -> None:
    assert kept(LEAD, NEXT, LAST, "The names are:", "Baker Omar and his children")[-1] == "Baker Omar and his children"


def test_links_in_a_row_between_sentences_go_and_one_alone_stays() -> None:
    links = ("Deadly mine blast in the valley", "A rare look into the town of Hajin")
    assert kept(LEAD, *links, NEXT, LAST) == [LEAD, NEXT, LAST]
    assert kept(LEAD, links[0], NEXT, LAST) == [LEAD, links[0], NEXT, LAST]


def test_lines_that_the_source_wrapped_are_no_links() -> None:
    wrapped = "Troops of the Army and of the\nNational Council for the\nValley of Hajin took the road, said a resident."
    assert len(kept(LEAD, wrapped, NEXT, LAST)) == 6


def test_beside_a_caption_its_other_text_is_a_caption_too() -> None:
    alt, caption = (
        "Trucks loaded with families near the gate",
        "Trucks with families wait. Photograph: Jane Doe/Reuters",
    )
    assert rules(TITLE, alt, caption, LEAD, NEXT) == ["headline", "caption-twin", *rules(caption), "body", "body"] or (
        rules(TITLE, alt, caption, LEAD, NEXT)[1] == "caption-twin"
    )
    assert rules(TITLE, "Council asks for a pause of five days", caption, LEAD, NEXT)[1] == "body"


def test_the_text_of_a_post_goes_with_its_signature_and_a_report_above_one_stays() -> None:
    sign = "— Jane Doe (@janedoe) May 5, 2018"
    assert kept(LEAD, "Watch the convoy as it leaves the gate of the town.", sign, NEXT) == [LEAD, NEXT]
    assert kept(LEAD, LAST, sign, NEXT) == [LEAD, LAST, NEXT]
    assert kept(LEAD, f"The gate was shut before they came. {sign}", NEXT) == [LEAD, NEXT]


def test_short_lines_with_colons_in_a_row_are_captions_and_two_are_not() -> None:
    shown = ("Fighters stand on a tank:", "A fighter holds a flag:", "An abandoned tank at the gate:")
    assert kept(LEAD, NEXT, *shown) == [LEAD, NEXT]
    assert kept(LEAD, NEXT, *shown[:2]) == [LEAD, NEXT, *shown[:2]]


@pytest.mark.parametrize(
    "line",
    [
        "A zoomable version of this image is available on the desktop site.",
        "The uploader of this image has enabled registered users to make comments on it.",
        "Commenta qui sotto e segui le linee guida del sito.",
        "We choose not to lock readers out with paywalls, and our journalism needs a donation.",
    ],
)
def test_a_page_that_speaks_of_itself_goes(line: str) -> None:
    assert kept(LEAD, NEXT, line, LAST) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "The article of this treaty on the town of Hajin was the last that the council read.",
        "“Our website was shut, and our readers were arrested,” said an editor of the paper.",
        "These photos and videos are made for the young.",
    ],
)
def test_a_report_on_pages_stays(line: str) -> None:
    assert kept(LEAD, NEXT, line, LAST) == [LEAD, NEXT, line, LAST]


def test_readers_without_a_form_go_from_the_last_line_that_reports() -> None:
    below = (
        *("One can only hope that these groups ruin each other for good.", "Trustin Judo"),
        *("I have no beef with them and we never had one, you know that.", "rodney_l"),
        "The big one will take the place in the end, as it always does.",
    )
    assert kept(LEAD, NEXT, LAST, *below) == [LEAD, NEXT, LAST]


def test_an_author_s_own_voice_without_names_stays() -> None:
    own = "I have been to the town and we shall see whether the road stays open this time."
    assert kept(LEAD, NEXT, LAST, own) == [LEAD, NEXT, LAST, own]
    assert kept(LEAD, NEXT, LAST, "Hajin council", own)[-1] == own


def test_below_a_form_readers_go_and_a_report_that_goes_on_stays() -> None:
    assert kept(LEAD, NEXT, "View all comments", "They deserve each other, and it was always so.") == [LEAD, NEXT]
    assert kept(LEAD, NEXT, "Leave a comment", LAST) == [LEAD, NEXT, LAST]


def test_a_line_between_two_pleas_goes() -> None:
    plea, other = "Support our work with a donation", "Subscribe to our newsletter"
    assert kept(LEAD, plea, "From climate to Big Tech, somebody has to be there.", other, NEXT, LAST) == [
        *(LEAD, NEXT, LAST),
    ]
    assert kept(LEAD, plea, NEXT, other, LAST) == [LEAD, NEXT, LAST]


def test_a_quotation_that_never_opened_goes_with_its_name() -> None:
    assert kept(LEAD, "This was a planned attack on the valley”", "Joe Roe Rights Watch", NEXT) == [LEAD, NEXT]
    split = ("“The road is open,” he said. “It will stay so.", "We shall see to that for all of you.”")
    assert kept(LEAD, *split, NEXT) == [LEAD, *split, NEXT]


def test_a_headline_with_a_pointer_below_it_is_another_story_s() -> None:
    assert kept(LEAD, "The general: a loner who became a leader", "Read More »", NEXT, LAST) == [LEAD, NEXT, LAST]


def test_the_headline_is_the_line_that_the_text_speaks_of() -> None:
    others = ("Tips for becoming a good boxer", "A guide to build your own mirror at home")
    found = clean("\n\n".join((*others, TITLE, LEAD, NEXT, LAST))).lines
    assert [line.text for line in found if line.action.value == "title"] == [TITLE]
    assert rules(*others, TITLE, LEAD, NEXT, LAST)[:2] == ["section-label"] * 2


def test_a_headline_without_a_word_of_the_text_stays_where_no_other_line_has_more() -> None:
    assert rules("Terror comes in the evening", LEAD, NEXT, LAST)[0] == "headline"


def test_what_is_glued_behind_a_stop_of_the_page_s_is_kept() -> None:
    assert kept(f"Your support makes all the difference.{LEAD}", NEXT) == [LEAD, NEXT]


def test_a_teaser_above_the_text_that_breaks_off_goes_and_the_text_stays() -> None:
    assert kept(f"{LEAD} {NEXT[:40]}[…]", LEAD, NEXT, LAST) == [LEAD, NEXT, LAST]


def test_an_opening_told_twice_is_a_caption_unless_it_reports() -> None:
    scene = "The old mill of Hajin and its valley under a winter sky."
    assert rules(TITLE, scene, scene, LEAD, NEXT)[1:3] == ["caption-twice", "repeated"]
    assert rules(TITLE, LEAD, LEAD, NEXT)[1:3] == ["body", "repeated"]


def test_a_numbered_list_of_other_stories_goes_to_its_end() -> None:
    listed = ("1. What is happening in the north", '2. "They have no pity. They like it."', "3. Starving the coast...")
    assert kept(LEAD, NEXT, "Don't miss:", *listed) == [LEAD, NEXT]


def test_below_a_label_a_sentence_of_another_story_goes_and_a_report_stays() -> None:
    other = "Taylor sings of love, and we explain her hottest new songs one by one."
    foreign = "Three sailors drowned off the southern coast, a fisherman told reporters at dawn."
    assert kept(LEAD, NEXT, LAST, "Related articles", other) == [LEAD, NEXT, LAST]
    assert kept(LEAD, NEXT, LAST, "Advertisement", foreign)[-1] == foreign


def test_a_scene_above_the_author_is_a_caption_and_a_summary_is_not() -> None:
    scene = "Fighters of the council walk near damaged ground east of the valley."
    assert rules(TITLE, scene, "By Jane Doe and John Roe", LEAD, NEXT)[1] == "scene-above"
    assert rules(TITLE, scene, "HAJIN (Reuters) – " + LEAD, NEXT)[1] == "scene-above"
    assert rules(TITLE, "Council asks for a pause of five days.", "By Jane Doe and John Roe", LEAD)[1] == "body"
    assert rules(TITLE, scene, LEAD, NEXT)[1] == "body"


def test_one_long_line_without_a_stop_between_sentences_stays_and_is_flagged() -> None:
    line = "What the residents of the town say of the fight in the valley"
    found = clean(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{NEXT}\n\n{LAST}")
    assert [(flag.code, flag.line) for flag in found.flags] == [("doubtful-line", 5)]
    assert line in [one.text for one in found.lines if one.action.value == "keep"]
    assert not clean(f"{TITLE}\n\n{LEAD}\n\nWhat comes next\n\n{NEXT}\n\n{LAST}").flags
