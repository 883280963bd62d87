"""Lines about where the text comes from: bylines, datelines, times, source tails, tags."""

from __future__ import annotations

from sitegen.importer.months import DATE, MONTH, TIME, WEEKDAY
from sitegen.importer.rules.rule import Action, Rule, listed

_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|al-[A-Z]\w+|el-[A-Z]\w+)"
_NO_NAME = (
    rf"(?!(?i:{WEEKDAY}|{MONTH}|the|this|that|then|now|contrast|comparison|late|early|mid|dawn|"
    rf"noon|night|day|land|sea|air|order|law|far|its|his|her|their|all|any|some|both|turns|"
    rf"force)\b)"
)
_PERSON = rf"{_NO_NAME}{_NAME}(?: (?:{_NAME}|de|da|van|von|der|bin|ibn|al|el|le|la|du)){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & | et | und | y | и | та |; |, and ){_PERSON}){{0,4}}"
_STAMP = (
    r"(?:published|posted|updated|last updated|last update|last modified|first published|"
    r"originally published|created|date|publie|publie le|mis a jour|modifie|mise a jour|cree le|"
    r"veroffentlicht|stand|aktualisiert|zuletzt aktualisiert|erstellt|publicado|publicado el|"
    r"actualizado|fecha|ultima actualizacion|опубликовано|обновлено|дата|дата публикации|"
    r"опубліковано|оновлено|نشر|نشر في|نشرت|اخر تحديث|تاريخ النشر|تم التحديث|التاريخ|تاريخ)"
)
_WHEN = (
    rf"(?:(?:{_STAMP})(?: ?(?:on|le|am|el|at|:|-|في))* ?)?(?:(?:{DATE})(?:[ ,|•·t/@-]+(?:{TIME}))?|"
    rf"(?:{TIME})[ ,|•·/-]+(?:{DATE}))"
)
_AGENCIES = (
    r"(?:reuters|afp|ap|associated press|agence france-presse|sana|xinhua|tass|upi|dpa|efe|"
    r"anadolu|irna|bbc|cnn|al jazeera|ria novosti|sputnik|interfax|ukrinform)"
)

