"""The archive's own seed: what must come out of it, fact by fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from importer_archive import MATCHING

from sitegen.importer import Draft, Options, article_markdown, as_json, draft, explain, read, sidecar_yaml
from sitegen.importer.lines import split_lines
from sitegen.importer.toll import Figure

SEED = Path(__file__).parents[2] / "seeds" / "000_80f832cf8906c957.txt"
TEXT = SEED.read_text("utf-8")


@pytest.fixture(scope="module")
def made() -> Draft:
    (document,) = read(SEED, "seeds/000_80f832cf8906c957.txt", Options())
    return draft(document, MATCHING)


def test_what_leaves_the_body_and_why(made: Draft) -> None:
    assert [
        (line.number, str(line.action), line.rule, line.text[:34])
        for line in made.lines
        if line.rule not in ("body", "blank")
    ] == [
        (1, "title", "headline", "A force backed by the US attacks t"),
        (4, "caption", "caption", "Photo of the file showing Syrian D"),
        (6, "credit", "copyright-label", "Author's right of the image"),
        (9, "caption", "caption-after-credit", "US-led coalition forces back the o"),
        (25, "keep", "spacing", "SDF fighters launched the operatio"),
        (39, "keep", "spacing", "Last month, EI issued an audio mes"),
        (41, "remove", "player", "Media playback is not supported on"),
        (43, "remove", "caption-label", "Legend of the media"),
        (43, "caption", "caption-label", "Ricardo Vilanova returns to the pl"),
        (51, "remove", "ad", "[ad_2]"),
        (51, "remove", "source-tail", "Source link"),
    ]


def test_every_other_sentence_stays_word_for_word(made: Draft) -> None:
    kept = [
        line
        for line in split_lines(TEXT)
        if len(line) > 75 and not line.startswith(("Photo of", "US-led coalition forces back", "Legend of"))
    ]
    mended = [line.replace("south .", "south.").replace('Hajin" .', 'Hajin".') for line in kept]
    assert made.body == "\n\n".join(mended) + "\n"


def test_captions_go_to_media_and_their_date_is_theirs(made: Draft) -> None:
    assert [(picture.line, picture.date) for picture in made.pictures] == [(4, "2018-05-01"), (9, None), (43, None)]
    assert made.date is None
    assert [(offer.date, offer.quote) for offer in made.date_proposals] == [
        (None, "Monday"),
        (None, "Last month"),
        (None, "Tuesday"),
    ]


def test_actors_and_places_have_their_quotes(made: Draft) -> None:
    assert made.ids("actor") == ["islamic-state", "sdf", "sohr"]
    assert made.ids("place") == ["deir-ez-zor", "hajin", "suweida"]
    assert {mention.quote for mention in made.mentions if mention.id == "islamic-state"} == {
        "ISIS",
        "Islamic State",
        "IS",
        "EI",
        "Daesh",
    }
    lines = split_lines(TEXT)
    for mention in made.mentions:
        offset = lines[mention.line - 1].index(
            next(line.received for line in made.lines if line.number == mention.line and mention.quote in line.received)
        )
        assert lines[mention.line - 1][offset + mention.start : offset + mention.end] == mention.quote


def test_tolls_and_who_says_them(made: Draft) -> None:
    told = [(claim.line, dict(claim.toll), claim.of, claim.voice.by, claim.voice.attribution) for claim in made.claims]
    assert told == [
        (27, {"killed": Figure(min=15)}, "islamic-state", "sdf", "An anonymous SDF commander"),
        (47, {"killed": Figure(min=21)}, None, "sohr", "the Syrian Observatory for Human Rights"),
        (49, {"killed": Figure(), "injured": Figure()}, None, None, "The Syrian state media"),
    ]
    assert all(claim.quote in TEXT for claim in made.claims)


def test_translation_is_flagged_and_nothing_rewritten(made: Draft) -> None:
    assert made.translated_from == "fr"
    assert {flag.line for flag in made.flags if flag.code == "machine-translation"} == {4, 6, 15, 23, 29, 31, 39, 43}
    assert "the positions of the United States EI were" in made.body


def test_front_matter_is_yaml_with_comments_for_what_is_not_decided(made: Draft) -> None:
    text = article_markdown(made, "seeds/000_80f832cf8906c957.txt")
    head = text.split("---\n")[1]
    record = yaml.safe_load(head)
    assert record["status"] == "draft"
    assert record["seed"] == {
        "file": "seeds/000_80f832cf8906c957.txt",
        "sha256": "39e9c79f9d0a43ea6603510f753033bb730cff7627a77d5af039b4b297901a35",
    }
    assert set(record) == {"title", "language", "tags", "actors", "places", "media", "seed", "status"}
    assert '# date: needed. The text offers: "Monday" (line 13), "Last month" (line 39), "Tuesday" (line 47)' in head
    assert "# translation: {from: fr, method: machine}" in head


def test_sidecar_lists_every_line_that_is_not_in_the_body(made: Draft) -> None:
    record = yaml.safe_load(sidecar_yaml(made, "content/articles/a.md", "the draft"))
    assert (record["sha256"], record["size"]) == (
        "39e9c79f9d0a43ea6603510f753033bb730cff7627a77d5af039b4b297901a35",
        3545,
    )
    assert record["import"]["article"] == "content/articles/a.md"
    assert [line["line"] for line in record["import"]["lines"]] == [1, 4, 6, 9, 25, 39, 41, 43, 43, 51, 51]
    assert record["import"]["lines"][4]["text"].endswith("to the north and south .")


def test_json_object_has_the_fields_of_its_contract(made: Draft) -> None:
    told = json.loads(json.dumps(as_json(made)))
    assert {
        "seed",
        "sha256",
        "status",
        "reason",
        "title",
        "date",
        "date_proposals",
        "language",
        "source",
        "body",
        "lines",
        "actors",
        "places",
        "tags",
        "claims",
        "flags",
        "duplicate_of",
    } <= set(told)
    assert (told["status"], told["reason"], told["date"]) == ("article", None, None)
    assert {line["line"] for line in told["lines"]} == set(range(1, 52))
    assert told["claims"][0]["toll"] == {"killed": {"min": 15, "best": None, "max": None}}


def test_explain_names_each_line_and_colours_only_when_asked(made: Draft) -> None:
    assert "\x1b" not in explain(made)
    assert "\x1b[31m" in explain(made, colour=True)
    assert "   41 remove   player                 Media playback is not supported on your device" in explain(made)


def test_a_proposed_claim_is_a_claim_once_its_sign_is_taken_away(made: Draft) -> None:
    head = article_markdown(made, "seeds/a.txt").split("---\n")[1]
    lines = head.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("# claims: "))
    proposed = [line.removeprefix("# ") for line in lines[at + 1 :] if line.startswith("#   - ")]
    assert proposed
    record = yaml.safe_load("\n".join(["claims:", *proposed]))
    assert all(claim["quote"] for claim in record["claims"])
    assert [claim["toll"] for claim in record["claims"][:2]] == [{"killed": {"min": 15}}, {"killed": {"min": 21}}]
