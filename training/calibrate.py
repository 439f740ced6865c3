"""Scores made probabilities, layer by layer, and how far they can be trusted.

Platt's sigmoid (1999) is fitted on the dev parts. How well it does is measured on documents it was
not fitted on: of ten parts, each is judged by the fit of the nine others. Labels of a layer have
intercepts of their own where that makes the held-out log loss less by a hundredth or more.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from onrecord.nlp.bundle import load_bundle
from onrecord.nlp.calibration import logit, platt
from onrecord.nlp.network import Network
from training.judge import Judged, judged

__all__ = [
    "BINS",
    "Fit",
    "Trust",
    "calibrate",
    "expected_error",
    "fitted",
    "reliability",
    "trust_of",
]

BINS = 10
"""Points of a reliability curve."""
_FEW = 100
"""Items without which the share right in a bin is known to five points at best."""
_GAIN = 0.99
"""The share of the log loss that intercepts of labels must leave at most."""
_PARTS = 10
_DRAWS, _SEED = 200, 1914
_Floats = npt.NDArray[np.float64]
_Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Fit:
    """sigmoid(slope x logit(score) + intercept + what the label adds)."""

    slope: float
    intercept: float
    offsets: dict[str, float] = field(default_factory=dict)

    def of(self, scores: _Floats, labels: Sequence[str]) -> _Floats:
        """Probabilities; a label without an offset adds nothing."""
        added = np.array([self.offsets.get(label, 0.0) for label in labels])
        return platt(scores, self.slope, self.intercept + added)


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the scores of a layer can be trusted, all from 0 to 1.

    `count` items were judged, a `share` of them right. `raw` and `error` are the expected
    calibration error before and after, `chance` what scores without any fault would show with as
    many items; `coarse` is the error over as many bins as have 100 items each, ten at most. `curve`
    has (mean confidence, share right) by tenth of the items, least sure first; `by_label` says
    whether labels have intercepts of their own.
    """

    count: int
    share: float
    raw: float
    error: float
    chance: float
    coarse: float
    curve: list[tuple[float, float]]
    by_label: bool = False


def calibrate(folder: Path, corpora: Path) -> dict[str, Trust]:
    """Fits the layers of the bundle in `folder` on the dev parts, and writes the fits into it."""
    bundle = replace(load_bundle(folder, threads=2), calibration={}, offsets={})
    layers: dict[str, list[Judged]] = {}
    for item in judged(Network(bundle), corpora):
        layers.setdefault(item.layer, []).append(item)
    trust = {layer: trust_of(items) for layer, items in sorted(layers.items())}
    fits = {layer: _fit(layers[layer], trust[layer].by_label) for layer in trust}
    path = folder / "labels.json"
    told = json.loads(path.read_text())
    told["calibration"] = {layer: (fit.slope, fit.intercept) for layer, fit in fits.items()}
    told["offsets"] = {layer: fit.offsets for layer, fit in fits.items() if fit.offsets}
    path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")
    return trust


def _fit(items: Sequence[Judged], by_label: bool) -> Fit:
    scores, right, labels = _columns(items)
    return fitted(scores, right, labels if by_label else ())


def fitted(scores: _Floats, right: _Truths, labels: Sequence[str] = ()) -> Fit:
    """Slope, never below 0, and intercept of the likeliest sigmoid, and what each of `labels` (one
    an item, or none at all) adds.

    The targets are drawn in from 0 and 1 as far as the number of items demands (Platt 1999), so
    that a layer without a fault has finite odds; what labels add is drawn to 0 by a normal prior
    of variance 1, so that rare ones stay near the layer. Where there is no item, scores stay as
    they are.
    """
    if not len(right):
        return Fit(1.0, 0.0)
    odds, good = logit(scores), int(right.sum())
    bad = len(right) - good
    goals = np.where(right, (good + 1) / (good + 2), 1 / (bad + 2))
    names = sorted(set(labels))
    own = np.searchsorted(names, labels) if names else np.zeros(len(odds), np.int64)
    count = len(names)

    def loss(fit: _Floats) -> tuple[float, _Floats]:
        added = fit[2:]
        sure = fit[0] * odds + fit[1] + (added[own] if count else 0.0)
        miss = np.exp(-np.logaddexp(0, -sure)) - goals
        told = float((np.logaddexp(0, sure) - goals * sure).sum() + (added**2).sum() / 2)
        slopes = np.bincount(own, miss, count)[:count] + added
        down = np.concatenate([[(miss * odds).sum(), miss.sum()], slopes])
        return told / len(odds), down / len(odds)

    start = np.concatenate([[1.0], np.zeros(1 + count)])
    bounds = [(0, None), *[(None, None)] * (1 + count)]
    found = [round(float(x), 4) for x in minimize(loss, start, jac=True, bounds=bounds).x]
    return Fit(found[0], found[1], dict(zip(names, found[2:], strict=True)))


def reliability(chances: _Floats, right: _Truths) -> list[tuple[float, float]]:
    """(mean confidence, share right) of tenths of the items, least sure first."""
    return [(float(chances[part].mean()), float(right[part].mean())) for part in _bins(chances)]


def expected_error(chances: _Floats, right: _Truths, bins: int = BINS) -> float:
    """Expected calibration error (Guo et al. 2017), over `bins` of equal count."""
    parts = _bins(chances, bins)
    gaps = [abs(chances[part].mean() - right[part].mean()) for part in parts]
    return float(np.average(gaps, weights=[part.sum() for part in parts]))


def _bins(chances: _Floats, bins: int = BINS) -> list[_Truths]:
    """Which items each bin holds; items that are as sure as each other are never parted."""
    below = np.searchsorted(np.sort(chances), chances)
    number = below * bins // len(chances)
    return [number == tenth for tenth in np.unique(number)]


def trust_of(items: Iterable[Judged]) -> Trust:
    """How the items do, each by the fit of the parts that its document is not in."""
    kept = list(items)
    scores, right, labels = _columns(kept)
    sure, own = (_held_out(kept, by_label) for by_label in (False, True))
    by_label = len(set(labels)) > 1 and _loss(own, right) <= _GAIN * _loss(sure, right)
    sure = own if by_label else sure
    return Trust(
        len(kept),
        float(right.mean()),
        expected_error(scores, right),
        expected_error(sure, right),
        _by_chance(sure),
        expected_error(sure, right, min(BINS, max(1, len(kept) // _FEW))),
        reliability(sure, right),
        by_label,
    )


def _held_out(items: Sequence[Judged], by_label: bool) -> _Floats:
    """The probability of each item by the fit of the other parts."""
    parts = _parts([item.document for item in items])
    sure = np.full(len(items), np.nan)
    for part in set(parts.tolist()):
        fit = _fit([x for x, own in zip(items, parts, strict=True) if own != part], by_label)
        held = parts == part
        scores, _, labels = _columns(x for x, own in zip(items, held, strict=True) if own)
        sure[held] = fit.of(scores, labels)
    return sure


def _loss(sure: _Floats, right: _Truths) -> float:
    """The mean log loss."""
    return -float(np.log(np.where(right, sure, 1 - sure)).mean())


def _columns(items: Iterable[Judged]) -> tuple[_Floats, _Truths, list[str]]:
    rows = [(item.score, item.right, item.label) for item in items]
    scores = np.array([score for score, _, _ in rows], float)
    return scores, np.array([ok for _, ok, _ in rows], bool), [label for _, _, label in rows]


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
