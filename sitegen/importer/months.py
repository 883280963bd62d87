"""The names of months and weekdays in the languages that the importer reads, folded as `fold.key` folds."""

from __future__ import annotations

from sitegen.importer.alternation import alternation
from sitegen.importer.fold import key

_MONTHS = (
    "january jan janvier janv januar jaenner enero ene январь января янв січень січня يناير كانون_الثاني ocak",
    "february feb fevrier fevr fev februar febrero февраль февраля фев лютий лютого فبراير شباط subat",
    "march mar mars marz maerz marzo март марта березень березня مارس آذار mart",
    "april apr avril avr abril abr апрель апреля апр квітень квітня أبريل ابريل نيسان nisan",
    "may mai mayo май мая травень травня مايو أيار mayis",
    "june jun juin juni junio июнь июня июн червень червня يونيو حزيران haziran",
    "july jul juillet juil juli julio июль июля июл липень липня يوليو تموز temmuz",
    "august aug aout agosto ago август августа авг серпень серпня أغسطس اغسطس آب agustos",
    "september sept sep septembre septiembre setiembre сентябрь сентября сен вересень вересня سبتمبر أيلول eylul",
    "october oct octobre oktober okt octubre октябрь октября окт жовтень жовтня أكتوبر تشرين_الأول ekim",
    "november nov novembre noviembre ноябрь ноября ноя листопад листопада نوفمبر تشرين_الثاني kasim",
    "december dec decembre dezember dez diciembre dic декабрь декабря дек грудень грудня ديسمبر كانون_الأول aralik",
)
_WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag "
    "freitag samstag sonnabend sonntag "
    "lunes martes miercoles jueves viernes sabado domingo "
    "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье "
    "понеділок вівторок середа середу четвер п'ятниця п'ятницю субота суботу неділя неділю "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
)

MONTH_NUMBER = {
    key(word.replace("_", " ")): number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}
MONTH = alternation(MONTH_NUMBER)
WEEKDAY_WORDS = tuple(map(key, _WEEKDAYS.split()))
WEEKDAY = alternation(WEEKDAY_WORDS)
DAY = r"(?:[1-9]|[12]\d|3[01]|0[1-9])(?:st|nd|rd|th|er|º)?"
YEAR = r"(?:19[5-9]\d|20\d\d)"

DATE_WORDS = (
    rf"(?:(?:{WEEKDAY})\.?,? ?)?(?:(?:the |le |am |el |den )?{DAY}\.?,?(?: de| of)? "
    rf"(?:{MONTH})\.?,?(?: del?)? {YEAR}|(?:{MONTH})\.? {DAY},? {YEAR}|(?:{MONTH})\.?,? {YEAR})(?: "
    rf"?(?:г|р|года|року)\b\.?)?"
)
DATE_DIGITS = (
    rf"(?:{YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)|(?:0?[1-9]|[12]\d|"
    rf"3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.]{YEAR})"
)
DATE = f"(?:{DATE_WORDS}|{DATE_DIGITS})"
TIME = (
    r"(?:(?:at |a |um |в |о |t)?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)? ?(?:am|pm|a\.m\.|p\.m\.|uhr|h|"
    r"hrs|мск)?(?: ?\(?(?:gmt|utc|bst|est|edt|et|pt|cet|cest|eet|eest|msk|ist|z|"
    r"[+-]\d{1,2}(?::?\d\d)?)(?: ?[+-]\d{1,2}(?::?\d\d)?)?\)?)*)"
)
