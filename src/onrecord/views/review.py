"""What waits for a person: pairs that may be one, events that may be two, and statements that may
be misread."""

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass

from onrecord.lexicon.acts import act_anchor, taken_back
from onrecord.lexicon.fields import typed
from onrecord.model import Judgement, Located, Span, Statement
from onrecord.store.base import Store
from onrecord.views.audit import CheckedStatement, checked_statement
from onrecord.views.doubt import Doubt, doubts
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.oneness import EventDoubt, doubtful_events
from onrecord.views.passage import Passage, passage
from onrecord.views.scales import Scales
from onrecord.views.watching import watched

__all__ = ["Correctable", "Review", "Waiting", "correctable", "review"]

_LOOKED = 300
"""Of how many statements, the least sure, it is asked what hangs on them."""
_MORE = 2
"""How much more a statement weighs for a disputed event that it carries, or a watched name."""
_AROUND = 600
"""Characters of the report, on either side of a paragraph, from which words can be picked."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement on which nobody decided, as it was read.

    `disputed` is the reference of the event that it carries and on which statements differ, None
    for none; `watched` are the watched names that it speaks of.
    """

    line: Line
    read: CheckedStatement
    disputed: str | None
    watched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The queue: the likeliest of the `pairs` that wait, the events that the program was least
    sure to join, and some of the `statements` that wait, from the `first` on."""

    doubts: tuple[Doubt, ...]
    pairs: int
    events: tuple[EventDoubt, ...]
    waiting: tuple[Waiting, ...]
    statements: int
    first: int


@dataclass(frozen=True, slots=True)
class Correctable:
    """A statement with what can be put in place of what was read.

    `place` is where it is told of, `named` are all places that the report names, and `alike`
    counts its other statements of that place.

    `passage` is the paragraph with some of the text around; `fields` are as `lexicon.fields` gives
    them. `names` are the words in the passage that the program took for somebody or something.
    """

    line: Line
    read: CheckedStatement
    passage: Passage
    fields: Mapping[str, str]
    names: tuple[str, ...]
    place: Located | None
    named: tuple[Located, ...]
    alike: int


def review(store: Store, first: int, most: int) -> Review:
    """What waits, `most` statements and as many pairs; the order is written down in
    docs/reference/corrections."""
    ledger = Ledger(store)
    pairs, many = doubts(store, _answers(store), most)
    found = store.look.undecided(_LOOKED)
    disputed = _disputed(ledger, {each.document for each in found})
    names = _names(ledger)
    told = {each.id: tuple(_watched(each, names)) for each in found}
    waiting = tuple(
        Waiting(
            line=ledger.lines([each])[0],
            read=checked_statement(ledger, each),
            disputed=ledger.short[disputed[each.id]] if each.id in disputed else None,
            watched=told[each.id],
        )
        for each in _ranked(ledger, found, disputed, told)[first : first + most]
    )
    joined = doubtful_events(store, most)
    count = store.look.count_undecided()
    return Review(pairs, many, joined, waiting, count, first)


def correctable(ledger: Ledger, statement: Statement) -> Correctable:
    """A statement as its form of correction needs it."""
    document = ledger.documents[statement.document]
    begin = max(statement.span.begin - _AROUND, 0)
    around = Span(begin, min(statement.span.end + _AROUND, len(document.text)))
    shown = passage(ledger, document, around, (statement.span,))
    held = (each.span for each in ledger.reading(document.id).mentions)
    place, reading = statement.place, ledger.reading(document.id)
    alike = [x for x in reading.statements if place and x.place and x.place.is_of(place)]
    names = (" ".join(span.of(document.text).split()) for span in held if shown.span.overlaps(span))
    return Correctable(
        line=ledger.lines([statement])[0],
        read=checked_statement(ledger, statement),
        passage=shown,
        fields=typed(statement),
        names=tuple(dict.fromkeys(names)),
        place=place,
        named=reading.places,
        alike=len(alike) - bool(alike),
    )


def _answers(store: Store) -> tuple[Judgement, ...]:
    """People's judgements that stand."""
    gone = taken_back(store.decisions())
    return tuple(x for x in store.look.people() if act_anchor(x.by, x.at) not in gone)


def _ranked(
    ledger: Ledger,
    statements: Collection[Statement],
    disputed: Container[str],
    told: Mapping[str, Collection[str]],
) -> list[Statement]:
    """Statements by the chance that they were misread, times what hangs on them."""
    ledger.documents.have(each.document for each in statements)

    def order(each: Statement) -> tuple[object, ...]:
        leverage = 1 + _MORE * (each.id in disputed) + _MORE * bool(told[each.id])
        published = ledger.documents[each.document].published
        place = (published is None, published or "", each.document, each.span.begin, each.id)
        return (-(1 - each.confidence) * leverage, *place)

    return sorted(statements, key=order)


def _disputed(ledger: Ledger, documents: Collection[str]) -> dict[str, str]:
    """The statements on a side of a dispute, each with the event's id."""
    return {
        statement: event.id
        for event, _, weight in Scales(ledger).weights(ledger.store.debatable(documents))
        for dispute in weight.disputes
        for side in dispute.sides
        for statement in side.statements
    }


def _names(ledger: Ledger) -> dict[str, str]:
    """The chains of watched entities, each with its entity's name."""
    on = (each.entity for each in watched(ledger) if each.entity)
    entities = map(ledger.store.entity, on)
    return {chain: entity.name for entity in entities for chain in entity.chains}


def _watched(statement: Statement, names: Mapping[str, str]) -> Iterator[str]:
    fillers = (each.chain for found in statement.roles.values() for each in found)
    holders = (each.chain for each in statement.holders)
    place = [statement.place.chain] if statement.place else []
    chains = (*fillers, *holders, *place)
    yield from dict.fromkeys(names[each] for each in chains if each and each in names)
