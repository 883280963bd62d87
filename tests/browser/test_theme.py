"""The theme, as a browser shows it: at every width, in both schemes, from a server and from a disk, and without any script."""

from __future__ import annotations

import gzip
import json
import re
from itertools import pairwise

import pytest

pytestmark = pytest.mark.browser

KINDS = (
    "index.html",
    "timeline/index.html",
    "timeline/2018.html",
    "timeline/2018-09.html",
    "articles/index.html",
    "events/index.html",
    "actors/index.html",
    "places/index.html",
    "sources/index.html",
    "tags/index.html",
    "pages/methodology.html",
    "coverage/index.html",
    "corrections/index.html",
    "404.html",
)
ARABIC = (
    "articles/2018-09-11-hajin.html",
    "articles/2018-09-12-described.html",
    "articles/2018-09-13-excerpt.html",
    "events/2018-09-10-open.html",
    "actors/qasd.html",
    "actors/qasd/2018.html",
    "places/hajin.html",
    "sources/wakala.html",
    "tags/hujum.html",
    "events/page/2018.html",
)
OWN = (
    "articles/2018-09-11-us-backed-force-attacks-last-is-pocket.html",
    "events/2018-09-10-hajin-offensive.html",
    "actors/islamic-state.html",
    "places/hajin.html",
    "sources/bbc-news.html",
    "tags/ambush.html",
)
CONTRAST = 4.5
"""WCAG 2.2 AA, for text of any size."""

