"""A document to a draft: what it says, what was done to it, what it offers. One pure function."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.importer.body import body_markdown, mended
from sitegen.importer.clean import clean
from sitegen.importer.document import Document, Flag, Refusal, Stated
from sitegen.importer.language import direction_of, language_of
from sitegen.importer.lines import LONG, Line
from sitegen.importer.match import Authority, Matcher, Mention
from sitegen.importer.moments import DateProposal, absolute_dates, date_proposals
from sitegen.importer.refusal import refusal
from sitegen.importer.rules import Action
from sitegen.importer.strangers import Stranger, strangers
from sitegen.importer.toll import Claim, claims_in
from sitegen.importer.translation import translation_signs

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d[/-][01]?\d[/-][0-3]?\d)(?=[/.-]|$)")
LONGEST_DERIVED_TITLE = 120
LABEL_WORDS = 3
MOST_LINES = 50_000
COMMAND_LINE = "the command line"
_BY = re.compile(
    r"(?i)^(?:by|written by|posted by|reported by|story by|par|von|por|auteure?|autor(?:in|a)?|"
    r"авторы?|автори?|текст|بقلم|كتب|الكاتب|reporter|authors?)[: ]+"
)


class Picture(NamedTuple):
    """A caption, the credit that stood with it, and the date that the caption names (never the article's)."""

    caption: str
    credit: str
    date: str | None
    line: int


class Draft(NamedTuple):
    """Everything that the importer knows of one document. `refused` says why it is no article, where it is none."""

    document: Document
    refused: Refusal | None = None
    title: str = ""
    date: Stated | None = None
    date_proposals: tuple[DateProposal, ...] = ()
    language: str | None = None
    direction: str = "ltr"
    source: str | None = None
    author: str | None = None
    url: str | None = None
    body: str = ""
    lines: tuple[Line, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    tag_words: tuple[str, ...] = ()
    translated_from: str | None = None
    flags: tuple[Flag, ...] = ()

    def ids(self, kind: str) -> list[str]:
        """The records of a kind that the text names, in the order of their first mention."""
        return list(dict.fromkeys(mention.id for mention in self.mentions if mention.kind == kind))


class Matching(NamedTuple):
    """The archive's names, ready: built once for a run."""

    authority: Authority
    matcher: Matcher

    @classmethod
    def of(cls, authority: Authority) -> Matching:
        """Build the matcher of an authority."""
        return cls(authority, Matcher.of(authority))


def draft(document: Document, matching: Matching) -> Draft:
    """Clean, judge, and propose; nothing is decided that is the curator's."""
    if document.refusal:
        return Draft(document, document.refusal, flags=document.flags)
    if document.text.count("\n") > MOST_LINES:
        return Draft(
            document, Refusal("too-large", f"The text has more than {MOST_LINES:,} lines."), flags=document.flags
        )
    stated_title = document.states("title")
    cleaned = clean(document.text, stated_title.value if stated_title else "", markdown=document.markdown)
    lines = tuple(mended(line) for line in cleaned.lines)
    refused = refusal(document.text, lines, stated_title.value if stated_title else "")
    made = Draft(
        document, refused, lines=lines, flags=(*document.flags, *cleaned.flags), title=_title(lines, stated_title)
    )
    return made if refused else _proposed(made, matching)


def _title(lines: tuple[Line, ...], stated: Stated | None) -> str:
    if stated:
        return " ".join(stated.value.split())
    headline = next((line.text for line in lines if line.action is Action.TITLE), "")
    first = next((line.text for line in lines if line.action is Action.KEEP and line.text), "")
    return headline.lstrip("# ") or _shortened(first)


def _shortened(text: str) -> str:
    """The first sentence, cut at a word where it is long."""
    sentence = re.split(r"(?<=[.!?؟])\s", text, maxsplit=1)[0]
    if len(sentence) <= LONGEST_DERIVED_TITLE:
        return sentence.rstrip(".")
    return sentence[:LONGEST_DERIVED_TITLE].rsplit(" ", 1)[0] + " …"


def _proposed(made: Draft, matching: Matching) -> Draft:
    document, lines = made.document, tuple(line for line in made.lines if line.rule != LONG)
    body = body_markdown(made.lines, markdown=document.markdown)
    stated_language = document.states("language")
    language = stated_language.value if stated_language else language_of(body)
    body_first = [
        (line.number, line.text)
        for action in (Action.KEEP, Action.TITLE)
        for line in lines
        if line.action is action and line.text
    ]
    mentions, ambiguous = matching.matcher.find(
        [(line.number, line.received) for line in lines if line.text and line.action is not Action.REMOVE]
    )
    translation = translation_signs(lines, language)
    return made._replace(
        body=body,
        language=language,
        direction=direction_of(language, body),
        date=_stated_date(document),
        date_proposals=_dates(document, lines),
        source=_source(document, matching),
        author=_author(document, lines),
        url=_value(document, "url"),
        pictures=pictures(lines),
        mentions=tuple(mentions),
        claims=claims_in(body_first, mentions, language),
        strangers=strangers(lines, mentions),
        tag_words=_tag_words(document, lines),
        translated_from=(translation.source or "und") if translation.likely else None,
        flags=(*made.flags, *ambiguous, *translation.flags, *_evidence(lines), *_long_lines(made.lines)),
    )


def _value(document: Document, field: str) -> str | None:
    stated = document.states(field)
    return stated.value.strip() if stated else None


def _stated_date(document: Document) -> Stated | None:
    """A date that metadata states, read as a day, with its origin; the text's own dates are only offered."""
    stated = document.states("date")
    if stated is None:
        return None
    value = re.sub(r"^(\d{4})(\d\d)(\d\d)(?=T|$)", r"\1-\2-\3", stated.value.strip())
    iso = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])", value)
    read = iso[0] if iso else next((offer.date for offer in absolute_dates(stated.value, 0, stated.origin)), None)
    return stated._replace(value=read) if read else None


