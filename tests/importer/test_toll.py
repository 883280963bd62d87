from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importer_archive import MATCHING, drafted

from sitegen.importer.toll import Figure, claims_in


def exact(n: int) -> Figure:
    return Figure(n, n, n)


def tolls(text: str, language: str = "en") -> list[dict[str, Figure]]:
    return [dict(claim.toll) for claim in claims_in([(1, text)], [], language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 15 ISIS militants were killed on the first day.", [{"killed": Figure(min=15)}]),
        ("More than 20 people died.", [{"killed": Figure(min=20)}]),
        ("Up to 30 people died.", [{"killed": Figure(max=30)}]),
        ("About 30 people died.", [{"killed": Figure(best=30)}]),
        ("Dozens were wounded.", [{"injured": Figure(min=24)}]),
        ("The army killed scores of terrorists and destroyed 15 vehicles.", [{"killed": Figure(min=40)}]),
        ("Between 15 and 20 fighters were killed.", [{"killed": Figure(min=15, max=20)}]),
        (
            "Air strikes killed 20 civilians and wounded dozens more.",
            [{"killed": exact(20), "injured": Figure(min=24)}],
        ),
        ("15 killed, 30 injured in a blast", [{"killed": exact(15), "injured": exact(30)}]),
        ("15 air strikes killed 30 people in Aleppo.", [{"killed": exact(30)}]),
        ("Two hundred and fifty people were killed.", [{"killed": exact(250)}]),
        ("Twenty-one people were killed.", [{"killed": exact(21)}]),
        ("1,300 people were killed.", [{"killed": exact(1300)}]),
        ("The death toll rose to 45 on Tuesday.", [{"killed": exact(45)}]),
        ("Ten people, including five children, were killed.", [{"killed": exact(10)}, {"killed": exact(5)}]),
        ("Five soldiers and ten rebels were killed.", [{"killed": exact(5)}, {"killed": exact(10)}]),
        ("The forces captured 14 militants and 3 villages.", [{"captured": exact(14)}]),
        ("More than 11 million people have been displaced.", [{"displaced": Figure(min=11_000_000)}]),
        ("68 people were missing.", [{"missing": exact(68)}]),
        ("Monitor says 42 killed as jets strike mosque", [{"killed": exact(42)}]),
        ("A woman was killed by a shell.", [{"killed": exact(1)}]),
        (
            "Shells hit the hiding places, killing or injuring many activists.",
            [{"killed": Figure(), "injured": Figure()}],
        ),
    ],
)
def test_tolls(text: str, expected: list[dict[str, Figure]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The country still has about 14,000 militants.",
        "The town is 25 km from Hajin and had more than 7.7 million people.",
        "Between 15,500 and 17,100 militants would be based in Iraq.",
        "He was killed in 2014 at the age of 45.",
        "One of the worst attacks killed civilians on 11 September.",
        "The SDF installed a humanitarian corridor for civilians to flee.",
        "No one was killed.",
        "The army destroyed 15 tanks and killed the engine.",
    ],
)
def test_numbers_that_are_no_tolls(text: str) -> None:
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Au moins 15 combattants ont été tués lundi, selon l'Observatoire.", [{"killed": Figure(min=15)}]),
        (
            "de",
            "Mindestens 15 Kämpfer wurden getötet und 20 verletzt.",
            [{"killed": Figure(min=15), "injured": exact(20)}],
        ),
        (
            "es",
            "Al menos 21 combatientes murieron y más de 30 resultaron heridos.",
            [{"killed": Figure(min=21), "injured": Figure(min=30)}],
        ),
        (
            "ru",
            "По меньшей мере 15 боевиков были убиты, около 20 ранены.",
            [{"killed": Figure(min=15), "injured": Figure(best=20)}],
        ),
        ("ru", "Боевики захватили 12 деревень.", []),
        (
            "pt",
            "Pelo menos 46 pessoas morreram e mais de 106 ficaram feridas.",
            [{"killed": Figure(min=46), "injured": Figure(min=106)}],
        ),
        ("pt", "Cerca de 30 soldados foram mortos em três bombardeios.", [{"killed": Figure(best=30)}]),
        ("pt", "Mais de 162 mil pessoas morreram.", [{"killed": Figure(min=162_000)}]),
        ("pt", "Mais de dois milhões de pessoas vivem na cidade.", []),
        (
            "it",
            "Sei persone sono state uccise e altre 12 sono rimaste ferite.",
            [{"killed": exact(6), "injured": exact(12)}],
        ),
        ("it", "Il raid ha provocato la morte di almeno 27 civili.", [{"killed": Figure(min=27)}]),
        ("it", "Nella città vivono oltre 300 mila persone.", []),
        (
            "nl",
            "Zeker dertien burgers zijn omgekomen en vierentwintig raakten gewond.",
            [{"killed": Figure(min=13), "injured": exact(24)}],
        ),
        ("nl", "Bij de tien bombardementen vielen tientallen doden.", [{"killed": Figure(min=20)}]),
        ("nl", "In het kamp wonen 20 gezinnen.", []),
        (
            "tr",
            "Saldırıda 5 kişi hayatını kaybetti, 20'den fazla sivil yaralandı.",
            [{"killed": exact(5), "injured": Figure(min=20)}],
        ),
        ("tr", "En az on iki sivil öldü.", [{"killed": Figure(min=12)}]),
        ("tr", "Bölgede yaklaşık 2 milyon sivil yaşıyor.", []),
        ("uk", "Щонайменше 15 людей загинули, ще 20 поранено.", [{"killed": Figure(min=15), "injured": exact(20)}]),
        (
            "ar",
            "مقتل خمسة مدنيين وإصابة عشرة آخرين بجروح في قصف على إدلب",
            [{"killed": exact(5), "injured": exact(10)}],
        ),
    ],
)
def test_tolls_in_other_languages(language: str, text: str, expected: list[dict[str, Figure]]) -> None:
    assert tolls(text, language) == expected


