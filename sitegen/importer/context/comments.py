"""What readers wrote below the text: none of it is the report."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_sentence, reports, written
from sitegen.importer.context.kinship import stems, words_of_others
from sitegen.importer.fold import key
from sitegen.importer.lines import STRUCTURE
from sitegen.importer.months import DATE
from sitegen.importer.rules import Action

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

FEWEST_SENTENCES = 2
FEWEST_WORDS = 20
NEAR = 6
FEWEST_SIGNS = 3
LONGEST_NICKNAME = 36
FORMS = frozenset({"comments", "comment-form", "board"})
_OF_COMMENTS = re.compile(r"comment(?:s|aires?|i)\b|kommentare|comentarios|комментари|коментар|تعليقات")
_NOBODY = re.compile(r"(?:0|no|zero) \w+|\w+ ?\(?0\)?")
_READER = re.compile(r"\b(?:I|I['’](?:m|ve|d)|[Mm]y|me|[Yy]ou|[Yy]our|[Ww]e|lol|LOL|imho|IMHO)\b|[!?]{2}|[.…]{4}|…[.…]")
_NICKNAME = re.compile(r"[\w.@'-]+(?: [\w.@'(-]+){0,3}[ .]*")
_BULLET = re.compile(r"[•·▪■●]\s*")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")
_COUNT = re.compile(
    r"(?:[1-9]\d*|one|un|una|une|ein|один|одна) (?:comments?|responses?|replies|reply|thoughts?|commentaires?|"
    r"kommentare?|"
    r"comentarios?|commenti|commento|комментари\w*|коментар\w*|تعليق\w*)(?: (?:on|to|sur|zu|en|к|до) .{2,160})?"
    r"|(?:comments?|commentaires|kommentare|comentarios|commenti|комментарии|коментарі|تعليقات|التعليقات) "
    r"?[:(]? ?[1-9]\d* ?\)?"
    r"|(?:se han publicado|hay|il y a|es gibt|there (?:is|are)|currently|actuellement|derzeit) [1-9]\d* "
    r"(?:comentarios?|commentaires?|kommentare?|comments?)(?: on .{2,160})?"
)
_POLICY = re.compile(
    r"be civil|this is a civili[sz]ed place for (?:public )?discussion"
    r"|(?:our |the )?(?:comments?|commenting|community|discussion|house) (?:polic(?:y|ies)|guidelines?|rules|standards)"
    r"|charte (?:de moderation|des commentaires|d'utilisation)|regles de (?:moderation|publication|la communaute)"
    r"|netiquette|kommentarregeln|regeln fur (?:kommentare|die diskussion)"
    r"|normas (?:de (?:participacion|uso|la comunidad)|para (?:comentar|los comentarios))"
    r"|правила (?:комментирования|общения|дискуссии|сообщества)|правила (?:коментування|спілкування)"
    r"|(?:شروط|قواعد|سياسه) (?:التعليق|النشر|التعليقات)"
)
"""What stands above the rules that a site gives to those who write below its texts."""
_HEAD = re.compile(
    r"(?:comments?|commentaires|kommentare|comentarios|commenti|комментарии|коментарі|تعليقات|التعليقات|reader "
    r"comments|"
    r"readers' comments|join the (?:conversation|discussion)|discussion|leserkommentare|comentarios de los "
    r"lectores) ?:?"
)
_SPEAKER = re.compile(
    r".{2,40} (?:says|said|wrote|writes|schreibt|sagt|schrieb|dice|dijo|escribio|a dit|a ecrit|пишет|говорит|"
    r"пише|каже|يقول|قال) ?:"
    r"|.{2,40} (?:said|says|wrote) ?(?:\.\.\.|…)|(?:off|on)line [\w.@-]{3,24}"
    r"|.{2,40}(?: |[|•·,-])+(?:\d+|an?|one) (?:second|minute|hour|day|week|month|year)s? ago.{0,30}"
    r"|.{2,40}(?: (?:on|at|le|am|el)|[|•·,-]) ?(?:" + DATE + r")(?:.{0,25})?"
    r"|(?:guest|anonymous|anonyme|anonymer|anonimo|гость|аноним|гість|زائر|مجهول)(?: .{0,30})?"
    r"|\[?-?\]? ?[\w.@-]{3,24} (?:\d+ )?points?.{0,40}"
    r"|reply(?: to .{2,40})?|like ?\d* ?(?:reply|dislike).{0,40}|@[\w.-]{3,24}"
)


def comments(lines: list[Line]) -> Changed:
    """From the first sign of readers' comments on: their count, their heading above one, or a speaker."""
    filled = written(lines)
    start = next((n for n in range(_told(lines, filled), len(filled)) if _begins(lines, filled, n)), None)
    if start is None:
        return lines, []
    taken: Decisions = {
        at: (Action.REMOVE, "reader-comment")
        for at in filled[start:]
        if lines[at].action is Action.KEEP and lines[at].rule != "markdown"
    }
    return decided(lines, taken), []


def _told(lines: list[Line], filled: list[int]) -> int:
    """How many lines it takes until a report has been told: no comments stand before that."""
    sentences = words = 0
    for n, at in enumerate(filled):
        if sentences >= FEWEST_SENTENCES or words >= FEWEST_WORDS:
            return n
        if is_sentence(lines[at]):
            sentences, words = sentences + 1, words + lines[at].text.count(" ")
    return len(filled)


