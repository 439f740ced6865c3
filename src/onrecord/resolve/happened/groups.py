"""Which statements tell of one event: keys that they share, pairs that are compared, groups.

Whatever is derived here is a function of the statements, their entities and their reports' days and
names. Two statements are compared where they share a key and fewer than `NEAR` others that have it
stand between them in the record's order: so an event in all the news costs no more than others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.tables import rows
from onrecord.model import Judgement, Opinion
from onrecord.resolve.cluster import cluster, standing
from onrecord.resolve.compare import Finding
from onrecord.resolve.happened.compare import KINDRED, compare, kind_of
from onrecord.resolve.happened.telling import SINGLE_DAYS, Telling
from onrecord.resolve.linkage import Linkage

__all__ = ["JOINED", "NEAR", "Group", "chance", "gather", "linkage", "near", "telling_keys"]

NEAR = 16
JOINED = 0.7
"""The probability from which two statements tell of one event."""
_MEAN = 0.6
"""The mean probability of their pairs from which two groups do."""
_SPOKEN_FOR = 6
"""Members that stand for a group, its first in the record's order."""
_ONE_DEATH = 0.95
_ITS_TOLL = 0.99
_MISCOUNTED, _OTHERS = ("count", "another"), 0.3
"""Twenty captives are not thirty, whatever else agrees; tolls grow."""
_PLACES = frozenset({("place", "apart"), ("place", "far")})
"""What one report tells of two places is two events, unless it befalls somebody once."""
_THERE_AND_THEN = frozenset({("deed", "same"), ("place", "same"), ("time", "same day")})
_SPOT_KM = 30.0
_ENOUGH = {"across": 3, "within": 2}
_FORTNIGHT, _BEFORE, _AROUND = 14, 7, 1


@cache
def linkage() -> Linkage:
    """The weights that this version comes with, in bits (training/happened/weights.py)."""
    prior: dict[str, float] = {}
    weights: dict[tuple[str, str, str], float] = {}
    for kind, comparison, level, weight, *_ in rows("happened", 6):
        if comparison == "prior":
            prior[kind] = float(weight)
        else:
            weights[kind, comparison, level] = float(weight)
    return Linkage(prior, weights)


@cache
def _pins() -> dict[tuple[str, str, str], int]:
    return {(kind, name, level): int(pins) for kind, name, level, *_, pins in rows("happened", 6)}


def chance(left: Telling, right: Telling) -> float:
    """The probability that two statements tell of one event.

    It is 0 where something decisive speaks against it, and where what agrees pins no event down:
    of who suffered, who did it, when, where and how many, it takes several to agree, unless a thing
    is told that befalls nobody twice. That both reports are about the same war says nothing. The
    deaths of one and the same are one, and an event and its tolls.
    """
    findings = compare(left, right)
    one = left.dead & right.dead or _is_toll(left, right)
    if not one and not _pinned(left, right, kind_of(left, right), findings):
        return 0.0
    return _likeness(left, right, findings)


def _likeness(left: Telling, right: Telling, findings: Sequence[Finding]) -> float:
    """How well two statements fit one event, whether or not anything pins it down."""
    if _is_toll(left, right):
        return _ITS_TOLL
    if any(each.decisive for each in findings):
        return 0.0
    if left.dead & right.dead:
        return _ONE_DEATH
    likely = round(linkage().probability(kind_of(left, right), findings), 4)
    told = {(each.comparison, each.level) for each in findings}
    once = left.once and right.once
    if left.document == right.document and not once and not _PLACES.isdisjoint(told):
        return 0.0
    return min(likely, _OTHERS) if _MISCOUNTED in told else likely


def _is_toll(left: Telling, right: Telling) -> bool:
    """Whether one is a toll of the other, or both are of one event."""
    return left.id == right.of or right.id == left.of or bool(left.of and left.of == right.of)


def _pinned(left: Telling, right: Telling, kind: str, findings: Sequence[Finding]) -> bool:
    pins = {each.comparison: _pins()[kind, each.comparison, each.level] for each in findings}
    once = left.once and right.once and pins.get("sufferer", 0) > 0
    levels = {(each.comparison, each.level) for each in findings}
    told_there = levels >= _THERE_AND_THEN and _is_spot(left) and _is_spot(right)
    return once or told_there or sum(pins.values()) >= _ENOUGH[kind]


def _is_spot(telling: Telling) -> bool:
    """Whether it is told to have been in one town, or at a spot in it."""
    return telling.place is None or (telling.place.radius_km or 0.0) <= _SPOT_KM


def telling_keys(telling: Telling) -> tuple[str, ...]:
    """What a statement has to share with another for the two to be compared.

    One that sums up several events shares nothing.
    """
    if telling.many:
        return ()
    kind = "harm" if telling.kind in KINDRED else telling.kind.value
    common = f"{kind}\t{telling.manner}"
    marks = sorted(set(_marks(telling)))
    across = [f"{common}\t{when}\t{mark}" for when in _periods(telling) for mark in marks]
    deaths = (f"{common}\tdeath of {each}" for each in sorted(telling.dead))
    return (f"{common}\t{telling.document}", *deaths, *across)


