"""What a record keeps, whatever the database behind it.

Documents, their original bytes, failures, people's judgements and decisions, imported gazetteers
among them, are the source of truth: they are only ever added. Readings, the program's judgements,
entities, events and copies are derived: `clear_derived` drops them and a rebuild gives them again,
the same.

Every `add_` and `put_` is one transaction and changes nothing when the same is already there.
Order is always the same: by the document's published date (undated last), then document id, then
place in the text; judgements and decisions in the order in which they came. Every method raises
`StoreError` when the record cannot be read or written, and those that take one id raise `NotFound`
when it is not on record.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

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
    Place,
    Predicate,
    PredicateFamily,
    Provenance,
    Reading,
    Span,
    Statement,
    TimeInterval,
)
from onrecord.store.links import Links
from onrecord.store.look import Look

__all__ = ["Counts", "Hit", "Store"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of a report in which words were found.

    `span` is the line and `matches` the words found in it, in text order; both are offsets into
    the document's text. `matches` is empty, and `span` the report's first line, where only the
    title fits.
    """

    document: str
    span: Span
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is on record."""

    documents: int
    readings: int
    statements: int
    entities: int
    events: int
    judgements: int
    decisions: int
    failures: int


class Store(AbstractContextManager["Store"], Protocol):
    """A record. Use it in a `with` block, or call `close`."""

    look: Look
    """What is found by an index: what pages are made of."""

    def close(self) -> None:
        """Let go of the database."""

    def still(self) -> AbstractContextManager["Store"]:
        """The record as it stands now, whatever is written meanwhile, for one thread to read."""

    # The source of truth.

    def add_document(self, document: Document, original: Original) -> bool:
        """Keep a document with its bytes; False if it is already on record."""

    def documents(self) -> Iterator[Document]:
        """All documents, a few in memory at a time."""

    def document(self, document_id: str) -> Document:
        """One document."""

    def original(self, document_id: str) -> Original:
        """The bytes that a document came from."""

    def versions(self, url: str) -> tuple[Document, ...]:
        """All documents read under one address, in the order in which they came."""

    def add_failure(self, failure: Failure) -> bool:
        """Keep a failure; False if it is already on record."""

    def failures(self) -> tuple[Failure, ...]:
        """All that could not be read, in the order in which it came."""

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Append judgements, in this order; how many were new.

        Those with a time (`at`) are a person's and stay for good; the others are derived.
        """

    def judgements(self) -> tuple[Judgement, ...]:
        """The program's judgements by their two sides, then people's by their time."""

    def add_decision(self, decision: Decision) -> bool:
        """Append a person's decision; False if it is already on record."""

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions by their time."""

    def add_gazetteer(self, decision: Decision, digest: str, parts: Iterable[bytes]) -> bool:
        """Append the decision to use a gazetteer, with the parts of its places, which `digest`
        names; False if the decision is on record already."""

    def gazetteer(self, digest: str) -> Iterator[bytes]:
        """The parts of an imported gazetteer, one in memory at a time."""

    def arrivals(
        self, *, after: str | None = None, last: int | None = None, before: int = 0
    ) -> tuple[str, ...]:
        """Ids of documents in the order in which they came: all, those that came after one, or
        the last few of either, `before` so many others. All of them, too, where the one is not on
        record."""

    # What is derived.

    def told(
        self,
        documents: Collection[str],
        *,
        chains: Collection[str] | None = None,
        predicates: Collection[Predicate] | None = None,
    ) -> Mapping[str, str]:
        """The statements of some documents, each with its document, those of the last to come
        first; only those that speak of one of some chains, or have one of some predicates, where
        these are given."""

    def located(self, documents: Collection[str]) -> Mapping[str, tuple[str, Place]]:
        """The statements of some documents whose place is on the map, each with its document and
        that place, in no order."""

    def debatable(self, documents: Collection[str]) -> tuple[Event, ...]:
        """The events of which some documents tell and on which there is more than one statement,
        those about another's words among them, by id."""

    def tally(self, documents: Collection[str]) -> Mapping[str, int]:
        """How many statements each of some documents has; none is left out."""

    def put_reading(self, reading: Reading) -> bool:
        """Keep a document's reading, in place of an older one; False if it is the same.

        `analysis` and `certainty`, which only serve while reading, are not kept.
        """

    def reading(self, document_id: str) -> Reading | None:
        """A document's reading, None if it was not read."""

    def unread(self, languages: Collection[str] | None = None) -> tuple[str, ...]:
        """Ids of the documents that have no reading: all, or those in `languages` or in none that
        is known."""

    def provenances(self) -> tuple[Provenance, ...]:
        """What made the readings on record: one, unless networks or lexicons were changed."""

    def statements(
        self,
        *,
        document: str | None = None,
        chains: Collection[str] | None = None,
        family: PredicateFamily | None = None,
        within: TimeInterval | None = None,
    ) -> Iterator[Statement]:
        """Statements that satisfy every condition given, a few in memory at a time.

        `chains`: at least one of these fills a role, is the place, or is a holder. `within`: the
        statement's time overlaps this interval; statements without a time do not.
        """

    def statement(self, statement_id: str) -> Statement:
        """One statement."""

    def chains(self, document: str | None = None) -> Iterator[Chain]:
        """The chains of one document, or of all."""

    def put_resolution(
        self,
        judgements: Iterable[Judgement],
        entities: Iterable[Entity],
        events: Iterable[Event],
        copies: Iterable[Copy] = (),
    ) -> None:
        """Replace the program's judgements and all entities, events and copies, in one transaction.

        Nothing counts as linked then: `linking` has to begin anew.
        """

    def linking(self) -> AbstractContextManager[Links]:
        """What linking reads and changes, in one transaction: all of it is kept, or nothing.

        Meanwhile the record is asked for nothing else.
        """

    def entities(self) -> tuple[Entity, ...]:
        """All entities, by id."""

    def entity(self, entity_id: str) -> Entity:
        """One entity, by its own id or that of any of its chains."""

    def events(self) -> tuple[Event, ...]:
        """All events, by id."""

    def copies(self) -> tuple[Copy, ...]:
        """Which earlier report each goes back to, by id; not those that go back to none."""

    def search(self, words: str, limit: int = 50, since: str | None = None) -> tuple[Hit, ...]:
        """The lines that fit best, of the documents that hold all words, best document first.

        Words are taken by their English stem, without case and diacritics; "in quotation marks"
        they must stand side by side. With `since`, only in that document and those that came
        after it.
        """

    def counts(self) -> Counts:
        """How much is on record."""

    def clear_derived(self) -> None:
        """Drop all that is derived, in one transaction."""
