"""How long something held, by the statements that tell of it: an office, a membership, an alliance.

When it began and ended is known only from words that say so: "since 2010", "until May", "was
appointed in 2012", "joined in May", "left", "from 2001 to 2005", "the former". All else tells of a
day on which it held, and that is a day of the statement's own, or no better than the day of the
report.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.lexicon.edtf import days_of
from onrecord.model import Predicate, Statement, TimeExpression, TimeInterval

__all__ = ["Reported", "Spell", "published_on", "spell", "untitled"]

_BEGINS = frozenset(
    {Predicate.APPOINTED, Predicate.FOUNDER_OF, Predicate.SPLIT_FROM, Predicate.MERGED_WITH}
)
_ENDS = frozenset({Predicate.LEFT, Predicate.DISMISSED})
_JOINS = re.compile(r"\b(?:re)?join(?:ed|s)?\b|\benlist(?:ed|s)?\b|\benroll?(?:ed|s)?\b", re.I)
_FORMER = re.compile(r"(?:the\s+)?(?:(?:former|one-time|erstwhile|ousted|late)\s+|ex-\s?)", re.I)
_SINCE = frozenset({"ON_OR_AFTER", "AFTER"})
_UNTIL = frozenset({"ON_OR_BEFORE", "BEFORE"})


@dataclass(frozen=True, slots=True)
class Reported:
    """Days on which something is told to hold; `of_report` if they are merely the report's own."""

    interval: TimeInterval
    of_report: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """When something held.

    `began` and `ended` are where the texts put its ends, several where they differ, none where no
    text tells. `first` and `last` are the first and the last that is reported of it, None where
    neither statements nor reports have a date.
    """

    began: tuple[TimeInterval, ...] = ()
    ended: tuple[TimeInterval, ...] = ()
    first: Reported | None = None
    last: Reported | None = None

    @property
    def order(self) -> tuple[date, date]:
        """The key that sorts by what is known first, the undated last."""
        known = [*self.began, *([self.first.interval] if self.first else []), *self.ended]
        days = [_first_day(interval) for interval in known]
        return (min(days, default=date.max), max(map(_last_day, known), default=date.max))


class _End(StrEnum):
    BEGAN = "began"
    ENDED = "ended"
    HELD = "held"


def spell(told: Iterable[tuple[Statement, date | None]]) -> Spell:
    """The spell of statements on one thing, each with the day on which its report was published.

    The day of a report after the end is none on which it held.
    """
    found: dict[_End, list[TimeInterval]] = {end: [] for end in _End}
    reported: list[Reported] = []
    for statement, published in told:
        for end, interval in _ends(statement, published):
            found[end].append(interval)
            if end is _End.HELD:
                reported.append(Reported(interval, of_report=False))
        if published and not _is_over(statement) and not _is_dated(statement):
            reported.append(Reported(TimeInterval(published, published), of_report=True))
    ended = _sharpest(found[_End.ENDED])
    over = max((each.latest or date.max for each in ended), default=date.max)
    reported = [r for r in reported if not r.of_report or _first_day(r.interval) <= over]
    return Spell(
        _sharpest(found[_End.BEGAN]),
        ended,
        min(reported, key=_first_then_last, default=None),
        max(reported, key=_last_then_first, default=None),
    )


def published_on(published: str | None) -> date | None:
    """The day on which a report was published; None where it has none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def untitled(title: str) -> str:
    """A title on one line without the word that says that the office is over: "former mayor"."""
    return _FORMER.sub("", " ".join(title.split()), count=1)


def _is_former(statement: Statement) -> bool:
    return any(_FORMER.match(filler.text) for filler in statement.roles.get("title", ()))


def _ends(statement: Statement, published: date | None) -> Iterable[tuple[_End, TimeInterval]]:
    """What a statement tells of the beginning, the end, and of days between."""
    interval = statement.time.interval if statement.time else None
    if _is_over(statement) and published and (interval is None or _is_former(statement)):
        yield _End.ENDED, TimeInterval(None, published)
    if statement.time is None or interval is None:
        return
    first, last = _halves(statement.time)
    if statement.predicate in _ENDS:
        yield _End.ENDED, interval
    elif statement.predicate in _BEGINS or _joins(statement):
        yield _End.BEGAN, interval
    elif first and last:
        yield _End.BEGAN, first
        yield _End.ENDED, last
    elif statement.time.mod in _SINCE:
        yield _End.BEGAN, first or interval
    elif statement.time.mod in _UNTIL:
        yield _End.ENDED, last or interval
    else:
        yield _End.HELD, interval


def _joins(statement: Statement) -> bool:
    """Whether it tells of becoming a member, not of being one."""
    return statement.predicate is Predicate.MEMBER_OF and bool(_JOINS.search(statement.quote))


def _is_over(statement: Statement) -> bool:
    """Whether it had ended when it was told."""
    return statement.predicate in _ENDS or _is_former(statement)


def _is_dated(statement: Statement) -> bool:
    """Whether it tells of other days than its report's; what holds since 2010 holds on that too."""
    time = statement.time
    return time is not None and time.interval is not None and time.mod not in _SINCE


def _halves(time: TimeExpression) -> tuple[TimeInterval | None, TimeInterval | None]:
    """The two ends of "2001/2005", "2001/.." or "../2005", each as exact as it is given."""
    first, _, last = (time.edtf or "").partition("/")
    return (days_of(first), days_of(last)) if last else (None, None)


def _sharpest(found: Sequence[TimeInterval]) -> tuple[TimeInterval, ...]:
    """The intervals in order, without those that hold another: these are only less exact."""
    every = sorted(set(found), key=lambda each: (_first_day(each), _last_day(each)))
    return tuple(
        each for each in every if not any(other != each and _holds(each, other) for other in every)
    )


def _holds(outer: TimeInterval, inner: TimeInterval) -> bool:
    return (outer.earliest or date.min) <= (inner.earliest or date.min) and (
        inner.latest or date.max
    ) <= (outer.latest or date.max)


def _first_then_last(reported: Reported) -> tuple[date, date, bool]:
    interval = reported.interval
    return (_first_day(interval), _last_day(interval), reported.of_report)


def _last_then_first(reported: Reported) -> tuple[date, date, bool]:
    interval = reported.interval
    return (_last_day(interval), _first_day(interval), not reported.of_report)


def _first_day(interval: TimeInterval) -> date:
    return interval.earliest or interval.latest or date.max


def _last_day(interval: TimeInterval) -> date:
    return interval.latest or interval.earliest or date.max
