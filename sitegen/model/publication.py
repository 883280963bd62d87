"""Records as they may be seen: what rights, safety and the gate keep back is taken out of the values themselves.

The archive that pages, feeds and exports are planned from is made of what this module gives. So no view, template or
export can show more than that, whoever writes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sitegen.model import precision
from sitegen.model.excerpt import name_mentions, quotation
from sitegen.model.gate import WITHHELD
from sitegen.model.precision import Coarse
from sitegen.model.records import (
    Actor,
    Article,
    Body,
    Claim,
    ContentPage,
    Event,
    Place,
    Record,
    Ref,
    Rights,
    Source,
    Tag,
)
from sitegen.model.urls import folder_of
from sitegen.model.vocabulary import OF_NOBODY_NAMED, PlacePrecision, Publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sitegen.model.mention import Mention
    from sitegen.model.records import Confidence
    from sitegen.model.sidecar import Sidecar

R = TypeVar("R", bound=Record)
MENTIONED = ("actors", "places", "events", "articles", "sources", "tags")


def published_sidecar(sidecar: Sidecar, rights: Rights | None) -> Sidecar:
    """The sidecar of an article that is seen; of one that is not shown whole without the words of its seed."""
    return sidecar if _publish(rights) is Publish.FULL else _without_words(sidecar)


def _without_words(sidecar: Sidecar) -> Sidecar:
    lines = tuple(line._replace(text="") for line in sidecar.lines)
    digest = hashlib.sha256(b"without words" + sidecar.digest).digest()[:16]
    return sidecar._replace(lines=lines, flags=(), digest=digest)


def seen_by_others(record: Record) -> object:
    """What others' publication may depend on, besides that the record is public."""
    match record:
        case Article():
            return record.id, record.copy_of
        case Event():
            return record.id, record.sgbv
        case Actor():
            return record.id, record.kind
        case Source():
            return record.id, record.default_rights
        case Place():
            return replace(record, body=Body())
    return record.id


class Publication:
    """What one record must know of the other public ones, by `folder/id`, before it may be seen."""

    def __init__(self, by_key: Mapping[str, Record], excerpt_words: int) -> None:
        self.excerpt_words = excerpt_words
        self.by_key = by_key

    def of(self, record: R) -> R:
        """A public record with no more in it than may be seen."""
        return _published(record, self)

    def has(self, ref: Ref | None, *folders: str) -> bool:
        """Whether a reference leads to a public record."""
        if ref is None or f"{folders[0]}/{ref.id}" in self.by_key:
            return True
        return any(f"{folder}/{ref.id}" in self.by_key for folder in folders[1:])

    def kept(self, ref: Ref | None, *folders: str) -> Ref | None:
        """A reference, or None where what it leads to is not public."""
        return ref if self.has(ref, *folders) else None

    def copied(self, article: Article) -> Ref | None:
        """What an article is a copy of; copies of a report that is not public are copies of the first of them."""
        if article.copy_of is None or self.has(article.copy_of, "articles"):
            return article.copy_of
        _ = len(self.by_key)  # it is a matter of all of them
        first = self.first_copies[article.copy_of.id]
        return Ref(first) if first != article.id else None

    @cached_property
    def first_copies(self) -> Mapping[str, str]:
        """The first public copy of each report that is copied."""
        copies = [one for one in self.by_key.values() if isinstance(one, Article) and one.copy_of is not None]
        ordered = sorted(copies, key=lambda copy: copy.id, reverse=True)
        return {copy.copy_of.id: copy.id for copy in ordered if copy.copy_of is not None}

    def all_kept(self, refs: tuple[Ref, ...], folder: str) -> tuple[Ref, ...]:
        """The references that lead to public records."""
        kept = tuple([ref for ref in refs if f"{folder}/{ref.id}" in self.by_key])
        return refs if len(kept) == len(refs) else kept

    def meant(self, kind: str, id_: str) -> list[Record]:
        """The public records that a mention may mean."""
        found = (self.by_key.get(f"{folder}/{id_}") for folder in ((f"{kind}s",) if kind else MENTIONED))
        return [record for record in found if record is not None]

    def among(self, hidden: frozenset[str], mention: Mention) -> bool:
        """Whether what a mention may mean is among what is hidden, by `folder/id`."""
        return bool(hidden) and any(
            f"{folder_of(record)}/{record.id}" in hidden for record in self.meant(mention.kind, mention.id)
        )

    def title(self, kind: str, id_: str) -> str:
        """What stands for a mention without a label."""
        found = self.meant(kind, id_)
        return found[0].title if found else WITHHELD

    def chain(self, ref: Ref) -> Iterator[Place]:
        """A place and the wider ones around it, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        place = self.by_key.get(f"places/{ref.id}")
        while isinstance(place, Place) and place.id not in seen:
            seen.add(place.id)
            yield place
            place = self.by_key.get(f"places/{place.part_of.id}") if place.part_of else None

    def hidden(self, event: Ref | None) -> frozenset[str]:
        """Who must not be named in what is said about an event."""
        found = self.by_key.get(f"events/{event.id}") if event else None
        if not isinstance(found, Event) or not found.sgbv:
            return frozenset()
        _ = len(self.by_key)  # it is a matter of all of them
        return self.persons

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of actors that are persons."""
        return frozenset(item.id for item in self.by_key.values() if isinstance(item, Actor) and item.kind == "person")


