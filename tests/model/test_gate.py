"""The publish gate, and records as they may be seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import precision
from sitegen.model.dates import PartialDate
from sitegen.model.gate import WITHHELD, Tombstone, gate, gone_unsaid
from sitegen.model.index import key_of
from sitegen.model.mention import Mention
from sitegen.model.publication import Publication, published_sidecar
from sitegen.model.records import (
    Actor,
    Article,
    Body,
    Claim,
    Event,
    Media,
    Participant,
    Place,
    Record,
    Ref,
    Relation,
    Rights,
    Source,
    Tag,
    Withdrawn,
)
from sitegen.model.sidecar import ImportFlag, PreparedLine, Sidecar
from sitegen.model.vocabulary import PLACE_KINDS, PlacePrecision, Publish, Status
from sitegen.model.withheld import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = dt.date(2026, 6, 15)
FULL = Rights(Publish.FULL)


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def made(kind: type[Record], id_: str = "x", /, **values: object) -> Record:
    folder = {Article: "articles", Event: "events", Actor: "actors", Place: "places", Source: "sources", Tag: "tags"}[
        kind
    ]
    return kind(id=id_, path=f"content/{folder}/{id_}.md", title=f"The {id_}", digest=id_.encode(), **values)  # type: ignore[arg-type]


def published(records: Iterable[Record], words: int) -> list[Record]:
    """The records that passed the gate, each with no more in it than may be seen."""
    by_key = {key_of(record): record for record in records}
    return list(map(Publication(by_key, words).of, by_key.values()))


def seen(*records: Record, words: int = 60) -> dict[str, Record]:
    return {record.id: record for record in published(records, words)}


# --- the gate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "embargo", "reason"),
    [
        (Status.USABLE, None, ""),
        (Status.DRAFT, None, "draft"),
        (Status.WITHHELD, None, "withheld"),
        (Status.CANCELED, None, "canceled"),
        (Status.USABLE, "2026-06-15", ""),
        (Status.USABLE, "2026-06-16", "under embargo until 2026-06-16"),
        (Status.USABLE, "2026-06", "under embargo until 2026-06"),
        (Status.USABLE, "2026-05", ""),
        (Status.USABLE, "2026-01-01/..", "under embargo until 2026-01-01/.."),
        (Status.USABLE, "2026-06-14~", ""),
    ],
)
def test_who_may_go_out(status: Status, embargo: str | None, reason: str) -> None:
    record = made(Article, status=status, embargo=date(embargo) if embargo else None)
    gated = gate([record], drafts=False, today=DAY)
    assert gated.public == (() if reason else (record,))
    assert gated.withheld == ((Withheld(record.path, reason),) if reason else ())


def test_a_preview_shows_drafts_and_nothing_else_that_is_withheld() -> None:
    draft, gone = made(Article, "a", status=Status.DRAFT), made(Article, "b", status=Status.WITHHELD)
    assert gate([draft, gone], drafts=True, today=DAY).public == (draft,)


def test_only_what_is_said_to_be_withdrawn_leaves_a_tombstone() -> None:
    withdrawn = Withdrawn(date("2026-05"), "legal", "not to be read")
    records = [
        made(Event, "a", status=Status.WITHHELD, withdrawn=withdrawn),
        made(Event, "b", status=Status.CANCELED),
        made(Event, "c", status=Status.DRAFT, withdrawn=withdrawn),
    ]
    gated = gate(records, drafts=False, today=DAY)
    assert gated.tombstones == (Tombstone("events", "a", date("2026-05"), "legal", (), "content/events/a.md"),)
    assert "not to be read" not in repr(gated)
    assert gone_unsaid(records) == (records[1],)


# --- what is seen of a record -----------------------------------------------------------------------------------------


def test_a_record_that_may_be_seen_whole_is_itself() -> None:
    article = made(Article, rights=FULL, claims=(Claim(1, 1, quote="words"),), body=Body(b"d", 5, 1, ()))
    assert seen(article)["x"] is article


def test_a_changed_record_has_another_digest_and_the_same_one_each_time() -> None:
    article = made(Article, rights=Rights(Publish.METADATA), body=Body(b"d", 5, 1, ()))
    first, again = seen(article)["x"], seen(article)["x"]
    assert first.digest == again.digest != article.digest


def test_rights_of_the_source_hold_where_the_article_says_nothing() -> None:
    agency = made(Source, "agency", default_rights=Rights(Publish.EXCERPT, "The Agency"))
    body = Body(b"d", 5, 1, (), "An excerpt.")
    article = seen(agency, made(Article, source=Ref("agency"), body=body))["x"]
    assert isinstance(article, Article)
    assert article.rights == Rights(Publish.EXCERPT, "The Agency")
    assert article.body == Body(excerpt="An excerpt.")
    own = seen(agency, made(Article, source=Ref("agency"), rights=FULL, body=body))["x"]
    assert own.body == body._replace(excerpt="")


def test_without_rights_nothing_but_metadata_is_seen() -> None:
    article = seen(made(Article, body=Body(b"d", 5, 1, (), "An excerpt."), media=(Media("c"),)))["x"]
    assert isinstance(article, Article)
    assert (article.body, article.media) == (Body(), ())


def test_references_to_what_is_not_public_are_gone() -> None:
    hidden = Ref("hidden")
    article = seen(
        made(Actor, "known"),
        made(
            Article,
            rights=FULL,
            source=hidden,
            copy_of=hidden,
            tags=(hidden,),
            places=(hidden,),
            events=(hidden,),
            actors=(Ref("known"), hidden),
            claims=(
                Claim(1, 1, event=hidden, quote="gone"),
                Claim(2, 1, by=hidden, via=hidden, of=hidden, source=hidden, quote="stays"),
            ),
            body=Body(b"d", 5, 1, (Mention("", "hidden", "", 1, 1), Mention("actor", "known", "", 1, 9))),
        ),
        made(Event, "event", places=(hidden,), actors=(Participant(hidden), Participant(Ref("known"))), tags=(hidden,)),
        made(
            Actor,
            "actor",
            part_of=hidden,
            relations=(
                Relation(hidden, "backs", None, None, None),
                Relation(Ref("known"), "backs", None, None, hidden),
            ),
        ),
        made(Place, "place", part_of=hidden),
        made(Tag, "tag", broader=hidden),
    )
    assert "hidden" not in repr(seen)
    assert "hidden" not in repr(list(article.values()))
    (claim,) = article["x"].claims  # type: ignore[attr-defined]
    assert claim.attribution == WITHHELD
    assert claim.of == Ref("unknown")


def test_a_claim_keeps_the_words_for_who_said_it() -> None:
    claim = Claim(1, 1, by=Ref("hidden"), attribution="a commander", quote="q")
    (kept,) = seen(made(Article, rights=FULL, claims=(claim,)))["x"].claims  # type: ignore[attr-defined]
    assert kept.attribution == "a commander"


def test_in_claims_of_any_article_about_sexual_violence_no_person_is_named() -> None:
    claims = (
        Claim(1, 1, event=Ref("event"), by=Ref("person"), of=Ref("person"), quote="q"),
        Claim(2, 1, event=Ref("other"), by=Ref("person"), quote="q"),
    )
    found = seen(
        made(Actor, "person", kind="person"),
        made(
            Event,
            "event",
            sgbv=True,
            claims=(Claim(1, 1, by=Ref("person"), quote="q"),),
            actors=(Participant(Ref("person")),),
            approved_by="Second Reader",
        ),
        made(Event, "other"),
        made(Article, rights=FULL, claims=claims),
    )
    about, other = found["x"].claims  # type: ignore[attr-defined]
    assert (about.by, about.of, about.attribution) == (None, Ref("unknown"), WITHHELD)
    assert other.by == Ref("person")
    assert "person" not in repr(found["event"])
    assert "Second Reader" not in repr(found["event"])
    assert not found["event"].indexed
    assert found["other"].indexed


def test_quotations_are_short_where_the_text_may_not_be_shown() -> None:
    claim = Claim(1, 1, quote=" ".join(map(str, range(100))))
    for publish, words in ((Publish.FULL, 100), (Publish.EXCERPT, 26), (Publish.METADATA, 26)):
        (kept,) = seen(made(Article, rights=Rights(publish), claims=(claim,)))["x"].claims  # type: ignore[attr-defined]
        assert len(kept.quote.split()) == words


def test_the_seed_goes_with_its_article() -> None:
    def sidecar(id_: str) -> Sidecar:
        lines, flags = (
            (PreparedLine(1, "removed", "credit", "words of the seed"),),
            (ImportFlag("f", 1, "about words of the seed"),),
        )
        return Sidecar(
            "seeds/a.yaml", "", 0, "", "", None, "", (), f"content/articles/{id_}.md", "", "", lines, flags, b"digest"
        )

    shown = published([made(Article, "full", rights=FULL), made(Article, "little", rights=Rights(Publish.EXCERPT))], 60)
    whole, little = (published_sidecar(sidecar(record.id), record.rights) for record in shown)  # type: ignore[attr-defined]
    assert whole == sidecar("full")
    assert "words" not in repr(little)
    assert little.digest != whole.digest


# --- precision --------------------------------------------------------------------------------------------------------


@given(
    st.sampled_from(PLACE_KINDS),
    st.none() | st.sampled_from(PlacePrecision),
    st.none() | st.sampled_from(PlacePrecision),
    st.floats(-90, 90),
    st.floats(-180, 180),
)
def test_a_point_never_goes_out_finer_than_it_may(
    kind: str, known: PlacePrecision | None, publish: PlacePrecision | None, latitude: float, longitude: float
) -> None:
    place = made(Place, kind=kind, precision=known, publish_precision=publish, point=(latitude, longitude))
    point = seen(place)["x"].point  # type: ignore[attr-defined]
    coarsest = max((known or PlacePrecision.EXACT).rank, (publish or PlacePrecision.EXACT).rank)
    if coarsest > PlacePrecision.DISTRICT.rank or kind in ("country", "governorate"):
        assert point is None
    else:
        decimals = (5, 2, 1)[coarsest]
        assert all(part == round(part, decimals) for part in point)
        assert abs(point[0] - latitude) <= 0.51 * 10 ** -min(
            decimals, 1 if kind in ("district", "area", "river") else 5
        )


def test_zero_has_no_sign() -> None:
    assert str(seen(made(Place, kind="town", point=(-0.000001, 0.0)))["x"].point) == "(0.0, 0.0)"  # type: ignore[attr-defined]


def test_an_event_is_drawn_as_coarsely_as_it_or_its_place_is_shown() -> None:
    town = made(Place, kind="town", point=(34.123456, 40.123456))
    shire = made(Place, kind="district", point=(34.123456, 40.123456))
    event = made(Event)
    assert precision.point_of(event, town) == (34.12346, 40.12346)  # type: ignore[arg-type]
    assert precision.point_of(replace(event, precision=PlacePrecision.NEAR), town) == (34.12, 40.12)  # type: ignore[arg-type, call-arg]
    assert precision.point_of(replace(event, precision=PlacePrecision.NEAR), shire) == (34.1, 40.1)  # type: ignore[arg-type, call-arg]
    assert precision.point_of(replace(event, publish_precision=PlacePrecision.PROVINCE), town) is None  # type: ignore[arg-type, call-arg]
    assert precision.point_of(replace(event, sgbv=True), town) == (34.1, 40.1)  # type: ignore[arg-type, call-arg]


def test_the_places_of_an_event_are_as_wide_as_it_is_shown() -> None:
    places = (
        made(Place, "land", kind="country"),
        made(Place, "province", kind="governorate", part_of=Ref("land")),
        made(Place, "shire", kind="district", part_of=Ref("province")),
        made(Place, "town", kind="town", part_of=Ref("shire")),
        made(Place, "camp", kind="camp", part_of=Ref("shire")),
    )

    def where(publish: PlacePrecision | None, **more: object) -> list[str]:
        event = made(Event, places=(Ref("town"), Ref("camp")), publish_precision=publish, ids=(("ucdp", "1"),), **more)
        return [ref.id for ref in seen(*places, event)["x"].places]  # type: ignore[attr-defined]

    assert where(None) == ["town", "camp"]
    assert where(PlacePrecision.NEAR) == ["town", "camp"]
    assert where(PlacePrecision.DISTRICT) == ["shire"]
    assert where(PlacePrecision.PROVINCE) == ["province"]
    assert where(PlacePrecision.COUNTRY) == ["land"]
    assert where(None, sgbv=True) == ["shire"]
    assert where(PlacePrecision.COUNTRY, sgbv=True) == ["land"]
    assert where(PlacePrecision.EXACT, sgbv=True) == ["shire"]


def test_places_in_a_circle_end() -> None:
    town = made(Place, "a", kind="town", part_of=Ref("b"))
    other = made(Place, "b", kind="town", part_of=Ref("a"))
    assert seen(town, other, made(Event, sgbv=True, places=(Ref("a"),)))["x"].places == ()  # type: ignore[attr-defined]
