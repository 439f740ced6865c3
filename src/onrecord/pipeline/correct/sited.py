"""The place on the map that a person means, by what is typed."""

import re

from onrecord.errors import InputError
from onrecord.extract.places.mapped import on_map
from onrecord.lexicon.fields import mapped
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Place, Precision

__all__ = ["sited"]

_NUMBER = re.compile(r"(?:.*#)?(\d+)")
_POINT = re.compile(r"(?P<name>.*?)[\s,]*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)")
_SHOWN = 5
"""How many of several places an error lists."""


def sited(words: str, gazetteer: Gazetteer) -> Place:
    """The place of a GeoNames number (`#2950159`), of coordinates (`52.52, 13.40`, after a name
    or without), or the only one of a name. Raises InputError, in one line, where there is none."""
    number, point = _NUMBER.fullmatch(words), _POINT.fullmatch(words)
    if number is not None:
        found = gazetteer.numbered(int(number[1]))
        if found is None:
            raise InputError(f"no place that is known has the GeoNames number {number[1]}")
        return on_map(found, found.name)
    if point is not None:
        return _at(point["name"], float(point["lat"]), float(point["lon"]), gazetteer)
    places = [on_map(each, words) for each in gazetteer.look_up(words)]
    if len(places) == 1:
        return places[0]
    if not places:
        told = f"no place that is known is called “{words}”"
        raise InputError(f"{told}; give its latitude and longitude, as in 52.52, 13.40")
    told = f"{len(places)} places are called “{words}”"
    listed = "; ".join(map(mapped, places[:_SHOWN]))
    raise InputError(f"{told}; give one of them as it is written here: {listed}")


def _at(words: str, lat: float, lon: float, gazetteer: Gazetteer) -> Place:
    """A place that is known by its name and coordinates, else the point itself."""
    if abs(lat) > 90 or abs(lon) > 180:
        raise InputError(f"{lat}, {lon} is no point of the earth: latitude comes first, in degrees")
    name = re.sub(r", [A-Z]{2}$", "", words)
    for each in gazetteer.look_up(name) if name else ():
        if (round(each.lat, 4), round(each.lon, 4)) == (round(lat, 4), round(lon, 4)):
            return on_map(each, name)
    return Place(name or f"{lat}, {lon}", lat, lon, Precision.EXACT)
