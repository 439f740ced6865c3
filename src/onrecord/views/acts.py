"""What people decided and nobody took back: who, when, on what, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.lexicon.acts import CORRECTION, act_anchor, taken_back
from onrecord.lexicon.fields import typed
from onrecord.lexicon.grading import GRADE, Graded
from onrecord.lexicon.watches import WATCH, Watch
from onrecord.model import Correction, Decision, Judgement, Ruling, Span, Statement
from onrecord.model.anchor import document_of
from onrecord.store.base import Store
from onrecord.store.codec import loads
from onrecord.views.ledger import Ledger
from onrecord.views.mentioned import Mentioned
from onrecord.views.passage import ReportCard, report_card

__all__ = ["ActRow", "Acts", "Change", "acts"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a field of a statement's form held as it was read, and what somebody put there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """What somebody decided at one time; `by` and `at` are what takes it back.

    `ruling` says what was decided: accepted, corrected, rejected, same, different, unsure, graded
    or watched. `quote` are the words of the statement that it is on, and `statement` its
    reference if it is on record now; `parties` are the two that were judged, `words` what else
    tells it. `report` is None where it is on no single one.
    """

    by: str
    at: str
    ruling: str
    note: str = ""
    quote: str = ""
    words: str = ""
    changes: tuple[Change, ...] = ()
    statement: str | None = None
    report: ReportCard | None = None
    parties: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True)
class Acts:
    """Some of the acts that stand, the newest first, from the `first` on; how many there are."""

    rows: tuple[ActRow, ...]
    count: int
    first: int


def acts(store: Store, first: int, most: int) -> Acts:
    """What people decided on statements, on who is who, on sources and on what to watch."""
    ledger = Ledger(store)
    decisions = store.decisions()
    gone = taken_back(decisions)
    made: dict[tuple[str, str], Decision | list[Judgement]] = {}
    for judgement in store.look.people():
        if judgement.at is not None and act_anchor(judgement.by, judgement.at) not in gone:
            together = made.setdefault((judgement.at, judgement.by), [])
            assert isinstance(together, list)
            together.append(judgement)
    for decision in decisions:
        if decision.kind in _ROWS and act_anchor(decision.by, decision.at) not in gone:
            made[decision.at, decision.by] = decision
    newest = sorted(made, reverse=True)[first : first + most]
    return Acts(tuple(_row(ledger, made[each]) for each in newest), len(made), first)


def _row(ledger: Ledger, made: Decision | Sequence[Judgement]) -> ActRow:
    if isinstance(made, Decision):
        return _ROWS[made.kind](ledger, made)
    one = made[0]
    assert one.at is not None
    sides = dict.fromkeys(side for each in made for side in (each.left, each.right))
    parties = tuple(Mentioned(_name(ledger, x), ledger.entity_reference(x)) for x in sides)
    note = "; ".join(one.reasons)
    return ActRow(one.by, one.at, one.opinion.value, note=note, parties=parties)


def _corrected(ledger: Ledger, decision: Decision) -> ActRow:
    correction = loads(Correction, decision.value)
    document = ledger.documents[document_of(decision.anchor)]
    begin, end = decision.anchor.partition(" ")[0].rpartition(":")[2].split("-")
    now = _now(ledger, correction.statement)
    return ActRow(
        decision.by,
        decision.at,
        correction.ruling.value,
        note=correction.note,
        quote=" ".join(Span(int(begin), int(end)).of(document.text).split()),
        words=decision.anchor.partition(" ")[2],
        changes=tuple(_changes(ledger, now)) if correction.ruling is Ruling.CORRECTED else (),
        statement=ledger.short[now.id] if now else None,
        report=report_card(ledger, document),
    )


def _graded(ledger: Ledger, decision: Decision) -> ActRow:
    graded = Graded.of(decision)
    of = f" on {graded.topic}" if graded.topic else ""
    words = f"{graded.source}{of}: {graded.reliability}"
    return ActRow(decision.by, decision.at, "graded", note=graded.why, words=words)


def _watched(ledger: Ledger, decision: Decision) -> ActRow:
    return ActRow(decision.by, decision.at, "watched", words=Watch.of(decision).name)


_ROWS: Mapping[str, Callable[[Ledger, Decision], ActRow]] = {
    CORRECTION: _corrected,
    GRADE: _graded,
    WATCH: _watched,
}


def _changes(ledger: Ledger, now: Statement | None) -> Iterator[Change]:
    """How a statement differs from what was read, by all that stands of corrections."""
    if now is None:
        return
    read = ledger.reading(now.document).as_read
    before = next((each.statement for each in read if each.statement.id == now.id), now)
    was, stands = typed(before), typed(now)
    for field in dict.fromkeys((*was, *stands)):
        if was.get(field, "") != stands.get(field, ""):
            yield Change(field, was.get(field, ""), stands.get(field, ""))


def _now(ledger: Ledger, statement: str) -> Statement | None:
    try:
        return ledger.store.statement(statement)
    except NotFound:
        return None


def _name(ledger: Ledger, chain: str) -> str:
    found = ledger.reading(chain.rpartition(":")[0]).chains
    return next((each.name for each in found if each.id == chain), chain)
