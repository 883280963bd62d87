"""Every problem code has a case here: an archive that has that fault and no other, and the place where it is told."""

from __future__ import annotations

import ast
import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

import sitegen
from sitegen.build import Options, build
from sitegen.model.codes import CODES
from sitegen.survey import check

SITE = "title: T\ndescription: D\nurl: https://example.org/\n"
BASE: dict[str, str | bytes] = {
    "content/site.yaml": SITE,
    "content/sources/wire.md": "---\ntitle: Wire\nkind: agency\n---\n",
    "content/actors/north.md": "---\ntitle: North\nkind: armed-group\n---\n",
    "content/places/ford.md": "---\ntitle: Ford\nkind: village\n---\n",
    "content/events/2018-09-10-raid.md": (
        "---\ntitle: Raid\ndate: 2018-09-10\nkind: ambush\nplaces: [ford]\nverification: reported\n---\n"
    ),
}
ARTICLE = "content/articles/2018-09-11-a.md"
HEAD = "---\ntitle: A\ndate: 2018-09-11\nsource: wire\nrights: {publish: full}\n"
TAG, PAGE, ACTOR, PLACE = "content/tags/t.md", "content/pages/p.md", "content/actors/south.md", "content/places/hill.md"
EVENT = "content/events/2018-09-12-e.md"
EVENT_HEAD = "---\ntitle: E\ndate: 2018-09-12\nkind: battle\nplaces: [ford]\n"
SIDECAR_SHA = "0" * 64


class Case(NamedTuple):
    """An archive with one fault: files laid over `BASE`, and the place of the fault."""

    code: str
    files: dict[str, str | bytes | None]
    place: str


