"""Calendars other than the Gregorian: their days, months and years as days of the Gregorian.

The months of the Islamic calendar begin with a moon that is seen, here or there a day or two off
what any table says. Here they are counted by the usual table (a cycle of 30 years with 11 leap
years), and every stretch of them says how far off it may be. Persian years are known from 1901 to
2100, from the tables of the holidays library.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from holidays.calendars.persian import _Persian

from onrecord.lexicon.tables import rows, words
from onrecord.model import TimeInterval

__all__ = ["MONTHS_OF", "Days", "Era", "begin", "days_of"]


class Era(Enum):
    """A calendar; its value is its name in the tables."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    HIJRI = "hijri"
    PERSIAN = "persian"
    ETHIOPIAN = "ethiopian"

    def years(self, gregorian: int) -> range:
        """The years that have days in that Gregorian one, or may have."""
        first, last = gregorian + _AHEAD[self], gregorian + _AHEAD[self] + 1
        if self is Era.HIJRI:
            first = (gregorian - 622) * 33 // 32 - 1
            last = first + 3
        return range(max(first, 1), last + 1)


_AHEAD = {Era.GREGORIAN: 0, Era.JULIAN: -1, Era.HIJRI: 0, Era.PERSIAN: -622, Era.ETHIOPIAN: -8}


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row; they may begin `early` days before `first`, end `late` days after `last`."""

    first: date
    last: date
    early: int = 0
    late: int = 0

    @property
    def interval(self) -> TimeInterval:
        """With what they may be off."""
        return TimeInterval(self.first - timedelta(self.early), self.last + timedelta(self.late))

    def part(self, first: int, last: int) -> "Days":
        """From its day `first` to its day `last`, both counted from 0, or from -1 at its end.

        Raises ValueError if it has no such days.
        """
        count = (self.last - self.first).days + 1
        first, last = (at + count if at < 0 else at for at in (first, last))
        if not 0 <= first <= last < count:
            raise ValueError(f"{count} days have no days {first} to {last}")
        begin = self.first
        return Days(begin + timedelta(first), begin + timedelta(last), self.early, self.late)

    def third(self, mod: str) -> "Days":
        """Its first, middle or last third: `mod` START, MID or END."""
        at = ("START", "MID", "END").index(mod)
        count = (self.last - self.first).days + 1
        return self.part(round(count * at / 3), max(round(count * (at + 1) / 3), 1) - 1)


_ORDINAL = 1_721_425
"""The Julian day number of the day before 1 January of the year 1."""
_HIJRI_EARLY, _HIJRI_LATE = 1, 2
"""How far the Saudi calendar, and a moon seen a day later elsewhere, are off the table."""


def begin(era: Era, year: int, month: int = 1, day: int = 1) -> date:
    """The Gregorian date of a day; raises OverflowError or ValueError if there is none."""
    return _BEGIN[era](year, month, day)


def days_of(era: Era, year: int, month: int | None = None, day: int | None = None) -> Days:
    """A year, or a month or day of it; raises OverflowError or ValueError if there is none."""
    first = begin(era, year, month or 1, day or 1)
    if day and month:
        last = first
    elif month:
        months = 13 if era is Era.ETHIOPIAN else 12
        following = (year, month + 1) if month < months else (year + 1, 1)
        last = begin(era, *following) - timedelta(1)
    else:
        last = begin(era, year + 1) - timedelta(1)
    if era is Era.HIJRI:
        return Days(first, last, _HIJRI_EARLY, _HIJRI_LATE)
    return Days(first, last)


def _checked(year: int, month: int, day: int, lengths: tuple[int, ...]) -> None:
    if not (year > 0 and 0 < month <= len(lengths) and 0 < day <= lengths[month - 1]):
        raise ValueError(f"no year, month and day {year}, {month}, {day}")


def _julian(year: int, month: int, day: int) -> date:
    february = 28 if year % 4 else 29
    _checked(year, month, day, (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31))
    before = month < 3
    years, months = year + 4800 - before, month - 3 + 12 * before
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return date.fromordinal(number - _ORDINAL)


def _hijri(year: int, month: int, day: int) -> date:
    _checked(year, month, day, (30,) * 12)
    years = (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227_013 + years + 29 * (month - 1) + month // 2 + day)


def _persian(year: int, month: int, day: int) -> date:
    _checked(year, month, day, (31,) * 6 + (30,) * 6)
    found = _Persian().persian_to_gregorian(year + 621, month, day)
    if found is None:
        raise ValueError(f"the tables do not reach to the Persian year {year}")
    return found


def _ethiopian(year: int, month: int, day: int) -> date:
    _checked(year, month, day, (30,) * 12 + (6 if year % 4 == 3 else 5,))
    number = 1_724_220 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day
    return date.fromordinal(number - _ORDINAL)


_BEGIN = {
    Era.GREGORIAN: date,
    Era.JULIAN: _julian,
    Era.HIJRI: _hijri,
    Era.PERSIAN: _persian,
    Era.ETHIOPIAN: _ethiopian,
}


@cache
def _months() -> dict[str, tuple[Era, int]]:
    return {
        name: (Era(era), int(number))
        for era, number, names in rows("months", 3)
        for name in words(names)
    }


MONTHS_OF: dict[str, tuple[Era, int]] = _months()
"""Names of their months, in lower case without apostrophes, to the calendar and 1 to 13."""
