"""The kept lines as Markdown that says exactly what they say."""

from __future__ import annotations

import re

from sitegen.importer.lines import BODY, Line, ends_sentence
from sitegen.importer.rules import Action
from sitegen.model.mention import locate_mentions

_LOOSE_STOP = re.compile(r"(?<=[\w\"”’)\]])[ \u00a0]+([.,])(?=\s|$)")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff\u2060]")
_AT_START = re.compile(
    r"^(?:(#{1,6})(?=\s|$)|([-+*>])(?=\s|$)|(>)|(\d{1,9})([.)])(?=\s|$)|(={2,}|-{2,}|~{3,}|`{3,})\s*$)"
)
_INLINE = re.compile(r"(\[\[|`|<(?=[A-Za-z/!?])|\](?=\(|:|\[)|(?<=\w)\*\*(?=\w)|__)")
_PAIRED = re.compile(
    r"(?<![\w*])\*(?=\S)(?=[^*\n]*\S\*)|(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)(?=[^_\n]*\S_)|(?<=\S)_(?![\w_])"
)
_STARTS = frozenset("#-+*>=~`")
_MARKS = "[`<*_"
SPACING = "spacing"
LONG_LINE = 40
WRAP = 110


def mended(line: Line) -> Line:
    """A kept line with its loose stops drawn near and its invisible marks gone; the record says `spacing`."""
    if line.rule != BODY:
        return line
    text = _INVISIBLE.sub("", line.text) if not line.text.isascii() else line.text
    if " ." in text or " ," in text or "\u00a0" in text:
        text = _LOOSE_STOP.sub(lambda m: m[0] if _inside_quotation(text, m.start()) else m[1], text)
    return line if text == line.text else line._replace(text=text, rule=SPACING, original=line.text)


def _inside_quotation(text: str, at: int) -> bool:
    """A quotation's spacing is the speaker's text as it was received: it stays."""
    return text.count('"', 0, at) % 2 == 1 or text.count("“", 0, at) > text.count("”", 0, at)


def body_markdown(lines: tuple[Line, ...], *, markdown: bool = False) -> str:
    """Paragraphs from kept lines: a wrapped line joins the line before it, every other line is a paragraph."""
    paragraphs: list[list[str]] = []
    last = -10
    for line in lines:
        if line.action is not Action.KEEP or not line.text:
            continue
        text = line.text if markdown else escaped(line.text)
        if paragraphs and line.number == last + 1 and (markdown or _goes_on(paragraphs[-1][-1], line.text)):
            paragraphs[-1].append(text)
        else:
            paragraphs.append([text])
        last = line.number
    body = "\n\n".join("\n".join(paragraph) for paragraph in paragraphs) + ("\n" if paragraphs else "")
    return _without_mentions(body)


def _without_mentions(body: str) -> str:
    """What looks like a mention came in with the seed and names no record of the archive: it is shown as printed."""
    for found in reversed(locate_mentions(body)):
        body = f"{body[: found.start]}\\{body[found.start :]}"
    return body


def _goes_on(before: str, line: str) -> bool:
    return (
        LONG_LINE <= len(before) <= WRAP
        and not ends_sentence(before)
        and (line[:1].islower() or (len(before) > WRAP // 2 and not line[:1].isdigit() and len(line) <= WRAP))
    )


def escaped(text: str) -> str:
    """Text in which Markdown would see a mark gets a backslash there; all other text is left as it is."""
    if text[:1] in _STARTS or text[:1].isdigit():
        text = _AT_START.sub(_escaped_start, text)
    if not any(mark in text for mark in _MARKS):
        return text
    text = _INLINE.sub(r"\\\1", text)
    return _PAIRED.sub(r"\\\g<0>", text) if "*" in text or "_" in text else text


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[4]}\\{match[5]}" if match[4] else "\\" + match[0]
