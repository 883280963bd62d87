from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sitegen.importer import Write, seed_files, write_files
from sitegen.model.problem import SitegenError

if TYPE_CHECKING:
    from pathlib import Path


def test_files_are_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_files(
        tmp_path / "archive", [Write("seeds/a.txt", b"one"), Write("top.txt", b""), Write("seeds/a.txt", b"two")]
    )
    assert (tmp_path / "archive/seeds/a.txt").read_bytes() == b"two"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "archive", "seeds", "top.txt"]


@pytest.mark.parametrize("path", ["../out.txt", "seeds/../../out.txt", "/etc/out.txt", "seeds/", "seeds//a.txt", ""])
def test_a_path_that_leaves_the_archive_is_not_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leaves the archive"):
        write_files(tmp_path / "archive", [Write(path, b"x")])
    assert not list(tmp_path.rglob("*.txt"))


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "seeds").symlink_to(elsewhere)
    with pytest.raises(SitegenError, match="seeds is no folder of the archive"):
        write_files(tmp_path, [Write("seeds/a.txt", b"x")])
    assert not list(elsewhere.iterdir())


def test_a_linked_file_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("untouched")
    (tmp_path / "seeds").mkdir()
    for name in ("a.txt", ".a.txt.part"):
        (tmp_path / "seeds" / name).symlink_to(outside)
    write_files(tmp_path, [Write("seeds/a.txt", b"x")])
    assert outside.read_text() == "untouched"
    assert (tmp_path / "seeds/a.txt").read_bytes() == b"x"
    assert not (tmp_path / "seeds/.a.txt.part").is_symlink()


def test_a_full_disk_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, [Write("seeds/a.txt", b"old")])

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        write_files(tmp_path, [Write("seeds/a.txt", b"new")])
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "seeds").iterdir()] == [("a.txt", b"old")]


def test_folders_are_read_in_one_order_without_hidden_files_and_sidecars(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "c.txt", "c.yaml", ".hidden", ".git/config", "a/.part"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [str(path.relative_to(tmp_path)) for path in seed_files([tmp_path])] == ["c.txt", "a/one.txt", "b/two.txt"]
