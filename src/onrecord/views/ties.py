"""Who stands with somebody and who against, by what is told of both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Entity, Predicate, Statement
from onrecord.views.bond import Party
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line

__all__ = ["Tie", "TieSort", "ties"]


class TieSort(StrEnum):
    """How two stand to each other."""

    FAMILY = "family"
    ALLY = "ally"
    RIVAL = "rival"


_SORTS: Mapping[Predicate, TieSort] = {
    Predicate.FAMILY_OF: TieSort.FAMILY,
    Predicate.ALLIED_WITH: TieSort.ALLY,
    Predicate.ASSOCIATED_WITH: TieSort.ALLY,
    Predicate.FUNDS: TieSort.ALLY,
    Predicate.SUPPLIES: TieSort.ALLY,
    Predicate.SUPPORT: TieSort.ALLY,
    Predicate.COOPERATE: TieSort.ALLY,
    Predicate.AID: TieSort.ALLY,
    Predicate.RIVAL_OF: TieSort.RIVAL,
    Predicate.FIGHTS: TieSort.RIVAL,
    Predicate.ACCUSE: TieSort.RIVAL,
    Predicate.THREATEN: TieSort.RIVAL,
    Predicate.COERCE: TieSort.RIVAL,
    Predicate.ASSAULT: TieSort.RIVAL,
}
_SIDES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("subject",), ("object",)),
    (("actor",), ("recipient", "target")),
)
"""The roles of the two parties, by relations and by events."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One other party, how it stands, by which relations and events, and the lines that tell so.

    `doubtful` where nobody holds any of it for certain.
    """

    sort: TieSort
    party: Party
    by: tuple[Predicate, ...]
    lines: tuple[Line, ...]
    doubtful: bool


def ties(ledger: Ledger, entity: Entity, statements: Iterable[Statement]) -> tuple[Tie, ...]:
    """The other entities in `statements` that stand with `entity` or against it: family, allies,
    rivals, each time those first of whom most is told."""
    found: dict[tuple[TieSort, str], list[Statement]] = {}
    for each in statements:
        sort = _SORTS.get(each.predicate)
        for other in dict.fromkeys(_others(ledger, entity, each)) if sort else ():
            found.setdefault((sort, other), []).append(each)  # type: ignore[arg-type]
    made = [_tie(ledger, *key, told) for key, told in found.items()]
    order = list(TieSort)
    return tuple(sorted(made, key=lambda x: (order.index(x.sort), -len(x.lines), x.party.name)))


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


def _tie(ledger: Ledger, sort: TieSort, other: str, told: list[Statement]) -> Tie:
    entity = ledger.store.entity(other)
    lines = ledger.lines(told)
    return Tie(
        sort,
        Party(entity.name, entity.id, ledger.entity_reference(entity.id)),
        tuple(dict.fromkeys(each.predicate for each in told)),
        lines,
        not any(line.sureness.plain for line in lines),
    )
