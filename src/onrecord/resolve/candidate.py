"""What is known of a chain when it is compared with those of other reports."""

from collections import Counter
from dataclasses import dataclass

from onrecord.model import Chain, Document, EntityType, Place, Reading

__all__ = ["ENTITY_TYPES", "Candidate", "candidates"]

ENTITY_TYPES = frozenset(
    {
        EntityType.PERSON,
        EntityType.GROUP,
        EntityType.ORGANISATION,
        EntityType.PLACE,
        EntityType.FACILITY,
        EntityType.VEHICLE,
    }
)
"""What can be an entity of the record."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain, the date of its report and, for a place, what most of its mentions resolve to."""

    chain: Chain
    document: str
    published: str | None
    place: Place | None = None


def candidates(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The chains of one report that can be entities; those without a name too."""
    return tuple(
        Candidate(chain, document.id, document.published, _place(chain, reading))
        for chain in reading.chains
        if chain.type in ENTITY_TYPES
    )


def _place(chain: Chain, reading: Reading) -> Place | None:
    spans = {reading.mentions[index].span for index in chain.mentions}
    found = Counter(
        located.place
        for located in reading.places
        if located.place and (located.chain == chain.id or located.span in spans)
    )
    return found.most_common(1)[0][0] if found else None
