"""Feasts and holidays by name: the days that they fall on, year by year.

Islamic feasts fall on the day that the holidays library has for them, a day more or less; where its
tables do not reach, on the day of the Islamic table. Of feasts by other moons and of Hindu ones no
more than a season is known in years that the library does not have.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

from onrecord.lexicon.calendar import WEEKDAYS
from onrecord.lexicon.eras import Days, Era, begin, days_of
from onrecord.lexicon.tables import rows, words

__all__ = ["FEASTS", "Feast", "easter"]

_SAME = 10
"""Days that a day of the library may be off the table and be of the same Islamic year."""
_LIBRARY: Mapping[str, object] = {
    "chinese": _ChineseLunisolar(),
    "hebrew": _HebrewLunisolar(),
    "hindu": _HinduLunisolar(),
}
_ISLAMIC = {
    (1, 1): "hijri_new_year",
    (1, 10): "ashura",
    (2, 20): "arbaeen",
    (3, 12): "mawlid",
    (9, 1): "ramadan_beginning",
    (10, 1): "eid_al_fitr",
    (12, 10): "eid_al_adha",
    (12, 18): "eid_al_ghadir",
}
_OFF = {"chinese": (0, 0), "hebrew": (1, 0), "hindu": (1, 1)}
"""Days earlier and later that a feast may be: Jewish days begin on the eve, Hindu ones differ from
place to place."""
_SIGHTED = 1
"""Days that a feast may be off the library's tables where the moon was seen earlier or later."""


@dataclass(frozen=True, slots=True)
class Feast:
    """`days` gives its days in a year of `era`; it may raise OverflowError or ValueError."""

    era: Era
    days: Callable[[int], Days]

    def within(self, year: int) -> list[Days]:
        """Its days, once, twice or not at all, that begin in the Gregorian year."""
        found = []
        for at in self.era.years(year):
            try:
                found.append(self.days(at))
            except (OverflowError, ValueError):
                continue  # not in the tables, or before year 1
        return [days for days in found if days.first.year == year]


def easter(year: int, era: Era = Era.GREGORIAN) -> date:
    """Easter Sunday of the western church (Meeus, Jones and Butcher), or of the Julian calendar's
    churches (Meeus), as a Gregorian date."""
    golden = year % 19
    if era is Era.JULIAN:
        moon = (19 * golden + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + week + 114, 31)
        return begin(Era.JULIAN, year, month, day + 1)
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    week = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _lasting(first: date, length: int, off: int = 0) -> Days:
    return Days(first, first + timedelta(length - 1), off, off)


def _ruled(era: Era, rule: str, length: str) -> Feast:
    """A feast by a rule of the table."""
    match rule.split():
        case ["easter", shift]:
            return Feast(era, lambda y: _lasting(easter(y, era) + timedelta(int(shift)), 1))
        case [of_month, weekday, nth]:
            at = int(of_month), WEEKDAYS[weekday], int(nth)
            return Feast(era, lambda y: _lasting(_nth(y, *at), 1))
    month, day = map(int, rule.split("-"))
    if length == "month":
        return Feast(era, lambda year: _islamic_month(year, month))
    if era is Era.HIJRI:
        return Feast(era, lambda year: _islamic(year, month, day, int(length)))
    return Feast(era, lambda year: _lasting(begin(era, year, month, day), int(length)))


def _islamic(year: int, month: int, day: int, length: int) -> Days:
    counted = days_of(Era.HIJRI, year, month, day)
    name = _ISLAMIC.get((month, day))
    for at in _table(name, counted.first.year) if name else ():
        if abs((at - counted.first).days) <= _SAME:
            return _lasting(at, length, _SIGHTED)
    last = counted.first + timedelta(length - 1)
    return Days(counted.first, last, counted.early, counted.late)


def _islamic_month(year: int, month: int) -> Days:
    first = _islamic(year, month, 1, 1)
    following = _islamic(year, month + 1, 1, 1)
    return Days(first.first, following.first - timedelta(1), first.early, following.late)


@cache
def _table(name: str, year: int) -> tuple[date, ...]:
    """The days that the library has about a year."""
    of_year = getattr(_IslamicLunar(), f"{name}_dates")
    found = {at for near in (year, year + 1) for at, _ in of_year(near)}
    return tuple(sorted(found))


def _of_library(calendar: str, rule: str, length: int) -> Feast:
    name, from_, until = rule.split()
    of_year = getattr(_LIBRARY[calendar], f"{name}_date")

    def days(year: int) -> Days:
        found = of_year(year)
        found = found[0] if isinstance(found, tuple) else found
        if isinstance(found, set):
            found = min((day for day in found if day.year == year), default=None)
        if found is not None:
            early, late = _OFF[calendar]
            return Days(found, found + timedelta(length - 1), early, late)
        return Days(_day(year, from_), _day(year, until) + timedelta(length - 1))

    return Feast(Era.GREGORIAN, days)


def _day(year: int, month_day: str) -> date:
    month, _, day = month_day.partition("-")
    return date(year, int(month), int(day))


def _feasts() -> dict[str, tuple[Feast, ...]]:
    found: dict[str, tuple[Feast, ...]] = {}
    for names, calendar, rule, length in rows("feasts", 4):
        if calendar in _LIBRARY:
            feast = _of_library(calendar, rule, int(length))
        else:
            feast = _ruled(Era(calendar), rule, length)
        for name in words(names):
            found[name] = (*found.get(name, ()), feast)
    return found


FEASTS: dict[str, tuple[Feast, ...]] = _feasts()
"""Names, in lower case, to the feast that is meant, or those that may be."""
