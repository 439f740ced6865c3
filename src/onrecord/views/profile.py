"""All on one person, group, organisation or place, what is disputed and unverified first."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Entity, EntityType, Statement
from onrecord.store.base import Store
from onrecord.views.alignment import Alignment, alignments
from onrecord.views.contested import Contested, contested, unverified
from onrecord.views.dossier import Dossier, Section, dossier
from onrecord.views.event import EventRow, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.lineage import Lineage, lineage
from onrecord.views.part import ALL, Part, told_in
from onrecord.views.scales import Scales

__all__ = ["Profile", "profile"]

_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity: what is disputed and what nobody could verify, then the events, who stands
    with it and against it, and the
    rest of its dossier.

    A line that stands in one of the first parts is left out of the sections of `card`. `lineage` is
    None for what is no body of people, and for a body without a history. All of it stands in a
    `part` of the `reports` that there are on it.
    """

    card: Dossier
    disputed: tuple[Contested, ...]
    unverified: tuple[Line, ...]
    events: tuple[EventRow, ...]
    alignments: tuple[Alignment, ...]
    lineage: Lineage | None
    part: Part
    reports: int


def profile(store: Store, entity: Entity, part: Part = ALL) -> Profile:
    """The profile of `entity` by a part of its reports, the newest first."""
    ledger = Ledger(store)
    entity, reports = told_in(entity, part)
    statements = ledger.told_of(entity.chains)
    ids = frozenset(each.id for each in statements if _is_in(each, entity))
    ledger.events.have(store.look.events_of(ids).values())
    own = [ledger.events[each] for each in sorted({*store.look.events_of(ids).values()})]
    ledger.short.have([*(x.id for x in own), *(x for each in own for x in each.statements)])
    weighed = list(Scales(ledger).weights(own))
    disputed = contested(ledger, entity, statements, weighed)
    told = _references(line for x in disputed for side in x.positions for line in side.lines)
    doubtful = ledger.lines(unverified(statements, entity))
    open_ = tuple(line for line in doubtful if told.isdisjoint(line.references))
    events = [event_row(ledger, event, weight) for event, _, weight in weighed]
    history = lineage(store, entity, ledger) if entity.type in _BODIES else None
    shown = told | _references(open_) | {x for event in events for x in event.statements}
    shown |= _references(_history(history))
    card = dossier(store, entity, ledger)
    return Profile(
        card=replace(card, sections=tuple(_unshown(card.sections, shown))),
        disputed=disputed,
        unverified=open_,
        events=tuple(sorted(events, key=lambda row: (row.time.order, row.reference))),
        alignments=alignments(ledger, entity, statements),
        lineage=history if history and _tells(history) else None,
        part=part,
        reports=reports,
    )


def _is_in(statement: Statement, entity: Entity) -> bool:
    """Whether it is of the entity, or of something there; not merely by it."""
    fillers = (each for role in statement.roles.values() for each in role)
    chains = {each.chain for each in fillers} | {statement.place and statement.place.chain}
    return not chains.isdisjoint(entity.chains)


def _references(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(each for line in lines for each in line.references)


def _history(history: Lineage | None) -> Iterator[Line]:
    """The lines that the history of a body shows."""
    for chapter in history.chapters if history else ():
        for bond in chapter.bonds:
            yield from bond.lines
    yield from history.apart if history else ()


def _tells(history: Lineage) -> bool:
    return bool(history.former or history.chapters or history.apart)


def _unshown(sections: Sequence[Section], shown: Collection[str]) -> Iterator[Section]:
    """The sections without the lines that stand elsewhere."""
    for section in sections:
        left = tuple(line for line in section.lines if line.reference not in shown)
        if section.posts or left:
            yield replace(section, lines=left)
