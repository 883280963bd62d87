"""All records, resolved: who stands where, in what order, and what a name means."""

import pytest

from sitegen.load.records import parse
from sitegen.model.archive import Archive
from sitegen.model.index import chronological
from sitegen.model.records import Ref


def record(path: str, lines: str = "", body: str = ""):
    kinds = {"actors": "kind: group\n", "places": "kind: town\n", "sources": "kind: agency\n"}
    parsed = parse(
        f"content/{path}.md",
        f"---\ntitle: {path}\n{kinds.get(path.split('/', maxsplit=1)[0], '')}{lines}\n---\n{body}".encode(),
    )
    assert not [fault for fault in parsed.problems if fault.code != "missing-key"], parsed.problems
    return parsed.record


@pytest.fixture
def archive():
    return Archive.of(
        [
            record("actors/sohr"),
            record("sources/sohr"),
            record("sources/wire"),
            record("actors/north", "part_of: sohr"),
            record("places/land"),
            record("places/shire", "part_of: land"),
            record("places/town", "part_of: shire"),
            record("tags/wide"),
            record("tags/narrow", "broader: wide"),
            record(
                "events/2018-09-10-a",
                "date: 2018-09-10\nplaces: [town]\nactors: [north]\ntags: [narrow]\nclaims: [{by: sohr, via: sohr, source: wire, note: n, toll: {killed: 3}}]",
            ),
            record("events/2018-09-01-b", "date: 2018-09\nplaces: [shire, town]"),
            record("events/2018-c"),
            record(
                "articles/2018-09-10-a",
                "date: 2018-09-10\nsource: wire\nplaces: [town]\nclaims:\n- {event: 2018-09-10-a, by: sohr, quote: w}\n- {event: 2018-09-10-a, by: north, quote: w}\n- {event: gone, by: north, quote: w}",
                "w",
            ),
        ]
    )


def ids(found) -> list[str]:
    return [one.id for one in found]


def test_dated_records_stand_by_date_the_finer_first_and_those_without_last(archive):
    assert ids(archive.events) == ["2018-09-01-b", "2018-09-10-a", "2018-c"]
    assert ids(chronological([*archive.articles, *archive.events])) == [
        "2018-09-01-b",
        "2018-09-10-a",
        "2018-09-10-a",
        "2018-c",
    ]


def test_authorities_stand_by_title(archive):
    assert ids(archive.places) == ["land", "shire", "town"]


def test_an_actor_and_a_source_of_one_id_are_told_apart(archive):
    ref = Ref("sohr")
    assert (archive.speaker(ref).kind, archive.outlet(ref).kind) == ("actor", "source")
    assert archive.speaker(Ref("wire")).kind == "source"
    assert archive.outlet(Ref("north")).kind == "actor"
    assert (archive.speaker(None), archive.outlet(Ref("nobody"))) == (None, None)


def test_what_happens_within_a_place_happens_at_the_wider_one_once(archive):
    town, shire, land = (archive.by_key[f"places/{name}"] for name in ("town", "shire", "land"))
    assert (
        ids(archive.events_of(land))
        == ids(archive.events_of(shire))
        == ids(archive.events_of(town))
        == ["2018-09-01-b", "2018-09-10-a"]
    )
    assert ids(archive.articles_of(land)) == ["2018-09-10-a"]


def test_a_source_is_found_by_what_it_tells_and_passes_on(archive):
    assert ids(archive.events_of(archive.by_key["sources/wire"])) == ["2018-09-10-a"]
    assert ids(archive.events_of(archive.by_key["sources/sohr"])) == ["2018-09-10-a"]


def test_accounts_stand_side_by_side_those_of_articles_first(archive):
    accounts = archive.accounts_of(archive.by_key["events/2018-09-10-a"])
    assert [(claim.by.id, article and article.id) for claim, article in accounts] == [
        ("sohr", "2018-09-10-a"), ("north", "2018-09-10-a"), ("sohr", None),
    ]  # fmt: skip
    assert ids(archive.articles_about(archive.by_key["events/2018-09-10-a"])) == ["2018-09-10-a"]
    assert ids(archive.events_of_article(archive.articles[0])) == ["2018-09-10-a"]


def test_only_an_event_has_the_tolls_of_its_claims(archive):
    """The article has the event's id, and must not be shown with its dead."""
    assert archive.summaries["events/2018-09-10-a"].tolls
    assert archive.summaries["articles/2018-09-10-a"].tolls == ()


def test_parts_and_wholes(archive):
    assert ids(archive.parts["places/land"]) == ["shire"]
    assert ids(archive.parts["tags/wide"]) == ["narrow"]
    assert ids(archive.parts["actors/sohr"]) == ["north"]
    assert ids(archive.wider("town")) == ["shire", "land"]


def test_a_circle_of_places_ends_where_it_closes():
    found = Archive.of(
        [record("places/a", "part_of: b"), record("places/b", "part_of: c"), record("places/c", "part_of: b")]
    )
    assert ids(found.wider("a")) == ["b", "c"]
    assert Archive.of([record("places/a", "part_of: a")]).wider("a") == ()


def test_a_mention_means_what_it_can(archive):
    assert ids(archive.mentioned("", "town")) == ["town"]
    assert len(archive.mentioned("", "sohr")) == 2
    assert [found.kind for found in archive.mentioned("source", "sohr")] == ["source"]
    assert archive.mentioned("tag", "sohr") == ()


def test_what_is_not_there_is_left_out(archive):
    assert archive.resolve("tags", [Ref("narrow"), Ref("none"), None])[0].id == "narrow"


def test_an_edited_body_changes_no_summary():
    one, two = (Archive.of([record("tags/t", "scope: s", body)]).summaries["tags/t"] for body in ("one", "two"))
    assert one == two


@pytest.mark.parametrize("lines", ["scope: other", "language: ar", "warnings: [death]"])
def test_all_that_a_list_shows_is_in_a_summary_s_digest(lines):
    plain, other = (Archive.of([record("tags/t", text)]).summaries["tags/t"] for text in ("", lines))
    assert plain.digest != other.digest


def test_only_an_event_has_a_toll_whatever_else_bears_its_id(archive):
    tolls = {key: summary.tolls for key, summary in archive.summaries.items() if key.endswith("/2018-09-10-a")}
    assert tolls == {"articles/2018-09-10-a": (), "events/2018-09-10-a": ("3 killed",)}
