"""What must not get out does not get out: through no channel, in no guise, in no build after another.

The archive here is built with the packaged theme, and with one that prints all that it is given: what is not in the
output then is not in any view.
"""

from __future__ import annotations

import base64
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from sitegen.build import Options, build
from sitegen.engine.target import MANIFEST
from sitegen.inputs import theme_folder
from sitegen.survey import check
from sitegen.verify import differences

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sitegen.report import Report

SITE = """\
title: A small archive
description: For tests.
url: https://archive.example/sub/
"""
BODY = "The first sentence is short. The second says that fifteen were killed near the river. " + " ".join(
    f"Sentence {number} goes on about the day." for number in range(30)
)
FILES = {
    "content/site.yaml": SITE,
    "content/sources/agency.md": "---\ntitle: The Agency\nkind: agency\ndefault_rights: {publish: full, holder: The Agency}\n---\nWho they are.\n",
    "content/actors/front.md": "---\ntitle: The Front\nkind: armed-group\n---\nA group.\n",
    "content/actors/somebody.md": "---\ntitle: Somebody Known\nkind: person\n---\nA person.\n",
    "content/places/land.md": "---\ntitle: The Land\nkind: country\npoint: [34.812345, 38.912345]\n---\n",
    "content/places/shire.md": "---\ntitle: The Shire\nkind: district\npart_of: land\npoint: [34.612345, 40.712345]\n---\n",
    "content/places/hamlet.md": "---\ntitle: Quiet Hamlet\nkind: village\npart_of: shire\npoint: [34.5123456, 40.9123456]\nprecision: exact\n---\n",
    "content/events/2018-09-10-fight.md": (
        "---\ntitle: A fight at the river\ndate: 2018-09-10\nkind: battle\nplaces: [hamlet]\n"
        "actors: [{actor: front, role: party}, {actor: somebody, role: target}]\nverification: reported\n---\nWhat happened, with [[somebody]].\n"
    ),
    "content/articles/2018-09-11-report.md": (
        "---\ntitle: Fifteen killed\ndate: 2018-09-11\nsource: agency\nurl: https://agency.example/report\nsummary: Our own words.\n"
        "actors: [front, somebody]\nplaces: [hamlet]\nclaims:\n  - {event: 2018-09-10-fight, by: somebody, of: front, toll: {killed: 15},"
        " quote: fifteen were killed near the river}\n---\n"
        + BODY
        + "\n\nThey met [[somebody]] and [[front|the fighters]].\n"
    ),
    "content/articles/2018-09-12-second.md": (
        "---\ntitle: A second report\ndate: 2018-09-12\nsource: agency\nredact: [John Doe]\n---\nSeen by John Doe, who is JOHN\u00a0DOE, near [[2018-09-11-report]].\n"
    ),
}
BESIDE = "sgbv-beside"
"""It names a person and a hamlet, as it may where the event is of another kind."""
EVERYTHING = "<!doctype html><title>x</title><p>{{ view }}</p>{% if view.prose is defined and view.prose %}{{ prose(view.prose) }}{% endif %}\n"


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def replaced(root: Path, path: str, *changes: tuple[str, str]) -> None:
    file = root / path
    text = file.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)


def run(root: Path, now: dt.date | None = None, *, drafts: bool = False) -> Report:
    return build(Options(root=root, output=root / "output", workers=1, now=now, drafts=drafts))


def codes(report: Report) -> list[str]:
    """What is wrong, but for what `BESIDE` says of the article that tells of the fight."""
    return [problem.code for problem in report.problems if problem.code != BESIDE]


def output(root: Path) -> dict[str, bytes]:
    """Every file of the output by its path, manifests included."""
    folder = root / "output"
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".sitegen-lock"
    }


def holding(root: Path, word: str) -> list[str]:
    """The outputs that hold a word in their bytes or their names."""
    return [
        path for path, data in output(root).items() if word.lower().encode() in data.lower() or word.lower() in path
    ]


def clean(root: Path) -> bool:
    return differences(Options(root=root, output=root / "output", workers=1)) == ()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.fixture(params=["the packaged theme", "a theme that prints all it is given"])
def any_theme(request: pytest.FixtureRequest, archive: Path) -> Path:
    if request.param != "the packaged theme":
        telling(archive)
    return archive


def telling(root: Path) -> Path:
    for template in sorted((theme_folder() / "pages").glob("*.html")):
        write(root, {f"templates/pages/{template.name}": EVERYTHING})
    return root


# --- redaction at load ------------------------------------------------------------------------------------------------


