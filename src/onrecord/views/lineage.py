"""The history of a group: what it came from and became, who led it, who was in it, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Entity, EntityType, NameSort, Predicate, Statement
from onrecord.store.base import Store
from onrecord.views.bond import OFFICES, Bond, Party, bonds
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, sureness

__all__ = ["Chapter", "FormerName", "Kin", "Lineage", "lineage"]

_GENERATIONS = 3
"""How many the trees show; groups further off have lineages of their own."""

_Side = tuple[Predicate, str]
_ELDERS: Mapping[_Side, str] = {
    (Predicate.SPLIT_FROM, "subject"): "split from",
    (Predicate.PREDECESSOR_OF, "object"): "successor of",
    (Predicate.PART_OF, "subject"): "part of",
}
_HEIRS: Mapping[_Side, str] = {
    (Predicate.SPLIT_FROM, "object"): "split off:",
    (Predicate.PREDECESSOR_OF, "subject"): "succeeded by",
    (Predicate.PART_OF, "object"): "branch:",
    (Predicate.MERGED_WITH, "subject"): "merged with",
    (Predicate.MERGED_WITH, "object"): "merged with",
}
"""What stands before another group's name, by the side on which this one stands."""

_FOUNDING = "Founding"
_TURNS = "Splits, mergers and successions"
_PARTS = "Parents and branches"
_ALLIES = "Allies"
_LEADERS = "Leaders"
_MEMBERS = "Offices and members"
_TITLES: Mapping[str, Sequence[_Side]] = {
    _FOUNDING: [(Predicate.FOUNDER_OF, "object")],
    _TURNS: [
        (predicate, side)
        for predicate in (Predicate.SPLIT_FROM, Predicate.MERGED_WITH, Predicate.PREDECESSOR_OF)
        for side in ("subject", "object")
    ],
    _PARTS: [(Predicate.PART_OF, "subject"), (Predicate.PART_OF, "object")],
    _ALLIES: [(Predicate.ALLIED_WITH, "subject"), (Predicate.ALLIED_WITH, "object")],
    _LEADERS: [(Predicate.LEADER_OF, "object")],
    _MEMBERS: [(predicate, "object") for predicate in sorted(OFFICES)],
}
"""Where each relation stands; a post of which some text tells that it leads stands first."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that the group had, references to where it stands, and the statements that give it."""

    text: str
    references: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """A group that another came from or became, `words` saying how, and its own kin further on."""

    words: str
    party: Party
    reference: str
    kin: tuple["Kin", ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Relations of one sort, the earliest first."""

    title: str
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The history of one group; chapters without a relation are left out.

    `apart` are lines of the same sorts that nobody holds for certain.
    """

    reference: str
    name: str
    type: EntityType
    former: tuple[FormerName, ...]
    elders: tuple[Kin, ...]
    heirs: tuple[Kin, ...]
    chapters: tuple[Chapter, ...]
    apart: tuple[Line, ...]


def lineage(store: Store, entity: Entity, ledger: Ledger | None = None) -> Lineage:
    """The history of `entity` by the statements on record."""
    ledger = ledger or Ledger(store)
    told = [each for each in _statements(ledger, entity) if _tells(each, entity)]
    plain = [each for each in told if sureness(each.certainty).plain]
    return Lineage(
        reference=ledger.entity_reference(entity.id),
        name=entity.name,
        type=entity.type,
        former=tuple(_former(ledger, entity)),
        elders=_kin(ledger, entity, _ELDERS, frozenset({entity.id})),
        heirs=_kin(ledger, entity, _HEIRS, frozenset({entity.id})),
        chapters=tuple(_chapters(bonds(ledger, plain), entity)),
        apart=ledger.lines(each for each in told if not sureness(each.certainty).plain),
    )


def _statements(ledger: Ledger, entity: Entity) -> Sequence[Statement]:
    return ledger.told_of(entity.chains)


def _tells(statement: Statement, entity: Entity) -> bool:
    """Whether it is one of those that a chapter holds."""
    return any(
        statement.predicate is predicate
        and any(filler.chain in entity.chains for filler in statement.roles.get(side, ()))
        for sides in _TITLES.values()
        for predicate, side in sides
    )


def _chapters(found: Sequence[Bond], entity: Entity) -> Iterator[Chapter]:
    left = list(found)
    for title, sides in _TITLES.items():
        fitting = [bond for bond in left if _side(bond, entity, dict.fromkeys(sides, title))]
        left = [bond for bond in left if bond not in fitting]
        if fitting:
            yield Chapter(title, tuple(fitting))


def _side(bond: Bond, entity: Entity, words: Mapping[_Side, str]) -> str | None:
    """What `words` has for the side on which the entity stands in the bond; None for nothing."""
    sides = {"subject": bond.subject, "object": bond.object}
    return next(
        (
            words[predicate, side]
            for predicate in bond.predicates
            for side, party in sides.items()
            if party and party.entity == entity.id and (predicate, side) in words
        ),
        None,
    )


def _former(ledger: Ledger, entity: Entity) -> Iterator[FormerName]:
    """Former names, each with the statements whose words give it."""
    given = [each for each in _statements(ledger, entity) if each.predicate is Predicate.ALIAS_OF]
    for name in entity.names:
        if name.sort is NameSort.FORMER:
            lines = ledger.lines(each for each in given if _gives(each, name.mentions))
            yield FormerName(name.text, tuple(map(ledger.placed, name.mentions)), lines)


def _gives(statement: Statement, mentions: Sequence[str]) -> bool:
    return any(
        f"{statement.document}:{filler.span.begin}-{filler.span.end}" in mentions
        for filler in statement.roles.get("object", ())
    )


def _kin(
    ledger: Ledger, entity: Entity, words: Mapping[_Side, str], seen: frozenset[str]
) -> tuple[Kin, ...]:
    """The groups on the other side of such relations, and theirs, none twice on one way."""
    told = [each for each in _statements(ledger, entity) if sureness(each.certainty).plain]
    turns = {predicate for predicate, _ in words}
    found = []
    for bond in bonds(ledger, (each for each in told if each.predicate in turns)):
        said = _side(bond, entity, words)
        other = bond.object if bond.subject.entity == entity.id else bond.subject
        if said is None or other is None or other.entity in seen:
            continue
        further: tuple[Kin, ...] = ()
        if other.entity is not None and len(seen) < _GENERATIONS:
            further = _kin(ledger, ledger.store.entity(other.entity), words, seen | {other.entity})
        found.append(Kin(said, other, bond.lines[0].reference, further))
    return tuple(found)
