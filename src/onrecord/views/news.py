"""What is new since somebody looked: reports, what is watched, disputes, corrections, failures.

New is what stands in reports that came in since, whatever day they are of: a dispute is new if one
of them speaks on it, a correction if one of them makes it. So nothing turns new by being read again
or joined anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.lexicon.watches import Visit, WatchSort, last_visit
from onrecord.model import CopyKind, Failure
from onrecord.store.base import Store
from onrecord.views.event import EventRow, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.scales import Scales
from onrecord.views.search import Found, found
from onrecord.views.watching import Watched, hits_on, lines_on, statements_on, watched

__all__ = [
    "MOST_REPORTS",
    "Arrival",
    "Corrected",
    "Disputed",
    "News",
    "WatchNews",
    "arrivals",
    "news",
    "seen",
    "watch_news",
]

MOST_REPORTS = 200
"""How many reports are looked at, the last to come; of a first visit all would be new."""
_MOST_WEIGHED = 50
"""Of how many of them the events are weighed."""
_MOST_LINES = 20
"""How many lines or paragraphs of a watch are shown, of the last reports to come."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that came in, and how many statements were read in it.

    `copy` tells how it goes back to the report `of`, both None for one that does not;
    `version_of` is the reference of the first report read at the same address.
    """

    report: ReportCard
    statements: int
    copy: CopyKind | None
    of: ReportCard | None
    version_of: str | None


@dataclass(frozen=True, slots=True)
class WatchNews:
    """What is new about one thing that is watched.

    `lines` are statements about it, of words `found` the paragraphs that hold them, both those of
    the last reports to come first and only so many; `count` is how many there are.
    """

    watched: Watched
    count: int
    lines: tuple[Line, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """An event on which a new report disagrees with others, or with itself: on what, and what is
    new on it."""

    event: EventRow
    on: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A report that takes back what another said, `whole` if all of it."""

    report: ReportCard
    of: ReportCard
    whole: bool


@dataclass(frozen=True, slots=True)
class News:
    """What is new since `since`, all of it if that is None.

    `until` is the id of the last report that came in, and `known_failures` how many failures there
    are: a visit that is kept now holds both. Of `reports` that came in, the last are looked at,
    the last first; `earlier` is how many are not.
    """

    since: str | None
    until: str | None
    known_failures: int
    reports: tuple[Arrival, ...]
    earlier: int
    watched: tuple[WatchNews, ...]
    disputed: tuple[Disputed, ...]
    corrected: tuple[Corrected, ...]
    failures: tuple[Failure, ...]


def news(ledger: Ledger, by: str, scales: Scales | None = None) -> News:
    """What is new to somebody since the last visit; `scales`, if made already, spares time."""
    store, scales = ledger.store, scales or Scales(ledger)
    visit = last_visit(store.decisions(), by)
    came = store.arrivals(after=visit.report if visit else None)
    recent = came[-MOST_REPORTS:]
    failures = store.failures()
    return News(
        since=visit.at if visit else None,
        until=came[-1] if came else visit.report if visit else None,
        known_failures=len(failures),
        reports=arrivals(ledger, recent),
        earlier=len(came) - len(recent),
        watched=watch_news(ledger, recent),
        disputed=tuple(_disputed(ledger, scales, recent[-_MOST_WEIGHED:])),
        corrected=tuple(_corrected(ledger, scales, recent)),
        failures=failures[visit.failures if visit else 0 :],
    )


def seen(store: Store, report: str | None, failures: int, by: str, at: str) -> Visit:
    """That somebody has seen what `News` told of: its `until` and `known_failures`.

    Raises NotFound if the report is not on record.
    """
    if report is not None:
        store.document(report)
    return Visit(report, failures, by, at)


def arrivals(ledger: Ledger, documents: Sequence[str]) -> tuple[Arrival, ...]:
    """Some reports in the order in which they came, the last first."""
    statements = ledger.store.tally(documents)
    copies = ledger.store.look.copies(documents)
    ledger.prepare_reports([*documents, *(each.of for each in copies.values())])

    def arrival(document: str) -> Arrival:
        found, copy = ledger.documents[document], copies.get(document)
        return Arrival(
            report=report_card(ledger, found),
            statements=statements[document],
            copy=copy.kind if copy else None,
            of=report_card(ledger, ledger.documents[copy.of]) if copy else None,
            version_of=ledger.short[found.version_of] if found.version_of else None,
        )

    return tuple(map(arrival, reversed(documents)))


def watch_news(ledger: Ledger, documents: Sequence[str]) -> tuple[WatchNews, ...]:
    """What some reports, the last that came in, hold on each thing that is watched."""
    return tuple(_watch_news(ledger, each, documents) for each in watched(ledger))


def _watch_news(ledger: Ledger, watch: Watched, documents: Sequence[str]) -> WatchNews:
    if watch.sort is WatchSort.WORDS:
        hits = hits_on(ledger.store, watch, documents)
        return WatchNews(watch, len(hits), (), found(ledger, hits[:_MOST_LINES]))
    told = statements_on(ledger, watch, documents)
    return WatchNews(watch, len(told), lines_on(ledger, list(told)[:_MOST_LINES]), ())


def _disputed(ledger: Ledger, scales: Scales, documents: Sequence[str]) -> Iterator[Disputed]:
    new = frozenset(documents)
    events = ledger.store.debatable(documents)
    ledger.short.have(x for each in events for x in (each.id, *each.statements))
    for event, statements, weight in scales.weights(events):
        fresh = {each.id: each for each in statements if each.document in new}
        on = {
            dispute.on: [x for side in dispute.sides for x in side.statements if x in fresh]
            for dispute in weight.disputes
        }
        if any(on.values()):
            lines = ledger.lines(fresh[x] for x in dict.fromkeys(chain(*on.values())))
            named = tuple(name for name, told in on.items() if told)
            yield Disputed(event_row(ledger, event, weight), named, lines)


def _corrected(ledger: Ledger, scales: Scales, documents: Sequence[str]) -> Iterator[Corrected]:
    scales.evidence.have(documents)
    for document in reversed(documents):
        for each in scales.evidence.corrected_by(document):
            report, of = (report_card(ledger, ledger.documents[x]) for x in (document, each.of))
            yield Corrected(report, of, each.whole)
