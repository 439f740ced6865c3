"""From the cells of a line to a place."""

import re
from collections.abc import Mapping

from onrecord.errors import InputError
from onrecord.lexicon.placerow import UNSPECIFIED, PlaceRow

__all__ = ["row_at"]

_COUNTRY = re.compile(r"[A-Z]{2}")


def row_at(where: str, cells: Mapping[str, str]) -> PlaceRow:
    """A place of cells by the names of PlaceRow's fields, aliases parted by "|".

    Raises InputError, beginning with `where`, for cells that make no place.
    """
    try:
        return _row({key: text.strip() for key, text in cells.items() if text.strip()})
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error


def _row(given: Mapping[str, str]) -> PlaceRow:
    if "name" not in given:
        raise ValueError("no name; give one or leave the line out")
    country = given.get("country", "").upper() or None
    if country and not _COUNTRY.fullmatch(country):
        raise ValueError(
            f"country {country!r} is no code; write two letters of ISO 3166 such as ML"
        )
    aliases = (each.strip() for each in given.get("aliases", "").split("|"))
    return PlaceRow(
        given["name"],
        _degrees(given.get("lat", ""), "lat", 90),
        _degrees(given.get("lon", ""), "lon", 180),
        aliases=tuple(dict.fromkeys(each for each in aliases if each)),
        country=country,
        admin1=given.get("admin1"),
        feature=given.get("feature", UNSPECIFIED).upper().rpartition(".")[2],
        population=_whole(given.get("population", "0"), "population"),
        geonames_id=_whole(given["geonames_id"], "geonames_id") if "geonames_id" in given else None,
        radius_km=_radius(given["radius_km"]) if "radius_km" in given else None,
    )


def _degrees(text: str, name: str, most: float) -> float:
    """A latitude or longitude, `most` at most either way."""
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{name} {text!r} is no number; write degrees such as -12.5") from None
    if not -most <= value <= most:
        raise ValueError(f"{name} {text} is not between -{most:g} and {most:g}; check the columns")
    return value


def _whole(text: str, name: str) -> int:
    """A whole number from 0 up."""
    if not text.isdecimal():
        raise ValueError(f"{name} {text!r} is no whole number; write digits only or leave it empty")
    return int(text)


def _radius(text: str) -> float:
    radius = _degrees(text, "radius_km", 20_040)
    if radius <= 0:
        raise ValueError(f"radius_km {text} is not above 0; leave it empty if it is not known")
    return radius
