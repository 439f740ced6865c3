"""Rules for feasts and holidays, and for days, months and years of other calendars."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from onrecord.extract.times.fragment import DAY_NUMBER, GAP, MOD, compiled, modifier
from onrecord.extract.times.pick import OF_YEAR, WHICH, nearest, which, year_named
from onrecord.extract.times.rule import Context, Meaning, Rule, of_days, unresolved
from onrecord.lexicon.calendar import ordinal
from onrecord.lexicon.eras import MONTHS_OF, Days, Era, days_of
from onrecord.lexicon.feasts import FEASTS, Feast
from onrecord.model import TimeInterval

__all__ = ["RULES"]

_BLANK = "XXXX-XX-XX"
_OWN_YEARS = {
    Era.HIJRI: range(1, 1600),
    Era.PERSIAN: range(1, 1600),
    Era.ETHIOPIAN: range(1, 2100),
}
"""Years that, said of a feast or month of the calendar, are the calendar's own."""
_DAYS_OF = {"eve": -1, "first": 0, "second": 1, "third": 2, "fourth": 3}
_LEADS = re.compile(
    r"(?:^|[^\w\s]\s*|\b(?-i:[a-z][\w'’-]*)\s+"
    r"|\b(?:after|and|around|at|before|between|by|during|every|for|from|in|last|next|of|on|over|since"
    r"|that|the|this|through|to|until|with|when|but|as|if|[0-9]+)\s+)$",
    re.I,
)
_ON = re.compile(r"\b(?:on|since|until)\s+$", re.I)
_GOES_ON = re.compile(
    r"\s+(?!(?:Day|Eve|Festival|Holidays?|Mass|Prayers?|Seder|Celebrations?|Mubarak|Sunday|Monday)\b)"
    r"[A-Z][a-z]"
)


def _feast(found: re.Match[str], context: Context) -> Meaning | None:
    name = " ".join(found["name"].lower().replace("’", "'").split())
    led = found["at"] or found["which"] or found["mod"]
    if found["name"].islower() or _in_name(context, bool(led)):
        return None
    at = found["at"].lower().split()[0] if found["at"] else ""
    feasts = FEASTS[name]

    def within(year: int) -> list[Days]:
        return [_nth(days, at) for feast in feasts for days in feast.within(year)]

    mod = modifier(found["mod"])
    if found["year"] or found["which_year"]:
        own = [each for feast in feasts for each in _of_own_year(feast, found["year"], at)]
        return _of_year(found, context, own, within)
    days = nearest(within, which(found), context)
    return of_days(days, mod) if days else unresolved(_BLANK, mod)


def _of_own_year(feast: Feast, year: str | None, at: str) -> list[Days]:
    """Its days in "Ramadan 1434", a year of its own calendar; none if the year is one of ours."""
    if not year or int(year) not in _OWN_YEARS.get(feast.era, ()):
        return []
    return [_nth(feast.days(int(year)), at)]


def _of_year(
    found: re.Match[str], context: Context, own: list[Days], within: Callable[[int], list[Days]]
) -> Meaning:
    named, mod = year_named(found, context), modifier(found["mod"])
    if named is None:
        return unresolved(_BLANK, mod)
    days = own or sorted(within(named.first.year), key=lambda each: each.first)
    if len(days) == 1:
        return of_days(days[0], mod)
    if not days:
        return unresolved(f"{named.value}-XX-XX", mod)
    first, last = days[0].interval.earliest, days[-1].interval.latest
    return replace(
        of_days(Days(days[0].first, days[-1].last)),
        value=f"{named.value}-XX-XX",
        edtf=f"[{first}..{last}]",
        interval=TimeInterval(first, last),
    )


def _nth(days: Days, at: str) -> Days:
    """The eve of a feast, its last or its so manieth day; all of it for ""."""
    if not at:
        return days
    if at == "last":
        return replace(days, first=days.last)
    day = days.first + timedelta(_DAYS_OF[at])
    return replace(days, first=day, last=day)


def _in_name(context: Context, led: bool) -> bool:
    """Whether the words are part of a longer name: of an island, or of a person.

    `led` if they stand behind "last", "early" and the like.
    """
    goes_on = bool(_GOES_ON.match(context.after))
    return goes_on or not (led or _LEADS.search(context.before))


