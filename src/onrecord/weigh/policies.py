"""One figure out of many, by a rule with a name (docs/reference/weighing.md)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Magnitude
from onrecord.weigh.tolls import Toll, figure, standing

__all__ = ["POLICIES", "Figure", "pick"]

_ORDER = "ABCFDE"
"""Reliabilities, the best first: a source that cannot be judged is not an unreliable one."""
_UNRELIABLE = frozenset("DE")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a policy picks, by which statements, and why, in one line."""

    policy: str
    magnitude: Magnitude
    statements: tuple[str, ...]
    why: str


def pick(policy: str, series: Sequence[Toll], reliability: Mapping[str, str]) -> Figure | None:
    """The figure of a policy; None where no count is given, for no figure is made up.

    `reliability` is the letter of whom a statement goes back to, by the statement's id, F where it
    has none. Raises KeyError for a policy that there is not.
    """
    choose = POLICIES[policy]
    graded = [(each, reliability.get(each.statement, "F")) for each in standing(series)]
    return choose(graded) if graded else None


_Graded = Sequence[tuple[Toll, str]]


def _conservative(graded: _Graded) -> Figure:
    """The lowest figure of the most reliable sources (ACLED's codebook: the most reliable sources
    of the setting, and the most conservative estimate where reports differ)."""
    best = min((letter for _, letter in graded), key=_ORDER.index)
    reliable = [each for each, letter in graded if letter == best]
    lowest = min(_one(each) for each in reliable)
    by = tuple(each.statement for each in reliable if _one(each) == lowest)
    why = f"the lowest of {len(reliable)} by the most reliable sources ({best})"
    return Figure("ACLED-conservative", Magnitude(lowest, lowest, lowest), by, why)


def _best(graded: _Graded) -> Figure:
    """The likeliest figure, with the lowest and the highest reliable one (UCDP GED's codebook).

    The likeliest is what most independent sources give; of several, what the most reliable give;
    then the lowest, since UCDP counts what is certain.
    """
    reliable = [pair for pair in graded if pair[1] not in _UNRELIABLE] or list(graded)
    count = Counter(value for _, value in {(each.origin, _one(each)) for each, _ in reliable})
    rank = {
        value: min(_ORDER.index(letter) for each, letter in reliable if _one(each) == value)
        for value in count
    }
    best = min(count, key=lambda value: (-count[value], rank[value], value))
    low = min(int(each.low) or _one(each) for each, _ in reliable)
    high = max(int(each.high) if each.magnitude.high else _one(each) for each, _ in reliable)
    by = tuple(each.statement for each, _ in reliable if _one(each) == best)
    sources = f"{count[best]} source{'' if count[best] == 1 else 's'}"
    why = f"given by {sources}, of {len({each.origin for each, _ in reliable})} that give one"
    return Figure("UCDP-best", Magnitude(low, best, high), by, why)


def _latest(graded: _Graded) -> Figure:
    """What was reported last; of several on one day, what the most reliable source gives."""
    day = max((each.published or "")[:10] for each, _ in graded)
    last = [pair for pair in graded if (pair[0].published or "")[:10] == day]
    toll, _ = min(last, key=lambda pair: (_ORDER.index(pair[1]), _one(pair[0])))
    why = f"reported last, on {day}" if day else "no report of it has a date"
    return Figure("latest", toll.magnitude, (toll.statement,), f"{figure(toll.magnitude)}: {why}")


def _one(toll: Toll) -> int:
    """The figure that stands for a count with bounds: its best, else its lowest or highest."""
    given = (toll.magnitude.best, toll.magnitude.low, toll.magnitude.high)
    return next((each for each in given if each is not None), 0)


POLICIES: Mapping[str, Callable[[_Graded], Figure]] = {
    "ACLED-conservative": _conservative,
    "UCDP-best": _best,
    "latest": _latest,
}
