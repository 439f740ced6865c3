"""Heads to trees."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from onrecord.nlp.tree import tree


def _is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        steps = 0
        while word >= 0 and steps <= len(heads):
            word, steps = heads[word], steps + 1
        if word >= 0:
            return False
    return True


def test_a_tree_stays_as_it_is() -> None:
    scores = np.full((3, 3), -5.0, np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 1] = 5
    assert tree(scores) == [1, -1, 1]


def test_a_ring_is_opened_where_it_costs_least() -> None:
    scores = np.array([[0, -9, -9], [3, -9, 9], [-1, 9, -9]], np.float32)
    assert tree(scores) == [-1, 0, 1]


def test_one_root_is_left() -> None:
    scores = np.array([[9, 1, -9], [2, 8, -9], [-9, 5, -9]], np.float32)
    assert tree(scores) == [-1, 0, 1]


def test_a_single_word_is_the_root() -> None:
    assert tree(np.zeros((1, 1), np.float32)) == [-1]


@settings(max_examples=40)
@given(
    st.integers(1, 5).flatmap(
        lambda n: hnp.arrays(np.float32, (n, n), elements=st.floats(-9, 9, width=32), unique=True)
    )
)
def test_it_is_the_best_tree_with_its_root(scores: np.ndarray) -> None:
    found = tree(scores)
    assert _is_tree(found)
    root = found.index(-1)
    every = [
        list(heads)
        for heads in itertools.product(range(-1, len(scores)), repeat=len(scores))
        if heads[root] == -1 and _is_tree(list(heads))
    ]
    best = max(_weight(scores, heads) for heads in every)
    assert _weight(scores, found) >= best - 1e-3


def _weight(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if head >= 0))
