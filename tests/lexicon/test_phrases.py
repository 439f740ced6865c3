"""Patterns of lemmas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.phrases import Found, Phrases, expand

LEMMAS = st.lists(st.sampled_from(["be", "likely", "to", "more", "than"]), min_size=1, max_size=6)


def test_a_pattern_stands_for_every_choice() -> None:
    assert set(expand("can not x|y? go")) == {
        ("can", "not", "go"),
        ("can", "not", "x", "go"),
        ("can", "not", "y", "go"),
    }


def test_the_longest_that_fits_wins() -> None:
    phrases = Phrases([("will", "AUX", 1), ("will", "NOUN", 2), ("will not", "AUX", 3)])
    assert phrases.longest(["will", "not"], 0) == Found(3, 2)
    assert phrases.longest(["will", "not"], 0, ["NOUN", "PART"]) == Found(2, 1)
    assert phrases.longest(["will"], 0, ["VERB"]) is None
    assert phrases.longest(["not", "will"], 0) is None


def test_two_entries_for_the_same_words_are_refused() -> None:
    with pytest.raises(ValueError, match="'a b' as None"):
        Phrases([("a b", None, 1), ("a|c b", None, 2)])


@given(LEMMAS, st.data())
def test_what_is_found_stands_there(lemmas: list[str], data: st.DataObject) -> None:
    entries = ["likely", "more than? likely", "be likely to", "be"]
    phrases = Phrases([(entry, None, entry) for entry in entries])
    at = data.draw(st.integers(0, len(lemmas) - 1))
    found = phrases.longest(lemmas, at)
    if found:
        assert tuple(lemmas[at : at + found.length]) in set(expand(found.value))
