"""Which events somebody asks for."""

from dataclasses import dataclass

from onrecord.lexicon.globe import distance_km
from onrecord.model import (
    Entity,
    Event,
    Place,
    Precision,
    Predicate,
    Statement,
    Status,
    TimeInterval,
)
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sureness

__all__ = ["CERTAIN", "CERTAINTIES", "Wanted", "fits"]

CERTAIN = "certain"
CERTAINTIES = (CERTAIN, *(each.value for each in Status))
"""Words for how sure: what somebody holds for certain, or any status."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an event must satisfy; None asks for nothing.

    `actor` is who did it, by any statement. `place` is where it was: there, or at a place that lies
    in it. `within` is when: an undated event does not fit. `certainty` is one of `CERTAINTIES`, as
    any of its statements has it; "certain" is for what somebody holds to have happened.
    """

    type: Predicate | None = None
    mode: str | None = None
    actor: Entity | None = None
    place: Entity | None = None
    within: TimeInterval | None = None
    certainty: str | None = None


def fits(ledger: Ledger, event: Event, statements: tuple[Statement, ...], wanted: Wanted) -> bool:
    """Whether an event, with its statements, satisfies all that is asked for."""
    return (
        wanted.type in (None, event.type)
        and wanted.mode in (None, event.mode)
        and (wanted.actor is None or _acts(event, wanted.actor))
        and (wanted.place is None or _lies(ledger, event, statements, wanted.place))
        and (wanted.within is None or _meets(event.time, wanted.within))
        and (
            wanted.certainty is None
            or any(_sure(sureness(each.certainty), wanted.certainty) for each in statements)
        )
    )


def _acts(event: Event, actor: Entity) -> bool:
    return any(filler.chain in actor.chains for filler in event.roles.get("actor", ()))


def _lies(ledger: Ledger, event: Event, statements: tuple[Statement, ...], entity: Entity) -> bool:
    named = (each.place.chain for each in statements if each.place is not None)
    if any(found.id == entity.id for chain in named if (found := ledger.entity_of(chain))):
        return True
    return any(
        _within(place, entity.place)
        for place in (event.place, *(x.place.there for x in statements if x.place is not None))
        if place is not None and entity.place is not None
    )


def _within(inner: Place, outer: Place) -> bool:
    """Whether one place lies in another, by country or by the circles that cover them."""
    if outer.precision is Precision.COUNTRY:
        return outer.country is not None and inner.country == outer.country
    away = distance_km(inner, outer)
    return away is not None and away + (inner.radius_km or 0.0) <= (outer.radius_km or 0.0)


def _meets(time: TimeInterval | None, within: TimeInterval) -> bool:
    if time is None:
        return False
    ends = ((within.earliest, time.latest), (time.earliest, within.latest))
    return all(begin is None or end is None or begin <= end for begin, end in ends)


def _sure(found: Sureness, wanted: str) -> bool:
    if wanted == CERTAIN:
        return found.plain
    return any(status.value == wanted for status in found.status)
