"""The choice of a place, how sure it is, and why it was made, in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.extract.places.choice import FEATURES, WEIGHTS, Weighing
from onrecord.extract.places.clue import kind_of
from onrecord.extract.places.globe import Array, distances_km
from onrecord.lexicon.gazetteer import Candidate

__all__ = ["UNLISTED", "Choice", "choice"]

_SHOWN = 3
_LEAST = 0.2
_LISTED = 0.25
_THERE_KM = 40.0
_MORE = {
    "population": "more people live there",
    "main": "the name is its main one",
    "within": "it lies where the text says",
    "not_within": "it lies where the text says",
    "holds": "another place is said to lie in it",
    "kind": "the words say what kind of place it is",
    "not_kind": "the words say what kind of place it is",
    "country_named": "the report names its country",
    "region_named": "the report names its region",
    "capital_abroad": "a capital, and the report names other countries",
    "publisher_near": "the publisher is near",
    "publisher_country": "the publisher is of its country",
    "near_sum": "the report's other places are near",
    "near_best": "the report's other places are near",
    "sited": "it lies where the text sets it",
    "peer": "it is named together with others of its kind",
}
_KINDS = ("country", "capital", "region", "district", "airfield", "area")


@dataclass(frozen=True, slots=True)
class Choice:
    """The place of a name, None if the gazetteer seems to lack it; the probability that what is
    meant lies there, as a town and the district around it do; and why."""

    place: Candidate | None
    confidence: float
    reason: str


UNLISTED = Choice(None, 0.0, "not in the gazetteer")


def choice(weighing: Weighing, belief: Array, number: int) -> Choice:
    """The likeliest place of a name, unless the gazetteer most likely lacks what is meant.

    `belief` are the probabilities that `weighing.settle` gave.
    """
    rows = weighing.rows(number)
    candidates = weighing.names[number].candidates
    first, *others = (int(at) for at in np.argsort(-belief[rows], kind="stable")[:2])
    away = distances_km(*(_points(found) for found in (candidates, candidates[first : first + 1])))
    sure = round(float(belief[rows][away[:, 0] <= _THERE_KM].sum()), 3)
    if belief[rows].sum() < _LISTED:
        return Choice(None, 0.0, f"not in the gazetteer: {_label(candidates[first])}, does not fit")
    if not others:
        return Choice(candidates[first], sure, "the only place of that name in the gazetteer")
    features = weighing.features(belief)[rows]
    gains = (features[first] - features[others[0]]) * WEIGHTS
    best, other = candidates[first], candidates[others[0]]
    said = dict.fromkeys(
        _said(FEATURES[int(at)], best, other)
        for at in np.argsort(-gains, kind="stable")
        if gains[at] >= _LEAST
    )
    why = ", ".join(list(said)[:_SHOWN]) or "it is listed first"
    return Choice(best, sure, f"rather than {_label(other)}: {why}")


def _points(places: Sequence[Candidate]) -> Array:
    return np.array([(place.lat, place.lon) for place in places])


def _said(feature: str, best: Candidate, other: Candidate) -> str:
    if feature in _KINDS or feature in ("around_namesake", "compass_region"):
        return f"a {kind_of(best).value} rather than a {kind_of(other).value}"
    return _MORE[feature]


def _label(place: Candidate) -> str:
    return f"{place.name}, {place.country}" if place.country else place.name
