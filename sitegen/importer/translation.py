"""Signs that a text went through a machine translator. They are flagged; nothing is rewritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.document import Flag
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line


class Sign(NamedTuple):
    """One kind of sign: pieces that must be there, its pattern, the language it points to, its weight, its words."""

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    source: str
    weight: int
    says: str


SIGNS: tuple[Sign, ...] = (
    Sign(
        ("EI", "OTAN", "ONU", "OSDH", "FDS", "ASL", "CICR", "OMS", "UE"),
        re.compile(r"\b(?:EI|EIIL|OTAN|ONU|OSDH|FDS|ASL|CICR|OMS|UE)\b"),
        "fr",
        2,
        "an acronym that English does not use",
    ),
    Sign(
        ("uthor's right", "egend of the", "of the file", "mage of archive", "right of author", "HOR'S", "GEND OF"),
        re.compile(
            r"(?i:\b(?:author's rights? of the (?:image|picture)|legend of the (?:media|image|video)|"
            r"photo of the file|image of archives?|right of author)\b)"
        ),
        "fr",
        3,
        "a label translated back word for word",
    ),
    Sign(
        ("ИГИЛ", "СДС", "ООН", "НАТО", "США", "СОХР"),
        re.compile(r"\b(?:ИГИЛ|СДС|ООН|НАТО|США|СОХР)\b"),
        "ru",
        2,
        "a Russian acronym",
    ),
    Sign(
        ("IS-Miliz", "Dschihadisten", "UNO", "Nato-Staaten"),
        re.compile(r"\b(?:IS-Miliz|Dschihadisten|UNO|Nato-Staaten)\b"),
        "de",
        2,
        "a German word",
    ),
    Sign(
        ("DAESH", "OTAN", "EEUU", "EE.UU."),
        re.compile(r"\b(?:DAESH|OTAN|EEUU|EE\.UU\.)\b"),
        "es",
        1,
        "a Spanish acronym",
    ),
    Sign(
        (', "', '. "'),
        re.compile(r"[,.] \"(?:added|said|explained|declared)\b"),
        "",
        2,
        "a quotation mark on the wrong side of its space",
    ),
    Sign(
        (" that she ", " that he "),
        re.compile(
            r"\b(?:coalition|army|ministry|alliance|organi[sz]ation)\b[^.]{0,40}\b(?:said|added) that (?:she|he) "
        ),
        "",
        2,
        "a person's pronoun for an institution",
    ),
    Sign((". and ",), re.compile(r"[a-z]\. and [a-z]"), "", 1, "a full stop within a sentence"),
    Sign((" .",), re.compile(r" [.](?:\s|$)"), "", 1, "a space before a full stop"),
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
    everything = "\n".join(line.text for line in lines)
    possible = tuple(sign for sign in SIGNS if any(hint in everything for hint in sign.hints))
    for line in lines if possible else ():
        if line.text and line.action is not Action.TAGS:
            found.extend(_signs_in(line, possible))
    weight = sum(sign.weight for sign in {sign for sign, _ in found})
    if weight < ENOUGH:
        return Translation((), likely=False, source="")
    sources = [sign.source for sign, _ in found if sign.source]
    source = max(sorted(set(sources)), key=sources.count) if sources else ""
    return Translation(tuple(flag for _, flag in found), likely=True, source=source)


def _signs_in(line: Line, possible: tuple[Sign, ...]) -> list[tuple[Sign, Flag]]:
    return [
        (sign, Flag("machine-translation", line.number, f'"{match[0].strip()}": {sign.says}.'))
        for sign in possible
        if any(hint in line.text for hint in sign.hints) and (match := sign.pattern.search(line.text))
    ]
