"""Keys: other inputs, other key; the same inputs, the same key, in every process."""

import subprocess
import sys
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.engine.keys import PART, SIZE, digest, key


class Carrier(NamedTuple):
    """A thing with a digest of its own."""

    name: str
    digest: bytes


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=6), st.binary(max_size=6), st.floats(allow_nan=False),
    st.builds(Carrier, name=st.just("x"), digest=st.binary(max_size=4)),
)  # fmt: skip
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=8)


def shape(value: object) -> object:
    """A value as something whose equality is that of its kind and content: 1 is not True, nor "1"."""
    if isinstance(value, Carrier):
        return ("carrier", value.digest)
    if isinstance(value, tuple):
        return ("tuple", *map(shape, value))
    return (type(value).__name__, repr(value))


@settings(max_examples=500)
@given(st.lists(VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_two_lists_of_values_share_a_digest_only_when_they_are_the_same(one, other):
    same = [shape(value) for value in one] == [shape(value) for value in other]
    assert (digest(*one) == digest(*other)) == same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), (("a", "b"),)),
        (((),), ()),
        ((b"a",), ("a",)),
        ((1,), ("1",)),
        ((1,), (True,)),
        ((b"",), (None,)),
        ((Carrier("x", b"ab"), b"c"), (Carrier("x", b"a"), b"bc")),
        ((Carrier("x", b"ab"),), (b"ab",)),
        (("a\0b",), ("a", "b")),
        (("\ud800",), ("\ud801",)),
    ],
)
def test_values_that_look_alike_do_not(one, other):
    assert digest(*one) != digest(*other)


def test_a_carrier_is_known_by_its_digest_alone():
    assert digest(Carrier("x", b"same")) == digest(Carrier("y", b"same"))


def batched(parts: bytes) -> list[bytes]:
    return [parts[at : at + PART] for at in range(0, len(parts), PART)]


def test_a_key_names_its_parts():
    one, two = (key((b"c" * SIZE, b"p" * SIZE), ("a", last)) for last in "bc")
    assert len(one.digest) == SIZE
    assert one.digest != two.digest
    pairs = zip(batched(one.parts), batched(two.parts), strict=True)
    assert [old == new for old, new in pairs] == [True, True, True, False]


def test_a_key_is_the_same_in_every_process():
    source = "from sitegen.engine.keys import digest; print(digest('a', ('b', 1, None), b'c').hex())"
    here = digest("a", ("b", 1, None), b"c").hex()
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", source], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == here
