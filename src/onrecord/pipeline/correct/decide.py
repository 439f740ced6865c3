"""People's corrections put on record, and what follows from them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.errors import InputError, NotFound
from onrecord.lexicon.acts import CORRECTION, standing
from onrecord.model import Changes, Correction, Decision, Ruling, Statement
from onrecord.model.anchor import document_of, statement_anchor
from onrecord.pipeline.correct.apply import as_read, corrected, ruled
from onrecord.pipeline.correct.fill import filled
from onrecord.pipeline.correct.form import Form, changes_of, merged
from onrecord.pipeline.reconcile import reconcile
from onrecord.resolve import Act, undone
from onrecord.store import Store
from onrecord.store.codec import dumps
from onrecord.weigh.audit import reading_of

__all__ = ["accept", "amend", "by_document", "correct", "reject", "undo"]


def accept(store: Store, statement: str, act: Act) -> Decision:
    """Put on record that a statement, by its id, was read right, as it stands."""
    return _rule(store, statement, act, Ruling.ACCEPTED, None)


def reject(store: Store, statement: str, act: Act) -> Decision:
    """Put on record that nothing of the kind of a statement, by its id, is said there."""
    return _rule(store, statement, act, Ruling.REJECTED, None)


def correct(store: Store, statement: str, form: Form, act: Act) -> Decision:
    """Put on record what a statement, by its id, says instead; `form` as in `Form`'s module.

    Raises InputError for a form that cannot be, or changes nothing.
    """
    return _rule(store, statement, act, Ruling.CORRECTED, form)


def undo(store: Store, act: Act, by: str, at: str) -> Decision:
    """Take an act back, of whatever kind, and derive again what it touched."""
    decision = undone(act, by, at)
    touched = {document for document, found in by_document(store).items() if _of(found, act)}
    store.add_decision(decision)
    amend(store, touched)
    reconcile(store)
    return decision


def amend(store: Store, documents: Collection[str] | None = None) -> None:
    """Bring the readings of documents, else of all that were ever corrected, to what stands of
    corrections; `reconcile` has to be run then."""
    decided = by_document(store)
    if documents is None:
        kinds = (each for each in store.decisions() if each.kind == CORRECTION)
        documents = sorted({document_of(each.anchor) for each in kinds})
    for document in documents:
        reading = store.reading(document)
        if reading is not None:
            now = corrected(store.document(document), reading, decided.get(document, ()))
            store.put_reading(now)


def by_document(store: Store) -> Mapping[str, Sequence[Decision]]:
    """The corrections that stand, by their documents."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for each in standing(store.decisions(), CORRECTION):
        found[document_of(each.anchor)].append(each)
    return found


def _of(decisions: Sequence[Decision], act: Act) -> bool:
    return any((each.by, each.at) == (act.by, act.at) for each in decisions)


def _rule(store: Store, statement: str, act: Act, ruling: Ruling, form: Form | None) -> Decision:
    now = store.statement(statement)
    document, decided = store.document(now.document), by_document(store).get(now.document, ())
    reading = store.reading(now.document)
    if reading is None:
        raise NotFound(f"the report of statement {statement} is not read; run `onrecord rebuild`")
    machine = as_read(reading).statements
    read = next(each for each in machine if each.id == statement)
    before = ruled(machine, decided).get(statement)
    changes = before.correction.changes if before else Changes()
    if form is not None:
        changes = merged(changes, changes_of(document, now, form))
        if _says(filled(document, reading, read, changes)) == _says(now):
            raise InputError("nothing is changed by this: the statement says so already")
    note = "; ".join(act.reasons)
    correction = Correction(ruling, statement, reading_of(read), changes, note)
    value = dumps(correction)
    decision = Decision(CORRECTION, statement_anchor(read), value, act.by, act.at)
    store.add_decision(decision)
    amend(store, [now.document])
    reconcile(store)
    return decision


def _says(statement: Statement) -> Statement:
    """A statement but for what nobody types."""
    return replace(statement, confidence=1.0, decided=None, about=())
