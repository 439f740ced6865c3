"""The record in a SQL database, through SQLAlchemy Core."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Column, Connection, Engine, Select, Table, insert, or_, select

from onrecord.errors import NotFound
from onrecord.model import (
    Chain,
    Copy,
    Decision,
    Document,
    Entity,
    Event,
    Failure,
    Judgement,
    Original,
    PredicateFamily,
    Provenance,
    Reading,
    Statement,
    TimeInterval,
)
from onrecord.store import row, table
from onrecord.store.arrivals import Arrivals, link_events
from onrecord.store.base import Counts, Hit, Store
from onrecord.store.change import (
    append,
    append_parts,
    drop_links,
    drop_readings,
    drop_resolution,
    has,
    insert_all,
)
from onrecord.store.codec import digest, dumps, loads
from onrecord.store.engine import reads, writes
from onrecord.store.fetch import counts_in, document_in, readings_in, values_in
from onrecord.store.links import Links
from onrecord.store.look import Look
from onrecord.store.query import StatementQuery, in_order
from onrecord.store.search import find

__all__ = ["SqlStore"]

T = TypeVar("T")

_PAGE = 200  # documents, chains or statements in memory at a time


class SqlStore(Arrivals):
    """A `Store` on an engine that `engine.connect` gave."""

    def __init__(self, engine: Engine, still: Connection | None = None) -> None:
        self._engine = engine
        self._still = still
        self.look = Look(self._reads)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def still(self) -> Iterator[Store]:
        with self._reads() as connection:
            yield SqlStore(self._engine, connection)

    def add_document(self, document: Document, original: Original) -> bool:
        with writes(self._engine) as connection:
            if has(connection, table.document.c.id, document.id):
                return False
            if not has(connection, table.content.c.sha256, original.sha256):
                kept = {"sha256": original.sha256, "bytes": original.content}
                connection.execute(insert(table.content), kept)
            connection.execute(insert(table.document), asdict(document))
            connection.execute(insert(table.original), row.original_row(document.id, original))
        return True

    def documents(self) -> Iterator[Document]:
        ids = select(table.document.c.id).order_by(*in_order)
        for page in self._pages(ids):
            chosen = select(table.document).where(table.document.c.id.in_(page))
            with self._reads() as connection:
                found = {each.id: row.document_of(each) for each in connection.execute(chosen)}
            yield from (found[each] for each in page)

    def document(self, document_id: str) -> Document:
        with self._reads() as connection:
            return _known(document_in(connection, document_id), "document", document_id)

    def original(self, document_id: str) -> Original:
        chosen = (
            select(table.original, table.content.c.bytes)
            .join(table.content)
            .where(table.original.c.document == document_id)
        )
        with self._reads() as connection:
            found = connection.execute(chosen).one_or_none()
        return row.original_of(_known(found, "document", document_id))

    def versions(self, url: str) -> tuple[Document, ...]:
        chosen = select(table.document).where(table.document.c.url == url)
        with self._reads() as connection:
            found = connection.execute(chosen.order_by(table.document.c.seq))
            return tuple(row.document_of(each) for each in found)

    def add_failure(self, failure: Failure) -> bool:
        with writes(self._engine) as connection:
            return append(connection, table.failure, _named(failure))

    def failures(self) -> tuple[Failure, ...]:
        return self._bodies(Failure, table.failure, table.failure.c.seq)

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        rows = [row.judgement_row(each) for each in judgements]
        with writes(self._engine) as connection:
            return sum(append(connection, table.judgement, each) for each in rows)

    def judgements(self) -> tuple[Judgement, ...]:
        held = self._bodies(Judgement, table.judgement, table.judgement.c.seq)
        return tuple(sorted(held, key=row.judgement_order))

    def add_decision(self, decision: Decision) -> bool:
        with writes(self._engine) as connection:
            return append(connection, table.decision, row.decision_row(decision))

    def decisions(self) -> tuple[Decision, ...]:
        held = table.decision.c
        return self._bodies(Decision, table.decision, held.at, held.seq)

    def add_gazetteer(self, decision: Decision, digest: str, parts: Iterable[bytes]) -> bool:
        with writes(self._engine) as connection:
            append_parts(connection, digest, parts)
            return append(connection, table.decision, row.decision_row(decision))

    def gazetteer(self, digest: str) -> Iterator[bytes]:
        held = table.gazetteer.c
        of_it = select(held.seq).where(held.digest == digest).order_by(held.seq)
        for seq in _known(self._column(of_it) or None, "gazetteer", digest):
            chosen = select(held.bytes).where(held.digest == digest, held.seq == seq)
            yield from self._column(chosen)

    def put_reading(self, reading: Reading) -> bool:
        kept = row.reading_row(reading)
        held = table.reading.c
        same = (held.document == reading.document, held.digest == kept["digest"])
        with writes(self._engine) as connection:
            if connection.execute(select(held.document).where(*same)).first():
                return False
            drop_readings(connection, reading.document)
            connection.execute(insert(table.reading), kept)
            if not has(connection, table.unlinked.c.document, reading.document):
                connection.execute(insert(table.unlinked), {"document": reading.document})
            insert_all(connection, table.chain, row.chain_rows(reading))
            insert_all(connection, table.statement, row.statement_rows(reading))
            insert_all(connection, table.statement_chain, row.link_rows(reading))
        return True

    def reading(self, document_id: str) -> Reading | None:
        with self._reads() as connection:
            found = readings_in(connection, [document_id])
            return next((reading for _, reading in found), None)

    def unread(self, languages: Collection[str] | None = None) -> tuple[str, ...]:
        held = table.document.c
        chosen = select(held.id).where(held.id.not_in(select(table.reading.c.document)))
        if languages is not None:
            chosen = chosen.where(or_(held.language.is_(None), held.language.in_(languages)))
        return self._column(chosen.order_by(*in_order))

    def provenances(self) -> tuple[Provenance, ...]:
        made_by = table.reading.c.provenance
        chosen = select(made_by).where(made_by.is_not(None)).distinct().order_by(made_by)
        return tuple(loads(Provenance, each) for each in self._column(chosen))

    def statements(
        self,
        *,
        document: str | None = None,
        chains: Collection[str] | None = None,
        family: PredicateFamily | None = None,
        within: TimeInterval | None = None,
    ) -> Iterator[Statement]:
        query = StatementQuery(document, chains, family, within)
        return self._each(Statement, table.statement, query.ids())

    def statement(self, statement_id: str) -> Statement:
        return self._one(Statement, table.statement, statement_id)

    def chains(self, document: str | None = None) -> Iterator[Chain]:
        held = table.chain.c
        ids = select(held.id).join(table.document, table.document.c.id == held.document)
        if document is not None:
            ids = ids.where(held.document == document)
        return self._each(Chain, table.chain, ids.order_by(*in_order, held.seq))

    def put_resolution(
        self,
        judgements: Iterable[Judgement],
        entities: Iterable[Entity],
        events: Iterable[Event],
        copies: Iterable[Copy] = (),
    ) -> None:
        clusters, happened = tuple(entities), tuple(events)
        links = [
            {"chain": chain, "entity": entity.id} for entity in clusters for chain in entity.chains
        ]
        with writes(self._engine) as connection:
            Links(connection).reset()
            for judgement in judgements:
                append(connection, table.judgement, row.judgement_row(judgement))
            insert_all(connection, table.entity, [_named(each, each.id) for each in clusters])
            insert_all(connection, table.entity_chain, links)
            insert_all(connection, table.event, [_named(each, each.id) for each in happened])
            link_events(connection)
            insert_all(connection, table.copy, [_named(each, each.document) for each in copies])

    @contextmanager
    def linking(self) -> Iterator[Links]:
        with writes(self._engine) as connection:
            yield Links(connection)

    def entities(self) -> tuple[Entity, ...]:
        return self._bodies(Entity, table.entity, table.entity.c.id)

    def entity(self, entity_id: str) -> Entity:
        link = table.entity_chain.c
        of_chain = self._column(select(link.entity).where(link.chain == entity_id))
        return self._one(Entity, table.entity, of_chain[0] if of_chain else entity_id)

    def events(self) -> tuple[Event, ...]:
        return self._bodies(Event, table.event, table.event.c.id)

    def copies(self) -> tuple[Copy, ...]:
        return self._bodies(Copy, table.copy, table.copy.c.id)

    def search(self, words: str, limit: int = 50, since: str | None = None) -> tuple[Hit, ...]:
        with self._reads() as connection:
            return find(connection, words, limit, since)

    def counts(self) -> Counts:
        with self._reads() as connection:
            return Counts(*counts_in(connection))

    def clear_derived(self) -> None:
        with writes(self._engine) as connection:
            drop_resolution(connection)
            drop_links(connection)
            drop_readings(connection)

    def _reads(self) -> AbstractContextManager[Connection]:
        return reads(self._engine) if self._still is None else nullcontext(self._still)

    def _column(self, chosen: Select[T]) -> tuple[T, ...]:
        with self._reads() as connection:
            return tuple(connection.scalars(chosen))

    def _pages(self, ids: Select[str]) -> Iterator[tuple[str, ...]]:
        found = self._column(ids)
        for begin in range(0, len(found), _PAGE):
            yield found[begin : begin + _PAGE]

    def _each(self, kind: type[T], held: Table, ids: Select[str]) -> Iterator[T]:
        """What stands in `held` under `ids`; a row dropped meanwhile is left out."""
        for page in self._pages(ids):
            with self._reads() as connection:
                found = values_in(connection, kind, held, page)
            yield from (found[each] for each in page if each in found)

    def _bodies(self, kind: type[T], held: Table, *order: Column[Any]) -> tuple[T, ...]:
        bodies = self._column(select(held.c.body).order_by(*order))
        return tuple(loads(kind, each) for each in bodies)

    def _one(self, kind: type[T], held: Table, wanted: str) -> T:
        bodies = self._column(select(held.c.body).where(held.c.id == wanted))
        return loads(kind, _known(bodies[0] if bodies else None, held.name, wanted))


def _known(found: T | None, what: str, wanted: str) -> T:
    if found is None:
        raise NotFound(f"no {what} {wanted} is on record")
    return found


def _named(value: object, key: str | None = None) -> dict[str, object]:
    return {"id": key or digest(value), "body": dumps(value)}
