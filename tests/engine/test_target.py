"""The output folder: ours alone, whole at every moment, and nobody else's file lost."""

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.engine.fault import EngineFault
from sitegen.engine.guard import LOCK, MANIFEST
from sitegen.engine.target import STAGE, Made, Staged, Target, open_target, read_manifest

OLD = {"index.html": b"old index", "a/one.html": b"old one", "a/two.html": b"old two", "b": b"a file"}
NEW = {"index.html": b"new index", "a/one.html": b"old one", "b/deep/page.html": b"new page", "c.html": b"new c"}


def key_of(data: bytes) -> str:
    return hashlib.sha256(b"key" + data).hexdigest()


def fill(target: Target, files: dict[str, bytes]) -> tuple[str, ...]:
    """Make the target hold `files` as a build does: what is missing is staged, then put in place."""
    target.stage.mkdir(exist_ok=True)
    wanted = {path: Made(key_of(data), hashlib.sha256(data).hexdigest()) for path, data in files.items()}
    missing = [path for path, made in wanted.items() if target.made.get(path) != made or not target.whole(path)]
    staged = {}
    for number, path in enumerate(missing):
        (target.stage / str(number)).write_bytes(files[path])
        staged[path] = Staged(path, str(number), wanted[path])
    return target.put(staged, wanted)


def put_all(root: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    with open_target(root / "out", source=root / "archive") as target:
        return fill(target, files)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "archive").mkdir()
    return tmp_path


def site(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root / "out").as_posix(): path.read_bytes()
        for path in (root / "out").rglob("*")
        if path.is_file() and path.name not in (MANIFEST, LOCK)
    }


def test_holds_what_is_wanted_and_nothing_else(root):
    assert put_all(root, OLD) == ()
    assert site(root) == OLD
    assert put_all(root, NEW) == ("a/two.html", "b")
    assert site(root) == NEW
    assert put_all(root, OLD) == ("b/deep/page.html", "c.html")
    assert site(root) == OLD
    assert not (root / "out/b").is_dir()


def test_nothing_to_do_touches_nothing(root):
    put_all(root, OLD)
    before = {path: path.stat().st_mtime_ns for path in (root / "out").rglob("*")}
    put_all(root, OLD)
    assert {path: path.stat().st_mtime_ns for path in (root / "out").rglob("*")} == before


def test_folders_that_become_empty_go_and_others_stay(root, put):
    put_all(root, {"x/y/z.html": b"1", "x/a.html": b"2"})
    put(root, {"out/x/y/mine.txt": "mine"})
    put_all(root, {"x/a.html": b"2"})
    assert site(root) == {"x/a.html": b"2", "x/y/mine.txt": b"mine"}
    put_all(root, {"k": b""})
    assert site(root) == {"k": b"", "x/y/mine.txt": b"mine"}


@pytest.mark.parametrize("mine", ["notes.txt", "a/three.html", ".git/config", "a/.hidden"])
def test_foreign_files_survive(root, put, mine):
    put_all(root, OLD)
    put(root, {f"out/{mine}": "mine"})
    put_all(root, NEW)
    assert site(root) == {**NEW, mine: b"mine"}


@pytest.mark.parametrize("mine", ["c.html", "b/deep", "c.html/x"])
def test_a_foreign_file_in_the_way_stops_everything(root, put, mine):
    put_all(root, {path: data for path, data in OLD.items() if path != "b"})
    put(root, {f"out/{mine}": "mine"})
    before = site(root)
    with pytest.raises(EngineFault, match="in the way"):
        put_all(root, NEW)
    assert site(root) == before


def test_a_link_in_the_way_leads_nowhere_out(root, put):
    put_all(root, OLD)
    put(root, {"elsewhere/one.html": "precious", "elsewhere/two.html": "precious"})
    for path in ("one.html", "two.html"):
        (root / "out/a" / path).unlink()
    (root / "out/a").rmdir()
    (root / "out/a").symlink_to(root / "elsewhere")
    for files in (NEW, {"index.html": b"", "a/one.html": b"new one"}):
        with pytest.raises(EngineFault, match="in the way"):
            put_all(root, files)
    assert {path.read_text() for path in (root / "elsewhere").iterdir()} == {"precious"}


