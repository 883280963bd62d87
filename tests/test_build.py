"""The one flow: what it reports, what stops it, and what it leaves when it is stopped."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen import jobs, reading
from sitegen.build import Options, build
from sitegen.engine.fault import EngineFault
from sitegen.engine.guard import MANIFEST, locked
from sitegen.engine.pool import WORTH_A_POOL
from sitegen.engine.target import STAGE
from sitegen.model.problem import SitegenError
from sitegen.survey import check, read_archive

ARTICLE = "content/articles/2018-09-14-quiet.md"


@pytest.fixture
def many(archive, put):
    """An archive that is worth a pool of workers."""
    body = "Words. " * 40
    put(
        archive,
        {
            f"content/tags/t{number}.md": f"---\ntitle: Tag {number}\n---\n{body}[[red-army]]\n"
            for number in range(WORTH_A_POOL + 50)
        },
    )
    return archive


def old_or_new(tree: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """The files that are neither."""
    return [
        path
        for path, data in tree.items()
        if data not in {old.get(path), new.get(path)} and not path.endswith(".new") and STAGE not in path
    ]


class TestReport:
    def test_says_what_was_made_and_why(self, archive, run):
        first = run(archive)
        assert {made.reason for made in first.made} == {"it is new"}
        assert (first.reused, first.removed) == (0, ())
        (archive / "output/index.html").unlink()
        (archive / "output/feed.xml").write_text("x")
        second = run(archive)
        assert {made.path: made.reason for made in second.made} == {
            "index.html": "the file was gone",
            "feed.xml": "the file was changed by hand, or its build was cut off",
        }
        assert second.reused == len(first.made) - 2

    def test_names_what_changed(self, archive, run, put):
        run(archive)
        text = (archive / ARTICLE).read_text()
        put(archive, {ARTICLE: text.replace("Quiet on", "Calm on"), "templates/pages/tags.html": "mine"})
        reasons = {made.path: made.reason for made in run(archive).made}
        assert reasons["tags/index.html"] == "changed: its template"
        assert "article" in reasons["articles/2018-09-14-quiet.html"]
        assert reasons["index.html"].startswith("changed: ")

    def test_says_what_was_withheld(self, archive, run):
        assert [(item.path, item.reason) for item in run(archive).withheld] == [
            ("content/articles/2018-09-20-secret-plan.md", "draft")
        ]

    def test_is_the_same_when_there_was_nothing_to_do(self, archive, run, put):
        put(archive, {"content/actors/green.md": "---\ntitle: Red Army\nkind: group\n---\n"})
        first, second = run(archive), run(archive)
        assert first.problems
        assert (second.problems, second.withheld, second.made) == (first.problems, first.withheld, ())

    def test_tells_how_far_it_is(self, many):
        told = []
        build(Options(root=many, output=many / "output", workers=1), lambda *step: told.append(step))
        assert {what for what, _, _ in told} == {"read", "rendered"}
        for what in ("read", "rendered"):
            steps = [(done, of) for name, done, of in told if name == what]
            assert steps == sorted(steps)
            assert (steps[-1][0], steps[-1][0]) in steps


class TestErrors:
    def test_every_fault_of_a_run_is_told_at_once_in_order(self, archive, put):
        put(
            archive,
            {
                "content/tags/b.md": "---\ntitle: [x]\nscop: y\n---\n",
                "content/tags/a.md": "no front matter",
                "content/actors/z.md": "---\ntitle: Z\nkind: group\npart_of: nobody\n---\n",
            },
        )
        found = [(str(fault.span), fault.code) for fault in check(archive).problems]
        assert found == [
            ("content/actors/z.md:4:10", "unknown-reference"),
            ("content/tags/a.md:1:1", "no-front-matter"),
            ("content/tags/b.md:2:8", "bad-value"),
            ("content/tags/b.md:3:1", "unknown-key"),
        ]

    def test_no_archive_here(self, tmp_path):
        for ask in (lambda: check(tmp_path), lambda: build(Options(root=tmp_path, output=tmp_path / "out"))):
            with pytest.raises(SitegenError, match="no archive here") as caught:
                ask()
            assert "sitegen init" in caught.value.hint
        assert not (tmp_path / "out").exists()

    def test_a_template_that_fails_leaves_the_output(self, archive, run, put, tree):
        run(archive)
        before = tree(archive / "output")
        for text in (
            "{{ view.no }}",
            "{% if %}",
            "{% include 'no.html' %}",
            "{{ 1 / 0 }}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        ):
            put(archive, {"templates/pages/actor.html": text})
            report = run(archive)
            assert {fault.code for fault in report.problems} == {"template-fault"}
            assert {fault.span.path for fault in report.problems} == {"templates/pages/actor.html"}
            assert tree(archive / "output") == before

    def test_an_embargo_has_not_ended_where_no_day_is_known(self, archive, run, put):
        put(archive, {"content/tags/t.md": "---\ntitle: T\nembargo: 2018\n---\n"})
        report = run(archive)
        assert [one.path for one in report.withheld if "no commit" in one.reason] == ["content/tags/t.md"]
        assert not (archive / "output/tags/t.html").exists()
        assert run(archive).made == ()
        run(archive, now=dt.date(2019, 1, 1))
        assert (archive / "output/tags/t.html").exists()

    def test_content_is_printed_never_run(self, archive, run, put, tree):
        hostile = "{{ 7*7 }} {% include '/etc/passwd' %} {{ site.digest }}"
        put(archive, {"content/tags/t.md": f'---\ntitle: "{hostile}"\nscope: "{hostile}"\n---\n{hostile}\n'})
        assert not run(archive).failed
        page = tree(archive / "output")["tags/t.html"].decode()
        assert "{{ 7*7 }}" in page
        assert "49" not in page.replace("&#49", "")
        assert "root:" not in page


class TestCaches:
    def test_checks_at_once_do_not_disturb_each_other(self, archive):
        before = check(archive)
        with locked(archive / ".cache/check"):
            assert check(archive) == before

    def test_a_check_writes_nothing_where_nothing_may_be_written(self, archive):
        (archive / ".cache").write_text("in the way")
        assert not check(archive).failed

    def test_a_template_that_changes_while_it_is_read(self, archive, put, run, monkeypatch):
        put(archive, {"templates/pages/tags.html": "before"})
        real = Path.read_bytes
        seen = []

        def late(path):
            if path.name == "tags.html":
                seen.append(path)
                put(archive, {"templates/pages/tags.html": "between" if len(seen) > 1 else "before"})
            return real(path)

        monkeypatch.setattr(Path, "read_bytes", late)
        run(archive)
        monkeypatch.undo()
        assert (archive / "output/tags/index.html").read_text() == "between"
        put(archive, {"templates/pages/tags.html": "before"})
        run(archive)
        assert (archive / "output/tags/index.html").read_text() == "before"

    def test_a_picture_that_changes_while_it_is_copied(self, archive, put, run, monkeypatch):
        put(archive, {"templates/assets/a.png": b"one"})
        real = jobs._bytes

        def late(desk, output):
            if output.path.startswith("assets/a."):
                put(archive, {"templates/assets/a.png": b"two"})
            return real(desk, output)

        monkeypatch.setattr(jobs, "_bytes", late)
        with pytest.raises(EngineFault, match="changed while"):
            run(archive)
        monkeypatch.undo()
        run(archive)
        assert [path.read_bytes() for path in (archive / "output/assets").glob("a.*.png")] == [b"two"]

    def test_the_archive_is_read_whatever_is_wrong_with_some_of_it(self, archive, put):
        put(archive, {"content/tags/bad.md": "nothing"})
        found = read_archive(archive)
        assert len(found.articles) == 3
        assert [tag.id for tag in found.tags] == ["crossing"]

    def test_what_is_read_is_kept_under_what_was_read(self, archive, put, run, monkeypatch):
        """A file that changes between being looked at and being read is not taken for what it was."""
        put(archive, {"content/tags/t.md": "---\ntitle: Before\n---\n"})
        real = reading._read

        def late(job):
            if job.path.endswith("/t.md"):
                put(archive, {"content/tags/t.md": "---\ntitle: Between\n---\n"})
            return real(job)

        monkeypatch.setattr(reading, "_read", late)
        run(archive)
        monkeypatch.undo()
        put(archive, {"content/tags/t.md": "---\ntitle: Before\n---\n"})
        run(archive)
        assert "Before" in (archive / "output/tags/t.html").read_text()


class TestStopped:
    def test_killed_at_any_moment(self, archive, run, tree, killed_at):
        run(archive)
        old = tree(archive / "output")
        text = (archive / ARTICLE).read_text().replace("Quiet on the river", "Calm on the river")
        (archive / ARTICLE).write_text(text)
        build(Options(root=archive, output=archive.parent / "clean", cache=archive.parent / "cache", workers=1))
        new = tree(archive.parent / "clean")
        for name in ("output", ".cache"):
            shutil.copytree(archive / name, archive.parent / "start" / name)
        died, number = True, 0
        while died:
            number += 1 + number // 9
            died = killed_at(number, lambda: run(archive))
            assert old_or_new(tree(archive / "output"), old, new) == [], number
            run(archive)
            assert tree(archive / "output") == new, number
            assert not (archive / "output" / STAGE).exists()
            for name in ("output", ".cache"):
                shutil.rmtree(archive / name)
                shutil.copytree(archive.parent / "start" / name, archive / name)
        assert number > 20

    @pytest.mark.parametrize("seed", range(3))
    def test_killed_for_good_at_some_moment(self, many, tree, run, seed):
        chance = random.Random(seed)
        run(many)
        old = tree(many / "output")
        for path in (many / "content/tags").glob("t*.md"):
            path.write_text(path.read_text().replace("Words", "Terms"))
        command = [sys.executable, "-m", "sitegen", "build", "--root", many, "--workers", "2"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.2, 1.2))
            process.kill()
        found = tree(many / "output")
        run(many)
        new = tree(many / "output")
        assert old_or_new(found, old, new) == []
        assert not list(many.rglob(".sitegen-*.new"))

    @pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_asked_to_end_it_ends_in_order_with_its_workers(self, many, run, tree, sign, code):
        run(many)
        old = tree(many / "output")
        for path in (many / "content/tags").glob("t*.md"):
            path.write_text(path.read_text() + "\n" + "more *words* [a](https://x.example/)\n\n" * 400)
        command = [sys.executable, "-m", "sitegen", "build", "--root", many, "--workers", "2"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
            while not _children(process.pid) and process.poll() is None:
                time.sleep(0.01)
            os.killpg(process.pid, sign) if sign == signal.SIGINT else process.send_signal(sign)
            said = process.communicate()[1]
        assert process.returncode == code, said
        assert "Traceback" not in said
        assert not _children(process.pid)
        assert tree(many / "output") == old

    def test_the_disk_is_full(self, archive, run, tree, monkeypatch):
        run(archive)
        old = tree(archive / "output")
        (archive / ARTICLE).write_text((archive / ARTICLE).read_text() + "more")
        for name in ("write", "fsync", "replace"):

            def full(*_: object) -> None:
                raise OSError(errno.ENOSPC, "No space left on device")

            with monkeypatch.context() as patch:
                patch.setattr(os, name, full)
                with pytest.raises(EngineFault, match="no space left") as caught:
                    run(archive)
            assert "as it was" in caught.value.hint
            assert tree(archive / "output") == old
            assert not (archive / "output" / STAGE).exists()
        assert "articles/2018-09-14-quiet.html" in {made.path for made in run(archive).made}

    def test_two_at_once(self, archive, run):
        run(archive)
        with locked(archive / "output"), pytest.raises(EngineFault, match="at work"):
            run(archive)

    @pytest.mark.parametrize("output", ["content", "content/site", "seeds", "templates", ".", ".."])
    def test_an_output_among_the_sources_is_refused(self, archive, run, output):
        before = sorted(archive.rglob("*"))
        with pytest.raises(EngineFault, match="never written"):
            run(archive, output=archive / output)
        assert sorted(archive.rglob("*")) == before

    def test_foreign_files_survive(self, archive, run, put, tree):
        run(archive)
        put(archive, {"output/CNAME.bak": "mine", "output/articles/notes.txt": "mine", "output/.git/HEAD": "ref"})
        put(archive, {ARTICLE: None})
        run(archive)
        found = tree(archive / "output")
        assert (found["CNAME.bak"], found["articles/notes.txt"], found[".git/HEAD"]) == (b"mine", b"mine", b"ref")
        assert (archive / "output" / MANIFEST).exists()


def _children(pid: int) -> list[str]:
    """The processes that a process started and that still run."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if fields[1] == str(pid) and fields[0] not in "ZX":
                found.append(status.parent.name)
    return found
