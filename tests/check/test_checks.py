"""What no single file can know: where each check draws its line. That it speaks at all, `test_codes.py` holds."""

import pytest

from sitegen.check.checks import OF_ARCHIVE, OF_RECORD, Surroundings, check_all
from sitegen.check.geography import distance_km
from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive

SITE = parse_site(b"title: T\ndescription: D\nurl: https://x.example/\n").site
EVENT = "---\ntitle: E\ndate: {}\nkind: battle\nplaces: []\nverification: reported\n{}\n---\n"
ARTICLE = "---\ntitle: A\ndate: {}\nsource: wire\nrights: {{publish: full}}\n{}\n---\n{}"
WIRE = {"sources/wire": "---\ntitle: Wire\nkind: agency\n---\n"}


def codes(files: dict[str, str], seeds=None, media=()) -> list[str]:
    """The codes of all that the checks find in these files."""
    records = [parse(f"content/{path}.md", text.encode()).record for path, text in {**WIRE, **files}.items()]
    surroundings = Surroundings(SITE, seeds or {}, frozenset(media))
    return [fault.code for fault in check_all(records, Archive.of(records), surroundings)]


def test_checks_are_generators_of_problems_and_none_is_there_twice():
    assert len({*OF_RECORD, *OF_ARCHIVE}) == len(OF_RECORD) + len(OF_ARCHIVE)
    assert codes({}) == []


class TestSafety:
    @pytest.mark.parametrize(
        ("keys", "told"),
        [
            ("actors: [anna]", 1),
            ("actors: [band]", 0),
            ("places: [ford]", 1),
            ("places: [shire]", 0),
            ("places: [hidden-ford]", 0),
            ("actors: [anna]\nplaces: [ford, shire]", 2),
            ("actors: [anna]\nstatus: draft", 0),
        ],
    )
    def test_what_tells_of_sexual_violence_names_no_person_and_no_place_below_the_district(self, keys, told):
        files = {
            "events/2018-e": EVENT.format("2018", "sgbv: true\napproved_by: A"),
            "actors/anna": "---\ntitle: Anna\nkind: person\n---\n",
            "actors/band": "---\ntitle: Band\nkind: group\n---\n",
            "places/ford": "---\ntitle: Ford\nkind: village\n---\n",
            "places/hidden-ford": "---\ntitle: Hidden\nkind: village\nprecision: exact\npublish: district\n---\n",
            "places/shire": "---\ntitle: Shire\nkind: district\n---\n",
            "articles/2018-a": ARTICLE.format("2018", f"events: [2018-e]\n{keys}", "w"),
        }
        assert codes(files).count("sgbv-beside") == told
        files["events/2018-e"] = EVENT.format("2018", "")
        assert "sgbv-beside" not in codes(files)


class TestChronology:
    @pytest.mark.parametrize(
        ("report", "event", "told"),
        [
            ("2018-09-10", "2018-09-10", False),
            ("2018-09-09", "2018-09-10", True),
            ("2018-09", "2018-09-10", False),
            ("2018-08", "2018-09-10", True),
            ("2018-09-09", "2018-09", False),
            ("2018-08-31", "2018-09", True),
            ("2018-09-09", "../2018-09-10", False),
            ("2018-09-09/..", "2018-09-10", False),
        ],
    )
    def test_a_report_is_before_an_event_only_where_that_is_sure(self, report, event, told):
        claims = "claims: [{event: 2018-e, by: wire, quote: w}]"
        files = {"events/2018-e": EVENT.format(event, ""), "articles/2018-a": ARTICLE.format(report, claims, "w")}
        assert ("published-before-event" in codes(files)) is told
        files["articles/2018-a"] = ARTICLE.format(report, "events: [2018-e]", "w")
        assert ("published-before-event" in codes(files)) is told

    @pytest.mark.parametrize(
        ("id_", "date", "told"),
        [
            ("2018-09-11-a", "2018-09-11", False),
            ("2018-09-11-a", "2018-09-11~", False),
            ("2018-09-12-a", "2018-09-11", True),
            ("2018-09-a", "2018-09-11", True),
            ("2018-09-a", "2018-09", False),
            ("2018-a", "2018-09", False),
            ("2018-09-01-a", "2018-09", False),
            ("2018-09-10-a", "2018-09-10/2018-09-12", False),
            ("2017-a", "2018", True),
            ("a-2018", "2018", True),
            ("undated-a", "2018-09-11", False),
            ("2018-09-111", "2018-09-11", True),
        ],
    )
    def test_a_name_begins_with_the_date_as_far_as_it_is_known(self, id_, date, told):
        assert ("date-prefix" in codes({f"articles/{id_}": ARTICLE.format(date, "", "")})) is told

    @pytest.mark.parametrize(
        ("retrieved", "told"), [("2018-09-11", False), ("2018-09", False), ("2018-09-10", True), ("2019", False)]
    )
    def test_retrieval(self, retrieved, told):
        text = ARTICLE.format("2018-09-11", f"retrieved: {retrieved}", "")
        assert ("retrieved-before-published" in codes({"articles/2018-09-11-a": text})) is told


