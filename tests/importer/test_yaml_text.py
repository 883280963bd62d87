from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.importer.yaml_text import yaml_block, yaml_line, yaml_list

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(
    st.recursive(
        TEXT | st.integers() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_is_written_reads_back(value: object) -> None:
    assert yaml.load(f"a: {yaml_line(value)}\n", Loader=yaml.BaseLoader)["a"] == as_strings(value)


def as_strings(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_strings(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_strings(one) for one in value]
    return value if isinstance(value, str) else "null" if value is None else str(value)


@given(TEXT)
def test_strings_stay_strings_for_any_reader(text: str) -> None:
    found = yaml.safe_load(f"a: {yaml_line(text)}\nb: 1\n")["a"]
    assert str(found) == text if "-" in text[:5] else found == text


@given(st.lists(TEXT, max_size=5))
def test_blocks_and_lists_read_back(lines: list[str]) -> None:
    text = "---\n" + "\n".join(lines) + "\n"
    record = yaml.safe_load(f"a:\n  lines:{yaml_list(lines, '  ')}\n  draft: {yaml_block(text, '    ')}\nb: 1\n")
    assert record["a"]["draft"] == text
    assert record["b"] == 1


def test_a_question_is_no_key_of_yaml() -> None:
    assert yaml.safe_load(f"a: {yaml_line({'Why?': 'Who? We?'})}\n") == {"a": {"Why?": "Who? We?"}}