CASES = (
    # files and their front matter
    Case("not-utf-8", {TAG: b"---\ntitle: caf\xe9\n---\n"}, f"{TAG}:2:1"),
    Case("file-too-large", {TAG: b"---\ntitle: T\n---\n" + b"x" * (8 << 20)}, TAG),
    Case("file-too-large", {TAG: "---\ntitle: T\nscope: " + "x" * (512 << 10) + "\n---\n"}, TAG),
    Case("control-character", {TAG: "---\ntitle: T\n---\nab\x07c\n"}, f"{TAG}:4:3"),
    Case("control-character", {TAG: '---\ntitle: "a\\0b"\n---\n'}, f"{TAG}:2:8"),
    Case("control-character", {TAG: "---\ntitle: T\n---\nnone\n\ufdd0\n"}, f"{TAG}:5:1"),
    Case("bidi-override", {TAG: "---\ntitle: T\n---\none \u202egnp.exe\n"}, f"{TAG}:4:5"),
    Case("bidi-override", {TAG: '---\ntitle: T\naliases:\n  - "a\\u202eb"\n---\n'}, f"{TAG}:4:5"),
    Case("unknown-file", {"content/tags/notes.txt": "x"}, "content/tags/notes.txt"),
    Case("unknown-folder", {"content/people/p.md": "---\ntitle: P\n---\n"}, "content/people/p.md"),
    Case("unknown-folder", {"content/p.md": "---\ntitle: P\n---\n"}, "content/p.md"),
    Case("no-front-matter", {TAG: "Just words.\n"}, f"{TAG}:1:1"),
    Case("no-front-matter", {TAG: "---\ntitle: T\n\nWords without an end of it.\n"}, f"{TAG}:1:1"),
    Case("no-front-matter", {TAG: ""}, f"{TAG}:1:1"),
    Case("bad-yaml", {TAG: "---\ntitle: T\nscope: a: b\n---\n"}, f"{TAG}:3:9"),
    Case("bad-yaml", {TAG: "---\n- title\n---\n"}, f"{TAG}:2:1"),
    Case("bad-yaml", {TAG: "---\ntitle: T\n[a]: b\n---\n"}, f"{TAG}:3:1"),
    Case("bad-yaml", {TAG: "---\ntitle: T\n\tscope: x\n---\n"}, f"{TAG}:3:1"),
    Case("bad-yaml", {TAG: "---\ntitle: T\nscope: " + "[" * 100_000 + "\n---\n"}, f"{TAG}:3:47"),
    Case("yaml-feature", {TAG: "---\ntitle: &a T\nscope: *a\n---\n"}, f"{TAG}:2:8"),
    Case("yaml-feature", {TAG: "---\ntitle: !!python/object:os.system T\n---\n"}, f"{TAG}:2:8"),
    Case("duplicate-key", {TAG: "---\ntitle: T\nscope: a\ntitle: U\n---\n"}, f"{TAG}:4:1"),
    Case("unknown-key", {TAG: "---\ntitle: T\nscop: a\n---\n"}, f"{TAG}:3:1"),
    Case("unknown-key", {ARTICLE: HEAD + "translation: {from: fr, method: human, by: x}\n---\n"}, f"{ARTICLE}:6:40"),
    Case("missing-key", {TAG: "---\nscope: a\n---\n"}, f"{TAG}:2:1"),
    Case("missing-key", {TAG: "---\ntitle: ~\n---\n"}, f"{TAG}:2:1"),
    Case("missing-key", {TAG: '---\nscope: a\ntitle: "  "\n---\n'}, f"{TAG}:2:1"),
    Case("missing-key", {TAG: "---\ntitle: {confidence: low}\n---\n"}, f"{TAG}:2:8"),
    Case("bad-id", {"content/tags/Bad_Name.md": "---\ntitle: T\n---\n"}, "content/tags/Bad_Name.md"),
    Case("bad-id", {"content/tags/con.md": "---\ntitle: T\n---\n"}, "content/tags/con.md"),
    Case("bad-id", {ARTICLE: HEAD + "tags: [../etc]\n---\n"}, f"{ARTICLE}:6:8"),
    Case("bad-value", {TAG: "---\ntitle: T\nscope: [a, b]\n---\n"}, f"{TAG}:3:8"),
    Case("bad-value", {PAGE: "---\ntitle: P\nmenu: first\n---\n"}, f"{PAGE}:3:7"),
    Case("bad-date", {ARTICLE: HEAD.replace("2018-09-11", "2018-02-31") + "---\n"}, f"{ARTICLE}:3:7"),
    Case("bad-url", {ARTICLE: HEAD + "url: 'javascript:alert(1)'\n---\n"}, f"{ARTICLE}:6:6"),
    Case("bad-url", {"content/site.yaml": SITE.replace("https://example.org/", "'https://['")}, "content/site.yaml:3:6"),
    Case("bad-language", {TAG: "---\ntitle: T\nlanguage: Arabic (Syria)\n---\n"}, f"{TAG}:3:11"),
    Case("bad-point", {PLACE: "---\ntitle: H\nkind: area\npoint: [135.0, 34.0]\n---\n"}, f"{PLACE}:4:9"),
    Case("bad-path", {ARTICLE: HEAD + "aliases: [/../etc/]\n---\n"}, f"{ARTICLE}:6:11"),
    Case("bad-path", {ARTICLE: HEAD + "media:\n  - {file: ../../secret.jpg, alt: x}\n---\n"}, f"{ARTICLE}:7:5"),
    Case("unknown-word", {ACTOR: "---\ntitle: S\nkind: armedgroup\n---\n"}, f"{ACTOR}:3:7"),
    Case("too-long", {ARTICLE: HEAD + f"summary: {'x' * 301}\n---\n"}, f"{ARTICLE}:6:10"),
    Case("date-prefix", {"content/articles/2018-09-01-a.md": HEAD + "---\n"}, "content/articles/2018-09-01-a.md:3:7"),
    # claims
    Case("claim-without-quote", {ARTICLE: HEAD + "claims:\n  - {event: 2018-09-10-raid, by: north, note: n}\n---\n"}, f"{ARTICLE}:7:5"),
    Case("quote-not-in-body", {ARTICLE: HEAD + "claims:\n  - {event: 2018-09-10-raid, by: north, quote: five died}\n---\nSix died.\n"}, f"{ARTICLE}:7:5"),
    Case("empty-claim", {EVENT: EVENT_HEAD + "verification: reported\nclaims:\n  - {by: north, source: wire}\n---\n"}, f"{EVENT}:8:5"),
    Case("figure-order", {EVENT: EVENT_HEAD + "verification: reported\nclaims:\n  - {by: north, source: wire, toll: {killed: {min: 9, max: 3}}}\n---\n"}, f"{EVENT}:8:46"),
    Case("claim-unattributed", {EVENT: EVENT_HEAD + "verification: reported\nclaims:\n  - {source: wire, note: n}\n---\n"}, f"{EVENT}:8:5"),
    Case("not-corroborated", {EVENT: EVENT_HEAD + "verification: corroborated\n---\n"}, f"{EVENT}:6:15"),
    Case(
        "confirmed-but-contested",
        {
            ACTOR: "---\ntitle: South\nkind: armed-group\n---\n",
            EVENT: EVENT_HEAD + "actors: [north, south]\nverification: confirmed\nclaims:\n"
            "  - {by: north, source: wire, toll: {killed: 3}, of: south}\n"
            "  - {by: south, source: wire, toll: {killed: 9}, of: south}\n---\n",
        },
        f"{EVENT}:7:15",
    ),
    Case("unused-report", {EVENT: EVENT_HEAD + "verification: reported\nreports:\n  one: {source: wire}\n---\n"}, f"{EVENT}:8:8"),
    Case("needless-gap", {ARTICLE: HEAD + "url: https://w.example/\ngaps: [{lacks: [captures, url], reason: r, date: 2026}]\n---\n"}, f"{ARTICLE}:7:7"),
    Case("needless-gap", {ARTICLE: HEAD + "gaps: [{lacks: [captures, custody], reason: r, date: 2026}]\n---\n"}, f"{ARTICLE}:6:7"),
    Case(
        "needless-gap",
        {"content/sources/wire.md": "---\ntitle: Wire\nkind: agency\nown: true\n---\n", ARTICLE: HEAD + "gaps: [{lacks: captures, reason: r, date: 2026}]\n---\n"},
        f"{ARTICLE}:6:7",
    ),
    # references
    Case("unknown-reference", {ARTICLE: HEAD + "actors: [nort]\n---\n"}, f"{ARTICLE}:6:10"),
    Case("unknown-reference", {ARTICLE: HEAD + "events: [2018-09-10-riad]\n---\n"}, f"{ARTICLE}:6:10"),
    Case("unknown-reference", {TAG: "---\ntitle: T\n---\n\nOf [[noth]].\n"}, f"{TAG}:5:4"),
    Case("unknown-reference", {TAG: "---\ntitle: T\n---\nOf [[plce:ford]].\n"}, f"{TAG}:4:4"),
    Case(
        "ambiguous-mention",
        {"content/tags/ford.md": "---\ntitle: T\n---\n", PAGE: "---\ntitle: P\n---\nAt [[ford]].\n"},
        f"{PAGE}:4:4",
    ),
    Case(
        "reference-to-withheld",
        {ACTOR: "---\ntitle: S\nkind: group\nstatus: withheld\n---\n", ARTICLE: HEAD + "actors: [south]\n---\n"},
        f"{ARTICLE}:6:10",
    ),
    Case(
        "reference-to-withheld",
        {ACTOR: "---\ntitle: S\nkind: group\nstatus: draft\n---\n", TAG: "---\ntitle: T\n---\nOf [[south]].\n"},
        f"{TAG}:4:4",
    ),
    Case(
        "circle",
        {
            TAG: "---\ntitle: T\nbroader: u\n---\n",
            "content/tags/u.md": "---\ntitle: U\nbroader: v\n---\n",
            "content/tags/v.md": "---\ntitle: V\nbroader: t\n---\n",
        },
        f"{TAG}:3:10",
    ),
    Case("circle", {PLACE: "---\ntitle: H\nkind: area\npart_of: hill\n---\n"}, f"{PLACE}:4:10"),
    # time, place, rights
    Case(
        "published-before-event",
        {"content/articles/2018-09-01-a.md": HEAD.replace("2018-09-11", "2018-09-01") + "claims:\n  - {event: 2018-09-10-raid, by: north, quote: it died}\n---\nit died\n"},
        "content/articles/2018-09-01-a.md:7:13",
    ),
    Case("retrieved-before-published", {ARTICLE: HEAD + "retrieved: 2018-09-10\n---\n"}, f"{ARTICLE}:6:12"),
    Case("relation-dates", {ACTOR: "---\ntitle: S\nkind: group\nrelations:\n  - {actor: north, kind: fights, from: 2018, to: 2017}\n---\n"}, f"{ACTOR}:5:13"),
    Case("relation-dates", {ACTOR: "---\ntitle: S\nkind: group\nnames: [{name: Old, from: 2018, to: 2017}]\n---\n"}, f"{ACTOR}:4:8"),
    Case("finer-than-known", {PLACE: "---\ntitle: H\nkind: area\nprecision: district\npublish: exact\n---\n"}, f"{PLACE}:5:10"),
    Case(
        "point-outside-country",
        {
            PLACE: "---\ntitle: H\nkind: village\npart_of: land\npoint: [40.0, 35.0]\n---\n",
            "content/places/land.md": "---\ntitle: L\nkind: governorate\npoint: [35.0, 40.0]\n---\n",
        },
        f"{PLACE}:4:10",
    ),
    Case("missing-rights", {ARTICLE: HEAD.replace("rights: {publish: full}\n", "") + "---\n"}, f"{ARTICLE}:4:9"),
    Case("missing-file", {ARTICLE: HEAD + "media: [{file: a.jpg, alt: A}]\n---\n"}, f"{ARTICLE}:6:8"),
    Case("missing-file", {ARTICLE: HEAD + "seed: {file: seeds/a.txt}\n---\n"}, f"{ARTICLE}:6:7"),
    Case("seed-changed", {ARTICLE: HEAD + f"seed: {{file: seeds/a.txt, sha256: {SIDECAR_SHA}}}\n---\n", "seeds/a.txt": "raw"}, f"{ARTICLE}:6:7"),
    # what must not be seen
    Case("redaction-too-short", {TAG: "---\ntitle: T\nredact: [ab]\n---\n"}, f"{TAG}:3:10"),
    Case("redaction-in-name", {"content/tags/jane-doe.md": "---\ntitle: T\nredact: [Jane Doe]\n---\n"}, "content/tags/jane-doe.md"),
    Case("sgbv-unapproved", {EVENT: EVENT_HEAD + "verification: reported\nsgbv: true\n---\n"}, f"{EVENT}:7:7"),
    Case(
        "sgbv-beside",
        {
            EVENT: EVENT_HEAD + "verification: reported\nsgbv: true\napproved_by: A\n---\n",
            "content/articles/2018-09-12-a.md": HEAD.replace("09-11", "09-12") + "events: [2018-09-12-e]\nplaces: [ford]\n---\n",
        },
        "content/articles/2018-09-12-a.md:7:10",
    ),
    Case("withdrawn-but-usable", {TAG: "---\ntitle: T\nwithdrawn: {date: 2020-01-01, reason: safety}\n---\n"}, f"{TAG}:3:12"),
    Case("picture-metadata", {ARTICLE: HEAD + "media: [{file: a.tif, alt: A}]\n---\n", "content/media/a.tif": b"II*\0"}, "content/media/a.tif"),
    Case("bad-picture", {ARTICLE: HEAD + "media: [{file: a.png, alt: A}]\n---\n", "content/media/a.png": b"\x89PNG\r\n\x1a\n"}, "content/media/a.png"),
    Case("active-file", {ARTICLE: HEAD + "media: [{file: a.svg, alt: A}]\n---\n", "content/media/a.svg": "<svg><script/></svg>"}, "content/media/a.svg"),
    # collisions
    Case("output-collision", {TAG: "---\ntitle: T\nredirects: [/actors/north.html]\n---\n"}, "content/actors/north.md"),
    Case("output-collision", {TAG: "---\ntitle: T\nredirects: [/actors/NORTH.html/]\n---\n"}, "content/actors/north.md"),
    Case("output-collision", {TAG: "---\ntitle: T\nredirects: [manifest-sha256.txt]\n---\n"}, TAG),
    Case("output-collision", {"content/tags/index.md": "---\ntitle: T\n---\n"}, "content/tags/index.md"),
    Case("same-id", {TAG: "---\ntitle: T\n---\n", "content/tags/sub/t.md": "---\ntitle: U\n---\n"}, "content/tags/t.md"),
    Case("shared-alias", {ACTOR: "---\ntitle: South\nkind: group\naliases: [NORTH]\n---\n"}, "content/actors/north.md:2:8"),
    # rendering
    Case("text-not-rendered", {TAG: "---\ntitle: T\n---\n\n" + "[" * 50_000 + "\n"}, f"{TAG}:5:1"),
)  # fmt: skip


