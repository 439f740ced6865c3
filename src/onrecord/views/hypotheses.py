"""Competing answers to who did something and why, each statement held against each answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.acts import HYPOTHESIS, standing
from onrecord.lexicon.grading import Grades
from onrecord.model import Decision, Event, Origin, Statement, Weight
from onrecord.model.anchor import at_anchor, document_of, statement_anchor
from onrecord.store.base import Store
from onrecord.views.event import EventRow, event_row
from onrecord.views.grounds import SPEECH, Matter, matter, speech_by_report
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.part import ALL, Part
from onrecord.views.scales import Scales
from onrecord.weigh import Evidence, origins
from onrecord.weigh.edits import Act, Edit, edited, marks
from onrecord.weigh.hypotheses import (
    Ground,
    Hypothesis,
    Matrix,
    Named,
    Question,
    filled,
    matrix,
    proposed,
    sources,
)

__all__ = ["Analysis", "Case", "Note", "Rivalries", "Rivalry", "case", "rivalries"]

_WEIGHTS = {"A": 5 / 3, "B": 4 / 3, "C": 1.0, "D": 2 / 3, "E": 1 / 3}
"""What a source counts by the reliability that a person gave it; F, or none, counts as C."""
_UNGRADED = 1.0


@dataclass(frozen=True, slots=True)
class Note:
    """Why somebody marked a cell: that of a statement and the key of a hypothesis."""

    statement: str
    key: str
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The matrix of one question, with the line of each of its statements, and the notes on cells
    that people marked."""

    matrix: Matrix
    lines: Mapping[str, Line]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An event, or several taken for one, and the questions on which anything is said.

    `anchor` is where people's edits are kept.
    """

    events: tuple[EventRow, ...]
    anchor: str
    analyses: tuple[Analysis, ...]


@dataclass(frozen=True, slots=True)
class Rivalry:
    """An event on which answers compete: how many on each question, by how many statements."""

    event: EventRow
    who: int
    why: int
    statements: int


@dataclass(frozen=True, slots=True)
class Rivalries:
    """Events on which answers compete, of those in a part; `more` is whether others come after."""

    rows: tuple[Rivalry, ...]
    part: Part
    more: bool


def rivalries(ledger: Ledger, part: Part = ALL) -> Rivalries:
    """The events on which statements differ, or one denies, those with the most answers first; of
    a part only of the events that can be such, those first that most statements tell."""
    scales = Scales(ledger)
    ids = ledger.store.look.debated(SPEECH, part.first, part.limit and part.limit + 1)
    looked = ids[: part.limit]
    ledger.events.have(looked)
    every = [ledger.events[each] for each in looked]
    ledger.statements.have(x for each in every for x in each.statements)
    told = {each.id: [ledger.statements[x] for x in each.statements] for each in every}
    reports = {x.document for own in told.values() for x in own}
    spoken = speech_by_report(ledger, reports)
    ledger.prepare([each for own in (*told.values(), *spoken.values()) for each in own])
    seen = {event: matter(ledger, own, spoken) for event, own in told.items()}
    apart = [
        x for x in every if any(_differ(own, seen[x.id]) for own in seen[x.id].grounds.values())
    ]
    rows = [
        _rivalry(ledger, each, seen[each.id], weight) for each, _, weight in scales.weights(apart)
    ]
    return Rivalries(tuple(sorted(rows, key=_order)), part, len(looked) < len(ids))


def _rivalry(ledger: Ledger, event: Event, seen: Matter, weight: Weight) -> Rivalry:
    who, why = (len(proposed(seen.grounds[question])) for question in Question)
    statements = {each.statement for own in seen.grounds.values() for each in own}
    return Rivalry(event_row(ledger, event, weight), who, why, len(statements))


def _differ(grounds: Sequence[Ground], seen: Matter) -> bool:
    """Whether statements hold different answers, or somebody denies one."""
    held = {_keys(each.favours) for each in grounds if each.favours}
    spoken = {each.id for each in seen.speech}
    denied = any(each.rejects and each.statement in spoken for each in grounds)
    return denied or len(held) > 1 or (bool(held) and any(each.rejects for each in grounds))


def _keys(answers: Iterable[Named]) -> frozenset[frozenset[str]]:
    return frozenset(each.keys for each in answers)


def _order(rivalry: Rivalry) -> tuple[object, ...]:
    most = max(rivalry.who, rivalry.why)
    return (-most, -rivalry.statements, rivalry.event.time.order, rivalry.event.reference)


def case(ledger: Ledger, events: Sequence[str]) -> Case:
    """The analysis of an event, or of several taken for one, by their whole ids."""
    store, scales = ledger.store, Scales(ledger)
    chosen = [ledger.events[each] for each in events]
    told = [ledger.statements[each] for event in chosen for each in event.statements]
    reports = dict.fromkeys(each.document for each in told)
    spoken = speech_by_report(ledger, reports)
    seen = matter(ledger, told, spoken)
    edits = _edits(store.decisions(), told)
    analyses = (_analysis(ledger, scales.evidence, seen, question, edits) for question in Question)
    return Case(
        tuple(event_row(ledger, each, scales.weight(each)) for each in chosen),
        statement_anchor(told[0]),
        tuple(each for each in analyses if each.matrix.hypotheses),
    )


def _edits(decisions: Iterable[Decision], told: Sequence[Statement]) -> tuple[Edit, ...]:
    """The edits that stand, kept at any of the event's statements."""
    found = standing(decisions, HYPOTHESIS)
    return tuple(Edit.of(each) for each in found if at_anchor(told, each.anchor))


