"""The audit says what an article lacks, and history says what was changed in silence."""

import hashlib
import subprocess

import pytest

from sitegen.check.audit import DEMANDS
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
