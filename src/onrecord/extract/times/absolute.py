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
    modifier,
    month_of,
)
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import (
    OF_YEAR,
    WHICH,
    day_in_year,
    which,
    year_named,
    yearly,
)
from onrecord.extract.times.rule import Context, Meaning, Rule, of_granule, reference, unresolved
from onrecord.lexicon.calendar import CARDINALS, MONTHS, TENS, ordinal
from onrecord.model import TimeInterval, TimexType

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
_TO_MONTH = re.compile(
    rf"\s*(?:to|and|until|through|till|[-–])\s*{MONTH}(?:\s+[0-9]{{1,2}},)?\s+(?P<year>{YEAR})"
)


def read_day(found: re.Match[str], context: Context, part: str = "") -> Meaning:
    """The day that `DATE` found; `part` is the part of the day, if one is named."""
    month, day = month_of(found["month"]), ordinal(found["day"]) or int(found["day"])
    year = year_named(found, context)
    if year:
        return of_granule(Granule(Unit.DAY, date(year.first.year, month, day)), None, part)
    granule = day_in_year(month, day, context)
    return reference(granule, f"XXXX-{month:02}-{day:02}", None, part)


def _day_of_short_year(found: re.Match[str], context: Context) -> Meaning | None:
    """ "9 Jan 90", as agencies head reports: of such years the nearest to the report's."""
    near = context.published
    if near is None or found["month"].lower() not in MONTHS:
        return None
    year = near.year + (int(found["short"]) - near.year + 50) % 100 - 50
    month, day = month_of(found["month"]), ordinal(found["day"]) or int(found["day"])
    return of_granule(Granule(Unit.DAY, date(year, month, day)))


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


def _iso(found: re.Match[str], context: Context) -> Meaning:
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    return of_granule(Granule(Unit.DAY, day), None, f"T{found['clock']}" if found["clock"] else "")


def _numeric(found: re.Match[str], context: Context) -> Meaning:
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    days = {date(year, month, day) for month, day in ((one, two), (two, one)) if month <= 12}
    past = {day for day in days if context.published and day <= context.published}
    first, last = min(past or days), max(past or days)
    if first == last:
        return of_granule(Granule(Unit.DAY, first))
    either = TimeInterval(first, last)
    return Meaning(TimexType.DATE, f"{year}-XX-XX", None, f"[{first},{last}]", either)


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
DATE = tuple(rf"{_LEAD}(?:{DATED_WEEKDAY},?{GAP})?{order}" for order in (_MONTH_FIRST, _DAY_FIRST))
"""A day of a month, with or without its weekday and year, in both orders."""

RULES = (
    Rule(
        compiled(
            rf"9/11|(?:September|Sept\.?){GAP}11(?:th)?(?:,?{GAP}2001)?"
            rf"(?={GAP}(?:terror\w*{GAP})?attacks)"
        ),
        _september_11,
    ),
    *(Rule(compiled(pattern), read_day) for pattern in DATE),
    Rule(
        compiled(
            rf"(?P<day>{DAY_NUMBER}){GAP}(?P<month>[a-z]{{3}}){GAP}(?P<short>[0-9]{{2}})(?={GAP}?[^\w\s]|$)"
        ),
        _day_of_short_year,
    ),
    Rule(compiled(rf"(?P<mod>{MOD})?(?P<month>{MONTH}){OF_YEAR}"), _month),
    Rule(compiled(rf"{WHICH}?(?P<mod>{MOD})?(?P<month>{PLAIN_MONTH})"), _bare_month),
    Rule(
        compiled(
            r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])"
            r"(?:T(?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-9]{2})?Z?)?"
        ),
        _iso,
    ),
    Rule(
        compiled(
            r"(?P<one>[0-9]{1,2})(?=/[0-9]+/|-[0-9]+-|[.][0-9]+[.])[/.-]"
            r"(?P<two>[0-9]{1,2})[/.-](?P<year>[12][0-9]{3})"
        ),
        _numeric,
    ),
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
