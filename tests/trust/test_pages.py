"""What a reader sees of claims, corrections, preparation and coverage."""

import hashlib
import json
import re

import pytest

EVENT = "content/events/2018-09-10-raid.md"
ARTICLE = "content/articles/2018-09-11-report.md"


def test_an_event_says_first_that_its_accounts_differ(small):
    small.build()
    page = small.page("events/2018-09-10-raid.html")
    assert page.index("The accounts differ.</a>") < page.index('class="chart"') < page.index('<ul class="accounts')
    assert "up to 21 or more" not in page
    assert "up to 21 killed (South)" in page
    assert "3 reports, 3 independent sources" in page


def test_the_chart_has_a_bar_for_each_account_with_its_words(small):
    small.build()
    page = small.page("events/2018-09-10-raid.html")
    chart = page[page.index('class="chart"') : page.index("</figure>")]
    assert re.findall(r"<bdi>(.*?)</bdi>", chart) == ["South", "North", "The Monitor", "South"]
    for words in ("at least 15", ">21<", "up to 9"):
        assert words in chart


def test_lists_show_ranges_never_sums(small):
    small.build()
    for path in (
        "actors/south.html",
        "places/ford.html",
        "tags/raid.html",
        "timeline/2018.html",
        "timeline/2018-09.html",
        "events/index.html",
    ):
        page = small.page(path)
        assert "accounts differ: <bdi>up to 21 killed (South)</bdi>" in page, path
        assert "45" not in page, path  # 15 + 21 + 9


def test_an_actor_that_only_speaks_shows_what_it_says(small):
    small.build()
    page = small.page("actors/monitor.html")
    assert "What is said in its name" in page
    assert "<b>21</b> killed of <bdi>South</bdi>" in page


def test_corroborated_needs_two_independent_sources(small):
    small.edit(EVENT, "verification: contested", "verification: corroborated")
    assert small.check() == []
    for line in ("by: south", "by: north"):
        path = EVENT if line == "by: south" else ARTICLE
        small.edit(path, line, "by: monitor")
    assert small.check() == [("not-corroborated", EVENT)]
    small.edit(
        EVENT, "tags: [raid]", "tags: [raid]\ncheck: [{by: an editor, date: 2018-10-01, method: compared pictures}]"
    )
    assert small.check() == []


def test_what_is_confirmed_and_differs_is_warned_about(small):
    small.edit(EVENT, "verification: contested", "verification: confirmed")
    assert small.check() == [("confirmed-but-contested", EVENT)]


def test_a_correction_stands_on_its_record_on_a_page_in_a_feed_and_in_the_data(small):
    small.edit(
        ARTICLE, "language: en", "language: en\ncorrections: [{date: 2026-11-22, note: The place was <corrected>.}]"
    )
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert "The place was &lt;corrected&gt;." in page
    assert "The place was &lt;corrected&gt;." in small.page("corrections/index.html")
    assert "The place was &lt;corrected&gt;." in small.page("corrections/feed.xml")
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "The place was <corrected>.", "datePublished": "2026-11-22"}
    ]


def test_a_correction_of_an_event_is_in_the_data_of_its_page(small):
    small.edit(EVENT, "tags: [raid]", "tags: [raid]\ncorrections: [{date: 2026-11-22, note: It was the ford.}]")
    small.build()
    data = json.loads(
        re.search(
            r'<script type="application/ld\+json">(.*?)</script>', small.page("events/2018-09-10-raid.html"), re.DOTALL
        )[1]
    )
    assert data["correction"][0]["text"] == "It was the ford."
    assert data["about"]["startDate"] == "2018-09-10"


def test_the_id_of_a_correction_never_moves(small):
    def ids():
        return set(re.findall(r"<id>(.*?#correction.*?)</id>", small.page("corrections/feed.xml")))

    small.edit(EVENT, "tags: [raid]", "tags: [raid]\ncorrections: [{date: 2026-11-22, note: It was the ford.}]")
    small.build()
    before = ids()
    small.edit(
        ARTICLE,
        "language: en",
        "language: en\ncorrections: [{date: 2026-11-21, note: Earlier.}, {date: 2026-11-22, note: Same day.}]",
    )
    small.build()
    assert before < ids()
    assert len(ids()) == 3


def test_no_correction_is_said_too(small):
    small.build()
    assert "Nothing has been corrected so far." in small.page("corrections/index.html")


def test_data_in_a_page_cannot_break_out_of_it(small):
    small.edit(ARTICLE, "title: Dead at the ford", "title: '</script><script>alert(1)</script> & \"quotes\"'")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert "<script>alert" not in page
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert data["headline"] == '</script><script>alert(1)</script> & "quotes"'


