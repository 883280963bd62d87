"""Files to records: every key of the codebook read as what it is, and each fault of a field in its place."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.load.records import parse
from sitegen.load.site import parse_site
from sitegen.model.problem import SitegenError
from sitegen.model.records import Alias, Confidence, Event, Figure, Rights, Translation
from sitegen.model.vocabulary import PlacePrecision, Publish, Status, Verification

ARTICLE = "content/articles/2018-09-11-a.md"
EVENT = "content/events/2018-09-10-e.md"
FULL_ARTICLE = """---
title: >-
  A   title
  over lines
date: 2018-09-11
source: bbc-news
url: HTTPS://News.Example/a b
author: A. Reporter
language: en
translation: {from: fr, method: machine, note: by a program}
retrieved: 2018-09-12
captures:
  - {url: https://web.example/1, at: 2018-09-12, sha256: SHA}
seed: {file: seeds/000.txt, sha256: SHA}
gaps: [{lacks: [custody, retrieved-by, custody], reason: Nobody knows., date: 2026-12}]
rights: {publish: excerpt, holder: BBC, note: fair dealing}
status: usable
summary: Short.
warnings: [death, graphic]
tags: [a, b, a]
actors: sdf
places: [hajin]
embargo: 2019
copy_of: 2018-09-11-b
confidence_is: no key
claims:
  - event: 2018-09-10-e
    by: sdf
    via: afp
    attribution: a commander
    toll: {killed: {min: 15}, injured: 3, captured: {about: 20, including: 3 officers}, missing: {min: 1, best: 2, max: 3}}
    of: islamic-state
    quote: at least 15 died
    note: n
corrections: [{date: 2026-11-22, note: Mended.}]
events: [2018-09-09-f]
aliases: [/old/path/, older.html]
media: [{caption: C, credit: D, date: 2018-05-01, file: a/b.jpg, alt: E}]
---
The army said at least
15 died. Then [[sdf]] left.
""".replace("SHA", "ab" * 32).replace("confidence_is: no key\n", "")


def article(lines: str, body: str = "") -> tuple[object, list[tuple[str, int, int]]]:
    text = f"---\ntitle: A\ndate: 2018-09-11\nsource: wire\nrights: {{publish: full}}\n{lines}\n---\n{body}"
    parsed = parse(ARTICLE, text.encode())
    return parsed.record, [(fault.code, fault.span.line, fault.span.column) for fault in parsed.problems]


def test_every_key_of_an_article():
    parsed = parse(ARTICLE, FULL_ARTICLE.encode())
    record = parsed.record
    assert parsed.problems == ()
    assert (record.id, record.path, record.title) == ("2018-09-11-a", ARTICLE, "A title over lines")
    assert (record.date.text, record.source.id, record.url) == ("2018-09-11", "bbc-news", "https://news.example/a%20b")
    assert record.translation == Translation("fr", "machine", "by a program")
    assert record.rights == Rights(Publish.EXCERPT, "BBC", "fair dealing")
    assert record.captures[0].sha256 == record.seed.sha256 == "ab" * 32
    (gap,) = record.gaps
    assert (gap.lacks, gap.reason, gap.date.text) == (("custody", "retrieved-by"), "Nobody knows.", "2026-12")
    assert [ref.id for ref in record.tags] == ["a", "b"]
    assert [ref.id for ref in record.actors] == ["sdf"]
    assert [ref.id for ref in record.events] == ["2018-09-09-f"]
    assert (record.embargo.text, record.copy_of.id, record.status) == ("2019", "2018-09-11-b", Status.USABLE)
    (claim,) = record.claims
    assert claim.toll.figures() == (
        ("killed", Figure(min=15)),
        ("injured", Figure(best=3)),
        ("captured", Figure(best=20, about=True, including="3 officers")),
        ("missing", Figure(1, 2, 3)),
    )
    assert (claim.event.id, claim.by.id, claim.via.id, claim.of.id) == ("2018-09-10-e", "sdf", "afp", "islamic-state")
    assert record.corrections[0].note == "Mended."
    assert record.redirects == ("old/path/", "older.html")
    assert (record.media[0].file, record.media[0].alt, record.media[0].date.text) == ("a/b.jpg", "E", "2018-05-01")
    assert record.body.mentions[0].id == "sdf"
    assert record.body.words == 10


@pytest.mark.parametrize(
    ("gap", "fault"),
    [
        ("{lacks: captures, date: 2026}", ("missing-key", 6, 8)),
        ("{lacks: captures, reason: r}", ("missing-key", 6, 8)),
        ("{reason: r, date: 2026}", ("missing-key", 6, 8)),
        ("{lacks: [captures, captrues], reason: r, date: 2026}", ("unknown-word", 6, 27)),
        ("{lacks: captrues, reason: r, date: 2026}", ("unknown-word", 6, 16)),
        ("{lacks: captures, reason: r, date: soon}", ("bad-date", 6, 43)),
        ("{lacks: captures, reason: r, date: 2026, why: w}", ("unknown-key", 6, 49)),
    ],
)
def test_a_gap_says_what_why_and_when(gap, fault):
    assert article(f"gaps: [{gap}]")[1] == [fault]


def test_what_a_gap_probably_meant():
    (fault,) = parse(
        ARTICLE, b"---\ntitle: A\ndate: 2018\nsource: w\ngaps: [{lacks: captrues, reason: r, date: 2026}]\n---\n"
    ).problems
    assert fault.hint == 'did you mean "captures"?'


def test_a_record_survives_pickling():
    record = parse(ARTICLE, FULL_ARTICLE.encode()).record
    assert pickle.loads(pickle.dumps(record, protocol=5)) == record


def test_the_same_bytes_give_the_same_record_and_other_bytes_another_digest():
    one, same = (parse(ARTICLE, FULL_ARTICLE.encode()).record for _ in range(2))
    other = parse(ARTICLE, FULL_ARTICLE.replace("Short.", "Shorter.").encode()).record
    moved = parse(ARTICLE.replace("-a.md", "-b.md"), FULL_ARTICLE.encode()).record
    body = parse(ARTICLE, FULL_ARTICLE.replace("left", "went").encode()).record
    assert one == same
    assert len({one.digest, other.digest, moved.digest}) == 3
    assert body.digest == one.digest
    assert body.body.digest != one.body.digest


def test_an_event():
    text = """---
title: E
date: 2018-09-10~
kind: ambush
places: [a]
actors: [{actor: x, role: initiator}, y]
verification: contested
check: [{by: us, date: 2019, method: satellite}]
location: {precision: district, publish: province}
ids: {ucdp: '12', wikidata: Q5}
sgbv: yes
approved_by: N. N.
claims: [{by: x, source: wire, url: 'https://w.example/', date: 2018-09-11, title: T, note: n}]
redirects: [old]
---
"""
    parsed = parse(EVENT, text.encode())
    record = parsed.record
    assert parsed.problems == ()
    assert (record.kind, record.verification, record.sgbv) == ("ambush", Verification.CONTESTED, True)
    assert [(part.actor.id, part.role) for part in record.actors] == [("x", "initiator"), ("y", "")]
    assert (record.precision, record.publish_precision) == (PlacePrecision.DISTRICT, PlacePrecision.PROVINCE)
    assert record.ids == (("ucdp", "12"), ("wikidata", "Q5"))
    assert record.claims[0].source.id == "wire"
    assert (record.checks[0].method, record.redirects) == ("satellite", ("old",))


def event(lines: str) -> tuple[Event, list[tuple[str, int, int]]]:
    head = "---\ntitle: E\ndate: 2018-09-10\nkind: battle\nplaces: [a]\nverification: reported\n"
    parsed = parse(EVENT, f"{head}{lines}\n---\n".encode())
    assert isinstance(parsed.record, Event)
    return parsed.record, [(fault.code, fault.span.line, fault.span.column) for fault in parsed.problems]


REPORTS = "reports:\n  wire-1: {source: wire, url: 'https://w.example/', title: T, date: 2018-09-11}\n"


def test_claims_name_a_report_that_stands_once():
    record, faults = event(
        REPORTS + "claims:\n  - {by: x, report: wire-1, note: n}\n  - {by: y, report: wire-1, note: m}"
    )
    spelt, _ = event(
        "claims:\n  - {by: x, source: wire, url: 'https://w.example/', title: T, date: 2018-09-11, note: n}"
    )
    assert faults == []
    assert [(one.source.id, one.url, one.title, one.date.text) for one in record.claims] == [
        ("wire", "https://w.example/", "T", "2018-09-11")
    ] * 2
    assert [one.by.id for one in record.claims] == ["x", "y"]
    assert spelt.claims[0].source.id == "wire"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (REPORTS + "claims:\n  - {by: x, report: wire-1, note: n}\n  - {by: x, report: wrie-1, note: n}", ("unknown-reference", 11, 21)),
        (REPORTS + "claims:\n  - {by: x, report: wire-1, url: 'https://w.example/', note: n}", ("duplicate-key", 10, 34)),
        (REPORTS + "claims:\n  - {by: x, source: wire, note: n}", ("unused-report", 8, 11)),
        ("reports:\n  one: {title: T}\nclaims:\n  - {by: x, report: one, note: n}", ("missing-key", 8, 8)),
        ("reports:\n  one: {source: wire, page: 3}\nclaims:\n  - {by: x, report: one, note: n}", ("unknown-key", 8, 23)),
        ("claims:\n  - {by: x, note: n}", ("missing-key", 8, 5)),
        ("claims:\n  - {by: x, source: wire, toll: {killed: {best: 3, about: 4}}}", ("duplicate-key", 8, 59)),
        ("claims:\n  - {by: x, source: wire, note: n, toll: {killed: {including: 3 men}}}", ("bad-value", 8, 51)),
    ],
)  # fmt: skip
def test_a_report_is_named_or_described_and_not_both(lines, fault):
    assert event(lines)[1] == [fault]


def test_an_actor_a_place_a_source_a_tag_and_a_page():
    actor = parse(
        "content/actors/is.md",
        b"---\ntitle: IS\nkind: armed-group\naliases: [Daesh, {text: IS, language: en, case: exact}]\n"
        b"names: [{name: ISIL, from: 2013, to: 2014}]\npart_of: x\ncountry: Iraq\n"
        b"relations: [{actor: y, kind: fights, from: 2014, source: wire}]\n---\nProfile.",
    )
    place = parse(
        "content/places/hajin.md",
        b"---\ntitle: Hajin\nkind: town\npoint: [34.69, 40.83]\nprecision: near\npublish: district\npart_of: dz\n---\n",
    )
    source = parse(
        "content/sources/bbc.md",
        b"---\ntitle: BBC\nkind: broadcaster\nurl: https://bbc.example\ndefault_rights: {publish: metadata}\n"
        b"standpoint: Public.\naliases: [Beeb]\n---\n",
    )
    tag = parse("content/tags/t.md", b"---\ntitle: T\nbroader: u\naliases: [v]\n---\n")
    page = parse("content/pages/p.md", b"---\ntitle: P\nmenu: 3\n---\n")
    assert [parsed.problems for parsed in (actor, place, source, tag, page)] == [()] * 5
    assert actor.record.aliases == (Alias("Daesh"), Alias("IS", "en", exact_case=True))
    assert actor.record.names[0].end.latest == date(2014, 12, 31)
    assert actor.record.relations[0].kind == "fights"
    assert place.record.point == (34.69, 40.83)
    assert (place.record.precision, place.record.publish_precision) == ("near", "district")
    assert source.record.default_rights == Rights(Publish.METADATA)
    assert (tag.record.broader.id, page.record.menu) == ("u", 3)


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("retrieved: yesterday", [("bad-date", 6, 12)]),
        ("retrieved: [2018]", [("bad-value", 6, 12)]),
        ("author: {a: b}", [("bad-value", 6, 9)]),
        ("tags: [a, [b], {c: d}]", [("bad-value", 6, 11), ("bad-value", 6, 16)]),
        ("tags: [A]", [("bad-id", 6, 8)]),
        ("warnings: [[a]]", [("bad-value", 6, 12)]),
        ("captures: [x]", [("bad-value", 6, 12)]),
        ("captures: [{url: 'ftp://x'}]", [("bad-url", 6, 18)]),
        ("seed: {file: a, sha256: abc}", [("bad-value", 6, 25)]),
        ("translation: {from: french, method: robot}", [("bad-language", 6, 21), ("unknown-word", 6, 37)]),
        ("rights: {holder: x}", [("duplicate-key", 6, 1)]),
        ("status: published", [("unknown-word", 6, 9)]),
        ("corrections: [{note: x}]", [("missing-key", 6, 15)]),
        ("media: [{file: a.jpg}]", [("missing-key", 6, 9)]),
        ("media: [{file: a//b.jpg, alt: x}]", [("bad-path", 6, 9)]),
        ("aliases: [/]", [("bad-path", 6, 11)]),
        ("aliases: ['/a b/']", [("bad-path", 6, 11)]),
        (f"aliases: [/{'a' * 121}/]", [("bad-path", 6, 11)]),
        (f"aliases: [{'a/' * 300}]", [("bad-path", 6, 11)]),
        ("aliases: [.well-known]", [("bad-path", 6, 11)]),
        ("claims: [{by: x, quote: q}]", [("missing-key", 6, 10), ("quote-not-in-body", 6, 10)]),
        ("claims: [{event: 2018-e, toll: {killed: many}, quote: q}]", [("bad-value", 6, 41), ("quote-not-in-body", 6, 10)]),
        ("claims: [{event: 2018-e, toll: {kiled: 1}, quote: q}]", [("unknown-key", 6, 33), ("quote-not-in-body", 6, 10)]),
        ("claims: [{event: 2018-e, toll: {killed: {min: -1}}, quote: q}]", [("bad-value", 6, 47), ("quote-not-in-body", 6, 10)]),
        ("copy_of: ../x", [("bad-id", 6, 10)]),
        ("summary: {value: S, confidence: certain}", [("unknown-word", 6, 33)]),
        ("summary: {value: S, confidence: low, why: x}", [("unknown-key", 6, 38)]),
    ],
)  # fmt: skip
def test_a_fault_of_a_field_is_told_in_its_place(lines, faults):
    assert article(lines)[1] == faults


@pytest.mark.parametrize(
    "id_",
    [
        "../../x",
        "/etc/x",
        "..%2fx",
        "%252e%252e/",
        "..\\x",
        "C:x",
        "x\\0",
        ".",
        "..",
        "!!!",
        "💥" * 300,
        "CON",
        "a.",
        "../out-evil",
        "A",
        "a--b",
        "-a",
        "a_b",
        "ı",
        "é",
    ],
)
def test_what_is_no_id_is_refused_in_references_and_names(id_):
    quoted = "'" + id_ + "'"
    assert [code for code, _, _ in article(f"tags: [{quoted}]")[1]] == ["bad-id"]
    if "/" not in id_:
        assert "bad-id" in [fault.code for fault in parse(f"content/tags/{id_}.md", b"---\ntitle: T\n---\n").problems]


@pytest.mark.parametrize("id_", ["con", "aux", "nul", "com1", "lpt9", "a" * 121])
def test_names_that_some_system_cannot_write_are_refused(id_):
    assert [fault.code for fault in parse(f"content/tags/{id_}.md", b"---\ntitle: T\n---\n").problems] == ["bad-id"]


class TestConfidence:
    def test_of_a_field(self):
        record, faults = article("summary: {value: Short., confidence: low, note: a guess}")
        assert (record.summary, faults) == ("Short.", [])
        assert record.confidence == (Confidence("summary", "low", "a guess"),)

    def test_within_a_claim_is_kept_once(self):
        record, faults = article(
            "claims: [{event: 2018-e, toll: {killed: {value: {min: 3}, confidence: low}}, quote: q}]", "q"
        )
        assert faults == []
        assert record.claims[0].toll.killed == Figure(min=3)
        assert record.confidence == (Confidence("claims.toll.killed", "low"),)


class TestQuotes:
    CLAIM = "claims: [{{event: 2018-e, by: x, quote: '{}'}}]"

    @pytest.mark.parametrize(
        ("quote", "body"),
        [
            ("six died", "They said six\n  died."),
            ("six  died", "six died"),
            ("", ""),
            ("six died", "six\tdied"),
            ("six died", "*six* [died](https://x.example)"),
            ("six guards", "six [[guard|guards]]"),
        ],
    )
    def test_stand_in_the_body_however_it_is_broken(self, quote, body):
        assert "quote-not-in-body" not in [code for code, _, _ in article(self.CLAIM.format(quote), body)[1]]

    @pytest.mark.parametrize(("quote", "body"), [("six died", "Six died"), ("six … died", "six men died"), ("x", "")])
    def test_are_told_where_they_do_not(self, quote, body):
        assert ("quote-not-in-body", 6, 10) in article(self.CLAIM.format(quote), body)[1]


class TestBody:
    def test_places_of_mentions_count_from_the_file_s_first_line(self):
        record, _ = article("summary: s", "\n\nOne\n[[two]]")
        (mention,) = record.body.mentions
        assert record.body.line + mention.line - 1 == 11

    def test_the_text_is_not_in_the_record(self):
        record, _ = article("summary: s", "zanzibar in the middle")
        assert b"zanzibar" not in pickle.dumps(record)


SITE = b"title: T\ndescription: D\nurl: https://x.example/a\n"


class TestSite:
    def test_every_setting(self):
        text = (
            SITE
            + b"language: ar\nlanguages: [ar, en]\ntimezone: Asia/Damascus\nlicence: CC\npublisher: P\ncontact: c\n"
            b"navigation: [about]\ntheme: {accent: '#8a3324', fold_warnings: yes, page_size: 7}\nexcerpt_words: 30\n"
            b"search: no\nfeeds: 9\nredact: [Somebody]\npublish: {branch: pages, domain: x.example}\n"
        )
        parsed = parse_site(text)
        site = parsed.site
        assert parsed.problems == ()
        assert (site.title, site.url, site.base_path, site.language) == ("T", "https://x.example/a/", "/a/", "ar")
        assert (site.accent, site.warnings_fold, site.page_size, site.feeds) == ("#8a3324", True, 7, 9)
        assert (site.search, site.excerpt_words, site.redact) == (False, 30, ("Somebody",))
        assert (site.branch, site.domain, site.timezone) == ("pages", "x.example", "Asia/Damascus")

    @pytest.mark.parametrize(
        ("url", "base"),
        [("https://x.example", "/"), ("https://x.example/a/b//", "/a/b/"), ("http://localhost:8000/s", "/s/")],
    )
    def test_an_address_ends_in_a_slash(self, url, base):
        assert parse_site(SITE, url).site.base_path == base

    @pytest.mark.parametrize(
        "url",
        [
            "'https://['",
            "ftp://x.example",
            "/a",
            "x.example",
            "'https://x.example/?a=1'",
            "'https://x.example/#a'",
            "'mailto:a@b.example'",
            "'https://user:word@x.example/'",
        ],
    )
    def test_what_is_no_address_is_told_in_its_place(self, url):
        (fault,) = parse_site(SITE.replace(b"https://x.example/a", url.encode())).problems
        assert (fault.code, fault.span.line, fault.span.column) == ("bad-url", 3, 6)

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("timezone: Mars/Base", "unknown-word"),
            ("theme: {accent: red}", "bad-value"),
            ("theme: {page_size: 0}", "bad-value"),
            ("feeds: 0", "bad-value"),
            ("search: maybe", "bad-value"),
            ("titel: x", "unknown-key"),
            ("publish: {branch: x, domains: y}", "unknown-key"),
            *(
                (f"publish: {{domain: '{text}'}}", "bad-value")
                for text in (
                    "https://a.example",
                    "a.example/path",
                    "a b.example",
                    "a.example:80",
                    "-a.example",
                    "a..example",
                    "a",
                    "ä.example",
                    "a.example\\nb.example",
                    "1.2.3.4",
                    f"{'a' * 64}.example",
                    f"{'a.' * 130}example",
                )
            ),
            ("theme: dark", "bad-value"),
        ],
    )
    def test_a_faulty_setting_is_told(self, line, code):
        (fault,) = parse_site(SITE + line.encode()).problems
        assert (fault.code, fault.span.line) == (code, 4)

    @pytest.mark.parametrize(
        ("text", "domain"), [("Archive.Example.org", "archive.example.org"), ("xn--4ca.example", "xn--4ca.example")]
    )
    def test_a_domain_is_a_name_of_a_host(self, text, domain):
        parsed = parse_site(SITE + f"publish: {{domain: {text}}}".encode())
        assert (parsed.problems, parsed.site.domain) == ((), domain)

    def test_what_is_missing_is_told(self):
        assert [fault.message for fault in parse_site(b"language: en\n").problems] == [
            '"title" is missing', '"description" is missing', '"url" is missing',
        ]  # fmt: skip

    def test_the_base_url_takes_the_place_of_the_address_and_changes_the_digest(self):
        one, two = parse_site(SITE).site, parse_site(SITE, "https://y.example/").site
        assert two.url == "https://y.example/"
        assert one.digest != two.digest

    @pytest.mark.parametrize(
        "address",
        ["javascript:alert(1)", "mailto:a@b.example", "https://y.example/?q", "https://y.example/#f", "nothing"],
    )
    def test_a_base_url_that_is_none_is_no_fault_of_the_file(self, address):
        with pytest.raises(SitegenError, match=r"--base-url: .* is no address of a site"):
            parse_site(SITE, address)


@given(st.lists(st.sampled_from(["a", "b", "c", "d-1"]), max_size=8))
def test_references_are_kept_once_each_in_their_order(ids):
    record, faults = article(f"tags: [{', '.join(ids)}]")
    assert faults == []
    assert [ref.id for ref in record.tags] == list(dict.fromkeys(ids))


def test_five_thousand_tags_are_read_at_once():
    record, _ = article("tags: [" + ", ".join(f"t{number}" for number in range(5000)) + "]")
    assert len(record.tags) == 5000
