"""Other calendars, against days that are known in both."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.eras import MONTHS_OF, Days, Era, begin, days_of


@pytest.mark.parametrize(
    ("era", "day", "gregorian"),
    [
        (Era.JULIAN, (1582, 10, 5), date(1582, 10, 15)),
        (Era.JULIAN, (1900, 2, 29), date(1900, 3, 13)),
        (Era.PERSIAN, (1357, 11, 22), date(1979, 2, 11)),
        (Era.PERSIAN, (1403, 1, 1), date(2024, 3, 20)),
        (Era.ETHIOPIAN, (2000, 1, 1), date(2007, 9, 12)),
        (Era.ETHIOPIAN, (2015, 13, 6), date(2023, 9, 11)),
    ],
)
def test_a_day_has_its_gregorian_date(era: Era, day: tuple[int, int, int], gregorian: date) -> None:
    assert begin(era, *day) == gregorian
    assert days_of(era, *day) == Days(gregorian, gregorian)


@pytest.mark.parametrize(
    ("day", "saudi"),
    [
        ((1389, 1, 1), date(1969, 3, 19)),
        ((1420, 9, 1), date(1999, 12, 9)),
        ((1434, 10, 1), date(2013, 8, 8)),
        ((1445, 12, 10), date(2024, 6, 16)),
    ],
)
def test_an_islamic_day_is_known_to_a_day_or_two(day: tuple[int, int, int], saudi: date) -> None:
    interval = days_of(Era.HIJRI, *day).interval
    assert interval.earliest and interval.latest
    assert interval.earliest <= saudi <= interval.latest
    assert (interval.latest - interval.earliest).days == 3


@pytest.mark.parametrize(
    ("era", "day"),
    [
        (Era.JULIAN, (1901, 2, 29)),
        (Era.HIJRI, (1434, 13, 1)),
        (Era.HIJRI, (0, 1, 1)),
        (Era.PERSIAN, (99, 1, 1)),
        (Era.ETHIOPIAN, (2014, 13, 6)),
        (Era.GREGORIAN, (2011, 2, 30)),
    ],
)
def test_what_is_on_no_calendar_is_refused(era: Era, day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"."):
        begin(era, *day)


@given(st.sampled_from(list(Era)), st.integers(1, 1450), st.integers(1, 12))
def test_months_follow_one_another_and_make_up_the_year(era: Era, year: int, month: int) -> None:
    year += {Era.PERSIAN: 0, Era.HIJRI: 0}.get(era, 600)
    if era is Era.PERSIAN:
        year = 1281 + year % 190
    one, whole = days_of(era, year, month), days_of(era, year)
    assert whole.first <= one.first <= one.last <= whole.last
    assert 28 <= (one.last - one.first).days + 1 <= 31
    if month < 12:
        assert days_of(era, year, month + 1).first == one.last + timedelta(1)
    assert year in era.years(one.first.year)


def test_the_months_are_named() -> None:
    assert MONTHS_OF["muharram"] == (Era.HIJRI, 1)
    assert {(era, at) for era, at in MONTHS_OF.values() if era is Era.ETHIOPIAN} == {
        (Era.ETHIOPIAN, at) for at in range(1, 14)
    }


@given(st.integers(0, 40), st.sampled_from(["START", "MID", "END"]))
def test_a_third_lies_within(more: int, mod: str) -> None:
    days = Days(date(2011, 5, 1), date(2011, 5, 1) + timedelta(more + 2))
    third = days.third(mod)
    assert days.first <= third.first <= third.last <= days.last
    with pytest.raises(ValueError, match="days"):
        days.part(0, more + 3)
