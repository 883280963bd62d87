"""Which language a text is written in: by its script and its commonest small words, or no answer."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from sitegen.importer.fold import key, unmarked

_SMALL_WORDS = {
    "en": (
        "the of and to in that was is for on with said by from were have has he it as at had who "
        "which their after they been not"
    ),
    "fr": (
        "le la les des et du une dans est pour que qui sur par avec au aux ont été selon plus ce son "
        "cette leur après dont se pas"
    ),
    "de": (
        "der die das und ist nicht mit von zu den ein eine auf für sich dem im wurde sind auch nach "
        "bei aus wie hat einer werden"
    ),
    "es": (
        "el los las del y en que por una con para su se fue han según más como al este esta entre "
        "sus ha pero desde también contra menos ayer hoy fueron fuerzas ciudad cuando sobre sin donde otros tras"
    ),
    "it": (
        "il di che e la in un per sono della con del dei gli nel alla stato anche come dal ha delle più si "
        "è i lo una non dopo secondo stati state almeno nella sul dalla ed"
    ),
    "pt": (
        "o de que e do da em um para com uma os no se na por mais as dos como mas foi ao das tem seu sua são também "
        "não pelo pela pelos menos ataques disse ontem até segundo cidade entre à às nos nas ser foram mortos"
    ),
    "nl": "de het een en van in is dat op te met voor zijn er die niet aan om ook als door werd bij naar",
    "tr": "bir ve bu için ile da de olarak olan daha çok gibi kadar sonra ancak olduğu tarafından en göre",
    "ku": "û li di ku bi ji de ev bo jî xwe wê ne hat kir dike",
    "ru": (
        "и в на что не с по из как это для были его было также после он они от при к у или был за году сообщил сообщает"
    ),
    "uk": (
        "і в на що не з по та як це для були його було також після він вони від при до у або був за "
        "році й є із про повідомив повідомляє"
    ),
    "ar": "في من على إلى أن التي الذي عن مع هذا بعد ما كان قال كما بين هذه لم وقد حيث ذلك خلال لا",
    "fa": "در به از که این را با است برای آن یک خود تا شد های می شده بود کرد است",
    "he": "של את על לא כי עם הוא זה גם היא אל או כל אבל היה",
}
RTL = frozenset({"ar", "fa", "he", "ku-Arab", "ur", "ps"})
_WORD = re.compile(r"[^\W\d_]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalpha()}
ENOUGH_WORDS = 3
MARGIN = 1.15
OWN_WORD = 2
SAMPLE = 1500


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for code, words in _SMALL_WORDS.items():
        for word in {key(word) for word in words.split()}:
            table[word] = (*table.get(word, ()), code)
    return table


def is_small_word(word: str) -> bool:
    """Whether a folded word is one that says nothing by itself, in a language that we know."""
    return word in _by_word()


def language_of(text: str) -> str | None:
    """A BCP 47 code, or None where the text is too short or too mixed to tell; a word of one language counts twice."""
    words = _words(unmarked(text[:SAMPLE]))
    scores: dict[str, int] = {}
    table = _by_word()
    for word, times in Counter(filter(table.__contains__, words)).items():
        for code in table[word]:
            scores[code] = scores.get(code, 0) + times * (OWN_WORD if len(table[word]) == 1 else 1)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < min(ENOUGH_WORDS, max(1, len(words) // 6)):
        return _by_letters(text)
    if len(ranked) > 1 and ranked[0][1] < MARGIN * ranked[1][1]:
        return _by_letters(text)
    return ranked[0][0]


def _words(sample: str) -> list[str]:
    """The runs of letters: those of a text in ASCII by its spaces, which is far quicker."""
    return sample.translate(_SPACED).split() if sample.isascii() else _WORD.findall(sample)


def _by_letters(text: str) -> str | None:
    """Letters that only one of our languages has."""
    for code, letters in (
        ("uk", "іїєґІЇЄҐ"),
        ("ru", "ыэъёЫЭЪЁ"),
        ("fa", "پچژگ"),
        ("tr", "ğış"),
        ("es", "ñ¿¡"),
        ("pt", "ãõ"),
    ):
        if any(letter in text for letter in letters):
            return code
    arabic = sum("\u0620" <= c <= "\u064a" for c in text)
    return "ar" if arabic > len(text) / 3 else None


def direction_of(language: str | None, text: str) -> str:
    """`rtl` or `ltr`: by the language, or by the letters where the language is not known."""
    if language:
        return "rtl" if language.split("-")[0] in RTL or language in RTL else "ltr"
    rtl = sum("\u0590" <= c <= "\u08ff" for c in text[:2000])
    return "rtl" if rtl > sum(c.isalpha() for c in text[:2000]) / 2 else "ltr"
