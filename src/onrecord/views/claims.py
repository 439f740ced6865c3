"""All that one speaker holds, how sure, and what others say to the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Entity, Event, Predicate, Statement
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.weigh import Stance, stance

__all__ = ["Claim", "Claims", "claims"]

_BOTH = frozenset({Stance.FOR, Stance.AGAINST})


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing held: the `event` it is put to, if any, and what others say to it.

    `likewise` are others' statements of the same, `against` those that deny it.
    """

    line: Line
    event: str | None
    likewise: tuple[Line, ...]
    against: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """A speaker's claims, by the times that they speak of, the undated last."""

    name: str
    reference: str
    claims: tuple[Claim, ...]


def claims(store: Store, speaker: Entity) -> Claims:
    """What a person, group or organisation is on record as holding.

    A statement is held by whoever stands first in its chain; who only passes it on does not.
    """
    ledger = Ledger(store)
    own_chains = frozenset(speaker.chains)
    every = {each.id: each for each in store.statements()}
    held = [each for each in every.values() if _holds(each, own_chains)]
    same = _Same(ledger, every.values(), store.events())
    found = []
    for line in ledger.lines(held):
        others = same.others(line, every, own_chains)
        own = stance(every[line.statements[0]])
        against = [each for each in others if {own, stance(each)} == _BOTH]
        likewise = [each for each in others if stance(each) is own]
        found.append(
            Claim(
                line=line,
                event=same.event(line),
                likewise=ledger.lines(likewise),
                against=ledger.lines(against),
            )
        )
    return Claims(speaker.name, ledger.entity_reference(speaker.id), tuple(found))


def _holds(statement: Statement, chains: frozenset[str]) -> bool:
    return bool(statement.holders) and statement.holders[0].chain in chains


class _Same:
    """Which statements speak of the same: of one event, of one relation, or of each other."""

    def __init__(
        self, ledger: Ledger, statements: Iterable[Statement], events: Sequence[Event]
    ) -> None:
        self._ledger = ledger
        self._event = {statement: each for each in events for statement in each.statements}
        self._related: defaultdict[object, list[str]] = defaultdict(list)
        self._about: defaultdict[str, list[str]] = defaultdict(list)
        for each in statements:
            key = self._relation(each)
            if key is not None:
                self._related[key].append(each.id)
            for said in each.about:
                self._about[said].append(each.id)

    def event(self, line: Line) -> str | None:
        """The reference of the event that a line tells of."""
        event = self._event.get(line.statements[0])
        return self._ledger.short[event.id] if event else None

    def others(
        self, line: Line, every: dict[str, Statement], own: frozenset[str]
    ) -> list[Statement]:
        """What others than `own` hold on the same as a line, in the record's order."""
        found: dict[str, None] = {}
        for each in line.statements:
            statement = every[each]
            event = self._event.get(each)
            beside = [] if event is None else event.statements
            for said in (*beside, *self._related.get(self._relation(statement), ())):
                found.update(dict.fromkeys((said, *self._about.get(said, ()))))
            found.update(dict.fromkeys((*self._about.get(each, ()), *statement.about)))
        mine = {*line.statements}
        others = (every[each] for each in found if each not in mine and each in every)
        return [each for each in others if not _holds(each, own)]

    def _relation(self, statement: Statement) -> object:
        """What statements of one relation share: predicate, who and what; None of all else."""
        if statement.predicate is Predicate.SAYS or statement.predicate.value.isupper():
            return None
        fillers = [statement.roles.get(role, ()) for role in ("subject", "object")]
        entities = [
            tuple(sorted(x.id for y in given if (x := self._ledger.entity_of(y.chain))))
            for given in fillers
        ]
        return (statement.predicate, *entities) if all(entities) else None
