"""Dates in words, exactly as precise as the text gives them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from onrecord.model import TimeExpression, TimeInterval

__all__ = ["UNDATED", "When", "interval_words", "when", "when_interval"]

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class When:
    """When something was: `words` to read, `text` as it stands in the report.

    `precision` is day, month, year, span (several days, months or years), open (one end unknown)
    or undated. `earliest` and `latest` are days, both included; None where open or unknown.
    """

    words: str = UNDATED
    precision: str = UNDATED
    text: str | None = None
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None

    @property
    def is_dated(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None

    @property
    def order(self) -> tuple[bool, date, date]:
        """The key that sorts by first, then last day; the undated come last."""
        first = self.earliest or self.latest
        return (first is None, first or date.max, self.latest or date.max)


def when(time: TimeExpression | None) -> When:
    """The time of a statement in words; undated where none is given that can be resolved."""
    if time is None:
        return When()
    text = " ".join(time.text.split())
    if time.interval is None or (time.interval.earliest is None and time.interval.latest is None):
        return When(text=text)
    words, precision = interval_words(time.interval)
    earliest, latest = time.interval.earliest, time.interval.latest
    return When(_before_words(time) + words, precision, text, time.edtf, earliest, latest)


def _before_words(time: TimeExpression) -> str:
    if time.value == "PRESENT_REF":
        return "as of "
    about = time.mod == "APPROX" or (time.edtf or "").endswith(("~", "%"))
    return "about " if about else ""


def when_interval(interval: TimeInterval | None) -> When:
    """The time of an event, which has no words of its own."""
    if interval is None:
        return When()
    words, precision = interval_words(interval)
    return When(words, precision, earliest=interval.earliest, latest=interval.latest)


def interval_words(interval: TimeInterval) -> tuple[str, str]:
    """An interval in words, and its precision as in `When`."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        if first:
            return f"from {_day(first)} on", "open"
        return (f"up to {_day(last)}", "open") if last else (UNDATED, UNDATED)
    if first == last:
        return _day(first), "day"
    if first.day == 1 and _ends_month(last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}", "span"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {_day(last)}", "span"
    return f"{_day(first)} – {_day(last)}", "span"


def _months(first: date, last: date) -> tuple[str, str]:
    if first.month == 1 and last.month == 12:
        if first.year == last.year:
            return str(first.year), "year"
        return f"{first.year}–{last.year}", "span"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}", "month"
    if first.year == last.year:
        return f"{first:%B} – {last:%B} {last.year}", "span"
    return f"{first:%B} {first.year} – {last:%B} {last.year}", "span"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
