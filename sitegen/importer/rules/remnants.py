"""What a page's shell leaves in scraped text: counters, archive labels, forms, labels glued to teasers."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

REMNANT_RULES: tuple[Rule, ...] = (
    Rule(
        "counter",
        Action.REMOVE,
        "A number alone: shares, views, a page's count. A sentence is never a bare number.",
        patterns=(
            r"\d{1,6}",
            r"[•*·|>» -]+\d[\d.,:]{0,8}",
            r"\d[\d.,]{0,8}(?: \d[\d.,]{0,8}){1,5}",
            r"\d+(?:\.\d)?k",
            r"\| ?\d{1,5} ?\|",
            r"\d{1,4} ?\| ?[^|.!?\d]{2,24}",
            r"[$€£] ?[\d.,]*(?: [$€£] ?[\d.,]+)*",
            r"\d+ ?(?:m|h|min|mins|mn)",
            r"(?:a[+-]? ?){2,4}",
        ),
        longest=40,
        takes=("16", "| 2 |", "0|the agency", "• 00:00", "1383 0 14", "A A A", "1.2k", "$41.31 €42.99", "3m"),
        leaves=("16 died.", "2018 was a year of war.", "5 km", "In 3m of water"),
    ),
    Rule(
        "page-label",
        Action.REMOVE,
        "A label of a list, an archive or a blog that the page belongs to.",
        phrases=listed(
            """
            see latest updates | see new updates | new updates | show new posts | new posts | show newer posts |
            neuen beitrag anzeigen | neue beitrage anzeigen | voir les nouveaux messages | afficher les nouveautes |
            ver nuevas entradas | показать новые записи | показати нові дописи |
            search this blog | viewing all articles | back to top button | banner | menu open | menu closed |
            languages | language | other news | check also | also check | quantcast | situation report |
            browse by category | browse | recent news | more headlines | featured | featured news | must watch |
            hot topics | blog archive | about me | keep reading | print this page | print page | download pdf |
            copy url | in depth | rate this | click on the bell | all fields are required |
            read our commenting policy | this story has been updated | this article has been updated |
            more in this section | copie | copied | copy link | kopiert | copiado | lien copie |
            proceed to sign up |
            in-depth report | in depth report | special report | full report |
            register now | try it free | see all results | english bulletin |
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
            (
                r"this (?:is an? (?:archived|old|older) (?:article|story|page|post)|(?:article|story|page|post) "
                r"(?:is (?:more than|over) .{1,20} old|was (?:first )?published (?:more than|over) .{1,20} ago))\b"
                r".{0,240}"
            ),
            r"(?:ua|en|ru|fr|de|ar|es|tr|укр|рус|eng)(?:[ |/]+(?:ua|en|ru|fr|de|ar|es|tr|укр|рус|eng)){1,5}",
            r"\d+ хв",
            r"або(?: ж)? читаите нас .{3,60}",
            r"більше (?:по|за) тем[іи].{0,10}",
            r"подробнее (?:читаите|смотрите|читать) (?:на|в) .{3,40}",
            r"copyright information of .{5,200}",
            r"[\"<| ]+(?:main|home|index)[\">| ]*",
            r"(?:text|font) size.{0,12}",
            (
                r"(?:get in touch|contact (?:the author|us|me)|send us (?:your|an?)|write to us|have (?:something|a "
                r"story|a tip) to)"
                r"\b.{0,80}"
            ),
            r"(?:e-?mail|contact|tips?) ?:? ?\S+@\S+",
            r"for more (?:stories|news|information|on this|coverage),? (?:visit|see|go to|follow|click|check).{3,80}",
            r"latest (?:from|on|in) (?:the )?[\w ]{2,30}",
            r"powered by [\w .]{2,30}",
            r"theme by [\w .]{2,30}",
            r"\d+(?:[.,]\d+)?k? (?:shares?|likes?|retweets?|tweets?|views?|reactions?)",
            r"sort (?:by|comments) .{3,20}",
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
            r"[|\s]*©.{3,160}",
            r"(?:تابعنا|تابعونا|تابعوا)(?: على| عبر| في)? ?:?",
            r"(?:contains|warning:?|caution:?|attention:?) (?:distressing|graphic|disturbing|violent)\b.{0,60}",
            r"(?:click|tap|swipe) (?:on )?(?:the |an? )?(?:image|photo|picture|icon|arrow|map)s? (?:to|for) .{3,60}",
        ),
        longest=270,
        takes=(
            "This is an archived story and what it says may be outdated. See the time stamp.",
            "Check Also",
            "Search This Blog",
            "Posts Tagged ‘Aleppo’",
            "Tag Archives: Aleppo",
            "Channel: Iraq",
            "News ID: 204512 -",
            "7 + 2 =",
            "from Agency: World https://example.org/x1",
            "Contains distressing content.",
            "Condividi:",
            "Другие материалы",
            "Share it:",
            "UA EN RU",
            "Більше по темі:",
            "Contact the author at someone@example.org",
            "Latest from Levantia",
            "1.2K Shares",
            "« | Main | »",
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
            "Contact with the convoy was lost at noon, a driver said.",
            "Latest figures from the ministry show that bread is dear.",
            "Powered by a single engine, the boat crossed at night.",
        ),
    ),
    Rule(
        "page-run",
        Action.REMOVE,
        "The source of an image, or a run of networks with whatever stood before it.",
        patterns=(
            r"<(?:image|figure|video|audio|picture|source|svg|span|p|a|br|img)\b.{0,600}",
            r"\[?(?:image|img)\]?:? ?(?:https?|data):\S.{0,300}",
        ),
        seldom=(
            (
                r".{0,260}(?:\b(?:facebook|twitter|youtube|instagram|whatsapp|telegram|rss|linkedin)\b[ ,|"
                r"/]*){3,}.{0,30}"
            ),
        ),
        seldom_needs=("facebook", "twitter", "youtube", "instagram", "whatsapp", "telegram"),
        needs=("facebook", "twitter", "youtube", "instagram", "whatsapp", "telegram", "<", "image", "img"),
        longest=700,
        takes=('<image>data:image/png,abc alt="x"</image>', "22 July 2018 | Total: 140 Facebook Twitter Youtube"),
        leaves=("The image of the gate went round the world.", "Posts on Facebook, Twitter and Youtube were deleted."),
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
)
