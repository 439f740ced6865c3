"""Scores of the network turned into probabilities of being right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

__all__ = ["Calibration", "logit", "platt"]

_EDGE = 1e-6
"""How near to 0 and 1 a score is told apart."""
_Made = TypeVar("_Made")


def logit(scores: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Log odds of scores from 0 to 1."""
    kept = np.clip(np.asarray(scores, np.float64), _EDGE, 1 - _EDGE)
    odds: npt.NDArray[np.float64] = np.log(kept) - np.log1p(-kept)
    return odds


def platt(scores: npt.ArrayLike, slope: float, intercept: float) -> npt.NDArray[np.float64]:
    """sigmoid(slope * logit(score) + intercept) (Platt 1999)."""
    chances: npt.NDArray[np.float64] = np.exp(
        -np.logaddexp(0.0, -(slope * logit(scores) + intercept))
    )
    return chances


class Calibration:
    """Slope and intercept by layer; the scores of any other layer stay as they are."""

    def __init__(self, fits: Mapping[str, tuple[float, float]]) -> None:
        self._fits = fits

    def of(self, layer: str, scores: npt.ArrayLike) -> list[float]:
        """The probability that what stands at each score is right."""
        fit = self._fits.get(layer)
        sure = np.asarray(scores, np.float64) if fit is None else platt(scores, *fit)
        found: list[float] = sure.tolist()
        return found

    def made(
        self, layer: str, kind: Callable[..., _Made], rows: Sequence[tuple[Any, ...]]
    ) -> tuple[_Made, ...]:
        """A `kind` of each row; the score, in the last place, is made a probability."""
        sure = self.of(layer, [row[-1] for row in rows])
        return tuple(kind(*row[:-1], chance) for row, chance in zip(rows, sure, strict=True))
