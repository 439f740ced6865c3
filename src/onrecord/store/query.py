"""Which statements are asked for."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, or_, select

from onrecord.model import PredicateFamily, TimeInterval
from onrecord.store import table
from onrecord.store.fetch import among

__all__ = ["StatementQuery", "in_order"]

in_order = (table.document.c.published.nulls_last(), table.document.c.id)
"""The order of documents: by date, undated last, then by id."""


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """The conditions of `Store.statements`, all of which must hold; None asks for nothing."""

    document: str | None = None
    chains: Collection[str] | None = None
    family: PredicateFamily | None = None
    within: TimeInterval | None = None

    def ids(self) -> Select[str]:
        """The ids of the statements, in the record's order."""
        conditions: list[ColumnElement[bool]] = []
        if self.document is not None:
            conditions.append(table.statement.c.document == self.document)
        if self.chains is not None:
            conditions.append(_speaks_of(self.chains))
        if self.family is not None:
            conditions.append(table.statement.c.family == self.family.value)
        if self.within is not None:
            conditions.append(_overlaps(self.within))
        return (
            select(table.statement.c.id)
            .join(table.document, table.document.c.id == table.statement.c.document)
            .where(*conditions)
            .order_by(*in_order, table.statement.c.begin, table.statement.c.seq)
        )


def _speaks_of(chains: Collection[str]) -> ColumnElement[bool]:
    link = table.statement_chain.c
    speaking = select(link.statement).where(link.chain.in_(among(chains)))
    return table.statement.c.id.in_(speaking)


def _overlaps(interval: TimeInterval) -> ColumnElement[bool]:
    earliest, latest = table.statement.c.earliest, table.statement.c.latest
    conditions = [or_(earliest.is_not(None), latest.is_not(None))]
    if interval.latest:
        conditions.append(or_(earliest.is_(None), earliest <= interval.latest.isoformat()))
    if interval.earliest:
        conditions.append(or_(latest.is_(None), latest >= interval.earliest.isoformat()))
    return and_(*conditions)