def counted(text: str, language: str) -> set[tuple[str, int]]:
    return {
        (kind, number)
        for toll in tolls(text, language)
        for kind, figure in toll.items()
        for number in figure
        if number is not None
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The shells killed 12 soldiers, five rebels and a child.", {("killed", n) for n in (12, 5, 1)}),
        ("en", "Among the dead were three nurses.", {("killed", 3)}),
        ("en", "Nine residents were buried. Among them were two girls.", set()),
        ("en", "Nine residents were killed. Among them were two girls.", {("killed", 9), ("killed", 2)}),
        ("en", "Raids killed eight people in Idlib, six in Hama and two in Homs.", {("killed", n) for n in (8, 6, 2)}),
        ("en", "The militia lost 14 fighters near the dam.", {("killed", 14)}),
        ("en", "The army killed six rebels and freed 40 hostages.", {("killed", 6)}),
        ("en", "Six people were injured in a terrorist attack.", {("injured", 6)}),
        ("en", "Jets “neutralised” 31 fighters, bringing the total to 904.", {("killed", 31), ("killed", 904)}),
        ("en", "A raid killed 14 Islamic State group fighters.", {("killed", 14)}),
        ("en", "The blast left dozens dead and injured.", {("killed", 24), ("injured", 24)}),
        ("en", "Six people died. Of these victims, four are children.", {("killed", 6), ("killed", 4)}),
        ("en", "On Jan. 16, a blast near the post of Gen. Doe left 19 people dead.", {("killed", 19)}),
        ("en", "Two guards were killed as well as a reported five drivers.", {("killed", 2), ("killed", 5)}),
        ("en", "Residents found six bodies of soldiers.", {("killed", 6)}),
        ("en", "At least 7 people died and 20 others were badly wounded.", {("killed", 7), ("injured", 20)}),
        ("en", "The bomb left 6 people dead and injured the other 4.", {("killed", 6), ("injured", 4)}),
        ("en", "Of 1,400 soldiers, 200 of whom were killed, 700 managed to escape.", {("killed", 200)}),
        ("en", "It led to the death of militants, 50 fighters and seven civilians.", {("killed", 50), ("killed", 7)}),
        ("en", "So far 27 of its fighters have fallen in the fighting.", {("killed", 27)}),
        ("en", "So far the death toll stands at 16.", {("killed", 16)}),
        ("en", "Two U.S. military personnel were killed in the explosion.", {("killed", 2)}),
        (
            "uk",
            "Два пацієнти були вбиті і троє співробітників лікарні отримали поранення.",
            {("killed", 2), ("injured", 3)},
        ),
        ("en", "Gunmen killed a fighter and injured another in the town.", {("killed", 1), ("injured", 1)}),
        ("en", "Four people succumbed to their wounds.", {("killed", 4)}),
        ("en", "The blast led to the killing of one person and the injury of 40.", {("killed", 1), ("injured", 40)}),
        ("en", "Army eliminates 60 terrorists; three others were liquidated.", {("killed", 60), ("killed", 3)}),
        ("en", "The shelling wiped out a family of seven.", {("killed", 7)}),
        (
            "en",
            "It documented the massacre of 33 villagers, and 12 were burned alive.",
            {("killed", 33), ("killed", 12)},
        ),
        ("en", "More than 340 000 people have been killed.", {("killed", 340_000)}),
        ("en", "The war has killed half a million people.", {("killed", 500_000)}),
        ("en", "In early April at least 88 civilians were killed.", {("killed", 88)}),
        ("en", "Sun 16 Apr 2017 Seven people were killed in Homs.", {("killed", 7)}),
        ("en", "30 martyrs and 70 wounded in the blasts", {("killed", 30), ("injured", 70)}),
        ("en", "30-40 people were killed.", {("killed", 30), ("killed", 40)}),
        ("en", "Three soldiers were killed and two taken prisoner.", {("killed", 3), ("captured", 2)}),
        ("en", "The group took 20 hostages.", {("captured", 20)}),
        ("en", "Twenty fighters turned themselves in.", {("captured", 20)}),
        ("en", "The fighting has driven 120,000 people from their homes.", {("displaced", 120_000)}),
        ("en", "Some 70,000 people sought refuge in Jordan.", {("displaced", 70_000)}),
        ("en", "Five were killed in Sabqa and one in the town of Harasta.", {("killed", 5), ("killed", 1)}),
        ("en", "More than 30 children under the age of 10 and over 60 adults died.", {("killed", 30), ("killed", 60)}),
        ("en", "Militants were gunning down at least seven men.", {("killed", 7)}),
        ("en", "That left 14 women and 16 children in captivity.", {("captured", 14), ("captured", 16)}),
        ("en", "At least 36 women had been seized by the group.", {("captured", 36)}),
        ("en", "Dozens are surrendering; some placed the number at 150.", {("captured", 24), ("captured", 150)}),
        ("en", "Raids killed six civilians. Shells killed another civilian.", {("killed", 6), ("killed", 1)}),
        (
            "en",
            "Eight died at the hands of rebels, and four at the hands of the army.",
            {("killed", 8), ("killed", 4)},
        ),
        (
            "en",
            "It rose to 47, the number of people who were documented by observers in the whole of the town and killed.",
            {("killed", 47)},
        ),
        ("en", "The death count could be over 50.", {("killed", 50)}),
        ("en", "The toll after 80 days of fighting stood at 1,381, nearing that of May.", {("killed", 1381)}),
        ("en", "The death toll neared 100.", {("killed", 100)}),
        ("en", "The war has killed more than 100000people.", {("killed", 100_000)}),
        ("en", "It killed from 500 to well over 1000 people.", {("killed", 500), ("killed", 1000)}),
        ("en", "An estimated quarter of a million people died.", {("killed", 250_000)}),
        ("en", "The army destroyed more than 300 militants.", {("killed", 300)}),
        ("en", "The group loses more than 900 fighters.", {("killed", 900)}),
        ("en", "‘70 militants die’ in battle", {("killed", 70)}),
        ("en", "The war has killed close to 2,000 people since March 2011.", {("killed", 2000)}),
        ("en", "HOMS, Oct. 8 — Over 400 people were killed.", {("killed", 400)}),
        ("en", "His death brought the number of Russian casualties to 28.", {("killed", 28), ("injured", 28)}),
        ("en", "Ten soldiers were captured and the fate of six others is unknown.", {("captured", 10), ("missing", 6)}),
        ("en", "Seventeen of those victims were executed.", {("killed", 17)}),
        ("en", "Militants overran the valley, seizing at least 70 people.", {("captured", 70)}),
        ("en", "The number of captured villagers is about 350.", {("captured", 350)}),
        ("en", "Twelve of them were believed to be among the kidnapped.", {("captured", 12)}),
        (
            "en",
            "The group took 15 soldiers prisoner and two others gave themselves up.",
            {("captured", 15), ("captured", 2)},
        ),
        ("en", "The remains of about 700 people have been found.", {("killed", 700)}),
        ("en", "Some 900 bodies were found. Of those, around 140 were fighters.", {("killed", 900), ("killed", 140)}),
        ("en", "Blast victims: 23 of them were taken to a Turkish hospital.", {("injured", 23)}),
        ("en", "Around 250,000 people have been forced to leave.", {("displaced", 250_000)}),
        ("en", "The number of victims of the attack rises to 15.", {("killed", 15)}),
        ("en", "The raid cost the life of two men and the loss of 15 soldiers.", {("killed", 2), ("killed", 15)}),
        ("en", "Jets were destroying 15 militants.", {("killed", 15)}),
        ("en", "It executed a group of twenty men and holds about 600 prisoners.", {("killed", 20), ("captured", 600)}),
        ("en", "Days later it execute 20 men.", {("killed", 20)}),
        (
            "en",
            "A toll that rose to 45 in the north of the land was followed by six injured.",
            {("killed", 45), ("injured", 6)},
        ),
        ("en", "The number of casualties has risen to 55 martyrs and 375 injured.", {("killed", 55), ("injured", 375)}),
        ("de", "Die Zahl der Toten ist auf 55 gestiegen, 372 wurden verletzt.", {("killed", 55), ("injured", 372)}),
        ("en", "It was an attack in which 33 people lost their lives.", {("killed", 33)}),
        ("en", "Six people remain under the rubble.", {("missing", 6)}),
        ("en", "He reported the disappearance of 12 people.", {("missing", 12)}),
        ("ar", "قتل تسعة آلاف شخص.", {("killed", 9000)}),
        ("ar", "وصل عدد اللاجئين في دول الجوار إلى 65070 لاجئا بعد نزوح السكان.", {("displaced", 65_070)}),
        ("de", "Sie sprachen von Dutzenden von Toten in zwei Krankenhäusern.", {("killed", 24)}),
        ("de", "Soldaten töteten und verletzten Dutzende von ihnen.", {("killed", 24), ("injured", 24)}),
        ("de", "Rund 70 000 Menschen flüchteten.", {("displaced", 70_000)}),
        (
            "es",
            "El ataque causó en torno a 30 fallecidos; perecieran otras 74 personas.",
            {("killed", 30), ("killed", 74)},
        ),
        ("es", "El bombardeo se saldó con 19 decesos.", {("killed", 19)}),
        ("fr", "Les combats ont poussé près d’un million de civils à se déplacer.", {("displaced", 1_000_000)}),
        ("ru", "Не менее восьми мирных жителей погибли.", {("killed", 8)}),
        ("uk", "Загинули не менше п’яти осіб.", {("killed", 5)}),
        ("ar", "قتلت 12 شخصا وأصابت 100 يوم الثلاثاء.", {("killed", 12), ("injured", 100)}),
        ("ar", "خمسة مدنيين فقدوا حياتهم.", {("killed", 5)}),
        ("en", "Of the other 500, dozens were captured in the night.", {("captured", 24)}),
        ("en", "A member of the Syrian Democratic Forces (SDF) was killed.", {("killed", 1)}),
        ("ar", "مقتل أحد عناصر التنظيم خلال الاشتباكات", {("killed", 1)}),
        ("ar", "قضى 10 أشخاص في مدينة زملكا", {("killed", 10)}),
        ("es", "Una explosión se cobró la vida de diez personas.", {("killed", 10)}),
        ("pt", "Morreram 16 pessoas, entre elas duas mulheres.", {("killed", 16), ("killed", 2)}),
        ("it", "Le 10 vittime, tra cui due bambini, sono state uccise a Idlib.", {("killed", 10), ("killed", 2)}),
        ("nl", "Zeven kinderen, drie vrouwen en twee mannen kwamen om het leven.", {("killed", n) for n in (7, 3, 2)}),
        ("fr", "Le conflit a fait plus de 290 000 morts.", {("killed", 290_000)}),
        (
            "fr",
            "Le bilan comprend 30 rebelles, 12 soldats et près de 40 civils.",
            {("killed", n) for n in (30, 12, 40)},
        ),
        (
            "fr",
            "Douze personnes -sept civils et cinq gardes- ont péri et une vingtaine d’autres sont blessées.",
            {("killed", 12), ("killed", 7), ("killed", 5), ("injured", 20)},
        ),
        (
            "es",
            "Murieron 40 personas. Once de ellas eran niños, y el número de heridos es de 47.",
            {("killed", 40), ("killed", 11), ("injured", 47)},
        ),
        ("es", "La policía detuvo a dos sospechosos.", {("captured", 2)}),
        ("es", "A las 15:57 hubo 35 muertos.", {("killed", 35)}),
        ("fr", "Près d'un millier de civils ont péri.", {("killed", 1000)}),
        ("fr", "Un obus a tué un enfant et un soldat.", {("killed", 1)}),
        ("de", "Unter den Opfern seien auch sechs Kinder.", {("killed", 6)}),
        ("de", "Die Zahl der Toten stieg auf einundvierzig.", {("killed", 41)}),
        ("de", "Bei Angriffen auf zwei Ortschaften wurden zwölf Zivilisten getötet.", {("killed", 12)}),
        ("es", "Entre los fallecidos hay nueve menores y tres mujeres.", {("killed", 9), ("killed", 3)}),
        ("es", "Perdieron la vida ayer en la capital cuatro civiles.", {("killed", 4)}),
        ("es", "Han muerto 3 mil 120 personas.", {("killed", 3120)}),
        ("ru", "Число погибших в результате обстрела выросло до 25.", {("killed", 25)}),
        ("ru", "Погиб мирный житель, два авиаудара нанесены по лагерю беженцев.", {("killed", 1)}),
        ("uk", "Жертвами обстрілу в селі на півночі стали сім осіб.", {("killed", 7)}),
        ("ar", "مقتل طفلين وإصابة 23 شخصا", {("killed", 2), ("injured", 23)}),
        ("ar", "ونزح أكثر من 300 ألف شخص بحسب الأمم المتحدة.", {("displaced", 300_000)}),
        ("ar", "قتل 40 عنصرا من قوات النظام و23 من الفصائل المقاتلة.", {("killed", 40), ("killed", 23)}),
        ("ar", "استشهد مدني برصاص قناص في حلب", {("killed", 1)}),
        ("ar", "سقوط خمسة وعشرين قتيلا في انفجار", {("killed", 25)}),
    ],
)
def test_figures_that_share_a_loss(language: str, text: str, expected: set[tuple[str, int]]) -> None:
    assert counted(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A terrorist attack hit the base and 300 fighters remain there."),
        ("en", "The detainees died between 2013 and 2015."),
        ("en", "The three-decade war began with a killing on 2 May and a five-member court."),
        ("en", "A boy between the ages of 14 and 18 was hospitalised, a doctor of three hospitals said."),
        ("en", "The toll was collated in the town, Jane Doe, a nurse, said."),
        ("en", "About 200 fighters stormed the prison in an effort to release detained members."),
        ("en", "One road is left for civilians to flee the town."),
        ("en", "Guards were killed in an attack by 15 gunmen."),
        ("en", "Ahmad Doe, 35, was killed near his house."),
        ("en", "One in four was killed on the way."),
        ("en", "Twenty people took part in the funeral of the killed."),
        ("en", "A photograph shows a dead baby, an accomplice or a hostage beside it."),
        ("en", "Jets destroyed 19 terrorist targets and “neutralised” them."),
        ("en", "The fighting displaced half of the country’s population of 23 million."),
        ("en", "Bombers struck two security centres, claiming lives."),
        ("en", "Twenty fighters captured the town after four decades."),
        ("en", "Six militants kidnapped al-Doe, and nine killed the mayor."),
        ("en", "They were killed in two massacres."),
        ("en", "Gunmen held a group hostage."),
        ("en", "Two suicide attackers killed civilians."),
        ("en", "Fifteen bags of limbs and bodies were collected."),
        ("es", "Murieron con síntomas y que 3 mil 600 personas se atendieron."),
        ("en", "The group, which has 15,000 fighters, killed people."),
        ("en", "It gave $15 million for the displaced."),
        ("en", "Some 1.5 million people live there, half are displaced."),
        ("en", "The war killed members of four families."),
        ("it", "BEIRUT, 24 APR - Civili uccisi nel nord."),
        ("fr", "Le bilan de la réunion est mince, 12 pays étaient présents."),
        ("fr", "En 2016 300 000 habitants vivaient dans la ville."),
        ("de", "Unter den Gästen waren 20 Kinder."),
        ("es", "El balance de la empresa incluye 20 trabajadores nuevos."),
        ("ru", "Жители района рассказали, что две школы открыты."),
        ("ar", "يعيش في المحافظة ثلاثة ملايين نسمة."),
    ],
)
def test_numbers_that_share_no_loss(language: str, text: str) -> None:
    assert counted(text, language) == set()


