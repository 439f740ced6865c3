"""Places on the map, with how exact they are, and what a text says of where they lie."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span

__all__ = ["Place", "PlaceUse", "Precision", "Siting", "SitingSort"]


class PlaceUse(StrEnum):
    """What the name of a place stands for.

    PLACE: where something is. ACTOR: those who act there, a government, an army, a team. NAME:
    nothing by itself, as a part of the name of something else ("the X Brigade").
    """

    PLACE = "place"
    ACTOR = "actor"
    NAME = "name"


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


class SitingSort(StrEnum):
    """How a text says where a place lies."""

    NEAR = "near"
    OFF = "off"
    PART = "part"
    BORDER = "border"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Siting:
    """Where a place lies by the text: near others, off one by a distance or direction, in its part.

    `span` holds the words, `references` the names that they refer to. `km` and `azimuth` (degrees
    clockwise from north) are None where the words give none, `measured_km`, from the one place to
    the other on the map, where it gives none. `agrees` is whether the map bears the words out,
    None where it cannot tell.
    """

    sort: SitingSort
    span: Span
    references: tuple[str, ...]
    km: float | None = None
    azimuth: float | None = None
    measured_km: float | None = None
    agrees: bool | None = None
