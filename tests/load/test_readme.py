"""The list of keys for curators is that of the readers."""

import re
from pathlib import Path

import pytest

import sitegen
from sitegen.load.records import parse
from sitegen.model import records

README = (Path(sitegen.__file__).parent / "load" / "README.md").read_text("utf-8")
SECTIONS = dict(part.split("\n", 1) for part in README.split("\n## ")[1:])


def words(section: str) -> set[str]:
    """The words in code in what a section says."""
    return {
        word for code in re.findall(r"`([^`\n]+)`", SECTIONS[section]) for word in re.findall(r"[a-z0-9_\-]+", code)
    }


def known(path: str, lines: str) -> set[str]:
    """The keys that a reader knows, as its hint about one that nobody knows lists them."""
    problems = parse(path, f"---\n{lines}\n---\n".encode()).problems
    (hint,) = [fault.hint for fault in problems if fault.code == "unknown-key"]
    return set(hint.removeprefix("known here: ").split(", "))


@pytest.mark.parametrize("folder", [folder for folder, _ in records.FOLDERS])
def test_every_key_of_a_record_is_listed_and_no_other(folder):
    listed = {key for row in SECTIONS[folder.capitalize()].splitlines() for key in keys_of(row)}
    common = {key for row in SECTIONS["Every record"].splitlines() for key in keys_of(row)}
    if folder == "articles":
        common.remove("redirects")
    assert listed | common == known(f"content/{folder}/a.md", "zzzzzzzzzzzz: 1")


def keys_of(row: str) -> list[str]:
    return re.findall(r"`([a-z_]+)`", row.split(" | ", maxsplit=1)[0]) if row.startswith("| `") else []


@pytest.mark.parametrize(
    ("path", "lines", "section"),
    [
        ("content/events/a.md", "claims: [{zzzzzzzzzzzz: 1}]", "Claims"),
        ("content/events/a.md", "claims: [{report: a, zzzzzzzzzzzz: 1}]\nreports: {a: {source: b}}", "Claims"),
        ("content/events/a.md", "reports: {a: {zzzzzzzzzzzz: 1}}\nclaims: [{report: a}]", "Claims"),
        ("content/events/a.md", "claims: [{toll: {zzzzzzzzzzzz: 1}}]", "Claims"),
        ("content/events/a.md", "claims: [{toll: {killed: {zzzzzzzzzzzz: 1}}}]", "Claims"),
        ("content/events/a.md", "check: [{zzzzzzzzzzzz: 1}]", "Events"),
        ("content/events/a.md", "location: {zzzzzzzzzzzz: 1}", "Events"),
        ("content/events/a.md", "actors: [{zzzzzzzzzzzz: 1}]", "Events"),
        ("content/articles/a.md", "gaps: [{zzzzzzzzzzzz: 1}]", "Articles"),
        ("content/articles/a.md", "captures: [{zzzzzzzzzzzz: 1}]", "Articles"),
        ("content/articles/a.md", "rights: {zzzzzzzzzzzz: 1}", "Articles"),
        ("content/articles/a.md", "translation: {zzzzzzzzzzzz: 1}", "Articles"),
        ("content/articles/a.md", "seed: {zzzzzzzzzzzz: 1}", "Articles"),
        ("content/articles/a.md", "media: [{zzzzzzzzzzzz: 1}]", "Articles"),
        ("content/articles/a.md", "corrections: [{zzzzzzzzzzzz: 1}]", "Every record"),
        ("content/actors/a.md", "names: [{zzzzzzzzzzzz: 1}]", "Actors"),
        ("content/actors/a.md", "relations: [{zzzzzzzzzzzz: 1}]", "Actors"),
        ("content/actors/a.md", "aliases: [{zzzzzzzzzzzz: 1}]", "Actors"),
        ("content/actors/a.md", "ids: {zzzzzzzzzzzz: 1}", "Actors"),
    ],
)
def test_every_key_within_a_record_is_listed(path, lines, section):
    assert known(path, lines) <= words(section)


@pytest.mark.parametrize(
    ("section", "choices"),
    [
        ("Events", (*records.EVENT_KINDS, *records.EVENT_ROLES, *records.Verification, *records.PlacePrecision)),
        ("Actors", (*records.ACTOR_KINDS, *records.RELATION_KINDS)),
        ("Places", records.PLACE_KINDS),
        ("Sources", records.SOURCE_KINDS),
        ("Claims", (*records.HARMS, *records.OF_NOBODY_NAMED)),
        ("Every record", tuple(records.Status)),
        ("Articles", tuple(records.Publish)),
    ],
)
def test_every_word_to_choose_is_listed(section, choices):
    assert set(choices) <= words(section)
