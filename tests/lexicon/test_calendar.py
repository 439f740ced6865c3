"""Numbers, names and holidays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.calendar import (
    CARDINALS,
    HOLIDAYS,
    MONTHS,
    TENS,
    WEEKDAYS,
    easter,
    number,
    ordinal,
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("1,500", 1500),
        ("nineteen", 19),
        ("Twenty-one", 21),
        ("forty two", 42),
        ("a hundred", 100),
        ("three thousand", 3000),
        ("a", 1),
        ("several", None),
        ("", None),
    ],
)
def test_numbers_are_read(words: str, value: int | None) -> None:
    assert number(words) == value


@given(st.sampled_from(sorted(TENS)), st.integers(1, 9))
def test_tens_and_ones_add_up(tens: str, ones: int) -> None:
    word = next(name for name, at in CARDINALS.items() if at == ones)
    assert number(f"{tens}-{word}") == TENS[tens] + ones


@pytest.mark.parametrize(
    ("words", "value"),
    [("1st", 1), ("22nd", 22), ("ninth", 9), ("twenty-first", 21), ("17", None), ("many", None)],
)
def test_ordinals_are_read(words: str, value: int | None) -> None:
    assert ordinal(words) == value


@given(st.text())
def test_any_words_are_a_number_or_none(words: str) -> None:
    assert number(words) is None or isinstance(number(words), int)
    assert ordinal(words) is None or isinstance(ordinal(words), int)


def test_names_count_from_january_and_from_monday() -> None:
    assert (MONTHS["january"], MONTHS["sept"], MONTHS["dec"]) == (1, 9, 12)
    assert (WEEKDAYS["monday"], WEEKDAYS["thurs"], WEEKDAYS["sunday"]) == (0, 3, 6)


@pytest.mark.parametrize(
    "day", [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2024, 3, 31)]
)
def test_easter_falls_where_the_church_has_it(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)),
        ("labor day", date(2024, 9, 2)),
        ("good friday", date(2024, 3, 29)),
        ("new year's eve", date(2024, 12, 31)),
    ],
)
def test_holidays_fall_by_their_rule(name: str, day: date) -> None:
    assert HOLIDAYS[name](day.year) == day


@given(st.sampled_from(sorted(HOLIDAYS)), st.integers(1600, 2400))
def test_a_holiday_falls_within_its_year(name: str, year: int) -> None:
    assert HOLIDAYS[name](year).year == year
