"""Rules for durations and for sets of times."""

import re

from onrecord.extract.times.fragment import (
    APPROX,
    CARDINAL,
    GAP,
    LENGTH,
    PLAIN_MONTH,
    SEASON,
    VAGUE,
    WEEKDAY,
    compiled,
    day_of,
    modifier,
    month_of,
)
from onrecord.extract.times.relative import singular
from onrecord.extract.times.rule import Context, Meaning, Rule
from onrecord.lexicon.calendar import DAY_PARTS, SEASONS, UNITS, number
from onrecord.model import TimexType

__all__ = ["RULES", "period"]

_SIZES = {"decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
_RATE = re.compile(
    r"(?:\b(?:times|once|twice|per)|(?:[0-9]|\b(?:million|billion|thousand|hundred))[\w.,%-]*"
    r"(?:\s+[\w'’-]+){0,4})\s+$",
    re.I,
)
_MEASURED = re.compile(
    r"\b(?:for|within|in|over|after|about|nearly|almost|than|lasts?|lasted|lasting|takes?|took|"
    r"least|spent|half|every|just|of|to|spend|him|them|her)\s+$",
    re.I,
)


def period(count: int | None, unit: str) -> str:
    """An ISO 8601 duration, with X for a count that is not given."""
    letter = UNITS[unit]
    size = "X" if count is None else str(count * _SIZES.get(unit, 1))
    return f"PT{size}{letter[1]}" if letter.startswith("T") else f"P{size}{letter}"


def _duration(found: re.Match[str], context: Context) -> Meaning | None:
    groups = found.groupdict()
    if re.match(r"[\s-]+(?:old\b|of\s+age\b)", context.after):
        return None
    unit = singular(found["unit"])
    count = number(groups.get("count") or "")
    if groups.get("single") is not None:
        count = 1
    return Meaning(TimexType.DURATION, period(count, unit), modifier(groups.get("mod")))


def _single(found: re.Match[str], context: Context) -> Meaning | None:
    """ "A year": a rate after a number, a duration after words of measure."""
    unit = singular(found["unit"])
    if re.match(r"[\s-]+(?:old\b|of\s+age\b)", context.after):
        return None
    if not found["mod"] and _RATE.search(context.before):
        return Meaning(TimexType.SET, period(1, unit))
    if found["mod"] or context.hinted or _MEASURED.search(context.before):
        return Meaning(TimexType.DURATION, period(1, unit), modifier(found["mod"]))
    return None


def _and_a_half(found: re.Match[str], context: Context) -> Meaning:
    """ "Half an hour", "a year and a half", "two and a half years"."""
    unit, words = singular(found["unit"]), found.groupdict().get("count")
    count = number(words) if words else 0
    if (unit, count) == ("hour", 0):
        return Meaning(TimexType.DURATION, "PT30M")
    return Meaning(TimexType.DURATION, period(count, unit).replace(f"{count}", f"{count}.5", 1))


def _set_of_units(found: re.Match[str], context: Context) -> Meaning:
    words = found.groupdict().get("count") or "one"
    count = 2 if words.lower() == "other" else number(words)
    return Meaning(TimexType.SET, period(count, singular(found["unit"])))


def _set_of_days(found: re.Match[str], context: Context) -> Meaning:
    part = DAY_PARTS[found["part"].lower()] if found["part"] else ""
    return Meaning(TimexType.SET, f"XXXX-WXX-{day_of(found['weekday']) + 1}{part}")


def _set_of_parts(found: re.Match[str], context: Context) -> Meaning:
    return Meaning(TimexType.SET, f"XXXX-XX-XX{DAY_PARTS[found['part'].lower()]}")


def _set_of_months(found: re.Match[str], context: Context) -> Meaning:
    return Meaning(TimexType.SET, f"XXXX-{month_of(found['month']):02}")


def _set_of_seasons(found: re.Match[str], context: Context) -> Meaning:
    return Meaning(TimexType.SET, f"XXXX-{SEASONS[found['season'].lower()]}")


def _adverb(found: re.Match[str], context: Context) -> Meaning | None:
    """None where it is part of a name, as of a newspaper."""
    if found[0][0].isupper() and context.before.strip():
        return None
    return Meaning(TimexType.SET, _ADVERBS[found[0].lower()])


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}
_BEFORE = (
    rf"(?:(?:the{GAP})?(?:past|last|next|first|final|coming|latest|ensuing|following){GAP}"
    rf"|(?:the|another|an{GAP}additional|a{GAP}further|these|those){GAP})"
)
_EXTRA = rf"(?:(?:more|additional|further|consecutive|straight|full|long|whole|short){GAP})"
_EACH = rf"(?:every|each){GAP}"
_ONE_UNIT = "hour|day|week|month|year|decade|century"
_PART = r"(?P<part>morning|afternoon|evening|night)"

