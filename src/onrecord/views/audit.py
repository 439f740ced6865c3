"""What people check of a record: statements and sentences, each beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import BlockKind, Reading, Span, Statement
from onrecord.model.anchor import span_anchor, statement_anchor
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, Voice, sureness
from onrecord.views.passage import Passage, passage
from onrecord.views.when import when
from onrecord.views.where import where
from onrecord.views.wording import toll
from onrecord.weigh.audit import Layer, SentenceUnit, StatementUnit, digest_of, reading_of

__all__ = [
    "CheckedSentence",
    "CheckedStatement",
    "Population",
    "checked",
    "checked_statement",
    "population",
]

_STATING = frozenset({BlockKind.PARAGRAPH, BlockKind.SUMMARY})


@dataclass(frozen=True, slots=True)
class Population:
    """All that can be drawn from a record."""

    statements: tuple[StatementUnit, ...]
    sentences: tuple[SentenceUnit, ...]


@dataclass(frozen=True, slots=True)
class CheckedStatement:
    """A statement in its paragraph, its quotation marked, and each layer as the record has it, in
    words; a layer that it leaves out has none."""

    reference: str
    passage: Passage
    layers: dict[Layer, str]


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence marked in its paragraph, and the statements that begin in it."""

    passage: Passage
    lines: tuple[Line, ...]


def population(store: Store) -> Population:
    """The statements on record, and the sentences that can make statements."""
    statements: list[StatementUnit] = []
    sentences: list[SentenceUnit] = []
    for document in store.documents():
        reading = store.reading(document.id)
        if reading is not None:
            statements += map(_statement_unit, reading.statements)
            sentences += _sentence_units(reading)
    return Population(tuple(statements), tuple(sentences))


def checked(
    ledger: Ledger, unit: StatementUnit | SentenceUnit
) -> CheckedStatement | CheckedSentence:
    """What a person is shown of a unit."""
    if isinstance(unit, SentenceUnit):
        span = Span(unit.begin, unit.end)
        statements = [ledger.store.statement(each) for each in unit.statements]
        around = passage(ledger, ledger.documents[unit.document], span, (span,))
        lines = sorted(ledger.lines(statements), key=lambda line: (line.span, line.reference))
        return CheckedSentence(around, tuple(lines))
    return checked_statement(ledger, ledger.store.statement(unit.id))


def checked_statement(ledger: Ledger, statement: Statement) -> CheckedStatement:
    """What a person is shown of a statement."""
    document = ledger.documents[statement.document]
    around = passage(ledger, document, statement.span, (statement.span,))
    voice = Voice(document, ledger.reading(document.id), ledger.short)
    return CheckedStatement(ledger.short[statement.id], around, _layers(statement, voice))


def _statement_unit(statement: Statement) -> StatementUnit:
    return StatementUnit(
        statement_anchor(statement),
        reading_of(statement),
        statement.id,
        frozenset(_gives(statement)),
        statement.confidence,
    )


def _sentence_units(reading: Reading) -> Iterator[SentenceUnit]:
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].kind in _STATING:
            span = sentence.span
            found = [x for x in reading.statements if span.begin <= x.span.begin < span.end]
            yield SentenceUnit(
                span_anchor(reading.document, span),
                digest_of(sorted(map(reading_of, found))),
                reading.document,
                span.begin,
                span.end,
                tuple(each.id for each in found),
            )


def _gives(statement: Statement) -> Iterator[Layer]:
    yield from (Layer.QUOTE, Layer.PREDICATE)
    if len(statement.holders) > 1:
        yield Layer.HOLDER
    if any(statement.roles.values()) or statement.magnitudes:
        yield Layer.ROLES
    if statement.time:
        yield Layer.TIME
    if statement.place:
        yield Layer.PLACE
    if not sureness(statement.certainty).plain:
        yield Layer.CERTAINTY


def _layers(statement: Statement, voice: Voice) -> dict[Layer, str]:
    sure = sureness(statement.certainty)
    hedges = ", ".join(f"“{hedge}”" for hedge in sure.hedges)
    roles = [f"{role}: {voice.filler(found)}" for role, found in statement.roles.items() if found]
    time, place = when(statement.time), where(statement.place)
    told = f" (“{time.text}”)" if time.text and time.text != time.words else ""
    return {
        Layer.QUOTE: f"«{' '.join(statement.quote.split())}»",
        Layer.HOLDER: " > ".join(holder.name for holder in statement.holders),
        Layer.PREDICATE: " ".join(filter(None, (statement.predicate.value, statement.mode))),
        Layer.ROLES: "; ".join([*roles, *filter(None, [toll(statement.magnitudes)])]),
        Layer.TIME: f"{time.words}{told}" if statement.time else "",
        Layer.PLACE: place.words if place else "",
        Layer.CERTAINTY: f"{sure.words}{f', hedged {hedges}' if hedges else ''}",
    }
