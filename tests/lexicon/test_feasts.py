"""Feasts, against the days that they were kept on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.eras import Era
from onrecord.lexicon.feasts import FEASTS, easter


@pytest.mark.parametrize(
    "day", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2024, 3, 31)]
)
def test_easter_falls_where_the_western_church_has_it(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize("day", [date(1982, 4, 18), date(2013, 5, 5), date(2024, 5, 5)])
def test_easter_falls_where_the_eastern_church_has_it(day: date) -> None:
    assert easter(day.year, Era.JULIAN) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)),
        ("labor day", date(2024, 9, 2)),
        ("good friday", date(2024, 3, 29)),
        ("new year's eve", date(2024, 12, 31)),
        ("orthodox christmas", date(2011, 1, 7)),
        ("ramadan", date(2013, 7, 9)),
        ("eid al-fitr", date(2021, 5, 13)),
        ("eid al-adha", date(2024, 6, 16)),
        ("ashura", date(2004, 3, 1)),
        ("nowruz", date(2016, 3, 20)),
        ("ethiopian new year", date(2007, 9, 12)),
        ("lunar new year", date(1968, 1, 30)),
        ("passover", date(2002, 3, 28)),
        ("yom kippur", date(1973, 10, 6)),
        ("diwali", date(2019, 10, 27)),
    ],
)
def test_a_feast_falls_on_its_day(name: str, day: date) -> None:
    (feast,) = FEASTS[name]
    (days,) = feast.within(day.year)
    interval = days.interval
    assert interval.earliest and interval.latest
    assert interval.earliest <= day <= interval.latest
    assert abs((days.first - day).days) <= 1


def test_an_islamic_feast_may_come_twice_in_a_year() -> None:
    (feast,) = FEASTS["eid al-fitr"]
    assert [days.first for days in feast.within(2000)] == [date(2000, 1, 8), date(2000, 12, 27)]


def test_where_the_tables_end_a_season_is_known() -> None:
    (feast,) = FEASTS["diwali"]
    (days,) = feast.within(1966)
    assert days.first <= date(1966, 11, 12) <= days.last


@given(st.sampled_from(sorted(FEASTS)), st.integers(1, 2500))
def test_a_feast_begins_in_the_year_that_is_asked_for(name: str, year: int) -> None:
    for feast in FEASTS[name]:
        for days in feast.within(year):
            assert days.first.year == year and days.first <= days.last
