"""Lengths of time that reach to the day of the report, and so are dates.

"For three years" of what still is, "over the past two weeks"; others have a length and no date.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.model import TimeExpression, TimeInterval

__all__ = ["counted_back"]

_LENGTH = re.compile(r"P(?:T(?P<hours>[0-9]+)H|(?P<count>[0-9]+)(?P<unit>[DWMY]))")
_BACK = re.compile(r"(?:the\s+)?(?:past|last|latest|previous)\b", re.IGNORECASE)
_DAYS = {"D": 1, "W": 7}


def counted_back(
    length: TimeExpression, preposition: str, published: date, *, still: bool
) -> TimeExpression | None:
    """The length as an interval that ends, or is still open, on the day of the report.

    None if it does not reach to that day, as far as words tell. `still` tells that what lasts
    goes on. Where it began is known as closely as the unit: three years ago is a year.
    """
    found = _LENGTH.fullmatch(length.value)
    if found is None or preposition not in ("for", "in", "over", "during", "within", ""):
        return None
    try:
        first = _first(found, published)
    except (OverflowError, ValueError):
        return None
    if _BACK.match(length.text):
        interval = TimeInterval(first, published)
        return replace(length, edtf=f"{first}~/{published}", interval=interval)
    if preposition == "for" and still:
        return replace(
            length, mod="APPROX", edtf=f"{first}~/..", interval=TimeInterval(first, None)
        )
    return None


def _first(found: re.Match[str], published: date) -> date:
    """The first day of the unit, so many of them back."""
    if found["hours"]:
        return published - timedelta(-(-int(found["hours"]) // 24))
    count, unit = int(found["count"]), found["unit"]
    if unit in _DAYS:
        return published - timedelta(count * _DAYS[unit])
    if unit == "Y":
        return date(published.year - count, 1, 1)
    months = published.year * 12 + published.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
