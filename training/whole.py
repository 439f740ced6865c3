"""Labels of whole documents as numbers: pairs of mentions, incidents, fillers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from onrecord.nlp.pairs import SAME_BOTH_WAYS, antecedents, features, near
from training.scheme import Scheme
from training.text import Labels, Text

__all__ = ["Pairs", "Whole", "whole_of"]


@dataclass(slots=True)
class Pairs:
    """Pairs of mentions to be scored: `pairs` [pairs, 2], `features` [pairs, 4].

    `goal` is by task: of coreference whether a pair has one entity [pairs]; of relations the label
    [pairs]; of facts zeros and ones [pairs of entities, labels]. `entities` is the pair of entities
    of each pair of mentions.
    """

    pairs: torch.Tensor
    features: torch.Tensor
    goal: torch.Tensor
    entities: torch.Tensor


@dataclass(slots=True)
class Whole:
    """What is known of a document; None where it is not. `places` [mentions, 3]: first, last and
    head word; `incidents` [kinds]; `filler` [words]."""

    places: torch.Tensor
    coreference: Pairs | None
    relation: Pairs | None
    fact: Pairs | None
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
        None if labels.facts is None else _fact(labels, scheme, forms),
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


def _fact(labels: Labels, scheme: Scheme, forms: Sequence[str]) -> Pairs:
    clusters = labels.clusters or []
    index = {label: i for i, label in enumerate(scheme.labels["fact"])}
    number: dict[tuple[str, str], int] = {}
    rows, entities = [], []
    for i, head in enumerate(clusters):
        for j, tail in enumerate(clusters):
            if head != tail:
                rows.append((i, j))
                entities.append(number.setdefault((head, tail), len(number)))
    goal = np.zeros((len(number), len(index)), np.float32)
    for head, tail, label in labels.facts or ():
        if (head, tail) in number:
            goal[number[head, tail], index[label]] = 1
    chosen = np.array(rows, np.int64).reshape(-1, 2)
    return _pairs(labels, forms, chosen, goal, np.array(entities, np.int64))
