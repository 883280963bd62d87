"""The words of tolls in English."""

from __future__ import annotations

from sitegen.importer.toll.lexicon import Lexicon

_EN_NUMBERS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    if n
}
_EN_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "a hundred": 100,
    "half a million": 500_000,
    "half million": 500_000,
    "a half million": 500_000,
    "a quarter of a million": 250_000,
    "quarter of a million": 250_000,
    "a quarter million": 250_000,
    "a thousand": 1000,
    "a dozen": 12,
    "half a dozen": 6,
    "two dozen": 24,
    "three dozen": 36,
    "four dozen": 48,
    "a couple of": 2,
    "a couple": 2,
}
_EN_VAGUE = {
    "dozens": 24,
    "dozens of": 24,
    "scores": 40,
    "scores of": 40,
    "hundreds": 200,
    "hundreds of": 200,
    "thousands": 2000,
    "thousands of": 2000,
    "tens of thousands of": 20_000,
    "tens of thousands": 20_000,
    "hundreds of thousands of": 200_000,
    "hundreds of thousands": 200_000,
    "tens of": 20,
    "millions of": 2_000_000,
    "several": 0,
    "many": 0,
    "a number of": 0,
    "an unknown number of": 0,
    "an unspecified number of": 0,
    "numerous": 0,
    "several dozen": 24,
    "several hundred": 200,
    "several thousand": 2000,
}

_SO_MANY = (
    r" (?:(?:at least|more than|about|around|some|up to|over|nearly|an estimated) )?[\w,.-]+ "
    r"(?:of (?:its|their|his) )?(?:[\w-]+ )?"
)
_OF_THEIRS = r"(?:men|soldiers|fighters|troops|members|militants|militiamen|people|personnel|elements)\b"

