"""How far places are from each other."""

from math import asin, cos, radians, sin, sqrt

from onrecord.model import Place

__all__ = ["distance_km"]

_EARTH_KM = 6371.0


def distance_km(left: Place, right: Place) -> float | None:
    """The great-circle distance, None unless both have coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    rise, run = radians(right.lat - left.lat), radians(right.lon - left.lon)
    chord = (
        sin(rise / 2) ** 2 + cos(radians(left.lat)) * cos(radians(right.lat)) * sin(run / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(chord))
