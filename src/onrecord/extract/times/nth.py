"""Rules for days, weeks and weekdays that are counted within a month."""

import re
from datetime import date

from onrecord.extract.times.fragment import (
    GAP,
    MONTH,
    ORDINAL,
    WEEKDAY,
    compiled,
    day_of,
    month_of,
)
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import OF_YEAR, year_named, yearly
from onrecord.extract.times.rule import Context, Meaning, Rule, of_days, of_granule, unresolved
from onrecord.lexicon.calendar import ordinal
from onrecord.lexicon.eras import Days

__all__ = ["RULES"]


def _day_of_month(found: re.Match[str], context: Context) -> Meaning:
    """ "The 3rd of last month"."""
    day, word = ordinal(found["nth"]) or 0, found["told"].lower()
    told = word.split()[0] in ("that", "the")
    month = context.told(Unit.MONTH) if told else context.now(Unit.MONTH)
    if month is None:
        return unresolved("XXXX-XX-XX")
    month = month.shift({"last": -1, "next": 1}.get(word, 0))
    return of_granule(Granule(Unit.DAY, month.first.replace(day=day)))


def _part_of_month(found: re.Match[str], context: Context) -> Meaning:
    """ "The first week of May", "the last Friday in May 2011"."""
    number, named = month_of(found["month"]), year_named(found, context)
    month: Granule | None
    if named:
        month = Granule(Unit.MONTH, date(named.first.year, number, 1))
    else:
        month = yearly(lambda year: Granule(Unit.MONTH, date(year, number, 1)), "", context)
    if month is None:
        return unresolved("XXXX-XX-XX")
    nth, unit = ordinal(found["nth"]) or -1, found["unit"].lower()
    days = Days(month.first, month.last)
    if unit == "day":
        return of_days(days.part(nth - 1 if nth > 0 else nth, nth - 1 if nth > 0 else nth))
    if unit == "week":
        return of_days(days.part(7 * nth - 7, 7 * nth - 1) if nth > 0 else days.part(-7, -1))
    weekdays = range((day_of(unit) - month.first.weekday()) % 7, month.last.day, 7)
    at = weekdays[nth - 1 if nth > 0 else nth]
    return of_days(days.part(at, at))


RULES = (
    Rule(
        compiled(rf"the{GAP}(?P<nth>{ORDINAL}){GAP}of{GAP}(?P<told>this|last|next|that){GAP}month"),
        _day_of_month,
    ),
    Rule(
        compiled(
            rf"the{GAP}(?P<nth>first|second|third|fourth|last|final){GAP}"
            rf"(?P<unit>{WEEKDAY}|week|day){GAP}(?:of|in){GAP}(?P<month>{MONTH}){OF_YEAR}?"
        ),
        _part_of_month,
    ),
)
