"""A listing answers what a plain mapping of files to stamps would."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.engine.listing import RACY, Listing, Stamp

NAMES = st.text("ab/", min_size=1, max_size=3)
TIMES = st.integers(0, 4) | st.integers(4 * RACY, 4 * RACY + 4)
STAMPS = st.builds(Stamp, st.integers(0, 3), TIMES, TIMES)
FILES = st.dictionaries(NAMES, STAMPS, max_size=8).map(lambda files: dict(sorted(files.items())))


@given(FILES, st.dictionaries(NAMES, STAMPS | st.none(), max_size=5))
def test_it_is_the_mapping_also_when_it_is_changed(files, other):
    listing = Listing.of(files)
    assert listing == files
    now = {name: stamp for name, stamp in {**files, **other}.items() if stamp is not None}
    changed = listing.changed(other)
    assert changed == now
    assert changed.names == sorted(now)
    assert listing == files


@given(FILES, FILES, st.booleans())
def test_it_tells_what_is_other_than_before(before, now, same):
    if same:
        now = {name: now.get(name, stamp) for name, stamp in before.items()}
    wanted = {name for name, stamp in now.items() if before.get(name) != stamp}
    assert Listing.of(now).other_than(Listing.of(before)) == wanted


@given(FILES, st.integers(0, 6 * RACY))
def test_it_tells_what_is_not_settled(files, seen):
    assert Listing.of(files).unsettled(seen) == {name for name, stamp in files.items() if not stamp.settled(seen)}


@given(FILES)
def test_some_under_other_names(files):
    found = Listing.of(files).renamed("x:".__add__, lambda name: "a" in name)
    assert found == {"x:" + name: stamp for name, stamp in files.items() if "a" in name}
