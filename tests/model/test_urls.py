"""Every URL of the site, once."""

import pytest

from sitegen.model.language import direction
from sitegen.model.urls import (
    absolute,
    asset_url,
    century_url,
    corrections_url,
    index_url,
    month_url,
    page_url,
    root_of,
    sitemap_url,
    year_url,
)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://x.example/s/"),
        ("articles/index.html", "https://x.example/s/articles/"),
        ("articles/a.html", "https://x.example/s/articles/a.html"),
        ("tags/price-index.html", "https://x.example/s/tags/price-index.html"),
        ("tags/index.html.html", "https://x.example/s/tags/index.html.html"),
        ("media/a b&c.jpg", "https://x.example/s/media/a%20b%26c.jpg"),
    ],
)
def test_an_address_is_named_by_its_folder_only_for_the_folder_s_own_index(path, address):
    assert absolute("https://x.example/s/", path) == address


@pytest.mark.parametrize(("path", "root"), [("index.html", ""), ("a/b.html", "../"), ("a/b/1.html", "../../")])
def test_the_way_back_to_the_root(path, root):
    assert root_of(path) == root


def test_pages_of_lists():
    assert (page_url("tags", "t"), page_url("tags", "t", "2018-2")) == ("tags/t.html", "tags/t/2018-2.html")
    assert (index_url("tags"), index_url("events", "2018")) == ("tags/index.html", "events/page/2018.html")
    assert (year_url(987), month_url(2018, 9)) == ("timeline/0987.html", "timeline/2018-09.html")
    assert (month_url(2018, 9, 3), century_url(9)) == ("timeline/2018-09-3.html", "timeline/09xx.html")
    assert (corrections_url(), corrections_url("2018")) == ("corrections/index.html", "corrections/2018.html")
    assert sitemap_url("pages-2") == "sitemaps/pages-2.xml"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("style.css", "assets/style.0123456789.css"),
        ("a/b.min.js", "assets/a/b.min.0123456789.js"),
        ("LICENCE", "assets/LICENCE.0123456789"),
    ],
)
def test_assets_are_named_by_their_content(name, url):
    assert asset_url(name, "0123456789abcdef") == url


@pytest.mark.parametrize(
    ("tag", "way"),
    [
        ("ar", "rtl"),
        ("ar-SY", "rtl"),
        ("ckb", "rtl"),
        ("ku-Arab", "rtl"),
        ("ku-Latn", "ltr"),
        ("he", "rtl"),
        ("en", "ltr"),
        ("", "ltr"),
        ("arn", "ltr"),
    ],
)
def test_direction(tag, way):
    assert direction(tag) == way