def _begins(lines: list[Line], filled: list[int], n: int) -> bool:
    text = key(lines[filled[n]].text)
    if _COUNT.fullmatch(text):
        return True
    if _POLICY.fullmatch(text.rstrip(" .:!")) and not _goes_on(lines, filled[n + 1 :]):
        return True
    if _is_form(lines[filled[n]], text) and not _NOBODY.fullmatch(text) and not _goes_on(lines, filled[n + 1 :]):
        return True
    headed = bool(_HEAD.fullmatch(text))
    if not headed and not _is_speaker_line(text):
        return False
    near = [key(lines[at].text) for at in filled[n + 1 : n + 1 + NEAR]]
    if headed:
        return any(_SPEAKER.fullmatch(one) for one in near)
    return any(_IS_STAMP.search(one) for one in near[:1]) and _replies(near)


def _is_form(line: Line, text: str) -> bool:
    """Whether a line is of a form for comments, or another of the page's lines that speaks of them."""
    return line.rule in FORMS or (line.action is Action.REMOVE and bool(_OF_COMMENTS.search(text)))


def _goes_on(lines: list[Line], after: list[int]) -> bool:
    """Whether what stands below a form is told as a report is: the form stood in its midst."""
    told = [lines[at] for at in after if is_sentence(lines[at])]
    return sum(map(_is_report, told)) * 2 > len(told)


def _is_report(line: Line) -> bool:
    """Whether a line tells what somebody said or did, and does not speak for itself."""
    return reports(line.text) and not _speaks(line.text)


def _speaks(text: str) -> bool:
    """Whether a line says I, we or you outside of quotation marks."""
    return bool(_READER.search(_QUOTED.sub("", text)))


def readers(lines: list[Line]) -> Changed:
    """What readers wrote with no form above it: below a line that reports, names alone and lines that say I or you."""
    filled = written(lines)
    thread = _thread(lines, filled)
    if thread:
        return decided(lines, dict.fromkeys(thread, (Action.REMOVE, "reader-voice"))), []
    if not _may_be_of_readers(lines, filled[len(filled) // 2 :]):
        return lines, []
    reported = [n for n, at in enumerate(filled) if is_sentence(lines[at]) and _is_report(lines[at])]
    if len(reported) < FEWEST_SENTENCES or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    for last in reversed(reported[1:]):
        tail = [at for at in filled[last + 1 :] if lines[at].undecided]
        if _is_of_readers(lines, tail, words_of_others(lines, filled[: last + 1], ())):
            return decided(lines, dict.fromkeys(tail, (Action.REMOVE, "reader-voice"))), []
    return lines, []


def _thread(lines: list[Line], filled: list[int]) -> list[int]:
    """What stands from the first of some names on that a list's mark is before, each above what its bearer wrote."""
    if not any(_BULLET.match(lines[at].text) for at in filled):
        return []
    told = _told(lines, filled)
    names = [
        n
        for n, (at, below) in enumerate(pairwise(filled))
        if n >= told
        and _BULLET.match(lines[at].text)
        and _is_nickname(_BULLET.sub("", lines[at].text))
        and lines[below].text.count(" ") >= FEWEST_SIGNS
        and not _BULLET.match(lines[below].text)
    ]
    enough = len(names) >= FEWEST_SIGNS
    return [at for at in filled[names[0] :] if lines[at].action is Action.KEEP] if enough else []


def _may_be_of_readers(lines: list[Line], half: list[int]) -> bool:
    """Whether a name alone stands in the second half of a text, and a line that speaks is there too."""
    return any(lines[at].undecided and _is_nickname(lines[at].text) for at in half) and any(
        lines[at].undecided and _speaks(lines[at].text) for at in half
    )


def _is_of_readers(lines: list[Line], tail: list[int], text: frozenset[str]) -> bool:
    """Whether lines have names that the text has not, and more that speak for themselves than tell of others."""
    names = sum(_is_nickname(lines[at].text) and not stems(lines[at].text) & text for at in tail)
    told = [lines[at] for at in tail if is_sentence(lines[at])]
    voices = sum(_speaks(line.text) for line in told)
    return (
        min(names, voices) > 0
        and names + voices >= FEWEST_SIGNS
        and sum(map(_is_report, told)) * FEWEST_SIGNS < len(told)
    )


def _is_nickname(text: str) -> bool:
    return len(text) <= LONGEST_NICKNAME and bool(_NICKNAME.fullmatch(text)) and not text.endswith((":", "!", "?"))


_IS_STAMP = re.compile(rf"(?:{DATE})|\d+ (?:hours?|days?|weeks?|months?|years?) ago")


_SPEAKER_LINE = re.compile(r".{2,40} (?:says|said|wrote|schreibt|sagt|dice|a dit|пишет|يقول) ?:")


def _is_speaker_line(text: str) -> bool:
    return text.endswith(":") and bool(_SPEAKER_LINE.fullmatch(text))


def _replies(near: list[str]) -> bool:
    return any(
        one in ("reply", "antworten", "repondre", "responder", "ответить", "відповісти", "رد") for one in near
    ) or any(_is_speaker_line(one) for one in near)
