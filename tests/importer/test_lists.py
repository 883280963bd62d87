"""UCDP events and reading lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml
from importer_archive import MATCHING

from sitegen.importer import Write, reading_list, references_of, ucdp_events, write_files

if TYPE_CHECKING:
    from pathlib import Path

GED = """id,type_of_violence,side_a,side_b,source_headline,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,best,high,low
241001,1,SDF,IS,"Fighting near [Hajin]",2,Hajin town,Deir ez-Zor province,34.69,40.83,Syria,1,2018-09-10 00:00:00.000,2018-09-10 00:00:00.000,3,15,0,18,25,15
241002,3,IS,Civilians,,4,Unknown,As Suwayda,32.7,36.6,Syria,2,2018-07-25,2018-07-27,0,0,221,221,255,210
,1,x,y,,1,,,,,,,,,,,,,,
"""


def head(text: str) -> dict[str, object]:
    return yaml.safe_load(text.split("---\n")[1])


def test_events_keep_ids_precision_and_bounds(tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_text(GED)
    first, second, broken = ucdp_events(tmp_path / "ged.csv", MATCHING, frozenset())
    assert first.path == "content/events/2018-09-10-hajin-town-ucdp-241001.md"
    record = head(first.text)
    assert record["ids"] == {"ucdp": "241001"}
    assert (record["kind"], record["places"], record["location"], record["status"]) == (
        "battle",
        ["hajin"],
        {"precision": "near"},
        "draft",
    )
    assert record["actors"] == [{"actor": "sdf", "role": "party"}, {"actor": "islamic-state", "role": "party"}]
    assert [(claim["of"], claim["toll"]) for claim in record["claims"]] == [
        ("unknown", {"killed": {"min": 15, "best": 18, "max": 25}}),
        ("sdf", {"killed": {"best": 3}}),
        ("islamic-state", {"killed": {"best": 15}}),
    ]
    assert "Fighting near \\[Hajin\\]" in first.text
    assert "CC BY 4.0" in first.text
    assert "date: 2018-07-25/2018-07-27" in second.text
    assert head(second.text)["location"] == {"precision": "province"}
    assert broken.refused is not None


def test_events_that_are_there_are_not_made_again(tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_text(GED)
    made = [one for one in ucdp_events(tmp_path / "ged.csv", MATCHING, frozenset()) if not one.refused]
    write_files(tmp_path, [Write(one.path, one.text.encode()) for one in made])
    assert [
        one.path for one in ucdp_events(tmp_path / "ged.csv", MATCHING, references_of(tmp_path)) if not one.refused
    ] == []


ITEMS = [
    {
        "title": "The siege: a <i>report</i>",
        "URL": "https://example.org/a",
        "container-title": "Reuters",
        "issued": {"date-parts": [[2018, 9, 11]]},
        "author": [{"given": "Anna", "family": "Example"}, {"literal": "Staff"}],
        "language": "en",
    },
    {"title": "A year", "issued": {"date-parts": [["2017"]]}, "URL": "javascript:alert(1)"},
    {"issued": 5},
    {"title": "The siege: a <i>report</i>", "URL": "https://example.org/a"},
]


def test_reading_list_becomes_articles_of_metadata_only(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps(ITEMS))
    first, second, broken = reading_list(tmp_path / "list.json", MATCHING, frozenset())
    assert head(first.text) == {
        "title": "The siege: a <i>report</i>",
        "date": head(first.text)["date"],
        "source": "reuters",
        "url": "https://example.org/a",
        "author": "Anna Example, Staff",
        "language": "en",
        "rights": {"publish": "metadata"},
        "status": "draft",
    }
    assert str(head(first.text)["date"]) == "2018-09-11"
    assert second.path == "content/articles/2017-a-year.md"
    assert "javascript" not in second.text
    assert broken.refused is not None


def test_reading_list_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps(ITEMS))
    made = [one for one in reading_list(tmp_path / "list.json", MATCHING, frozenset()) if not one.refused]
    write_files(tmp_path, [Write(one.path, one.text.encode()) for one in made])
    assert [
        one.path for one in reading_list(tmp_path / "list.json", MATCHING, references_of(tmp_path)) if not one.refused
    ] == []


def test_broken_lists_are_refused(tmp_path: Path) -> None:
    for raw in (b"", b"{}", b"[" * 100_000, b"\xff"):
        (tmp_path / "list.json").write_bytes(raw)
        (only,) = reading_list(tmp_path / "list.json", MATCHING, frozenset())
        assert only.refused is not None
