"""The languages whose tolls are read."""

from __future__ import annotations

from sitegen.importer.toll.lexicon import ENGLISH, Lexicon

LEXICONS: tuple[Lexicon, ...] = (ENGLISH,)
