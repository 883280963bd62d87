"""What the README shows can be typed: every `sitegen` command in its code blocks is run as it stands, on a copy of the archive."""

import itertools
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.cli import cli

REPOSITORY = Path(__file__).resolve().parents[1]
README = (REPOSITORY / "README.md").read_text()
SHELLS = ("sh", "bash", "shell", "console", "shell-session")
BLOCK = re.compile(r"^( *)(`{3,}|~{3,})([\w-]*)[^\n`]*\n(.*?)^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
NOT_HERE = re.compile(r"^python3 -m venv |(^|/)pytest\b|(^|/)pip |git clone ")
"""Lines that fetch the project and make the environment this test runs in: only their `sitegen` is run; `.ci/run` does the rest."""


class Block(NamedTuple):
    """A code block of the README that is typed into a shell: its line, and the command lines."""

    line: int
    lines: tuple[str, ...]


def blocks(markdown):
    """The shell blocks of a text. Where a block shows prompts, only what stands behind them is typed."""
    for match in BLOCK.finditer(markdown):
        if match[3] not in SHELLS:
            continue
        text = match[4].replace("\\\n", " ")
        lines = [line.strip() for line in text.splitlines()]
        if any(line.startswith("$ ") for line in lines):
            lines = [line[2:].strip() for line in lines if line.startswith("$ ")]
        typed = tuple(line for line in lines if line and not line.startswith("#"))
        yield Block(markdown[: match.start()].count("\n") + 1, typed)


def commands(line):
    """The words of every `sitegen` command in a command line."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="&|;")
    lexer.whitespace_split = True
    for is_operator, words in itertools.groupby(lexer, lambda word: set(word) <= set("&|;")):
        program, *rest = words
        if not is_operator and Path(program).name == "sitegen":
            yield rest


BLOCKS = tuple(blocks(README))
SHOWN = [(block.line, line, words) for block in BLOCKS for line in block.lines for words in commands(line)]


def test_code_blocks_are_read_as_a_reader_types_them():
    text = """
Text with `sitegen nothing`.

```console
$ sitegen build   # make it
3 rendered
$ cd a && .venv/bin/sitegen check --strict \\
    --format json
```

```sh
# a comment
sitegen serve

sitegen import 'a b/'
```

```yaml
sitegen: no command
```
"""
    first, second = blocks(text)
    assert [words for line in first.lines for words in commands(line)] == [
        ["build"],
        ["check", "--strict", "--format", "json"],
    ]
    assert second.lines == ("sitegen serve", "sitegen import 'a b/'")
    assert list(commands(second.lines[1])) == [["import", "a b/"]]
    assert (first.line, second.line) == (4, 11)


def test_the_readme_shows_how_to_build_and_to_look():
    assert {"build", "serve"} <= {words[0] for _, _, words in SHOWN}


@pytest.mark.parametrize(
    ("line", "words"), [(line, words) for line, _, words in SHOWN], ids=[" ".join(words) for _, _, words in SHOWN]
)
def test_every_command_and_option_exists(line, words):
    if words[0].startswith("-"):
        assert words[0] in ("--help", "--version", "-h")
        return
    assert words[0] in cli.commands, f"README.md:{line}: there is no `sitegen {words[0]}`"
    known = {
        option for parameter in cli.commands[words[0]].params for option in (*parameter.opts, *parameter.secondary_opts)
    }
    shown = {word.partition("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
    assert shown <= known | {"--help", "-h"}, f"README.md:{line}"


@pytest.fixture
def archive(tmp_path):
    """A copy of this repository's archive as a reader has it after the first command: in git, with a remote, sitegen installed."""
    root = tmp_path / "archive"
    for folder in ("content", "seeds"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for folder in (root / ".venv/bin", tmp_path / "bin"):
        folder.mkdir(parents=True)
        (folder / "sitegen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sitegen "$@"\n')
        (folder / "sitegen").chmod(0o755)
    (root / ".gitignore").write_text(".venv/\n.cache/\noutput/\n")
    git = "git init -q -b main . && git init -q --bare ../remote.git && git remote add origin ../remote.git && git add -A && git commit -q -m begin"
    subprocess.run(git, shell=True, cwd=root, env=environment(tmp_path), check=True)
    return root


def environment(folder):
    """The environment of a reader: `sitegen` on the path, git that knows who they are, and nothing that our tests were given."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PYTEST_", "COV_", "SITEGEN_"))
    }
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
    }
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return (
        kept
        | who
        | {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONUNBUFFERED": "1"}
    )


def is_served(line):
    return any(words[:1] == ["serve"] for words in commands(line))


@pytest.mark.parametrize("block", [pytest.param(block, id=f"line-{block.line}") for block in BLOCKS])
def test_every_block_runs_as_it_is_written(block, archive, tmp_path):
    """Line by line in one folder, as in one shell; what the reader's own sitegen is asked has to succeed."""
    folder = archive
    for line in block.lines:
        ours = line
        if NOT_HERE.search(line):
            ours = " && ".join(part for part in line.split(" && ") if any(commands(part)))
        if is_served(ours):
            serve_and_stop(ours, folder, tmp_path)
        elif ours:
            folder = run(ours, folder, tmp_path)


def run(line, folder, tmp_path):
    """Run a line, and say in which folder it left the shell."""
    done = subprocess.run(
        ["bash", "-c", f'set -e\n{line}\npwd > "{tmp_path}/here"'],
        cwd=folder,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return Path((tmp_path / "here").read_text().strip())


def serve_and_stop(line, folder, tmp_path):
    """Start a preview, read its first page, and end it as Ctrl-C does."""
    line = line.replace(" --open", "")  # no browser window during tests
    output = tmp_path / "served"
    with output.open("w") as file:
        server = subprocess.Popen(
            ["bash", "-c", f"exec {line}"], cwd=folder, env=environment(tmp_path), stdout=file, stderr=file
        )
    try:
        with urllib.request.urlopen(address(output, server)) as answer:
            assert answer.status == 200
            assert b"<html" in answer.read()
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0, output.read_text()
    finally:
        server.kill()
        server.wait()


def address(output, server):
    """Where a preview says that it serves."""
    for _ in range(1200):
        found = re.search(r"http://127\.0\.0\.1:\d+/\S*", output.read_text())
        if found:
            return found[0]
        assert server.poll() is None, output.read_text()
        time.sleep(0.1)
    raise AssertionError(output.read_text())


def test_the_first_lines_are_those_that_are_promised():
    lines = {line for block in BLOCKS for line in block.lines}
    assert "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/sitegen build" in lines
    assert any(
        line.startswith("python3 -m venv .venv && .venv/bin/pip install -q -e '.[all,test]' && .venv/bin/pytest -q")
        for line in lines
    )
    assert ".venv/bin/sitegen serve" in lines
