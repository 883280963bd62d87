"""Articles and events without what only their own pages show: thousands of them are held in memory at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from sitegen.model.records import NO_BODY, Article, Body, Claim, Event, Media, Participant, Record, Ref

R = TypeVar("R", bound=Record)
A = TypeVar("A", bound=Article)
E = TypeVar("E", bound=Event)


class Light:
    """Makes records light; one reference to a record serves all that refer to it."""

    def __init__(self) -> None:
        self._refs: dict[str, Ref] = {}

    def of(self, record: R) -> R:
        """A record as others need to know it. Authority files and pages stay whole: they are few."""
        match record:
            case Article():
                return self._article(record)
            case Event():
                return self._event(record)
        return record

    def _article(self, article: A) -> A:
        return replace(
            article,
            body=body(article),
            keys=(),
            confidence=(),
            warnings_note="",
            author="",
            translation=None,
            retrieved=None,
            captures=(),
            gaps=(),
            seed=None,
            source=self._ref(article.source),
            copy_of=self._ref(article.copy_of),
            tags=tuple(map(self._given, article.tags)),
            actors=tuple(map(self._given, article.actors)),
            places=tuple(map(self._given, article.places)),
            events=tuple(map(self._given, article.events)),
            claims=tuple(map(self._claim, article.claims)),
            media=tuple(Media("", file=item.file) for item in article.media if item.file),
        )

    def _event(self, event: E) -> E:
        return replace(
            event,
            body=body(event),
            keys=(),
            confidence=(),
            warnings_note="",
            checks=(),
            ids=(),
            tags=tuple(map(self._given, event.tags)),
            actors=tuple(Participant(self._given(part.actor), part.role) for part in event.actors),
            places=tuple(map(self._given, event.places)),
            claims=tuple(map(self._claim, event.claims)),
        )

    def _claim(self, claim: Claim) -> Claim:
        return claim._replace(
            event=self._ref(claim.event),
            by=self._ref(claim.by),
            via=self._ref(claim.via),
            of=self._ref(claim.of),
            source=self._ref(claim.source),
        )

    def _ref(self, ref: Ref | None) -> Ref | None:
        return None if ref is None else self._given(ref)

    def _given(self, ref: Ref) -> Ref:
        return self._refs.get(ref.id) or self._refs.setdefault(ref.id, Ref(ref.id))


def body(record: Record) -> Body:
    """What others need to know of a text: its digest, and whether there is one."""
    return Body(record.body.digest, bool(record.body.words)) if record.body.words else NO_BODY


def same_to_others(one: Record, other: Record) -> bool:
    """Whether two versions of a record differ in their texts alone, so that nothing but their own page shows it."""
    return bool(one.body.words) == bool(other.body.words) and replace(one, body=NO_BODY) == replace(other, body=NO_BODY)


def same_but_words(one: Record | None, other: Record | None) -> bool:
    """Whether two versions of a record differ in their words alone: in nothing that it is listed by."""
    return one is not None and other is not None and _without_words(one) == _without_words(other)


def same_to_count(one: Record | None, other: Record | None) -> bool:
    """Whether two versions of a record differ in words, and the names that list them, alone: not in what is counted."""
    return one is not None and other is not None and _without_names(one) == _without_names(other)


def _without_words(record: Record) -> Record:
    if isinstance(record, Article):
        return replace(record, title="", summary="", body=NO_BODY, digest=b"")
    return replace(record, title="", body=NO_BODY, digest=b"")


def _without_names(record: Record) -> Record:
    """Without what lists others by; the places of events are counted."""
    match record:
        case Article():
            return replace(record, title="", summary="", body=NO_BODY, digest=b"", tags=(), actors=(), places=())
        case Event():
            return replace(record, title="", body=NO_BODY, digest=b"", tags=(), actors=())
    return _without_words(record)
