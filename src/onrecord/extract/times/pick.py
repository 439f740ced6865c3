"""Which of many: the Friday, the May or the 7th of August that is meant."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.extract.times.fragment import GAP, YEAR
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.rule import Context, Tense

__all__ = ["OF_YEAR", "WHICH", "day_in_year", "weekday", "which", "year_named", "yearly"]

OF_YEAR = rf"(?:(?:,|{GAP}of)?{GAP}(?:(?P<year>{YEAR})|(?P<which_year>last|this|next){GAP}year))"
WHICH = (
    rf"(?:(?:the{GAP})?(?P<which>last|next|this{GAP}past|this{GAP}coming|this|past|coming){GAP})"
)
_NEXT = ("next", "coming")
_LAST = ("last", "past")
_COMMON_YEAR = 2001


def which(found: re.Match[str]) -> str:
    """What `WHICH` found: last, past, this, next, coming or nothing."""
    return found["which"].lower().split()[-1] if found["which"] else ""


def year_named(found: re.Match[str], context: Context) -> Granule | None:
    """The year that `OF_YEAR` found; None if it found none or it cannot be known."""
    if found["year"]:
        return Granule(Unit.YEAR, date(int(found["year"]), 1, 1))
    now = context.now(Unit.YEAR)
    if not found["which_year"] or now is None:
        return None
    return now.shift({"last": -1, "this": 0, "next": 1}[found["which_year"].lower()])


def weekday(at: int, word: str, context: Context) -> Granule | None:
    """The day of the week (0 to 6) that `word` (of `which`) and the tense point to.

    News speaks of the nearest one past, the day of the report included, unless the tense looks
    ahead. None without a day of report.
    """
    today = context.published
    if today is None:
        return None
    back = (today.weekday() - at) % 7
    ahead = (at - today.weekday()) % 7
    if word in _LAST:
        return Granule(Unit.DAY, today - timedelta(back or 7))
    if word in _NEXT:
        return Granule(Unit.DAY, today + timedelta(ahead or 7))
    if context.tense is Tense.FUTURE:
        return Granule(Unit.DAY, today + timedelta(ahead))
    return Granule(Unit.DAY, today - timedelta(back))


def yearly(make: Callable[[int], Granule], word: str, context: Context) -> Granule | None:
    """The one of a month, season, quarter or holiday that `word` and the tense point to.

    `make` gives the one of a year. None without a day of report.
    """
    today = context.published
    if today is None:
        return None
    years = [make(today.year + shift) for shift in (-2, -1, 0, 1, 2)]
    if word == "this":
        return years[2]
    if word in _LAST:
        return max((g for g in years if g.last < today), key=lambda g: g.first)
    if word in _NEXT or context.tense is Tense.FUTURE:
        return min((g for g in years if g.last >= today), key=lambda g: g.first)
    return max((g for g in years if g.first <= today), key=lambda g: g.first)


def day_in_year(month: int, day: int, context: Context) -> Granule | None:
    """The such day nearest to the report's, one past counting as nearer unless the tense looks
    ahead; None without a day of report.

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
    future = {Tense.FUTURE: 1, Tense.PRESENT: 2, Tense.PAST: 4}[context.tense]
    far = {(at - today).days: at for at in days}
    return Granule(Unit.DAY, far[min(far, key=lambda at: at * future if at > 0 else -at)])
