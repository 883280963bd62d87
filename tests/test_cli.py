"""The command line: exit codes, formats, and messages that say what to do."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sitegen.building import progress
from sitegen.console import counts, problems_text, report_text
from sitegen.model.problem import Problem, Severity, Span
from sitegen.report import Report
from sitegen.shell import main

BROKEN = {"content/tags/t.md": "---\ntitle: T\nscop: x\n---\n"}
WARNED = {"content/tags/note.txt": "x"}


@pytest.fixture
def ask(capsys, monkeypatch):
    """Give the command line words; returns its exit code, what it wrote, and what it said."""
    monkeypatch.setenv("NO_COLOR", "1")

    def give(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        out, err = capsys.readouterr()
        return ended.value.code, out, err

    return give


class TestCheck:
    def test_clean(self, ask, archive):
        assert ask("check", "--root", archive) == (0, "", "no problems\n")

    def test_a_problem(self, ask, archive, put):
        put(archive, BROKEN)
        code, out, err = ask("check", "--root", archive)
        assert code == 1
        assert out == (
            'content/tags/t.md:3:1: error[unknown-key] "scop" is no key of this record\n    did you mean "scope"?\n'
        )
        assert err == "1 error\n"

    def test_a_warning_counts_only_when_it_is_asked_to(self, ask, archive, put):
        put(archive, WARNED)
        assert ask("check", "--root", archive)[::2] == (0, "1 warning\n")
        assert ask("check", "--root", archive, "--strict")[0] == 1

    def test_as_json(self, ask, archive, put):
        assert ask("check", "--root", archive, "--format", "json") == (0, "[]\n", "")
        put(archive, BROKEN)
        code, out, err = ask("check", "--root", archive, "--format", "json")
        assert (code, err) == (1, "")
        assert json.loads(out) == [
            {
                "path": "content/tags/t.md",
                "line": 3,
                "column": 1,
                "code": "unknown-key",
                "message": '"scop" is no key of this record',
                "hint": 'did you mean "scope"?',
                "severity": "error",
            }
        ]

    def test_for_github(self, ask, archive, put):
        put(archive, BROKEN)
        assert ask("check", "--root", archive, "--format", "github") == (
            1,
            '::error file=content/tags/t.md,line=3,col=1,title=unknown-key::"scop" is no key of this record (did you mean "scope"?)\n',
            "",
        )


class TestBuild:
    def test_says_what_it_did(self, ask, archive):
        code, out, err = ask("build", "--root", archive, "--workers", "1")
        assert (code, err) == (0, "")
        assert "withheld: content/articles/2018-09-20-secret-plan.md (draft)\n" in out
        assert " rendered, 0 reused; no problems; " in out
        assert "0 rendered, " in ask("build", "--root", archive)[1]

    def test_explains(self, ask, archive):
        assert "index.html: it is new\n" in ask("build", "--root", archive, "--explain")[1]
        (archive / "output/index.html").unlink()
        (archive / "content/articles/2018-09-14-quiet.md").unlink()
        out = ask("build", "--root", archive, "--explain")[1]
        assert "articles/2018-09-14-quiet.html: removed, nothing in the archive makes it any more\n" in out
        assert ", 1 removed; " in out

    def test_stops_at_an_error(self, ask, archive, put):
        put(archive, BROKEN)
        code, out, err = ask("build", "--root", archive)
        assert code == 1
        assert "stopped: the output is as it was; 1 error; " in out
        assert "content/tags/t.md:3:1: error[unknown-key]" in err

    def test_as_json_gives_json_alone(self, ask, archive, put):
        put(archive, WARNED)
        code, out, err = ask("build", "--root", archive, "--format", "json", "--verify")
        assert code == 0
        assert [found["code"] for found in json.loads(out)] == ["unknown-file"]
        assert "verified: a clean build gives the same bytes" in err

    def test_elsewhere_and_for_another_address(self, ask, archive, tmp_path):
        assert (
            ask("build", "--root", archive, "--output", tmp_path / "site", "--base-url", "https://x.example/y")[0] == 0
        )
        assert "https://x.example/y/sitemap.xml" in (tmp_path / "site/robots.txt").read_text()
        assert not (archive / "output").exists()

    def test_an_address_that_is_none_is_a_fault_of_the_command(self, ask, archive):
        code, _, err = ask("build", "--root", archive, "--base-url", "javascript:alert(1)")
        assert code == 2
        assert "--base-url" in err
        assert "site.yaml" not in err

    def test_drafts(self, ask, archive):
        ask("build", "--root", archive, "--drafts")
        assert (archive / "output/articles/2018-09-20-secret-plan.html").exists()

    def test_verified_and_not(self, ask, archive, monkeypatch):
        assert "verified" in ask("build", "--root", archive, "--verify")[1]
        monkeypatch.setattr("sitegen.verify.differences", lambda _: ("index.html: other bytes",))
        code, _, err = ask("build", "--root", archive, "--verify")
        assert (code, err) == (70, "differs: index.html: other bytes\n")


class TestUsage:
    @pytest.mark.parametrize(
        "words",
        [
            (),
            ("bild",),
            ("build", "--worker", "2"),
            ("build", "--workers", "0"),
            ("check", "--format", "xml"),
            ("build", "--now", "soon"),
            ("explain", "no-such-code"),
        ],
    )
    def test_what_cannot_be_understood(self, ask, words):
        code, out, err = ask(*words)
        assert code == 2
        assert "Traceback" not in out + err

    def test_no_archive(self, ask, tmp_path):
        code, _, err = ask("build", "--root", tmp_path)
        assert code == 2
        assert "there is no archive here" in err
        assert "sitegen init" in err

    def test_an_output_that_is_not_ours(self, ask, archive, put):
        put(archive, {"output/thesis.doc": "x"})
        code, _, err = ask("build", "--root", archive)
        assert code == 2
        assert "thesis.doc" in err

    def test_a_folder_that_cannot_be_read(self, ask, archive, monkeypatch):
        def refuse(path: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(os, "scandir", refuse)
        for word in ("check", "build"):
            code, _, err = ask(word, "--root", archive)
            assert code == 2
            assert "Permission denied" in err
            assert "bug" not in err

    def test_help_and_version(self, ask):
        assert "build" in ask("--help")[1]
        code, out, _ = ask("--version")
        assert (code, out.startswith("sitegen, version ")) == (0, True)


class TestBugs:
    def break_it(self, monkeypatch, error: BaseException) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("sitegen.survey.check", fail)

    def test_a_bug_of_ours_is_said_to_be_one(self, ask, archive, monkeypatch):
        monkeypatch.delenv("SITEGEN_DEBUG", raising=False)
        self.break_it(monkeypatch, KeyError("x"))
        code, _, err = ask("check", "--root", archive)
        assert code == 70
        assert "a bug of sitegen: KeyError" in err
        assert "Traceback" not in err

    def test_and_shown_when_it_is_looked_for(self, archive, monkeypatch):
        monkeypatch.setenv("SITEGEN_DEBUG", "1")
        self.break_it(monkeypatch, KeyError("x"))
        with pytest.raises(KeyError):
            main(["check", "--root", str(archive)])

    def test_stopped_by_hand(self, ask, archive, monkeypatch):
        self.break_it(monkeypatch, KeyboardInterrupt())
        code, _, err = ask("check", "--root", archive)
        assert code == 130
        assert "stopped" in err

    def test_nobody_listens_any_more(self, ask, archive, monkeypatch):
        self.break_it(monkeypatch, BrokenPipeError())
        assert ask("check", "--root", archive)[0] in (0, 1)


class TestWords:
    HOSTILE = Problem(Span("content/a\x1b[2J.md", 1, 2), "bad-id", "x\x1b]0;y\x07\u202ez", "a\nb")

    def test_nothing_commands_the_terminal(self, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "1")
        text = problems_text([self.HOSTILE], "text")
        assert "\\u001b[2J" in text
        assert "\\u202e" in text
        assert "a\\u000ab" in text
        report = report_text(
            Report(withheld=(type("W", (), {"path": "\x1b[0m", "reason": "draft"})(),)), 0, explain=False
        )
        assert "\x1b[0m" not in report

    def test_annotations_keep_to_their_line(self):
        fault = Problem(Span("a,b:c.md", 1, 2), "bad-id", "50% of\r\n::error::it", "hint")
        assert problems_text([fault], "github") == (
            "::error file=a%2Cb%3Ac.md,line=1,col=2,title=bad-id::50%25 of%0D%0A::error::it (hint)"
        )

    def test_a_place_that_is_a_whole_file_has_no_line(self):
        fault = Problem(Span("a.md"), "bad-id", "m", "", Severity.WARNING)
        assert problems_text([fault], "github") == "::warning file=a.md,title=bad-id::m"
        assert click.unstyle(problems_text([fault], "text")) == "a.md: warning[bad-id] m"

    @pytest.mark.parametrize(
        ("severities", "words"),
        [("", "no problems"), ("e", "1 error"), ("ew", "1 error, 1 warning"), ("eeww", "2 errors, 2 warnings")],
    )
    def test_counts(self, severities, words):
        kinds = {"e": Severity.ERROR, "w": Severity.WARNING}
        assert counts([Problem(Span("a"), "bad-id", "m", "", kinds[letter]) for letter in severities]) == words

    def test_progress_is_for_a_terminal(self, capsys, monkeypatch):
        progress()("read", 1, 2)
        assert capsys.readouterr() == ("", "")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        show = progress()
        show("read", 1, 2000)
        show("read", 2000, 2000)
        assert capsys.readouterr().err.endswith("read 2,000 of 2,000\n")


class TestProcess:
    def run(self, *words: object, **named: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, "-m", "sitegen", *words], capture_output=True, check=False, **named)

    def test_python_m_sitegen(self, archive, put):
        put(archive, BROKEN)
        done = self.run("check", cwd=archive)
        assert done.returncode == 1
        assert b"unknown-key" in done.stdout

    @pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
    def test_colour_on_a_terminal_that_wants_it(self, archive, put, setting, coloured):
        put(archive, BROKEN)
        ours, theirs = pty.openpty()
        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | setting
        command = [sys.executable, "-m", "sitegen", "check"]
        subprocess.run(command, cwd=archive, env=environment, stdout=theirs, stderr=theirs, check=False)
        os.close(theirs)
        written = os.read(ours, 65536)
        os.close(ours)
        assert (b"\x1b[" in written) is coloured

    def test_what_the_output_cannot_encode_is_escaped(self, archive, put):
        put(archive, {"content/tags/t.md": "---\ntitle: T\nlanguage: العربية\n---\n"})
        (archive / "content/tags" / os.fsdecode(b"caf\xe9.txt")).write_text("x")
        (archive / "content/tags" / os.fsdecode(b"\xff.md")).write_text("---\ntitle: T\n---\n")
        for form in ("text", "github", "json"):
            done = self.run("check", "--format", form, cwd=archive, env={**os.environ, "PYTHONIOENCODING": "ascii"})
            assert done.returncode == 1, done.stderr
            assert b"Traceback" not in done.stderr
            assert b"bad-language" in done.stdout
            assert b"bad-id" in done.stdout
        done = self.run("check", "--format", "json", cwd=archive, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
        assert len(json.loads(done.stdout)) == 3

    def test_a_closed_pipe_is_no_bug(self, archive, put):
        put(archive, {f"content/tags/t{number}.md": "no" for number in range(3000)})
        command = f"{sys.executable} -m sitegen check | head -1; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], cwd=archive, capture_output=True, text=True, check=False)
        assert done.stdout.count("\n") == 1
        assert "bug" not in done.stderr
        assert "Traceback" not in done.stderr

    def test_the_usual_folder_is_where_one_stands(self, archive):
        assert self.run("build", cwd=archive).returncode == 0
        assert Path(archive, "output/index.html").exists()
