"""Long lists in pages whose numbers never move."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.plan.paging import paged

SIZES = st.integers(1, 9)


@given(st.integers(0, 200), SIZES)
def test_every_item_stands_on_one_page_in_its_order(count, size):
    pages = paged(range(count), size)
    newest, *older = pages
    assert [item for _, page in [*older[::-1], newest] for item in page] == list(range(count))


@given(st.integers(0, 200), SIZES)
def test_an_older_page_is_full_and_the_newest_holds_one_to_two_pages(count, size):
    (_, newest), *older = paged(range(count), size)
    assert {len(page) for _, page in older} <= {size}
    assert len(newest) < 2 * size
    assert len(newest) >= min(count, size)


@given(st.integers(0, 200), SIZES)
def test_pages_lead_to_each_other(count, size):
    pagers = {pager.number: pager for pager, _ in paged(range(count), size)}
    way, at = [], 0
    while at is not None:
        way.append(at)
        at = pagers[at].older
    assert way == [0, *range(len(pagers) - 1, 0, -1)]
    assert all(pagers[pagers[number].newer].older == number for number in way[1:])
    assert pagers[0].newer is None


@given(st.integers(0, 200), SIZES)
def test_a_new_item_changes_no_page_but_the_newest_and_those_beside_a_new_one(count, size):
    before = {pager.number: page for pager, page in paged(range(count), size)}
    after = {pager.number: page for pager, page in paged(range(count + 1), size)}
    assert all(after[number] == page for number, page in before.items() if number)
