"""Fits the ranker of places, and how sure its choices are, on reports whose places are known.

    python training/gazetteer/weights.py shared/corpora/{trnews,lgl}.train.jsonl.gz \\
        --check shared/corpora/{trnews,lgl}.dev.jsonl.gz

A conditional log-linear model: of the candidates of each name the right one should weigh most; the
right ones are those of the gold GeoNames id, else the nearest to the gold point. What other names
tell depends on what those are believed to mean, so fitting and believing alternate. A weight that
the data leave open stays near `EXPECTED`: where "X, Y" stands, other evidence in these corpora
mostly says the same, and few reports there give distances.

How sure a choice is, is fitted on the same reports, each judged by weights of a fit without it.
`--check` tells how far these probabilities are off on other reports: the expected calibration error
over ten bins of equal size.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.extract.places.choice import FEATURES, WEIGHTS, Weighing
from onrecord.extract.places.globe import Array, distances_km
from onrecord.extract.places.reason import CALIBRATION, MEASURES, measures
from onrecord.extract.places.resolve import names_in, weighing_of
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Document, Span

EXPECTED = {"population": 1.0, "within": 1.5, "not_within": -1.5, "sited": 3.0}
ROUNDS = 3
PENALTY = 0.002
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
    return np.asarray((away <= min(limit, away.min() + 5)).astype(float))


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
    for _ in range(ROUNDS):
        rows, targets, starts = [], [], [0]
        for weighing, gold in data:
            features = weighing.features(weighing.settle(weights))
            for number, target in gold:
                if target.any() and not target.all():
                    rows.append(features[weighing.rows(number)])
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


def judged(data: Sequence[Example], weights: Array) -> tuple[Array, Array]:
    """What tells how sure each choice is (n, k), and whether it was right (n)."""
    known, good = [], []
    for weighing, gold in data:
        belief = weighing.settle(weights)
        for number, target in gold:
            known.append(measures(weighing, belief, number))
            good.append(target[int(np.argmax(belief[weighing.rows(number)]))])
    return np.array(known), np.array(good)


def calibrated(data: Sequence[Example]) -> Array:
    """The weights of a logistic model of whether a choice is right."""
    folds = [data[fold::FOLDS] for fold in range(FOLDS)]
    parts = []
    for fold, held_out in enumerate(folds):
        others = [example for at, part in enumerate(folds) if at != fold for example in part]
        parts.append(judged(held_out, fit(others)))
    known = np.vstack([part[0] for part in parts])
    good = np.concatenate([part[1] for part in parts])

    def loss(weights: Array) -> tuple[float, Array]:
        score = known @ weights
        off = 1 / (1 + np.exp(-score)) - good
        value = np.logaddexp(0, score).sum() - good @ score
        return float(value / len(good)), np.asarray(known.T @ off / len(good))

    return np.asarray(minimize(loss, np.zeros(len(MEASURES)), jac=True, method="L-BFGS-B").x)


def error_of(data: Sequence[Example], weights: Array, calibration: Array) -> tuple[float, float]:
    """The expected calibration error of the choices, and the share of right ones; per cent."""
    known, good = judged(data, weights)
    sure = 1 / (1 + np.exp(-known @ calibration))
    bins = np.array_split(np.argsort(sure), BINS)
    off = [abs(sure[rows].mean() - good[rows].mean()) * len(rows) for rows in bins]
    return 100 * sum(off) / len(good), 100 * float(good.mean())


def main() -> None:
    """Prints the weights as they stand in the package, then the error on what is to check."""
    parser = argparse.ArgumentParser()
    parser.add_argument("train", nargs="+", type=Path)
    parser.add_argument("--check", nargs="*", type=Path, default=[])
    told = parser.parse_args()
    index = Gazetteer.open()
    data = [example for path in told.train for example in examples(path, index)]
    weights, calibration = fit(data), calibrated(data)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("CALIBRATION =", tuple(round(float(weight), 2) for weight in calibration))
    for path in told.check:
        found = list(examples(path, index))
        for words, pair in (("now", (weights, calibration)), ("kept", (WEIGHTS, CALIBRATION))):
            off, good = error_of(found, pair[0], np.array(pair[1]))
            print(f"{path.name}, {words}: calibration error {off:.1f}, right {good:.1f}")


if __name__ == "__main__":
    main()
