"""Sources: what each says, how often alone, how often contradicted, and who printed whose words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from onrecord.errors import NotFound
from onrecord.lexicon.grading import Graded, Grades
from onrecord.lexicon.names import fold
from onrecord.lexicon.outlets import outlet_name
from onrecord.model import (
    CopyKind,
    Dispute,
    EntityType,
    Event,
    HolderClass,
    Origin,
    Statement,
    Weight,
)
from onrecord.store.base import Store
from onrecord.views.borrowing import Borrowed, borrowed
from onrecord.views.event import EventRow, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.scales import Scales
from onrecord.views.sourced import reports_of
from onrecord.weigh import Evidence

__all__ = [
    "UNNAMED",
    "SourceCard",
    "SourceRow",
    "Telling",
    "known_source",
    "source",
    "sources",
]

UNNAMED = "sources without a name"
_SPEAKERS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source in figures.

    `reports` are those that it published, `borrowed` those of them that print another's words, and
    `lent` the reports of others that print its own. `events` counts those that it tells of, an
    outlet in whoever's words but no other outlet's, and `statements` those that lead back to it;
    `alone` the events that nobody else tells of, `contradicted` those on which somebody says
    otherwise, and `retracted` its statements that were taken back.
    """

    name: str
    cls: HolderClass
    reliability: str
    reports: int = 0
    borrowed: int = 0
    lent: int = 0
    events: int = 0
    statements: int = 0
    alone: int = 0
    contradicted: int = 0
    retracted: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as a source tells of it: whether no other does, and on what others say otherwise."""

    event: EventRow
    denies: bool
    alone: bool
    contradicted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCard:
    """All on one source: its figures, its grades, what it tells, and the lines of copies in which
    its reports stand. `gradable` is whether it is an outlet or somebody who is on record by this
    name, not a description that others may share."""

    row: SourceRow
    grades: tuple[Graded, ...]
    told: tuple[Telling, ...]
    lineage: tuple[tuple[Borrowed, ...], ...]
    gradable: bool


def sources(store: Store, last: int | None = None) -> tuple[SourceRow, ...]:
    """All sources, those first who tell of most; those without a name as one, at the end. With
    `last`, those of so many reports, the last to come, and of the events that these tell of."""
    return _Sources(store, None if last is None else store.arrivals(last=last)).rows()


def source(store: Store, name: str, last: int | None = None) -> SourceCard:
    """One source by its name; with `last`, by so many of its reports and of those in which it tells
    of events, the newest, or by the last to come. Raises NotFound, with the nearest names, if there
    is none."""
    if last is None:
        return _Sources(store).card(name)
    try:
        return _Sources(store, reports_of(store, name, last)).card(name)
    except NotFound:
        return _Sources(store, store.arrivals(last=last)).card(name)


def known_source(store: Store, name: str) -> str:
    """The name of an outlet on record, or of one who may speak, by this name.

    Raises NotFound, with the nearest names, if there is none.
    """
    documents = {each.id: each for each in store.documents()}
    evidence = Evidence(documents)
    named = {each.publisher for each in documents.values()} | {*map(evidence.outlet, documents)}
    known = {fold(each): each for each in map(outlet_name, filter(None, named))}
    for entity in store.entities():
        for text in (entity.name, *(each.text for each in entity.names)):
            if entity.type in _SPEAKERS:
                known.setdefault(fold(text), entity.name)
    wanted = fold(outlet_name(name))
    if wanted not in known:
        raise NotFound(_unknown(name, [known[x] for x in get_close_matches(wanted, known)]))
    return known[wanted]


def _unknown(name: str, nearest: Sequence[str]) -> str:
    near = f"; nearest: {'; '.join(nearest)}" if nearest else ""
    return f"no source on record goes by {name!r}{near}"


@dataclass(frozen=True, slots=True)
class _Party:
    """One who tells of an event, and the statements that do it."""

    key: str
    name: str
    cls: HolderClass
    said: frozenset[str]

    def alone(self, weight: Weight) -> bool:
        return all(self.said.issuperset(x.statements) for x in (*weight.origins, *weight.against))

    def contradicted(self, weight: Weight) -> tuple[str, ...]:
        """On what others say otherwise: one side is this one's, another is not."""
        sides = {each.on: [*map(self.said.isdisjoint, _said(each))] for each in weight.disputes}
        return tuple(on for on, apart in sides.items() if any(apart) and not all(apart))


def _nameless(origin: Origin) -> bool:
    """Whether it is a speaker without a name, or a report of nobody knows whom."""
    return origin.entity is None and origin.cls in (HolderClass.UNNAMED, HolderClass.DOCUMENT)


def _said(dispute: Dispute) -> Iterator[tuple[str, ...]]:
    return (side.statements for side in dispute.sides)