def faults(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.span)) for problem in check(root).problems]


@pytest.fixture
def small(tmp_path, put):
    put(tmp_path, BASE)
    return tmp_path


def test_the_base_has_no_fault(small):
    assert faults(small) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.place.rpartition('/')[2]}")
def test_a_fault_is_told_once_and_in_its_place(case, small, put):
    put(small, case.files)
    assert faults(small) == [(case.code, case.place)]


def test_an_error_keeps_the_output_as_it_was(small, put, run, tree):
    run(small)
    before = tree(small / "output")
    for case in CASES:
        if CODES[case.code].severity == "error":
            put(small, case.files)
            assert run(small).failed, case
            assert tree(small / "output") == before, case
            put(small, {path: BASE.get(path) for path in case.files})
    assert run(small).made == ()


def test_not_a_file(small, tmp_path):
    (small / "content/tags").mkdir()
    (small / "content/tags/t.md").symlink_to("/etc/passwd")
    os.mkfifo(small / "content/tags/u.md")
    (small / "content/places/more").symlink_to(small / "content/actors")
    assert faults(small) == [("not-a-file", f"content/{path}") for path in ("places/more", "tags/t.md", "tags/u.md")]


def test_not_a_file_where_the_whole_content_is_a_link(small):
    (small / "content").rename(small / "elsewhere")
    (small / "content").symlink_to(small / "elsewhere")
    assert faults(small) == [("not-a-file", "content")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(small):
    (small / "content/actors/north.md").chmod(0)
    assert ("unreadable-file", "content/actors/north.md") in faults(small)


def test_unreadable_file_whoever_asks(small, monkeypatch):
    real = open

    def refusing(file, *how, **more):
        if str(file).endswith("ford.md"):
            raise PermissionError(13, "Permission denied")
        return real(file, *how, **more)

    monkeypatch.setattr("builtins.open", refusing)
    assert ("unreadable-file", "content/places/ford.md") in faults(small)


def test_template_fault(small, put):
    put(small, {"templates/pages/tags.html": "one\n{{ view.nothing }}\n"})
    report = build(Options(root=small, output=small / "output", workers=1))
    assert [(problem.code, str(problem.span)) for problem in report.problems] == [
        ("template-fault", "templates/pages/tags.html:2:1")
    ]
    assert "tags/index.html" in report.problems[0].message


def test_redaction_leak(small, put):
    put(small, {TAG: "---\ntitle: T\nredact: [Jane Doe]\n---\n", PAGE: "---\ntitle: P\n---\nJane Doe was there.\n"})
    report = build(Options(root=small, output=small / "output", workers=1))
    assert [(problem.code, str(problem.span)) for problem in report.problems] == [("redaction-leak", f"{TAG}:3:10")]
    assert "Jane" not in report.problems[0].message


def test_withdrawn_unsaid(small, put, run):
    put(small, {TAG: "---\ntitle: T\n---\n"})
    run(small)
    put(small, {TAG: "---\ntitle: T\nstatus: withheld\n---\n"})
    report = run(small)
    assert [(problem.code, str(problem.span)) for problem in report.problems] == [("withdrawn-unsaid", f"{TAG}:3:9")]


def test_changed_without_correction(small, put):
    def git(*words: str) -> None:
        who = ("-c", "user.name=N", "-c", "user.email=n@example.org")
        subprocess.run(("git", *who, "-C", small, *words), check=True, capture_output=True)

    put(small, {ARTICLE: HEAD + "---\nSix died.\n"})
    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "first")
    put(small, {ARTICLE: HEAD + "---\nFive died.\n"})
    git("commit", "-qam", "second")
    assert faults(small) == [("changed-without-correction", f"{ARTICLE}:7:1")]