def test_an_article_shows_how_its_text_was_prepared(small):
    import hashlib

    seed = "Dead at the ford\nAdvertisement\nThe north said that at least 15 were killed.\n"
    small.write("seeds/one.txt", seed)
    digest = hashlib.sha256(seed.encode()).hexdigest()
    small.write(
        "seeds/one.yaml",
        f"sha256: {digest}\nsize: {len(seed)}\ncustody: [{{at: 2018-09-12, who: an editor, what: saved the page}}]\n"
        f"import:\n  article: {ARTICLE}\n  rules_version: '1'\n  encoding: utf-8\n"
        "  lines: [{line: 2, action: remove, rule: ad, text: <b>Advertisement</b>}]\n"
        "  flags: [{code: date, line: 0, message: no date}]\n  draft: whatever\n",
    )
    small.edit(ARTICLE, "language: en", f"language: en\nseed: {{file: seeds/one.txt, sha256: {digest}}}")
    assert small.check() == []
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    told = page[page.index("How this text was prepared") :]
    for words in (
        digest,
        "an editor",
        "saved the page",
        "&lt;b&gt;Advertisement&lt;/b&gt;",
        "<code>ad</code>",
        "no date",
    ):
        assert words in told
    assert "whatever" not in page


def test_a_digest_that_could_confirm_a_guess_can_be_kept_back(small):
    sha256 = hashlib.sha256(b"raw").hexdigest()
    small.write("seeds/a.txt", "raw")
    small.write("seeds/a.yaml", f"sha256: {sha256}\nsize: 3\nimport: {{article: {ARTICLE}}}\n")
    small.edit(ARTICLE, "language: en", f"language: en\nseed: {{file: seeds/a.txt, sha256: {sha256}}}")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert page.count(sha256) == 2
    assert "3 bytes" in page
    small.edit(ARTICLE, f", sha256: {sha256}", "")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert sha256 not in page
    assert "3 bytes" not in page
    assert "its SHA-256 kept with the archive" in page


def test_a_seed_that_was_changed_is_an_error(small):
    small.write("seeds/one.txt", "changed")
    small.edit(ARTICLE, "language: en", f"language: en\nseed: {{file: seeds/one.txt, sha256: {'0' * 64}}}")
    assert small.check() == [("seed-changed", ARTICLE)]


def test_coverage_names_the_gaps(small):
    small.write(
        "content/events/2018-12-01-later.md",
        "---\ntitle: Later\ndate: 2018-12-01\nkind: other\nplaces: [ford]\nverification: reported\nclaims: [{source: paper, by: north, note: said so}]\n---\n",
    )
    small.build()
    page = small.page("coverage/index.html")
    assert "2018-10 to 2018-11" in page
    assert re.search(r"one independent source</span> <span class=\"amount\">1 <small>of 2 events", page)


def test_coverage_counts_voices_and_not_reports(small):
    def share(words):
        page = " ".join(re.sub(r"<[^>]*>", " ", small.page("coverage/index.html")).split())
        return re.search(rf"{words} (\d+)", page)[1]

    small.build()
    assert (share("one independent source"), share("three or more")) == ("0", "1")
    for speaker in ("monitor", "south"):
        small.edit(EVENT, f"by: {speaker},", "by: north,")
    small.build()
    assert "3 reports, 1 independent source" in small.page("events/2018-09-10-raid.html")
    assert (share("one independent source"), share("three or more")) == ("1", "0")


def test_confidence_in_a_single_field_is_shown_with_its_reason(small):
    small.edit(EVENT, "date: 2018-09-10", "date: {value: 2018-09-10, confidence: low, note: One report says the 9th.}")
    assert small.check() == []
    small.build()
    page = small.page("events/2018-09-10-raid.html")
    assert "Date: <b>low</b> confidence" in page
    assert "One report says the 9th." in page
    assert "10 September 2018" in page


def test_a_picture_in_a_body_is_found_from_the_page(small):
    small.write("content/media/map.png", "no picture, but bytes")
    small.edit(ARTICLE, "language: en", "language: en\nmedia: [{caption: A map, file: map.png, alt: The ford}]")
    small.edit(ARTICLE, "The north said", "![The ford](media/map.png)\n\nThe north said")
    assert small.check() == []
    small.build()
    assert 'src="../media/map.png"' in small.page("articles/2018-09-11-report.html")
    assert (small.root / "output/media/map.png").is_file()


def test_the_accent_colour_has_a_stylesheet_of_its_own(small):
    small.build()
    assert "accent." not in small.page("index.html")
    small.edit("content/site.yaml", "url:", "theme: {accent: '#8a3324'}\nurl:")
    small.build()
    (name,) = re.findall(r'href="(assets/accent\.\w+\.css)"', small.page("index.html"))
    assert small.page(name) == ":root { --accent: #8a3324; }\n"


