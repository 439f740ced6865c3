"""Why an entity is one: the judgement that joins each of its chains to the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.lexicon.acts import act_anchor, taken_back
from onrecord.model import Entity, Judgement, Opinion
from onrecord.store.base import Store
from onrecord.views.entities import EntityRow, entity_row
from onrecord.views.ledger import Ledger
from onrecord.views.passage import ReportCard, report_card

__all__ = ["Identity", "Join", "Verdict", "identity", "joins"]


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decided of an entity at one time, and that stands: that it is the same as
    `others`, or another; these are the names and references of chains."""

    by: str
    at: str
    reasons: tuple[str, ...]
    opinion: Opinion
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an entity is: what each report calls it, and what people decided, the newest first."""

    row: EntityRow
    joins: tuple[Join, ...]
    verdicts: tuple[Verdict, ...]


def identity(store: Store, entity: Entity) -> Identity:
    """All that joins the chains of `entity`."""
    row = entity_row(Ledger(store), entity)
    return Identity(row, joins(store, entity), _verdicts(store, entity))


def joins(store: Store, entity: Entity) -> tuple[Join, ...]:
    """The chains of an entity in the order of their reports, each with what joins it to one before.

    A person's judgement weighs more than the program's, then the higher score.
    """
    ledger = Ledger(store)
    place = {chain: number for number, chain in enumerate(entity.chains)}
    best: dict[str, Judgement] = {}
    for judgement in _standing(store, store.look.judgements(entity.chains)):
        if judgement.opinion is Opinion.SAME:
            later = max(judgement.left, judgement.right, key=place.__getitem__)
            best[later] = max(best.get(later, judgement), judgement, key=_weight)
    ledger.prepare_chains(entity.chains)
    return tuple(_join(ledger, chain, best.get(chain)) for chain in entity.chains)


def _verdicts(store: Store, entity: Entity) -> tuple[Verdict, ...]:
    ledger = Ledger(store)
    found: dict[tuple[str, str, Opinion], list[Judgement]] = {}
    for each in _standing(store, store.look.answers(entity.chains)):
        if each.at is not None and not {each.left, each.right}.isdisjoint(entity.chains):
            found.setdefault((each.by, each.at, each.opinion), []).append(each)
    return tuple(
        _verdict(ledger, entity, given)
        for _, given in sorted(found.items(), key=lambda item: item[0][1], reverse=True)
    )


def _verdict(ledger: Ledger, entity: Entity, given: list[Judgement]) -> Verdict:
    """`given` are of one act and one opinion. Of those said to be one, the second is the other."""
    first = given[0]
    assert first.at is not None
    sides = (side for each in given for side in (each.left, each.right))
    if first.opinion is Opinion.SAME:
        others = dict.fromkeys(each.right for each in given)
    else:
        others = dict.fromkeys(side for side in sides if side not in entity.chains)
    named = tuple((_name(ledger, x), ledger.entity_reference(x)) for x in others)
    return Verdict(first.by, first.at, first.reasons, first.opinion, named)


def _name(ledger: Ledger, chain: str) -> str:
    return ledger.chains[chain].name if chain in ledger.chains else chain


def _standing(store: Store, judgements: Iterable[Judgement]) -> Iterable[Judgement]:
    """The judgements but those of people that were taken back."""
    gone = taken_back(store.decisions())
    for each in judgements:
        if act_anchor(each.by, each.at) not in gone:
            yield each


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
