"""Events, and what event statements must share to be one, as linking asks for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, delete, select

from onrecord.model import Event, PredicateFamily, Statement
from onrecord.store import table
from onrecord.store.change import insert_all
from onrecord.store.codec import dumps, loads
from onrecord.store.fetch import among
from onrecord.store.query import in_order

__all__ = ["Happenings", "Place", "Sharer"]

_EVENT = PredicateFamily.EVENT.value
Place: TypeAlias = tuple[bool, str, str]
"""Where a document stands in the record's order: undated or not, its date, its id."""


@dataclass(frozen=True, slots=True)
class Sharer:
    """A statement that has a key, and where its document stands in the record's order."""

    statement: str
    place: Place


class Happenings:
    """Event statements by their keys, and the events that they make."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told_in(self, documents: Iterable[str]) -> frozenset[str]:
        """The event statements that some documents' readings hold."""
        return self._events(table.statement.c.document.in_(among(documents)))

    def linked_in(self, documents: Iterable[str]) -> frozenset[str]:
        """The event statements of some documents that were linked, whether or not they still are
        on record."""
        held = table.event_statement.c
        wanted = held.document.in_(among(documents))
        return frozenset(self._connection.scalars(select(held.statement).where(wanted)))

    def known(self, statements: Iterable[str]) -> frozenset[str]:
        """Those of some statements that are on record."""
        held = table.statement.c.id
        return frozenset(self._connection.scalars(select(held).where(held.in_(among(statements)))))

    def together(self, statements: Iterable[str]) -> frozenset[str]:
        """The statements of the events that some tell of."""
        held = table.event_statement.c
        mine = select(held.event).where(held.statement.in_(among(statements)))
        chosen = select(held.statement).where(held.event.in_(mine))
        return frozenset(self._connection.scalars(chosen))

    def about(self, chains: Iterable[str]) -> frozenset[str]:
        """The event statements that speak of any of `chains`."""
        link = table.statement_chain.c
        speaking = select(link.statement).where(link.chain.in_(among(chains)))
        return self._events(table.statement.c.id.in_(speaking))

    def keys(self, statements: Iterable[str]) -> set[tuple[str, str]]:
        """The keys that any of `statements` had when it was linked, each with its document."""
        held, linked = table.event_key.c, table.event_statement.c
        chosen = (
            select(held.key, linked.document)
            .join(table.event_statement, linked.statement == held.statement)
            .where(held.statement.in_(among(statements)))
        )
        return {(each.key, each.document) for each in self._connection.execute(chosen)}

    def sharing(self, keys: Iterable[str]) -> dict[str, list[Sharer]]:
        """The statements that have each of some keys, in the record's order."""
        held, statement, document = table.event_key, table.statement, table.document
        chosen = (
            select(held.c.key, held.c.statement, document.c.id, document.c.published)
            .join(statement, statement.c.id == held.c.statement)
            .join(document, document.c.id == statement.c.document)
            .where(held.c.key.in_(among(keys)))
            .order_by(*in_order, statement.c.begin, statement.c.seq)
        )
        found: defaultdict[str, list[Sharer]] = defaultdict(list)
        for each in self._connection.execute(chosen):
            place = (each.published is None, each.published or "", each.id)
            found[each.key].append(Sharer(each.statement, place))
        return dict(found)

    def places(self, documents: Iterable[str]) -> dict[str, Place]:
        """Where documents stand in the record's order."""
        held = table.document.c
        chosen = select(held.id, held.published).where(held.id.in_(among(documents)))
        found = self._connection.execute(chosen)
        return {each.id: (each.published is None, each.published or "", each.id) for each in found}

    def reports(self, statements: Iterable[str]) -> frozenset[str]:
        """The documents of some statements."""
        held = table.statement.c
        chosen = select(held.document).where(held.id.in_(among(statements)))
        return frozenset(self._connection.scalars(chosen))

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """Those of some statements that are on record, in its order."""
        held = table.statement
        chosen = (
            select(held.c.body)
            .join(table.document, table.document.c.id == held.c.document)
            .where(held.c.id.in_(among(ids)))
            .order_by(*in_order, held.c.begin, held.c.seq)
        )
        return tuple(loads(Statement, each) for each in self._connection.scalars(chosen))

    def set_keys(self, keys: Mapping[str, Collection[str]]) -> None:
        """Keep the keys of statements in place of those before; a statement may have none."""
        held = table.event_key
        self._connection.execute(delete(held).where(held.c.statement.in_(among(keys))))
        rows = [
            {"key": key, "statement": statement}
            for statement, given in keys.items()
            for key in set(given)
        ]
        insert_all(self._connection, held, rows)

    def replace(
        self, gone: Iterable[str], told: Iterable[Statement], events: Collection[Event]
    ) -> None:
        """Put `events`, which `told` make, in place of those that `told` and `gone` were in."""
        document = {each.id: each.document for each in told}
        held, event = table.event_statement, table.event
        mine = held.c.statement.in_(among({*document, *gone}))
        ids = set(self._connection.scalars(select(held.c.event).where(mine)))
        self._connection.execute(delete(held).where(held.c.event.in_(among(ids))))
        self._connection.execute(delete(event).where(event.c.id.in_(among(ids))))
        rows = [{"id": each.id, "body": dumps(each)} for each in events]
        insert_all(self._connection, event, rows)
        links = [
            {"statement": statement, "document": document[statement], "event": each.id}
            for each in events
            for statement in each.statements
        ]
        insert_all(self._connection, held, links)

    def _events(self, wanted: ColumnElement[bool]) -> frozenset[str]:
        """Those of the statements that are wanted which tell of events.

        Asked for the family too, SQLite would look through all statements of that family.
        """
        held = table.statement.c
        found = self._connection.execute(select(held.id, held.family).where(wanted))
        return frozenset(each.id for each in found if each.family == _EVENT)
