"""Stretches of the calendar: a day, a week, a month and so on, and how to count in them."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import Enum

from onrecord.model import TimeInterval

__all__ = ["Granule", "Unit"]


class Unit(Enum):
    """A unit of the calendar: how many days or months it has, and the month that one starts in."""

    DAY = (1, 0, 0)
    WEEK = (7, 0, 0)
    WEEKEND = (7, 0, 5)
    MONTH = (0, 1, 0)
    QUARTER = (0, 3, 0)
    SEASON = (0, 3, 2)
    HALF = (0, 6, 0)
    YEAR = (0, 12, 0)
    DECADE = (0, 120, 0)
    CENTURY = (0, 1200, 0)

    @property
    def days(self) -> int:
        return self.value[0]

    @property
    def months(self) -> int:
        return self.value[1]

    @property
    def offset(self) -> int:
        """Days after Monday, or months after January, that one of it starts."""
        return self.value[2]

    @property
    def length(self) -> int:
        """About how many days one has; only to tell the longer of two."""
        return self.days or self.months * 30


_SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Granule:
    """One stretch of `unit`, from the day `first`. Weeks are ISO 8601's.

    Seasons are the meteorological ones of the north; a winter goes by the year it starts in. A
    decade starts in its year 0, a century as EDTF counts it: 1900 to 1999.
    """

    unit: Unit
    first: date

    @classmethod
    def at(cls, unit: Unit, day: date) -> "Granule":
        """The one that `day` falls in."""
        if unit is Unit.DAY:
            return cls(unit, day)
        if unit.days:
            return cls(unit, day - timedelta(day.weekday() - unit.offset))
        months = day.year * 12 + day.month - 1 - unit.offset
        return cls(unit, _first_of(months - months % unit.months + unit.offset))

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit is Unit.WEEKEND:
            return self.first + timedelta(1)
        if self.unit.months and self.first.year + self.unit.months // 12 > MAXYEAR:
            return date.max
        return self.shift(1).first - timedelta(1)

    def shift(self, count: int) -> "Granule":
        """The one that comes `count` later; raises OverflowError or ValueError off the calendar."""
        if self.unit.days:
            return Granule(self.unit, self.first + timedelta(self.unit.days * count))
        months = self.first.year * 12 + self.first.month - 1
        return Granule(self.unit, _first_of(months + self.unit.months * count))

    @property
    def interval(self) -> TimeInterval:
        return TimeInterval(self.first, self.last)

    def third(self, mod: str) -> tuple[date, date]:
        """First and last day of its first, middle or last third: `mod` START, MID or END."""
        part = ("START", "MID", "END").index(mod)
        months, days = self.unit.months, (self.last - self.first).days + 1
        start = self.first.year * 12 + self.first.month - 1
        cuts = [
            _first_of(start + months * at // 3)
            if months > 1
            else self.first + timedelta(round(days * at / 3))
            for at in range(3)
        ]
        return cuts[part], self.last if part == 2 else cuts[part + 1] - timedelta(1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year = f"{self.first.year:04}"
        match self.unit:
            case Unit.WEEK | Unit.WEEKEND:
                iso = self.first.isocalendar()
                end = "-WE" if self.unit is Unit.WEEKEND else ""
                return f"{iso.year:04}-W{iso.week:02}{end}"
            case Unit.QUARTER | Unit.HALF:
                letter = self.unit.name[0]
                return f"{year}-{letter}{(self.first.month - 1) // self.unit.months + 1}"
            case Unit.SEASON:
                return f"{year}-{_SEASONS[self.first.month // 3 - 1]}"
        return self.first.isoformat()[: _SHOWN[self.unit]]

    @property
    def edtf(self) -> str:
        """In the Extended Date/Time Format (ISO 8601-2, level 2)."""
        year = f"{self.first.year:04}"
        match self.unit:
            case Unit.WEEK | Unit.WEEKEND:
                return f"{self.first}/{self.last}"
            case Unit.SEASON if self.first.month < 12:
                return f"{year}-{20 + self.first.month // 3}"
            case Unit.SEASON:
                return f"{self.first}/{self.last}"
            case Unit.QUARTER:
                return f"{year}-{33 + self.first.month // 3}"
            case Unit.HALF:
                return f"{year}-{40 + self.first.month // 6}"
        return self.value.ljust(4, "X")


_SHOWN = {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
