"""Comparing each of n things with each other: square matrices [n, n]."""

from collections.abc import Callable, Hashable, Sequence, Set

import numpy as np
import numpy.typing as npt

__all__ = ["Floats", "agree", "companions", "cosine", "disagree", "grouped", "incidence", "overlap"]

Floats = npt.NDArray[np.float64]


def incidence(
    sets: Sequence[Set[Hashable]], weight: Callable[[Hashable], float] | None = None
) -> Floats:
    """[sets, members]: the square root of a member's weight (1 if none is told) where a set holds
    it, so that products of rows add up the weights of what two sets share."""
    column: dict[Hashable, int] = {}
    for each in sets:
        for member in sorted(each, key=str):
            column.setdefault(member, len(column))
    found = np.zeros((len(sets), max(1, len(column))))
    for row, each in enumerate(sets):
        for member in each:
            found[row, column[member]] = 1.0 if weight is None else weight(member) ** 0.5
    return found


def agree(values: Sequence[Hashable | None]) -> Floats:
    """1 where two values are the same, and known."""
    return _shared([frozenset() if value is None else {value} for value in values])


def _shared(sets: Sequence[Set[Hashable]]) -> Floats:
    held = incidence(sets)
    return np.minimum(1.0, held @ held.T)


def disagree(sets: Sequence[Set[Hashable]]) -> Floats:
    """1 where neither of two sets is empty, and they share nothing."""
    known = np.array([bool(each) for each in sets], float)
    return np.outer(known, known) * (1.0 - _shared(sets))


def overlap(
    sets: Sequence[Set[Hashable]], weight: Callable[[Hashable], float] | None = None
) -> Floats:
    """The weight of what two sets share by that of what either holds (Jaccard 1901)."""
    held = incidence(sets, weight)
    shared = held @ held.T
    own = np.diagonal(shared)
    return shared / np.maximum(own[:, None] + own[None, :] - shared, 1e-9)


def companions(sets: Sequence[Set[Hashable]], weight: Callable[[Hashable], float]) -> Floats:
    """The cosine of two sets whose members weigh so much."""
    return cosine(incidence(sets, lambda member: weight(member) ** 2))


def cosine(vectors: Floats) -> Floats:
    """The cosine of the angle between any two rows; 0 to a row of zeros."""
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(unit @ unit.T, float)


def grouped(likeness: Floats, least: float) -> list[int]:
    """The number of each thing's group: the two groups most alike in the mean of their pairs are
    joined as long as that is above `least` (Sokal and Michener 1958).

    A pair at minus infinity is never in one group.
    """
    members = [[number] for number in range(len(likeness))]
    mean = likeness.astype(float, copy=True)
    np.fill_diagonal(mean, -np.inf)
    while mean.size and mean.max() > least:
        one, other = divmod(int(mean.argmax()), len(mean))
        sizes = len(members[one]), len(members[other])
        joined = (mean[one] * sizes[0] + mean[other] * sizes[1]) / sum(sizes)
        mean[one], mean[:, one] = joined, joined
        mean[one, one] = -np.inf
        members[one], members[other] = members[one] + members[other], []
        mean[other], mean[:, other] = -np.inf, -np.inf
    found = [0] * len(likeness)
    for number, group in enumerate(sorted(group for group in members if group)):
        for member in group:
            found[member] = number
    return found
