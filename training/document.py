"""The document pass: heads that read the words of all windows of a document at once."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.nlp.pairs import FEATURES
from training.scheme import Scheme

__all__ = ["Document", "Incidents", "Pairing"]

_HIDDEN, _SIZE, _INNER = 384, 128, 192


class Pairing(nn.Module):
    """Scores of pairs of mentions, after the mention-pair scorers of Lee et al. 2017.

    A mention is the vectors of its first, last and head word; a pair adds what can be counted
    (onrecord.nlp.pairs) and the product of its two sides.
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.sides = nn.Linear(3 * _HIDDEN, 4 * _SIZE)
        self.counted = nn.Embedding(FEATURES, _SIZE)
        self.out = nn.Linear(_SIZE, labels)
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor, places: Tensor, pairs: Tensor, features: Tensor) -> Tensor:
        """[pairs, labels]; words [words, hidden], places [mentions, 3], pairs [pairs, 2]."""
        mentions = self.sides(self.dropout(words[places].flatten(1)))
        left, right, first, second = mentions.split(_SIZE, -1)
        one, other = pairs[:, 0], pairs[:, 1]
        both = left[one] + right[other] + first[one] * second[other]
        both = both + self.counted(features).sum(1)
        scores: Tensor = self.out(self.dropout(functional.gelu(both)))
        return scores


class Incidents(nn.Module):
    """Kinds of incident that a document reports, and the words that fill a role in one."""

    def __init__(self, kinds: int, tags: int) -> None:
        super().__init__()
        self.weigh = nn.Linear(_HIDDEN, kinds)
        self.kind = nn.Linear(_HIDDEN, kinds)
        self.inner = nn.Linear(_HIDDEN, _INNER)
        self.around = nn.Linear(2 * _HIDDEN, _INNER)
        self.out = nn.Linear(_INNER, tags)
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of kinds [kinds] and of BIO tags [words, tags]; words [words, hidden]."""
        read = self.weigh(words).softmax(0).transpose(0, 1) @ words
        kinds = (read * self.kind.weight).sum(-1) + self.kind.bias
        around = self.around(torch.cat([read.mean(0), words.amax(0)]))
        inner = functional.gelu(self.inner(words) + around)
        return kinds, self.out(self.dropout(inner))


class Document(nn.Module):
    """All heads of the document pass."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.incidents = Incidents(len(scheme.labels["incident"]), len(scheme.labels["filler"]))
        self.coreference = Pairing(1)
        self.relation = Pairing(len(scheme.labels["relation"]))
        self.fact = Pairing(len(scheme.labels["fact"]))
