"""Who says it, and through whom: the voices of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sitegen.importer.match import Mention
    from sitegen.importer.toll.lexicon import Lexicon

_SUBJECT_START = re.compile(r"(?:^|[,;:.\"“”]|\)\s*[–—-]+|\b(?:and|but|while|when|as|that)\b)\s*")
_ADVERBS = frozenset({"also", "later", "earlier", "however", "meanwhile", "separately", "previously", "reportedly"})
LONGEST_VOICE = 90
NEAR = 60


class Voice(NamedTuple):
    """The speaker's record and the medium's (None where none is known), and the words that name the speaker."""

    by: str | None = None
    via: str | None = None
    attribution: str | None = None


def voice_of(sentence: str, mentions: list[Mention], lexicon: Lexicon) -> Voice:
    """The subject of a reporting verb, or what "according to" names; a source that was told is the medium."""
    according = lexicon.according_to.search(sentence)
    reporting = lexicon.reporting_verb.search(sentence)
    via = _medium(sentence, mentions)
    for words, start in (_named_after(sentence, according), _named_before(sentence, reporting)):
        if words:
            return Voice(_speaker(mentions, start, start + len(words), via), via, words)
    return Voice(None, via, None)


def _named_after(sentence: str, according: re.Match[str] | None) -> tuple[str, int]:
    if according is None:
        return "", 0
    rest = sentence[according.end() :]
    words = re.split(r"[.,;:\"”]|\b(?:which|who|that|said)\b", rest.lstrip(), maxsplit=1)[0].strip()
    return words[:LONGEST_VOICE], according.end() + len(rest) - len(rest.lstrip())


def _named_before(sentence: str, reporting: re.Match[str] | None) -> tuple[str, int]:
    """The words between the clause's start and its reporting verb; after it where the verb closes a quotation."""
    if reporting is None:
        return "", 0
    start = max((m.end() for m in _SUBJECT_START.finditer(sentence, 0, reporting.start())), default=0)
    words = re.sub(
        r"\s+(?:has|have|had|also|earlier|later|separately|previously|on \w+day|\w+day)\s*$",
        "",
        sentence[start : reporting.start()].rstrip(),
    )
    if words.lower() in _ADVERBS:
        words, start = sentence[: reporting.start()].split(",", maxsplit=1)[0].strip(), 0
    if 0 < len(words) <= LONGEST_VOICE and words.lower() not in ("it", "he", "she", "they", "which", "who"):
        return words, start
    after = sentence[reporting.end() :].split(".", maxsplit=1)[0].strip(' ,"”')
    return (
        (after, reporting.end())
        if 0 < len(after) <= NEAR and sentence[reporting.start() - 2 : reporting.start() - 1] in ',"”'
        else ("", 0)
    )


def _speaker(mentions: list[Mention], start: int, end: int, via: str | None) -> str | None:
    inside = [m for m in mentions if m.kind in ("actor", "source") and start <= m.start <= end and m.id != via]
    return min(inside, key=lambda m: (m.kind != "actor", m.start)).id if inside else None


def _medium(sentence: str, mentions: list[Mention]) -> str | None:
    """A source after "told", within brackets, or one that quotes another."""
    for mention in mentions:
        if mention.kind != "source":
            continue
        before, after = sentence[: mention.start], sentence[mention.end :]
        if re.search(
            (
                r"(?i)\b(?:told|tells|speaking to|interview with|statement to|quoted by|reported by|via|"
                r"carried by)(?: the)?(?: [\w-]+){0,3}? ?$"
            ),
            before,
        ) or re.match(r"(?i)[^.,;]{0,30}\b(?:cit(?:ed|ing)|quot(?:ed|ing))\b", after):
            return mention.id
    return None
