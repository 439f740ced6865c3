"""What is disputed of one person, group, organisation or place, and what nobody could verify."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.names import fold
from onrecord.model import Entity, Event, Filler, PredicateFamily, Statement, Status, Weight
from onrecord.views.event import event_row
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.weigh import Stance, stance
from onrecord.weigh.stance import weak

__all__ = ["Contested", "Position", "contested", "unverified"]

_SO, _NOT_SO = "it is so", "it is not so"
_TOLD = frozenset({PredicateFamily.RELATION, PredicateFamily.EVENT})


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute, and the statements that take it."""

    words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """Something on which statements differ.

    `on` is `factuality`, or what else of an event is disputed (`weigh.weigh`), and `event` its
    reference, None for a matter that is no event on record. What somebody denies and nobody holds
    has one side only.
    """

    on: str
    sentence: str
    event: str | None
    positions: tuple[Position, ...]


def contested(
    ledger: Ledger,
    entity: Entity,
    statements: Sequence[Statement],
    weighed: Iterable[tuple[Event, Sequence[Statement], Weight]],
) -> tuple[Contested, ...]:
    """What is disputed among `statements`, those of an entity, and of the `weighed` events in which
    it takes part; events first."""
    of_events: list[Contested] = []
    taken: set[str] = set()
    for event, told, weight in weighed:
        taken |= {each.id for each in told}
        of_events += _of_event(ledger, event, told, weight)
    rest = [each for each in statements if each.id not in taken]
    return (*of_events, *_of_matters(ledger, entity, rest))


def unverified(statements: Iterable[Statement], entity: Entity) -> Iterator[Statement]:
    """The statements in which an entity takes part that are alleged, held for no more than possible
    or said to be beyond checking, and that nobody denies in them."""
    for each in statements:
        doubtful = weak(each) or Status.ALLEGED in each.certainty.status
        if doubtful and stance(each) is Stance.FOR and _takes_part(each, entity):
            yield each


def _of_event(
    ledger: Ledger, event: Event, told: Sequence[Statement], weight: Weight
) -> Iterator[Contested]:
    by_id = {each.id: each for each in told}
    row = event_row(ledger, event, weight)
    for dispute in weight.disputes:
        sides = (
            Position(side.value, ledger.lines(by_id[each] for each in side.statements))
            for side in dispute.sides
        )
        yield Contested(dispute.on, row.sentence, row.reference, tuple(sides))


def _of_matters(
    ledger: Ledger, entity: Entity, statements: Sequence[Statement]
) -> Iterator[Contested]:
    """What statements of the same, or about it, hold and deny."""
    about = ledger.speech_about([each.id for each in statements])
    matters: dict[object, list[Statement]] = {}
    for each in statements:
        denied = stance(each) is Stance.AGAINST
        if (denied or each.predicate.family in _TOLD) and _takes_part(each, entity):
            said = matters.setdefault(_matter(ledger, each), [])
            said += [each, *about.get(each.id, ())]
    for told in matters.values():
        sides = {words: _on(told, side) for side, words in _WORDS.items()}
        if sides[_NOT_SO]:
            lines = {words: ledger.lines(own) for words, own in sides.items() if own}
            sentence = ledger.lines(told[:1])[0].sentence
            positions = tuple(Position(*each) for each in lines.items())
            yield Contested("factuality", sentence, None, positions)


_WORDS: Mapping[Stance, str] = {Stance.FOR: _SO, Stance.AGAINST: _NOT_SO}


def _on(told: Iterable[Statement], side: Stance) -> list[Statement]:
    every = {each.id: each for each in told if stance(each) is side}
    return list(every.values())


def _takes_part(statement: Statement, entity: Entity) -> bool:
    return any(
        filler.chain in entity.chains for fillers in statement.roles.values() for filler in fillers
    )


def _matter(ledger: Ledger, statement: Statement) -> object:
    """What statements share that hold or deny the same: predicate, and who fills which role; what
    is only words stands for itself."""
    if statement.predicate.family not in _TOLD:
        return statement.id
    roles = (
        (role, frozenset(_who(ledger, filler) for filler in fillers))
        for role, fillers in statement.roles.items()
    )
    return (statement.predicate, frozenset(roles))


def _who(ledger: Ledger, filler: Filler) -> str:
    entity = ledger.entity_of(filler.chain)
    return entity.id if entity else fold(filler.text)
