"""The cleaning rules: one tuple, in the order in which they are asked."""

from __future__ import annotations

from sitegen.importer.rules.furniture import FURNITURE_RULES
from sitegen.importer.rules.interface import INTERFACE_RULES
from sitegen.importer.rules.machinery import MACHINERY_RULES
from sitegen.importer.rules.media import MEDIA_RULES
from sitegen.importer.rules.origin import ORIGIN_RULES
from sitegen.importer.rules.page import PAGE_RULES
from sitegen.importer.rules.reader import READER_RULES
from sitegen.importer.rules.remnants import REMNANT_RULES
from sitegen.importer.rules.rule import Action, Rule
from sitegen.importer.rules.scenes import SCENE_RULES
from sitegen.importer.rules.translated import TRANSLATED_RULES
from sitegen.importer.rules.vocabulary import PAGE_WORDS
from sitegen.importer.rules.voice import VOICE_RULES

RULES: tuple[Rule, ...] = (
    *MEDIA_RULES,
    *PAGE_RULES,
    *READER_RULES,
    *ORIGIN_RULES,
    *REMNANT_RULES,
    *SCENE_RULES,
    *FURNITURE_RULES,
    *TRANSLATED_RULES,
    *INTERFACE_RULES,
    *MACHINERY_RULES,
    *VOICE_RULES,
    PAGE_WORDS,
)

__all__ = ["RULES", "Action", "Rule"]
