"""Where things come from: rights, seeds, files, and who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.problem import Span, did_you_mean
from sitegen.model.records import Article, Event, Source
from sitegen.model.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record


def rights(article: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Every article to be published says how much of it may be shown, itself or by its source."""
    if not isinstance(article, Article) or article.status is not Status.USABLE or article.rights is not None:
        return
    source = archive.by_key.get(f"sources/{article.source.id}") if article.source else None
    if not isinstance(source, Source) or source.default_rights is None:
        hint = "add `rights: {publish: full | excerpt | metadata, holder: …}`, or `default_rights` to its source"
        message = "nothing says how much of this report may be shown"
        yield problem(article.place("source"), "missing-rights", message, hint)


def files(article: Record, _: Archive, surroundings: Surroundings) -> Iterator[Problem]:
    """The files that an article names are there, and its seed is unchanged."""
    if not isinstance(article, Article):
        return
    for item in article.media:
        if item.file and item.file not in surroundings.media:
            hint = did_you_mean(item.file, surroundings.media) or "pictures stand in content/media/"
            yield problem(article.place("media"), "missing-file", f"there is no content/media/{item.file}", hint)
    if article.seed is None:
        return
    found = surroundings.seeds.get(article.seed.file)
    if found is None:
        hint = did_you_mean(article.seed.file, surroundings.seeds)
        yield problem(article.place("seed"), "missing-file", f"there is no {article.seed.file}", hint)
    elif article.seed.sha256 and found != article.seed.sha256:
        message = f"{article.seed.file} has another SHA-256 than the article records"
        yield problem(article.place("seed"), "seed-changed", message, "seeds are never edited: restore it")


def attribution(record: Record, _archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Every claim says who makes it."""
    for claim in record.claims if isinstance(record, Article | Event) else ():
        if claim.by is None and not claim.attribution:
            span = Span(record.path, claim.line, claim.column)
            hint = "name an actor or source under `by`, or describe who spoke under `attribution`"
            yield problem(span, "claim-unattributed", "the claim does not say who makes it", hint)
