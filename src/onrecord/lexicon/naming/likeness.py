"""How alike two names are, and why."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Likeness", "NameMatch"]


class Likeness(StrEnum):
    """What the spelling of two names says of their being one bearer's, the surest first."""

    IDENTICAL = "identical"
    """The same words, titles and marks aside."""
    VARIANT = "variant"
    """The same full name by a rule."""
    LESS = "less"
    """The same full name by a rule, but for parts that one leaves out and many people share."""
    INITIALS = "initials"
    """One has the first letters of the other, or of words of it: many bodies share an acronym."""
    SHORTER = "shorter"
    """One is a part of the other, or abbreviates it: weak evidence."""
    ALIKE = "alike"
    """Spelled alike, by no rule."""
    OTHER = "other"
    """Unlike, or one contradicts the other."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How alike two names are, and why, in one line."""

    likeness: Likeness
    reason: str
