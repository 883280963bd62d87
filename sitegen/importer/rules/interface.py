"""The words of a site's interface: what its buttons, forms and lists are called, in the languages of the news."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

INTERFACE_RULES: tuple[Rule, ...] = (
    Rule(
        "interface",
        Action.REMOVE,
        "The name of a button, a form or a list of the page: nobody reports in such words alone.",
        phrases=listed(
            """
            write a review | write a letter | suggest a correction | send a tip | send us a tip | have a news tip? |
            got a tip? | got a tip? email us | contact the newsroom | contact the editor | contact the author |
            available on google play | available on the app store | get it on google play | get the app | open in app |
            add us on google | follow us on google news | thanks for signing up! | thank you for subscribing |
            you have successfully subscribed | please check your inbox | check your inbox | i agree to the terms |
            i accept the privacy policy | by clicking you agree to our terms | create account | create an account |
            already registered? | forgot password? | forgot your password? | remember me | view profile |
            view all posts | view all posts by admin | all articles by this author | more by this author |
            more from this author | editorial team | editorial board | monitoring desk | web desk | last edited by |
            reading mode | reader mode | dark mode | light mode | night mode | text to speech | translate |
            translate this page | select language | choose language | change language | google translate |
            printer friendly version | printer-friendly version | print version | mobile version | desktop version |
            amp version | full version | full version of the site | version for the visually impaired | show captions |
            zoom image | zoom in | zoom out | credits | average rating | what's your reaction? | upvote downvote |
            upvote | downvote | love funny wow sad angry | explore | explore topics | topics a-z |
            today's headlines | today's top stories | top stories today | morning briefing | evening briefing |
            daily newsletter | weekly newsletter | daily briefing | editor's choice | editors' choice | staff picks |
            you may have missed | in case you missed it | also in the news | also in this section |
            why am i seeing this ad? | why this ad? | ad feedback | remove ads | scroll down for more |
            scroll to continue | swipe for next article | swipe left | previous slide | next slide | play again |
            replay | skip ad | subtitles | captions on | transcript | read transcript | read the transcript |
            show transcript | go to source | go to website | go to the source | visit website | visit the website |
            external link | external links | leave this field empty | not now | maybe later | no thanks | got it |
            votre avis | votre opinion | votre commentaire | signaler | écrire à l'auteur | contacter la rédaction |
            toute l'actualité | toute l'actu | l'actu en direct | l'actualité en direct | en continu | le fil info |
            le fil de l'info | fil info | fil d'actualité | dernières actualités | les articles les plus lus |
            les plus commentés | les plus partagés | à lire également | à découvrir aussi | à voir également |
            sur le web | ailleurs sur le web | contenus sponsorisés | contenu sponsorisé | offrir l'article |
            offrir cet article | adresse e-mail | adresse email | votre e-mail | mot de passe |
            mot de passe oublié ? | continuer sans accepter | tout refuser | version imprimable | lire plus tard |
            écouter l'article | mode lecture | agrandir | taille du texte |
            ihre meinung | deine meinung | was meinen sie? | kommentare anzeigen | kommentare laden | alle kommentare |
            kommentare lesen | leserbrief | leserbrief schreiben | leserbriefe | zur merkliste | auf die merkliste |
            zur merkliste hinzufügen | artikel versenden | artikel vorlesen | jetzt testen | jetzt lesen |
            bereits registriert? | passwort vergessen? | passwort vergessen | mehr aus dem ressort |
            aktuelle nachrichten | aktuelle meldungen | meistgelesene artikel | meist gelesen | meistgeklickt |
            top-themen | top-news | top-artikel | bildergalerie starten | video starten | video wird geladen |
            video abspielen | druckversion | schriftgröße | später lesen | e-mail-adresse |
            tu opinión | su opinión | danos tu opinión | mostrar comentarios | ocultar comentarios |
            corregir noticia | más en internacional | más en mundo | lo más visto | lo más compartido |
            lo más comentado | te recomendamos | te recomendamos leer | recomendamos leer | sigue leyendo |
            seguir leyendo | enviar por correo | enviar por email | enlace copiado | hazte suscriptor | hazte socio |
            aceptar cookies | aceptar todas | contraseña | ¿olvidaste tu contraseña? | versión para imprimir |
            tamaño de letra | escuchar noticia | guardar noticia |
            ваше мнение | ваш отзыв | показать комментарии | все комментарии | все новости раздела |
            все новости по теме | сейчас читают | сегодня читают | сейчас обсуждают | новости партнеров |
            новости сми2 | рекомендуем почитать | советуем почитать | следите за нами | добавить в избранное |
            в избранное | поделиться в соцсетях | поделитесь с друзьями | распечатать статью | версия для печати |
            версия для слабовидящих | размер шрифта | забыли пароль? | запомнить меня | реклама на сайте |
            ваша думка | ваш коментар | ваш відгук | показати коментарі | усі коментарі | усі новини розділу |
            зараз читають | сьогодні читають | новини партнерів | радимо почитати | стежте за нами | додати в обране |
            поділитися у соцмережах | поділитися з друзями | версія для друку | розмір шрифту | забули пароль? |
            رأيك يهمنا | شاركنا رأيك | عرض التعليقات | جميع التعليقات | كن أول من يعلق | أخبار ذات علاقة |
            موضوعات ذات صلة | أخبار متعلقة | الأكثر قراءة اليوم | الأكثر تعليقا | الأكثر مشاهدة اليوم |
            أهم الأخبار اليوم | أخبار اليوم | إرسال بالبريد | أرسل بالبريد | نسخة للطباعة | نسخة للطبع |
            حجم الخط | تكبير الخط | تصغير الخط |
            مساحة إعلانية | إعلانات | الصفحة السابقة | الصفحة التالية | تسجيل جديد | إنشاء حساب | نسيت كلمة المرور؟ |
            كلمة المرور | البريد الإلكتروني | حمل التطبيق | حفظ الخبر | الوضع الليلي
            """
        ),
        patterns=(
            (
                r"(?:post|leave|write|add|submit|share|send)(?: us)? (?:an? |your |the first )?"
                r"(?:review|opinion|feedback|reaction|thoughts|letter|story|tip)(?: here| below| now)?"
            ),
            (
                r"(?:postez|laissez|ecrivez|publiez|ajoutez|donnez|deposez|envoyez|partagez)"
                r"(?: un| votre| le premier)? (?:commentaire|avis|opinion|message|reaction|temoignage)s?"
            ),
            r"reagissez(?: a cet article| a l'article| ici)?|reagir a (?:cet|l')? ?article",
            (
                r"(?:schreiben|hinterlassen|verfassen|senden) sie (?:uns |einen |ihren |ihre |eine )?"
                r"(?:kommentar|meinung|nachricht|leserbrief)"
            ),
            (
                r"(?:deja|dejanos|escribe|envia|publica|danos|comparte|anade)(?: un| tu| su| el primer)? "
                r"(?:comentario|opinion|mensaje|valoracion)"
            ),
            (
                r"(?:напишите|оставьте|добавьте|отправьте)(?: свои| ваш| первыи| нам)? "
                r"(?:комментарии|отзыв|мнение|сообщение)"
            ),
            (
                r"(?:напишіть|залиште|додаите|надішліть)(?: свіи| ваш| першии| нам)? "
                r"(?:коментар|відгук|думку|повідомлення)"
            ),
            r"(?:اكتب|اضف|اترك|شاركنا|ارسل) (?:تعليقك|تعليقا|رايك|رسالتك)(?: هنا)?",
            r"(?:increase|decrease|change|reset|larger|smaller) (?:the )?(?:font|text)(?: size)?",
            (
                r"(?:turn on|turn off|enable|disable|allow|get|receive|manage) "
                r"(?:push |desktop |breaking news |browser )?notifications"
            ),
            (
                r"(?:report|flag)(?: an?| this)? (?:error|mistake|typo|abuse|ad|problem|comment|issue)"
                r"|signaler (?:une erreur|un abus|un probleme|un contenu)|une erreur ?\? contactez-nous"
                r"|fehler (?:melden|gefunden\??)|(?:reportar|informar de|avisar de) un error"
                r"|сообщить об ошибке|нашли (?:ошибку|опечатку)\?.{0,60}"
                r"|повідомити про помилку|знаишли (?:помилку|друкарську помилку)\?.{0,60}"
                r"|(?:ال)?(?:ابلاغ|ابلغ) عن (?:خطا|مشكله)"
            ),
            (
                r"(?:the )?most (?:viewed|commented|shared|popular|watched|emailed|discussed|read)"
                r"(?: (?:this week|today|now|stories|articles|news|posts|videos))?|popular (?:this week|now|today)"
            ),
            (
                r"(?:was|is) this (?:article|page|story|information|content) (?:helpful|useful|interesting)\?"
                r"(?: yes no)?"
                r"|did you (?:find|like) this (?:article|page|story|useful|helpful|interesting).{0,20}\?"
            ),
            r"(?:link )?opens in (?:a )?new (?:window|tab)",
            r"video (?:duration|length|time) ?:? ?\d.{0,24}",
            r"\d+ (?:photos?|images?|pictures?|points?)|pages? ?:? ?\d(?: \d){1,9}",
            r"(?:designed|developed|hosted) by [\w .&'-]{2,40}",
            r"comment(?:s|ing)? (?:is|are|has been|have been) (?:closed|disabled|turned off)(?: (?:for|on) .{2,40})?",
            r"we(?:'ve| have)? noticed (?:that )?you(?:'re| are) using an ad ?blocker.{0,120}",
            r"[^.!?]{0,70}(?:reservee?s?|exclusif|exclusive) (?:a|aux) (?:nos )?abonnes\.?",
            (
                r"(?:mis a jour|publie|aktualisiert|veroffentlicht|actualizado|publicado|обновлено|опубликовано|"
                r"оновлено|опубліковано)(?: il y a| vor| hace)? \d+ \w+(?: назад| тому)?"
            ),
            (
                r"this (?:post|article|story|content) (?:was|is) (?:created|submitted|contributed|sponsored|paid for|"
                r"produced) by (?:an? |our )?(?:member|user|contributor|reader|partner|advertiser|guest|sponsor)"
                r".{0,200}"
            ),
            r"mehr aus (?:der |dem |den )?[\w-]+",
            r"mas (?:en|sobre|de) (?:este tema|esta noticia|el tema|internacional|mundo)",
            r"\d+ [$€£] ?[\d.,]+",
        ),
        longest=280,
        takes=(
            "Write a review",
            "Postez un commentaire",
            "Réagissez à cet article",
            "Schreiben Sie einen Leserbrief",
            "Deja tu comentario",
            "Оставьте свой комментарий",
            "Залиште коментар",
            "أضف تعليقك",
            "Increase font size",
            "Turn on notifications",
            "Signaler une erreur",
            "الإبلاغ عن خطأ",
            "Most viewed this week",
            "Was this article helpful?",
            "Link opens in new window",
            "Video duration 1:23",
            "12 photos",
            "Designed by Example",
            "Commenting is closed",
            "We noticed you're using an ad blocker",
            "La lecture des articles est réservée aux abonnés.",
            "Mis à jour il y a 2 heures",
            "This post was created by a member of the community. Learn more.",
            "Mehr aus Ausland",
            "Más sobre este tema",
            "0 £0.00",
        ),
        leaves=(
            "Most popular of all was the mayor, residents said.",
            "The report was written by three doctors.",
            "12 photos show the bodies, the group said.",
            "Video length is no proof, the expert said.",
            "This post was taken by the army on Monday.",
            "The hospital is reserved for fighters.",
            "They have noticed that you are afraid, she said.",
            "Opinion in the town is divided.",
        ),
    ),
)
