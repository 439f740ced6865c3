"""Numbers, names, and what differs from country to country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.calendar import (
    CARDINALS,
    EITHER_ORDER,
    MONTH_FIRST,
    MONTHS,
    SOUTHERN,
    TENS,
    WEEKDAYS,
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


def test_no_country_has_two_orders() -> None:
    assert MONTH_FIRST.isdisjoint(EITHER_ORDER)
    assert "US" in MONTH_FIRST and "GB" not in MONTH_FIRST | EITHER_ORDER and "AU" in SOUTHERN
