"""Votes on the type of a name, and how they are counted."""

from collections.abc import Mapping, Sequence

from onrecord.extract.mentions.nouns import noun_type
from onrecord.lexicon import names
from onrecord.model import EntityType

__all__ = ["Votes", "cast", "from_longer", "mean", "together", "winner"]

Votes = dict[EntityType, float]

_FAMILIES = (
    (EntityType.ORGANISATION, EntityType.GROUP),
    (EntityType.PLACE, EntityType.FACILITY),
)
_LEAST = 0.45
_SURE_OF_RARE = 0.5
_ABSTAINED = 0.2
_OF_PERSON, _OF_BODY = 0.5, 1.0


def from_longer(key: str, totals: Mapping[str, Votes]) -> Votes:
    """What the votes of a fuller name say of a part of it, or of its acronym."""
    votes: Votes = {}
    for longer, known in totals.items():
        best = winner(known)
        if best is None or len(longer) <= len(key):
            continue
        kind = best[0]
        if kind is EntityType.PERSON and " " not in key and key in longer.split():
            share = _OF_PERSON
        elif kind in _FAMILIES[0] and _is_short_for(key, longer):
            share = _OF_BODY
        else:
            continue
        votes[kind] = max(votes.get(kind, 0.0), share * sum(known.values()))
    return votes


def _is_short_for(key: str, longer: str) -> bool:
    """Whether a name is a body's acronym, or its name without the general word."""
    if longer.startswith(key + " "):
        return noun_type(longer[len(key) + 1 :]) is EntityType.GROUP
    return " " not in key and names.acronym_fits(key, longer)


def cast(votes: Votes, kind: EntityType, weight: float) -> None:
    """Adds `weight` to what a ballot holds for a type."""
    votes[kind] = votes.get(kind, 0.0) + weight


def together(left: Mapping[EntityType, float], right: Mapping[EntityType, float]) -> Votes:
    """Both ballots in one."""
    votes = dict(left)
    for kind, weight in right.items():
        cast(votes, kind, weight)
    return votes


def mean(ballots: Sequence[Votes]) -> Votes:
    """The mean of the ballots cast; those who abstain count for little."""
    votes: Votes = {}
    for ballot in ballots:
        votes = together(votes, ballot)
    voters = sum(map(bool, ballots))
    weight = voters + _ABSTAINED * (len(ballots) - voters)
    return {kind: given / weight for kind, given in votes.items()}


def winner(votes: Mapping[EntityType, float]) -> tuple[EntityType, float] | None:
    """The type with most votes; near types (organisation and group, place and facility) run
    together, and the rarer of the two wins if anything speaks for it by name."""
    pooled = dict(votes)
    for common, rare in _FAMILIES:
        if pooled.get(rare, 0.0) > 0.0:
            known = pooled[rare]
            kept, dropped = (rare, common) if known >= _SURE_OF_RARE else (common, rare)
            pooled[kept] = pooled.get(kept, 0.0) + pooled.pop(dropped, 0.0)
    if not pooled:
        return None
    best = max(pooled, key=lambda kind: (pooled[kind], kind))
    if pooled[best] < _LEAST:
        return None
    return best, min(1.0, pooled[best] / sum(pooled.values()))
