"""Rules that need a line's neighbours: the headline, captions beside credits, runs of links, repetitions.

Each rule is a function from all lines to all lines and the flags it raised; `CONTEXT_RULES` is their order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.importer.context.comments import comments, readers
from sitegen.importer.context.kinship import between, links_within, pictured, strangers
from sitegen.importer.context.others import cards, headline_tail, related_runs, tail
from sitegen.importer.context.page_talk import page_talk
from sitegen.importer.context.pictures import bylines, captions, embedded, shown_below
from sitegen.importer.context.repeats import quotes_apart, repetitions
from sitegen.importer.context.shell import shell
from sitegen.importer.context.title import title

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.importer.context.deciding import Changed
    from sitegen.importer.lines import Line


class ContextRule(NamedTuple):
    """A rule that needs neighbours: its ids, its sentence for the reader, its function."""

    ids: tuple[str, ...]
    why: str
    apply: Callable[[list[Line]], Changed]


CONTEXT_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        ("headline", "stated-title", "section-label", "page-title"),
        (
            "The first line that nothing else explains is the headline; a label of the page's section "
            "may stand above it."
        ),
        title,
    ),
    ContextRule(
        ("caption-after-credit", "caption-before-credit", "scene-above", "agency"),
        (
            "A line without a stop beside a picture's credit is the picture's caption; so is a scene in the present "
            "above the line that says who wrote or filed the report."
        ),
        captions,
    ),
    ContextRule(("embedded-post",), "The text of a post above the line that signs it is the post's.", embedded),
    ContextRule(
        ("shown-below",),
        "Three short lines with a colon in a row stood above pictures that did not come along: these are captions.",
        shown_below,
    ),
    ContextRule(
        ("caption-twin",),
        "A line without a stop beside a caption that it shares its words with is the same picture's other text.",
        pictured,
    ),
    ContextRule(
        ("byline-name", "dateline-place"),
        "A name or a place alone beside a byline, a dateline or a time stamp is the author's, or where it was filed.",
        bylines,
    ),
    ContextRule(
        ("reader-comment",),
        "After the text, what readers wrote: from a count or a heading of comments, or the first speaker, to the end.",
        comments,
    ),
    ContextRule(
        ("reader-voice",),
        "Below the last line that reports, names alone and lines that say I or you are readers', with no form above.",
        readers,
    ),
    ContextRule(
        ("page-talk",),
        "A line of two or more of a page's nouns that reports nothing and has no other word of the text is the page's.",
        page_talk,
    ),
    ContextRule(
        ("between",),
        "A line that has nothing of the text, between two in which the page speaks to its reader, is the page's too.",
        between,
    ),
    ContextRule(("related-run",), "Headlines under a pointer to other stories belong to it.", related_runs),
    ContextRule(("related-card",), "A headline with its own date in the midst of the text is another story's.", cards),
    ContextRule(
        ("headline-tail",),
        "Three or more headlines, or teasers that break off, after the last sentence are other stories.",
        headline_tail,
    ),
    ContextRule(
        ("tail", "tags-below", "author-note", "signature"),
        (
            "After the last sentence, lines under a label of the page are the page's; under a label of "
            "tags they are tags; names alone are the authors', and so is a line about one."
        ),
        tail,
    ),
    ContextRule(
        ("head-label", "head-name", "tail-label", "caption-twice", "word-cloud", "other-script"),
        (
            "A few words without a stop between the headline and the first sentence, or below the last one, are the "
            "page's; what stands twice above the text is a caption; a line that says its words over and over is tags; "
            "a line without a stop in another script belongs to the page."
        ),
        shell,
    ),
    ContextRule(
        ("other-story",),
        "A headline amid the text or below it, of whose words the text has none, is another story's; so is its teaser.",
        strangers,
    ),
    ContextRule(
        ("links-within",),
        "Two or more headlines in a row between whole sentences are links to other stories; a subhead stands alone.",
        links_within,
    ),
    ContextRule(
        ("quote-apart",),
        "A quotation that closes and never opened, with a name below it, is a pull quote.",
        quotes_apart,
    ),
    ContextRule(
        ("repeated", "pull-quote"),
        "What stands twice is read once; the first place, or the longer one, stays.",
        repetitions,
    ),
)

__all__ = ["CONTEXT_RULES", "ContextRule", "title"]