def _analysis(
    ledger: Ledger, evidence: Evidence, seen: Matter, question: Question, edits: Sequence[Edit]
) -> Analysis:
    asked = [each for each in edits if each.question is question]
    anchored = _anchored(ledger.store, asked)
    known = seen.statements
    grounds = [x for x in seen.grounds[question] if not evidence.retracted(known[x.statement])]
    own = {each.statement for each in grounds}
    grounds += [Ground(each.id) for each in anchored.values() if each.id not in own]
    statements = known | {each.id: each for each in anchored.values()}
    used = [statements[each.statement] for each in grounds]
    hypotheses: tuple[Hypothesis, ...] = edited(proposed(grounds), asked)
    ids = {anchor: each.id for anchor, each in anchored.items()}
    grades, topic = Grades(ledger.store.decisions()), seen.events[0].predicate.value

    def weight(origin: Origin) -> float:
        return _WEIGHTS.get(grades.of(origin.name, topic), _UNGRADED)

    def independent(wanted: Sequence[str]) -> tuple[Origin, ...]:
        return origins([statements[each] for each in wanted], evidence)

    rows = filled(hypotheses, grounds, marks(asked, ids))
    found = matrix(question, hypotheses, rows, sources(rows, independent), weight)
    notes = tuple(_notes(asked, ids))
    return Analysis(found, {each.id: ledger.lines([each])[0] for each in used}, notes)


def _notes(edits: Iterable[Edit], ids: Mapping[str, str]) -> Iterator[Note]:
    """Those of the last mark of each cell."""
    last = {(x.statement, x.key): x for x in edits if x.act is Act.MARK and x.statement in ids}
    for (anchor, key), edit in last.items():
        if edit.why:
            yield Note(ids[anchor], key, edit.by, edit.why)


def _anchored(store: Store, edits: Iterable[Edit]) -> dict[str, Statement]:
    """The statements that people marked, by the anchors of the marks."""
    found = {}
    for edit in edits:
        if edit.act is Act.MARK:
            here = store.statements(document=document_of(edit.statement))
            statement = at_anchor(here, edit.statement)
            if statement is not None:
                found[edit.statement] = statement
    return found
