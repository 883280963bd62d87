"""A build with nothing to do sees that at a glance, and never when there is something to do."""

import os
import sys
import time

import pytest

from sitegen import build as build_module
from sitegen import work
from sitegen.engine.listing import Listing, Stamp
from sitegen.state import load_glance, load_state

SETTLED = 0.15


@pytest.fixture
def settled(archive, run):
    """An archive that was built, left alone, and built again, so that all times are beyond doubt."""
    run(archive)
    time.sleep(SETTLED)
    run(archive)
    return archive


def glance_file(archive):
    return next((archive / ".cache").glob("*/glance"))


def test_with_nothing_to_do_no_state_is_read(settled, run, monkeypatch):
    monkeypatch.setattr(work, "load_state", lambda _: pytest.fail("the state was read"))
    report = run(settled)
    assert (report.made, report.removed, report.failed) == ((), (), False)
    assert report.reused > 10


def test_the_library_of_templates_is_not_imported_for_it(settled):
    import subprocess

    words = "import sys; from sitegen.build import Options, build; from pathlib import Path; root = Path(sys.argv[1]);"
    words += "build(Options(root=root, output=root / 'output'));"
    words += "print(sorted({'jinja2', 'markdown', 'yaml', 'nh3', 'sitegen.model.records'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", words, str(settled)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_problems_and_what_is_withheld_are_told_again(settled, run):
    report = run(settled)
    assert [item.path for item in report.withheld] == ["content/articles/2018-09-20-secret-plan.md"]


@pytest.mark.parametrize(
    "path", ["output/index.html", "output/manifest-sha256.txt", "content/articles/2018-09-14-quiet.md"]
)
def test_other_bytes_of_the_same_size_and_time_are_noticed(settled, run, tree, path):
    before = tree(settled / "output")
    file = settled / path
    times = file.stat()
    data = file.read_bytes()
    file.write_bytes(data[:-3] + bytes([data[-3] ^ 1]) + data[-2:])
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    report = run(settled)
    assert report.made or report.failed
    assert (tree(settled / "output") == before) == path.startswith("output")


def test_a_file_that_is_gone_is_made_again(settled, run, tree):
    before = tree(settled / "output")
    (settled / "output/feed.xml").unlink()
    run(settled)
    assert tree(settled / "output") == before


def test_another_question_is_another_build(settled, run):
    assert (
        "example.net" in (run(settled, base_url="https://example.net/"), (settled / "output/feed.xml").read_text())[1]
    )


def test_a_build_that_reads_everything_takes_no_glance(settled, run, monkeypatch):
    monkeypatch.setattr(build_module, "load_glance", lambda _: pytest.fail("a glance was taken"))
    assert run(settled, trust_times=False).made == ()


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:-1] + bytes([data[-1] ^ 1])]
)
def test_what_is_damaged_is_not_believed(settled, run, tree, damage):
    before = tree(settled / "output")
    for name in ("glance", "state"):
        file = glance_file(settled).with_name(name)
        file.write_bytes(damage(file.read_bytes()))
        assert (load_glance if name == "glance" else load_state)(file) is None
    assert run(settled).made == ()
    assert tree(settled / "output") == before


def test_directly_after_a_build_nothing_is_certain(archive, run):
    run(archive)
    assert not list((archive / ".cache").glob("*/glance"))


def test_files_come_out_as_they_were_packed():
    files = {"a": Stamp(1, 2, 3), "b/ü\udcff\n": Stamp(2**40, -1, 2**62)}
    assert Listing.unpacked(*Listing.of(files).packed()) == files
    assert Listing.unpacked(*Listing.of({}).packed()) == {}


def test_a_fingerprint_tells_apart_what_differs():
    one = {"a": Stamp(1, 2, 3), "b": Stamp(1, 2, 3)}
    others = [{**one, "b": Stamp(1, 2, 4)}, {"a": Stamp(1, 2, 3)}, {"a": Stamp(1, 2, 3), "c": Stamp(1, 2, 3)}, {}]
    assert len({Listing.of(files).fingerprint for files in (one, *others)}) == len(others) + 1
