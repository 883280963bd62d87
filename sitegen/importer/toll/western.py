"""The words of tolls in French, German and Spanish."""

from __future__ import annotations

from sitegen.importer.toll.lexicon import Lexicon


def _counted(words: str, first: int = 2) -> dict[str, int]:
    """Number words in their order."""
    return {word: number for number, word in enumerate(words.split(), first)}


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
        "une dizaine de": 10,
        "une douzaine de": 12,
        "une quinzaine de": 15,
        "une vingtaine de": 20,
        "une trentaine de": 30,
        "une quarantaine de": 40,
        "une cinquantaine de": 50,
        "une centaine de": 100,
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
    about=("environ", "près de", "quelque", "presque", "autour de"),
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
            "bilan",
            "perdu la vie",
            "exécutée?s?",
            "abattue?s?",
            "assassinée?s?",
            "coûté la vie à",
        ),
        "injured": ("blessée?s?", "blessant", "blesser"),
        "captured": ("capturée?s?", "capturant", "arrêtée?s?", "arrêtant", "détenue?s?", "enlevée?s?", "otages"),
        "displaced": ("déplacée?s?", "fui", "contraintes? de fuir"),
        "missing": ("disparue?s?", "portée?s? disparue?s?"),
    },
    only_before=("tuant", "tuer", "tue", "blessant", "blesser", "capturant", "arrêtant", "bilan", "coûté la vie à"),
    passive=r"(?:été|sont|est|étaient|était|être|fut|furent)",
    persons=(
        r"personnes?|civils?|civiles?|enfants?|femmes?|hommes?|soldats?|militaires?|combattants?|"
        r"jihadistes?|djihadistes?|rebelles?|terroristes?|insurgés?|miliciens?|policiers?|habitants?|"
        r"victimes?|morts?|blessés?|membres?|journalistes?|secouristes?|otages?|prisonniers?|détenus?|"
        r"réfugiés?|personnes|passagers?|manifestants?|officiers?|déplacés|autres|syriens?|russes?|"
        r"turcs?|irakiens?|israéliens?|palestiniens?|kurdes?|iraniens?|insurgés"
    ),
    things=(
        r"frappes?|raids?|attaques?|bombes?|obus|roquettes?|missiles?|explosions?|véhicules?|chars?|"
        r"voitures?|avions?|hélicoptères?|drones?|maisons?|bâtiments?|villages?|villes?|localités?|"
        r"positions?|km|kilomètres?|mètres?|%|pour cent|jours?|semaines?|mois|ans|années?|heures?|"
        r"minutes?|fois|euros|dollars|tonnes?|hôpitaux|écoles?|janvier|février|mars|avril|mai|juin|"
        r"juillet|août|septembre|octobre|novembre|décembre"
    ),
    part_of=r"dont|parmi eux|parmi lesquels|y compris|d'entre eux",
    breaks=(
        r";|[.!?] |\bmais\b|\btandis\b|\baprès\b|\bavant\b|\blorsque\b|\bquand\b|\bselon\b|\ba "
        r"déclaré\b|\ba indiqué\b|\ba annoncé\b|\bdepuis\b"
    ),
    bridge=(
        r"[\s,:(\"'«]*(?:(?:à|de|d'|des|les?|la|un|une|au|aux|autres?|et|ont|a|sont|été|était|étaient|"
        r"en|passé|monté|porté|grimpé|s'élève|atteint|total|fait|faisant|"
        r"désormais)\b[\s,:(\"'«]*){0,8}"
    ),
    reporting=(
        r"a déclaré|a dit|a indiqué|a annoncé|a affirmé|a rapporté|rapporte|a précisé|a fait savoir|"
        r"ont déclaré|ont indiqué|ont rapporté|indique|affirme"
    ),
    according=r"selon|d'après|de source|cité par",
)

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
    },
    vague={
        "dutzende": 24,
        "hunderte": 200,
        "tausende": 2000,
        "zehntausende": 20_000,
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
        ),
        "injured": ("verletzte?[rn]?", "verletzten", "verwundete?[rn]?"),
        "captured": ("gefangen genommen", "gefangengenommen", "festgenommen", "verhaftet", "entführt", "geiseln"),
        "displaced": ("vertrieben(?:e[rn]?)?", "geflohen", "geflüchtet", "flohen", "auf der flucht"),
        "missing": ("vermisst(?:e[rn]?)?", "verschwunden"),
    },
    only_before=("töteten", "tötete", "töten", "leichen"),
    passive=r"(?:wurden?|worden|sind|ist|waren|seien|sei|kamen|kam)",
    persons=(
        r"menschen|personen|zivilisten|kinder|frauen|männer|soldaten|kämpfer|rebellen|terroristen|"
        r"dschihadisten|extremisten|islamisten|polizisten|bewohner|opfer|tote|verletzte|mitglieder|"
        r"journalisten|helfer|sanitäter|geiseln|gefangene|flüchtlinge|passagiere|demonstranten|"
        r"offiziere|milizionäre|aufständische|anhänger|angehörige|weitere|todesopfer|syrer|russen|"
        r"türken|iraker|israelis|palästinenser|kurden|iraner|zivilpersonen|jugendliche"
    ),
    things=(
        r"angriffe?n?|luftangriffe?n?|luftschläge?n?|bomben|granaten|raketen|explosionen|fahrzeuge|"
        r"panzer|autos|flugzeuge|hubschrauber|drohnen|häuser|gebäude|dörfer|orte|städte|stellungen|"
        r"kilometer|km|meter|prozent|%|tage[n]?|wochen|monate[n]?|jahre[n]?|stunden|minuten|mal|euro|"
        r"dollar|tonnen|krankenhäuser|schulen|januar|februar|märz|april|mai|juni|juli|august|"
        r"september|oktober|november|dezember|uhr"
    ),
    part_of=r"darunter|unter ihnen|davon|einschließlich",
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
    about=("unos", "unas", "cerca de", "alrededor de", "aproximadamente", "casi"),
    between="entre|de…y|a",
    stems=(
        "muert",
        "mata",
        "mató",
        "murier",
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
            "perdieron la vida",
            "víctimas mortales",
            "cadáveres",
        ),
        "injured": ("herid[oa]s?", "hiriendo", "hirió", "hirieron", "lesionad[oa]s?"),
        "captured": ("capturad[oa]s?", "capturando", "detenid[oa]s?", "arrestad[oa]s?", "rehenes", "secuestrad[oa]s?"),
        "displaced": ("desplazad[oa]s?", "huyeron", "han huido"),
        "missing": ("desaparecid[oa]s?",),
    },
    only_before=("matando", "mataron", "mató", "matar", "hiriendo", "hirió", "hirieron", "capturando", "cadáveres"),
    passive=r"(?:sido|fueron|fue|son|están|estaban|resultaron|resultado|eran|ser|han|quedaron)",
    persons=(
        r"personas?|civiles|civil|niños?|niñas?|menores|mujeres|mujer|hombres?|soldados?|militares|"
        r"combatientes|yihadistas|rebeldes|terroristas|milicianos|insurgentes|policías?|residentes|"
        r"habitantes|víctimas|muertos|heridos|miembros|periodistas|rescatistas|rehenes|prisioneros|"
        r"detenidos|refugiados|pasajeros|manifestantes|oficiales|otros|otras|sirios?|rusos?|turcos?|"
        r"iraquíes|israelíes|palestinos?|kurdos?|iraníes"
    ),
    things=(
        r"ataques?|bombardeos?|bombas?|proyectiles|cohetes|misiles|explosiones|vehículos|tanques|"
        r"coches|aviones|helicópteros|drones|casas|edificios|aldeas|pueblos|ciudades|localidades|"
        r"posiciones|km|kilómetros|metros|%|por ciento|días|semanas|meses|años|horas|minutos|veces|"
        r"euros|dólares|toneladas|hospitales|escuelas|enero|febrero|marzo|abril|mayo|junio|julio|"
        r"agosto|septiembre|octubre|noviembre|diciembre"
    ),
    part_of=r"incluid[oa]s|entre ell[oa]s|entre los que|de ell[oa]s|incluyendo",
    breaks=(
        r";|[.!?] |\bpero\b|\bmientras\b|\bdespués\b|\bantes\b|\bcuando\b|\bsegún\b|\bdijo\b|"
        r"\binformó\b|\bdesde\b"
    ),
    bridge=(
        r"[\s,:(\"'«]*(?:(?:a|de|los?|las?|el|un|una|y|otros?|otras?|ha|han|sido|en|total|asciende|"
        r"subió|elevó|llega|número|cifra|ya)\b[\s,:(\"'«]*){0,8}"
    ),
    reporting=r"dijo|dijeron|informó|informaron|anunció|afirmó|aseguró|señaló|confirmó|declaró",
    according=r"según|de acuerdo con|citado por|citando",
)
