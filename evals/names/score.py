"""How well the pairs are told: by ours, or by any rule that joins pairs or does not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from evals.measure import Figures
from evals.names.draw import PAIRS, Pair, read
from onrecord.lexicon.naming import Likeness, match
from onrecord.model import EntityType

__all__ = ["KINDS", "Counts", "counts", "measure", "ours"]

KINDS = {"person": EntityType.PERSON, "group": EntityType.GROUP}
_JOINED = {Likeness.IDENTICAL, Likeness.VARIANT, Likeness.LESS, Likeness.INITIALS}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs there are, are one bearer's, are joined, and are both."""

    pairs: int
    same: int
    joined: int
    right: int

    @property
    def precision(self) -> float:
        """Of those joined, the percentage that are one bearer's; 100 if none is joined."""
        return 100 * self.right / self.joined if self.joined else 100.0

    @property
    def recall(self) -> float:
        """Of those that are one bearer's, the percentage joined; 100 if there are none."""
        return 100 * self.right / self.same if self.same else 100.0

    @property
    def f1(self) -> float:
        """The percentage of both, in their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)


def ours(pair: Pair) -> bool:
    """Whether onrecord takes two names for one bearer's."""
    return match(pair.left, pair.right, KINDS[pair.kind]).likeness in _JOINED


def counts(pairs: Iterable[Pair], joins: Callable[[Pair], bool]) -> Counts:
    """What a rule makes of the pairs."""
    told = [(pair.same, joins(pair)) for pair in pairs]
    same, joined = sum(s for s, _ in told), sum(j for _, j in told)
    return Counts(len(told), same, joined, sum(s and j for s, j in told))


def measure() -> Figures:
    """The figures of the open part that the gate holds."""
    told = counts((pair for pair in read() if not pair.sealed), ours)
    figures = {"precision": told.precision, "recall": told.recall, "F1": told.f1}
    return Figures(
        values={name: (value, value, value) for name, value in figures.items()},
        documents=told.pairs,
        corpus_sha256=sha256(PAIRS.read_bytes()).hexdigest(),
    )
