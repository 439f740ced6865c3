"""Statements as marks of a picture: as much of each as thousands can be shown with."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Filler, Predicate, PredicateFamily, Statement
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sentence, sureness, when_told
from onrecord.views.mentioned import holder_words
from onrecord.views.repeats import fullest, grouped
from onrecord.views.scales import Scales
from onrecord.views.wanted import Wanted, holds
from onrecord.views.when import When
from onrecord.views.where import Where, where
from onrecord.views.wording import toll

__all__ = ["MOST_IN_TRAY", "MOST_MARKS", "Asked", "Mark", "Room", "asked", "marks"]

MOST_MARKS = 2_000
"""More than that nobody can tell apart; a narrower question shows the rest."""

MOST_IN_TRAY = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement, or several of one report that repeat each other, named by whom it is about.

    `publisher` is that of the report, None if it is not known.
    """

    reference: str
    family: PredicateFamily
    predicate: Predicate
    sentence: str
    quote: str
    toll: str
    holders: tuple[str, ...]
    publisher: str | None
    sureness: Sureness
    time: When
    place: Where | None


class Room(StrEnum):
    """Where a picture has room for a statement: in it, in the tray beside it, or nowhere."""

    DRAWN = "drawn"
    TRAY = "tray"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """The statements that were asked for, in the record's order, those of the newest reports if
    there are too many; `counts` is how many there are, by room."""

    drawn: tuple[Statement, ...]
    tray: tuple[Statement, ...]
    counts: Mapping[Room, int]

    @property
    def left_out(self) -> int:
        """How many would be drawn if there were room."""
        return self.counts[Room.DRAWN] - len(self.drawn)


def asked(
    ledger: Ledger, wanted: Wanted, room: Callable[[Statement], Room], most: int = MOST_MARKS
) -> Asked:
    """The statements that satisfy all that is asked for: at most `most` drawn."""
    found: dict[Room, deque[Statement]] = {
        Room.DRAWN: deque(maxlen=most),
        Room.TRAY: deque(maxlen=MOST_IN_TRAY),
        Room.NONE: deque(maxlen=0),
    }
    counts = dict.fromkeys(Room, 0)
    for statement in _told(ledger, wanted):
        given = room(statement)
        found[given].append(statement)
        counts[given] += 1
    return Asked(tuple(found[Room.DRAWN]), tuple(found[Room.TRAY]), counts)


def marks(ledger: Ledger, statements: Iterable[Statement]) -> tuple[Mark, ...]:
    """Statements as marks, the repeats of one report as one; by date, then as in the record."""
    every = tuple(statements)
    ledger.prepare(every)
    by_document: dict[str, list[Statement]] = {}
    for statement in every:
        by_document.setdefault(statement.document, []).append(statement)
    found = [
        _mark(ledger, fullest(group)) for told in by_document.values() for group in grouped(told)
    ]
    return tuple(sorted(found, key=lambda mark: mark.time.order))


def _told(ledger: Ledger, wanted: Wanted) -> Iterator[Statement]:
    chains = None if wanted.entity is None else wanted.entity.chains
    family = wanted.type.family if wanted.type else wanted.family
    found = ledger.store.statements(chains=chains, family=family, within=wanted.within)
    enough = _corroborated(ledger, wanted.independent) if wanted.independent > 1 else None
    for statement in found:
        if (enough is None or statement.id in enough) and holds(ledger, statement, wanted):
            yield statement


def _corroborated(ledger: Ledger, least: int) -> frozenset[str]:
    """The statements of events that so many independent sources hold."""
    weighed = Scales(ledger).weights(ledger.store.events())
    enough = (event for event, _, weight in weighed if len(weight.origins) >= least)
    return frozenset(statement for event in enough for statement in event.statements)


def _mark(ledger: Ledger, statement: Statement) -> Mark:
    def names(fillers: Sequence[Filler]) -> str:
        entities = ((ledger.entity_of(each.chain), each) for each in fillers)
        words = (entity.name if entity else each.text for entity, each in entities)
        return ", ".join(dict.fromkeys(" ".join(word.split()) for word in words))

    return Mark(
        reference=ledger.short[statement.id],
        family=statement.predicate.family,
        predicate=statement.predicate,
        sentence=sentence(statement, names),
        quote=statement.quote,
        toll=toll(statement.magnitudes),
        holders=tuple(map(holder_words, statement.holders)),
        publisher=ledger.documents[statement.document].publisher,
        sureness=sureness(statement.certainty),
        time=when_told(statement),
        place=where(statement.place),
    )
