"""What a person did at one time is one act, and can be taken back as one, by a decision."""

from collections.abc import Iterable

from onrecord.model import Decision

__all__ = ["UNDO", "act_anchor", "taken_back"]

UNDO = "undo"
"""The kind of decision that takes an act back."""


def act_anchor(by: str, at: str | None) -> str:
    """What names an act in the decision that takes it back."""
    return f"judged by {by} at {at}"


def taken_back(decisions: Iterable[Decision]) -> frozenset[str]:
    """The anchors of the acts that were taken back."""
    return frozenset(each.anchor for each in decisions if each.kind == UNDO)
