"""The object that `--dry-run --json` prints, key by key: other programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from importer_archive import MATCHING

from sitegen.importer import Copies, json_line, outcomes, read, seed_files, standing_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Army takes the town of Hajin

By Lina Haddad
11 September 2018

At least 15 fighters of the SDF were killed in Hajin on Monday, the Syrian Observatory said.
The town fell after three weeks of fighting in which most of its houses were destroyed, residents said.

Share this with
Tags: Syria, ISIS
"""
ASKED = {
    "seed", "sha256", "status", "reason", "title", "date", "date_proposals", "language", "source", "body", "lines",
    "actors", "places", "tags", "claims", "flags", "duplicate_of",
}  # fmt: skip
MORE = {"date_origin", "direction", "media", "sources", "tag_words", "unknown_names"}
MENTION = {"id", "quote", "line", "start", "end"}


@pytest.fixture(scope="module")
def objects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT.replace("Army takes", "Troops take"))
    (folder / "c.txt").write_text(
        "Just a moment...\nChecking your browser before accessing the site.\nCloudflare Ray ID: 1"
    )
    documents = (document for path in seed_files([folder]) for document in read(path, path.name))
    found = outcomes(documents, MATCHING, standing_of(folder), Copies())
    lines = [json_line(outcome.made, outcome.copy.of if outcome.copy else None) for outcome in found]
    return {one["seed"]: one for one in map(json.loads, lines)}


def test_every_object_has_the_same_keys(objects: dict[str, dict[str, Any]]) -> None:
    assert [set(one) for one in objects.values()] == [ASKED | MORE] * 3


def test_article(objects: dict[str, dict[str, Any]]) -> None:
    one = objects["a.txt"]
    assert (one["status"], one["reason"], one["duplicate_of"]) == ("article", None, None)
    assert (one["title"], one["date"], one["language"]) == ("Army takes the town of Hajin", None, "en")
    assert one["date_proposals"][0] == {"date": "2018-09-11", "quote": "11 September 2018", "line": 4}
    assert set(one["source"]) == {"id", "name", "url", "author", "captures", "stated"}
    assert one["source"]["author"] == "Lina Haddad"
    assert all(set(flag) == {"code", "line", "message"} for flag in one["flags"])


def test_every_line_of_the_seed_is_there(objects: dict[str, dict[str, Any]]) -> None:
    lines = objects["a.txt"]["lines"]
    assert all(set(line) == {"line", "action", "rule", "text"} for line in lines)
    assert {line["line"]: line["text"] for line in lines} == dict(enumerate(TEXT.split("\n"), 1))
    actions = {line["line"]: line["action"] for line in lines}
    assert [actions[number] for number in (1, 3, 4, 6, 9, 10)] == [
        "title", "byline", "dateline", "keep", "remove", "tags",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["actors", "places"])
def test_mentions_are_where_they_say(objects: dict[str, dict[str, Any]], kind: str) -> None:
    mentions = objects["a.txt"][kind]
    assert mentions
    for one in mentions:
        assert set(one) == MENTION
        assert TEXT.split("\n")[one["line"] - 1][one["start"] : one["end"]] == one["quote"]


def test_claims_are_verbatim(objects: dict[str, dict[str, Any]]) -> None:
    (claim,) = objects["a.txt"]["claims"]
    assert {"quote", "line", "toll", "of", "by", "via"} <= set(claim)
    assert claim["toll"] == {"killed": {"min": 15, "best": None, "max": None}}
    assert claim["quote"] in TEXT.split("\n")[claim["line"] - 1]


def test_refused_and_copied_documents_say_so(objects: dict[str, dict[str, Any]]) -> None:
    assert objects["b.txt"]["duplicate_of"] == "a.txt"
    refused = objects["c.txt"]
    assert refused["status"] == "refused"
    assert set(refused["reason"]) == {"code", "message"}
    assert (refused["reason"]["code"], refused["body"], refused["claims"]) == ("challenge", "", [])
