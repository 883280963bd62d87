"""Whether an event is as well supported as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.records import Event
from sitegen.model.tolls import toll_ranges, voices
from sitegen.model.vocabulary import Status, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record
    from sitegen.model.tolls import Account

NEEDED = 2
"""Independent sources without which nothing is corroborated."""


def corroboration(record: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """What is corroborated has two independent sources, or checks that somebody made.

    So has what is confirmed, unless one who took part in it says so.
    """
    if isinstance(record, Event):
        yield from _supported(record, archive)
        yield from _contested(record, archive)


def _supported(event: Event, archive: Archive) -> Iterator[Problem]:
    if event.verification not in (Verification.CORROBORATED, Verification.CONFIRMED) or event.checks:
        return
    accounts = _shown(archive.accounts_of(event), event)
    count = voices(accounts, archive.agencies)
    parties = {part.actor.id for part in event.actors}
    own_word = any(claim.by is not None and claim.by.id in parties for claim, _ in accounts)
    if count.independent < NEEDED and not (own_word and event.verification is Verification.CONFIRMED):
        message = f"{event.verification}, and has independent sources: {count.independent} (reports: {count.reports})"
        hint = "add a claim of another source, or a `check` that somebody made, or say `verification: reported`"
        yield problem(event.place("verification"), "not-corroborated", message, hint)


def _shown(accounts: Sequence[Account], event: Event) -> tuple[Account, ...]:
    """The accounts that stand on the event's page beside what it says of itself: a draft supports nothing there."""
    shown = event.status is not Status.USABLE
    return tuple(one for one in accounts if shown or one.article is None or one.article.status is Status.USABLE)


def _contested(event: Event, archive: Archive) -> Iterator[Problem]:
    differing = [toll for toll in toll_ranges(_shown(archive.accounts_of(event), event)) if toll.differ]
    if differing and event.verification is Verification.CONFIRMED:
        harms = ", ".join(sorted({toll.harm for toll in differing}))
        message = f"confirmed, and its accounts differ on: {harms}"
        hint = "say `verification: contested`, or look at the claims"
        yield problem(event.place("verification"), "confirmed-but-contested", message, hint)
