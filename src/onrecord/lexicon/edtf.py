"""Days that an EDTF date stands for (ISO 8601-2): years, months and days, and intervals of them."""

import re
from calendar import isleap, monthrange
from datetime import date, timedelta

from onrecord.model import TimeInterval

__all__ = ["days_of", "interval_of"]

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_OPEN = ("", "..")


def days_of(edtf: str) -> TimeInterval | None:
    """The days of a year, month or day; None of anything else."""
    found = _POINT.fullmatch(edtf)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    length = 1 if day else monthrange(year, month)[1] if month else 365 + isleap(year)
    return TimeInterval(first, first + timedelta(days=length - 1))


def interval_of(edtf: str) -> TimeInterval | None:
    """The days of a date or of an interval, whose ends may be open (`2010/..`); None of anything
    else, and of an interval that ends before it begins."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return days_of(edtf)
    begin, end = days_of(first), days_of(last)
    if not ((begin or first in _OPEN) and (end or last in _OPEN) and (begin or end)):
        return None
    earliest = begin.earliest if begin else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        return None
    return TimeInterval(earliest, latest)
