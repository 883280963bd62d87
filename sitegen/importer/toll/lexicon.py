"""The words of tolls, language by language. A language is an entry in `LEXICONS`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick

from sitegen.importer.alternation import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Uncased(NamedTuple):
    """A pattern in small letters that reads text in small letters: to ignore case costs the engine three times as much.

    Its matches have the places of the text; their words are in small letters.
    """

    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere."""
        return self.pattern.search(_small(text))

    def match(self, text: str) -> re.Match[str] | None:
        """A match at the start."""
        return self.pattern.match(_small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.pattern.finditer(_small(text))


def uncased(pattern: str) -> Uncased:
    """A pattern with its letters made small, its escapes and names aside."""
    return Uncased(re.compile(_LETTER.sub(lambda found: found[1].lower() if found[1] else found[0], pattern)))


_LETTER = re.compile(r"\\.|\(\?P|([^\W\d_])")


def _small(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_FURTHER = (
    r"(?:(?:an?|the|another|further|other|additional|reported|estimated|also|des?|les?|los|las|die|der|"
    r"weitere[rnms]?|otros|"
    r"otras|autres|еще|ещё|ще) ){0,2}"
)


def _by_first_letter(words: tuple[str, ...]) -> str:
    """An alternation, longer patterns first, that looks only at those of the letter it has come to."""
    longest = sorted(words, key=len, reverse=True)
    letters = {word[0]: None for word in longest if _LITERAL_START.match(word)}
    parts = [word for word in longest if not _LITERAL_START.match(word)]
    for letter in letters:
        rest = "|".join(word[1:] for word in longest if word[0] == letter and _LITERAL_START.match(word))
        parts.append(f"{letter}(?:{rest})")
    return "|".join(parts)


_LITERAL_START = re.compile(r"\w(?![?*+{])")


@dataclass(frozen=True)
class Lexicon:
    """One language: number words, qualifiers, the words of each kind of toll, the nouns that tell what is counted.

    `only_before` are words whose number follows them ("killing 15") and never stands before them. `single` with
    `singular` is one person by an article ("a child"), `lone` one without a noun ("wounding another"),
    `bare_single` one by the noun alone, `prefix` what may be
    attached to a number; `spaced` tells whether thousands stand apart ("290 000"), `verb_first` whether a verb may
    stand far before its number, `head_last` whether a noun follows those that describe it ("group fighters").
    `least_behind` is a lower bound that stands behind the noun ("11 persons at least"),
    `joints` join a list, `among` are words like "among the dead", by kind of loss, and `tally` what a bare number
    follows ("the toll has risen to").
    """

    code: str
    numbers: dict[str, int]
    tens_and_up: dict[str, int]
    vague: dict[str, int]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    between: str
    stems: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    only_before: tuple[str, ...]
    passive: str
    persons: str
    things: str
    part_of: str
    breaks: str
    bridge: str
    reporting: str
    according: str
    single: str = ""
    lone: str = ""
    least_behind: str = ""
    singular: str = ""
    bare_single: str = ""
    prefix: str = ""
    spaced: bool = False
    verb_first: bool = False
    head_last: bool = False
    joints: str = r"\band|\bplus|\bas well as|\balong with|\bin addition to"
    among: dict[str, str] = field(default_factory=dict)
    tally: dict[str, str] = field(default_factory=dict)

    @cached_property
    def number(self) -> str:
        """A number in figures or words that stands free, as a pattern."""
        attached = "" if self.prefix else r"\w"
        return rf"(?<![{attached}$€£#/.])(?<![\w.]-)(?<!\d:){self.numeral}"

    @cached_property
    def numeral(self) -> str:
        """A number in figures or words, whatever stands before it, as a pattern."""
        words = alternation((*self.numbers, *self.tens_and_up))
        vague = alternation(self.vague)
        spelt = rf"(?:{words})(?:(?:[ -]|[ -](?:and|y|und|и|та|و|et|e|en) ?)(?:{words}))*"
        apart = r"\d{1,3}(?: \d{3})+(?!\d)|\d{1,3} mil \d{3}(?!\d)|" if self.spaced else ""
        figures = apart + (
            r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+(?= (?:million|thousand|millones|mila|"
            r"milion[ei]|milh[õã]\w+|miljoen|milyon|"
            r"millions?|mille|тыс|млн|тис)))?"
        )
        scaled = (
            rf"(?:(?:{figures})(?: (?:hundred|thousand|million|mille|mil|millones|millions?|tausend|"
            rf"millionen|mila|milioni|milione|milhões|milhão|duizend|miljoen|bin|milyon|тысяч[аи]?|тыс\.?|млн|"
            rf"тисяч[аі]?|тис\.?|الف|ألف|آلاف|مليون))?)"
        )
        return (
            rf"(?:(?:{vague})|{scaled}(?![\d%:/]|[.,]\d)|"
            rf"(?:{spelt}))(?!(?!people|civilians|persons|soldiers|individuals|have|were|killed|wounded|injured)\w)(?!-(?:year|old|"
            rf"day|month|hour|mile|km|kilomet|jähr|летн|річн|decade|century|week|strong|"
            rf"member|pronged|story|"
            rf"storey|part|point|nation|party|way|metre|meter|foot|star))"
        )

    @cached_property
    def amount(self) -> Uncased:
        """A number with what bounds it."""
        low, high, near = map(alternation, (self.at_least, self.at_most, self.about))
        first, second = self.between.split("…")
        lone = rf"|{self.lone}" if self.lone else ""
        behind = rf"|(?={self.least_behind})" if self.least_behind else ""
        single = (
            rf"|(?P<single>{self.bare_single})"
            if self.bare_single
            else (
                rf"|(?P<single>(?:{self.single}) (?=(?:(?!for |of |to |by |in |on |from |with |and |at |that "
                rf")[\w-]+ ){{0,{3 if self.head_last else 1}}}?(?:{self.singular})\b){lone})"
            )
            if self.single
            else ""
        )
        return uncased(
            rf"(?<!\w){self._amount_ahead}(?:{self.prefix})(?:"
            rf"(?P<between>(?:{first}) (?P<low>{self.number}) (?:{second}) (?:(?:{low}) )?(?P<high>{self.number}))"
            rf"|(?P<from>{self.number})(?: ?[-–—] ?| (?:to|à|a|bis|до|الى|إلى) (?:(?:{low}) )?)"
            rf"(?P<to>{self.number}|(?<=\d-){self.numeral})"
            rf"|(?:(?:(?P<least>{low})|(?P<most>{high})|(?P<about>{near})) (?:the |les |die |a total of |"
            rf"al |los )?)?(?P<number>{self.number})(?P<plus>\+| or more| o más| ou plus| и более| oder "
            rf"mehr| или более| ou mais| o più| of meer|['’](?:den|dan|ten|tan) (?:fazla|çok)|['’][ıiuüaey]{{1,3}} "
            rf"aşkın{behind})?{single})"
        )

    @cached_property
    def _amount_ahead(self) -> str:
        """A look at three letters, which spares most words the trial of every form of an amount."""
        if self.prefix or self.bare_single:
            return r"(?=\w)"
        words = (*self.vague, *self.numbers, *self.tens_and_up, *self.at_least, *self.at_most, *self.about)
        starts = alternation({word[:3] for word in (*words, *self.between.partition("…")[0].split("|"))})
        single = rf"|(?:{self.single}) |{self.lone or '(?!)'}" if self.single else ""
        return rf"(?=\d|{starts}{single})"

    @cached_property
    def kind(self) -> Uncased:
        """Any word of a toll, with its kind as the group's name."""
        parts = (f"(?P<{kind}>{_by_first_letter(words)})" for kind, words in self.kinds.items())
        return uncased(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")

    @cached_property
    def counted(self) -> Uncased:
        """The first noun that says whether persons or things are counted."""
        return uncased(rf"(?<!\w)(?:(?P<person>{self.persons})|(?P<thing>{self.things}))(?!\w)")

    @cached_property
    def looks_ahead(self) -> re.Pattern[str]:
        """The words whose number follows them, as a pattern."""
        return re.compile("|".join(self.only_before) or r"(?!)", re.IGNORECASE)

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """What stands right before the next number of a list."""
        return re.compile(rf"(?:[,،(\[–—/-]|{self.joints}|{self.part_of})[\s,(]*{_FURTHER}$", re.IGNORECASE)

    @cached_property
    def among_words(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Words like "among the dead", by kind of loss."""
        return tuple(
            (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in self.among.items()
        )

    @cached_property
    def _among(self) -> Uncased | None:
        """Any of the words like "among the dead"."""
        return uncased(rf"(?<!\w)(?:{'|'.join(self.among.values())})(?!\w)") if self.among else None

    @cached_property
    def tally_words(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What a bare number follows, by kind of loss."""
        return tuple(
            (kind, re.compile(rf"(?<!\w)(?:{words})\s*$", re.IGNORECASE)) for kind, words in self.tally.items()
        )

    @cached_property
    def passive_end(self) -> re.Pattern[str]:
        """A passive's helping verb right before."""
        return re.compile(rf"{self.passive}\s*$", re.IGNORECASE)

    @cached_property
    def passive_within(self) -> re.Pattern[str]:
        """A passive's helping verb anywhere."""
        return re.compile(self.passive, re.IGNORECASE)

    @cached_property
    def part_before(self) -> re.Pattern[str]:
        """Words that make what follows a part: "including five children"."""
        return re.compile(rf"(?:{self.part_of})[\s,]*$", re.IGNORECASE)

    @cached_property
    def part_within(self) -> re.Pattern[str]:
        """Where a phrase turns to a part of what it counts."""
        return re.compile(rf"(?<!\w)(?:{self.part_of})(?!\w)", re.IGNORECASE)

    @cached_property
    def part_after(self) -> re.Pattern[str]:
        """Words that make what stands before a part: "five of them"."""
        return re.compile(rf"[\s,]*(?:{self.part_of})", re.IGNORECASE)

    @cached_property
    def clause_break(self) -> re.Pattern[str]:
        """Where a clause ends, so that no number reaches beyond."""
        return re.compile(self.breaks, re.IGNORECASE)

    @cached_property
    def small_words(self) -> re.Pattern[str]:
        """What may stand between a word and its number."""
        return re.compile(self.bridge, re.IGNORECASE)

    @cached_property
    def reporting_verb(self) -> re.Pattern[str]:
        """A verb of telling."""
        return re.compile(rf"\b(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )(?:{self.reporting})\b", re.IGNORECASE)

    @cached_property
    def according_to(self) -> re.Pattern[str]:
        """What stands before a named voice."""
        return re.compile(rf"\b(?:{self.according})\b", re.IGNORECASE)

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence without a word of loss speaks of those who were lost, or goes on about them."""
        return bool(self.part_after.match(sentence) or (self._among is not None and self._among.search(sentence)))

    def may_tell(self, text: str) -> bool:
        """Whether a text has any of the stems: a cheap test, before a pattern is tried."""
        return next(self._stem_finder.iter(text.lower()), None) is not None

    @cached_property
    def _stem_finder(self) -> Any:
        finder = ahocorasick.Automaton()
        for stem in self.stems:
            finder.add_word(stem, stem)
        finder.make_automaton()
        return finder
