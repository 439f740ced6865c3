"""From scores of BIO labels to the best sequence that is one, and to its spans."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Piece", "best_path", "log_softmax", "spans_of"]

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled run of words, half-open; `score` is the mean probability of its labels."""

    begin: int
    end: int
    label: str
    score: float


def log_softmax(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normal: npt.NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normal


def _follows(labels: Sequence[str]) -> npt.NDArray[np.bool_]:
    """[label, next label]: whether the next may stand after it within a span's reach."""
    allowed = np.ones((len(labels), len(labels)), bool)
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            kin = {f"B-{label[2:]}", label}
            allowed[:, after] = [before in kin for before in labels]
    return allowed


def best_path(
    scores: npt.NDArray[np.float32], labels: Sequence[str], breaks: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """The best label of each word such that I-X stands only after B-X or I-X.

    `scores` are log probabilities [words, labels]; where `breaks` is true, no span goes on.
    """
    greedy: npt.NDArray[np.int64] = scores.argmax(axis=1).astype(np.int64)
    inside = np.array([label.startswith("I-") for label in labels])
    allowed = _follows(labels)
    before = np.concatenate([[0], greedy[:-1]])
    if not np.any(inside[greedy] & (breaks | ~allowed[before, greedy])):
        return greedy
    cost = np.where(allowed, 0.0, _NEVER)
    stopped = np.where(inside, _NEVER, 0.0)
    total = scores[0] + stopped
    back = np.zeros(scores.shape, np.int64)
    for word in range(1, len(scores)):
        paths = total[:, None] + cost
        back[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[word] + (stopped if breaks[word] else 0.0)
    path = [int(total.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return np.array(path[::-1], np.int64)


def spans_of(
    path: npt.NDArray[np.int64], scores: npt.NDArray[np.float32], labels: Sequence[str]
) -> list[Piece]:
    """The spans that a valid path marks."""
    found: list[Piece] = []
    for begin in (int(word) for word in np.flatnonzero(path)):
        if not labels[path[begin]].startswith("B-"):
            continue
        end = begin + 1
        while end < len(path) and labels[path[end]].startswith("I-"):
            end += 1
        sure = np.exp(scores[np.arange(begin, end), path[begin:end]]).mean()
        found.append(Piece(begin, end, labels[path[begin]][2:], float(sure)))
    return found