def test_a_record_is_shown_with_the_mark_and_without_the_string(any_theme: Path) -> None:
    assert codes(run(any_theme)) == []
    assert holding(any_theme, "john") == []
    assert b"[redacted]" in output(any_theme)["articles/2018-09-12-second.html"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/articles/2018-09-12-second.md", "title: A second report", "title: A report by john doe"),
        ("content/articles/2018-09-12-second.md", "source: agency\n", "source: agency\nsummary: John-Doe saw it\n"),
        (
            "content/articles/2018-09-12-second.md",
            "source: agency\n",
            'source: agency\nsummary: "J\\u006fhn Doe saw it"\n',
        ),
        ("content/articles/2018-09-12-second.md", "source: agency\n", "source: agency\nauthor: J o h n  D o e\n"),
        (
            "content/articles/2018-09-12-second.md",
            "source: agency\n",
            "source: agency\nmedia: [{caption: By Jo\u200bhn Doe}]\n",
        ),
        ("content/articles/2018-09-12-second.md", "source: agency\n", "source: agency\nwarnings: [John Doe]\n"),
        (
            "content/articles/2018-09-12-second.md",
            "source: agency\n",
            "source: agency\nrights: {publish: full, holder: Jöhn Doe}\n",
        ),
        (
            "content/articles/2018-09-12-second.md",
            "source: agency\n",
            "source: {value: agency, confidence: low, note: John Doe says}\n",
        ),
        (
            "content/articles/2018-09-12-second.md",
            "source: agency\n",
            "source: agency\ncorrections: [{date: 2019-01-01, note: John Doe was named.}]\n",
        ),
    ],
)
def test_every_text_of_a_record_is_redacted(any_theme: Path, path: str, old: str, new: str) -> None:
    replaced(any_theme, path, (old, new))
    assert codes(run(any_theme)) == []
    assert holding(any_theme, "john") == []
    assert any(b"[redacted]" in data for data in output(any_theme).values())


def test_the_sites_own_texts_and_every_record_are_redacted_by_the_site(any_theme: Path) -> None:
    replaced(
        any_theme,
        "content/site.yaml",
        ("For tests.", "By Jane Roe"),
        ("url:", "redact: [Jane Roe]\ncontact: JANE-ROE@archive.example\nurl:"),
    )
    replaced(
        any_theme,
        "content/actors/front.md",
        ("A group.", "A group of Jane  Roe."),
        ("title: The Front", "title: Jáne Roe's Front"),
    )
    replaced(any_theme, "content/articles/2018-09-11-report.md", ("Our own words.", "Jane Roe said."))
    assert codes(run(any_theme)) == []
    assert holding(any_theme, "roe") == []
    assert b"[redacted]" in output(any_theme)["index.html"]


def test_what_the_site_redacts_is_seen_through_yaml_escapes(archive: Path) -> None:
    replaced(archive, "content/site.yaml", ("url:", "redact: [Jane Roe]\nurl:"))
    replaced(archive, "content/actors/front.md", ("title: The Front", 'title: "The J\\u0061ne Roe Front"'))
    assert codes(run(archive)) == []
    assert b"The [redacted] Front" in output(archive)["actors/front.html"]


def test_seeds_sidecars_are_redacted_with_their_article(any_theme: Path) -> None:
    write(
        any_theme,
        {
            "seeds/000_a.txt": "raw",
            "seeds/000_a.yaml": (
                "source: agency\ncustody: [{at: 2018-09-13, who: John Doe, what: gave it}]\nimport:\n  article: content/articles/2018-09-12-second.md\n"
                "  rules_version: '1'\n  lines: [{line: 1, action: removed, rule: credit, text: Photo by John Doe}]\n"
            ),
        },
    )
    assert codes(run(any_theme)) == []
    assert holding(any_theme, "john") == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("redact: [John Doe]", "redact: [Jo]", "redaction-too-short"),
        ("redact: [John Doe]", "redact: [{name: John Doe}]", "bad-value"),
        ("redact: [John Doe]", "redact: {value: [John Doe], confidence: high}", "bad-value"),
        ("redact: [John Doe]", "redact: [Second]", "redaction-in-name"),
        ("redact: [John Doe]", "redact: [John Doe]\naliases: [/old/john-doe/]", "bad-path"),
        ("redact: [John Doe]", "redact: [John Doe]\nmedia: [{file: john_doe.jpg, alt: a, caption: b}]", "bad-path"),
        ("redact: [John Doe]", "redact: [John Doe]\nactors: [john-doe]", "bad-id"),
    ],
)
def test_what_cannot_be_redacted_is_an_error_and_no_leak(archive: Path, old: str, new: str, code: str) -> None:
    replaced(archive, "content/articles/2018-09-12-second.md", (old, new))
    report = run(archive)
    assert code in codes(report)
    assert output(archive) == {}
    assert not any("doe" in f"{problem.message} {problem.hint}".lower() for problem in report.problems)


# --- the leak check ---------------------------------------------------------------------------------------------------


def picture(artist: bytes) -> bytes:
    """A JPEG of no pixels whose metadata name an artist."""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02\0\0\0\x09\0\0\0\x1a\0\0\0\0" + artist + b"\0"
    return b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + b"\xff\xda\0\x02\xff\xd9"


