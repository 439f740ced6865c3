"""Names of months, days, seasons, numbers and units, and what differs from country to country."""

from onrecord.lexicon.tables import rows, words

__all__ = [
    "CARDINALS",
    "DAY_PARTS",
    "EITHER_ORDER",
    "MONTHS",
    "MONTH_FIRST",
    "ORDINALS",
    "SEASONS",
    "SOUTHERN",
    "TENS",
    "UNITS",
    "WEEKDAYS",
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


MONTH_FIRST = frozenset("AS FM GU MH MP PH PR PW US VI".split())
"""Countries (ISO 3166 alpha-2) that write a date in figures month first (Unicode CLDR)."""
EITHER_ORDER = frozenset("CA CN HU IR JP KP KR LT MN TW ZA".split())
"""Those that write the year first, or one order as well as the other: they tell nothing."""
SOUTHERN: dict[str, tuple[str, ...]] = {code: words(names) for code, names in rows("southern", 2)}
"""Countries south of the equator, where spring begins in September, to their names."""
