"""What happened, by the statements that say so."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.model import Event, Factuality, Filler, Magnitude, Predicate, Weight
from onrecord.model.anchor import statement_of
from onrecord.store import AskedEvents
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sureness
from onrecord.views.mentioned import Mentioned
from onrecord.views.part import Part
from onrecord.views.scales import Scales
from onrecord.views.wanted import Wanted, fits
from onrecord.views.when import When, when_interval
from onrecord.views.where import Where, where_place
from onrecord.views.wording import phrase, toll

__all__ = ["EventList", "EventRow", "event_at", "event_list", "event_row", "events"]

_SUREST = tuple(Factuality)
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with who did it to whom, its toll, and the references of its statements.

    `sentence` names only those who have part in it for certain, if anything of it is certain.
    `sureness` is that of the surest statement. `sources` are the publishers of the reports;
    `independent_sources` counts whom their statements lead back to, `credibility` is 1 to 6 and
    `disputed` names what they disagree on (`weigh.weigh`). `coded` are the types that a codebook of
    one's own gives any of them. `parties` are the entities that have part in it, and where it was.
    """

    reference: str
    type: Predicate
    mode: str | None
    sentence: str
    sureness: Sureness
    time: When
    place: Where | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    target: tuple[str, ...]
    magnitudes: Mapping[str, Magnitude]
    toll: str
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    independent_sources: int
    credibility: int
    disputed: tuple[str, ...]
    coded: tuple[str, ...]
    parties: tuple[Mentioned, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """A part of the events on record, `total` in all."""

    rows: tuple[EventRow, ...]
    part: Part
    total: int


def events(store: Store, wanted: Wanted | None = None) -> tuple[EventRow, ...]:
    """The events that are wanted, or all, by date, the undated last, then by id."""
    ledger = Ledger(store)
    scales = Scales(ledger)
    rows = [
        (event.id, event_row(ledger, event, weight))
        for event, statements, weight in scales.weights(store.events())
        if wanted is None or fits(ledger, event, statements, wanted)
    ]
    return tuple(row for _, row in sorted(rows, key=lambda pair: (pair[1].time.order, pair[0])))


def event_list(store: Store, part: Part, wanted: Wanted | None = None) -> EventList:
    """A part of the events, in the same order: all, or those of a type, a time and an entity.

    What else `wanted` holds is not asked for.
    """
    ledger, asked = Ledger(store), AskedEvents()
    if wanted is not None:
        chains = wanted.entity.chains if wanted.entity else None
        asked = AskedEvents(wanted.type, wanted.within, chains)
    ids = store.look.event_ids(part.first, part.limit, asked)
    ledger.events.have(ids)
    ledger.short.have([*ids, *(x for each in ids for x in ledger.events[each].statements)])
    weighed = Scales(ledger).weights(ledger.events[each] for each in ids)
    rows = tuple(event_row(ledger, event, weight) for event, _, weight in weighed)
    return EventList(rows, part, store.look.event_count(asked))


def event_at(ledger: Ledger, reference: str) -> Event:
    """The event that a reference opens: its own, or that of any statement of it.

    Raises NotFound if it opens none.
    """
    bare = reference.strip("[]")
    told = statement_of(bare)
    # Whatever people join or part, the reference of an event opens the one of its statement.
    fits = told is None or any(ledger.store.look.beginning(bare, ["event"]))
    full = ledger.full_id(bare) if fits else ledger.full_id(str(told), "statement")
    event = ledger.store.look.events_of([full]).get(full, full)
    if event not in ledger.events:
        raise NotFound(f"{reference!r} is no event, nor a statement of one")
    return ledger.events[event]


def event_row(ledger: Ledger, event: Event, weight: Weight) -> EventRow:
    """One event as a row, as it was weighed."""
    roles = {
        role: _distinct(_name(ledger, filler) for filler in fillers)
        for role, fillers in event.roles.items()
        if fillers
    }
    statements = tuple(ledger.statements[each] for each in event.statements)
    held = [each for each in statements if sureness(each.certainty).plain] or statements
    fillers = (x for each in held for filled in each.roles.values() for x in filled)
    sure = {_bare(_name(ledger, each)) for each in fillers}
    named = {
        role: ", ".join(each for each in names if _bare(each) in sure)
        for role, names in roles.items()
    }
    told = {role: words for role, words in named.items() if words}
    places = (each.place.chain for each in statements if each.place is not None)
    publishers = (ledger.documents[statement.document].publisher for statement in statements)
    return EventRow(
        reference=ledger.short[event.id],
        type=event.type,
        mode=event.mode,
        sentence=phrase(event.type, event.mode, told),
        sureness=min(
            (sureness(statement.certainty) for statement in statements),
            key=lambda sure: (not sure.plain, _SUREST.index(sure.factuality)),
        ),
        time=when_interval(event.time),
        place=where_place(event.place),
        actor=roles.get("actor", ()),
        recipient=roles.get("recipient", ()),
        target=roles.get("target", ()),
        magnitudes=event.magnitudes,
        toll=toll(event.magnitudes),
        statements=tuple(ledger.short[statement.id] for statement in statements),
        sources=tuple(dict.fromkeys(publisher for publisher in publishers if publisher)),
        independent_sources=len(weight.origins),
        credibility=weight.credibility,
        disputed=tuple(each.on for each in weight.disputes),
        coded=tuple(dict.fromkeys(x for each in statements for x in ledger.coding.types(each))),
        parties=ledger.known(
            (*(x.chain for given in event.roles.values() for x in given), *places)
        ),
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that differ by an article only: "a bomb" and "bomb"."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(_bare(name), name)
    return tuple(found.values())


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name).casefold()


def _name(ledger: Ledger, filler: Filler) -> str:
    """The name of the entity that fills a role, else the words that stand there."""
    entity = ledger.entity_of(filler.chain)
    return entity.name if entity else " ".join(filler.text.split())
