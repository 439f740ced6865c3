"""Names of the world: whether two names can be one bearer's, and where to look for them."""

from onrecord.lexicon.naming.body import body_keys, match_bodies
from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.person import match_people, may_be_spellings, person_keys
from onrecord.model import EntityType

__all__ = ["Likeness", "NameMatch", "keys", "match", "may_be_spellings"]


def match(left: str, right: str, kind: EntityType) -> NameMatch:
    """How alike two names of one kind are, and why."""
    if kind is EntityType.PERSON:
        return match_people(left, right)
    return match_bodies(left, right)


def keys(name: str, kind: EntityType) -> frozenset[str]:
    """What names that match as identical, variants or less share: two that share nothing do not."""
    return person_keys(name) if kind is EntityType.PERSON else body_keys(name)
