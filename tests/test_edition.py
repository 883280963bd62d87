"""What a build knows for the next one: which notes an edit changes, and how the knowledge is kept."""

import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitegen.changes import (
    changed_facts,
    changed_files,
    changed_records,
    changed_summaries,
    packed_notes,
    relisted,
    retold,
    summaries,
    touched,
)
from sitegen.edition import Edition
from sitegen.engine.fault import CacheFault
from sitegen.engine.keys import digest
from sitegen.engine.table import Notes, Table
from sitegen.items import Item, key_at
from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import BESIDE, COUNTED, LISTS, SAYINGS, SUMMARY, WHOLE, Archive
from sitegen.model.index import key_of
from sitegen.model.light import Light, same_to_others
from sitegen.plan.planners import OF_ARCHIVE, pages_of
from sitegen.state import load_edition, save_edition

SITE = parse_site(b"title: T\ndescription: D\nurl: https://example.org/\ntheme: {page_size: 2}\n").site
EDITS = [
    ("articles/2018-09-11-bridge-taken", "title: Bridge", "title: Ford"),
    ("articles/2018-09-11-bridge-taken", "tags: [crossing]", "tags: []"),
    ("articles/2018-09-11-bridge-taken", "actors: [red-army, blue-guard]", "actors: [blue-guard]"),
    ("articles/2018-09-11-bridge-taken", "places: [bridge-town]", "places: []"),
    ("articles/2018-09-11-bridge-taken", "source: gazette", "source: wire"),
    ("articles/2018-09-11-bridge-taken", "source: gazette", "source: gazette\nlanguage: ar"),
    ("articles/2018-09-11-bridge-taken", "date: 2018-09-11", "date: 2018-10-11"),
    ("articles/2018-09-11-bridge-taken", "min: 15", "max: 9"),
    ("articles/2018-09-11-bridge-taken", "via: wire", "via: gazette"),
    ("articles/2018-09-11-bridge-taken", "event: 2018-09-10-bridge", "event: 2018-09-12-ford"),
    ("articles/2018-09-11-bridge-taken", "summary: The", "summary: A"),
    ("articles/2018-09-11-bridge-taken", "warnings: [death]", "warnings: []"),
    ("articles/2018-09-11-bridge-taken", "It was quiet", "It was loud"),
    ("articles/2018-09-14-quiet", "places: [rivershire]", "places: [bridge-town]"),
    ("articles/2018-09-14-quiet", "source: gazette", "source: gazette\nevents: [2018-09-12-ford]"),
    ("events/2018-09-10-bridge", "title: Fight", "title: Battle"),
    ("events/2018-09-10-bridge", "date: 2018-09-10", "date: 2018-09-13"),
    ("events/2018-09-10-bridge", "places: [bridge-town]", "places: [rivershire]"),
    ("events/2018-09-10-bridge", "verification: reported", "verification: contested"),
    ("events/2018-09-10-bridge", "tags: [crossing]", "tags: []"),
    ("events/2018-09-10-bridge", "{actor: blue-guard, role: target}", "{actor: blue-guard, role: party}"),
    ("events/2018-09-12-ford", "by: blue-guard", "by: red-army"),
    ("events/2018-09-12-ford", "note: It was", "note: It may be"),
    ("actors/red-army", "title: ", "title: The "),
    ("actors/blue-guard", "title: ", "title: The "),
    ("places/bridge-town", "title: Bridge", "title: Broken"),
    ("places/bridge-town", "part_of: rivershire\n", ""),
    ("places/rivershire", "title: ", "title: Old "),
    ("sources/wire", "title: ", "title: The "),
    ("sources/wire", "kind: agency", "kind: newspaper"),
    ("sources/gazette", "title: ", "title: The "),
    ("tags/crossing", "title: Crossing", "title: Bridges"),
    ("pages/about", "title: About", "title: About us"),
]


def records_of(files):
    found = (parse(path, text.encode()).record for path, text in files.items() if path.endswith(".md"))
    return {record.path: record for record in found if record is not None}