class TestGeography:
    @pytest.mark.parametrize(
        ("a", "b", "km"),
        [
            ((0, 0), (0, 0), 0),
            ((0, 0), (0, 180), 20015),
            ((90, 0), (-90, 77), 20015),
            ((34.69, 40.83), (33.51, 36.29), 438),
            ((0, 179.5), (0, -179.5), 111),
        ],
    )
    def test_distances_on_the_globe(self, a, b, km):
        assert distance_km(a, b) == pytest.approx(km, abs=1)
        assert distance_km(b, a) == pytest.approx(distance_km(a, b))

    @pytest.mark.parametrize(
        ("kind", "point", "told"),
        [
            ("town", "[35.5, 40.0]", False),
            ("town", "[35.6, 40.0]", True),
            ("governorate", "[39.0, 40.0]", False),
            ("governorate", "[40.0, 40.0]", True),
            ("area", "[-80, 0]", False),
            ("country", "[20.0, 40.0]", False),
            ("country", "[40.0, 90.0]", True),
        ],
    )
    def test_how_far_a_part_may_lie_goes_by_the_whole(self, kind, point, told):
        files = {
            "places/whole": f"---\ntitle: W\nkind: {kind}\npoint: [35.0, 40.0]\n---\n",
            "places/part": f"---\ntitle: P\nkind: village\npart_of: whole\npoint: {point}\n---\n",
        }
        assert ("point-outside-country" in codes(files)) is told

    @pytest.mark.parametrize(
        ("known", "shown", "told"),
        [("exact", "exact", False), ("exact", "country", False), ("near", "exact", True), ("country", "region", True)],
    )
    def test_nothing_is_shown_more_finely_than_it_is_known(self, known, shown, told):
        text = f"---\ntitle: P\nkind: town\nprecision: {known}\npublish: {shown}\n---\n"
        event = EVENT.format("2018", f"location: {{precision: {known}, publish: {shown}}}")
        assert (codes({"places/p": text}) == ["finer-than-known"]) is told
        assert ("finer-than-known" in codes({"events/2018-e": event})) is told


