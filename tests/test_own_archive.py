"""The archive of this repository shows each guard on a record of its own, and what is kept back is nowhere in its site."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen.build import Options, build
from sitegen.survey import audit

REPOSITORY = Path(__file__).resolve().parents[1]
BEFORE, AFTER = dt.date(2026, 11, 22), dt.date(2027, 3, 23)
GONE = "2019-10-31-new-details-on-raid"
LATER = "2027-03-23-what-is-not-known-about-baghuz"
EXCERPT = "2026-11-22-reading-the-figures"
SEED = "2018-09-11-us-backed-force-attacks-last-is-pocket"
SGBV = "2019-02-captives-leave-the-last-pocket"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site before and on the day of the embargo, each with its report."""
    found = {}
    for now in (BEFORE, AFTER):
        folder = tmp_path_factory.mktemp("own")
        report = build(Options(root=REPOSITORY, output=folder / "site", cache=folder / "cache", now=now))
        assert not report.failed, report.problems
        found[now] = folder / "site", report
    return found


@pytest.fixture
def site(built):
    return built[BEFORE][0]


def text(path):
    return path.read_text("utf-8")


def files(site):
    """What goes out: pages, feeds, maps, data. The manifest names files, and is read too."""
    return [path for path in site.rglob("*") if path.is_file()]


def test_the_report_says_what_stayed_in_and_why(built):
    withheld = {Path(one.path).stem: one.reason for one in built[BEFORE][1].withheld}
    assert withheld == {GONE: "canceled, with a tombstone", LATER: "under embargo until 2027-03-23"}


def test_what_is_under_embargo_is_nowhere_before_its_day_and_public_on_it(built, site):
    assert not [path for path in files(site) if LATER in path.as_posix() or LATER.encode() in path.read_bytes()]
    assert "How many people were inside?" in text(built[AFTER][0] / f"articles/{LATER}.html")


def test_a_tombstone_stands_at_the_address_of_what_was_withdrawn(site):
    page = text(site / f"articles/{GONE}.html")
    assert "Withdrawn" in page
    assert "noindex" in page
    assert "McKenzie" not in page
    listed = ("feed.xml", "sitemap.xml", "articles/index.html", "index.html", "timeline/2019-10.html")
    assert not [name for name in listed if GONE in text(site / name)]


def test_an_excerpt_ends_early_and_says_where_the_rest_is(site):
    page = text(site / f"articles/{EXCERPT}.html")
    assert "Five questions help to read it." in page
    assert "gives a floor" not in page
    assert "pages/reading-the-figures.html" in page
    assert "gives a floor" in text(site / "pages/reading-the-figures.html")


def test_a_hostages_name_is_redacted_wherever_it_stood(site):
    assert "[redacted]" in text(site / f"articles/{SEED}.html")
    assert not [path for path in files(site) if b"vilanova" in path.read_bytes().lower()]


def test_an_event_of_sexual_violence_is_coarse_unnamed_and_not_indexed(site):
    page = text(site / f"events/{SGBV}.html")
    assert 'content="noindex"' in page
    assert "Abu Kamal District" in page
    assert "approved" not in page
    assert not [name for name in ("feed.xml", "sitemap.xml") if SGBV in text(site / name)]


@pytest.mark.parametrize("word", ["reported", "corroborated", "confirmed", "contested"])
def test_each_word_of_verification_is_in_use(site, word):
    assert word in text(site / "events/index.html")


def test_doubt_warnings_corrections_and_other_scripts_are_there(site):
    pages = {path.relative_to(site).as_posix(): text(path) for path in site.rglob("*.html")}
    assert sum("How sure this is" in page for page in pages.values())
    assert "Content warning" in pages[f"events/{SGBV}.html"]
    assert "US raid at Barisha" in pages["corrections/index.html"]
    assert 'lang="ar"' in pages["actors/islamic-state.html"]


def test_the_audit_finds_nothing_open_and_counts_what_is_declared():
    found = audit(REPOSITORY)
    assert [one.path for one in found if one.missing] == []
    copy = {"availability: an archived copy", "persistence: a digest of the archived copy"}
    declared = {Path(one.path).stem: {demand for demand, _ in one.declared} for one in found}
    assert declared.pop(SEED) == copy | {"identity: the report's own address"}
    assert [one for one, demands in declared.items() if not demands] == [EXCERPT, LATER]
    assert set.union(*declared.values()) == copy


def test_each_declared_gap_is_told_on_the_page(site):
    told = [path.stem for path in (site / "articles").glob("*.html") if "<dt>Missing</dt>" in text(path)]
    assert sorted(told) == sorted(
        Path(one.path).stem for one in audit(REPOSITORY) if one.declared and GONE not in one.path
    )
