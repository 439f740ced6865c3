"""The network's label sets, learned from the training documents, and labels as numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from training.text import Text

__all__ = ["IGNORED", "LAYERS", "POOLS", "WORD_LAYERS", "Scheme", "learned"]

IGNORED = -100
LAYERS = ("mention", "name", "toponym", "timex", "source", "cue", "content")
WORD_LAYERS = ("upos", "xpos", "lemma", "entity", "event", "predicate", "polarity", "modality")
POOLS = ("plover", "mode", "police")
"""Layers with labels of passages, found from scores of their words."""
_RARE_ROLE, _RARE_LEMMA = 30, 3


@dataclass(frozen=True, slots=True)
class Scheme:
    """Labels by layer, in the order of the network's outputs.

    BIO layers list O first, then B- and I- of each label in turn; `role`, `relation` and `fact`
    list "none" first.
    """

    labels: dict[str, list[str]]

    def bio(self, layer: str, spans: Iterable[tuple[int, int, str]], size: int) -> np.ndarray:
        """BIO label numbers of `size` words."""
        index = {label: i for i, label in enumerate(self.labels[layer])}
        numbers = np.zeros(size, np.int64)
        for begin, end, label in spans:
            numbers[begin:end] = index[f"I-{label}"]
            numbers[begin] = index[f"B-{label}"]
        return numbers

    def numbers(self, layer: str, labels: Sequence[Any]) -> np.ndarray:
        """Label numbers; IGNORED where a label is unknown or too rare to be in the set."""
        index = {label: i for i, label in enumerate(self.labels[layer])}
        return np.array([index.get(label, IGNORED) for label in labels], np.int64)


def learned(texts: Iterable[Text]) -> Scheme:
    """The label sets of `texts`, sorted."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        for layer, spans in text.labels.spans.items():
            seen.setdefault(layer, Counter()).update(label for _, _, label in spans)
        for arguments in text.labels.roles.values():
            seen.setdefault("role", Counter()).update(arguments.values())
        for layer in (*WORD_LAYERS, "deprel"):
            values = text.labels.words.get(layer, ())
            seen.setdefault(layer, Counter()).update(v for v in values if v is not None)
        for layer in POOLS:
            seen.setdefault(layer, Counter()).update(_pooled(text, layer))
        seen.setdefault("relation", Counter()).update((text.labels.relations or {}).values())
        seen.setdefault("fact", Counter()).update(f for _, _, f in text.labels.facts or ())
        seen.setdefault("incident", Counter()).update(text.labels.incidents or ())
    return Scheme({layer: _listed(layer, counts) for layer, counts in seen.items()})


def _pooled(text: Text, layer: str) -> list[str]:
    told = [label for _, _, label in text.labels.pools.get(layer, ())]
    return [one for label in told for one in ([label] if isinstance(label, str) else label)]


def _listed(layer: str, counts: Counter[str]) -> list[str]:
    if layer in LAYERS or layer == "filler":
        return ["O", *(f"{mark}-{label}" for label in sorted(counts) for mark in "BI")]
    if layer in ("role", "relation", "fact"):
        least = _RARE_ROLE if layer == "role" else 1
        return ["none", *sorted(label for label, n in counts.items() if n >= least)]
    rare = _RARE_LEMMA if layer == "lemma" else 1
    kept = sorted(label for label, n in counts.items() if n >= rare and label != "O")
    return ["O", *kept] if "O" in counts else kept
