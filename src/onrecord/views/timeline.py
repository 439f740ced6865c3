"""Statements in the order of the times that they speak of."""

from dataclasses import dataclass

from onrecord.model import Entity
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line

__all__ = ["Timeline", "timeline"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated lines by first, then last day; `undated` keeps the rest in the order of the record.

    `name` is the entity's, None for the whole record.
    """

    name: str | None
    dated: tuple[Line, ...]
    undated: tuple[Line, ...]


def timeline(store: Store, entity: Entity | None = None) -> Timeline:
    """The times of one entity, or of all that is on record."""
    chains = None if entity is None else entity.chains
    lines = Ledger(store).lines(store.statements(chains=chains))
    return Timeline(
        name=None if entity is None else entity.name,
        dated=tuple(line for line in lines if line.time.is_dated),
        undated=tuple(line for line in lines if not line.time.is_dated),
    )
