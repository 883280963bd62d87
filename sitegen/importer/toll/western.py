"""The words of tolls in French, German and Spanish."""

from __future__ import annotations

from sitegen.importer.toll.lexicon import Lexicon


def _counted(words: str, first: int = 2) -> dict[str, int]:
    """Number words in their order."""
    return {word: number for number, word in enumerate(words.split(), first)}


_ABOUT_SO_MANY = {
    f"{before}{article} {word}{after}": number
    for article, word, number in (
        ("une", "dizaine", 10),
        ("une", "douzaine", 12),
        ("une", "quinzaine", 15),
        ("une", "vingtaine", 20),
        ("une", "trentaine", 30),
        ("une", "quarantaine", 40),
        ("une", "cinquantaine", 50),
        ("une", "soixantaine", 60),
        ("une", "centaine", 100),
        ("un", "millier", 1000),
        ("un", "million", 1_000_000),
    )
    for before in ("", "d'", "d’", "qu'", "qu’")
    for after in ("", " de", " d'", " d’")
}

FRENCH = Lexicon(
    code="fr",
    numbers=_counted(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf"
    ),
    tens_and_up={
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "quatre-vingts": 80,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "quatre-vingt": 80,
        **_ABOUT_SO_MANY,
    },
    vague={
        "dizaines de": 20,
        "des dizaines de": 20,
        "des dizaines": 20,
        "centaines de": 200,
        "des centaines de": 200,
        "milliers de": 2000,
        "des milliers de": 2000,
        "plusieurs": 0,
        "plusieurs dizaines de": 20,
        "de nombreux": 0,
    },
    at_least=("au moins", "plus de", "pas moins de", "plus d'", "au minimum"),
    at_most=("jusqu'à", "au plus", "moins de", "au maximum"),
    about=("environ", "près de", "près", "quelque", "presque", "autour de"),
    between="entre|de…et|à",
    stems=(
        "tué",
        "mort",
        "décé",
        "péri",
        "victime",
        "assassin",
        "exécut",
        "abattu",
        "bless",
        "captur",
        "arrêt",
        "déten",
        "otage",
        "enlev",
        "déplac",
        "fui",
        "dispar",
        "bilan",
        "vie",
    ),
    kinds={
        "killed": (
            "tuée?s?",
            "tuer",
            "tuant",
            "tue",
            "morte?s?",
            "décédée?s?",
            "ont péri",
            "péri",
            "perdu la vie",
            "exécutée?s?",
            "abattue?s?",
            "assassinée?s?",
            "coûté la vie à",
            "mort de",
            "mort d(?=['’])",
            "martyre?s?",
            "succombé",
            "périrent",
            (
                r"perdu(?= (?:au moins |plus de |près de |environ |quelque )?\d[\d .,\u00a0]* "
                r"(?:hommes|soldats|combattants|membres))"
            ),
        ),
        "injured": ("blessée?s?", "blessant", "blesser", "blesse"),
        "captured": ("capturée?s?", "capturant", "arrêtée?s?", "arrêtant", "détenue?s?", "enlevée?s?", "otages"),
        "displaced": (
            "déplacée?s?",
            "fui",
            "fuient",
            "contraintes? de fuir",
            "forcée?s? à fuir",
            "à (?:se déplacer|fuir)",
            "quitté leurs? foyers?",
        ),
        "missing": ("disparue?s?", "portée?s? disparue?s?"),
    },
    only_before=(
        "tuant",
        "tuer",
        "tue",
        "perdu",
        "blessant",
        "blesser",
        "blesse",
        "capturant",
        "arrêtant",
        "bilan",
        "coûté la vie à",
    ),
    passive=r"(?:été|sont|est|étaient|était|être|fut|furent)",
    persons=(
        r"personnes?|civils?|civiles?|enfants?|femmes?|hommes?|soldats?|militaires?|combattants?|"
        r"jihadistes?|djihadistes?|rebelles?|terroristes?|insurgés?|miliciens?|policiers?|habitants?|"
        r"victimes?|morts?|blessés?|membres?|journalistes?|secouristes?|otages?|prisonniers?|détenus?|"
        r"réfugiés?|personnes|martyrs?|étudiante?s?|éléments?|blessées?|tuées?|djihadistes|passagers?|"
        r"manifestants?|officiers?|déplacés|autres|syriens?|russes?|"
        r"turcs?|irakiens?|israéliens?|palestiniens?|kurdes?|iraniens?|insurgés"
    ),
    things=(
        r"frappes?|raids?|attaques?|bombes?|obus|roquettes?|missiles?|explosions?|véhicules?|chars?|"
        r"voitures?|pays|avions?|hélicoptères?|drones?|maisons?|bâtiments?|villages?|villes?|localités?|"
        r"positions?|km|kilomètres?|mètres?|%|pour cent|jours?|semaines?|mois|ans|années?|heures?|"
        r"minutes?|fois|euros|dollars|tonnes?|hôpitaux|écoles?|janvier|février|mars|avril|mai|juin|"
        r"juillet|août|septembre|octobre|novembre|décembre"
    ),
    part_of=r"dont|parmi eux|parmi elles|parmi lesquels|parmi lesquelles|y compris|d'entre eux|notamment",
    spaced=True,
    joints=r"\bet|\bainsi qu[e']|\bplus|\ben plus de|\ben plus des|\bcontre|\bou",
    among={
        "killed": (
            r"(?:parmi|au nombre d(?:es?|u)) (?:les |ces |des )?(?:[\w-]+ ){0,3}?(?:morts|tués|tuées|victimes|"
            r"décès|décédés)|"
            r"bilan [\w' -]{0,40}?(?:inclut|comprend|comporte|compte)|(?:morts|victimes) (?:comprennent|comptent)"
        ),
        "injured": r"parmi les blessés",
        "captured": r"parmi les (?:prisonniers|détenus)",
    },
    tally={
        "killed": (
            r"bilan ?:|bilan\b[^.;:]{0,60}?\b(?:à|de|atteint|dépasse|est de|d'au moins)|"
            r"nombre d(?:e|es) (?:morts|victimes|tués)\b[^.;:]{0,60}?\b(?:à|atteint|dépasse|est de)"
        ),
        "injured": r"nombre d(?:e|es) blessés\b[^.;:]{0,60}?\b(?:à|atteint|dépasse|est de)",
        "displaced": r"nombre d(?:e|es) déplacés\b[^.;:]{0,60}?\b(?:à|atteint|dépasse|est de)",
    },
    single="une?",
    singular=(
        r"civile?|enfant|femme|homme|fillette|garçon|bébé|soldat|militaire|combattant|jihadiste|djihadiste|"
        r"rebelle|terroriste|"
        r"milicien|policier|habitant|journaliste|secouriste|étudiante?|officier|commandant|chef|personne|médecin|"
        r"manifestant|membre|élément|pilote"
    ),
    breaks=(
        r";|[.!?] |\bmais\b|\btandis\b|\baprès\b|\bavant\b|\blorsque\b|\bquand\b|\bselon\b|\ba "
        r"déclaré\b|\ba indiqué\b|\ba annoncé\b|\bdepuis\b"
    ),
    bridge=(
        r"[\s,:(\"'’«]*(?:(?:à|de|d'|des|les?|la|un|une|au|aux|autres?|et|ont|a|sont|été|était|étaient|"
        r"en|passé|monté|porté|grimpé|s'élève|atteint|total|fait|faisant|"
        r"désormais)\b[\s,:(\"'’«]*){0,8}"
    ),
    reporting=(
        r"a déclaré|a dit|a indiqué|a annoncé|a affirmé|a rapporté|rapporte|a précisé|a fait savoir|"
        r"ont déclaré|ont indiqué|ont rapporté|indique|affirme"
    ),
    according=r"selon|d'après|de source|cité par",
)

