"""What speaks for and against two chains being one thing."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from onrecord.lexicon.names import fold, is_acronym
from onrecord.model import EntityType, Place
from onrecord.resolve.block import keys
from onrecord.resolve.candidate import Candidate

__all__ = ["Comparison", "compare", "distance_km"]

_EARTH_KM = 6371.0
_NEAR_KM = 25.0
_KINDRED = (
    frozenset({EntityType.GROUP, EntityType.ORGANISATION}),
    frozenset({EntityType.PLACE, EntityType.FACILITY}),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The evidence on two chains that share the name `key`.

    `against` says what speaks against their being one, `doubts` what makes it less than sure.
    """

    key: str
    against: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def compare(left: Candidate, right: Candidate, key: str) -> Comparison:
    """The evidence on two chains that share the name `key`."""
    against, doubts = [], []
    apart = _apart_km(left.place, right.place)
    if apart is not None:
        against.append(f"the two places are {apart:.0f} km apart")
    if not _kindred(left.chain.type, right.chain.type):
        doubts.append(f"one is a {left.chain.type.value}, the other a {right.chain.type.value}")
    if _acronym_only(left, right):
        doubts.append("only the acronym agrees, the full names do not")
    return Comparison(key, tuple(against), tuple(doubts))


def distance_km(left: Place, right: Place) -> float | None:
    """The great-circle distance, None unless both have coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    rise, run = radians(right.lat - left.lat), radians(right.lon - left.lon)
    chord = (
        sin(rise / 2) ** 2 + cos(radians(left.lat)) * cos(radians(right.lat)) * sin(run / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(chord))


def _apart_km(left: Place | None, right: Place | None) -> float | None:
    """How far apart two places are, None if they may be the same."""
    if left is None or right is None:
        return None
    if left.geonames_id is not None and left.geonames_id == right.geonames_id:
        return None
    apart = distance_km(left, right)
    within = max(_NEAR_KM, left.radius_km or 0.0, right.radius_km or 0.0)
    return apart if apart is not None and apart > within else None


def _kindred(left: EntityType, right: EntityType) -> bool:
    # Whether a militia is a group or an organisation, an airport a place or a facility, is a
    # matter of wording.
    return left is right or any({left, right} <= kin for kin in _KINDRED)


def _acronym_only(left: Candidate, right: Candidate) -> bool:
    full = [_spelled_out(each) for each in (left, right)]
    return all(full) and not full[0] & full[1]


def _spelled_out(candidate: Candidate) -> frozenset[str]:
    chain = candidate.chain
    if is_acronym(chain.name):
        return frozenset()
    return keys(chain) - {fold(name.text) for name in chain.names if is_acronym(name.text)}
