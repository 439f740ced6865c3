"""The places of one name, told apart: which of them somebody means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.lexicon.fields import mapped
from onrecord.lexicon.globe import distance_km
from onrecord.model import Located, Place, Precision

if TYPE_CHECKING:
    from onrecord.lexicon.gazetteer import Candidate, Gazetteer

__all__ = ["Site", "Sites", "sites"]

_SHOWN = 25
_KINDS = {
    "ADM1": "region",
    "ADM2": "district",
    "AIRP": "airfield",
    "PCLI": "country",
    "PPL": "town",
    "PPLC": "capital",
    "TERR": "territory",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A place that a name may mean.

    `typed` goes into the field of the form, `lies_in` are its region and country. `km` is how far
    it is from `beside`, the nearest other place that the report names; None where it names none.
    `stands` is whether it is on record as the one that is meant.
    """

    typed: str
    name: str
    kind: str
    lies_in: tuple[str, ...]
    population: int
    lat: float
    lon: float
    km: int | None
    beside: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Sites:
    """The first of the places of a name, those with most people first; how many there are."""

    name: str
    rows: tuple[Site, ...]
    count: int


def sites(
    name: str, located: Located | None, others: Iterable[Located], gazetteer: "Gazetteer"
) -> Sites:
    """The places that are known by a name, of which `located` is thought to be one; `others` are
    what the report names."""
    stands = located.place if located else None
    words = {_flat(name), _flat(located.text if located else "")}
    near = [each.place for each in others if each.place and _flat(each.text) not in words]
    lands = gazetteer.lands()
    found = gazetteer.look_up(name)
    rows = tuple(_site(each, stands, near, lands) for each in found[:_SHOWN])
    return Sites(name, rows, len(found))


def _site(
    found: "Candidate",
    stands: Place | None,
    near: Iterable[Place],
    lands: dict[tuple[str | None, str | None], str],
) -> Site:
    place = Place(
        found.name,
        found.lat,
        found.lon,
        # How exact it is says nothing about where it is.
        Precision.EXACT,
        country=found.country,
        geonames_id=found.geonames_id,
    )
    apart = ((distance_km(place, each), each.name) for each in near)
    km, beside = min(((km, name) for km, name in apart if km is not None), default=(None, None))
    here = stands is not None and distance_km(place, stands) == 0.0
    return Site(
        typed=mapped(place),
        name=found.name,
        kind=_KINDS.get(found.feature, "area"),
        lies_in=tuple(_around(found, lands)),
        population=found.population,
        lat=found.lat,
        lon=found.lon,
        km=None if km is None else round(km),
        beside=beside,
        stands=here,
    )


def _around(place: "Candidate", lands: dict[tuple[str | None, str | None], str]) -> Iterator[str]:
    for code in dict.fromkeys((place.admin1, None)):
        name = lands.get((place.country, code))
        if name is not None and name != place.name:
            yield name


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