_UNITS = _counted("ein zwei drei vier fünf sechs sieben acht neun", 1)
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_GERMAN_TENS = {f"{unit}und{ten}": one + many for unit, one in _UNITS.items() for ten, many in _TENS.items()} | {
    f"{unit}hundert": one * 100 for unit, one in _UNITS.items()
}

GERMAN = Lexicon(
    code="de",
    numbers=_counted(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn"
    ),
    tens_and_up={
        "zwanzig": 20,
        "dreißig": 30,
        "vierzig": 40,
        "fünfzig": 50,
        "sechzig": 60,
        "siebzig": 70,
        "achtzig": 80,
        "neunzig": 90,
        "hundert": 100,
        "tausend": 1000,
        "ein dutzend": 12,
        "zwei dutzend": 24,
        "drei dutzend": 36,
        **_GERMAN_TENS,
    },
    vague={
        "dutzende": 24,
        "dutzenden": 24,
        "hunderte": 200,
        "hunderten": 200,
        "tausende": 2000,
        "tausenden": 2000,
        "zehntausende": 20_000,
        "zehntausenden": 20_000,
        "mehrere": 0,
        "viele": 0,
        "zahlreiche": 0,
    },
    at_least=("mindestens", "mehr als", "über", "wenigstens", "zumindest"),
    at_most=("bis zu", "höchstens", "weniger als", "maximal"),
    about=("etwa", "rund", "ungefähr", "fast", "knapp", "circa", "ca."),
    between="zwischen|von…und|bis",
    stems=(
        "töt",
        "tot",
        "gestorb",
        "starb",
        "ums leben",
        "leben",
        "opfer",
        "verletz",
        "verwund",
        "gefangen",
        "festgenommen",
        "verhaftet",
        "entführt",
        "geisel",
        "vertrieb",
        "flücht",
        "geflohen",
        "vermisst",
    ),
    kinds={
        "casualties": ("töteten? (?:und|oder) verletzten?", "getötet (?:und|oder) verletzt"),
        "killed": (
            "getötet",
            "töteten?",
            "töten",
            "tote[nr]?",
            "tot",
            "todesopfer",
            "gestorben",
            "starben",
            "ums leben gekommen",
            "ums leben",
            "hingerichtet",
            "ermordet",
            "erschossen",
            "leichen",
            "ihren verletzungen erlegen",
            "umgekommen",
            "opfern?",
            "starb",
            "tötete",
            "kam ums leben",
        ),
        "injured": ("verletzte?[rn]?", "verletzten", "verwundete?[rn]?"),
        "captured": ("gefangen genommen", "gefangengenommen", "festgenommen", "verhaftet", "entführt", "geiseln"),
        "displaced": (
            "vertrieben(?:e[rn]?)?",
            "geflohen",
            "geflüchtet",
            "flohen",
            "flüchteten",
            "auf der flucht",
            "in die flucht geschlagen",
            "in die flucht getrieben",
        ),
        "missing": ("vermisst(?:e[rn]?)?", "verschwunden"),
    },
    only_before=("töteten", "tötete", "töten", "leichen", "töteten und verletzten", "töteten oder verletzten"),
    passive=r"(?:wurden?|worden|sind|ist|waren|seien|sei|kamen|kam)",
    persons=(
        r"\w*(?:menschen|personen|zivilisten|kindern?|frauen|männer|soldaten|kämpfern?|rebellen|terroristen|"
        r"dschihadisten|extremisten|islamisten|polizisten|bewohner|opfer|tote|verletzte|mitglieder|"
        r"journalisten|helfer|sanitäter|geiseln|gefangene|flüchtlinge|passagiere|demonstranten|"
        r"offiziere|milizionäre|aufständische|anhänger|angehörige|weitere|todesopfer|syrer|russen|"
        r"türken|iraker|israelis|palästinenser|kurden|iraner|personen|jugendliche|mädchen|jungen|opfern?|"
        r"familienmitglieder|regierungssoldaten|einwohner)"
    ),
    things=(
        r"\w*(?:angriffe?n?|schläge?n?|bomben|granaten|raketen|explosionen|fahrzeuge|ortschaften|hochburgen|"
        r"quartiere|"
        r"gegenden|"
        r"panzer|autos|flugzeuge|hubschrauber|drohnen|häuser|gebäude|dörfer|orte|städte|stellungen|"
        r"kilometer|km|meter|prozent|%|tage[n]?|wochen|monate[n]?|jahre[n]?|stunden|minuten|mal|euro|"
        r"dollar|tonnen|häusern|gebäuden|dörfern|orten|städten|fahrzeugen|panzern|flugzeugen|hubschraubern|schulen|januar|februar|märz|april|mai|juni|juli|august|"
        r"september|oktober|november|dezember|uhr)"
    ),
    part_of=(
        r"darunter(?: befänden sich| befinden sich| seien| sind| waren| auch)?|unter ihnen(?: seien| sind| "
        r"waren)?|davon|"
        r"einschließlich|unter anderem"
    ),
    spaced=True,
    joints=r"\bund|\bsowie|\bplus|\baußerdem|\boder",
    among={
        "killed": (
            r"unter den (?:\w+ )?(?:toten|opfern|getöteten|todesopfern)|(?:todesopfer|opfer) (?:des|dieses) \w+ "
            r"(?:sind|waren|seien)"
        ),
        "injured": r"unter den (?:\w+ )?(?:verletzten|verwundeten)",
        "captured": r"unter den (?:gefangenen|festgenommenen)",
    },
    tally={
        "killed": (
            r"(?:zahl|anzahl) der (?:[\w-]+ )?(?:toten|todesopfer|opfer|getöteten)\b[^.;:]{0,60}?\b(?:auf|mit|"
            r"bei|beträgt|erreichte)"
            r"(?: insgesamt)?|zahl der [^.;:]{0,140}?getötet wurden[^.;:]{0,40}?\bauf"
        ),
        "injured": (r"zahl der (?:[\w-]+ )?(?:verletzten|verwundeten)\b[^.;:]{0,60}?\b(?:auf|mit|bei|beträgt)"),
        "displaced": (r"zahl der (?:[\w-]+ )?(?:vertriebenen|flüchtlinge)\b[^.;:]{0,60}?\b(?:auf|mit|bei|beträgt)"),
    },
    single="einen?|eine|ein",
    singular=(
        r"zivilist(?:in)?|kind|frau|mann|mädchen|junge|baby|soldat|kämpfer|rebell|terrorist|polizist|bewohner|"
        r"journalist|"
        r"helfer|sanitäter|offizier|kommandeur|anführer|mensch|person|arzt"
    ),
    breaks=r";|[.!?] |\baber\b|\bwährend\b|\bnachdem\b|\bbevor\b|\bals\b(?! )|\bsagte\b|\bteilte\b|\bseit\b|\blaut\b",
    bridge=(
        r"[\s,:(\"'„]*(?:(?:die|der|das|auf|bei|und|von|um|wurden?|weitere|insgesamt|gestiegen|stieg|"
        r"zahl|liegt|beträgt|sind|kamen)\b[\s,:(\"'„]*){0,8}"
    ),
    reporting=r"sagte|sagten|teilte|teilten|meldete|meldeten|berichtete|berichteten|erklärte|gab|bestätigte",
    according=r"laut|nach angaben|zufolge|unter berufung auf",
)