def test_a_claim_within_a_fuller_one_is_told_once() -> None:
    made = drafted(
        "Shelling in Hama\n\nFour people were killed in Hama on Sunday, a doctor said by telephone from the town.\n\n"
        "The shells killed four people and wounded 11, the governor said in the evening of the same day."
    )
    assert [dict(claim.toll) for claim in made.claims] == [{"killed": exact(4), "injured": exact(11)}]


def claim_of(text: str):
    mentions, _ = MATCHING.matcher.find([(1, text)])
    return claims_in([(1, text)], mentions, "en")[0]


def test_voices() -> None:
    claim = claim_of("An anonymous SDF commander told AFP that at least 15 ISIS militants were killed.")
    assert (claim.voice.by, claim.voice.via, claim.voice.attribution, claim.of) == (
        "sdf",
        "afp",
        "An anonymous SDF commander",
        "islamic-state",
    )


def test_voice_after_according_to() -> None:
    claim = claim_of("Some 20 civilians were killed, according to the Syrian Observatory for Human Rights.")
    assert (claim.voice.by, claim.of) == ("sohr", "civilians")


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian Observatory for Human Rights, which watches the war, also said that six civilians were killed.",
        "The Syrian Observatory for Human Rights (SOHR) said that six civilians were killed.",
        "The Syrian Observatory for Human Rights, a monitoring group, said six civilians were killed.",
        "Raids on the last town that rebels held in the whole of the plain killed six civilians the Observatory said.",
        "“Six civilians were killed,” said the Observatory, a monitor.",
        "The mortar shells that fell on the old city killed six soldiers said the Observatory on Monday.",
        "Homs Province – The Observatory: shells were fired and six civilians were killed.",
        "The Observatory could document the death of six civilians.",
    ],
)
def test_voice_with_words_between_it_and_its_verb(text: str) -> None:
    assert claim_of(text).voice.by == "sohr"


