"""What a person says of a statement: that it was read right, that it was not, or what to change."""

from dataclasses import dataclass, field

from onrecord.model.place import Place
from onrecord.model.span import Span
from onrecord.model.statement import (
    Decided,
    Factuality,
    Magnitude,
    Predicate,
    Ruling,
    Statement,
    Status,
)

__all__ = ["AsRead", "Changes", "Correction"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to stand in place of what the program read; None, or no entry, leaves it.

    Words of the report are spans of it; none at all (an empty tuple) takes away what stands there.
    `mode` goes with `predicate`; an empty `mode` or `date` is none. `roles` fill the roles that
    they name. `holders` run from the innermost outwards, without the publisher, who stays. `date`
    is EDTF, and `dated` the words for it. `place` are the words for it, `sited` what they mean on
    the map. A magnitude without low, best and high is none.
    """

    predicate: Predicate | None = None
    mode: str | None = None
    roles: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    holders: tuple[Span, ...] | None = None
    date: str | None = None
    dated: Span | None = None
    place: tuple[Span, ...] | None = None
    sited: tuple[Place, ...] | None = None
    factuality: Factuality | None = None
    status: tuple[Status, ...] | None = None
    magnitudes: dict[str, Magnitude] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A ruling on the statement that had the id `statement` and the digest `read` when it was made.

    `changes` are all that differs from what was read, by earlier corrections too.
    """

    ruling: Ruling
    statement: str
    read: str
    changes: Changes = field(default_factory=Changes)
    note: str = ""


@dataclass(frozen=True, slots=True)
class AsRead:
    """A statement as the program read it, where people's word made it another, or none.

    `place` is its place among all that was read of the report. `decided` is None where only a
    statement that this one is about was rejected.
    """

    place: int
    statement: Statement
    decided: Decided | None = None