def _month(found: re.Match[str], context: Context) -> Meaning | None:
    """ "15 Shawwal 1434", "22 Bahman", "Meskerem 2006"."""
    groups = found.groupdict()
    name = re.sub("['’‘ʻʿ`]", "", " ".join(found["name"].lower().split()))
    era, month = MONTHS_OF[name]
    day = ordinal(groups["day"]) or int(groups["day"]) if groups.get("day") else None
    if not groups.get("year"):
        if found.start("name") == found.start() and not _ON.search(context.before):
            return None  # a movement called after a day
        days = nearest(lambda year: _in_gregorian(era, year, month, day), "", context)
        return of_days(days) if days else unresolved(_BLANK)
    year = int(groups["year"])
    if year in _OWN_YEARS[era]:
        return of_days(days_of(era, year, month, day))
    within = _in_gregorian(era, year, month, day)
    return of_days(within[0]) if len(within) == 1 else None


def _in_gregorian(era: Era, gregorian: int, month: int, day: int | None) -> list[Days]:
    days = []
    for year in era.years(gregorian):
        try:
            days.append(days_of(era, year, month, day))
        except (OverflowError, ValueError):
            continue  # not in that year, or not in the tables
    return [each for each in days if each.first.year == gregorian]


def _year(found: re.Match[str], context: Context) -> Meaning:
    return of_days(days_of(_era(found["era"]), int(found["year"])))


def _era(words: str) -> Era:
    start = words.lower().replace(".", "")
    if start.startswith("e"):
        return Era.ETHIOPIAN
    if start in ("ah", "hijri") or start.startswith(("islam", "muslim", "lunar")):
        return Era.HIJRI
    return Era.PERSIAN


_FEASTS = "|".join(
    re.escape(name).replace("'", "['’]").replace("\\ ", GAP)
    for name in sorted(FEASTS, key=len, reverse=True)
)
_MONTHS = "|".join(
    "['’‘ʻʿ`]?".join(re.escape(letter) for letter in name).replace("\\ ", "[ -]")
    for name in sorted(MONTHS_OF, key=len, reverse=True)
)
_NAME = rf"(?P<name>(?=(?-i:[A-Z]))(?:{_MONTHS}))"
_DAY = rf"(?P<day>{DAY_NUMBER})"
_YEAR = r"(?P<year>[0-9]{3,4})(?![0-9]|[,.][0-9]|%)"
_SIGN = rf"(?:{GAP}(?-i:A\.H\.|AH|S\.H\.|SH|E\.C\.|EC))?"
_AT = (
    rf"(?:(?:the{GAP})?(?P<at>eve|(?:first|second|third|fourth|last){GAP}day)"
    rf"{GAP}of{GAP}(?:the{GAP})?)"
)
_OWNER = (
    rf"(?:(?:the{GAP})?(?P<year>[12][0-9]{{3}})|(?P<which_year>last|this|next){GAP}year['’]s){GAP}"
)
_IN_YEAR = OF_YEAR.replace(f"{GAP}of", f"{GAP}(?:of|in)")
_CALENDAR = (
    r"islamic|muslim|(?:lunar[ -])?hijri|persian|iranian|afghan|solar[ -]hijri|shamsi|ethiopian"
)

RULES = (
    Rule(compiled(rf"{_AT}?{WHICH}?(?P<mod>{MOD})?(?P<name>{_FEASTS}){_IN_YEAR}?"), _feast),
    Rule(
        compiled(rf"{_AT}?(?P<which>)(?P<mod>{MOD})?{_OWNER}(?P<name>{_FEASTS})(?!{GAP}[0-9])"),
        _feast,
    ),
    Rule(compiled(rf"{_DAY}{GAP}(?:of{GAP})?{_NAME}(?:,?{GAP}{_YEAR}{_SIGN})?"), _month),
    Rule(compiled(rf"{_NAME}{GAP}{_DAY}(?:,?{GAP}{_YEAR}{_SIGN})?"), _month),
    Rule(compiled(rf"(?:the{GAP}month{GAP}of{GAP})?{_NAME},?{GAP}{_YEAR}{_SIGN}"), _month),
    Rule(
        compiled(
            rf"{_YEAR}{GAP}(?P<era>(?-i:A\.H\.|AH|S\.H\.|SH)|hijri"
            rf"|(?-i:E\.C\.)(?=\s*(?:[^\w\s]|$)))"
        ),
        _year,
    ),
    Rule(compiled(rf"(?P<era>(?-i:A\.H\.|AH)|hijri){GAP}{_YEAR}"), _year),
    Rule(
        compiled(rf"(?:the{GAP})?(?P<era>{_CALENDAR}){GAP}(?:calendar{GAP})?year{GAP}{_YEAR}"),
        _year,
    ),
    Rule(
        compiled(
            rf"{_YEAR}{GAP}(?:in|of|by|on|according{GAP}to){GAP}the{GAP}(?P<era>{_CALENDAR}){GAP}calendar"
        ),
        _year,
    ),
)