def test_a_file_replaced_by_hand_is_replaced_again(root):
    put_all(root, OLD)
    (root / "out/index.html").unlink()
    (root / "out/index.html").symlink_to(root / "out/a/one.html")
    (root / "out/a/two.html").unlink()
    os.mkfifo(root / "out/a/two.html")
    put_all(root, OLD)
    assert site(root) == OLD
    assert not (root / "out/index.html").is_symlink()


@pytest.mark.parametrize("before", [{}, OLD, NEW], ids=["empty", "old", "new"])
@pytest.mark.parametrize("after", [OLD, NEW, {"k": b""}], ids=["old", "new", "other"])
def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_completes(root, killed_at, put, before, after):
    number = 0
    died = True
    while died:
        number += 1
        folder = root / str(number)
        (folder / "archive").mkdir(parents=True)
        put_all(folder, before)
        mine = {"mine.txt": b"mine"} if before else {}
        put(folder, {f"out/{path}": data for path, data in mine.items()})
        died = killed_at(number, lambda folder=folder: put_all(folder, after))
        staged = (folder / "out" / STAGE).as_posix()
        for path, data in site(folder).items():
            if not f"{folder / 'out' / path}".startswith(staged) and not path.endswith(".new"):
                assert data in {before.get(path), after.get(path), b"mine"}, (number, path)
        put_all(folder, after)
        assert site(folder) == {**after, **mine}, number
        assert set(read_manifest(folder / "out")) == set(after)
    assert number > 3 or before == after


class TestRefused:
    @pytest.mark.parametrize("where", ["/", "~", ".", "..", "archive"])
    def test_folders_that_hold_more_than_a_site(self, root, where, monkeypatch):
        monkeypatch.setenv("HOME", str(root / "home"))
        (root / "home").mkdir()
        (root / "archive/inner").mkdir()
        folder = {
            "/": Path("/"),
            "~": root / "home",
            ".": root / "archive/inner",
            "..": root,
            "archive": root / "archive",
        }[where]
        with pytest.raises(EngineFault, match="never written to"), open_target(folder, source=root / "archive/inner"):
            pass
        assert not (folder / LOCK).exists()

    @pytest.mark.parametrize("room", ["content", "content/new/site", "seeds", "templates/assets"])
    def test_folders_that_are_read(self, root, room):
        with (
            pytest.raises(EngineFault, match="read and never written"),
            open_target(root / "archive" / room, source=root / "archive", rooms=("content", "seeds", "templates")),
        ):
            pass
        assert not (root / "archive" / room).exists()

    def test_a_folder_that_is_not_ours(self, root, put):
        put(root, {"out/thesis.doc": "years of work"})
        with pytest.raises(EngineFault, match=r"not empty.*thesis"):
            put_all(root, OLD)
        assert site(root) == {"thesis.doc": b"years of work"}

    def test_but_not_one_with_hidden_files_alone(self, root, put):
        put(root, {"out/.gitkeep": "", "out/.git/HEAD": "ref"})
        put_all(root, OLD)
        assert site(root) == {**OLD, ".gitkeep": b"", ".git/HEAD": b"ref"}

    def test_a_link(self, root):
        (root / "real").mkdir()
        (root / "out").symlink_to("real")
        with pytest.raises(EngineFault, match="is a link"):
            put_all(root, OLD)
        assert list((root / "real").iterdir()) == []

    def test_a_file(self, root, put):
        put(root, {"out": "text"})
        with pytest.raises(EngineFault, match="no folder"):
            put_all(root, OLD)

    def test_where_nobody_is_at_home(self, root, monkeypatch):
        def nobody() -> Path:
            raise RuntimeError("Could not determine home directory.")

        monkeypatch.setattr(Path, "home", nobody)
        put_all(root, OLD)
        assert site(root) == OLD


