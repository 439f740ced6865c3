"""Why an event is one: its accounts, what joins them, what people decided, what may be one too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.lexicon.acts import act_anchor, taken_back
from onrecord.model import Event, Judgement, Opinion, Statement, TimeInterval
from onrecord.model.anchor import account_at, document_of
from onrecord.store import AskedEvents
from onrecord.store.base import Store
from onrecord.views.event import EventRow, event_row
from onrecord.views.joins import Verdict
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.passage import Passage, ReportCard, passage, report_card
from onrecord.views.scales import Scales

__all__ = ["EventDoubt", "Oneness", "Telling", "doubtful_events", "judged_statement", "oneness"]

_UNSURE = 0.9
"""The probability from which nobody is asked whether two statements tell of one event."""
_DAYS = 3
_BESIDE = 12
_LOOKED = 100


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement on an event in its paragraph, and its report; `doubted` is whether it is one
    of the two that are least likely to tell of one event."""

    line: Line
    report: ReportCard
    passage: Passage
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Oneness:
    """An event with each statement on it, what people decided of these, the newest first, and
    events of these days, or with the same parties, which may be the same."""

    row: EventRow
    confidence: float
    tellings: tuple[Telling, ...]
    verdicts: tuple[Verdict, ...]
    beside: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class EventDoubt:
    """Two statements by which an event was joined, and the probability that they tell of one."""

    event: EventRow
    score: float
    left: Telling
    right: Telling


def oneness(store: Store, event: Event) -> Oneness:
    """All that an event was made one by."""
    ledger = Ledger(store)
    scales = Scales(ledger)
    told = [ledger.statements[each] for each in event.statements]
    return Oneness(
        event_row(ledger, event, scales.weight(event)),
        event.confidence,
        tuple(_telling(ledger, each, each.id in (event.doubted or ())) for each in told),
        tuple(_verdicts(ledger, event)),
        tuple(_beside(ledger, scales, event, told)),
    )


def doubtful_events(store: Store, most: int) -> tuple[EventDoubt, ...]:
    """The events that the program was least sure to join, but for what people answered of them."""
    ledger = Ledger(store)
    scales = Scales(ledger)
    asked = {frozenset(sides) for sides in _judged_pairs(ledger)}
    waiting = [
        each
        for each in store.look.doubtful(_UNSURE, _LOOKED)
        if each.doubted and frozenset(each.doubted) not in asked
    ]
    return tuple(_doubt(ledger, scales, each) for each in waiting[:most])


def judged_statement(ledger: Ledger, side: str) -> Statement | None:
    """The statement on record that is meant by a side of a judgement on events."""
    key = side.rpartition(" ")[2]
    if key in ledger.statements:
        return ledger.statements[key]
    reading = ledger.reading(document_of(side.partition(" ")[0]))
    rejected = {each.statement.id for each in reading.as_read}
    return None if key in rejected else account_at(reading.statements, side)


def _doubt(ledger: Ledger, scales: Scales, event: Event) -> EventDoubt:
    assert event.doubted is not None
    left, right = (_telling(ledger, ledger.statements[each]) for each in event.doubted)
    row = event_row(ledger, event, scales.weight(event))
    return EventDoubt(row, event.confidence, left, right)


def _telling(ledger: Ledger, statement: Statement, doubted: bool = False) -> Telling:
    document = ledger.documents[statement.document]
    words = passage(ledger, document, statement.span, (statement.span,))
    return Telling(ledger.lines([statement])[0], report_card(ledger, document), words, doubted)


def _standing(ledger: Ledger) -> Iterator[Judgement]:
    gone = taken_back(ledger.store.decisions())
    for each in ledger.store.look.answers_on_events():
        if act_anchor(each.by, each.at) not in gone:
            yield each


def _judged_pairs(ledger: Ledger) -> Iterator[tuple[str, str]]:
    for each in _standing(ledger):
        sides = [judged_statement(ledger, side) for side in (each.left, each.right)]
        if sides[0] and sides[1]:
            yield sides[0].id, sides[1].id


def _verdicts(ledger: Ledger, event: Event) -> Iterator[Verdict]:
    """What people decided on an event's statements; the others are those on the other side."""
    acts: dict[tuple[str, str, Opinion], list[Judgement]] = {}
    own = {*event.statements}
    for each in _standing(ledger):
        sides = [judged_statement(ledger, side) for side in (each.left, each.right)]
        if each.at and any(side and side.id in own for side in sides):
            acts.setdefault((each.at, each.by, each.opinion), []).append(each)
    for (at, by, opinion), given in sorted(acts.items(), reverse=True):
        others = dict(_named(ledger, given, own if opinion is not Opinion.SAME else frozenset()))
        named = tuple((words, key) for key, words in others.items())
        yield Verdict(by, at, given[0].reasons, opinion, named)


def _named(
    ledger: Ledger, given: Iterable[Judgement], but: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The statements that judgements are on, each with its words, but for some of them."""
    for side in dict.fromkeys(side for each in given for side in (each.left, each.right)):
        found = judged_statement(ledger, side)
        if found is not None and found.id not in but:
            yield ledger.short[found.id], " ".join(found.quote.split())


def _beside(
    ledger: Ledger, scales: Scales, event: Event, told: Sequence[Statement]
) -> Iterator[EventRow]:
    """Other events: those with the same parties first, then those of these days."""
    look = ledger.store.look
    named = {x.chain for each in told for given in each.roles.values() for x in given if x.chain}
    entities = {entity.id: entity for entity in look.entities(named).values()}
    chains = tuple(chain for each in entities.values() for chain in each.chains)
    within = _around(event.time)
    asked = [AskedEvents(None, within, chains)]
    asked += [AskedEvents(None, within)] if within else []
    found = dict.fromkeys(key for each in asked for key in look.event_ids(0, _BESIDE, each))
    ids = [key for key in found if key != event.id][:_BESIDE]
    ledger.events.have(ids)
    ledger.short.have(ids)
    for other, _, weight in scales.weights(ledger.events[each] for each in ids):
        yield event_row(ledger, other, weight)


def _around(time: TimeInterval | None) -> TimeInterval | None:
    """The days of an event and a few on either side; None where it has no end."""
    if time is None or time.earliest is None or time.latest is None:
        return None
    few = timedelta(days=_DAYS)
    begin = max(time.earliest, date.min + few) - few
    return TimeInterval(begin, min(time.latest, date.max - few) + few)
