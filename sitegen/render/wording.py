"""Values in a reader's words: the filters that templates use."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sitegen.model.language import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sitegen.model.dates import PartialDate
    from sitegen.model.records import Event, Figure, Place

PRECISION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "exact",
        "near": "near this point",
        "district": "known to the district",
        "province": "known to the province",
        "region": "known to the region",
        "country": "known to the country",
    }
)

PUBLISHED_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "exactly",
        "near": "to about a kilometre",
        "district": "to the district",
        "province": "to the province",
        "region": "to the region",
        "country": "to the country",
    }
)
"""Of what is coarse on purpose."""

GAP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "raw-file": "the file as it was received",
        "import-record": "the list of what was changed in it",
        "custody": "who held it before",
        "retrieved": "the day on which it was collected",
        "retrieved-by": "who collected it",
        "url": "its own address",
        "captures": "an archived copy",
        "capture-digest": "a digest of an archived copy",
        "rights-holder": "who holds the rights",
    }
)
"""What an article lacks, by the words of `GAPS`."""

LANGUAGE_WORDS: Mapping[str, str] = MappingProxyType({
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hy": "Armenian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kmr": "Kurmanji Kurdish", "ckb": "Central Kurdish", "ku": "Kurdish", "mk": "Macedonian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "syr": "Syriac", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "zh": "Chinese",
})  # fmt: skip


def date_words(date: PartialDate | None) -> str:
    """A date as one reads it, with its doubt in words."""
    return _label(date) if date is not None else "no date"


@lru_cache(maxsize=4096)
def _label(date: PartialDate) -> str:
    """The words of a date: a page names few dates, and many times."""
    return date.label


def machine_date(date: PartialDate | None) -> str:
    """A date for a `datetime` attribute where HTML can say it: a day, month or year that is certain; else nothing."""
    plain = (
        date is not None
        and all(part.isdigit() for part in date.text.split("-"))
        and date.precision in ("day", "month", "year")
    )
    return date.text if plain and date is not None else ""


def number(count: int) -> str:
    """A whole number with thousands kept apart."""
    return f"{count:,}"


def figure_words(figure: Figure) -> str:
    """A figure as it was claimed: a bound stays a bound. What it includes is told beside it."""
    low, best, high = (None if part is None else number(part) for part in (figure.min, figure.best, figure.max))
    if best is not None:
        bounds = f" ({low}–{high})" if low is not None and high is not None and low != high else ""
        at_least = f" (at least {low})" if low is not None and high is None and low != best else ""
        at_most = f" (at most {high})" if high is not None and low is None and high != best else ""
        return ("about " if figure.about else "") + best + bounds + at_least + at_most
    if low is not None and high is not None:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low is not None else f"up to {high}"


def kind_words(kind: str) -> str:
    """A word of the codebook as one reads it: without hyphens."""
    return kind.replace("-", " ")


def language_words(tag: str) -> str:
    """A language by its English name where we know it; else its BCP 47 tag as written."""
    return LANGUAGE_WORDS.get(tag) or LANGUAGE_WORDS.get(tag.partition("-")[0].lower(), tag)


def count(number_of: int, singular: str, plural: str = "") -> str:
    """A number with its noun."""
    return f"{number(number_of)} {singular if number_of == 1 else plural or singular + 's'}"


def shown_precision(record: Place | Event) -> str:
    """How finely a place is shown, and whether it is coarse on purpose."""
    known, published = record.precision, record.publish_precision
    if published is None:
        return PRECISION_WORDS[known] if known else ""
    words = f"published {PUBLISHED_WORDS[published]} on purpose"
    return f"{words}; known more precisely" if known else words


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "date": date_words,
        "machine_date": machine_date,
        "number": number,
        "figure": figure_words,
        "kind": kind_words,
        "count": count,
        "direction": direction,
        "language": language_words,
        "precision": lambda word: PRECISION_WORDS.get(str(word), str(word)),
        "gap": lambda word: GAP_WORDS.get(word, word),
        "shown_precision": shown_precision,
    }
)