def planned(archive):
    """What each record and planner becomes, as digests, and what it asked."""
    outputs, asked = {}, {}
    for key in (*OF_ARCHIVE, *archive.records):
        with archive.noting() as notes:
            made = list(
                OF_ARCHIVE[key](archive, SITE) if key in OF_ARCHIVE else pages_of(archive.records[key], archive, SITE)
            )
        outputs[key] = {output.path: digest(*output.inputs) for output in made}
        asked[key] = packed_notes(notes)
    return outputs, Notes.of(asked)


def new_notes(before, now):
    old, new = Archive(before.values()), Archive(now.values())
    items = [
        {path: Item(record.digest + record.body.digest, b"", record) for path, record in one.items()}
        for one in (before, now)
    ]
    paths = [path for path in items[0] | items[1] if items[0].get(path) != items[1].get(path)]
    among = [key_at(path) for path in paths]
    known = Table.of(old.known_summaries)
    summed = summaries(known, old, new, among)
    assert dict(known.changed(summed.other, summed.gone)) == dict(new.known_summaries)
    lists = Table.of(old.lists)
    told = retold(lists, old, new, among)
    assert dict(relisted(told, old, Archive(now.values(), tells=told), among)) == new.lists
    assert dict(retold(Table.of(old.tells), old, new, among)) == new.tells
    found = changed_files(*items, paths) | changed_facts(old, new, among) | changed_records(old, new, among)
    return found | changed_summaries(known, summed)


def hold(before, now):
    """Whatever becomes something else had asked for something that is new."""
    outputs, asked = planned(Archive(before.values()))
    other, _ = planned(Archive(now.values()))
    stale = touched(asked, new_notes(before, now))
    assert {key for key in outputs.keys() & other.keys() if outputs[key] != other[key]} <= stale
    return stale


@pytest.mark.parametrize(("key", "old", "new"), EDITS)
def test_whatever_an_edit_changes_had_asked_for_it(literal, key, old, new):
    path = f"content/{key}.md"
    assert old in literal[path], literal[path]
    hold(records_of(literal), records_of({**literal, path: literal[path].replace(old, new, 1)}))


def test_what_comes_and_goes_is_noticed_too(literal):
    every = records_of(literal)
    for path in every:
        fewer = {other: record for other, record in every.items() if other != path}
        hold(every, fewer)
        hold(fewer, every)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5))
@example(
    [
        ("articles/2018-09-11-bridge-taken", "places: [bridge-town]", "places: []"),
        ("places/bridge-town", "part_of: rivershire\n", ""),
    ]
)
def test_whatever_many_edits_change_had_asked_for_one_of_them(literal, edits):
    now = dict(literal)
    for key, old, new in edits:
        now[f"content/{key}.md"] = now[f"content/{key}.md"].replace(old, new, 1)
    hold(records_of(literal), records_of(now))


def test_other_words_touch_their_own_record_alone(literal):
    before = records_of(literal)
    path = "content/articles/2018-09-14-quiet.md"
    now = records_of({**literal, path: literal[path].replace("Nothing happened.", "Something did.")})
    assert new_notes(before, now) == {f"{WHOLE}articles/2018-09-14-quiet"}
    assert hold(before, now) == {"articles/2018-09-14-quiet"}


def notes_of_lists(literal, old, new):
    """The notes of lists and counts, of what somebody says, and of what stands beside, for an edit of one article."""
    path = "content/articles/2018-09-11-bridge-taken.md"
    assert old in literal[path]
    found = new_notes(records_of(literal), records_of({**literal, path: literal[path].replace(old, new, 1)}))
    return {note for note in found if note[0] in LISTS + SAYINGS + BESIDE or note in (COUNTED, f"{SUMMARY}articles")}


def test_a_title_changes_no_list(literal):
    assert notes_of_lists(literal, "title: Bridge", "title: Ford") == {f"{SUMMARY}articles"}


def test_a_tag_changes_its_own_list_alone(literal):
    assert notes_of_lists(literal, "tags: [crossing]", "tags: []") == {f"{LISTS}tags/crossing"}


def test_an_actor_changes_every_list_where_it_is_counted(literal):
    found = notes_of_lists(literal, "actors: [red-army, blue-guard]", "actors: [blue-guard]")
    assert {f"{LISTS}actors/red-army", f"{LISTS}tags/crossing", f"{LISTS}places/bridge-town"} <= found
    assert {note for note in found if note[0] != LISTS} == set()


