"""Why a place was chosen, in one line, and how sure that is."""

from math import exp, log

import numpy as np

from onrecord.extract.places.choice import FEATURES, WEIGHTS, Weighing
from onrecord.extract.places.clue import kind_of
from onrecord.extract.places.globe import Array
from onrecord.lexicon.gazetteer import Candidate

__all__ = ["CALIBRATION", "MEASURES", "confidence_of", "measures", "reason_of"]

MEASURES = ("belief", "alone", "people", "main", "one")
CALIBRATION = (0.6, 0.0, 0.3, 0.5, 0.0)
"""Weights of `measures`, by training/gazetteer/weights.py on the train parts of LGL and TR-News."""
_CLIP = 0.995
_SHOWN = 3
_LEAST = 0.2
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
    "publisher_near": "the publisher is near",
    "publisher_country": "the publisher is of its country",
    "near_sum": "the report's other places are near",
    "near_best": "the report's other places are near",
    "sited": "it lies where the text sets it",
}
_KINDS = ("country", "capital", "region", "district", "airfield", "area")


def reason_of(weighing: Weighing, belief: Array, number: int) -> str:
    """What spoke most for the likeliest place of a name against the next one, in one line."""
    rows = weighing.rows(number)
    candidates = weighing.names[number].candidates
    order = np.argsort(-belief[rows], kind="stable")
    if len(order) == 1:
        return "the only place of that name in the gazetteer"
    best, next_ = (candidates[int(i)] for i in order[:2])
    features = weighing.features(belief)[rows]
    gains = (features[order[0]] - features[order[1]]) * WEIGHTS
    said = dict.fromkeys(
        _said(FEATURES[int(i)], best, next_)
        for i in np.argsort(-gains, kind="stable")
        if gains[i] >= _LEAST
    )
    why = ", ".join(list(said)[:_SHOWN]) or "it is listed first"
    return f"rather than {_label(next_)}: {why}"


def _said(feature: str, best: Candidate, other: Candidate) -> str:
    if feature in _KINDS or feature in ("around_namesake", "compass_region"):
        return f"a {kind_of(best).value} rather than a {kind_of(other).value}"
    return _MORE[feature]


def _label(place: Candidate) -> str:
    return f"{place.name}, {place.country}" if place.country else place.name


def measures(weighing: Weighing, belief: Array, number: int) -> tuple[float, ...]:
    """What tells how sure the likeliest place of a name is, in the order of `MEASURES`."""
    rows = weighing.rows(number)
    candidates = weighing.names[number].candidates
    top = min(float(belief[rows].max()), _CLIP)
    best = weighing.own[rows][int(np.argmax(belief[rows]))]
    odds = log(top / (1 - top))
    return (
        odds if len(candidates) > 1 else 0.0,
        float(len(candidates) == 1),
        float(best[FEATURES.index("population")]),
        float(best[FEATURES.index("main")]),
        1.0,
    )


def confidence_of(weighing: Weighing, belief: Array, number: int) -> float:
    """The probability that the likeliest place of a name is the right one."""
    found = measures(weighing, belief, number)
    score = sum(weight * value for weight, value in zip(CALIBRATION, found, strict=True))
    return 1 / (1 + exp(-score))
