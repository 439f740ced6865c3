"""The people, groups, organisations and places of the record as a list to look through."""

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.model import Entity, EntityType, NameSort
from onrecord.store import fold
from onrecord.views.ledger import Ledger
from onrecord.views.reference import span_of

__all__ = ["EntityRow", "Roll", "entities", "entity_at", "entity_row"]

_OTHER_NAMES = 3


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity, other names of it, how often any name stands on record, and in how many
    reports."""

    reference: str
    name: str
    type: EntityType
    others: tuple[str, ...]
    named: int
    reports: int


@dataclass(frozen=True, slots=True)
class Roll:
    """A part of the entities asked for; `total` counts all of them, `types` those of each type
    among all that have the words."""

    rows: tuple[EntityRow, ...]
    total: int
    first: int
    types: dict[EntityType, int]


def entities(
    ledger: Ledger, words: str = "", kind: EntityType | None = None, first: int = 0, most: int = 100
) -> Roll:
    """The entities with `words` in one name, those named most often first; of one type if `kind` is
    given. `most` of them from number `first` on.

    Case, diacritics and punctuation do not count.
    """
    look, wanted = ledger.store.look, fold(words).split()
    types = look.types(wanted)
    ids = look.roll(wanted, kind, first, most)
    ledger.by_chain.have(ids)
    ledger.short.have(each.rpartition(":")[0] for each in ids)
    return Roll(
        tuple(entity_row(ledger, ledger.by_chain[each]) for each in ids),
        sum(types.values()) if kind is None else types.get(kind, 0),
        first,
        {kind: types[kind] for kind in EntityType if kind in types},
    )


def entity_at(ledger: Ledger, reference: str) -> Entity:
    """The entity that has a chain at `reference`, such as "3fa2b1:1203".

    Raises NotFound if it opens none.
    """
    placed = span_of(reference)
    if placed is None or placed[2] is not None:
        raise NotFound(f"{reference!r} is not the reference of a person, group or place")
    document = ledger.full_id(placed[0], "document")
    return ledger.store.entity(f"{document}:{placed[1]}")


def entity_row(ledger: Ledger, entity: Entity) -> EntityRow:
    """One entity as a row."""
    others = [
        name.text
        for name in sorted(entity.names, key=lambda name: -name.count)
        if name.text != entity.name and name.sort is not NameSort.SHORT
    ]
    return EntityRow(
        ledger.entity_reference(entity.id),
        entity.name,
        entity.type,
        tuple(others[:_OTHER_NAMES]),
        _named(entity),
        len({chain.rpartition(":")[0] for chain in entity.chains}),
    )


def _named(entity: Entity) -> int:
    return sum(name.count for name in entity.names)
