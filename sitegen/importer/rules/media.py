"""Lines about pictures and players: captions, credits, labels of players."""

from __future__ import annotations

from sitegen.importer.rules.rule import Action, Rule, listed

AGENCY = (
    r"(?:afp|ap|reuters|epa|efe|dpa|ansa|tass|tasr|ria novosti|риа новости|тасс|укринформ|"
    r"укрінформ|уніан|унан|upi|sana|irna|anadolu(?: agency)?|aa|"
    r"xinhua|getty(?: images)?|afp via getty images|shutterstock|alamy|istock|rex features|"
    r"picture alliance|imago|keystone|associated press|press association|pa|nurphoto|zuma(?: "
    r"press)?|sipa|bbc|cnn|"
    r"al jazeera|anadolu images|european pressphoto agency|agence france-presse|wikimedia(?: "
    r"commons)?|wikipedia|flickr|twitter|facebook|youtube|google(?: maps| earth)?|screengrab|file|"
    r"file photo|handout|archive|الاناضول|رويترز|فرانس برس|ا ف ب|سانا)"
)
HOLDER = rf"{AGENCY}(?: ?[/,|&-] ?[\w .'/@-]{{1,60}})?"

MEDIA_RULES: tuple[Rule, ...] = (
    Rule(
        "player",
        Action.REMOVE,
        "A player's own words: they tell of the page's software, not of the event.",
        phrases=listed(
            """
            media playback is not supported on your device | media playback is unsupported on your device |
            playback of this media is not supported on your device |
            your browser does not support the video tag | your browser does not support the audio element |
            your browser doesn't support html5 video | this video can not be played |
            this video cannot be played | this content is not available |
            to play this video you need to enable javascript in your browser | video unavailable |
            watch video | watch the video | play video | play | pause | mute | unmute | loading video |
            video player is loading | video | live | live stream | watch live | watch | play audio | listen
            | listen to this article | listen to article | listen to the story | audio | image | photo |
            photos | gallery | photo gallery | view gallery | slideshow | in pictures | enlarge image |
            view image | view larger image | hide caption | toggle caption | enlarge this image |
            full screen | fullscreen | close | loading | loading... | now playing | up next | autoplay |
            current time | duration | remaining time | playback rate | chapters | subtitles off |
            la lecture du media n'est pas prise en charge sur votre appareil | lire la video | voir la video
            | regarder la video | ecouter l'article | ecouter | votre navigateur ne supporte pas la video |
            video en direct | agrandir l'image | diaporama |
            die wiedergabe wird auf ihrem gerat nicht unterstutzt | video abspielen | video ansehen |
            artikel anhoren | ihr browser unterstutzt dieses video nicht | bild vergrossern | bildergalerie
            | fotostrecke | tu dispositivo no soporta la reproduccion de medios |
            la reproduccion multimedia no es compatible con tu dispositivo | ver video | reproducir video |
            escuchar | escuchar articulo | galeria | ampliar imagen |
            воспроизведение медиафайла не поддерживается на вашем устройстве |
            ваше устройство не поддерживает мультимедиа | смотреть видео | видео | слушать | фото |
            фотогалерея | ваш браузер не поддерживает видео | ваш пристрій не підтримує відтворення медіа |
            дивитися відео | дивіться відео | відео | слухати | ваш браузер не підтримує відео |
            تشغيل الفيديو | شاهد الفيديو | فيديو | استمع | استمع الى المقال | الوسائط غير متاحه على جهازك |
            متصفحك لا يدعم تشغيل الفيديو | صور | معرض الصور
            """
        ),
        patterns=(
            r"(?:listen|watch)(?: to this article)? ?\(?\d+ ?(?:min|mins|minutes|sec|secs)\.?\)?",
            r"(?:media )?playback (?:is )?(?:not supported|unsupported) on your device\.?",
            r"(?:to play this video,? )?(?:you need to )?enable javascript in your browser.*",
            (
                r"(?:sorry, )?(?:your browser|this browser|your device) (?:does not|doesn't|cannot|can't) "
                r"(?:support|play|display)\b.*"
            ),
            r"votre navigateur ne (?:supporte|prend) pas.*",
            r"ihr browser unterstutzt .*nicht.*",
            (
                r"(?:next|video suivante|nachstes video|siguiente video|proximo video|следующее видео|наступне "
                r"відео)\b[^.!?]{0,40}"
            ),
            r"(?:tu|su) navegador no (?:soporta|admite|es compatible).*",
            r"\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?",
            r"volume \d+%",
            (
                r"(?:slideshow|gallery|photos|images|diaporama|bilder|fotos) ?\(?\d+ ?(?:images?|photos?|"
                r"bilder|fotos)?\)?"
            ),
            (
                r"this (?:video|content|media) (?:is (?:not|no longer) available|can ?not be played|has been "
                r"removed).{0,40}"
            ),
        ),
        seldom=(r".{5,150} ?\(\d{1,2}:\d{2}\)",),
        seldom_needs=("(",),
        cased=(
            (
                r"(?:Watch|WATCH|See|Listen to) (?:a|an|the|this|our) (?:[\w'-]+ ){0,3}(?:report|video|footage|clip|"
                r"interview|documentary|film|recording|podcast)\b[^.!?]{0,140}:"
            ),
        ),
        takes=(
            "Watch a report by a television channel on the battle for the town:",
            "See the full video of the strike below:",
            "Media playback is not supported on your device",
            "Votre navigateur ne supporte pas la vidéo",
            "Видео",
            "Watch video ▶",
            "02:31 / 04:10",
            "تشغيل الفيديو",
        ),
        leaves=(
            "Video shows a strike on the market, residents said.",
            "Media playback of the song was banned by the militants.",
            "Live fire was heard across the city.",
            "Loading the trucks took two days",
            "Watch the road, the commander told the guards: nobody may pass.",
            "See the wounded first, the nurse said.",
        ),
    ),
    Rule(
        "caption-label",
        Action.REMOVE,
        "A label before a caption; the caption glued to it goes to `media`.",
        labels=listed(
            """
            image caption | media caption | video caption | legend of the media | legend of the image |
            legend of the video | image legend | legende du media | legende image | legende de l'image |
            legende video | bildbeschreibung | bildunterschrift | videobeschreibung | pie de foto |
            leyenda de la imagen | leyenda del video | подпись к фото | підпис до фото | автор фото |
            التعليق على الصوره | التعليق على الفيديو | photo caption
            """
        ),
        glued=Action.CAPTION,
        takes=("Image caption", "Legend of the media", "Légende image", "Подпись к фото"),
        leaves=("Caption contests were once popular in the camp.", "The legend of the media baron grew."),
    ),
    Rule(
        "copyright-label",
        Action.CREDIT,
        "A label that names the holder of a picture's rights, or the empty shell of one.",
        labels=listed(
            """
            author's right of the image | author's right of the picture | copyright of the image |
            image copyright | image source | video source | media source | picture copyright |
            photo copyright | droit d'auteur de l'image | copyright de l'image | credit photo |
            credits photo | credit image | source de l'image | bildquelle | bildrechte | bildnachweis |
            fuente de la imagen | derechos de autor de la imagen | derechos de autor | credito de la imagen
            | автор фото | источник изображения | источник фото | джерело зображення |
            правообладатель иллюстрации | author's rights of the image | صدر الصوره | مصدر الصوره |
            حقوق النشر صوره
            """
        ),
        glued=Action.CREDIT,
        takes=("Author's right of the image", "Image copyright", "Bildquelle", "مصدر الصورة"),
        leaves=("Image copyright law does not apply in the enclave, the court ruled.",),
    ),
    Rule(
        "credit",
        Action.CREDIT,
        "Who made or owns a picture: it belongs to the picture, not to the text.",
        patterns=(
            HOLDER,
            (
                r"\(?(?:photo|photos|photograph|photography|image|images|picture|pictures|video|foto|fotos|"
                r"bild|bilder|imagen|fotografia|illustration|map|graphic|фото|изображение|зображення|відео|"
                r"видео|иллюстрация|bildquelle|bildrechte|bildnachweis|source de l'image|fuente de la imagen|"
                r"источник фото|джерело фото|photo credit|image credit|picture credit|photo credits|image "
                r"source|photo source|credit|credits|credit photo|photo d'archives|фото из архива|صوره|تصوير|"
                r"الصوره|مصدر الصوره)(?: by| courtesy(?: of)?| from| de| von| via)? ?[:/|©-] "
                r"?[^.!?]{1,90}\.?\)?"
            ),
            (
                r"(?!.* (?:was|were|is|are|has|have|had|show|showed) )"
                r"\(?(?:photo|photograph|image|picture|video|foto)s? (?:by|courtesy of|provided by|via|"
                r"credit) [^.!?]{1,80}\.?\)?"
            ),
            rf"(?:©|\(c\)|copyright) ?(?:\d{{4}} )?{HOLDER}(?: ?\d{{4}})?\.?",
            rf"(?:image|media|video|picture) (?:copyright|source)[,:]? ?{HOLDER}",
            r"ap photo/[^.!?]{2,50}",
            r"\[?file:? ?(?:reuters|ap|afp|epa|anadolu)[^.!?]{0,40}\]?",
            rf"[\[(]{HOLDER}[\])]",
            r"[\[(][\w .'-]{2,40}/[\w .'-]{2,40}[\])]",
            rf"(?:[-–—•|] ?|(?:fotos?|photos?|фото|bilder) ){AGENCY}",
        ),
        seldom=(
            (
                r"[\w .'-]{2,40} ?/ ?(?:afp|ap|reuters|epa|efe|dpa|getty(?: images)?|anadolu(?: agency)?|ap "
                r"photo|associated press|sipa|tass|afp via getty images|afp/getty images|the guardian|the new "
                r"york times|bbc|al jazeera|pool)(?: ?[/,-] ?[\w ]{1,30})?"
            ),
        ),
        seldom_needs=("/",),
        longest=120,
        takes=(
            "© AFP",
            "Getty Images",
            "Photo: Omar Sanadiki/Reuters",
            "(Photo by George Ourfalian/AFP)",
            "AFP/Getty Images",
            "Foto: dpa",
            "Фото: РИА Новости",
            "تصوير: رويترز",
            "AP Photo/Hassan Ammar",
            "Photograph: Delil Souleiman/AFP/Getty Images",
            "[Ammar Abdullah/Reuters]",
            "(Jane Doe / United Press International)",
        ),
        leaves=(
            "Reuters could not confirm the report.",
            "AFP journalists saw two buses leave the town.",
            "Images of the attack spread within minutes.",
            "Photos: the ministry says they are forged, and the opposition disagrees. Nobody can tell.",
        ),
    ),
    Rule(
        "caption",
        Action.CAPTION,
        "Text that describes a picture: it holds facts and dates of its own, so it is kept with the picture.",
        patterns=(
            (
                r"(?:photo|picture|image|screenshot|screengrab|still|illustration|map|satellite image|a file "
                r"photo|an undated photo|archive photo|archive image|file photo|file image|file picture)(?: "
                r"of the file| of file| from the archives?| from file)? (?:showing|shows|show|of|taken|"
                r"released|dated|from|provided by|obtained by) .{10,}"
            ),
            (
                r"(?:photo d'archives|photo de fichier|photo d'illustration|photo prise|image d'archives|"
                r"capture d'ecran|archivbild|archivfoto|symbolbild|symbolfoto|foto de archivo|imagen de "
                r"archivo|foto archivo|архивное фото|фото из архива|иллюстративное фото|ілюстративне фото|"
                r"архівне фото|фото ілюстративне|صوره ارشيفيه|صوره من الارشيف|ارشيفيه)\b ?[:.,(-]? ?.{0,380}"
            ),
            (
                r"(?:file(?: photo| image| picture)?|photo|caption|image|in pictures|video|legende|bild|foto|"
                r"pie de foto|на фото|на снимке|на світлині|في الصوره|الصوره) ?[:–—|] ?.{25,}"
            ),
            r".{20,400}(?:\.{3,4}|…) ?more",
            r"(?:topshot|file) ?- ?.{20,}",
            r".{30,400}/ ?(?:afp|reuters|ap|epa) ?/ ?[\w .'-]{3,40}",
            r"(?:\[caption[^\]]*\])?.{10,}\[/caption\]",
            r"\(file\)",
            (
                r"(?:in )?this (?:image|photo|photograph|picture|frame grab|file photo|undated photo|handout "
                r"photo|handout image|satellite image|screen ?grab|combination of)\b.{0,60}\b(?:released by|"
                r"released on|provided by|made available|taken (?:on|from|by|in)|obtained (?:by|from)|posted "
                r"(?:by|on)|supplied by)\b.{5,}"
            ),
            (
                r"(?:a|an) (?:still image|image grab|handout picture|handout photo|handout image|undated "
                r"image|undated photo|file photo|screen ?grab|picture taken|photo taken|general view|view "
                r"shows|video grab)\b.{5,}"
            ),
        ),
        seldom=(
            r".{15,}\((?:file|file photo|archive|archives|archivbild|foto archivo|архив|архив|ارشيف)\)\.?",
            (
                r".{3,120}\((?:foto|photo|imagen|image|picture|фото|bild) ?[/|:,-] ?"
                r"(?:archivo|file|archives?|archiv|архив|архів)\)\.?"
            ),
            (
                r"(?=[^\[(/|©]*[\[(/|©])"
                r".{12,}(?:\((?:photo|photograph|image|picture|credit|foto|photo credit)s? ?(?:by|:|courtesy|"
                r"via|credit)[^()]{2,80}\)|\[(?:file|reuters|afp|ap|epa|anadolu|al jazeera|"
                r"getty)[^\]]{0,50}\]|\[[\w .'-]{3,40}/(?:reuters|afp|ap|epa|efe|anadolu(?: agency)?|al "
                r"jazeera|getty(?: images)?)[^\]]{0,30}\]|reuters/[\w .'-]{3,40}(?:/file photo)?|\((?:ap|afp|"
                r"reuters|epa) photo[^()]{0,40}\)|ap photo/[\w .'-]{3,40}|(?:©|\(c\)) ?(?:afp|ap|reuters|epa|"
                r"getty images|dpa)[\w ./-]{0,60}|\(?(?:afp|reuters|getty images|epa|dpa|ap)/[\w "
                r".'-]{3,40}\)?|(?:/|\|) ?(?:afp|reuters|epa|dpa|getty images|ap)|\((?:afp|reuters|epa|getty "
                r"images|getty|sana|anadolu|aa)\))\.?"
            ),
        ),
        seldom_needs=(
            "(photo",
            "(image",
            "(picture",
            "(credit",
            "(foto",
            "(file",
            "(archiv",
            "(архив",
            "(ارشيف",
            "(imagen",
            "(фото",
            "(bild",
            "[",
            "/",
            "|",
            "©",
            "(c)",
            "(ap",
            "(afp",
            "(reuters",
            "(epa",
            "(getty",
            "(sana",
            "(anadolu",
            "(aa)",
        ),
        takes=(
            "Photo of the file showing Syrian Democratic Forces (SDF) fighters in Deir al-Zour province, May 1, 2018",
            "FILE - In this Sunday, Oct. 29, 2017 file photo, a Syrian soldier waits",
            "File photo: Smoke rises over the eastern quarter of the city",
            "A woman carries bread in Douma [Bassam Khabieh/Reuters]",
            "Imagen ilustrativa. (Foto/archivo)",
            "TOPSHOT - Smoke rises over the western front of the town on July 2, 2017. / AFP / JANE DOE",
            "A fighter rests beside a burned car in the town, March 2, 2015....more",
            "Soldiers near the town. (Photo: file)",
            "Symbolbild: Panzer der syrischen Armee nahe der Front",
            "صورة أرشيفية: مقاتلون في ريف دير الزور",
            "Архивное фото: бойцы у линии фронта",
            "In this photo released by the state news agency, workers clear the road",
        ),
        leaves=(
            "This picture shows how far the talks have come, the envoy said.",
            "The photo of the boy went around the world.",
            "Photographs were shown in court.",
            "A general strike began on Monday.",
        ),
    ),
)