def test_a_claim_is_counted_and_said(literal):
    found = notes_of_lists(literal, "min: 15", "max: 9")
    assert {COUNTED, f"{SAYINGS}red-army"} <= found
    assert {note for note in found if note[0] == LISTS} == set()


def test_a_light_record_says_to_others_what_the_whole_one_says(literal):
    whole = records_of(literal)
    light = {path: Light().of(record) for path, record in whole.items()}
    of_whole, of_light = Archive(whole.values()), Archive(light.values())
    assert of_light.known_summaries == of_whole.known_summaries
    for key, record in of_whole.records.items():
        assert list(of_light.listed_under(of_light.records[key])) == list(of_whole.listed_under(record))
    outputs, _ = planned(of_whole)
    others, _ = planned(of_light)
    assert {key: outputs[key] for key in OF_ARCHIVE} == {key: others[key] for key in OF_ARCHIVE}


def test_a_text_is_a_matter_of_its_own_record_but_not_whether_there_is_one(literal):
    path = "content/articles/2018-09-14-quiet.md"
    words, others, none = (
        records_of({path: literal[path].replace("Nothing happened.", text)})[path] for text in ("One.", "Two.", "")
    )
    assert same_to_others(words, others)
    assert not same_to_others(words, none)


def edition(**parts):
    tables = {
        name: Table.of(parts.pop(name, {})) for name in ("items", "tells", "seen", "summaries", "lists", "planned")
    }
    notes = {name: Notes.of(parts.pop(name, {})) for name in ("checks", "plans")}
    empty = {name: {} for name in ("facts", "order", "faults", "templates")}
    plain = {"settings": b"s", "surroundings": b"r", "site": b"p", "held": frozenset(), "kept": 2, "compacted": 1}
    return Edition(**{**plain, **empty, **tables, **notes, **parts})


def same(one, other):
    return all(dict(a) == dict(b) if isinstance(a, Table | Notes) else a == b for a, b in zip(one, other, strict=True))


def many():
    items = {f"a{number}": Item(b"%d" % number, b"k") for number in range(400)}
    return edition(items=items, plans={key: packed_notes([key, "all"]) for key in items}, facts={"a1": "x"})


def test_a_text_from_which_a_name_is_taken_out_is_a_matter_of_its_own_record_too(literal):
    path = "content/articles/2018-09-14-quiet.md"
    named = literal[path].replace("source: gazette", "source: gazette\nredact: [Ann Other]")
    one, two = (records_of({path: named.replace("Nothing happened.", text)})[path] for text in ("One.", "Two."))
    assert one.digest == two.digest
    assert same_to_others(one, two)


class TestKept:
    def test_only_what_is_other_is_added(self, tmp_path):
        file = tmp_path / "edition"
        whole = many()
        one = save_edition(file, whole, None, b"")
        size = file.stat().st_size
        first = load_edition(file, one)
        assert same(first, whole)
        second = first._replace(
            items=first.items.changed({"b": Item(b"new", b"k")}, ["a7"]),
            plans=first.plans.changed({"b": packed_notes(["b"])}, ["a7"]),
            facts={"a2": "y"},
            site=b"other",
        )
        two = save_edition(file, second, first, one)
        assert file.stat().st_size < size + 900
        assert same(load_edition(file, two), second)
        assert same(load_edition(file, one), first)
        later = load_edition(file, two)
        third = later._replace(compacted=9, items=later.items.changed({"a7": Item(b"back", b"k")}, ["b"]))
        three = save_edition(file, third, later, two)
        assert same(load_edition(file, three), third)

    def test_one_that_does_not_come_from_what_the_file_holds_is_written_whole(self, tmp_path):
        file = tmp_path / "edition"
        one = save_edition(file, many(), None, b"")
        before = load_edition(file, one)
        other = edition(items={"z": Item(b"z", b"k")})
        two = save_edition(file, other, before, one)
        assert same(load_edition(file, two), other)
        assert load_edition(file, one) is None
        assert len(before.items["a3"].digest) == 1  # what was opened before can still be read

    def test_what_was_cut_off_or_is_of_another_build_is_not_taken(self, tmp_path):
        file = tmp_path / "edition"
        one = save_edition(file, many(), None, b"")
        first = load_edition(file, one)
        two = save_edition(file, first._replace(site=b"2"), first, one)
        whole = file.read_bytes()
        file.write_bytes(whole[:-3])
        assert load_edition(file, two) is None
        assert same(load_edition(file, one), first)
        again = save_edition(file, first._replace(site=b"3"), first, one)  # written over what was cut off
        assert same(load_edition(file, again), first._replace(site=b"3"))
        assert load_edition(file, two) is None
        assert load_edition(tmp_path / "none", one) is None

    @pytest.mark.parametrize("at", [3, 30, 100])
    def test_damage_is_seen(self, tmp_path, at):
        file = tmp_path / "edition"
        one = save_edition(file, edition(site=b"x" * 200), None, b"")
        data = bytearray(file.read_bytes())
        data[at] ^= 1
        file.write_bytes(data)
        assert load_edition(file, one) is None

    def test_damage_of_what_is_packed_is_seen_when_it_is_asked_for(self, tmp_path):
        file = tmp_path / "edition"
        one = save_edition(file, edition(items={"a": Item(b"d", b"k")}), None, b"")
        data = bytearray(file.read_bytes())
        data[-1] ^= 1
        file.write_bytes(data)
        found = load_edition(file, one)
        assert list(found.items) == ["a"]
        with pytest.raises(CacheFault):
            found.items["a"]

    def test_it_is_written_anew_where_much_was_added(self, tmp_path):
        file = tmp_path / "edition"
        name = save_edition(file, edition(), None, b"")
        known = load_edition(file, name)
        for number in range(40):
            now = known._replace(site=bytes([number]) * 100)
            name, known = save_edition(file, now, known, name), now
        assert same(load_edition(file, name), known)
        assert file.stat().st_size < 2500


