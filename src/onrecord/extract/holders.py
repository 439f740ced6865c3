"""The holders of what stands at a place in a report, from the innermost to the publisher."""

from collections.abc import Sequence

from onrecord.model import Attribution, Document, EntityType, Holder, HolderClass, Span

__all__ = [
    "CLASS_OF_TYPE",
    "attributions_of",
    "chain_of_holders",
    "is_same",
    "is_self",
    "publisher_of",
]

CLASS_OF_TYPE = {
    EntityType.PERSON: HolderClass.PERSON,
    EntityType.GROUP: HolderClass.GROUP,
    EntityType.ORGANISATION: HolderClass.ORGANISATION,
    EntityType.PLACE: HolderClass.ORGANISATION,
    EntityType.FACILITY: HolderClass.ORGANISATION,
    EntityType.NATIONALITY: HolderClass.ORGANISATION,
    EntityType.DOCUMENT: HolderClass.DOCUMENT,
}
"""What a named thing is as a holder; others are unnamed."""

_SELF = frozenset({"i", "we", "me", "us"})
"""Whoever says so of themselves is the next holder outwards, or the publisher."""


def attributions_of(found: Sequence[Attribution], span: Span) -> list[Attribution]:
    """The attributions in whose content `span` stands, from the innermost outwards."""
    around = [each for each in found if any(piece.contains(span) for piece in each.content)]
    return sorted(around, key=lambda each: sum(map(len, each.content)))


def chain_of_holders(
    document: Document, found: Sequence[Attribution], span: Span
) -> tuple[Holder, ...]:
    """Who holds what stands at `span`, from the innermost speaker outwards to the publisher."""
    publisher = publisher_of(document)
    holders: list[Holder] = []
    for attribution in attributions_of(found, span):
        holder = attribution.holder
        if is_self(holder) or is_same(holder, publisher):
            continue
        same = next((n for n, known in enumerate(holders) if is_same(holder, known)), None)
        if same is None:
            holders.append(holder)
        else:  # "she said that she hopes so": the saying is hers, the hope is in its words
            holders[same] = holder
    return (*holders, publisher)


def publisher_of(document: Document) -> Holder:
    """The outermost holder: the outlet, else the author, else the report itself."""
    if document.publisher:
        return Holder(document.publisher, HolderClass.OUTLET)
    if document.byline:
        return Holder(document.byline, HolderClass.AUTHOR)
    return Holder(document.title or document.url or "unnamed report", HolderClass.DOCUMENT)


def is_self(holder: Holder) -> bool:
    """Whether a holder is the "I" of somebody's words."""
    return holder.name.lower() in _SELF


def is_same(one: Holder, other: Holder) -> bool:
    """Whether two links are one holder: of one chain, or of one name."""
    if one.chain is not None and one.chain == other.chain:
        return True
    return _plain(one.name) == _plain(other.name)


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")
