"""A text under embargo may be reworded in peace until its day; after that a change needs a correction."""

import os
import subprocess

import pytest

from sitegen.survey import check

ARTICLE = "content/articles/2018-09-11-report.md"
SAID, RESAID, THIRD = "The north said", "The south said", "The east said"


@pytest.fixture
def kept(small):
    """The archive in git, with its article under embargo until the second of January 2027."""
    small.edit(ARTICLE, "language: en", "language: en\nembargo: 2027-01-02")
    subprocess.run(["git", "-C", small.root, "init", "-q"], check=True)
    commit(small, "2027-01-01")
    return small


def commit(small, day):
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    for words in (("add", "content"), ("commit", "-qm", day)):
        subprocess.run(["git", "-C", small.root, *words], check=True, env=os.environ | who | when)


def silent(small):
    return "changed-without-correction" in {one.code for one in check(small.root).problems}


def test_what_nobody_has_read_may_be_reworded(kept):
    kept.edit(ARTICLE, SAID, RESAID)
    assert not silent(kept)
    commit(kept, "2027-01-01")
    assert not silent(kept)


def test_what_was_reworded_before_its_day_is_what_readers_saw_first(kept):
    kept.edit(ARTICLE, SAID, RESAID)
    commit(kept, "2027-01-01")
    kept.edit(ARTICLE, "title: ", "title:  ")
    commit(kept, "2027-01-05")
    assert not silent(kept)
    kept.edit(ARTICLE, RESAID, THIRD)
    assert silent(kept)


def test_a_change_after_the_day_needs_a_correction(kept):
    kept.edit(ARTICLE, SAID, RESAID)
    commit(kept, "2027-01-05")
    assert silent(kept)


def test_an_embargo_that_is_lifted_early_with_a_change_is_the_first_publication(kept):
    kept.edit(ARTICLE, "embargo: 2027-01-02\n", "")
    kept.edit(ARTICLE, SAID, RESAID)
    commit(kept, "2027-01-01")
    assert not silent(kept)
