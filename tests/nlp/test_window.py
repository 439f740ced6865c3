"""Packing sentences into windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.nlp.window import Case, case_of, windows


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("us", Case.LOWER),
        ("US", Case.UPPER),
        ("Niger", Case.TITLE),
        ("A", Case.TITLE),
        ("McKay", Case.MIXED),
        ("B52", Case.DIGIT),
        ("—", Case.OTHER),
        ("北京", Case.OTHER),
    ],
)
def test_the_case_of_a_word_is_told(word: str, case: Case) -> None:
    assert case_of(word) is case


def test_a_separator_stands_between_lines_only() -> None:
    pieces = [(7,), (8,), (9,)]
    (window,) = windows(pieces, [1, 1, 2], [[0], [1], [2]], [0, 0, 1], (20, 20))
    assert window.ids == (101, 7, 8, 102, 9, 102)
    assert window.cases == (0, 1, 1, 0, 2, 0)
    assert window.first == (1, 2, 4)
    assert window.sentences == (0, 1, 2)


def test_a_sentence_without_words_leaves_no_trace() -> None:
    (window,) = windows([(7,)], [1], [[], [0], []], [0, 1, 2], (20, 20))
    assert window.ids == (101, 7, 102)
    assert windows([], [], [[]], [0], (20, 20)) == []


@given(
    st.lists(st.lists(st.integers(1, 16), max_size=30), max_size=8),
    st.integers(18, 60),
)
def test_every_word_is_in_one_window(sizes: list[list[int]], limit: int) -> None:
    flat = [size for sentence in sizes for size in sentence]
    pieces = [tuple(range(size)) for size in flat]
    members, begin = [], 0
    for sentence in sizes:
        members.append(list(range(begin, begin + len(sentence))))
        begin += len(sentence)
    packed = windows(pieces, [1] * len(flat), members, list(range(len(sizes))), (limit, limit))
    assert [word for window in packed for word in window.words] == list(range(len(flat)))
    assert all(len(window.ids) <= limit + 1 for window in packed)
    for window in packed:
        for word, first in zip(window.words, window.first, strict=True):
            assert window.ids[first : first + len(pieces[word])] == pieces[word]
