"""From the outputs of one window to labels, trees, roles and attributions."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.nlp.bio import Piece, best_path, log_softmax, spans_of
from onrecord.nlp.spoken import Linked, attributions
from onrecord.nlp.tree import tree

__all__ = ["BIO_LAYERS", "WORD_LAYERS", "Decoded", "Decoder"]

BIO_LAYERS = ("mention", "name", "toponym", "timex", "source", "cue", "content")
"""Layers of spans, in the order of the columns of the output `bio`."""
WORD_LAYERS = ("upos", "xpos", "entity", "event", "predicate")
"""Layers with one label a word, in the order of the columns of the output `labels`."""
_ACROSS_SENTENCES = {"source", "cue", "content"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one window holds; numbers of words are those of the window.

    `labels` has a list by word layer; `heads` is -1 for the root of a sentence; `roles` are
    (predicate, argument, role, score).
    """

    labels: Mapping[str, list[str]]
    heads: list[int]
    deprels: list[str]
    factuality: list[float]
    spans: Mapping[str, list[Piece]]
    spoken: list[Linked]
    roles: list[tuple[int, int, str, float]]


class Decoder:
    """Reads a window's outputs with the labels of one bundle."""

    def __init__(self, labels: Mapping[str, tuple[str, ...]], bias: Mapping[str, float]) -> None:
        self._labels, self._bias = labels, bias

    def decode(self, out: Mapping[str, Any], sentences: Sequence[int]) -> Decoded:
        """`out` maps output names to arrays of one window; `sentences` has a number a word."""
        numbers = np.array(sentences)
        starts = np.append(True, numbers[1:] != numbers[:-1])
        labels = {
            layer: [self._labels[layer][i] for i in out["labels"][:, column]]
            for column, layer in enumerate(WORD_LAYERS)
        }
        spans = self._spans(out["bio"], starts)
        heads, deprels = self._syntax(out["arcs"], out["deprel"], starts)
        return Decoded(
            labels,
            heads,
            deprels,
            np.clip(out["factuality"], -3, 3).astype(float).tolist(),
            spans,
            attributions(spans, out["content"], out["cue"]),
            self._roles(out, labels["predicate"]),
        )

    def _spans(
        self, scores: npt.NDArray[np.float32], starts: npt.NDArray[np.bool_]
    ) -> dict[str, list[Piece]]:
        found: dict[str, list[Piece]] = {}
        column = 0
        for layer in BIO_LAYERS:
            labels = self._labels[layer]
            own = scores[:, column : column + len(labels)].copy()
            column += len(labels)
            own[:, 0] -= self._bias.get(layer, 0.0)
            sure = log_softmax(own)
            breaks = np.zeros_like(starts) if layer in _ACROSS_SENTENCES else starts
            found[layer] = spans_of(best_path(sure, labels, breaks), sure, labels)
        return found

    def _syntax(
        self,
        arcs: npt.NDArray[np.float32],
        deprel: npt.NDArray[np.int64],
        starts: npt.NDArray[np.bool_],
    ) -> tuple[list[int], list[str]]:
        names = [self._labels["deprel"][i] for i in deprel]
        heads: list[int] = []
        begins = [*np.flatnonzero(starts).tolist(), len(starts)]
        for begin, end in itertools.pairwise(begins):
            own = tree(arcs[begin:end, begin:end])
            heads.extend(-1 if head < 0 else begin + head for head in own)
        for word, head in enumerate(heads):
            # The label was made for the best single head; where the tree took another, it may
            # contradict it.
            if head < 0:
                names[word] = "root"
            elif names[word] == "root":
                names[word] = "dep"
        return heads, names

    def _roles(
        self, out: Mapping[str, Any], predicates: list[str]
    ) -> list[tuple[int, int, str, float]]:
        names = self._labels["role"]
        found: list[tuple[int, int, str, float]] = []
        for predicate, mark in enumerate(predicates):
            if mark == "O":
                continue
            row = out["roles"][predicate]
            for argument in (int(word) for word in np.flatnonzero(row)):
                score = float(out["role_scores"][predicate, argument])
                found.append((predicate, argument, names[row[argument]], score))
        return found
