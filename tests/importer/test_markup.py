from __future__ import annotations

import pytest

from sitegen.importer import Authority, Document, Matching, Stated, draft
from sitegen.importer.readers.markup import statements_of


@pytest.mark.parametrize(
    ("markup", "stated"),
    [
        ('<meta name="DC.date.issued" content="2018-09-11">', ("date", "2018-09-11", "meta dc.date.issued")),
        ('<span itemprop="datePublished" content="2018-09-11">', ("date", "2018-09-11", "meta datePublished")),
        ('<p>By</p><time datetime="2018-09-11T10:00Z">today</time>', ("date", "2018-09-11T10:00Z", "time element")),
        ('<a rel="author" href="/x">Lina  Haddad</a>', ("author", "Lina Haddad", "element marked as the author")),
        (
            '<script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle", "headline": "Army"}]}]</script>',
            ("title", "Army", "schema.org title"),
        ),
        (
            (
                '<script type="application/ld+json">{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", '
                '"datePublished": "2018-09-11"}}</script>'
            ),
            ("date", "2018-09-11", "schema.org date"),
        ),
    ],
)
def test_what_a_page_states_and_where(markup: str, stated: tuple[str, str, str]) -> None:
    assert Stated(*stated) in statements_of(f"<html><body>{markup}</body></html>")


@pytest.mark.parametrize(
    "markup",
    [
        '<time datetime="2018-09-11">a</time><time datetime="2018-09-12">b</time>',
        '<time itemprop="dateModified" datetime="2018-09-11">a</time>',
        f'<span itemprop="author">{"x" * 500}</span>',
        '<script type="application/ld+json">{"@graph": {"@type": [1]}, "mainEntity": [null]}</script>',
    ],
)
def test_what_says_nothing_for_sure_is_not_stated(markup: str) -> None:
    assert statements_of(f"<html><body>{markup}</body></html>") == ()


def made(*stated: Stated) -> tuple[str | None, list[tuple[str | None, str, str]]]:
    text = "Army takes the town of Hajin\n\n" + "The army took the town, residents said. " * 4
    found = draft(Document("a.html", "0" * 64, 1, text, stated=stated), Matching.of(Authority()))
    return found.date.value if found.date else None, [(one.date, one.quote, one.origin) for one in found.date_proposals]


def test_a_date_in_an_address_is_offered_and_never_taken() -> None:
    date, offers = made(Stated("url", "https://example.org/news/2018/09/11/hajin.html", "link rel=canonical"))
    assert date is None
    assert offers == [("2018-09-11", "2018/09/11", "address of the page")]


def test_a_compact_moment_is_read_as_its_day() -> None:
    assert made(Stated("date", "20180911T100000+0300", "schema.org date"))[0] == "2018-09-11"


def test_a_long_line_of_a_script_without_spaces_is_no_headline() -> None:
    line = "အလဲဗင်းသတင်းသမားတွေကိုတရားစွဲဆိုထားတဲ့ ပုဒ်မအမှုနဲ့ ပတ်သတ်လို့ တွေ့ဆုံညှိနှိုင်းဖြေရှင်းဖို့ လိုတယ်" * 3
    text = "တရားစွဲခံထားရတဲ့ သတင်းသမား သုံးဦး အာမခံရ\n\n" + "\n\n".join(f"{n} {line}" for n in range(4))
    found = draft(Document("a.txt", "0" * 64, 1, text), Matching.of(Authority()))
    assert found.body.count(line) == 4
