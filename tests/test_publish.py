"""Publishing onto a branch of a local bare repository: what goes out, what never does, and what is refused."""

import os
import subprocess

import pytest
from click.testing import CliRunner

from sitegen import publish as publishing
from sitegen.cli import cli
from sitegen.engine.target import Made, open_target
from sitegen.init import init
from sitegen.model.problem import SitegenError
from sitegen.publish import Order, fit, publish

WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
}


@pytest.fixture(autouse=True)
def nobodys_git(monkeypatch, tmp_path):
    """Git without the settings of this machine, and without the repository that the tests may run in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in (WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def verified():
    """Asked for by a test that is to build twice and compare, as a curator's publish always does."""


@pytest.fixture(autouse=True)
def built_once(request, monkeypatch):
    """One build is enough where a test is not about the comparison: templates are compiled anew for each."""
    if "verified" not in request.fixturenames:
        monkeypatch.setattr(publishing, "differences", lambda _: ())


def git(folder, *words):
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def archive(tmp_path):
    root = tmp_path / "archive"
    init(root)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(root, "init", "-q", "-b", "main")
    git(root, "remote", "add", "origin", "../remote.git")
    commit(root, "begin")
    git(root, "push", "-q", "origin", "main")
    return root


def commit(root, message):
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def edit(root, path, old, new):
    file = root / path
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def listed(root, reference="gh-pages"):
    return git(root.parent / "remote.git", "ls-tree", "-r", "--name-only", reference).split("\n")


def test_the_site_alone_is_pushed_and_the_checkout_is_not_touched(archive, verified):
    before = (
        git(archive, "rev-parse", "HEAD"),
        git(archive, "status", "--porcelain"),
        (archive / ".git/index").read_bytes(),
    )
    done = publish(Order(root=archive))
    assert done.warnings == ()
    paths = listed(archive)
    assert {"index.html", "404.html", ".nojekyll", "robots.txt"} <= set(paths)
    assert [path for path in paths if path.startswith(".")] == [".nojekyll"]
    assert not [path for path in paths if path.startswith("content/")]
    assert len(paths) == done.files
    assert (
        git(archive, "rev-parse", "HEAD"),
        git(archive, "status", "--porcelain"),
        (archive / ".git/index").read_bytes(),
    ) == before
    assert list((archive / "output").iterdir()) == [archive / "output/.gitignore"]
    assert git(archive, "branch", "--list", "gh-pages") == ""


def test_the_bytes_on_the_branch_are_those_of_a_build_whatever_git_does_to_line_ends(archive, tmp_path):
    git(archive, "config", "core.autocrlf", "true")
    (archive / ".git/info").mkdir(exist_ok=True)
    (archive / ".git/info/attributes").write_text("* text eol=crlf\n")
    publish(Order(root=archive))
    assert CliRunner().invoke(cli, ["build", "--root", str(archive), "--output", str(tmp_path / "site")]).exit_code == 0
    page = subprocess.run(
        ["git", "-C", str(tmp_path / "remote.git"), "show", "gh-pages:index.html"], capture_output=True, check=True
    ).stdout
    assert page == (tmp_path / "site/index.html").read_bytes()


def test_the_commit_names_its_source(archive):
    done = publish(Order(root=archive))
    message = git(archive.parent / "remote.git", "log", "-1", "--format=%B", "gh-pages")
    assert git(archive, "rev-parse", "HEAD") in message
    assert done.commit == git(archive.parent / "remote.git", "rev-parse", "gh-pages")


def test_a_second_publish_stands_on_the_first_and_removes_what_is_gone(archive):
    first = publish(Order(root=archive))
    edit(archive, "content/articles/2001-02-04-landing-closed.md", "status: usable", "status: withheld")
    commit(archive, "withhold")
    second = publish(Order(root=archive))
    assert git(archive.parent / "remote.git", "log", "--format=%H", "gh-pages").split() == [second.commit, first.commit]
    assert any("landing-closed" in path for path in listed(archive, first.commit))
    assert not any("landing-closed" in path for path in listed(archive))


def test_nothing_new_is_no_commit(archive):
    first = publish(Order(root=archive))
    second = publish(Order(root=archive))
    assert second.unchanged
    assert second.commit == first.commit == git(archive.parent / "remote.git", "rev-parse", "gh-pages")


def test_without_history_one_commit_is_left(archive):
    publish(Order(root=archive))
    edit(archive, "content/site.yaml", "title: An archive", "title: Another archive")
    commit(archive, "rename")
    publish(Order(root=archive))
    done = publish(Order(root=archive, history=False))
    assert git(archive.parent / "remote.git", "log", "--format=%H", "gh-pages") == done.commit


