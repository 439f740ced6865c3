"""Place names of one report to places on the map, all together."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from onrecord.extract.places.choice import Context, NameInReport, Weighing
from onrecord.extract.places.clue import Clue, Kind, clue_at, kind_of
from onrecord.extract.places.home import home_of
from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.placekey import place_keys
from onrecord.model import Document, Place, Precision, Span

__all__ = ["candidates_of", "context_of", "is_people", "names_in", "resolve"]

_PRECISION = {
    Kind.TOWN: Precision.EXACT,
    Kind.AIRFIELD: Precision.EXACT,
    Kind.DISTRICT: Precision.DISTRICT,
    Kind.REGION: Precision.REGION,
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.AREA: Precision.AREA,
}
_BEFORE = re.compile(
    r"^(?:the\s+)?(?:(?:greater|downtown|metro|metropolitan|central|mainland|upper|lower|rural|"
    r"(?:north|south)?-?(?:north|south|east|west)(?:ern)?)[\s-]+|"
    r"(?:city|town|village|province|state|governorate|county|district|region|republic) of\s+)"
    r"(?=\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:city|town|village|area|region|province|governorate|district|state|airport|airfield|"
    r"international airport|suburbs|metropolitan area|township)$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"(?:the )?(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central)", re.IGNORECASE
)
_PEOPLE = re.compile(r"\b[A-Z][\w'’-]+(?:\s[A-Z][a-z]+)?")
_NEAR_KM = 15.0


def resolve(
    document: Document, spans: Sequence[Span], gazetteer: Gazetteer
) -> tuple[Place | None, ...]:
    """The place that each of `spans` (names of places) means, None where no place is known for it.

    One name has one meaning in a report, unless the words say otherwise ("X, Y" and "X, Z"). A
    name that the gazetteer lacks is never given the place of what it lies in.
    """
    names, owner = names_in(document.text, spans, gazetteer)
    weighing = Weighing(names, context_of(document, gazetteer))
    belief = weighing.settle()
    places: dict[int, Place] = {}
    for number, name in enumerate(weighing.names):
        begin, end = weighing.starts[number], weighing.starts[number + 1]
        chosen = name.candidates[int(np.argmax(belief[begin:end]))]
        places[names.index(name)] = _place(chosen, name.surface)
    return tuple(places.get(number) for number in owner)


def context_of(document: Document, gazetteer: Gazetteer) -> Context:
    """The publisher's home, and the peoples that the report names."""
    home, country = home_of(document.publisher, document.url, gazetteer)
    peoples: Counter[str] = Counter()
    for found in _PEOPLE.finditer(document.text):
        words = found[0].split()
        code = demonym(found[0]) or demonym(words[0])
        if code:
            peoples[code] += 1
    return Context(home, country, peoples)


def names_in(
    text: str, spans: Sequence[Span], gazetteer: Gazetteer
) -> tuple[list[NameInReport], list[int]]:
    """The different names at `spans`, and for each span the index of its name."""
    clues = [clue_at(text, span, gazetteer) for span in spans]
    surfaces = [" ".join(span.of(text).split()) for span in spans]
    keys = [_sense(surface, clue) for surface, clue in zip(surfaces, clues, strict=True)]
    told = {key[0]: key for key in reversed(keys) if key[1]}
    keys = [key if key[1] else told.get(key[0], key) for key in keys]
    order = list(dict.fromkeys(keys))
    names = []
    for key in order:
        members = [i for i, other in enumerate(keys) if other == key]
        surface = surfaces[members[0]]
        grouped = tuple(clues[i] for i in members)
        names.append(NameInReport(surface, grouped, candidates_of(surface, grouped, gazetteer)))
    return names, [order.index(key) for key in keys]


def _sense(surface: str, clue: Clue) -> tuple[str, tuple[str, ...]]:
    """What tells meanings apart: the name, and the region that it is firmly said to lie in."""
    regions = tuple(sorted({c.name for c in clue.containers})) if clue.firm else ()
    return place_keys(surface)[0] if place_keys(surface) else surface, regions


def candidates_of(
    surface: str, clues: Sequence[Clue], gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """All places that the name may mean, also as a part of the longer name that the words give.

    Words for peoples and bare directions ("the North") mean none.
    """
    bare = re.sub(r"['’]s?$", "", surface)
    if _DIRECTION.fullmatch(bare) or is_people(bare, gazetteer):
        return ()
    found = gazetteer.look_up(surface) or gazetteer.look_up(bare)
    longer = [c for clue in clues if clue.whole for c in gazetteer.look_up(clue.whole)]
    found = tuple(dict.fromkeys([*found, *longer]))
    if not found:
        stripped = _BEFORE.sub("", _AFTER.sub("", bare))
        found = gazetteer.look_up(stripped) if stripped != bare else ()
    return found


def is_people(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the name calls a people, and no country as well ("US")."""
    return demonym(name) is not None and not any(
        kind_of(place) == Kind.COUNTRY for place in gazetteer.look_up(name)
    )


def _place(chosen: Candidate, surface: str) -> Place:
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
