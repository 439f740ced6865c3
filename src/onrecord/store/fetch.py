"""What is read back; every function works within the caller's transaction."""

import json
from collections.abc import Collection, Iterable
from typing import TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from onrecord.model import Document, Reading
from onrecord.store import row, table
from onrecord.store.codec import loads

__all__ = ["among", "document_in", "reading_in", "values_in"]

T = TypeVar("T")


def among(values: Iterable[object]) -> Select[str]:
    """Any number of values as a query, to look rows up by them."""
    given = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(given.c.value)


def document_in(connection: Connection, document_id: str) -> Document | None:
    """A document, None if it is not on record."""
    chosen = select(table.document).where(table.document.c.id == document_id)
    found = connection.execute(chosen).one_or_none()
    return None if found is None else row.document_of(found)


def reading_in(connection: Connection, document_id: str) -> Reading | None:
    """A document's reading, None if it was not read."""

    def bodies(held: Table) -> Select[str]:
        chosen = select(held.c.body).where(held.c.document == document_id)
        return chosen.order_by(held.c.seq) if "seq" in held.c else chosen

    body = connection.scalar(bodies(table.reading))
    if body is None:
        return None
    chains = connection.scalars(bodies(table.chain))
    statements = connection.scalars(bodies(table.statement))
    return row.reading_of(body, chains, statements)


def values_in(
    connection: Connection, kind: type[T], held: Table, ids: Collection[str]
) -> dict[str, T]:
    """What stands in `held` under `ids`; an id that is not there is left out."""
    chosen = select(held.c.id, held.c.body).where(held.c.id.in_(ids))
    return {each.id: loads(kind, each.body) for each in connection.execute(chosen)}
