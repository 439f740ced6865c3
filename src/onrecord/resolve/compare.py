"""What speaks for and against two chains of different reports being one thing.

Each comparison finds one of its declared levels, or nothing where either side is silent (Fellegi
and Sunter 1969); what a level weighs stands in `linkage`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.lexicon.globe import distance_km
from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.namesakes import Scope, namesakes
from onrecord.lexicon.naming import Likeness, NameMatch, match
from onrecord.model import EntityType, TimeInterval
from onrecord.resolve.candidate import Candidate, plain

__all__ = ["COMPARISONS", "Finding", "agreement", "compare", "kind_of"]

_NEAR_KM = 25.0
_MUCH_COMPANY = 3
_MOST_NAMES = 6
_YEAR = 365
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})
_BEARERS = {
    Scope.COUNTRY: "a body in any country",
    Scope.LOCAL: "bodies in many towns and services",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The level that a comparison found, and why, in words.

    What is `decisive` keeps two chains apart whatever else agrees.
    """

    comparison: str
    level: str
    reason: str
    decisive: bool = False


def compare(left: Candidate, right: Candidate) -> tuple[Finding, ...]:
    """What the comparisons find, in their order."""
    found = (comparison(left, right) for comparison in COMPARISONS)
    return tuple(each for each in found if each is not None)


def kind_of(candidate: Candidate) -> str:
    """Which weights apply: those of a person, a body or a place."""
    if candidate.chain.type is EntityType.PERSON:
        return "person"
    return "body" if candidate.chain.type in _BODIES else "place"


def agreement(left: Candidate, right: Candidate) -> Finding | None:
    """How the names agree: as full names, by an acronym that the reports give, or by initials."""
    one, other = _spelled_out(left), _spelled_out(right)
    known = _full_match(left, left.full_names, right.full_names, Likeness.IDENTICAL)
    known = known or _full_match(left, one, other, Likeness.VARIANT)
    known = known or _full_match(left, one, other, Likeness.LESS)
    if known:
        return known
    shared = {plain(each) for each in _short(left)} & {plain(each) for each in _short(right)}
    if shared and one and other:
        told = f"only the acronym agrees: {min(shared)}; the full names do not"
        return Finding("name", "acronym only", told)
    if shared:
        return Finding("name", "acronym", f"the acronym agrees: {min(shared)}")
    initials = _full_match(left, left.full_names, right.full_names, Likeness.INITIALS)
    return initials and Finding("name", "initials", initials.reason)


def _full_match(
    left: Candidate, names: tuple[str, ...], others: tuple[str, ...], likeness: Likeness
) -> Finding | None:
    for one, other in _pairs(names, others):
        found = _match(one, other, left.chain.type)
        if found.likeness is likeness:
            scope = _scope(left.chain.type, one, other)
            if scope is not None:
                told = f"{found.reason}, as of {_BEARERS[scope]}"
                return Finding("name", "namesakes", told)
            return Finding("name", f"{likeness}, {_length(left)}", found.reason)
    return None


def _scope(kind: EntityType, *names: str) -> Scope | None:
    """Of what two bodies can be the only one of their names."""
    found = [namesakes(name) for name in names] if kind in _BODIES else []
    return max(filter(None, found), default=None)


@lru_cache(maxsize=200_000)
def _match(left: str, right: str, kind: EntityType) -> NameMatch:
    return match(left, right, kind)


def _pairs(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in left[:_MOST_NAMES] for other in right[:_MOST_NAMES])


def _spelled_out(candidate: Candidate) -> tuple[str, ...]:
    return tuple(name for name in candidate.full_names if not is_acronym(name))


def _short(candidate: Candidate) -> tuple[str, ...]:
    return (candidate.chain.name, *candidate.acronyms)


def _length(candidate: Candidate) -> int:
    """Words, up to three: a longer name is rarer, and says more."""
    return min(3, max((len(plain(name).split()) for name in candidate.full_names), default=1))


