"""Lines about pictures and authors as real pages print them: outlets, places of filing, scenes with their date."""

from __future__ import annotations

from sitegen.importer.months import DATE, TIME, WEEKDAY
from sitegen.importer.rules.media import AGENCY
from sitegen.importer.rules.rule import Action, Rule

_OUTLET = (
    r"News(?: Agency| Network| Desk| Service)?|Press(?: Agency| [Cc]enter| [Cc]entre| TV)?|Agency|Times|Post|"
    r"Today|Tribune|"
    r"Observer|Network|Media|Online|Bulletin|Herald|Gazette|Chronicle|Journal|Monitor|Newsroom|Staff|Agencies|"
    r"Desk|Presse"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
SCENE = (
    r"inspects?|stands?|walks?|sits?|gathers?|carry|carries|looks? (?:on|at|through)|rides?|holds?|watch(?:es)?|"
    r"attends?|"
    r"poses?|rises?|billows?|flash(?:es)?|arrives?|wave|waves|mourns?|pray|prays|search(?:es)?|clears?|drives?|"
    r"fires?|"
    r"patrols?|reacts?|speaks?|talks?|takes? part|shakes? hands|lies|rests?|hangs?|flees?|evacuates?|remove|"
    r"removes|help|helps|"
    r"listens?|receives?|fly|flies|(?:is|are) (?:seen|pictured|shown)"
)

SCENE_RULES: tuple[Rule, ...] = (
    Rule(
        "outlet",
        Action.BYLINE,
        "The outlet's own name, or an office of it, where the author stands.",
        cased=(
            rf"(?:The )?(?:{_NAME} ){{1,4}}(?:{_OUTLET})",
            (
                r"(?:(?:[A-Z][\w&'-]+|and|of|the|for|&|in) ){1,6}(?:Editor|Correspondent|Reporter|Writer|Bureau|"
                r"Bureau Chief|Producer)"
            ),
            r"(?:[A-Z][\w'’.-]+ ){1,4}(?:, | - | \| )(?:in|reporting from|IN) [A-Z][\w'’-]+(?:, [A-Z]\w+)?",
            r"(?:Haber Merkezi|Redazione|Redação|Redactie)(?: ?[|/-].{0,40})?",
        ),
        patterns=(
            (
                r"(?:editor|editors|edited by|web editor|duty editor|copy editor|redacteur|redakteur|редактор|"
                r"редактор ленты|"
                r"المحرر|تحرير|محرر) ?[:：/-] ?[\w .'-]{2,40}"
            ),
            r"(?:укрінформ|укринформ|уніан|униан|анадолу|интерфакс|тасс|риа новости|rbc|рбк|газета\.ru|лента\.ру)",
            r"[\w ]{2,24} نيوز ?[-–|] ?[\w ]{2,24}(?: ?\([^()]{3,40}\))?",
            r"(?:وكاله|موقع|صحيفه|شبكه|مركز|تلفزيون) [\w ]{2,30} ?[-–|] ?[\w ]{2,24}(?: ?\([^()]{3,40}\))?",
            (
                r"(?:avec|mit|con|com|met) (?:afp|reuters|dpa|efe|ap|ansa|lusa|anp)[ ,|/-]+(?:modifie|publie|"
                r"aktualisiert|mis a jour).{0,60}"
            ),
        ),
        longest=90,
        takes=(
            "Example River News",
            "Foreign Affairs Correspondent",
            "Editor: mengjie",
            "Анадолу",
            "met ANP, modifié le 3 mai",
            "شاهد نيوز - حلب (أحمد علي)",
        ),
        leaves=(
            "News came late to the valley",
            "The Correspondent was released on Monday.",
            "Editor of the paper since May, she left in June.",
            "المحرر من السجن عاد إلى بيته أمس",
        ),
    ),
    Rule(
        "place-line",
        Action.DATELINE,
        "The place of filing alone, in capitals, or a label with its day and hour.",
        cased=(
            (
                r"[A-ZÀ-ÞА-ЯІЇЄҐ][A-ZÀ-ÞА-ЯІЇЄҐ'’-]{2,}(?: [A-ZÀ-ÞА-ЯІЇЄҐ'’-]{2,}){0,2} ?/ "
                r"?[A-ZÀ-ÞА-ЯІЇЄҐ][A-ZÀ-ÞА-ЯІЇЄҐ'’-]{2,}(?: [A-ZÀ-ÞА-ЯІЇЄҐ'’-]{2,}){0,2}"
            ),
            r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w'’]{3,}(?: [A-ZÀ-ÞА-ЯІЇЄҐ][\w'’]+)? ?[-–] ?[A-ZÀ-ÞА-ЯІЇЄҐ][\w'’]{3,}",
        ),
        patterns=(
            (
                r"this (?:content|article|story|page|post|text) was (?:first |last )?(?:published|updated|posted|"
                r"modified) (?:on |at )?.{6,60}"
            ),
            (
                r"[\w' -]{3,40}[,.] \d{1,2} \w{3,10}\.?(?: \d{4})? ?[—–/(-]+ ?(?:риа новости|тасс|интерфакс|фан|"
                r"regnum|укринформ|укрінформ|"
                r"унiан|afp|ap|reuters|ansa|dpa|efe|sana|xinhua|irna)\)?[.,]?(?: [\w ]{3,40}\.?)?"
            ),
            rf"[^.!?؟]{{3,50}} في (?:{WEEKDAY} )?(?:{DATE})(?: .{{0,20}})?",
            (
                r"[\u0620-\u064a]{3,12}(?: [\u0620-\u064a]{2,12})? ?[-–] ?[\u0620-\u064a]{2,12}(?: "
                r"[\u0620-\u064a]{2,12}){0,2}"
            ),
            rf"(?:[-•|] ?)?(?:{TIME})(?: on)? (?:{DATE})(?: \w{{2,3}})?",
            r"\d{4}-\d{1,2}-\d{1,2}(?: \d\d:\d\d)?(?: ?\|)?",
            r"\d{4}-\d\d-\d\dt\d\d:\d\d.{0,20}",
        ),
        seldom=(
            rf"[\w .&'-]{{2,40}} ?[|•·] ?(?:{DATE}).{{0,40}}",
            r"[\w .'-]{2,40}(?: ?\| ?[\w .'-]{2,40}){0,2} ?\| ?(?:updated|created|published|posted) ?:? ?.{6,90}",
            rf"(?:{DATE}) ?/ ?(?:{TIME})(?: ?/ ?.{{3,30}})?",
        ),
        seldom_needs=("|", "•", "·", "/"),
        longest=110,
        takes=(
            "2018-3-2 17:23 |",
            "ДАМАСК / ИДЛИБ",
            "Valley - Levantia",
            "City Desk | 22.03.2018 - 11:50",
            "Desk · 2 May 2018",
            "This content was published on May 2, 2018 - 07:35,",
            "Newswire | Beirut | Updated: 02-05-2018 13:15",
            "МОСКВА, 2 мая — РИА Новости.",
            "أحمد علي - بيروت في الجمعة 26 سبتمبر 2025",
        ),
        leaves=(
            "2018-3-2 to 2018-4-2 the road was shut",
            "AK / M",
            "Damascus / Idlib were hit",
            "The talks | as planned",
            "This content was published on purpose, he said, and nobody in the ministry had asked what was in it.",
            "حلب - قصف عنيف على أحياء المدينة",
        ),
    ),
    Rule(
        "caption-scene",
        Action.CAPTION,
        "A scene in the present tense with its full date.",
        cased=(
            (
                rf"(?:A |An |The |Two |Some )?{_NAME}[^.!?]{{1,200}}\b(?:{SCENE})\b[^!?]{{10,220}},? "
                r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|"
                r"Feb\.|Aug\.|Sept\.|Oct\.|"
                r"Nov\.|Dec\.) \d{1,2}, (?:19|20)\d\d"
                r"\.?(?: ?[(\[|/].{2,60}| ?(?:REUTERS|Reuters|AFP|AP|EPA|AA|SANA|Xinhua)\b.{0,40}| [A-Z][^!?]{10,260})?"
            ),
            rf"[A-Z][^.!?]{{2,80}}\b(?:{SCENE})\b.{{10,440}}\. ?(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images)",
        ),
        needs=(", 19", ", 20", ". afp", ". ap", ". reuters", ". epa", ". getty"),
        longest=560,
        takes=(
            "Aid workers inspect the damage inside the old mill in Hajin, on October 21, 2018.",
            "Children hold placards at the gate of the town. The council met on Monday. AFP",
            "Smoke rises from the old mill in Hajin on Oct. 21, 2018. The town was hit at dawn, the council said.",
        ),
        leaves=(
            "Troops stood at the gate on May 5, 2018.",
            "The army fired on the crowd, and the crowd fled towards the river on May 5, 2018, a resident said.",
        ),
    ),
    Rule(
        "caption-dated",
        Action.CAPTION,
        "A scene with its date, and after the stop the name of the one who made the picture.",
        cased=(
            (
                r".{40,400}, (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|"
                r"November|December) (?:\d{1,2}, )?\d{4}\. [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}(?: ?/ ?[\w .]{2,30})?"
            ),
        ),
        longest=480,
        takes=(
            "People walk to be screened after fleeing from the last pocket of the valley, 28 February 2019. Jane Doe",
        ),
        leaves=(
            "The last convoy left the town on the river after a siege of two years, 28 February 2019. It was empty.",
        ),
    ),
    Rule(
        "caption-photographer",
        Action.CAPTION,
        "A line that ends with the one who made its picture, or says that it is of a picture.",
        cased=(r".{3,200}(?:(?<=[a-zа-яё])|(?<= ))(?:Фото|Photo|Foto): ?[^.!?]{3,80}",),
        patterns=(
            (
                rf"(?!.*\b(?:said|reported|told|announced|added)\b.*\.\W*[(\[]).{{15,500}}[(\[](?:[\w "
                rf".'-]{{2,40}}/ ?{AGENCY}[^()\[\]]{{0,24}}|courtesy(?: of)? [^()\[\]]{{2,60}}|"
                rf"(?:image |photo )?credit ?:? [^()\[\]]{{2,60}}|{AGENCY}/(?:file|archive)[^()\[\]]{{0,20}})[)\]]\.?"
            ),
            (
                r".{10,}\bin (?:an?|this|the) (?:[\w-]+ ){0,2}(?:photo|photograph|image|picture|handout|still)\b.{0,24}"
                r"\b(?:distributed|released|provided|published|taken|obtained|made available|posted) "
                r"(?:by|on|from|in)\b.{3,}"
            ),
            (
                r"(?:the|this) (?:image|photo|picture|photograph|drawing) (?:is|was|shows|depicts)(?: an?)? "
                r"(?:by|taken|made|courtesy|file|from)\b.{10,}"
            ),
            (
                r".{20,300}[.|–-] ?\(?(?:photo|photos|file photo|photograph|foto|picture|image|фото)"
                r"(?: by| credit| courtesy of)? ?[:/-] ?[\w .,'/&-]{2,50}\)?"
            ),
            (
                r".{20,300}\. ?\(?(?:file photo|file|archive|archives|archive photo|archivbild|foto de archivo|"
                r"photo d'archives|архив)\)?\.?"
            ),
            r".{15,300} [-–—(] ?(?:archived?|archives?|file|file photo|archive photo)\)?\.?",
            r".{20,700}\((?:photo credit should read|photo by) [^()]{3,90}\).{0,90}",
            r".{20,700}[. ]© ?(?:19|20)\d\d [^\W\d_][\w .'/&-]{2,50}",
            r".{20,700}(?:/ ?afp photo\b|via getty images\b).{0,90}",
        ),
        needs=(
            "©",
            "photo",
            "foto",
            "фото",
            "image",
            "picture",
            "drawing",
            "handout",
            "still",
            "file",
            "archiv",
            "архив",
            "courtesy",
            "credit",
            "getty",
            "/afp",
            "/ap",
            "/reuters",
            "/epa",
            "/anadolu",
            "/aa",
            "/sana",
            "/efe",
            "/dpa",
            "/tass",
            "/ansa",
            "/upi",
            "/imago",
            "/sipa",
            "/xinhua",
        ),
        longest=720,
        takes=(
            "Two boys walk past a wall. Photo: Valley News",
            "Residents wait for bread at the northern gate of the town. File photo",
            "A girl stands at the gate. The council wants her to leave. © 2019 Jane Doe",
            "The old mill of the town, which a raid destroyed - Archived",
            "Villagers stand by the well at noon (Jane Doe/AP)",
            "Trucks on the eastern road (Courtesy of the Valley Council)",
            "Генерал у моста Фото: Иван Петров / ТАСС",
            "Workers clear the road in a photo released by the council on Monday.",
            "The image is by a painter of the town and shows its old gate",
            "Smoke over the city on a clear day / AFP PHOTO / A. Example via Getty Images",
        ),
        leaves=(
            "He has a photo: it shows his son.",
            "In the picture that he drew of the war there was no room for the dead.",
            "The minister still says that the file is closed and the picture is clear.",
        ),
    ),
    Rule(
        "media-line",
        Action.CAPTION,
        "A file's name, a film's title with its length, a line that only names what a recording shows.",
        cased=(
            r"(?:(?:Map|MAP)s? of [A-Z].{2,60}|[A-Z]\w+(?: [A-Z]\w+)? (?:map|graphic|infographic))",
            (
                r"[a-zà-ÿ0-9]+(?:[ _-][a-zà-ÿ0-9]+){1,8}[ _-](?:640|720|800|960|1000|1024|1200|1280|1600|1920|2000)"
                r"(?:x\d{3,4})?"
            ),
        ),
        patterns=(r"(?:ویدیو|فیلم|عکس) .{5,120}",),
        seldom=(r"[^.!?]{15,160} \d{2}:\d{2}",),
        seldom_cased=(
            r"[\w ,()'’.-]{4,80}\.(?:jpe?g|png|gif|webp)",
            r".{30,300}[.!] (?:IMAGES|VIDEOS?|TIMELAPSE|SOUNDBITES?)",
        ),
        seldom_needs=(":", ".jp", ".png", ".gif", ".webp", "images", "video", "timelapse", "soundbite"),
        longest=320,
        takes=(
            "syrie hajin convoi 1280",
            "convoy-at-dawn.jpg",
            "Syria map",
            "Smoke rises above the old mill after a raid. IMAGES",
            "Trucks wait at the northern gate of the town 02:12",
        ),
        leaves=("1280 people left the town by road", "The convoy left the gate at 02:12."),
    ),
)
