"""A pattern waits only for pieces that each text it fits has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.importer.fold import key
from sitegen.importer.rules import RULES, Rule
from sitegen.importer.rules.needed import pieces_needed, words_needed
from sitegen.importer.rules.rule import fold_pattern

if TYPE_CHECKING:
    from sitegen.importer.rules.rule import Gate

CASES = tuple(dict.fromkeys(text for rule in RULES for text in (*rule.takes, *rule.leaves)))
WAITING = [rule for rule in RULES if any(gate.pieces for gate in rule.gates)]


def _folded(line: str) -> str:
    return key(line).rstrip(" :»>→")


def _wakes(gate: Gate, folded: str) -> bool:
    return gate.pieces is None or any(piece in f" {folded}" for piece in gate.pieces)


def _read_off(rule: Rule) -> list[Gate]:
    """The patterns whose pieces were read off them, and are not stated beside them."""
    own = {*map(fold_pattern, rule.patterns), *rule.cased}
    return [gate for gate in rule.gates if gate.pieces and not rule.needs and gate.text in own]


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("read more.*", {"read more"}),
        ("(?:read|see) (?:also|more)", {"also", "more"}),
        ("(?:a|the) ?(?:photo|image)s?", {"photo", "image"}),
        (r"(?:more )?stories{1,2}", {"storie"}),
        (r".*(?P<by>share)", {"share"}),
        ("(?=.*cookies).{3,40}", {"cookies"}),
        (r"\w+[|»]", {"|", "»"}),
        ("(?!.*cookies).{3,40}", None),
        ("(?:share)?", None),
        ("(?:share|.*)", None),
        ("[^a]bc", None),
        ("(?i:share)", None),
        ("(?i)share", None),
        (r"\d+ a", None),
    ],
)
def test_what_must_be_there_is_read_off(pattern: str, pieces: set[str] | None) -> None:
    assert pieces_needed(pattern) == pieces


@pytest.mark.parametrize(
    ("pattern", "words"), [("Écrit par: .*", {"ecrit"}), (r"[|•] ?\w+", None), ("By .*", {"by"}), ("X", None)]
)
def test_what_is_needed_of_text_as_printed_stands_in_its_folded_line(pattern: str, words: set[str] | None) -> None:
    assert words_needed(pattern) == words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_no_case_of_any_rule_is_missed(rule: Rule) -> None:
    for gate in _read_off(rule):
        for line in CASES:
            folded = _folded(line)
            assert not re.fullmatch(gate.text, line if gate.cased else folded) or _wakes(gate, folded), gate.text


@pytest.mark.parametrize("rule", [rule for rule in WAITING if _read_off(rule)], ids=lambda rule: str(rule.id))
@given(data=st.data())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_what_a_pattern_fits_has_a_piece_of_it(rule: Rule, data: st.DataObject) -> None:
    gate = data.draw(st.sampled_from(_read_off(rule)))
    text = data.draw(st.from_regex(gate.text, fullmatch=True))
    assert _wakes(gate, _folded(text) if gate.cased else text)
