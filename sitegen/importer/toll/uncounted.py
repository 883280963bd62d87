"""Numbers that count nobody: years, ages, hours, the days of a month."""

from __future__ import annotations

import re

BESIDE = 60
_PERSONS_AFTER = re.compile(r" (?:people|civilians|persons|soldiers|fighters|militants|others)")
_ONE_OF = re.compile(
    r" of\b(?! (?:them|whom))| in (?:two|three|four|five|six|seven|eight|nine|ten|\d)|"
    r" (?:day|family|house|home)\b| another\b|'s\b"
)
_NAMED_BY_NUMBER = re.compile(
    r"\bages? (?:of|between) $|"
    r"\b(?:mother|father|parents?|madre|padre|mère|père|mutter|vater|мать|отец|мама|мати|батько|أم|أب)(?: of| de| "
    r"von)? $|"
    r"(?:\baged?|article|resolution|no\.|number|day|\bphase|route|"
    r"chapter|[$€£]|category|type|version|channel|\bpopulation of|\bmembers of|\bone in|"
    r"(?<!rose )(?<!risen )(?<!increased )(?<!up )(?<!followed )\bby) $"
)
_DAY_OR_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|edades?|âges?) (?:of |between |entre |de )?\d+ (?:and|to|y|et|-) $|"
    r"(?<!stands )(?<!stood )(?<!toll )(?<!put )(?<!total )(?<!number )(?<!figure )(?<!count )(?<!standing )"
    r"(?<!estimated )(?<!remains )\bat $|"
    r"\b(?:may|june|july|march|april|august|september|october|november|december|january|february|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?) $"
)
_DAY_OR_AGE = re.compile(r"\d{1,2}")
_SCALES = ("hundred", "thousand", "million")
_SCALED = re.compile(r"\d $")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_AFTER = re.compile(
    r"\.? (?:de )?(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? (?:19|20)\d\d|"
    r"(?:jan|feb|mar|apr|abr|jun|jul|aug|ago|sep|sept|oct|okt|nov|dec|dez|dic|déc|janv|févr|avr|"
    r"juil|ene)\.|(?:jan|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dec|dic) ?[-–—)]|"
    r"(?:janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|"
    r"settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|"
    r"ağustos|"
    r"eylül|ekim|kasım|aralık|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"janvier|février|mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\w)|январ|феврал|"
    r"марта|апрел|мая|"
    r"июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лютого|березн|квітн|травн|червн|липн|серпн|вересн|жовтн|"
    r"листопад|грудн|"
    r"يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|نيسان|أيار|حزيران|تموز|آب|"
    r"أيلول|تشرين|كانون|شباط|آذار)"
)


def may_count(amount: re.Match[str], sentence: str) -> bool:
    """Years, ages, hours and "one of" count nobody."""
    before = sentence[max(0, amount.start() - BESIDE) : amount.start()].lower()
    after = sentence[amount.end() : amount.end() + BESIDE].lower()
    words = amount[0].strip().lower()
    if _YEAR.fullmatch(words) and not _PERSONS_AFTER.match(after):
        return False
    if amount["low"] and _YEAR.fullmatch(amount["low"]) and _YEAR.fullmatch(amount["high"]):
        return False
    if _MONTH_AFTER.match(after) and not before.endswith(("killed ", "wounded ", "injured ")):
        return False
    if words == "one" and (before.endswith("no ") or _ONE_OF.match(after)):
        return False
    if _DAY_OR_AGE.fullmatch(words) and (
        _DAY_OR_AGE_BEFORE.search(before) or (before.endswith(", ") and after.startswith(", "))
    ):
        return False
    return not (_NAMED_BY_NUMBER.search(before) or (words in _SCALES and _SCALED.search(before)))