def test_each_side_of_a_contrast_has_its_own_voice() -> None:
    text = "The SDF said that five men were killed, while the Observatory reported nine dead."
    mentions, _ = MATCHING.matcher.find([(1, text)])
    assert [(dict(c.toll), c.voice.by) for c in claims_in([(1, text)], mentions, "en")] == [
        ({"killed": exact(5)}, "sdf"),
        ({"killed": exact(9)}, "sohr"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A nurse in the town of Hajin to the east of the river said that the Observatory knew of six people killed.",
        "Six soldiers were killed by the SDF, a monitor said.",
        "Six people were killed in a raid that was claimed by ISIS on Monday.",
    ],
)
def test_a_name_that_tells_nothing_is_no_voice(text: str) -> None:
    assert claim_of(text).voice.by is None


def test_same_figures_told_twice_are_one_claim() -> None:
    made = drafted(
        "Blast kills 20 in Hajin\n\nA blast killed 20 people in Hajin on Monday, the army said in the capital.\n\nIt was the third in a month and the largest so far, residents said."
    )
    assert [claim.line for claim in made.claims] == [3]


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "least",
                "5",
                "fifteen",
                "people",
                "civilians",
                "were",
                "killed",
                ",",
                "and",
                "wounded",
                "20",
                "more",
                "than",
                "dozens",
                "of",
                "including",
                "children",
                "the",
                "army",
                "said",
                ".",
                "3",
                "villages",
            ]
        ),
        max_size=25,
    )
)
def test_every_quote_is_verbatim(words: list[str]) -> None:
    text = " ".join(words)
    assert all(claim.quote in text for claim in claims_in([(1, text)], [], "en"))


