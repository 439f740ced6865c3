"""All that one speaker holds, how sure, and what others say to the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from onrecord.model import Entity, Predicate, Statement
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.lookup import Lookup
from onrecord.views.part import ALL, Part, told_in
from onrecord.weigh import Stance, stance

__all__ = ["Claim", "Claims", "claims"]

_Relation: TypeAlias = tuple[Predicate, tuple[str, ...], tuple[str, ...]]
"""A predicate, and the entities on its two sides."""

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
    """A speaker's claims in a part of the `reports` on him, by the times that they speak of, the
    undated last."""

    name: str
    reference: str
    claims: tuple[Claim, ...]
    part: Part
    reports: int


def claims(store: Store, speaker: Entity, part: Part = ALL) -> Claims:
    """What a person, group or organisation is on record as holding.

    A statement is held by whoever stands first in its chain; who only passes it on does not.
    """
    ledger = Ledger(store)
    own_chains = frozenset(speaker.chains)
    told, reports = told_in(speaker, part)
    held = [each for each in ledger.told_of(told.chains) if _holds(each, own_chains)]
    ledger.statements.have(each.id for each in held)
    every = ledger.statements
    same = _Same(ledger, held)
    found = []
    for line in ledger.lines(held):
        others = same.others(line, own_chains)
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
    reference = ledger.entity_reference(speaker.id)
    return Claims(speaker.name, reference, tuple(found), part, reports)


def _holds(statement: Statement, chains: frozenset[str]) -> bool:
    return bool(statement.holders) and statement.holders[0].chain in chains


class _Same:
    """Which statements speak of the same: of one event, of one relation, or of each other."""

    def __init__(self, ledger: Ledger, held: Sequence[Statement]) -> None:
        self._ledger = ledger
        self._event = Lookup(ledger.store.look.events_of)
        self._event.have(each.id for each in held)
        ledger.events.have(self._event[x.id] for x in held if x.id in self._event)
        self._about = Lookup(ledger.store.look.about)
        self._related = cache(self._find_related)

    def event(self, line: Line) -> str | None:
        """The reference of the event that a line tells of."""
        event = self._event.get(line.statements[0])
        return self._ledger.short[event] if event else None

    def others(self, line: Line, own: frozenset[str]) -> list[Statement]:
        """What others than `own` hold on the same as a line, by report, then as the text goes."""
        every = self._ledger.statements
        found: dict[str, None] = {}
        for each in line.statements:
            statement = every[each]
            event = self._event.get(each)
            beside = self._ledger.events[event].statements if event else ()
            for said in (*beside, *self._related(self._relation(statement))):
                found.update(dict.fromkeys((said, *self._about.get(said, ()))))
            found.update(dict.fromkeys((*self._about.get(each, ()), *statement.about)))
        every.have(found)
        mine = {*line.statements}
        others = (every[each] for each in found if each not in mine and each in every)
        return [each for each in others if not _holds(each, own)]

    def _find_related(self, relation: _Relation | None) -> tuple[str, ...]:
        """The statements of a relation."""
        if relation is None:
            return ()
        predicate, *sides = relation
        chains = ([x for each in side for x in self._ledger.chains_of(each)] for side in sides)
        found = self._ledger.store.look.related(predicate, *chains)
        self._ledger.statements.have(found)
        return tuple(x for x in found if self._relation(self._ledger.statements[x]) == relation)

    def _relation(self, statement: Statement) -> _Relation | None:
        """What statements of one relation share: predicate, who and what; None of all else."""
        if statement.predicate is Predicate.SAYS or statement.predicate.value.isupper():
            return None
        fillers = [statement.roles.get(role, ()) for role in ("subject", "object")]
        one, other = (
            tuple(sorted(x.id for y in given if (x := self._ledger.entity_of(y.chain))))
            for given in fillers
        )
        return (statement.predicate, one, other) if one and other else None
