from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from importer_archive import REPORT, drafted

from sitegen.importer.clean import clean
from sitegen.importer.lines import BLANK, split_lines
from sitegen.importer.written import article_markdown
from sitegen.model.mention import locate_mentions

LEAD = "Troops entered the town on Monday after a siege of many weeks, and the road is open."
NEXT = "A spokesman said that the last fighters had left the hospital before the sun was up."


def actions(*lines: str) -> list[tuple[str, str]]:
    return [(str(line.action), line.rule) for line in clean("\n\n".join(lines)).lines if line.rule != BLANK]


def test_headline_is_the_first_line_that_nothing_explains() -> None:
    assert actions("Share", "Army enters the town", LEAD)[:2] == [("remove", "share"), ("title", "headline")]


def test_label_of_a_section_stands_above_the_headline() -> None:
    assert actions("Syria war", "Army enters the last town of the east", LEAD)[:2] == [
        ("remove", "section-label"),
        ("title", "headline"),
    ]


def test_prose_is_never_a_headline() -> None:
    long = f"{LEAD} {NEXT}"
    assert actions(long, NEXT)[0] == ("keep", "body")


def test_stated_title_takes_its_line_and_no_other() -> None:
    lines = clean(f"Army enters the town\n\n{LEAD}", "Army enters the town").lines
    assert [line.rule for line in lines if line.text] == ["stated-title", "body"]


def test_caption_stands_beside_its_credit() -> None:
    assert actions("Army enters the town", LEAD, "Getty Images", "Troops wave to the people of the town", NEXT)[
        2:4
    ] == [("credit", "credit"), ("caption", "caption-after-credit")]
    assert actions("Army enters the town", LEAD, "Troops wave to the people of the town", "© AFP", NEXT)[2] == (
        "caption",
        "caption-before-credit",
    )


def test_sentence_beside_a_credit_stays() -> None:
    assert actions("Army enters the town", LEAD, "Getty Images", NEXT)[3] == ("keep", "body")


def test_headlines_under_related_go_and_the_text_after_them_stays() -> None:
    found = actions(
        "Army enters the town",
        LEAD,
        "Related articles",
        "Envoy calls for new talks",
        "Storm closes the northern port",
        NEXT,
    )
    assert [rule for _, rule in found] == ["headline", "body", "related", "related-run", "related-run", "body"]


def test_headlines_after_the_last_sentence_go_when_there_are_two() -> None:
    tail = ["Envoy calls for new talks", "Storm closes the northern port", "Prices of bread rise again"]
    assert [rule for _, rule in actions("Army enters the town", LEAD, NEXT, *tail[:2])[3:]] == ["headline-tail"] * 2
    assert [rule for _, rule in actions("Army enters the town", LEAD, NEXT, *tail[:1])[3:]] == ["body"]


def test_in_a_text_whose_lines_have_no_stops_three_headlines_are_needed() -> None:
    text = ("Army enters the town", LEAD, "The bridge was taken at noon", "The mill fell in the evening", NEXT)
    tail = ["Envoy calls for new talks", "Storm closes the northern port", "Prices of bread rise again"]
    assert [rule for _, rule in actions(*text, *tail)[5:]] == ["headline-tail"] * 3
    assert [rule for _, rule in actions(*text, *tail[:2])[5:]] == ["body"] * 2


def test_a_list_that_the_text_announces_stays() -> None:
    names = ["The children of the baker Omar", "The mother of the driver Sami", "The guard of the northern gate"]
    assert [rule for _, rule in actions("Army enters the town", LEAD, NEXT, "The names are:", *names)[4:]] == [
        "body"
    ] * 3


def test_subheads_stay() -> None:
    assert actions("Army enters the town", LEAD, "What happens next", NEXT)[2] == ("keep", "body")


def test_repeated_paragraph_is_read_once() -> None:
    assert [rule for _, rule in actions("Army enters the town", LEAD, NEXT, LEAD)] == [
        "headline",
        "body",
        "body",
        "repeated",
    ]


