"""Sources: what each says, how often alone, how often contradicted, and who printed whose words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from onrecord.errors import NotFound
from onrecord.lexicon.grading import Graded, Grades
from onrecord.lexicon.names import fold
from onrecord.lexicon.outlets import outlet_name
from onrecord.model import Copy, CopyKind, EntityType, Event, HolderClass, Origin, Weight
from onrecord.store.base import Store
from onrecord.views.event import EventRow, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.scales import Scales
from onrecord.weigh import Evidence

__all__ = [
    "UNNAMED",
    "Borrowed",
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
    `lent` the reports of others that print its own. `events` counts those that it tells of,
    `statements` all that lead back to it for them; `alone` the events that no other source holds,
    `contradicted` those on which another says otherwise, and `retracted` its statements that were
    taken back.
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
class Borrowed:
    """A report in a line of copies: how far from the first it is, what it has of the one before.

    The first has no share; nor has one that only credits another's words that are not on record.
    """

    report: ReportCard
    depth: int
    share: float | None = None
    kind: CopyKind | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCard:
    """All on one source: its figures, its grades, what it tells, and the lines of copies in which
    its reports stand."""

    row: SourceRow
    grades: tuple[Graded, ...]
    told: tuple[Telling, ...]
    lineage: tuple[tuple[Borrowed, ...], ...]


def sources(store: Store) -> tuple[SourceRow, ...]:
    """All sources, those first who tell of most; those without a name as one, at the end."""
    return _Sources(store).rows()


def source(store: Store, name: str) -> SourceCard:
    """One source by its name. Raises NotFound, with the nearest names, if there is none."""
    return _Sources(store).card(name)


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


class _Sources:
    """The sources of a record by their keys."""

    def __init__(self, store: Store) -> None:
        self._ledger = Ledger(store)
        self._scales = Scales(self._ledger)
        self._evidence: Evidence = self._scales.evidence
        self._grades = Grades(store.decisions())
        self._rows: dict[str, SourceRow] = {}
        self._told: dict[str, list[tuple[Event, Weight, Origin]]] = {}
        for event, weight in self._scales.weights(store.events()):
            for origin in (*weight.origins, *weight.against):
                self._tell(event, weight, origin)
            self._retract(weight)
        self._count_reports()

    def rows(self) -> tuple[SourceRow, ...]:
        def order(row: SourceRow) -> tuple[object, ...]:
            return row.name == UNNAMED, -row.events, -row.reports, fold(row.name)

        return tuple(sorted(self._rows.values(), key=order))

    def card(self, name: str) -> SourceCard:
        key = self._key_of(name)
        row = self._rows[key]
        return SourceCard(
            row=row,
            grades=self._grades.all_of(row.name),
            told=tuple(self._telling(*each) for each in self._told.get(key, ())),
            lineage=tuple(self._lines(row.name)),
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

    def _tell(self, event: Event, weight: Weight, origin: Origin) -> None:
        named = origin.entity is not None or origin.cls is not HolderClass.UNNAMED
        name = origin.name if named else UNNAMED
        key = _key(name, origin.cls, origin.entity)
        row = self._row(key, name, origin.cls)
        self._told.setdefault(key, []).append((event, weight, origin))
        self._rows[key] = replace(
            row,
            events=row.events + 1,
            statements=row.statements + len(origin.statements),
            alone=row.alone + _alone(weight),
            contradicted=row.contradicted + bool(_contradicted(weight, origin)),
        )

    def _retract(self, weight: Weight) -> None:
        for statement in weight.retracted:
            said = self._ledger.store.statement(statement)
            outlet = self._evidence.outlet(self._evidence.source(said).id)
            if outlet is not None:
                key = _key(outlet, HolderClass.OUTLET)
                row = self._row(key, outlet, HolderClass.OUTLET)
                self._rows[key] = replace(row, retracted=row.retracted + 1)

    def _count_reports(self) -> None:
        for document in self._ledger.documents.values():
            publisher = document.publisher and outlet_name(document.publisher)
            words = self._words_of(document.id)
            for name, field in ((publisher, "reports"), (words, "lent")):
                if name and (field == "reports" or name != publisher):
                    self._add(name, field)
            if publisher and words and words != publisher:
                self._add(publisher, "borrowed")

    def _add(self, name: str, field: str) -> None:
        key = _key(name, HolderClass.OUTLET)
        row = self._row(key, name, HolderClass.OUTLET)
        self._rows[key] = replace(row, **{field: getattr(row, field) + 1})

    def _words_of(self, document: str) -> str | None:
        """The outlet whose words a report prints, by its credit or as a copy."""
        while (copy := self._evidence.copies.get(document)) and copy.kind is not CopyKind.QUOTES:
            document = copy.of
        return self._evidence.outlet(document)

    def _telling(self, event: Event, weight: Weight, origin: Origin) -> Telling:
        return Telling(
            event=event_row(self._ledger, event, weight),
            denies=origin in weight.against,
            alone=_alone(weight),
            contradicted=_contradicted(weight, origin),
        )

    def _lines(self, name: str) -> Iterator[tuple[Borrowed, ...]]:
        """The lines of copies with a report of an outlet in them, the first report first."""
        copied: dict[str, list[Copy]] = {}
        for copy in self._evidence.copies.values():
            copied.setdefault(copy.of, []).append(copy)
        for document in self._ledger.documents:
            if document not in self._evidence.copies and (
                document in copied or self._credit(document)
            ):
                line = tuple(self._line(document, copied))
                if any(self._is_of(each, name) for each in line):
                    yield line

    def _line(self, first: str, copied: dict[str, list[Copy]]) -> Iterator[Borrowed]:
        waiting: list[tuple[int, str, Copy | None]] = [(0, first, None)]
        while waiting:
            depth, document, copy = waiting.pop()
            card = report_card(self._ledger, self._ledger.documents[document])
            share, kind = (copy.share, copy.kind) if copy else (None, None)
            yield Borrowed(card, depth, share, kind, self._credit(document))
            later = sorted(copied.get(document, ()), key=self._place, reverse=True)
            waiting += ((depth + 1, each.document, each) for each in later)

    def _place(self, copy: Copy) -> tuple[bool, str, str]:
        published = self._ledger.documents[copy.document].published
        return published is None, published or "", copy.document

    def _credit(self, document: str) -> str | None:
        """Whose words a report says that it prints, if not its publisher's."""
        outlet, publisher = self._evidence.outlet(document), self._ledger.documents[document]
        own = publisher.publisher and outlet_name(publisher.publisher)
        return None if outlet == own else outlet

    def _is_of(self, borrowed: Borrowed, name: str) -> bool:
        publisher = borrowed.report.publisher
        return name in (borrowed.credit, publisher and outlet_name(publisher))


def _key(name: str, cls: HolderClass, entity: str | None = None) -> str:
    return entity if entity and cls is not HolderClass.OUTLET else fold(name)


def _alone(weight: Weight) -> bool:
    return len(weight.origins) + len(weight.against) == 1


def _contradicted(weight: Weight, origin: Origin) -> tuple[str, ...]:
    """What others say otherwise than a source: a side that is none of its own."""
    said = set(origin.statements)
    return tuple(
        each.on
        for each in weight.disputes
        if any(not said.isdisjoint(side.statements) for side in each.sides)
        and any(said.isdisjoint(side.statements) for side in each.sides)
    )
