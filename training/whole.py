"""Labels of whole documents as numbers: pairs of mentions, incidents, fillers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from onrecord.nlp.pairs import SAME_BOTH_WAYS, antecedents, features, near, orders
from training.scheme import Scheme
from training.text import Labels, Text

__all__ = ["Facts", "Pairs", "Whole", "whole_of"]


@dataclass(slots=True)
class Pairs:
    """Pairs of mentions to be scored: `pairs` [pairs, 2], `features` [pairs, 4].

    `goal` is by task: of coreference whether a pair has one entity [pairs]; of relations the label
    [pairs]. `entities` is the mention that each pair is of.
    """

    pairs: torch.Tensor
    features: torch.Tensor
    goal: torch.Tensor
    entities: torch.Tensor


@dataclass(slots=True)
class Facts:
    """Pairs of entities to be scored: what `training.document.Facts` takes of them, and `goal`
    [pairs, labels] of zeros and ones."""

    owned: torch.Tensor
    pairs: torch.Tensor
    orders: torch.Tensor
    goal: torch.Tensor


@dataclass(slots=True)
class Whole:
    """What is known of a document; None where it is not. `places` [mentions, 3]: first, last and
    head word; `incidents` [kinds]; `filler` [words]."""

    places: torch.Tensor
    coreference: Pairs | None
    relation: Pairs | None
    fact: Facts | None
    incidents: torch.Tensor | None
    filler: torch.Tensor | None


def whole_of(text: Text, scheme: Scheme, forms: Sequence[str]) -> Whole | None:
    """The labels of `text` as a whole, None if it has none."""
    labels = text.labels
    if not labels.places and labels.incidents is None:
        return None
    places = [[p.begin, p.end - 1, p.head] for p in labels.places]
    incidents = filler = None
    if labels.incidents is not None:
        kinds = [float(kind in labels.incidents) for kind in scheme.labels["incident"]]
        incidents = torch.tensor(kinds)
        filler = torch.tensor(scheme.bio("filler", labels.spans["filler"], len(forms)))
    return Whole(
        torch.tensor(places, dtype=torch.int64).view(-1, 3),
        _coreference(labels, forms) if text.corpus == "gum" else None,
        None if labels.relations is None else _relation(labels, scheme, forms),
        None if labels.facts is None else _fact(labels, scheme),
        incidents,
        filler,
    )


def _pairs(
    labels: Labels, forms: Sequence[str], chosen: np.ndarray, goal: np.ndarray, entities: np.ndarray
) -> Pairs:
    counted = features(labels.places, forms, chosen)
    found = [torch.tensor(x) for x in (chosen, counted, goal, entities)]
    return Pairs(found[0], found[1], found[2], found[3])


def _coreference(labels: Labels, forms: Sequence[str]) -> Pairs:
    clusters = labels.clusters or []
    chosen = antecedents([forms[place.head] for place in labels.places])
    same = np.array([clusters[i] == clusters[j] for i, j in chosen], bool)
    return _pairs(labels, forms, chosen, same, chosen[:, 0].copy())


def _relation(labels: Labels, scheme: Scheme, forms: Sequence[str]) -> Pairs:
    chosen = near(labels.places)
    index = {label: i for i, label in enumerate(scheme.labels["relation"])}
    told = dict(labels.relations or {})
    told |= {(j, i): label for (i, j), label in told.items() if label in SAME_BOTH_WAYS}
    goal = np.array([index[told.get((i, j), "none")] for i, j in chosen.tolist()], np.int64)
    return _pairs(labels, forms, chosen, goal, np.arange(len(chosen)))


def _fact(labels: Labels, scheme: Scheme) -> Facts:
    clusters = labels.clusters or []
    index = {label: i for i, label in enumerate(scheme.labels["fact"])}
    number = {cluster: n for n, cluster in enumerate(dict.fromkeys(clusters))}
    owned = np.zeros((len(number), len(clusters)), np.float32)
    owned[[number[cluster] for cluster in clusters], np.arange(len(clusters))] = 1
    entities = [[labels.places[i] for i in np.flatnonzero(row)] for row in owned]
    pairs = np.argwhere(~np.eye(len(number), dtype=bool)).astype(np.int64)
    row = {(one, other): n for n, (one, other) in enumerate(pairs.tolist())}
    goal = np.zeros((len(pairs), len(index)), np.float32)
    for head, tail, label in labels.facts or ():
        if head in number and tail in number and head != tail:
            goal[row[number[head], number[tail]], index[label]] = 1
    told = (torch.tensor(x) for x in (owned, pairs, orders(entities, pairs), goal))
    return Facts(*told)
