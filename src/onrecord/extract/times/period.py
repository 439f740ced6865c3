"""Rules for quarters, halves and seasons of a year, decades and centuries."""

import re
from dataclasses import replace
from datetime import date

from onrecord.extract.times.fragment import GAP, MOD, ORDINAL, SEASON, compiled, modifier
from onrecord.extract.times.granule import Granule, Unit
from onrecord.extract.times.pick import OF_YEAR, WHICH, which, year_named, yearly
from onrecord.extract.times.rule import Context, Meaning, Rule, Tense, of_granule, reference
from onrecord.lexicon.calendar import SEASONS, SOUTHERN, TENS, ordinal
from onrecord.model import TimeInterval

__all__ = ["RULES"]

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_OPPOSITE = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}
_LEADS = re.compile(r"\b(?:in|during|since|until|by|through)\s+$", re.I)
_SOUTH = re.compile(rf"\b(?:{'|'.join(name for names in SOUTHERN.values() for name in names)})s?\b")


def _season(found: re.Match[str], context: Context) -> Meaning | None:
    name, mod = found["season"].lower(), modifier(found["mod"])
    dated = found["year"] or found["which_year"]
    if not _is_season(found, context):
        return None
    code, southern = SEASONS[name], context.habit.southern
    month = _SEASON_MONTH[_OPPOSITE[code] if southern else code]

    def make(year: int) -> Granule:
        return Granule(Unit.SEASON, date(year, month, 1))

    if dated:
        year = year_named(found, context)
        granule = make(year.first.year) if year else None
    else:
        granule = yearly(make, which(found), context)
    meaning = reference(granule, f"XXXX-{code}", mod)
    if granule is None or not (southern or _SOUTH.search(context.before + context.after)):
        return meaning
    return _southern(meaning, granule, code) if southern else _either(meaning, granule)


def _is_season(found: re.Match[str], context: Context) -> bool:
    """Whether "fall" and "spring" are no verbs or wells, and others no seasons of every year."""
    if found["year"] or found["which"] or found["mod"]:
        return True
    if found["season"].lower() in ("fall", "spring"):
        led = found["the"] or _LEADS.search(context.before)
        return bool(found["which_year"] and led)
    return bool(found["which_year"] or found["the"])


def _southern(meaning: Meaning, granule: Granule, code: str) -> Meaning:
    """EDTF has numbers of their own for these seasons; a summer of two years is days."""
    year = f"{granule.first.year:04}"
    plain = meaning.mod is None and granule.first.month < 12
    edtf = f"{year}-{29 + list(_SEASON_MONTH).index(code)}" if plain else meaning.edtf
    return replace(meaning, value=f"{year}-{code}", edtf=edtf)


def _either(meaning: Meaning, granule: Granule) -> Meaning:
    """The season of the north, or of the south where the sentence speaks of a country there."""
    other = granule.shift(2 if granule.first.month < 9 else -2)
    first, last = min(granule.first, other.first), max(granule.last, other.last)
    return replace(meaning, edtf=f"[{first}..{last}]", interval=TimeInterval(first, last))


def _part_of_year(found: re.Match[str], context: Context) -> Meaning | None:
    groups = found.groupdict()
    unit = Unit.HALF if groups.get("part", "").lower() == "half" else Unit.QUARTER
    word, parts = found["nth"].lower(), 12 // unit.months
    nth = parts if word in ("last", "final") else ordinal(word) or int(word[-1])
    dated = groups.get("year") or groups.get("which_year") or groups.get("the_year")
    if nth > parts or not (dated or unit is Unit.QUARTER):
        return None

    def make(year: int) -> Granule:
        return Granule(unit, date(year, (nth - 1) * unit.months + 1, 1))

    if groups.get("year") or groups.get("which_year"):
        year = year_named(found, context)
        granule = make(year.first.year) if year else None
    else:
        granule = yearly(make, "", replace(context, tense=Tense.PAST))
    return reference(granule, f"XXXX-{unit.name[0]}{nth}")


def _decade(found: re.Match[str], context: Context) -> Meaning:
    word = (found["word"] or "").lower()
    year = TENS[f"{word[:-3]}y"] if word else int(found["digits"].lstrip("'’‘"))
    if year < 100:
        year += 1900 if year >= 20 else 2000
    return of_granule(Granule(Unit.DECADE, date(year, 1, 1)), modifier(found["mod"]))


def _century(found: re.Match[str], context: Context) -> Meaning | None:
    nth = ordinal(found["nth"])
    if nth is None or nth < 2:
        return None
    century = Granule(Unit.CENTURY, date(nth * 100 - 100, 1, 1))
    return of_granule(century, modifier(found["mod"]))


_DECADES = "|".join(f"{word[:-1]}ies" for word in TENS)
_BARE = r"(?:(?<=the early )|(?<=the mid-)|(?<=the late ))[2-9]0"
_NTH = r"first|second|third|fourth|1st|2nd|3rd|4th|last|final"
_OWNER = (
    rf"(?:(?:the{GAP})?(?P<year>[12][0-9]{{3}})|(?P<which_year>last|this|next){GAP}year['’]s){GAP}"
)

RULES = (
    Rule(
        compiled(rf"(?:{WHICH}|(?P<the>the{GAP}))?(?P<mod>{MOD})?(?P<season>{SEASON}){OF_YEAR}?"),
        _season,
    ),
    Rule(compiled(rf"(?P<nth>{_NTH})-(?P<part>quarter)"), _part_of_year),
    Rule(
        compiled(
            rf"(?:the{GAP}(?:fiscal{GAP})?)?(?P<nth>{_NTH}){GAP}(?P<part>quarter|half)"
            rf"(?:{OF_YEAR}|(?P<the_year>{GAP}of{GAP}the{GAP}year))?"
        ),
        _part_of_year,
    ),
    Rule(compiled(rf"(?P<nth>Q[1-4]){OF_YEAR}?"), _part_of_year),
    Rule(
        compiled(rf"{_OWNER}(?P<nth>{_NTH})[ -](?P<part>quarter|half)"),
        _part_of_year,
    ),
    Rule(
        compiled(
            rf"(?P<mod>{MOD})?(?:the{GAP})?"
            rf"(?:(?P<digits>[12][0-9]{{2}}0|['’‘][0-9]0|{_BARE})['’]?s"
            rf"|(?<=the )(?P<word>{_DECADES}))"
        ),
        _decade,
    ),
    Rule(compiled(rf"(?P<mod>{MOD})?(?:the{GAP})?(?P<nth>{ORDINAL})[ -]century"), _century),
)
