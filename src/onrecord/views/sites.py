"""The places of one name, told apart: which of them somebody means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.lexicon.fields import mapped
from onrecord.lexicon.globe import distance_km
from onrecord.model import Entity, Located, Place, Precision, Span
from onrecord.store.base import Store

if TYPE_CHECKING:
    from onrecord.lexicon.gazetteer import Candidate, Gazetteer

__all__ = ["Site", "Sites", "entity_sites", "sites"]

_SHOWN, _READ = 25, 20
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
    near = [x.place for x in others if x.place and _flat(x.text) not in words and _is_spot(x.place)]
    lands = gazetteer.lands()
    found = gazetteer.look_up(name)
    rows = tuple(_site(each, stands, near, lands) for each in found[:_SHOWN])
    return Sites(name, rows, len(found))


def entity_sites(store: Store, entity: Entity, name: str, gazetteer: "Gazetteer") -> Sites:
    """The places that are known by a name, of which an entity is one; what its reports name
    besides tells how far they are."""
    documents = dict.fromkeys(each.rpartition(":")[0] for each in entity.chains)
    read = (store.reading(each) for each in [*documents][:_READ])
    others = [x for reading in read if reading for x in reading.places if not _is_of(x, entity)]
    words = Located(entity.name, Span(0, len(entity.name)), place=entity.place)
    return sites(name, words, others, gazetteer)


def _is_of(located: Located, entity: Entity) -> bool:
    return located.chain in entity.chains or located.place == entity.place


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


def _is_spot(place: Place) -> bool:
    """Whether it says something to be near it."""
    return place.precision in (Precision.EXACT, Precision.NEAR, Precision.DISTRICT)


def _around(place: "Candidate", lands: dict[tuple[str | None, str | None], str]) -> Iterator[str]:
    for code in dict.fromkeys((place.admin1, None)):
        name = lands.get((place.country, code))
        if name is not None and name != place.name:
            yield name


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
