"""Lines in the publisher's own voice, by whom they address and what they speak of, language by language."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule

_UNQUOTED = r'(?!.*["])'

_BEFORE_A_WORD = " ¿¡([-/'*"


def _begins(*words: str) -> tuple[str, ...]:
    """Words as they begin: too many others end on them or hold them ("the situation of persons")."""
    return tuple(before + word for word in words for before in _BEFORE_A_WORD)


VOICE_RULES: tuple[Rule, ...] = (
    Rule(
        "to-the-reader",
        Action.REMOVE,
        "The publisher's own voice: it speaks of its page, or to the one who reads it, and quotes nobody.",
        apart=(
            (
                (*_begins("you"),),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:your (?:account|e-?mail|inbox|browser|device|settings|subscription|"
                    rf"password|comments?|ad ?blocker|app|"
                    r"free trial|web)|(?:you|you're|you've)\b.*\b(?:this (?:article|page|story|content|post)|"
                    r"question|newsletters?|website|cookies|"
                    r"subscribe|log ?in|sign in|our (?:stories|journalism|app|readers|page)|adblock\w*|"
                    r"bloggers)))(?!.*\b(?:said|says|told)\b).{8,180}"
                ),
            ),
            (
                (*_begins("our ", "we "),),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:our|we)\b)(?=.*\b(?:archives?|newsletters?|website|app|channels?|privacy|"
                    rf"subscribers|"
                    r"mailing list|podcast|journalism|subscription|correspondents? network|home ?page|whatsapp|"
                    r"telegram|editorial "
                    r"(?:policy|standards)|readers|comments|guidelines|advertis\w+|sponsors)\b)(?!.*\b(?:said|says|"
                    r"told)\b).{8,180}"
                ),
            ),
            (
                (
                    "vous",
                    "votre",
                    "notre",
                    *_begins("vos ", "nos "),
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:vous|votre|vos|nos|notre)\b)(?=.*\b(?:articles?|page|contenus?|"
                    rf"commentaires?|reactions?|compte|"
                    r"e-?mail|mail|abonn\w+|navigateur|newsletters?|infolettre|site|cookies|application|cgu|inscri\w+|"
                    r"telecharg\w+|archives|"
                    r"redaction|lecteurs|publicit\w+)\b)(?!.*\b(?:a dit|a declare)\b).{8,300}"
                ),
            ),
            (
                (
                    " sie",
                    " ihr",
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:ihre[rmns]?|ihr|sie)\b)(?=.*\b(?:datenschutz\w*|ip-adresse|\w*nutzer|"
                    rf"nutzungsbedingungen|"
                    r"konto|abonnement|browser|cookies|newsletter|e-mail-adresse|passwort)\b).{8,300}"
                ),
            ),
            (
                (" sie",),
                (
                    rf"{_UNQUOTED}(?:bitte )?(?:lesen|klicken|melden|registrieren|abonnieren|folgen|laden|warten|"
                    rf"aktivieren|bestatigen|"
                    r"schalten|geben|besuchen|teilen|diskutieren|schreiben|nutzen|akzeptieren|unterstutzen|prufen|erlauben|"
                    r"loggen|"
                    r"sichern|sehen|horen|finden|wahlen|beachten) sie\b.{4,240}"
                ),
            ),
            (
                (
                    "usted",
                    "nuestr",
                    *_begins("tu ", "tus ", "te "),
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:tu|tus|usted|te|nuestr[oa]s?)\b)(?=.*\b(?:cuenta|correo|suscripcion|"
                    rf"suscri\w+|navegador|"
                    r"comentarios?|noticia|noticias|articulo|contenidos?|boletin|boletines|dispositivo|web|sitio|app|"
                    r"aplicacion|redes "
                    r"sociales|canal|newsletter|publicidad|lectores)\b)(?!.*\bdijo\b).{8,260}"
                ),
            ),
            (
                (
                    "вы",
                    "ваш",
                    "вам",
                    "вас",
                    "нам",
                    "нас",
                    "наш",
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:вы|ваш\w*|вам|вас|нам|нас|наш\w*)\b)(?=.*\b(?:стать[яюие]\w*|сайт\w*|"
                    rf"аккаунт\w*|почт\w+|подпис\w+|"
                    r"браузер\w*|комментари\w+|новост\w+|материал\w*|приложени\w+|рассылк\w+|ошибк\w+|опечатк\w+|канал\w*|"
                    r"редакци\w+|"
                    r"telegram|телеграм\w*|читател\w+|рекламн\w+)\b)(?!.*\b(?:сказал|заявил|сообщил)\w*).{8,260}"
                ),
            ),
            (
                (
                    "ви ",
                    "ваш",
                    "вам",
                    "вас",
                    "нам",
                    "нас",
                    "наш",
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:ви|ваш\w*|вам|вас|нам|нас|наш\w*)\b)(?=.*\b(?:статт\w+|саит\w*|акаунт\w*|"
                    rf"пошт\w+|підпис\w+|браузер\w*|"
                    r"коментар\w+|новин\w*|матеріал\w*|додат\w+|розсилк\w+|помилк\w+|канал\w*|редакці\w+|telegram|"
                    r"телеграм\w*|читач\w+)\b)"
                    r"(?!.*\b(?:сказав|заявив|повідомив)\w*).{8,260}"
                ),
            ),
            (
                (
                    "كنت",
                    "تريد",
                    "يمكنك",
                    "بريدك",
                    "اعجبك",
                    "حسابك",
                    "جهازك",
                    "متصفحك",
                    "عزيزي",
                    "نشرتنا",
                    "موقعنا",
                    "قناتنا",
                    "صفحتنا",
                    "تطبيقنا",
                    "الرجا",
                    "يرجي",
                ),
                (
                    rf"{_UNQUOTED}(?=.*(?:\bكنت\b|\bكنتم\b|تريد\b|يمكنك|يمكنكم|بريدك|اعجبك|حسابك|جهازك|متصفحك|عزيزي|"
                    rf"نشرتنا|موقعنا|قناتنا|صفحتنا|تطبيقنا|الرجا|يرجي))"
                    r"(?=.*(?:المقال|المحتوي|الموقع|موقعنا|البريد|بريدك|حساب|تعليق|النشره|نشرتنا|الخبر|الصفحه|صفحتنا|"
                    r"قناتنا|تطبيق|الحقول|القارئ|الماده))"
                    r"(?!.*\bقال\b).{8,260}"
                ),
            ),
            (
                (*_begins("tuo", "tua", "nostr", "vostr"),),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:tuo|tua|tuoi|nostr[oaie]|vostr[oaie])\b)(?=.*\b(?:account|email|abbona\w+|"
                    rf"commenti?|articol[oi]|"
                    r"sito|newsletter|app|contenut[oi]|browser|notizie|canale)\b).{8,260}"
                ),
            ),
            (
                (
                    "voce",
                    *_begins("seu", "sua", "noss"),
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:seu|sua|seus|voce|noss[oa]s?)\b)(?=.*\b(?:conta|e-?mail|assina\w+|"
                    rf"comentarios?|artigo|site|newsletter|"
                    r"app|aplicativo|conteudos?|navegador|noticias|canal|grupo)\b)(?!.*\bdisse\b).{8,260}"
                ),
            ),
            (
                (
                    "jouw",
                    "onze",
                    *_begins("je ", "uw ", "ons "),
                ),
                (
                    rf"{_UNQUOTED}(?=.*\b(?:je|jouw|uw|ons|onze)\b)(?=.*\b(?:account|e-?mail|abonn\w+|reacties?|"
                    rf"artikel\w*|site|nieuwsbrief\w*|app|"
                    r"browser|cookies)\b).{8,260}"
                ),
            ),
            (
                (
                    "iniz",
                    "unuz",
                    "mizi",
                    "mize",
                    *_begins("siz"),
                ),
                (
                    rf"{_UNQUOTED}(?=.*(?:\bsizin\b|\bsiz\b|iniz\b|unuz\b|ınız\b|mizi\b|mize\b))(?=.*\b(?:haber\w*|"
                    rf"yorum\w*|abone\w*|uygulama\w*|site\w*|e-?posta\w*|"
                    r"hesab\w*|sayfa\w*|kanal\w*|reklam\w*)\b).{8,260}"
                ),
            ),
        ),
        longest=300,
        takes=(
            "Did you notice a mistake in this article? Tell the editor.",
            "Your browser is out of date",
            "Write to our mailing list",
            "Accédez à toutes nos archives en créant un compte gratuitement",
            "Vos réactions doivent respecter nos CGU.",
            "Bitte warten Sie, während wir den Zugang prüfen.",
            "Activa las notificaciones en tu navegador",
            "Расскажите нам, что вы думаете об этой статье",
            "Поставте вашу оцінку цій статті",
            "هل أعجبك المحتوى وتريد المزيد منه في بريدك؟",
            "Scarica la nostra app",
            "Faça seu comentário",
            "Meld je aan voor de nieuwsbrief",
            "Yorumlarınız bizim için değerli",
        ),
        leaves=(
            "“You have seen the article, and you know who wrote it,” he said.",
            "Our children have no school, said a woman who waited at the gate.",
            "You could hear the planes all night, a baker said of the raid.",
            "Nos soldats sont partis, a dit le maire.",
            "Sie lesen die Namen der Toten vor.",
            "Наши дети не ходят в школу, рассказала жительница города.",
            "كنت في البيت حين سقطت القذيفة.",
            "Tu casa ya no existe, le dijeron los vecinos.",
        ),
    ),
)
