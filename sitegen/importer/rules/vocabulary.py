"""Lines made of nothing but a page's own words: "Compartir Comentarios", "Log in with Facebook"."""

from __future__ import annotations

import re

from sitegen.importer.fold import key
from sitegen.importer.rules.rule import Action, Rule


def _words(text: str) -> frozenset[str]:
    return frozenset(key(word) for word in text.split())


STRONG = _words(
    """
    share shares sharing retweet retweets tweet tweets facebook twitter whatsapp telegram instagram linkedin pinterest
    reddit tumblr flipboard messenger viber youtube tiktok rss vkontakte newsletter newsletters subscribe subscribed
    subscriber subscribers subscription subscriptions unsubscribe login logout signup signin log-in sign-in
    sign-up password username cookies cookie captcha recaptcha javascript url permalink trackback trackbacks pingback
    pingbacks homepage webpage website sidebar widget widgets footer breadcrumb breadcrumbs pagination slideshow
    navigation
    autoplay bookmark bookmarks comments commenting sitemap skip scroll loading loader unmute fullscreen thumbnail
    advertisement advertisements advertise sponsored promoted disqus gravatar wordpress blogger popup toggle dropdown
    faq dmca adsense podcast podcasts e-mail print hyperlink hyperlinks panel
    partager partagez commentaires commenter abonnez-vous abonne abonnes abonnement connexion inscription imprimer
    accueil sommaire diaporama publicite annonceurs telecharger navigateur infolettre identifiant
    teilen kommentare kommentar kommentieren abonnieren abonnenten abo anmelden registrieren einloggen drucken
    startseite seitenanfang impressum datenschutz anzeige werbung herunterladen passwort benutzername nutzer
    compartir comparte comentarios comentar suscribete suscripcion suscriptores suscriptor inicia imprimir iniciar
    portada publicidad descargar contrasena boletin usuario enlace
    поделиться поделитесь комментарии комментировать комментариев подписаться подпишитесь подписывайтесь рассылка
    рассылку регистрация авторизация войти главная распечатать реклама рекламодателям скачать пароль логин сайте сайта
    просмотров просмотры репост твитнуть вконтакте телеграм-канал
    поділитися поділитись коментарі коментувати коментарів підписатися підпишіться підписуйтесь розсилка розсилку
    реєстрація увійти головна роздрукувати завантажити сайті сайту переглядів перегляди
    شارك مشاركه طباعه تعليقات التعليقات اشترك الاشتراك تسجيل فيسبوك تويتر واتساب تيليجرام تلغرام انستغرام يوتيوب
    اعلان اعلانات النشره البريديه الايميل رابط المشاهدات مشاهدات
    condividi commenti commenta abbonati abbonamento stampa pubblicita scarica iscriviti accedi registrati
    compartilhe compartilhar comentarios assine assinantes assinante entrar cadastre-se publicidade imprimir baixar
    delen deel reacties abonneren inloggen aanmelden advertentie afdrukken abonnees nieuwsbrief
    comentario commento reactie commentaire komentar kommentar nenhum
    paylas paylasin yorumlar yorum abone giris yazdir reklam ilan kaydol uye
    """
)
PAGE_NOUNS = _words(
    """
    article articles page pages site website websites webpage blog browser javascript comment comments commenting
    commented commenter post posts link links account accounts
    profile login password username user users uploader upload subscriber subscribers subscription subscriptions
    newsletter newsletters email e-mail inbox app apps desktop mobile download downloads click tap scroll button
    advertisement advertisements ads sponsor sponsors sponsored reader readers editor editors privacy cookies
    copyright license licence licensed terms policy form feedback forum thread topic tags podcast archive archives
    version zoomable transcript embed rss journalism newsroom reporting paywall paywalls donation donations donate
    journalists reporters
    supporters membership
    articles lecteurs lecteur commentaire commentaires abonnes abonne site navigateur newsletter
    artikel beitrag kommentar kommentare leser seite webseite abonnenten nutzer
    articulo comentario comentarios lectores pagina sitio suscriptores usuario usuarios
    articolo commento commenti commenta lettori pagina sito linee iscriviti clicca
    artigo comentario leitores pagina assinantes
    статья статьи статью комментарий комментарии сайт сайте сайта страница страницы читатели подписчики ссылка ссылке
    стаття статті статтю коментар коментарі сайті сайту сторінка сторінки читачі посилання
    المقال التعليق التعليقات الموقع الصفحه القراء الرابط الاشتراك
    """
)
"""Nouns of a page's own talk; a report may say one of them, hardly two and nothing else of its matter."""
WEAK = _words(
    """
    name home menu search contact about more less top back next previous prev read reading view views watch listen live
    latest news headlines stories story article articles page pages post posts posted author authors editor editors
    edition category categories section sections tag tags topic topics related recommended popular trending featured
    most must email mail send save like likes follow following followers reply replies join sign log in out up
    register account
    profile settings language languages close open expand collapse show hide all button icon link links copy click tap
    here photo photos video videos gallery image images audio play pause mute stop full screen min mins minute minutes
    seconds comment add leave write report error typo feedback help support terms conditions privacy policy legal rights
    copyright archive archives app apps store download get free trial offer unlimited access premium member members
    plus digital network networks social media google facebook's whatsapp's channel alerts notifications desktop
    mobile version
    classic sort by newest oldest best relevance date updated published created last modified time invalid input
    required field fields name message submit cancel ok yes no forgot remember me remember my
    associated linked connected similar subject subjects theme themes item items matters histories too find details
    further information rest entire whole complete original origin source sources text main titles publication
    publications connection friends others network image caption also see look continue well analysis full history
    actualites derniers dernieres infos lire aussi suite voir plus tout toute tous articles article sur haut bas
    page retour
    suivant precedent rechercher recherche menu rubrique rubriques newsletter video videos photos direct mentions
    legales
    contenu contenus reserve reserves reserver recommandes populaires reagir envoyer copier lien ecouter compte creer
    mehr weitere artikel lesen lesedauer thema themen meldungen nachrichten zuruck weiter suche menu mein konto jetzt
    kostenlos seite seiten nach oben bilder video videos link kopieren merken auch interessant beliebt meistgelesen
    neueste ressort nutzungsbedingungen rechtliche hinweise kontakt uber uns
    noticias mas ultimas leer ver todas todos tambien articulo articulos pagina siguiente anterior arriba volver buscar
    buscador menu seccion secciones video videos fotos galeria aviso legal terminos condiciones contenido contenidos
    exclusivo relacionadas relacionados recomendados copiar cuenta crear sesion publicado actualizado reporta noticia
    читать далее еще все новости статьи статья материалы материал по теме также смотрите самое читаемое популярное
    популярные интересное почитать последние лента меню поиск контакты наверх назад вперед раздел разделы видео фото
    фотогалерея источник материала ссылка скопировать свежие главные картина дня регионах регионов вернуться читайте
    смотреть обсудить обсуждение добавить написать оставить версия полная мобильная русском украинском английском
    новость
    читати далі ще всі новини статті стаття матеріали матеріал за темою також дивіться найпопулярніше популярні
    останні стрічка меню пошук контакти догори назад розділ розділи відео фото джерело матеріала матеріалу посилання
    скопіювати головні спецпроекти читайте дивитися обговорити додати сюжетом сюжет цікаве українською російською
    المزيد اقرا ايضا الرئيسيه القائمه بحث اخبار الاخبار اخر الخبر المقال المقالات السابق التالي الاعلى للاعلى عوده
    العوده مقالات مواضيع متعلقه ذات صله فيديو صور نسخ ارسال حفظ حول الموضوع موضوعات المحرر اضف اكتب تعليق تعليقا تابعنا
    leggi anche notizie ultime altre articolo articoli pagina cerca contatti redazione foto su tutti tutte
    leia tambem mais noticias ultimas veja artigo pagina buscar contato fotos corpo do conteudo continua apos
    lees ook meer nieuws laatste artikel artikelen pagina zoeken over terug naar boven
    haber haberler haberleri son dakika ilgili diger devami oku fotograf galeri sayfa ara iletisim gundem
    """
)
FILLERS = _words(
    """
    the a an to this that these on with of for from your our my us you or and & via at is are by it be not as in same
    le la les de du des et a au aux en sur pour par un une votre vos nos ce cet cette avec vous
    der die das den dem des und oder auf in im zu zum zur mit fur von per ihr ihre diesen diese dieser uns
    el los las del y o con para por tu su este esta al lo que un una e
    в на и по с за к о об от для или это эту у нас вас ваш
    і й та до з зі із про в на у за цю це нас вас ваш
    في على الى من عن مع هذا هذه و او عبر
    il lo gli di da con per e al della sul
    do da dos das e em no na ao para por com o os as
    het een van en op voor met bij te
    ve ile bu bir icin
    + x sem nessun geen aucun aucune kein keine ningun hay нет немає لا توجد يوجد yok
    """
)
_WORD = re.compile(r"(?:\b(?:l|d|qu|s|j|m|n|c)')?([^\W\d_]+(?:['-][^\W\d_]+)*|&|\+)")
_GLUED = re.compile(r"(?<=[a-zà-ÿа-яё])(?=[A-ZÀ-ÞА-Я])")
MOST_WORDS = 8
LONGEST = 70
SENTENCE, ENOUGH = 4, 3


