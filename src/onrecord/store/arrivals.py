"""What came in, in the order in which it came, and what of it is asked for, but not all of it."""

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, func, select, text

from onrecord.model import Event, Place, Predicate
from onrecord.store import table
from onrecord.store.codec import loads
from onrecord.store.fetch import among

__all__ = ["Arrivals", "link_events"]

_LINK = text("""
    INSERT OR IGNORE INTO event_statement (statement, document, event)
    SELECT statement.id, statement.document, event.id
    FROM event, json_each(event.body, '$.statements') AS told
    JOIN statement ON statement.id = told.value
""")
_DEBATABLE = text("""
    SELECT body FROM event WHERE id IN (
        SELECT event.id FROM event_statement CROSS JOIN event ON event.id = event_statement.event
        WHERE event_statement.document IN (SELECT value FROM json_each(:documents))
        AND (event.told > 1 OR event_statement.statement IN (SELECT about FROM statement_about))
    )
    ORDER BY id
""")


def link_events(connection: Connection) -> None:
    """Note which statements tell of the events on record, which came with them."""
    connection.execute(_LINK)


class Arrivals:
    """The part of a store that knows what is new."""

    def _reads(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def arrivals(
        self, *, after: str | None = None, last: int | None = None, before: int = 0
    ) -> tuple[str, ...]:
        held = table.document.c
        chosen = select(held.id).order_by(held.seq.desc()).limit(last).offset(before)
        if after is not None:
            seq = select(held.seq).where(held.id == after).scalar_subquery()
            chosen = chosen.where(held.seq > func.coalesce(seq, 0))
        return tuple(each for (each,) in reversed(self._rows(chosen)))

    def told(
        self,
        documents: Collection[str],
        *,
        chains: Collection[str] | None = None,
        predicates: Collection[Predicate] | None = None,
    ) -> Mapping[str, str]:
        held, link = table.statement.c, table.statement_chain.c
        chosen = select(held.id, held.document).where(held.document.in_(among(documents)))
        if chains is not None:
            speaking = select(link.statement).where(link.chain.in_(among(chains)))
            chosen = chosen.where(held.id.in_(speaking))
        if predicates is not None:
            # As an expression: by its index, SQLite would look through all that have a predicate.
            chosen = chosen.where(held.predicate.concat("").in_([x.value for x in predicates]))
        came = table.document.c.seq
        chosen = chosen.join(table.document, table.document.c.id == held.document)
        chosen = chosen.order_by(came.desc(), held.begin, held.seq)
        return {each: document for each, document in self._rows(chosen)}

    def located(self, documents: Collection[str]) -> Mapping[str, tuple[str, Place]]:
        held = table.statement.c
        around, place = (func.json_extract(held.body, f"$.place.{x}") for x in ("around", "place"))
        there = func.coalesce(around, place)  # as `Located.there` has it
        chosen = select(held.id, held.document, there).where(
            held.document.in_(among(documents)), there.is_not(None)
        )
        return {each: (document, loads(Place, x)) for each, document, x in self._rows(chosen)}

    def debatable(self, documents: Collection[str]) -> tuple[Event, ...]:
        with self._reads() as connection:
            found = connection.scalars(_DEBATABLE, {"documents": json.dumps(list(documents))})
            return tuple(loads(Event, body) for body in found)

    def tally(self, documents: Collection[str]) -> Mapping[str, int]:
        held = table.statement.c
        chosen = (
            select(held.document, func.count())
            .where(held.document.in_(among(documents)))
            .group_by(held.document)
        )
        return dict.fromkeys(documents, 0) | {each.document: each[1] for each in self._rows(chosen)}

    def _rows(self, chosen: Select[Any]) -> Sequence[Any]:
        with self._reads() as connection:
            return connection.execute(chosen).all()
