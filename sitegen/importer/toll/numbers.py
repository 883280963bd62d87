"""Number words and figures to bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sitegen.importer.toll.lexicon import Lexicon

_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "mil": 1000,
    "mille": 1000,
    "millones": 1_000_000,
    "tausend": 1000,
    "millionen": 1_000_000,
    "тыс": 1000,
    "тысяч": 1000,
    "тысячи": 1000,
    "тысяча": 1000,
    "млн": 1_000_000,
    "тисяч": 1000,
    "тисячі": 1000,
    "тисяча": 1000,
    "тис": 1000,
    "الف": 1000,
    "ألف": 1000,
    "آلاف": 1000,
    "مليون": 1_000_000,
    "milhões": 1_000_000,
    "milhão": 1_000_000,
    "mila": 1000,
    "milioni": 1_000_000,
    "milione": 1_000_000,
    "duizend": 1000,
    "miljoen": 1_000_000,
    "bin": 1000,
    "milyon": 1_000_000,
}
MOST_DIGITS = 10
HUNDRED = 100
PAIR = 2
_MULTIPLIERS = (HUNDRED, 1000, 1_000_000)
_FIGURES = re.compile(r"([\d.,\u00a0\u202f]+)(?: (\S+?)\.?)?$")


class Figure(NamedTuple):
    """What a text says of a number: a lower bound, a best estimate, an upper bound; each may be unknown.

    "15" sets all three, "at least 15" and "more than 15" the lower, "up to 15" the upper, "about 15" the estimate,
    "dozens" a lower bound of 24. The quote keeps what the bound cannot: "more than 15" is not 15.
    """

    min: int | None = None
    best: int | None = None
    max: int | None = None


def value_of(words: str, lexicon: Lexicon) -> int | None:
    """The number that figures or number words name; None where they name none."""
    text = re.sub(r"(?<=\d) (?:mil )?(?=\d{3}(?!\d))", "", " ".join(words.lower().replace("-", " ").split()))
    figures = _FIGURES.match(text)
    if figures:
        return _from_figures(figures[1], figures[2])
    return _from_words(text, lexicon)


def _from_figures(digits: str, scale: str | None) -> int | None:
    factor = _SCALES.get(scale or "", 1)
    plain = re.sub(r"[\u00a0\u202f]", "", digits.strip(".,"))
    if factor == 1 or re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", plain):
        plain = re.sub(r"[,.]", "", plain)
        return int(plain) * factor if plain.isdigit() and len(plain) <= MOST_DIGITS else None
    return round(float(plain.replace(",", ".")) * factor) if re.fullmatch(r"\d+[,.]?\d*", plain) else None


def _from_words(text: str, lexicon: Lexicon) -> int | None:
    known = {**lexicon.numbers, **lexicon.tens_and_up}
    if text in known:
        return known[text]
    total, current = 0, 0
    for word in text.split():
        value = known.get(word, known.get(word.removeprefix("و")))
        if value is None or (value == current and value == PAIR):
            continue
        if value in _MULTIPLIERS:
            current = max(current, 1) * value
            total, current = (total + current, 0) if value > HUNDRED else (total, current)
        else:
            current += value
    return total + current or None


def figure_of(match: re.Match[str], lexicon: Lexicon) -> Figure | None:
    """The bounds that an amount names; None where the number is none."""
    found = match.groupdict()
    if found.get("single"):
        return Figure(1, 1, 1)
    for low, high in (("low", "high"), ("from", "to")):
        if found[low]:
            least, most = value_of(found[low], lexicon), value_of(found[high], lexicon)
            return Figure(min=least, max=most) if least and most and least < most else None
    return _bounded(found, lexicon)


def _bounded(found: dict[str, str | None], lexicon: Lexicon) -> Figure | None:
    words = (found["number"] or "").lower()
    if words in lexicon.vague:
        return Figure(min=lexicon.vague[words] or None)
    value = value_of(words, lexicon)
    if not value:
        return None
    if found["least"] or found["plus"] is not None:
        return Figure(min=value)
    if found["most"]:
        return Figure(max=value)
    return Figure(best=value) if found["about"] else Figure(value, value, value)