def _published(record: R, around: Publication) -> R:
    hidden = _unseen(record, around)
    changes: dict[str, Any] = {"body": _body(record.body, around, hidden), "withdrawn": None}
    match record:
        case Article():
            changes |= _article(record, around, changes["body"])
        case Event():
            changes |= _event(record, around)
        case Actor():
            changes |= _actor(record, around)
        case Place():
            changes |= _place(record, around)
        case Tag():
            changes["broader"] = around.kept(record.broader, "tags")
        case Source() | ContentPage():
            pass
    return _changed(record, changes | {"confidence": _confidence(record, changes)})


def _changed(record: R, changes: dict[str, Any]) -> R:
    """A record with other values, and a digest that says so; the record itself where nothing is other."""
    other = {name: value for name, value in changes.items() if value != getattr(record, name)}
    if not other:
        return record
    said = repr((record.digest, sorted(other.items()))).encode("utf-8", "surrogatepass")
    return replace(record, **other, digest=hashlib.sha256(said).digest()[:16])


def _body(body: Body, around: Publication, hidden: frozenset[str]) -> Body:
    """A body that names no record that is not public, nor one of the hidden ones."""
    kept = tuple(item for item in body.mentions if around.meant(item.kind, item.id) and not around.among(hidden, item))
    return body if len(kept) == len(body.mentions) else body._replace(mentions=kept)


def _unseen(record: Record, around: Publication) -> frozenset[str]:
    """What a record's own text may not name, as `folder/id`: of an event the places that it is not shown at.

    Of one of sexual violence the persons too.
    """
    if not isinstance(record, Event):
        return frozenset()
    shown = {ref.id for ref in _places(record, around)}
    places = {f"places/{ref.id}" for ref in record.places if ref.id not in shown}
    return frozenset(places | {f"actors/{id_}" for id_ in around.hidden(Ref(record.id))})


NEVER_SHOWN: Final = ("approved_by", "embargo", "redact", "status", "withdrawn")
"""Keys of which a page shows nothing, so not how sure they are either."""
WITH_CLAIMS, WITH_PLACE = ("claims",), ("ids", "location", "places", "point", "precision", "publish")


def _confidence(record: Record, changes: dict[str, Any]) -> tuple[Confidence, ...]:
    """How sure single fields are, without the notes on those that are kept back."""
    hidden: tuple[str, ...] = NEVER_SHOWN
    if "claims" in changes and len(changes["claims"]) != len(getattr(record, "claims", ())):
        hidden += WITH_CLAIMS
    if changes.get("publish_precision") is not None:
        hidden += WITH_PLACE
    hidden += tuple(key for key in ("media", "source", "actors", "places") if _shortened(record, changes, key))
    return tuple(item for item in record.confidence if item.key.partition(".")[0] not in hidden)


def _shortened(record: Record, changes: dict[str, Any], key: str) -> bool:
    return key in changes and changes[key] != getattr(record, key)


def _publish(rights: Rights | None) -> Publish:
    return rights.publish if rights is not None else Publish.METADATA


def _article(article: Article, around: Publication, body: Body) -> dict[str, Any]:
    source = around.by_key.get(f"sources/{article.source.id}") if article.source else None
    rights = article.rights or (source.default_rights if isinstance(source, Source) else None)
    publish = _publish(rights)
    whole = publish is Publish.FULL
    return {
        "rights": rights,
        "body": body._replace(excerpt="") if whole else _little(body, publish, around),
        "source": around.kept(article.source, "sources"),
        "copy_of": around.copied(article),
        "tags": around.all_kept(article.tags, "tags"),
        "actors": around.all_kept(article.actors, "actors"),
        "places": around.all_kept(article.places, "places"),
        "events": around.all_kept(article.events, "events"),
        "media": article.media if whole else (),
        "claims": _claims(article.claims, around, str if whole else quotation),
    }