LEAKS: dict[str, dict[str, str | bytes]] = {
    "another record's body": {"content/pages/about.md": "---\ntitle: About\n---\nThanks to **John** _Doe_.\n"},
    "another record's title, so the feed": {
        "content/articles/2018-09-13-c.md": "---\ntitle: Who is John&nbsp;Doe?\ndate: 2018-09-13\nsource: agency\n---\nx\n"
    },
    "another record's id, so the sitemap": {"content/tags/john-doe.md": "---\ntitle: Nobody\n---\n"},
    "an earlier address": {"content/pages/about.md": "---\ntitle: About\nredirects: [/john-doe/]\n---\nx\n"},
    "markup": {"content/pages/about.md": "---\ntitle: About\n---\nThanks to <b>Jo</b>hn D<i></i>oe.\n"},
    "an address": {"content/pages/about.md": "---\ntitle: About\n---\n[here](https://a.example/?q=J%6Fhn%20Doe)\n"},
    "Base64": {"content/pages/about.md": f"---\ntitle: About\n---\n{base64.b64encode(b'it was John Doe').decode()}\n"},
    "a template": {"templates/pages/404.html": "<p>J&#111;hn D&shy;oe</p>{# nothing of the data #}\n"},
    "a stylesheet": {"templates/assets/style.css": "/* by John Doe */"},
    "a name of an asset": {"templates/assets/john.doe.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    "a drawing": {
        "templates/assets/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'><text>Jo<tspan>hn</tspan> Doe</text></svg>"
    },
    "a script": {"templates/assets/x.js": 'var x = "\\x4aohn\\u0020Doe";'},
    "a packed file": {"templates/assets/x.gz": __import__("gzip").compress(b"John Doe")},
    "a picture's metadata": {
        "content/media/a.jpg": picture(b"John Doe"),
        "content/articles/2018-09-13-c.md": "---\ntitle: With a picture\ndate: 2018-09-13\nsource: agency\nmedia: [{file: a.jpg, alt: a, caption: b}]\n---\nx\n",
    },
    "a picture's metadata in UTF-16": {
        "content/media/a.jpg": picture("John Doe".encode("utf-16-le")),
        "content/articles/2018-09-13-c.md": "---\ntitle: With a picture\ndate: 2018-09-13\nsource: agency\nmedia: [{file: a.jpg, alt: a, caption: b}]\n---\nx\n",
    },
    "a picture's name": {
        "content/media/JohnDoe.jpg": b"\xff\xd8\xff\xd9",
        "content/articles/2018-09-13-c.md": "---\ntitle: With a picture\ndate: 2018-09-13\nsource: agency\nmedia: [{file: JohnDoe.jpg, alt: a, caption: b}]\n---\nx\n",
    },
}


@pytest.mark.parametrize("files", LEAKS.values(), ids=LEAKS)
def test_a_leak_fails_the_build_and_the_output_stays_as_it_was(archive: Path, files: dict[str, str | bytes]) -> None:
    assert not run(archive).failed
    before = output(archive)
    write(archive, files)
    report = run(archive)
    (leak,) = [problem for problem in report.problems if problem.code == "redaction-leak"]
    assert leak.span.path == "content/articles/2018-09-12-second.md"
    assert leak.span.line == 5
    named = re.search("/john.?doe[.'/]", f"/{list(files)}{files.get('content/pages/about.md')}", re.IGNORECASE)
    assert ("its name" in leak.message) == bool(named)
    assert "doe" not in f"{leak.message} {leak.hint}".lower()
    assert output(archive) == before


def test_a_leak_names_both_records(archive: Path) -> None:
    write(archive, LEAKS["another record's body"])
    (leak,) = run(archive).problems
    assert str(leak.span) == "content/articles/2018-09-12-second.md:5:10"
    assert "content/pages/about.md" in leak.message


def test_a_leak_that_is_everywhere_is_one_problem(archive: Path) -> None:
    write(
        archive,
        {
            "templates/base.html": "<p>John Doe</p>{% block main %}{% endblock %}{% block title %}{% endblock %}{% block og_type %}{% endblock %}"
        },
    )
    (leak,) = run(archive).problems
    assert re.search(r"and in \d+ more", leak.message)


def test_a_leak_in_the_sites_address_is_found(archive: Path) -> None:
    report = build(Options(root=archive, output=archive / "output", base_url="https://john-doe.example/", workers=1))
    assert codes(report) == ["redaction-leak"]


def test_a_longer_list_is_held_against_outputs_that_stay(archive: Path) -> None:
    write(archive, {"content/media/a.jpg": picture(b"Max Poe")})
    replaced(
        archive,
        "content/articles/2018-09-11-report.md",
        ("source: agency\n", "source: agency\nmedia: [{file: a.jpg, alt: a, caption: b}]\n"),
    )
    assert codes(run(archive)) == []
    assert codes(run(archive)) == []
    replaced(archive, "content/articles/2018-09-12-second.md", ("redact: [John Doe]", "redact: [John Doe, Max Poe]"))
    assert codes(run(archive)) == ["redaction-leak"]
    assert codes(run(archive)) == ["redaction-leak"]


def test_outputs_that_nobody_knows_to_have_been_looked_at_are_looked_at(archive: Path) -> None:
    assert codes(run(archive)) == []
    page = archive / "output" / "robots.txt"
    manifest = (archive / "output" / MANIFEST).read_text()
    import hashlib

    old = hashlib.sha256(page.read_bytes()).hexdigest()
    page.write_bytes(page.read_bytes() + b"# John Doe\n")
    (archive / "output" / MANIFEST).write_text(manifest.replace(old, hashlib.sha256(page.read_bytes()).hexdigest()))
    for state in (archive / ".cache").rglob("state"):
        state.unlink()
    assert codes(run(archive)) == ["redaction-leak"]


def test_a_string_that_is_redacted_later_vanishes_from_an_incremental_build(any_theme: Path) -> None:
    assert not run(any_theme).failed
    assert holding(any_theme, "fifteen")
    replaced(any_theme, "content/site.yaml", ("url:", "redact: [Fifteen]\nurl:"))
    assert codes(run(any_theme)) == []
    assert holding(any_theme, "fifteen") == []
    assert clean(any_theme)


