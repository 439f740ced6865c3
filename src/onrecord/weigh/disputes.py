"""What statements on one matter disagree on; each side is kept as it stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from onrecord.lexicon.globe import distance_km
from onrecord.lexicon.names import fold
from onrecord.model import (
    Dispute,
    EntityType,
    Origin,
    Place,
    Predicate,
    Side,
    Statement,
    TimeInterval,
)
from onrecord.weigh.doers import Doer, doers
from onrecord.weigh.evidence import Evidence
from onrecord.weigh.origins import origins
from onrecord.weigh.stance import spares
from onrecord.weigh.tolls import agree, figure, standing, tolls

__all__ = ["disputes"]

T = TypeVar("T")

_KINDS = (EntityType.GROUP, EntityType.PERSON, EntityType.ORGANISATION)
_NEARBY_KM = 10.0
"""Places closer than this, beside what each of them covers, may be one."""


def disputes(
    held: Sequence[Statement],
    against: Sequence[Statement],
    about: Sequence[Statement],
    sources: Sequence[Origin],
    evidence: Evidence,
    *,
    cleared: Sequence[Statement] = (),
) -> tuple[Dispute, ...]:
    """Whether it happened, then counts, time, place, actor and motive.

    `held` are the statements that hold the matter, which lead back to `sources`, `against` those
    that deny it; `about` are all that are about it, what says that it spared everybody too;
    `cleared` those that only deny that one did it.
    Only what different sources say is a dispute.
    """
    found = [_whether(held, against)]
    counted = [*held, *(each for each in about if spares(each))]
    givers = sources if len(counted) == len(held) else origins(counted, evidence)
    for name in sorted({name for each in counted for name in each.magnitudes or {}}):
        found.append(_toll(name, counted, givers, evidence))
    origin_of = {x: number for number, each in enumerate(sources) for x in each.statements}
    times = {each.id: time for each in held if (time := _interval(each))}
    found.append(_between("time", times, origin_of, _apart, _span_words))
    places = {each.id: each.place.there for each in held if each.place and each.place.there}
    found.append(_between("place", places, origin_of, _distant, lambda place: place.name))
    found.append(_cleared(held, cleared, evidence) or _actor(held, origin_of, evidence))
    found.append(_motive(about, evidence))
    return tuple(each for each in found if each is not None)


def _whether(held: Sequence[Statement], against: Sequence[Statement]) -> Dispute | None:
    if not held or not against:
        return None
    sides = (("it happened", held), ("it did not happen", against))
    given = (Side(value, tuple(each.id for each in said)) for value, said in sides)
    return Dispute("factuality", tuple(given))


def _toll(
    name: str, counted: Sequence[Statement], sources: Sequence[Origin], evidence: Evidence
) -> Dispute | None:
    series = tolls(name, counted, sources, evidence)
    given = standing(series)
    if agree(given):
        return None
    last = {figure(each.magnitude) for each in given}
    told = ((figure(each.magnitude), each.statement) for each in series)
    return _sides(name, [side for side in told if side[0] in last])


def _between(
    on: str,
    given: Mapping[str, T],
    origin_of: Mapping[str, int],
    apart: Callable[[T, T], bool],
    words: Callable[[T], str],
) -> Dispute | None:
    """A dispute if what two sources give cannot both be right."""
    differing = any(
        origin_of[one] != origin_of[other] and apart(given[one], given[other])
        for one, other in combinations(given, 2)
    )
    return (
        _sides(on, [(words(x), statement) for statement, x in given.items()]) if differing else None
    )


def _sides(on: str, given: Iterable[tuple[str, str]]) -> Dispute:
    sides: dict[str, list[str]] = {}
    for value, statement in given:
        sides.setdefault(value, []).append(statement)
    return Dispute(on, tuple(Side(value, tuple(said)) for value, said in sides.items()))


def _interval(statement: Statement) -> TimeInterval | None:
    time = statement.time
    return None if time is None or time.value == "PRESENT_REF" else time.interval


def _apart(one: TimeInterval, other: TimeInterval) -> bool:
    ends = ((one.latest, other.earliest), (other.latest, one.earliest))
    return any(end is not None and begin is not None and end < begin for end, begin in ends)


def _span_words(interval: TimeInterval) -> str:
    first, last = interval.earliest, interval.latest
    if first == last:
        return str(first)
    return f"{first or '..'}/{last or '..'}"


def _distant(one: Place, other: Place) -> bool:
    away = distance_km(one, other)
    return away is not None and away > (one.radius_km or 0) + (other.radius_km or 0) + _NEARBY_KM


def _cleared(
    held: Sequence[Statement], cleared: Sequence[Statement], evidence: Evidence
) -> Dispute | None:
    """Whether one did it whom some name for it, and some clear."""
    did = [(each, who) for each in held if (who := doers(each, evidence))]
    named = [(_names(who), each.id) for each, who in did]
    for each in cleared:
        who = doers(each, evidence)
        if any(one.may_be(other) for one in who for _, others in did for other in others):
            return _sides("actor", [*named, (f"not {_names(who)}", each.id)])
    return None


def _actor(
    held: Sequence[Statement], origin_of: Mapping[str, int], evidence: Evidence
) -> Dispute | None:
    """Named actors of one type, where no source names both; whoever claims it is one of them."""
    known = {each.id: [x for x in doers(each, evidence) if x.id is not None] for each in held}
    for kind in _KINDS:
        of_kind = {x: frozenset(y for y in who if y.type is kind) for x, who in known.items()}
        given = {statement: who for statement, who in of_kind.items() if who}
        found = _between("actor", given, origin_of, frozenset.isdisjoint, _names)
        if found is not None:
            return found
    return None


def _names(who: Iterable[Doer]) -> str:
    return ", ".join(sorted(each.name for each in who))


def _motive(about: Sequence[Statement], evidence: Evidence) -> Dispute | None:
    """Different reasons of different sources, without a word in common."""
    explaining = [x for x in about if x.predicate is Predicate.EXPLAINS and x.roles.get("object")]
    sources = origins(explaining, evidence)
    origin_of = {x: number for number, each in enumerate(sources) for x in each.statements}
    reasons = {each.id: each.roles["object"][0].text for each in explaining}
    return _between("motive", reasons, origin_of, _unlike, lambda reason: " ".join(reason.split()))


def _unlike(one: str, other: str) -> bool:
    words = ({word for word in fold(each).split() if len(word) > 3} for each in (one, other))
    return next(words).isdisjoint(next(words))