OWN_TESTS = (
    "not-a-file",
    "unreadable-file",
    "template-fault",
    "redaction-leak",
    "withdrawn-unsaid",
    "changed-without-correction",
)


def test_every_code_has_a_case():
    assert {case.code for case in CASES} | set(OWN_TESTS) == set(CODES)


def codes_in(source: str) -> set[str]:
    """The codes that a source reports: the words after `problem(…,` and in `.report(`, and in the tables of both."""
    tree = ast.parse(source)
    return {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("problem", "report", "_matching")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and is_code(argument.value)
    }


def is_code(text: str) -> bool:
    return text in CODES or ("-" in text.strip("-") and text.replace("-", "").isalnum() and text.islower())


def test_every_code_that_is_used_is_listed():
    package = Path(sitegen.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in package.rglob("*.py") if "importer" not in path.parts]
    used = set().union(*map(codes_in, sources))
    assert used <= set(CODES)
    assert len(used) > 40


def test_the_search_for_codes_sees_a_new_one():
    assert codes_in('problem(span, "no-such-code", f"{x}")\nd.report("other-code", "it - is")') == {
        "no-such-code",
        "other-code",
    }


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_it_means_and_how_to_mend_it(code):
    assert is_code(code)
    assert CODES[code].means.endswith(".")
    assert CODES[code].mend.endswith(".")
