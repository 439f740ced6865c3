"""How a time lies to what it dates: "on Friday", "since Friday", "until Friday", "before Friday".

A preposition is no part of a time expression, so it is read here. What begins, ends or goes before
and after has an open end; EDTF's open interval ("2010/..") and TIMEX3's `mod` say the same.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from onrecord.model import Span, TimeExpression, TimeInterval

__all__ = ["Bearing", "bearing_of", "bounded", "composed", "joined"]


class Bearing(Enum):
    """Where what is dated lies: at the time, from it on, up to it, after or before it; its value
    is TIMEX3's `mod`."""

    AT = None
    SINCE = "ON_OR_AFTER"
    UNTIL = "ON_OR_BEFORE"
    AFTER = "AFTER"
    BEFORE = "BEFORE"


_CLOCK = re.compile(r"T\d")
_BEARINGS: dict[str, Bearing] = {
    word: bearing
    for bearing, words in {
        Bearing.AT: "|in|on|at|during|of|over|throughout|within|around|about|amid|as of|upon|"
        "when|while|whilst|as|between|across|early in|late in",
        Bearing.SINCE: "since|from|ever since|starting|beginning|as from|effective",
        Bearing.UNTIL: "until|till|through|up to|up until|by|no later than",
        Bearing.AFTER: "after|following|subsequent to",
        Bearing.BEFORE: "before|prior to|ahead of|previous to|pending",
    }.items()
    for word in words.split("|")
}


def bearing_of(preposition: str) -> Bearing | None:
    """The bearing that a preposition or conjunction gives, "" for none; None if it dates nothing:
    "for Friday", "than in May"."""
    return _BEARINGS.get(preposition)


def composed(outer: Bearing, inner: Bearing) -> Bearing | None:
    """The bearing of "before the talks in May": one of the two must say when, not only whether
    before or after."""
    if outer is Bearing.AT:
        return inner
    return outer if inner is Bearing.AT else None


def bounded(
    time: TimeExpression, bearing: Bearing, span: Span, text: str, *, loose: bool = False
) -> TimeExpression:
    """The time at `bearing`, said by the words at `span` of `text`.

    `loose` where the time is that of another event: what comes after it may fall on its day.
    """
    interval = time.interval
    if bearing is Bearing.AT or interval is None:
        return time
    made = _interval(interval, bearing, loose)
    if made is None:
        return time
    if bearing in (Bearing.AFTER, Bearing.BEFORE) and _CLOCK.search(time.value):
        return replace(time, span=span, text=span.of(text), mod=bearing.value)  # still on its day
    return replace(
        time,
        span=span,
        text=span.of(text),
        mod=bearing.value,
        edtf=_edtf(time, made),
        interval=made,
    )


def _interval(time: TimeInterval, bearing: Bearing, loose: bool) -> TimeInterval | None:
    """None where the time's own open end says as much."""
    day = timedelta(0 if loose else 1)
    first, last = time.earliest, time.latest
    if bearing is Bearing.SINCE or (bearing is Bearing.AFTER and loose):
        return TimeInterval(first, None) if first else None
    if bearing is Bearing.UNTIL or (bearing is Bearing.BEFORE and loose):
        return TimeInterval(None, last) if last else None
    if bearing is Bearing.AFTER:
        return TimeInterval(last + day, None) if last and last < date.max else None
    return TimeInterval(None, first - day) if first and first > date.min else None


def _edtf(time: TimeExpression, made: TimeInterval) -> str | None:
    """The time's own EDTF with one end open; days where the bound is not its own, or where the time
    is one of several ("[2011-03-04,2011-04-03]"), which no interval may hold."""
    if time.edtf is None or time.interval is None:
        return None
    first, _, last = time.edtf.partition("/")
    plain = not time.edtf.startswith("[")
    if made.latest is None and made.earliest is not None:
        own = plain and made.earliest == time.interval.earliest
        return f"{_day(first) if own else made.earliest}/.."
    if made.latest is not None:
        own = plain and made.latest == time.interval.latest
        return f"../{_day(last or first) if own else made.latest}"
    return None


def _day(edtf: str) -> str:
    """Without the time of day, which no interval of EDTF may hold."""
    return edtf.partition("T")[0]


def joined(times: Sequence[TimeExpression], text: str, *, between: bool) -> TimeExpression | None:
    """One time of several in text order: from the first to the last (`between`), or all of them.

    None if an end is not known.
    """
    ends = [time.interval for time in times if time.interval is not None]
    first = min((end.earliest for end in ends if end.earliest), default=None)
    last = max((end.latest for end in ends if end.latest), default=None)
    whole = len(ends) == len(times) and None not in [
        e for i in ends for e in (i.earliest, i.latest)
    ]
    if not whole or first is None or last is None:
        return None
    if between and ends[0].earliest != first:
        return None  # "from 2014 to May", of another year
    span = times[0].span.cover(times[-1].span)
    parts = [_day(time.edtf or "") for time in times]
    edtf = "/".join(parts) if between else "{" + ",".join(parts) + "}"
    return TimeExpression(
        span,
        span.of(text),
        times[0].type,
        "/".join(time.value for time in times),
        None,
        edtf if all(parts) and not any("/" in part or "[" in part for part in parts) else None,
        TimeInterval(first, last),
    )