SPANISH = Lexicon(
    code="es",
    numbers=_counted(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
        "veinticinco"
    ),
    tens_and_up={
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien": 100,
        "ciento": 100,
        "doscientos": 200,
        "trescientos": 300,
        "quinientos": 500,
        "mil": 1000,
        "una docena de": 12,
        "una decena de": 10,
        "una veintena de": 20,
        "un centenar de": 100,
        "medio centenar de": 50,
        "medio centenar": 50,
        "un millar de": 1000,
        "una quincena de": 15,
        "una treintena de": 30,
        "una cuarentena de": 40,
        "cuatrocientos": 400,
        "seiscientos": 600,
        "setecientos": 700,
        "ochocientos": 800,
        "novecientos": 900,
    },
    vague={
        "decenas de": 20,
        "decenas": 20,
        "docenas de": 24,
        "centenares de": 200,
        "cientos de": 200,
        "miles de": 2000,
        "varios": 0,
        "varias": 0,
        "muchos": 0,
    },
    at_least=("al menos", "más de", "por lo menos", "no menos de", "como mínimo"),
    at_most=("hasta", "como máximo", "menos de"),
    about=("en torno a", "unos", "unas", "cerca de", "alrededor de", "aproximadamente", "casi"),
    between="entre|de…y|a",
    stems=(
        "muert",
        "mata",
        "mató",
        "murier",
        "perec",
        "deces",
        "murió",
        "fallec",
        "asesin",
        "ejecut",
        "abatid",
        "víctima",
        "vida",
        "herid",
        "hirie",
        "captur",
        "deten",
        "detuv",
        "arrest",
        "rehen",
        "secuestr",
        "desplaz",
        "huy",
        "desaparec",
    ),
    kinds={
        "killed": (
            "muert[oa]s?",
            "matando",
            "mataron",
            "mató",
            "matar",
            "murieron",
            "murió",
            "falleci(?:eron|dos|das|ó)",
            "asesinad[oa]s?",
            "ejecutad[oa]s?",
            "abatid[oa]s?",
            "perd(?:ieron|ió|ido|iendo) la vida",
            "muerte de",
            "se cobr(?:ó|aron|a) la vida de",
            "cobrándose la vida de",
            "caus(?:ó|ando|aron) la muerte de",
            "fallecimiento de",
            "muriendo",
            "matan",
            "mueren",
            "decesos?",
            "perec(?:ieron|ieran|iesen)",
            "muri(?:eran|esen)",
            "falleci(?:eran|esen)",
            "pereció",
            "muere",
            "torturad[oa]s? hasta la muerte",
            "víctimas mortales",
            "cadáveres",
        ),
        "injured": ("herid[oa]s?", "hiriendo", "hirió", "hirieron", "lesionad[oa]s?"),
        "captured": (
            "capturad[oa]s?",
            "capturando",
            "detuvo",
            "detuvieron",
            "arrestó",
            "arrestaron",
            "capturó",
            "capturaron",
            "secuestró",
            "secuestraron",
            "detenid[oa]s?",
            "arrestad[oa]s?",
            "rehenes",
            "secuestrad[oa]s?",
        ),
        "displaced": ("desplazad[oa]s?", "huyeron", "han huido"),
        "missing": ("desaparecid[oa]s?",),
    },
    only_before=(
        "matando",
        "mataron",
        "mató",
        "matan",
        "matar",
        "muerte de",
        "fallecimiento de",
        "hiriendo",
        "hirió",
        "hirieron",
        "capturando",
        "detuvo",
        "detuvieron",
        "arrestó",
        "arrestaron",
        "capturó",
        "capturaron",
        "secuestró",
        "secuestraron",
        "cadáveres",
    ),
    passive=r"(?:sido|fueron|fue|son|están|estaban|resultaron|resultado|eran|ser|han|quedaron)",
    persons=(
        r"personas?|civiles|civil|niños?|niñas?|menores|mujeres|mujer|hombres?|soldados?|militares|"
        r"combatientes|yihadistas|rebeldes|terroristas|milicianos|insurgentes|policías?|residentes|"
        r"habitantes|víctimas|muertos|heridos|miembros|periodistas|rescatistas|rehenes|prisioneros|"
        r"detenidos|refugiados|pasajeros|manifestantes|oficiales|otros|otras|sirios?|rusos?|turcos?|"
        r"iraquíes|israelíes|palestinos?|kurdos?|iraníes|vecinos|menores|fallecidos|desertores|desarmados|"
        r"varones|sospechosos|hijos|familiares|efectivos|uniformados"
    ),
    things=(
        r"ataques?|bombardeos?|bombas?|proyectiles|cohetes|misiles|explosiones|vehículos|tanques|"
        r"coches|aviones|helicópteros|drones|casas|edificios|aldeas|pueblos|ciudades|localidades|"
        r"posiciones|km|kilómetros|metros|%|por ciento|días|semanas|meses|años|horas|minutos|veces|"
        r"euros|dólares|toneladas|hospitales|escuelas|enero|febrero|marzo|abril|mayo|junio|julio|"
        r"agosto|septiembre|octubre|noviembre|diciembre"
    ),
    part_of=(
        r"incluid[oa]s?|entre ell[oa]s|entre los que|entre las que|de ell[oa]s|incluyendo|de los cuales|de las "
        r"cuales|"
        r"de los que|en(?:tre)? (?:la|las|los) que (?:figuran|hay|se cuentan|se encuentran|se incluyen)"
    ),
    spaced=True,
    verb_first=True,
    joints=r"\by|\be|\bademás de|\basí como(?: de)?|\bjunto a|\bmás|\bo|\by de",
    among={
        "killed": (
            r"(?:entre|de) (?:los|las|es[oa]s|est[oa]s) (?:[\w-]+ )?(?:muertos|fallecidos|víctimas(?: mortales| "
            r"civiles)?|caídos)|"
            r"balance (?:[\w ]{0,40}?)?(?:incluye|supera|es de)|"
            r"(?:entre|de) los (?:\d+|[\w]+) (?:muertos|fallecidos)|de esa cifra|recuento [\w ]{0,20}?incluye|"
            r"desglosados en"
        ),
        "injured": r"entre los heridos",
        "captured": r"entre los (?:detenidos|capturados)",
    },
    tally={
        "killed": (
            r"(?:cifra|número|total|balance|recuento) (?:total )?(?:de )?(?:muertos|fallecidos|víctimas|"
            r"víctimas mortales)\b"
            r"[^.;:]{0,50}?\b(?:a|en|supera los|supera|alcanza|alcanza los|asciende a|es de)|"
            r"balance [\w ]{0,30}?supera los"
        ),
        "injured": (r"(?:cifra|número) (?:total )?de heridos\b[^.;:]{0,50}?\b(?:a|en|supera los|alcanza|asciende a)"),
        "displaced": (r"(?:cifra|número) de desplazados\b[^.;:]{0,50}?\b(?:a|en|supera los|alcanza|asciende a)"),
    },
    single="una?|otro|otra",
    singular=(
        r"civil|niñ[oa]|mujer|hombre|bebé|soldado|militar|combatiente|yihadista|rebelde|miliciano|policía|"
        r"residente|periodista|rescatista|oficial|persona|prisionero|deportista|guardia|dirigente|comandante|"
        r"líder|médico|"
        r"capitán|general|coronel|menor"
    ),
    breaks=(
        r";|[.!?] |\bpero\b|\bmientras\b|\bdespués\b|\bantes\b|\bcuando\b|\bsegún\b|\bdijo\b|\by que\b|"
        r"\binformó\b|\bdesde\b"
    ),
    bridge=(
        r"[\s,:(\"'«]*(?:(?:a|de|los?|las?|el|un|una|y|otros?|otras?|ha|han|sido|en|total|asciende|"
        r"subió|elevó|llega|número|cifra|ya)\b[\s,:(\"'«]*){0,8}"
    ),
    reporting=r"dijo|dijeron|informó|informaron|anunció|afirmó|aseguró|señaló|confirmó|declaró",
    according=r"según|de acuerdo con|citado por|citando",
)
