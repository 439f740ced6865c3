"""From statements to events: which statements speak of the same thing that happened."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.lexicon.names import fold
from onrecord.model import (
    Event,
    Filler,
    Judgement,
    Magnitude,
    Place,
    Predicate,
    PredicateFamily,
    Statement,
    TimeInterval,
)
from onrecord.model.anchor import event_id
from onrecord.resolve.happened import (
    Account,
    Group,
    gather,
    interval,
    near,
    telling_keys,
    tellings,
)

__all__ = ["events"]


def events(
    statements: Iterable[Statement],
    entity_of: Mapping[str, str],
    accounts: Mapping[str, Account],
    pairs: Iterable[tuple[str, str]] | None = None,
    answers: Iterable[Judgement] = (),
) -> tuple[Event, ...]:
    """The events that event statements tell of, by their first statements.

    `statements` come in the record's order, `entity_of` maps a chain to its entity, `accounts` a
    document to what is known of it. `pairs` are those to compare, by default all that these
    statements' keys bring together; `answers` are people's, of which a side is the id of a
    statement. A role's span is one in the report of the first statement that
    fills the role with these words.
    """
    told = {each.id: each for each in statements if each.predicate.family is PredicateFamily.EVENT}
    by_document: dict[str, list[Statement]] = {}
    for each in told.values():
        by_document.setdefault(each.document, []).append(each)
    told_of = {
        each.id: each
        for document, found in by_document.items()
        for each in tellings(found, entity_of, accounts.get(document, Account()))
    }
    ordered = [told_of[each] for each in told]
    if pairs is None:
        listed: dict[str, list[str]] = {}
        for every in ordered:
            for key in telling_keys(every):
                listed.setdefault(key, []).append(every.id)
        pairs = (pair for sharing in listed.values() for pair in near(sharing))
    groups = gather(ordered, pairs, answers)
    return tuple(_event(each, [told[x] for x in each.statements], entity_of) for each in groups)


def _event(group: Group, statements: Sequence[Statement], entity_of: Mapping[str, str]) -> Event:
    kind = _type(statements)
    return Event(
        id=event_id(group.statements[0]),
        type=kind,
        mode=next((x.mode for x in statements if x.mode and x.predicate is kind), None),
        roles=_roles(statements, entity_of),
        magnitudes=_magnitudes(statements),
        time=_narrowest(filter(None, map(interval, statements))),
        place=_place(statements),
        statements=group.statements,
        confidence=group.confidence,
        doubted=group.doubted,
    )


def _type(statements: Sequence[Statement]) -> Predicate:
    """What most of them call it, of equals the first; not what its toll is of by itself."""
    own = [each for each in statements if not each.about] or statements
    return Counter(each.predicate for each in own).most_common(1)[0][0]


def _roles(
    statements: Sequence[Statement], entity_of: Mapping[str, str]
) -> dict[str, tuple[Filler, ...]]:
    """Every filler once: fillers with the same entity, or the same words, are one. Those whom a
    toll counts are in its magnitudes, and no party unless they are known."""
    roles: dict[str, dict[str, Filler]] = {}
    for statement in statements:
        for role, fillers in statement.roles.items():
            for filler in fillers:
                if statement.about and filler.chain not in entity_of:
                    continue
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
    def days(each: TimeInterval) -> int:
        begin, end = each.earliest or date.min, each.latest or date.max
        return (end - begin).days

    return min(intervals, key=days, default=None)


def _place(statements: Sequence[Statement]) -> Place | None:
    found = [each.place.there for each in statements if each.place and each.place.there]
    return min(found, key=lambda place: place.radius_km or 0.0, default=None)
