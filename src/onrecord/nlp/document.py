"""The document pass: what is read from the words of all windows of a report together."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.nlp.bio import Piece, best_path, log_softmax, spans_of
from onrecord.nlp.bundle import Bundle
from onrecord.nlp.pairs import SAME_BOTH_WAYS, Extent, antecedents, features, near, orders

__all__ = ["DocumentPass"]

_Floats = npt.NDArray[np.float32]
_Ints = npt.NDArray[np.int64]
_AT_ONCE, _FACTS_AT_ONCE = 16384, 512
"""Pairs of mentions, and of entities, that are scored at a time, which bounds memory."""


class DocumentPass:
    """Runs the document's graphs over `vectors` [words, hidden] of `words`."""

    def __init__(self, bundle: Bundle, vectors: _Floats, words: Sequence[str]) -> None:
        self._bundle, self._vectors, self._words = bundle, vectors, words

    def incidents(self) -> tuple[dict[str, float], list[Piece]]:
        """The probability of each kind of incident, and the fillers of their roles."""
        kinds, scores = self._run("incidents", {"vectors": self._vectors})
        labels = self._bundle.labels["filler"]
        scores[:, 0] -= self._bundle.bias.get("filler", 0.0)
        sure = log_softmax(scores)
        path = best_path(sure, labels, np.zeros(len(sure), bool))
        chances = (1 / (1 + np.exp(-kinds))).tolist()
        told = dict(zip(self._bundle.labels["incident"], chances, strict=True))
        return told, spans_of(path, sure, labels)

    def entities(self, mentions: Sequence[Extent]) -> list[tuple[int, float]]:
        """For each mention the number of its entity, and how sure the choice of its antecedent.

        `mentions` are in text order; each hangs on its best antecedent, or on none if that scores
        below 0 (Lee et al. 2017).
        """
        pairs = antecedents([self._words[mention.head] for mention in mentions])
        scores = self._scored("coreference", mentions, pairs)[:, 0]
        scores = scores + self._bundle.bias.get("coreference", 0.0)
        edges = np.searchsorted(pairs[:, 0], np.arange(len(mentions) + 1))
        sizes = np.diff(edges)
        chosen = np.zeros(len(mentions), np.int64)
        sure = np.zeros(len(mentions), np.float32)
        for size in np.unique(sizes).tolist():
            alike = np.flatnonzero(sizes == size)
            own = scores[edges[alike][:, None] + np.arange(size)]
            chances = np.exp(log_softmax(np.pad(own, ((0, 0), (0, 1)))))
            chosen[alike] = chances.argmax(axis=1)
            sure[alike] = chances.max(axis=1)
        found: list[tuple[int, float]] = []
        for number, chance in enumerate(sure.tolist()):
            alone = chosen[number] == sizes[number]
            before = number if alone else int(pairs[edges[number] + chosen[number], 1])
            found.append((number if alone else found[before][0], chance))
        return found

    def relations(self, mentions: Sequence[Extent]) -> list[tuple[int, int, str, float]]:
        """(from mention, to mention, re3d's label, probability), at most one for two mentions."""
        labels = self._bundle.labels["relation"]
        pairs = near(mentions)
        scores = self._scored("relation", mentions, pairs)
        scores[:, 0] -= self._bundle.bias.get("relation", 0.0)
        sure = np.exp(log_softmax(scores))
        best: dict[tuple[int, int], tuple[float, int, int, str]] = {}
        for row in np.flatnonzero(sure.argmax(axis=1)).tolist():
            one, other = pairs[row].tolist()
            label, chance = labels[int(sure[row].argmax())], float(sure[row].max())
            if label in SAME_BOTH_WAYS and one > other:
                one, other = other, one
            key = (min(one, other), max(one, other))
            best[key] = max(best.get(key, (0.0, 0, 0, "")), (chance, one, other, label))
        return [(one, other, label, chance) for chance, one, other, label in best.values()]

    def facts(self, entities: Sequence[Sequence[Extent]]) -> list[tuple[int, int, str, float]]:
        """(head entity, tail entity, Wikidata property, probability); each entity its mentions.

        A label counts where it scores above "none" (ATLOP, Zhou et al. 2021). An entity without
        mentions is in no fact.
        """
        labels = self._bundle.labels["fact"]
        numbers = [number for number, entity in enumerate(entities) if entity]
        held = [entities[number] for number in numbers]
        pairs = np.argwhere(~np.eye(len(held), dtype=bool)).astype(np.int64)
        if not len(pairs):
            return []
        scores = self._related(held, pairs)
        above = scores - scores[:, :1] - self._bundle.bias.get("fact", 0.0)
        above[:, 0] = -np.inf
        rows, columns = np.nonzero(above > 0)
        chances = 1 / (1 + np.exp(-above[rows, columns]))
        ends = ((numbers[one], numbers[other]) for one, other in pairs[rows].tolist())
        found = zip(ends, columns.tolist(), chances.tolist(), strict=True)
        return [(*pair, labels[label], chance) for pair, label, chance in found]

    def _related(self, entities: Sequence[Sequence[Extent]], pairs: _Ints) -> _Floats:
        """Scores [pairs, labels] of pairs of entities, each with mentions."""
        mentions = [mention for entity in entities for mention in entity]
        owner = np.repeat(np.arange(len(entities)), [len(entity) for entity in entities])
        owned = (np.arange(len(entities))[:, None] == owner).astype(np.float32)
        whole = {"vectors": self._vectors, "places": _places(mentions), "owned": owned}
        told = orders(entities, pairs)
        parts = []
        for begin in range(0, len(pairs), _FACTS_AT_ONCE):
            cut = slice(begin, begin + _FACTS_AT_ONCE)
            parts.extend(self._run("fact", whole | {"pairs": pairs[cut], "orders": told[cut]}))
        return np.concatenate(parts)

    def _scored(self, graph: str, mentions: Sequence[Extent], pairs: _Ints) -> _Floats:
        """Scores [pairs, labels] of pairs of mentions."""
        width = max(1, len(self._bundle.labels.get(graph, ())))
        if not len(pairs):
            return np.zeros((0, width), np.float32)
        places = _places(mentions)
        told = features(mentions, self._words, pairs)
        parts = []
        for begin in range(0, len(pairs), _AT_ONCE):
            cut = slice(begin, begin + _AT_ONCE)
            fed = {"places": places, "pairs": pairs[cut], "features": told[cut]}
            parts.extend(self._run(graph, {"vectors": self._vectors, **fed}))
        return np.concatenate(parts)

    def _run(self, graph: str, fed: Mapping[str, Any]) -> list[_Floats]:
        found: list[_Floats] = self._bundle.sessions[graph].run(None, dict(fed))
        return found


def _places(mentions: Sequence[Extent]) -> _Ints:
    """[mentions, 3]: the first, the last and the head word of each."""
    return np.array([(m.begin, m.end - 1, m.head) for m in mentions], np.int64)
