"""What changes rows; every function works within the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from onrecord.store import found, table

__all__ = [
    "append",
    "append_parts",
    "drop_links",
    "drop_readings",
    "drop_resolution",
    "has",
    "insert_all",
]


def has(connection: Connection, column: Column[Any], value: object) -> bool:
    """Whether a row has `value` in `column`."""
    return connection.execute(select(column).where(column == value)).first() is not None


def append(connection: Connection, held: Table, values: Mapping[str, object]) -> bool:
    """Add a row, unless one with its id is there; whether it was added."""
    if has(connection, held.c.id, values["id"]):
        return False
    connection.execute(insert(held), values)
    return True


def append_parts(connection: Connection, digest: str, parts: Iterable[bytes]) -> None:
    """Add the parts of a gazetteer one by one, unless it is there."""
    if not has(connection, table.gazetteer.c.digest, digest):
        for seq, part in enumerate(parts):
            kept = {"digest": digest, "seq": seq, "bytes": part}
            connection.execute(insert(table.gazetteer), kept)


def insert_all(connection: Connection, held: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows, of which there may be none."""
    if rows:
        connection.execute(insert(held), rows)


def drop_readings(connection: Connection, document: str | None = None) -> None:
    """Drop the reading of one document, or all readings."""
    statements = select(table.statement.c.id)
    if document is not None:
        statements = statements.where(table.statement.c.document == document)
    link = table.statement_chain
    connection.execute(delete(link).where(link.c.statement.in_(statements)))
    for held in (table.statement, table.chain, table.reading):
        dropped = delete(held)
        if document is not None:
            dropped = dropped.where(held.c.document == document)
        connection.execute(dropped)


def drop_resolution(connection: Connection) -> None:
    """Drop the program's judgements, all entities, events and copies."""
    connection.execute(delete(table.judgement).where(table.judgement.c.at.is_(None)))
    for held in (table.copy, table.event, table.entity_chain, table.entity):
        connection.execute(delete(held))


def drop_links(connection: Connection) -> None:
    """Drop what linking keeps, so that nothing counts as linked."""
    for held in (
        table.mark,
        table.event_key,
        table.event_statement,
        table.answer,
        table.candidate,
        table.company,
        table.agreement,
        table.spelling_key,
        table.spelling,
        table.unlinked,
        table.linking,
        found.correction,
        found.note,
    ):
        connection.execute(delete(held))
