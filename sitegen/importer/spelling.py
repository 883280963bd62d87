"""How a name may be spelled, and where one that is found ends as a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.importer.fold import fold

if TYPE_CHECKING:
    from sitegen.importer.names import Name

ARTICLES = ("al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "es", "ez", "ed", "er", "en", "et")
ARABIC_PREFIXES = frozenset(
    (
        "و",
        "ف",
        "ب",
        "ك",
        "ل",
        "ال",
        "وال",
        "فال",
        "بال",
        "كال",
        "لل",
        "ولل",
        "وب",
        "ول",
        "وبال",
        "فب",
        "فل",
        "وك",
        "س",
        "فلل",
    )
)
CYRILLIC_ENDINGS = frozenset(
    [
        "а",
        "у",
        "е",
        "о",
        "ы",
        "и",
        "і",
        "я",
        "ю",
        "й",
        "ь",
        "ом",
        "ем",
        "єм",
        "ой",
        "ей",
        "ою",
        "єю",
        "ою",
        "ів",
        "ов",
        "ев",
        "ах",
        "ях",
        "ам",
        "ям",
        "ами",
        "ями",
        "ого",
        "ому",
        "его",
        "ему",
        "ий",
        "ый",
        "ій",
        "ая",
        "яя",
        "ую",
        "юю",
        "их",
        "ых",
        "ським",
        "ской",
        "ского",
        "скому",
        "ские",
        "ских",
        "ська",
        "ську",
        "ської",
        "ським",
        "ські",
    ]
)
SHORTEST_AFTER_ARTICLE = 5
SHORTEST_STEM = 4
SHORT_NAME = 5
_ARABIC = re.compile("[\u0620-\u064a]")
_CYRILLIC = re.compile("[\u0430-\u0457]")
_VOWEL_END = re.compile("[аяьйиеоіїєыу]$")

HYPHENS = ("-", "_", "/", "‐", "‑", "‒", "–", "—")


def plain_hyphens(text: str) -> str:
    """Hyphens and strokes as spaces, so that names are the same with and without them."""
    for hyphen in HYPHENS[:3] if text.isascii() else HYPHENS:
        text = text.replace(hyphen, " ")
    return text


def spellings(name: Name) -> list[tuple[str, bool]]:
    """A name as the automaton holds it, and the variants that spelling alone makes."""
    plain = " ".join(fold(plain_hyphens(name.text))[0].split())
    if not plain:
        return []
    if name.exact_case:
        return [(plain, False)]
    variants = dict.fromkeys([plain, *_article_variants(plain), *_arabic_variants(plain)], False)
    if _CYRILLIC.search(plain) and len(plain) > SHORTEST_STEM:
        stem = _VOWEL_END.sub("", plain)
        variants = {**variants, **({stem: True} if len(stem) >= SHORTEST_STEM else {})}
    return list(variants.items())


def _article_variants(plain: str) -> list[str]:
    """Deir ez-Zor, Deir al-Zor, Deir Ezzor: the Arabic article in Latin letters has many spellings."""
    words = plain.split(" ")
    at = next((n for n, word in enumerate(words[:-1]) if word in ARTICLES), None)
    if at is None:
        return []
    before, after = words[:at], words[at + 1 :]
    first = re.match(r"sh|th|dh|\w", after[0])
    sun = first[0] if first else ""
    middles = ("al", "el", f"a{sun}", f"e{sun}", f"a{sun[:1]}", f"e{sun[:1]}")
    found = [" ".join([*before, middle, *after]) for middle in middles]
    found += [" ".join([*before, middle + after[0], *after[1:]]) for middle in middles]
    bare = " ".join([*before, *after])
    return [*found, bare] if len(after[0]) >= SHORTEST_AFTER_ARTICLE else found


def _arabic_variants(plain: str) -> list[str]:
    if plain.startswith("ال") and len(plain) > SHORTEST_STEM and " " not in plain:
        return [plain[2:]]
    return []


def word_end(folded: str, start: int, end: int) -> tuple[int, bool, bool]:
    """Where the word ends that begins with a name, and whether the whole name, or its stem, may stand there."""
    if not _starts_word(folded, start):
        return end, False, False
    tail = end
    while tail < len(folded) and folded[tail].isalnum():
        tail += 1
    if tail == end:
        return end, True, False
    ending = folded[end:tail]
    if ending in CYRILLIC_ENDINGS and _CYRILLIC.match(ending) and end - start >= SHORTEST_STEM:
        return tail, True, True
    return end, False, False


def _starts_word(folded: str, start: int) -> bool:
    if start == 0 or not folded[start - 1].isalnum():
        return True
    if not _ARABIC.match(folded[start]):
        return False
    head = start
    while head and folded[head - 1].isalnum():
        head -= 1
    return folded[head:start] in ARABIC_PREFIXES


def case_fits(found: str, name: Name, text: str) -> bool:
    """Exact case where the name asks for it; a short name (Said, Has) is no small word, unless all text is small."""
    if name.exact_case:
        return _same_case(found, name.text)
    small = len(name.text) <= SHORT_NAME and name.text[0].isupper() and found.islower()
    return not small or text.islower()


def _same_case(found: str, wanted: str) -> bool:
    """`IS` is not `is`; marks and quote signs may differ, the case may not."""
    if found == wanted:
        return True
    return [c.isupper() for c in found if c.isalpha()] == [c.isupper() for c in wanted if c.isalpha()]