def _marks(telling: Telling) -> Iterator[str]:
    """Who suffers; and who acts, where, or what suffers, with the deed."""
    yield from telling.sufferer.entities
    for word in telling.sorts:
        yield from (f"{word}\twith {entity}" for entity in telling.account.about)
        for entity in telling.actor.entities:
            yield f"{word}\tby {entity}"
        for head in telling.sufferer.heads:
            yield f"{word}\tto {head}"
        if telling.place is not None and telling.place.country:
            yield f"{word}\tin {telling.place.country}"
    if telling.place_entity is not None:
        yield f"at {telling.place_entity}"
    if telling.wording is not None:
        yield f"said {telling.wording}"


def _periods(telling: Telling) -> Iterator[str]:
    """The fortnights in which it can have been: of its time, else before its report came."""
    time, published = telling.time, telling.account.published
    if time is not None and time.earliest is not None and time.latest is not None:
        begin, end = time.earliest.toordinal() - _AROUND, time.latest.toordinal() + _AROUND
        if end - begin <= SINGLE_DAYS + 2 * _AROUND:
            yield from map(str, range(begin // _FORTNIGHT, end // _FORTNIGHT + 1))
        else:
            yield from (f"{year} as a whole" for year in {time.earliest.year, time.latest.year})
    elif published is not None:
        end = published.toordinal()
        yield from map(str, range((end - _BEFORE) // _FORTNIGHT, end // _FORTNIGHT + 1))
    if published is None:
        yield "some time"


def near(listed: Sequence[str], among: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """The pairs to compare of those that share a key, listed in the record's order; only those of
    some, if told."""
    for place, each in enumerate(listed):
        if among is None:
            yield from ((before, each) for before in listed[max(0, place - NEAR) : place])
        elif each in among:
            beside = listed[max(0, place - NEAR) : place + NEAR + 1]
            yield from ((each, other) for other in beside if other != each)


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of an event, and the two that are least likely to tell of one, of those that
    join them; none where people or nothing joined them."""

    statements: tuple[str, ...]
    confidence: float = 1.0
    doubted: tuple[str, str] | None = None


def gather(
    tellings: Sequence[Telling],
    pairs: Iterable[tuple[str, str]],
    answers: Iterable[Judgement] = (),
) -> list[Group]:
    """The statements of each event, in their order, of statements in the record's order.

    What people answered of two statements holds. Then the likeliest pairs are joined first, as
    long as the mean of the pairs between two groups speaks for it, and nothing decisive against
    (Sokal and Michener 1958).
    """
    groups = _Groups(tellings, answers)
    for likely, left, right in groups.best_first(pairs):
        groups.join(likely, left, right)
    return groups.told()


class _Groups:
    """Groups of statements that grow together."""

    def __init__(self, tellings: Sequence[Telling], answers: Iterable[Judgement]) -> None:
        self._telling = {each.id: each for each in tellings}
        self._rank = {each.id: rank for rank, each in enumerate(tellings)}
        counted = standing(answers)
        known = (list(group) for group in cluster([*self._rank], counted))
        self._group = {each: group for group in known for each in group}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for answer in counted:
            if answer.opinion is Opinion.DIFFERENT:
                self._apart[answer.left].add(answer.right)
                self._apart[answer.right].add(answer.left)
        self._joins: list[tuple[float, str, str]] = []
        self._likenesses: dict[tuple[str, str], float] = {}

    def best_first(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[float, str, str]]:
        """The pairs that may be joined, each with how likely they are one, the likeliest first."""
        rank, of = self._rank, self._telling
        likely = [(chance(of[one], of[other]), one, other) for one, other in set(pairs)]
        found = [each for each in likely if each[0] >= JOINED]
        found.sort(key=lambda each: (-each[0], rank[each[1]], rank[each[2]]))
        return found

    def join(self, likely: float, left: str, right: str) -> None:
        """Make two groups one, if they are of one event."""
        one, other = self._group[left], self._group[right]
        if one is other or self._are_apart(one, other) or not self._agree(one, other):
            return
        self._joins.append((likely, left, right))
        together = sorted((*one, *other), key=self._rank.__getitem__)
        for member in together:
            self._group[member] = together

    def told(self) -> list[Group]:
        """The groups by their first statements."""
        # The last join of a group is the least likely of its joins.
        weakest = {self._group[join[1]][0]: join for join in self._joins}
        groups = [tuple(group) for each, group in self._group.items() if group[0] == each]
        groups.sort(key=lambda group: self._rank[group[0]])
        return [_group(each, weakest.get(each[0])) for each in groups]

    def _are_apart(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether people keep any two of theirs apart."""
        return any(not self._apart[x].isdisjoint(other) for x in one if x in self._apart)

    def _agree(self, one: Sequence[str], other: Sequence[str]) -> bool:
        pairs = [(x, y) for x in one[:_SPOKEN_FOR] for y in other[:_SPOKEN_FOR]]
        between = {pair: self._fit(*pair) for pair in pairs}
        if min(between.values()) == 0.0:
            return False
        # "The attack" says too little to be held against those that its report does not resemble.
        telling = [x for pair, x in between.items() if not any(self._telling[y].bare for y in pair)]
        return not telling or sum(telling) / len(telling) >= _MEAN

    def _fit(self, left: str, right: str) -> float:
        pair = (left, right) if self._rank[left] < self._rank[right] else (right, left)
        if pair not in self._likenesses:
            one, other = (self._telling[each] for each in pair)
            self._likenesses[pair] = _likeness(one, other, compare(one, other))
        return self._likenesses[pair]


def _group(statements: tuple[str, ...], weakest: tuple[float, str, str] | None) -> Group:
    if weakest is None:
        return Group(statements)
    likely, left, right = weakest
    return Group(statements, likely, (left, right))
