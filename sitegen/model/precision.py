"""How finely a place is shown: never more finely than it may be, wherever it goes out."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sitegen.model.vocabulary import PlacePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sitegen.model.records import Event, Place

DECIMALS: Final[Mapping[PlacePrecision, int]] = MappingProxyType(
    {PlacePrecision.EXACT: 5, PlacePrecision.NEAR: 2, PlacePrecision.DISTRICT: 1}
)
"""The decimals of a degree that a point is rounded to. Wider than a district none is given: it would be a centroid."""
EXTENT: Final[Mapping[str, PlacePrecision]] = MappingProxyType(
    {
        "country": PlacePrecision.COUNTRY,
        "governorate": PlacePrecision.PROVINCE,
        "district": PlacePrecision.DISTRICT,
        "area": PlacePrecision.DISTRICT,
        "river": PlacePrecision.DISTRICT,
    }
)
"""How wide a place of a kind is; those that are not named are points."""


class Coarse(Enum):
    """Whether a place is shown more coarsely than it is known, as far as a reader is told."""

    NOT = 0
    ON_PURPOSE = 1
    KNOWN_MORE_FINELY = 2


def coarser(*precisions: PlacePrecision | None) -> PlacePrecision:
    """The coarsest of those that are given; exact where none is."""
    given = [precision for precision in precisions if precision is not None]
    return max(given, key=lambda precision: precision.rank, default=PlacePrecision.EXACT)


def extent(place: Place) -> PlacePrecision:
    """How wide a place is by its kind."""
    return EXTENT.get(place.kind, PlacePrecision.EXACT)


def shown(place: Place) -> PlacePrecision:
    """How finely a place is shown: by what is known, what may be published, and how wide it is."""
    return coarser(place.precision, place.publish_precision, extent(place))


def place_coarse(place: Place) -> Coarse:
    """Whether a place is coarse on purpose. Where the curator does not say how finely it is known, nor do we."""
    return _coarse(place.precision, place.publish_precision, coarser(place.precision, extent(place)))


def event_coarse(event: Event) -> Coarse:
    """Whether an event's place is; of those of sexual violence always, so that none tells what is known of it."""
    if event.sgbv:
        return Coarse.ON_PURPOSE
    return _coarse(event.precision, event.publish_precision, coarser(event.precision))


def _coarse(known: PlacePrecision | None, published: PlacePrecision | None, anyway: PlacePrecision) -> Coarse:
    if published is None or published.rank <= anyway.rank:
        return Coarse.NOT
    return Coarse.KNOWN_MORE_FINELY if known is not None else Coarse.ON_PURPOSE


def public_point(place: Place) -> tuple[float, float] | None:
    """A place's point as it may go out, or None where it would be a centroid."""
    decimals = DECIMALS.get(shown(place))
    if place.point is None or decimals is None:
        return None
    latitude, longitude = (round(part, decimals) + 0.0 for part in place.point)
    return latitude, longitude


def point_of(event: Event, place: Place) -> tuple[float, float] | None:
    """The point at which an event may be drawn: as fine as both it and its place are shown, or None."""
    decimals = DECIMALS.get(coarser(event_precision(event), shown(place)))
    point = public_point(place)
    if point is None or decimals is None:
        return None
    return round(point[0], decimals), round(point[1], decimals)


def event_precision(event: Event) -> PlacePrecision | None:
    """How finely an event's place is shown, where that is said; one of sexual violence never below the district."""
    if event.sgbv:
        return coarser(event.precision, event.publish_precision, PlacePrecision.DISTRICT)
    return coarser(event.precision, event.publish_precision) if event.precision or event.publish_precision else None


def wide_enough(chain: Iterable[Place], wanted: PlacePrecision) -> Place | None:
    """The first of a place and the wider ones around it that may be named where `wanted` is how finely it is shown.

    Near a town is still said by the town's name; from the district on, what lies within is not named.
    """
    named = wanted.rank < PlacePrecision.DISTRICT.rank
    return next((place for place in chain if named or extent(place).rank >= wanted.rank), None)
