from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from importer_archive import MATCHING, REPORT

from sitegen.importer import Copies, Document, Matching, Outcome, outcomes, read, seed_files, standing_of, write
from sitegen.importer.slug import safe_name, slug_of

if TYPE_CHECKING:
    from pathlib import Path


def imported(root: Path, *paths: Path, update: bool = False, matching: Matching = MATCHING) -> list[Outcome]:
    documents: list[Document] = [one for path in seed_files(paths) for one in read(path, path.name)]
    found = list(outcomes(documents, matching, standing_of(root), Copies(), update=update))
    for outcome in found:
        write(root, outcome)
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text(REPORT)
    return tmp_path


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_import_writes_draft_and_sidecar(archive: Path) -> None:
    (outcome,) = imported(archive, archive / "seeds")
    assert outcome.status == "new"
    assert sorted(tree(archive)) == [
        "content/articles/undated-army-takes-the-town-of-hajin.md",
        "seeds/one.txt",
        "seeds/one.yaml",
    ]


def test_second_import_changes_nothing(archive: Path) -> None:
    imported(archive, archive / "seeds")
    before = tree(archive)
    assert [outcome.status for outcome in imported(archive, archive / "seeds")] == ["unchanged"]
    assert tree(archive) == before


def test_curated_article_is_never_overwritten_even_when_renamed(archive: Path) -> None:
    imported(archive, archive / "seeds")
    draft = archive / "content/articles/undated-army-takes-the-town-of-hajin.md"
    curated = draft.with_name("2018-09-11-hajin.md")
    draft.rename(curated)
    curated.write_text(curated.read_text().replace("status: draft", "status: usable"))
    before = tree(archive)
    for update in (False, True):
        assert [outcome.status for outcome in imported(archive, archive / "seeds", update=update)] == ["curated"]
        assert tree(archive) == before


def test_deleted_draft_is_not_made_again(archive: Path) -> None:
    imported(archive, archive / "seeds")
    (archive / "content/articles/undated-army-takes-the-town-of-hajin.md").unlink()
    assert [outcome.status for outcome in imported(archive, archive / "seeds")] == ["dismissed"]


def with_old_rules(archive: Path) -> Path:
    """Make the archive look as if older rules had written its draft."""
    imported(archive, archive / "seeds")
    path, sidecar = archive / "content/articles/undated-army-takes-the-town-of-hajin.md", archive / "seeds/one.yaml"
    record = yaml.safe_load(sidecar.read_text())
    old = path.read_text() + "\nShare this\n"
    record["import"]["draft"] = old
    path.write_text(old)
    sidecar.write_text(yaml.safe_dump(record))
    return path


def test_update_makes_an_untouched_draft_again(archive: Path) -> None:
    path = with_old_rules(archive)
    assert [outcome.status for outcome in imported(archive, archive / "seeds")] == ["unchanged"]
    assert [outcome.status for outcome in imported(archive, archive / "seeds", update=True)] == ["updated"]
    assert "Share this" not in path.read_text()
    assert [outcome.status for outcome in imported(archive, archive / "seeds", update=True)] == ["unchanged"]


def test_update_shows_three_ways_where_somebody_worked(archive: Path) -> None:
    path = with_old_rules(archive)
    path.write_text(path.read_text().replace("Troops took", "Soldiers took"))
    before = tree(archive)
    (outcome,) = imported(archive, archive / "seeds", update=True)
    assert outcome.status == "touched"
    assert "+++ yours" in outcome.difference
    assert "+Soldiers took" in outcome.difference
    assert "-Share this" in outcome.difference
    assert tree(archive) == before


