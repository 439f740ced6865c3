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

__all__ = ["BIO_LAYERS", "JUDGED", "POOLS", "WORD_LAYERS", "Decoded", "Decoder", "Reach"]

BIO_LAYERS = ("mention", "name", "toponym", "timex", "source", "cue", "content")
"""Layers of spans, in the order of the columns of the output `bio`."""
WORD_LAYERS = ("upos", "xpos", "entity", "event", "predicate", "polarity", "modality")
"""Layers with one label a word, in the order of the columns of the output `labels`."""
JUDGED = (*WORD_LAYERS, "head", "deprel")
"""Layers of words that have a score, in the order of `Decoded.confidence`."""
POOLS = ("plover", "mode", "police")
"""Layers that label sentences, in the order of the columns of the output `pools`; "commitment"
comes after them."""
_ONCE = frozenset(f"ARG{number}" for number in range(6))
"""Roles that one word at most has to a predicate: the surest."""
_ACROSS_SENTENCES = {"source", "cue", "content"}


@dataclass(frozen=True, slots=True)
class Reach:
    """The mention that `head` heads: words [begin, end), GUM's label; `score` is 0 to 1."""

    head: int
    begin: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one window holds; numbers of words are those of the window.

    `labels` has a list by word layer; `heads` is -1 for the root of a sentence; `confidence`
    [words, layers of JUDGED] is 0 to 1; `roles` are (predicate, argument, role, score); `vectors`
    [words, hidden] and `pools` [words, labels] are for the document pass.
    """

    labels: Mapping[str, list[str]]
    heads: list[int]
    deprels: list[str]
    confidence: npt.NDArray[np.float32]
    factuality: list[float]
    spans: Mapping[str, list[Piece]]
    spoken: list[Linked]
    roles: list[tuple[int, int, str, float]]
    mentions: list[Reach]
    vectors: npt.NDArray[np.float32]
    pools: npt.NDArray[np.float32]


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
        heads, deprels, sure = self._syntax(out, starts)
        return Decoded(
            labels,
            heads,
            deprels,
            np.concatenate([out["label_scores"], sure], axis=1),
            np.clip(out["factuality"], -3, 3).astype(float).tolist(),
            spans,
            attributions(spans, out["content"], out["cue"]),
            self._roles(out),
            _mentions(out, labels["entity"]),
            out["vectors"],
            out["pools"],
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
        out: Mapping[str, Any],
        starts: npt.NDArray[np.bool_],
    ) -> tuple[list[int], list[str], npt.NDArray[np.float32]]:
        """Heads, relations and the scores of both, [words, 2]."""
        arcs = out["arcs"]
        names = [self._labels["deprel"][i] for i in out["deprel"]]
        heads: list[int] = []
        begins = [*np.flatnonzero(starts).tolist(), len(starts)]
        for begin, end in itertools.pairwise(begins):
            own = tree(arcs[begin:end, begin:end])
            heads.extend(-1 if head < 0 else begin + head for head in own)
        words = np.arange(len(heads))
        sure = np.exp(arcs[words, np.where(np.array(heads) < 0, words, heads)])
        scores = np.stack([sure, out["deprel_scores"]], axis=1)
        for word, head in enumerate(heads):
            # The label was made for the best single head; where the tree took another, it may
            # contradict it, and the new one is as sure as the head.
            if (head < 0) != (names[word] == "root"):
                names[word] = "root" if head < 0 else "dep"
                scores[word, 1] = scores[word, 0]
        return heads, names, scores

    def _roles(self, out: Mapping[str, Any]) -> list[tuple[int, int, str, float]]:
        names = self._labels["role"]
        found: list[tuple[int, int, str, float]] = []
        rows = zip(out["predicates"].tolist(), out["roles"], out["role_scores"], strict=True)
        for predicate, row, scores in rows:
            surest: dict[str, float] = {}
            own = [(int(at), names[row[at]], float(scores[at])) for at in np.flatnonzero(row)]
            for _, role, score in own:
                surest[role] = max(score, surest.get(role, 0.0))
            found.extend(
                (predicate, argument, role, score)
                for argument, role, score in own
                if role not in _ONCE or score == surest[role]
            )
        return found


def _mentions(out: Mapping[str, Any], labels: Sequence[str]) -> list[Reach]:
    """A mention for each head: it reaches from the likeliest first word to the likeliest last."""
    column = WORD_LAYERS.index("entity")
    found: list[Reach] = []
    for head in (word for word, label in enumerate(labels) if label != "O"):
        first, last = out["starts"][head, : head + 1], out["ends"][head, head:]
        begin, end = int(first.argmax()), head + int(last.argmax())
        score = float(out["label_scores"][head, column] * first.max() * last.max())
        found.append(Reach(head, begin, end + 1, labels[head], score))
    return found
