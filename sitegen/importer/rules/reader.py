"""Lines that speak to the reader of the page: newsletters, donations, walls, cookies, legal words, comments, embeds."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

READER_RULES: tuple[Rule, ...] = (
    Rule(
        "paywall",
        Action.REMOVE,
        "A barrier before the rest of the text.",
        phrases=listed(
            """
            already a subscriber? | already a subscriber | already have an account? | already a member? |
            subscribers only | for subscribers only | premium | premium content | exclusive content |
            members only | continue reading | reserve aux abonnes | article reserve aux abonnes |
            deja abonne ? | deja abonne | abonnes | nur fur abonnenten | plus-artikel | bereits abonnent? |
            solo para suscriptores | contenido exclusivo para suscriptores | только для подписчиков |
            тільки для підписників | для підписників | للمشتركين فقط
            """
        ),
        patterns=(
            (
                r"(?:subscribe|sign in|log in|register|create (?:a |an )?(?:free )?account|become a "
                r"subscriber|to continue|to read|to keep reading|please log in|please sign in|please register|"
                r"please subscribe)\b.{0,60}\b(?:to (?:continue|read|access|view|unlock|keep)|continue "
                r"reading|full article|full access|unlimited access|rest of (?:this|the)|this article|the "
                r"full|keep reading|unlimited).{0,140}"
            ),
            (
                r"(?:this|the) (?:article|content|story|page|post|full text) is (?:for|only (?:for|available)|"
                r"available (?:only )?(?:to|for)|reserved|exclusive|restricted|locked|premium).{0,110}"
            ),
            (
                r"you(?:'ve| have)? (?:\w+ ){0,3}(?:reached|read|used|hit|exceeded|viewed|have "
                r"\d+)\b.{0,40}(?:limit|free articles?|articles? (?:left|remaining)|monthly).{0,110}"
            ),
            r"(?:already (?:a |have )?(?:subscriber|subscribed|member|registered|an account|subscription)).{0,60}",
            (
                r"(?:il vous reste|cet article est (?:reserve|payant)|la suite est reservee|pour lire la "
                r"suite|lisez la suite|vous avez deja un compte|acces illimite|la lecture de cet "
                r"article).{0,160}"
            ),
            (
                r"(?:dieser artikel ist (?:nur|exklusiv)|weiterlesen mit|jetzt weiterlesen|um weiterzulesen|"
                r"sie haben (?:bereits|diese ausgabe)|lesen sie diesen artikel|den vollstandigen artikel lesen sie|"
                r"melden sie sich (?:an|mit)|sie lesen die vorschau|exklusiv fur abonnenten).{0,160}"
            ),
            (
                r"(?:este contenido es (?:exclusivo|solo)|para (?:seguir|continuar) leyendo|contenido "
                r"exclusivo|ya eres suscriptor|inicia sesion para|has alcanzado el limite).{0,140}"
            ),
            (
                r"(?:чтобы (?:читать|прочитать|продолжить)|доступ(?:но|ен)? только|полный текст доступен|эта "
                r"статья доступна|материал доступен).{0,140}"
            ),
            (
                r"(?:щоб (?:читати|прочитати|продовжити)|доступно (?:лише|тільки)|повний текст доступний|ця "
                r"стаття доступна|матеріал доступний).{0,140}"
            ),
            r"(?:لمتابعه القراءه|للاطلاع على (?:المقال|بقيه)|هذا المحتوى (?:للمشتركين|متاح)|هذا المقال متاح).{0,120}",
        ),
        longest=300,
        takes=(
            "Subscribe to continue reading",
            "This article is for subscribers only.",
            "You have reached your limit of free articles.",
            "Already a subscriber? Log in",
            "Article réservé aux abonnés",
            "Dieser Artikel ist nur für Abonnenten",
            "Чтобы читать дальше, оформите подписку",
            "Para seguir leyendo, suscríbete",
            "Log in to read the full article",
        ),
        leaves=(
            "This article is the first that bans the weapon, the treaty says.",
            "The article of the law is clear.",
            "You have reached the border, a soldier told them.",
            "To continue the fight they need fuel.",
        ),
    ),
    Rule(
        "newsletter",
        Action.REMOVE,
        "A plea to subscribe to letters, alerts, an app.",
        phrases=listed(
            """
            subscribe | subscribe now | subscribe today | sign up | sign up now | enter your email |
            enter your email address | your email address | email address | your email | get alerts |
            download our app | download the app | get the app | manage newsletters |
            thank you for subscribing | thanks for signing up | check your inbox | s'abonner | abonnez-vous
            | inscrivez-vous | s'inscrire | je m'abonne | votre adresse e-mail | abonnieren |
            jetzt abonnieren | newsletter abonnieren | jetzt anmelden | suscribete | suscribirse |
            suscribase | suscripcion | подписаться | подписаться на рассылку | подписка | підписатися |
            підписка | підписатись | اشترك | اشترك الان | اشترك في النشره البريديه | النشره البريديه
            """
        ),
        patterns=(
            (
                r"(?:suscribete|suscribase|abonnez-vous|subscribe|abonnieren sie|jetzt abonnieren|подпишитесь|"
                r"підпишіться|اشترك|s'abonner)(?: (?:a|to|now|today|here|на|en|fur|pour|for|"
                r"in)\b[^.!?]{0,60})?"
            ),
            (
                r"(?:please )?(?:sign up|signup|subscribe|register|join)(?: here| now| today| free| for "
                r"free)? (?:for|to|and|up)\b.{0,60}(?:newsletter|newsletters|email|e-mail|updates|alerts|"
                r"briefing|daily|inbox|digest|channel|podcast|notifications|bulletin|mailing list|"
                r"our).{0,160}"
            ),
            (
                r"(?:get|receive|want|never miss|don't miss|stay (?:up to date|informed|updated|on top)|keep "
                r"up)\b.{0,90}(?:newsletter|inbox|email|e-mail|app|alerts|notifications|breaking news|latest "
                r"news|top stories|headlines|straight to|delivered|our stories|a story|updates).{0,120}"
            ),
            r"download (?:the|our) (?:.{2,60} )?app\b.{0,80}",
            (
                r"(?:never|don't|do not) miss (?:a|an|another|any|the next) (?:\w+ ){0,2}"
                r"(?:story|post|update|article|headline)\.?"
            ),
            r"start your (?:day|morning|week) with.{2,60}",
            (
                r"(?:получайте|узнавайте|отримуйте|дізнавайтесь|recibe|recevez|ricevi|receba|ontvang|erhalten "
                r"sie)\b.{4,140}"
            ),
            r"(?:by (?:signing up|subscribing|entering|submitting|registering|providing)),? (?:you|i)\b.{0,260}",
            r"(?:you can |to )?unsubscribe (?:at any time|anytime|any time|from).{0,80}",
            r"(?:this site is )?protected by recaptcha.{0,140}",
            r"join \d[\d,.]*k? (?:other )?(?:subscribers|readers|followers).{0,60}",
            r"join (?:our|the) (?:[\w' ]{2,30} )?(?:whatsapp|telegram|viber|discord|mailing list|channel).{0,80}",
            r"(?:invalid|please enter a valid) e?-?mail.{0,60}",
            r"something went wrong.{0,60}try again.{0,40}",
            r"(?:abonnez-vous|inscrivez-vous|recevez|telechargez|s'abonner a)\b.{0,200}",
            (
                r"(?:abonnieren sie|melden sie sich|jetzt (?:kostenlos )?(?:anmelden|abonnieren|registrieren)|"
                r"newsletter)\b.{0,160}"
            ),
            (
                r"(?:suscribete|suscribase|registrate|recibe|reciba|descarga|apuntate)\b.{0,40}(?:newsletter|"
                r"boletin|boletines|correo|noticias|app|aplicacion|canal|gratis|alertas|nuestr[oa]s?).{0,120}"
            ),
            (
                r"(?:подпишитесь|подписывайтесь|подписаться|оформите подписку|получайте|скачайте|"
                r"установите)\b.{0,40}(?:рассылк|новост|канал|приложени|уведомлени|подписк|обновлени).{0,120}"
            ),
            (
                r"(?:підпишіться|підписуйтесь|підписуйтеся|отримуйте|завантажте|"
                r"підписатися)\b.{0,40}(?:розсилк|новин|канал|застосун|додат|сповіщен|оновлен).{0,120}"
            ),
            (
                r"(?:اشترك|اشتركوا|سجل|سجلوا|احصل على|حمل|حملوا|تابع|انضم)\b.{0,40}(?:النشره|نشرتنا|البريد|"
                r"التطبيق|تطبيق|القناه|قناتنا|الاخبار|الاشعارات|اخر).{0,120}"
            ),
        ),
        seldom=(
            (
                r"[^.!?\"]{0,80}[:—–-] ?(?:подпишитесь|подписывайтесь|следите|читайте|підпишіться|підписуйтесь|"
                r"стежте|читайте|подписка) "
                r"[^.!?]{2,40}(?:канал|telegram|телеграм|рассылк|розсилк|новост|новин|viber|google|дзен).{0,60}"
            ),
            (
                r".{0,200}\b(?:siguenos|suscribete|suscribase|suscribirte|abonnez-vous|suivez-nous|folgen sie uns|"
                r"abonnieren sie|подпишитесь|"
                r"подписывайтесь|підпишіться|підписуйтесь|تابعونا|اشتركوا|seguici|iscriviti|siga-nos|inscreva-se|"
                r"volg ons|takip edin|abone "
                r"olun)\b.{0,120}"
            ),
            (
                r"[^\"]{0,120}\b(?:заходите|добавляйте|присоединяйтесь|вступайте|присылайте|пишите|долучайтесь|"
                r"приєднуйтесь|заходьте|надсилайте)\b"
                r"[^\"]{0,120}"
            ),
        ),
        seldom_needs=listed(
            """
            подпишитесь | подписывайтесь | следите | читайте | підпишіться | підписуйтесь | стежте | подписка |
            siguenos | suscrib | abonnez-vous | suivez-nous | folgen sie uns | abonnieren sie | تابعونا | اشتركوا |
            seguici | iscriviti | siga-nos | inscreva-se | volg ons | takip edin | abone olun |
            заходите | добавляйте | присоединяйтесь | вступайте | присылайте | пишите | долучайтесь | приєднуйтесь |
            заходьте | надсилайте
            """
        ),
        longest=320,
        takes=(
            "Sign up for our daily newsletter",
            "Subscribe to our newsletter to get the day's stories",
            "Get the latest news delivered to your inbox",
            "Download our app to stay informed",
            "Abonnez-vous à notre newsletter",
            "Newsletter abonnieren",
            "Suscríbete a nuestro boletín",
            "Подпишитесь на нашу рассылку",
            "Підпишіться на нашу розсилку новин",
            "اشترك في نشرتنا البريدية",
            "By signing up, you agree to our terms",
            "Узнавайте новости первыми: подпишитесь на канал «Город» в Telegram.",
        ),
        leaves=(
            "Men were forced to sign up for the army, residents said.",
            "Subscribers to the truce met in Geneva.",
            "Register offices in the city were closed.",
            "Receive them well, he told the villagers.",
        ),
    ),
    Rule(
        "donation",
        Action.REMOVE,
        "A plea for money for the publisher.",
        phrases=listed(
            """
            donate | donate now | support us | support our work | support our journalism | become a member |
            become a supporter | become a patron | make a donation | make a contribution | buy me a coffee |
            support independent journalism | give now | faire un don | soutenez-nous | je fais un don |
            spenden | jetzt spenden | unterstutzen sie uns | haz una donacion | donar | apoyanos |
            hazte socio | поддержать | поддержать нас | поддержите нас | поддержать проект | помочь проекту
            | підтримати | підтримати нас | підтримайте нас | підтримати проєкт | تبرع | تبرع الان | ادعمنا
            """
        ),
        patterns=(
            (
                r"(?:please )?(?:donate|contribute|support|consider (?:supporting|donating|making|becoming|a "
                r"donation)|help us|help support|become a (?:member|patron|supporter|"
                r"subscriber))\b.{0,80}\b(?:our (?:work|journalism|reporting|newsroom|mission|site|"
                r"independent)|journalism|us\b|paypal|patreon|today|tax-deductible|as little as|"
                r"reader-supported|monthly|independent media).{0,160}"
            ),
            (
                r"(?:we (?:rely|depend) on|we are (?:reader-funded|reader-supported|funded by|a non-?profit)|"
                r"we need your (?:help|support)|your (?:support|donation|contribution) (?:helps|makes|will|"
                r"enables|allows|keeps)|if you (?:like|value|enjoy|appreciate) (?:our|this|what)).{0,220}"
            ),
            r"(?:soutenez|faites un don|aidez-nous)\b.{0,140}",
            r"(?:unterstutzen sie (?:uns|unser|unsere|unseren|den unabhangigen)|mit ihrer spende)\b.{0,140}",
            (
                r"(?:apoya|apoye|ayudanos|haz tu donacion|colabora con)\b.{0,30}(?:periodismo|nuestro|nuestra|"
                r"donacion|socio).{0,110}"
            ),
            r"(?:поддержите|поддержать|помогите)\b.{0,40}(?:проект|редакци|журналист|издани|нас|сайт|донат).{0,110}",
            (
                r"(?:підтримайте|підтримати|допоможіть)\b.{0,40}(?:про[єе]кт|редакці|журналіст|видання|нас|"
                r"сайт|донат).{0,110}"
            ),
            (
                r"(?=.*(?:нашу|нас\b|нашої|нашого|вашої|ваша|вашей|вашу)).{0,120}(?:незалежн|независим|існуванн|работу|"
                r"роботу|редакц)\w*\b.{0,60}(?:підтримк|поддержк|донат|внесок|взнос)\w*.{0,60}"
            ),
            r"(?:تبرع|تبرعوا|ادعم|ادعموا|ساهم)\b.{0,30}(?:لنا|موقعنا|عملنا|صحافه|الصحافه|مشروعنا).{0,90}",
        ),
        seldom=(
            r".{0,120}\bplease support (?:the|this|our|us)\b.{0,600}",
            r".{0,200}\b(?:paypal|patreon)\b.{0,500}",
        ),
        seldom_needs=("please support", "paypal", "patreon"),
        longest=700,
        takes=(
            "Наша редакція працює завдяки вам. Нашу незалежність береже тільки ваша підтримка",
            "Support our journalism today",
            "Please consider donating to keep our reporting free",
            "Your support helps us report from Syria",
            "Soutenez un journalisme indépendant",
            "Поддержите проект",
            "Підтримайте нас донатом",
            "Jetzt spenden",
        ),
        leaves=(
            "Працівники редакції просили про підтримку міста.",
            "Donors pledged 4.4bn dollars for refugees.",
            "Support for the rebels fell.",
            "Help us, the residents shouted.",
            "Contribute troops, the envoy told them.",
        ),
    ),
    Rule(
        "consent",
        Action.REMOVE,
        "A box that asks whether content from elsewhere may be shown, and what that means for privacy.",
        patterns=(
            (
                r"(?:wir (?:benotigen|brauchen) (?:ihre|deine)|mit (?:ihrer|deiner)) (?:zustimmung|einwilligung)\b"
                r".{0,200}"
                r"|(?:durch|mit) (?:einen |einem |dem )?klick auf .{0,60}(?:zustimm|einwillig|einverstanden|"
                r"datenschutz|personenbezogen)\w*.{0,200}"
                r"|[^.!?]{0,80}\bpersonenbezogene daten\b.{0,240}"
                r"|(?:an dieser stelle finden sie|dieser) (?:einen )?extern\w+ inhalt\w*.{0,160}"
            ),
            (
                r"we need your (?:consent|permission) to (?:load|show|display).{0,160}"
                r"|by clicking (?:on )?.{0,40}you (?:agree|consent|accept).{0,200}"
                r"|(?:this|the) (?:content|video|post|embed) is (?:blocked|hidden|provided) .{0,60}"
                r"(?:privacy|consent|third[- ]party|settings).{0,120}"
            ),
            (
                r"nous avons besoin de votre (?:accord|consentement).{0,160}"
                r"|en cliquant sur .{0,40}vous (?:acceptez|consentez).{0,200}"
                r"|necesitamos su (?:consentimiento|permiso).{0,160}"
            ),
            (
                r"(?:akzeptieren|accept|accepter|aceptar|accetta)(?: ?(?:alle|all|tout|todo))?"
                r"(?:mehr informationen|more information|learn more|en savoir plus|mas informacion|ablehnen|decline|"
                r"refuser)"
            ),
        ),
        longest=420,
        takes=(
            "Wir benötigen Ihre Zustimmung, um diesen Inhalt anzuzeigen",
            "Unter Umständen sammelt der Anbieter personenbezogene Daten für eigene Zwecke.",
            'Durch Klick auf "Akzeptieren" geben Sie Ihre Einwilligung für die Übermittlung',
            "AkzeptierenMehr Informationen",
            "We need your consent to load this video",
            "En cliquant sur « Accepter », vous acceptez le dépôt de données",
        ),
        leaves=(
            "Wir brauchen Ihre Hilfe, rief eine Frau den Soldaten zu.",
            "Mit dem Klick auf den Auslöser begann die Sprengung.",
            "We need your permission to pass, the driver said.",
        ),
    ),
    Rule(
        "cookie",
        Action.REMOVE,
        "A notice on cookies and consent.",
        phrases=listed(
            """
            accept | accept all | accept cookies | accept all cookies | reject all | reject | decline |
            i agree | agree | ok | got it | got it! | cookie settings | cookie policy | cookies policy |
            manage cookies | manage preferences | privacy settings | cookie preferences | manage consent |
            allow all | necessary cookies | preferences | accepter | tout accepter | tout refuser | refuser
            | parametrer | j'accepte | gerer les cookies | alle akzeptieren | akzeptieren | ablehnen |
            einstellungen | zustimmen | aceptar | aceptar todo | rechazar | rechazar todo | configurar |
            принять | согласен | принять все | отклонить | прийняти | погоджуюсь | прийняти все | відхилити
            | موافق | قبول | رفض | قبول الكل | اوافق
            """
        ),
        patterns=(
            (
                r".{0,160}\b(?:we|our partners|this (?:web)?site|our (?:web)?site|this page|us|"
                r"you)\b.{0,80}\bcookies\b.{0,260}"
            ),
            (
                r".{0,120}\bcookies\b.{0,120}\b(?:improve|experience|consent|accept|agree|policy|preferences|"
                r"browser|settings|personali[sz]e|analy[sz]e|traffic)\b.{0,200}"
            ),
            (
                r"(?:we (?:value|respect|care about) your privacy|your privacy (?:matters|choices|is "
                r"important)|do not sell (?:or share )?my personal information).{0,160}"
            ),
            (
                r".{0,120}\b(?:cookies|temoins de connexion)\b.{0,100}\b(?:navigation|utilis|acceptez|site|"
                r"experience|consentement|fonctionnement)\w*.{0,200}"
            ),
            (
                r".{0,120}\bcookies\b.{0,100}\b(?:webseite|website|nutzung|zustimm|einverstanden|verwenden|"
                r"datenschutz)\w*.{0,200}"
            ),
            (
                r".{0,120}\bcookies\b.{0,100}\b(?:sitio|utilizamos|navega|aceptas|usamos|politica|"
                r"experiencia)\w*.{0,200}"
            ),
            (
                r".{0,140}\b(?:куки|cookie-фаилы|фаилы cookie|фаилів cookie|фаили cookie|فايل كوكيز|ملفات "
                r"تعريف الارتباط|الكوكيز|ملفات الارتباط)\b.{0,200}"
            ),
        ),
        needs=("cookie", "куки", "كوكيز", "الارتباط", "temoins", "privacy", "my personal"),
        longest=420,
        takes=(
            "We use cookies to improve your experience on our website.",
            "This site uses cookies. By continuing you agree to our policy.",
            "Nous utilisons des cookies pour améliorer votre navigation",
            "Diese Website verwendet Cookies für die Nutzung",
            "Utilizamos cookies para mejorar su experiencia en el sitio",
            "Мы используем файлы cookie",
            "نستخدم ملفات تعريف الارتباط",
            "Accept all cookies",
        ),
        leaves=(
            "Volunteers handed out bread and biscuits.",
            "Accept the truce, the envoy urged them.",
            "OK Corral is the soldiers' name for the yard.",
        ),
    ),
    Rule(
        "legal",
        Action.REMOVE,
        "Words on rights, terms and liability; they belong to the rights statement.",
        phrases=listed(
            """
            all rights reserved | terms of use | terms of service | terms and conditions |
            terms & conditions | privacy policy | privacy | privacy notice | terms | disclaimer | copyright
            | legal | legal notice | rights and permissions | reprints | our standards |
            our standards: the thomson reuters trust principles | corrections | report a correction |
            report an error | report a typo | report error | tous droits reserves | mentions legales |
            conditions generales | conditions d'utilisation | politique de confidentialite |
            alle rechte vorbehalten | datenschutz | datenschutzerklarung | agb | nutzungsbedingungen |
            todos los derechos reservados | aviso legal | politica de privacidad | terminos y condiciones |
            terminos de uso | все права защищены | пользовательское соглашение | политика конфиденциальности
            | правила использования | усі права захищені | всі права захищені | політика конфіденційності |
            правила користування | угода користувача | جميع الحقوق محفوظه | حقوق النشر محفوظه |
            سياسه الخصوصيه | شروط الاستخدام | الشروط والاحكام | اتفاقيه الاستخدام
            """
        ),
        patterns=(
            (
                r"(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:by |of )?(?:\d{4}(?: ?- ?(?:\d{4}|present))?,?)? "
                r"?[^!?]{0,140}(?:\d{4}|ltd|inc|llc|gmbh|media|news|company|corporation|group|limited|press|"
                r"network|reuters|times|post|bbc|cnn)\b.{0,60}"
            ),
            (
                r"(?:this material|this content|this article|the material|no part of) (?:may|can|must|should) "
                r"?(?:not )?be (?:published|reproduced|copied|distributed|republished|used|broadcast).{0,220}"
            ),
            (
                r"licen[cs]e ?:? ?(?:no known|public domain|cc|creative commons|all rights|royalty|standard|"
                r"unknown|free)\b.{0,80}"
            ),
            r"the (?:views|opinions) expressed (?:in this|by the|here|are|herein|on this).{0,220}",
            (
                r"(?:republish(?:ing)?|reproduction|reprint(?:ed|ing)?|copying|использование материалов|"
                r"перепечатка|при использовании материалов|при цитировании|любое использование|використання "
                r"матеріалів|передрук|будь-яке використання|при використанні матеріалів|при цитуванні|"
                r"reproduction interdite|toute reproduction|la reproduction|nachdruck|prohibida|queda "
                r"prohibida|reproduccion|يمنع نسخ|لا يجوز نسخ|يحظر نشر)\b.{0,60}(?:permission|permitted|"
                r"prohibited|licen[cs]e|republish|consent|разреш|запрещ|ссылк|обязательн|дозв|заборон|посилан|"
                r"обов'язков|autoris|interdit|genehmigung|gestattet|prohibid|autorizacion|total o parcial|دون|"
                r"الا باذن|اذن).{0,200}"
            ),
            (
                r"(?:find out|read|learn|see) (?:more )?(?:about )?(?:our|the) (?:approach to external "
                r"linking|privacy policy|terms).{0,80}"
            ),
            (
                r"(?:privacy|terms|contact|about|advertise|careers|help|faq|cookies?|accessibility|sitemap|"
                r"subscribe|policy|privacy policy|terms of use|terms of service|contact us|about us|impressum|"
                r"datenschutz|agb)(?: ?[|•·/-] ?(?:privacy|terms|contact|about|advertise|careers|help|faq|"
                r"cookies?|accessibility|sitemap|subscribe|policy|privacy policy|terms of use|terms of "
                r"service|contact us|about us|impressum|datenschutz|agb|rss|jobs|newsletter)){1,12}"
            ),
            (
                r"(?:якщо ви |если вы )?(?:if you (?:spot|find|see|notice)|found|spotted|see|заметили|нашли|"
                r"знайшли|помітили|si vous constatez|fehler gefunden|has visto)\b.{0,24}(?:error|mistake|typo|"
                r"something wrong|ошибк|опечатк|помилк|неточн|erreur|errata|errores)\w*.{0,160}"
            ),
        ),
        seldom=(
            (
                r"(?:.{0,100}[ ,.|-])?(?:all rights reserved|tous droits reserves|alle rechte vorbehalten|"
                r"todos los derechos reservados|все права защищены|[ув]сі права захищені|جميع الحقوق محفوظه|"
                r"rights reserved)\b.{0,220}"
            ),
            r"(?:the bbc|.{3,40}) is not responsible for (?:the )?content of external.{0,80}",
        ),
        seldom_needs=(
            "rights reserved",
            "tous droits reserves",
            "alle rechte vorbehalten",
            "todos los derechos reservados",
            "права защищены",
            "права захищені",
            "جميع الحقوق محفوظه",
            "is not responsible for",
        ),
        longest=420,
        takes=(
            "© 2018 The Associated Press. All rights reserved.",
            "All rights reserved",
            "Copyright © 2018 BBC. The BBC is not responsible for the content of external sites.",
            (
                "The views expressed in this article are the author's own and do not necessarily reflect our "
                "editorial policy."
            ),
            "Tous droits réservés",
            "Alle Rechte vorbehalten",
            "Все права защищены",
            "جميع الحقوق محفوظة",
            "При использовании материалов ссылка обязательна",
            "Privacy | Terms | Contact",
            "Якщо ви знайшли помилку, виділіть її".replace("Якщо ви знайшли", "Знайшли"),
        ),
        leaves=(
            "Human rights groups condemned the attack.",
            "Legal experts doubt that the court can act.",
            "Copyright is not the issue, said the lawyer.",
            "Privacy was impossible in the camp.",
        ),
    ),
    Rule(
        "comments",
        Action.REMOVE,
        "The page's form and counters for readers' comments.",
        phrases=listed(
            """
            comments | comment | leave a reply | leave a comment | post a comment | post comment |
            add a comment | add comment | write a comment | view comments | show comments | hide comments |
            no comments | no comments yet | join the conversation | join the discussion | have your say |
            reply | cancel reply | submit | submit comment | name | name * | email * | website | url |
            message | comments are closed | comments are closed. | be the first to comment |
            notify me of follow-up comments by email | notify me of new posts by email | sort by | newest |
            oldest | conversation | commentaires | laisser un commentaire | ajouter un commentaire |
            commenter | reagir | aucun commentaire | poster un commentaire | kommentare |
            kommentar schreiben | kommentar verfassen | schreiben sie einen kommentar |
            einen kommentar schreiben | kommentieren | antworten | comentarios | deja un comentario |
            dejar un comentario | deja una respuesta | comentar | escribe un comentario | комментарии |
            оставить комментарий | добавить комментарий | комментировать | нет комментариев | отправить |
            ответить | обсудить | коментарі | залишити коментар | додати коментар | коментувати |
            немає коментарів | відповісти | обговорити | التعليقات | تعليقات | اترك تعليقا | اضف تعليق |
            اكتب تعليقا | اضف تعليقا | لا توجد تعليقات | لا يوجد تعليقات | اترك رد | علق
            """
        ),
        patterns=(
            r"your email address will not be published.{0,80}",
            r"required fields are marked.{0,10}",
            r"save my name,? email.{0,120}",
            (
                r"(?:view |show |load |read |all |see )?(?:\d+|no|one) (?:comments?|responses?|replies|"
                r"thoughts?|commentaires?|kommentare?|comentarios?|комментари\w*|коментар\w*|تعليق\w*)(?: on "
                r".{2,160})?"
            ),
            r"(?:comments?|commentaires|kommentare|comentarios|комментарии|коментарі|التعليقات) ?[:(]? ?\d+ ?\)?",
            (
                r"(?:you must be|please) (?:logged in|log in|login|sign in|register).{0,20}(?:to|"
                r"or).{0,60}(?:comment|reply|post|discussion).{0,40}"
            ),
            r"(?:leave|post|write|add|be the first to) (?:a |your |the first )?(?:reply|comment|comments).{0,60}",
            (
                r"(?:be the first to comment|soyez le premier a (?:commenter|reagir)|se el primero en comentar|"
                r"schreiben sie den ersten kommentar|будьте первым|станьте першим)\b.{0,220}"
            ),
            (
                r"(?:what do you think|tell us what you think|share your (?:thoughts|views|opinion)|have your "
                r"say|let us know)\b.{0,90}"
            ),
            r"this site uses akismet.{0,120}",
            r"(?:note ?: ?)?only (?:a )?members? of this blog may post.{0,40}",
            r"(?:ملحوظه|ملاحظه)? ?:? ?(?:يمكن|يسمح|يجب).{0,50}(?:ارسال|اضافه|كتابه) (?:ال)?تعليق\w*.{0,30}",
            r"%d bloggers? like this:?",
            r"\d+ (?:postings?|beitrage|reaktionen|wortmeldungen|отзыв\w*|відгук\w*)",
            r"notify me (?:of|when|via).{0,80}",
            r"(?:votre adresse (?:e-mail|de messagerie) ne sera pas publiee|les champs obligatoires).{0,90}",
            r"(?:deine|ihre) e-?mail-adresse wird nicht veroffentlicht.{0,90}",
            r"(?:tu|su) (?:direccion de )?correo electronico no sera publicad.{0,90}",
            r"ваш (?:адрес )?e-?mail не (?:будет|буде) опубликован.{0,90}",
            (
                r"(?:ваша e-?mail адреса|ваша електронна адреса) не (?:буде|оприлюднюватиметься|"
                r"публікуватиметься).{0,90}"
            ),
            r"لن يتم نشر عنوان بريدك.{0,90}",
            r"(?:\*|indicates) ?required(?: fields?)?",
        ),
        longest=220,
        takes=(
            'Be the first to comment at "Three towns fall as the army advances along the river to the north"',
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "3 Comments",
            "Be the first to comment",
            "Laisser un commentaire",
            "Schreiben Sie einen Kommentar",
            "Оставить комментарий",
            "لا توجد تعليقات",
            "Ваш e-mail не будет опубликован.",
            "Deja un comentario",
            "Залишити коментар",
        ),
        leaves=(
            "Comments by the minister angered Ankara.",
            "No comment was available from the army.",
            "Name and age of the victims were not given.",
            "Two responses are possible, he said.",
        ),
    ),
    Rule(
        "embed",
        Action.REMOVE,
        "What an embedded post or a bare link left behind; the link is kept in the record of lines.",
        phrases=listed(
            """
            view this post on instagram | see more on twitter | view on twitter | view on instagram | embed
            | embed code | embedded content | embedded video | embedded tweet |
            this content is hosted by a third party | view tweet | twitter | facebook post
            """
        ),
        patterns=(
            r"https?://\S+|www\.\S+|(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be|t\.me)/\S+",
            (
                r"(?:a|une|una|ein) (?:post|publication|photo|video|publicacion|beitrag) (?:shared|partagee|"
                r"compartida|geteilt) (?:by|par|por|von) .{2,120}"
            ),
            r"[-—–] ?.{2,60}\(@\w{2,30}\).{0,40}",
            r"(?:end of|skip) (?:twitter|youtube|facebook|instagram|tiktok|telegram) (?:post|video|content).{0,60}",
            r"(?:allow|view) (?:twitter|instagram|youtube|facebook|tiktok) (?:content|post).{0,20}",
            r"(?:this article|this page) contains content provided by .{2,200}",
            r"(?:twitter|youtube|facebook|instagram|telegram) (?:post|video|content) by .{2,60}",
            r"(?:\[/?[a-z_]{3,20}\] ?){2,}.{0,40}",
            r"<(?:iframe|script|blockquote|div|img|embed|object|style|/)[^>]{0,400}>?.{0,60}",
            r"\[(?:embed|youtube|caption|gallery|audio|video|vc_row|/?[a-z_]{3,20}(?: [a-z_]+=\S+)+)[^\]]*\].{0,80}",
        ),
        seldom=(
            r".{0,330}(?:pic\.twitter\.com|\bt\.co)/\w+",
            r".{4,330}[—–-] ?.{2,40}\(@\w{2,30}\) ?.{0,24}",
            r"[\w .'-]{2,40} @\w{3,20}(?: ?[·•-] ?.{2,30})?",
            r".{0,40}(?:function ?\(|var \w+ ?=|window\.\w+|document\.\w+\().{0,300}",
        ),
        seldom_needs=("pic.twitter", "t.co/", " @", "(@", "function", "var ", "window.", "document."),
        longest=420,
        takes=(
            "View this post on Instagram",
            "https://t.co/AbCdEf",
            "pic.twitter.com/xyz123",
            "— SDF Press (@sdf_press) May 1, 2018",
            "A post shared by White Helmets",
            "End of Twitter post by @sohr",
            "www.example.org/story",
        ),
        leaves=(
            "The post shared by the minister was deleted hours later, officials said.",
            "— he did not say when",
            "Twitter suspended the account.",
        ),
    ),
    Rule(
        "separator",
        Action.REMOVE,
        "A line without a letter or a figure.",
        patterns=(r"[^\w]+|_+",),
        longest=200,
        takes=("* * *", "-----", "•", "_____"),
        leaves=("5 km", "א", "..a"),
    ),
)
