"""What the program is unsure of: pairs that may be one, with the evidence on either side."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import EntityType, Judgement
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.passage import Passage, ReportCard, passage, report_card

__all__ = ["Doubt", "Side", "doubts"]

_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A chain in its report: where it is first named, and the first of what is said of it."""

    reference: str
    name: str
    type: EntityType
    report: ReportCard
    passage: Passage
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that nobody has decided; `score` is the probability that they are one."""

    judgement: Judgement
    left: Side
    right: Side


def doubts(store: Store, answers: Iterable[Judgement], most: int) -> tuple[tuple[Doubt, ...], int]:
    """The pairs that the program is unsure of and none of people's answers is about, the likeliest
    first, so many at most; one of each two entities, and none of what is one by other judgements.
    And how many pairs there are."""
    ledger = Ledger(store)
    asked = {_entities(ledger, each) for each in answers}
    every = [x for x, *pair in store.look.unsure() if frozenset(pair) not in asked]
    known = store.look.numbered(every[:most])
    shown = (known[each] for each in every[:most])
    return tuple(_doubt(ledger, each) for each in shown), len(every)


def _doubt(ledger: Ledger, judgement: Judgement) -> Doubt:
    return Doubt(judgement, _side(ledger, judgement.left), _side(ledger, judgement.right))


def _entities(ledger: Ledger, judgement: Judgement) -> frozenset[str]:
    """The entities of a judgement's chains; a chain that is none stands for itself."""
    sides = (judgement.left, judgement.right)
    return frozenset(entity.id if (entity := ledger.entity_of(x)) else x for x in sides)


def _side(ledger: Ledger, chain_id: str) -> Side:
    document = ledger.documents[chain_id.rpartition(":")[0]]
    chain = ledger.chains[chain_id]
    named = [name.span for name in chain.names]
    first = min(named) if named else ledger.reading(document.id).mentions[chain.mentions[0]].span
    told = ledger.store.statements(document=document.id, chains=[chain_id])
    return Side(
        reference=ledger.entity_reference(chain_id),
        name=chain.name,
        type=chain.type,
        report=report_card(ledger, document),
        passage=passage(ledger, document, first, (first,)),
        lines=ledger.lines(told)[:_MOST_LINES],
    )
