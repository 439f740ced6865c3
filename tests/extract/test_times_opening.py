import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times.fragment import BEGINNING, compiled
from onrecord.extract.times.opening import LENGTH, by_opening, openings, plain
from onrecord.extract.times.scan import _RULES

Written = Callable[[str], str]
_RULES_OPENINGS = [(rule.pattern, tuple(openings(rule.pattern))) for rule in _RULES]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("May", {"may"}),
        ("(?:un)?til", {"until"[:LENGTH], "til"}),
        ("[12][0-9] June", {"00 ju"}),
        (r"an?[^\S\n]hour", {"a hou", "an ho"}),
        (r"(?<!x)(?P<day>to|mon)day\b", {"today", "monda"}),
        ("(?:ab){2,}", {"abab", "ababa"}),
        (r"q\dx", {"q"}),
        ("[^a]b", {""}),
        ("(?:a|.)b", {"ab", ""}),
    ],
)
def test_openings_are_told_as_far_as_they_are_sure(pattern: str, expected: set[str]) -> None:
    assert openings(re.compile(pattern, re.I)) == expected


def test_patterns_are_found_by_their_openings() -> None:
    patterns = [re.compile("May"), re.compile("March|May")]
    assert by_opening(patterns) == {"may": {0, 1}, "march": {1}}


def test_a_pattern_begins_with_a_word_of_its_own() -> None:
    patterns = [compiled(r"(?P<day>[0-9]+) May"), compiled(r"may [0-9]+|noon")]
    text = "At noon, not-noon; 3 May 4, 13 May."
    begins = {at.start() for at in BEGINNING.finditer(text)}
    found = [at.start() for pattern in patterns for at in pattern.finditer(text)]
    assert [text[begin:][:4] for begin in sorted(found)] == ["noon", "3 Ma", "May ", "13 M"]
    assert begins.issuperset(found)


def test_a_text_keeps_its_places() -> None:
    assert plain("On\tMay 17,\n1998") == "on may 00, 0000"


_WORDS = (
    "the a an of in and to at for mid- early late about more than least first 3rd twenty two 2 17 "
    "1998 '98 1990s 2012-01-17 1/2/03 10:30 10,000 several few couple January sep. may Monday fri. "
    "spring morning noon night tonight yesterday today now ago next last this past coming every "
    "hour days weeks month years decade century quarter weekend eve Christmas Easter Ramadan ad "
    "anniversary second same following previous later earlier between from until since o'clock pm"
).split()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_WORDS),
            st.sampled_from([str.lower, str.title, str.upper]),
            st.sampled_from([" ", "  ", " ", "-", "\n", ", ", "\xa0"]),
        )
    )
)
def test_no_match_of_a_rule_opens_otherwise(drawn: list[tuple[str, Written, str]]) -> None:
    text = "".join(written(word) + after for word, written, after in drawn)
    begins = {at.start() for at in BEGINNING.finditer(text)}
    for pattern, known in _RULES_OPENINGS:
        for match in pattern.finditer(text):
            assert plain(match.group()).startswith(known)
            assert match.start() in begins