def test_headings_of_a_body_begin_below_the_title(small):
    small.edit(ARTICLE, "The north said", "### First\n\n#### Second\n\nThe north said")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert re.search(r"<h2[^>]*>First</h2>", page)
    assert re.search(r"<h3[^>]*>Second</h3>", page)


def test_a_warning_comes_before_the_text_in_lists_and_feeds_and_says_why(small):
    small.edit(ARTICLE, "language: en", "language: en\nwarnings: [death]\nwarnings_note: The dead are described.")
    assert small.check() == []
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert (
        page.index("Content warning:</strong> death")
        < page.index("The dead are described.")
        < page.index("The north said")
    )
    for path in ("articles/index.html", "timeline/2018.html", "actors/north.html"):
        assert "<b>warning:</b> death" in small.page(path), path
    assert "Content warning: death." in small.page("feed.xml")


def test_a_correction_of_what_has_a_warning_has_it_too(small):
    small.edit(
        ARTICLE,
        "language: en",
        "language: en\nwarnings: [death, graphic]\ncorrections: [{date: 2020-01-01, note: Put right.}]",
    )
    small.build()
    page = small.page("corrections/index.html")
    assert page.index("<b>warning:</b> death, graphic") < page.index("Put right.")
    assert "<summary>Content warning: death, graphic. Put right.</summary>" in small.page("corrections/feed.xml")


def test_the_text_waits_behind_a_disclosure_where_the_site_says_so(small):
    small.edit(ARTICLE, "language: en", "language: en\nwarnings: [death]")
    small.edit("content/site.yaml", "url:", "theme: {fold_warnings: true}\nurl:")
    small.build()
    page = small.page("articles/2018-09-11-report.html")
    assert (
        page.index("<details")
        < page.index("<summary>Show the text (death)")
        < page.index("The north said")
        < page.index("</details>")
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("articles/2018-09-12-short", "date: 2018-09-12\nsource: wire\nrights: {publish: excerpt}"),
        ("events/2018-09-12-raid", "date: 2018-09-12\nkind: battle\nplaces: [ford]\nverification: reported"),
        ("actors/band", "kind: group"),
        ("places/hill", "kind: area"),
        ("sources/sheet", "kind: newspaper"),
        ("tags/horror", "scope: s"),
        ("pages/about", "menu: 1"),
    ],
)
def test_every_text_with_a_warning_waits_and_no_other_does(small, path, text):
    body = "Words that are hard."
    small.write(
        f"content/{path}.md", f"---\ntitle: T\nwarnings: [death, graphic]\nwarnings_note: Why.\n{text}\n---\n{body}\n"
    )
    small.build()
    assert "<details class" not in small.page(f"{path}.html")
    small.edit("content/site.yaml", "url:", "theme: {fold_warnings: true}\nurl:")
    small.build()
    page = small.page(f"{path}.html")
    inside = page.partition('<details class="fold"><summary>Show the text (death, graphic)</summary>')[2].partition(
        "</details>"
    )[0]
    assert body in inside
    assert page.count(body) == 1
    assert page.index("Content warning:") < page.index("Why.") < page.index(body)
    small.edit(f"content/{path}.md", "warnings: [death, graphic]\n", "")
    small.build()
    assert "<details class" not in small.page(f"{path}.html")


def test_a_report_that_is_only_described_and_its_event_lead_to_each_other(small):
    small.write(
        "content/articles/2018-09-12-described.md",
        "---\ntitle: What the wire sent\ndate: 2018-09-12\nsource: wire\nrights: {publish: metadata}\nevents: [2018-09-10-raid]\n---\n",
    )
    small.build()
    event, article = small.page("events/2018-09-10-raid.html"), small.page("articles/2018-09-12-described.html")
    assert '<a href="../articles/2018-09-12-described.html"><bdi>What the wire sent</bdi></a>' in event
    assert '<a href="../events/2018-09-10-raid.html"><bdi>A raid at the ford</bdi></a>' in article
    assert "Events it tells of" in article
    assert "3 reports, 3 independent sources" in event  # it makes no claim, so it is no voice
    small.edit("content/articles/2018-09-12-described.md", "events: [2018-09-10-raid]\n", "")
    small.build()
    assert "What the wire sent" not in small.page("events/2018-09-10-raid.html")


