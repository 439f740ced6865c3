from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, TimeExpression, TimeInterval, TimexType
from onrecord.views.when import When, interval_words, when


@pytest.mark.parametrize(
    ("first", "last", "words", "precision"),
    [
        ("2021-03-09", "2021-03-09", "9 March 2021", "day"),
        ("2021-02-01", "2021-02-28", "February 2021", "month"),
        ("2020-02-01", "2020-02-28", "1–28 February 2020", "span"),
        ("2021-01-01", "2021-12-31", "2021", "year"),
        ("1990-01-01", "1999-12-31", "1990–1999", "span"),
        ("2021-03-09", "2021-03-12", "9–12 March 2021", "span"),
        ("2021-03-09", "2021-04-02", "9 March – 2 April 2021", "span"),
        ("2020-12-30", "2021-01-02", "30 December 2020 – 2 January 2021", "span"),
        ("2021-06-01", "2021-08-31", "June – August 2021", "span"),
        ("2020-12-01", "2021-02-28", "December 2020 – February 2021", "span"),
        ("2008-05-02", None, "from 2 May 2008 on", "open"),
        (None, "2008-05-02", "up to 2 May 2008", "open"),
        (None, None, "undated", "undated"),
    ],
)
def test_an_interval_is_as_precise_as_it_is(
    first: str | None, last: str | None, words: str, precision: str
) -> None:
    ends = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert interval_words(TimeInterval(*ends)) == (words, precision)


def _expression(text: str, interval: TimeInterval | None, mod: str | None = None) -> TimeExpression:
    return TimeExpression(Span(0, len(text)), text, TimexType.DATE, "", mod, None, interval)


def test_what_cannot_be_resolved_is_undated_and_keeps_its_words() -> None:
    found = when(_expression("in those\n days", None))
    assert (found.words, found.text, found.is_dated) == ("undated", "in those days", False)
    assert when(None) == When()


def test_an_approximate_time_says_so() -> None:
    year = TimeInterval(date(1979, 1, 1), date(1979, 12, 31))
    assert when(_expression("around 1979", year, "APPROX")).words == "about 1979"


DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8))
def test_the_undated_come_last(ends: list[tuple[date | None, date | None]]) -> None:
    times = [When(earliest=first, latest=last) for first, last in ends]
    dated = [time.is_dated for time in sorted(times, key=lambda time: time.order)]
    assert dated == sorted(dated, reverse=True)
