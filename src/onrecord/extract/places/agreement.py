"""How well the map bears out where a text says that one place lies off another."""

from collections.abc import Sequence

import numpy as np

from onrecord.extract.places.clue import Kind, contains, kind_of
from onrecord.extract.places.globe import Array, apart_km, azimuths, distances_km
from onrecord.extract.places.siting import Told
from onrecord.lexicon.frontier import neighbours
from onrecord.lexicon.gazetteer import Candidate
from onrecord.model import SitingSort

__all__ = ["AGREES", "agreement", "agreement_at_border"]

AGREES = 0.3
"""What counts as borne out."""

_NEAR_KM = 50.0
_ROUNDED = 0.3
_ROUNDED_KM = 10.0
_TURN = 60.0
_ASTRAY = 0.1
_LANDS = (Kind.COUNTRY, Kind.REGION)


def agreement(told: Told, left: Sequence[Candidate], right: Sequence[Candidate]) -> Array:
    """From 0 to 1, how well each of `left` (n), the place sited, lies to each of `right` (m).

    Stated distances are rounded and often those of roads: a third more or less is as good as
    exact. Distances to a land count from its edge, as its circle gives it.
    """
    if told.sort is SitingSort.BORDER:
        return agreement_at_border(left, right, both=len(told.references) > 1)
    if told.sort is SitingSort.PART:
        return _in_part(told, left, right)
    here, there = _points(left), _points(right)
    km = told.km or 0.0
    slack = _radii(left)[:, None] + _radii(right)[None, :]
    apart = np.maximum(np.abs(distances_km(here, there) - km) - slack, 0.0)
    if told.km is None and told.sort is SitingSort.OFF:
        near = np.ones_like(apart)
    else:
        rounded = _NEAR_KM if told.km is None else _ROUNDED * km + _ROUNDED_KM
        near = 1 / (1 + (np.maximum(apart - rounded, 0.0) / rounded) ** 2)
    return np.asarray(near * _turned(told, here, there))


def agreement_at_border(
    left: Sequence[Candidate], right: Sequence[Candidate], both: bool = False
) -> Array:
    """From 0 to 1, whether each of `left` (n) may lie at the border of each of `right` (m).

    `both` is true where the border is that of two lands, and the place may lie in either.
    """
    return np.array([[_at_border(place, land, both) for land in right] for place in left])


def _at_border(place: Candidate, land: Candidate, both: bool) -> float:
    if kind_of(land) is Kind.COUNTRY and place.country and land.country:
        if place.country == land.country:
            return 1.0 if both else 0.5
        return float(place.country in neighbours(land.country))
    apart = apart_km((place.lat, place.lon), (land.lat, land.lon)) - land.radius_km
    return 1.0 if apart - place.radius_km <= land.radius_km / 2 + _NEAR_KM else _ASTRAY


def _in_part(told: Told, left: Sequence[Candidate], right: Sequence[Candidate]) -> Array:
    inside = np.array([[float(contains(land, place)) for land in right] for place in left])
    return np.asarray(inside * _turned(told, _points(left), _points(right)))


def _turned(told: Told, here: Array, there: Array) -> Array:
    """One where the direction is about the one that is told, or none is."""
    if told.azimuth is None:
        return np.ones((len(here), len(there)))
    off = np.abs((azimuths(here, there) - told.azimuth + 180) % 360 - 180)
    return np.where(off <= _TURN, 1.0, _ASTRAY)


def _points(places: Sequence[Candidate]) -> Array:
    return np.array([(place.lat, place.lon) for place in places]).reshape(-1, 2)


def _radii(places: Sequence[Candidate]) -> Array:
    """Kilometres by which a place's edge may be off its centre; a region's circle is the least."""
    return np.array([p.radius_km if kind_of(p) in _LANDS else p.radius_km / 2 for p in places])