RULES = (
    Rule(
        compiled(
            rf"(?:(?P<mod>{APPROX}){GAP})?{_BEFORE}?(?:(?P<count>{CARDINAL})|{VAGUE}){GAP}"
            rf"{_EXTRA}?(?P<unit>{LENGTH})"
        ),
        _duration,
    ),
    Rule(
        compiled(
            rf"(?:the{GAP})?(?:past|last|next|first|latest){GAP}(?P<count>{CARDINAL}){GAP}"
            rf"(?P<unit>quarters)"
        ),
        _duration,
    ),
    Rule(
        compiled(
            rf"(?P<count>{CARDINAL})-(?P<unit>second|minute|hour|day|week|month|year|decade)"
            r"(?:-long)?"
        ),
        _duration,
    ),
    Rule(
        compiled(
            rf"(?:{CARDINAL})(?:{GAP}(?:to|or){GAP}|[-–])(?:{CARDINAL}){GAP}(?P<unit>{LENGTH})"
        ),
        _duration,
    ),
    Rule(
        compiled(
            rf"(?P<single>(?:the{GAP})?past|the{GAP}(?:last|next|coming)(?!{GAP}day)){GAP}"
            rf"(?P<unit>{_ONE_UNIT})"
        ),
        _duration,
    ),
    Rule(compiled(r"(?P<single>)(?P<unit>hour|day|week|month|year|decade)-long"), _duration),
    Rule(compiled(r"(?:several-)?(?P<unit>hours|days|weeks|months|years|decades)-long"), _duration),
    Rule(compiled(r"several-(?P<unit>hour|day|week|month|year)"), _duration),
    Rule(
        compiled(
            rf"(?:(?P<mod>{APPROX}){GAP})?an?{GAP}(?:(?:full|whole|further){GAP})?"
            r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|century)"
        ),
        _single,
    ),
    Rule(
        compiled(
            rf"(?P<single>the{GAP}(?:(?:fiscal|financial|full){GAP})?)(?P<unit>year)(?={GAP}end(?:ed|ing)\b)"
        ),
        _duration,
    ),
    Rule(
        compiled(rf"(?P<single>another|an{GAP}additional|a{GAP}further){GAP}(?P<unit>{_ONE_UNIT})"),
        _duration,
    ),
    Rule(
        compiled(
            r"(?:(?<=for )|(?<=within ))(?P<unit>hours|days|weeks|months|years|decades|centuries)"
        ),
        _duration,
    ),
    Rule(
        compiled(rf"half{GAP}an?{GAP}(?P<unit>hour|day|year|century)"),
        _and_a_half,
    ),
    Rule(
        compiled(rf"(?P<count>{CARDINAL}){GAP}and{GAP}a{GAP}half{GAP}(?P<unit>{LENGTH})"),
        _and_a_half,
    ),
    Rule(
        compiled(
            rf"(?P<count>an?){GAP}(?P<unit>{_ONE_UNIT})"
            rf"{GAP}and{GAP}a{GAP}half"
        ),
        _and_a_half,
    ),
    Rule(
        compiled(
            rf"{_EACH}(?:(?P<count>other|{CARDINAL}){GAP})?(?P<unit>{LENGTH}|quarter|weekend)"
        ),
        _set_of_units,
    ),
    Rule(
        compiled(
            rf"(?:(?:once|twice|three{GAP}times|several{GAP}times){GAP}an?{GAP})"
            r"(?P<unit>day|week|month|year)"
        ),
        _set_of_units,
    ),
    Rule(compiled(rf"{_EACH}(?P<weekday>{WEEKDAY})(?:{GAP}{_PART})?"), _set_of_days),
    Rule(compiled(rf"(?P<weekday>{WEEKDAY})(?:s|{GAP}{_PART}s)"), _set_of_days),
    Rule(compiled(rf"{_EACH}{_PART}"), _set_of_parts),
    Rule(compiled(rf"{_EACH}(?P<month>{PLAIN_MONTH})"), _set_of_months),
    Rule(compiled(rf"{_EACH}(?P<season>{SEASON})"), _set_of_seasons),
    Rule(compiled("|".join(_ADVERBS)), _adverb),
)
