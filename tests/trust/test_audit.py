"""The audit says what an article lacks and what nobody can supply, and history says what was changed in silence."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.check.audit import DEMANDS
from sitegen.cli import cli
from sitegen.model.vocabulary import GAPS
from sitegen.survey import audit, check

ARTICLE = "content/articles/2018-09-11-report.md"


def lacking(small):
    (one,) = audit(small.root)
    assert one.met + len(one.missing) == one.asked == len(DEMANDS)
    return {demand for demand, _ in one.missing}


def test_a_bare_article_lacks_most(small):
    missing = lacking(small)
    assert "authenticity: the raw file, unchanged" in missing
    assert "date of publication" not in missing
    assert "rights and their holder" not in missing


@pytest.mark.parametrize(
    ("key", "demand"),
    [
        ("url: https://paper.example/1", "identity: the report's own address"),
        ("retrieved: 2018-09-12", "collected when"),
        ("summary: What happened.", "understandability: a summary"),
        ("captures: [{url: 'https://web.archive.org/x', at: 2018-09-12}]", "availability: an archived copy"),
    ],
)
def test_what_is_added_is_no_longer_lacking(small, key, demand):
    assert demand in lacking(small)
    small.edit(ARTICLE, "language: en", f"language: en\n{key}")
    assert demand not in lacking(small)


def test_a_capture_without_a_digest_lacks_one(small):
    small.edit(ARTICLE, "language: en", "language: en\ncaptures: [{url: 'https://web.archive.org/x', at: 2018-09-12}]")
    assert "persistence: a digest of the archived copy" in lacking(small)


GAP = "gaps: [{lacks: [captures, capture-digest], reason: None was found., date: 2026-12-01}]"
COPY = ("availability: an archived copy", "persistence: a digest of the archived copy")


def test_a_declared_gap_is_told_apart_and_still_counted(small):
    (before,) = audit(small.root)
    small.edit(ARTICLE, "language: en", f"language: en\n{GAP}")
    (after,) = audit(small.root)
    assert [demand for demand, _ in after.declared] == list(COPY)
    assert {gap.reason for _, gap in after.declared} == {"None was found."}
    assert (after.met, after.asked) == (before.met, before.asked)
    assert set(before.missing) - set(after.missing) == {one for one in before.missing if one[0] in COPY}
    assert codes(small) == []


def test_the_audit_in_words_and_for_programs(small):
    small.edit(ARTICLE, "language: en", f"language: en\n{GAP}")
    words = CliRunner().invoke(cli, ["audit", "--root", str(small.root)])
    assert words.exit_code == 0
    assert f"{ARTICLE}: 4 of 15, 2 declared missing\n" in words.output
    assert f"    declared on 2026-12-01: {'; '.join(COPY)}\n        None was found.\n" in words.output
    assert words.output.endswith("9 open; 2 declared missing, with their reasons\n")
    (told,) = json.loads(CliRunner().invoke(cli, ["audit", "--root", str(small.root), "--format", "json"]).output)
    assert told["declared"] == [{"demand": one, "reason": "None was found.", "date": "2026-12-01"} for one in COPY]
    assert len(told["missing"]) == 9


def test_nothing_is_open_where_all_that_is_missing_is_declared(small):
    small.write("content/pages/methodology.md", "---\ntitle: M\n---\nHow we work.\n")
    small.edit("content/sources/paper.md", "kind: newspaper", "kind: newspaper\nstandpoint: A paper.")
    small.edit(ARTICLE, "language: en", "language: en\nsummary: Dead at a ford.")
    strict = ["audit", "--strict", "--root", str(small.root)]
    assert CliRunner().invoke(cli, strict).exit_code == 1
    lacks = ", ".join(word for word in GAPS if word != "rights-holder")
    small.edit(ARTICLE, "language: en", f"language: en\ngaps: [{{lacks: [{lacks}], reason: Lost., date: 2026}}]")
    found = CliRunner().invoke(cli, strict)
    assert found.exit_code == 0
    assert found.output.endswith("nothing is open; 8 declared missing, with their reasons\n")
    assert CliRunner().invoke(cli, ["audit", "--least", "100", "--root", str(small.root)]).exit_code == 1


def test_a_gap_ends_when_what_was_missing_is_there(small):
    small.edit(ARTICLE, "language: en", f"language: en\n{GAP}")
    assert codes(small) == []
    small.edit(ARTICLE, "language: en", "language: en\ncaptures: [{url: 'https://web.archive.org/x', at: 2018-09-12}]")
    (fault,) = check(small.root).problems
    assert (fault.code, fault.message) == ("needless-gap", '"captures" is declared missing, and it is there')


def test_a_text_of_the_archives_own_is_not_asked_for_what_is_collected(small):
    collected = {demand.name for demand in DEMANDS if demand.gap and demand.gap != "rights-holder"}
    assert lacking(small) >= collected
    small.edit("content/sources/paper.md", "kind: newspaper", "kind: newspaper\nown: true")
    (one,) = audit(small.root)
    assert one.asked == len(DEMANDS) - len(collected)
    assert not collected & {demand for demand, _ in one.missing}
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert "Text by the editors" in page
    assert "written by the editors of this archive" in page
    assert "address not known" not in page


def test_the_page_says_what_is_missing_and_why(small):
    small.build()
    assert "<dt>Missing" not in small.page("articles/2018-09-11-report.html")
    small.edit(ARTICLE, "language: en", f"language: en\n{GAP.replace('None', '<b>None</b>')}")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    words = "<dt>Missing</dt><dd>an archived copy; a digest of an archived copy"
    assert f'{words}<p dir="auto">&lt;b&gt;None&lt;/b&gt; was found.</p>' in page
    assert "as of 1 December 2026" in page


def test_the_guide_names_every_demand_and_every_gap():
    guide = (Path(__file__).resolve().parents[2] / "sitegen/check/AUDIT.md").read_text("utf-8")
    rows = [line.split(" | ") for line in guide.splitlines() if line.startswith("| ")][2:]
    assert [(row[0].removeprefix("| "), row[1].strip("`—")) for row in rows] == [(one.name, one.gap) for one in DEMANDS]
    assert {demand.gap for demand in DEMANDS} - {""} == set(GAPS)


def git(root, *words):
    subprocess.run(
        ["git", "-C", root, "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def kept(small):
    git(small.root, "init", "-q")
    git(small.root, "add", "content")
    git(small.root, "commit", "-qm", "first")
    return small


def codes(small):
    return [one.code for one in check(small.root).problems]


def test_a_change_after_publication_needs_a_correction(kept):
    assert codes(kept) == []
    kept.edit(ARTICLE, "The north said", "The south said")
    assert codes(kept) == ["changed-without-correction"]
    kept.edit(ARTICLE, "language: en", "language: en\ncorrections: [{date: 2026-11-22, note: It was the south.}]")
    assert codes(kept) == []
    git(kept.root, "commit", "-qam", "corrected")
    assert codes(kept) == []
    kept.edit(ARTICLE, "The south said", "Nobody said")
    assert codes(kept) == ["changed-without-correction"]


def test_a_change_is_told_at_the_text_or_at_the_title(kept):
    def spans():
        return [(one.span.line, one.span.column, one.message.split()[1]) for one in check(kept.root).problems]

    lines = (kept.root / ARTICLE).read_text().split("\n")
    kept.edit(ARTICLE, "The north said", "The south said")
    assert spans() == [(lines.index("---", 1) + 2, 1, "text")]
    kept.edit(ARTICLE, "title: ", "title: New ")
    assert spans() == [(2, 8, "title")]


def test_what_was_changed_back_is_as_it_was(kept):
    kept.edit(ARTICLE, "The north said", "The south said")
    git(kept.root, "commit", "-qam", "changed")
    kept.edit(ARTICLE, "The south said", "The north said")
    assert codes(kept) == []


def test_a_draft_may_change_until_it_is_public(small):
    small.edit(ARTICLE, "language: en", "language: en\nstatus: draft")
    git(small.root, "init", "-q")
    git(small.root, "add", "content")
    git(small.root, "commit", "-qm", "draft")
    small.edit(ARTICLE, "status: draft\n", "")
    small.edit(ARTICLE, "The north said", "The south said")
    assert codes(small) == []


def test_keys_beside_the_text_may_change(kept):
    kept.edit(ARTICLE, "actors: [north]", "actors: [north, south]")
    assert codes(kept) == []


def test_an_archive_below_the_repository_is_found(small, tmp_path):
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "small/content")
    git(tmp_path, "commit", "-qm", "first")
    small.edit(ARTICLE, "The north said", "The south said")
    assert codes(small) == ["changed-without-correction"]


def test_without_git_nothing_is_known(small):
    assert codes(small) == []


@pytest.mark.parametrize(
    ("custody", "raw", "lacks"),
    [
        ("custody: [{at: 2018-09-12, who: a desk, what: kept it}]\n", "raw", set()),
        ("custody: [{who: a desk, what: kept it}]\n", "raw", {"chain of custody"}),
        ("custody: [{at: 2018-09-12, what: kept it}]\n", "raw", {"chain of custody"}),
        ("", "raw", {"chain of custody"}),
        ("custody: [{at: 2018-09-12, who: a desk, what: kept it}]\n", "edited", {"authenticity: the raw file, unchanged"}),
    ],
)  # fmt: skip
def test_custody_needs_who_and_when_and_a_seed_its_own_bytes(small, custody, raw, lacks):
    sha = hashlib.sha256(b"raw").hexdigest()
    small.write("seeds/a.txt", raw)
    small.write("seeds/a.yaml", f"sha256: {sha}\nsize: 3\n{custody}import: {{article: {ARTICLE}}}\n")
    small.edit(ARTICLE, "language: en", f"language: en\nseed: {{file: seeds/a.txt, sha256: {sha}}}")
    asked = {"chain of custody", "authenticity: the raw file, unchanged", "working copy apart from the evidence"}
    assert lacking(small) & asked == lacks
