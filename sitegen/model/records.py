"""The typed records of an archive: what the curator wrote, read once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sitegen.model.problem import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sitegen.model.dates import PartialDate
    from sitegen.model.mention import Mention


class Status(StrEnum):
    """What may happen to a record (the words of ninjs' pubstatus, and draft): only `usable` is published."""

    DRAFT = "draft"
    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Publish(StrEnum):
    """How much of an article its rights allow to be shown."""

    FULL = "full"
    EXCERPT = "excerpt"
    METADATA = "metadata"


class Verification(StrEnum):
    """How far an event is supported, by the criteria that the site publishes."""

    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"


class PlacePrecision(StrEnum):
    """How exactly a place is known, finest first."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"

    @property
    def rank(self) -> int:
        """The place in the order from exact (0) to country (5)."""
        return list(PlacePrecision).index(self)


EVENT_KINDS = (
    "battle", "air-strike", "ambush", "bombing", "violence-against-civilians", "capture", "withdrawal", "agreement",
    "statement", "displacement", "detention", "other",
)  # fmt: skip
EVENT_ROLES = ("initiator", "target", "supporter", "mediator", "observer", "party")
ACTOR_KINDS = (
    "state", "state-force", "armed-group", "coalition", "international-organisation", "monitor", "media", "person",
    "group",
)  # fmt: skip
RELATION_KINDS = ("backs", "allied", "splinter-of", "renamed-to", "fights")
PLACE_KINDS = (
    "country", "governorate", "district", "town", "village", "area", "river", "camp", "border-crossing",
)  # fmt: skip
SOURCE_KINDS = (
    "broadcaster", "agency", "newspaper", "state-media", "monitor", "ngo", "official", "social", "other",
)  # fmt: skip
GAPS = (
    "raw-file", "import-record", "custody", "retrieved", "retrieved-by", "url", "captures", "capture-digest",
    "rights-holder",
)  # fmt: skip
"""What the audit asks for and an article may say that nobody can supply: what depends on others, or on the past."""
WITHDRAWAL_REASONS = ("safety", "legal", "rights", "error", "other")
HARMS = ("killed", "injured", "captured", "displaced", "missing")
OF_NOBODY_NAMED = ("civilians", "unknown")
"""Whose losses a toll may count, besides those of an actor."""


class Ref(NamedTuple):
    """A reference to another record by its id, and where it is written (line and column from 1)."""

    id: str
    line: int = 0
    column: int = 0

    def __reduce__(self) -> tuple[type[Ref], tuple[str, int, int]]:
        """Pickle in half the time that a named tuple takes by itself: a record is mostly references."""
        return Ref, (self[0], self[1], self[2])


class Alias(NamedTuple):
    """Another name of a record; one with `exact_case` matches only as it is written."""

    text: str
    language: str = ""
    exact_case: bool = False


class DatedName(NamedTuple):
    """A name that an actor bore for a time."""

    name: str
    start: PartialDate | None
    end: PartialDate | None


class Relation(NamedTuple):
    """A tie of one actor to another, for a time, and the source that says so."""

    actor: Ref
    kind: str
    start: PartialDate | None
    end: PartialDate | None
    source: Ref | None


class Figure(NamedTuple):
    """A count as it was claimed: a lower bound, a figure given as such, an upper bound; None is not said.

    `about` says that the figure was given as nearly right; `including` tells in words who is counted in it besides.
    """

    min: int | None = None
    best: int | None = None
    max: int | None = None
    about: bool = False
    including: str = ""


class Toll(NamedTuple):
    """The figures of one claim, by harm."""

    killed: Figure | None = None
    injured: Figure | None = None
    captured: Figure | None = None
    displaced: Figure | None = None
    missing: Figure | None = None

    def figures(self) -> tuple[tuple[str, Figure], ...]:
        """The harms that have a figure, in the order of `HARMS`."""
        return tuple((harm, figure) for harm, figure in zip(HARMS, self, strict=True) if figure is not None)


class Claim(NamedTuple):
    """Who says what, through whom, about which event, and where it is written."""

    line: int
    column: int
    event: Ref | None = None
    by: Ref | None = None
    via: Ref | None = None
    attribution: str = ""
    toll: Toll = Toll()
    of: Ref | None = None
    quote: str = ""
    note: str = ""
    source: Ref | None = None
    url: str = ""
    title: str = ""
    date: PartialDate | None = None


class Participant(NamedTuple):
    """An actor's part in an event."""

    actor: Ref
    role: str = ""


class Rights(NamedTuple):
    """What may be shown of a report, who holds the rights, and on what ground it is shown."""

    publish: Publish
    holder: str = ""
    note: str = ""


class Translation(NamedTuple):
    """That a text is a translation: from which language, by whom or what."""

    source_language: str
    method: str
    note: str = ""


class Capture(NamedTuple):
    """An archived copy of a report."""

    url: str
    at: PartialDate | None
    sha256: str = ""


class Media(NamedTuple):
    """A picture or film of a report; `file` is a path under `content/media/`, empty where only its caption is held."""

    caption: str
    credit: str = ""
    date: PartialDate | None = None
    file: str = ""
    alt: str = ""


class Correction(NamedTuple):
    """What was corrected, and when."""

    date: PartialDate
    note: str


class Gap(NamedTuple):
    """What an article lacks (words of `GAPS`) and nobody can supply, why, and since when that is known."""

    lacks: tuple[str, ...]
    reason: str
    date: PartialDate


class SeedLink(NamedTuple):
    """The raw file that an article was made from."""

    file: str
    sha256: str


class Withdrawn(NamedTuple):
    """That a record was public and no longer is: since when, and on what ground. The note is never shown."""

    date: PartialDate
    reason: str
    note: str = ""


class Check(NamedTuple):
    """A verification that somebody made: by whom, when, how."""

    by: str
    date: PartialDate | None
    method: str


class Confidence(NamedTuple):
    """How sure the curator is of one field."""

    key: str
    level: str
    note: str = ""


class Body(NamedTuple):
    """What is known of a text without holding it: its digest, size in words, first line in the file, mentions."""

    digest: bytes = b""
    words: int = 0
    line: int = 0
    mentions: tuple[Mention, ...] = ()
    excerpt: str = ""


NO_BODY = Body()


def _restore(kind: type[Record], values: tuple[Any, ...]) -> Record:
    record = object.__new__(kind)
    put: Callable[[object, str, Any], None] = object.__setattr__
    for name, value in zip(kind.__dataclass_fields__, values, strict=True):
        put(record, name, value)
    return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have. `path` is the file's from the archive's root; `digest` stands for the front matter."""

    id: str
    path: str
    title: str
    digest: bytes
    status: Status = Status.USABLE
    body: Body = NO_BODY
    language: str = ""
    warnings: tuple[str, ...] = ()
    warnings_note: str = ""
    embargo: PartialDate | None = None
    confidence: tuple[Confidence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    redirects: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None
    keys: tuple[tuple[str, int, int], ...] = ()
    """The keys of the front matter, each with the line and column of its value: for `place`."""

    def place(self, *wanted: str) -> Span:
        """Where the first of these keys that is written has its value; else where the front matter begins."""
        places = {key: (line, column) for key, line, column in self.keys}
        return Span(self.path, *next((places[key] for key in wanted if key in places), (2, 1)))

    @property
    def indexed(self) -> bool:
        """Whether search engines, our own search and feeds may carry it."""
        return not getattr(self, "sgbv", False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as a plain tuple of values: thousands of records are loaded at each build."""
        return _restore, (type(self), tuple([getattr(self, name) for name in self.__dataclass_fields__]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A report that the archive holds. `events` are those that it tells of beside those that it makes claims about."""

    date: PartialDate | None = None
    source: Ref | None = None
    url: str = ""
    author: str = ""
    translation: Translation | None = None
    retrieved: PartialDate | None = None
    captures: tuple[Capture, ...] = ()
    gaps: tuple[Gap, ...] = ()
    seed: SeedLink | None = None
    rights: Rights | None = None
    summary: str = ""
    tags: tuple[Ref, ...] = ()
    actors: tuple[Ref, ...] = ()
    places: tuple[Ref, ...] = ()
    events: tuple[Ref, ...] = ()
    claims: tuple[Claim, ...] = ()
    media: tuple[Media, ...] = ()
    copy_of: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened, at a date and a place known more or less well."""

    date: PartialDate | None = None
    kind: str = ""
    places: tuple[Ref, ...] = ()
    actors: tuple[Participant, ...] = ()
    verification: Verification | None = None
    checks: tuple[Check, ...] = ()
    tags: tuple[Ref, ...] = ()
    claims: tuple[Claim, ...] = ()
    precision: PlacePrecision | None = None
    publish_precision: PlacePrecision | None = None
    ids: tuple[tuple[str, str], ...] = ()
    sgbv: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """Somebody who acts or speaks: a force, a group, a state, a person in public life."""

    kind: str = ""
    aliases: tuple[Alias, ...] = ()
    names: tuple[DatedName, ...] = ()
    part_of: Ref | None = None
    relations: tuple[Relation, ...] = ()
    country: str = ""
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Somewhere: `point` is (latitude, longitude) in degrees, WGS 84."""

    kind: str = ""
    part_of: Ref | None = None
    point: tuple[float, float] | None = None
    precision: PlacePrecision | None = None
    publish_precision: PlacePrecision | None = None
    aliases: tuple[Alias, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """An outlet or body that publishes reports, and where it stands. It is `own` where it is the archive itself."""

    kind: str = ""
    own: bool = False
    url: str = ""
    country: str = ""
    standpoint: str = ""
    default_rights: Rights | None = None
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A subject, and when to use it."""

    scope: str = ""
    aliases: tuple[Alias, ...] = ()
    broader: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentPage(Record):
    """A page of the archive about itself: method, safety, credits."""

    menu: int | None = None


FOLDERS: tuple[tuple[str, type[Record]], ...] = (
    ("articles", Article),
    ("events", Event),
    ("actors", Actor),
    ("places", Place),
    ("sources", Source),
    ("tags", Tag),
    ("pages", ContentPage),
)
"""The folders of `content/` and the kind of record that each holds."""
