"""What was said to be where, for the picture of a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Place, Predicate, Statement
from onrecord.views.ledger import Ledger
from onrecord.views.mark import MOST_MARKS, Mark, asked, marks
from onrecord.views.wanted import Wanted
from onrecord.views.where import place_words

__all__ = ["Atlas", "Spot", "atlas"]

_ROOMS = frozenset(
    {
        Predicate.BORN,
        Predicate.BASED_IN,
        Predicate.LOCATED_IN,
        Predicate.PRESENT_AT,
        Predicate.TRAVELLED_TO,
    }
)
"""Relations to a place: where its words give none else, it is their object."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates, and the marks of what was there, by date.

    `words` are its name with how exact it is; a place that is not exact is an area, the circle of
    `place.radius_km` or a country.
    """

    words: str
    place: Place
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Spots, those with most marks first.

    `unplaced` name a place that was not found on the map, `placeless` is how many name none, and
    `left_out` how many statements of earlier reports are not among all these.
    """

    spots: tuple[Spot, ...]
    unplaced: tuple[Mark, ...]
    placeless: int
    left_out: int


def atlas(ledger: Ledger, wanted: Wanted | None = None, most: int = MOST_MARKS) -> Atlas:
    """The places of the statements that are wanted, at most `most` of them."""
    found = asked(ledger, wanted or Wanted(), most)
    placed: dict[Place, list[Statement]] = {}
    unplaced: list[Statement] = []
    placeless = 0
    for statement in found.statements:
        place = _place(ledger, statement)
        if place is not None and place.lat is not None and place.lon is not None:
            placed.setdefault(place, []).append(statement)
        elif statement.place is not None:
            unplaced.append(statement)
        else:
            placeless += 1
    spots = [_spot(ledger, place, told) for place, told in placed.items()]
    return Atlas(
        tuple(sorted(spots, key=lambda spot: (-len(spot.marks), spot.words))),
        marks(ledger, unplaced),
        placeless,
        found.left_out,
    )


def _place(ledger: Ledger, statement: Statement) -> Place | None:
    if statement.place is not None:
        return statement.place.there
    if statement.predicate not in _ROOMS:
        return None
    objects = (ledger.entity_of(each.chain) for each in statement.roles.get("object", ()))
    return next((each.place for each in objects if each is not None and each.place), None)


def _spot(ledger: Ledger, place: Place, told: Sequence[Statement]) -> Spot:
    return Spot(place_words(place, place.name), place, marks(ledger, told))
