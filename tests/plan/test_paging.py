"""Long lists on pages that stay where they are."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.plan.paging import HEAVY, ROW, Pager, filled, first_of, newest_of, on_one_page, shelved, weight

SIZES = st.integers(1, 9)
YEARS = st.lists(st.integers(2001, 2009), max_size=120).map(sorted)


def light(_item):
    return 1


def pages_of(years, size, weigh=light):
    items = [(year, number) for number, year in enumerate(years)]
    return shelved(items, lambda item: (str(item[0]), f"the year {item[0]}"), size, weigh, "list/{}.html".format)


@settings(deadline=None)
@given(YEARS, SIZES)
def test_a_list_with_room_on_one_page_has_no_other(years, size):
    first, leaves = pages_of(years, size)
    assert (not leaves) == (len(years) <= 2 * size)
    if not leaves:
        assert first == Pager()


@settings(deadline=None)
@given(YEARS, SIZES)
def test_every_entry_of_a_long_list_stands_once_on_its_shelf_in_its_order(years, size):
    _, leaves = pages_of(years, size)
    if leaves:
        assert [item for leaf in leaves for item in leaf.items] == [(year, at) for at, year in enumerate(years)]
        assert len({leaf.url for leaf in leaves}) == len(leaves)
    for leaf in leaves:
        assert len({year for year, _ in leaf.items}) == 1
        assert 1 <= len(leaf.items) <= size


@settings(deadline=None)
@given(YEARS, SIZES)
def test_the_ways_between_pages_lead_through_all_of_them_and_back(years, size):
    first, leaves = pages_of(years, size)
    by_url = {leaf.url: leaf for leaf in leaves}
    way, at = [], first.before
    while at is not None:
        way.append(at.url)
        assert by_url[at.url].pager.label == at.label
        at = by_url[at.url].pager.before
    assert way == [leaf.url for leaf in leaves][::-1]
    for one, other in itertools.pairwise(leaves):
        assert one.pager.after.url == other.url


@settings(deadline=None)
@given(YEARS, SIZES)
def test_the_first_page_leads_to_every_shelf_and_a_shelf_s_first_page_to_its_pages(years, size):
    first, leaves = pages_of(years, size)
    assert [shelf.number for shelf in first.among] == [years.count(year) for year in sorted(set(years)) if leaves]
    begins = {shelf.url for shelf in first.among}
    for leaf in leaves:
        of_year = [other.url for other in leaves if other.items[0][0] == leaf.items[0][0]]
        expected = of_year if leaf.url in begins and len(of_year) > 1 else []
        assert [way.url for way in leaf.pager.among] == expected


@settings(deadline=None)
@given(YEARS, SIZES, st.integers(2001, 2010))
def test_a_new_entry_moves_nothing_before_it_and_nothing_on_other_shelves(years, size, year):
    before = pages_of(years, size).leaves
    items = sorted([*[(year, number, "") for number, year in enumerate(years)], (year, 1000, "new")])
    after = shelved(items, lambda item: (str(item[0]), ""), size, light, "list/{}.html".format).leaves
    if not before:
        return
    stays = {(leaf.url, item[:2]) for leaf in before for item in leaf.items}
    now = {(leaf.url, item[:2]) for leaf in after for item in leaf.items if item[2] != "new"}
    assert {item for _, item in stays} == {item for _, item in now}
    assert stays == now  # the newest of a shelf comes last there


@settings(deadline=None)
@given(YEARS, SIZES)
def test_a_new_entry_changes_only_the_last_page_of_its_shelf_and_the_ways_to_a_new_page(years, size):
    before = {leaf.url: leaf for leaf in pages_of(years, size).leaves}
    after = {leaf.url: leaf for leaf in pages_of([*years, 2009], size).leaves}
    if not before:
        return
    changed = [url for url, leaf in before.items() if after[url] != leaf]
    last = [url for url in before if "2009" in url]
    fresh = len(after) - len(before)
    assert set(changed) <= {*last[-1:], *(last[:1] if fresh else ()), list(before)[-1]}


def test_an_older_entry_that_comes_late_moves_what_comes_after_it_on_its_shelf_alone():
    before = pages_of([2001] * 6 + [2002] * 6 + [2003] * 6, 2).leaves
    items = [(2001, 0), (2001, 1)] + [(2002, -1)] + [(2002, at) for at in range(6)] + [(2003, 0)]
    after = shelved(items, lambda item: (str(item[0]), ""), 2, light, "list/{}.html".format).leaves
    assert [leaf.url for leaf in before if "2002" in leaf.url] == [
        "list/2002.html",
        "list/2002-2.html",
        "list/2002-3.html",
    ]
    assert [leaf.url for leaf in after if "2002" in leaf.url][-1] == "list/2002-4.html"
    assert [leaf.url for leaf in after if "2001" in leaf.url] == ["list/2001.html"]


@settings(deadline=None)
@given(st.lists(st.integers(1, HEAVY // 3), max_size=60), SIZES)
def test_no_page_is_too_heavy(weights, size):
    pages = filled(weights, size, lambda own: own)
    assert [own for page in pages for own in page] == weights
    assert all(sum(page) <= HEAVY and len(page) <= size for page in pages)
    assert all(sum(one) + other[0] > HEAVY or len(one) == size for one, other in itertools.pairwise(pages))


def test_an_entry_that_is_too_heavy_for_any_page_stands_alone():
    assert filled([1, HEAVY + 1, 1], 9, lambda own: own) == [(1,), (HEAVY + 1,), (1,)]
    assert first_of([HEAVY + 1, 1], 9, lambda own: own) == ()
    assert not on_one_page([2 * HEAVY + 1], 9, lambda own: own)


@settings(deadline=None)
@given(st.lists(st.integers(1, HEAVY // 3), max_size=60), SIZES)
def test_the_newest_are_the_last(weights, size):
    found = newest_of(weights, size, lambda own: own)
    assert list(found) == weights[len(weights) - len(found) :]
    assert sum(found) <= HEAVY
    rest = weights[: len(weights) - len(found)]
    assert not rest or len(found) == size or sum(found) + rest[-1] > HEAVY


@pytest.mark.parametrize(("texts", "bytes_"), [((), 0), (("ab", "c"), 3), (("é",), 2), (("\ud800",), 3), (("😀",), 4)])
def test_words_weigh_what_they_take_in_a_file(texts, bytes_):
    assert weight(texts) == ROW + bytes_
