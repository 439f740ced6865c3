"""Rules for two dates joined by a dash, read as the time from the first to the second."""

import re
from datetime import date

from onrecord.extract.times.absolute import read_day
from onrecord.extract.times.fragment import DAY_NUMBER, GAP, MONTH, YEAR, compiled, month_of
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import OF_YEAR, year_named, yearly
from onrecord.extract.times.rule import Context, Meaning, Rule
from onrecord.model import TimeInterval, TimexType

__all__ = ["RULES"]


def _joined(first: Granule, last: Granule) -> Meaning | None:
    if last.first <= first.first:
        return None
    text = f"{first.value}/{last.value}"
    both = TimeInterval(first.first, last.last)
    return Meaning(TimexType.DATE, text, None, text, both, last)


def _years(found: re.Match[str], context: Context) -> Meaning | None:
    first, last = int(found["from"]), int(found["to"])
    last += first - first % 100 if last < 100 else 0
    return _joined(
        Granule(Unit.YEAR, date(first, 1, 1)),
        Granule(Unit.YEAR, date(last, 1, 1)),
    )


def _months(found: re.Match[str], context: Context) -> Meaning | None:
    month, named = month_of(found["to"]), year_named(found, context)
    last = yearly(lambda year: Granule(Unit.MONTH, date(year, month, 1)), "", context)
    if named:
        last = Granule(Unit.MONTH, date(named.first.year, month, 1))
    if last is None:
        return None
    groups, first = found.groupdict(), month_of(found["from"])
    year = int(groups.get("from_year") or last.first.year - (first > month))
    return _joined(Granule(Unit.MONTH, date(year, first, 1)), last)


def _days(found: re.Match[str], context: Context) -> Meaning | None:
    first = read_day(found, context).granule
    if first is None:
        return None
    last = first.first.replace(day=int(found["to"]))
    return _joined(first, Granule(Unit.DAY, last))


def _dates(found: re.Match[str], context: Context) -> Meaning | None:
    """ "3 May – 7 June 2011": the first is of the year of the last, or of the one before."""
    last = read_day(found, context).granule
    if last is None:
        return None
    month, day = month_of(found["from"]), int(found["from_day"])
    year = int(found["from_year"] or 0) or last.first.year
    first = date(year, month, day)
    if first > last.first and not found["from_year"]:
        first = date(year - 1, month, day)
    return _joined(Granule(Unit.DAY, first), last)


def _iso(found: re.Match[str], context: Context) -> Meaning | None:
    first, last = (Granule(Unit.DAY, date.fromisoformat(found[at])) for at in ("from", "to"))
    return _joined(first, last)


_MONTH = rf"(?P<month>{MONTH})"
_NUMBER = r"[0-3]?[0-9]"
_DAY = rf"(?P<day>{_NUMBER})"
_DASH = rf"(?:[-–]|{GAP}[-–—]{GAP})"
_ISO = r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
_TO = rf"(?:[-–]|{GAP}to{GAP})"

RULES = (
    Rule(compiled(rf"(?P<from>{YEAR})[-–/](?P<to>{YEAR}|[0-9]{{2}})"), _years),
    Rule(compiled(rf"(?P<from>{MONTH}){_DASH}(?P<to>{MONTH}){OF_YEAR}?"), _months),
    Rule(
        compiled(rf"(?P<from>{MONTH}){GAP}(?P<from_year>{YEAR}){_DASH}(?P<to>{MONTH}){OF_YEAR}"),
        _months,
    ),
    Rule(
        compiled(
            rf"(?P<from_day>{_NUMBER}){GAP}(?P<from>{MONTH})(?:,?{GAP}(?P<from_year>{YEAR}))?{_DASH}"
            rf"{_DAY}{GAP}{_MONTH}{OF_YEAR}?"
        ),
        _dates,
    ),
    Rule(
        compiled(
            rf"(?P<from>{MONTH}){GAP}(?P<from_day>{_NUMBER})(?:,?{GAP}(?P<from_year>{YEAR}))?{_DASH}"
            rf"{_MONTH}{GAP}{_DAY}{OF_YEAR}?"
        ),
        _dates,
    ),
    Rule(compiled(rf"{_MONTH}{GAP}{_DAY}{_TO}(?P<to>{DAY_NUMBER}){OF_YEAR}?"), _days),
    Rule(
        compiled(
            rf"(?:(?<=between )|(?<=between the )){_DAY}{GAP}and{GAP}(?P<to>{DAY_NUMBER})"
            rf"{GAP}{_MONTH}{OF_YEAR}?"
        ),
        _days,
    ),
    Rule(compiled(rf"(?P<from>{_ISO})/(?P<to>{_ISO})"), _iso),
    Rule(compiled(rf"{_DAY}{_TO}(?P<to>{DAY_NUMBER}){GAP}{_MONTH}{OF_YEAR}?"), _days),
)
