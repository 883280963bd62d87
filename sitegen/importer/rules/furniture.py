"""What stands around any text on any page: empty labels, switches of language, calls elsewhere, tickers."""

from __future__ import annotations

from sitegen.importer.months import DATE, MONTH, TIME
from sitegen.importer.rules.rule import Action, Rule, listed

_LANGUAGE = (
    r"(?:(?:اللغه )?العربيه|english|francais|french|deutsch|german|espanol|spanish|portugues|italiano|turkce|"
    r"turkish|polski|nederlands|русскии|"
    r"українська|украинский|عربي|arabic|kurdi|kurdish|كوردي|فارسي|persian|中文|chinese|hebrew|עברית|russian|ukrainian|"
    r"по-русски|українською|на русском|magyar|romana|ελληνικα|日本語|한국어|हिन्दी|اردو|urdu|bahasa indonesia)"
)
_HERE = ("here", "ici", "hier", "aqui", "здесь", "тут", "هنا", "qui", "burada", "buraya", "tiklayin", "tiklayiniz")

_NO_SENTENCE = (
    r"(?!.*\b(?:the|an?|of|to|after|before|until|since|he|she|it|they|was|were|is|are|had|has|in|on|when|that|au|"
    r"du|des|aux|der|die|das|"
    r"den|im|nach|el|los|las|del|tras|в|на|после|до|с|у|після|від|з|في|بعد|من|على|nel|dopo|nella|em|apos|na|no|op|"
    r"bij)\b)"
)

