"""How much each piece of evidence weighs for each kind of pair (training/mentions/weights.py)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.tables import rows

__all__ = ["WHOLE", "Weights", "weights"]

WHOLE = "whole"
"""The name of what is added whatever the evidence, and in the case of that name of the least mean
probability at which two groups are joined."""


@dataclass(frozen=True, slots=True)
class Weights:
    """For each case the weight of each named piece of evidence; `least` is the mean probability
    from which groups are joined."""

    cases: Mapping[str, Mapping[str, float]]
    least: float


@cache
def weights(what: str) -> Weights:
    """The weights for `things` or `events`."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for of, case, name, weight in rows("mention_weights", 4):
        if of == what:
            found[case][name] = float(weight)
    least = found.pop(WHOLE)[WHOLE]
    return Weights(dict(found), least)
