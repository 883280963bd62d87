"""The words of tolls in Portuguese, Italian, Dutch and Turkish."""

from __future__ import annotations

from sitegen.importer.toll.lexicon import Lexicon


def _counted(words: str, first: int = 2) -> dict[str, int]:
    """Number words in their order; forms of one number stand between strokes."""
    return {form: number for number, word in enumerate(words.split(), first) for form in word.split("/")}


def _tens(words: str) -> dict[str, int]:
    return {form: 10 * number for number, word in enumerate(words.split(), 2) for form in word.split("/")}


PORTUGUESE = Lexicon(
    code="pt",
    numbers=_counted(
        "dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
        "dezesseis/dezasseis "
        "dezessete/dezassete dezoito dezenove/dezanove"
    ),
    tens_and_up={
        **_tens("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
        "cem": 100,
        "cento": 100,
        "duzentos": 200,
        "trezentos": 300,
        "quatrocentos": 400,
        "quinhentos": 500,
        "mil": 1000,
        "uma dezena de": 10,
        "uma dúzia de": 12,
        "uma centena de": 100,
        "meia centena de": 50,
    },
    vague={
        "dezenas de": 20,
        "dezenas": 20,
        "dúzias de": 24,
        "centenas de": 200,
        "centenas": 200,
        "milhares de": 2000,
        "vários": 0,
        "várias": 0,
        "muitos": 0,
        "diversos": 0,
    },
    at_least=("pelo menos", "ao menos", "mais de", "no mínimo", "não menos de"),
    at_most=("até", "no máximo", "menos de"),
    about=("cerca de", "aproximadamente", "quase", "em torno de", "por volta de", "uns", "umas"),
    between="entre|de…e|a",
    stems=(
        "mort",
        "morr",
        "mata",
        "mato",
        "falec",
        "assassin",
        "execut",
        "abatid",
        "vida",
        "vítim",
        "cadáver",
        "fatal",
        "ferid",
        "feri",
        "captur",
        "deti",
        "detev",
        "pres",
        "prend",
        "sequestr",
        "refén",
        "rapt",
        "desloc",
        "fugi",
        "desaloj",
        "desaparec",
    ),
    kinds={
        "casualties": (r"mort[oa]s e ferid[oa]s", r"mort[oa]s ou ferid[oa]s"),
        "killed": (
            "mort[oa]s?",
            "morreram",
            "morreu",
            "morrem",
            "morre",
            "matou",
            "mataram",
            "mata",
            "matam",
            "matando",
            "matar",
            "falec(?:eram|eu|id[oa]s?)",
            "assassinad[oa]s?",
            "executad[oa]s?",
            "abatid[oa]s?",
            "perd(?:eram|eu|endo) a vida",
            "morte de",
            "morte a",
            "mortes",
            "vítimas mortais",
            "vítimas fatais",
            "cadáveres",
            "corpos de",
            "fatalmente atingid[oa]s?",
            "fatalmente ferid[oa]s?",
            "tirou a vida de",
            "tiraram a vida de",
        ),
        "injured": ("ferid[oa]s?", "feriu", "feriram", "ferindo", "ferimentos em"),
        "captured": (
            "capturad[oa]s?",
            "capturou",
            "capturaram",
            "detid[oa]s?",
            "deteve",
            "detiveram",
            "pres[oa]s",
            "prendeu",
            "prenderam",
            "sequestrad[oa]s?",
            "sequestrou",
            "sequestraram",
            "reféns",
            "raptad[oa]s?",
        ),
        "displaced": ("deslocad[oa]s?", "fugiram", "forçad[oa]s a fugir", "desalojad[oa]s?"),
        "missing": ("desaparecid[oa]s?",),
    },
    only_before=(
        "matou",
        "mataram",
        "mata",
        "matam",
        "matando",
        "matar",
        "morte de",
        "morte a",
        "feriu",
        "feriram",
        "ferindo",
        "capturou",
        "capturaram",
        "deteve",
        "detiveram",
        "prendeu",
        "prenderam",
        "sequestrou",
        "sequestraram",
        "cadáveres",
        "corpos de",
        "ferimentos em",
        "tirou a vida de",
        "tiraram a vida de",
    ),
    passive=r"(?:foram|foi|ficaram|ficou|são|estão|sido|ser|eram|resultaram)",
    persons=(
        r"pessoas?|civis|civil|crianças?|menores|mulheres|mulher|homens?|soldados?|militares|combatentes|"
        r"jihadistas|rebeldes|"
        r"terroristas|milicianos|insurgentes|polícias?|policiais|residentes|moradores|habitantes|vítimas|mortos|"
        r"mortes|feridos|membros|"
        r"jornalistas|socorristas|reféns|prisioneiros|detidos|refugiados|passageiros|manifestantes|oficiais|outros|"
        r"outras|sírios?|"
        r"russos?|turcos?|iraquianos|israelenses|israelitas|palestinos|palestinianos|curdos?|iranianos|voluntários|"
        r"familiares|"
        r"efetivos|motoristas|estudantes|extremistas|elementos"
    ),
    things=(
        r"ataques?|bombardeios?|bombardeamentos?|bombas?|barris|projéteis|foguetes|mísseis|explosões|veículos|"
        r"tanques|carros|aviões|"
        r"helicópteros|drones|casas|edifícios|aldeias|vilas|cidades|localidades|bairros|posições|km|quilômetros|"
        r"quilómetros|metros|%|por "
        r"cento|dias|semanas|meses|anos|horas|minutos|vezes|euros|dólares|toneladas|hospitais|escolas|caminhões|"
        r"camiões|janeiro|fevereiro|"
        r"março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    ),
    part_of=(
        r"incluindo|inclusive|entre el[ea]s|entre os quais|entre as quais|d[ao]s quais|del[ea]s|entre est[ea]s|"
        r"dentre el[ea]s|sendo"
    ),
    spaced=True,
    verb_first=True,
    joints=r"\be|\balém de|\bassim como|\bmais|\bou|\be mais",
    among={
        "killed": r"(?:entre|d[ao]s?) (?:[ao]s |total de )?(?:mort[oa]s|vítimas(?: mortais| fatais)?|falecid[oa]s)",
        "injured": r"entre os feridos",
        "captured": r"entre os (?:detidos|capturados)",
    },
    tally={
        "killed": (
            r"(?:número|total|balanço|saldo) (?:total )?(?:de )?(?:mortos|mortes|vítimas|vítimas mortais|vítimas "
            r"fatais)\b"
            r"[^.;:]{0,50}?\b(?:para|a|em|ultrapassa|chega a|supera os|é de)"
        ),
        "injured": r"número (?:total )?de feridos\b[^.;:]{0,50}?\b(?:para|a|em|chega a|é de)",
        "displaced": r"número de deslocados\b[^.;:]{0,50}?\b(?:para|a|em|chega a|é de)",
    },
    single="uma?|outr[oa]",
    singular=(
        r"civil|criança|mulher|homem|menino|menina|bebê|bebé|soldado|militar|combatente|jihadista|rebelde|"
        r"miliciano|policial|"
        r"polícia|residente|morador|jornalista|socorrista|oficial|pessoa|prisioneiro|comandante|líder|médico|"
        r"general|adolescente|menor"
    ),
    breaks=r";|[.!?] |\bmas\b|\benquanto\b|\bdepois\b|\bantes\b|\bquando\b|\bsegundo\b|\bdisse\b|\bdesde\b",
    bridge=(
        r"[\s,:(\"'«]*(?:(?:a|de|os?|as?|um|uma|e|outros?|outras?|há|sido|em|total|sobe|subiu|elevou|chega|número|"
        r"já|para)\b"
        r"[\s,:(\"'«]*){0,8}"
    ),
    reporting=r"disse|disseram|informou|informaram|anunciou|afirmou|denunciou|confirmou|declarou|indicou|acrescentou",
    according=r"segundo|de acordo com|citado por|citando",
)

ITALIAN = Lexicon(
    code="it",
    numbers=_counted(
        "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
        "diciassette diciotto "
        "diciannove"
    ),
    tens_and_up={
        **_tens("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"),
        "cento": 100,
        "duecento": 200,
        "trecento": 300,
        "quattrocento": 400,
        "cinquecento": 500,
        "mille": 1000,
        "una decina di": 10,
        "una dozzina di": 12,
        "una quindicina di": 15,
        "una ventina di": 20,
        "una trentina di": 30,
        "una quarantina di": 40,
        "una cinquantina di": 50,
        "un centinaio di": 100,
        "un migliaio di": 1000,
    },
    vague={
        "decine di": 20,
        "decine": 20,
        "centinaia di": 200,
        "centinaia": 200,
        "migliaia di": 2000,
        "diversi": 0,
        "diverse": 0,
        "numerosi": 0,
        "molti": 0,
    },
    at_least=("almeno", "più di", "oltre", "non meno di", "come minimo"),
    at_most=("fino a", "al massimo", "meno di"),
    about=("circa", "quasi", "intorno a", "all'incirca", "approssimativamente"),
    between="tra|fra|da…e|a",
    stems=(
        "mort",
        "ucci",
        "vittim",
        "decedut",
        "vita",
        "assassin",
        "giustizi",
        "cadaver",
        "corpi",
        "cadut",
        "ferit",
        "feren",
        "arrest",
        "cattur",
        "rapit",
        "sequestr",
        "ostagg",
        "prigionier",
        "sfollat",
        "fuggit",
        "fuggire",
        "dispers",
        "scompars",
        "uccid",
    ),
    kinds={
        "casualties": (r"morti e feriti", r"morti o feriti"),
        "killed": (
            "mort[oiae]",
            "uccis[oiae]",
            "uccid(?:e|ono|endo|ere)",
            "vittime",
            "decedut[oiae]",
            "(?:perso|perdono|perse|persero|perdendo) la vita",
            "assassinat[oiae]",
            "giustiziat[oiae]",
            "morte di",
            "cadaveri",
            "corpi di",
            "cadut[oi] in combattimento",
            "costato la vita a",
            "muoiono",
            "morirono",
            "morì",
        ),
        "injured": ("ferit[oiae]", "feren(?:do|dono)", "feriscono"),
        "captured": (
            "arrestat[oiae]",
            "catturat[oiae]",
            "cattur(?:a|ano|ando)",
            "rapit[oiae]",
            "sequestrat[oiae]",
            "ostaggi",
            "prigionieri",
        ),
        "displaced": ("sfollat[oiae]", "fuggit[oiae]", "costrett[oiae] (?:a fuggire|alla fuga)"),
        "missing": ("dispers[oiae]", "scompars[oiae]"),
    },
    only_before=(
        "uccide",
        "uccidono",
        "uccidendo",
        "uccidere",
        "morte di",
        "ferendo",
        "feriscono",
        "cattura",
        "catturano",
        "catturando",
        "cadaveri",
        "corpi di",
        "costato la vita a",
    ),
    passive=r"(?:stat[oiae]|sono|è|rimast[oiae]|furono|erano|sarebbero|essere|restano|vengono)",
    persons=(
        r"persone|persona|civili|civile|bambin[oiae]|minori|donne|donna|uomini|uomo|soldati|militari|combattenti|"
        r"jihadisti|ribelli|"
        r"terroristi|miliziani|insorti|poliziotti|agenti|residenti|abitanti|vittime|morti|feriti|membri|"
        r"giornalisti|soccorritori|"
        r"ostaggi|prigionieri|detenuti|profughi|rifugiati|passeggeri|manifestanti|ufficiali|altri|altre|siriani|"
        r"russi|turchi|iracheni|"
        r"israeliani|palestinesi|curdi|iraniani|pellegrini|studenti|ragazzi|familiari|volontari|uccisi|sfollati|"
        r"dispersi"
    ),
    things=(
        r"attacchi|attacco|raid|bombardamenti|bombe|barili|razzi|missili|esplosioni|veicoli|carri|auto|autobus|"
        r"aerei|elicotteri|droni|case|"
        r"edifici|villaggi|città|località|quartieri|postazioni|km|chilometri|metri|%|per cento|giorni|settimane|"
        r"mesi|anni|ore|minuti|volte|"
        r"euro|dollari|tonnellate|ospedali|scuole|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|"
        r"settembre|ottobre|"
        r"novembre|dicembre"
    ),
    part_of=(
        r"tra cui|fra cui|compres[oiae]|inclus[oiae]|di cui|tra (?:di )?loro|dei quali|delle quali|tra i quali|tra "
        r"le quali"
    ),
    spaced=True,
    verb_first=True,
    joints=r"\be|\bed|\boltre a|\bpiù|\bo|\bmentre",
    among={
        "killed": r"(?:tra|fra) (?:i|le) (?:morti|vittime|uccisi)|(?:delle|dei) (?:vittime|morti)",
        "injured": r"(?:tra|fra) i feriti",
        "captured": r"(?:tra|fra) gli arrestati",
    },
    tally={
        "killed": (
            r"(?:bilancio|numero) (?:delle vittime|dei morti|di morti|delle persone uccise)?[^.;:]{0,50}?\b(?:a|di|"
            r"sale a|salito a|è di)"
            r"(?= ?(?:almeno |oltre |circa |più di )?[\w.]+ (?:morti|vittime|uccisi))"
        ),
        "injured": r"numero dei feriti\b[^.;:]{0,40}?\b(?:a|di)",
        "displaced": r"numero degli sfollati\b[^.;:]{0,40}?\b(?:a|di)",
    },
    single="un|uno|una|un'|un altro",
    singular=(
        r"civile|bambino|bambina|donna|uomo|ragazzo|ragazza|neonato|soldato|militare|combattente|ribelle|miliziano|"
        r"poliziotto|"
        r"agente|giornalista|soccorritore|ufficiale|persona|prigioniero|comandante|leader|medico|generale|residente"
    ),
    breaks=r";|[.!?] |\bma\b|\bmentre\b|\bdopo\b|\bprima\b|\bquando\b|\bsecondo\b|\bha detto\b|\briferisc\w+\b|\bdal\b",
    bridge=(
        r"[\s,:(\"'«]*(?:(?:a|di|i|gli|le|la|il|lo|un|una|e|ed|altri|altre|sono|sarebbero|stati|state|è|in|totale|"
        r"sale|salito|"
        r"numero|già|dal|della|delle|dei)\b[\s,:(\"'«]*){0,8}"
    ),
    reporting=r"riferisce|riferiscono|ha riferito|ha detto|ha dichiarato|ha annunciato|ha reso noto|afferma|precisa",
    according=r"secondo|stando a|citato da|a quanto riferisce",
)

_DUTCH_UNITS = _counted("een/één twee drie vier vijf zes zeven acht negen", 1)
_DUTCH_TENS = _tens("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_JOINED = {
    f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}": one + many
    for unit, one in _DUTCH_UNITS.items()
    for ten, many in _DUTCH_TENS.items()
}

DUTCH = Lexicon(
    code="nl",
    numbers=_counted(
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien"
    ),
    tens_and_up={**_DUTCH_TENS, **_JOINED, "honderd": 100, "tweehonderd": 200, "driehonderd": 300, "duizend": 1000},
    vague={
        "tientallen": 20,
        "honderden": 200,
        "duizenden": 2000,
        "tienduizenden": 20_000,
        "honderdduizenden": 200_000,
        "meerdere": 0,
        "verschillende": 0,
        "vele": 0,
    },
    at_least=("minstens", "ten minste", "tenminste", "zeker", "meer dan", "op zijn minst", "ruim"),
    at_most=("hoogstens", "maximaal", "minder dan", "hooguit"),
    about=("ongeveer", "circa", "bijna", "rond de", "zo'n", "omstreeks"),
    between="tussen|van…en|tot",
    stems=(
        "dood",
        "dode",
        "gedood",
        "omgekomen",
        "leven",
        "overled",
        "stierv",
        "sneuvel",
        "vermoord",
        "geëxecuteerd",
        "slachtoffer",
        "lijken",
        "gewond",
        "verwond",
        "gevangen",
        "gearresteerd",
        "opgepakt",
        "aangehouden",
        "gegijzeld",
        "ontvoerd",
        "gijzel",
        "ontheemd",
        "vlucht",
        "vermist",
        " om",
    ),
    kinds={
        "casualties": (r"doden en gewonden", r"doden of gewonden"),
        "killed": (
            r"\w*doden",
            "gedood",
            "doodden",
            "doodde",
            "doodt",
            "dood(?:geschoten)?",
            "omgekomen",
            "om het leven(?: gekomen| gebracht)?",
            "om(?= ?[.,;]|$)",
            "overleden",
            "stierven",
            "stierf",
            "gesneuveld",
            "sneuvelden",
            "vermoord",
            "geëxecuteerd",
            "dodelijke slachtoffers",
            "lijken van",
            "het leven (?:gelaten|verloren)",
            "dodental",
        ),
        "injured": ("gewond(?:en|e)?", "verwond(?:den|de)?"),
        "captured": (
            "gevangen ?genomen",
            "gearresteerd",
            "opgepakt",
            "aangehouden",
            "gegijzeld",
            "ontvoerd",
            "gijzelaars",
        ),
        "displaced": ("ontheemd(?:en|e)?", "op de vlucht(?: geslagen)?", "gevlucht", "vluchtten"),
        "missing": ("vermist(?:en|e)?",),
    },
    only_before=("doodden", "doodde", "doodt", "lijken van", "verwondde", "verwondden", "dodental"),
    passive=r"(?:werden|werd|zijn|is|waren|was|worden|wordt|kwamen|kwam|raakten|raakte|vielen|gevallen)",
    persons=(
        r"\w*(?:mensen|personen|burgers|burgerdoden|kinderen|vrouwen|mannen|soldaten|militairen|strijders|rebellen|"
        r"terroristen|"
        r"jihadisten|extremisten|agenten|bewoners|slachtoffers|doden|gewonden|leden|journalisten|hulpverleners|"
        r"gijzelaars|gevangenen|"
        r"vluchtelingen|passagiers|betogers|officieren|anderen|syriërs|russen|turken|irakezen|koerden|iraniërs|"
        r"jongeren|meisjes|jongens)"
    ),
    things=(
        r"\w*(?:aanvallen|aanval|bombardementen|bommen|granaten|raketten|explosies|voertuigen|tanks|auto's|"
        r"vliegtuigen|helikopters|drones|"
        r"huizen|gebouwen|dorpen|steden|stellingen|kilometer|km|meter|procent|%|dagen|weken|maanden|jaar|jaren|uur|"
        r"minuten|keer|euro|"
        r"dollar|ton|ziekenhuizen|scholen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
        r"november|december)"
    ),
    part_of=r"onder wie|waaronder|onder hen|van wie|inclusief|onder meer",
    spaced=True,
    joints=r"\ben|\balsook|\bplus|\bof",
    among={
        "killed": r"onder de (?:\w+ )?(?:doden|slachtoffers)",
        "injured": r"onder de (?:\w+ )?gewonden",
        "captured": r"onder de (?:arrestanten|gevangenen)",
    },
    tally={
        "killed": (
            r"(?:dodental|aantal (?:doden|slachtoffers|dodelijke slachtoffers))\b[^.;:]{0,60}?\b(?:naar|tot|op|is)"
        ),
        "injured": r"aantal gewonden\b[^.;:]{0,60}?\b(?:naar|tot|op|is)",
        "displaced": r"aantal ontheemden\b[^.;:]{0,60}?\b(?:naar|tot|op|is)",
    },
    single="een",
    singular=(
        r"burger|kind|vrouw|man|meisje|jongen|baby|soldaat|militair|strijder|rebel|terrorist|agent|bewoner|journalist|"
        r"hulpverlener|officier|commandant|leider|persoon|arts"
    ),
    breaks=r";|[.!?] |\bmaar\b|\bterwijl\b|\bnadat\b|\bvoordat\b|\btoen\b|\bzei\b|\bmeldde?\b|\bsinds\b|\bvolgens\b",
    bridge=(
        r"[\s,:(\"'„]*(?:(?:de|het|op|bij|en|van|om|er|werden|werd|nog|andere|in totaal|gestegen|steeg|aantal|is|"
        r"zijn|kwamen|naar|"
        r"tot)\b[\s,:(\"'„]*){0,8}"
    ),
    reporting=r"zei|zeiden|meldde|meldden|meldt|melden|berichtte|verklaarde|bevestigde",
    according=r"volgens|aldus",
)

TURKISH = Lexicon(
    code="tr",
    numbers=_counted("bir iki üç dört beş altı yedi sekiz dokuz", 1),
    tens_and_up={
        "on": 10,
        **_tens("yirmi otuz kırk elli altmış yetmiş seksen doksan"),
        "yüz": 100,
        "bin": 1000,
    },
    vague={
        "onlarca": 20,
        "yüzlerce": 200,
        "binlerce": 2000,
        "on binlerce": 20_000,
        "çok sayıda": 0,
        "birçok": 0,
        "çok sayıdaki": 0,
    },
    at_least=("en az", "asgari"),
    at_most=("en fazla", "en çok"),
    about=("yaklaşık", "takriben", "tahminen"),
    between="arasında…ile|ila",
    stems=(
        "öl",
        "hayat",
        "yaşam",
        "can ver",
        "can kayb",
        "şehit",
        "katle",
        "yaral",
        "esir",
        "gözalt",
        "tutukl",
        "yakala",
        "kaçır",
        "rehin",
        "yerinden",
        "yerlerinden",
        "göç",
        "kayıp",
        "kaybol",
        "etkisiz",
    ),
    kinds={
        "killed": (
            r"öldü\w*",
            r"ölmüş\w*",
            r"ölü(?:m\w*|n)?",
            r"ölen\w*",
            r"hayat(?:ını|larını) kayb\w+",
            r"yaşam(?:ını|larını) yitir\w+",
            r"can verd\w+",
            r"can kaybı",
            r"şehit(?: (?:düş|ol|ed)\w+)?",
            r"katled\w+",
            r"katlet\w+",
            r"etkisiz h[aâ]le getir\w+",
            r"infaz ed\w+",
        ),
        "injured": (r"yaralan\w+", r"yaralı(?:lar\w*|n\w*|dır)?", r"yarala(?:dı|yan)\w*"),
        "captured": (
            r"esir al\w+",
            r"gözaltına al\w+",
            r"tutuklan\w+",
            r"tutukla(?:dı|yan)\w*",
            r"yakalan\w+",
            r"yakala(?:dı|yan)\w*",
            r"kaçırıl\w+",
            r"kaçırd\w+",
            r"rehin(?:e)? al\w+",
        ),
        "displaced": (r"yer(?:in|lerin)den (?:ed|ol)\w+", r"göç et\w+", r"göç etmek zorunda kal\w+"),
        "missing": (r"kayıp", r"kaybol\w+"),
    },
    only_before=(),
    passive=r"(?:edildi|oldu)",
    persons=(
        r"(?:kişi|sivil|asker|çocuk|çocuğ|kadın|erke[kğ]|militan|terörist|savaşçı|polis|gazeteci|vatandaş|insan|"
        r"öğrenci|işçi|suriyeli|"
        r"mülteci|bebe[kğ]|mensub|mensup|üye|unsur|muhalif|mensubu|görevli|doktor|aile fert|kardeş|subay)\w*|ölü|yaralı"
    ),
    things=(
        r"(?:saldırı|füze|roket|bomba|araç|arac|otomobil|uça[kğ]|köy|bina|yıl|gün|saat|dakika|kilometre|metre|"
        r"dolar|nokta|mevzi|okul|"
        r"hastane|kamp|bölge|hafta|ton|şehir|kent|ilçe)\w*|km|yüzde|ay|ayda|ev|evin|evi|evler\w*|yaşındaki|yaş"
    ),
    part_of=r"aralarında|bunlardan|içlerinde|bunların|aralarından",
    spaced=False,
    joints=r"\bve|\bile|\bayrıca",
    among={"killed": r"ölenler(?:in|den)? (?:arasında|\d+['’]\w+)", "injured": r"yaralılar(?:dan|ın)?(?: arasında)?"},
    tally={
        "killed": r"(?:ölü sayısı|can kaybı|ölenlerin sayısı|hayatını kaybedenlerin sayısı)\b[^.;:]{0,20}?",
        "injured": r"yaralı sayısı\b[^.;:]{0,20}?",
    },
    breaks=r";|[.!?] |\bancak\b|\bfakat\b|\bsonra\b|\bönce\b|\bbelirtti\b|\bbildirdi\b|\bsöyledi\b",
    bridge=r"[\s,:(\"'’]*(?:(?:sayısı|toplam|ve|de|da|ise|bu|son)\b[\s,:(\"'’]*){0,5}",
    reporting=r"dedi|söyledi|belirtti|bildirdi|açıkladı|duyurdu|aktardı|kaydetti|ifade etti|vurguladı",
    according=r"(?!)",
)
