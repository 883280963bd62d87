from __future__ import annotations

import re

import pytest
from importer_archive import drafted

from sitegen.importer.fold import key
from sitegen.importer.refusal import REASONS
from sitegen.importer.rules import RULES, Rule
from sitegen.importer.rules.classify import pieces, rule_for
from sitegen.importer.rules.needed import pieces_needed
from sitegen.importer.rules.rule import fold_pattern


@pytest.mark.parametrize(
    ("rule", "line"),
    [(rule, line) for rule in RULES for line in rule.takes],
    ids=lambda v: v.id if isinstance(v, Rule) else v[:40],
)
def test_rule_takes(rule: Rule, line: str) -> None:
    assert rule.id in [piece.rule for piece in pieces(line)]


@pytest.mark.parametrize(
    ("rule", "line"),
    [(rule, line) for rule in RULES for line in rule.leaves],
    ids=lambda v: v.id if isinstance(v, Rule) else v[:40],
)
def test_no_rule_takes(rule: Rule, line: str) -> None:
    assert rule_for(line) is None


def test_every_rule_has_cases_of_both_kinds_and_an_id_of_its_own() -> None:
    assert all(rule.takes and rule.leaves and rule.why for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


SELDOM_LINES = (
    ("A boat leaves the old harbour (02:31)", "player"),
    ("Jane Doe / Reuters", "credit"),
    ("Two boys walk past the wall of the mill (Photo by Jane Doe)", "caption"),
    ("Two boys walk past the wall of the mill (file photo)", "caption"),
    ("Two boys walk past the wall of the mill ap photo/Jane Doe", "caption"),
    ("John Doe in Beirut contributed to this report.", "byline"),
    ("Jane Doe avec AFP", "byline"),
    ("Damascus, May 5, 2018 (AP)", "dateline"),
    ("Damascus (Reuters) -", "dateline"),
    ("حلب - سانا", "dateline"),
    ("Valley News Network via Associated Press", "rights-holder"),
    ("City Desk · 2 May 2018", "place-line"),
    ("Trucks wait at the gate of the town 02:12", "media-line"),
    ("convoy at dawn.webp", "media-line"),
    ("Smoke rises above the old mill after a raid. SOUNDBITES", "media-line"),
    ("Valley News. Усі права захищені", "legal"),
    ("Valley News is not responsible for content of external sites", "legal"),
    ("Jane Doe @janedoe", "embed"),
    ("x = 1; window.dataLayer = []", "embed"),
    ("World > Asia > Valley", "navigation"),
    ("Total: 140 Facebook Twitter RSS", "page-run"),
    ("Have you found this page by chance?", "to-the-reader"),
    ("We value the privacy of subscribers", "to-the-reader"),
    ("¿Te gusta este articulo?", "to-the-reader"),
    ("Ihr Browser ist leider veraltet", "to-the-reader"),
    ("Jane Doe, BBC News", "byline"),
    ("الجزيرة - متابعة", "byline"),
    ("The whole list of names can be read here", "call"),
    ("Valley News - Latest headlines", "call"),
    ("Readers who like it, please support this page", "donation"),
    ("It is paid for with PayPal", "donation"),
    ("Больше новостей: подписывайтесь на наш телеграм", "newsletter"),
    ("Valley News 2 May 2018 (410 views)", "ticker"),
    ("Gulan Media June 23, 2024 News", "date-line"),
)


@pytest.mark.parametrize(("line", "rule"), SELDOM_LINES)
def test_a_pattern_that_waits_for_a_piece_is_asked_where_it_stands(line: str, rule: str) -> None:
    taken = rule_for(line)
    assert taken is not None
    assert taken.id == rule


def test_each_rule_with_patterns_that_wait_has_a_line_for_them() -> None:
    waiting = {rule.id for rule in RULES if rule.seldom or rule.seldom_cased or rule.apart}
    assert waiting == {rule for _, rule in SELDOM_LINES}
    assert all(bool(rule.seldom or rule.seldom_cased) == bool(rule.seldom_needs) for rule in RULES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.apart], ids=lambda rule: str(rule.id))
def test_each_pattern_with_pieces_of_its_own_has_a_line(rule: Rule) -> None:
    lines = [key(line) for line in (*rule.takes, *(line for line, of in SELDOM_LINES if of == rule.id))]
    for pieces_of_it, pattern in rule.apart:
        taken = [line for line in lines if re.fullmatch(fold_pattern(pattern), line)]
        assert any(fold_pattern(piece) in f" {line}" for line in taken for piece in pieces_of_it), pattern


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.needs and rule.seldom_needs], ids=lambda rule: str(rule.id)
)
def test_a_piece_that_wakes_a_pattern_wakes_its_rule(rule: Rule) -> None:
    assert set(rule.seldom_needs) <= set(rule.needs)


@pytest.mark.parametrize(("code", "text"), [(reason.code, text) for reason in REASONS for text in reason.takes])
def test_reason_refuses(code: str, text: str) -> None:
    made = drafted(text)
    assert made.refused is not None
    assert made.refused.code == code


@pytest.mark.parametrize("text", [text for reason in REASONS for text in reason.leaves])
def test_report_is_not_refused(text: str) -> None:
    assert drafted(text).refused is None


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Legend of the mediaRicardo Vilanova returns", ["Legend of the media", "Ricardo Vilanova returns"]),
        (
            "Image copyright AFP Image caption Troops near the river",
            ["Image copyright", "AFP", "Image caption", "Troops near the river"],
        ),
        ("[ad_2]Source link", ["[ad_2]", "Source link"]),
        ("Image copyright law is old", ["Image copyright law is old"]),
    ],
)
def test_glued_labels_are_split(line: str, texts: list[str]) -> None:
    assert [piece.text for piece in pieces(line)] == texts


@pytest.mark.parametrize("sign", [sign for reason in REASONS for sign in reason.signs])
def test_every_sign_shows_a_piece_that_its_texts_have(sign):
    """A sign without one would never be looked for."""
    assert pieces_needed(sign)
