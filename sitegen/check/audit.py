"""How complete each article is by what the Berkeley Protocol asks of an archive.

The demands are those of the Berkeley Protocol on Digital Open Source Investigations (OHCHR and the Human Rights Center
of UC Berkeley, 2020) on preservation and chain of custody, as far as a folder of files can meet them. A score is a list
of what is missing, not a grade. What nobody can supply is declared as a gap, with its reason, and is told apart from
what is open. A report that is only described is not asked for what belongs to a text that is kept, nor a text of
the archive's own for what belongs to collected material.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sitegen.model.codes import problem
from sitegen.model.records import Article, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Gap, Record


class Audited(NamedTuple):
    """An article: how many demands it meets, of how many; what is missing, each as (demand, what to do).

    `declared` is missing too: what the archive says that nobody can supply, each as (demand, the gap that says so).
    """

    path: str
    met: int
    asked: int
    missing: tuple[tuple[str, str], ...]
    declared: tuple[tuple[str, Gap], ...] = ()


class Held(NamedTuple):
    """An article with all that is held about it."""

    article: Article
    archive: Archive
    surroundings: Surroundings


class Demand(NamedTuple):
    """Something that is asked, a test for it, what to do where it is not met, and of which articles it is asked.

    `gap` is the word of `GAPS` under which an article may declare that it cannot be met.
    """

    name: str
    met: Callable[[Held], bool]
    mend: str
    asked: Callable[[Held], bool] = lambda _: True
    gap: str = ""


def audit(archive: Archive, surroundings: Surroundings) -> Iterator[Audited]:
    """Every article against every demand."""
    for article in archive.articles:
        held = Held(article, archive, surroundings)
        asked = tuple(demand for demand in DEMANDS if demand.asked(held))
        unmet = tuple(demand for demand in asked if not demand.met(held))
        said = {word: gap for gap in article.gaps for word in gap.lacks}
        declared = tuple((demand.name, said[demand.gap]) for demand in unmet if demand.gap in said)
        missing = tuple((demand.name, demand.mend) for demand in unmet if demand.gap not in said)
        yield Audited(article.path, len(asked) - len(unmet), len(asked), missing, declared)


def gaps(record: Record, archive: Archive, surroundings: Surroundings) -> Iterator[Problem]:
    """What an article declares to be missing is asked of it, and is not there."""
    if not isinstance(record, Article) or not record.gaps:
        return
    words = {word for gap in record.gaps for word in gap.lacks}
    held = Held(record, archive, surroundings)
    for demand in DEMANDS:
        if demand.gap in words and (demand.met(held) or not demand.asked(held)):
            why = "it is there" if demand.met(held) else "nothing asks this article for it"
            message = f'"{demand.gap}" is declared missing, and {why}'
            yield problem(record.place("gaps"), "needless-gap", message, "take it out of `lacks`, or take the gap out")


def _is_collected(held: Held) -> bool:
    """Whether it came from others: what the editors wrote was received from nobody."""
    source = _source(held)
    return source is None or not source.own


def _holds_a_text(held: Held) -> bool:
    """Whether there is a collected text to be kept: what is only described has no raw file and no custody."""
    return _is_collected(held) and (held.article.seed is not None or held.article.body.words > 0)


def _seed_unchanged(held: Held) -> bool:
    seed = held.article.seed
    return seed is not None and bool(seed.sha256) and held.surroundings.seeds.get(seed.file) == seed.sha256


def _sidecar(held: Held) -> bool:
    return held.archive.sidecar_of(held.article) is not None


def _custody(held: Held) -> bool:
    sidecar = held.archive.sidecar_of(held.article)
    return sidecar is not None and any(link.who and link.at is not None for link in sidecar.custody)


def _collector(held: Held) -> bool:
    sidecar = held.archive.sidecar_of(held.article)
    return sidecar is not None and bool(sidecar.retrieved_by)


def _retrieved(held: Held) -> bool:
    sidecar = held.archive.sidecar_of(held.article)
    return held.article.retrieved is not None or (sidecar is not None and sidecar.retrieved is not None)


def _rights(held: Held) -> bool:
    source = _source(held)
    rights = held.article.rights or (source.default_rights if source else None)
    return rights is not None and bool(rights.holder)


def _standpoint(held: Held) -> bool:
    source = _source(held)
    return source is not None and bool(source.standpoint)


def _source(held: Held) -> Source | None:
    ref = held.article.source
    found = held.archive.by_key.get(f"sources/{ref.id}") if ref else None
    return found if isinstance(found, Source) else None


def _claims_attributed(held: Held) -> bool:
    return all(claim.by is not None or claim.attribution for claim in held.article.claims)


def _methodology(held: Held) -> bool:
    return any(page.id == "methodology" and page.body.words for page in held.archive.pages)


DEMANDS: tuple[Demand, ...] = (
    Demand(
        "authenticity: the raw file, unchanged",
        _seed_unchanged,
        "keep the seed and record its SHA-256 under `seed`",
        _holds_a_text,
        "raw-file",
    ),
    Demand(
        "working copy apart from the evidence",
        _sidecar,
        "import the seed, so that its sidecar lists every change",
        _holds_a_text,
        "import-record",
    ),
    Demand(
        "chain of custody",
        _custody,
        "list under `custody` in the sidecar who held the file, when, and what they did",
        _holds_a_text,
        "custody",
    ),
    Demand("collected when", _retrieved, "record `retrieved`", _is_collected, "retrieved"),
    Demand(
        "collected by whom",
        _collector,
        "record `retrieved_by` in the sidecar: a role will do",
        _holds_a_text,
        "retrieved-by",
    ),
    Demand(
        "identity: the report's own address", lambda held: bool(held.article.url), "record `url`", _is_collected, "url"
    ),
    Demand(
        "availability: an archived copy",
        lambda held: bool(held.article.captures),
        "add a capture under `captures`",
        _is_collected,
        "captures",
    ),
    Demand(
        "persistence: a digest of the archived copy",
        lambda held: any(capture.sha256 for capture in held.article.captures),
        "record the `sha256` of a capture",
        _is_collected,
        "capture-digest",
    ),
    Demand("date of publication", lambda held: held.article.date is not None, "record `date`, with its doubt"),
    Demand("understandability: the language", lambda held: bool(held.article.language), "record `language`"),
    Demand("understandability: a summary", lambda held: bool(held.article.summary), "write a `summary`"),
    Demand("context: where the source stands", _standpoint, "write the source's `standpoint`"),
    Demand("rights and their holder", _rights, "name the `holder` under `rights`", gap="rights-holder"),
    Demand("every claim attributed", _claims_attributed, "say who makes each claim: `by` or `attribution`"),
    Demand("accountability: the method is public", _methodology, "write content/pages/methodology.md"),
)
