"""What is known of a chain when it is compared with those of other reports."""

from collections import Counter
from dataclasses import dataclass

from onrecord.model import (
    Chain,
    Document,
    EntityType,
    MentionForm,
    Name,
    Place,
    Reading,
    Span,
)

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
    """A chain, the date of its report and, for a place, what most of its mentions resolve to.

    `names` are all its names, as often as they stand in the text, in text order.
    """

    chain: Chain
    document: str
    published: str | None
    names: tuple[Name, ...] = ()
    place: Place | None = None


def candidates(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The chains of one report that can be entities; those without a name too."""
    return tuple(
        Candidate(
            chain,
            document.id,
            document.published,
            _names(chain, reading, document.text),
            _place(chain, reading),
        )
        for chain in reading.chains
        if chain.type in ENTITY_TYPES
    )


def _names(chain: Chain, reading: Reading, text: str) -> tuple[Name, ...]:
    """The names that the chain gives, and wherever else its mentions repeat one of them."""
    found = {name.span: name for name in chain.names}
    longest_first = sorted(chain.names, key=lambda name: (-len(name.text), name.text))
    for index in chain.mentions:
        mention = reading.mentions[index]
        if mention.form is not MentionForm.NAME or any(map(mention.span.overlaps, found)):
            continue
        words = mention.span.of(text)
        for name in longest_first:
            if name.text in words:
                begin = mention.span.begin + words.index(name.text)
                span = Span(begin, begin + len(name.text))
                found[span] = Name(name.text, name.sort, span)
                break
    return tuple(found[span] for span in sorted(found))


def _place(chain: Chain, reading: Reading) -> Place | None:
    spans = {reading.mentions[index].span for index in chain.mentions}
    found = Counter(
        located.place
        for located in reading.places
        if located.place and (located.chain == chain.id or located.span in spans)
    )
    return found.most_common(1)[0][0] if found else None