def test_nothing_of_what_is_redacted_goes_into_the_keys_that_are_published(archive: Path) -> None:
    """A name could be guessed, and the guess checked against a digest of it."""
    run(archive)
    before = output(archive)
    replaced(
        archive,
        "content/articles/2018-09-12-second.md",
        ("redact: [John Doe]", "redact: [Ann Poe]"),
        ("John Doe", "Ann Poe"),
        ("JOHN\u00a0DOE", "ANN\u00a0POE"),
    )
    assert codes(run(archive)) == []
    assert output(archive) == before


def test_with_nothing_redacted_nothing_is_looked_for(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(archive, "content/articles/2018-09-12-second.md", ("redact: [John Doe]\n", ""))
    monkeypatch.setattr("sitegen.render.leaks.LeakFinder.__init__", lambda *_: pytest.fail("looked"))
    assert not run(archive).failed


# --- the gate ---------------------------------------------------------------------------------------------------------

ARTICLE = "content/articles/2018-09-11-report.md"
EVENT = "content/events/2018-09-10-fight.md"
WITHDRAWN = "status: withheld\nwithdrawn: {date: 2019-03-01, reason: safety, note: the secret ground}\ndate: 2018"
TRACES = ("Fifteen", "Our own words", "Sentence 7", "agency.example/report", "secret ground")


def test_the_gate_says_what_stayed_in_and_why(archive: Path) -> None:
    import datetime as dt

    for name, extra in (
        ("a", "status: draft"),
        ("b", "status: canceled"),
        ("c", "embargo: 2026-12"),
        ("d", "embargo: 2026-11-30"),
        ("e", "embargo: 2026-11-01/.."),
    ):
        write(archive, {f"content/pages/{name}.md": f"---\ntitle: Zeta{name}\n{extra}\n---\nx\n"})
    report = run(archive, dt.date(2026, 12, 1))
    assert [tuple(item) for item in report.withheld] == [
        ("content/pages/a.md", "draft"),
        ("content/pages/b.md", "canceled"),
        ("content/pages/c.md", "under embargo until 2026-12"),
        ("content/pages/e.md", "under embargo until 2026-11-01/.."),
    ]
    assert holding(archive, "zetad")
    assert not any(holding(archive, f"zeta{name}") for name in "abce")
    run(archive, dt.date(2026, 12, 31))
    assert holding(archive, "zetac")


def test_a_withdrawn_article_leaves_a_tombstone_and_nothing_else(any_theme: Path) -> None:
    run(any_theme)
    assert all(holding(any_theme, trace) for trace in TRACES[:3])
    replaced(any_theme, ARTICLE, ("date: 2018", WITHDRAWN))
    report = run(any_theme)
    assert ("content/articles/2018-09-11-report.md", "withheld, with a tombstone") in [
        tuple(item) for item in report.withheld
    ]
    assert [trace for trace in TRACES if holding(any_theme, trace)] == []
    stones = [path for path in holding(any_theme, "2018-09-11-report") if path not in {MANIFEST, "manifest-sha256.txt"}]
    assert stones == ["articles/2018-09-11-report.html"]
    assert clean(any_theme)


def test_a_tombstone_says_id_date_and_reason_and_is_not_indexed(archive: Path) -> None:
    replaced(archive, ARTICLE, ("date: 2018", WITHDRAWN))
    run(archive)
    page = output(archive)["articles/2018-09-11-report.html"].decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "2018-09-11-report" in page
    assert "1 March 2019" in page
    assert "To keep people safe." in page
    assert "<title>Withdrawn" in page


def test_the_earlier_addresses_of_what_was_withdrawn_lead_to_its_tombstone(any_theme: Path) -> None:
    replaced(any_theme, ARTICLE, ("source: agency\n", "source: agency\naliases: [/old/report/, older.html]\n"))
    run(any_theme)
    assert b"Fifteen killed" in output(any_theme)["old/report/index.html"]
    replaced(any_theme, ARTICLE, ("date: 2018", WITHDRAWN))
    run(any_theme)
    for path in ("old/report/index.html", "older.html"):
        page = output(any_theme)[path].decode()
        assert "articles/2018-09-11-report.html" in page
        assert "Fifteen killed" not in page
        assert path not in output(any_theme)["sitemap.xml"].decode()
    assert '<meta name="robots" content="noindex">' in page or "<title>x" in page
    assert clean(any_theme)


def test_an_earlier_address_of_what_was_withdrawn_is_still_taken(archive: Path) -> None:
    replaced(archive, ARTICLE, ("date: 2018", f"aliases: [actors/front.html]\n{WITHDRAWN}"))
    (told,) = [problem for problem in run(archive).problems if problem.code == "output-collision"]
    assert told.span.path == "content/actors/front.md"
    assert f"by content/actors/front.md and {ARTICLE}" in told.message


def test_a_withdrawn_event_leaves_a_tombstone_and_claims_about_it_go(any_theme: Path) -> None:
    replaced(any_theme, EVENT, ("date: 2018", WITHDRAWN))
    run(any_theme)
    assert not holding(any_theme, "A fight at the river")
    stones = [path for path in holding(any_theme, "2018-09-10-fight") if path not in {MANIFEST, "manifest-sha256.txt"}]
    assert stones == ["events/2018-09-10-fight.html"]
    assert clean(any_theme)


@pytest.mark.parametrize("status", ["withheld", "canceled", "draft"])
def test_what_was_never_public_leaves_nothing(archive: Path, status: str) -> None:
    replaced(archive, ARTICLE, ("date: 2018", f"status: {status}\ndate: 2018"))
    run(archive)
    assert holding(archive, "2018-09-11-report") == []


def test_a_withdrawal_that_the_record_does_not_tell_is_asked_about(archive: Path) -> None:
    run(archive)
    replaced(archive, ARTICLE, ("date: 2018", "status: withheld\ndate: 2018"))
    report = run(archive)
    (told,) = [problem for problem in report.problems if problem.code == "withdrawn-unsaid"]
    assert told.span.path == ARTICLE
    assert holding(archive, "2018-09-11-report") == []


def test_the_history_of_a_record_is_asked_whether_it_was_public(archive: Path) -> None:
    def git(*words: str) -> None:
        command = ["git", "-C", str(archive), "-c", "user.name=a", "-c", "user.email=a@a.example", *words]
        subprocess.run(command, check=True, capture_output=True)

    write(
        archive,
        {
            "content/pages/about.md": "---\ntitle: About\nstatus: withheld\n---\n",
            "content/pages/soon.md": "---\ntitle: Soon\nembargo: 2030\n---\n",
        },
    )
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    replaced(archive, ARTICLE, ("date: 2018", "status: withheld\ndate: 2018"))
    replaced(archive, "content/pages/soon.md", ("embargo: 2030", "status: withheld"))
    told = [problem for problem in check(archive).problems if problem.code == "withdrawn-unsaid"]
    assert [str(problem.span) for problem in told] == [f"{ARTICLE}:3:9"]
    replaced(archive, ARTICLE, ("status: withheld", "status: withheld\nwithdrawn: {date: 2019, reason: error}"))
    assert "withdrawn-unsaid" not in codes(check(archive))


def test_a_record_is_not_withdrawn_and_usable(archive: Path) -> None:
    replaced(archive, ARTICLE, ("date: 2018", WITHDRAWN.replace("status: withheld\n", "")))
    assert "withdrawn-but-usable" in codes(run(archive))


def test_a_withdrawal_needs_its_date_and_a_reason(archive: Path) -> None:
    replaced(archive, ARTICLE, ("date: 2018", "status: withheld\nwithdrawn: {reason: safety}\ndate: 2018"))
    assert "missing-key" in codes(run(archive))


def test_what_is_withheld_is_named_nowhere(any_theme: Path) -> None:
    replaced(any_theme, "content/actors/somebody.md", ("kind: person", "kind: person\nstatus: withheld"))
    run(any_theme)
    assert holding(any_theme, "somebody") == []
    assert b"They met [withheld] and" in output(any_theme)["articles/2018-09-11-report.html"]
    assert b"[withheld]" in output(any_theme)["events/2018-09-10-fight.html"]
    assert clean(any_theme)


# --- one build after another ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("status: draft", ""),
        ("status: withheld", ""),
        (WITHDRAWN.removesuffix("\ndate: 2018"), ""),
        ("embargo: 2030", ""),
        ("rights: {publish: metadata}", ""),
        ("rights: {publish: excerpt}", "zebra"),
        ("rights: {publish: full}", "zebra Zulu"),
    ],
)
def test_other_words_of_what_is_kept_back_stay_in(archive: Path, key: str, shown: str) -> None:
    import datetime as dt

    now = dt.date(2026, 1, 1)
    replaced(archive, ARTICLE, ("date: 2018", f"{key}\ndate: 2018"))
    run(archive, now)
    replaced(archive, ARTICLE, ("The first sentence is short.", "The zebra is short."), ("Sentence 20 ", "Zulu 20 "))
    assert not run(archive, now).failed
    assert [word for word in ("zebra", "Zulu") if holding(archive, word)] == shown.split()
    assert differences(Options(root=archive, output=archive / "output", workers=1, now=now)) == ()


