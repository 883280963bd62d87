"""Who says it, and through whom: the voices of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sitegen.importer.match import Mention
    from sitegen.importer.toll.lexicon import Lexicon

_SUBJECT_START = re.compile(r"(?:^|[,;:.\"“”]|\)\s*[–—-]+|\b(?:and|but|while|when|as|that)\b)\s*")
_ADVERBS = frozenset({"also", "later", "earlier", "however", "meanwhile", "separately", "previously", "reportedly"})
_HEADING = re.compile(r"\s*(?:\([^)]{1,12}\)\s*)?:")
_UP_TO_VERB = re.compile(
    r"\s*(?:\([^)]{1,12}\))?(?:,\s(?:an?|the|which)\s[^,;]{3,70},|"
    r"(?:\s(?:agency|also|chief|director|earlier|group|had|has|have|head|later|monitor|monitoring|network|news|rights|"
    r"sources|war)){0,3})?\s*"
)
_UP_TO_NAME = re.compile(r"\s(?:the\s)?(?:[A-Z][\w-]+\s){0,3}")
_NAME_ENDS = re.compile(
    r"(?:\s(?:chief|director|head|official|spokes\w+))?(?:\s[A-Z][\w-]+){0,3}\s*(?:[.,;”\"]|$|adding\b|in\b|on\b)"
)
LONGEST_VOICE = 90
TOLD_WORDS = 7
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
    beside = _beside(sentence, reporting, mentions, via)
    for words, start in (_named_after(sentence, according), _named_before(sentence, reporting)):
        speaker = _speaker(mentions, start, start + len(words), via) if words else None
        if speaker or (words and not beside):
            return Voice(speaker, via, words)
    return Voice(beside.id, via, beside.quote) if beside else Voice(None, via, None)


def _beside(sentence: str, reporting: re.Match[str] | None, mentions: list[Mention], via: str | None) -> Mention | None:
    """The speaker whose name stands right by a verb of telling, whatever its clause holds, or heads the sentence."""
    for mention in mentions:
        if mention.kind not in ("actor", "source") or mention.id == via:
            continue
        if mention.start < LONGEST_VOICE and _HEADING.match(sentence, mention.end):
            return mention
        if reporting and _stands_by(sentence, reporting, mention):
            return mention
    return None


def _stands_by(sentence: str, verb: re.Match[str], mention: Mention) -> bool:
    """Whether a name is a verb's subject: "the observatory, a monitor, said", "were killed, said the observatory"."""
    if mention.end <= verb.start():
        return bool(_UP_TO_VERB.fullmatch(sentence, mention.end, verb.start()))
    told = sentence[: verb.start()].rstrip()
    return bool(
        (told.endswith((",", "”", '"', "'")) or told.count(" ") >= TOLD_WORDS)
        and _UP_TO_NAME.fullmatch(sentence, verb.end(), mention.start)
        and _NAME_ENDS.match(sentence, mention.end)
    )


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
