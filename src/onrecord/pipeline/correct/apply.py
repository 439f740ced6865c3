"""From a reading and what people decided on its statements to the reading as it stands.

The statements that the stages gave are kept beside those that people's word made of them: whatever
is decided later is applied to these, and nothing has to be read again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import (
    AsRead,
    Changes,
    Correction,
    Decided,
    Decision,
    Document,
    Reading,
    Ruling,
    Statement,
)
from onrecord.model.anchor import at_anchor
from onrecord.pipeline.correct.fill import filled
from onrecord.store.codec import loads
from onrecord.weigh.audit import reading_of

__all__ = ["Ruled", "as_read", "corrected", "ruled"]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A correction with the decision that it is."""

    decision: Decision
    correction: Correction

    @classmethod
    def of(cls, decision: Decision) -> "Ruled":
        """The correction that a decision keeps; raises KeyError, TypeError or ValueError for
        another's."""
        return cls(decision, loads(Correction, decision.value))

    def decided(self, confidence: float) -> Decided:
        """What a statement tells of it, of which the program had this confidence."""
        return Decided(self.correction.ruling, self.decision.by, self.decision.at, confidence)

    def holds_of(self, statement: Statement) -> bool:
        """Whether it holds of a statement as it was read; an acceptance does not of another."""
        plain = (self.correction.ruling, self.correction.changes) == (Ruling.ACCEPTED, Changes())
        return not plain or self.correction.read == reading_of(statement)


def corrected(document: Document, reading: Reading, decisions: Iterable[Decision]) -> Reading:
    """A reading with the corrections of its document that stand, whichever it had before.

    A statement that a person changed or accepted, with the rest as they saw it, is sure: its
    confidence is 1. The last of several decisions on one statement holds.
    """
    machine = as_read(reading)
    found = ruled(machine.statements, decisions)
    gone = {key for key, each in found.items() if each.correction.ruling is Ruling.REJECTED}
    statements: list[Statement] = []
    before: list[AsRead] = []
    for place, statement in enumerate(machine.statements):
        own = found.get(statement.id)
        now = _now(document, machine, statement, own)
        now = replace(now, about=tuple(each for each in now.about if each not in gone))
        if now.id not in gone:
            statements.append(now)
        if now != statement:
            before.append(AsRead(place, statement, now.decided))
    return replace(machine, statements=tuple(statements), as_read=tuple(before))


def as_read(reading: Reading) -> Reading:
    """A reading as the stages gave it."""
    ids = {each.statement.id for each in reading.as_read}
    statements = [each for each in reading.statements if each.id not in ids]
    for each in sorted(reading.as_read, key=lambda each: each.place):
        statements.insert(each.place, each.statement)
    return replace(reading, statements=tuple(statements), as_read=())


def ruled(statements: Sequence[Statement], decisions: Iterable[Decision]) -> dict[str, Ruled]:
    """The last correction on each of a report's statements, as the stages gave them, by its id."""
    by_id = {each.id: each for each in statements}
    found: dict[str, Ruled] = {}
    for decision in decisions:
        each = Ruled.of(decision)
        meant = by_id.get(each.correction.statement) or _at(statements, each)
        if meant is not None and each.holds_of(meant):
            found[meant.id] = each
    return found


def _at(statements: Sequence[Statement], ruled: Ruled) -> Statement | None:
    """The statement that now stands where another was read; one read as the person said it was
    will do, too."""
    anchor, predicate = ruled.decision.anchor, ruled.correction.changes.predicate
    meant = at_anchor(statements, anchor)
    if meant is None and predicate is not None:
        meant = at_anchor(statements, f"{anchor.partition(' ')[0]} {predicate.value}")
    return meant


def _now(
    document: Document, machine: Reading, statement: Statement, own: Ruled | None
) -> Statement:
    if own is None:
        return statement
    sure = own.correction.read == reading_of(statement)
    now = filled(document, machine, statement, own.correction.changes)
    decided = own.decided(statement.confidence)
    return replace(now, confidence=1.0 if sure else statement.confidence, decided=decided)
