"""Places: how finely they are known and shown, and whether they lie where they are said to."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sitegen.model.codes import problem
from sitegen.model.problem import Span
from sitegen.model.records import Event, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.check.surroundings import Surroundings
    from sitegen.model.archive import Archive
    from sitegen.model.problem import Problem
    from sitegen.model.records import Record

EARTH_RADIUS_KM = 6371.0
FAR_KM = {"country": 2500.0, "governorate": 500.0, "district": 200.0, "town": 60.0, "village": 60.0}
"""How far a part may lie from the point of its whole before one of them is probably wrong, by the whole's kind."""


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(math.radians, point)) for point in (a, b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def geography(record: Record, archive: Archive, _: Surroundings) -> Iterator[Problem]:
    """Nothing is published more finely than it is known, and no place lies far from what it is part of."""
    if isinstance(record, Event | Place):
        yield from _precision(record)
    if isinstance(record, Place):
        yield from _far(record, archive)


def _precision(record: Place | Event) -> Iterator[Problem]:
    known, shown = record.precision, record.publish_precision
    if known is not None and shown is not None and shown.rank < known.rank:
        message = f"known to: {known}; to be published: {shown}"
        yield problem(record.place("publish", "location"), "finer-than-known", message, "`publish` may only be coarser")


def _far(place: Place, archive: Archive) -> Iterator[Problem]:
    whole = archive.by_key.get(f"places/{place.part_of.id}") if place.part_of else None
    if not isinstance(whole, Place) or whole.point is None or place.point is None or place.part_of is None:
        return
    far = FAR_KM.get(whole.kind)
    if far is not None and (km := distance_km(place.point, whole.point)) > far:
        span = Span(place.path, place.part_of.line, place.part_of.column)
        yield problem(
            span,
            "point-outside-country",
            f"{km:,.0f} km from {whole.title}, of which it is part",
            "latitude comes first",
        )
