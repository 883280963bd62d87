"""After every kind of edit the output is, byte for byte, what a clean build gives."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
from typing import TYPE_CHECKING

import pytest

from sitegen.build import Options, build
from sitegen.engine.guard import MANIFEST
from sitegen.verify import differences

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "content/articles/2018-09-11-bridge-taken.md"
DRAFT = "content/articles/2018-09-20-secret-plan.md"
ACTOR = "content/actors/red-army.md"
EVENT = "content/events/2018-09-10-bridge.md"
SITE = "content/site.yaml"


class Edits:
    """An archive that is built, edited and built again."""

    def __init__(self, root: Path, run, tree) -> None:
        self.root, self.run, self._tree = root, run, tree
        self.asked: dict[str, object] = {}

    def change(self, path: str, *pairs: tuple[str, str]) -> None:
        text = (self.root / path).read_text()
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.root / path).write_text(text)

    def build(self):
        report = self.run(self.root, **self.asked)
        assert not report.failed, report.problems
        return report

    def made(self) -> set[str]:
        """The paths that a build makes again, after which the output equals a clean one."""
        report = self.build()
        self.assert_clean()
        return {made.path for made in report.made}

    def assert_clean(self) -> None:
        clean = self.root.parent / "clean"
        options = Options(root=self.root, output=clean / "site", cache=clean / "cache", workers=1, **self.asked)
        report = build(options)
        assert not report.failed
        assert self.tree() == self._tree(clean / "site")
        manifest = json.loads((self.root / "output" / MANIFEST).read_text())
        assert manifest == json.loads((clean / "site" / MANIFEST).read_text())
        for path in sorted(clean.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

    def tree(self) -> dict[str, bytes]:
        return self._tree(self.root / "output")


@pytest.fixture
def edits(archive, run, tree) -> Edits:
    found = Edits(archive, run, tree)
    found.build()
    return found


def test_nothing_edited_makes_nothing(edits):
    before = {path: path.stat().st_mtime_ns for path in (edits.root / "output").rglob("*.html")}
    for _ in range(3):
        assert edits.made() == set()
    assert {path: path.stat().st_mtime_ns for path in (edits.root / "output").rglob("*.html")} == before


def test_a_file_that_is_only_touched_makes_nothing(edits):
    os.utime(edits.root / ARTICLE)
    assert edits.made() == set()


def test_a_body_makes_its_own_page_and_no_list(edits):
    edits.change(ARTICLE, ("It was quiet", "It was very quiet"))
    assert edits.made() == {"articles/2018-09-11-bridge-taken.html", "manifest-sha256.txt"}


def test_a_title_makes_the_lists_that_show_it(edits):
    edits.change(ARTICLE, ("title: Bridge taken", "title: Bridge lost"))
    made = edits.made()
    assert {"articles/index.html", "index.html", "feed.xml", "actors/red-army.html", "tags/crossing.html"} <= made
    assert "articles/2018-09-14-quiet.html" in made  # it names the one before it
    assert "pages/about.html" not in made
    assert not [path for path, data in edits.tree().items() if b"Bridge taken" in data]


def test_a_date(edits):
    edits.change(ARTICLE, ("date: 2018-09-11", "date: 2018-10-11"))
    (edits.root / ARTICLE).rename(edits.root / ARTICLE.replace("2018-09-11", "2018-10-11"))
    made = edits.made()
    assert {"timeline/2018-10.html", "timeline/2018.html", "articles/2018-10-11-bridge-taken.html"} <= made
    assert "articles/2018-09-11-bridge-taken.html" not in edits.tree()


def test_a_tag_added(edits, put):
    put(edits.root, {"content/tags/river.md": "---\ntitle: River\n---\n"})
    edits.change(ARTICLE, ("tags: [crossing]", "tags: [crossing, river]"))
    assert {"tags/river.html", "tags/index.html", "articles/2018-09-11-bridge-taken.html"} <= edits.made()


def test_an_actor_s_title(edits):
    edits.change(ACTOR, ("title: Red Army", "title: Scarlet Army"))
    assert {"actors/blue-guard.html", "articles/2018-09-11-bridge-taken.html", "index.html"} <= edits.made()
    assert not [path for path, data in edits.tree().items() if b">Red Army<" in data]


def test_an_actor_s_id(edits):
    (edits.root / ACTOR).rename(edits.root / "content/actors/scarlet-army.md")
    for path in (ARTICLE, EVENT, "content/articles/2018-09-14-quiet.md"):
        edits.change(path, ("red-army", "scarlet-army"))
    assert "actors/scarlet-army.html" in edits.made()
    assert not [path for path, data in edits.tree().items() if b"red-army" in data or "red-army" in path]


def test_a_file_removed_and_added_again(edits, put):
    text = (edits.root / "content/articles/2018-09-14-quiet.md").read_text()
    before = edits.tree()
    put(edits.root, {"content/articles/2018-09-14-quiet.md": None})
    edits.made()
    assert not [path for path, data in edits.tree().items() if b"Quiet on the river" in data]
    assert "articles/2018-09-14-quiet.html" not in edits.tree()
    put(edits.root, {"content/articles/2018-09-14-quiet.md": text})
    edits.made()
    assert edits.tree() == before


def test_a_template_of_the_site_s_own_added_edited_and_removed(edits, put):
    before = edits.tree()
    put(edits.root, {"templates/pages/tags.html": "<!doctype html><title>mine</title>\n{{ view.rows | length }}\n"})
    assert edits.made() == {"tags/index.html", "manifest-sha256.txt"}
    put(edits.root, {"templates/pages/tags.html": "{% include 'own/part.html' %}", "templates/own/part.html": "one"})
    edits.made()
    assert edits.tree()["tags/index.html"] == b"one"
    put(edits.root, {"templates/own/part.html": "two"})
    assert edits.made() == {"tags/index.html", "manifest-sha256.txt"}
    put(edits.root, {"templates/pages/tags.html": "{% include ['own/' ~ view.folder ~ '.html', 'own/part.html'] %}"})
    edits.made()
    put(edits.root, {"templates/own/tags.html": "three"})
    edits.made()
    assert edits.tree()["tags/index.html"] == b"three"
    put(
        edits.root,
        dict.fromkeys(("templates/pages/tags.html", "templates/own/part.html", "templates/own/tags.html")),
    )
    edits.made()
    assert edits.tree() == before


def test_a_template_that_shadows_and_extends_the_packaged_one(edits, put):
    put(edits.root, {"templates/base.html": "{% extends '!base.html' %}"})
    edits.made()
    put(edits.root, {"templates/base.html": "{% extends '!base.html' %}{# other #}"})
    assert len(edits.made()) > 20


def test_an_asset_of_the_site_s_own(edits, put):
    put(edits.root, {"templates/assets/style.css": "body { color: black }"})
    made = edits.made()
    assert len([path for path in made if path.startswith("assets/style.")]) == 1
    assert "index.html" in made
    assert len([path for path in edits.tree() if path.startswith("assets/style.")]) == 1


def test_settings(edits):
    edits.change(SITE, ("title: Small Archive", "title: Smaller Archive"))
    assert {"index.html", "feed.xml", "pages/about.html"} <= edits.made()
    assert not [path for path, data in edits.tree().items() if b"Small Archive" in data]


def test_another_base_url_and_back(edits):
    before = edits.tree()
    edits.asked["base_url"] = "https://other.example/"
    edits.made()
    assert b"https://other.example/sitemap.xml" in edits.tree()["robots.txt"]
    assert not [path for path, data in edits.tree().items() if b"example.org" in data]
    edits.asked.clear()
    edits.made()
    assert edits.tree() == before


def test_drafts_shown_and_hidden_again(edits):
    before = edits.tree()
    edits.asked["drafts"] = True
    edits.made()
    assert "articles/2018-09-20-secret-plan.html" in edits.tree()
    edits.asked.clear()
    edits.made()
    assert edits.tree() == before


def test_what_is_withheld_leaves_no_trace_even_where_it_was_public(edits):
    words = (b"zanzibar", b"Unchecked rumour", b"secret-plan")

    def traces() -> list[str]:
        hidden = {path.name: path.read_bytes() for path in (edits.root / "output").glob(".*") if path.is_file()}
        return [
            path
            for path, data in {**edits.tree(), **hidden}.items()
            if any(word in data or word.decode() in path for word in words)
        ]

    assert traces() == []
    edits.change(DRAFT, ("status: draft\n", ""))
    edits.change("content/pages/about.md", ("How this", "See [[2018-09-20-secret-plan]]. How this"))
    edits.made()
    assert len(traces()) > 3
    edits.change(DRAFT, ("source: gazette", "source: gazette\nstatus: withheld"))
    edits.made()
    assert traces() == []


def test_an_embargo_ends_with_the_day(edits):
    edits.change(DRAFT, ("status: draft", "embargo: 2020-01-02"))
    edits.asked["now"] = dt.date(2020, 1, 1)
    edits.made()
    assert "articles/2018-09-20-secret-plan.html" not in edits.tree()
    edits.asked["now"] = dt.date(2020, 1, 2)
    assert "articles/2018-09-20-secret-plan.html" in edits.made()


def test_an_embargo_ends_with_a_commit_that_changes_no_content(edits):
    def commit(day: str) -> None:
        who = "-c user.name=N -c user.email=n@example.org"
        os.system(f"cd {edits.root} && GIT_COMMITTER_DATE={day}T12:00:00Z git {who} commit -q --allow-empty -m x")

    os.system(f"git init -q {edits.root}")
    edits.change(DRAFT, ("status: draft", "embargo: 2020-01-02"))
    commit("2020-01-01")
    edits.made()
    assert "articles/2018-09-20-secret-plan.html" not in edits.tree()
    assert edits.made() == set()
    commit("2020-01-03")
    assert "articles/2018-09-20-secret-plan.html" in edits.made()


@pytest.mark.parametrize("path", ["index.html", "articles/2018-09-11-bridge-taken.html", "feed.xml", ".nojekyll"])
def test_an_output_deleted_by_hand(edits, path):
    before = edits.tree()
    (edits.root / "output" / path).unlink()
    assert edits.made() == {path}
    assert edits.tree() == before


@pytest.mark.parametrize("keep_times", [False, True])
@pytest.mark.parametrize("path", ["index.html", "sitemap.xml", "manifest-sha256.txt"])
def test_an_output_altered_by_hand(edits, path, keep_times):
    before = edits.tree()
    file = edits.root / "output" / path
    status = file.stat()
    file.write_bytes(file.read_bytes().swapcase())
    if keep_times:
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert edits.made() == {path}
    assert edits.tree() == before


def test_the_whole_output_deleted(edits):
    before = edits.tree()
    for path in sorted((edits.root / "output").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    edits.made()
    assert edits.tree() == before


@pytest.mark.parametrize("what", ["pack", ""])
@pytest.mark.parametrize("harm", ["gone", "cut", "flipped", "other version", "empty"])
def test_a_damaged_cache_changes_nothing(edits, what, harm):
    for _ in range(2):
        edits.build()
    before = edits.tree()
    for file in [
        path for path in (edits.root / ".cache").rglob("*") if path.is_file() and (not what or path.name == what)
    ]:
        data = file.read_bytes()
        match harm:
            case "gone":
                file.unlink()
            case "cut":
                file.write_bytes(data[: len(data) // 2])
            case "flipped":
                file.write_bytes(bytes(byte ^ 8 if at % 97 == 60 else byte for at, byte in enumerate(data)))
            case "other version":
                file.write_bytes(b"sitegen something 9\n" + data[20:])
            case "empty":
                file.write_bytes(b"")
    edits.change(ARTICLE, ("It was quiet", "It was loud"))
    edits.made()
    edits.change(ARTICLE, ("It was loud", "It was quiet"))
    edits.change("content/site.yaml", ("publisher: The Keepers", "publisher: The  Keepers"))
    edits.change("content/site.yaml", ("publisher: The  Keepers", "publisher: The Keepers"))
    edits.made()
    assert edits.tree() == before


@pytest.mark.parametrize("seed", range(5))
def test_bits_that_flip_in_the_cache_change_nothing(edits, seed):
    chance = random.Random(seed)
    (pack,) = (edits.root / ".cache").rglob("pack")
    data = bytearray(pack.read_bytes())
    for _ in range(3):
        data[chance.randrange(16, len(data))] ^= 1 << chance.randrange(8)
    pack.write_bytes(data)
    edits.change("content/pages/about.md", ("title: About", f"title: About {seed}"))
    edits.change(ARTICLE, ("title: Bridge taken", "title: Bridge lost"))
    for path in ("index.html", "articles/2018-09-14-quiet.html"):
        (edits.root / "output" / path).unlink()
    edits.made()


def test_a_manifest_whose_build_was_cut_off_is_completed(edits):
    before = edits.tree()
    manifest = edits.root / "output" / MANIFEST
    found = json.loads(manifest.read_text())
    for path in ("index.html", "articles/2018-09-14-quiet.html", "feed.xml"):
        found["files"][path] = ["", ""]
    found["files"]["gone/long-ago.html"] = ["", ""]
    manifest.write_text(json.dumps(found))
    assert edits.made() == {"index.html", "articles/2018-09-14-quiet.html", "feed.xml"}
    assert edits.tree() == before


def test_a_file_and_a_folder_change_places(edits, put):
    edits.change(ARTICLE, ("aliases: [/old/bridge/]", "aliases: [/old/bridge.html/x/]"))
    edits.made()
    edits.change(ARTICLE, ("aliases: [/old/bridge.html/x/]", "aliases: [/old/bridge.html]"))
    edits.made()
    edits.change(ARTICLE, ("aliases: [/old/bridge.html]", "aliases: [/old/bridge.html/x/]"))
    edits.made()


def random_edit(chance: random.Random, root: Path, literal: dict[str, str]) -> str:
    """One of the edits that curators make, or that happen to them."""
    path = chance.choice(sorted(literal))
    file = root / path
    present = file.exists()
    match chance.randrange(8):
        case 0 if present and path.endswith(".md"):
            file.write_text(file.read_text() + f"\nMore {chance.random()}.\n")
        case 1 if present and "title: " in file.read_text():
            file.write_text(file.read_text().replace("title: ", f"title: N{chance.randrange(9)} ", 1))
        case 2 if present and "articles" in path:
            file.unlink()
        case 3:
            file.write_text(literal[path])
        case 4 if present and path.startswith("content/articles"):
            file.write_text(
                file.read_text().replace("---\n", f"---\nstatus: {chance.choice(['draft', 'withheld', 'usable'])}\n", 1)
            ) if "status:" not in file.read_text() else None
        case 5:
            out = chance.choice(sorted(path for path in (root / "output").rglob("*.html") if "stage" not in str(path)))
            out.unlink() if chance.random() < 0.5 else out.write_text("altered")
        case 6:
            (root / "templates/pages").mkdir(parents=True, exist_ok=True)
            (root / "templates/pages/about.html").write_text(str(chance.random()))
            (root / "templates/pages/tag.html").write_text("{{ view.frame.title }}" + str(chance.randrange(3)))
        case 7:
            (root / "content/tags" / f"t{chance.randrange(4)}.md").write_text(
                f"---\ntitle: T{chance.randrange(99)}\n---\n"
            )
        case _:
            return "nothing"
    return path


@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_edits_ends_where_a_clean_build_does(edits, literal, seed):
    chance = random.Random(seed)
    done = []
    for step in range(14):
        done.append(random_edit(chance, edits.root, literal))
        report = edits.run(edits.root, workers=1)
        if step % 4 == 3 and not report.failed:
            edits.assert_clean()
    for path in done:
        if path in literal:
            (edits.root / path).write_text(literal[path])
    assert edits.build() is not None
    edits.assert_clean()


def test_verify_sees_what_is_not_as_it_should_be(edits):
    options = Options(root=edits.root, output=edits.root / "output", workers=1, trust_times=False)
    assert differences(options) == ()
    (edits.root / "output/index.html").write_text("altered")
    (edits.root / "output/feed.xml").unlink()
    assert differences(options) == ("feed.xml: other bytes", "index.html: other bytes")
    build(options)
    assert differences(options) == ()


def test_a_second_file_of_one_id_is_noticed_after_a_build(archive, run, put):
    run(archive)
    text = (archive / "content/articles/2018-09-14-quiet.md").read_text()
    put(archive, {"content/articles/2018/2018-09-14-quiet.md": text})
    assert "same-id" in {problem.code for problem in run(archive).problems}