class _Sources:
    """The sources of a record by their keys."""

    def __init__(self, store: Store, documents: Collection[str] | None = None) -> None:
        self._ledger = Ledger(store)
        self._documents = self._ledger.documents.keys() if documents is None else documents
        self._scales = Scales(self._ledger)
        self._evidence: Evidence = self._scales.evidence
        self._grades = Grades(store.decisions())
        self._rows: dict[str, SourceRow] = {}
        self._told: dict[str, list[tuple[Event, Weight, _Party]]] = {}
        for event, statements, weight in self._scales.weights(self._events(documents)):
            for party in self._parties(statements, weight):
                self._tell(event, weight, party)
        self._count_reports()

    def _events(self, documents: Collection[str] | None) -> Iterable[Event]:
        """Those of which some reports tell, or all."""
        store, events = self._ledger.store, self._ledger.events
        if documents is None:
            return store.events()
        ids = store.look.events_in(documents)
        events.have(ids)
        return [events[each] for each in ids]

    def rows(self) -> tuple[SourceRow, ...]:
        def order(row: SourceRow) -> tuple[object, ...]:
            return row.name == UNNAMED, -row.events, -row.reports, fold(row.name)

        return tuple(sorted(self._rows.values(), key=order))

    def card(self, name: str) -> SourceCard:
        key = self._key_of(name)
        row = self._rows[key]
        told = (self._telling(*each) for each in self._told.get(key, ()))
        return SourceCard(
            row=row,
            grades=self._grades.all_of(row.name),
            told=tuple(sorted(told, key=lambda x: (x.event.time.order, x.event.reference))),
            lineage=tuple(borrowed(self._ledger, self._evidence, row.name, self._documents)),
            gradable=bool(row.reports) or self._speaks(row.name),
        )

    def _speaks(self, name: str) -> bool:
        words = fold(name)
        found = self._ledger.store.look.bearing(words.split())
        speakers = (each for each in found if each.type in _SPEAKERS)
        return any(
            fold(text) == words
            for each in speakers
            for text in (each.name, *(known.text for known in each.names))
        )

    def _key_of(self, name: str) -> str:
        wanted = fold(outlet_name(name))
        names = {key: fold(row.name) for key, row in self._rows.items()}
        exact = [key for key, known in names.items() if known == wanted]
        fits = exact or [key for key, known in names.items() if wanted in known]
        if len(fits) == 1:
            return fits[0]
        if fits:
            could = "; ".join(self._rows[key].name for key in fits)
            raise NotFound(f"{name!r} could be any of these sources: {could}")
        near = get_close_matches(wanted, names.values())
        raise NotFound(
            _unknown(name, [self._rows[key].name for key in names if names[key] in near])
        )

    def _row(self, key: str, name: str, cls: HolderClass) -> SourceRow:
        grade = "F" if name == UNNAMED else self._grades.of(name)
        return self._rows.setdefault(key, SourceRow(name, cls, grade))

    def _parties(self, statements: Sequence[Statement], weight: Weight) -> Iterator[_Party]:
        """Who tells of an event: who speaks, those without a name as one, and the outlets."""
        outlets: dict[str, list[str]] = {}
        heard = {*weight.retracted}
        for origin in (*weight.origins, *weight.against):
            heard |= {*origin.statements}
            if origin.cls is not HolderClass.OUTLET and not _nameless(origin):
                key = origin.entity or fold(origin.name)
                yield _Party(key, origin.name, origin.cls, frozenset(origin.statements))
        unnamed = [x for x in (*weight.origins, *weight.against) if _nameless(x)]
        if unnamed:
            said = frozenset(each for origin in unnamed for each in origin.statements)
            yield _Party(fold(UNNAMED), UNNAMED, HolderClass.UNNAMED, said)
        for each in statements:
            outlet = self._evidence.outlet(self._evidence.source(each).id)
            if outlet is not None and each.id in heard:
                outlets.setdefault(outlet, []).append(each.id)
        for outlet, said_there in outlets.items():
            yield _Party(fold(outlet), outlet, HolderClass.OUTLET, frozenset(said_there))

    def _tell(self, event: Event, weight: Weight, party: _Party) -> None:
        row = self._row(party.key, party.name, party.cls)
        self._told.setdefault(party.key, []).append((event, weight, party))
        self._rows[party.key] = replace(
            row,
            events=row.events + 1,
            statements=row.statements + len(party.said),
            alone=row.alone + party.alone(weight),
            contradicted=row.contradicted + bool(party.contradicted(weight)),
            retracted=row.retracted + len(party.said & {*weight.retracted}),
        )

    def _count_reports(self) -> None:
        self._ledger.documents.have(self._documents)
        for document in map(self._ledger.documents.__getitem__, self._documents):
            publisher = document.publisher and outlet_name(document.publisher)
            words = self._words_of(document.id)
            for name, field in ((publisher, "reports"), (words, "lent")):
                if name and (field == "reports" or name != publisher):
                    self._add(name, field)
            if publisher and words and words != publisher:
                self._add(publisher, "borrowed")

    def _add(self, name: str, field: str) -> None:
        key = fold(name)
        row = self._row(key, name, HolderClass.OUTLET)
        self._rows[key] = replace(row, **{field: getattr(row, field) + 1})

    def _words_of(self, document: str) -> str | None:
        """The outlet whose words a report prints, by its credit or as a copy."""
        while (copy := self._evidence.copies.get(document)) and copy.kind is not CopyKind.QUOTES:
            document = copy.of
        return self._evidence.outlet(document)

    def _telling(self, event: Event, weight: Weight, party: _Party) -> Telling:
        against = {each for origin in weight.against for each in origin.statements}
        return Telling(
            event=event_row(self._ledger, event, weight),
            denies=party.said <= against,
            alone=party.alone(weight),
            contradicted=party.contradicted(weight),
        )
