"""Bearings of times: open ends, what is joined, and lengths counted back from the report."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.statements.bearing import Bearing, bearing_of, bounded, composed, joined
from onrecord.extract.statements.lasting import counted_back
from onrecord.model import Span, TimeExpression, TimeInterval, TimexType

TEXT = "from May 2010 to 2014"
MAY = TimeExpression(
    Span(5, 13),
    "May 2010",
    TimexType.DATE,
    "2010-05",
    edtf="2010-05",
    interval=TimeInterval(date(2010, 5, 1), date(2010, 5, 31)),
)
YEAR = TimeExpression(
    Span(17, 21),
    "2014",
    TimexType.DATE,
    "2014",
    edtf="2014",
    interval=TimeInterval(date(2014, 1, 1), date(2014, 12, 31)),
)


@pytest.mark.parametrize(
    ("preposition", "first", "last", "edtf", "mod"),
    [
        ("since", date(2010, 5, 1), None, "2010-05/..", "ON_OR_AFTER"),
        ("until", None, date(2010, 5, 31), "../2010-05", "ON_OR_BEFORE"),
        ("after", date(2010, 6, 1), None, "2010-06-01/..", "AFTER"),
        ("before", None, date(2010, 4, 30), "../2010-04-30", "BEFORE"),
        ("in", date(2010, 5, 1), date(2010, 5, 31), "2010-05", None),
    ],
)
def test_a_preposition_opens_an_end(
    preposition: str, first: date | None, last: date | None, edtf: str, mod: str | None
) -> None:
    bearing = bearing_of(preposition)
    assert bearing is not None
    time = bounded(MAY, bearing, Span(0, 13), TEXT)
    assert time.interval == TimeInterval(first, last)
    assert (time.edtf, time.mod) == (edtf, mod)
    assert time.text == time.span.of(TEXT)


@pytest.mark.parametrize("bearing", [Bearing.AFTER, Bearing.BEFORE])
def test_what_comes_after_an_hour_is_still_on_its_day(bearing: Bearing) -> None:
    day = TimeInterval(date(2010, 5, 3), date(2010, 5, 3))
    hour = replace(MAY, value="2010-05-03T10:00", edtf="2010-05-03T10:00:00", interval=day)
    time = bounded(hour, bearing, Span(0, 13), TEXT)
    assert (time.interval, time.mod, time.text) == (day, bearing.value, "from May 2010")


def test_what_opens_or_joins_one_of_several_days_is_still_edtf() -> None:
    either = replace(
        MAY,
        edtf="[2010-05-03,2010-03-05]",
        interval=TimeInterval(date(2010, 3, 5), date(2010, 5, 3)),
    )
    since, until = (bounded(either, x, Span(0, 13), TEXT) for x in (Bearing.SINCE, Bearing.UNTIL))
    assert (since.edtf, until.edtf) == ("2010-03-05/..", "../2010-05-03")
    whole = joined((either, YEAR), TEXT, between=True)
    assert whole is not None and whole.edtf is None
    assert whole.interval == TimeInterval(date(2010, 3, 5), date(2014, 12, 31))


def test_what_is_for_a_day_is_not_on_it() -> None:
    assert bearing_of("for") is None


def test_after_an_event_may_be_on_its_day() -> None:
    time = bounded(MAY, Bearing.AFTER, Span(0, 13), TEXT, loose=True)
    assert time.interval == TimeInterval(date(2010, 5, 1), None)


def test_two_that_only_tell_the_order_tell_nothing() -> None:
    assert composed(Bearing.BEFORE, Bearing.AT) is Bearing.BEFORE
    assert composed(Bearing.BEFORE, Bearing.SINCE) is None


def test_from_one_to_the_other() -> None:
    time = joined([MAY, YEAR], TEXT, between=True)
    assert time is not None
    assert (time.text, time.edtf) == ("May 2010 to 2014", "2010-05/2014")
    assert time.interval == TimeInterval(date(2010, 5, 1), date(2014, 12, 31))


DAYS = st.dates(date(1800, 1, 1), date(2100, 1, 1))


@given(DAYS, DAYS, st.sampled_from(Bearing), st.booleans())
def test_no_bearing_turns_an_interval_round(
    one: date, other: date, bearing: Bearing, loose: bool
) -> None:
    interval = TimeInterval(min(one, other), max(one, other))
    time = TimeExpression(Span(5, 13), "May 2010", TimexType.DATE, "x", None, "x", interval)
    made = bounded(time, bearing, Span(0, 13), TEXT, loose=loose).interval
    assert made is not None
    assert made.earliest or made.latest
    assert bounded(time, bearing, Span(0, 13), TEXT, loose=loose).span.contains(time.span)


def length(text: str, value: str) -> TimeExpression:
    return TimeExpression(Span(0, len(text)), text, TimexType.DURATION, value)


def test_how_long_it_has_been_is_since_when() -> None:
    time = counted_back(length("three years", "P3Y"), "for", date(2020, 5, 6), still=True)
    assert time is not None
    assert (time.interval, time.edtf) == (TimeInterval(date(2017, 1, 1), None), "2017-01-01~/..")


def test_how_long_it_was_is_no_date() -> None:
    assert counted_back(length("three years", "P3Y"), "for", date(2020, 5, 6), still=False) is None


@given(st.integers(1, 5000), st.sampled_from("DWMY"), DAYS)
def test_the_past_so_many_end_with_the_report(count: int, unit: str, published: date) -> None:
    time = counted_back(length("the past", f"P{count}{unit}"), "in", published, still=False)
    if time is None:
        assert count * {"D": 1, "W": 7, "M": 30, "Y": 365}[unit] > 1000
    else:
        assert time.interval is not None
        assert time.interval.latest == published
