"""What was said to be when, for the picture of a timeline."""

from dataclasses import dataclass

from onrecord.views.ledger import Ledger
from onrecord.views.mark import MOST_MARKS, Mark, asked, marks
from onrecord.views.wanted import Wanted

__all__ = ["Times", "times"]


@dataclass(frozen=True, slots=True)
class Times:
    """Dated marks by first, then last day, and the undated; `left_out` is how many statements of
    earlier reports are not among them."""

    dated: tuple[Mark, ...]
    undated: tuple[Mark, ...]
    left_out: int


def times(ledger: Ledger, wanted: Wanted | None = None, most: int = MOST_MARKS) -> Times:
    """The times of the statements that are wanted, at most `most` of them."""
    found = asked(ledger, wanted or Wanted(), most)
    made = marks(ledger, found.statements)
    return Times(
        tuple(mark for mark in made if mark.time.is_dated),
        tuple(mark for mark in made if not mark.time.is_dated),
        found.left_out,
    )
