"""The cache: what was put is there, what is damaged is not, and nothing is ever wrong."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.engine.pack import Pack

KEYS = [bytes([number]) * 16 for number in range(40)]


def filled(path, values):
    pack = Pack(path)
    for key, value in values.items():
        pack.put(key, value)
    pack.flush()
    pack.close()


VALUES = {key: bytes([65 + number]) * (number * 7) for number, key in enumerate(KEYS[:20])}


def test_what_was_put_is_there_at_once_and_after_it_was_opened_again(tmp_path):
    pack = Pack(tmp_path / "deep" / "pack")
    pack.put(KEYS[0], b"one")
    assert (KEYS[0] in pack, pack.get(KEYS[0]), pack.get(KEYS[1])) == (True, b"one", None)
    pack.flush()
    pack.put(KEYS[1], b"")
    pack.flush()
    again = Pack(tmp_path / "deep" / "pack")
    assert (pack.get(KEYS[0]), again.get(KEYS[0]), again.get(KEYS[1])) == (b"one", b"one", b"")


def test_the_newest_value_of_a_key_counts(tmp_path):
    filled(tmp_path / "pack", {KEYS[0]: b"old"})
    filled(tmp_path / "pack", {KEYS[0]: b"new"})
    assert Pack(tmp_path / "pack").get(KEYS[0]) == b"new"


def test_one_that_is_open_does_not_see_what_others_add_until_it_is_opened_again(tmp_path):
    filled(tmp_path / "pack", {KEYS[0]: b"one"})
    reader = Pack(tmp_path / "pack")
    filled(tmp_path / "pack", {KEYS[1]: b"two"})
    assert (reader.get(KEYS[0]), reader.get(KEYS[1])) == (b"one", None)
    assert Pack(tmp_path / "pack").get(KEYS[1]) == b"two"


@pytest.mark.parametrize("cut", range(0, 700, 23))
def test_a_file_that_is_cut_anywhere_is_used_as_far_as_it_is_whole(tmp_path, cut):
    path = tmp_path / "pack"
    filled(path, VALUES)
    path.write_bytes(path.read_bytes()[:cut])
    pack = Pack(path)
    assert all(pack.get(key) in (None, value) for key, value in VALUES.items())
    pack.put(KEYS[30], b"after")
    pack.flush()
    again = Pack(path)
    assert again.get(KEYS[30]) == b"after"
    assert all(again.get(key) == pack.get(key) for key in VALUES)


@settings(max_examples=150, deadline=None)
@given(place=st.integers(16, 1800), bit=st.integers(0, 7))
def test_a_bit_that_flips_anywhere_never_gives_a_wrong_value(tmp_path_factory, place, bit):
    path = tmp_path_factory.mktemp("pack") / "pack"
    filled(path, VALUES)
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= 1 << bit
    path.write_bytes(data)
    pack = Pack(path)
    assert all(pack.get(key) in (None, value) for key, value in VALUES.items())
    for key, value in VALUES.items():
        if pack.get(key) is None:
            pack.put(key, value)
    pack.flush()
    again = Pack(path)
    found = [again.get(key) for key in VALUES]
    assert all(value in (None, wanted) for value, wanted in zip(found, VALUES.values(), strict=True))


@pytest.mark.parametrize(
    "data", [b"", b"sitegen", b"sitegen pack 0\n\0" + bytes(100), b"\xff" * 200, b"sitegen pack 1\n\0"]
)
def test_a_file_of_another_kind_or_version_is_written_over(tmp_path, data):
    path = tmp_path / "pack"
    path.write_bytes(data)
    pack = Pack(path)
    assert pack.get(KEYS[0]) is None
    pack.put(KEYS[0], b"one")
    pack.flush()
    assert Pack(path).get(KEYS[0]) == b"one"


def test_nothing_to_write_writes_nothing(tmp_path):
    Pack(tmp_path / "pack").flush()
    assert list(tmp_path.iterdir()) == []


class TestCompact:
    def test_drops_what_nobody_wants_when_that_is_most_of_it(self, tmp_path):
        path = tmp_path / "pack"
        filled(path, {key: random.Random(number).randbytes(100_000) for number, key in enumerate(KEYS)})
        pack = Pack(path)
        pack.compact([KEYS[3], KEYS[5], KEYS[3]])
        assert path.stat().st_size < 300_000
        for opened in (pack, Pack(path)):
            assert opened.get(KEYS[3]) == random.Random(3).randbytes(100_000)
            assert opened.get(KEYS[4]) is None
        pack.put(KEYS[4], b"again")
        pack.flush()
        assert Pack(path).get(KEYS[4]) == b"again"

    def test_leaves_a_small_or_useful_file_alone(self, tmp_path):
        path = tmp_path / "pack"
        filled(path, VALUES)
        before = path.read_bytes()
        Pack(path).compact([])
        assert path.read_bytes() == before

    def test_of_nothing_at_all(self, tmp_path):
        Pack(tmp_path / "pack").compact([KEYS[0]])
        assert not (tmp_path / "pack").exists()


def test_much_that_waits_is_written_on_the_way(tmp_path):
    pack = Pack(tmp_path / "pack")
    for key in KEYS[:20]:
        pack.put(key, bytes(1_000_000))
    assert (tmp_path / "pack").stat().st_size > 10_000_000
    pack.flush()
    assert all(Pack(tmp_path / "pack").get(key) == bytes(1_000_000) for key in KEYS[:20])


MANY = {number.to_bytes(16, "big"): b"%d" % number for number in range(0, 2600, 2)}


class TestIndex:
    def index(self, tmp_path):
        return tmp_path / "pack-index"

    def test_it_is_written_where_there_is_much_and_says_where_everything_stands(self, tmp_path):
        filled(tmp_path / "pack", MANY)
        assert self.index(tmp_path).exists()
        filled(tmp_path / "pack", {KEYS[1]: b"later"})
        pack = Pack(tmp_path / "pack")
        assert {key: pack.get(key) for key in MANY} == MANY
        assert pack.get(KEYS[1]) == b"later"
        assert (7).to_bytes(16, "big") not in pack
        assert list(pack._places) == [KEYS[1]]

    @pytest.mark.parametrize("damage", [0, 20, 60, -1])
    def test_a_damaged_one_is_not_used(self, tmp_path, damage):
        filled(tmp_path / "pack", MANY)
        data = bytearray(self.index(tmp_path).read_bytes())
        data[damage] ^= 1
        self.index(tmp_path).write_bytes(data)
        pack = Pack(tmp_path / "pack")
        assert len(pack._places) == len(MANY)
        assert {key: pack.get(key) for key in MANY} == MANY

    def test_that_of_another_pack_gives_no_wrong_value(self, tmp_path):
        filled(tmp_path / "pack", MANY)
        old = self.index(tmp_path).read_bytes()
        (tmp_path / "pack").unlink()
        other = {key: value * 9 for key, value in MANY.items()}
        filled(tmp_path / "pack", other)
        self.index(tmp_path).write_bytes(old)
        pack = Pack(tmp_path / "pack")
        assert all(pack.get(key) in (None, value) for key, value in other.items())

    def test_a_smaller_pack_has_its_own(self, tmp_path):
        filled(tmp_path / "pack", {**MANY, KEYS[1]: bytes(3_000_000)})
        pack = Pack(tmp_path / "pack")
        pack.compact(MANY)
        for opened in (pack, Pack(tmp_path / "pack")):
            assert {key: opened.get(key) for key in MANY} == MANY
        assert not (tmp_path / "pack.new-index").exists()
