"""Pairs of mentions of a document, and what can be seen of them without the network."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

__all__ = [
    "FEATURES",
    "ORDERS",
    "SAME_BOTH_WAYS",
    "Extent",
    "antecedents",
    "features",
    "near",
    "orders",
]

_SENTENCES = (1, 2, 3, 4, 6, 9, 16)
_MENTIONS = (2, 3, 5, 9, 17, 33)
_BACK, _ALIKE, _NEAR = 40, 10, 40
_OFFSETS = (0, 16, 23, 26)
FEATURES = 29
"""Numbers that `features` may hold."""
ORDERS = 16
"""Numbers that `orders` may hold."""

SAME_BOTH_WAYS = frozenset(
    {"CoLocated", "Apart", "FightingAgainst", "AlliesOf", "CommWith", "IsSynonymOf"}
)
"""Relations of re3d without a direction."""

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a mention stands: words [begin, end), its head word, its sentence."""

    begin: int
    end: int
    head: int
    sentence: int


def antecedents(heads: Sequence[str]) -> _Ints:
    """[pairs, (mention, one before it)]: the 40 before, and the last 10 of the same head word."""
    alike: dict[str, list[int]] = {}
    rows: list[tuple[int, int]] = []
    for number, head in enumerate(heads):
        start = max(0, number - _BACK)
        same = alike.setdefault(head.lower(), [])
        rows.extend((number, before) for before in same[-_ALIKE:] if before < start)
        rows.extend(zip(repeat(number), range(start, number), strict=False))
        same.append(number)
    return np.array(rows, np.int64).reshape(-1, 2)


def near(places: Sequence[Extent]) -> _Ints:
    """[pairs, 2]: every mention with the 40 after it in its sentence, both ways."""
    sentences: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        sentences.setdefault(place.sentence, []).append(number)
    rows = [
        pair
        for members in sentences.values()
        for at, one in enumerate(members)
        for other in members[at + 1 : at + 1 + _NEAR]
        for pair in ((one, other), (other, one))
    ]
    return np.array(rows, np.int64).reshape(-1, 2)


def features(places: Sequence[Extent], words: Sequence[str], pairs: _Ints) -> _Ints:
    """[pairs, 4] of numbers below FEATURES: distance in sentences, with the order; distance in
    mentions; whether head or whole wording are the same; whether one lies in the other.

    `words` are all words of the document.
    """
    first, second = pairs[:, 0], pairs[:, 1]
    sentence = np.array([place.sentence for place in places], np.int64)
    begin = np.array([place.begin for place in places], np.int64)
    end = np.array([place.end for place in places], np.int64)
    head = _numbered([words[place.head].lower() for place in places])
    whole = _numbered([" ".join(words[p.begin : p.end]).lower() for p in places])
    apart = np.digitize(np.abs(sentence[first] - sentence[second]), _SENTENCES)
    same = (head[first] == head[second]).astype(np.int64)
    same[whole[first] == whole[second]] = 2
    around = (begin[first] <= begin[second]) & (end[second] <= end[first])
    within = (begin[second] <= begin[first]) & (end[first] <= end[second])
    nested = np.where(around, 1, np.where(within, 2, 0))
    order = apart + 8 * (begin[first] < begin[second])
    between = np.digitize(np.abs(first - second), _MENTIONS)
    return np.stack([order, between, same, nested], axis=1) + np.array(_OFFSETS, np.int64)


def orders(entities: Sequence[Sequence[Extent]], pairs: _Ints) -> _Ints:
    """[pairs] of numbers below ORDERS: how many sentences lie between the nearest mentions of two
    entities, and which is mentioned first."""
    sentences = [np.array([m.sentence for m in entity], np.int64) for entity in entities]
    begins = [min(mention.begin for mention in entity) for entity in entities]
    told = [
        (np.abs(sentences[one][:, None] - sentences[other]).min(), begins[one] < begins[other])
        for one, other in pairs.tolist()
    ]
    apart, before = np.array(told, np.int64).reshape(-1, 2).T
    return np.digitize(apart, _SENTENCES) + 8 * before


def _numbered(texts: Sequence[str]) -> _Ints:
    known: dict[str, int] = {}
    return np.array([known.setdefault(text, len(known)) for text in texts], np.int64)
