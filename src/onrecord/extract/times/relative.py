"""Rules for dates that are counted from the day of the report, or from the date told of last."""

import re
from dataclasses import replace
from datetime import date

from onrecord.extract.times.absolute import DATE, read_day
from onrecord.extract.times.fragment import (
    APPROX,
    CALENDAR_UNITS,
    CARDINAL,
    GAP,
    LENGTH,
    MOD,
    VAGUE,
    YEAR,
    compiled,
    modifier,
)
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import yearly
from onrecord.extract.times.rule import (
    Context,
    Meaning,
    Rule,
    Tense,
    of_granule,
    reference,
    unresolved,
)
from onrecord.lexicon.calendar import number
from onrecord.model import TimeInterval

__all__ = ["BLANK", "RULES", "singular"]

BLANK = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
"""The value of a date of which no more than its unit is known."""

_BY_REPORT = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
}
_BY_FOCUS = {
    "that": 0,
    "the": 0,
    "same": 0,
    "previous": -1,
    "preceding": -1,
    "following": 1,
    "next": 1,
}
_BACK = ("ago", "earlier", "before", "previously")
_BY_NOW = ("ago", "from now", "hence")
_STEPS = {
    "day": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "year": (Unit.YEAR, 1),
    "decade": (Unit.YEAR, 10),
    "century": (Unit.YEAR, 100),
}


def singular(unit: str) -> str:
    """The unit in the form that the tables have it."""
    word = unit.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def _unit(found: re.Match[str], context: Context) -> Meaning:
    unit = CALENDAR_UNITS[found["unit"].lower()]
    now = context.now(unit)
    shift = _BY_REPORT[found["which"].lower().split()[-1]]
    if now is None:
        return unresolved(BLANK[unit], modifier(found["mod"]))
    meaning = of_granule(now.shift(shift), modifier(found["mod"]))
    side = (found["mod"] or "").lower().split()[:1]
    return meaning if shift else _cut(meaning, side, context)


def _cut(meaning: Meaning, side: list[str], context: Context) -> Meaning:
    """ "Earlier this year" ends, and "later this year" begins, with the day of the report."""
    granule, today = meaning.granule, context.published
    if granule is None or today is None or side not in (["earlier"], ["later"]):
        return meaning
    first, last = (granule.first, today) if side == ["earlier"] else (today, granule.last)
    return replace(meaning, edtf=f"{first}/{last}", interval=TimeInterval(first, last))


def _told_unit(found: re.Match[str], context: Context) -> Meaning:
    unit = CALENDAR_UNITS[found["unit"].lower()]
    told = context.told(unit)
    shift = _BY_FOCUS[found["which"].lower().split()[-1]]
    return reference(told and told.shift(shift), BLANK[unit])


def _day_beside(found: re.Match[str], context: Context) -> Meaning:
    told = context.told(Unit.DAY)
    shift = -1 if found["side"].lower() == "before" else 1
    return reference(told and told.shift(shift), BLANK[Unit.DAY])


def _counted(found: re.Match[str], context: Context) -> Meaning | None:
    """ "Two months ago", "a week later": from the report, or from the date told of last."""
    way = " ".join(found["way"].lower().split())
    back = way in _BACK
    count = number(found["count"]) if found["count"] else None
    step = _STEPS.get(singular(found["unit"]))
    if step is None:
        return unresolved(BLANK[Unit.DAY], None, "TXX:XX")
    unit, size = step
    if count is None:
        return unresolved("PAST_REF" if way == "ago" else BLANK[unit])
    start = _start(way, unit, context)
    if start is None:
        return unresolved(BLANK[unit])
    mod = modifier(found["mod"]) or ("APPROX" if found["so"] else None)
    meaning = of_granule(start.shift(-count * size if back else count * size), mod)
    by_report = way in _BY_NOW
    return _bounded(meaning, (context.now(Unit.DAY) if by_report else context.focus) or start, back)


def _bounded(meaning: Meaning, start: Granule, back: bool) -> Meaning:
    """ "More than a year ago" has no beginning; "less than a year ago" ends with the report."""
    granule = meaning.granule
    if granule is None or meaning.mod not in ("MORE_THAN", "LESS_THAN"):
        return meaning
    first: date | None = granule.first
    last: date | None = granule.last
    if meaning.mod == "LESS_THAN":
        first, last = (first, start.last) if back else (start.first, last)
    else:
        first, last = (None, last) if back else (first, None)
    edtf = f"{first or '..'}/{last or '..'}"
    return replace(meaning, edtf=edtf, interval=TimeInterval(first, last))


def _start(way: str, unit: Unit, context: Context) -> Granule | None:
    if way in _BY_NOW:
        return context.now(unit)
    return context.told(unit)


def _told_quarter(context: Context) -> Granule | None:
    """The quarter told of last, in the year that it was last over before the report."""
    told = context.focus
    if told is None or told.unit is not Unit.QUARTER:
        return None
    month = told.first.month
    return yearly(lambda year: Granule(Unit.QUARTER, date(year, month, 1)), "past", context) or told


