"""The tolls of an event as a series: what was said when, by whom; nothing averaged away."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Magnitude, Origin, Statement
from onrecord.views.ledger import Ledger
from onrecord.weigh import Evidence, figure, standing, tolls

__all__ = ["Series", "TollPoint", "toll_series"]


@dataclass(frozen=True, slots=True)
class TollPoint:
    """One figure: when its report came out, who gives it, and in which statement.

    `origin` is whom the statement leads back to, `holders` is its whole chain. `stands` is false
    where the same source gave another figure later.
    """

    reference: str
    published: str | None
    holders: tuple[str, ...]
    origin: str
    magnitude: Magnitude
    words: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Series:
    """The figures given for one count, by the dates of their reports, the undated last."""

    name: str
    points: tuple[TollPoint, ...]


def toll_series(
    ledger: Ledger,
    statements: Sequence[Statement],
    origins: Sequence[Origin],
    evidence: Evidence,
) -> tuple[Series, ...]:
    """The series of each count that statements, in the record's order, give."""
    by_id = {each.id: each for each in statements}
    found = []
    for name in sorted({name for each in statements for name in each.magnitudes or {}}):
        given = tolls(name, statements, origins, evidence)
        last = {each.statement for each in standing(given)}
        points = tuple(
            TollPoint(
                reference=ledger.short[each.statement],
                published=each.published,
                holders=tuple(holder.name for holder in by_id[each.statement].holders),
                origin=origins[each.origin].name,
                magnitude=each.magnitude,
                words=figure(each.magnitude),
                stands=each.statement in last,
            )
            for each in sorted(given, key=lambda x: (x.published is None, x.published or ""))
        )
        if points:
            found.append(Series(name, points))
    return tuple(found)
