"""Packed mappings say what plain ones would."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from sitegen.engine.table import FEW, PART, Notes, Table

KEYS = st.text("abc", max_size=3)
SIGNS = st.lists(st.integers(0, 40), max_size=6)


@given(st.dictionaries(KEYS, st.integers()), st.dictionaries(KEYS, st.integers()), st.sets(KEYS))
def test_a_table_that_was_packed_and_changed_is_the_mapping(values, other, gone):
    table = Table.opened(Table.of(values).packed())
    assert dict(table) == values
    changed = table.changed(other, gone)
    assert dict(changed) == {key: value for key, value in {**values, **other}.items() if key not in gone}
    assert dict(table) == values
    difference = changed.since(table)
    assert dict(table.changed(difference.other, difference.gone)) == dict(changed)
    assert dict(Table.opened(changed.packed())) == dict(changed)


@given(
    st.dictionaries(KEYS, SIGNS),
    st.dictionaries(KEYS, SIGNS),
    st.sets(KEYS),
    st.sets(st.integers(0, 40), max_size=5),
    st.booleans(),
)
def test_notes_find_the_keys_that_have_a_sign(noted, other, gone, wanted, many):
    def packed(found):
        return {key: array("I", signs).tobytes() for key, signs in found.items()}

    if many:
        wanted = wanted | set(range(100, 101 + FEW))
    notes = Notes.opened(Notes.of(packed(noted)).packed()).changed(packed(other), gone)
    now = {key: signs for key, signs in {**noted, **other}.items() if key not in gone}
    assert dict(notes) == packed(now)
    assert notes.with_any(wanted) == {key for key, signs in now.items() if wanted & set(signs)}


@given(st.sets(st.integers(0, 5 * PART)), st.sets(st.integers(0, 5 * PART), max_size=3))
def test_what_is_packed_again_says_the_same_wherever_it_changed(gone, other):
    table = Table.opened(Table.of({f"k{number:03}": number for number in range(4 * PART + 5)}).packed())
    changed = table.changed({f"k{number:03}": -number for number in other}, {f"k{number:03}" for number in gone})
    assert dict(Table.opened(changed.packed())) == dict(changed)


def test_what_did_not_change_is_packed_again_without_being_unpacked():
    before = Table.of({f"k{number:03}": number for number in range(4 * PART + 5)}).packed()
    table = Table.opened(before).changed({f"k{PART:03}": "other"})
    after = table.packed()
    same = [one is other for one, other in zip(before.blocks, after.blocks, strict=True)]
    assert same == [True, False, True, True, True]
    assert list(table._packed.known) == [1]


def test_a_value_stays_the_same_object_and_only_its_part_is_unpacked():
    values = {f"k{number}": [number] for number in range(3 * PART)}
    table = Table.opened(Table.of(values).packed())
    one = table["k0"]
    assert table.changed({"x": [1]})["k0"] is one
    assert list(table._packed.known) == [0]


def test_what_does_not_come_from_a_mapping_cannot_say_what_is_other():
    table = Table.opened(Table.of({"a": 1}).packed())
    assert Table.opened(table.packed()).since(table) is None
