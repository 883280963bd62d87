"""No page made of lists is over 100 KB compressed, whatever the archive holds and the settings ask for."""

import gzip
import random
import string

import pytest

from sitegen.inputs import theme_folder
from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.model.output import Page
from sitegen.plan.frame import site_view
from sitegen.plan.planners import plan
from sitegen.render.page import Renderer
from sitegen.render.theme import make_theme

MOST = 100_000
SIGNS = string.ascii_letters + string.digits + " -&<>éøжسي"


def holds_a_list(path):
    """Whether a page is more than one record's own text."""
    folder, _, name = path.partition("/")
    return (
        folder in ("timeline", "corrections") or "/" in name or name.startswith(("all.", "some.", "index.")) or not name
    )


def words(chance, length):
    """Words that do not compress: the dearest that a list can hold."""
    return "x" + "".join(chance.choices(SIGNS, k=length)).strip().replace(": ", "-").replace(" #", "-") + "x"


def record(folder, id_, **fields):
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return parse(f"content/{folder}/{id_}.md", f"---\n{lines}---\n{fields.get('quoted', '')}".encode()).record


def records(chance, count):
    """As many of every kind, all about one actor, one place and one tag, in one month, in one source."""
    for at in range(count):
        long = {"title": words(chance, 250), "date": "2018-09"}
        claim = f"[{{event: 2018-e, by: {'all' if at % 2 else 'some'}, quote: '{words(chance, 200)}', of: a{at}, toll: {{killed: {at + 1}}}}}]"
        about = {"places": "[all]", "tags": "[all]", "warnings": f"['{words(chance, 30)}']"}
        yield record("events", f"2018-e{at}", **long, **about, kind="battle", actors="[{actor: all, role: party}]",
                     corrections=f"[{{date: 2018-09, note: '{words(chance, 400)}'}}]")  # fmt: skip
        yield record("articles", f"2018-{at}", **long, **about, actors=f"[all, {'some' if at < 120 else 'a0'}]", source=f"s{at % 9}",
                     summary=words(chance, 290), claims=claim)  # fmt: skip
        yield record("actors", f"a{at}", title=words(chance, 100), kind="group", part_of="all" if at % 2 else "some")
        yield record("places", f"p{at}", title=words(chance, 100), kind="town", part_of="all")
        yield record("sources", f"s{at}", title=words(chance, 100), kind="other", standpoint=words(chance, 300))
        yield record("tags", f"t{at}", title=words(chance, 100), scope=words(chance, 300), broader="all")
    yield record("actors", "all", title="All", kind="group")
    yield record("actors", "some", title="Some", kind="group")
    yield record("places", "all", title="All", kind="country")
    yield record("tags", "all", title="All")


@pytest.fixture(scope="module")
def pages():
    chance = random.Random(6)
    head = "title: T\ndescription: D\nurl: https://example.org/\ntheme: {page_size: 100000}\nfeeds: 100000\n"
    site = parse_site(head.encode()).site
    archive = Archive.of(records(chance, 600))
    folder = theme_folder()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    theme = make_theme(files, {})
    renderer = Renderer(theme, site_view(site, archive, theme.asset_urls()), lambda _digest: "")
    lists = [page for page in plan(archive, site) if isinstance(page, Page) and holds_a_list(page.path)]
    return {page.path: renderer.render(page).encode("utf-8", "replace") for page in lists}


def test_the_archive_is_large_enough_to_need_the_bound(pages):
    assert sum(map(len, pages.values())) > 50 * MOST
    assert {"articles/page/2018.html", "actors/all/2018-2.html", "timeline/2018-09-2.html"} <= pages.keys()
    assert "actors/some.html" in pages
    assert "actors/some/2018.html" not in pages  # it has just room for all
    assert {"places/page/x-2.html", "corrections/2018-2.html", "tags/all.html"} <= pages.keys()


def test_no_page_is_over_the_bound(pages):
    sizes = {path: len(gzip.compress(html, 6)) for path, html in pages.items()}
    assert {path: size for path, size in sizes.items() if size > MOST} == {}
