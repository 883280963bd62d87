"""Every code of a problem, listed once: how much it weighs, what it means, and how to mend it."""
# ruff: noqa: E501 - a table, with a line for each code

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.model.problem import Span

_E, _W = Severity.ERROR, Severity.WARNING


class Code(NamedTuple):
    """What a code stands for."""

    severity: Severity
    means: str
    mend: str


CODES: Mapping[str, Code] = MappingProxyType({
    # files and their front matter
    "not-utf-8": Code(_E, "The file is not UTF-8 text.", "Save it as UTF-8; raw reports belong in `seeds/`, where the importer finds their encoding."),
    "file-too-large": Code(_E, "The file, or its front matter, is larger than any record has reason to be.", "Split it, or move the material to `seeds/`."),
    "control-character": Code(_E, "The text holds a control character, which no feed or page may carry.", "Remove it; most editors can show invisible characters."),
    "bidi-override": Code(_E, "The text holds a character that reverses the order of the text around it: it can make a name or number read as another.", "Remove it; right-to-left text needs none."),
    "not-a-file": Code(_E, "A content file is a link, a pipe or a device.", "Put the file itself there: what lies outside the archive is never read."),
    "unreadable-file": Code(_E, "The file cannot be read.", "Look at its permissions."),
    "unknown-file": Code(_W, "The file is neither a record nor a picture, and is not published.", "Records end in `.md`; pictures stand in `content/media/`; move the rest out of `content/`."),
    "unknown-folder": Code(_E, "The file stands in no folder of records, so nothing says what it is.", "Move it to `articles`, `events`, `actors`, `places`, `sources`, `tags` or `pages`."),
    "no-front-matter": Code(_E, "The file does not begin with front matter, or the front matter has no end.", "Begin with a line `---`, write `key: value` lines, close with a line `---`."),
    "bad-yaml": Code(_E, "The front matter is not the YAML that we read.", "Quote values that hold `: ` or ` #`; indent with spaces."),
    "yaml-feature": Code(_E, "The front matter uses an anchor, alias or tag of YAML: they hide what is said, and can be used to attack a reader.", "Write the value out."),
    "duplicate-key": Code(_E, "A key stands twice in one mapping; which one is meant, only you know.", "Remove one."),
    "unknown-key": Code(_E, "The key is not of this record: what you meant by it would be lost.", "Take the one that the hint names, or remove it."),
    "missing-key": Code(_E, "A key is missing without which the record cannot be published.", "Add it, or set `status: draft`."),
    "bad-id": Code(_E, "A file name or a reference is no id.", "Use lower-case ASCII letters, digits and hyphens."),
    "bad-value": Code(_E, "The value is not of the kind that the key asks for.", "`sitegen/load/README.md` lists every key and what stands in it."),
    "bad-date": Code(_E, "The date is no EDTF date.", "Write `2018-09-11`, `2018-09`, `2018`, `2018-09-10~`, `2018-09-10/2018-09-12`."),
    "bad-url": Code(_E, "The address cannot be linked safely.", "Write a whole http, https or mailto address."),
    "bad-language": Code(_E, "The language is no BCP 47 tag.", "Write `en`, `ar`, `ku-Latn`."),
    "bad-point": Code(_E, "The point lies outside the world.", "Latitude first (-90 to 90), then longitude (-180 to 180)."),
    "bad-path": Code(_E, "The path leaves the folder it belongs in, or holds characters that not every system can write.", "Use letters, digits, `-`, `_`, `.` and `/`, and no `..`."),
    "unknown-word": Code(_E, "The value is not one of the words that the key takes.", "Take one of those that the hint names."),
    "too-long": Code(_E, "The text is longer than its place on the page.", "Shorten it; the rest belongs in the body."),
    "date-prefix": Code(_W, "The file name does not begin with the record's date.", "Rename the file; name the old address under `aliases` or `redirects`."),
    "unused-report": Code(_W, "A report stands under `reports` and no claim names it, so no page shows it.", "Name it by `report` in a claim, or remove it."),
    "needless-gap": Code(_E, "An article declares that something is missing which is there, or which nothing asks of it.", "Take it out of `gaps`."),
    # claims
    "claim-without-quote": Code(_E, "A claim of an article has no quote: nobody can check it against the report.", "Copy the words of the body that make the claim."),
    "quote-not-in-body": Code(_E, "The quote of a claim does not stand in the article's body, word for word.", "Copy it from the body."),
    "empty-claim": Code(_E, "A claim has neither figures nor words.", "Give a `toll`, a `quote` or a `note`."),
    "figure-order": Code(_E, "The bounds of a figure cross.", "min ≤ best ≤ max."),
    "claim-unattributed": Code(_W, "A claim does not say who makes it.", "Name the actor or source under `by`, or describe who spoke under `attribution`."),
    "not-corroborated": Code(_E, "The event is said to be corroborated or confirmed, and fewer than two independent sources support it.", "Copies of one report and claims through one agency are one voice: add another source or a `check`, or say `reported`."),
    "confirmed-but-contested": Code(_W, "The event is confirmed, and its accounts give numbers that cannot all be true.", "Say `contested`, or look at the claims."),
    # references
    "unknown-reference": Code(_E, "There is no record of that id.", "Take the one that the hint names, or write the record."),
    "ambiguous-mention": Code(_E, "A mention could mean several records.", "Write the kind before the id: `[[place:hajin]]`."),
    "reference-to-withheld": Code(_W, "A published record refers to one that is not published; the reference is left out of the site.", "Publish that record, or remove the reference."),
    "circle": Code(_E, "Records are part of, or broader than, each other in a circle.", "Break the circle where it is wrong."),
    # time, place, rights
    "published-before-event": Code(_W, "The article is dated before an event that it makes claims about or tells of.", "Look at both dates."),
    "retrieved-before-published": Code(_W, "The report was retrieved before it was published.", "Look at both dates."),
    "relation-dates": Code(_E, "A period ends before it begins.", "Look at `from` and `to`."),
    "finer-than-known": Code(_E, "A place is to be published more finely than it is known.", "`publish` may only be coarser than `precision`."),
    "point-outside-country": Code(_W, "A place lies very far from the place that it is part of.", "Look at the point: latitude comes first."),
    "missing-rights": Code(_E, "An article is to be published, and nothing says how much of it may be shown.", "Add `rights`, or `default_rights` to its source."),
    "missing-file": Code(_E, "A file that the record names is not there.", "Put it where the record says, or correct the path."),
    "seed-changed": Code(_E, "The seed does not have the SHA-256 that the article records: it was changed after the import.", "Restore the seed; seeds are never edited."),
    # what must not be seen
    "redaction-leak": Code(_E, "Something that is to go out holds a string that is redacted, in some guise: in its text, its markup, its name, its metadata, or encoded. Nothing was written.", "Take it out there, or add it to `redact` of the record that the message names. If it is another word, redact a longer string. Of five letters and more, a string is found within longer words too."),
    "redaction-too-short": Code(_E, "A string to be redacted has fewer than three letters or digits: it would be found everywhere.", "Write more of it, such as the full name."),
    "redaction-in-name": Code(_E, "The name of a file holds a string that is to be redacted, and would stand in its page's address.", "Rename the file."),
    "sgbv-unapproved": Code(_E, "An event of sexual or gender-based violence is to be published, and nobody has signed for it.", "A second person looks at it and writes their name under `approved_by`; it is never shown."),
    "sgbv-beside": Code(_W, "An article tells of an event of sexual or gender-based violence, and names a person, or a place finer than the district, among its actors or places.", "Leave it out there, unless the page cannot lead anybody to a victim by it."),
    "withdrawn-but-usable": Code(_E, "A record says both that it was withdrawn and that it may be published.", "Set `status: withheld` or `canceled`, or remove `withdrawn`."),
    "withdrawn-unsaid": Code(_W, "A record that the last build published is withheld now, and does not say so: its address leads nowhere.", "Add `withdrawn: {date: …, reason: safety | legal | rights | error | other}` to leave a tombstone there."),
    "changed-without-correction": Code(_W, "An article was changed after it was published, and no correction says so.", "Say under `corrections` what was changed and when, or restore the words."),
    "picture-metadata": Code(_E, "A file that would be copied holds data about when, where and with what it was made, and it is of a kind out of which we cannot take that.", "Save it as JPEG, PNG, GIF or WebP, out of which it is taken, or take it out with a tool that is made for it."),
    "bad-picture": Code(_E, "A picture is cut off or broken, or says that it is larger than a browser can bear; it cannot be looked through, so it is not published.", "Open it in a picture editor and save it anew."),
    "active-file": Code(_E, "A file that would be copied holds a script or something else that a browser runs.", "Publish it as a picture, or take that out."),
    # collisions
    "output-collision": Code(_E, "Two things would be written to one file.", "Rename one, or remove the old address that collides."),
    "same-id": Code(_E, "Two files claim one id.", "Rename one of them."),
    "shared-alias": Code(_W, "Two records share a name, so a match on it is ambiguous.", "Say which is meant where it matters, or drop the alias from one."),
    # rendering
    "text-not-rendered": Code(_W, "The body was too tangled for the Markdown parser and is shown as plain text.", "Simplify it: thousands of brackets, or lists nested hundreds deep, are no text."),
    "template-fault": Code(_E, "A template failed on a page.", "Look at the line of the template that the message names."),
})  # fmt: skip
"""Held by a test: every code that is used is listed, every code listed has a case."""


def problem(span: Span, code: str, message: str, hint: str = "") -> Problem:
    """A problem with the weight that its code has."""
    return Problem(span, code, message, hint, CODES[code].severity)
