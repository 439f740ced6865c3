"""Which types of entity may fill the subject and the object of each relation."""

from collections.abc import Mapping

from onrecord.extract.statements.context import ACTORS
from onrecord.model import EntityType, Predicate

__all__ = ["ANYBODY", "FITTING", "SITES"]

ANYBODY = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION})
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})
FITTING: Mapping[Predicate, tuple[frozenset[EntityType], frozenset[EntityType] | None]] = {
    Predicate.BORN: (frozenset({EntityType.PERSON}), None),
    Predicate.DIED: (frozenset({EntityType.PERSON}), SITES),
    Predicate.INJURED: (frozenset({EntityType.PERSON}), SITES),
    Predicate.FAMILY_OF: (frozenset({EntityType.PERSON}), frozenset({EntityType.PERSON})),
    Predicate.EDUCATED_OR_TRAINED: (ANYBODY, None),
    Predicate.ROLE: (frozenset({EntityType.PERSON}), ANYBODY | SITES | ACTORS),
    Predicate.MEMBER_OF: (ANYBODY | {EntityType.PLACE}, _BODIES),
    Predicate.LEADER_OF: (
        frozenset({EntityType.PERSON}),
        _BODIES | SITES | {EntityType.EVENT},
    ),
    Predicate.FOUNDER_OF: (ANYBODY, _BODIES | {EntityType.FACILITY}),
    Predicate.LEFT: (ANYBODY, _BODIES | SITES),
    Predicate.APPOINTED: (frozenset({EntityType.PERSON}), None),
    Predicate.DISMISSED: (frozenset({EntityType.PERSON}), None),
    Predicate.PART_OF: (_BODIES, _BODIES),
    Predicate.SPLIT_FROM: (_BODIES, _BODIES),
    Predicate.PREDECESSOR_OF: (ANYBODY, ANYBODY),
    Predicate.MERGED_WITH: (_BODIES, _BODIES),
    Predicate.ALLIED_WITH: (ANYBODY | ACTORS | {EntityType.PLACE}, None),
    Predicate.ASSOCIATED_WITH: (ANYBODY, ANYBODY),
    Predicate.RIVAL_OF: (ANYBODY, ANYBODY),
    Predicate.FIGHTS: (ACTORS | {EntityType.PLACE}, ACTORS | {EntityType.PLACE}),
    Predicate.BASED_IN: (ANYBODY, SITES),
    Predicate.LOCATED_IN: (SITES | _BODIES, SITES),
    Predicate.PRESENT_AT: (ANYBODY, SITES | {EntityType.EVENT}),
    Predicate.TRAVELLED_TO: (ANYBODY, SITES),
    Predicate.MET: (ANYBODY, ANYBODY | {EntityType.NATIONALITY}),
    Predicate.COMMUNICATED_WITH: (ANYBODY, ANYBODY),
    Predicate.FUNDS: (ACTORS | {EntityType.PLACE}, None),
    Predicate.SUPPLIES: (ACTORS | {EntityType.PLACE}, None),
    Predicate.POSSESSES: (ACTORS | {EntityType.PLACE}, None),
    Predicate.ENGAGED_IN: (ANYBODY, None),
}
"""Types that may fill subject and object of a relation; None where any word may."""
