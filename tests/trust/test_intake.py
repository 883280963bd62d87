"""`sitegen import` as a curator gives it: seeds, tables and lists, into an archive that checks clean afterwards."""

import json
import subprocess
import sys

import pytest

SEED = """Fighting at the ford

By Jane Doe, 11 September 2018

Advertisement

Men of North attacked South at The Ford on Monday.

The Monitor said that at least 21 fighters of South were killed in the attack, which went on until the evening.

Share this article
"""
GED = (
    "id,year,type_of_violence,side_a,side_b,source_headline,where_prec,where_coordinates,latitude,longitude,date_prec,"
    "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n"
    "77,2018,1,North,South,Many dead,1,The Ford,35.1,40.2,1,2018-09-10,2018-09-10,3,4,0,0,7,9,5\n"
)
LIST = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": "A report",
        "container-title": "The Paper",
        "URL": "https://paper.example/9",
        "issued": {"date-parts": [[2018, 9, 12]]},
    }
]


def sitegen(small, *words):
    command = [sys.executable, "-m", "sitegen", *words]
    return subprocess.run(command, cwd=small.root, capture_output=True, text=True, check=False)


@pytest.fixture
def seeded(small):
    small.write("seeds/ford.txt", SEED)
    return small


def drafts(small):
    return sorted(path.name for path in (small.root / "content/articles").glob("*ford*.md"))


def test_a_seed_becomes_a_draft_and_a_sidecar_and_the_archive_checks_clean(seeded):
    done = sitegen(seeded, "import", "seeds/")
    assert done.returncode == 0, done.stderr
    (name,) = drafts(seeded)
    text = (seeded.root / "content/articles" / name).read_text("utf-8")
    assert "status: draft" in text
    assert "at least 21 fighters of South were killed" in text
    assert "Advertisement" not in text.partition("\n---\n")[2]
    assert (seeded.root / "seeds/ford.yaml").is_file()
    assert sitegen(seeded, "check").returncode == 0


def test_a_second_import_changes_nothing(seeded):
    sitegen(seeded, "import", "seeds/")
    before = {
        path: path.read_bytes() for path in seeded.root.rglob("*") if path.is_file() and ".cache" not in path.parts
    }
    done = sitegen(seeded, "import", "seeds/")
    assert "unchanged" in done.stdout + done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_what_a_curator_wrote_is_never_overwritten(seeded):
    sitegen(seeded, "import", "seeds/")
    path = seeded.root / "content/articles" / drafts(seeded)[0]
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: draft\nsummary: Mine."), "utf-8")
    mine = path.read_bytes()
    for words in (("import", "seeds/"), ("import", "--update", "seeds/")):
        assert sitegen(seeded, *words).returncode == 0
        assert path.read_bytes() == mine


def test_a_dry_run_writes_nothing_and_says_all_of_it_as_json(seeded):
    done = sitegen(seeded, "import", "--dry-run", "--json", "seeds/")
    (line,) = done.stdout.splitlines()
    said = json.loads(line)
    assert said["status"] == "article"
    assert [one["id"] for one in said["actors"]][:2] == ["north", "south"]
    assert said["claims"][0]["toll"]["killed"] == {"min": 21, "best": None, "max": None}
    assert drafts(seeded) == []
    assert not (seeded.root / "seeds/ford.yaml").exists()


def test_explain_shows_every_line_with_its_rule(seeded):
    said = sitegen(seeded, "import", "--dry-run", "--explain", "seeds/").stdout
    for words in ("title", "byline", "remove", "Share this article"):
        assert words in said


def test_a_table_of_events_comes_with_its_ids_its_bounds_and_its_credit(small):
    small.write("ged.csv", GED)
    done = sitegen(small, "import", "--ucdp", "ged.csv")
    assert done.returncode == 0, done.stderr
    (event,) = (small.root / "content/events").glob("*ucdp*.md")
    text = event.read_text("utf-8")
    for words in ('ids: {ucdp: "77"}', "status: draft", "min: 5, best: 7, max: 9", "CC BY 4.0"):
        assert words in text
    assert (small.root / "content/sources/ucdp.md").is_file()
    assert sitegen(small, "check", "--strict").returncode == 0
    assert "0  records" in sitegen(small, "import", "--ucdp", "ged.csv").stderr


def test_a_reading_list_becomes_articles_without_text(small):
    small.write("list.json", json.dumps(LIST))
    assert sitegen(small, "import", "--zotero", "list.json").returncode == 0
    (article,) = (small.root / "content/articles").glob("*a-report*.md")
    assert "publish: metadata" in article.read_text("utf-8")
    assert sitegen(small, "check", "--strict").returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", "nowhere.txt"),
        ("import", "--json", "seeds/"),
        ("import", "--column", "x", "seeds/"),
        ("import", "--ucdp", "nowhere.csv"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(seeded, words):
    done = sitegen(seeded, *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_refusal_is_told_with_its_reason(small):
    small.write("seeds/wall.txt", "Just a moment...\n\nChecking your browser before accessing the site.\n")
    done = sitegen(small, "import", "seeds/", "--dry-run")
    assert "refused: wall.txt (challenge: This is a page" in done.stdout
    assert "1  refused: challenge" in done.stderr


def test_a_source_without_a_record_is_told_and_goes_on(seeded):
    done = sitegen(seeded, "import", "seeds/", "--source", "no-such-paper", "--dry-run")
    assert done.returncode == 0
    assert 'warning: no source "no-such-paper" in the archive' in done.stderr


def test_a_language_that_is_no_tag_is_a_fault_of_usage(seeded):
    done = sitegen(seeded, "import", "seeds/", "--language", "English!", "--dry-run")
    assert done.returncode == 2
    assert "is no language tag" in done.stderr