ORIGIN_RULES: tuple[Rule, ...] = (
    Rule(
        "byline",
        Action.BYLINE,
        "Who wrote it: a fact that goes to `author`.",
        cased=(
            (
                rf"(?:By|BY|Written by|Posted by|Reported by|Story by|Text by|Analysis by|Opinion by|Author|"
                rf"Authors|Words by|Reporter|Correspondent)[: ] ?{_PEOPLE}(?: ?(?:[,|/•·–—-]| in | for | \() "
                rf"?[^.!?]{{0,90}})?"
            ),
            (
                rf"(?:Par|Propos recueillis par|Écrit par|Rédigé par|Auteur|Auteure) ?:? {_PEOPLE}(?:(?:[,|"
                rf"/•·–—(-]| à | avec ) ?[^.!?]{{0,70}})?"
            ),
            (
                rf"(?:Von|Autor|Autorin|Text|Ein Beitrag von|Eine Analyse von) ?:? {_PEOPLE}(?:(?:[,|/•·–—(-]| "
                rf"in | aus ) ?[^.!?]{{0,70}})?"
            ),
            (
                rf"(?:Por|Escrito por|Autor|Autora|Redacción) ?:? {_PEOPLE}(?:(?:[,|/•·–—(-]| en | desde ) "
                rf"?[^.!?]{{0,70}})?"
            ),
            (
                r"(?:Автор|Автори|Авторы|Текст|Подготовил|Подготовила|Підготував|Підготувала|Журналист|"
                r"Журналіст|Корреспондент) ?[:–—-]? [А-ЯЁІЇЄҐ][\w'’.-]+(?:,? (?:и |та |і "
                r")?[А-ЯЁІЇЄҐ][\w'’.-]+){0,5}"
            ),
            r"(?:بقلم|كتب|كتبت|إعداد|اعداد|تحرير|المحرر|الكاتب|كاتب|مراسل|تقرير) ?[:/-] ?[^\d.!?؟]{3,60}",
            r"(?:بقلم) [^\d.!?؟]{3,50}",
            (r"(?:[A-Z][\w'’&-]* ?){1,4}(?:[Ee]xclusive|[Ss]pecial|[Ss]taff) (?:[Rr]eport|[Ss]tory) ?:?"),
            (
                r"(?:Agencia|Agencias|Agence|Agentur|Redazione|Redacción|Redação|Redaktion|Rédaction|Редакция|"
                r"Редакція|Agenzia|"
                r"Agência) [A-ZÀ-ÞА-Я][\w.'’&/ -]{1,40}"
            ),
            (
                r"(?:Published|Posted|Written|Reported|Uploaded) [Bb]y [^.!?]{2,50}(?: [Oo]n| [Aa]t|,|\|) ?:? "
                r"?[^.!?]{4,40}"
            ),
            r"(?:[A-Z][\w'’&-]* ){1,4}(?:Team|Desk|Unit|Newsroom|Service|Bureau)",
            (
                r"(?:Posted|Uploaded|Submitted|Contributed|Reporting|Published|Edited|Разместил[аи]?|"
                r"Опубликовал[аи]?|Додав|Добавил[аи]?|Publicado|"
                r"Publié|Pubblicato|Inviato|Geschreven|Haber|Yazan) ?(?:by|por|par|da|door)? ?[:|] ?[^.!?:]{2,60}"
            ),
            rf"by {_PEOPLE} (?:on|at|,|\||-|–) ?[^.!?]{{4,40}}",
            r"BY (?:[A-Z][A-Z.'’-]+ ?){2,5}(?:(?:,|AND|\|) ?[A-Z .'’|-]{2,60})?",
        ),
        patterns=(
            (
                r"\(?(?:additional |with )?(?:reporting|writing|editing|compiled|translated|translation|"
                r"contributions?) (?:by|from|and (?:writing|editing) by) [^!?]{3,240}"
            ),
            (
                r"(?:redaction|la redaction|redaktion|redaccion|редакция|редакція|staff(?: writer| reporter| "
                r"report)?|staff and agencies|news desk|newsdesk|web desk|by staff|by our correspondent|"
                r"agencies and staff|reuters staff|associated press|agence france-presse|from our correspondent)"
            ),
            (
                r"(?:by|par|von|por|автор|بقلم|about the author|about the authors|a propos de l'auteur|uber "
                r"den autor|uber die autorin|sobre el autor|об авторе|про автора|عن الكاتب)"
            ),
            (
                r"by (?:reuters|afp|the associated press|associated press|ap|staff|agencies|our foreign staff|"
                r"our correspondent|staff writer|staff reporter|news desk|admin|editor|wire services|agence "
                r"france-presse|sana|rt|tass|times of israel staff|al jazeera|al arabiya english|the new "
                r"arab)(?:[ ,/|&-].{0,60})?"
            ),
            (
                r"(?:mit|avec|con|с|з) (?:material von |agenturmaterial|afp|reuters|dpa|ap|efe|agencias|"
                r"agences)[\w ,/&.]{0,60}"
            ),
        ),
        seldom=(
            (
                r".{3,40}[,|] ?(?:staff writer|special correspondent|foreign correspondent|correspondent|"
                r"contributor|bbc news|bbc correspondent|editor)"
            ),
            (
                r".{3,80} (?:contributed|contributed reporting) (?:to this (?:report|article|story)|from [\w "
                r",.-]{3,40})\.?"
            ),
            (
                r"[\w .'&-]{2,40} (?:avec|mit|con|with|и|та|et|and) (?:afp|reuters|dpa|efe|ap|agences|"
                r"agencias|agenturen|agencies|agence france-presse|associated press)(?:(?:,| and| et| und| y) "
                r"[\w ]{2,20})?"
            ),
        ),
        seldom_cased=(
            rf"[A-Z][\w& ]{{2,24}} ?[|•·] ?[Bb]y {_PEOPLE}",
            (
                r"[«\"“]?[\w \u0620-\u064a]{2,24}[»\"”]? ?[-–—:/|] ?(?:متابعة|متابعات|خاص|وكالات|الوكالات|تقرير|"
                r"سبوتنيك|مواقع) ?:?"
            ),
        ),
        seldom_needs=(
            *("contributed", " afp", " reuters", " dpa", " efe", " ap", " agen", "associated press"),
            *("| by ", "|by ", "• by ", "· by ", "staff writer", "correspondent", "contributor", "bbc news", "editor"),
            *("متابعة", "متابعات", "خاص", "وكالات", "تقرير", "سبوتنيك", "مواقع"),
        ),
        longest=260,
        takes=(
            "By Bethan McKernan, Beirut",
            "By Maria Abi-Habib and Sam Dagher",
            "BY LIZ SLY",
            "World | By Jane Underwood",
            "by Jane Doe on July 13, 2012",
            "(Reporting by Tom Perry; Editing by Angus MacSwan)",
            "Par Benjamin Barthe",
            "Von Christoph Reuter, Beirut",
            "Por Natalia Sancha",
            "Автор: Иван Петров",
            "بقلم: أحمد الخطيب",
            "By Reuters",
            "Ivan Petrov contributed to this report.",
            "Agencia EFE",
            "Posted by:trailing wife |",
            "«الجزيرة» - متابعة:",
            "River News exclusive report:",
            "Valley Investigations Team",
        ),
        leaves=(
            "By Tuesday, the army had taken the town.",
            "By then the bridge was gone",
            "By Land and Sea",
            "Von der Leyen reist nach Beirut.",
            "Por la noche se oyeron disparos.",
            "Par ailleurs, deux soldats ont été tués.",
            "By Monday evening",
            "Written by the army, the statement was denied.",
        ),
    ),
    Rule(
        "dateline",
        Action.DATELINE,
        "Where and when the report was filed or published: it is offered as the date, never taken as one.",
        patterns=(
            rf"[(\[]?{_WHEN}[)\]]?(?: ?[|•·(-] ?(?:{_STAMP}).{{0,60}})?\.?",
            rf"(?:{TIME}) (?:{DATE})(?: ?\(.{{0,60}}\))?",
            rf"(?:{_STAMP}) ?:? ?(?:{DATE}|{TIME}).{{0,60}}",
            rf"{_AGENCIES} ?[|,•·-] ?(?:{DATE}).{{0,40}}",
            rf"(?:{DATE}) ?[|,•·/-] ?[\w .-]{{3,30}}",
            rf"(?:{WEEKDAY}),? {TIME}",
        ),
        seldom=(
            r"[\w ]{2,24} ?[-–/,،] ?(?:سانا|رويترز|فرانس برس|ا ف ب|وكالات|الاناضول|sana|agencies)",
            rf"[\w' ,-]{{3,40}},? (?:{DATE}|{MONTH}\.? \d{{1,2}}) ?[,(/-]+ ?{_AGENCIES}\)? ?-?",
            rf"[\w' -]{{3,30}}, {_AGENCIES} ?[-–]?",
            rf"[\w' -]{{3,30}} ?\({_AGENCIES}\) ?[-–]?",
        ),
        seldom_needs=(
            "سانا",
            "رويترز",
            "فرانس برس",
            "ا ف ب",
            "وكالات",
            "الاناضول",
            "sana",
            "agencies",
            "reuters",
            "afp",
            " ap",
            ",ap",
            "(ap",
            "/ap",
            "-ap",
            "associated press",
            "france-presse",
            "xinhua",
            "tass",
            "upi",
            "dpa",
            "efe",
            "anadolu",
            "irna",
            "bbc",
            "cnn",
            "al jazeera",
            "ria novosti",
            "sputnik",
            "interfax",
            "ukrinform",
        ),
        longest=140,
        takes=(
            "Friday, January 4, 2019",
            "BEIRUT, May 5, 2018 (Reuters) -",
            "Published: 12 May 2018 14:30 GMT",
            "11 septembre 2018",
            "Veröffentlicht am 11.09.2018",
            "11 сентября 2018, 12:40",
            "نشر في: 11 سبتمبر 2018",
            "2018-09-11 10:30",
            "Damascus, SANA –",
            "Опубліковано 11 вересня 2018 року",
            "Updated 1430 GMT (2230 HKT) September 11, 2018",
        ),
        leaves=(
            "In May 2018 the front line moved.",
            "The town fell on 11 September 2018 after a siege of two years.",
            "May 2018 was the deadliest month, he said",
            "Damascus, the capital, was quiet.",
        ),
    ),
    Rule(
        "time-stamp",
        Action.REMOVE,
        "An age or a reading time: it counts from a day that nobody knows any more.",
        patterns=(
            (
                r"(?:(?:published|posted|updated|last updated|live|by [\w .]{3,40})[: ]*)?(?:about |il y a |"
                r"hace |vor |منذ |قبل )?(?:\d+|an?|one|une?|eine[mrn]?|un[ao]?|ساعه|ساعتين|يوم|يومين)? "
                r"?(?:seconds?|sec|minutes?|mins?|hours?|hrs?|h|m|d|days?|weeks?|months?|years?|heures?|"
                r"jours?|semaines?|mois|ans?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|minuten?|horas?|dias?|"
                r"semanas?|mes(?:es)?|минут[уы]?|час(?:а|ов)?|дн(?:я|еи)|день|хвилин[уи]?|годин[уи]?|дні|днів|"
                r"دقيقه|دقائق|ساعه|ساعات|ايام|يوم)(?: ago| назад| тому)"
            ),
            (
                r"(?:il y a|hace|vor|منذ|قبل) (?:\d+|une?|eine[mrn]?|un[ao]?)? ?(?:minutes?|heures?|jours?|"
                r"semaines?|mois|ans?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|minutos?|horas?|dias?|semanas?|"
                r"mes(?:es)?|minuten?|دقيقه|دقائق|ساعه|ساعات|ايام|يوم|يومين|ساعتين)(?: .{0,20})?"
            ),
            (
                r"(?:reading time|read time|estimated reading time|temps de lecture|lecture|lesezeit|"
                r"lesedauer|tiempo de lectura|время чтения|час читання|وقت القراءه|مده القراءه)?[: ]*(?:about "
                r"|~)?(?:\d+|one|two|three|five) ?(?:-|to )?\d* ?(?:min|mins|minutes?|minuten|minutos|"
                r"минут[аы]?|мин|хв|хвилин[аи]?|دقيقه|دقائق|mn)\.?(?: (?:read|to read|lecture|de lecture|"
                r"lesezeit|lesen|de lectura|чтения|читання|للقراءه|قراءه))?"
            ),
            (
                r"\d+ ?(?:views?|reads?|vues?|lectures|aufrufe|visitas|просмотр(?:а|ов)?|перегляд(?:и|ів)?|"
                r"مشاهده|مشاهدات|قراءه)"
            ),
            r"views?:? ?[\d,.]+k?",
            r"(?:just now|a few minutes ago|yesterday at \d.{0,12}|today at \d.{0,12})",
            r"\d{1,2}[:.h]\d{2}(?: ?(?:am|pm))?(?: ?(?:gmt|utc|est|edt|bst|cet))?",
        ),
        longest=80,
        takes=(
            "2 hours ago",
            "3 min read",
            "Il y a 3 heures",
            "vor 5 Stunden",
            "hace 2 días",
            "5 часов назад",
            "منذ 3 ساعات",
            "Reading time: 4 minutes",
            "1,204 views".replace(",", ""),
            "Temps de lecture : 3 min",
        ),
        leaves=(
            "Two hours ago the shelling began again, said a doctor.",
            "Five days ago, the convoy left.",
            "15 minutes later the second bomb went off",
        ),
    ),
    Rule(
        "source-tail",
        Action.REMOVE,
        "What a re-poster left where the link to the original stood.",
        phrases=listed(
            """
            source link | source | original source | read original | read the original article |
            original article | original link | view original | link to original article | lien source |
            lien de la source | source originale | quelle | originalartikel | enlace de origen |
            enlace fuente | источник | ссылка на источник | джерело | посилання на джерело | المصدر |
            رابط المصدر | read full article | read the full story | read full story | read more here |
            full story | original post | via
            """
        ),
        patterns=(
            (
                r"(?:this (?:article|story|post) (?:was )?(?:first |originally )?(?:appeared|published)|the "
                r"post .{3,160} (?:first )?appeared first) (?:on|in|at|by) .{2,80}"
            ),
            r"uber dieses thema berichtete .{3,160}",
            r"dieser (?:artikel|beitrag) (?:wurde|erschien|ist) .{3,120}",
            (
                r"(?:the post|l'article|cet article) .{3,160} (?:appeared first on|est apparu en premier sur|"
                r"est paru sur) .{2,80}"
            ),
            r"(?:click here|tap here|go here) (?:to|for) (?:read|view|see|the (?:original|full)).{0,80}",
            r"continue reading (?:at|on|\.\.\.|→|here).{0,60}",
            r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? ?(?:full (?:article|story|text)|read more|original).{0,60}",
            (
                r"(?:pulsa|pulse|pincha|pinche|haz clic|haga clic|haz click|haga click|clica|clique|toca|toque)\b"
                r".{0,30}\bpara (?:ver|leer|seguir|escuchar|ampliar|acceder|descargar|compartir)\b.{0,80}"
            ),
            r"(?:cliquez|appuyez|tapez)\b.{0,20}\bpour (?:voir|lire|ecouter|agrandir|acceder|telecharger)\b.{0,80}",
            (
                r"(?:klicken|tippen|drucken) sie\b.{0,40}\b(?:um|zum|fur)\b.{0,60}"
                r"\b(?:lesen|sehen|ansehen|anzuzeigen|horen|vergrossern)\b.{0,40}"
            ),
        ),
        labels=("[ad_2]source link", "[ad_1]source link"),
        takes=(
            "Source link",
            "Источник",
            "The post Troops enter the town appeared first on World Daily.",
            "This article was originally published on The Conversation.",
            "المصدر",
            "2019-03-02 00:00:00Full ArticleBACK To the archive",
            "Pulsa aquí para ver más noticias",
            "Cliquez ici pour lire la suite",
            "Klicken Sie hier, um den ganzen Artikel zu lesen",
        ),
        leaves=(
            "Toque de queda para todos, anunció el ejército.",
            "The source links the attack to the border dispute.",
            "A source said the road was open.",
        ),
    ),
    Rule(
        "source-line",
        Action.CREDIT,
        "The report's own statement of its source.",
        patterns=(
            (
                r"(?:source|sources|source :|via|fuente|fuentes|quelle|quellen|источник|джерело|المصدر|"
                r"المصادر|news source|origin|agency|avec|com agencias) ?[:|–-] ?[^!?]{2,120}"
            ),
            r"(?:source|photo|image|picture|video) [\w .'-]{2,40} via [\w .'&-]{2,40}",
            r"(?:source|via|quelle|fuente|источник|джерело|المصدر) +(?:https?://)?[\w-]+(?:\.[\w-]+){1,4}(?:/\S*)?",
            r"\((?:source|via|quelle|fuente|источник|джерело|المصدر) ?:? [^()]{2,80}\)",
            r"(?:المصدر) ?[:/-] ?.{2,80}",
            r"نقلا عن [^.!?]{2,40} ?\.?",
            r"(?:по (?:информации|материалам|сообщению)|за (?:інформацією|матеріалами)) [\w «».\"-]{2,40}",
            r"\(?(?:agencies|with agencies|and agencies|rt|wires)\)?",
            (
                r"\(?(?:con informacion de|con informaciones de|com informacoes d[aeo]|con informazioni di|mit "
                r"informationen "
                r"von|avec des informations de|with inputs? from|with information from|inputs? from|based on "
                r"reporting by|"
                r"по информации|за інформацією|contenido extraido de|extraido de|tomado de|tratto da|fonte|bron|kaynak|"
                r"zrodlo) ?:? ?[^!?]{2,80}"
            ),
            r"(?:вести|по данным|за даними|джерело|источник) ?[:–-] ?[^!?]{2,60}",
        ),
        longest=140,
        takes=(
            "Source   www.daily-example.org",
            "Source: Reuters",
            "Quelle: dpa",
            "Fuente: EFE",
            "Источник: Интерфакс",
            "المصدر: رويترز",
            "(Agencies)",
            "Con información de Excélsior.",
            "Source IS Photo via Valley News",
        ),
        leaves=(
            (
                "Sources: the army is preparing to leave, and nobody knows where it will go next. The "
                "governor denied it twice, said officials in the capital and in the province on the same "
                "day."
            ),
        ),
    ),
    Rule(
        "tags",
        Action.TAGS,
        "Key words that the page carried: proposals for tags, no part of the text.",
        phrases=listed(
            """
            tags | tag | tagged | topics | related topics | keywords | key words | filed under |
            more on these topics | mots-cles | mots cles | palabras clave | parole chiave | palavras-chave |
            trefwoorden | etiketler | themes associes | schlagworte | schlagworter | themen |
            etiquetas | archivado en | temas | теги | метки | темы | ключевые слова | мітки | ключові слова
            | الكلمات المفتاحيه | كلمات مفتاحيه | وسوم | الوسوم | كلمات دلاليه
            """
        ),
        patterns=(
            (
                r"(?:tags?|tagged(?: with| as| in)?|topics?|related topics|key ?words?|filed under|posted in|"
                r"categor(?:y|ies)|section|subjects?|labels?|more on|mots[- ]cles?|etiquettes|sujets|themes?|"
                r"thematiques|schlagworte?|schlagworter|themen|stichworte|etiquetas|temas|palabras clave|"
                r"archivado en|region|country|countries|location|rubric|"
                r"теги|тэги|метки|ключевые слова|темы|рубрика|мітки|ключові слова|рубрики|"
                r"الكلمات المفتاحيه|كلمات مفتاحيه|كلمات دلاليه|الوسوم|وسوم|تاغ|تصنيفات|مواضيع) ?[:：|] "
                r"?.{2,300}"
            ),
            (
                r"(?:tags?|tagged|topics|filed under|related topics|keywords|key words|related subjects|"
                r"subjects|теги|метки|schlagworte|etiquetas|mots-cles)(?: [\w'-]+,?){1,12}"
            ),
            r"#[\w-]+(?:[ ,;|]+#[\w-]+)*",
            r"(?:more|read more|explore more|everything) (?:about|on) [\w'-]+(?: [\w'-]+){0,3}(?:, [\w' -]{2,30}){1,8}",
            r"(?:геометки|география|geography|orte|lugares|lieux|luoghi|lugar|места|теги и темы) ?:?",
        ),
        cased=(r"(?:Posted in|Filed under|Published in|Categorized as)(?=[A-Z])[^.!?]{3,300}",),
        longest=340,
        takes=(
            "Posted inAfghanistan, Middle East, World",
            "Tags: Syria, ISIS, SDF",
            "Filed under: Middle East",
            "#Syria #ISIS #Hajin",
            "Теги: Сирия, Алеппо",
            "Schlagworte: Syrien | Krieg",
            "الكلمات المفتاحية: سوريا، داعش",
            "Tags Syria ISIS",
            "Mots-clés : Syrie, guerre",
        ),
        leaves=(
            "Topics discussed at the meeting included the prisoners, he said.",
            "Tagged animals were released.",
            "Themes of loss run through the book.",
        ),
    ),
)
