"""Statements as marks of a picture: as much of each as thousands can be shown with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Filler, Predicate, PredicateFamily, Statement, Status
from onrecord.store import Room, Sieve, Split
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sentence, sureness, when_told
from onrecord.views.mentioned import Mentioned, holder_words
from onrecord.views.repeats import fullest, grouped
from onrecord.views.scales import Scales
from onrecord.views.wanted import CERTAIN, Wanted
from onrecord.views.when import When
from onrecord.views.where import Where, where
from onrecord.views.wording import toll

__all__ = [
    "MOST_DRAWN",
    "MOST_IN_TRAY",
    "MOST_READ",
    "Asked",
    "Mark",
    "asked",
    "joined",
    "marks",
    "meet",
    "ready",
]

MOST_DRAWN = 2_000
"""As many statements as a picture draws; a narrower question shows the rest."""

MOST_READ = 200
"""As many as are told as text beside it."""

_MOST_WEIGHED = 250
"""How many statements the events of are weighed, to find those that are corroborated."""

MOST_IN_TRAY = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement, or several of one report that repeat each other, named by whom it is about.

    `publisher` is that of the report, None if it is not known. `parties` are the entities that
    have part in it.
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
    parties: tuple[Mentioned, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The statements that were asked for, in the record's order, those of the newest reports if
    there are too many; `counts` is how many there are, by room, at least: `more` is whether there
    are more than were counted."""

    drawn: tuple[Statement, ...]
    tray: tuple[Statement, ...]
    counts: Mapping[Room, int]
    more: bool

    @property
    def left_out(self) -> int:
        """How many would be drawn if there were room, at least."""
        return self.counts[Room.DRAWN] - len(self.drawn)


def asked(
    ledger: Ledger,
    wanted: Wanted,
    split: Split,
    most: int = MOST_READ,
    predicates: Collection[Predicate] | None = None,
) -> Asked:
    """The statements that satisfy all that is asked for, and have one of some `predicates`: at
    most `most` drawn."""
    sieve, unweighed = _sieve(wanted, predicates), False
    if wanted.independent > 1:
        likely = ledger.store.look.sift(
            replace(sieve, told=wanted.independent), Split.ALL, _MOST_WEIGHED, counted=_MOST_WEIGHED
        )
        unweighed = likely.more or likely.counts[Room.DRAWN] > len(likely.drawn)
        sieve = replace(sieve, ids=_corroborated(ledger, likely.drawn, wanted.independent))
    found = ledger.store.look.sift(sieve, split, most, MOST_IN_TRAY)
    ledger.statements.have((*found.drawn, *found.tray))
    drawn, tray = (
        tuple(ledger.statements[each] for each in reversed(ids))
        for ids in (found.drawn, found.tray)
    )
    return Asked(drawn, tray, found.counts, found.more or unweighed)


def _sieve(wanted: Wanted, predicates: Collection[Predicate] | None) -> Sieve:
    if wanted.type is not None:
        predicates = {wanted.type} if predicates is None else {wanted.type} & {*predicates}
    plain = wanted.certainty == CERTAIN
    return Sieve(
        chains=None if wanted.entity is None else wanted.entity.chains,
        predicates=predicates,
        family=wanted.family,
        within=wanted.within,
        plain=plain,
        status=Status(wanted.certainty) if wanted.certainty and not plain else None,
        words=wanted.words,
        source=wanted.source,
    )


def marks(ledger: Ledger, statements: Iterable[Statement]) -> tuple[Mark, ...]:
    """Statements as marks, the repeats of one report as one; by date, then as in the record."""
    every = tuple(statements)
    ready(ledger, every)
    return joined(ledger, every)


def joined(ledger: Ledger, statements: Iterable[Statement]) -> tuple[Mark, ...]:
    """The same of statements that are `ready`."""
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    found = [
        _mark(ledger, fullest(group)) for told in by_document.values() for group in grouped(told)
    ]
    return tuple(sorted(found, key=lambda mark: mark.time.order))


def meet(ledger: Ledger, statements: Iterable[Statement]) -> None:
    """Fetch at once who has part in what statements tell."""
    fillers = (x for each in statements for given in each.roles.values() for x in given)
    chains = [each.chain for each in fillers if each.chain]
    ledger.by_chain.have(chains)
    found = (ledger.by_chain.get(each) for each in chains)
    ledger.short.have(each.id.rpartition(":")[0] for each in found if each is not None)


def ready(ledger: Ledger, statements: Collection[Statement]) -> None:
    """Fetch at once what marks are made of."""
    meet(ledger, statements)
    ledger.documents.have(each.document for each in statements)
    ledger.short.have(each.id for each in statements)


def _corroborated(ledger: Ledger, statements: Collection[str], least: int) -> frozenset[str]:
    """Those of some statements whose events so many independent sources hold."""
    event_of = ledger.store.look.events_of(statements)
    ledger.events.have(event_of.values())
    weighed = Scales(ledger).weights(ledger.events[each] for each in {*event_of.values()})
    enough = {event.id for event, _, weight in weighed if len(weight.origins) >= least}
    return frozenset(statement for statement, event in event_of.items() if event in enough)


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
        parties=ledger.known(x.chain for given in statement.roles.values() for x in given),
    )