ENGLISH = Lexicon(
    code="en",
    numbers=_EN_NUMBERS,
    tens_and_up=_EN_TENS,
    vague=_EN_VAGUE,
    at_least=(
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "not fewer than",
        "a minimum of",
        "more than",
        "over",
        "upwards of",
        "above",
        "in excess of",
        "well over",
        "as least",
        "at the very least",
        "some of the",
    ),
    at_most=(
        "up to",
        "at most",
        "no more than",
        "not more than",
        "as many as",
        "as many",
        "fewer than",
        "less than",
        "under",
        "a maximum of",
    ),
    about=(
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "an estimated",
        "estimated",
        "nearly",
        "almost",
        "close to",
        "just over",
        "just under",
        "circa",
        "near",
    ),
    between="between|from…and|to",
    stems=(
        "kill",
        "slain",
        "slay",
        "dead",
        "died",
        "dies",
        "dying",
        "death",
        "fatal",
        "fallen",
        "fell",
        "toll",
        "martyr",
        "murder",
        "execut",
        "behead",
        "massacre",
        "perish",
        "lives",
        "lost",
        "losing",
        "shot",
        "assassin",
        "neutrali",
        "eliminat",
        "bodies",
        "corpse",
        "gunn",
        "slaughter",
        "deceased",
        "wiped",
        "injur",
        "wound",
        "hurt",
        "hospital",
        "maim",
        "casualt",
        "victim",
        "captur",
        "detain",
        "arrest",
        "kidnap",
        "abduct",
        "prisoner",
        "hostage",
        "surrender",
        "rounded",
        "displac",
        "fled",
        "flee",
        "uproot",
        "homes",
        "homeless",
        "missing",
        "disappear",
        "unaccounted",
        "trapped",
        "succumb",
        " hanged",
        "slew",
        "annihilat",
        "exterminat",
        "liquidat",
        "drown",
        "burned alive",
        "burnt alive",
        " die",
        "the life of",
        "loses ",
        "destroy",
        "loss of",
        "gave themselves",
        "laid down",
        "forced to",
        "their hous",
        "rubble",
        "fate of",
        "custody",
        "turned themselves",
        "exodus",
        "captiv",
        "seiz",
        "remains of",
        "sought refuge",
        "sought shelter",
        "crossed into",
        "escaped the",
    ),
    kinds={
        "casualties": (
            "casualties",
            (
                "(?<!of the )(?<!of those )(?<!of these )victims"
                "(?= (?:has|have|rose|reached|to|climbed|stands|is|was|were)\\b)"
            ),
            (
                "killed (?:or|and) (?:injured|wounded)(?! (?:the |at least |up to |more than |about |another |an? |"
                "\\d|two|three|four|five|six|dozens))"
            ),
            "killing (?:or|and) (?:injuring|wounding)",
            (
                "dead (?:or|and) (?:injured|wounded)(?! (?:the |at least |up to |more than |about |another |an? |\\d|"
                "two|three|four|five|six|dozens))"
            ),
            "(?:deaths|fatalities) (?:and|or) injuries",
            "wounded and killed",
            "injured and killed",
            "dead or alive",
            "killed/(?:injured|wounded)",
        ),
        "killed": (
            "killed",
            "killing",
            "(?:killing|massacre|slaughter) of",
            "succumbed to (?:his |her |their |the |serious )?(?:wounds|injuries)",
            "hanged",
            "slew",
            "annihilat(?:ed|es|ing)",
            "exterminat(?:ed|es|ing)",
            "liquidat(?:es|ing)",
            "drowned",
            "burn(?:ed|t) alive",
            "kills?",
            "slain",
            "slaying",
            "dead",
            "died",
            "dies?",
            "dying",
            "deaths?(?! penalt| sentence| threat| certificate| row)",
            "fatalities",
            "fatality",
            "death[- ]toll",
            "toll",
            "martyred",
            "martyring",
            "martyrs?",
            "martyrdom of",
            "the deaths? of",
            "(?:have|has|had) fallen",
            "fell in (?:the )?(?:battle|fighting|combat|clashes)",
            "murdered",
            "murdering",
            "murders?",
            "executed",
            "executing",
            "executes?",
            "execution of",
            "beheaded",
            "beheading",
            "massacred",
            "perished",
            "lost their (?:own )?li(?:ves|fe|ve)",
            "los(?:t|ing) (?:his|her) life",
            "claim(?:ed|ing|s)? the li(?:ves|fe) of",
            rf"claim(?:ed|ing|s)?(?={_SO_MANY}lives)",
            "t(?:ook|aking) the lives of",
            "shot dead",
            rf"cost(?={_SO_MANY}lives)",
            "assassinated",
            "assassinating",
            "neutrali[sz]ed",
            "neutrali[sz](?:ing|es?)",
            "eliminated",
            "eliminating",
            "eliminates?",
            "liquidated",
            "bodies of",
            "remains of",
            "number of (?:the )?victims",
            "cost the li(?:fe|ves) of",
            "corpses of",
            "bodies",
            "corpses",
            "gunn(?:ed|ing) down",
            "lives lost",
            "lives",
            "slaughtered",
            "burned to death",
            "wiped out",
            rf"destroy(?:ed|ing)(?={_SO_MANY}(?:militants|terrorists|fighters|gunmen|extremists)\b)",
            "(?:(?<=militants were )|(?<=terrorists were )|(?<=fighters were ))destroyed",
            "deceased",
            rf"(?:lost|loses|losing|loss of)(?={_SO_MANY}{_OF_THEIRS})",
        ),
        "injured": (
            "injured",
            "injuring",
            "injures?",
            "wounded",
            "wounding",
            "wounds?",
            "hurt",
            "hurting",
            "hospitali[sz]ed",
            "(?:admitted|brought|rushed|taken|transferred) to (?:[\\w-]+ ){0,2}(?:hospitals?|clinics?)",
            "injuries",
            "injur(?:y|ies) (?:of|to|on)",
            "wounding of",
            "maimed",
            "maiming",
        ),
        "captured": (
            "turned themselves in",
            "gave themselves up",
            "laid down their (?:arms|weapons)",
            rf"h(?:eld|olds|olding)(?={_SO_MANY}(?:captives|detainees|hostages|prisoners)\b)",
            rf"t(?:ook|aking)(?={_SO_MANY}(?:[\w-]+ )?(?:prisoner|captive|hostage)\b)",
            "taken into custody",
            "captured",
            "capturing",
            "captures?",
            "detained",
            "detaining",
            "arrested",
            "arresting",
            "arrests?",
            "taken prisoner",
            "taken hostage",
            "kidnapped",
            "kidnapping",
            "abducted",
            "abductions",
            "kidnappings",
            "abducting",
            "took prisoner",
            "taken captive",
            "surrender(?:ed|s|ing)?",
            "(?:(?<=been )|(?<=were )|(?<=was ))seized",
            "(?:held |in (?:[\\w-]+ )?)captiv(?:e|ity)",
            (
                rf"seiz(?:ed|es|ing)(?={_SO_MANY}"
                r"(?:people|civilians|men|women|children|soldiers|hostages|christians|residents)\b)"
            ),
            "hostages?",
            "prisoners taken",
            "rounded up",
        ),
        "displaced": (
            "displaced",
            "displacing",
            "displaces?",
            "fled",
            "fleeing",
            "flee",
            "uprooted",
            "forced to (?:flee|leave)",
            "forced from their homes",
            "driven from their homes",
            "internally displaced",
            "displacement of",
            "forced out of their homes",
            "made homeless",
            (
                rf"(?:driven|drove|forced)(?={_SO_MANY}(?:[\w-]+ ){{0,2}}"
                r"(?:from|out of) their (?:homes|houses|villages|towns))"
            ),
            "(?:left|abandoned|deserted|escaped) their (?:homes|houses|villages|towns)",
            "escaped the (?:fighting|violence|clashes|bombardment|shelling)",
            "exodus of",
            "sought (?:refuge|shelter|asylum)",
            "crossed into (?:turkey|jordan|lebanon|iraq)",
        ),
        "missing": (
            "missing",
            "disappeared",
            "unaccounted for",
            "(?:disappearance of|(?:buried|remain(?:ed)?|still|trapped) under (?:the )?rubble)",
            "fate of(?= [\\w-]+ (?:[\\w-]+ ){0,3}(?:is|are|remains?) (?:still )?(?:unknown|unclear))",
            "remain trapped",
            "feared trapped",
            "forcibly disappeared",
        ),
    },
    only_before=(
        "killing",
        "kills",
        "kill",
        "slaying",
        "murdering",
        "executing",
        "executes",
        "execute",
        "beheading",
        "injuring",
        "injures",
        "injure",
        "wounding",
        "capturing",
        "detaining",
        "arresting",
        "kidnapping",
        "abducting",
        "displacing",
        "martyring",
        "toll",
        "death toll",
        "death-toll",
        "martyrdom of",
        "the death of",
        "the deaths of",
        "neutralizing",
        "neutralising",
        "eliminating",
        "execution of",
        "gunning down",
        "remains of",
        "destroyed",
        "destroying",
        "loss of",
        "disappearance of",
        "cost the life of",
        "cost the lives of",
        "fate of",
        "displacement of",
        "exodus of",
        "killing of",
        "massacre of",
        "slaughter of",
        "injury of",
        "injury to",
        "injury on",
        "injuries of",
        "injuries to",
        "injuries on",
        "wounding of",
        "annihilating",
        "annihilates",
        "exterminating",
        "exterminates",
        "liquidating",
        "liquidates",
        "slew",
        "eliminates",
        "eliminate",
        "neutralizes",
        "neutralises",
        "hurting",
        "maiming",
        "assassinating",
    ),
    passive=(
        r"(?:was|were|been|being|be|are|is|got|gets?|left|reported|confirmed|found|pronounced|"
        r"declared|feared|presumed|believed|also)"
    ),
    persons=(
        r"people|persons?|civilians?|child|children|women|woman|men|man|boys?|girls?|bab(?:y|ies)|"
        r"infants?|kids|toddlers?|teenagers?|students?|pupils|youths?|residents?|villagers?|locals|"
        r"families|family|members?|soldiers?|troops?|troopers?|fighters?|militants?|militia(?:men|"
        r"man)?|terrorists?|rebels?|insurgents?|gunmen|gunman|jihadists?|jihadis?|extremists?|forces|"
        r"personnel|police(?:men|man)?|officers?|commanders?|leaders?|guards?|servicemen|serviceman|"
        r"recruits|cadets?|conscripts?|pilots?|paramedics?|medics?|doctors?|nurses?|workers?|"
        r"volunteers?|helmets|journalists?|reporters?|activists?|protest(?:er|or)s?|demonstrators|"
        r"worshippers|pilgrims?|mourners|passengers?|drivers?|refugees?|migrants?|prisoners?|"
        r"detainees?|inmates|hostages?|victims?|martyrs?|combatants?|operatives|elements|mercenaries|militias|"
        r"nationals?|citizens?|syrians?|iraqis?|turks?|turkish|kurds?|russians?|ukrainians?|"
        r"americans?|palestinians?|israelis?|iranians?|lebanese|afghans?|saudis?|yemenis?|tourists|"
        r"farmers?|shepherds?|shoppers|bystanders?|patients?|others|more|lives|deaths?|fatalities|"
        r"casualties|bodies|corpses|injuries|bombers?|attackers?|assailants?|snipers?|mujahideen|"
        r"regulars|loyalists?|partisans|individuals?|officials?|relatives?|brothers?|sisters?|sons?|"
        r"daughters?|mothers?|fathers?|adults?|elderly|minors?|marines?|airmen|sailors?|crew|staff|"
        r"rescuers?|firefighters?|teachers?|peacekeepers?|observers?|peshmerga|isis|isil|daesh|"
        r"wounded|injured|dead|homeless|idps|inhabitants|souls|figures|clerics?|imams?|priests?|"
        r"monks?|christians|muslims|yazidis?|alawites?|druze|sunnis?|shiites?|foreigners|wives|couple|"
        r"pedestrians|employees|contractors?|employees|advisers|advisors|generals?|colonels?|captain|"
        r"lieutenants?"
    ),
    things=(
        r"strikes?|air ?strikes?|airstrikes?|raids?|attacks?|bombs?|bombings?|barrel|shells?|"
        r"shellings?|rockets?|missiles?|mortars?|explosions?|blasts?|vehicles?|tanks?|cars?|trucks?|"
        r"bus(?:es)?|drones?|aircrafts?|helicopters?|jets?|planes?|warplanes|buildings?|houses?|"
        r"homes?|apartments|mosques?|churches|hospitals?|clinics?|schools?|shops|villages?|towns?|"
        r"cit(?:y|ies)|districts?|neighbou?rhoods?|provinces?|governorates?|areas?|points?|positions?|"
        r"hills?|sites?|bases?|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|acres|hectares|"
        r"percent|per cent|pct|%|days?|weeks?|months?|years?|hours?|minutes?|seconds?|o'clock|am|pm|"
        r"times|occasions|incidents?|cases?|operations?|sorties|locations?|checkpoints?|roads?|ways?|routes?|"
        r"gates?|corridors?|dollars?|cent(?:er|re)s?|targets?|bags?|sacks?|limbs?|decades?|centur(?:y|ies)|massacres?|videos?|photos?|photographs?|footages?|pictures?|"
        r"euros?|pounds?|tons?|tonnes?|kg|kilos?|kilograms?|barrels?|weapons?|rifles?|guns?|countries|"
        r"nations|states|groups?|factions?|brigades?|battalions|fronts?|parties|convoys?|ambulances?|"
        r"headquarters|depots?|tunnels?|mines?|ieds?|devices?|shots?|rounds?|bullets?|votes?|seats?|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|gmt|"
        r"local time|degrees|storeys?|stor(?:y|ies)|floors?|clashes|battles?|ambush(?:es)?|violations|"
        r"ceasefires?|agreements?|resolutions?|tents|camps?|livestock|sheep|animals|cattle|goats|"
        r"chickens"
    ),
    part_of=(
        r"including|among them|of them|of whom|among whom|amongst them|most of them|mostly|of these|of those|"
        r"among these|"
        r"among those|"
        r"of which|the rest of whom|were civilians|were children|were women|are children|counting|them were|as well as|"
        r"included"
    ),
    breaks=(
        r";|(?<!\.[a-z])[.!?] |\bbut\b|\bwhile\b|\bafter\b|\bbefore\b|\bwhen\b|\bwhich\b|\bwho said\b|\bsaid\b|"
        r"\bsays\b|\btold\b|\bbecause\b|\baccording\b|\badding\b|\balthough\b|\bdespite\b|\bremain\b|"
        r"\bremains\b(?! of)|\bhalf\b|\bsince\b|\bcontrols?\b|(?<!well )\bas\b(?! well| many)"
    ),
    bridge=(
        r"[\s,:(\"'“”’]*(?:(?:the|an?|another|a further|further|other|some|of|all|about|more|a total of|"
        r"total of|to|at|by|is|was|as|its?|his|their|with|and|are|were|has|have|had|also|alone|so far|"
        r"than|currently|stands?|now|rose|risen|rises|climbed|climbs|reached|reaches|reaching|hit|"
        r"hits|jumped|increased|estimated|exceeded|passed|surpassed|numbered|put|between|included?|in|"
        r"from|attack|attacks|blast|bombing|strikes?|strike|yesterday|today|tuesday|monday|wednesday|"
        r"thursday|friday|saturday|sunday|entire|whole|family|group)\b[\s,:(\"'“”’]*){0,9}"
    ),
    reporting=(
        r"said|says|told|reported|reports|announced|documents?|puts|monitored|(?<!are )(?<!were )(?<!was )(?<!been "
        r")confirmed(?! dead| killed)|stated|claimed(?! responsib| the li| at least| \d)|declared|"
        r"added|wrote|noted|estimated|tweeted|documented|put|acknowledged|indicated|mentioned|"
        r"revealed|recorded|counted|denied"
    ),
    according=(
        r"according to|as reported by|citing|quoting|quoted|reported by|said by|data from|figures "
        r"from|reports from|statement by|statement from|confirmed by"
    ),
    joints=(r"\band|\bplus|\bas well as|\balong with|\bin addition to|\btogether with|\bor"),
    among={
        "killed": (
            r"(?:among|amongst|(?<!funeral )(?<!funerals )(?<!families )(?<!relatives )(?<!names )(?<!burial )of) "
            r"(?:the |those |these )(?:[\w-]+ )?(?:dead|killed|victims|fatalities|slain|"
            r"deceased|"
            r"martyrs|casualties)|(?:dead|victims|fatalities|toll|casualties|killed|deaths) (?:also "
            r")?includ(?:ed?|es|ing)"
        ),
        "injured": r"among (?:the |those )(?:injured|wounded)|(?:injured|wounded) (?:also )?includ(?:ed?|es)",
        "captured": r"among (?:the |those )(?:captured|detained|detainees|arrested|kidnapped|abducted|hostages|seized)",
    },
    tally={
        "casualties": r"number of (?:[\w-]+ ){0,2}casualties\b[^.;:]{0,60}?\b(?:to|at|reached|hit|passed|exceeded)",
        "killed": (
            r"(?:toll|death count|body count|"
            r"number of (?:[\w-]+ ){0,2}(?:dead|deaths|killed|victims|fatalities|martyrs))\b[^.;:]{0,110}?"
            r"\b(?:to|at|reached|hit|passed|exceeded|surpassed|topped|neare?d|nears|tops|(?:could|may|might|would) be)"
        ),
        "injured": r"number of (?:[\w-]+ ){0,2}(?:injured|wounded)\b[^.;:]{0,40}?\b(?:to|at|reached|exceeded)",
        "displaced": r"number of (?:[\w-]+ ){0,2}(?:displaced|refugees)\b[^.;:]{0,40}?\b(?:to|at|reached|exceeded)",
        "captured": (
            r"number (?:of (?:hostages|detainees)|(?:of )?(?:captured|detained|kidnapped|abducted|seized))\b"
            r"[^.;:]{0,60}?\b(?:to|at|is|from|reached|exceeded)"
        ),
        "": (
            r"(?:bring|brings|bringing|brought|taking|takes|took|rais(?:e|es|ing|ed)|push(?:es|ing|ed)) (?:the |"
            r"its |their )?"
            r"(?:[\w-]+ ){0,3}?(?:total|number|count|tally|figure)\b[^.;:]{0,60}?\bto|"
            r"(?:put|puts|placed|places) (?:the|that|their) (?:total|number|count|tally|figure)\b[^.;:]{0,40}?\bat"
        ),
    },
    least_behind=(
        r"(?: (?!and |or |in |on |were |was |at )[\w-]+){0,2} at least"
        r"(?:[.,;:)]|$| (?:in|on|with|were|was|including|and|who|as|by)\b)"
    ),
    head_last=True,
    spaced=True,
    single="an?|one|another",
    lone=r"(?<=injured |wounded )another(?= ?[.,;]| (?:in|on|at|near|when|after|before|and|was|were)\b)",
    singular=(
        r"member|element|civilian|child|woman|man|boy|girl|baby|infant|toddler|teenager|student|resident|villager|"
        r"soldier|trooper|fighter|militant|militiaman|terrorist|rebel|insurgent|gunman|jihadist|"
        r"policeman|officer|commander|leader|guard|serviceman|recruit|conscript|pilot|paramedic|medic|"
        r"doctor|nurse|worker|volunteer|journalist|reporter|activist|protester|demonstrator|pilgrim|"
        r"passenger|driver|refugee|prisoner|detainee|hostage|combatant|operative|national|citizen|"
        r"farmer|shepherd|bystander|patient|bomber|attacker|sniper|official|relative|marine|"
        r"peacekeeper|observer|teacher|person|general|colonel|captain|lieutenant|sergeant)(?! (?:attacks?|"
        r"groups?|organi[sz]ation|"
        r"cell|shell|shelling|mortar|rocket|bomb|bombing|mine|strike|assault|positions?|hospital|checkpoint|"
        r"base|airport|convoy|"
        r"vehicle|source|camp|aid|said|told|area|house|home|court|school|leader|commander|fighter)\b"
    ),
)