def test_drafts_and_withheld_records_never_go_out(archive):
    edit(archive, "content/articles/2001-02-04-landing-closed.md", "status: usable", "status: draft")
    commit(archive, "draft")
    done = publish(Order(root=archive))
    assert [item.reason for item in done.report.withheld] == ["draft"]
    assert not any("landing-closed" in path for path in listed(archive))


def test_an_archive_with_errors_is_not_published(archive):
    edit(archive, "content/events/2001-02-03-landing-flooded.md", "places: [exampleton]", "places: [nowhere]")
    done = publish(Order(root=archive))
    assert done.report.failed
    assert git(archive.parent / "remote.git", "branch", "--list", "gh-pages") == ""


def test_a_dry_run_does_everything_but_commit(archive):
    objects = git(archive, "count-objects")
    done = publish(Order(root=archive, dry_run=True))
    assert done.files > 12
    assert done.commit == ""
    assert git(archive.parent / "remote.git", "branch", "--list", "gh-pages") == ""
    assert git(archive, "count-objects") == objects


def test_without_a_push_the_local_branch_holds_the_site_and_no_remote_is_asked(archive):
    git(archive, "remote", "remove", "origin")
    first = publish(Order(root=archive, push=False))
    assert git(archive, "rev-parse", "gh-pages") == first.commit
    edit(archive, "content/site.yaml", "title: An archive", "title: Another archive")
    commit(archive, "rename")
    second = publish(Order(root=archive, push=False))
    assert git(archive, "log", "--format=%H", "gh-pages").split() == [second.commit, first.commit]


def test_changes_that_are_not_committed_are_told(archive):
    edit(archive, "content/site.yaml", "title: An archive", "title: Another archive")
    done = publish(Order(root=archive))
    assert "not committed" in done.warnings[0]
    assert "not committed" in git(archive.parent / "remote.git", "log", "-1", "--format=%s", "gh-pages")


def test_the_branch_of_the_settings_is_taken_unless_another_is_named(archive):
    with (archive / "content/site.yaml").open("a") as file:
        file.write("publish: {branch: site}\n")
    commit(archive, "branch")
    assert publish(Order(root=archive)).branch == "site"
    assert publish(Order(root=archive, branch="other")).branch == "other"
    assert {"site", "other"} <= set(git(archive.parent / "remote.git", "branch", "--format=%(refname:short)").split())


def test_the_domain_is_written_and_its_loss_is_told(archive):
    with (archive / "content/site.yaml").open("a") as file:
        file.write("publish: {domain: archive.example.org}\n")
    commit(archive, "domain")
    assert publish(Order(root=archive)).warnings == ()
    assert git(archive.parent / "remote.git", "show", "gh-pages:CNAME") == "archive.example.org"
    edit(archive, "content/site.yaml", "domain: archive.example.org", "domain: other.example.org")
    commit(archive, "other domain")
    (warning,) = publish(Order(root=archive, dry_run=True)).warnings
    assert '"archive.example.org", which would become "other.example.org"' in warning
    edit(archive, "content/site.yaml", "publish: {domain: other.example.org}\n", "")
    commit(archive, "no domain")
    (warning,) = publish(Order(root=archive)).warnings
    assert "would be lost" in warning


def test_a_site_built_from_work_that_is_not_here_is_told(archive):
    edit(archive, "content/site.yaml", "title: An archive", "title: Another archive")
    commit(archive, "rename")
    publish(Order(root=archive))
    git(archive, "reset", "-q", "--hard", "HEAD~1")
    (warning,) = publish(Order(root=archive)).warnings
    assert "pull first" in warning


def refuse_outside_git(archive):
    import shutil

    shutil.rmtree(archive / ".git")
    return Order(root=archive)


def refuse_without_commit(archive):
    git(archive, "update-ref", "-d", "HEAD")
    return Order(root=archive)


def refuse_without_remote(archive):
    return Order(root=archive, remote="elsewhere")


def refuse_silent_remote(archive):
    (archive.parent / "remote.git").rename(archive.parent / "gone.git")
    return Order(root=archive)


def refuse_own_branch(archive):
    return Order(root=archive, branch="main")


def refuse_foreign_branch(archive):
    git(archive, "push", "-q", "origin", "main:gh-pages")
    return Order(root=archive)


def refuse_bad_name(archive):
    return Order(root=archive, branch="a..b")


def refuse_no_archive(archive):
    git(archive, "mv", "content/site.yaml", "content/elsewhere.yaml")
    return Order(root=archive)