def test_an_edition_is_remembered_in_place_of_being_read(archive, run, tree, tmp_path, monkeypatch):
    from sitegen import making as module
    from sitegen.build import Options, build
    from sitegen.memory import Memory

    memory = Memory()
    options = Options(root=archive, output=archive / "output", workers=1)
    build(options, memory=memory)
    monkeypatch.setattr(module, "load_edition", lambda *_: pytest.fail("it was read"))
    file = archive / "content/articles/2018-09-14-quiet.md"
    file.write_text(file.read_text().replace("title: Quiet", "title: Loud"))
    build(options, memory=memory)
    monkeypatch.undo()
    run(archive, output=tmp_path / "clean", cache=tmp_path / "cache", trust_times=False)
    assert tree(archive / "output") == tree(tmp_path / "clean")
    assert [
        key_of(item.record)
        for item in memory.edition.items.values()
        if item.record and item.record.title.startswith("Loud")
    ]


def test_a_preview_looks_at_its_output_again_only_where_that_was_not_left_as_it_was(archive, tree, monkeypatch):
    from sitegen.build import Options, build
    from sitegen.engine import target as module
    from sitegen.memory import Memory

    memory = Memory()
    options = Options(root=archive, output=archive / "output", workers=1)
    build(options, memory=memory)
    before = tree(archive / "output")
    monkeypatch.setattr(module, "scan", lambda *_, **__: pytest.fail("it was looked at"))
    file = archive / "content/articles/2018-09-14-quiet.md"
    text = file.read_text()
    file.write_text(text.replace("title: Quiet", "title: Loud"))
    assert build(options, memory=memory).made
    file.write_text(text)
    build(options, memory=memory)
    monkeypatch.undo()
    assert tree(archive / "output") == before
    for path in (archive / "output").iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    build(options, memory=memory)
    assert tree(archive / "output") == before


def test_a_preview_keeps_what_it_knows_packed(archive):
    from sitegen.preview.rebuild import Rebuild
    from sitegen.preview.shown import Shown

    cache = archive / ".cache" / "here"
    rebuild = Rebuild(root=archive, port=8000, cache=cache, tell=print, progress=lambda *_: None, workers=1)
    shown = rebuild(Shown(start="x", folder=archive / "output", base_path="/"))
    assert not rebuild.memory.edition.items.is_packed
    rebuild.tidy()
    assert rebuild.memory.edition.items.is_packed
    file = archive / "content/articles/2018-09-14-quiet.md"
    file.write_text(file.read_text().replace("title: Quiet", "title: Loud"))
    rebuild(shown)
    assert "Loud" in (archive / "output/articles/2018-09-14-quiet.html").read_text()
