"""Metadata is taken as given; a date that could mean two days is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import Metadata, iso_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2013-01-17", "2013-01-17"),
        (" 2013-01-17T08:15:00Z ", "2013-01-17T08:15:00+00:00"),
        ("2013-01-17 08:15", "2013-01-17T08:15:00"),
        ("Thu, 17 Jan 2013 08:15:00 +0100", "2013-01-17T08:15:00+01:00"),
        ("17 January 2013", "2013-01-17"),
        ("January 17, 2013", "2013-01-17"),
        ("Thursday, January 17, 2013", "2013-01-17"),
    ],
)
def test_a_date_that_means_one_day_is_read(words: str, date: str) -> None:
    assert iso_date(words) == date


@pytest.mark.parametrize(
    "words", [None, "", "02/03/2019", "2013", "2013-13-01", "yesterday", "17 Jan", "January 2013"]
)
def test_any_other_is_unknown(words: str | None) -> None:
    assert iso_date(words) is None


@given(st.text())
def test_no_words_break_the_reading_of_a_date(words: str) -> None:
    found = iso_date(words)
    assert found is None or iso_date(found) == found


def test_only_known_keys_with_words_count() -> None:
    given = {"title": " Bridge opens ", "publisher": None, "licence": "CC0", "url": "", "byline": 7}
    assert Metadata.of(given) == Metadata(title="Bridge opens")


def test_what_is_above_wins_where_it_says_something() -> None:
    page = Metadata(title="Bridge opens", publisher="The Quay")
    assert page.under(Metadata(publisher="The Quay Courier", url="https://q.example")) == Metadata(
        title="Bridge opens", publisher="The Quay Courier", url="https://q.example"
    )
