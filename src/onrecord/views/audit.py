"""What people check of a record: statements and sentences, each beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from onrecord.model import BlockKind, Reading, Span, Statement
from onrecord.model.anchor import span_anchor, statement_anchor
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, Voice, sureness
from onrecord.views.passage import Passage, passage
from onrecord.views.when import when
from onrecord.views.where import where
from onrecord.views.wording import toll
from onrecord.weigh.accuracy import Accuracy, accuracy
from onrecord.weigh.audit import (
    Answer,
    Layer,
    SentenceUnit,
    StatementUnit,
    Unit,
    digest_of,
    drawn_sentences,
    drawn_statements,
    reading_of,
    standing,
)

__all__ = [
    "Audit",
    "CheckedSentence",
    "CheckedStatement",
    "Population",
    "audit",
    "checked",
    "checked_statement",
    "drawn",
    "population",
]

_STATING = frozenset({BlockKind.PARAGRAPH, BlockKind.SUMMARY})


_SEED = "1"
"""One for all, so that two people are asked the same."""


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


@dataclass(frozen=True, slots=True)
class Audit:
    """One unit that was drawn, the `place`th of `many`, as somebody is asked for it, and the
    figures of all answers so far.

    `seen` and `unit` are None where the record is empty; `answer` is what they said of it before.
    """

    place: int
    many: int
    unit: StatementUnit | SentenceUnit | None
    seen: CheckedStatement | CheckedSentence | None
    answer: Answer | None
    answered: int
    figures: Accuracy


def audit(store: Store, by: str, place: int | None = None) -> Audit:
    """The unit at a place of what is drawn, else the first that somebody has not answered yet.

    After the last, the last.
    """
    everything = population(store)
    order = drawn(everything)
    answers = standing(store.decisions())
    given = {each.unit: each for each in answers if each.by == by}
    if place is None:
        waiting = (n for n, unit in enumerate(order) if _bare(unit) not in given)
        place = next(waiting, len(order) - 1)
    place = max(0, min(place, len(order) - 1))
    unit = order[place] if order else None
    return Audit(
        place=place,
        many=len(order),
        unit=unit,
        seen=checked(Ledger(store), unit) if unit else None,
        answer=given.get(_bare(unit)) if unit else None,
        answered=sum(_bare(each) in given for each in order),
        figures=accuracy(everything.statements, everything.sentences, answers),
    )


def drawn(everything: Population) -> tuple[StatementUnit | SentenceUnit, ...]:
    """All that can be drawn in the order in which everybody is asked, statements and sentences in
    turns."""
    turns = zip_longest(
        drawn_statements(everything.statements, _SEED),
        drawn_sentences(everything.sentences, _SEED),
    )
    return tuple(unit for unit in chain.from_iterable(turns) if unit is not None)


def _bare(unit: Unit) -> Unit:
    """What an answer names of a unit."""
    return Unit(unit.anchor, unit.reading)


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
    return CheckedStatement(
        ledger.short[statement.id], around, _layers(statement, ledger.voice(document.id))
    )


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
