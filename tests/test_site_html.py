"""The site of this repository's own archive, as a parser and a link checker see it: at a domain's root and below a path."""

import datetime as dt
import posixpath
import shutil
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from sitegen.build import Options, build

REPOSITORY = Path(__file__).resolve().parents[1]
BASES = ("https://archive.example/", "https://archive.example/sub/")
ATTRIBUTES = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src"))


@pytest.fixture(scope="module", params=BASES, ids=["root", "sub"])
def site(request, tmp_path_factory):
    """The built site: its folder, its base, and every page parsed."""
    folder = tmp_path_factory.mktemp("site")
    root = folder / "archive"
    for part in ("content", "seeds"):
        shutil.copytree(REPOSITORY / part, root / part)
    report = build(Options(root=root, output=folder / "out", base_url=request.param, now=dt.date(2026, 11, 22)))
    assert not report.failed, report.problems
    pages = {}
    for path in sorted((folder / "out").rglob("*.html")):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        pages[path.relative_to(folder / "out").as_posix()] = parser.parse(path.read_text("utf-8"))
    return folder / "out", request.param, pages


def links(tree):
    for tag, attribute in ATTRIBUTES:
        for element in tree.iter(tag):
            if (target := element.get(attribute)) is not None:
                yield tag, target


def anchors(tree):
    return {element.get("id") for element in tree.iter() if element.get("id")}


def test_every_page_is_html_without_a_parse_error(site):
    _, _, pages = site
    assert len(pages) > 300  # a strict parser raised nothing while they were read


def test_every_internal_link_and_anchor_resolves(site):
    folder, base, pages = site
    base_path = urlsplit(base).path
    broken = []
    for page, tree in pages.items():
        for _, target in links(tree):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            if target.startswith("/"):
                assert page == "404.html", f"{page} links to {target}: only the 404 page stands at any depth"
                assert target.startswith(base_path), target
                where = unquote(parts.path)[len(base_path) :] or "index.html"
            else:
                where = (
                    posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
                    if parts.path
                    else page
                )
            where = where + "index.html" if where.endswith("/") else where
            if not (folder / where).is_file() or (
                parts.fragment and unquote(parts.fragment) not in anchors(pages[where])
            ):
                broken.append(f"{page} -> {target}")
    assert broken == []


def test_nothing_is_asked_of_another_host(site):
    """Links may lead away; whatever the browser fetches by itself is the site's own."""
    _, _, pages = site
    for page, tree in pages.items():
        for tag, target in links(tree):
            loads = tag not in ("a", "link")
            assert not (loads and urlsplit(target).netloc), f"{page} loads {target}"
        for link in tree.iter("link"):
            if link.get("rel") not in ("canonical", "alternate", "prev", "next"):
                assert not urlsplit(link.get("href")).netloc, f"{page} loads {link.get('href')}"


def test_the_policy_stands_on_every_page_and_nothing_is_inline(site):
    _, _, pages = site
    for page, tree in pages.items():
        metas = [
            meta.get("content") for meta in tree.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(metas) == 1, page
        assert "default-src 'none'" in metas[0]
        assert "unsafe" not in metas[0]
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.get("style") is None, f"{page}: a style attribute"
            assert not [name for name in element.keys() if isinstance(name, str) and name.startswith("on")], page  # noqa: SIM118
            assert element.tag != "style", page
            if element.tag == "script" and element.get("src") is None:
                assert element.get("type") == "application/ld+json", page


def test_ids_are_unique_headings_in_order_and_every_page_has_a_title(site):
    _, _, pages = site
    for page, tree in pages.items():
        found = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(found) == len(set(found)), page
        assert tree.find("head/title").text.strip(), page
        levels = [int(element.tag[1]) for element in tree.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        if page.endswith("redirect.html") or not levels:
            continue
        assert levels[0] == 1, page
        assert levels.count(1) == 1, page
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{page}: {levels}"


def test_canonical_addresses_are_the_sites_own(site):
    _, base, pages = site
    for page, tree in pages.items():
        canonical = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
        robots = [meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "robots"]
        assert canonical or robots, page
        assert all(address.startswith(base) for address in canonical), page


def test_feeds_and_the_sitemap_are_well_formed_and_absolute(site):
    folder, base, pages = site
    atom = "{http://www.w3.org/2005/Atom}"
    for name in ("feed.xml", "corrections/feed.xml"):
        feed = ET.parse(folder / name).getroot()
        ids = [entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")]
        assert len(ids) == len(set(ids))
        for element in feed.iter(f"{atom}link"):
            assert element.get("href").startswith(base)
        for tag in ("id", "title", "updated"):
            assert feed.findtext(f"{atom}{tag}"), (name, tag)
    sitemap = ET.parse(folder / "sitemap.xml").getroot()
    listed = {element.text for element in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert len(listed) > 300
    for address in listed:
        assert address.startswith(base)
        path = address[len(base) :]
        assert ("index.html" if not path else path + "index.html" if path.endswith("/") else path) in pages


def test_the_site_says_where_it_is_for_robots(site):
    folder, base, _ = site
    assert f"Sitemap: {base}sitemap.xml" in (folder / "robots.txt").read_text("utf-8")
    assert (folder / ".nojekyll").is_file()


def test_the_ambush_in_another_province_is_not_on_hajins_timeline(site):
    folder, _, _ = site
    page = (folder / "places/hajin.html").read_text("utf-8")
    assert "events/2018-09-10-hajin-offensive.html" in page
    assert "tulul-al-safa-ambush" not in page
    assert "tulul-al-safa-ambush" in (folder / "places/as-suwayda-governorate.html").read_text("utf-8")
