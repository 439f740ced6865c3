"""What pages are made of: each thing looked up by an index, so that a page costs what it shows."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TypeVar

from sqlalchemy import (
    REAL,
    Column,
    Table,
    func,
    intersect,
    literal,
    literal_column,
    or_,
    select,
    text,
    true,
    union_all,
)

from onrecord.model import (
    Chain,
    Copy,
    Document,
    Entity,
    Event,
    Judgement,
    Predicate,
    Retraction,
    Sentence,
    Span,
    Statement,
)
from onrecord.store import found, row, table
from onrecord.store.asked import AskedEvents
from onrecord.store.codec import loads
from onrecord.store.fetch import among
from onrecord.store.part import Parts

__all__ = ["Look"]

T = TypeVar("T")

_NAMED = (table.document.c.id, table.statement.c.id, table.event.c.id)
"""What references may open."""
_ALL = AskedEvents()
_UNDECIDED = text("json_extract(body, '$.decided') IS NULL")
_DECIDED = text("json_extract(body, '$.decided') IS NOT NULL")
_CONFIDENCE = text("coalesce(json_extract(body, '$.confidence'), 1.0)")
_DOUBTED = text("json_extract(event.body, '$.doubted') IS NOT NULL")
_JOINED = literal_column("json_extract(event.body, '$.confidence')", REAL)
_LAST = "\U0010ffff"
"""After whatever begins in the same way."""


class Look(Parts):
    """Looks things up, many at a time; an id that is not on record is left out."""

    # By their ids.

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Documents."""
        chosen = select(table.document).where(table.document.c.id.in_(among(ids)))
        return {each.id: row.document_of(each) for each in self._rows(chosen)}

    def statements(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Statements."""
        return self._values(Statement, table.statement, ids)

    def undecided(self, most: int) -> tuple[Statement, ...]:
        """The statements on which nobody decided, the least sure first, so many at most."""
        held = table.statement.c
        chosen = select(held.body).where(_UNDECIDED)
        chosen = chosen.order_by(_CONFIDENCE, held.document, held.seq).limit(most)
        return tuple(loads(Statement, each.body) for each in self._rows(chosen))

    def count_undecided(self) -> int:
        """On how many statements nobody decided."""
        every = select(func.count()).select_from(table.statement)
        decided = every.where(_DECIDED)
        return sum(
            sign * each[0] for sign, x in ((1, every), (-1, decided)) for each in self._rows(x)
        )

    def chains(self, ids: Iterable[str]) -> dict[str, Chain]:
        """Chains."""
        return self._values(Chain, table.chain, ids)

    def events(self, ids: Iterable[str]) -> dict[str, Event]:
        """Events."""
        return self._values(Event, table.event, ids)

    def copies(self, documents: Iterable[str]) -> dict[str, Copy]:
        """What documents go back to; those that go back to none are left out."""
        return self._values(Copy, table.copy, documents)

    def copies_of(self, document: str) -> tuple[Copy, ...]:
        """The reports that go back to one, by id."""
        held = table.copy.c
        chosen = select(held.body).where(held.of == document).order_by(held.id)
        return tuple(loads(Copy, each.body) for each in self._rows(chosen))

    # By what they belong to.

    def entities(self, chains: Iterable[str]) -> dict[str, Entity]:
        """The entities of chains, by the chains."""
        held = table.entity_chain.c
        chosen = select(held.chain, held.entity).where(held.chain.in_(among(chains)))
        of = {each.chain: each.entity for each in self._rows(chosen)}
        known = self._values(Entity, table.entity, set(of.values()))
        return {chain: known[entity] for chain, entity in of.items()}

    def events_of(self, statements: Iterable[str]) -> dict[str, str]:
        """The ids of the events of statements, by the statements."""
        held = table.event_statement.c
        chosen = select(held.statement, held.event).where(held.statement.in_(among(statements)))
        return {each.statement: each.event for each in self._rows(chosen)}

    def about(self, statements: Iterable[str]) -> dict[str, list[str]]:
        """The ids of the statements that are about some, by what they are about, in no order."""
        held = found.statement_about.c
        told: defaultdict[str, list[str]] = defaultdict(list)
        chosen = select(held.about, held.statement).where(held.about.in_(among(statements)))
        for each in self._rows(chosen):
            told[each.about].append(each.statement)
        return dict(told)

    def pronouns(self, documents: Iterable[str]) -> dict[str, frozenset[Span]]:
        """Where pronouns stand in the documents that were read."""
        held = table.reading.c
        mention = func.json_each(held.body, "$.mentions").table_valued("value")
        span = [func.json_extract(mention.c.value, f"$.span.{end}") for end in ("begin", "end")]
        chosen = select(held.document, *span).select_from(table.reading).join(mention, true())
        form = func.json_extract(mention.c.value, "$.form")
        chosen = chosen.where(held.document.in_(among(documents)), form == "pronoun")
        spans: defaultdict[str, set[Span]] = defaultdict(set)
        for document, begin, end in self._rows(chosen):
            spans[document].add(Span(begin, end))
        return {document: frozenset(there) for document, there in spans.items()}

    def sentences(self, document: str) -> tuple[Span, ...]:
        """The sentences of a document that was read."""
        held = table.reading.c
        layer = func.json_extract(held.body, "$.sentences")
        rows = self._rows(select(layer.label("layer")).where(held.document == document))
        found = (loads(tuple[Sentence, ...], each.layer or "[]") for each in rows)
        return tuple(each.span for sentences in found for each in sentences)

    def judgements(self, chains: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements that join chains among some of them, or tell them apart."""
        held, wanted = table.judgement.c, [*chains]
        both = held.left.in_(among(wanted)), held.right.in_(among(wanted))
        chosen = select(held.body).where(*both).order_by(held.seq)
        bodies = (loads(Judgement, each.body) for each in self._rows(chosen))
        return tuple(sorted(bodies, key=row.judgement_order))

    def people(self) -> tuple[Judgement, ...]:
        """People's judgements by their time."""
        held = table.judgement.c
        chosen = select(held.body).where(held.at >= "").order_by(held.at, held.seq)
        return tuple(loads(Judgement, each.body) for each in self._rows(chosen))

    def corrections_of(self, documents: Iterable[str]) -> dict[str, tuple[Retraction, ...]]:
        """The corrections of documents."""
        return self._corrections(found.correction.c.of, documents)

    def corrections_by(self, documents: Iterable[str]) -> dict[str, tuple[Retraction, ...]]:
        """What documents correct."""
        return self._corrections(found.correction.c.document, documents)

    def answers(self, chains: Iterable[str]) -> tuple[Judgement, ...]:
        """People's judgements about any of some chains, by their time."""
        held, wanted = table.judgement.c, [*chains]
        sides = or_(held.left.in_(among(wanted)), held.right.in_(among(wanted)))
        chosen = select(held.body).where(held.at >= "", sides).order_by(held.at, held.seq)
        return tuple(loads(Judgement, each.body) for each in self._rows(chosen))

    def answers_on_events(self) -> tuple[Judgement, ...]:
        """People's judgements on events, by their time."""
        held = table.judgement.c
        # No chain's id has a space in it.
        chosen = select(held.body).where(held.at >= "", held.left.contains(" "))
        found = self._rows(chosen.order_by(held.at, held.seq))
        return tuple(loads(Judgement, each.body) for each in found)

    def doubtful(self, below: float, most: int) -> tuple[Event, ...]:
        """Events that were joined with less than some confidence, the least sure first."""
        chosen = select(table.event.c.body).where(_DOUBTED, _JOINED < below)
        found = self._rows(chosen.order_by(_JOINED, table.event.c.id).limit(most))
        return tuple(loads(Event, each.body) for each in found)

    # By their references.

    def beside(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The ids that stand before and after some, of all documents, statements and events; ""
        where there is none."""
        given = func.json_each(json.dumps([*ids])).table_valued("value").c.value
        before = [select(func.max(x)).where(x < given).scalar_subquery() for x in _NAMED]
        after = [select(func.min(x)).where(x > given).scalar_subquery() for x in _NAMED]
        rows = self._rows(select(given, *before, *after))
        kinds = len(_NAMED)
        return {
            each[0]: (
                max((x for x in each[1 : kinds + 1] if x), default=""),
                min((x for x in each[kinds + 1 :] if x), default=""),
            )
            for each in rows
        }

    def beginning(self, prefix: str, kinds: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
        """What begins so, as pairs of kind and id, at most two of a kind: of all documents,
        statements and events, or of some `kinds` of them; the very id comes first."""
        chosen = [
            select(literal(id_.table.name).label("kind"), id_)
            .where(id_ >= prefix, id_ < prefix + _LAST)
            .order_by(id_)
            .limit(2)
            for id_ in _NAMED
            if not kinds or id_.table.name in kinds
        ]
        every = union_all(*(select(each.subquery()) for each in chosen))
        return tuple(
            sorted(map(tuple, self._rows(every)), key=lambda pair: (pair[1] != prefix, pair))
        )

    # What all reports have.

    def event_count(self, asked: AskedEvents = _ALL) -> int:
        """How many events there are of those asked for."""
        (found_,) = self._rows(asked.of(select(func.count()).select_from(table.event)))
        count: int = found_[0]
        return count

    def event_ids(self, first: int, most: int | None, asked: AskedEvents = _ALL) -> tuple[str, ...]:
        """Events asked for by date, the undated last, then by id: `most` from number `first` on."""
        held = table.event.c
        chosen = asked.of(select(held.id)).order_by(held.first, held.last, held.id)
        return tuple(each.id for each in self._rows(chosen.offset(first).limit(most)))

    def related(
        self, predicate: Predicate, one: Iterable[str], other: Iterable[str]
    ) -> tuple[str, ...]:
        """The ids of the statements of a predicate that speak of a chain of either side."""
        link, held = table.statement_chain.c, table.statement.c
        sides = (select(link.statement).where(link.chain.in_(among(x))) for x in (one, other))
        # Asked for the predicate as well, SQLite would look through all statements that have it.
        chosen = select(held.id, held.predicate).where(held.id.in_(intersect(*sides)))
        return tuple(x.id for x in self._rows(chosen) if x.predicate == predicate.value)

    def document_ids(self) -> tuple[str, ...]:
        """All documents, in the record's order."""
        held = table.document.c
        return tuple(each.id for each in self._rows(select(held.id).order_by(held.day, held.id)))

    def copied(self) -> tuple[str, ...]:
        """The documents that go back to others, by id."""
        return tuple(each.id for each in self._rows(select(table.copy.c.id).order_by("id")))

    def linked(self) -> bool:
        """Whether everything that is derived of many reports is on record."""
        return any(self._rows(select(table.linking.c.version)))

    def _corrections(
        self, side: Column[str], documents: Iterable[str]
    ) -> dict[str, tuple[Retraction, ...]]:
        held, table_ = found.correction.c, table.document.c
        chosen = select(side, held.body).join(table.document, table_.id == held.document)
        chosen = chosen.where(side.in_(among(documents))).order_by(table_.day, table_.id, held.of)
        told: defaultdict[str, list[Retraction]] = defaultdict(list)
        for document, body in self._rows(chosen):
            told[document].append(loads(Retraction, body))
        return {document: tuple(made) for document, made in told.items()}

    def _values(self, kind: type[T], held: Table, ids: Iterable[str]) -> dict[str, T]:
        chosen = select(held.c.id, held.c.body).where(held.c.id.in_(among(ids)))
        return {each.id: loads(kind, each.body) for each in self._rows(chosen)}
