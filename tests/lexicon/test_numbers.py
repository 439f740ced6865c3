"""Numbers in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.numbers import magnitude, number
from onrecord.model import Magnitude


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four", 4),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("a hundred thousand", 100_000),
        ("seven million two hundred thousand", 7_200_000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("1,200", 1200),
        ("2.5 million", 2_500_000),
        ("0.5", 0.5),
        ("four men", None),
        ("several", None),
        ("", None),
    ],
)
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("four fishermen", 4, 4, 4),
        ("the other five", 5, 5, 5),
        ("at least 60", 60, 60, None),
        ("no fewer than twelve pilgrims", 12, 12, None),
        ("at least another 20", 20, 20, None),
        ("100 or more", 100, 100, None),
        ("more than two dozen", 25, 25, None),
        ("up to 30 boats", None, None, 30),
        ("fewer than ten", None, None, 9),
        ("about 60", None, 60, None),
        ("some 400 miners", None, 400, None),
        ("thirty-odd", None, 30, None),
        ("between 3 and 5", 3, None, 5),
        ("30-50 riders", 30, None, 50),
        ("three or four", 3, None, 4),
        ("from 10 to 12", 10, None, 12),
        ("dozens of herders", 24, None, None),
        ("hundreds", 200, None, None),
        ("tens of thousands", 20_000, None, None),
        ("hundreds of thousands of bees", 200_000, None, None),
        ("a couple of monks", 2, None, None),
        ("several hundred", 300, None, None),
        ("a few", 3, None, None),
    ],
)
def test_magnitudes(text: str, low: int | None, best: int | None, high: int | None) -> None:
    assert magnitude(text) == Magnitude(low, best, high)


@pytest.mark.parametrize(
    "text", ["", "nobody", "few", "a 30-year-old potter", "60 percent", "40% of them", "the 15th"]
)
def test_what_counts_nothing(text: str) -> None:
    assert magnitude(text) is None


@given(st.integers(0, 10**9))
def test_figures_are_read_as_they_stand(value: int) -> None:
    assert number(str(value)) == number(f"{value:,}") == value
    assert magnitude(f"{value:,} sheep") == Magnitude(value, value, value)


@given(st.text())
def test_bounds_never_cross(text: str) -> None:
    count = magnitude(text)
    if count:
        bounds = [bound for bound in (count.low, count.best, count.high) if bound is not None]
        assert bounds == sorted(bounds) and bounds
