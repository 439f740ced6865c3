"""Which events or statements somebody asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.globe import distance_km
from onrecord.model import (
    Entity,
    Event,
    Filler,
    Place,
    Precision,
    Predicate,
    PredicateFamily,
    Statement,
    Status,
    TimeInterval,
)
from onrecord.store import fold
from onrecord.views.kinds import is_coded
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sureness

__all__ = ["CERTAIN", "CERTAINTIES", "Wanted", "fits", "lies_in"]

CERTAIN = "certain"
CERTAINTIES = (CERTAIN, *(each.value for each in Status))
"""Words for how sure: what somebody holds for certain, or any status."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an event, or a statement, must satisfy; None asks for nothing.

    `code` is a type of another scheme (`codes_known`). `actor` is who did it, by any statement.
    `place` is where it was: there, or at a place that lies in it. `within` is when: an undated
    event does not fit. `certainty` is one of `CERTAINTIES`, as any of its statements has it;
    "certain" is for what somebody holds to have happened. `family` is that of statements. `words`
    all stand in one statement, or in the names of whom it is about. `entity` fills a role, is the
    place or speaks. `source` is the folded name of a holder or of the publisher. `independent` is
    how many independent sources an event must have at least.

    Only events are asked for their `code`, `mode`, `actor` and `place`.
    """

    type: Predicate | None = None
    code: str | None = None
    mode: str | None = None
    actor: Entity | None = None
    place: Entity | None = None
    within: TimeInterval | None = None
    certainty: str | None = None
    family: PredicateFamily | None = None
    words: tuple[str, ...] = ()
    entity: Entity | None = None
    source: str | None = None
    independent: int = 0


def fits(ledger: Ledger, event: Event, statements: tuple[Statement, ...], wanted: Wanted) -> bool:
    """Whether an event, with its statements, satisfies all that is asked for."""
    return (
        wanted.type in (None, event.type)
        and (wanted.code is None or is_coded(ledger, event, statements, wanted.code))
        and wanted.mode in (None, event.mode)
        and (wanted.actor is None or _acts(event, wanted.actor))
        and (wanted.place is None or _lies(ledger, event, statements, wanted.place))
        and (wanted.within is None or _meets(event.time, wanted.within))
        and (
            wanted.certainty is None
            or any(_sure(sureness(each.certainty), wanted.certainty) for each in statements)
        )
        and any(_told(ledger, each, wanted) for each in statements)
    )


def _told(ledger: Ledger, statement: Statement, wanted: Wanted) -> bool:
    """Whether it is of whom, in which words and by which source it is asked for."""
    return (
        (wanted.entity is None or _about(statement, wanted.entity))
        and (wanted.source is None or wanted.source in _sources(ledger, statement))
        and (not wanted.words or _says(ledger, statement, wanted.words))
    )


def _about(statement: Statement, entity: Entity) -> bool:
    chains = frozenset(entity.chains)
    return (
        any(_fills(fillers, entity) for fillers in statement.roles.values())
        or any(holder.chain in chains for holder in statement.holders)
        or (statement.place is not None and statement.place.chain in chains)
    )


def _sources(ledger: Ledger, statement: Statement) -> set[str]:
    names = [holder.name for holder in statement.holders]
    names.append(ledger.documents[statement.document].publisher or "")
    return set(map(fold, names))


def _says(ledger: Ledger, statement: Statement, words: tuple[str, ...]) -> bool:
    fillers = (filler for found in statement.roles.values() for filler in found)
    chains = [filler.chain for filler in fillers] + [holder.chain for holder in statement.holders]
    entities = (ledger.entity_of(chain) for chain in chains)
    names = [entity.name for entity in entities if entity is not None]
    named = [holder.name for holder in statement.holders]
    text = f" {fold(' '.join([statement.quote, *names, *named]))} "
    return all(f" {each} " in text for each in words)


def _acts(event: Event, actor: Entity) -> bool:
    return _fills(event.roles.get("actor", ()), actor)


def _fills(fillers: Sequence[Filler], entity: Entity) -> bool:
    return any(filler.chain in entity.chains for filler in fillers)


def _lies(ledger: Ledger, event: Event, statements: tuple[Statement, ...], entity: Entity) -> bool:
    named = (each.place.chain for each in statements if each.place is not None)
    if any(found.id == entity.id for chain in named if (found := ledger.entity_of(chain))):
        return True
    return any(
        lies_in(place, entity.place)
        for place in (event.place, *(x.place.there for x in statements if x.place is not None))
        if place is not None and entity.place is not None
    )


def lies_in(inner: Place, outer: Place) -> bool:
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