def test_an_embargo_that_ends_lets_out_what_a_clean_build_would(archive: Path) -> None:
    import datetime as dt

    replaced(archive, ARTICLE, ("date: 2018", "embargo: 2026-12-01\ndate: 2018"))
    for day, out in ((30, False), (1, True), (30, False)):
        now = dt.date(2026, 12 if day == 1 else 11, day)
        assert not run(archive, now).failed
        assert bool(holding(archive, "Fifteen killed")) is out
        assert differences(Options(root=archive, output=archive / "output", workers=1, now=now)) == ()


def test_an_approval_that_is_taken_back_stops_the_next_build(archive: Path) -> None:
    replaced(archive, EVENT, ("kind: battle", "kind: other\nsgbv: true\napproved_by: Second Reader"))
    assert codes(run(archive)) == []
    before = output(archive)
    replaced(archive, EVENT, ("approved_by: Second Reader\n", ""))
    assert codes(run(archive)) == ["sgbv-unapproved"]
    assert output(archive) == before


def test_an_event_that_becomes_one_of_sexual_violence_leaves_every_index(any_theme: Path) -> None:
    replaced(any_theme, EVENT, ("with [[somebody]]", "with somebody"))
    run(any_theme)
    replaced(any_theme, EVENT, ("kind: battle", "kind: other\nsgbv: true\napproved_by: Second Reader"))
    assert codes(run(any_theme)) == []
    for path in ("feed.xml", "sitemap.xml", "places/hamlet.html", "actors/somebody.html"):
        assert b"fight" not in output(any_theme)[path], path
    assert clean(any_theme)


