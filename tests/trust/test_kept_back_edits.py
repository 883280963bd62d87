"""What is kept back stays back, and comes out again, over any row of edits: each build gives what a clean one gives."""

import datetime as dt
import os
import random
import re

import pytest

from sitegen.build import Options, build
from sitegen.verify import differences

EDITS = int(os.environ.get("SITEGEN_EDITS", "25"))
SEED = int(os.environ.get("SITEGEN_SEED", "4"))
FILES = {
    "content/sources/sheet.md": "---\ntitle: The Sheet\nkind: newspaper\ndefault_rights: {publish: full, holder: H}\n---\n",
    "content/actors/anna.md": "---\ntitle: Anna Known\nkind: person\n---\nShe spoke.\n",
    "content/places/shire.md": "---\ntitle: The Shire\nkind: district\npoint: [34.612345, 40.712345]\n---\n",
    "content/places/hamlet.md": "---\ntitle: The Hamlet\nkind: village\npart_of: shire\npoint: [34.5123456, 40.9123456]\nprecision: exact\n---\n",
    "content/events/2018-09-12-night.md": (
        "---\ntitle: A night\ndate: 2018-09-12\nkind: other\nplaces: [hamlet]\nactors: [anna, north]\nverification: reported\n"
        "approved_by: Second\nclaims:\n  - {source: wire, by: anna, note: It was dark, of: anna, toll: {injured: 1}}\n---\nBy [[anna]] in [[hamlet]].\n"
    ),
    "content/articles/2018-09-13-first.md": (
        "---\ntitle: First of the night\ndate: 2018-09-13\nsource: sheet\nactors: [anna]\nplaces: [hamlet]\nevents: [2018-09-10-raid]\nclaims:\n"
        "  - {event: 2018-09-12-night, by: anna, toll: {killed: 2}, of: south, quote: two died}\n---\nThen [[anna]] said that two died. It was late.\n"
    ),
    "content/articles/2018-09-14-copy.md": (
        "---\ntitle: Copied\ndate: 2018-09-14\nsource: paper\nrights: {publish: excerpt}\ncopy_of: 2018-09-13-first\nclaims:\n"
        "  - {event: 2018-09-12-night, attribution: a woman, toll: {killed: 2}, of: south, quote: two died}\n---\nThen [[anna]] of [[south]] said that two died.\n"
    ),
    "content/articles/2018-09-15-copy.md": (
        "---\ntitle: Copied again\ndate: 2018-09-15\nsource: wire\nrights: {publish: metadata}\ncopy_of: 2018-09-13-first\nevents: [2018-09-12-night]\n---\nNot shown.\n"
    ),
}
KEYS = {
    "content/*/*.md": {
        "status": ("draft", "usable", "withheld", None, None),
        "embargo": ("2026-06-01", "2027-01-01", None, None),
        "warnings": ("[death]", "[death, graphic]", None),
    },
    "content/articles/*.md": {
        "rights": ("{publish: full}", "{publish: excerpt}", "{publish: metadata}", None),
        "copy_of": ("2018-09-13-first", "2018-09-14-copy", None),
        "events": ("[2018-09-12-night]", "[2018-09-12-night, 2018-09-10-raid]", None),
    },
    "content/events/*.md": {
        "sgbv": ("true", None),
        "location": ("{precision: exact, publish: district}", "{precision: near}", "{publish: province}", None),
    },
    "content/places/*.md": {"publish": ("district", "country", None), "part_of": ("shire", None)},
    "content/actors/*.md": {"kind": ("person", "group")},
    "content/sources/*.md": {
        "kind": ("agency", "newspaper"),
        "default_rights": ("{publish: full, holder: H}", "{publish: excerpt}", "{publish: metadata}"),
    },
    "content/site.yaml": {"redact": ("[Anna]", "[Hamlet, The Sheet]", None), "excerpt_words": ("3", "60", None)},
}


def set_key(text, key, value):
    """The front matter (or the settings) with another value of a key, or without it."""
    kept = re.sub(rf"^{key}:.*\n", "", text, count=1, flags=re.MULTILINE)
    written = "" if value is None else f"{key}: {value}\n"
    return re.sub(r"^(title:.*\n)", rf"\1{written}", kept, count=1, flags=re.MULTILINE)


def edit(root, chance, number):
    pattern = chance.choice([*KEYS, "words"])
    if pattern == "words":
        file = chance.choice(sorted(root.glob("content/*/*.md")))
        text = file.read_text()
        new = f"New {number}" if chance.random() < 0.5 else None
        file.write_text(set_key(text.rstrip() + f"\nWord {number}.\n", "warnings_note", new))
        return f"words of {file.stem}"
    file = chance.choice(sorted(root.glob(pattern)))
    key = chance.choice(sorted(KEYS[pattern]))
    value = chance.choice(KEYS[pattern][key])
    file.write_text(set_key(file.read_text(), key, value))
    return f"{file.stem}: {key} is {value}"


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_each_build_after_an_edit_is_a_clean_one(small, seed):
    for path, text in FILES.items():
        small.write(path, text)
    chance, done, built = random.Random(seed), [], 0
    for number in range(EDITS):
        now = dt.date(2026, chance.choice((5, 7)), 1)
        before = {file: file.read_bytes() for file in small.root.glob("content/**/*.*")}
        done.append(edit(small.root, chance, number) if number else "nothing")
        options = Options(root=small.root, output=small.root / "output", workers=1, now=now)
        report = build(options)
        if not report.failed:
            built += 1
            assert differences(options) == (), done
        else:  # the curator takes it back
            for file, data in before.items():
                file.write_bytes(data)
    assert built > EDITS / 4


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        ("content/actors/anna.md", "title: Anna Known", "title: Anna Other", "articles/2018-09-14-copy.html"),
        ("content/actors/anna.md", "kind: person", "kind: group", "events/2018-09-12-night.html"),
        ("content/sources/sheet.md", "publish: full", "publish: metadata", "articles/2018-09-13-first.html"),
        ("content/places/shire.md", "title: The Shire", "title: The Other Shire", "events/2018-09-12-night.html"),
        (
            "content/articles/2018-09-13-first.md",
            "date: 2018",
            "status: withheld\ndate: 2018",
            "events/2018-09-12-night.html",
        ),
    ],
)
def test_an_edit_reaches_the_page_of_another_record(small, path, old, new, page):
    for name, text in FILES.items():
        small.write(name, text)
    small.edit("content/events/2018-09-12-night.md", "kind: other", "kind: other\nsgbv: true")
    small.build()
    before = small.page(page)
    small.edit(path, old, new)
    small.build()
    assert small.page(page) != before
    options = Options(root=small.root, output=small.root / "output", workers=1)
    assert differences(options) == ()
