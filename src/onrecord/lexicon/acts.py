"""What a person did at one time is one act, and can be taken back as one, by a decision."""

from collections.abc import Iterable

from onrecord.model import Decision

__all__ = ["CORRECTION", "HYPOTHESIS", "UNDO", "act_anchor", "standing", "taken_back"]

CORRECTION = "correction"
"""The kind of decision that says how a statement is to be read."""
HYPOTHESIS = "hypothesis"
"""The kind of decision that changes the competing answers on an event."""
UNDO = "undo"
"""The kind of decision that takes an act back."""


def act_anchor(by: str, at: str | None) -> str:
    """What names an act in the decision that takes it back."""
    return f"judged by {by} at {at}"


def taken_back(decisions: Iterable[Decision]) -> frozenset[str]:
    """The anchors of the acts that were taken back."""
    return frozenset(each.anchor for each in decisions if each.kind == UNDO)


def standing(decisions: Iterable[Decision], kind: str) -> tuple[Decision, ...]:
    """The decisions of one kind that nobody took back, in their order."""
    every = tuple(decisions)
    gone = taken_back(every)
    of_kind = (each for each in every if each.kind == kind)
    return tuple(each for each in of_kind if act_anchor(each.by, each.at) not in gone)