MANNERS = ((1280, "light"), (360, "dark"), (320, "light"))
LOOK = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data]; };
const cache = new Map(), once = colour => cache.get(colour) ?? cache.set(colour, rgb(colour)).get(colour);
const behind = e => { for (; e; e = e.parentElement) { const c = once(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; }
  return [255, 255, 255, 255]; };
const all = [...document.querySelectorAll("body *")], edge = document.documentElement.clientWidth, texts = {};
const shown = e => e.getClientRects().length, start = e => e.outerHTML.slice(0, 120), box = e => e.getBoundingClientRect();
for (const e of all)
  if (!e.closest("svg") && shown(e) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    texts[[once(getComputedStyle(e).color), behind(e)].join("|")] = start(e);
const targets = "nav a, .what > a, .cards a, .names a, .counts a, .months a, .ways a, .more a, summary";
const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']");
return {
  sideways: document.documentElement.scrollWidth - edge,
  outside: all.filter(e => box(e).width && (box(e).right > edge + 1 || box(e).left < -1) && !e.closest("svg, .aside, .skip, .scroll")).map(start),
  texts: Object.entries(texts),
  small: [...document.querySelectorAll(targets)].filter(a => shown(a) && (box(a).height < 24 || box(a).width < 20)).map(start),
  headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(h => !h.closest(".prose")).map(h => +h.tagName[1]),
  ids: all.filter(e => e.id).map(e => e.id),
  labels: all.map(e => e.getAttribute("aria-labelledby")).filter(Boolean),
  policy: policy.content.split("; "),
  referrer: document.querySelector("meta[name=referrer]").content,
  inline: [...document.querySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])")].map(start),
};
"""
"""What a page looks like, measured in it. The headings of bodies are the curator's."""


@pytest.fixture(scope="session")
def looks(arabic, own, chrome, window):
    """Each page, looked at in each manner once: (width, scheme, address) and what was measured, and what the browser logged."""
    pages = [site.url + page for site, names in ((arabic, (*KINDS, *ARABIC)), (own, (*KINDS, *OWN))) for page in names]
    found = {}
    for width, scheme in MANNERS:
        window(chrome, width=width, scheme=scheme)
        for page in pages:
            chrome.get(page)
            found[width, scheme, page] = chrome.execute_script(LOOK) | {"log": chrome.get_log("browser")}
    return found, chrome.get_log("performance")


@pytest.fixture(scope="session")
def measured(looks):
    return looks[0]


def test_no_page_scrolls_sideways(measured):
    assert {page: look["outside"] for page, look in measured.items() if look["sideways"] or look["outside"]} == {}


def test_the_console_is_silent(measured):
    assert {page: look["log"] for page, look in measured.items() if look["log"]} == {}


def test_nothing_is_fetched_from_elsewhere(looks):
    events = [json.loads(entry["message"])["message"] for entry in looks[1]]
    asked = {event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if url.startswith(("http", "ws")) and not url.startswith("http://127.0.0.1:")} == set()
    assert any(url.endswith(".css") for url in asked)


def test_a_page_that_is_not_there_is_answered_in_style_at_any_depth(arabic, driver):
    driver.get(arabic.url + "no/such/page/at/all.html")
    assert driver.find_element("css selector", "h1").text
    assert styled(driver)
    for link in driver.find_elements("css selector", "a[href]"):
        assert link.get_attribute("href").startswith((arabic.url, "mailto:"))


def test_every_text_is_readable_in_both_schemes(measured):
    faint = []
    for page, look in measured.items():
        assert look["texts"], page
        for colours, element in look["texts"]:
            front, back = ([int(part) for part in colour.split(",")] for colour in colours.split("|"))
            if contrast(front, back) < CONTRAST:
                faint.append((page, element, front, back))
    assert faint == []


def contrast(one: list[int], other: list[int]) -> float:
    """The contrast of two colours, as WCAG 2.2 counts it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: list[int]) -> float:
    red, green, blue = (part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_counted_as_wcag_counts_it():
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([118, 118, 118], [255, 255, 255]) == pytest.approx(4.54, abs=0.01)


def test_the_dark_scheme_is_dark_and_the_light_one_light(own, driver, window):
    shades = {}
    for scheme in ("light", "dark"):
        window(driver, scheme=scheme)
        driver.get(own.url)
        shades[scheme] = luminance(
            numbers(driver.execute_script("return getComputedStyle(document.documentElement).backgroundColor"))
        )
    assert shades["dark"] < 0.03
    assert shades["light"] > 0.9


def numbers(colour: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", colour)]


def test_what_is_touched_is_big_enough(measured):
    assert {page: look["small"] for page, look in measured.items() if look["small"]} == {}


def test_the_policy_stands_on_every_page_and_nothing_needs_more(measured):
    for page, look in measured.items():
        assert {
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        } <= set(look["policy"]), page
        assert "unsafe" not in str(look["policy"]), page
        assert look["referrer"] == "no-referrer", page
        assert look["inline"] == [], page


def test_the_policy_forbids_what_a_text_could_bring_in(arabic, driver):
    driver.get(arabic.url)
    driver.execute_script("document.body.insertAdjacentHTML('beforeend', '<p id=bad style=\"position:fixed\">x</p>')")
    assert driver.find_element("id", "bad").value_of_css_property("position") == "static"


def test_headings_begin_with_one_title_and_go_down_one_step_at_a_time(measured):
    for page, look in measured.items():
        levels = look["headings"]
        assert levels[0] == 1, page
        assert levels.count(1) == 1, page
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), (page, levels)


def test_ids_are_unique_and_labels_find_them(measured):
    for page, look in measured.items():
        assert len(look["ids"]) == len(set(look["ids"])), (page, look["ids"])
        assert set(look["labels"]) <= set(look["ids"]), page


def test_the_first_stop_of_the_keyboard_skips_to_the_content(arabic, driver):
    from selenium.webdriver import ActionChains, Keys

    driver.get(arabic.url)
    ActionChains(driver).send_keys(Keys.TAB).perform()
    link = driver.switch_to.active_element
    assert link.get_attribute("class") == "skip"
    assert driver.execute_script(
        "const b = arguments[0].getBoundingClientRect(); return b.top >= 0 && b.bottom > 24", link
    )
    assert driver.execute_script("return getComputedStyle(arguments[0]).outlineStyle", link) == "solid"
    link.send_keys(Keys.ENTER)
    assert driver.switch_to.active_element.get_attribute("id") == "main"


@pytest.mark.parametrize(
    "page", ["index.html", "articles/2018-09-11-hajin.html", "timeline/2018.html", "actors/qasd.html"]
)
def test_a_site_opened_from_a_disk_looks_the_same_and_its_links_lead_somewhere(arabic, driver, page):
    driver.get((arabic.folder / page).as_uri())
    assert styled(driver)
    assert driver.get_log("browser") == []
    hrefs = driver.execute_script(
        "return [...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location).href).filter(h => h.startsWith('file:'))"
    )
    assert len(hrefs) > 10
    for href in hrefs:
        path = href.partition("#")[0].removeprefix(arabic.folder.as_uri() + "/")
        assert (arabic.folder / path).is_file(), href


def styled(driver) -> bool:
    return bool(
        driver.execute_script(
            "return getComputedStyle(document.body).margin === '0px' && [...document.styleSheets].length === 1"
        )
    )


def test_everything_is_there_without_scripts(arabic, driver, window):
    window(driver, script=False)
    driver.get(arabic.url + "articles/2018-09-11-hajin.html")
    driver.find_element("css selector", ".fold summary").click()
    assert "خمسة عشر" in driver.find_element("css selector", ".prose").text
    driver.find_element("css selector", ".prose a").click()
    assert driver.current_url == arabic.url + "actors/qasd.html"
    assert styled_without_scripts(driver)


def styled_without_scripts(driver) -> bool:
    return driver.find_element("css selector", "body").value_of_css_property("margin-top") == "0px"


def test_hostile_titles_are_text(arabic, driver):
    driver.get(arabic.url + "articles/2018-09-11-hajin.html")
    heading = driver.find_element("css selector", "h1")
    assert "<b>not markup</b> &" in heading.text
    assert heading.find_elements("css selector", "*") == []


def test_a_right_to_left_site_is_laid_out_from_the_right(arabic, own, driver):
    edges = {}
    for site in (arabic, own):
        driver.get(site.url + "timeline/2018.html")
        edges[site] = driver.execute_script(
            "const x = s => document.querySelector(s).getBoundingClientRect().x;"
            "return [x('.rows .when') > x('.rows .mark'), x('.months li') > x('.months li:last-child')]"
        )
    assert edges == {arabic: [True, True], own: [False, False]}


def test_doubt_is_drawn_by_more_than_colour(arabic, driver):
    driver.get(arabic.url + "timeline/2018.html")
    marks = driver.execute_script(
        "return Object.fromEntries([...document.querySelectorAll('.rows li')].map(li => [li.querySelector('a').getAttribute('href')"
        ".replace(/.*\\/|\\.html/g, ''), [...li.querySelectorAll('path')].map(p => p.getAttribute('class')).join('')]))"
    )
    assert marks["2018-09-10-day"] == "p"
    assert marks["2018-09-11-hajin"] == "ph"
    assert marks["2018-09-10-about"] == "buu"
    assert marks["2018-09-10-span"] == "b"
    assert marks["2018-10-month"] == "b"
    assert marks["2018-09-10-open"] == "bf"
    assert marks["2018-unsure"] == "buu"


def test_a_printed_page_leaves_the_navigation_out(own, driver, window):
    window(driver, media="print")
    driver.get(own.url + OWN[0])
    assert not driver.find_element("css selector", ".top nav").is_displayed()
    assert driver.find_element("css selector", ".prose").is_displayed()


@pytest.mark.parametrize("page", OWN[:2])
def test_a_page_and_its_stylesheet_are_small(own, page):
    html = gzip.compress((own.folder / page).read_bytes())
    style = gzip.compress(next((own.folder / "assets").glob("style.*.css")).read_bytes())
    assert len(html) + len(style) < 14 * 1024
