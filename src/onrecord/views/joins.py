"""Why an entity is one: the judgement that joins each of its chains to the others."""

from dataclasses import dataclass

from onrecord.model import Entity, Judgement, Opinion
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.passage import ReportCard, report_card

__all__ = ["Join", "joins"]


@dataclass(frozen=True, slots=True)
class Join:
    """What one report calls an entity, and the weightiest judgement that joins it to another.

    `judgement` is None for a chain that others are joined to, and `other` is the reference of the
    chain at its other side.
    """

    reference: str
    name: str
    report: ReportCard
    judgement: Judgement | None
    other: str | None


def joins(store: Store, entity: Entity) -> tuple[Join, ...]:
    """The chains of an entity in the order of their reports, each with what joins it to one before.

    A person's judgement weighs more than the program's, then the higher score.
    """
    ledger = Ledger(store)
    place = {chain: number for number, chain in enumerate(entity.chains)}
    best: dict[str, Judgement] = {}
    for judgement in store.look.judgements(entity.chains):
        if judgement.opinion is Opinion.SAME:
            later = max(judgement.left, judgement.right, key=place.__getitem__)
            best[later] = max(best.get(later, judgement), judgement, key=_weight)
    ledger.prepare_chains(entity.chains)
    return tuple(_join(ledger, chain, best.get(chain)) for chain in entity.chains)


def _weight(judgement: Judgement) -> tuple[str, float]:
    return judgement.at or "", judgement.score


def _join(ledger: Ledger, chain_id: str, judgement: Judgement | None) -> Join:
    document = ledger.documents[chain_id.rpartition(":")[0]]
    chain = ledger.chains[chain_id]
    other = None
    if judgement is not None:
        sides = {judgement.left, judgement.right} - {chain_id}
        other = ledger.entity_reference(sides.pop())
    return Join(
        reference=ledger.entity_reference(chain_id),
        name=chain.name,
        report=report_card(ledger, document),
        judgement=judgement,
        other=other,
    )
