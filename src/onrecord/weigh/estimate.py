"""Shares with intervals, from a sample."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

__all__ = ["Agreement", "Share", "agreement", "mean_share", "wilson"]

_Z = NormalDist().inv_cdf(0.975)
_EVERYTHING = 1.0
"""Expected agreement of two people who only ever give one and the same answer."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share, 0 to 1, its 95 % interval, and of how many; None where nothing was seen."""

    value: float | None
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree: the share of same answers, and Cohen's kappa with its interval.

    `kappa` is None where chance alone would make them agree.
    """

    share: Share
    kappa: float | None
    low: float
    high: float


def wilson(share: float, size: float, count: int) -> Share:
    """A share of an (effective) sample size with Wilson's interval (1927); `count` is only told."""
    if size <= 0:
        return Share(None, 0.0, 1.0, count)
    spread = _Z * _Z / size
    centre = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / size + spread / (4 * size)) / (1 + spread)
    return Share(share, max(0.0, centre - half), min(1.0, centre + half), count)


def mean_share(values: Sequence[float], weights: Sequence[float]) -> Share:
    """The weighted mean of values from 0 to 1.

    The interval is Wilson's for the sample size that the weights leave (Kish 1965).
    """
    whole = sum(weights)
    if not whole:
        return Share(None, 0.0, 1.0, 0)
    mean = sum(v * w for v, w in zip(values, weights, strict=True)) / whole
    size = whole * whole / sum(weight * weight for weight in weights)
    return wilson(min(1.0, mean), size, len(values))


def agreement(pairs: Collection[tuple[object, object]]) -> Agreement | None:
    """How far the first and the second of each pair are the same (Cohen 1960); None of none."""
    if not pairs:
        return None
    size = len(pairs)
    seen = sum(one == other for one, other in pairs) / size
    lefts, rights = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(lefts[each] * rights[each] for each in lefts) / (size * size)
    share = wilson(seen, size, size)
    if chance >= _EVERYTHING:
        return Agreement(share, None, -1.0, 1.0)
    kappa = (seen - chance) / (1 - chance)
    half = _Z * sqrt(seen * (1 - seen) / size) / (1 - chance)
    return Agreement(share, kappa, max(-1.0, kappa - half), min(1.0, kappa + half))
