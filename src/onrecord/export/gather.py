"""From the lines of an exchange file to what a record keeps, all of it checked beforehand."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from onrecord.errors import InputError
from onrecord.export.parse import (
    ChainOf,
    as_read_of,
    copy_of,
    decision_of,
    document_of,
    entity_of,
    event_of,
    gazetteer_part_of,
    judgement_of,
    statement_of,
)
from onrecord.export.readings import begin_of, document_in, readings_of, span_of
from onrecord.export.shape import Line
from onrecord.lexicon.acts import CORRECTION
from onrecord.lexicon.imports import DECISION, Import
from onrecord.lexicon.placerow import tally
from onrecord.model import (
    AsRead,
    Copy,
    Correction,
    Decision,
    Document,
    Entity,
    Event,
    Judgement,
    Original,
    Reading,
    Statement,
)
from onrecord.store.codec import loads

__all__ = ["Imported", "gather"]

T = TypeVar("T")
Numbered = list[tuple[int, Line]]

_KINDS = (
    "source",
    "document",
    "copy",
    "entity",
    "statement",
    "as_read",
    "event",
    "judgement",
    "decision",
    "gazetteer",
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What the lines of a file hold; `gazetteers` are parts of places by their digest."""

    documents: tuple[tuple[Document, Original], ...]
    copies: tuple[Copy, ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[Decision, ...]
    gazetteers: Mapping[str, Sequence[bytes]]


def gather(lines: Iterable[str], name: str) -> Imported:
    """All that `lines`, in any order, hold; `name` says where they come from.

    Raises `InputError`, with the line, for one that does not have its shape, speaks of a document
    that is not among them, or quotes what is not in its text.
    """
    held = _by_kind(lines, name)

    def each(kind: str, make: Callable[[Line], T]) -> tuple[T, ...]:
        return tuple(_made(make, line, f"{name}, line {number}") for number, line in held[kind])

    documents = {document.id: document for document in each("document", document_of)}
    entities = each("entity", _entity)
    known = _Known(documents, entities)
    statements = each("statement", known.statement)
    read = each("as_read", known.as_read)
    gazetteers = _gazetteers(each("gazetteer", gazetteer_part_of), name)
    return Imported(
        documents=tuple((document, _original(document)) for document in documents.values()),
        copies=each("copy", known.copy),
        readings=tuple(readings_of(documents.values(), entities, statements, read)),
        entities=entities,
        events=each("event", lambda line: event_of(line, lambda entity: entity)),
        judgements=each("judgement", judgement_of),
        decisions=each("decision", lambda line: _decision(line, gazetteers)),
        gazetteers=gazetteers,
    )


class _Known:
    """What statements refer to."""

    def __init__(self, documents: Mapping[str, Document], entities: Sequence[Entity]) -> None:
        self._documents = documents
        self._chains: dict[tuple[str, str], str] = {}
        for entity in entities:
            for chain in entity.chains:
                self._chains.setdefault((entity.id, document_in(chain)), chain)

    def copy(self, line: Line) -> Copy:
        copy = copy_of(line)
        for document in (copy.document, copy.of):
            if document not in self._documents:
                raise ValueError(f"the document {document} is not among the lines")
        return copy

    def as_read(self, line: Line) -> AsRead:
        read = as_read_of(line, self._chain_of(line["statement"]))
        self._check(read.statement)
        return read

    def statement(self, line: Line) -> Statement:
        statement = statement_of(line, self._chain_of(line))
        self._check(statement)
        return statement

    def _chain_of(self, line: Line) -> ChainOf:
        def chain_of(entity: str | None) -> str | None:
            return self._chains.get((entity, line["document"]), entity) if entity else None

        return chain_of

    def _check(self, statement: Statement) -> None:
        document = self._documents.get(statement.document)
        if document is None:
            raise ValueError(f"its document {statement.document} is not among the lines")
        if statement.span.of(document.text) != statement.quote:
            raise ValueError("its quote is not what stands at its span")


def _by_kind(lines: Iterable[str], name: str) -> dict[str, Numbered]:
    held: dict[str, Numbered] = {kind: [] for kind in _KINDS}
    seen: set[tuple[str, str]] = set()
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
            key = (line["kind"], line["id"])
            held[line["kind"]].append((number, line))
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{name}, line {number}: not a JSON object with an 'id' and a known 'kind';"
                " give a file that `onrecord export --format jsonl` wrote"
            ) from error
        if key in seen:
            raise InputError(f"{name}, line {number}: a second {key[0]} {key[1]}; leave one out")
        seen.add(key)
    return held


def _made(make: Callable[[Line], T], line: Line, where: str) -> T:
    try:
        return make(line)
    except KeyError as error:
        said = f"this {line['kind']} lacks {error}"
        raise InputError(f"{where}: {said}; add it or export again") from error
    except (AttributeError, TypeError, ValueError) as error:
        said = f"this {line['kind']} is not as it should be: {error}"
        raise InputError(f"{where}: {said}; mend it or export again") from error


def _entity(line: Line) -> Entity:
    entity = entity_of(line)
    for chain in entity.chains:
        begin_of(chain)
    for name in entity.names:
        for mention in name.mentions:
            span_of(mention)
    return entity


def _gazetteers(parts: Iterable[tuple[str, int, bytes]], name: str) -> dict[str, list[bytes]]:
    """The parts of each gazetteer in order, checked against its digest."""
    held: dict[str, list[bytes]] = {}
    for digest, _, part in sorted(parts):
        held.setdefault(digest, []).append(part)
    for digest, found in held.items():
        try:
            whole = tally(found)[0] == digest
        except ValueError:
            whole = False
        if not whole:
            raise InputError(f"{name}: the places of gazetteer {digest} are damaged; export again")
    return held


def _decision(line: Line, gazetteers: Mapping[str, Sequence[bytes]]) -> Decision:
    decision = decision_of(line)
    if decision.kind == DECISION and Import.of(decision).digest not in gazetteers:
        raise ValueError("the places that it imports are not among the lines")
    if decision.kind == CORRECTION:
        loads(Correction, decision.value)
    return decision


def _original(document: Document) -> Original:
    content = document.text.encode()
    return Original(
        sha256=sha256(content).hexdigest(),
        name=f"{document.title or document.id} (made of the text of an export)",
        media_type="text/plain",
        encoding="utf-8",
        content=content,
        offsets=((0, 0),),
    )
