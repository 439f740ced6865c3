"""Scores made probabilities, layer by layer, and how far they can be trusted.

Platt's sigmoid (1999) is fitted on the dev parts. How well it does is measured on documents it was
not fitted on: of ten parts, each is judged by the fit of the nine others.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from onrecord.nlp.bundle import load_bundle
from onrecord.nlp.calibration import logit, platt
from onrecord.nlp.network import Network
from training.judge import Judged, judged

__all__ = ["BINS", "Trust", "calibrate", "expected_error", "fitted", "reliability", "trust_of"]

BINS = 10
"""Points of a reliability curve."""
_PARTS = 10
_DRAWS, _SEED = 200, 1914
_Floats = npt.NDArray[np.float64]
_Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the scores of a layer can be trusted, all from 0 to 1.

    `count` items were judged, a `share` of them right. `raw` and `error` are the expected
    calibration error before and after, `chance` what scores without any fault would show with as
    many items. `curve` has (mean confidence, share right) by tenth of the items, least sure first.
    """

    count: int
    share: float
    raw: float
    error: float
    chance: float
    curve: list[tuple[float, float]]


def calibrate(folder: Path, corpora: Path) -> dict[str, Trust]:
    """Fits the layers of the bundle in `folder` on the dev parts, and writes the fits into it."""
    network = Network(replace(load_bundle(folder, threads=2), calibration={}))
    layers: dict[str, list[Judged]] = {}
    for item in judged(network, corpora):
        layers.setdefault(item.layer, []).append(item)
    path = folder / "labels.json"
    told = json.loads(path.read_text())
    told["calibration"] = {
        layer: fitted(*_columns(items)) for layer, items in sorted(layers.items())
    }
    path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")
    return {layer: trust_of(items) for layer, items in sorted(layers.items())}


def fitted(scores: _Floats, right: _Truths) -> tuple[float, float]:
    """Slope, never below 0, and intercept of the likeliest sigmoid.

    The targets are drawn in from 0 and 1 as far as the number of items demands (Platt 1999), so
    that a layer without a fault has finite odds. Where there is no item, scores stay as they are.
    """
    if not len(right):
        return 1.0, 0.0
    odds, good = logit(scores), int(right.sum())
    bad = len(right) - good
    goals = np.where(right, (good + 1) / (good + 2), 1 / (bad + 2))

    def loss(fit: _Floats) -> tuple[float, _Floats]:
        sure = fit[0] * odds + fit[1]
        miss = np.exp(-np.logaddexp(0, -sure)) - goals
        told = np.logaddexp(0, sure) - goals * sure
        return float(told.mean()), np.array([(miss * odds).mean(), miss.mean()])

    found = minimize(loss, np.array([1.0, 0.0]), jac=True, bounds=[(0, None), (None, None)])
    return round(float(found.x[0]), 4), round(float(found.x[1]), 4)


def reliability(chances: _Floats, right: _Truths) -> list[tuple[float, float]]:
    """(mean confidence, share right) of tenths of the items, least sure first."""
    return [(float(chances[part].mean()), float(right[part].mean())) for part in _bins(chances)]


def expected_error(chances: _Floats, right: _Truths) -> float:
    """Expected calibration error (Guo et al. 2017), over bins of equal count."""
    gaps = [abs(said - was) for said, was in reliability(chances, right)]
    return float(np.average(gaps, weights=[part.sum() for part in _bins(chances)]))


def _bins(chances: _Floats) -> list[_Truths]:
    """Which items each bin holds; items that are as sure as each other are never parted."""
    below = np.searchsorted(np.sort(chances), chances)
    number = below * BINS // len(chances)
    return [number == tenth for tenth in np.unique(number)]


def trust_of(items: Iterable[Judged]) -> Trust:
    """How the items do, each by the fit of the parts that its document is not in."""
    kept = list(items)
    scores, right = _columns(kept)
    parts = _parts([item.document for item in kept])
    sure = np.full(len(kept), np.nan)
    for part in set(parts.tolist()):
        held = parts == part
        sure[held] = platt(scores[held], *fitted(scores[~held], right[~held]))
    return Trust(
        len(kept),
        float(right.mean()),
        expected_error(scores, right),
        expected_error(sure, right),
        _by_chance(sure),
        reliability(sure, right),
    )


def _columns(items: Iterable[Judged]) -> tuple[_Floats, _Truths]:
    rows = [(item.score, item.right) for item in items]
    return np.array([score for score, _ in rows], float), np.array([ok for _, ok in rows], bool)


def _parts(names: list[str]) -> npt.NDArray[np.int64]:
    """The part of each document: dealt out in the order of the digests of their names."""
    order = sorted(set(names), key=lambda name: hashlib.sha256(name.encode()).digest())
    dealt = {name: place % _PARTS for place, name in enumerate(order)}
    return np.array([dealt[name] for name in names])


def _by_chance(sure: _Floats) -> float:
    """The expected error where items are right just as often as they are said to be."""
    rng = np.random.default_rng(_SEED)
    draws = (rng.random(len(sure)) < sure for _ in range(_DRAWS))
    return float(np.mean([expected_error(sure, draw) for draw in draws]))
