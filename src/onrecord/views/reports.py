"""The reports on record, the last to come first."""

from dataclasses import dataclass

from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.news import Arrival, arrivals
from onrecord.views.part import Part

__all__ = ["ReportList", "reports"]


@dataclass(frozen=True, slots=True)
class ReportList:
    """A part of the reports on record, `total` in all."""

    rows: tuple[Arrival, ...]
    part: Part
    total: int


def reports(store: Store, part: Part) -> ReportList:
    """Reports in the order in which they came, the last first."""
    documents = store.arrivals(last=part.limit, before=part.first)
    return ReportList(arrivals(Ledger(store), documents), part, store.counts().documents)
