"""From scores of BIO labels to the best sequence that is one, and to its spans."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

__all__ = ["Piece", "best_path", "log_softmax", "spans_of"]

_NEVER = -1e9
_ROUNDING = 1e-3


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled run of words, half-open; `score` is the mean probability of its labels."""

    begin: int
    end: int
    label: str
    score: float


def log_softmax(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Log probabilities over the last axis."""
    shifted = scores - np.maximum.reduce(scores, axis=-1, keepdims=True)
    total = np.add.reduce(np.exp(shifted), axis=-1, keepdims=True)
    normal: npt.NDArray[np.float32] = shifted - np.log(total)
    return normal


@cache
def _openers(labels: tuple[str, ...]) -> tuple[int, ...]:
    """Of each label the one that opens its span: B-X of I-X, -1 of all others."""
    return tuple(
        labels.index(f"B-{label[2:]}") if label.startswith("I-") else -1 for label in labels
    )


def best_path(
    scores: npt.NDArray[np.float32], labels: tuple[str, ...], breaks: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """The best label of each word such that I-X stands only after B-X or I-X.

    `scores` are log probabilities [words, labels]; where `breaks` is true, no span goes on.
    """
    path: npt.NDArray[np.int64] = scores.argmax(axis=1).astype(np.int64)
    openers = _openers(labels)
    opener, before = np.array(openers)[path], np.concatenate([[0], path[:-1]])
    wrong = (opener >= 0) & (breaks | (before != path) & (before != opener))
    if wrong.any():
        apart = breaks | _never_inside(scores, path, openers, wrong)
        # Labels before and after such a word do not depend on each other.
        for begin, end in itertools.pairwise([0, *np.flatnonzero(apart[1:]) + 1, len(path)]):
            if wrong[begin:end].any():
                path[begin:end] = _unbroken(scores[begin:end].tolist(), openers)
    return path


def _never_inside(
    scores: npt.NDArray[np.float32],
    path: npt.NDArray[np.int64],
    openers: Sequence[int],
    wrong: npt.NDArray[np.bool_],
) -> npt.NDArray[np.bool_]:
    """The words that are I of nothing on the best valid path.

    Each wrong I-X can be made B-X by itself, so that the best valid path loses no more than that
    does against the best labels; a word that would lose more as any I is none.
    """
    starts, best = np.array(openers), scores[np.arange(len(path)), path]
    loss = (best[wrong] - scores[wrong, starts[path[wrong]]]).sum()
    lost: npt.NDArray[np.bool_] = best - scores[:, starts >= 0].max(axis=1) > loss + _ROUNDING
    return lost


def _unbroken(scores: Sequence[Sequence[float]], openers: Sequence[int]) -> list[int]:
    """The best valid path over words without a break between them (Viterbi 1967).

    Lists are faster here than arrays of so few labels.
    """
    first = zip(scores[0], openers, strict=True)
    total = [_NEVER if opener >= 0 else score for score, opener in first]
    steps: list[list[int]] = []
    for row in scores[1:]:
        best = total.index(max(total))
        step = [
            best if opener < 0 else (opener if total[opener] >= total[label] else label)
            for label, opener in enumerate(openers)
        ]
        total = [total[came] + score for came, score in zip(step, row, strict=True)]
        steps.append(step)
    path = [total.index(max(total))]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return path[::-1]


def spans_of(
    path: npt.NDArray[np.int64], scores: npt.NDArray[np.float32], labels: tuple[str, ...]
) -> list[Piece]:
    """The spans that a valid path marks."""
    openers, words = _openers(labels), path.tolist()
    sure = np.exp(scores[np.arange(len(words)), path])
    found: list[Piece] = []
    for begin in np.flatnonzero(path).tolist():
        if openers[words[begin]] >= 0:
            continue
        end = begin + 1
        while end < len(words) and openers[words[end]] >= 0:
            end += 1
        mean = np.add.reduce(sure[begin:end]) / (end - begin)
        found.append(Piece(begin, end, labels[words[begin]][2:], float(mean)))
    return found
