"""Fits the weights of extract/places/choice.py on reports whose places are known.

    python training/gazetteer/weights.py shared/corpora/trnews.train.jsonl.gz ...

A conditional log-linear model: of the candidates of each name the right one should weigh most; the
right ones are those of the gold GeoNames id, else the nearest to the gold point. Nearness to other
names depends on what those are believed to mean, so fitting and believing alternate. A weight that
the data leave open stays near `EXPECTED`: where "X, Y" stands, other evidence in these corpora
mostly says the same.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.extract.places.choice import FEATURES, Weighing, distances_km
from onrecord.extract.places.resolve import context_of, names_in
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Document, Span

EXPECTED = {"population": 1.0, "within": 1.5, "not_within": -1.5}
ROUNDS = 3
PENALTY = 0.002
NEAR_KM = 40.0
NEAR_CENTRE_KM = 161.0

Array = NDArray[np.float64]
Gold = list[tuple[int, Array]]


def right(candidates: tuple[Candidate, ...], place: dict[str, Any]) -> Array:
    """Ones for the candidates that are the gold place, zeros for the others."""
    same = np.array([c.geonames_id == place["geonames_id"] for c in candidates], float)
    if same.any():
        return same
    points = np.array([(c.lat, c.lon) for c in candidates])
    away = distances_km(points, np.array([[place["lat"], place["lon"]]]))[:, 0]
    limit = NEAR_CENTRE_KM if place["kind"] in ("PCLI", "ADM1") else NEAR_KM
    return np.asarray((away <= min(limit, away.min() + 5)).astype(float))


def examples(path: Path, gazetteer: Gazetteer) -> Iterator[tuple[Weighing, Gold]]:
    """Each report's candidates, and for each name the right ones."""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        row = json.loads(line)
        document = Document(row["id"], row["text"], publisher=row["publisher"], url=row["url"])
        spans = [Span(*place["span"]) for place in row["places"]]
        names, owner = names_in(document.text, spans, gazetteer)
        weighing = Weighing(names, context_of(document, gazetteer))
        gold = []
        for place, number in zip(row["places"], owner, strict=True):
            if place["lat"] is not None and names[number].candidates:
                target = right(names[number].candidates, place)
                if target.any() and not target.all():
                    gold.append((weighing.names.index(names[number]), target))
        if gold:
            yield weighing, gold


def fit(data: list[tuple[Weighing, Gold]]) -> Array:
    """The weights under which the right candidates are likeliest."""
    weights = np.array([EXPECTED.get(name, 0.0) for name in FEATURES])
    for _ in range(ROUNDS):
        rows, targets, starts = [], [], [0]
        for weighing, gold in data:
            features = np.hstack([weighing.own, weighing.company(weighing.settle(weights))])
            for number, target in gold:
                rows.append(features[weighing.starts[number] : weighing.starts[number + 1]])
                targets.append(target)
                starts.append(starts[-1] + len(target))
        weights = climb(np.vstack(rows), np.concatenate(targets), np.array(starts), weights)
    return weights


def climb(features: Array, target: Array, starts: NDArray[np.int64], weights: Array) -> Array:
    """The optimum from `weights` on, for candidates grouped by `starts`."""
    expected = np.array([EXPECTED.get(name, 0.0) for name in FEATURES])
    first, owner = starts[:-1], np.repeat(np.arange(len(starts) - 1), np.diff(starts))

    def loss(weights: Array) -> tuple[float, Array]:
        score = features @ weights
        grown = np.exp(score - np.maximum.reduceat(score, first)[owner])
        whole, part = np.add.reduceat(grown, first), np.add.reduceat(grown * target, first)
        slope = features.T @ (grown / whole[owner] - grown * target / part[owner]) / len(first)
        off = weights - expected
        value = -np.log(part / whole).mean() + PENALTY * (off @ off) / 2
        return float(value), slope + PENALTY * off

    return np.asarray(minimize(loss, weights, jac=True, method="L-BFGS-B").x)


if __name__ == "__main__":
    index = Gazetteer.open()
    found = [example for path in sys.argv[1:] for example in examples(Path(path), index)]
    for name, weight in zip(FEATURES, fit(found), strict=True):
        print(f'    "{name}": {weight:.2f},')