# --- events of sexual violence ----------------------------------------------------------------------------------------


def test_an_event_of_sexual_violence_needs_a_second_person(archive: Path) -> None:
    replaced(archive, EVENT, ("kind: battle", "kind: other\nsgbv: true"))
    found = [(problem.code, problem.span.path) for problem in run(archive).problems]
    assert found == [(BESIDE, ARTICLE), (BESIDE, ARTICLE), ("sgbv-unapproved", EVENT)]


def test_an_event_of_sexual_violence_names_no_person_and_no_place_below_the_district(any_theme: Path) -> None:
    replaced(
        any_theme,
        EVENT,
        ("kind: battle", "kind: other\nsgbv: true\napproved_by: Second Reader"),
        ("What happened, with [[somebody]].", "What happened."),
    )
    assert codes(run(any_theme)) == []
    page = output(any_theme)["events/2018-09-10-fight.html"]
    assert b"The Shire" in page
    for hidden in (b"Hamlet", b"hamlet", b"Somebody", b"somebody"):
        assert hidden not in page, hidden
    assert holding(any_theme, "Second Reader") == []
    assert b"fight" not in output(any_theme)["feed.xml"]
    assert b"fight" not in output(any_theme)["sitemap.xml"]
    assert b"fight" not in output(any_theme)["places/hamlet.html"]
    assert b"fight" not in output(any_theme)["actors/somebody.html"]
    assert clean(any_theme)


def test_an_event_of_sexual_violence_is_not_indexed(archive: Path) -> None:
    run(archive)
    assert b"noindex" not in output(archive)["events/2018-09-10-fight.html"]
    assert b"fight" in output(archive)["sitemap.xml"]
    assert b"fight" in output(archive)["feed.xml"]
    replaced(archive, EVENT, ("kind: battle", "kind: other\nsgbv: true\napproved_by: Second Reader"))
    run(archive)
    assert b'<meta name="robots" content="noindex">' in output(archive)["events/2018-09-10-fight.html"]


def test_in_its_text_too_no_person_is_named_and_no_place_that_is_kept_back(any_theme: Path) -> None:
    replaced(
        any_theme,
        EVENT,
        ("with [[somebody]].", "with [[somebody]], [[somebody|a woman]], at [[place:hamlet]] of [[front]]."),
    )
    replaced(any_theme, EVENT, ("kind: battle", "kind: battle\nlocation: {precision: exact, publish: district}"))
    assert codes(run(any_theme)) == []
    page = output(any_theme)["events/2018-09-10-fight.html"]
    assert b"Hamlet" not in page
    assert b"Somebody Known" in page
    replaced(any_theme, EVENT, ("kind: battle", "kind: battle\nsgbv: true\napproved_by: Second Reader"))
    assert codes(run(any_theme)) == []
    page = output(any_theme)["events/2018-09-10-fight.html"]
    for hidden in (b"Hamlet", b"Somebody Known", b"actors/somebody.html"):
        assert hidden not in page, hidden
    assert b"with [withheld], a woman, at [withheld] of" in page
    assert b"The Front" in page


def test_no_note_on_a_field_tells_what_the_field_may_not(any_theme: Path) -> None:
    notes = ("zeta-place", "zeta-precision", "zeta-approval", "zeta-embargo", "zeta-claim", "zeta-date")
    place, precision, approval, embargo, claim, date = (f"confidence: low, note: {note}" for note in notes)
    replaced(
        any_theme,
        EVENT,
        ("date: 2018-09-10", f"date: {{value: 2018-09-10, {date}}}"),
        (
            "kind: battle",
            f"kind: battle\nsgbv: true\napproved_by: {{value: Second, {approval}}}\nembargo: {{value: 2018-01-01, {embargo}}}",
        ),
        (
            "places: [hamlet]",
            f"places: {{value: [hamlet], {place}}}\nlocation: {{precision: {{value: exact, {precision}}}}}",
        ),
    )
    import datetime as dt

    write(
        any_theme,
        {
            "content/events/2018-09-09-hidden.md": FILES[EVENT].replace(
                "date: 2018-09-10", "date: 2018-09-09\nstatus: withheld"
            )
        },
    )
    replaced(
        any_theme,
        ARTICLE,
        (
            "  - {event: 2018-09-10-fight,",
            f"  - {{event: 2018-09-09-hidden, by: {{value: front, {claim}}}, quote: goes on}}\n  - {{event: 2018-09-10-fight,",
        ),
    )
    assert codes(run(any_theme, dt.date(2026, 1, 1))) == ["reference-to-withheld"]
    assert [note for note in notes if holding(any_theme, note)] == ["zeta-date"]


