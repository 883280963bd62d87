"""Lines of the page around the text: advertisements, navigation, other stories, shares."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|viber|linkedin|reddit|pinterest|tumblr|email|e-mail|"
    r"mail|print|copy link|messenger|instagram|youtube|tiktok|google\+?|google news|flipboard|"
    r"pocket|vk|vkontakte|ok|odnoklassniki|livejournal|skype|sms|rss|line|weibo|wechat|threads|"
    r"mastodon|bluesky|share|tweet|pin|like|save|bookmark|partager|teilen|drucken|imprimer|"
    r"compartir|imprimir|поделиться|поділитися|фейсбук|твиттер|твіттер|вконтакте|одноклассники|"
    r"телеграм|ватсап|вайбер|فيسبوك|تويتر|واتساب|تيليجرام|تلغرام|تليجرام|طباعه|مشاركه|لينكد ان|"
    r"ماسنجر|بريد الكتروني)"
)

PAGE_RULES: tuple[Rule, ...] = (
    Rule(
        "ad",
        Action.REMOVE,
        "An advertisement's place or label.",
        phrases=listed(
            """
            advertisement | advertisements | advertising | ad | ads | sponsored | sponsored content |
            paid content | promoted | promoted content | partner content | skip ad | report this ad |
            ad feedback | story continues below | story continues below advertisement |
            article continues below | article continues below advertisement |
            article continues after advertisement | article continues after this advertisement |
            continue reading below | continue reading the main story | scroll to continue | scroll for more
            | scroll down to continue | inread invented by teads | remove ads | learn more |
            from our partners | from our sponsors | you might be interested in | taboola | outbrain |
            by taboola | publicite | annonce | la suite apres la publicite | la suite apres cette publicite
            | la suite de cet article apres la publicite | contenu sponsorise | anzeige | werbung |
            werbung wird geladen | hier weiterlesen | nach der anzeige weiterlesen | gesponsert | publicidad
            | anuncio | anuncios | contenido patrocinado | la noticia continua despues de la publicidad |
            sigue leyendo despues de la publicidad | реклама | на правах рекламы | партнерский материал |
            продолжение ниже | реклама на сайте | спонсорский материал | на правах реклами |
            партнерський матеріал | продовження після реклами | اعلان | اعلانات | إعلان ممول | اعلان ممول |
            محتوى مدعوم | يستمر المقال بعد الاعلان | reklam
            """
        ),
        patterns=(
            r"(?:[\[(]?/?ad[ _-]?\d+[\])]?)+",
            r"(?:story|article|content) continues (?:below|after).{0,40}",
            (
                r"(?:advertisement|publicite|anzeige|werbung|publicidad|реклама)[ -]*(?:advertisement|"
                r"publicite|anzeige|werbung|publicidad|реклама|scroll.{0,40}|continue.{0,40}|close|x|"
                r"story.{0,40}|-.{0,30})"
            ),
            r"(?:hide|close|skip|why this|report) (?:this )?ad(?:vertisement)?s?",
            r"sponsored (?:by|links?|stories|content).{0,60}",
            r"ads? by .{2,30}",
            r"\(?adsbygoogle ?=.*",
            r"googletag\.cmd.*",
        ),
        labels=("[ad_1]", "[ad_2]"),
        glued=None,
        takes=(
            "[ad_1]",
            "[ad_2]",
            "Advertisement",
            "Story continues below advertisement",
            "Publicité",
            "ANZEIGE",
            "РЕКЛАМА",
            "إعلان",
            "PUBLICIDAD",
        ),
        leaves=("[IS]", "Advertisements for fighters appeared online.", "Реклама боевиков появилась в сети вчера."),
    ),
    Rule(
        "navigation",
        Action.REMOVE,
        "A way through the site that the text came from.",
        phrases=listed(
            """
            prev post | next post | previous post | previous article | next article | previous story |
            next story | previous | next | prev | home | menu | main menu | skip to content |
            skip to main content | skip to navigation | skip links | jump to content | back to top |
            return to top | go to top | back | back to home | go back | search | search for | log in | login
            | sign in | sign up | register | my account | sign out | log out | contact us | contact |
            about us | about | advertise with us | advertise | sitemap | site map | site index | more |
            load more | show more | see more | view more | view all | see all | show less | read less |
            view comments | newsletters | newsletter | subscribe | videos | podcasts | opinion | sports |
            sport | business | entertainment | lifestyle | weather | world | world news | news | politics |
            middle east | africa | asia | europe | us | uk | international | breaking news | breaking |
            latest | latest news | top stories | trending now | live updates | live news | headlines |
            edition | toggle navigation | open menu | close menu | expand | collapse | table of contents |
            contents | in this article | on this page | print edition | e-paper | epaper | accueil |
            rechercher | recherche | aller au contenu | aller au contenu principal | article precedent |
            article suivant | precedent | suivant | retour en haut | haut de page | se connecter | connexion
            | mon compte | s'identifier | contactez-nous | qui sommes-nous | plan du site | edition du jour
            | перейти в медиабанк | normas | slideshow | a la une | voir plus | afficher plus | startseite |
            suche | suchen | zum inhalt springen | zum hauptinhalt springen | nach oben | vorheriger artikel
            | nachster artikel | zuruck | weiter | vorheriger beitrag | nachster beitrag | anmelden |
            einloggen | registrieren | impressum | kontakt | uber uns | mehr anzeigen | nachrichten | inicio
            | portada | buscar | saltar al contenido | ir al contenido | articulo anterior |
            articulo siguiente | anterior | siguiente | volver arriba | iniciar sesion | contacto |
            quienes somos | ver mas | ultimas noticias | noticias | mapa del sitio | главная | на главную |
            меню | поиск | перейти к содержимому | перейти к содержанию | наверх | вверх | назад | вперед |
            предыдущая статья | следующая статья | предыдущая запись | следующая запись | предыдущая новость
            | следующая новость | войти | вход | регистрация | контакты | о нас | о проекте | показать еще |
            загрузить еще | еще | все новости | последние новости | лента новостей | новости | головна |
            пошук | перейти до вмісту | перейти до контенту | нагору | попередня стаття | наступна стаття |
            попередній запис | наступний запис | попередня новина | наступна новина | увійти | вхід |
            реєстрація | про нас | показати ще | більше новин | усі новини | всі новини | останні новини |
            стрічка новин | новини | الرئيسيه | الصفحه الرئيسيه | القائمه | بحث | ابحث | تخطي الى المحتوى |
            انتقل الى المحتوى | المقال السابق | المقال التالي | السابق | التالي | الخبر السابق |
            الخبر التالي | العوده الى الاعلى | الى الاعلى | تسجيل الدخول | اتصل بنا | من نحن | المزيد |
            عرض المزيد | تحميل المزيد | اخر الاخبار | الاخبار | اخبار | عاجل | خريطه الموقع
            """
        ),
        patterns=(
            r"(?:home|accueil|startseite|inicio|главная|головна|الرئيسيه)(?: ?[>»/›|\\] ?[^.!?]{1,120})+",
            (
                r"(?:<|«|‹|←|<<)? ?(?:prev(?:ious)?|next|older|newer)(?: (?:post|article|story|page|entry|"
                r"entries|posts))?s?(?: ?[:|] .{3,160})?(?: ?(?:>|»|›|→|>>))?"
            ),
            r"page \d+(?: of \d+)?",
            r"\d+ (?:of|/|из|sur|von|de|من) \d+",
            r"(?:skip|jump) to .{3,30}",
            r"(?:previous|next)(?: post| article| story)?(?: navigation)?: ?.{3,160}",
            (
                r"post navigation|beitragsnavigation|navigation de l'article|navegacion de entradas|навигация "
                r"по записям|навігація записів|تصفح المقالات"
            ),
            r"(?:1|«|<)(?: ?[|.] ?| )(?:2|3)(?:[ |.\d]|next|»|>)*",
        ),
        seldom=(r"[\w &'-]{2,30}(?: ?[>»›] ?[\w &',:-]{2,60}){2,8}",),
        seldom_needs=(">", "»", "›"),
        takes=(
            "Prev Post",
            "Next Post",
            "Home > World > Middle East",
            "Skip to content",
            "Article précédent",
            "Nächster Artikel",
            "Следующая новость",
            "المقال السابق",
            "← Previous: Army enters Hajin",
            "Page 1 of 3",
            "Увійти",
            "Volver arriba",
        ),
        leaves=(
            "Next, the troops moved east.",
            "Home to 20,000 people, the camp is crowded.",
            "Back in Damascus, officials were silent.",
            "Previous attempts at a truce failed.",
        ),
    ),
    Rule(
        "related",
        Action.REMOVE,
        "A pointer to other stories.",
        phrases=listed(
            """
            read more | read also | also read | related | related articles | related stories | related posts
            | related news | related content | related links | related coverage | related article |
            related story | related items | related video | related videos | see also | more on this story |
            more on this topic | more on this | more from this section | more stories | more news |
            more from | you may also like | you might also like | you may like | recommended |
            recommended for you | recommended stories | recommended reading | recommended articles |
            most read | most popular | most viewed | most shared | popular | popular posts | trending |
            trending stories | top stories | don't miss | editor's picks | editors' picks | editor's pick |
            what to read next | keep reading | further reading | around the bbc | elsewhere on the bbc |
            top picks | must read | must reads | in case you missed it | latest stories | recent posts |
            recent articles | similar articles | similar posts | more like this | what others are reading |
            from the web | around the web | analysis | features | read next | up next | lire aussi |
            a lire aussi | a lire | lire la suite | voir aussi | a voir aussi | sur le meme sujet |
            dans la meme rubrique | articles lies | articles similaires | les plus lus |
            pour aller plus loin | a decouvrir | en savoir plus | lire plus | mehr zum thema |
            lesen sie auch | lesen sie mehr | mehr dazu | weitere artikel | weiterlesen |
            das konnte sie auch interessieren | auch interessant | meistgelesen | verwandte artikel |
            ahnliche artikel | lesen sie hier mehr | mehr lesen | empfohlen | leer mas | lea tambien |
            lee tambien | te puede interesar | le puede interesar | ver tambien | mas informacion |
            noticias relacionadas | articulos relacionados | contenido relacionado | lo mas leido |
            mas leidas | tambien te puede interesar | recomendados | recientes | lo mas reciente | lo ultimo |
            no te pierdas | recents | plus recents | most recent | neueste beitrage | читайте также | читайте еще |
            читать далее | читать также | смотрите также | смотри также | по теме | материалы по теме |
            похожие статьи | похожие материалы | похожие новости | новости по теме | самое читаемое |
            популярное | рекомендуем | подробнее | еще по теме | другие новости | читайте також | читайте ще
            | дивіться також | дивись також | за темою | матеріали за темою | схожі статті | схожі новини |
            новини за темою | популярне | найпопулярніше | рекомендуємо | детальніше | читати далі |
            інші новини | اقرا ايضا | اقرا المزيد | اقرا ايضاً | مواضيع ذات صله | مقالات ذات صله |
            اخبار ذات صله | شاهد ايضا | قد يعجبك ايضا | الاكثر قراءه | الاكثر مشاهده | ذات صله | للمزيد |
            موضوعات متعلقه | مواضيع مشابهه | انظر ايضا | طالع ايضا
            """
        ),
        patterns=(
            (
                r"(?:read more|read also|also read|read|see also|see more|related|related article|related "
                r"story|related articles|related stories|related news|more|more on this|more news|watch|watch "
                r"also|listen|don't miss|must read|recommended|recommended reading|know more|"
                r"look also|see as well|read too|opinion|analysis|explainer|"
                r"explained|in pictures|video|live updates|background|also on rt\.com|editor's pick|what to "
                r"read next|up next|key points|in case you missed it|further reading|learn more)(?: more)?(?: "
                r"?[:|»>→]+| [-–—]) ?.{8,220}"
            ),
            (
                r"(?:читати далі|читать далее|continue reading|weiterlesen|lire la suite|seguir leyendo|lire aussi|"
                r"a lire aussi|lire|a lire|voir aussi|a voir aussi|lire egalement|a lire "
                r"egalement|sur le meme sujet|lire notre .{3,30}|mehr zum thema|lesen sie auch|lesen sie|"
                r"lesen sie mehr|mehr dazu|siehe auch|lesen sie hier|leer mas|lea tambien|lee tambien|lea mas|"
                r"(?:tambien )?te puede interesar|le puede interesar|vea tambien|ver tambien|tambien lea|"
                r"mas informacion|"
                r"читайте также|читайте еще|читать также|читайте|смотрите также|смотрите|по теме|подробнее|"
                r"также по теме|читайте також|читайте ще|дивіться також|читайте за темою|більше на тему|"
                r"детальніше|докладніше|اقرا ايضا|اقرا المزيد|شاهد ايضا|اقرا|مواضيع ذات صله|للمزيد|طالع ايضا|"
                r"انظر ايضا|اقرا كذلك) ?(?:[:|»>→–—-]+|sur|en|в|про) ?.{5,240}"
            ),
            (
                r"(?:lire aussi|a lire aussi|lesen sie auch|lea tambien|lee tambien|te puede interesar|"
                r"читайте также|читайте також|смотрите также|дивіться також|اقرا ايضا|شاهد ايضا|also read|"
                r"read also|اقرا المزيد|مواضيع ذات صله) .{8,200}"
            ),
            r"(?:click|tap) here (?:to|for) .{3,100}",
            r"[►▶▸➤→⏩👉🔴»>] ?\w.{8,200}(?<![.])",
            r"(?:read|find out|see|learn) more (?:about|on|from|at|here|in|stories|news).{0,100}(?<![.!?])",
            (
                r"(?:more from|more on|more about|also on|elsewhere on|elsewhere in|you may also be "
                r"interested in|you might also be interested in|more in|latest in|trending on|popular on|best "
                r"of|watch more|explore more)(?: [\w .'&:-]{2,50})?"
            ),
            (
                r"(?:more|latest|all|other) (?:stories|news|articles|posts|coverage|headlines)(?: (?:from|by|"
                r"on|about|in) [\w .'-]{2,50})?"
            ),
            (
                r"(?:follow|see|read) (?:all )?(?:our|the latest|the) (?:full |live |latest |complete "
                r")?(?:coverage|updates|blog|live blog|stories).{0,80}"
            ),
            r"read (?:the )?(?:full|complete|whole) (?:story|article|report|text|interview).{0,60}",
        ),
        longest=260,
        takes=(
            "Read more:",
            "READ MORE: Syria war: What you need to know",
            "Lire aussi : Syrie, l'armée avance vers l'est",
            "Mehr zum Thema",
            "Lesen Sie auch: Der Kampf um Idlib",
            "Читайте также: Взрыв в Алеппо",
            "اقرأ أيضا",
            "اقرأ أيضا: معارك عنيفة في الريف",
            "You may also like",
            "Te puede interesar: La guerra en Siria",
            "Читайте також: Вибух у місті",
            "Related: Five things to know about the truce",
            "►Who was the general, and why did he flee?",
        ),
        leaves=(
            "More than 20 people were killed.",
            "Read the statement to the court, he was told.",
            "Analysis of the samples took a week.",
            "Related violence killed ten people in the north.",
            "Watching the bridge was their task.",
        ),
    ),
    Rule(
        "share",
        Action.REMOVE,
        "Buttons to pass the page on.",
        phrases=listed(
            """
            share this | share this with | share this article | share this story | share this post |
            share this page | share | shares | share on | share via | share with | share article |
            share link | tweet | tweet this | email this | print this | print | email | print this article |
            email this article | copy link | copy this link | link copied | link copied! | copy | save |
            save article | bookmark | bookmark this | follow us | like us | like | follow | following |
            comment | share on social media | spread the word | spread the love | social sharing | like this
            | like loading... | like loading | share save | partager | partager l'article | partage |
            partage desactive | envoyer par e-mail | envoyer a un ami | ajouter a vos selections |
            ajouter aux favoris | contribuer | reutiliser ce contenu | partager cet article | imprimer |
            envoyer | envoyer par mail | copier le lien | suivez-nous | enregistrer | teilen |
            artikel teilen | drucken | merken | link kopieren | folgen sie uns | per mail versenden |
            beitrag teilen | compartir | comparte | compartir articulo | compartir en | imprimir |
            copiar enlace | siguenos | guardar | поделиться | поделитесь | поделиться с друзьями |
            поделиться новостью | поделиться ссылкой | скопировать ссылку | распечатать | печать |
            подписывайтесь на нас | мы в соцсетях | поділитися | поділитись | поділіться |
            скопіювати посилання | роздрукувати | друк | підписуйтесь на нас | ми в соцмережах | شارك |
            شارك المقال | شارك الخبر | مشاركه | شارك على | شاركها | تابعنا | تابعونا | نسخ الرابط |
            انسخ الرابط | طباعه | ارسال | حفظ
            """
        ),
        patterns=(
            r"(?:thanks!? ?)?(?:please )?share (?:it|this) with (?:your )?(?:friends|family|network|others)\b.{0,30}",
            r".{0,60}(?:close button|copy to clipboard)(?: ?copied)?",
            rf"(?:share[:]? ?)?{_NETWORKS}(?:[ ,|/•·]+{_NETWORKS})*(?: \d+)?",
            (
                rf"(?:share|tweet|pin|post|send|email|like|follow us|follow|partager|teilen|compartir|"
                rf"поделиться|поділитися|شارك|مشاركه|comparte|find us|join us|like us|connect with us|"
                rf"suivez-nous|folgen sie uns|siguenos|подписывайтесь|підписуйтесь|мы|ми|تابعنا|تابعونا)(?: "
                rf"(?:this|it|on|via|to|with|by|sur|auf|per|en|por|в|на|у|через|على|عبر|in|the|story|article|"
                rf"page|post))* ?:? ?{_NETWORKS}(?:[ ,|/•·]+(?:and |et |und |y |и |та |و ?)?{_NETWORKS})*(?: "
                rf"\(opens in new window\))?[.!]?"
            ),
            (
                rf"(?:auf|per|via|en|por|sur|par|у|в|на|через|على|عبر) {_NETWORKS} (?:teilen|versenden|senden|"
                rf"compartir|partager|поделиться|поділитися|مشاركه|شارك)"
            ),
            r"click (?:here )?to (?:share|email|print|tweet|follow|copy|open|expand|enlarge).{0,80}",
            (
                r"\d+ ?(?:shares?|tweets?|likes?|partages|mal geteilt|retweets?)(?: \d+ ?(?:shares?|tweets?|"
                r"likes?|comments?))*"
            ),
            r"(?:shares?|likes?|tweets?|comments?|partages) ?:? ?\d+",
            r"share (?:this|the) (?:article|story|page|post|link|video|news)(?: (?:on|with|via|to) .{0,60})?",
            (
                r"(?:follow|like|find|join) (?:us|me|him|her|the author|@?[\w. ]{2,40}) on (?:our )?[\w, "
                r"&/@.]{2,60}[.!]?"
            ),
            (
                r"(?:suivez|suivez-nous|folgen sie|siguenos|sigue a|подпишитесь|подписывайтесь|підписуйтесь|"
                r"підпишіться|следите за|стежте за|تابعنا|تابعونا|تابعوا|اشترك في|انضم الى|انضموا "
                r"الى)\b.{0,120}(?:facebook|twitter|instagram|telegram|whatsapp|viber|youtube|telegram-канал|"
                r"телеграм|фейсбук|вконтакте|дзен|google|новостями|новинами|канал\w*|فيسبوك|تويتر|تلغرام|"
                r"تيليغرام|واتساب|قناتنا|يوتيوب|انستغرام)\b.{0,60}"
            ),
            r"(?:like|love) (?:this|our) (?:article|story|page|content).{0,80}",
            r"share (?:if|with your) .{3,40}",
            r"join (?:(?:the|our|over|more than|all) )*\d[\d.,]* ?(?:million|thousand|k|m)?\+? [\w' ]{3,60}.{0,60}",
        ),
        longest=200,
        takes=(
            "Thanks! Share it with your friends!",
            "Copy the linkCopy to clipboardCopied",
            "Share this with",
            "Facebook Twitter WhatsApp Email",
            "Click to share on Twitter (Opens in new window)",
            "Follow us on Facebook and Twitter",
            "Partager sur Facebook",
            "Auf Facebook teilen".replace("Auf Facebook teilen", "Teilen auf Facebook"),
            "Поделиться",
            "Поділитися у Facebook",
            "شارك على فيسبوك",
            "12 Shares",
            "Join the over 1.4 million fans of Valley News",
            "Подписывайтесь на наш Telegram-канал",
            "Compartir en WhatsApp",
        ),
        leaves=(
            "They share it with their neighbours, a resident said.",
            "Share prices fell after the strike.",
            "He told Facebook users to stay at home.",
            "Followers of the cleric gathered.",
            "Like many others, he fled.",
        ),
    ),
)
