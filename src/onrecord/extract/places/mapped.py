"""A place of the gazetteer as it goes on record."""

from onrecord.extract.places.clue import Kind, kind_of
from onrecord.lexicon.gazetteer import Candidate
from onrecord.lexicon.placekey import place_keys
from onrecord.model import Place, Precision

__all__ = ["on_map"]

_PRECISION = {
    Kind.TOWN: Precision.EXACT,
    Kind.AIRFIELD: Precision.EXACT,
    Kind.DISTRICT: Precision.DISTRICT,
    Kind.REGION: Precision.REGION,
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.AREA: Precision.AREA,
}
_NEAR_KM = 15.0


def on_map(chosen: Candidate, surface: str) -> Place:
    """The place that the words `surface` mean; an airfield of a town's name is near that town."""
    kind = kind_of(chosen)
    name, precision, radius = chosen.name, _PRECISION[kind], chosen.radius_km
    if kind == Kind.AIRFIELD and not set(place_keys(surface)) & set(place_keys(name)):
        name, precision, radius = surface, Precision.NEAR, max(radius, _NEAR_KM)
    return Place(
        name,
        chosen.lat,
        chosen.lon,
        precision,
        round(radius, 1),
        chosen.country,
        chosen.geonames_id,
        chosen.feature,
    )
