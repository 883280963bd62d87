"""Which pages an edit touches: those that show what is new, and no other."""

import re

import pytest

from sitegen.engine.keys import digest
from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.archive import Archive
from sitegen.plan.planners import plan

SITE = parse_site(b"title: T\ndescription: D\nurl: https://example.org/\ntheme: {page_size: 4}\nfeeds: 10\n").site
YEARS = range(2014, 2020)


def article(year, month, **other):
    fields = {
        "title": f"Report {year} {month}",
        "date": f"{year}-{month:02}-05",
        "source": "wire",
        "tags": "[fire]",
        "actors": "[army]",
        "places": "[town]",
        **other,
    }
    return f"content/articles/{year}-{month:02}-a.md", "".join(f"{key}: {value}\n" for key, value in fields.items())


FILES = {
    **dict(article(year, month) for year in YEARS for month in range(1, 13)),
    "content/events/2016-e.md": "title: E\ndate: 2016-05-05\nkind: battle\nplaces: [town]\nactors: [{actor: army, role: party}]\n",
    "content/actors/army.md": "title: Army\nkind: state-force\n",
    "content/actors/guard.md": "title: Guard\nkind: armed-group\n",
    "content/places/town.md": "title: Town\nkind: town\n",
    "content/sources/wire.md": "title: Wire\nkind: agency\n",
    "content/tags/fire.md": "title: Fire\n",
    "content/tags/truce.md": "title: Truce\n",
}


def digests(files):
    records = [parse(path, f"---\n{text}---\n".encode()).record for path, text in files.items()]
    return {output.path: digest(*output.inputs) for output in plan(Archive.of(records), SITE)}


BEFORE = digests(FILES)


def touched(*changed):
    now = digests({**FILES, **dict(changed)})
    assert BEFORE.keys() <= now.keys()
    return {path for path, key in now.items() if BEFORE.get(path) != key}


NEIGHBOURS = {"articles/2016-04-a.html", "articles/2016-05-a.html", "articles/2016-06-a.html"}
LISTS = {f"{name}/2016-2.html" for name in ("actors/army", "places/town", "sources/wire", "tags/fire", "articles/page")}


def test_another_title_touches_the_pages_that_show_it():
    assert touched(article(2016, 5, title="Other")) == NEIGHBOURS | LISTS | {"timeline/2016-05.html"}


def test_another_summary_touches_its_page_and_the_list_that_shows_it():
    found = touched(article(2016, 5, summary="Other."))
    assert found == NEIGHBOURS | LISTS | {"timeline/2016-05.html"}  # as a summary is one value


@pytest.mark.parametrize("field", ["author: A. Writer", "url: https://example.org/x", "retrieved: 2020-01-01"])
def test_what_only_its_own_page_shows_touches_that_alone(field):
    key, value = field.split(": ", 1)
    assert touched(article(2016, 5, **{key: value})) == {"articles/2016-05-a.html"}


def test_one_more_tag_touches_the_article_the_tag_and_the_index_of_tags():
    assert touched(article(2016, 5, tags="[fire, truce]")) == {
        "articles/2016-05-a.html",
        "tags/truce.html",
        "tags/index.html",
        "index.html",  # it names the tags that stand most often
    }


def test_one_more_actor_touches_the_actors_that_now_stand_together():
    assert touched(article(2016, 5, actors="[army, guard]")) == {
        "articles/2016-05-a.html",
        "actors/guard.html",
        "actors/army.html",
        "actors/index.html",
        "places/town.html",
        "sources/wire.html",
        "tags/fire.html",
        "index.html",
    }


def test_an_article_that_comes_late_touches_no_list_of_another_year_but_its_way_to_a_new_page():
    found = touched(("content/articles/2016-05-b.md", article(2016, 5)[1]))
    listed = {path for path in found if re.search(r"/20\d\d(-\d)?\.html$", path)}
    ways = {f"{name}/{year}.html" for name in ("articles/page", "sources/wire", "tags/fire") for year in (2016, 2017)}
    assert {path for path in listed if "/2016-" not in path} == ways | {"timeline/2016.html"}
    assert not {"sources/wire/2016-5.html", "actors/army/2016.html", "timeline/2017.html"} & found


def test_the_newest_article_leaves_every_full_page_as_it_was():
    found = touched(("content/articles/2019-12-31-b.md", article(2019, 12, date="2019-12-31")[1]))
    old = {path for path in found & BEFORE.keys() if re.search(r"/20\d\d(-\d)?\.html$", path)}
    # the last page of each list leads to the new one, which the year's first page names
    lists = ("actors/army", "places/town", "sources/wire", "tags/fire", "articles/page")
    assert old == {f"{name}/2019{part}.html" for name in lists for part in ("", "-3")} | {"timeline/2019.html"}
