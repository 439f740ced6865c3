"""Which codebook a record is coded by: a person's decision, which holds its text."""

from collections.abc import Iterable

from onrecord.lexicon.codebook import Codebook
from onrecord.lexicon.codefile import read_codebook
from onrecord.model import Decision

__all__ = ["ANCHOR", "DECISION", "adopted", "in_force"]

DECISION = "setting"
"""The kind of decision by which a codebook is used."""
ANCHOR = "scheme"
"""What that decision is about."""


def adopted(text: str, by: str, at: str) -> Decision:
    """The decision to code by the codebook in `text`, by none if it is empty."""
    return Decision(DECISION, ANCHOR, text, by, at)


def in_force(decisions: Iterable[Decision]) -> Codebook | None:
    """The codebook that was last decided on, None for none.

    Raises InputError for a text that this version cannot read.
    """
    told = [each for each in decisions if (each.kind, each.anchor) == (DECISION, ANCHOR)]
    if not told or not told[-1].value:
        return None
    return read_codebook(told[-1].value, f"the scheme decided on by {told[-1].by}")
