"""The sum of the heads' losses, each over the words of a step whose labels are known."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Gold
from training.model import Batch, Network
from training.scheme import IGNORED

__all__ = ["losses"]

_WEIGHTS = {
    "upos": 0.5,
    "xpos": 0.5,
    "lemma": 0.3,
    "entity": 0.7,
    "event": 0.7,
    "predicate": 0.3,
    "name": 0.5,
    "factuality": 0.3,
    "content link": 0.3,
    "cue link": 0.3,
}
"""Weight of a head; 1 if not here."""
_FEW = {"arc": 48, "deprel": 48, "content link": 4, "cue link": 4, "factuality": 8, "role": 256}
_FEW_WORDS = 128
"""A head with fewer known words than this in a step counts for less."""


def losses(network: Network, batch: Batch, gold: Gold) -> dict[str, Tensor]:
    """Weighted loss of each head that the step has labels for."""
    words = network.words(batch)
    tagged = network.tagged(words)
    found = {
        layer: _entropy(tagged[layer].float(), goal, _FEW_WORDS)
        for layer, goal in gold.tags.items()
        if layer != "deprel"
    }
    found |= _pointed(network, words, batch, gold)
    if gold.factuality is not None:
        known = ~gold.factuality.isnan()
        guess = network.factuality(words).squeeze(-1).float()
        errors = functional.smooth_l1_loss(guess[known], gold.factuality[known], reduction="sum")
        found["factuality"] = errors / max(int(known.sum()), _FEW["factuality"])
    if gold.roles:
        found["role"] = _roles(network, words, gold)
    return {name: loss * _WEIGHTS.get(name, 1.0) for name, loss in found.items()}


def _entropy(scores: Tensor, goal: Tensor, few: int) -> Tensor:
    total = functional.cross_entropy(
        scores.flatten(0, -2), goal.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return total / max(int((goal != IGNORED).sum()), few)


def _pointed(network: Network, words: Tensor, batch: Batch, gold: Gold) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    if "head" in gold.pointers:
        heads = gold.pointers["head"]
        found["arc"] = _entropy(network.arcs(words, batch), heads, _FEW["arc"])
        known = heads >= 0
        left, right = network.deprel.sides(words)
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, right.shape[-1])
        scores = network.deprel.chosen(left[known], right.gather(1, index)[known]).float()
        found["deprel"] = _entropy(scores, gold.tags["deprel"][known], _FEW["deprel"])
    if "content" in gold.pointers:
        content, cue = network.links(words, batch)
        for name, scores in (("content", content), ("cue", cue)):
            kind = f"{name} link"
            found[kind] = _entropy(scores, gold.pointers[name], _FEW[kind])
    return found


def _roles(network: Network, words: Tensor, gold: Gold) -> Tensor:
    left, right = network.role.sides(words)
    rows = torch.tensor([row for row, _, _ in gold.roles])
    predicates = torch.tensor([predicate for _, predicate, _ in gold.roles])
    goal = torch.stack([row for _, _, row in gold.roles])
    known = goal != IGNORED
    pair, word = known.nonzero(as_tuple=True)
    core = network.role.core(left[rows, predicates]).unflatten(-1, (network.role.labels, -1))
    both = (core @ right[rows].transpose(1, 2)).transpose(1, 2)[pair, word]
    alone = network.role.alone(
        torch.cat([left[rows, predicates][pair], right[rows[pair], word]], -1)
    )
    return _entropy((both + alone).float(), goal[known], _FEW["role"])