def _kinds(left: Candidate, right: Candidate) -> Finding:
    one, other = left.chain.type, right.chain.type
    if one is other:
        return Finding("kind", "same", f"the same kind: {one.value}")
    told = f"of two kinds: {one.value} and {other.value}"
    # Whether a militia is a group or an organisation, an airport a place or a facility, is a
    # matter of wording.
    kindred = any({one, other} <= kin for kin in (_BODIES, _PLACES))
    return Finding("kind", "kindred" if kindred else "other", told)


def _offices(left: Candidate, right: Candidate) -> Finding | None:
    return _shared("office", "the same office", left.offices, right.offices)


def _memberships(left: Candidate, right: Candidate) -> Finding | None:
    return _shared("body", "tied to the same", left.bodies, right.bodies)


def _shared(
    comparison: str, words: str, left: frozenset[str], right: frozenset[str]
) -> Finding | None:
    if not left or not right:
        return None
    common = left & right
    if common:
        return Finding(comparison, "shared", f"{words}: {', '.join(sorted(common)[:3])}")
    return Finding(comparison, "differs", f"not {words}: {min(left)}, {min(right)}")


def _company(left: Candidate, right: Candidate) -> Finding | None:
    if not left.company or not right.company:
        return None
    common = sorted(left.company & right.company)
    if not common:
        return Finding("company", "none", "nobody else is named in both reports")
    level = "much" if len(common) >= _MUCH_COMPANY else "some"
    return Finding("company", level, f"both reports name {', '.join(common[:3])}")


def _sex(left: Candidate, right: Candidate) -> Finding | None:
    if left.sex is None or right.sex is None:
        return None
    if left.sex == right.sex:
        return Finding("sex", "same", "the same sex")
    return Finding("sex", "other", "one is a man, the other a woman")


def _setting(left: Candidate, right: Candidate) -> Finding | None:
    """Only what has namesakes is compared by the country that its report is about."""
    scope = _scope(left.chain.type, left.chain.name, right.chain.name)
    if scope is Scope.LOCAL:
        return Finding("setting", "local", "which of many is not said")
    if scope is None or left.country is None or right.country is None:
        return None
    if left.country == right.country:
        return Finding("setting", "same", f"both reports are about {left.country}")
    told = f"one report is about {left.country}, the other about {right.country}"
    return Finding("setting", "other", told)


def _position(left: Candidate, right: Candidate) -> Finding | None:
    one, other = left.place, right.place
    if one is None or other is None:
        return None
    if one.geonames_id is not None and one.geonames_id == other.geonames_id:
        return Finding("position", "same", f"the same place on the map: {one.name}")
    apart = distance_km(one, other)
    if apart is None:
        return None
    within = max(_NEAR_KM, one.radius_km or 0.0, other.radius_km or 0.0)
    if apart > within:
        return Finding("position", "apart", f"the two places are {apart:.0f} km apart", True)
    return Finding("position", "near", f"the two places are {apart:.0f} km apart")


def _births(left: Candidate, right: Candidate) -> Finding | None:
    return _moment("birth", left.born, right.born)


def _deaths(left: Candidate, right: Candidate) -> Finding | None:
    return _moment("death", left.died, right.died)


def _moment(
    comparison: str, one: TimeInterval | None, other: TimeInterval | None
) -> Finding | None:
    """Reports often differ by days on one death; a year apart, they speak of two."""
    if one is None or other is None:
        return None
    apart = max(_days(one.latest, other.earliest), _days(other.latest, one.earliest))
    if apart <= 0:
        return Finding(comparison, "same", f"the same time of {comparison}")
    return Finding(
        comparison, "other", f"two times of {comparison}, {apart} days apart", apart > _YEAR
    )


def _days(end: date | None, begin: date | None) -> int:
    """From `end` to `begin`; 0 where one is open."""
    return 0 if end is None or begin is None else (begin - end).days


COMPARISONS: tuple[Callable[[Candidate, Candidate], Finding | None], ...] = (
    agreement,
    _kinds,
    _offices,
    _memberships,
    _company,
    _setting,
    _sex,
    _position,
    _births,
    _deaths,
)
