"""The archive to outputs: what is made, from what, and for machines."""

import xml.etree.ElementTree as ET

import pytest

from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.model.output import Export, Page
from sitegen.plan.machine import sitemaps
from sitegen.plan.planners import plan

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def outputs(literal):
    def made(files, **site):
        text = literal["content/site.yaml"] + "".join(f"{key}: {value}\n" for key, value in site.items())
        records = [parse(path, content.encode()).record for path, content in files.items() if path.endswith(".md")]
        return {output.path: output for output in plan(Archive.of(records), parse_site(text.encode()).site)}

    return made


def text_of(output: Export) -> str:
    return output.content(*output.inputs)


def test_every_record_has_its_page_and_every_path_is_made_once(outputs, literal):
    made = outputs(literal)
    for path in literal:
        if path.endswith(".md"):
            assert path.removeprefix("content/").removesuffix(".md") + ".html" in made
    assert {
        "index.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "timeline/index.html",
    } <= set(made)
    assert made["old/bridge/index.html"].template == "pages/redirect.html"


def test_an_empty_archive_has_a_site(outputs):
    made = outputs({})
    assert {"index.html", "articles/index.html", "timeline/index.html", "feed.xml"} <= set(made)
    for output in made.values():
        output.view(*output.inputs) if isinstance(output, Page) else text_of(output)


def test_long_lists_go_on_by_year_and_by_initial(outputs, literal):
    site = {"theme": "{page_size: 1}"}
    more = {f"content/places/p{at}.md": f"---\ntitle: Place {at}\nkind: town\n---\n" for at in range(12)}
    made = outputs(literal | more, **site)
    assert {"articles/page/2018.html", "articles/page/2018-2.html", "actors/red-army/2018.html"} <= set(made)
    assert {"places/page/p.html", "places/page/p-2.html", "places/page/b.html"} <= set(made)
    for path in ("articles/index.html", "places/index.html"):
        view = made[path].view(*made[path].inputs)
        assert (len(view.rows), view.total > 2) == (1, True)
        assert {shelf.url for shelf in view.pager.among} <= set(made)


def test_the_feed_has_the_newest_and_escapes_what_it_carries(outputs, literal):
    feed = ET.fromstring(text_of(outputs(literal, feeds=2)["feed.xml"]))
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == [
        "Unchecked rumour",
        "Quiet on the river",
    ]
    hostile = literal["content/tags/crossing.md"].replace("tags", "") and (
        "---\ntitle: ']]> <script>&amp; \" é'\ndate: 2018-09-30\nsource: wire\nsummary: '</summary>'\nwarnings: ['<b>']\n---\n"
    )
    feed = ET.fromstring(text_of(outputs({**literal, "content/articles/2018-09-30-x.md": hostile})["feed.xml"]))
    newest = next(feed.iter(f"{ATOM}entry"))
    assert newest.findtext(f"{ATOM}title") == ']]> <script>&amp; " é'
    assert "</summary>" in newest.findtext(f"{ATOM}summary")


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2018-09", "2018-09-01"),
        ("0001", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("../2018-09-11", "2018-09-11"),
        ("2018-09-11/..", "2018-09-11"),
    ],
)
def test_a_feed_s_moments_are_days_that_never_shift(outputs, date, moment):
    text = f"---\ntitle: A\ndate: {date}\nsource: wire\n---\n"
    feed = ET.fromstring(text_of(outputs({"content/articles/2018-a.md": text})["feed.xml"]))
    assert feed.findtext(f"{ATOM}entry/{ATOM}updated") == f"{moment}T00:00:00Z"


def test_the_sitemap_lists_pages_for_readers(outputs, literal):
    listed = text_of(outputs(literal)["sitemap.xml"])
    assert "https://example.org/small/articles/2018-09-14-quiet.html" in listed
    assert "404" not in listed
    assert "old/bridge" not in listed


def test_a_domain_has_its_file(outputs, literal):
    assert "CNAME" not in outputs(literal)
    assert text_of(outputs(literal, publish="{domain: x.example}")["CNAME"]) == "x.example\n"


def test_what_is_withheld_is_in_no_input(outputs, literal):
    without = {path: text for path, text in literal.items() if "secret" not in path}
    assert "zanzibar" not in repr([output.inputs for output in outputs(without).values()])
    assert "secret-plan" in repr([output.inputs for output in outputs(literal).values()])


def test_a_view_is_made_of_its_inputs_alone(outputs, literal):
    for output in outputs(literal).values():
        if isinstance(output, Page):
            one, two = output.view(*output.inputs), output.view(*output.inputs)
            assert one == two
            assert one.frame.path == output.path


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def sitemaps_of(paths):
    site = parse_site(b"title: T\ndescription: D\nurl: https://example.org/a&b/\n").site
    return {output.path: ET.fromstring(text_of(output)) for output in sitemaps(paths, site)}


