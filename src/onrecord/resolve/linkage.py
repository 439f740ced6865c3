"""How likely two chains are one thing, after Fellegi and Sunter (1969).

The weight of a level is log2(m / u): how much more often it is found where two chains are one thing
(m) than where they are not (u). `training/linkage` learns both by expectation maximisation and
writes them into the lexicon's table `linkage`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2

from onrecord.lexicon.tables import rows
from onrecord.resolve.compare import Finding

__all__ = ["Linkage", "linkage"]

_LIMIT = 40.0
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Linkage:
    """Weights in bits, by (kind, comparison, level), and the prior by kind.

    A level without a weight counts for nothing.
    """

    prior: Mapping[str, float]
    weights: Mapping[tuple[str, str, str], float]

    def probability(self, kind: str, findings: Iterable[Finding]) -> float:
        """That two chains with these findings are one thing, 0 to 1."""
        bits = self.prior[kind] + sum(self.weight(kind, finding) for finding in findings)
        odds: float = 2.0 ** max(-_LIMIT, min(_LIMIT, bits))
        return odds / (1 + odds)

    def weight(self, kind: str, finding: Finding) -> float:
        """What a finding counts for, in bits; below 0 against."""
        return self.weights.get((kind, finding.comparison, finding.level), 0.0)

    def reasons(self, kind: str, findings: Iterable[Finding]) -> tuple[str, ...]:
        """The findings that count in words, each with its weight, the weightiest first."""
        every = [(self.weight(kind, finding), finding) for finding in findings]
        weighed = [each for each in every if abs(each[0]) >= _LEAST or each[1].decisive]
        weighed.sort(key=lambda pair: (not pair[1].decisive, -abs(pair[0])))
        return tuple(f"{finding.reason} ({weight:+.1f})" for weight, finding in weighed)


@cache
def linkage() -> Linkage:
    """The weights that this version comes with."""
    prior: dict[str, float] = {}
    weights: dict[tuple[str, str, str], float] = {}
    for kind, comparison, level, m, u in rows("linkage", 5):
        bits = log2(float(m) / float(u))
        if comparison == "prior":
            prior[kind] = bits
        else:
            weights[kind, comparison, level] = bits
    return Linkage(prior, weights)
