"""The circle that words such as "50 km north of X", "near X" and "eastern X" point to."""

from collections.abc import Sequence

import numpy as np

from onrecord.extract.places.globe import apart_km, azimuths, moved
from onrecord.extract.places.siting import Told
from onrecord.model import Place, Precision, SitingSort

__all__ = ["around"]

_NEAR_KM = 25.0
_OFF_KM = 30.0
_ROUNDED = 0.3
_ROUNDED_KM = 5.0
_WITHIN = (SitingSort.NEAR, SitingSort.PART)
Point = tuple[float, float]
Disc = tuple[Point, float]


def around(told: Told, references: Sequence[Place], words: str) -> Place | None:
    """The circle to which the words point, called by them; of what is near, by the place.

    None where the words do not tell.
    """
    if len(references) > 1:
        (lat, lon), radius = _between(told.sort, *(_disc(place) for place in references))
    else:
        found = _beside(told, references[0])
        if found is None:
            return None
        (lat, lon), radius = found
    near = told.sort is SitingSort.NEAR
    return Place(
        references[0].name if near else words,
        round(lat, 4),
        round(lon, 4),
        Precision.NEAR if near else Precision.AREA,
        round(radius, 1),
        references[0].country if told.sort in _WITHIN else None,
    )


def _beside(told: Told, place: Place) -> Disc | None:
    centre, edge = _disc(place)
    match told.sort:
        case SitingSort.NEAR | SitingSort.BORDER:
            return centre, edge + _NEAR_KM
        case SitingSort.PART:
            inner = centre if told.azimuth is None else moved(centre, edge / 2, told.azimuth)
            return inner, edge / 2
        case SitingSort.OFF:
            return _off(told, centre, edge, land=place.precision is not Precision.EXACT)
    return None


def _off(told: Told, centre: Point, edge: float, land: bool) -> Disc:
    """Distances from a land count from its edge, those from a town from its centre."""
    if told.azimuth is None:
        return centre, edge + (told.km or 0.0) * (1 + _ROUNDED)
    if told.km is None:
        return moved(centre, edge + _OFF_KM, told.azimuth), edge + _OFF_KM
    radius = edge + max(told.km * _ROUNDED, _ROUNDED_KM)
    return moved(centre, told.km + edge * land, told.azimuth), radius


def _between(sort: SitingSort, left: Disc, right: Disc) -> Disc:
    """Halfway along a road; for a border, where the circles of the two lands meet."""
    apart = apart_km(left[0], right[0])
    share, radius = 0.5, apart / 2
    if sort is SitingSort.BORDER and left[1] + right[1] > 0:
        share = left[1] / (left[1] + right[1])
        radius = min(left[1], right[1]) + _NEAR_KM
    azimuth = float(azimuths(np.array([right[0]]), np.array([left[0]]))[0, 0])
    return moved(left[0], share * apart, azimuth), radius


def _disc(place: Place) -> Disc:
    assert place.lat is not None and place.lon is not None, place
    return (place.lat, place.lon), place.radius_km or 0.0