def _dates(document: Document, lines: tuple[Line, ...]) -> tuple[DateProposal, ...]:
    stated = _stated_date(document)
    first = (DateProposal(stated.value, (document.states("date") or stated).value, 0, stated.origin),) if stated else ()
    address = _IN_ADDRESS.search(_value(document, "url") or "")
    by_address = [*absolute_dates(address[1], 0, "address of the page")] if address and not stated else []
    return (*first, *by_address, *date_proposals(lines))


def _source(document: Document, matching: Matching) -> str | None:
    """The source that the caller names, or the archive's record for the one that the seed states."""
    for field in ("source", "site"):
        stated = document.states(field)
        if stated and stated.origin == COMMAND_LINE:
            return stated.value
        named, _ = matching.matcher.find([(0, stated.value)]) if stated else ([], [])
        ids = [mention.id for mention in named if mention.kind == "source"]
        if ids:
            return ids[0]
    return None


def _author(document: Document, lines: tuple[Line, ...]) -> str | None:
    stated = _value(document, "author")
    byline = next((line.text for line in lines if line.action is Action.BYLINE and line.rule != "author-note"), "")
    return stated or (_BY.sub("", byline).strip() or None)


def pictures(lines: tuple[Line, ...]) -> tuple[Picture, ...]:
    """Captions with the nearest credit within two lines, and the date each names."""
    written = [line for line in lines if line.text]
    found: list[Picture] = []
    for at, line in enumerate(written):
        if line.action is Action.CAPTION:
            date = next((offer.date for offer in absolute_dates(line.text, line.number, "caption")), None)
            found.append(Picture(line.text, _credit_beside(written, at), date, line.number))
    return tuple(found)


def _credit_beside(written: list[Line], at: int) -> str:
    for near in (at - 1, at + 1):
        if (
            0 <= near < len(written)
            and written[near].action is Action.CREDIT
            and written[near].rule in ("credit", "copyright-label")
        ):
            text = written[near].text
            return "" if ends_with_label(text) else text
    return ""


def ends_with_label(text: str) -> bool:
    """Whether a credit line is the bare label without a holder."""
    from sitegen.importer.rules.classify import is_bare_label

    return is_bare_label(text)


def is_tag_label(line: Line) -> bool:
    """Whether a line is the label alone, with its tags below."""
    return line.rule == "tags" and not re.search(r"[:：|#,]\s*\S", line.text) and line.text.count(" ") < LABEL_WORDS


def _tag_words(document: Document, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The key words of tag lines, in their order."""
    stated = document.states("tags")
    words = [word.strip() for word in stated.value.split(",")] if stated else []
    for line in lines:
        if line.action is Action.TAGS and not is_tag_label(line):
            bare = re.sub(r"^[^:：|#]{2,30}[:：|]\s*", "", line.text)
            words.extend(word.strip(" #.") for word in re.split(r"[,;|،•]|\s(?=#)", bare))
    return tuple(dict.fromkeys(word for word in words if word))


def _long_lines(lines: tuple[Line, ...]) -> list[Flag]:
    return [
        Flag("long-line", line.number, "The line is too long for the rules and the proposals; it is kept as it is.")
        for line in lines
        if line.rule == LONG
    ]


def _evidence(lines: tuple[Line, ...]) -> list[Flag]:
    """Links that embeds left behind may be sources: they are pointed out."""
    links = [
        (line.number, link)
        for line in lines
        if line.rule == "embed"
        for link in re.findall(r"(?:https?://|pic\.twitter\.com/|t\.co/|t\.me/)\S+", line.text)
    ]
    return [Flag("evidence-link", number, f"The text linked to {link}") for number, link in links[:20]]