def _year_before_quarter(found: re.Match[str], context: Context) -> Meaning | None:
    """ "A year ago", said of a quarter, is the same quarter of the year before."""
    quarter = _told_quarter(context)
    return of_granule(quarter.shift(-4)) if quarter else None


def _compared(found: re.Match[str], context: Context) -> Meaning:
    """ "The year-earlier period": the year before, or the same quarter of it."""
    quarter = _year_before_quarter(found, context)
    year = context.now(Unit.YEAR)
    return quarter or reference(year and year.shift(-1), BLANK[Unit.YEAR])


def _period_of_year(found: re.Match[str], context: Context) -> Meaning:
    """ "The 1988 period": that year, or the quarter of it that was told of."""
    year, focus = Granule(Unit.YEAR, date(int(found["year"]), 1, 1)), context.focus
    if focus is None or focus.unit is not Unit.QUARTER:
        return of_granule(year)
    return of_granule(Granule(Unit.QUARTER, focus.first.replace(year=year.first.year)))


def _weekend(found: re.Match[str], context: Context) -> Meaning:
    """The weekend that is, or the last one."""
    today = context.published
    weekend = context.now(Unit.WEEKEND)
    if weekend and today and (context.tense is not Tense.FUTURE and today < weekend.first):
        weekend = weekend.shift(-1)
    return reference(weekend, BLANK[Unit.WEEKEND])


def _latest_quarter(found: re.Match[str], context: Context) -> Meaning:
    now = context.now(Unit.QUARTER)
    return reference(_told_quarter(context) or (now and now.shift(-1)), BLANK[Unit.QUARTER])


def _of_day(found: re.Match[str], context: Context) -> Meaning:
    """ "The week of 6 March"."""
    unit, day = CALENDAR_UNITS[found["unit"].lower()], read_day(found, context).granule
    return reference(day and Granule.at(unit, day.first), BLANK[unit])


def _year_end(found: re.Match[str], context: Context) -> Meaning:
    return reference(context.now(Unit.YEAR), BLANK[Unit.YEAR], "END")


_UNIT = rf"(?P<unit>{'|'.join(CALENDAR_UNITS)})"
_WHEN = rf"(?P<mod>{MOD}|(?:earlier|later|sometime){GAP}(?:in{GAP}(?:the{GAP})?)?)"
_COUNTED = (
    rf"(?:(?P<mod>{APPROX}){GAP})?(?:just{GAP})?"
    rf"(?:(?:(?P<count>{CARDINAL}|an?)|{VAGUE}){GAP})?(?P<unit>{LENGTH})(?P<so>{GAP}or{GAP}so)?{GAP}"
)

RULES = (
    Rule(
        compiled(
            rf"{_WHEN}?(?P<which>this(?:{GAP}(?:past|coming))?|(?:the{GAP})?current"
            rf"|last|next|(?:the{GAP})?coming)"
            rf"(?:{GAP}(?:fiscal|calendar))?{GAP}(?!day){_UNIT}"
        ),
        _unit,
    ),
    Rule(
        compiled(
            rf"(?:(?:earlier|later|early|late){GAP})?"
            rf"(?P<which>that(?:{GAP}same)?|the{GAP}same|the{GAP}(?:previous|preceding|following|next)"
            rf"|the{GAP}very{GAP}next){GAP}{_UNIT}"
        ),
        _told_unit,
    ),
    Rule(
        compiled(rf"(?:earlier|later|early|late){GAP}in{GAP}(?P<which>the|that){GAP}{_UNIT}"),
        _told_unit,
    ),
    Rule(compiled(rf"the{GAP}day{GAP}(?P<side>before|after)(?=[,.;:])"), _day_beside),
    Rule(compiled(rf"a{GAP}year{GAP}(?:ago|earlier|before)"), _year_before_quarter),
    Rule(
        compiled(
            rf"{_COUNTED}(?P<way>ago|earlier|later|afterwards?|from{GAP}now|hence|previously"
            rf"|before(?=[,.;]))"
        ),
        _counted,
    ),
    Rule(
        compiled(
            rf"(?:the{GAP}(?:(?:comparable|corresponding|same){GAP})?)?year[- ](?:ago|earlier)"
            rf"{GAP}(?:\w+{GAP})?(?:quarter|period)|year-(?:ago|earlier)"
        ),
        _compared,
    ),
    Rule(compiled(rf"the{GAP}(?P<year>{YEAR}){GAP}(?:quarter|period)"), _period_of_year),
    Rule(compiled(rf"the{GAP}weekend"), _weekend),
    Rule(compiled(rf"the{GAP}(?:latest{GAP}(?:quarter|period)|quarter)"), _latest_quarter),
    *(Rule(compiled(rf"the{GAP}{_UNIT}{GAP}of{GAP}{day}"), _of_day) for day in DATE),
    Rule(compiled(r"(?:the )?year(?:['’]s)?[- ]end|the end of the year"), _year_end),
)
