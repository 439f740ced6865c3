"""What the words at a place name tell about it: its kind, and what it lies in."""

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.extract.places.globe import apart_km
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Span

__all__ = ["Clue", "Kind", "clue_at", "contains", "kind_of"]

_LOOSE = 1.3
_LOOSE_KM = 10.0


class Kind(StrEnum):
    """What a place is, as far as words tell."""

    TOWN = "town"
    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    AIRFIELD = "airfield"
    AREA = "area"


_KINDS = {
    "PCLI": Kind.COUNTRY,
    "TERR": Kind.COUNTRY,
    "ADM1": Kind.REGION,
    "ADM2": Kind.DISTRICT,
    "AIRP": Kind.AIRFIELD,
    "PPL": Kind.TOWN,
    "PPLC": Kind.TOWN,
}
_WORDS: dict[str, frozenset[Kind]] = {
    word: frozenset(map(Kind, kinds.split()))
    for words, kinds in {
        "city town village hamlet suburb township borough mayor resort": "town",
        "county counties": "district",
        "province provinces": "region district",
        "state governor": "region",
        "governorate oblast emirate canton prefecture": "region",
        "region": "region area",
        "district districts department": "district region",
        "airport airfield airstrip airbase": "airfield",
        "river lake mount mountain mountains desert valley island islands sea gulf bay": "area",
        "ocean strait peninsula creek hills basin delta canal": "area",
        "republic kingdom nation country": "country",
    }.items()
    for word in words.split()
}
_NATURE = frozenset(w for w, kinds in _WORDS.items() if kinds == {Kind.AREA})
_COMPASS = re.compile(
    r"\b(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|"
    r"upper|lower|rural|mainland)[- ]$",
    re.IGNORECASE,
)
_OF = re.compile(r"(\w+) of (?:the )?$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w+) $")
_NEXT_WORD = re.compile(r" (\w+)")
_WITHIN = re.compile(r"\s*[,(]\s*(?:in\s+)?(?=[A-Z])|\s+in\s+(?:\w+ern\s+|central\s+)?(?=[A-Z])")
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\.?(?:[A-Z]\.)*)(?:\s(?:of\s|and\s)?[A-Z][\w'’-]*\.?){0,3}")


@dataclass(frozen=True, slots=True)
class Clue:
    """What the words tell of one mention.

    `kinds` are what the place may be by them (none: they tell nothing); `whole` is a longer name
    that they may be a part of ("X" in "X River"); `compass` is true where a direction stands
    before. `containers` are what it lies in by "X, Y" or "X in Y"; `firm` is true for the former.
    """

    kinds: frozenset[Kind] = frozenset()
    whole: str | None = None
    compass: bool = False
    containers: tuple[Candidate, ...] = ()
    firm: bool = False


def kind_of(place: Candidate) -> Kind:
    """The kind that a clue's words speak of."""
    return _KINDS.get(place.feature, Kind.AREA)


def contains(region: Candidate, place: Candidate) -> bool:
    """Whether `place` lies in `region`, by their codes, for a district by the distance."""
    if region == place or region.country is None or region.country != place.country:
        return False
    if region.feature in ("PCLI", "TERR"):
        return True
    if region.feature == "ADM1" and place.admin1 is not None:
        return region.admin1 == place.admin1 and place.feature != "ADM1"
    if kind_of(place) in (Kind.COUNTRY, Kind.REGION):
        return False
    apart = apart_km((region.lat, region.lon), (place.lat, place.lon))
    return apart <= region.radius_km * _LOOSE + _LOOSE_KM


def clue_at(text: str, span: Span, gazetteer: Gazetteer) -> Clue:
    """The clue that stands before, in and after the name at `span`."""
    before, name, after = (
        text[max(0, span.begin - 40) : span.begin],
        span.of(text),
        text[span.end :],
    )
    kinds, whole = _kinds(before, name, after[:40])
    within = _WITHIN.match(after[:80])
    containers = _containers(after[within.end() :][:80], gazetteer) if within else ()
    firm = within is not None and within[0].lstrip()[0] in ",("
    return Clue(kinds, whole, bool(_COMPASS.search(before)), containers, firm)


def _kinds(before: str, name: str, after: str) -> tuple[frozenset[Kind], str | None]:
    found = _NEXT_WORD.match(after)
    if found and found[1].lower() in _WORDS and "\n" not in found[0]:
        word = found[1]
        longer = word[0].isupper() or word.lower() in ("county", "counties")
        singular = "County" if word.lower() == "counties" else word
        return _WORDS[word.lower()], f"{name} {singular}" if longer else None
    if found := _OF.search(before):
        return _WORDS.get(found[1].lower(), frozenset()), None
    if found := _WORD_BEFORE.search(before):
        word = found[1]
        if word.lower() in _NATURE and word[0].isupper():
            return _WORDS[word.lower()], f"{word} {name}"
        return _WORDS.get(word.lower(), frozenset()) if word[0].islower() else frozenset(), None
    return frozenset(), None


def _containers(after: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Countries, regions and districts that the longest name at the beginning of `after` means."""
    found = _NAME.match(after)
    words = found[0].split(" ") if found else []
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
        places = gazetteer.look_up(name) or gazetteer.look_up(name.rstrip("."))
        regions = tuple(
            p for p in places if kind_of(p) in (Kind.COUNTRY, Kind.REGION, Kind.DISTRICT)
        )
        if places:
            return regions
    return ()
