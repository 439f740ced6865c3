"""What sort of tie between two parties a predicate tells of."""

from enum import StrEnum

from onrecord.model import Predicate

__all__ = ["LINK_SORTS", "MUTUAL", "LinkSort"]


class LinkSort(StrEnum):
    """What ties two."""

    ALLIED = "allied"
    RIVAL = "rival"
    FIGHTS = "fights"
    BELONGS = "belongs"
    FAMILY = "family"
    DEALS = "deals"


_SORTS = {
    LinkSort.ALLIED: (
        Predicate.ALLIED_WITH, Predicate.MERGED_WITH, Predicate.ASSOCIATED_WITH, Predicate.SUPPORT,
        Predicate.COOPERATE, Predicate.AID, Predicate.FUNDS, Predicate.SUPPLIES,
    ),
    LinkSort.RIVAL: (
        Predicate.RIVAL_OF, Predicate.ACCUSE, Predicate.REJECT,
        Predicate.THREATEN, Predicate.PROTEST, Predicate.SANCTION,
    ),
    LinkSort.FIGHTS: (Predicate.FIGHTS, Predicate.MOBILIZE, Predicate.COERCE, Predicate.ASSAULT),
    LinkSort.BELONGS: (
        Predicate.ROLE, Predicate.MEMBER_OF, Predicate.LEADER_OF, Predicate.FOUNDER_OF,
        Predicate.LEFT, Predicate.APPOINTED, Predicate.DISMISSED, Predicate.PART_OF,
        Predicate.SPLIT_FROM, Predicate.PREDECESSOR_OF,
    ),
    LinkSort.FAMILY: (Predicate.FAMILY_OF,),
    LinkSort.DEALS: (
        Predicate.MET, Predicate.COMMUNICATED_WITH, Predicate.AGREE, Predicate.CONSULT,
        Predicate.CONCEDE, Predicate.RETREAT, Predicate.REQUEST,
    ),
}  # fmt: skip
LINK_SORTS = {predicate: sort for sort, predicates in _SORTS.items() for predicate in predicates}
MUTUAL = frozenset(
    {
        Predicate.ALLIED_WITH,
        Predicate.MERGED_WITH,
        Predicate.RIVAL_OF,
        Predicate.FIGHTS,
        Predicate.FAMILY_OF,
        Predicate.ASSOCIATED_WITH,
        Predicate.MET,
        Predicate.COMMUNICATED_WITH,
        Predicate.AGREE,
        Predicate.CONSULT,
        Predicate.COOPERATE,
    }
)
"""What binds both sides alike."""
