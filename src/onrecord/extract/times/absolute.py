"""Rules for dates that name a day, a month or a year."""

import re
from datetime import date

from onrecord.extract.times.fragment import (
    DATED_WEEKDAY,
    DAY_NUMBER,
    GAP,
    MOD,
    MONTH,
    ORDINAL,
    PLAIN_MONTH,
    YEAR,
    compiled,
    day_of,
    modifier,
    month_of,
)
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import (
    OF_YEAR,
    WHICH,
    day_in_year,
    short_year,
    which,
    year_named,
    yearly,
)
from onrecord.extract.times.rule import (
    Context,
    Meaning,
    Rule,
    of_granule,
    reference,
    unresolved,
)
from onrecord.lexicon.calendar import CARDINALS, MONTHS, TENS, ordinal
from onrecord.lexicon.eras import Era, begin

__all__ = ["DATE", "RULES", "read_day"]

_OTHER_WORDS = ("march", "april", "may", "june", "august")
_LEADS_MONTH = re.compile(
    r"\b(?:in|since|until|till|for|of|by|from|to|through|during|and|after|before|between|or)\s+$",
    re.I,
)
_LEADS_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|during|before|after|between|of|and|for|or|"
    r"the|this|each|every|on|around|circa)\s+|[,(]\s*)$",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:no|number|flight|page|route|room|resolution|model|act|article|highway|unit)\.?\s+$", re.I
)
_COUNTED = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:people|men|women|children|troops|police|kilomet\w+|met(?:er|re)s|miles|"
    r"tonn?e?s|per\b|percent|points|shares|cents|dollars|euros|francs|pounds|marks|feet|km|times|"
    r"million|billion|homes|houses|soldiers|refugees|members|fighters|votes)\b",
    re.I,
)
_JOINT = r"(?:to|and|until|through|till|or|[-–—])"
_TO_MONTH = re.compile(rf"\s*{_JOINT}\s*{MONTH}(?:\s+[0-9]{{1,2}},)?\s+(?P<year>{YEAR})")
_TO_DAY = re.compile(
    rf"\s*{_JOINT}\s*(?:the\s+)?(?:{DATED_WEEKDAY},?\s+)?"
    rf"(?:(?P<first>{MONTH})\s+{DAY_NUMBER}|{DAY_NUMBER}\s+(?:of\s+)?(?P<last>{MONTH}))"
    rf",?\s+(?P<year>{YEAR})"
)
_RUNS_ON = re.compile(rf"{YEAR},?\s*(?:to|until|through|till|[-–—])\s*(?:the\s+)?$")


def read_day(found: re.Match[str], context: Context, part: str = "") -> Meaning:
    """The day that `DATE` found; `part` is the part of the day, if one is named."""
    month, day = _month_and_day(found)
    named = year_named(found, context)
    year = named.first.year if named else _year_shared(month, day, context)
    if year:
        return of_granule(Granule(Unit.DAY, date(year, month, day)), None, part)
    dated = found.groupdict().get("dated")
    granule = day_in_year(month, day, context, day_of(dated) if dated else None)
    return reference(granule, f"XXXX-{month:02}-{day:02}", None, part)


def _month_and_day(found: re.Match[str]) -> tuple[int, int]:
    return month_of(found["month"]), ordinal(found["day"]) or int(found["day"])


def _year_shared(month: int, day: int, context: Context) -> int | None:
    """The year of the other end of "3 May to 7 June 2011", of "30 December 2011 to 2 January"."""
    until = _TO_DAY.match(context.after)
    if until:
        year = int(until["year"])
        return year - (month > month_of(until["first"] or until["last"]))
    if context.focus is None or not _RUNS_ON.search(context.before):
        return None
    start = context.focus.first
    return start.year + ((month, day) < (start.month, start.day))


def _old_style(found: re.Match[str], context: Context) -> Meaning | None:
    """A day of the Julian calendar; without a year, that beside the day told of last."""
    month, day = _month_and_day(found)
    named, told = year_named(found, context), context.told(Unit.DAY)
    if named:
        return of_granule(Granule(Unit.DAY, begin(Era.JULIAN, named.first.year, month, day)))
    near = told.first if told else context.published
    if near is None:
        return unresolved("XXXX-XX-XX")
    days = [begin(Era.JULIAN, near.year + shift, month, day) for shift in (-1, 0, 1)]
    return of_granule(Granule(Unit.DAY, min(days, key=lambda at: abs((at - near).days))))


def _day_of_short_year(found: re.Match[str], context: Context) -> Meaning | None:
    """ "9 Jan 90", as agencies head reports: of such years the nearest to the report's."""
    year = short_year(found["short"], context)
    if year is None or found["month"].lower() not in MONTHS:
        return None
    return of_granule(Granule(Unit.DAY, date(year, *_month_and_day(found))))


def _month(found: re.Match[str], context: Context) -> Meaning:
    month, mod = month_of(found["month"]), modifier(found["mod"])
    year = year_named(found, context)
    if year is None:
        return unresolved(f"XXXX-{month:02}", mod)
    return of_granule(Granule(Unit.MONTH, date(year.first.year, month, 1)), mod)