def test_a_claim_without_figures_goes_where_another_has_them() -> None:
    assert tolls("Shells killed many civilians. At least 12 people were killed on Sunday.") == [
        {"killed": Figure(min=12)}
    ]
    assert tolls("Shells killed many civilians. Three were wounded.")[0] == {"killed": Figure()}


def test_a_headlines_round_word_goes_where_the_text_has_the_figure() -> None:
    told = "Shells killed 36 people in Hajin on Monday, a doctor said by telephone from the town."
    made = drafted(f"Shells kill dozens in Hajin\n\n{told}\n\nThe road to the east was shut all day, residents said.")
    assert [dict(claim.toll) for claim in made.claims] == [{"killed": exact(36)}]
    assert len(drafted(told.replace("36", "dozens of") + f"\n\n{told}").claims) == 2


def test_where_a_text_has_many_figures_parts_stand_in_their_totals_quotation() -> None:
    one = "Raids killed nine civilians, including four children, in Hajin."
    assert len(tolls(one)) == 2
    many = f"{one} Shells killed 12 soldiers. A mine wounded 31 villagers. Jets killed 77 rebels in the east."
    found = claims_in([(1, many)], [], "en")
    assert [dict(claim.toll) for claim in found] == [
        {"killed": exact(9)},
        {"killed": exact(12)},
        {"injured": exact(31)},
        {"killed": exact(77)},
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Shells injured 11 persons at least in the town.", Figure(min=11)),
        ("Shells injured 11 persons and at least three houses burned.", exact(11)),
        ("As many 14 civilians were injured.", Figure(max=14)),
        ("Between 12 and 14 civilians were injured.", Figure(min=12, max=14)),
    ],
)
def test_bounds_before_and_behind_a_number(text: str, figure: Figure) -> None:
    assert [dict(claim.toll) for claim in claims_in([(1, text)], [], "en")] == [{"injured": figure}]


