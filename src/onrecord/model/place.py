"""Places on the map, with how exact they are."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Place", "Precision"]


class Precision(StrEnum):
    """How exactly a place is known."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place: WGS84 degrees, or None where only the name is known.

    `country` is ISO 3166 alpha-2, None for seas and areas across borders. `radius_km` is the radius
    of a circle that covers the place: a country's centre is never shown without it.
    """

    name: str
    lat: float | None
    lon: float | None
    precision: Precision
    radius_km: float | None = None
    country: str | None = None
    geonames_id: int | None = None
    feature: str | None = None
