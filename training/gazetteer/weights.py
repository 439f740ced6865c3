"""Fits the weights of extract/places/choice.py on reports whose places are known.

    python training/gazetteer/weights.py shared/corpora/{trnews,lgl}.train.jsonl.gz \\
        --check shared/corpora/{trnews,lgl}.dev.jsonl.gz

A conditional log-linear model: of the candidates of each name the right one should weigh most; the
right ones are those of the gold GeoNames id, else the nearest to the gold point. What other names
tell depends on what those are believed to mean, so fitting and believing alternate. A weight that
the data leave open stays near `EXPECTED`: where "X, Y" stands, other evidence in these corpora
mostly says the same, and few reports there give distances.

Two weights are found only after that, each the one of `LATER` that makes all reports likeliest: few
homonyms stand in a list, too few to move what else tells them apart; and that the gazetteer lacks
what is meant then competes with the candidates, since names whose gold point is elsewhere would
blur that as well.

How far the model's probabilities are off how often it is right is told for reports left out of the
fit, and for those to `--check`: the expected calibration error over ten bins of equal size.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from functools import partial
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.extract.places.choice import FEATURES, Weighing
from onrecord.extract.places.decide import choice
from onrecord.extract.places.globe import Array, distances_km
from onrecord.extract.places.resolve import names_in, weighing_of
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Document, Span

EXPECTED = {"population": 1.0, "within": 1.5, "not_within": -1.5, "sited": 2.0, "unlisted": -50.0}
LATER = {"peer": np.arange(0.0, 1.01, 0.05), "unlisted": np.arange(4.0, 12.1, 0.5)}
ROUNDS = 3
PENALTY = 0.001
NEAR_KM = 40.0
NEAR_CENTRE_KM = 161.0
FOLDS = 5
BINS = 10

Gold = list[tuple[int, Array]]
Example = tuple[Weighing, Gold]


def right(candidates: tuple[Candidate, ...], place: dict[str, Any]) -> Array:
    """Ones for the candidates that are the gold place, zeros for the others."""
    same = np.array([c.geonames_id == place["geonames_id"] for c in candidates], float)
    if same.any():
        return same
    points = np.array([(c.lat, c.lon) for c in candidates])
    away = distances_km(points, np.array([[place["lat"], place["lon"]]]))[:, 0]
    limit = NEAR_CENTRE_KM if place["kind"] in ("PCLI", "ADM1") else NEAR_KM
    limits = np.maximum([c.radius_km for c in candidates], limit)
    return np.asarray((away <= np.minimum(limits, away.min() + 5)).astype(float))


def examples(path: Path, gazetteer: Gazetteer) -> Iterator[Example]:
    """Each report's candidates, and for each mention its name's number and the right ones."""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        row = json.loads(line)
        document = Document(row["id"], row["text"], publisher=row["publisher"], url=row["url"])
        spans = [Span(*place["span"]) for place in row["places"]]
        found = names_in(document.text, spans, gazetteer)
        weighing = weighing_of(document, found, gazetteer)
        gold = []
        for place, number in zip(row["places"], found.owner, strict=True):
            name = found.names[number]
            if place["lat"] is not None and name.candidates:
                gold.append((weighing.names.index(name), right(name.candidates, place)))
        if gold:
            yield weighing, gold


def fit(data: Sequence[Example]) -> Array:
    """The weights under which the right candidates are likeliest."""
    weights = np.array([EXPECTED.get(name, 0.0) for name in FEATURES])
    told = np.array([name not in LATER for name in FEATURES])
    for _ in range(ROUNDS):
        rows, targets, starts = [], [], [0]
        for weighing, gold in data:
            features = told * weighing.features(weighing.settle(weights))
            for number, target in gold:
                if target.any() and not target.all():
                    rows.append(features[weighing.rows(number)])
                    targets.append(target)
                    starts.append(starts[-1] + len(target))
        weights = climb(np.vstack(rows), np.concatenate(targets), np.array(starts), weights)
    for name, grid in LATER.items():
        every = (np.where(np.array(FEATURES) == name, weight, weights) for weight in grid)
        weights = max(every, key=partial(likelihood, data))
    return weights


def likelihood(data: Sequence[Example], weights: Array) -> float:
    """The logarithm of the probability of what is right, or of that nothing is."""
    total: float = 0.0
    for weighing, gold in data:
        belief = weighing.settle(weights)
        for number, target in gold:
            found = belief[weighing.rows(number)]
            chance = found @ target if target.any() else 1 - found.sum()
            total += log(max(float(chance), 1e-9))
    return total


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


def judged(data: Sequence[Example], weights: Array) -> tuple[Array, Array]:
    """How sure each choice of a place is, and whether it was right, that is, near a right one."""
    sure, good = [], []
    for weighing, gold in data:
        belief = weighing.settle(weights)
        for number, target in gold:
            found = choice(weighing, belief, number)
            if found.place is not None:
                points = np.array([(c.lat, c.lon) for c in weighing.names[number].candidates])
                away = distances_km(points, np.array([(found.place.lat, found.place.lon)]))[:, 0]
                sure.append(found.confidence)
                good.append(float(target[away <= NEAR_KM].any()))
    return np.array(sure), np.array(good)


def left_out(data: Sequence[Example]) -> tuple[Array, Array]:
    """As `judged`, each report by a fit without it and others."""
    parts = []
    for fold in range(FOLDS):
        others = [example for at, example in enumerate(data) if at % FOLDS != fold]
        parts.append(judged(data[fold::FOLDS], fit(others)))
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def told(name: str, found: tuple[Array, Array]) -> str:
    """The share of right choices, and the expected calibration error; per cent."""
    sure, good = found
    bins = np.array_split(np.argsort(sure, kind="stable"), BINS)
    off = sum(abs(sure[rows].mean() - good[rows].mean()) * len(rows) for rows in bins) / len(good)
    return (
        f"{name}: right {100 * good.mean():.1f} of {len(good)}, calibration error {100 * off:.1f}"
    )


def main() -> None:
    """Prints the weights as they stand in the package, and how far its probabilities hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("train", nargs="+", type=Path)
    parser.add_argument("--check", nargs="*", type=Path, default=[])
    asked = parser.parse_args()
    index = Gazetteer.open()
    data = [example for path in asked.train for example in examples(path, index)]
    weights = fit(data)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(told("left out of the fit", left_out(data)))
    for path in asked.check:
        print(told(path.name, judged(list(examples(path, index)), weights)))


if __name__ == "__main__":
    main()
