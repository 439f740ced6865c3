"""Who stands with somebody and who against, by what is told of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Entity, Predicate, Statement
from onrecord.views.bond import Party
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.tie import LINK_SORTS, LinkSort

__all__ = ["Alignment", "alignments"]


_STANDING = (LinkSort.FAMILY, LinkSort.ALLIED, LinkSort.RIVAL, LinkSort.FIGHTS)
_SIDES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("subject",), ("object",)),
    (("actor",), ("recipient", "target")),
)
"""The roles of the two parties, by relations and by events."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """One other party, how it stands, by which relations and events, and the lines that tell so.

    `doubtful` where nobody holds any of it for certain.
    """

    sort: LinkSort
    party: Party
    by: tuple[Predicate, ...]
    lines: tuple[Line, ...]
    doubtful: bool


def alignments(
    ledger: Ledger, entity: Entity, statements: Iterable[Statement]
) -> tuple[Alignment, ...]:
    """The other entities in `statements` that stand with `entity` or against it: family, allies,
    rivals, foes, each time those first of whom most is told."""
    found: dict[tuple[LinkSort, str], list[Statement]] = {}
    for each in statements:
        sort = LINK_SORTS.get(each.predicate)
        if sort in _STANDING:
            for other in dict.fromkeys(_others(ledger, entity, each)):
                found.setdefault((sort, other), []).append(each)
    made = [_alignment(ledger, *key, told) for key, told in found.items()]
    return tuple(sorted(made, key=lambda x: (_STANDING.index(x.sort), -len(x.lines), x.party.name)))


def _others(ledger: Ledger, entity: Entity, statement: Statement) -> Iterator[str]:
    """The entities on the other side of a statement."""
    for sides in _SIDES:
        one, other = (
            [
                found.id
                for role in side
                for filler in statement.roles.get(role, ())
                if (found := ledger.entity_of(filler.chain))
            ]
            for side in sides
        )
        if entity.id in one:
            yield from (each for each in other if each != entity.id)
        if entity.id in other:
            yield from (each for each in one if each != entity.id)


def _alignment(ledger: Ledger, sort: LinkSort, other: str, told: list[Statement]) -> Alignment:
    entity = ledger.store.entity(other)
    lines = ledger.lines(told)
    return Alignment(
        sort,
        Party(entity.name, entity.id, ledger.entity_reference(entity.id)),
        tuple(dict.fromkeys(each.predicate for each in told)),
        lines,
        not any(line.sureness.plain for line in lines),
    )
