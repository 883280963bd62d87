"""Mentions are found in the source where a reader would see them, and placed by line and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import urls
from sitegen.model.mention import KINDS, Mention, locate_mentions


def find_mentions(body: str) -> tuple[Mention, ...]:
    return tuple(found.mention for found in locate_mentions(body))


def test_kind_id_and_label_are_read_with_their_place() -> None:
    body = "A [[sdf]] b [[place:hajin]]\n\nc [[ article:2018-09-11-x |the  report]]"
    assert find_mentions(body) == (
        Mention("", "sdf", "", 1, 3),
        Mention("place", "hajin", "", 1, 13),
        Mention("article", "2018-09-11-x", "the report", 3, 3),
    )


def test_a_label_may_go_over_a_line_end_but_not_over_a_blank_line() -> None:
    assert find_mentions("[[sdf|the\nSDF]]") == (Mention("", "sdf", "the SDF", 1, 1),)
    assert find_mentions("[[sdf|the\n\nSDF]]") == ()


@pytest.mark.parametrize(
    "body",
    [
        r"\[[sdf]]",
        "`[[sdf]]`",
        "``a ` [[sdf]]``",
        "    [[sdf]]",
        "text\n\n    code\n    [[sdf]]\n",
        "text\n\n\t[[sdf]]",
        "text\n\n    code\n\n    [[sdf]]",
        "[[]]",
        "[[a[b]]",
        "[sdf]",
        "[[sdf]",
        "[[s\ndf]]",
    ],
)
def test_code_and_what_is_escaped_or_not_closed_is_no_mention(body: str) -> None:
    assert find_mentions(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "a ` b [[sdf]]",
        "a `b\n\nc` [[sdf]]",
        "line\n    [[sdf]]",
        "- item\n\n    [[sdf]]",
        "1. item\n    [[sdf]]",
        "[^1]: note\n\n    [[sdf]]",
        "> [[sdf]]",
        "| [[sdf|x]] | y |",
        "`a` [[sdf]] `b`",
    ],
)
def test_lists_notes_quotes_and_lone_backticks_hide_no_mention(body: str) -> None:
    assert [mention.id for mention in find_mentions(body)] == ["sdf"]


def test_a_word_that_is_no_kind_is_part_of_the_id_so_that_the_check_can_ask() -> None:
    assert find_mentions("[[actro:sdf]] [[http://x]]") == (
        Mention("", "actro:sdf", "", 1, 1),
        Mention("", "http://x", "", 1, 15),
    )


def test_the_kinds_are_those_that_have_pages() -> None:
    assert set(KINDS) == set(urls.KINDS)


@given(st.text(st.sampled_from("[]|:`\\ \n\tab-")))
def test_offsets_lines_and_columns_agree(body: str) -> None:
    for mention, start, end in locate_mentions(body):
        assert body[start : start + 2] == "[["
        assert body[end - 2 : end] == "]]"
        before = body[:start]
        assert (mention.line, mention.column) == (before.count("\n") + 1, start - before.rfind("\n"))


def test_a_hundred_thousand_mentions_and_code_spans_are_found_in_one_pass() -> None:
    body = "[[a]] `b` " * 50_000 + "[[" * 50_000
    assert len(find_mentions(body)) == 50_000
