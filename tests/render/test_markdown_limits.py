"""Hostile texts end in bounded time, whole, and say why they are plain; ordinary texts are never refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.render.markdown import to_html
from sitegen.render.markdown_limits import MAX_BLOCKS, MAX_DEPTH, MAX_LENGTH, too_much

ROOT = Path(__file__).parents[2]
KILL_AFTER = 20  # seconds; without the limits many of these take minutes or for ever

REFUSED = {
    "brackets": "[" * 20_000,
    "images": "![" * 20_000,
    "links": "[a](" * 20_000,
    "link targets with a quotation mark": '[a](x "' * 3_000,
    "nested links": "[" * 3_000 + "a" + "](b)" * 3_000,
    "notes never closed": "[^" * 20_000,
    "footnote lines never closed": "[^a\n" * 5_000,
    "one note over and over": "[^1] " * 5_000 + "\n\n[^1]: x",
    "tags never closed": "<a " * 20_000,
    "declarations": "<![" * 20_000,
    "cdata": "<![CDATA[" * 20_000,
    "comments in open tags": "<b><!---->" * 2_000,
    "formatting left open": "".join(f"<b title={n}>" for n in range(1_000)) + "<p>x" * 1_000,
    "formatting left open before paragraphs": "".join(f"<b title={n}>" for n in range(60)) + "\n\nx" * 9_000,
    "divs left open": "<div>" * 30_000,
    "quotes in quotes": ">" * 20_000,
    "spaced quotes": "> " * 20_000,
    "lists in a line": "+ " * 20_000,
    "mixed lists in a line": "- 1. " * 20_000,
    "numbers in a line": "1. " * 20_000,
    "lists 500 deep": "\n".join("    " * depth + "- x" for depth in range(500)),
    "lists 500 deep by tabs": "\n".join("\t" * depth + "1. x" for depth in range(500)),
    "backticks that never pair": "".join("`" * n + "a" for n in range(400, 0, -1)),
    "escaped backticks": "\\``" * 7_000,
    "backticks and bars": "|`a`" * 20_000 + "\n-|-",
    "a definition full of quotation marks": "[a]: " + '"' * 20_000 + " y",
    "headings in one block": "# a\n" * 40_000,
    "rules in one block": "---\n" * 40_000,
    "underlined headings in one block": "a\n-\n" * 40_000,
    "escapes in one block": "\\*" * 200_000,
    "ten megabytes in a line": "word " * 2_000_000,
    "nothing but line ends": "\n" * 400_000 + "x",
    "a hundred thousand paragraphs": "a\n\n" * 100_000,
}

PARSED = {
    "stars": "* " * 20_000,
    "dashes": "- " * 20_000,
    "emphasis": "*a " * 6_000,
    "nested emphasis": "*a **b " * 3_000,
    "underscores": "_a" * 10_000,
    "fence and blanks": "```" + " " * 20_000,
    "blanks": " " * 400_000 + "x",
    "tabs": "\t" * 100_000 + "x",
    "ampersands": "&#" * 10_000,
    "bars": "|" * 20_000 + "\n" + "|-" * 10_000,
    "indented lines": "x\n    " * 50_000,
    "combining marks": "e" + "\u0301" * 10_000,
    "a long line": "word " * 90_000,
    "mentions": "[[a|b]] " * 2_000,
    "loose brackets": "a] b[ " * 300,
}

CHILD = """
import json, sys
from sitegen.render.markdown import to_html
for line in sys.stdin:
    rendered = to_html(json.loads(line))
    print(json.dumps([rendered.fallback, len(rendered.html)]), flush=True)
"""


@pytest.fixture(scope="module")
def child():
    with subprocess.Popen(
        [sys.executable, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield process
        process.kill()


def render_in(child: subprocess.Popen[str], text: str) -> tuple[str, int]:
    """Render in the child; kill it, and fail, if it takes too long."""
    from threading import Timer

    timer = Timer(KILL_AFTER, child.kill)
    timer.start()
    try:
        child.stdin.write(json.dumps(text) + "\n")
        child.stdin.flush()
        answer = child.stdout.readline()
    finally:
        timer.cancel()
    assert answer, "the parser was still busy and had to be killed"
    fallback, size = json.loads(answer)
    return fallback, size


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_texts_come_out_whole_and_plain(child, name: str) -> None:
    fallback, size = render_in(child, REFUSED[name])
    assert fallback
    assert size >= len(REFUSED[name].replace(" ", "").replace("\t", "").replace("\n", ""))


@pytest.mark.parametrize("name", PARSED)
def test_odd_texts_are_parsed_in_bounded_time(child, name: str) -> None:
    fallback, size = render_in(child, PARSED[name])
    assert not fallback
    assert size <= 40 * len(PARSED[name]) + 1000


@pytest.mark.parametrize("name", REFUSED)
def test_the_reason_is_seen_before_the_parser_starts(name: str) -> None:
    assert too_much(REFUSED[name])


def test_a_text_at_the_limit_is_parsed_and_one_beyond_is_not() -> None:
    assert not too_much("a" * MAX_LENGTH)
    assert too_much("a" * (MAX_LENGTH + 1)) == "it has 500,001 characters, and at most 500,000 are parsed"
    assert not too_much("a\n\n" * MAX_BLOCKS)
    assert too_much("a\n\n" * (MAX_BLOCKS + 1))


def test_nesting_at_the_limit_is_parsed_and_one_beyond_is_not() -> None:
    assert not too_much(">" * (MAX_DEPTH - 1) + " a")
    assert too_much("x\n\n" + "> " * MAX_DEPTH + "a")
    assert not too_much("    " * (MAX_DEPTH - 1) + "- a")
    assert too_much("    " * MAX_DEPTH + "- a")
    assert not too_much("    " * MAX_DEPTH + "a")
    assert not too_much("- " * (MAX_DEPTH - 1) + "a")
    assert too_much("- " * MAX_DEPTH + "a")


ORDINARY = {
    "empty": "",
    "a rule of dashes": "- " * 60,
    "a rule of stars": "* " * 60,
    "a list of 2,000": "- **Name**, age 30, from [Hajin](https://example.org/hajin)\n" * 2_000,
    "a table of 3,000": "| name | place |\n| --- | --- |\n" + "| A. Name | Hajin |\n" * 3_000,
    "a paragraph with 300 links": "said [a source](https://example.org/a) and so on, " * 300,
    "300 sources in brackets": " ".join(f"statement[{n}]" for n in range(300)) * 3,
    "notes, one each": "".join(f"word[^{n}] " for n in range(300))
    + "\n\n"
    + "\n".join(f"[^{n}]: x" for n in range(300)),
    "raw html": "<p>He said <b>this</b> and <i>that</i>.<br>More</p>\n\n" * 500,
    "raw html with lists": "<ul><li>a<li>b</ul>\n\n" * 500,
    "a quote four deep": "> > > > he said\n" * 100,
    "hard-wrapped": ("word " * 14 + "\n") * 2_000,
    "code": "`a` and `b`\n\n" * 2_000,
    "a chapter with its dots": "Chapter " + ". " * 60 + "5",
    "dialogue": '"a," said b; \'c\' [IS]: "d"\n' * 200,
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_texts_are_parsed(name: str) -> None:
    assert too_much(ORDINARY[name]) == ""
    assert to_html(ORDINARY[name]).fallback == ""


def test_every_text_of_the_repository_is_parsed() -> None:
    for folder in ("content", "seeds"):
        for path in sorted((ROOT / folder).rglob("*.[mt][dx]*")):
            assert too_much(path.read_bytes().decode("utf-8", "replace")) == "", path
