"""The document pass: heads that read the words of all windows of a document at once."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.nlp.pairs import FEATURES, ORDERS
from training.scheme import Scheme

__all__ = ["Document", "Facts", "Incidents", "Pairing"]

_HIDDEN, _SIZE, _INNER = 384, 128, 192
_ENTITY, _GLANCES, _GLANCE, _BLOCK = 192, 4, 32, 32
_HIGHEST = 20.0


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


class Facts(nn.Module):
    """Scores of pairs of entities, after ATLOP (Zhou et al. 2021).

    An entity is the log sum exp of its mentions; a pair adds the words that both entities look at
    ("localized context"), here by an attention of its own, and how far they are apart.
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.mention = nn.Linear(3 * _HIDDEN, _ENTITY)
        self.query = nn.Linear(_ENTITY, _GLANCES * _GLANCE)
        self.key = nn.Linear(_HIDDEN, _GLANCES * _GLANCE)
        self.context = nn.Linear(_HIDDEN, 2 * _ENTITY)
        self.counted = nn.Embedding(ORDERS, 2 * _ENTITY)
        self.ends = nn.Linear(_ENTITY, 2 * _ENTITY)
        self.out = nn.Linear(_ENTITY * _BLOCK, labels)
        self.dropout = nn.Dropout(0.2)

    def forward(
        self, words: Tensor, places: Tensor, owned: Tensor, pairs: Tensor, orders: Tensor
    ) -> Tensor:
        """[pairs, labels]; words [words, hidden], places [mentions, 3], owned [entities, mentions]
        of zeros and ones, pairs [pairs, (head entity, tail entity)], orders [pairs]."""
        mentions = self.mention(self.dropout(words[places].flatten(1))).clamp(max=_HIGHEST)
        entities = (owned @ mentions.float().exp()).log()
        one, other = pairs[:, 0], pairs[:, 1]
        glances = self._glances(words, entities)
        both = (glances[one] * glances[other]).mean(1)
        both = both / (both.sum(-1, keepdim=True) + 1e-9)
        seen = self.context(both.to(words.dtype) @ words) + self.counted(orders)
        first, second = self.ends(entities).split(_ENTITY, -1)
        head, tail = (torch.cat([first[one], second[other]], -1) + seen).tanh().split(_ENTITY, -1)
        head, tail = (
            self.dropout(x).unflatten(-1, (_ENTITY // _BLOCK, _BLOCK)) for x in (head, tail)
        )
        scores: Tensor = self.out((head.unsqueeze(-1) * tail.unsqueeze(-2)).flatten(1))
        return scores

    def _glances(self, words: Tensor, entities: Tensor) -> Tensor:
        """Where each entity looks: [entities, glances, words], each a distribution."""
        query = self.query(entities).unflatten(-1, (_GLANCES, _GLANCE)).transpose(0, 1)
        key = self.key(words).unflatten(-1, (_GLANCES, _GLANCE)).permute(1, 2, 0)
        return ((query @ key).float() * _GLANCE**-0.5).softmax(-1).transpose(0, 1)


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
        self.fact = Facts(len(scheme.labels["fact"]))
