"""The words of tolls, language by language. A language is an entry in `LEXICONS`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Lexicon:
    """One language: number words, qualifiers, the words of each kind of toll, the nouns that tell what is counted.

    `only_before` are words whose number follows them ("killing 15") and never stands before them.
    """

    code: str
    numbers: dict[str, int]
    tens_and_up: dict[str, int]
    vague: dict[str, int]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    between: str
    stems: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    only_before: tuple[str, ...]
    passive: str
    persons: str
    things: str
    part_of: str
    breaks: str
    bridge: str
    reporting: str
    according: str
    single: str = ""
    singular: str = ""

    @cached_property
    def number(self) -> str:
        """A number in figures or words, as a pattern."""
        words = "|".join(sorted(map(re.escape, (*self.numbers, *self.tens_and_up)), key=len, reverse=True))
        vague = "|".join(sorted(map(re.escape, self.vague), key=len, reverse=True))
        spelt = rf"(?:{words})(?:(?:[ -]|[ -](?:and|y|und|и|та|و|et) ?)(?:{words}))*"
        figures = (
            r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+(?= (?:million|thousand|millones|"
            r"millions?|mille|тыс|млн|тис)))?"
        )
        scaled = (
            rf"(?:(?:{figures})(?: (?:hundred|thousand|million|mille|mil|millones|millions?|tausend|"
            rf"millionen|тысяч[аи]?|тыс\.?|млн|тисяч[аі]?|тис\.?|الف|ألف|آلاف|مليون))?)"
        )
        return (
            rf"(?<![\w$€£#/.-])(?:(?:{vague})|{scaled}(?![\d%:/]|[.,]\d)|(?:{spelt}))(?!\w)(?!-(?:year|old|"
            rf"day|month|hour|mile|km|kilomet|jähr|летн|річн))"
        )

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """A number with what bounds it."""
        low, high, near = (
            "|".join(sorted(map(re.escape, words), key=len, reverse=True))
            for words in (self.at_least, self.at_most, self.about)
        )
        first, second = self.between.split("…")
        single = (
            (
                rf"|(?P<single>(?:{self.single}) (?=(?:(?!for |of |to |by |in |on |from |with |and |at |that "
                rf")[\w-]+ ){{0,3}}?(?:{self.singular})\b))"
            )
            if self.single
            else ""
        )
        return re.compile(
            rf"(?<!\w)(?=\w)(?:(?P<between>(?:{first}) (?P<low>{self.number}) (?:{second}) (?P<high>{self.number}))"
            rf"|(?P<from>{self.number}) ?(?:-|–|—| to | à | a | bis | до | الى | إلى )(?: ?(?:{low}) )? "
            rf"?(?P<to>{self.number})"
            rf"|(?:(?:(?P<least>{low})|(?P<most>{high})|(?P<about>{near})) (?:the |les |die |a total of |"
            rf"al |los )?)?(?P<number>{self.number})(?P<plus>\+| or more| o más| ou plus| и более| oder "
            rf"mehr| или более)?{single})",
            re.IGNORECASE,
        )

    @cached_property
    def kind(self) -> re.Pattern[str]:
        """Any word of a toll, with its kind as the group's name."""
        parts = (f"(?P<{kind}>{'|'.join(sorted(words, key=len, reverse=True))})" for kind, words in self.kinds.items())
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """The first noun that says whether persons or things are counted."""
        return re.compile(rf"(?<!\w)(?:(?P<person>{self.persons})|(?P<thing>{self.things}))(?!\w)", re.IGNORECASE)

    @cached_property
    def passive_end(self) -> re.Pattern[str]:
        """A passive's helping verb right before."""
        return re.compile(rf"{self.passive}\s*$", re.IGNORECASE)

    @cached_property
    def passive_within(self) -> re.Pattern[str]:
        """A passive's helping verb anywhere."""
        return re.compile(self.passive, re.IGNORECASE)

    @cached_property
    def part_before(self) -> re.Pattern[str]:
        """Words that make what follows a part: "including five children"."""
        return re.compile(rf"(?:{self.part_of})[\s,]*$", re.IGNORECASE)

    @cached_property
    def part_within(self) -> re.Pattern[str]:
        """Where a phrase turns to a part of what it counts."""
        return re.compile(rf"(?<!\w)(?:{self.part_of})(?!\w)", re.IGNORECASE)

    @cached_property
    def part_after(self) -> re.Pattern[str]:
        """Words that make what stands before a part: "five of them"."""
        return re.compile(rf"[\s,]*(?:{self.part_of})", re.IGNORECASE)

    @cached_property
    def clause_break(self) -> re.Pattern[str]:
        """Where a clause ends, so that no number reaches beyond."""
        return re.compile(self.breaks, re.IGNORECASE)

    @cached_property
    def small_words(self) -> re.Pattern[str]:
        """What may stand between a word and its number."""
        return re.compile(self.bridge, re.IGNORECASE)

    @cached_property
    def reporting_verb(self) -> re.Pattern[str]:
        """A verb of telling."""
        return re.compile(rf"(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )\b(?:{self.reporting})\b", re.IGNORECASE)

    @cached_property
    def according_to(self) -> re.Pattern[str]:
        """What stands before a named voice."""
        return re.compile(rf"\b(?:{self.according})\b", re.IGNORECASE)

    def may_speak_of_losses(self, text: str) -> bool:
        """A cheap test, before any pattern is tried."""
        lower = text.lower()
        return any(stem in lower for stem in self.stems)


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
        "gunned",
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
        "captive",
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
    ),
    kinds={
        "casualties": (
            "casualties",
            "victims(?= (?:has|have|rose|reached|to|climbed|stands|is|was|were)\\b)",
            "killed (?:or|and) (?:injured|wounded)",
            "killing (?:or|and) (?:injuring|wounding)",
            "dead (?:or|and) (?:injured|wounded)",
            "dead or alive",
            "killed/(?:injured|wounded)",
        ),
        "killed": (
            "killed",
            "killing",
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
            "murdered",
            "murdering",
            "murders?",
            "executed",
            "executing",
            "execution of",
            "beheaded",
            "beheading",
            "massacred",
            "perished",
            "lost their li(?:ves|fe)",
            "los(?:t|ing) (?:his|her) life",
            "claim(?:ed|ing|s)? the li(?:ves|fe) of",
            "claim(?:ed|ing|s)?(?= (?:at least |more than |about |around |some |up to )?[\\w-]+ (?:[\\w-]+ )?lives)",
            "t(?:ook|aking) the lives of",
            "shot dead",
            "assassinated",
            "assassinating",
            "neutrali[sz]ed",
            "neutrali[sz]ing",
            "eliminated",
            "eliminating",
            "liquidated",
            "bodies of",
            "corpses of",
            "bodies",
            "corpses",
            "gunned down",
            "lives lost",
            "lives",
            "slaughtered",
            "burned to death",
            "wiped out",
            "deceased",
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
            "injuries",
            "maimed",
            "maiming",
        ),
        "captured": (
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
            "abducting",
            "took prisoner",
            "taken captive",
            "surrendered",
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
            "forced to flee",
            "forced from their homes",
            "driven from their homes",
            "internally displaced",
            "displacement of",
            "forced out of their homes",
            "made homeless",
        ),
        "missing": (
            "missing",
            "disappeared",
            "unaccounted for",
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
        "bodies of",
        "corpses of",
        "neutralizing",
        "neutralising",
        "eliminating",
        "execution of",
        "displacement of",
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
        r"detainees?|inmates|hostages?|victims?|martyrs?|combatants?|operatives|elements|mercenaries|"
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
        r"times|occasions|incidents?|cases?|operations?|sorties|locations?|checkpoints?|dollars?|"
        r"euros?|pounds?|tons?|tonnes?|kg|kilos?|kilograms?|barrels?|weapons?|rifles?|guns?|countries|"
        r"nations|states|groups?|factions?|brigades?|battalions|fronts?|parties|convoys?|ambulances?|"
        r"headquarters|depots?|tunnels?|mines?|ieds?|devices?|shots?|rounds?|bullets?|votes?|seats?|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|gmt|"
        r"local time|degrees|storeys?|stor(?:y|ies)|floors?|clashes|battles?|ambush(?:es)?|violations|"
        r"ceasefires?|agreements?|resolutions?|tents|camps?|livestock|sheep|animals|cattle|goats|"
        r"chickens"
    ),
    part_of=(
        r"including|among them|of them|of whom|among whom|amongst them|most of them|mostly|of these|"
        r"of which|were civilians|were children|were women|are children|counting|them were|as well as|"
        r"included"
    ),
    breaks=(
        r";|[.!?] |\bbut\b|\bwhile\b|\bafter\b|\bbefore\b|\bwhen\b|\bwhich\b|\bwho said\b|\bsaid\b|"
        r"\bsays\b|\btold\b|\bbecause\b|\baccording\b|\badding\b|\balthough\b|\bdespite\b|\bremain\b|"
        r"\bremains\b|\bsince\b|\bcontrols?\b|\bas\b(?! well| many)"
    ),
    bridge=(
        r"[\s,:(\"'“]*(?:(?:the|an?|another|a further|further|other|some|of|all|about|more|a total of|"
        r"total of|to|at|by|is|was|as|its?|his|their|with|and|are|were|has|have|had|also|alone|so far|"
        r"than|currently|stands?|now|rose|risen|rises|climbed|climbs|reached|reaches|reaching|hit|"
        r"hits|jumped|increased|estimated|exceeded|passed|surpassed|numbered|put|between|included?|in|"
        r"from|attack|attacks|blast|bombing|strikes?|strike|yesterday|today|tuesday|monday|wednesday|"
        r"thursday|friday|saturday|sunday)\b[\s,:(\"'“]*){0,9}"
    ),
    reporting=(
        r"said|says|told|reported|reports|announced|(?<!are )(?<!were )(?<!was )(?<!been "
        r")confirmed(?! dead| killed)|stated|claimed(?! responsib| the li| at least| \d)|declared|"
        r"added|wrote|noted|estimated|tweeted|documented|put|acknowledged|indicated|mentioned|"
        r"revealed|recorded|counted|denied"
    ),
    according=(
        r"according to|as reported by|citing|quoting|quoted|reported by|said by|data from|figures "
        r"from|reports from|statement by|statement from|confirmed by"
    ),
    single="an?|one",
    singular=(
        r"civilian|child|woman|man|boy|girl|baby|infant|toddler|teenager|student|resident|villager|"
        r"soldier|trooper|fighter|militant|militiaman|terrorist|rebel|insurgent|gunman|jihadist|"
        r"policeman|officer|commander|leader|guard|serviceman|recruit|conscript|pilot|paramedic|medic|"
        r"doctor|nurse|worker|volunteer|journalist|reporter|activist|protester|demonstrator|pilgrim|"
        r"passenger|driver|refugee|prisoner|detainee|hostage|combatant|operative|national|citizen|"
        r"farmer|shepherd|bystander|patient|bomber|attacker|sniper|official|relative|marine|"
        r"peacekeeper|observer|teacher|person|general|colonel|captain|lieutenant|sergeant"
    ),
)
