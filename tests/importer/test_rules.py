from __future__ import annotations

import pytest
from importer_archive import drafted

from sitegen.importer.refusal import REASONS
from sitegen.importer.rules import RULES, Rule
from sitegen.importer.rules.classify import pieces, rule_for


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