def _bare_month(found: re.Match[str], context: Context) -> Meaning | None:
    name, mod = found["month"].lower(), modifier(found["mod"])
    month = month_of(name)
    if name in _OTHER_WORDS and not (found["which"] or mod or _is_month(context)):
        return None
    until = _TO_MONTH.match(context.after)
    if until:
        return of_granule(Granule(Unit.MONTH, date(int(until["year"]), month, 1)), mod)
    granule = yearly(lambda year: Granule(Unit.MONTH, date(year, month, 1)), which(found), context)
    return reference(granule, f"XXXX-{month:02}", mod)


def _is_month(context: Context) -> bool:
    """Whether a name that is a verb's or a person's too stands where a month does."""
    named = re.match(r"\s+[A-Z]", context.after)
    return context.hinted or bool(_LEADS_MONTH.search(context.before) and not named)


def _year(found: re.Match[str], context: Context) -> Meaning | None:
    year = int(found["digits"])
    if not (found["mod"] or found["side"] or found["name"] or _is_year(year, context)):
        return None
    mod = modifier(found["mod"]) or modifier(found["side"])
    return of_granule(Granule(Unit.YEAR, date(year, 1, 1)), mod)


def _is_year(year: int, context: Context) -> bool:
    """Whether four digits are a year and no count or number, by what stands around them."""
    if _NUMBERED.search(context.before) or _COUNTED.match(context.after):
        return False
    led = bool(_LEADS_YEAR.search(context.before))
    if 1800 <= year <= 2060:
        return led or not re.match(r"\s+(?!does|says)[a-z]{3,}s\b", context.after)
    return led and not re.match(r"\s+[a-z]", context.after)


def _spoken_year(found: re.Match[str], context: Context) -> Meaning:
    if found["millennium"]:
        return of_granule(Granule(Unit.YEAR, date(2000, 1, 1)))
    tens, _, ones = found["spoken"].lower().replace("-", " ").partition(" ")
    year = 1900 + (TENS.get(tens) or CARDINALS[tens]) + CARDINALS.get(ones.strip(), 0)
    return of_granule(Granule(Unit.YEAR, date(year, 1, 1)))


def _september_11(found: re.Match[str], context: Context) -> Meaning:
    return of_granule(Granule(Unit.DAY, date(2001, 9, 11)))


_TEEN = "|".join(word for word, at in CARDINALS.items() if at > 9)
_ONE = "|".join(word for word, at in CARDINALS.items() if 0 < at < 10)
_MONTH_FIRST = rf"(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY_NUMBER}|{ORDINAL}){OF_YEAR}?"
_DAY_FIRST = (
    rf"(?:the{GAP}(?![0-9]+{GAP}))?(?P<day>{DAY_NUMBER}|{ORDINAL}(?={GAP}of))(?:{GAP}of)?{GAP}"
    rf"(?P<month>{MONTH}){OF_YEAR}?"
)

_LEAD = rf"(?:(?:around|circa|early|late|last|next|this){GAP})?"
DATE = tuple(
    rf"{_LEAD}(?:(?P<dated>{DATED_WEEKDAY}),?{GAP})?{order}" for order in (_MONTH_FIRST, _DAY_FIRST)
)
"""A day of a month, with or without its weekday and year, in both orders."""
_OLD_STYLE = (
    rf",?{GAP}\(?(?:Old{GAP}Style|(?-i:O\.?S\.?)"
    rf"|(?:in|by|on|under|of|according{GAP}to){GAP}the{GAP}(?:old|Julian){GAP}calendar)"
)

RULES = (
    Rule(
        compiled(
            rf"9/11|(?:September|Sept\.?){GAP}11(?:th)?(?:,?{GAP}2001)?"
            rf"(?={GAP}(?:terror\w*{GAP})?attacks)"
        ),
        _september_11,
    ),
    *(Rule(compiled(rf"{pattern}(?={_OLD_STYLE})"), _old_style) for pattern in DATE),
    *(Rule(compiled(pattern), read_day) for pattern in DATE),
    Rule(
        compiled(
            rf"(?P<day>{DAY_NUMBER}){GAP}(?P<month>[a-z]{{3}}){GAP}(?P<short>[0-9]{{2}})(?=(?:{GAP})?[^\w\s]|$)"
        ),
        _day_of_short_year,
    ),
    Rule(compiled(rf"(?P<mod>{MOD})?(?P<month>{MONTH}){OF_YEAR}"), _month),
    Rule(compiled(rf"{WHICH}?(?P<mod>{MOD})?(?P<month>{PLAIN_MONTH})"), _bare_month),
    Rule(
        compiled(
            rf"(?:(?P<mod>{MOD})|(?P<side>pre|post)-)?"
            rf"(?P<name>(?:the{GAP})?(?:(?:fiscal|calendar){GAP})?year{GAP}|fiscal{GAP})?"
            rf"(?P<digits>{YEAR})"
        ),
        _year,
    ),
    Rule(
        compiled(
            rf"(?:the{GAP}year{GAP})?"
            rf"(?:(?P<millennium>two{GAP}thousand)"
            rf"|nineteen{GAP}(?P<spoken>{_TEEN}|(?:{'|'.join(TENS)})(?:[ -](?:{_ONE}))?))"
        ),
        _spoken_year,
    ),
)
