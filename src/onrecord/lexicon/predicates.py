"""What statements of each family can have: roles, and counts of people."""

from collections.abc import Mapping

from onrecord.model import PredicateFamily

__all__ = ["COUNTS", "ROLES"]

ROLES: Mapping[PredicateFamily, tuple[str, ...]] = {
    PredicateFamily.RELATION: ("subject", "object", "title", "agent"),
    PredicateFamily.EVENT: ("actor", "recipient", "target", "instrument", "purpose"),
    PredicateFamily.SPEECH: ("subject", "object"),
    PredicateFamily.SAYS: ("subject", "object", "content"),
}

COUNTS = ("killed", "injured", "abducted", "detained", "displaced")
"""Whom an event counts."""