FURNITURE_RULES: tuple[Rule, ...] = (
    Rule(
        "stamp-label",
        Action.REMOVE,
        "A label whose date, name or picture stood beside it on the page and did not come along.",
        phrases=listed(
            """
            published | published on | published at | published by | posted | posted on | posted by | posted in |
            updated |
            updated on | last updated | last update | last modified | modified | created | issued on | issued | date
            | time |
            written by | reported by | edited by | contributed by | author | authors | byline | uploaded by |
            location | category |
            publie | publie le | publie par | mis a jour | mis a jour le | modifie le | cree le | ecrit par | auteur
            | date |
            veroffentlicht | veroffentlicht am | aktualisiert | aktualisiert am | erstellt | erstellt am | stand |
            autor | autorin |
            darstellung | von | datum | publicado | publicado por | publicado el | publicado en | actualizado |
            actualizado el |
            creado | escrito por | autor | autora | fecha | hora | derechos de autor | imagen | опубликовано |
            опубликовал |
            обновлено | создано | дата | дата публикации | автор | автор статьи | разместил | размещено |
            опубліковано | оновлено |
            створено | автор | дата публікації | نشر في | نشر | تاريخ النشر | اخر تحديث | الكاتب | كتب | بواسطه |
            التاريخ |
            pubblicato | pubblicato il | pubblicato da | aggiornato | aggiornato il | scritto da | autore | data |
            atualizado |
            atualizado em | publicado em | escrito por | gepubliceerd | gepubliceerd op | bijgewerkt | geschreven
            door | auteur |
            yayinlanma | yayin tarihi | guncelleme | giris tarihi | son guncelleme | yazar | editor | kaynak | giris
            | yayinlanma tarihi
            """
        ),
        patterns=(
            (
                r"[|/•· ]*(?:publi[ce]\w*|updated|posted|stand|created|issued on|modified|mis a jour|aktualisiert|"
                r"veroffentlicht)(?: le| on| am| el| em| il)? ?:? ?\d{1,2}[/.]\d{1,2}[/.]\d\d(?: .{0,30})?"
            ),
            (
                r"(?:contributed|written|edited|posted|reported|reviewed) ?by ?[:-] ?[-–|]? ?(?:edited|reviewed|"
                r"posted) ?by ?[:-]?.{0,3}"
            ),
        ),
        longest=70,
        takes=(
            "Published",
            "|Updated:",
            "Creado:",
            "Publicado por",
            "Опубликовано:",
            "نشر في:",
            "Giriş Tarihi",
            "Darstellung:",
        ),
        leaves=("Published reports differ.", "Created by war", "Datum des Angriffs", "Stand by me"),
    ),
    Rule(
        "language-switch",
        Action.REMOVE,
        "The page in other languages.",
        patterns=(
            (
                rf"(?:language|languages|lang|langue|sprache|idioma|язык|мова|اللغه)?[ /|:·•-]*{_LANGUAGE}(?:(?: ?[/|"
                rf",·•-] ?| ){_LANGUAGE})*"
            ),
            rf"{_LANGUAGE}[a-zа-яіїє]{{2,3}}",
            (
                rf"(?:read|view|see|lire|lesen|leer|читать|читати|читайте|اقرا|leggi|ler|lees)\b[^.!?]{{0,40}}\b(?:in|"
                rf"en|auf|на|ب|in het|em) {_LANGUAGE}"
            ),
            (
                r"(?:читать|читати|читайте|прочитать) (?:новость|новину|статью|статтю|эту новость|цю новину|"
                r"материал|матеріал)?.{0,12}"
                r"(?:на русском|українською|на украинском|російською|по-русски|англійською|на английском).{0,10}"
            ),
            rf"(?:also )?(?:available|published) in:? {_LANGUAGE}(?:[ ,|/&]+{_LANGUAGE})*",
        ),
        longest=90,
        takes=(
            "Language / اللغة العربية",
            "EnglishENG",
            "English | Français",
            "Читать новость на русском",
            "Read this in Arabic",
        ),
        leaves=(
            "English teachers fled the town.",
            "Arabic inscriptions",
            "Russian jets hit the town",
            "French troops",
            "Russian raids",
        ),
    ),
    Rule(
        "call",
        Action.REMOVE,
        "A call to go, look, buy or write somewhere else.",
        patterns=(
            (
                r"(?:skip|jump|go|ir|saltar|aller|passer|springe|zum|перейти|перейдите|vai|ga|انتقل|الانتقال) "
                r"(?:to |al? |au |aux |a la |a "
                r"los |direkt |direkt zum |zu |к |до |al |naar |الى |الي )?(?:the |la |los |las |el )?(?:main |"
                r"haupt)?(?:content|contenido|"
                r"contenu|inhalt|hauptinhalt|navigation|menu|navigacion|atajos|suche|search|footer|comments|"
                r"comentarios|commentaires|"
                r"содержанию|содержимому|основному|поиску|комментариям|вмісту|змісту|contenuto|inhoud|conteudo|"
                r"المحتوي|القائمه).{0,30}"
            ),
            (
                r"(?:leggi|lire|leer|lea|lesen sie|read|читайте|читать|читати|ler|leia|lees|"
                r"oku)\b.{0,20}\b(?:articolo|article|articulo|nota|"
                r"artikel|artigo|статью|статтю|материал|матеріал|текст|text|bericht|noticia|story|"
                r"report)\b.{0,12}\b(?:completo|complet|"
                r"completa|en entier|ganzen|full|original|originale|полностью|повністю|целиком|en el|su|on|sur|auf|"
                r"na|in|no|на)\b.{0,40}"
            ),
            (
                r"(?:acquista|compra|adquiere|achetez|kaufen sie|buy|order|купить|придбати)\b[^.!?]{0,30}\b(?:now|"
                r"jetzt|ahora|adesso|"
                r"tickets?|entradas|billets|book|buch|libro|livre|issue|ausgabe|numero|copy|copia|shop|store|tienda|"
                r"online|amazon)\b.{0,40}"
            ),
            r"mehr (?:zu|zur|uber) [^.!?]{4,60}",
            r"mehr (?:in kurze|dazu|infos|informationen|nachrichten|auf|unter|bei|zum|zu diesem)\b.{0,60}",
            (
                r"(?:sur|dans|auf|zum|on|sobre|por|на|за|по) (?:le|la|the|el|lo|gleichen|даннои|цією)? ?(?:meme|"
                r"same|mismo|selben|gleichen|эту|ту же|ту ж)? "
                r"?(?:theme|sujet|topic|tema|thema|темой|тему|темою)"
            ),
            (
                r"(?:to (?:know|find out|learn) more|for more|further reading|para saber mas|per saperne di piu|"
                r"pour en savoir plus|um mehr zu erfahren|para saber mais),? ?[^.!?]{0,50}:?"
            ),
            (
                r"(?:vous|ti|te|le|si|вам|das|du) ?(?:aimerez|potrebbe|puede|pourrait|interesara|может|може|konnte|"
                r"podria)\b.{3,50}"
            ),
            (
                r"(?:non perdere|ne manquez pas|no te pierdas|nicht verpassen|не пропустите|не пропусти|kacirmayin|"
                r"nao perca)\b.{0,80}"
            ),
            (
                r"(?:continua|continue|contin[uú]e|fortsetzung|продолжение|a seguir|segue|suite|sigue) ?(?:apos|"
                r"after|nach|после|dopo|despues "
                r"de|apres|sotto|abaixo|below|folgt|a lire)\b.{0,40}"
            ),
            (
                r"(?:watch|listen|hear|see|regardez|ecoutez|voir|sehen sie|mira|escucha|смотрите|дивіться|слушайте|"
                r"شاهد|guarda|ascolta|veja|"
                r"ouca|bekijk|izle)(?: also| now| live| too)? ?[:|»>-] ?.{6,160}"
            ),
        ),
        seldom=(
            rf"(?![^a-z]*[\"«“])[^.!?؟\"]{{6,110}}[ (\[](?:{'|'.join(_HERE)})[)\]»>→: ]*",
            r"[\w .]{3,30} ?[-|] ?(?:latest|breaking|top) (?:news|stories|headlines)\b.{0,40}",
        ),
        seldom_needs=(
            *(before + word for word in _HERE for before in " (["),
            *(f"{new} {what}" for new in ("latest", "breaking", "top") for what in ("news", "stories", "headlines")),
        ),
        longest=170,
        takes=(
            "Adquiere una fotografía para ilustrar esta nota aquí",
            "Ir a los atajos de accesibilidad",
            "Leggi l'articolo completo su ANSA.it",
            "Vous aimerez aussi",
            "continua após a publicidade",
            "Ti potrebbe piacere",
            "Для просмотра карты нажмите здесь",
            "Mira: El humo sobre la ciudad",
        ),
        leaves=(
            "“We will all die here”",
            "Nobody lives here.",
            "Zum Tod des Generals",
            "Go home, the soldiers told them.",
            "Continue the fight, he said.",
            "Buyers stayed away.",
            "Compra de armas en secreto, según la ONU.",
        ),
    ),
    Rule(
        "about-the-page",
        Action.REMOVE,
        "What the page says of the text on it: where it was taken from, who may see it, how old it is.",
        patterns=(
            (
                r"(?=\(?th)\(?(?!.*\b(?:said|says)\b)(?:this|the following) (?:article|story|content|page|post|report|"
                r"text|"
                r"piece) (?:was|has been|has not been|is|is not|comes|originally|first)(?: "
                r"(?:also|first|originally|being|made))* (?:republished|published|produced|provided|part of|from|based "
                r"on|available|adapted|"
                r"distributed|originally|translated|supported|possible|sponsored|tagged|filed|posted|reproduced|"
                r"courtesy|syndicated|"
                r"generated|archived|closed|no longer)\b.{0,200}"
            ),
            (
                r".{0,14}(?:cet article|ce contenu|cette page|cette video) (?:provient|est (?:issu|extrait|tire|"
                r"reserve|publie|archive|"
                r"disponible|bloque)|a ete (?:publie|mis|ecrit|initialement)|n'est (?:pas|plus))\b.{0,160}"
            ),
            (
                r"(?:este|esta) (?:contenido|articulo|noticia|nota|pagina|funcionalidad|texto|video) (?:es "
                r"(?:exclusiv|parte|de|solo)|fue "
                r"(?:publicad|original)|pertenece|no esta|ha sido|forma parte|se publico)\w*.{0,160}"
            ),
            (
                r"(?:dieser|diese|dieses) (?:artikel|beitrag|text|seite|video|inhalt) (?:ist|wurde|stammt|erschien|"
                r"gehort|kann)\b.{0,160}"
            ),
            (
                r"(?:этот|эта|данный|данная|это) (?:материал|статья|текст|страница|новость|видео|сообщение) "
                r"(?:был[аои]? |является |взят|доступ|"
                r"опубликован|подготовлен|защищен|создан).{0,160}"
            ),
            (
                r"(?:цей|ця|це|даний) (?:матеріал|стаття|текст|сторінка|новина|відео) (?:був|була|є|взят|доступн|"
                r"опублікован|підготовлен|"
                r"створен|захищен).{0,160}"
            ),
            (
                r"(?:هذا|هذه) (?:المحتوي|المحتوى|المقال|الخبر|الموضوع|الماده|الصفحه) (?:من|متاح|غير|نشر|منشور|منقول|"
                r"تم|لا يعبر|يعبر)\b.{0,160}"
            ),
            (
                r"(?:questo|quest') ?(?:articolo|contenuto|pagina|video|notizia) (?:e|fa|proviene|non|era|"
                r"risale)\b.{0,120}"
            ),
            r"(?:este|esta) (?:artigo|conteudo|texto|materia|reportagem|pagina) (?:foi|e|esta|nao|faz)\b.{0,120}",
            r"dit (?:artikel|bericht|verhaal) (?:is|werd|komt|maakt)\b.{0,120}",
            r"bu (?:haber|icerik|yazi|metin|sayfa)\b.{0,120}",
            r"(?:ce|cet|este|esta|dieser|этот|цей) \w+ n'est pas ouvert aux.{0,40}",
            r"(?:texte|text|texto|story|report|article) ?(?:continues|continua|geht weiter).{0,60}",
            (
                r"this (?:article|story|text|report|piece|post) is an? (?:[\w-]+ ){0,2}(?:translation|version|"
                r"extract|excerpt|"
                r"copy|reprint|summary|adaptation)\b.{0,120}"
            ),
            r"a version of this (?:article|story|text|report) (?:appears|appeared|was published|ran)\b.{5,200}",
            r"[\w' ]{3,40} website contains only (?:a )?(?:portion|part) of .{10,240}",
            r"(?:error|notice|alert|warning) ?: ?[^.!?]{3,90}",
            r"(?:corpo|cuerpo|corps|body) (?:do artigo|del articulo|de l'article|of the article)",
        ),
        longest=230,
        takes=(
            "This story has been republished from a partner under a licence",
            "Archive IconCet article provient des archives LNT",
            "Esta nota fue publicada en 2012",
            "This article is an edited translation from our Arabic edition.",
            "Этот материал опубликован в газете",
            "هذا المحتوى من موقع آخر",
            "Corpo do artigo",
            "error: النسخ ممنوع",
            "Questo articolo è disponibile in archivio",
        ),
        leaves=(
            "This report is the first of its kind, the UN said.",
            "This story is one of many in the camp.",
            "Dieser Mann ist mein Sohn, sagte sie.",
            "Эта статья закона не нова.",
        ),
    ),
    Rule(
        "sites",
        Action.REMOVE,
        "The names of sites in a row, as a network of pages prints them above each of its own.",
        cased=(
            (
                r"(?:[A-ZА-ЯІЇЄ][\w-]*[ |•·,]+){0,6}[A-ZА-ЯІЇЄ][\w-]*\.(?:ru|com|ua|net|org|info|news|tv|ру|рф|by|"
                r"kz|de|fr|es|it|tr|sy)"
                r"(?:[ |•·,]+[A-ZА-ЯІЇЄ][\w.-]*){0,6}"
            ),
            r"(?:www\.)?[a-z0-9-]+\.(?:ru|com|ua|net|org|info|news|tv|by|kz|de|fr|es|it|com\.tr|co\.uk)",
        ),
        longest=90,
        takes=("МК АвтоВзгляд Охотники.ру WomanHit.ru", "World News Valley.com", "valley-news.org"),
        leaves=("Valley.com says that it was closed", "Lenta.ru reported the raid."),
    ),
    Rule(
        "section-path",
        Action.REMOVE,
        "Sections of a site in a row, as its menu or the way to the page prints them.",
        patterns=(
            (
                r"[^\W\d_]{2,20}(?: ?[|>•·»] ?| [-–] | ?, ?)[^\W\d_]{2,20}(?:(?: ?[|>•·»] ?| [-–] )[^\W\d_]{2,20}(?: "
                r"[^\W\d_]{2,20})?){1,6}[ |>]*"
            ),
            r"[^\W\d_]{2,20}(?:-[^\W\d_]{2,20}){1,4} ?[|>]",
        ),
        longest=110,
        takes=("سوريا - لبنان - فلسطين", "World | Asia | Valley", "Syria-Lebanon-Iran |"),
        leaves=("Damascus - a city of ten gates", "Bread, salt", "The road - the only one - is shut"),
    ),
    Rule(
        "columns",
        Action.REMOVE,
        "Names in columns with wide gaps between them, as a menu or a row of buttons was printed.",
        cased=(
            r"(?!\||.*\d)\S+(?: \S+){0,2}(?:(?:[ \u00a0]{2,}|\t+| ?[•·] ?)\S+(?: \S+){0,2}){3,40}",
            r"(?=(?:.*?[a-zà-ÿ]\d*[A-ZÀ-Þ]){4})(?!.*[a-zà-ÿ]{3}[.!?] )[^|]{16,160}",
        ),
        longest=160,
        takes=(
            "Oceania     Europe     Africa     Middle East",
            "Digg  Facebook  Delicious  Technorati",
            "WorldPolitics OpinionSportsValley NewsLetters",
        ),
        leaves=(
            "He came.  He saw.  He left.  Then he slept in the old mill.",
            "Bread, salt  and water",
            "McDonald met DeLuca, an iPhone in hand. He left.",
        ),
    ),
    Rule(
        "ticker",
        Action.REMOVE,
        "Rates, weather and counts that run along a page.",
        patterns=(
            (
                r"[•* ]*(?:usd|eur|gbp|rub|uah|try|pln|chf|btc|brent|oil|gold|dollar|euro|доллар|долар|евро|євро|"
                r"nasdaq|s&p 500|dow jones|"
                r"cac 40|dax|ibex 35|ftse 100|nikkei|bitcoin)[a-z ]{0,14}[ :/]*[$€£₽₴]? ?[\d.,]+(?: ?[+-].{0,24})?"
            ),
            r"[+-]?[\d.,]+ ?(?:\([+-]?[\d.,]+ ?%\)|%)",
            r"[+-]?\d{1,2} ?°(?: ?[cf])?(?:.{0,30})?",
            (
                r"[•·|* ]*[\d.,]+ ?(?:k|m|т\.?|тыс\.?|тис\.?|b)?\.? ?(?:views?|vues|aufrufe|visitas|просмотр\w*|"
                r"перегляд\w*|مشاهد\w*|قراء\w*|"
                r"visualizza\w+|visualiza\w+|okunma|goruntulenme|weergaven|shares?|reads?|likes?|hits|leser|lecteurs|"
                r"lectores|readers)(?: (?:gesamt|heute|total|en tout|en total|today|so far))?"
            ),
            (
                r"(?:views?|vues|aufrufe|visitas|просмотров|просмотры|переглядів|перегляди|المشاهدات|مشاهدات|عدد "
                r"المشاهدات|visualizzazioni|"
                r"visualizacoes|okunma|hits|reads|читали|прочитано) ?[:-]? ?[\d.,]+ ?(?:k|т\.?)?"
            ),
            r"[\d.,]+ ?(?:т|тыс|тис|k)\.?",
            r"(?:views?|shares?|likes?|comments?)",
            r"(?:рейтинг|rating|оценка|оцінка|голосов|голосів|votes?|التقييم)[: ]+[\d.,/]+.{0,24}",
        ),
        seldom=(
            (
                rf"(?=.*(?:{MONTH}|\d\d[./-]\d\d))(?=.*\b\d+ ?(?:views?|مشاهد\w*|просмотр\w*|перегляд\w*|comments?|"
                rf"shares?|min read|vues|visitas|okunma))"
                r"[^.!?؟]{8,90}"
            ),
        ),
        seldom_needs=(
            "view",
            "مشاهد",
            "просмотр",
            "перегляд",
            "comment",
            "share",
            "min read",
            "vues",
            "visitas",
            "okunma",
        ),
        longest=80,
        takes=(
            "• USD 41.3",
            "243 Leser gesamt",
            "36,6 т.",
            "Переглядів: 0",
            "• 9510 перегляди",
            "23,21 (-0,46%)",
            "views",
            "+7 °C",
        ),
        leaves=("23 per cent of the town", "The dollar fell to 500 pounds.", "36 dead", "Shares fell"),
    ),
    Rule(
        "date-line",
        Action.DATELINE,
        "A full date with its hour and no more than a few names beside it.",
        patterns=(
            rf"[^\W\d_]{{2,20}}[ ,|•·-]+\d{{1,2}} (?:{MONTH})[ ,|•·-]+[^\W\d_]{{2,12}}",
            (
                r"(?:[^\W\d_]{2,12}\.?,? )?\d{1,2}\.?(?: de| of)? [^\W\d_]{3,12}\.?,?(?: de)? (?:19|20)\d\d"
                r"(?:[ ,-]+\d\d?[:.]\d\d)?"
            ),
        ),
        seldom=(
            (
                rf"{_NO_SENTENCE}(?:[^\W\d_][\w.'&-]*[ ,|•·:/.–-]++|[|•·/ –-]++|\d{{1,3}} (?:min|mins|hours?|days?) "
                rf"ago ){{0,4}}(?:{DATE})(?:[ ,|•·/.t@–-]+(?:{TIME}))?"
                r"(?:[ ,|•·:/.–(-]+[^\W\d_][\w.'&)-]*){0,4}[ |•·)]*"
            ),
            (
                r"(?:taken|uploaded|filmed|recorded|captured|added|submitted|shot)(?: by [\w .'-]{2,40})?"
                rf"(?: on| at| in)? ?:? ?(?:{DATE})"
            ),
            rf"(?:{DATE})[ ,|•·/.t@–-]+\d{{1,2}}[:.]\d\d(?: ?[ap]m)?(?:[ ,|•·:/.–(-]+[^\W\d_][\w.'&)-]*){{0,5}}",
            r"(?:[^\W\d_][\w ]{1,20} ?: ?[^|.!?]{1,50}[|•·] ?){1,5}[^\W\d_][\w ]{1,20} ?: ?[^|.!?]{1,40}",
        ),
        seldom_needs=("19", "20", "|", "•", "·"),
        longest=140,
        takes=(
            "/ 43 mins ago July 18, 2018",
            "07 decembrie 2019",
            "Taken on 2014-08-23",
            "Gulan Media June 23, 2024 News",
            "20 июня 2017. Разместил: mediapuls",
            "• Thursday, 25 July 2024",
            "News Code : 349053 | Publish Date :2017/4/15 - 22:58 | Category: FORUM",
            "23 июня 2025, 16:00 В мире",
            "Monday 12 March 2018 | 1:30 PM Damascus Local Time",
        ),
        leaves=(
            "The town fell on 11 September 2018 after a siege",
            "On 5 May 2018 he died.",
            "Attack of 11 September 2001 remembered in the town",
        ),
    ),
)
