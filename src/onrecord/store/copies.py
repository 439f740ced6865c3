"""The marks of reports, and which report goes back to which, as linking asks for them."""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import (
    ColumnElement,
    Connection,
    TableValuedAlias,
    delete,
    func,
    literal,
    select,
)

from onrecord.errors import NotFound
from onrecord.model import Copy, Document
from onrecord.store import table
from onrecord.store.change import insert_all
from onrecord.store.codec import dumps
from onrecord.store.fetch import among, document_in

__all__ = ["Copies"]

_END = "\U0010ffff"
"""After every place."""


class Copies:
    """Marks by the places of the reports that have them, and copies."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def document(self, document: str) -> Document:
        """A document that is on record."""
        found = document_in(self._connection, document)
        if found is None:
            raise NotFound(f"no document {document} is on record")
        return found

    def add_marks(self, place: str, marks: Collection[int]) -> bool:
        """Keep the marks of the report at a place; False if they are kept already."""
        held = table.mark.c
        one = min(marks, default=None)
        kept = select(held.mark).where(held.mark == one, held.place == place)
        if one is None or self._connection.execute(kept).first():
            return False
        rows = [{"mark": mark, "place": place} for mark in sorted(marks)]
        insert_all(self._connection, table.mark, rows)
        return True

    def before(self, place: str, marks: Collection[int], first: int) -> frozenset[str]:
        """Of the reports that had each of the marks first, so many, those before a place."""
        held, given = table.mark.c, _values(marks)
        end = func.min(_last_of_first(given.c.value, first), literal(place))
        chosen = select(held.place).select_from(given).join(table.mark, held.mark == given.c.value)
        chosen = chosen.where(held.place <= end, held.place != place)
        return frozenset(self._connection.scalars(chosen.distinct()))

    def after(self, place: str, marks: Collection[int], first: int) -> frozenset[str]:
        """The reports after a place with one of the marks that it was of the first to have."""
        held, given = table.mark.c, _values(marks)
        chosen = select(held.place).select_from(given).join(table.mark, held.mark == given.c.value)
        chosen = chosen.where(held.place > place, _last_of_first(given.c.value, first) >= place)
        return frozenset(self._connection.scalars(chosen.distinct()))

    def replace(self, documents: Iterable[str], copies: Iterable[Copy]) -> None:
        """Keep what some reports go back to in place of before."""
        held = table.copy
        self._connection.execute(delete(held).where(held.c.id.in_(among(documents))))
        rows = [{"id": each.document, "body": dumps(each)} for each in copies]
        insert_all(self._connection, held, rows)


def _values(marks: Collection[int]) -> TableValuedAlias:
    return func.json_each(json.dumps(sorted(marks))).table_valued("value")


def _last_of_first(mark: ColumnElement[int], first: int) -> ColumnElement[str]:
    """The place of the last report that counts as one of the first with a mark."""
    held = table.mark.alias().c
    last = select(held.place).where(held.mark == mark).order_by(held.place)
    return func.coalesce(last.limit(1).offset(first - 1).scalar_subquery(), _END)