# --- precision --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("publish", "shown", "hidden"),
    [
        ("exact", ("34.51235", "40.91235"), ("34.512345", "40.912345")),
        ("near", ("34.51", "40.91"), ("34.512", "40.912")),
        ("district", ("34.5", "40.9"), ("34.51", "40.91")),
        ("province", (), ("34.5", "40.9")),
        ("region", (), ("34.5", "40.9")),
        ("country", (), ("34.5", "40.9")),
    ],
)
def test_a_point_goes_out_rounded_to_what_is_published(
    archive: Path, publish: str, shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    telling(archive)
    replaced(
        archive,
        "content/places/hamlet.md",
        ("precision: exact", f"precision: exact\npublish: {publish}\nids: {{geonames: '99887766'}}"),
    )
    assert codes(run(archive)) == []
    page = output(archive)["places/hamlet.html"].decode()
    assert all(number in page for number in shown)
    assert [number for number in hidden if holding(archive, number)] == []
    assert bool(holding(archive, "99887766")) == (publish == "exact")


def test_a_country_has_no_point_and_a_district_a_rounded_one(archive: Path) -> None:
    telling(archive)
    run(archive)
    assert not holding(archive, "34.8")
    assert "34.6," in output(archive)["places/shire.html"].decode()
    assert not holding(archive, "34.61")


def test_an_event_that_is_shown_by_its_district_does_not_name_the_village(any_theme: Path) -> None:
    replaced(
        any_theme,
        EVENT,
        ("kind: battle", "kind: battle\nlocation: {precision: exact, publish: district}\nids: {ucdp: '424242'}"),
    )
    assert codes(run(any_theme)) == []
    page = output(any_theme)["events/2018-09-10-fight.html"].lower()
    assert b"the shire" in page
    assert b"quiet hamlet" not in page.replace(b"places/hamlet", b"")
    assert b"fight" not in output(any_theme)["places/hamlet.html"]
    assert b"fight" in output(any_theme)["places/shire.html"]
    assert holding(any_theme, "424242") == []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("precision: district", "known to the district"),
        ("precision: exact, publish: exact", "exact"),
        ("precision: exact, publish: near", "published to about a kilometre on purpose; known more precisely"),
        ("precision: exact, publish: district", "published to the district on purpose; known more precisely"),
        ("precision: near, publish: district", "published to the district on purpose; known more precisely"),
        ("precision: province, publish: province", "known to the province"),
        ("publish: province", "published to the province on purpose"),
    ],
)
def test_what_is_coarse_on_purpose_says_so_and_not_how_much_more_is_known(archive: Path, keys: str, words: str) -> None:
    replaced(archive, EVENT, ("kind: battle", f"kind: battle\nlocation: {{{keys}}}"))
    replaced(archive, "content/places/hamlet.md", ("precision: exact", keys.replace(", ", "\n")))
    assert codes(run(archive)) == []
    event, place = (output(archive)[page].decode() for page in ("events/2018-09-10-fight.html", "places/hamlet.html"))
    assert f"<p>{words}</p>" in event
    assert f"; {words})</small>" in place or f"area: {words}." in place
    assert ("on purpose" in event) == ("on purpose" in words)


def test_an_event_of_sexual_violence_never_tells_how_much_is_known_of_its_place(archive: Path) -> None:
    pages = set()
    for keys in ("", "location: {precision: exact}\n", "location: {precision: district}\n"):
        write(archive, {EVENT: FILES[EVENT]})
        replaced(archive, EVENT, ("kind: battle\n", f"kind: other\nsgbv: true\napproved_by: Second Reader\n{keys}"))
        assert codes(run(archive)) == []
        pages.add(output(archive)["events/2018-09-10-fight.html"])
    assert len(pages) == 1
    assert b"<p>published to the district on purpose</p>" in pages.pop()


def test_an_event_without_a_place_wide_enough_has_none(any_theme: Path) -> None:
    replaced(any_theme, EVENT, ("kind: battle", "kind: battle\nlocation: {precision: exact, publish: district}"))
    replaced(any_theme, "content/places/hamlet.md", ("part_of: shire\n", ""))
    assert codes(run(any_theme)) == []
    assert b"fight" not in output(any_theme)["places/hamlet.html"]


# --- pictures ---------------------------------------------------------------------------------------------------------


def with_picture(root: Path, data: bytes, name: str = "a.jpg") -> None:
    write(root, {f"content/media/{name}": data})
    replaced(root, ARTICLE, ("source: agency\n", f"source: agency\nmedia: [{{file: {name}, alt: a, caption: b}}]\n"))


def test_a_picture_goes_out_without_its_metadata_and_stays_whole_in_the_archive(archive: Path) -> None:
    with_picture(archive, picture(b"Ann Artist"))
    assert codes(run(archive)) == []
    assert output(archive)["media/a.jpg"] == b"\xff\xd8\xff\xda\0\x02\xff\xd9"
    assert holding(archive, "Ann Artist") == []
    assert (archive / "content/media/a.jpg").read_bytes() == picture(b"Ann Artist")
    assert clean(archive)
    write(archive, {"content/media/a.jpg": picture(b"Ann Other")})
    assert codes(run(archive)) == []
    assert holding(archive, "Ann Other") == []
    assert clean(archive)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"II*\0 a photograph of another kind", "picture-metadata"),
        (b"\0\0\0\x18ftypavif \xa9xyz+34.6+40.9/", "picture-metadata"),
        (picture(b"Ann Artist")[:-1], "bad-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "active-file"),
    ],
)
def test_a_picture_that_cannot_be_looked_through_does_not_go_out(archive: Path, data: bytes, code: str) -> None:
    run(archive)
    before = output(archive)
    with_picture(archive, data)
    (told,) = run(archive).problems
    assert (told.code, str(told.span)) == (code, "content/media/a.jpg")
    assert output(archive) == before
    assert [(one.code, str(one.span)) for one in check(archive).problems] == [(code, "content/media/a.jpg")]


