"""What holds of every time: its ends are in order, and value, EDTF and interval say the same."""

import math
import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.extract.timed import found, only, parse_edtf

from onrecord.model import TimeInterval, TimexType
from onrecord.views.when import interval_words

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
PIECES = st.sampled_from(
    "today yesterday last next this week month year Friday May in the 1990s 2011 0000 9999 1 31 "
    "February 29 Feb. , . - / : early late mid two several a months ago later earlier days every "
    "night morning 10:35 a.m. noon second quarter half of spring fall 19th century Easter 9/11 "
    "years-long three-day ended now recent future thousand hundred \n é ſ K ' s 99:99 30 0 "
    'Ramadan Eid al-Fitr Nowruz 1434 AH Hijri 22 Bahman Meskerem 3/4/2011 13/4/11 “ ” " said on '
    "(Old Style) following previous same by then Chile between and to from until about more than "
    "less first day eve Diwali Passover winter – May 3".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join))
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")


@given(TEXTS, st.none() | DAYS)
@example("99:99 on 30 February 2011 and 0/0/0000, year 0, 31/31/2011 and 9999-99-99", None)
@example("9999 last winter, the next century, more than 99 centuries ago", date.max)
@example("yesterday, last week, the previous decade, last Ramadan", date.min)
def test_any_text_is_read_in_order_and_found_again(text: str, published: date | None) -> None:
    end = 0
    for time in found(text, published):
        assert time.span.begin >= end and time.span.of(text) == time.text
        end = time.span.end
        assert (time.edtf is None) == (time.interval is None)
        if time.type in (TimexType.DURATION, TimexType.SET):
            assert time.interval is None
        if time.edtf and time.interval:
            assert bounds(time.edtf) == (time.interval.earliest, time.interval.latest)
            assert touches(time.value, time.interval)


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day of an EDTF date, as the edtf library has them."""
    parsed = parse_edtf(edtf)
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _day(end: Any) -> date | None:
    return None if isinstance(end, float) and math.isinf(end) else date(*end[:3])


def touches(value: str, interval: TimeInterval) -> bool:
    """Whether the days of a plain TIMEX3 value are in the interval, cover it or border on it."""
    ends = [_PLAIN.fullmatch(part) for part in value.split("/")]
    if not ends[0] or not ends[-1]:
        return True  # a week, a season, a blank
    first, last = _first(ends[0]), _last(ends[-1])
    day = timedelta(1)
    before = interval.earliest is not None and last < max(interval.earliest, date.min + day) - day
    after = interval.latest is not None and first > min(interval.latest, date.max - day) + day
    return first <= last and not before and not after


def _first(plain: re.Match[str]) -> date:
    return date(int(plain["year"]), int(plain["month"] or 1), int(plain["day"] or 1))


def _last(plain: re.Match[str]) -> date:
    year, month = int(plain["year"]), int(plain["month"] or 12)
    return date(year, month, int(plain["day"] or monthrange(year, month)[1]))


SPANS = st.tuples(
    st.dates(date(1000, 1, 1), date(2059, 12, 31)), st.sampled_from([0, 1, 5, 30, 400, 4000])
)


@given(SPANS, st.sampled_from(["day", "month", "year"]))
def test_what_is_shown_of_an_interval_is_read_back_as_it(span: tuple[date, int], unit: str) -> None:
    first, last = span[0], min(span[0] + timedelta(span[1]), date(2059, 12, 31))
    if unit != "day":
        month = 12 if unit == "year" else last.month
        first = first.replace(day=1, month=1 if unit == "year" else first.month)
        last = date(last.year, month, monthrange(last.year, month)[1])
    interval = TimeInterval(first, last)
    shown, _ = interval_words(interval)
    assert only(f"The mill stood idle in {shown}.", None).interval == interval


@given(TEXTS, st.dates(date(1000, 1, 1), date(2059, 12, 31)))
def test_what_is_shown_of_a_time_never_widens_it(text: str, published: date) -> None:
    for time in found(text, published):
        ends = time.interval
        if not (ends and ends.earliest and ends.latest):
            continue
        if not 1000 <= ends.earliest.year <= ends.latest.year < 2060 < MAXYEAR:
            continue
        shown, _ = interval_words(ends)
        (again,) = found(f"The mill stood idle in {shown}.", None)
        assert again.interval == ends
