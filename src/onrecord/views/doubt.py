"""What the program is unsure of: pairs that may be one, with the evidence on either side."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Chain, EntityType, Judgement, Opinion
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


def doubts(store: Store, answers: Iterable[Judgement]) -> tuple[Doubt, ...]:
    """The pairs that the program is unsure of and none of people's answers is about, the likeliest
    first."""
    answered = {frozenset((each.left, each.right)) for each in answers}
    unsure = [
        each
        for each in store.judgements()
        if each.at is None
        and each.opinion is Opinion.UNSURE
        and frozenset((each.left, each.right)) not in answered
    ]
    unsure.sort(key=lambda each: (-each.score, each.left, each.right))
    ledger = Ledger(store)
    return tuple(
        Doubt(each, _side(ledger, each.left), _side(ledger, each.right)) for each in unsure
    )


def _side(ledger: Ledger, chain_id: str) -> Side:
    document = ledger.documents[chain_id.rpartition(":")[0]]
    reading = ledger.reading(document.id)
    chain: Chain = next(each for each in reading.chains if each.id == chain_id)
    named = (name.span for name in chain.names)
    first = min(named, default=reading.mentions[chain.mentions[0]].span)
    told = ledger.store.statements(document=document.id, chains=[chain_id])
    return Side(
        reference=ledger.entity_reference(chain_id),
        name=chain.name,
        type=chain.type,
        report=report_card(ledger, document),
        passage=passage(ledger, document, first, (first,)),
        lines=ledger.lines(told)[:_MOST_LINES],
    )
