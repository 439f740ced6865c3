"""Pieces that the patterns of the grammar are made of, and how to read them back."""

import re
from collections.abc import Iterable

from onrecord.extract.times.granule import Unit
from onrecord.lexicon.calendar import (
    CARDINALS,
    DAY_PARTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TENS,
    WEEKDAYS,
)

__all__ = [
    "APPROX",
    "BEGINNING",
    "CALENDAR_UNITS",
    "CARDINAL",
    "DATED_WEEKDAY",
    "DAY_NUMBER",
    "DAY_PART",
    "GAP",
    "LENGTH",
    "MOD",
    "MONTH",
    "ORDINAL",
    "PLAIN_MONTH",
    "SEASON",
    "VAGUE",
    "WEEKDAY",
    "YEAR",
    "compiled",
    "day_of",
    "modifier",
    "month_of",
]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _cased(words: Iterable[str]) -> str:
    """With a capital or all in capitals: "may" is no month, nor "sat" a day."""
    return f"(?-i:{_any([form for word in words for form in (word.title(), word.upper())])})"


_LONG_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name for name in MONTHS if name not in _LONG_MONTHS]
_LONG_DAYS = [name for name in WEEKDAYS if name.endswith("day")]
_SHORT_DAYS = [name for name in WEEKDAYS if name not in _LONG_DAYS]
_ONES = _any([word for word, at in CARDINALS.items() if 0 < at < 10])
_SCALE = r"(?:hundred|thousand)"

GAP = r"[^\S\n]{1,3}"
_ONLY_MONTHS = [name for name in _LONG_MONTHS if name not in ("march", "may", "august")]
_LONG = rf"(?:{_cased(_LONG_MONTHS)}|(?-i:{_any(_ONLY_MONTHS)}))"
MONTH = rf"(?:{_LONG}|{_cased(_SHORT_MONTHS)}(?![a-z])\.?)"
PLAIN_MONTH = rf"(?:{_LONG}|{_cased(set(_SHORT_MONTHS) - {'jan', 'mar'})}\.)"
WEEKDAY = rf"(?:{_any(_LONG_DAYS)})"
DATED_WEEKDAY = rf"(?:{WEEKDAY}|{_cased(_SHORT_DAYS)}\.?)"
SEASON = rf"(?:{_any(SEASONS)})"
DAY_PART = rf"(?:{_any(DAY_PARTS)})"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|[,.:][0-9]|%)"
CARDINAL = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}}|(?:{_any(TENS)})(?:[ -](?:{_ONES}))?"
    rf"|(?:{_any(set(CARDINALS) - {'zero'})})(?:{GAP}{_SCALE})?|an?{GAP}{_SCALE})"
)
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?:(?:{_any(TENS)})[ -])?(?:{_any(ORDINALS)}))"
DAY_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[,.:][0-9]|%)"
CALENDAR_UNITS = {
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
LENGTH = r"(?:minute|hour|day|week|fortnight|month|year|decade)s?|seconds|centur(?:y|ies)"
VAGUE = (
    rf"(?:a{GAP}few|several|a{GAP}couple(?:{GAP}of)?|many|some|few|various|numerous"
    rf"|(?:tens|dozens|scores|hundreds|thousands){GAP}of)"
)

_MODIFIERS = (
    (r"early|beginning|start|opening", "START"),
    (r"mid|middle", "MID"),
    (r"late|end|close|final", "END"),
    (r"around|circa|about|nearly|almost|roughly|approximately|some|or so", "APPROX"),
    (r"more than|over|at least|exceeding|beyond", "MORE_THAN"),
    (r"less than|fewer than|under|up to|no more than|at most|within", "LESS_THAN"),
    (r"pre|before", "BEFORE"),
    (r"post|after", "AFTER"),
)
MOD = (
    rf"(?:(?:the{GAP})?(?:early|mid|late)(?:-|{GAP}(?:(?:in|of){GAP})?(?:the{GAP})?)"
    rf"|(?:the{GAP})?(?:beginning|start|middle|end|close){GAP}of{GAP}(?:the{GAP})?"
    rf"|(?:around|circa){GAP})"
)
APPROX = (
    rf"(?:about|around|nearly|almost|roughly|approximately|more{GAP}than"
    rf"|at{GAP}least|less{GAP}than|fewer{GAP}than|under|up{GAP}to|no{GAP}more{GAP}than"
    rf"|at{GAP}most|over(?={GAP}an?{GAP}))"
)


_BEFORE = r"(?<![\w$£€#@&])(?<!\w[-/])(?<![0-9][,.:])"
BEGINNING = re.compile(rf"{_BEFORE}(?=\S)")
"""Where a match of a pattern that is `compiled` can begin."""


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern where it stands as words of its own, in any case."""
    return re.compile(rf"{_BEFORE}(?:{pattern})(?!\w|[-/]\w|[-–][0-9])", re.I)


def modifier(words: str | None) -> str | None:
    """The TIMEX3 `mod` that is in the words, if any."""
    for pattern, mod in _MODIFIERS:
        if words and re.search(rf"\b(?:{pattern})\b", " ".join(words.lower().split())):
            return mod
    return None


def month_of(words: str) -> int:
    """1 to 12."""
    return MONTHS[words.lower().rstrip(".")]


def day_of(words: str) -> int:
    """0 (Monday) to 6."""
    return WEEKDAYS[words.lower().rstrip(".")]
