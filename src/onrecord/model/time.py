"""Times that a report speaks of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.model.span import Span

__all__ = ["TimeExpression", "TimeInterval", "TimexType"]


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """First and last day that are meant, both included; an open end is None."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"interval ends ({self.latest}) before it begins ({self.earliest})")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 `value` and `mod`, its EDTF (ISO 8601-2) and its interval.

    `edtf` and `interval` are None for durations, sets and what cannot be resolved: a relative date
    in a report without a date stays unresolved.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    interval: TimeInterval | None = None