def test_seed_from_outside_is_copied_byte_for_byte(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "Bericht über Hajin?.txt"
    raw = REPORT.replace("\n", "\r\n").encode() + b"\r\nMore."
    outside.write_bytes(raw)
    (outcome,) = imported(archive, outside)
    assert (archive / "seeds/Bericht-uber-Hajin.txt").read_bytes() == raw
    assert [one.path for one in outcome.writes] == [
        "seeds/Bericht-uber-Hajin.txt",
        "content/articles/undated-army-takes-the-town-of-hajin.md",
        "seeds/Bericht-uber-Hajin.yaml",
    ]


def test_two_seeds_never_want_one_file(archive: Path) -> None:
    (archive / "seeds" / "two.txt").write_text(REPORT.replace("flour", "bread"))
    first, second = imported(archive, archive / "seeds")
    assert first.article != second.article
    assert second.copy is not None
    assert second.copy.of == "one.txt"
    assert second.copy.share > 0.7
    assert "# flag copy" in (archive / str(second.article)).read_text()


def test_same_bytes_twice_make_one_draft(archive: Path) -> None:
    (archive / "seeds" / "two.txt").write_text(REPORT)
    assert [outcome.status for outcome in imported(archive, archive / "seeds")] == ["new", "duplicate"]


def test_row_of_a_table_gets_a_seed_of_its_own(archive: Path, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    body = REPORT.split("\n\n", 3)[3].replace("\n\n", " ").strip()
    table.write_text(f'headline,published,content\nOne,2018-09-11,"{body}"\n')
    (outcome,) = imported(archive, table)
    assert outcome.article == "content/articles/2018-09-11-one.md"
    before = tree(archive)
    assert "seeds/many-0001.jsonl" in before
    assert [o.status for o in imported(archive, table)] == ["unchanged"]
    assert {o.status for o in imported(archive, archive / "seeds")} == {"new", "unchanged"}


def test_curated_article_without_a_record_gets_one_and_hand_written_provenance_stays(archive: Path) -> None:
    imported(archive, archive / "seeds")
    (archive / "seeds/one.yaml").write_text(
        "# from a friend\nsha256: " + standing_digest(archive) + "\nretrieved_by: somebody\n"
    )
    (outcome,) = imported(archive, archive / "seeds")
    text = (archive / "seeds/one.yaml").read_text()
    assert outcome.status == "curated"
    assert text.startswith("# from a friend\n")
    assert yaml.safe_load(text)["import"]["article"] == outcome.article


def standing_digest(root: Path) -> str:
    return next(iter(standing_of(root).articles))


def test_fault_in_one_document_stops_no_other(archive: Path) -> None:
    (archive / "seeds" / "bad.txt").write_bytes(b"\x89PNG\x00\x00\x01" * 50)
    (archive / "seeds" / "odd.pdf").write_bytes(b"%PDF")
    (archive / "seeds" / "link.txt").symlink_to("/etc/hostname")
    found = {
        outcome.made.document.name: (outcome.status, outcome.made.refused.code if outcome.made.refused else "")
        for outcome in imported(archive, archive / "seeds")
    }
    assert found == {
        "bad.txt": ("refused", "binary"),
        "link.txt": ("refused", "unreadable"),
        "odd.pdf": ("refused", "unknown-format"),
        "one.txt": ("new", ""),
    }


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Army takes the town", "army-takes-the-town"),
        ("L’armée prend Alep : « c’est fini »", "larmee-prend-alep-cest-fini"),
        ("الجيش يدخل البلدة", "0123abcd"),
        ("CON", "con-0123abcd"),
        ("../../etc/passwd", "etc-passwd"),
        ("!!!", "0123abcd"),
        ("A " + "very " * 40, "a-very-very-very-very-very-very-very-very-very-very-very"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_of(title, "0123abcd" * 8) == slug


@given(st.text(max_size=400))
def test_names_are_safe_whatever_comes_in(text: str) -> None:
    for name in (slug_of(text, "0123abcd" * 8), safe_name(text, "0123abcd" * 8)):
        assert name.isascii()
        assert name
        assert len(name) <= 120
        assert "/" not in name
        assert not name.startswith((".", "-"))
        assert name.split(".")[0].upper() not in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT1")


def test_what_stands_is_read_when_a_document_asks_for_it(archive: Path) -> None:
    imported(archive, archive / "seeds")
    standing = standing_of(archive)
    read_text, asked = standing.text, []

    def text(path: str) -> str:
        asked.append(path)
        return read_text(path)

    standing.text = text
    other = archive / "seeds" / "other.txt"
    other.write_text("Army leaves the town of Hajin\n\n" + "The army left the town on Sunday, residents said. " * 3)
    found = list(outcomes(read(other, other.name), MATCHING, standing, Copies()))
    assert ([one.status for one in found], asked) == (["new"], [])
    found = list(outcomes(read(archive / "seeds" / "one.txt", "one.txt"), MATCHING, standing, Copies()))
    assert ([one.status for one in found], len(asked)) == (["unchanged"], 2)
