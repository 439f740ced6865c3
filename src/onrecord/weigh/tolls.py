"""Counts as several sources give them: what each gave last, and whether they can all be right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from onrecord.model import Magnitude, Origin, Statement
from onrecord.weigh.evidence import Evidence

__all__ = ["Toll", "agree", "figure", "standing", "tolls"]


@dataclass(frozen=True, slots=True)
class Toll:
    """What one statement gives for a count: the words of the figure, who it leads back to (the
    place of its origin among those given), and the day of its report, None if that is not known."""

    statement: str
    magnitude: Magnitude
    origin: int
    published: str | None

    @property
    def low(self) -> float:
        """The least that it can be."""
        given = (self.magnitude.low, self.magnitude.best)
        return min((each for each in given if each is not None), default=0)

    @property
    def high(self) -> float:
        """The most that it can be; infinite for "at least 60"."""
        if self.magnitude.high is not None:
            return self.magnitude.high
        return inf if self.magnitude.low is not None or self.magnitude.best is None else self.low


def tolls(
    name: str, statements: Iterable[Statement], origins: Sequence[Origin], evidence: Evidence
) -> tuple[Toll, ...]:
    """What statements give for the count `name`, in their order: a series of what was said when."""
    origin_of: Mapping[str, int] = {
        statement: number for number, each in enumerate(origins) for statement in each.statements
    }
    return tuple(
        Toll(each.id, given, origin_of[each.id], evidence.documents[each.document].published)
        for each in statements
        if each.id in origin_of and (given := (each.magnitudes or {}).get(name)) is not None
    )


def standing(series: Sequence[Toll]) -> tuple[Toll, ...]:
    """The tolls that stand: what a source gave later is in place of what it gave before.

    What is not dated stands, for it may be the last.
    """
    latest: dict[int, str] = {}
    for each in series:
        if each.published is not None:
            latest[each.origin] = max(latest.get(each.origin, ""), each.published)
    return tuple(each for each in series if each.published in (None, latest.get(each.origin)))


def agree(series: Sequence[Toll]) -> bool:
    """Whether those of different sources can all be right: "at least 60" and 70 can."""
    return all(
        one.low <= other.high and other.low <= one.high
        for one in series
        for other in series
        if one.origin < other.origin
    )


def figure(magnitude: Magnitude) -> str:
    """A count in few signs: "4", "60 or more", "up to 60", "12 to 15"."""
    low, best, high = magnitude.low, magnitude.best, magnitude.high
    if low == high or (low is None and high is None):
        return str(best if low is None else low)
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    return f"{low} to {high}"
