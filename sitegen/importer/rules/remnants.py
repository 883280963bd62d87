"""What a page's shell leaves in scraped text: counters, archive labels, forms, teasers' labels, outlets, scenes."""

from __future__ import annotations

from sitegen.importer.months import DATE, TIME, WEEKDAY
from sitegen.importer.rules.rule import Action, Rule, listed

_OUTLET = (
    r"News(?: Agency| Network| Desk| Service)?|Press(?: Agency| [Cc]enter| [Cc]entre| TV)?|Agency|Times|Post|"
    r"Today|Tribune|"
    r"Observer|Network|Media|Online|Bulletin|Herald|Gazette|Chronicle|Journal|Monitor|Newsroom|Staff|Agencies|"
    r"Desk|Presse"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_SCENE = (
    r"inspects?|stands?|walks?|sits?|gathers?|carry|carries|looks? (?:on|at|through)|rides?|holds?|watch(?:es)?|"
    r"attends?|"
    r"poses?|rises?|billows?|flash(?:es)?|arrives?|wave|waves|mourns?|pray|prays|search(?:es)?|clears?|drives?|"
    r"fires?|"
    r"patrols?|reacts?|speaks?|talks?|takes? part|shakes? hands|lies|rests?|hangs?|flees?|evacuates?|remove|"
    r"removes|help|helps|"
    r"listens?|receives?|fly|flies|(?:is|are) (?:seen|pictured|shown)"
)

REMNANT_RULES: tuple[Rule, ...] = (
    Rule(
        "counter",
        Action.REMOVE,
        "A number alone: shares, views, a page's count. A sentence is never a bare number.",
        patterns=(
            r"\d{1,6}",
            r"\d+(?:\.\d)?k",
            r"[$€£] ?[\d.,]*(?: [$€£] ?[\d.,]+)*",
            r"\d+ ?(?:m|h|min|mins|mn)",
            r"(?:a[+-]? ?){2,4}",
        ),
        longest=40,
        takes=("16", "A A A", "1.2k", "$41.31 €42.99", "3m"),
        leaves=("16 died.", "2018 was a year of war.", "5 km", "In 3m of water"),
    ),
    Rule(
        "page-label",
        Action.REMOVE,
        "A label of a list, an archive or a blog that the page belongs to.",
        phrases=listed(
            """
            search this blog | viewing all articles | back to top button | banner | menu open | menu closed |
            languages | language | other news | check also | also check | quantcast | situation report |
            browse by category | browse | recent news | more headlines | featured | featured news | must watch |
            hot topics | blog archive | about me | keep reading | copie | copied | copy link | kopiert | copiado |
            lien copie | proceed to sign up | register now | try it free | see all results | english bulletin |
            weitere nachrichten | weitere meldungen | weitere themen | autres articles | autres informations |
            dernieres infos | dernieres nouvelles | derniere minute | a ne pas manquer | otras noticias |
            mas noticias | notas relacionadas | altre notizie | leggi anche | ti potrebbe interessare |
            leggi di piu | leia tambem | veja tambem | mais noticias | condividi | compartilhe | condividi su |
            lees ook | lees meer | deel | deel dit artikel | paylas | ilgili haberler | son dakika | paylasim |
            اخبار اخرى | المزيد من الاخبار | مواضيع اخرى | اهم الاخبار | شاركها | شارك | شارك الخبر |
            شارك هذا الموضوع | طباعه الخبر | نسخ الرابط | другие материалы | все материалы |
            вам может быть интересно | вас может заинтересовать | що ще почитати | вам може сподобатися
            """
        ),
        patterns=(
            (
                r"(?:posts?|articles|stories|entries|news)(?: are)? (?:tagged|by tag|filed under|in category|"
                r"categori[sz]ed).{0,60}"
            ),
            r"(?:tag|category|monthly|daily|author) archives?:? ?.{0,60}",
            r"archives? (?:for|of) .{2,60}",
            r"(?:channel|forum|section|blog|board) ?: ?[\w &'-]{2,40}",
            r"our standards ?: ?.{3,60}",
            r"this (?:story|article|content|post|page) is (?:over |more than |about )?\d+ (?:years?|months?) old\.?",
            r"(?:this (?:text|article|page|story) (?:is )?)?(?:also )?available in [^.!?]{2,60}",
            r"(?:читать на|открыть в|перейти на|перейти к) (?:полной|мобильной)? ?верси\w+.{0,20}",
            r"(?:view|go to|switch to) (?:the )?(?:full|desktop|mobile) (?:site|version).{0,20}",
            r"share (?:it|this|now)",
            r"(?:prev|next) [^.!?]{12,160}",
            r"for (?:the )?latest updates,? (?:follow|visit|join|subscribe).{3,80}",
            r"(?:انتم|انت) الان تتابع(?:ون)? خبر .{5,260}",
            r"version ?: ?\d[\d.]+",
            r"\[ ?(?:read|continue|see|view|show|lire|weiter|mehr|leer|читать|читати|المزيد)\b.{0,24}\]",
            r"browse (?:latest|all|by) .{2,60}",
            (
                r"(?:news|article|story|document|item|haber|код|رقم الخبر|رقم) ?(?:id|code|no|number|новости)?\.? "
                r"?[:#] ?\d{4,}.{0,12}"
            ),
            r"(?:\d+ ?[+×x*-] ?\d+|\w+ [+×] \w+) ?= ?.{0,5}",
            r"weather [+-]?\d+ ?°?.{0,30}",
            r"(?:from|via) [^.!?]{2,60} https?://\S+",
            r"source ?: ?(?:read (?:full|the full|more|original).{0,40})",
            (
                r".{0,260}(?:\b(?:facebook|twitter|youtube|instagram|whatsapp|telegram|rss|linkedin)\b[ ,|"
                r"/]*){3,}.{0,30}"
            ),
            r"[|\s]*©.{3,160}",
            r"(?:contains|warning:?|caution:?|attention:?) (?:distressing|graphic|disturbing|violent)\b.{0,60}",
            r"<(?:image|figure|video|audio|picture|source|svg|span|p|a|br|img)\b.{0,600}",
            r"\[?(?:image|img)\]?:? ?(?:https?|data):\S.{0,300}",
            r"(?:click|tap|swipe) (?:on )?(?:the |an? )?(?:image|photo|picture|icon|arrow|map)s? (?:to|for) .{3,60}",
        ),
        longest=700,
        takes=(
            "Check Also",
            "Search This Blog",
            "Posts Tagged ‘Aleppo’",
            "Tag Archives: Aleppo",
            "Channel: Iraq",
            "News ID: 204512 -",
            "7 + 2 =",
            "from Agency: World https://example.org/x1",
            "Contains distressing content.",
            '<image>data:image/png,abc alt="x"</image>',
            "Condividi:",
            "Другие материалы",
            "Share it:",
            "This article is more than 3 years old.",
            "This page is also available in Français",
            "Читать на полной версии",
            "انتم الان تتابعون خبر افتتاح الطريق من قسم الاخبار",
        ),
        leaves=(
            "Browse the market and you will find bread, said a resident.",
            "Channel 4 filmed the convoy as it left.",
            "The banner of the movement was raised over the town hall.",
            "Warning: the bridge may fall, a sign read.",
            "Posts of the army were attacked at dawn.",
        ),
    ),
    Rule(
        "comment-form",
        Action.REMOVE,
        "The form below readers' comments, and the rules for them.",
        phrases=listed(
            """
            one comment | fill in your details below or click an icon to log in: | wordpress.com logo |
            twitter picture | facebook photo | google photo | google+ photo | gravatar | connecting to %s |
            log out / change | change | facebook comments | disqus |
            please enable javascript to view the comments powered by disqus. | comments powered by disqus |
            kommentar hinterlassen | commenta | commenti | lascia un commento | deixe um comentario |
            comentarios desativados | reacties | plaats een reactie | yorumlar | yorum yaz | post as guest |
            login to comment | log in to reply | log in to leave a comment | load more comments | newest first |
            oldest first | report comment | report abuse | flag as inappropriate | reply to this comment |
            комментарии отключены | войдите, чтобы комментировать | التعليقات مغلقه | اضافه تعليق
            """
        ),
        patterns=(
            r"you are commenting using your .{3,80}",
            r"\(?(?:log ?out|change|cancel)\)?(?: ?/ ?\(?(?:log ?out|change|cancel)\)?)+",
            r"(?:and|&) \d+ (?:more )?comments?",
            r"[-•* ]*(?:الرجا|يرجي|نرجو) .{0,120}(?:تعليق|التعليقات|الاخرين|احترام).{0,60}",
            r"[-•* ]*التعليقات (?:التي|المنشوره|لا تعبر) .{0,160}",
            (
                r"(?:comments? (?:are|may be|will be) (?:moderated|reviewed|subject|published)|please (?:keep|"
                r"be) .{0,30}"
                r"(?:civil|polite|respectful)).{0,120}"
            ),
            (
                r"(?:les commentaires sont|kommentare (?:werden|sind)|los comentarios (?:son|estan)|комментарии "
                r"(?:проходят|модерируются)).{0,120}"
            ),
        ),
        longest=240,
        takes=(
            "One comment",
            "Fill in your details below or click an icon to log in:",
            "You are commenting using your Facebook account. Log Out / Change )",
            "- الرجاء معاملة الآخرين باحترام.",
            "Kommentar hinterlassen",
            "Comments are moderated before they appear.",
        ),
        leaves=("Change came slowly to the town.", "One comment by the envoy angered both sides."),
    ),
    Rule(
        "related-glued",
        Action.REMOVE,
        "A pointer to another story, glued to that story's headline.",
        cased=(
            (
                r"(?:Читайте також|Читайте также|Смотрите также|Дивіться також|Read [Mm]ore|READ MORE|Read [Aa]lso|"
                r"READ ALSO|"
                r"Also [Rr]ead|ALSO READ|See [Aa]lso|SEE ALSO|Lire aussi|À lire aussi|Lesen Sie auch|Mehr zum Thema|"
                r"Lea también|"
                r"Lee también|Leggi anche|Leia também|Related [Ss]tory|Related "
                r"[Aa]rticle)[:：]?(?=[A-ZÀ-ÞА-ЯІЇЄҐ«“\"]).{8,220}"
            ),
        ),
        takes=("Читайте такожУ місті відкрили школу", "Read moreArmy enters the town of Hajin"),
        leaves=("Related Articles of the treaty were not signed.", "Read moreover the letter aloud, he did."),
    ),
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
            r"(?:[A-Z][\w'’.-]+ ){1,4}(?:, | - | \| )?(?:in|reporting from|IN) [A-Z][\w'’-]+(?:, [A-Z]\w+)?",
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
        ),
        patterns=(
            rf"[\w .&'-]{{2,40}} ?[|•·] ?(?:{DATE}).{{0,40}}",
            (
                r"this (?:content|article|story|page|post|text) was (?:first |last )?(?:published|updated|posted|"
                r"modified) (?:on |at )?.{6,60}"
            ),
            r"[\w .'-]{2,40}(?: ?\| ?[\w .'-]{2,40}){0,2} ?\| ?(?:updated|created|published|posted) ?:? ?.{6,90}",
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
            rf"(?:{DATE}) ?/ ?(?:{TIME})(?: ?/ ?.{{3,30}})?",
            r"\d{4}-\d\d-\d\dt\d\d:\d\d.{0,20}",
        ),
        longest=110,
        takes=(
            "ДАМАСК / ИДЛИБ",
            "City Desk | 22.03.2018 - 11:50",
            "Desk · 2 May 2018",
            "This content was published on May 2, 2018 - 07:35,",
            "Newswire | Beirut | Updated: 02-05-2018 13:15",
            "МОСКВА, 2 мая — РИА Новости.",
            "أحمد علي - بيروت في الجمعة 26 سبتمبر 2025",
        ),
        leaves=(
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
        "A scene in the present tense with its full date, a file name, or a line that ends with its photographer.",
        cased=(
            (
                rf"(?:A |An |The |Two |Some )?{_NAME}[^.!?]{{10,200}}\b(?:{_SCENE})\b[^!?]{{10,220}},? (?:January|"
                rf"February|March|April|May|June|"
                r"July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) "
                r"\d{1,2}, (?:19|20)\d\d"
                r"\.?(?: ?[(\[|/].{2,60}| ?(?:REUTERS|Reuters|AFP|AP|EPA|AA|SANA|Xinhua)\b.{0,40})?"
            ),
            (
                r"[a-zà-ÿ0-9]+(?:[ _-][a-zà-ÿ0-9]+){1,8}[ _-](?:640|720|800|960|1000|1024|1200|1280|1600|1920|"
                r"2000)(?:x\d{3,4})?"
            ),
            r"[\w ,()'’.-]{4,80}\.(?:jpe?g|png|gif|webp)",
        ),
        patterns=(
            (
                r".{10,}\bin (?:an?|this|the) (?:[\w-]+ ){0,2}(?:photo|photograph|image|picture|handout|"
                r"still)\b.{0,24}"
                r"\b(?:distributed|released|provided|published|taken|obtained|made available|posted) (?:by|on|"
                r"from|in)\b"
                r".{3,}"
            ),
            r"[^.!?]{15,160} \d{2}:\d{2}",
            r"(?:ویدیو|فیلم|عکس) .{5,120}",
            (
                r"(?:the|this) (?:image|photo|picture|photograph|drawing) (?:is|was|shows|depicts)(?: an?)? "
                r"(?:by|taken|made|courtesy|file|from)\b.{10,}"
            ),
            (
                r".{20,300}[.|–-] ?\(?(?:photo|photos|file photo|photograph|foto|picture|image|фото)(?: by| credit| "
                r"courtesy of)? ?[:/-] ?"
                r"[\w .,'/&-]{2,50}\)?"
            ),
            (
                r".{20,300}\. ?\(?(?:file photo|file|archive|archives|archive photo|archivbild|foto de archivo|"
                r"photo d'archives|архив)\)?\.?"
            ),
            r".{20,700}\((?:photo credit should read|photo by) [^()]{3,90}\).{0,90}",
            r".{20,700}(?:/ ?afp photo\b|via getty images\b).{0,90}",
        ),
        longest=720,
        takes=(
            "Aid workers inspect the damage inside the old mill in Hajin, on October 21, 2018.",
            "Two boys walk past a wall. Photo: Valley News",
            "Residents wait for bread at the northern gate of the town. File photo",
            "syrie hajin convoi 1280",
            "convoy-at-dawn.jpg",
            "Workers clear the road in a photo released by the council on Monday.",
            "The image is by a painter of the town and shows its old gate",
            "Trucks wait at the northern gate of the town 02:12",
            "Smoke over the city on a clear day / AFP PHOTO / A. Example via Getty Images",
        ),
        leaves=(
            "Troops stood at the gate on May 5, 2018.",
            "The army fired on the crowd, and the crowd fled towards the river on May 5, 2018, a resident said.",
            "He has a photo: it shows his son.",
            "In the picture that he drew of the war there was no room for the dead.",
            "1280 people left the town by road",
        ),
    ),
)
