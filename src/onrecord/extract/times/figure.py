"""Rules for dates in figures."""

import re
from datetime import date

from onrecord.extract.times.fragment import compiled
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import short_year
from onrecord.extract.times.rule import Context, Meaning, Rule, Tense, of_granule
from onrecord.model import TimeInterval, TimexType

__all__ = ["RULES"]


def _iso(found: re.Match[str], context: Context) -> Meaning:
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    return of_granule(Granule(Unit.DAY, day), None, f"T{found['clock']}" if found["clock"] else "")


def _numeric(found: re.Match[str], context: Context) -> Meaning | None:
    """The one day it can be, or that the order of the place makes it; else one of two."""
    one, two = int(found["one"]), int(found["two"])
    year = int(found["year"]) if found["year"] else short_year(found["short"], context)
    if year is None:
        return None
    orders = ((True, one, two), (False, two, one))
    days = {first: date(year, month, day) for first, month, day in orders if month <= 12}
    usual = days.get(context.habit.month_first) if context.habit.month_first is not None else None
    left = {usual} if usual else set(days.values())
    if context.published and context.tense is not Tense.FUTURE:
        left = {day for day in left if day <= context.published} or left
    first, last = min(left), max(left)
    if first == last:
        return of_granule(Granule(Unit.DAY, first))
    either = TimeInterval(first, last)
    return Meaning(TimexType.DATE, f"{year}-XX-XX", None, f"[{first},{last}]", either)


RULES = (
    Rule(
        compiled(
            r"(?P<year>[12][0-9]{3})(?=-[0-9]+-|/[0-9]+/|[.][0-9]+[.])[-/.]"
            r"(?P<month>[01][0-9])[-/.](?P<day>[0-3][0-9])"
            r"(?:T(?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-9]{2})?Z?)?"
        ),
        _iso,
    ),
    Rule(
        compiled(
            r"(?P<one>[0-9]{1,2})(?=/[0-9]+/|-[0-9]+-|[.][0-9]+[.])[/.-]"
            r"(?P<two>[0-9]{1,2})[/.-](?:(?P<year>[12][0-9]{3})|(?<=/)(?P<short>[0-9]{2}))"
        ),
        _numeric,
    ),
)
