"""Events, and what event statements must share to be one, as linking asks for them."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, select

from onrecord.model import Event, PredicateFamily, Statement
from onrecord.store import table
from onrecord.store.change import insert_all
from onrecord.store.codec import dumps, loads
from onrecord.store.fetch import among
from onrecord.store.query import in_order

__all__ = ["Happenings"]

_EVENT = PredicateFamily.EVENT.value


class Happenings:
    """Event statements by their keys, and the events that they make."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told_in(self, documents: Iterable[str]) -> frozenset[str]:
        """The event statements that some documents' readings hold."""
        held = table.statement.c
        wanted = held.document.in_(among(documents))
        return frozenset(
            self._connection.scalars(select(held.id).where(wanted, held.family == _EVENT))
        )

    def linked_in(self, documents: Iterable[str]) -> frozenset[str]:
        """The event statements of some documents that were linked, whether or not they still are
        on record."""
        held = table.event_statement.c
        wanted = held.document.in_(among(documents))
        return frozenset(self._connection.scalars(select(held.statement).where(wanted)))

    def about(self, chains: Iterable[str]) -> frozenset[str]:
        """The event statements that speak of any of `chains`."""
        held, link = table.statement.c, table.statement_chain.c
        chosen = (
            select(held.id)
            .join(table.statement_chain, link.statement == held.id)
            .where(link.chain.in_(among(chains)), held.family == _EVENT)
        )
        return frozenset(self._connection.scalars(chosen))

    def kin(self, statements: Iterable[str]) -> frozenset[str]:
        """`statements` and all that share a key with one of them, one after the other."""
        own, other = table.event_key.alias(), table.event_key.alias()
        reached = among(statements).cte("reached", recursive=True)
        step = (
            select(other.c.statement)
            .join(own, own.c.key == other.c.key)
            .where(own.c.statement == reached.c.value)
        )
        return frozenset(self._connection.scalars(select(reached.union(step).c.value)))

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