def test_pull_quote_stands_whole_in_a_longer_line() -> None:
    quote = "the last fighters had left the hospital before the sun was up"
    assert ("remove", "pull-quote") in actions("Army enters the town", LEAD, quote, NEXT)


def test_later_line_of_a_wrapped_sentence_is_no_line_of_its_own() -> None:
    text = "Army enters the town\n\nThe general spoke to several agencies and newspapers about it with\nreuters\nand others on the day after."
    assert [line.rule for line in clean(text).lines if line.text == "reuters"] == ["body"]


def test_censored_word_and_bracketed_words_stay_as_printed() -> None:
    made = drafted(REPORT + "\nThe paper wrote that he was kil*led by [IS's] men in the street on Tuesday.\n")
    assert "he was kil*led by [IS's] men" in made.body


def test_loose_stop_is_drawn_near_and_recorded() -> None:
    made = drafted(REPORT + '\nThe south . It was quiet there.\n\nHe said: "We go south ." Then he left.\n')
    assert "The south. It was quiet" in made.body
    assert '"We go south ." Then he left.' in made.body
    assert [line.received for line in made.lines if line.rule == "spacing"] == ["The south . It was quiet there."]


def test_marks_that_markdown_would_read_get_a_backslash() -> None:
    made = drafted(
        REPORT
        + "\n# 5 is the number of the gate.\n\n1. It was the first of many days.\n\nThey wrote <b>this</b> and [[that]] on the wall.\n"
    )
    assert "\\# 5 is the number" in made.body
    assert "1\\. It was" in made.body
    assert "\\<b>this\\</b> and \\[[that]]" in made.body


@given(st.text(max_size=400))
def test_no_line_is_lost_whatever_comes_in(text: str) -> None:
    lines = clean(text).lines
    for number, raw in enumerate(split_lines(text), 1):
        pieces = [line.text for line in lines if line.number == number]
        assert pieces
        kept = "".join("".join(pieces).split())
        assert all(c in raw for c in kept)
        assert len("".join(raw.split())) - len(kept) <= 6 * len(pieces)


@given(
    st.lists(
        st.sampled_from(
            [
                LEAD,
                NEXT,
                "Share",
                "Getty Images",
                "Related",
                "Tags: a, b",
                "2 hours ago",
                "* * *",
                "",
                "By Anna Example",
            ]
        ),
        max_size=12,
    )
)
def test_cleaning_a_body_again_changes_no_sentence(lines: list[str]) -> None:
    body = drafted("\n".join(["Army enters the town", *lines])).body
    assert all(line in (LEAD, NEXT, "") for line in body.split("\n"))


def test_double_brackets_of_a_seed_are_no_mentions() -> None:
    text = (
        "# A note on the town\n\nThe army entered [[Hajin|the town]] on Monday, said `[[code]]` a resident who had left it.\n\n"
        "They wrote [[that]] on the wall and 15 people were killed near the [[old mill]] on Friday, he added.\n"
    )
    for markdown in (True, False):
        made = drafted(text, markdown=markdown)
        assert locate_mentions(made.body) == ()
        assert "[[Hajin|the town]]" in made.body
        assert made.claims[0].quote in made.body.replace("\\", "")
    assert "`[[code]]`" in drafted(text, markdown=True).body


def test_quotes_of_a_draft_stand_in_its_body_as_it_is_written() -> None:
    made = drafted(
        "A note on the town\n\nA shell killed 15 *young* people near [[the mill]] on Friday, said one who saw it.\n\nNobody came."
    )
    written = next(line for line in article_markdown(made, "seeds/a.txt").splitlines() if "quote:" in line)
    quote = yaml.safe_load(written.removeprefix("#   - ").partition("  # line")[0])["quote"]
    assert quote in made.body
    assert "\\*young\\*" in quote


def test_a_line_of_nothing_but_labels_is_no_ladder_to_climb() -> None:
    text = "Image caption " * 1200
    lines = clean(f"Army takes the town\n\n{text}").lines
    assert sum(len("".join(line.text.split())) for line in lines if line.number == 3) == len("".join(text.split()))
