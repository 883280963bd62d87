"""Sentences in which a page speaks of itself: of its images, forms, readers; the report's own words are not in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.importer.context.deciding import Changed, Decisions, decided, is_sentence, reports, written
from sitegen.importer.context.kinship import STEM, is_long_enough, stems, words_of_others
from sitegen.importer.fold import key
from sitegen.importer.lines import STRUCTURE
from sitegen.importer.rules import Action
from sitegen.importer.rules.vocabulary import PAGE_NOUNS

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

_NO_MARKS = str.maketrans(dict.fromkeys(".,;:!?()[]\"'", " "))
_OF_ITSELF = re.compile(
    r"\b(?:this|these|our|your|you|here|below|above|we|ce|cet|cette|nos|notre|votre|vos|vous|ici|diese[rsmn]?|unsere?[rsmn]?|"
    r"ihre?[rsmn]?|sie|hier|este|esta|nuestr[oa]s?|tu|tus|su|aqui|questo|questa|nostr[oaie]|tuo|tua|qui|sotto|nosso|seu|"
    r"aqui|это[йт]?|эта|этого|наш\w*|ваш\w*|вы|здесь|ц[ея]|цей|наш\w*|тут|هذا|هذه|هنا|موقعنا|لدينا)\b"
)
FEWEST_NOUNS, SURE_NOUNS = 2, 3
LONGEST = 480


def page_talk(lines: list[Line]) -> Changed:
    """A line that says two or more of a page's nouns, reports nothing, and has no other word of the text."""
    open_lines = [at for at in written(lines) if lines[at].undecided]
    spoken = [at for at in open_lines if _nouns(lines[at].text) >= FEWEST_NOUNS]
    sentences = [at for at in open_lines if is_sentence(lines[at])]
    told = [at for at in sentences if at not in spoken]
    if not spoken or not is_long_enough(lines, told) or any(line.rule == STRUCTURE for line in lines):
        return lines, []
    text = words_of_others(lines, told, ())
    taken: Decisions = {at: (Action.REMOVE, "page-talk") for at in spoken if _is_foreign(lines[at].text, text)}
    return decided(lines, taken), []


def _nouns(text: str) -> int:
    """How many of a page's nouns a line has; none if it is long, does not point at itself, or reports."""
    if len(text) > LONGEST or reports(text):
        return 0
    folded = key(text)
    if PAGE_NOUNS.isdisjoint(folded.split()):
        return 0
    nouns = len(PAGE_NOUNS.intersection(folded.translate(_NO_MARKS).split()))
    return nouns if nouns >= FEWEST_NOUNS and _OF_ITSELF.search(folded) else 0


def _is_foreign(text: str, others: frozenset[str]) -> bool:
    own = stems(text) - frozenset(noun[:STEM] for noun in PAGE_NOUNS)
    return len(own & others) <= (1 if _nouns(text) >= SURE_NOUNS else 0)
