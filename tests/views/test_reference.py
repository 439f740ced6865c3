from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.views.reference import (
    SHORTEST,
    entity_reference,
    shortened,
    span_of,
    span_reference,
)

IDS = st.sets(st.text("01ab", min_size=16, max_size=16), max_size=40)


def shorten(ids: Iterable[str]) -> dict[str, str]:
    order = ["", *sorted(ids), ""]
    return {x: shortened(x, order[at], order[at + 2]) for at, x in enumerate(order[1:-1])}


@given(IDS)
def test_a_short_name_opens_one_id_only(ids: set[str]) -> None:
    for whole, short in shorten(ids).items():
        assert [other for other in ids if other.startswith(short)] == [whole]
        assert len(short) >= SHORTEST


@given(IDS)
def test_no_short_name_is_longer_than_it_must_be(ids: set[str]) -> None:
    for whole, short in shorten(ids).items():
        if len(short) > SHORTEST:
            assert sum(other.startswith(short[:-1]) for other in ids) > 1, whole


def test_an_id_that_begins_another_stays_whole() -> None:
    assert shorten(["abcdefgh", "abcdefghij"]) == {
        "abcdefgh": "abcdefgh",
        "abcdefghij": "abcdefghi",
    }


def test_a_placed_reference_is_read_back() -> None:
    reference = span_reference("abc123", Span(10, 25))
    assert reference == "abc123:10-25"
    assert span_of(reference) == ("abc123", 10, 25)
    assert span_of(entity_reference("abc123ffff:7", {"abc123ffff": "abc123"})) == (
        "abc123",
        7,
        None,
    )


@pytest.mark.parametrize("words", ["abc123", "abc123:", ":3-4", "abc:3-", "abc:x-y"])
def test_other_words_are_no_placed_reference(words: str) -> None:
    assert span_of(words) is None
