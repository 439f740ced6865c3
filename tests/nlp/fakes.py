"""A bundle whose graphs are functions, for tests of what is made of their outputs."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from onrecord.nlp.bundle import Bundle

__all__ = ["LABELS", "Graph", "by_pair", "fake"]

LABELS: dict[str, tuple[str, ...]] = {
    "filler": ("O", "B-target", "I-target"),
    "incident": ("arson", "robbery"),
    "relation": ("none", "BelongsTo", "CoLocated"),
    "fact": ("none", "P17", "P27"),
    "plover": ("AID", "PROTEST"),
    "mode": ("none", "riot"),
    "police": ("ARREST", "KILL"),
}

Graph = Callable[[Mapping[str, np.ndarray]], list[np.ndarray]]


class _Session:
    """Runs a function; a graph is always fed the inputs that it names."""

    def __init__(self, graph: Graph, inputs: set[str]) -> None:
        self._graph, self._inputs = graph, inputs

    def run(self, names: None, fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        assert set(fed) == self._inputs
        return [np.array(out, np.float32) for out in self._graph(fed)]


def by_pair(labels: int, told: Mapping[tuple[int, int], list[float]]) -> Graph:
    """A graph that scores the pairs of `told` so and all others -9, or "none" 9 of several."""
    other = [-9.0] if labels == 1 else [9.0, *[0.0] * (labels - 1)]

    def graph(fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        rows = [told.get((one, two), other) for one, two in fed["pairs"].tolist()]
        return [np.array(rows, np.float32).reshape(-1, labels)]

    return graph


def _nothing(fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
    tags = np.tile(np.array([9, 0, 0], np.float32), (len(fed["vectors"]), 1))
    return [np.array([-9, -9], np.float32), tags]


def fake(bias: Mapping[str, float] | None = None, **graphs: Graph) -> Bundle:
    """A bundle with LABELS; a graph that is not given finds nothing."""
    pairs = {"vectors", "places", "pairs", "features"}
    whole: dict[str, Graph] = {
        "incidents": _nothing,
        "coreference": by_pair(1, {}),
        "relation": by_pair(3, {}),
        "fact": by_pair(3, {}),
    } | graphs
    inputs = {
        "incidents": {"vectors"},
        "fact": {"vectors", "places", "owned", "pairs", "orders"},
    }
    sessions: dict[str, Any] = {
        name: _Session(graph, inputs.get(name, pairs)) for name, graph in whole.items()
    }
    return Bundle(sessions, Tokenizer(WordLevel({})), LABELS, bias or {}, {}, {}, 192, "")
