"""A site, a bag and the seeds can be checked by anyone, in a folder or packed."""

import hashlib
import logging
import shutil
import tarfile
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.bag import bag
from sitegen.fixity import verify
from sitegen.model.fixity import Difference, compare, manifest_text, manifest_with, read_manifest
from sitegen.model.problem import SitegenError


@pytest.fixture
def site(small):
    small.build()
    return small.root / "output"


def test_the_manifest_lists_every_published_file_and_is_right(site):
    listed = read_manifest((site / "manifest-sha256.txt").read_text("utf-8"))
    there = {
        path.relative_to(site).as_posix(): path
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    del there["manifest-sha256.txt"]
    assert listed == {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in there.items()}


def test_a_site_as_it_was_built_is_whole(site):
    found = verify(site)
    assert found.what == "site"
    assert found.files > 10
    assert found.differences == ()


def test_what_was_changed_taken_away_or_added_is_named(site):
    (site / "index.html").write_text("other", "utf-8")
    (site / "feed.xml").unlink()
    (site / "extra.html").write_text("new", "utf-8")
    assert verify(site).differences == (
        Difference("extra.html", "added"),
        Difference("feed.xml", "missing"),
        Difference("index.html", "changed"),
    )


def test_a_packed_copy_is_read_without_being_unpacked(site, tmp_path):
    with zipfile.ZipFile(tmp_path / "copy.zip", "w") as packed:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                packed.write(path, f"downloaded/{path.relative_to(site).as_posix()}")
    assert verify(tmp_path / "copy.zip").differences == ()
    with tarfile.open(tmp_path / "copy.tar.gz", "w:gz") as packed:
        packed.add(site, arcname=".")
    assert verify(tmp_path / "copy.tar.gz").differences == ()


def test_a_folder_without_a_manifest_is_refused(tmp_path):
    (tmp_path / "a.html").write_text("a", "utf-8")
    with pytest.raises(SitegenError, match="holds no manifest"):
        verify(tmp_path)


def test_a_damaged_manifest_proves_nothing(site):
    (site / "manifest-sha256.txt").write_text("not a manifest\n", "utf-8")
    with pytest.raises(SitegenError, match="cannot be read"):
        verify(site)


def test_the_seeds_of_an_archive_are_checked_against_their_sidecars(small):
    small.write("seeds/one.txt", "as received")
    small.write("seeds/one.yaml", f"sha256: {hashlib.sha256(b'as received').hexdigest()}\nsize: 11\n")
    assert verify(small.root) == ("seeds", 1, ())
    small.write("seeds/two.txt", "that nobody vouches for")
    assert verify(small.root).differences == (Difference("seeds/two.txt", "added"),)
    (small.root / "seeds/two.txt").unlink()
    small.write("seeds/one.txt", "edited")
    assert verify(small.root).differences == (Difference("seeds/one.txt", "changed"),)
    (small.root / "seeds/one.txt").unlink()
    assert verify(small.root).differences[0].state == "missing"


def test_the_bagit_library_finds_our_bag_valid(small, tmp_path):
    import bagit

    logging.getLogger("bagit").setLevel(logging.ERROR)
    files = bag(small.root, tmp_path / "bag")
    found = bagit.Bag(str(tmp_path / "bag"))
    found.validate()
    assert len(found.payload_entries()) == files
    for path in ("data/site/index.html", "data/content/site.yaml"):
        assert (tmp_path / "bag" / path).is_file()
    assert verify(tmp_path / "bag").differences == ()
    (tmp_path / "bag/data/content/site.yaml").write_text("changed", "utf-8")
    assert verify(tmp_path / "bag").differences == (Difference("data/content/site.yaml", "changed"),)
    with pytest.raises(bagit.BagError):
        found.validate()


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"])
def test_what_was_changed_beside_the_payload_of_a_bag_is_named(small, tmp_path, name):
    bag(small.root, tmp_path / "bag")
    place = tmp_path / "bag" / name
    place.write_text(place.read_text() + "\n")
    assert [one for one in verify(tmp_path / "bag").differences if one.path == name] == [Difference(name, "changed")]


def test_a_bag_is_made_whole_or_not_at_all(small, tmp_path):
    small.write("content/tags/bad.md", "no front matter")
    with pytest.raises(SitegenError, match="errors"):
        bag(small.root, tmp_path / "bag")
    assert list(tmp_path.iterdir()) == [small.root]


def test_a_bag_never_replaces_anything(small, tmp_path):
    (tmp_path / "bag").mkdir()
    with pytest.raises(SitegenError, match="there already"):
        bag(small.root, tmp_path / "bag")


@pytest.mark.parametrize("name", ["a\nb%.txt", "a\rb", "a\u2028b", "a\x0bb\x85c", " a ", "*a", "%0A", "%250a"])
def test_names_with_line_ends_survive_a_manifest(name):
    listed = [(name, "0" * 64)]
    assert read_manifest(manifest_text(listed)) == dict(listed)


NAMES = st.text(st.sampled_from("ab/ .%\n0é"), min_size=1, max_size=5)
DIGESTS = st.sampled_from(["0" * 64, "a" * 64, "f0" * 32])


@given(st.dictionaries(NAMES, DIGESTS, min_size=1), st.dictionaries(NAMES, DIGESTS))
@example({"b  a": "0" * 64, "a": "1" * 64}, {"a": "2" * 64})
def test_a_manifest_with_other_digests_is_as_one_that_is_made_anew(listed, other):
    expected = manifest_text(sorted({**listed, **other}.items())) if other.keys() <= listed.keys() else None
    assert manifest_with(manifest_text(sorted(listed.items())), other) == expected


def test_names_that_are_no_text_go_into_a_bag_or_are_refused_by_name(small, tmp_path):
    name = b"seeds/caf\xe9.txt".decode("utf-8", "surrogateescape")
    (small.root / "seeds").mkdir()
    (small.root / name).write_text("x")
    with pytest.raises(SitegenError, match="caf"):
        bag(small.root, tmp_path / "bag")
    assert not (tmp_path / "bag").exists()


def test_comparison_is_by_path():
    assert compare({"a": "1", "b": "2"}, {"b": "3", "c": "4"}) == (
        Difference("a", "missing"),
        Difference("b", "changed"),
        Difference("c", "added"),
    )


def test_an_incremental_build_keeps_the_manifest_right(small, site):
    small.edit("content/articles/2018-09-11-report.md", "The north said", "Yesterday the north said")
    small.build()
    assert verify(site).differences == ()
    shutil.rmtree(site / "articles")
    small.build()
    assert verify(site).differences == ()