def is_page_words(line: str, folded: str) -> bool:
    """Whether a short line has only a page's own words, one that nothing else says or two that most pages say."""
    if len(folded) <= LONGEST and _GLUED.search(line):
        folded = key(_GLUED.sub(" ", line))
    if len(folded) > LONGEST:
        return False
    words = _WORD.findall(folded)
    if not 0 < len(words) <= MOST_WORDS or not all(word in STRONG or word in WEAK or word in FILLERS for word in words):
        return False
    strong, weak = sum(word in STRONG for word in words), sum(word in WEAK for word in words)
    small = len(words) - strong - weak
    if folded.endswith(".") and len(words) >= SENTENCE:
        return small <= 1 and ((strong > 0 and weak > 0) or weak >= ENOUGH)
    return strong > 0 or (weak > 1 and small <= weak)


PAGE_WORDS = Rule(
    "page-words",
    Action.REMOVE,
    "A few words that only a page says of itself, whatever their order.",
    takes=(
        "Compartir Comentarios",
        "Log in with Twitter",
        "Remember meForgot password?",
        "Nenhum comentário:",
        "Читать далее по теме",
        "Джерело матеріалу",
        "طباعة عودة للأعلى",
        "Plus d'articles",
        "Neueste Artikel",
        "Ultime notizie",
        "Reacties delen",
    ),
    leaves=(
        "Back to the front",
        "More dead",
        "Live fire",
        "Search for the missing",
        "Print shops in the town were closed.",
        "The top of the list",
        "Ответить врагу",
        "Más muertos",
        "Die letzten Tage",
    ),
)