def test_a_bound_wins_over_the_bare_number_and_a_whole_over_a_part() -> None:
    assert tolls("Blast kills 17 in Homs. At least 17 people were killed on Monday.") == [{"killed": Figure(min=17)}]
    found = claims_in(
        [(1, "Shells killed 48 people, among them 10 children. Jets killed at least 10 rebels.")], [], "en"
    )
    assert [(dict(claim.toll), claim.within) for claim in found] == [
        ({"killed": exact(48)}, False),
        ({"killed": Figure(min=10)}, False),
    ]


def test_a_part_between_two_losses_of_one_sentence_does_not_part_them() -> None:
    assert tolls("The bombs claimed the lives of 32 people including a commander and injured 24 others.") == [
        {"killed": exact(32), "injured": exact(24)},
        {"killed": exact(1)},
    ]


def test_casualties_stand_apart_from_the_killed() -> None:
    assert tolls("There were 33 casualties and 12 people were killed.") == [
        {"killed": Figure(max=33), "injured": Figure(max=33)},
        {"killed": exact(12)},
    ]


def test_a_verb_with_its_number_before_it_takes_none_behind() -> None:
    assert tolls("Two people died, one due to hunger.") == [{"killed": exact(2)}]


def test_an_arabic_bound_behind_its_noun() -> None:
    assert tolls("قتل ثلاثون عنصرًا على الأقل.", "ar") == [{"killed": Figure(min=30)}]
