"""Names by their first letter."""

import pytest

from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.plan.indexes import NAMES, Row, by_initial, indexes

SITE = parse_site(b"title: T\ndescription: D\nurl: https://example.org/\ntheme: {page_size: 1}\n").site


def place(id_, title):
    return parse(f"content/places/{id_}.md", f"---\ntitle: {title}\nkind: town\n---\n".encode()).record


@pytest.mark.parametrize(
    ("title", "shelf"),
    [
        ("Hajin", ("h", "H")),
        ("al-Bukamal", ("a", "A")),
        ("Émile", ("e", "E")),
        ("Ⓐ", ("a", "A")),
        ("ʿAyn", ("a", "A")),
        ("'Ayn'", ("a", "A")),
        ("17th Division", ("0", "0–9")),
        ("٤ Street", ("0", "0–9")),
        ("حجين", ("zu062d", "ح")),
        ("—", ("0-other", "Other signs")),
    ],
)
def test_a_name_stands_under_its_first_letter(title, shelf):
    assert (
        by_initial(
            Row(Archive.of([place("x", f"'{title.replace(chr(39), chr(39) * 2)}'")]).summaries["places/x"], 0, 0, ())
        )
        == shelf
    )


def test_letters_come_in_order_and_lead_to_pages_that_hold_every_name_once():
    titles = ["Zor", "Ard", "Bab", "حجين", "9 Hill", "Ayn", "Aziz", "Adra", "Abu", "Arna", "Bir"]
    pages = {
        page.path: page.view(*page.inputs)
        for page in indexes(Archive.of([place(f"p{at}", title) for at, title in enumerate(titles)]), SITE)
    }
    first = pages["places/index.html"]
    assert [(way.label, way.number) for way in first.pager.among] == [
        ("0–9", 1),
        ("A", 6),
        ("B", 2),
        ("Z", 1),
        ("ح", 1),
    ]
    parts = [view for path, view in pages.items() if path.startswith("places/page/")]
    assert sorted(row.item.title for view in parts for row in view.rows) == sorted(titles)
    assert [row.item.title for row in pages["places/page/a.html"].rows] == ["Abu", "Adra", "Ard", "Arna"]
    assert [row.item.title for row in pages["places/page/a-2.html"].rows] == ["Ayn", "Aziz"]
    assert max(len(view.rows) for view in parts) == NAMES


def test_the_first_page_of_many_names_shows_those_that_stand_most_often():
    event = b"---\ntitle: E\ndate: 2018\nkind: battle\nplaces: [p5]\n---\n"
    places = [place(f"p{at}", f"Place {at}") for at in range(9)]
    archive = Archive.of([*places, parse("content/events/2018-e.md", event).record])
    (first,) = [page for page in indexes(archive, SITE) if page.path == "places/index.html"]
    assert [row.item.id for row in first.view(*first.inputs).rows] == ["p5"]
