"""What is asked of events, in one value that a query can be made of."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from onrecord.model import Predicate, TimeInterval
from onrecord.store import table
from onrecord.store.fetch import among

__all__ = ["AskedEvents"]

_UNDATED = "~"
"""What stands for the day of what has none."""


@dataclass(frozen=True, slots=True)
class AskedEvents:
    """Events of a type, at a time (those without one are none), in which one of some chains takes
    part; None asks for nothing."""

    type: Predicate | None = None
    within: TimeInterval | None = None
    chains: tuple[str, ...] | None = None

    def of(self, chosen: Select[Any]) -> Select[Any]:
        """A query on events, for those that are asked for only."""
        return chosen.where(*self._conditions())

    def _conditions(self) -> list[ColumnElement[bool]]:
        held, found = table.event.c, []
        if self.type is not None:
            found.append(held.type == self.type.value)
        if self.within is not None:
            found.append(held.first < _UNDATED)
            if self.within.earliest is not None:
                found.append(held.last >= self.within.earliest.isoformat())
            if self.within.latest is not None:
                found.append(held.first <= self.within.latest.isoformat())
        if self.chains is not None:
            link, told = table.statement_chain.c, table.event_statement.c
            said = select(link.statement).where(link.chain.in_(among(self.chains)))
            found.append(held.id.in_(select(told.event).where(told.statement.in_(said))))
        return found
