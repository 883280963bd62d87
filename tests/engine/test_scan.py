"""Which files there are: regular ones, in order; links, pipes and what vanishes end nothing."""

import os
import socket

import pytest

from sitegen.engine.listing import FINE_RACY, RACY, Stamp
from sitegen.engine.scan import scan


def test_finds_regular_files_in_order(tmp_path, put):
    put(tmp_path, {"in/b/two.md": "22", "in/a.md": "1", "in/b.md": "", "out.md": ""})
    found = scan(tmp_path, "in")
    assert list(found.files) == ["in/a.md", "in/b.md", "in/b/two.md"]
    assert [stamp.size for stamp in found.files.values()] == [1, 0, 2]
    assert found.strange == ()


def test_hidden_files_are_left_out_unless_they_are_asked_for(tmp_path, put):
    put(tmp_path, {"in/.hidden.md": "", "in/.folder/x.md": "", "in/seen.md": ""})
    assert list(scan(tmp_path, "in").files) == ["in/seen.md"]
    assert list(scan(tmp_path / "in", "", hidden=True).files) == [".folder/x.md", ".hidden.md", "seen.md"]


def test_links_pipes_and_sockets_are_named_and_never_followed(tmp_path, put):
    put(tmp_path, {"in/file.md": "", "secret/passwd": "x"})
    (tmp_path / "in/link").symlink_to(tmp_path / "secret/passwd")
    (tmp_path / "in/folder").symlink_to(tmp_path / "secret")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "in/pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.open(tmp_path / "in", os.O_RDONLY)
        listening.bind(f"/proc/self/fd/{here}/socket")
        os.close(here)
    found = scan(tmp_path, "in")
    assert list(found.files) == ["in/file.md"]
    assert found.strange == tuple(f"in/{name}" for name in ("dangling", "folder", "link", "loop", "pipe", "socket"))


def test_a_folder_that_is_a_link_is_named_itself(tmp_path, put):
    put(tmp_path, {"secret/a.md": ""})
    (tmp_path / "in").symlink_to("secret")
    assert scan(tmp_path, "in") == ({}, ("in",))


@pytest.mark.parametrize("name", ["none", "file"])
def test_no_folder_holds_nothing(tmp_path, put, name):
    put(tmp_path, {"file": ""})
    assert scan(tmp_path, name) == ({}, ())


def test_a_file_that_vanishes_meanwhile_is_none(tmp_path, put, monkeypatch):
    put(tmp_path, {"in/a.md": "", "in/b.md": ""})
    real = os.scandir

    class Entry:
        def __init__(self, entry):
            self.name, self.path, self._entry = entry.name, entry.path, entry

        def is_dir(self, *, follow_symlinks):
            return self._entry.is_dir(follow_symlinks=follow_symlinks)

        def stat(self, *, follow_symlinks):
            if self.name == "a.md":
                raise FileNotFoundError(2, "gone")
            return self._entry.stat(follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "scandir", lambda path: [Entry(entry) for entry in real(path)])
    assert list(scan(tmp_path, "in").files) == ["in/b.md"]


def test_a_change_that_sets_its_time_back_has_another_stamp(tmp_path, put):
    put(tmp_path, {"in/a.md": "one"})
    (before,) = scan(tmp_path, "in").files.values()
    put(tmp_path, {"in/a.md": "two"})
    os.utime(tmp_path / "in/a.md", ns=(before.mtime, before.mtime))
    (after,) = scan(tmp_path, "in").files.values()
    assert (after.size, after.mtime) == (before.size, before.mtime)
    assert after != before


NOW = 1_700_000_000_123_456_789


@pytest.mark.parametrize(
    ("changed", "settled"),
    [
        (NOW - FINE_RACY - 1, True),
        (NOW - FINE_RACY, False),
        (NOW, False),
        (NOW + RACY, False),
        (NOW // 10**9 * 10**9 - 10**9, False),  # a file system that knows whole seconds only
        (NOW // 10**9 * 10**9 - 2 * 10**9, True),
    ],
)
def test_a_file_changed_just_now_is_not_settled(changed, settled):
    assert Stamp(1, changed, 5).settled(NOW) is settled
    assert Stamp(1, 5, changed).settled(NOW) is settled
