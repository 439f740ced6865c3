"""The last reports to come in which something is watched, as a feed tells of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from onrecord.model import Document
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.news import MOST_REPORTS
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.search import Found, found
from onrecord.views.watching import Watched, hits_on, lines_on, statements_on, watched

__all__ = ["Feed", "FeedItem", "feed"]

_MOST_ITEMS = 50


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A report, what of all that is watched stands in it, and which of it.

    `document` is its whole id; `changed` when it was retrieved, else its day, else when the oldest
    of these watches was decided on (ISO 8601).
    """

    document: str
    report: ReportCard
    changed: str
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """All that is watched, and the last reports that tell of it, the last to come first."""

    watched: tuple[Watched, ...]
    items: tuple[FeedItem, ...]


def feed(ledger: Ledger) -> Feed:
    """The feed of a record; a report stays in it, however often somebody looks."""
    store, watches = ledger.store, watched(ledger)
    came = store.arrivals(last=MOST_REPORTS)
    told = [statements_on(ledger, each, came) for each in watches]
    hits = [hits_on(store, each, came) for each in watches]
    holding = set(chain(*(each.values() for each in told), (x.document for y in hits for x in y)))
    items = []
    for document in [each for each in reversed(came) if each in holding][:_MOST_ITEMS]:
        statements = [[x for x, of in each.items() if of == document] for each in told]
        here = [[x for x in each if x.document == document] for each in hits]
        on = [
            watch for watch, *any_of in zip(watches, statements, here, strict=True) if any(any_of)
        ]
        report = ledger.documents[document]
        items.append(
            FeedItem(
                document=document,
                report=report_card(ledger, report),
                changed=_changed(report, on),
                names=tuple(each.name for each in on),
                lines=lines_on(ledger, dict.fromkeys(chain(*statements))),
                found=found(ledger, dict.fromkeys(chain(*here))),
            )
        )
    return Feed(watches, tuple(items))


def _changed(report: Document, watches: Iterable[Watched]) -> str:
    return report.retrieved or report.published or min(each.at for each in watches)
