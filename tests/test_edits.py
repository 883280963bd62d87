"""Other words in a text make its own page again and no other; whatever else an edit touches is planned anew, no more."""

import pytest

from sitegen import jobs

ARTICLE = "content/articles/2018-09-14-quiet.md"
PAGE = "articles/2018-09-14-quiet.html"


@pytest.fixture
def built(archive, run):
    run(archive)
    return archive


@pytest.fixture
def planned(monkeypatch):
    """What is planned from now on."""
    found = []
    real = jobs.Make._begun

    def done(self, job):
        found.append(job.key)
        return real(self, job)

    monkeypatch.setattr(jobs.Make, "_begun", done)
    return found


@pytest.fixture
def clean(run, tree, tmp_path):
    def build(root):
        run(root, output=tmp_path / "clean", cache=tmp_path / "clean-cache", trust_times=False)
        return tree(tmp_path / "clean")

    return build


def edit(root, path, old, new):
    file = root / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("path", "page", "old"),
    [
        (ARTICLE, PAGE, "Nothing happened."),
        ("content/events/2018-09-10-bridge.md", "events/2018-09-10-bridge.html", "The bridge fell."),
        ("content/actors/red-army.md", "actors/red-army.html", "It fights"),
        ("content/pages/about.md", "pages/about.html", "How this archive"),
    ],
)
def test_other_words_make_one_page_again(built, run, planned, path, page, old):
    edit(built, path, old, "Other *words*")
    report = run(built)
    assert [made.path for made in report.made] == [page, "manifest-sha256.txt"]
    assert planned == [page.removesuffix(".html")]
    assert "<em>words</em>" in (built / "output" / page).read_text()
    edit(built, path, "Other", "Still other")  # and once more, from what the last one left
    assert [made.path for made in run(built).made] == [page, "manifest-sha256.txt"]
    assert run(built).made == ()
    assert report.withheld


def test_what_it_leaves_is_a_clean_site(built, run, tree, clean):
    edit(built, ARTICLE, "Nothing happened.", "Something <b>did</b> & was seen.")
    edit(built, "content/actors/red-army.md", "It fights", "It fought")
    assert len(run(built).made) == 3
    assert tree(built / "output") == clean(built)
    edit(built, ARTICLE, "title: Quiet", "title: Loud")
    run(built)
    assert tree(built / "output") == clean(built)


def test_other_bytes_of_the_same_words_make_nothing(built, run):
    edit(built, ARTICLE, "Nothing happened.", "Nothing happened.\n\n")
    assert run(built).made == ()


def test_a_title_is_planned_anew_only_where_it_stands(built, run, planned):
    edit(built, ARTICLE, "title: Quiet", "title: Loud")
    run(built)
    assert "articles/2018-09-14-quiet" in planned
    assert {"events/2018-09-10-bridge", "pages/about", "sources/wire", "tags/crossing"}.isdisjoint(planned)


def test_a_template_makes_again_the_pages_that_use_it(built, run, planned, put):
    put(built, {"templates/pages/tag.html": "{{ view.record.title }}"})
    report = run(built)
    assert {made.path for made in report.made} == {"tags/crossing.html", "manifest-sha256.txt"}
    assert planned == ["tags/crossing"]


@pytest.mark.parametrize("lost", ["edition", "pack", "state"])
def test_without_what_was_kept_it_is_a_whole_build(built, run, tree, clean, lost):
    next((built / ".cache").glob(f"*/{lost}")).unlink()
    edit(built, ARTICLE, "Nothing happened.", "Something did.")
    report = run(built)
    assert {made.path for made in report.made} == {PAGE, "manifest-sha256.txt"}
    assert tree(built / "output") == clean(built)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ARTICLE, "title: Quiet", "title: Loud"),
        (ARTICLE, "Nothing happened.", "Nothing happened to [[red-army]]."),
        (ARTICLE, "Nothing happened.", ""),
        (ARTICLE, "Nothing happened.", "The army said that at least 15 guards were killed."),
        (ARTICLE, "places:", "redact: [happened]\nplaces:"),
        ("content/articles/2018-09-20-secret-plan.md", "whispered", "shouted"),
        ("content/site.yaml", "two reports", "three reports"),
        ("content/articles/2018-09-11-bridge-taken.md", "at least 15 guards were killed.\n", "16 died.\n"),
    ],
)
def test_more_than_words_is_made_everywhere(built, run, tree, clean, path, old, new):
    if path == "content/site.yaml":
        old = "Two reports"
    before = tree(built / "output")
    edit(built, path, old, new)
    if run(built).failed:
        assert tree(built / "output") == before
    else:
        assert tree(built / "output") == clean(built)


def test_output_that_was_spoilt_is_mended_with_it(built, run, tree, clean):
    (built / "output/feed.xml").write_text("spoilt")
    edit(built, ARTICLE, "Nothing happened.", "Something did.")
    run(built)
    assert tree(built / "output") == clean(built)


def test_a_new_template_and_new_words_at_once(built, run, tree, clean, put):
    put(built, {"templates/pages/page.html": '{% extends "!pages/page.html" %}\n{# mine #}\n'})
    edit(built, ARTICLE, "Nothing happened.", "Something did.")
    run(built)
    assert tree(built / "output") == clean(built)


def test_a_redacted_string_in_new_words_never_goes_out(built, run, tree, put):
    edit(built, ARTICLE, "title: Quiet", "redact: [zanzibar]\ntitle: Quiet")
    assert not run(built).failed
    edit(built, "content/articles/2018-09-11-bridge-taken.md", "It was quiet", "Zanzibar was quiet")
    before = tree(built / "output")
    report = run(built)
    assert [problem.code for problem in report.problems] == ["redaction-leak"]
    assert tree(built / "output") == before
