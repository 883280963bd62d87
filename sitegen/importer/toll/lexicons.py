"""The languages whose tolls are read: one entry each; English comes first and stands in for the unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.importer.toll.cyrillic import RUSSIAN, UKRAINIAN
from sitegen.importer.toll.english import ENGLISH
from sitegen.importer.toll.further import DUTCH, ITALIAN, PORTUGUESE, TURKISH
from sitegen.importer.toll.semitic import ARABIC
from sitegen.importer.toll.western import FRENCH, GERMAN, SPANISH

if TYPE_CHECKING:
    from sitegen.importer.toll.lexicon import Lexicon

LEXICONS: tuple[Lexicon, ...] = (
    ENGLISH,
    FRENCH,
    GERMAN,
    SPANISH,
    RUSSIAN,
    UKRAINIAN,
    ARABIC,
    PORTUGUESE,
    ITALIAN,
    DUTCH,
    TURKISH,
)
