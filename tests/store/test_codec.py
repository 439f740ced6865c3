"""Domain types survive the way to JSON and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    Decision,
    Entity,
    Event,
    Failure,
    Judgement,
    Reading,
    Span,
    Statement,
    TimeInterval,
)
from onrecord.store.codec import decode, digest, dumps, encode, loads

spans = st.builds(
    lambda begin, length: Span(begin, begin + length), st.integers(0, 10**6), st.integers(1, 500)
)
intervals = st.builds(
    lambda ends: TimeInterval(*sorted(ends)), st.tuples(st.dates(), st.dates())
) | st.builds(TimeInterval, st.none(), st.dates())
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
floats = st.floats(0, 1)

for kind, strategy in ((Span, spans), (TimeInterval, intervals), (str, words), (float, floats)):
    st.register_type_strategy(kind, strategy)


@pytest.mark.parametrize("kind", [Statement, Reading, Entity, Event, Judgement, Decision, Failure])
@given(data=st.data())
def test_nothing_is_lost(kind: type[object], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert loads(kind, dumps(value)) == value


@given(st.lists(st.tuples(st.integers(), st.integers())).map(tuple))
def test_pairs_stay_pairs(pairs: tuple[tuple[int, int], ...]) -> None:
    assert loads(tuple[tuple[int, int], ...], dumps(pairs)) == pairs


def test_defaults_take_no_room() -> None:
    assert encode(Failure("a.txt", "empty")) == {"name": "a.txt", "reason": "empty"}


def test_the_order_of_keys_is_no_matter() -> None:
    assert dumps({"b": 1, "a": 2}) == dumps({"a": 2, "b": 1}) == '{"a":2,"b":1}'
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})


def test_dates_stand_in_iso_form() -> None:
    assert encode(TimeInterval(date(1921, 5, 3), None)) == {
        "earliest": "1921-05-03",
        "latest": None,
    }


@pytest.mark.parametrize("value", [{"begin": 1}, {"begin": 3, "end": 2}, {"start": 1, "end": 2}])
def test_what_is_no_such_value_is_refused(value: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        decode(Span, value)