@pytest.mark.parametrize(
    ("arrange", "says"),
    [
        (refuse_outside_git, "is in no git repository"),
        (refuse_without_commit, "nothing is committed yet"),
        (refuse_without_remote, 'no remote "elsewhere"'),
        (refuse_silent_remote, "does not answer"),
        (refuse_own_branch, '"main" is checked out'),
        (refuse_foreign_branch, "something else than a site"),
        (refuse_bad_name, "is no name of a branch"),
        (refuse_no_archive, "there is no archive here"),
    ],
)
def test_what_cannot_be_published_is_refused_with_a_hint(archive, arrange, says):
    order = arrange(archive)
    before = (
        git(archive.parent, "--git-dir", "remote.git", "for-each-ref")
        if (archive.parent / "remote.git").exists()
        else ""
    )
    with pytest.raises(SitegenError, match=says) as caught:
        publish(order)
    assert caught.value.hint
    if before:
        assert git(archive.parent, "--git-dir", "remote.git", "for-each-ref") == before


def test_without_git_it_says_so(archive, monkeypatch):
    monkeypatch.setenv("PATH", str(archive))
    with pytest.raises(SitegenError, match="no git on this machine"):
        publish(Order(root=archive))


def test_a_tip_that_moved_meanwhile_is_not_overwritten(archive, monkeypatch):
    publish(Order(root=archive))
    edit(archive, "content/site.yaml", "title: An archive", "title: Another archive")
    commit(archive, "rename")
    stale = git(archive.parent / "remote.git", "rev-parse", "gh-pages")
    moved = publish(Order(root=archive)).commit
    edit(archive, "content/site.yaml", "title: Another archive", "title: A third archive")
    commit(archive, "rename again")
    monkeypatch.setattr(publishing.Repository, "remote_tip", lambda *_: stale)
    for order in (Order(root=archive), Order(root=archive, history=False)):
        with pytest.raises(SitegenError) as caught:
            publish(order)
        assert "do it again" in caught.value.hint
    assert git(archive.parent / "remote.git", "rev-parse", "gh-pages") == moved


def made(folder, **files):
    """A folder as a build leaves it, with a manifest that names the files."""
    with open_target(folder, source=folder.parent / "source") as target:
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        target.put({}, {path: Made("k", "s") for path in files})


def test_what_a_host_would_not_take_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "MAX_FILE", 10)
    monkeypatch.setattr(publishing, "MAX_SITE", 15)
    cases = [
        ({"a": b"x" * 11}, "100 MiB"),
        ({"a": b"x" * 9, "b": b"x" * 9}, "1 GB at most"),
        ({".env": b"x"}, "hidden"),
        ({"d/.git/config": b"x"}, "hidden"),
    ]
    for number, (files, says) in enumerate(cases):
        made(tmp_path / str(number), **files)
        with pytest.raises(SitegenError, match=says):
            fit(tmp_path / str(number), "")
    made(tmp_path / "ok", **{".nojekyll": b"", "index.html": b"page"})
    assert fit(tmp_path / "ok", "").paths == (".nojekyll", "index.html")


def test_a_link_is_refused(tmp_path):
    made(tmp_path / "site", a=b"x")
    (tmp_path / "site/a").unlink()
    (tmp_path / "site/a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SitegenError, match="is a link"):
        fit(tmp_path / "site", "")


@pytest.mark.parametrize(
    ("held", "domain"),
    [(b"other.example.org\n", "archive.example.org"), (b"other.example.org\n", ""), (None, "archive.example.org")],
)
def test_a_domain_that_is_not_the_settings_is_refused(tmp_path, held, domain):
    made(tmp_path / "site", **({"CNAME": held} if held else {"index.html": b""}))
    with pytest.raises(SitegenError, match="CNAME"):
        fit(tmp_path / "site", domain)


def test_two_builds_that_differ_are_not_published(archive, monkeypatch):
    monkeypatch.setattr(publishing, "differences", lambda _: ("index.html: other bytes",))
    with pytest.raises(SitegenError, match=r"differ, in index\.html"):
        publish(Order(root=archive))
    assert git(archive.parent / "remote.git", "branch", "--list", "gh-pages") == ""


@pytest.mark.parametrize(
    ("words", "says", "code"),
    [
        (["--dry-run"], "would go to origin/gh-pages; nothing was committed", 0),
        (["--no-push"], "committed to gh-pages as ", 0),
        (["--no-history", "--branch", "site"], "pushed to origin/site as ", 0),
    ],
)
def test_the_command(archive, words, says, code):
    result = CliRunner().invoke(cli, ["publish", "--root", str(archive), *words])
    assert says in result.output
    assert result.exit_code == code


def test_the_command_says_what_is_wrong_and_ends_with_1(archive):
    edit(archive, "content/events/2001-02-03-landing-flooded.md", "places: [exampleton]", "places: [nowhere]")
    result = CliRunner().invoke(cli, ["publish", "--root", str(archive)])
    assert "unknown-reference" in result.output
    assert "nothing was published" in result.output
    assert result.exit_code == 1