def test_a_source_has_the_events_that_its_described_reports_tell_of(small):
    small.write("content/sources/sheet.md", "---\ntitle: The Sheet\nkind: newspaper\n---\n")
    small.write(
        "content/articles/2018-09-12-described.md",
        "---\ntitle: Described\ndate: 2018-09-12\nsource: sheet\nrights: {publish: metadata}\nevents: [2018-09-10-raid]\n---\n",
    )
    small.build()
    assert "A raid at the ford" in small.page("sources/sheet.html")


COPY = (
    "---\ntitle: The same again\ndate: 2018-09-12\nsource: paper\nrights: {publish: full}\ncopy_of: 2018-09-11-report\nclaims:\n"
    "  - {event: 2018-09-10-raid, attribution: a commander, toll: {killed: 15}, of: south, quote: 15 were killed}\n"
    "---\nA commander said that 15 were killed.\n"
)


def test_a_copy_of_a_report_is_no_source_of_its_own(small):
    small.build()
    assert "3 reports, 3 independent sources" in small.page("events/2018-09-10-raid.html")
    small.write("content/articles/2018-09-12-copy.md", COPY)
    small.build()
    assert "4 reports, 3 independent sources" in small.page("events/2018-09-10-raid.html")
    small.edit("content/articles/2018-09-12-copy.md", "copy_of: 2018-09-11-report\n", "")
    small.build()
    assert "4 reports, 4 independent sources" in small.page("events/2018-09-10-raid.html")


def test_copies_of_what_is_withheld_stay_copies_of_each_other(small):
    for name in ("a", "b"):
        small.write(f"content/articles/2018-09-12-{name}.md", COPY.replace("a commander", f"commander {name}"))
    small.edit("content/articles/2018-09-11-report.md", "language: en", "language: en\nstatus: withheld")
    small.build()
    page = small.page("events/2018-09-10-raid.html")
    assert "4 reports, 3 independent sources" in page
    assert "2018-09-11-report" not in page


def test_a_draft_corroborates_nothing(small):
    event, article = "content/events/2018-09-10-raid.md", "content/articles/2018-09-11-report.md"
    small.edit(event, "verification: contested", "verification: corroborated")
    small.edit(
        event,
        (small.root / event).read_text().partition("claims:\n")[2].partition("---")[0],
        "  - {source: wire, by: monitor, note: n}\n",
    )
    assert small.check() == []
    small.edit(article, "language: en", "language: en\nstatus: draft")
    assert ("not-corroborated", event) in small.check()
    small.edit(event, "tags: [raid]", "tags: [raid]\nstatus: draft")
    assert small.check() == []


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2018-09-10", "2018-09-10", "2018-09-10"),
        ("2018-09", "2018-09", "2018-09"),
        ("2018-09-09/2018-10", "2018-09-09", "2018-10"),
        ("2018-09-10~", None, None),
        ("2018?/2019", None, "2019"),
        ("2018-09-1X", None, None),
        ("201X", None, None),
        ("2018-23", None, None),
        ("2018-09-10/..", "2018-09-10", None),
        ("/2018-09-10", None, "2018-09-10"),
    ],
)
def test_data_name_no_day_that_is_not_known(small, date, start, end):
    small.edit(EVENT, "date: 2018-09-10\n", f"date: '{date}'\n")
    small.build()
    (text,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', small.page("events/2018-09-10-raid.html")
    )
    data = json.loads(text)
    assert (data["about"].get("startDate"), data["about"].get("endDate")) == (start, end)
    assert data["temporalCoverage"] == date


def test_an_article_of_a_season_has_no_day_of_publication_in_its_data(small):
    small.edit(ARTICLE, "date: 2018-09-11", "date: 2018-23")
    small.build()
    assert "datePublished" not in small.page("articles/2018-09-11-report.html")


def test_a_source_that_is_only_quoted_has_the_event_on_its_page(small):
    small.write("content/sources/locals.md", "---\ntitle: The Locals\nkind: other\n---\n")
    small.build()
    assert "No event and no report" in small.page("sources/locals.html")
    small.edit(EVENT, "by: monitor", "by: locals")
    small.build()
    assert "A raid at the ford" in small.page("sources/locals.html")


def test_a_figure_that_is_about_so_many_and_whom_it_includes(small):
    small.edit(EVENT, "{killed: 21}", "{killed: {about: 20, including: 3 <b>boys</b>}}")
    small.build()
    page = small.page("events/2018-09-10-raid.html")
    words = '<div><dt>killed, including <span dir="auto">3 &lt;b&gt;boys&lt;/b&gt;</span></dt><dd>about 20</dd></div>'
    assert words in page
    assert '<path class="u"' in page[page.index('class="chart"') : page.index("</figure>")]
    assert "up to about 20 killed (South)" in small.page("events/index.html")
    assert "<b>about 20</b> killed, including" in small.page("actors/monitor.html")