class TestManifest:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "null",
            "7",
            '{"files": {}}',
            '{"sitegen": 1, "files": []}',
            '{"sitegen": 1, "files": {"a": "b"}}',
            '{"sitegen": 1, "files": {"a": ["b"]}}',
            "[" * 100_000,
        ],
    )
    def test_that_is_damaged_is_believed_in_nothing(self, root, put, text):
        put_all(root, OLD)
        put(root, {f"out/{MANIFEST}": text})
        with pytest.raises(EngineFault, match="damaged"):
            put_all(root, NEW)
        assert site(root) == OLD

    @pytest.mark.parametrize("path", ["../victim.txt", "/etc/victim", "a/../../victim.txt", "", "a\\..\\b", "x\0y"])
    def test_that_names_files_outside_is_damaged(self, root, put, path):
        put_all(root, OLD)
        found = {"sitegen": 1, "files": {path: ["k", "s"]}}
        put(root, {f"out/{MANIFEST}": json.dumps(found), "victim.txt": "safe"})
        with pytest.raises(EngineFault, match="damaged"):
            put_all(root, NEW)
        assert (root / "victim.txt").read_text() == "safe"

    def test_of_another_version_is_left_alone(self, root, put):
        put(root, {f"out/{MANIFEST}": '{"sitegen": 2, "files": {}}'})
        with pytest.raises(EngineFault, match="another version"):
            put_all(root, NEW)

    @pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "", "a\\b", "a\0b"])
    def test_no_path_leads_out(self, root, path):
        with (
            open_target(root / "out", source=root / "archive") as target,
            pytest.raises(ValueError, match="not a path"),
        ):
            target.file(path)


class TestLock:
    def test_two_at_once_are_kept_apart(self, root):
        with (
            open_target(root / "out", source=root / "archive"),
            pytest.raises(EngineFault, match="another sitegen is at work"),
            open_target(root / "out", source=root / "archive"),
        ):
            pass
        put_all(root, OLD)

    def test_ends_with_the_process_however_that_ends(self, root):
        source = (
            "import os, sys; from pathlib import Path; from sitegen.engine.target import open_target\n"
            "with open_target(Path('out'), source=Path('archive')): print('in', flush=True); sys.stdin.read()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", source], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            assert other.stdout.readline() == b"in\n"
            with pytest.raises(EngineFault, match="another sitegen"):
                put_all(root, OLD)
            other.kill()
        put_all(root, OLD)
        assert site(root) == OLD


def test_what_a_killed_build_left_is_tidied_away(root, put):
    put_all(root, OLD)
    put(root, {f"out/{STAGE}/3": "half", f"out/{MANIFEST}.new": "half"})
    put_all(root, OLD)
    assert site(root) == OLD


def test_a_stage_that_is_a_link_is_not_followed(root, put):
    put_all(root, OLD)
    put(root, {"elsewhere/0": "precious"})
    (root / "out" / STAGE).symlink_to(root / "elsewhere")
    put_all(root, NEW)
    assert (root / "elsewhere/0").read_text() == "precious"


@pytest.mark.parametrize("umask", [0o077, 0o002, 0o022])
def test_what_is_to_be_published_may_be_read_whatever_the_umask(root, umask):
    before = os.umask(umask)
    try:
        put_all(root, OLD)
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (root / "out").rglob("*") if path.is_dir()}
    assert modes == {0o755}
    assert (root / "out").stat().st_mode & 0o777 == 0o755
    assert (root / "out" / MANIFEST).stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "no space left"),
        (errno.EDQUOT, "no space left"),
        (errno.EACCES, "Permission denied"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_what_the_disk_says_is_told_and_what_was_there_stays(root, monkeypatch, code, says):
    put_all(root, OLD)

    def full(*_: object) -> None:
        raise OSError(code, os.strerror(code), "somewhere")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(EngineFault, match=says) as caught:
        put_all(root, NEW)
    assert caught.value.hint
    monkeypatch.undo()
    assert site(root) == OLD
    put_all(root, NEW)
    assert site(root) == NEW
