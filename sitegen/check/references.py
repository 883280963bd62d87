"""References between records: they resolve, mean one thing, and make no circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.codes import problem
from sitegen.model.index import whole_of
from sitegen.model.problem import Span, did_you_mean
from sitegen.model.records import Actor, Article, Claim, Event, Place, Record, Ref, Tag
from sitegen.model.urls import KINDS, folder_of
from sitegen.model.vocabulary import OF_NOBODY_NAMED, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.mention import Mention
    from sitegen.model.problem import Problem


class Link(NamedTuple):
    """A reference of a record, and the folders in which it may resolve."""

    ref: Ref
    folders: tuple[str, ...]


def links(record: Record) -> Iterator[Link]:
    """Every reference that a record makes."""
    match record:
        case Article():
            yield from _article_links(record)
        case Event():
            yield from (Link(ref, ("places",)) for ref in record.places)
            yield from (Link(ref, ("tags",)) for ref in record.tags)
            yield from (Link(part.actor, ("actors",)) for part in record.actors)
            yield from _claims_links(record.claims)
        case Actor():
            yield from _given(("actors",), record.part_of, *(tie.actor for tie in record.relations))
            yield from _given(("sources", "actors"), *(tie.source for tie in record.relations))
        case Place():
            yield from _given(("places",), record.part_of)
        case Tag():
            yield from _given(("tags",), record.broader)


def _article_links(article: Article) -> Iterator[Link]:
    yield from _given(("sources",), article.source)
    yield from _given(("articles",), article.copy_of)
    for folder in ("tags", "actors", "places", "events"):
        yield from (Link(ref, (folder,)) for ref in getattr(article, folder))
    yield from _claims_links(article.claims)


def _claims_links(claims: tuple[Claim, ...]) -> Iterator[Link]:
    for claim in claims:
        yield from _given(("events",), claim.event)
        yield from _given(("actors", "sources"), claim.by)
        yield from _given(("sources", "actors"), claim.via)
        yield from _given(("sources",), claim.source)
        if claim.of is not None and claim.of.id not in OF_NOBODY_NAMED:
            yield Link(claim.of, ("actors",))


def _given(folders: tuple[str, ...], *refs: Ref | None) -> Iterator[Link]:
    yield from (Link(ref, folders) for ref in refs if ref is not None)


def references(record: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Every reference names a record, and a published record's names a published one."""
    for ref, folders in links(record):
        found = next((one for folder in folders if (one := archive.by_key.get(f"{folder}/{ref.id}")) is not None), None)
        span = Span(record.path, ref.line, ref.column)
        if found is None:
            yield _unresolved(span, ref.id, folders, archive)
        else:
            yield from _withheld(span, record, found)


def _withheld(span: Span, record: Record, found: Record) -> Iterator[Problem]:
    if record.status is Status.USABLE and found.status is not Status.USABLE:
        hint = f"publish {found.path}, or leave the reference out"
        yield problem(span, "reference-to-withheld", f'"{found.id}" is {found.status} and will not be shown', hint)


def _unresolved(span: Span, id_: str, folders: tuple[str, ...], archive: Archive) -> Problem:
    what = " or ".join(folder[:-1] for folder in folders)
    known = [record.id for folder in folders for record in getattr(archive, folder)]
    hint = did_you_mean(id_, known)
    if hint:
        meant = hint.split('"')[1]
        folder = next(folder for folder in folders if f"{folder}/{meant}" in archive.by_key)
        hint = f"{hint} ({archive.by_key[f'{folder}/{meant}'].path})"
    elif named := archive.named("", id_):
        hint = f"there is a {_kind(named[0])} of that id, but here must stand a {what}"
    else:
        hint = f"write content/{folders[0]}/{id_}.md"
    code = "unknown-reference"
    return problem(span, code, f'no {what} "{id_}"', hint)


def mentions(record: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Every `[[mention]]` in a body means exactly one record."""
    for mention in record.body.mentions:
        span = Span(record.path, record.body.line + mention.line - 1, mention.column)
        found = archive.named(mention.kind, mention.id)
        if not found:
            yield _nothing_meant(span, mention, archive)
        elif len(found) > 1:
            candidates = " or ".join(f"[[{_kind(item)}:{item.id}]]" for item in found)
            message = f'"{mention.id}" could mean {len(found)} records'
            yield problem(span, "ambiguous-mention", message, f"write {candidates}")
        else:
            yield from _withheld(span, record, found[0])


def _nothing_meant(span: Span, mention: Mention, archive: Archive) -> Problem:
    kind, colon, _ = mention.id.partition(":")
    if colon and " " not in kind:
        hint = did_you_mean(kind, KINDS) or f"known kinds: {', '.join(KINDS)}"
        return problem(span, "unknown-reference", f'"{kind[:80]}" is no kind of record', hint)
    known = [record.id for record in archive.by_key.values() if not mention.kind or mention.kind == _kind(record)]
    hint = did_you_mean(mention.id, known)
    what = f"no {mention.kind}" if mention.kind else "nothing"
    return problem(span, "unknown-reference", f'{what} is called "{mention.id[:80]}"', hint)


def _kind(record: Record) -> str:
    return folder_of(record)[:-1]


def circles(archive: Archive) -> Iterator[Problem]:
    """No record is part of itself, however many steps away."""
    wholes = {
        f"{folder_of(record)}/{record.id}": (record, whole)
        for record in archive.authorities
        if (whole := whole_of(record)) is not None
    }
    for key, (record, whole) in sorted(wholes.items()):
        seen, current = [record.id], whole
        while current.id not in seen and (step := wholes.get(f"{folder_of(record)}/{current.id}")):
            seen.append(current.id)
            current = step[1]
        if current.id == record.id and record.id == min(seen):
            chain = " → ".join((*seen, record.id))
            yield problem(
                Span(record.path, whole.line, whole.column), "circle", f"{key.partition('/')[0]} in a circle: {chain}"
            )
