"""How far reports go back to the same source, and what speaks for and against what they tell."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.holder import HolderClass
from onrecord.model.span import Span

__all__ = ["Copy", "CopyKind", "Dispute", "Origin", "Retraction", "Side", "Weight"]


class CopyKind(StrEnum):
    """How a report goes back to an earlier one."""

    SAME = "same"
    NEAR = "near"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that goes back to an earlier one; `share` is the part of its words, 0 to 1."""

    document: str
    of: str
    share: float
    kind: CopyKind


@dataclass(frozen=True, slots=True)
class Retraction:
    """A report that takes back what an earlier one said.

    `note` holds the folded words that say so, and `said` what the sentences that tell what an
    earlier version said; `whole` is whether all of the report is taken back, and `revised` whether
    the later one is its text without what was wrong.
    """

    document: str
    of: str
    note: frozenset[str]
    said: tuple[Span, ...]
    whole: bool
    revised: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source of a matter, with the ids of all statements that lead back to it.

    `entity` is who it is across reports, None if that is not known.
    """

    name: str
    cls: HolderClass
    statements: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of several accounts, and the statements that give it."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What statements of one matter disagree on: whether it happened (`factuality`), the name of a
    magnitude or of a role, `time`, `place` or `motive`; at least two sides."""

    on: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How far a matter is corroborated and disputed.

    `origins` hold it, independent of each other; `against` deny it. `credibility` is 1 to 6
    (AJP-2.1), `reason` the rule that gave it, in one line. `retracted` are the statements that
    their own source took back; they count for nothing.
    """

    origins: tuple[Origin, ...]
    against: tuple[Origin, ...]
    disputes: tuple[Dispute, ...]
    credibility: int
    reason: str
    retracted: tuple[str, ...] = ()