def addresses(root):
    return [found.text for found in root.iter(f"{SITEMAP}loc")]


def test_a_long_sitemap_is_in_parts_that_an_index_names(monkeypatch):
    monkeypatch.setattr("sitegen.plan.machine.MOST_URLS", 3)
    paths = ["index.html", "actors/x.html", "actors/x/2018.html", "actors/y.html", "actors/z.html"]
    paths += [f"articles/{day}-a.html" for day in ("2018-01-01", "2018-03-01", "2019-01-01")]
    made = sitemaps_of(paths)
    names = ["actors-1", "actors-2", "articles-2018-1", "articles-2019-1", "site-1"]
    assert addresses(made["sitemap.xml"]) == [f"https://example.org/a&b/sitemaps/{name}.xml" for name in names]
    assert made["sitemap.xml"].tag == f"{SITEMAP}sitemapindex"
    parts = [addresses(made[f"sitemaps/{name}.xml"]) for name in names]
    assert sorted(one for part in parts for one in part) == sorted(addresses(sitemaps_of_one(paths)))
    assert max(map(len, parts)) == 3


def sitemaps_of_one(paths):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.plan.machine.MOST_URLS", 1000)
        return sitemaps_of(paths)["sitemap.xml"]


def test_a_new_page_changes_the_part_of_the_sitemap_that_it_stands_in_alone(monkeypatch):
    monkeypatch.setattr("sitegen.plan.machine.MOST_URLS", 3)
    paths = [f"articles/{year}-01-0{day}-a.html" for year in (2018, 2019) for day in range(1, 6)]
    before, after = sitemaps_of(paths), sitemaps_of([*paths, "articles/2018-02-01-b.html"])
    changed = [path for path, root in before.items() if addresses(root) != addresses(after[path])]
    assert changed == ["sitemaps/articles-2018-2.xml"]


def test_a_sitemap_is_in_parts_before_it_is_too_large(monkeypatch):
    monkeypatch.setattr("sitegen.plan.machine.MOST_BYTES", 4000)
    site = parse_site(b"title: T\ndescription: D\nurl: https://example.org/a/\n").site
    paths = [f"pages/{'é' * 20}{at}.html" for at in range(30)]
    made = list(sitemaps(paths, site))
    assert len(made) > 2
    assert all(len(text_of(output).encode()) < 4200 for output in made)  # beside the first and last lines


def test_a_feed_has_no_more_than_readers_can_bear(outputs, monkeypatch):
    files = {f"content/events/2018-e{at}.md": f"---\ntitle: E{at}\ndate: 2018-09-{at + 1:02}\n---\n" for at in range(9)}
    titles = lambda feed: [entry.findtext(f"{ATOM}title") for entry in ET.fromstring(feed).iter(f"{ATOM}entry")]  # noqa: E731
    assert titles(text_of(outputs(files, feeds=2000)["feed.xml"])) == [f"E{at}" for at in range(8, -1, -1)]
    monkeypatch.setattr("sitegen.plan.machine.MOST_ENTRIES", 3)
    assert titles(text_of(outputs(files, feeds=2000)["feed.xml"])) == ["E8", "E7", "E6"]
    monkeypatch.setattr("sitegen.plan.machine.HEAVY_FEED", 120)
    assert titles(text_of(outputs(files, feeds=2000)["feed.xml"])) == ["E8"]


def test_many_corrections_are_on_pages_by_year(outputs):
    files = {}
    for year in (2019, 2020):
        made = "".join(f"  - {{date: {year}-03-{day:02}, note: Note {year} {day}.}}\n" for day in range(1, 4))
        files[f"content/events/{year}-e.md"] = f"---\ntitle: E{year}\ndate: {year}-01-01\ncorrections:\n{made}---\n"
    made = outputs(files, theme="{page_size: 2}")
    views = {path: output.view(*output.inputs) for path, output in made.items() if path.startswith("corrections/2")}
    notes = {path: [one.correction.note[5:-1] for one in view.corrections] for path, view in views.items()}
    assert notes == {
        "corrections/2019.html": ["2019 2", "2019 1"],
        "corrections/2019-2.html": ["2019 3"],
        "corrections/2020.html": ["2020 2", "2020 1"],
        "corrections/2020-2.html": ["2020 3"],
    }
    first = made["corrections/index.html"].view(*made["corrections/index.html"].inputs)
    assert [one.correction.note[5:-1] for one in first.corrections] == ["2020 3", "2020 2"]
    assert [(shelf.label, shelf.number) for shelf in first.pager.among] == [("2019", 3), ("2020", 3)]
    assert len(list(ET.fromstring(text_of(made["corrections/feed.xml"])).iter(f"{ATOM}entry"))) == 6
