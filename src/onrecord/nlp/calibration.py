"""Scores of the network turned into probabilities of being right."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def platt(
    scores: npt.ArrayLike, slope: float, intercept: float | npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """sigmoid(slope * logit(score) + intercept) (Platt 1999)."""
    chances: npt.NDArray[np.float64] = np.exp(
        -np.logaddexp(0.0, -(slope * logit(scores) + intercept))
    )
    return chances


class Calibration:
    """Slope and intercept by layer, and what is added for a label; the scores of any other layer
    stay as they are."""

    def __init__(
        self,
        fits: Mapping[str, tuple[float, float]],
        offsets: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        self._fits, self._offsets = fits, offsets or {}

    def of(self, layer: str, scores: npt.ArrayLike, labels: Iterable[str] = ()) -> list[float]:
        """The probability that what stands at each score is right; `labels` has one a score, if
        things of the layer have labels."""
        fit, own = self._fits.get(layer), self._offsets.get(layer)
        if fit is None:
            sure = np.asarray(scores, np.float64)
        elif own:
            added = np.array([own.get(label, 0.0) for label in labels])
            sure = platt(scores, fit[0], fit[1] + added)
        else:
            sure = platt(scores, *fit)
        found: list[float] = sure.tolist()
        return found

    def made(
        self, layer: str, kind: Callable[..., _Made], rows: Sequence[tuple[Any, ...]]
    ) -> tuple[_Made, ...]:
        """A `kind` of each row; the score, in the last place, is made a probability. The label, if
        there is one, stands before it."""
        sure = self.of(layer, [row[-1] for row in rows], (row[-2] for row in rows))
        return tuple(kind(*row[:-1], chance) for row, chance in zip(rows, sure, strict=True))
