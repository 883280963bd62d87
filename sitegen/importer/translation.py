"""Signs that a text went through a machine translator. They are flagged; nothing is rewritten."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.importer.document import Flag
from sitegen.importer.lines import Line
from sitegen.importer.rules import Action


class Sign(NamedTuple):
    """One kind of sign: its pattern, the language it points to ("" where it points to none), its weight and its sentence."""

    pattern: re.Pattern[str]
    source: str
    weight: int
    says: str


SIGNS: tuple[Sign, ...] = (
    Sign(re.compile(r"\b(?:EI|EIIL|OTAN|ONU|OSDH|FDS|ASL|CICR|OMS|UE)\b"), "fr", 2, "an acronym that English does not use"),
    Sign(re.compile(r"(?i:\b(?:author's rights? of the (?:image|picture)|legend of the (?:media|image|video)|photo of the file|image of archives?|right of author)\b)"), "fr", 3, "a label translated back word for word"),
    Sign(re.compile(r"\b(?:ИГИЛ|СДС|ООН|НАТО|США|СОХР)\b"), "ru", 2, "a Russian acronym"),
    Sign(re.compile(r"\b(?:IS-Miliz|Dschihadisten|UNO|Nato-Staaten)\b"), "de", 2, "a German word"),
    Sign(re.compile(r"\b(?:DAESH|OTAN|EEUU|EE\.UU\.)\b"), "es", 1, "a Spanish acronym"),
    Sign(re.compile(r"[,.] \"(?:added|said|explained|declared)\b"), "", 2, "a quotation mark on the wrong side of its space"),
    Sign(re.compile(r"\b(?:coalition|army|ministry|alliance|organi[sz]ation)\b[^.]{0,40}\b(?:said|added) that (?:she|he) "), "", 2, "a person's pronoun for an institution"),
    Sign(re.compile(r"[a-z]\. and [a-z]"), "", 1, "a full stop within a sentence"),
    Sign(re.compile(r" [.](?:\s|$)"), "", 1, "a space before a full stop"),
)
ENOUGH = 3


class Translation(NamedTuple):
    """The flags raised, whether together they say "machine", and the language most of them point to."""

    flags: tuple[Flag, ...]
    likely: bool
    source: str


def translation_signs(lines: tuple[Line, ...], language: str | None) -> Translation:
    """Look for the signs in an English text; other languages have these words of their own."""
    if language not in (None, "en"):
        return Translation((), likely=False, source="")
    found: list[tuple[Sign, Flag]] = []
    for line in lines:
        if line.text and line.action is not Action.TAGS:
            found.extend(_signs_in(line))
    weight = sum(sign.weight for sign in {sign for sign, _ in found})
    if weight < ENOUGH:
        return Translation((), likely=False, source="")
    sources = [sign.source for sign, _ in found if sign.source]
    source = max(sorted(set(sources)), key=sources.count) if sources else ""
    return Translation(tuple(flag for _, flag in found), likely=True, source=source)


def _signs_in(line: Line) -> list[tuple[Sign, Flag]]:
    return [(sign, Flag("machine-translation", line.number, f'"{match[0].strip()}": {sign.says}.')) for sign in SIGNS if (match := sign.pattern.search(line.text))]