class TestReferences:
    @pytest.mark.parametrize(
        ("lines", "found"),
        [
            ("actors: [wire]", ["unknown-reference"]),
            ("claims: [{event: 2018-e, by: wire, via: wire, of: civilians, quote: w}]", []),
            ("claims: [{event: 2018-e, by: wire, of: unknown, quote: w}]", []),
            ("claims: [{event: 2018-e, by: wire, of: wire, quote: w}]", ["unknown-reference"]),
            ("claims: [{event: 2018-e, by: wire, source: nobody, quote: w}]", ["unknown-reference"]),
            ("copy_of: 2018-a", []),
            ("copy_of: 2018-b", ["unknown-reference"]),
            ("tags: [x]\nplaces: [y]", ["unknown-reference"] * 2),
        ],
    )
    def test_resolve_in_the_folders_of_their_kind(self, lines, found):
        files = {"events/2018-e": EVENT.format("2018", ""), "articles/2018-a": ARTICLE.format("2018", lines, "w")}
        assert codes(files) == found

    def hint(self, lines: str, body: str = "") -> str:
        files = {
            **WIRE,
            "actors/sdf": "---\ntitle: SDF\nkind: group\n---\n",
            "articles/2018-a": ARTICLE.format("2018", lines, body),
        }
        records = [parse(f"content/{path}.md", text.encode()).record for path, text in files.items()]
        (fault,) = check_all(records, Archive.of(records), Surroundings(SITE, {}, frozenset()))
        return fault.hint

    @pytest.mark.parametrize(
        ("lines", "body", "hint"),
        [
            ("actors: [sfd]", "", 'did you mean "sdf"? (content/actors/sdf.md)'),
            ("actors: [wire]", "", "there is a source of that id, but here must stand a actor"),
            ("places: [atlantis]", "", "write content/places/atlantis.md"),
            ("", "[[sfd]]", 'did you mean "sdf"?'),
            ("", "[[actr:sdf]]", 'did you mean "actor"?'),
            ("", "[[xyzzy:sdf]]", "known kinds: article, event, actor, place, source, tag"),
            ("", "[[place:sdf]]", ""),
        ],
    )
    def test_hints_say_what_was_probably_meant(self, lines, body, hint):
        assert self.hint(lines, body) == hint

    @pytest.mark.parametrize(("status", "told"), [("usable", True), ("draft", False), ("withheld", False)])
    def test_only_a_public_record_is_warned_of_what_it_refers_to(self, status, told):
        files = {
            "tags/t": "---\ntitle: T\nstatus: draft\n---\n",
            "articles/2018-a": ARTICLE.format("2018", f"tags: [t]\nstatus: {status}", ""),
        }
        assert ("reference-to-withheld" in codes(files)) is told

    def test_each_circle_is_told_once(self):
        tags = {
            f"tags/{name}": f"---\ntitle: {name}\nbroader: {wider}\n---\n"
            for name, wider in ("ab", "bc", "ca", "da", "xy", "yx")
        }
        assert codes(tags) == ["circle", "circle"]


class TestNames:
    def actor(self, name: str, aliases: str = "[]") -> dict[str, str]:
        return {f"actors/{name}": f"---\ntitle: Force {name}\nkind: group\naliases: {aliases}\n---\n"}

    @pytest.mark.parametrize(
        ("one", "other", "told"),
        [
            ("[Tigers]", "[tigers]", True),
            ("[Tigers]", "[Lions]", False),
            ("[Al-Hajin]", "[al hajin]", True),
            ("[{text: IS, case: exact}]", "[is]", False),
            ("[{text: IS, case: exact}]", "[{text: IS, case: exact}]", True),
            ("[Tigers, tigers]", "[]", False),
            ("['…']", "['—']", False),
        ],
    )
    def test_two_records_share_one(self, one, other, told):
        assert ("shared-alias" in codes({**self.actor("a", one), **self.actor("b", other)})) is told

    def test_an_actor_and_a_place_may_share_one(self):
        assert codes({**self.actor("a", "[Raqqa]"), "places/p": "---\ntitle: Raqqa\nkind: town\n---\n"}) == []


class TestProvenance:
    def test_rights_may_come_from_the_source(self):
        article = {"articles/2018-a": "---\ntitle: A\ndate: 2018\nsource: wire\n---\n"}
        assert codes(article) == ["missing-rights"]
        rich = {"sources/wire": "---\ntitle: W\nkind: agency\ndefault_rights: {publish: metadata}\n---\n"}
        assert codes({**article, **rich}) == []
        assert codes({"articles/2018-a": "---\ntitle: A\ndate: 2018\nsource: wire\nstatus: draft\n---\n"}) == []

    def test_seeds_and_pictures_are_where_they_are_said_to_be(self):
        sha = "ab" * 32
        lines = f"seed: {{file: seeds/a.txt, sha256: {sha}}}\nmedia: [{{file: b/c.jpg, alt: x}}, {{caption: lost}}]"
        files = {"articles/2018-a": ARTICLE.format("2018", lines, "")}
        assert codes(files, {"seeds/a.txt": sha}, ["b/c.jpg"]) == []
        assert codes(files, {"seeds/a.txt": "cd" * 32}, ["b/c.jpg"]) == ["seed-changed"]
        assert codes(files, {}, ["c.jpg"]) == ["missing-file", "missing-file"]
