"""What was said to be where, for the picture of a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Place, Statement
from onrecord.store import AT_OBJECT, Room, Split
from onrecord.views.ledger import Ledger
from onrecord.views.mark import MOST_READ, Mark, asked, marks, ready
from onrecord.views.wanted import Wanted
from onrecord.views.where import place_words

__all__ = ["Atlas", "Spot", "atlas"]


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

    `unplaced` name a place that was not found on the map, those of the newest reports;
    `not_on_map` counts all such statements, `placeless` those that name no place, and `left_out`
    those of earlier reports that are not among the marks; `more` is whether there are more than
    were counted.
    """

    spots: tuple[Spot, ...]
    unplaced: tuple[Mark, ...]
    not_on_map: int
    placeless: int
    left_out: int
    more: bool


def atlas(ledger: Ledger, wanted: Wanted | None = None, most: int = MOST_READ) -> Atlas:
    """The places of the statements that are wanted, at most `most` of them."""

    found = asked(ledger, wanted or Wanted(), Split.WHERE, most)
    ready(ledger, found.drawn)
    placed: dict[Place, list[Statement]] = {}
    for statement in found.drawn:
        if (place := _place(ledger, statement)) is not None:
            placed.setdefault(place, []).append(statement)
    spots = [_spot(ledger, place, told) for place, told in placed.items()]
    return Atlas(
        tuple(sorted(spots, key=lambda spot: (-len(spot.marks), spot.words))),
        marks(ledger, found.tray),
        found.counts[Room.TRAY],
        found.counts[Room.NONE],
        found.left_out,
        found.more,
    )


def _place(ledger: Ledger, statement: Statement) -> Place | None:
    """The place with coordinates that a statement is put at."""
    if statement.place is not None:
        place = statement.place.there
        return place if place is not None and place.lat is not None else None
    if statement.predicate not in AT_OBJECT:
        return None
    objects = (ledger.entity_of(each.chain) for each in statement.roles.get("object", ()))
    places = (each.place for each in objects if each is not None and each.place is not None)
    return next((place for place in places if place.lat is not None), None)


def _spot(ledger: Ledger, place: Place, told: Sequence[Statement]) -> Spot:
    return Spot(place_words(place, place.name), place, marks(ledger, told))
