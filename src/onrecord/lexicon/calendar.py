"""Names of months, days, seasons, numbers and units, and holidays whose rule is simple."""

from collections.abc import Callable
from datetime import date, timedelta

__all__ = [
    "CARDINALS",
    "DAY_PARTS",
    "HOLIDAYS",
    "MONTHS",
    "ORDINALS",
    "SEASONS",
    "TENS",
    "UNITS",
    "WEEKDAYS",
    "easter",
    "number",
    "ordinal",
]

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()

MONTHS: dict[str, int] = {
    **{name: at for at, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: at for at, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
"""Full and short names, lower case without a full stop, to 1-12."""

_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

WEEKDAYS: dict[str, int] = {
    **{name: at for at, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: at for at, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
"""Full and short names to 0 (Monday) to 6, as `date.weekday`."""

SEASONS: dict[str, str] = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
"""Seasons to their TIMEX3 codes."""

DAY_PARTS: dict[str, str] = {
    "dawn": "TMO",
    "morning": "TMO",
    "noon": "TMI",
    "midday": "TMI",
    "afternoon": "TAF",
    "dusk": "TEV",
    "evening": "TEV",
    "night": "TNI",
    "midnight": "TNI",
}
"""Parts of a day to their TIMEX3 codes."""

UNITS: dict[str, str] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
"""Units, singular, to the letters of an ISO 8601 duration."""

CARDINALS: dict[str, int] = {
    word: at
    for at, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ).split()
    )
}

TENS: dict[str, int] = {
    word: 10 * at
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

ORDINALS: dict[str, int] = {
    **{
        word: at
        for at, word in enumerate(
            (
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
                "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            ).split(),
            1,
        )
    },
    "twentieth": 20,
    "thirtieth": 30,
}

_SCALES = {"hundred": 100, "thousand": 1000}


def number(words: str) -> int | None:
    """The whole number that digits or English words stand for, None if they stand for none."""
    compact = words.replace(",", "")
    if compact.isascii() and compact.isdigit():
        return int(compact)
    total = current = 0
    for word in words.lower().replace("-", " ").split():
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            total, current = total + current, 0
        elif word in CARDINALS or word in TENS:
            current += CARDINALS.get(word, 0) + TENS.get(word, 0)
        elif word in ("a", "an"):
            current += 1
        elif word != "and":
            return None
    return total + current or None


def ordinal(words: str) -> int | None:
    """The number of an ordinal such as "21st" or "twenty-first", None if it is none."""
    digits = words[:-2]
    if digits.isascii() and digits.isdigit():
        return int(digits)
    head, _, last = words.lower().replace("-", " ").rpartition(" ")
    return ORDINALS[last] + TENS.get(head, 0) if last in ORDINALS else None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    week = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    def rule(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return rule


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "valentine's day": _fixed(2, 14),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "labor day": _nth(9, 0, 1),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
}
"""Holidays that fall on one day a year by a simple rule (Thanksgiving as in the United States)."""