# --- rights -----------------------------------------------------------------------------------------------------------

LONG = "The second says that fifteen were killed near the river. Sentence 0 goes on about the day. Sentence 1 goes on about the day. Sentence 2 goes on"


def limited(root: Path, publish: str, *, by_source: bool) -> None:
    if by_source:
        replaced(root, "content/sources/agency.md", ("publish: full", f"publish: {publish}"))
    else:
        replaced(
            root, ARTICLE, ("source: agency\n", f"source: agency\nrights: {{publish: {publish}, holder: The Agency}}\n")
        )
    replaced(
        root,
        ARTICLE,
        ("quote: fifteen were killed near the river", f'quote: "{LONG}"'),
        ("url: https", "media: [{file: a.png, alt: an alt text, caption: a caption of it}]\nurl: https"),
    )
    write(root, {"content/media/a.png": b"\x89PNG\r\n\x1a\n"})


@pytest.mark.parametrize("by_source", [False, True])
def test_metadata_only_shows_no_text_picture_or_long_quotation(any_theme: Path, by_source: bool) -> None:
    limited(any_theme, "metadata", by_source=by_source)
    assert codes(run(any_theme)) == []
    for hidden in ("first sentence", "Sentence 2 goes", "Sentence 7", "an alt text", "a caption of it", "media/a.png"):
        assert holding(any_theme, hidden) == [], hidden
    page = output(any_theme)["articles/2018-09-11-report.html"].decode()
    assert "Fifteen killed" in page
    assert "Our own words." in page
    assert "Sentence 1 goes on about the day. Sentence …" in page
    assert "killed near the river" in output(any_theme)["events/2018-09-10-fight.html"].decode()
    assert clean(any_theme)


@pytest.mark.parametrize("by_source", [False, True])
def test_an_excerpt_ends_at_a_sentence_within_the_limit_and_says_where_the_rest_is(
    archive: Path, by_source: bool
) -> None:
    limited(archive, "excerpt", by_source=by_source)
    assert codes(run(archive)) == []
    page = output(archive)["articles/2018-09-11-report.html"].decode()
    (shown,) = re.findall(r"<p>(The first sentence[^<]*)</p>", page)
    assert len(shown.split()) <= 60
    assert shown.endswith("goes on about the day.")
    assert 'href="https://agency.example/report"' in page
    assert holding(archive, "Sentence 7") == []
    replaced(archive, "content/site.yaml", ("url:", "excerpt_words: 8\nurl:"))
    run(archive)
    assert "<p>The first sentence is short.</p>" in output(archive)["articles/2018-09-11-report.html"].decode()
    assert holding(archive, "Sentence 3") == []


def test_an_excerpt_names_mentions_by_title_and_never_one_that_is_withheld(archive: Path) -> None:
    limited(archive, "excerpt", by_source=False)
    replaced(archive, ARTICLE, ("The first sentence is short.", "Here [[somebody]] met [[front]]."))
    run(archive)
    assert "Here Somebody Known met The Front." in output(archive)["articles/2018-09-11-report.html"].decode()
    replaced(archive, "content/actors/somebody.md", ("kind: person", "kind: person\nstatus: withheld"))
    run(archive)
    assert "Here [withheld] met The Front." in output(archive)["articles/2018-09-11-report.html"].decode()
    assert holding(archive, "somebody") == []


def test_without_a_word_on_rights_nothing_is_published(archive: Path) -> None:
    replaced(archive, "content/sources/agency.md", ("default_rights: {publish: full, holder: The Agency}\n", ""))
    assert set(codes(run(archive))) == {"missing-rights"}
    assert output(archive) == {}


def test_the_words_of_a_seed_are_shown_only_with_the_whole_text(any_theme: Path) -> None:
    write(
        any_theme,
        {
            "seeds/000_a.txt": "raw",
            "seeds/000_a.yaml": f"source: agency\nimport:\n  article: {ARTICLE}\n  rules_version: '1'\n  lines: [{{line: 1, action: removed, rule: credit, text: A line of the seed}}]\n",
        },
    )
    seed = "seed: {file: seeds/000_a.txt, sha256: d7439bee24773bcbfa2d0a97947ee36227b10d1022b1a55847e928965bb6bfde}"
    replaced(any_theme, ARTICLE, ("source: agency\n", f"source: agency\n{seed}\n"))
    run(any_theme)
    assert holding(any_theme, "A line of the seed")
    replaced(
        any_theme, ARTICLE, ("source: agency\n", "source: agency\nrights: {publish: metadata, holder: The Agency}\n")
    )
    assert not run(any_theme).failed
    assert holding(any_theme, "A line of the seed") == []


def test_check_finds_what_the_gate_needs(archive: Path) -> None:
    replaced(archive, EVENT, ("kind: battle", "kind: other\nsgbv: true"))
    assert codes(check(archive)) == ["sgbv-unapproved"]
