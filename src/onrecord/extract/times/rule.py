"""What a rule of the grammar is: a pattern, and how to read what it finds in its context."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from onrecord.extract.times.granule import Granule, Unit
from onrecord.lexicon.eras import Days
from onrecord.model import TimeInterval, TimexType

__all__ = [
    "Context",
    "Habit",
    "Meaning",
    "Rule",
    "Tense",
    "of_days",
    "of_granule",
    "reference",
    "unresolved",
]


class Tense(Enum):
    """Which way a sentence looks from the day of its report."""

    PAST = -1
    PRESENT = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Habit:
    """How dates are written where the report comes from.

    `month_first` tells the order of dates in figures, None if it is not known. `southern` is True
    where spring begins in September.
    """

    month_first: bool | None = None
    southern: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression.

    `published` is the report's day, None if it has none. `focus` is the date that was read last
    before, None if there was none. `before` and `after` are the rest of the sentence. `hinted` is
    True where the network sees a time here.
    """

    published: date | None
    focus: Granule | None
    before: str
    after: str
    tense: Tense
    hinted: bool
    habit: Habit

    def now(self, unit: Unit) -> Granule | None:
        """The day, week, month and so on of the report."""
        return Granule.at(unit, self.published) if self.published else None

    def told(self, unit: Unit) -> Granule | None:
        """The day, week, month and so on told of last; None if it is not known that closely."""
        if self.focus is None or self.focus.unit.length > unit.length:
            return None
        return Granule.at(unit, self.focus.first)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for; `granule` is what later expressions can be counted from."""

    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    interval: TimeInterval | None = None
    granule: Granule | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives None where the words stand for no time after all.

    It may raise OverflowError or ValueError for a date that is on no calendar. A `weak` rule is
    heard only where the network sees a time too.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Meaning | None]
    weak: bool = False


_TILDE = (Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.DECADE)


def of_granule(granule: Granule, mod: str | None = None, part: str = "") -> Meaning:
    """A date on the calendar; `part` is a TIMEX3 suffix ("TMO", "T10:35") that makes it a time."""
    edtf, interval = granule.edtf, granule.interval
    if mod in ("START", "MID", "END") and granule.unit is not Unit.DAY:
        first, last = granule.third(mod)
        edtf, interval = f"{first}~/{last}~", TimeInterval(first, last)
    elif mod == "APPROX" and granule.unit in _TILDE and not part:
        edtf += "~"
    elif mod == "BEFORE":
        last = granule.first - timedelta(1)
        edtf, interval = f"../{last}", TimeInterval(None, last)
    elif mod == "AFTER":
        first = granule.last + timedelta(1)
        edtf, interval = f"{first}/..", TimeInterval(first, None)
    if re.fullmatch(r"T\d\d:\d\d", part):
        edtf += f"{part}:00"
    kind = TimexType.TIME if part else TimexType.DATE
    return Meaning(kind, granule.value + part, mod, edtf, interval, granule)


def unresolved(value: str, mod: str | None = None, part: str = "") -> Meaning:
    """A date that the report does not let us place on the calendar."""
    return Meaning(TimexType.TIME if part else TimexType.DATE, value + part, mod)


def reference(
    granule: Granule | None, blank: str, mod: str | None = None, part: str = ""
) -> Meaning:
    """The date, or `blank` where there is none."""
    return of_granule(granule, mod, part) if granule else unresolved(blank, mod, part)


def of_days(days: Days, mod: str | None = None) -> Meaning:
    """Days that another calendar or a feast gives, as closely as they are known."""
    value = "/".join(dict.fromkeys((days.first.isoformat(), days.last.isoformat())))
    meant = days
    if mod in ("START", "MID", "END") and days.first < days.last:
        meant = days.third(mod)
    interval = meant.interval
    exact = meant is days and not (days.early or days.late)
    edtf = value if exact else f"{interval.earliest}~/{interval.latest}~"
    return Meaning(TimexType.DATE, value, mod, edtf, interval, _around(meant))


def _around(days: Days) -> Granule | None:
    """The shortest of a day, a month and a year that surely holds the days."""
    first, last = days.interval.earliest, days.interval.latest
    for unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        if first and Granule.at(unit, first) == Granule.at(unit, last or first):
            return Granule.at(unit, first)
    return None
