"""The starter archive: clean, honest about being invented, and never written over anything."""

import subprocess
from importlib.metadata import distribution

import pytest
from click.testing import CliRunner

from sitegen.build import Options, build
from sitegen.cli import cli
from sitegen.init import init, requirement, starter
from sitegen.model.problem import SitegenError
from sitegen.survey import check


def test_the_starter_is_clean_and_builds(tmp_path):
    init(tmp_path / "a")
    assert check(tmp_path / "a").problems == ()
    report = build(Options(root=tmp_path / "a", output=tmp_path / "a" / "output", workers=1))
    assert report.problems == ()
    assert report.withheld == ()
    pages = {path.relative_to(tmp_path / "a" / "output").as_posix() for path in (tmp_path / "a").rglob("*.html")}
    assert {"index.html", "404.html"} <= pages
    assert len(pages) > 12


def test_one_record_of_every_kind_is_shown():
    folders = {path.split("/")[1] for path in starter() if path.startswith("content/") and path.endswith(".md")}
    assert folders == {"articles", "events", "actors", "places", "sources", "tags", "pages"}


def test_two_accounts_differ_side_by_side():
    files = starter()
    article = files["content/articles/2001-02-04-landing-closed.md"].decode()
    event = files["content/events/2001-02-03-landing-flooded.md"].decode()
    assert "displaced: {min: 12}" in article
    assert "displaced: {min: 15, max: 20}" in event


@pytest.mark.parametrize("path", [path for path in starter() if path.startswith("content/") and path.endswith(".md")])
def test_nothing_can_be_mistaken_for_news(path):
    text = starter()[path].decode().casefold()
    assert "invented" in text or path in ("content/tags/flood.md", "content/pages/methodology.md")


def test_every_address_of_the_example_is_reserved_for_examples():
    urls = [
        line
        for data in starter().values()
        for line in data.decode().splitlines()
        if line.strip().startswith("url: http")
    ]
    assert len(urls) >= 4
    assert all("https://example.org/" in line for line in urls)


def test_dot_files_come_out_with_their_dots(tmp_path):
    written = init(tmp_path)
    assert {".gitignore", "output/.gitignore", "seeds/.gitkeep", ".github/workflows/pages.yml"} <= set(written)
    assert not [path for path in written if "dot-" in path]
    assert all((tmp_path / path).is_file() for path in written)


def test_the_output_is_kept_in_git_as_an_empty_folder(tmp_path):
    init(tmp_path)
    build(Options(root=tmp_path, output=tmp_path / "output", workers=1))
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.split()
    assert [path for path in listed if path.startswith(("output/", ".cache/"))] == ["output/.gitignore"]


@pytest.mark.parametrize("title", ["Plain", 'Quotes " and \\ and #1: a', "أرشيف شرق سوريا", "no", r"\1 \g<0>"])
def test_title_and_address_stand_in_the_settings(tmp_path, title):
    from sitegen.load.site import parse_site

    init(tmp_path / "a", title=title, url="https://example.net/here")
    site = parse_site((tmp_path / "a" / "content/site.yaml").read_bytes()).site
    assert (site.title, site.url) == (title, "https://example.net/here/")


def test_a_bad_address_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(SitegenError, match="no address of a site") as caught:
        init(tmp_path / "a", url="ftp://example.org/")
    assert "https://" in caught.value.hint
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("held", ["README.md", "content/site.yaml", ".env"])
def test_a_folder_that_holds_something_is_refused(tmp_path, held):
    (tmp_path / held).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / held).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SitegenError, match=held.split("/")[0]) as caught:
        init(tmp_path)
    assert caught.value.hint
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / held).read_text() == "mine"


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "a").write_text("mine")
    with pytest.raises(SitegenError):
        init(tmp_path / "a")
    assert (tmp_path / "a").read_text() == "mine"


def test_a_fresh_repository_is_empty_enough(tmp_path):
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    init(tmp_path)
    assert (tmp_path / "content/site.yaml").is_file()


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (None, "sitegen==" + distribution("sitegen").version),
        (
            '{"url": "https://example.org/s.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}',
            "sitegen @ git+https://example.org/s.git@abc123",
        ),
        ('{"url": "file:///somewhere", "dir_info": {}}', ""),
    ],
)
def test_the_workflow_gets_the_same_sitegen_again(monkeypatch, origin, wanted):
    monkeypatch.setattr(
        type(distribution("sitegen")),
        "read_text",
        lambda _, name: origin if name == "direct_url.json" else "Version: " + "0.1.0",
    )
    lines = [line for line in requirement().splitlines() if not line.startswith("#")]
    assert lines == ([wanted] if wanted else [])


def test_the_command(tmp_path):
    result = CliRunner().invoke(cli, ["init", str(tmp_path / "a"), "--title", "T"])
    assert result.exit_code == 0
    assert "content/site.yaml" in result.output
    assert 'title: "T"' in (tmp_path / "a/content/site.yaml").read_text()
