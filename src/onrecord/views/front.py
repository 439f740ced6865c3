"""What an editor sees first: how much is on record, what came in last, and what is new."""

from dataclasses import dataclass

from onrecord.model import Failure
from onrecord.store.base import Counts
from onrecord.views.highlight import Highlight, highlights_of
from onrecord.views.ledger import Ledger
from onrecord.views.news import Arrival, News, arrivals, news
from onrecord.views.scales import Scales

__all__ = ["Front", "front"]

_LATEST = 12
_HIGHLIGHTED = 5
"""Of how many reports, the last to come, highlights are taken."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: counts, the last reports and failures to come, the last first, highlights of
    the newest reports, and what is new to whoever looks."""

    counts: Counts
    latest: tuple[Arrival, ...]
    highlights: tuple[Highlight, ...]
    failures: tuple[Failure, ...]
    news: News


def front(ledger: Ledger, by: str, scales: Scales | None = None) -> Front:
    """The front page for somebody; `scales`, if made already, spares time."""
    store = ledger.store
    last = store.arrivals(last=_LATEST)
    newest = [ledger.documents[each] for each in last[-_HIGHLIGHTED:]]
    return Front(
        counts=store.counts(),
        latest=arrivals(ledger, last),
        highlights=highlights_of(ledger, newest),
        failures=store.failures()[-_LATEST:][::-1],
        news=news(ledger, by, scales),
    )
