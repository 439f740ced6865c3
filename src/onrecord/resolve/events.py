"""From statements to events: which statements speak of the same thing that happened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.lexicon.names import fold
from onrecord.model import (
    Event,
    Filler,
    Magnitude,
    Place,
    PredicateFamily,
    Statement,
    TimeInterval,
)

__all__ = ["event_keys", "events"]

_SUFFERS = ("recipient", "target")


def events(statements: Iterable[Statement], entity_of: Mapping[str, str]) -> tuple[Event, ...]:
    """The events that the event statements tell of, in their order.

    `entity_of` maps a chain to its entity. Statements of one report join when type, mode and who or
    what suffers agree and their times can both be right; statements of different reports when type,
    who or what suffers and the day agree. A role's span is one in the report of the first statement
    that fills the role with these words.
    """
    groups: list[_Group] = []
    index: dict[tuple[str, ...], list[_Group]] = {}
    for statement in statements:
        if statement.predicate.family is not PredicateFamily.EVENT:
            continue
        keys = _keys(statement, entity_of)
        near = (group for key in keys for group in index.get(key, ()))
        group = next((each for each in near if each.fits(statement)), None)
        if group is None:
            group = _Group()
            groups.append(group)
        group.statements.append(statement)
        for key in keys:
            held = index.setdefault(key, [])
            if group not in held:
                held.append(group)
    return tuple(_event(group.statements, entity_of) for group in groups)


def event_keys(statement: Statement, entity_of: Mapping[str, str]) -> tuple[str, ...]:
    """What an event statement has to share with another for them to tell of one event."""
    return tuple("\t".join(key) for key in _keys(statement, entity_of))


@dataclass(slots=True, eq=False)
class _Group:
    statements: list[Statement] = field(default_factory=list)

    def fits(self, statement: Statement) -> bool:
        return all(_compatible(_interval(each), _interval(statement)) for each in self.statements)


def _keys(statement: Statement, entity_of: Mapping[str, str]) -> list[tuple[str, ...]]:
    """What statements of the same event share: within a report, then across reports."""
    fillers = (filler for role in _SUFFERS for filler in statement.roles.get(role, ()))
    chains = sorted({filler.chain for filler in fillers if filler.chain is not None})
    deed = (statement.predicate.value, statement.mode or "", statement.document)
    within: list[tuple[str, ...]] = [(*deed, chain) for chain in chains]
    day = _day(_interval(statement))
    if day is None:
        return within
    suffering = sorted({entity_of[chain] for chain in chains if chain in entity_of})
    return within + [(statement.predicate.value, day.isoformat(), entity) for entity in suffering]


def _day(interval: TimeInterval | None) -> date | None:
    if interval is None or interval.earliest != interval.latest:
        return None
    return interval.earliest


def _interval(statement: Statement) -> TimeInterval | None:
    """When it was; what holds as of its telling may have begun at any time before."""
    time = statement.time
    return None if time is None or time.value == "PRESENT_REF" else time.interval


def _compatible(left: TimeInterval | None, right: TimeInterval | None) -> bool:
    if left is None or right is None:
        return True
    ends = ((left.earliest, right.latest), (right.earliest, left.latest))
    return all(begin is None or end is None or begin <= end for begin, end in ends)


def _event(statements: Sequence[Statement], entity_of: Mapping[str, str]) -> Event:
    return Event(
        id=f"event:{statements[0].id}",
        type=statements[0].predicate,
        mode=next((each.mode for each in statements if each.mode), None),
        roles=_roles(statements, entity_of),
        magnitudes=_magnitudes(statements),
        time=_narrowest(filter(None, map(_interval, statements))),
        place=_place(statements),
        statements=tuple(statement.id for statement in statements),
    )


def _roles(
    statements: Sequence[Statement], entity_of: Mapping[str, str]
) -> dict[str, tuple[Filler, ...]]:
    """Every filler once: fillers with the same entity, or the same words, are one."""
    roles: dict[str, dict[str, Filler]] = {}
    for statement in statements:
        for role, fillers in statement.roles.items():
            for filler in fillers:
                same = entity_of.get(filler.chain or "", filler.chain) or fold(filler.text)
                roles.setdefault(role, {}).setdefault(same, filler)
    return {role: tuple(fillers.values()) for role, fillers in roles.items()}


def _magnitudes(statements: Sequence[Statement]) -> dict[str, Magnitude]:
    """Each count with the bounds of all statements; no best one where they differ."""
    given: dict[str, list[Magnitude]] = {}
    for statement in statements:
        for name, magnitude in (statement.magnitudes or {}).items():
            given.setdefault(name, []).append(magnitude)
    return {name: _bounds(counts) for name, counts in given.items()}


def _bounds(counts: Sequence[Magnitude]) -> Magnitude:
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    bests = {count.best for count in counts if count.best is not None}
    return Magnitude(
        min(lows, default=None),
        bests.pop() if len(bests) == 1 else None,
        max(highs, default=None) if len(highs) == len(counts) else None,
    )


def _narrowest(intervals: Iterable[TimeInterval]) -> TimeInterval | None:
    def days(interval: TimeInterval) -> int:
        begin, end = interval.earliest or date.min, interval.latest or date.max
        return (end - begin).days

    return min(intervals, key=days, default=None)


def _place(statements: Sequence[Statement]) -> Place | None:
    found = [each.place.there for each in statements if each.place and each.place.there]
    return min(found, key=lambda place: place.radius_km or 0.0, default=None)
