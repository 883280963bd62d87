"""Two clean builds of one tree are the same, byte for byte and mode for mode, wherever and by whomever they are made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from sitegen.engine.pool import WORTH_A_POOL

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = {"PATH": os.environ["PATH"], "TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Mode and bytes of everything in a folder, the program's own files too; of folders the mode."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
        if path.name != ".sitegen-lock"
    }


def built(
    root: Path, environment: dict[str, str] = PLAIN, umask: int = 0o022, cwd: Path | None = None, **options: str
) -> dict[str, tuple[int, bytes]]:
    """The site of an archive as the command line builds it in a process of its own."""
    words = [word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", value)]
    where = os.path.relpath(root, cwd) if cwd else str(root)
    command = [sys.executable, "-m", "sitegen", "build", "--root", where, *words]
    done = subprocess.run(command, env=environment, umask=umask, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return listing(root / "output")


@pytest.fixture
def copies(archive, put):
    """Makes copies of an archive that has enough in it for workers to be worth their while."""
    put(
        archive,
        {
            f"content/articles/2018-10-{day:02}-n{number}.md": (
                f"---\ntitle: Report {number} of day {day}\ndate: 2018-10-{day:02}\nsource: wire\n"
                f"rights: {{publish: full}}\nactors: [red-army]\nplaces: [bridge-town]\n---\n*Words* {number}.\n"
            )
            for day in range(1, 31)
            for number in range(WORTH_A_POOL // 30 + 1)
        },
    )

    def copy(name: str) -> Path:
        return shutil.copytree(archive, archive.parent / name / "archive")

    return copy


def test_whatever_the_surroundings(copies):
    plain = built(copies("plain"))
    assert len(plain) > 250
    other = {**PLAIN, "TZ": "Asia/Kolkata", "LANG": "C", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    root = copies("a path with spaces, ümlauts and more of it")
    assert built(root, other, umask=0o077, cwd=root.parent, workers="2") == plain
    late = {
        **PLAIN,
        "TZ": "America/St_Johns",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "random",
        "SOURCE_DATE_EPOCH": "0",
    }
    assert built(copies("late"), late, umask=0o002, workers="1") == plain


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_whoever_does_the_work(copies, run, kind):
    alone, shared = copies("alone"), copies("shared")
    run(alone)
    with kind(2) as executor:
        run(shared, executor=executor)
        assert run(shared, executor=executor).made == ()
    assert listing(shared / "output") == listing(alone / "output")


def test_an_executor_may_serve_many_builds(archive, run, put, tree):
    with ProcessPoolExecutor(1) as executor:
        for word in ("one", "two", "three"):
            put(archive, {"content/pages/about.md": f"---\ntitle: About\n---\n{word}\n"})
            assert not run(archive, executor=executor).failed
            assert word.encode() in tree(archive / "output")["pages/about.html"]


def test_in_whatever_order_the_folder_is_listed(archive, run, monkeypatch):
    run(archive)
    before = listing(archive / "output")
    shutil.rmtree(archive / "output")
    shutil.rmtree(archive / ".cache")
    real = os.scandir

    class Backwards(list):
        def __enter__(self):
            return iter(self)

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(
        os, "scandir", lambda path: Backwards(sorted(real(path), key=lambda one: one.name, reverse=True))
    )
    run(archive)
    assert listing(archive / "output") == before


def test_on_whatever_day(archive, run, monkeypatch):
    run(archive)
    before = listing(archive / "output")
    shutil.rmtree(archive / "output")
    shutil.rmtree(archive / ".cache")
    import time

    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + 400 * 86_400 * 10**9)
    run(archive)
    assert listing(archive / "output") == before
