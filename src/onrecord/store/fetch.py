"""What is read back; every function works within the caller's transaction."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, func, select

from onrecord.model import Document, Reading
from onrecord.store import row, table
from onrecord.store.codec import loads

__all__ = ["among", "counts_in", "document_in", "readings_in", "values_in"]

T = TypeVar("T")

_COUNTED = (
    table.document,
    table.reading,
    table.statement,
    table.entity,
    table.event,
    table.judgement,
    table.decision,
    table.failure,
)


def among(values: Iterable[object]) -> Select[str]:
    """Any number of values as a query, to look rows up by them."""
    given = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(given.c.value)


def counts_in(connection: Connection) -> tuple[int, ...]:
    """How many rows each table has that `Counts` tells of."""
    return tuple(connection.scalar(select(func.count()).select_from(x)) or 0 for x in _COUNTED)


def document_in(connection: Connection, document_id: str) -> Document | None:
    """A document, None if it is not on record."""
    chosen = select(table.document).where(table.document.c.id == document_id)
    found = connection.execute(chosen).one_or_none()
    return None if found is None else row.document_of(found)


def readings_in(
    connection: Connection, documents: Collection[str]
) -> Iterator[tuple[Document, Reading]]:
    """Those of some documents that were read, in no order."""

    def rows(held: Table) -> Iterable[Row[Any]]:
        chosen = select(held.c.document, held.c.body).where(held.c.document.in_(documents))
        return connection.execute(chosen.order_by(held.c.seq) if "seq" in held.c else chosen)

    layers: dict[str, tuple[list[str], list[str]]] = {each: ([], []) for each in documents}
    for layer, held in enumerate((table.chain, table.statement)):
        for each in rows(held):
            layers[each.document][layer].append(each.body)
    chosen = select(table.document).where(table.document.c.id.in_(documents))
    found = {each.id: row.document_of(each) for each in connection.execute(chosen)}
    for each in rows(table.reading):
        yield found[each.document], row.reading_of(each.body, *layers[each.document])


def values_in(
    connection: Connection, kind: type[T], held: Table, ids: Collection[str]
) -> dict[str, T]:
    """What stands in `held` under `ids`; an id that is not there is left out."""
    chosen = select(held.c.id, held.c.body).where(held.c.id.in_(ids))
    return {each.id: loads(kind, each.body) for each in connection.execute(chosen)}
