"""The exchange format: one JSON object a line, in and out.

What goes out: sources, documents, copies, entities, statements, those among them that people
corrected as the program read them, events, judgements, decisions, and the places of imported
gazetteers, in this order; the same record always gives the same bytes. What
is not in the format: original bytes, failures, and the layers of a reading (mentions that are no
names, unnamed chains, attributions, sentences). So what comes in is documents and people's
decisions, and the derived lines as they stand: they can be shown and exported again without loss
and without a network. An original is made of the text and says so by its name, and chains are made
of the names that entity lines quote. `rebuild` derives everything anew from the documents,
judgements and decisions.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import count, repeat

from onrecord.export.gather import Imported, gather
from onrecord.export.shape import (
    Joined,
    Line,
    as_read_line,
    copy_line,
    decision_line,
    document_line,
    entity_line,
    event_line,
    gazetteer_line,
    judgement_line,
    source_line,
    statement_line,
)
from onrecord.lexicon.acts import CORRECTION, standing
from onrecord.lexicon.grading import Grades
from onrecord.lexicon.imports import DECISION, Import
from onrecord.lexicon.outlets import agency
from onrecord.model import Source, SourceType
from onrecord.model.anchor import document_of
from onrecord.store import Store
from onrecord.views import Coding, Ledger, Scales

__all__ = ["export_lines", "import_lines"]


def export_lines(store: Store) -> Iterator[str]:
    """The whole record, a line at a time, without line ends."""
    for line in _lines(store):
        yield json.dumps(line, ensure_ascii=False, sort_keys=True)


def import_lines(lines: Iterable[str], store: Store, name: str) -> bool:
    """Take in what `export_lines` gave; `name` says where the lines come from.

    False if the record held readings before: then documents, readings, people's judgements and
    decisions are added, and `amend` and `reconcile` have to be run to derive the rest of all.
    Raises `InputError` for a line that cannot be used, and then keeps nothing.
    """
    given = gather(lines, name)
    empty = store.counts().readings == 0
    for document, original in given.documents:
        store.add_document(document, original)
    unread = set(store.unread())
    for reading in given.readings:
        if reading.document in unread:
            store.put_reading(reading)
    people = [each for each in given.judgements if each.at is not None]
    store.add_judgements(people)
    for decision in given.decisions:
        if decision.kind == DECISION:
            digest = Import.of(decision).digest
            store.add_gazetteer(decision, digest, given.gazetteers[digest])
        else:
            store.add_decision(decision)
    if empty:
        _resolve(store, given)
    return empty


def _resolve(store: Store, given: Imported) -> None:
    derived = (each for each in given.judgements if each.at is None)
    store.put_resolution(derived, given.entities, given.events, given.copies)


def _lines(store: Store) -> Iterator[Line]:
    entities, events = store.entities(), store.events()
    joined = Joined(
        {chain: entity.id for entity in entities for chain in entity.chains},
        {statement: event.id for event in events for statement in event.statements},
    )
    yield from map(source_line, _sources(store))
    yield from map(document_line, store.documents())
    yield from map(copy_line, store.copies())
    yield from map(entity_line, entities)
    yield from _statement_lines(store, joined)
    yield from _as_read_lines(store, joined)
    weights = Scales(Ledger(store)).weights(events)
    yield from (event_line(event, weight, joined) for event, _, weight in weights)
    yield from map(judgement_line, store.judgements())
    yield from map(decision_line, store.decisions())
    imported = (Import.of(each) for each in store.decisions() if each.kind == DECISION)
    for digest in dict.fromkeys(each.digest for each in imported):
        yield from map(gazetteer_line, repeat(digest), count(), store.gazetteer(digest))


def _statement_lines(store: Store, joined: Joined) -> Iterator[Line]:
    document, text = "", ""
    coding = Coding(store)
    for statement in store.statements():
        if statement.document != document:
            document, text = statement.document, store.document(statement.document).text
        coded = {"coded": coding.types(statement)} if coding.codebook else {}
        yield statement_line(statement, text, joined) | coded


def _as_read_lines(store: Store, joined: Joined) -> Iterator[Line]:
    corrected = {document_of(x.anchor) for x in standing(store.decisions(), CORRECTION)}
    for document in store.documents():
        reading = store.reading(document.id) if document.id in corrected else None
        for each in reading.as_read if reading else ():
            yield as_read_line(each, document.text, joined)


def _sources(store: Store) -> Iterator[Source]:
    """The outlets, with the latest grade that a person gave each."""
    grades = Grades(store.decisions())
    for name in sorted({each.publisher for each in store.documents() if each.publisher}):
        anchor = f"source:{name}"
        kind = SourceType.AGENCY if agency(name) else SourceType.OUTLET
        yield Source(anchor, name, kind, grades.of(name))
