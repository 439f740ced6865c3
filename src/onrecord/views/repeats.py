"""Statements of one report that repeat each other."""

from collections.abc import Sequence

from onrecord.model import Predicate, Statement
from onrecord.views.wording import flat, toll

__all__ = ["fullest", "grouped"]


def grouped(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements of one report, those together that repeat each other.

    They repeat each other where predicate, mode, role chains, holders and certainty are the same
    and neither times nor counts differ; a time or count that one leaves out is no difference. A
    plain `says` has its words for roles: one within the words of another repeats it.
    """
    groups: dict[object, list[list[Statement]]] = {}
    for statement in statements:
        alike = groups.setdefault(_key(statement), [])
        for group in alike:
            if all(_agree(statement, other) for other in group):
                group.append(statement)
                break
        else:
            alike.append([statement])
    return [group for alike in groups.values() for group in alike]


def _key(statement: Statement) -> object:
    roles = frozenset(
        (role, frozenset(filler.chain or flat(filler.text).casefold() for filler in fillers))
        for role, fillers in statement.roles.items()
    )
    holders = tuple(holder.chain or holder.name for holder in statement.holders)
    filled = None if statement.predicate is Predicate.SAYS else roles
    certainty = (statement.certainty.factuality, frozenset(statement.certainty.status))
    return (statement.predicate, statement.mode, filled, holders, certainty)


def _agree(left: Statement, right: Statement) -> bool:
    if left.predicate is Predicate.SAYS and flat(left.quote) != flat(right.quote):
        within = left.span.contains(right.span) or right.span.contains(left.span)
        if not within:
            return False
    times = {
        statement.time.interval
        for statement in (left, right)
        if statement.time and statement.time.interval
    }
    counts = {toll(statement.magnitudes) for statement in (left, right)} - {""}
    return len(times) < 2 and len(counts) < 2


def fullest(repeats: Sequence[Statement]) -> Statement:
    """Of statements that repeat each other the one that says most of it."""
    return max(repeats, key=_fullness)


def _fullness(statement: Statement) -> tuple[bool, int, bool, bool, int, int]:
    """What makes a statement the best of its repeats; the first in the text wins a tie."""
    dated = statement.time is not None and statement.time.interval is not None
    counted = bool(toll(statement.magnitudes))
    filled = len(statement.roles) + (statement.place is not None)
    length = len(statement.span) if statement.predicate is Predicate.SAYS else 0
    return (not statement.summary, length, dated, counted, filled, -statement.span.begin)
