"""What was said to be when, for the picture of a timeline."""

from dataclasses import dataclass

from onrecord.store import Room, Split
from onrecord.views.ledger import Ledger
from onrecord.views.mark import MOST_READ, Mark, asked, marks
from onrecord.views.wanted import Wanted

__all__ = ["Times", "times"]


@dataclass(frozen=True, slots=True)
class Times:
    """Dated marks by first, then last day, and undated ones of the newest reports.

    `without_date` counts all undated statements, `left_out` the dated ones of earlier reports that
    are not among the marks; `more` is whether there are more than were counted.
    """

    dated: tuple[Mark, ...]
    undated: tuple[Mark, ...]
    without_date: int
    left_out: int
    more: bool


def times(ledger: Ledger, wanted: Wanted | None = None, most: int = MOST_READ) -> Times:
    """The times of the statements that are wanted, at most `most` of them."""
    found = asked(ledger, wanted or Wanted(), Split.WHEN, most)
    return Times(
        marks(ledger, found.drawn),
        marks(ledger, found.tray),
        found.counts[Room.TRAY],
        found.left_out,
        found.more,
    )
