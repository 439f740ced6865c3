"""People's corrections put on record, and what follows from them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import InputError, NotFound
from onrecord.lexicon.acts import CORRECTION, standing
from onrecord.model import (
    Changes,
    Correction,
    Decision,
    Document,
    Entity,
    Reading,
    Ruling,
    Statement,
)
from onrecord.model.anchor import document_of, statement_anchor
from onrecord.pipeline.correct.apply import Ruled, as_read, corrected, ruled
from onrecord.pipeline.correct.atlas import Atlas, built_in
from onrecord.pipeline.correct.fill import filled
from onrecord.pipeline.correct.form import Form, changes_of, merged
from onrecord.pipeline.reconcile import reconcile
from onrecord.resolve import Act, undone
from onrecord.store import Store
from onrecord.store.codec import dumps
from onrecord.weigh.audit import reading_of

__all__ = ["accept", "amend", "by_document", "correct", "reject", "site", "undo"]


def accept(store: Store, statement: str, act: Act) -> Decision:
    """Put on record that a statement, by its id, was read right, as it stands."""
    case = _Case.of(store, statement)
    return _keep(store, case.now.document, [case.decision(act, Ruling.ACCEPTED, Changes())])


def reject(store: Store, statement: str, act: Act) -> Decision:
    """Put on record that nothing of the kind of a statement, by its id, is said there."""
    case = _Case.of(store, statement)
    return _keep(store, case.now.document, [case.decision(act, Ruling.REJECTED, Changes())])


def correct(
    store: Store,
    statement: str,
    form: Form,
    act: Act,
    atlas: Atlas = built_in,
    *,
    everywhere: bool = False,
) -> Decision:
    """Put on record what a statement, by its id, says instead; `form` as in `Form`'s module.

    What is said of the map holds `everywhere` for other statements of the report of this place,
    too; nobody vouches for the rest of these by that. Raises InputError for a form that cannot
    be, or changes nothing.
    """
    case = _Case.of(store, statement)
    changes = changes_of(case.document, case.now, form, atlas)
    if case.stays(changes):
        raise InputError("nothing is changed by this: the statement says so already")
    made = [case.decision(act, Ruling.CORRECTED, changes)]
    place = case.now.place
    if everywhere and changes.sited is not None and place is not None:
        only = Changes(sited=changes.sited)
        for each in case.reading.statements:
            if each.place and each.place.is_of(place) and each.id != statement:
                other = _Case.of(store, each.id)
                made.append(other.decision(act, Ruling.CORRECTED, only, vouched=False))
    return _keep(store, case.now.document, made)


def site(store: Store, entity: Entity, words: str, act: Act, atlas: Atlas = built_in) -> None:
    """Put on record where all that is told to be at a place is, by what is typed for `map`; nobody
    vouches for the rest of these statements by that.

    Raises InputError for words that mean no place, and where nothing is told to be there, or all
    of it is there already.
    """
    told = [
        each
        for each in store.statements(chains=entity.chains)
        if each.place is not None and each.place.chain in entity.chains
    ]
    if not told:
        raise InputError(f"nothing on record is told to be at {entity.name}")
    made: dict[str, list[Decision]] = {}
    for each in told:
        case = _Case.of(store, each.id)
        changes = changes_of(case.document, case.now, {"map": words}, atlas)
        if not case.stays(changes):
            decision = case.decision(act, Ruling.CORRECTED, changes, vouched=False)
            made.setdefault(case.document.id, []).append(decision)
    if not made:
        raise InputError(f"nothing is changed by this: {entity.name} stands there already")
    for decision in (each for given in made.values() for each in given):
        store.add_decision(decision)
    amend(store, made)
    reconcile(store)


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


@dataclass(frozen=True, slots=True)
class _Case:
    """A statement as it stands and as it was read, in its report, and what was ruled of it last."""

    document: Document
    reading: Reading
    now: Statement
    read: Statement
    before: Ruled | None

    @classmethod
    def of(cls, store: Store, statement: str) -> "_Case":
        now = store.statement(statement)
        document, decided = store.document(now.document), by_document(store).get(now.document, ())
        reading = store.reading(now.document)
        if reading is None:
            told = f"the report of statement {statement} is not read; run `onrecord rebuild`"
            raise NotFound(told)
        machine = as_read(reading).statements
        read = next(each for each in machine if each.id == statement)
        return cls(document, reading, now, read, ruled(machine, decided).get(statement))

    def stays(self, changes: Changes) -> bool:
        """Whether the statement says what it says now with these changes, too."""
        told = filled(self.document, self.reading, self.read, self._all(changes))
        return _says(told) == _says(self.now)

    def decision(
        self, act: Act, ruling: Ruling, changes: Changes, vouched: bool = True
    ) -> Decision:
        """The ruling as it is kept; `vouched` is whether the act is on all of the statement."""
        before = self.before.correction.read if self.before else ""
        read = reading_of(self.read) if vouched else before
        note = "; ".join(act.reasons)
        correction = Correction(ruling, self.read.id, read, self._all(changes), note)
        value = dumps(correction)
        return Decision(CORRECTION, statement_anchor(self.read), value, act.by, act.at)

    def _all(self, changes: Changes) -> Changes:
        return merged(self.before.correction.changes, changes) if self.before else changes


def _keep(store: Store, document: str, decisions: Sequence[Decision]) -> Decision:
    """Put decisions on the statements of a report on record; the first of them."""
    for each in decisions:
        store.add_decision(each)
    amend(store, [document])
    reconcile(store)
    return decisions[0]


def _says(statement: Statement) -> Statement:
    """A statement but for what nobody types."""
    return replace(statement, confidence=1.0, decided=None, about=())
