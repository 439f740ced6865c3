"""Which of many: the Friday, the May or the 7th of August that is meant."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from onrecord.extract.times.fragment import GAP, YEAR
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.rule import Context, Tense

__all__ = [
    "OF_YEAR",
    "WHICH",
    "Stretch",
    "day_in_year",
    "nearest",
    "short_year",
    "weekday",
    "which",
    "year_named",
    "yearly",
]

OF_YEAR = rf"(?:(?:,|{GAP}of)?{GAP}(?:(?P<year>{YEAR})|(?P<which_year>last|this|next){GAP}year))"
WHICH = (
    rf"(?:(?:the{GAP})?(?P<which>last|next|this{GAP}past|this{GAP}coming|this|past|coming"
    rf"|(?:the|that){GAP}(?:following|previous|preceding|same)){GAP})"
)
_NEXT = ("next", "coming")
_LAST = ("last", "past")
_TOLD = ("following", "previous", "preceding", "same")
_COMMON_YEAR = 2001
_BESIDE = 366
"""Days from the report within which a weekday tells the year: farther off it is a slip."""


class Stretch(Protocol):
    """Days in a row, both ends included."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...


S = TypeVar("S", bound=Stretch)


def which(found: re.Match[str]) -> str:
    """What `WHICH` found, its last word alone, or nothing."""
    return found["which"].lower().split()[-1] if found["which"] else ""


def year_named(found: re.Match[str], context: Context) -> Granule | None:
    """The year that `OF_YEAR` found; None if it found none or it cannot be known."""
    if found["year"]:
        return Granule(Unit.YEAR, date(int(found["year"]), 1, 1))
    now = context.now(Unit.YEAR)
    if not found["which_year"] or now is None:
        return None
    return now.shift({"last": -1, "this": 0, "next": 1}[found["which_year"].lower()])


def short_year(digits: str, context: Context) -> int | None:
    """Of the years that end in these two digits the nearest to the report's."""
    near = context.published
    return None if near is None else near.year + (int(digits) - near.year + 50) % 100 - 50


def weekday(at: int, word: str, context: Context) -> Granule | None:
    """The day of the week (0 to 6) that `word` (of `which`) and the tense point to.

    News speaks of the nearest one past, the day of the report included, unless the tense looks
    ahead. None without a day to count from.
    """
    told = context.told(Unit.DAY)
    if word in _TOLD:
        if told is None:
            return None
        back, ahead = _turns(told.first, at)
        return told.shift((ahead or 7) if word == "following" else -(back or 7))
    today = context.published
    if today is None:
        return None
    back, ahead = _turns(today, at)
    if word in _LAST:
        return Granule(Unit.DAY, today - timedelta(back or 7))
    if word in _NEXT:
        return Granule(Unit.DAY, today + timedelta(ahead or 7))
    if context.tense is Tense.FUTURE:
        return Granule(Unit.DAY, today + timedelta(ahead))
    return Granule(Unit.DAY, today - timedelta(back))


def _turns(day: date, at: int) -> tuple[int, int]:
    """How many days back and ahead the weekday is from a day."""
    return (day.weekday() - at) % 7, (at - day.weekday()) % 7


def yearly(make: Callable[[int], S], word: str, context: Context) -> S | None:
    """The one of a month, season or quarter that `word` and the tense point to.

    `make` gives the one of a year. None without a day to count from.
    """
    return nearest(lambda year: (make(year),), word, context)


def nearest(make: Callable[[int], Iterable[S]], word: str, context: Context) -> S | None:
    """As `yearly`, of what may come more than once a year, or not at all in some years."""
    told = context.focus if word in _TOLD else None
    today = context.published
    if word in _TOLD and told is not None:
        return _beside(_about(make, told.first.year), word, told)
    if word in _TOLD or today is None:
        return None
    found = _about(make, today.year)
    if word == "this":
        found = [each for each in found if each.first.year == today.year]
        return min(found, key=lambda each: abs((each.first - today).days), default=None)
    if word not in _LAST and (word in _NEXT or context.tense is Tense.FUTURE):
        coming = (each for each in found if each.last >= today)
        return min(coming, key=lambda each: each.first, default=None)
    past = (each for each in found if each.first <= today)
    if word in _LAST:
        past = (each for each in found if each.last < today)
    return max(past, key=lambda each: each.first, default=None)


def _about(make: Callable[[int], Iterable[S]], year: int) -> list[S]:
    return [each for shift in (-2, -1, 0, 1, 2) for each in make(year + shift)]


def _beside(found: Iterable[S], word: str, told: Granule) -> S | None:
    """The first after what was told of, the last before it, or the one of its year."""
    if word == "following":
        after = (each for each in found if each.first > told.last)
        return min(after, key=lambda each: each.first, default=None)
    if word == "same":
        return next((each for each in found if each.first.year == told.first.year), None)
    before = (each for each in found if each.last < told.first)
    return max(before, key=lambda each: each.first, default=None)


def day_in_year(
    month: int, day: int, context: Context, weekday: int | None = None
) -> Granule | None:
    """The such day nearest to the report's, one past counting as nearer unless the tense looks
    ahead; if a weekday is given, one close by that falls on it. None without a day of report.

    Raises ValueError if the month has no such day.
    """
    leap_day = (month, day) == (2, 29)
    if not leap_day:
        date(_COMMON_YEAR, month, day)
    today = context.published
    if today is None:
        return None
    days = [
        date(year, month, day)
        for year in range(today.year - 4, today.year + 5)
        if not leap_day or date(year, 3, 1).toordinal() - date(year, 2, 1).toordinal() == 29
    ]
    beside = (at for at in days if abs((at - today).days) <= _BESIDE)
    days = [at for at in beside if at.weekday() == weekday] or days
    future = {Tense.FUTURE: 1, Tense.PRESENT: 2, Tense.PAST: 4}[context.tense]
    far = {(at - today).days: at for at in days}
    return Granule(Unit.DAY, far[min(far, key=lambda at: at * future if at > 0 else -at)])
