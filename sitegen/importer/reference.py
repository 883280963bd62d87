"""The importer's own doc, written from its rules: actions, rules, flags and reasons for refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.importer.context import CONTEXT_RULES
from sitegen.importer.readers import READERS
from sitegen.importer.refusal import REASONS
from sitegen.importer.rules import RULES, Action
from sitegen.importer.toll.lexicons import LEXICONS

if TYPE_CHECKING:
    from collections.abc import Iterable

ACTIONS = {
    Action.TITLE: "the headline; it becomes the title",
    Action.KEEP: "a line of the body",
    Action.CAPTION: "goes to `media`, with its own date",
    Action.CREDIT: "who made or owns a picture, or the report's own words on its source",
    Action.BYLINE: "goes to `author`",
    Action.DATELINE: "where and when; offered as the date",
    Action.TAGS: "words for tags, offered",
    Action.REMOVE: "leaves the body and stays in the record",
}
KEPT = {
    "body": "a line that no rule took",
    "blank": "a line without text",
    "spacing": "a loose stop or comma drawn near, an invisible mark taken out; the record has the line as it came",
    "markdown": "Markdown's own structure (headings, lists, tables, quotations) in a Markdown seed",
    "long-line": "a line of more than 20,000 characters: the rules do not look at it",
}
FLAGS = {
    "ambiguous-capitals": "a short acronym that is a word too, in a line of capitals",
    "ambiguous-name": "a name that several records have, and nothing in the text settles it",
    "bad-front-matter": "front matter that cannot be read; it is treated as text",
    "control-characters": "control characters were left out",
    "copy": "word runs in common with another text",
    "doubtful-line": "a line without a stop between sentences, long for a subhead: it may be another story's headline",
    "encoding-guessed": "the file states no encoding; detection chose one",
    "evidence-link": "a link that an embed left behind",
    "extraction-failed": "the library that finds a page's main text failed",
    "long-line": "a line too long for the rules",
    "lossy-bytes": "bytes that are no UTF-8, with their offsets",
    "machine-translation": "a sign that a machine translated the text",
    "mojibake": "text that was decoded wrongly before it came here",
    "mojibake-repaired": "the same, mended because --repair-encoding asked for it",
    "no-main-text": "no main text was found in a page; all of its text is here",
    "replacement-characters": "the file itself holds U+FFFD",
    "title-derived": "no headline; the title is the start of the first sentence",
    "unmapped-keys": "front matter that the archive has no field for; kept as comments",
}
_HEAD = """# The importer

A raw seed becomes a draft, and nothing is lost: every line is accounted for with an action and the rule that took it,
and everything that the text offers (dates, actors, places, tags, tolls) is proposed with the words that show it.
Nothing is decided that is the curator's.

The way of a document: `readers` (bytes to `Document`) → `clean` (`rules/` for lines alone, `context` for lines among
others) → `refusal` → proposals (`match`, `moments`, `toll/`, `language`, `translation`, `strangers`) → `draft` →
`plan` (what would be written, `copies`) → `files` (the one module that touches an archive). `written` makes the
Markdown, the sidecar and the JSON object; `explain` tells it to a person.

To add a rule: one entry in `rules/`, with lines that it takes and lines that it leaves; the tests run both. To add a
format: one entry in `READERS`. To add a language of tolls: one entry in `LEXICONS`. Then `python -m
sitegen.importer.reference > sitegen/importer/README.md`.

Figures: "15" sets min, best and max; "at least 15", "15 at least" and "more than 15" set min 15 (the quote keeps the
difference); "up to 15" max; "about 15" best; "dozens" min 24, "scores" min 40, "hundreds" min 200. "20 killed or
injured" says at most 20 of each. A number-less "killing many" is a claim without figures. The same figure told twice is
one claim, by its bound where one telling has one; where a text has many, a part ("including five children") stands in
the quotation of its whole.

A row of a table, a page of a web archive, an entry of a feed becomes a seed of its own in `seeds/`, so that each
article has its digest. Lines count from 1 in the decoded text (in the extracted text, for web pages); `start` and
`end` of a mention count within its line.
"""


def reference() -> str:
    """The whole document."""
    sections = (
        _table("Actions", ((str(action), text) for action, text in ACTIONS.items())),
        _table("Rules for a line alone", ((rule.id, f"*{rule.action}* {rule.why}") for rule in RULES)),
        _table("Rules for a line among others", ((", ".join(rule.ids), rule.why) for rule in CONTEXT_RULES)),
        _table("Rules of kept lines", KEPT.items()),
        _table("Flags", FLAGS.items()),
        _table("Reasons for refusal", ((reason.code, reason.message) for reason in REASONS)),
        _table(
            "Formats",
            ((reader.name, ", ".join(suffix or "(none)" for suffix in reader.suffixes)) for reader in READERS),
        ),
    )
    return "\n".join((_HEAD, *sections, f"Tolls are read in: {', '.join(one.code for one in LEXICONS)}.\n"))


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| `{name}` | {text} |" for name, text in rows]
    return "\n".join((f"## {title}\n", "| | |", "| --- | --- |", *lines, ""))


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference())
