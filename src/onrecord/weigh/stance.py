"""Whether a statement holds that a matter happened, or that it did not."""

from enum import StrEnum

from onrecord.model import Factuality, Predicate, PredicateFamily, Statement, Status

__all__ = ["Stance", "spares", "stance", "weak"]

_NOT_YET = frozenset(
    {Status.PROMISED, Status.THREATENED, Status.PLANNED, Status.HYPOTHETICAL, Status.RETRACTED}
)
_WEAK = frozenset({Factuality.POSSIBLE, Factuality.UNCOMMITTED})


class Stance(StrEnum):
    """What a statement says on whether a matter happened."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


def stance(statement: Statement) -> Stance:
    """By its predicate where it speaks of another statement, else by its own certainty.

    Who says that an event hurt nobody does not say that there was none.
    """
    if statement.predicate is Predicate.DENIES:
        return Stance.AGAINST
    if statement.predicate is Predicate.CLAIMS_RESPONSIBILITY:
        return Stance.FOR
    if statement.predicate.family is PredicateFamily.SPEECH:
        return Stance.NEITHER
    status = set(statement.certainty.status)
    if not status.isdisjoint(_NOT_YET):
        return Stance.NEITHER
    if statement.certainty.factuality.value.endswith("-"):
        return Stance.NEITHER if spares(statement) else Stance.AGAINST
    open_ = statement.certainty.factuality is Factuality.UNCOMMITTED
    return Stance.NEITHER if open_ and Status.UNVERIFIABLE not in status else Stance.FOR


def spares(statement: Statement) -> bool:
    """Whether it is the toll of an event that killed or hurt nobody."""
    counts = statement.magnitudes or {}
    event = statement.predicate.family is PredicateFamily.EVENT
    return event and bool(statement.about and counts) and not any(x.best for x in counts.values())


def weak(statement: Statement) -> bool:
    """Whether whoever holds it does not stand by it: it is only possible, or cannot be verified."""
    certainty = statement.certainty
    return certainty.factuality in _WEAK or Status.UNVERIFIABLE in certainty.status
