"""The words that fields may have: each list is the whole of what may be written there."""

from __future__ import annotations

from enum import StrEnum


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
