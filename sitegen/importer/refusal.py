"""What is no article, and why: each reason is an entry with its signs and its sentence."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import ahocorasick

from sitegen.importer.document import Refusal
from sitegen.importer.fold import key
from sitegen.importer.rules import Action
from sitegen.importer.rules.needed import pieces_needed
from sitegen.importer.rules.rule import joined

if TYPE_CHECKING:
    from sitegen.importer.lines import Line

FEWEST_WORDS = 20
FEWEST_LETTERS = 60
SHORT_PAGE = 220
STUB = 90
HEADLINES = 6
FEWEST_HINTS = 2
MANY_SIGNS = 3
SENTENCE = 45
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+")


class Reason(NamedTuple):
    """A kind of page that is no article.

    `signs` are phrases of which `enough` must stand in a text of at most `longest` words; `hints` are pieces of
    them that a long text is asked for first.
    """

    code: str
    message: str
    signs: tuple[str, ...] = ()
    enough: int = 1
    hints: tuple[str, ...] = ()
    longest: int = SHORT_PAGE
    takes: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


REASONS: tuple[Reason, ...] = (
    Reason(
        "challenge",
        "This is a page that asks whether its reader is a person, not the report behind it.",
        (
            r"checking (?:if the site connection is secure|your browser(?: before accessing)?)",
            r"verify(?:ing)? (?:that )?you are (?:a )?(?:not a robot|human)",
            r"are you a (?:robot|human)",
            r"i'?m not a robot",
            r"just a moment\.\.\.",
            r"attention required!? ?\|? ?cloudflare",
            r"cloudflare ray id",
            r"ddos protection by",
            r"enable javascript and cookies to continue",
            r"please (?:enable|turn on) (?:cookies|javascript)(?: and (?:cookies|javascript))?",
            r"javascript is (?:disabled|required|not enabled)",
            r"you need to enable javascript",
            r"complete the (?:captcha|security check)",
            r"^one more step$",
            r"why do i have to complete a captcha",
            r"performance & security by cloudflare",
            r"please verify you are",
            r"press (?:&|and) hold",
            r"access to this page has been denied",
            r"unusual (?:traffic|activity) from your",
            r"pardon our interruption",
            r"our systems have detected unusual",
            r"you have been blocked",
            r"request unsuccessful\. incapsula",
            r"needs to review the security of your connection",
            r"please wait while (?:we|your request)",
            r"security check to access",
            r"client challenge",
            r"you are unable to access",
            r"security service to protect itself",
            r"triggered the security solution",
            r"email the site owner to let them know",
            r"made us think (?:that )?you (?:were|are|might be) a bot",
            r"with super-?human speed",
            r"click the box below to let us know",
            r"(?:browser )?supports javascript and cookies",
            r"(?:you'?re|you are) not a (?:ro)?bot\b",
            r"protect the server against",
            r"let'?s confirm you are human",
            r"security checkpoint",
            r"set up anubis",
            r"proof-of-work scheme",
            r"why am i seeing this",
            r"(?:перевірка|проверка),? (?:що|что) (?:ви|вы) (?:людина|человек|не робот)",
            r"(?:увімкніть|включите) javascript",
            r"^зачека\w+\.\.\.$",
            r"controllo del browser|stiamo verificando il tuo browser",
            r"verificando (?:o |se )?(?:seu navegador|voce e humano)",
            r"controleren of (?:u|je) een mens bent|uw browser (?:wordt )?gecontroleerd",
            r"robot olmadiginizi|tarayiciniz kontrol ediliyor|insan oldugunuzu dogrula\w*",
            r"automat(?:ed access|ion tools)",
            r"disable any ad ?blocker",
            r"slide to verify",
            r"^(?:un momento|un instant|nur einen moment|um momento|un attimo|одну минуту|одну секунду)(?:\.\.\.)?$",
            r"(?:revisar la seguridad de|verificar a seguranca da) (?:su|tu|sua) conex(?:ion|ao)",
            r"verifiqu?e que (?:usted |voce )?(?:es|eres|e) (?:un |um )?(?:ser )?humano",
            r"verifier la securite de votre connexion",
            r"sicherheit ihrer verbindung",
            r"verificare (?:di essere|che tu sia) umano",
            r"مراجعه امان اتصالك",
            r"(?:log in|sign in) to (?:facebook|instagram|continue|x\b)|you must log in to continue",
            r"a required part of this site couldn'?t load",
            r"browser extension, network issues, or browser settings",
            r"this process is automatic",
            r"your browser will redirect to your requested content",
            r"human verification",
            r"before you continue to (?:google|youtube)",
            r"verification successful\. waiting for",
            r"verifiez que vous (?:etes|n'etes) (?:pas un robot|un humain|humain)",
            r"veuillez activer javascript",
            r"verification de votre navigateur",
            r"uberprufung ihres browsers",
            r"sind sie ein (?:mensch|roboter)",
            r"bestatigen sie, dass sie (?:ein mensch|kein roboter)",
            r"javascript aktivieren",
            r"bitte aktivieren sie javascript",
            r"comprobando su navegador",
            r"verifica(?:r|ndo)? que (?:eres|es usted) (?:un )?humano",
            r"no soy un robot",
            r"habilit[ae] javascript",
            r"подтвердите, что (?:вы не робот|вы человек|запросы отправляли вы)",
            r"проверка (?:вашего )?браузера",
            r"я не робот",
            r"включите javascript",
            r"для продолжения включите",
            r"підтвердьте, що ви (?:не робот|людина)",
            r"перевірка (?:вашого )?браузера",
            r"увімкніть javascript",
            r"تحقق من انك (?:لست روبوت|انسان|بشر)\w*",
            r"انا لست روبوت\w*",
            r"يرجى تفعيل جافا",
            r"جاري التحقق من المتصفح",
        ),
        takes=(
            "Just a moment...\nChecking your browser before accessing the site.\nThis process is automatic.",
            "Attention Required! | Cloudflare\nPlease complete the security check to access example.org",
            "Veuillez activer JavaScript pour continuer.",
            "Подтвердите, что вы не робот",
            (
                "Sorry, you have been blocked\nThis website is using a security service to protect itself from attacks "
                "of many kinds.\nThe action you just performed triggered the security solution, and there are several "
                "things that could have caused it."
            ),
            "Un momento...\nVerifique que es un ser humano. El sitio necesita revisar la seguridad de su conexión.",
        ),
        leaves=(
            (
                "Army checks every driver\nSoldiers at the gate verify names one more step at a time, and "
                "the queue grows longer every hour, residents of the eastern suburb said on Monday. The town "
                "has been closed since the attack."
            ),
        ),
    ),
    Reason(
        "cookie-wall",
        "This is a notice on cookies that stood before the report.",
        (
            (
                r"we (?:and our (?:\d+ )?partners )?(?:use|store|value).{0,60}(?:cookies|privacy|information "
                r"on a device)"
            ),
            r"accept (?:all )?cookies",
            r"cookie (?:policy|settings|preferences|consent)",
            r"manage (?:your )?(?:preferences|consent|choices|settings)",
            r"your (?:privacy|consent) (?:choices|matters|preferences)",
            r"reject all",
            r"legitimate interest",
            r"personali[sz]ed ads",
            r"store and/or access information on a device",
            r"nous utilisons des cookies",
            r"tout accepter",
            r"wir verwenden cookies|alle akzeptieren",
            r"utilizamos cookies|aceptar todo",
            r"мы используем (?:фаилы )?cookie",
            r"ми використовуємо (?:фаили )?cookie",
            r"نستخدم ملفات تعريف الارتباط",
            r"continuer sans accepter|accepter et continuer",
            r"informations sur un terminal",
            r"respect de votre vie privee",
            r"weiter mit werbung|pur-?abo|ohne (?:werbe)?tracking",
            r"akzeptieren und weiter|zustimmen und weiter",
            r"cookies akzeptieren",
            r"aceptar y continuar|rechazar y suscribirse",
            r"(?:almacenamos|acceder|accedemos) (?:o accedemos )?a informacion en un dispositivo",
            r"tu privacidad es importante",
            r"accetta e continua|rispettiamo la tua privacy|informazioni su un dispositivo",
            r"aceitar e continuar|respeitamos a sua privacidade",
            r"akkoord|cookies accepteren",
            r"cerezleri kabul",
            r"use cookies and data to",
            r"if you choose to .accept all",
        ),
        enough=2,
        longest=420,
        takes=(
            (
                "We value your privacy\nWe and our 842 partners store and/or access information on a device. "
                "You may accept all cookies or manage your choices.\nReject all"
            ),
        ),
        leaves=(
            (
                "New rules for cookies\nThe parliament voted on a cookie policy for public sites on Tuesday "
                "after long talks, and the minister called it a good day for readers, while the opposition "
                "said that nothing would change at all."
            ),
        ),
    ),
    Reason(
        "error-page",
        "This is an error page: the report was not there when it was fetched.",
        (
            r"(?:error )?404(?: error| not found| -|:|$)",
            (
                r"page (?:not found|does not exist|doesn'?t exist|cannot be found|can'?t be found|could not "
                r"be found|you (?:are|were) looking for|is no longer available|unavailable)"
            ),
            (
                r"(?:oops|sorry|whoops)[!,.]? .{0,40}(?:page|something went wrong|can'?t find|not found|"
                r"doesn'?t exist|couldn'?t find)"
            ),
            r"(?:403|401) ?-? ?(?:forbidden|unauthorized)",
            (
                r"(?:500|502|503|504) ?-? ?(?:internal server error|bad gateway|service (?:temporarily "
                r")?unavailable|gateway time-?out)"
            ),
            r"access denied",
            r"internal server error",
            r"bad gateway",
            r"service (?:temporarily )?unavailable",
            r"gateway time-?out",
            r"you don'?t have permission to access",
            r"the requested url .{0,120}was not found",
            r"error establishing a database connection",
            r"this site can'?t be reached",
            r"temporarily (?:down|unavailable|offline) for maintenance",
            r"under (?:scheduled )?maintenance",
            r"connection timed out",
            r"web server is down",
            r"nginx|apache/\d",
            r"(?:this )?(?:article|story|content|page) (?:has been|was) (?:removed|deleted)",
            r"page introuvable",
            r"cette page n'existe pas",
            r"seite (?:wurde )?nicht gefunden",
            r"pagina no encontrada",
            r"la pagina (?:que busca|solicitada) no existe",
            r"страница не (?:наидена|существует)",
            r"ошибка 404",
            r"сторінк[ау] не знаидено",
            r"помилка 404",
            r"الصفحه (?:غير موجوده|المطلوبه غير)",
            r"لم يتم العثور على الصفحه",
            r"account (?:has been )?suspended",
            r"unavailable (?:for|due to) legal reasons",
            r"(?:european economic area|general data protection regulation).{0,200}(?:access|denied|unavailable)",
            r"bandwidth limit exceeded",
            r"unable to service your request",
            r"^index of /",
            r"parent directory",
            r"(?:content|page|link|video) (?:isn'?t|is not|is no longer) available",
            r"http error \d{3}",
            r"(?:page|site) isn'?t working",
            r"unable to handle this request",
            r"pagina non trovata|errore 404",
            r"erreur (?:404|403|500)|fehler (?:404|403|500)|error (?:404|403|500)",
            r"n'est plus disponible|nicht mehr verfugbar",
            r"sayfa bulunamadi",
            r"pagina nao encontrada|erro 404",
            r"pagina niet gevonden|fout 404",
            r"link you followed (?:may|might) (?:be broken|have expired)",
            r"(?:site|page) (?:est )?(?:actuellement )?en (?:cours de )?maintenance",
            r"wegen (?:\w+ )?wartung|wartungsarbeiten",
            r"en mantenimiento",
            r"(?:ведутся|проводятся) технические работы",
            r"технічні роботи",
            r"الموقع (?:تحت|قيد) الصيانه",
            r"wayback machine has not archived",
            r"доступ (?:к .{2,60} )?ограничен",
        ),
        longest=140,
        takes=(
            "404 Not Found\nThe page you are looking for does not exist.",
            "403 Forbidden\nnginx",
            "Страница не найдена",
            "Page introuvable\nCette page n'existe pas.",
            "Index of /\nName Last modified Size\nParent Directory\nnotes/ 2018-03-02",
            "451: Unavailable due to legal reasons",
        ),
        leaves=(
            (
                "Access denied to aid convoy\nThe army turned back eleven trucks at the crossing on Sunday, "
                "the United Nations said, although permission had been given a week before. Food for four "
                "thousand families was on board, and the town has had no delivery since early spring. A "
                "spokesman said that talks with the government would go on, and that the next attempt was "
                "planned for the end of the month. Residents told reporters by telephone that bread had run "
                "out and that the only bakery had closed its doors. In the hospital three nurses look after "
                "sixty patients, and the generator works for four hours a day. The ministry did not answer "
                "questions about the convoy. An officer at the crossing said he had his orders and knew "
                "nothing of a permission. The convoy will wait in the neighbouring town until Wednesday. Aid "
                "workers said that they had seen this many times before, and that they would not give up."
            ),
        ),
    ),
    Reason(
        "parked",
        "This domain is parked or for sale: nothing of the report is here.",
        (
            (
                r"(?:this |the )?domain(?: name)? (?:\S+ )?(?:is|may be|has been) (?:for sale|parked|"
                r"available|registered|expired)"
            ),
            r"buy this domain",
            r"domain (?:name )?has expired",
            r"is for sale!?$",
            r"get this domain",
            r"dominio e in vendita|dominio esta a venda|domein is te koop|alan adi satilik",
            r"(?:this )?domain is parked",
            r"parked (?:free|domain)",
            r"inquire about this domain",
            r"make an offer",
            r"sedo|godaddy|namecheap|hugedomains|dan\.com|afternic",
            r"(?:this )?(?:web ?site|site|page) is (?:under construction|coming soon)",
            r"related searches",
            r"default web ?site page",
            r"welcome to nginx",
            r"apache2? (?:ubuntu|debian) default page",
            r"ce (?:nom de )?domaine est (?:a vendre|en vente)",
            r"diese domain (?:steht zum verkauf|ist verfugbar|ist geparkt)",
            r"este dominio esta (?:en venta|a la venta)",
            r"домен (?:продается|припаркован|продаeться|выставлен на продажу)",
            r"the sponsored listings displayed above",
        ),
        longest=160,
        takes=("example.org\nThis domain is for sale. Buy this domain today.", "Diese Domain steht zum Verkauf."),
        leaves=(
            (
                "Fields for sale near the front\nFarmers who fled the fighting try to sell their land for a "
                "tenth of what it was worth before the war, and hardly anyone buys, a broker in the "
                "provincial capital said this week."
            ),
        ),
    ),
    Reason(
        "spam",
        "This is advertising for games of chance, pills or loans on a page that once held something else.",
        (
            r"\b(?:online )?casinos?\b",
            r"\bslots?\b(?: online| gacor| machines?)",
            r"\bpoker\b",
            r"\bjackpots?\b",
            r"\bgambling\b",
            r"\bbet(?:ting)? (?:online|sites?|bonus|odds)\b",
            r"\bsportsbook\b",
            r"\bfree spins?\b",
            r"\bviagra\b",
            r"\bcialis\b",
            r"\blevitra\b",
            r"\bpharmacy\b",
            r"\bwithout (?:a )?prescription\b",
            r"\bpayday loans?\b",
            r"\bessay writing service\b",
            r"\bbuy (?:cheap )?(?:pills|followers|likes|backlinks)\b",
            r"\bjudi\b|\btogel\b|\bgacor\b|\bbandar\b",
            r"\bwelcome bonus\b",
            r"\bdeposit bonus\b",
            r"\broulette\b",
            r"\bblackjack\b",
            r"\bescorts?\b",
            r"\bcbd (?:oil|gummies)\b",
            r"\bweight loss\b",
            r"\bmilf\b|\bporn\b|\bxxx\b",
            r"\bcrypto(?:currency)? (?:casino|trading bot)\b",
            r"\breplica watches\b",
            r"казино",
            r"фриспин\w*",
            r"бездепозитн\w+|без депозита",
            r"\bвулкан\b",
            r"\bзеркало\b",
            r"букмекер\w+",
            r"\bnha cai\b",
            r"\bno hu\b",
            r"\bxo so\b",
            r"\bban ca\b",
            r"\btai xiu\b",
            r"\bdoi thuong\b",
            r"\bkhuyen mai\b",
            r"deneme bonusu",
            r"(?:bahis|casino) siteleri",
            r"canli bahis",
            r"cevrimsiz",
            r"guncel giris",
            r"\bsitus (?:slot|judi|togel|resmi)\b",
            r"\btaruhan\b",
            r"\bmaxwin\b|\brtp\b",
            r"deposit pulsa|minimal deposit",
            r"bad credit",
            r"cash advance",
            r"no credit check",
            r"\b(?:personal|installment|same day) loans?\b",
            r"игровы[ех] автомат\w*",
            r"ставки на спорт",
            r"\bвиагр\w+",
            r"ігров\w+ автомат\w*",
            r"كازينو",
            r"مراهنات",
        ),
        enough=4,
        hints=(
            "casino",
            "slot",
            "poker",
            "jackpot",
            "gambl",
            "bet",
            "spin",
            "viagra",
            "cialis",
            "pharmac",
            "prescription",
            "loan",
            "essay",
            "judi",
            "togel",
            "gacor",
            "bonus",
            "escort",
            "porn",
            "xxx",
            "казино",
            "вулкан",
            "фриспин",
            "букмекер",
            "nha cai",
            "no hu",
            "xo so",
            "doi thuong",
            "bahis",
            "deneme",
            "situs",
            "taruhan",
            "credit",
            "автомат",
            "ставки",
            "виагр",
            "مراهنات",
        ),
        longest=5000,
        takes=(
            (
                "Best online casino 2019\nPlay slots online, poker and blackjack with a welcome bonus. Every "
                "jackpot counts, and free spins wait for you."
            ),
        ),
        leaves=(
            (
                "Casino burned in the capital\nA casino in the old town burned down on Monday night and two "
                "guards were hurt, the fire service said. The owner, who had closed the house when the war "
                "began, spoke of arson and asked for an inquiry."
            ),
        ),
    ),
    Reason(
        "paywall-stub",
        "Only the first lines stand before a paywall.",
        takes=(
            "Army enters town\nTroops moved into the town on Monday.\nSubscribe to continue reading",
            (
                "Army enters town\nTroops moved into the town early on Monday, said a resident.\nThis "
                "article is for subscribers only."
            ),
        ),
        leaves=(),
    ),
    Reason(
        "headlines-only",
        "The page is a list of headlines, no report.",
        takes=(
            (
                "Army enters the town of Hajin\nEnvoy calls for new talks in Geneva\nPrices of bread double "
                "in the capital\nSchools open again after two years\nStorm closes the port for "
                "days\nRefugees wait at the northern crossing\nParliament votes on the new budget"
            ),
        ),
        leaves=(),
    ),
    Reason("empty", "Nothing is left that could be an article.", takes=("", "\n\n", "Share\nTweet\nPrint"), leaves=()),
    Reason("too-short", "The text is too short to be a report.", takes=("Hello world.",), leaves=()),
    Reason("undecodable", "No encoding reads the file without loss."),
    Reason("binary", "The file is no text."),
    Reason("too-large", "The file is larger than the importer reads."),
    Reason("malformed", "The file's own format is broken."),
    Reason("unknown-format", "No reader knows this kind of file."),
    Reason("too-nested", "The page's elements are nested deeper than the importer reads."),
    Reason("missing-extra", "The reader for this kind of file is an extra that is not installed."),
    Reason("unreadable", "The file could not be read."),
    Reason("not-html", "The capture is no HTML page."),
)


_BY_CODE = {reason.code: reason for reason in REASONS}


def refusal(text: str, lines: tuple[Line, ...], title: str = "") -> Refusal | None:
    """The first reason that holds, or None: this is an article."""
    words = len(text.split())
    body = [line for line in lines if line.action is Action.KEEP and line.text]
    possible = [reason for reason in REASONS if reason.signs and words <= reason.longest]
    folded = "\n".join([key(title), *(key(line.text[:2000]) for line in lines[:400] if line.text)]) if possible else ""
    shown = _shown(folded)
    for reason in possible:
        signs = shown.get(reason.code, 0)
        if (
            signs >= reason.enough
            and (not reason.hints or sum(hint in folded for hint in reason.hints) >= FEWEST_HINTS)
            and (signs >= MANY_SIGNS or _nothing_else(reason, body))
        ):
            return _refused(reason.code)
    return _by_shape(lines, body)


def _shown(folded: str) -> Counter[str]:
    """How many of its signs a text shows of each reason."""
    woken = {sign for _, signs in _waiting().iter(folded) for sign in signs}
    return Counter(code for code, sign in woken if _compiled(sign).search(folded))


@cache
def _waiting() -> Any:
    """The signs of all reasons by the pieces of which a text with one has at least one: most texts have none."""
    needed: dict[str, list[tuple[str, str]]] = {}
    for reason in REASONS:
        for sign in reason.signs:
            for piece in pieces_needed(sign) or ():
                needed.setdefault(piece, []).append((reason.code, sign))
    automaton = ahocorasick.Automaton()
    for piece, signs in needed.items():
        automaton.add_word(piece, tuple(signs))
    automaton.make_automaton()
    return automaton


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign, re.MULTILINE)


def _nothing_else(reason: Reason, body: list[Line]) -> bool:
    """A short page with a sign may still be a short report: then its sentences outnumber the signs by far."""
    if reason.code in ("spam", "cookie-wall"):
        return True
    signs = _compiled(joined(reason.signs))
    sentences = [sentence for line in body for sentence in _SENTENCE.split(key(line.text)) if len(sentence) > SENTENCE]
    telling = [sentence for sentence in sentences if not signs.search(sentence)]
    return sum(len(sentence.split()) for sentence in telling) < FEWEST_WORDS or len(telling) < len(sentences) / 2


def _by_shape(lines: tuple[Line, ...], body: list[Line]) -> Refusal | None:
    words = _words_up_to(STUB, body)
    if not any(line.text for line in lines) or (not body and not any(line.action is Action.TITLE for line in lines)):
        return _refused("empty")
    if words < STUB and any(line.rule == "paywall" for line in lines):
        return _refused("paywall-stub")
    headlines = [line for line in lines if line.rule in ("headline-tail", "related-run", "headline")]
    if len(headlines) >= HEADLINES and words < FEWEST_WORDS * 2:
        return _refused("headlines-only")
    if words < FEWEST_WORDS and sum(len(line.text) - line.text.count(" ") for line in body) < FEWEST_LETTERS:
        return _refused("too-short")
    return None


def _words_up_to(enough: int, body: list[Line]) -> int:
    """The words of a text; of a long one as many as it takes to know that it is long."""
    words = 0
    for line in body:
        words += len(line.text.split())
        if words >= enough:
            break
    return words


def _refused(code: str) -> Refusal:
    return Refusal(code, _BY_CODE[code].message)