def _little(body: Body, publish: Publish, around: Publication) -> Body:
    """A body without its text: with its beginning, where that may be shown."""
    if publish is Publish.METADATA:
        return Body()
    return Body(excerpt=name_mentions(body.excerpt, around.excerpt_words, around.title))


def _claims(
    claims: tuple[Claim, ...], around: Publication, quoted: Callable[[str], str], about: Ref | None = None
) -> tuple[Claim, ...]:
    """Claims about public events (`about` is that of claims which name none), naming nobody who must not be named."""
    found = (claim for claim in claims if around.has(claim.event, "events"))
    return tuple(_claim(claim, around, quoted, around.hidden(claim.event or about)) for claim in found)


def _claim(claim: Claim, around: Publication, quoted: Callable[[str], str], hidden: frozenset[str]) -> Claim:
    by = None if claim.by and claim.by.id in hidden else around.kept(claim.by, "actors", "sources")
    via, source, of = around.kept(claim.via, "sources", "actors"), around.kept(claim.source, "sources"), claim.of
    if of is not None and of.id not in OF_NOBODY_NAMED and (of.id in hidden or not around.has(of, "actors")):
        of = Ref("unknown")
    if quoted is str and (by, via, source, of) == (claim.by, claim.via, claim.source, claim.of):
        return claim
    return claim._replace(
        by=by,
        attribution=claim.attribution or (WITHHELD if claim.by and by is None else ""),
        via=via,
        source=source,
        of=of,
        quote=quoted(claim.quote),
    )


def _event(event: Event, around: Publication) -> dict[str, Any]:
    own = Ref(event.id)
    coarse = event.sgbv or event.publish_precision is not None
    wanted = precision.event_precision(event)
    named = (part for part in event.actors if part.actor.id not in around.hidden(own))
    return {
        "actors": tuple(part for part in named if around.has(part.actor, "actors")),
        "tags": around.all_kept(event.tags, "tags"),
        "places": _places(event, around),
        **_said_of_precision(wanted, precision.event_coarse(event)),
        "claims": _claims(event.claims, around, str, own),
        "ids": () if coarse else event.ids,
        "approved_by": "",
    }


def _places(event: Event, around: Publication) -> tuple[Ref, ...]:
    wanted = precision.event_precision(event)
    coarse = event.sgbv or event.publish_precision is not None
    return _coarse(event.places, around, wanted) if coarse and wanted else around.all_kept(event.places, "places")


def _said_of_precision(seen: PlacePrecision | None, why: Coarse) -> dict[str, PlacePrecision | None]:
    """How finely something is shown, and whether that is coarse on purpose: then `publish_precision` says so too.

    `precision` beside it says that it is known more finely. How finely is in neither.
    """
    return {
        "precision": None if why is Coarse.ON_PURPOSE else seen,
        "publish_precision": None if why is Coarse.NOT else seen,
    }


def _coarse(places: tuple[Ref, ...], around: Publication, wanted: PlacePrecision) -> tuple[Ref, ...]:
    """The places of an event, each by the one around it that is wide enough; none where there is none."""
    found = (precision.wide_enough(around.chain(ref), wanted) for ref in places)
    return tuple(dict.fromkeys(Ref(place.id) for place in found if place is not None))


def _actor(actor: Actor, around: Publication) -> dict[str, Any]:
    ties = (tie for tie in actor.relations if around.has(tie.actor, "actors"))
    return {
        "part_of": around.kept(actor.part_of, "actors"),
        "relations": tuple(tie._replace(source=around.kept(tie.source, "sources", "actors")) for tie in ties),
    }


def _place(place: Place, around: Publication) -> dict[str, Any]:
    """A place with the point that may be seen. What leads to a finer one in other registers is kept back with it."""
    hidden = place.publish_precision is not None and precision.coarser(place.precision) is not place.publish_precision
    seen = precision.shown(place) if place.precision or place.publish_precision else None
    return {
        "part_of": around.kept(place.part_of, "places"),
        "point": precision.public_point(place),
        **_said_of_precision(seen, precision.place_coarse(place)),
        "ids": () if hidden else place.ids,
    }
