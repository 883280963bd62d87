"""A made-up archive of any size: the same seed and number always give the same record, so that 1,000 are the first of 10,000."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 7
TAGS, ACTORS, PLACES, SOURCES = 60, 200, 150, 20
ARTICLES_PER_EVENT = 5
FIRST_DAY, DAYS = dt.date(2014, 1, 1), 6 * 365
PARAGRAPHS = 18
_CONSONANTS, _VOWELS = "bdfghklmnprstvwz", "aeiou"
_SMALL = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "was",
    "by",
    "that",
    "for",
    "on",
    "with",
    "as",
    "were",
    "from",
    "had",
    "at",
    "which",
    "an",
    "said",
)


class Claim(NamedTuple):
    event: str
    by: int
    via: int
    killed: int
    of: int
    quote: str


class Article(NamedTuple):
    id: str
    title: str
    date: dt.date
    source: int
    summary: str
    tags: tuple[int, ...]
    actors: tuple[int, ...]
    places: tuple[int, ...]
    claims: tuple[Claim, ...]
    redact: str
    body: str
    """Markdown; a mention is written `<<actor number>>` and put into each generator's own words."""


class Event(NamedTuple):
    id: str
    title: str
    date: dt.date
    kind: str
    tags: tuple[int, ...]
    actors: tuple[int, ...]
    places: tuple[int, ...]
    body: str


class Pick:
    """Numbers from 0, the first ones oftenest (Zipf)."""

    def __init__(self, count: int) -> None:
        self._steps = list(itertools.accumulate(1 / (rank + 1) for rank in range(count)))

    def one(self, chance: random.Random) -> int:
        return bisect.bisect(self._steps, chance.random() * self._steps[-1])

    def some(self, chance: random.Random, least: int, most: int) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.one(chance) for _ in range(chance.randint(least, most))))


class Corpus:
    """Everything that the sites of all generators are made of."""

    def __init__(self, articles: int) -> None:
        chance = random.Random(SEED)
        self.count = articles
        self.words = [*_SMALL, *(self._word(chance) for _ in range(6000))]
        self._weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(self.words))))
        self.tag_titles = [self._name(chance, 1) for _ in range(TAGS)]
        self.actor_titles = [f"{self._name(chance, 2)} {number}" for number in range(ACTORS)]
        self.place_titles = [f"{self._name(chance, 1)} {number}" for number in range(PLACES)]
        self.source_titles = [f"{self._name(chance, 1)} Press {number}" for number in range(SOURCES)]
        self._tags, self._actors, self._places = Pick(TAGS), Pick(ACTORS), Pick(PLACES)
        self._sources = Pick(SOURCES)
        self._event_ids = [self._event_id(number) for number in range(max(articles // ARTICLES_PER_EVENT, 1))]

    def _word(self, chance: random.Random) -> str:
        syllables = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 4)))
        return "".join(syllables) + chance.choice(("", "", "n", "s", "r"))

    def _name(self, chance: random.Random, words: int) -> str:
        return " ".join(self._word(chance).capitalize() + "a" for _ in range(words))

    def _text(self, chance: random.Random, words: int) -> str:
        total = self._weights[-1]
        return " ".join(self.words[bisect.bisect(self._weights, chance.random() * total)] for _ in range(words))

    def _sentence(self, chance: random.Random) -> str:
        return self._text(chance, chance.randint(6, 16)).capitalize() + "."

    def _event_id(self, number: int) -> str:
        chance = random.Random(f"{SEED} day {number}")
        return f"{FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))}-event-{number:06}"

    def events(self) -> Iterator[Event]:
        for number, id_ in enumerate(self._event_ids):
            chance = random.Random(f"{SEED} event {number}")
            kind = chance.choice(("battle", "air-strike", "ambush", "agreement", "displacement"))
            yield Event(
                id_,
                self._text(chance, 7).capitalize(),
                dt.date.fromisoformat(id_[:10]),
                kind,
                self._tags.some(chance, 1, 2),
                self._actors.some(chance, 1, 3),
                self._places.some(chance, 1, 2),
                "\n\n".join(self._sentence(chance) for _ in range(3)),
            )

    def articles(self) -> Iterator[Article]:
        for number in range(self.count):
            yield self.article(number)

    def article(self, number: int) -> Article:
        chance = random.Random(f"{SEED} article {number}")
        told = [self._event_ids[(number // ARTICLES_PER_EVENT) % len(self._event_ids)]] * chance.choice((0, 1, 1, 2))
        day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
        if told:
            day = dt.date.fromisoformat(told[0][:10]) + dt.timedelta(days=chance.randint(0, 3))
        paragraphs = [self._paragraph(chance) for _ in range(PARAGRAPHS)]
        claims = tuple(self._claim(chance, id_, paragraphs) for id_ in told)
        self._decorate(chance, paragraphs)
        redact = f"{self._name(chance, 2)}zz" if chance.random() < 0.01 else ""
        if redact:
            paragraphs[3] += f" The name of {redact} was given."
        return Article(
            f"{day}-article-{number:06}",
            self._text(chance, chance.randint(6, 11)).capitalize(),
            day,
            self._sources.one(chance),
            self._sentence(chance) + " " + self._sentence(chance),
            self._tags.some(chance, 2, 5),
            self._actors.some(chance, 1, 4),
            self._places.some(chance, 1, 3),
            claims,
            redact,
            "\n\n".join(paragraphs) + "\n",
        )

    def _claim(self, chance: random.Random, event: str, paragraphs: list[str]) -> Claim:
        killed = chance.randint(1, 40)
        quote = f"at least {killed} {self._text(chance, 4)}"
        paragraphs[chance.randrange(1, PARAGRAPHS)] += f" It was said that {quote}."
        return Claim(
            event, self._actors.one(chance), self._sources.one(chance), killed, self._actors.one(chance), quote
        )

    def _paragraph(self, chance: random.Random) -> str:
        return " ".join(self._sentence(chance) for _ in range(chance.randint(1, 4)))

    def _decorate(self, chance: random.Random, paragraphs: list[str]) -> None:
        """Links, quotations, a heading, a list, a picture from elsewhere, a footnote, a table, as often as in the field."""
        at = chance.sample(range(1, PARAGRAPHS), 10)
        for place in at[: chance.randint(2, 4)]:
            paragraphs[place] += f" See [{self._text(chance, 2)}](https://example.org/{self._text(chance, 1)})."
        for place in at[4 : 4 + chance.randint(1, 2)]:
            paragraphs[place] = f"> {paragraphs[place]}"
        paragraphs[at[6]] += f" It was told by <<{self._actors.one(chance)}>> and *{self._text(chance, 2)}*."
        if chance.random() < 0.6:
            paragraphs[at[7]] = f"## {self._text(chance, 4).capitalize()}\n\n{paragraphs[at[7]]}"
        if chance.random() < 0.3:
            paragraphs[at[8]] += "\n\n" + "\n".join(f"- {self._text(chance, 5)}" for _ in range(4))
        if chance.random() < 0.25:
            paragraphs[at[9]] += f"\n\n![{self._text(chance, 4)}](https://example.org/{self._text(chance, 1)}.jpg)"
        if chance.random() < 0.2:
            paragraphs[0] += f" One more thing.[^1]\n\n[^1]: {self._sentence(chance)}"
        if chance.random() < 0.05:
            row = f"| {self._text(chance, 1)} | {self._text(chance, 1)} |"
            paragraphs[at[9]] += f"\n\n{row}\n| --- | --- |\n{row}\n{row}"
