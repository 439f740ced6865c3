"""The sum of the heads' losses, each over the words of a step whose labels are known."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Gold
from training.model import Batch, Network
from training.scheme import IGNORED, POOLS
from training.whole import Pairs, Whole

__all__ = ["losses"]

_WEIGHTS = {
    "upos": 0.5,
    "xpos": 0.5,
    "lemma": 0.3,
    "entity": 0.7,
    "event": 0.7,
    "predicate": 0.6,
    "role": 0.8,
    "name": 0.5,
    "factuality": 0.3,
    "content link": 0.3,
    "cue link": 0.3,
    "polarity": 0.2,
    "modality": 0.2,
    "first": 0.3,
    "last": 0.5,
    "plover": 0.7,
    "mode": 0.3,
    "commitment": 0.2,
    "incident": 0.5,
    "relation": 0.5,
    "filler": 4.0,
}
"""Weight of a head; 1 if not here."""
_FEW = {
    "arc": 48,
    "deprel": 48,
    "content link": 4,
    "cue link": 4,
    "factuality": 8,
    "role": 8,
    "first": 16,
    "last": 16,
    "coreference": 16,
    "relation": 64,
}
_LEAST, _MOST = 1e-9, 60.0
_FEW_WORDS = 128
"""A head with fewer known words than this in a step counts for less."""


def losses(network: Network, words: Tensor, batch: Batch, gold: Gold) -> dict[str, Tensor]:
    """Weighted loss of each head that the step has labels for; `words` as `Network.words`."""
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
    found |= _pooled(network, words, gold)
    for name, loss in (x for told in gold.wholes for x in _whole(network, words, *told).items()):
        found[name] = found.get(name, 0) + loss / len(gold.wholes)
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
    if "first" in gold.pointers:
        for name, scores in zip(("first", "last"), network.reach(words, batch), strict=True):
            found[name] = _entropy(scores, gold.pointers[name], _FEW[name])
    return found


def _pooled(network: Network, words: Tensor, gold: Gold) -> dict[str, Tensor]:
    """A passage scores as its words do in the mean, which is how the encoder was trained to read
    sentences."""
    if not any(gold.pools.values()):
        return {}
    scores = {name: x.float() for name, x in network.pooled(words).items()}
    found: dict[str, Tensor] = {}
    for layer in (*POOLS, "commitment"):
        passages = gold.pools[layer]
        if not passages:
            continue
        told = torch.stack([scores[layer][row, b:e].mean(0) for row, b, e, _ in passages])
        goals = torch.tensor([goal for _, _, _, goal in passages])
        if layer == "commitment":
            found[layer] = functional.smooth_l1_loss(told.squeeze(-1), goals)
        elif goals.dtype == torch.int64:
            found[layer] = functional.cross_entropy(told, goals)
        else:
            found[layer] = functional.binary_cross_entropy_with_logits(told, goals)
    return found


def _whole(network: Network, words: Tensor, sizes: list[int], whole: Whole) -> dict[str, Tensor]:
    """Losses of the heads that read a document; `sizes` are the words of its windows."""
    told = torch.cat([words[row, :size] for row, size in enumerate(sizes) if size])
    heads, found = network.document, dict[str, Tensor]()
    if whole.incidents is not None and whole.filler is not None:
        kinds, tags = heads.incidents(told)
        found["incident"] = functional.binary_cross_entropy_with_logits(
            kinds.float(), whole.incidents, reduction="sum"
        )
        found["filler"] = _entropy(tags.float(), whole.filler, _FEW_WORDS)
    for name, head, pairs in (
        ("coreference", heads.coreference, whole.coreference),
        ("relation", heads.relation, whole.relation),
    ):
        if pairs is not None and len(pairs.pairs):
            scores = head(told, whole.places, pairs.pairs, pairs.features).float()
            found[name] = _LOSSES[name](scores, pairs)
    if (fact := whole.fact) is not None and len(fact.pairs):
        scores = heads.fact(told, whole.places, fact.owned, fact.pairs, fact.orders).float()
        found["fact"] = _thresholded(scores, fact.goal)
    return found


def _antecedent(scores: Tensor, pairs: Pairs) -> Tensor:
    """Minus the log probability that one of a mention's true antecedents, or none if it has none,
    is chosen (Lee et al. 2017); none scores 0."""
    every, right = scores.new_zeros(2, int(pairs.entities.max()) + 1).unbind()
    scores = scores.clamp(max=_MOST)
    lift = scores.detach().amax().clamp(min=0)
    raised = (scores.squeeze(-1) - lift).exp()
    every = every.index_add(0, pairs.entities, raised) + (-lift).exp()
    right = right.index_add(0, pairs.entities, raised * pairs.goal)
    first = right.new_zeros(right.shape).index_add(0, pairs.entities, pairs.goal.float()) == 0
    right = torch.where(first, (-lift).exp(), right)
    return -(right / every + _LEAST).log().sum() / max(len(every), _FEW["coreference"])


def _labelled(scores: Tensor, pairs: Pairs) -> Tensor:
    """Cross entropy, by pair that has a label."""
    total = functional.cross_entropy(scores, pairs.goal, reduction="sum")
    return total / max(int((pairs.goal > 0).sum()), 6)


def _thresholded(scores: Tensor, goal: Tensor) -> Tensor:
    """The adaptive threshold of ATLOP (Zhou et al. 2021): the facts of a pair of entities score
    above "none", all else below."""
    none = torch.zeros_like(goal)
    none[:, 0] = 1
    above = scores - (1 - goal - none) * 1e4
    below = scores - goal * 1e4
    high = -(above.log_softmax(-1) * goal).sum(-1)
    low = -(below.log_softmax(-1) * none).sum(-1)
    return (high + low).mean()


_LOSSES = {"coreference": _antecedent, "relation": _labelled}


def _roles(network: Network, words: Tensor, gold: Gold) -> Tensor:
    """Cross entropy of all words of a predicate's sentence, summed, by predicate."""
    left, right = network.role.sides(words)
    rows = torch.tensor([row for row, _, _ in gold.roles])
    places = torch.tensor([place for _, place, _ in gold.roles])
    goal = torch.stack([row for _, _, row in gold.roles])
    scores = network.role.crossed(left[rows, places].unsqueeze(1), right[rows]).squeeze(1)
    total = functional.cross_entropy(scores.float(), goal, ignore_index=IGNORED, reduction="sum")
    return total / max(len(gold.roles), _FEW["role"])
