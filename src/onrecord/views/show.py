"""What a reference stands for, opened where it stands in its report."""

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.model import Span, Statement
from onrecord.store.base import Store
from onrecord.views.dossier import Dossier, dossier
from onrecord.views.event import EventRow, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.passage import Passage, ReportCard, passage, report_card
from onrecord.views.reference import span_of
from onrecord.views.scales import Scales

__all__ = ["Shown", "ShownEvent", "ShownReport", "ShownText", "show"]


@dataclass(frozen=True, slots=True)
class ShownText:
    """A statement or a stretch of text in its paragraph.

    `lines` are the statements asked for, or those that lie in the stretch; `neighbours` are the
    others of the same paragraph, in text order.
    """

    reference: str
    passage: Passage
    lines: tuple[Line, ...]
    neighbours: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report, its text, and all its statements in text order."""

    report: ReportCard
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event and the statements that say so."""

    event: EventRow
    lines: tuple[Line, ...]


Shown = ShownText | ShownReport | ShownEvent | Dossier


def show(store: Store, reference: str) -> Shown:
    """What `reference` opens: a statement, an event, a report, an entity or a stretch of text.

    Raises NotFound if it opens nothing, or could open more than one thing.
    """
    ledger = Ledger(store)
    by_id = store.look.beginning(reference)
    placed = None if by_id else span_of(reference)
    if placed is not None:
        prefix, begin, end = placed
        document = ledger.full_id(prefix, "document")
        if end is None:
            return dossier(store, store.entity(f"{document}:{begin}"))
        return _stretch(ledger, reference, document, (begin, end))
    full = ledger.full_id(reference)
    if full in ledger.statements:
        return _statement(ledger, ledger.statements[full])
    if full in ledger.events:
        event, scales = ledger.events[full], Scales(ledger)
        row = event_row(ledger, event, scales.weight(event))
        return ShownEvent(row, ledger.lines(ledger.statements[each] for each in event.statements))
    document_lines = _in_text_order(ledger, list(store.statements(document=full)))
    found = ledger.documents[full]
    return ShownReport(report_card(ledger, found), found.text, document_lines)


def _stretch(ledger: Ledger, reference: str, document: str, ends: tuple[int, int]) -> ShownText:
    text = ledger.documents[document].text
    if not ends[0] < ends[1] <= len(text):
        raise NotFound(
            f"reference {reference!r} lies outside its report, of {len(text)} characters"
        )
    span = Span(*ends)
    around = passage(ledger, ledger.documents[document], span, (span,))
    inside, beside = [], []
    for statement in ledger.store.statements(document=document):
        if span.contains(statement.span):
            inside.append(statement)
        elif around.span.overlaps(statement.span):
            beside.append(statement)
    lines, neighbours = _in_text_order(ledger, inside), _in_text_order(ledger, beside)
    return ShownText(reference, around, lines, neighbours)


def _statement(ledger: Ledger, statement: Statement) -> ShownText:
    document = ledger.documents[statement.document]
    around = passage(ledger, document, statement.span, (statement.span,))
    beside = [
        other
        for other in ledger.store.statements(document=statement.document)
        if other.id != statement.id and around.span.overlaps(other.span)
    ]
    return ShownText(
        reference=ledger.short[statement.id],
        passage=around,
        lines=ledger.lines([statement]),
        neighbours=_in_text_order(ledger, beside),
    )


def _in_text_order(ledger: Ledger, statements: list[Statement]) -> tuple[Line, ...]:
    return tuple(sorted(ledger.lines(statements), key=lambda line: (line.span, line.reference)))
