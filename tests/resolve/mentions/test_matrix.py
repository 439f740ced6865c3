"""Matrices of who is like whom, and groups made of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.mentions.matrix import agree, cosine, disagree, grouped, overlap

SETS = [frozenset("ab"), frozenset("bc"), frozenset(), frozenset("d")]


def test_values_agree_where_they_are_known_and_the_same() -> None:
    assert agree(["a", None, "a", None])[0].tolist() == [1, 0, 1, 0]
    assert agree(["a", None, "a", None])[1].tolist() == [0, 0, 0, 0]


def test_the_empty_agrees_and_disagrees_with_nothing() -> None:
    assert overlap(SETS)[0].tolist() == pytest.approx([1, 1 / 3, 0, 0])
    assert disagree(SETS)[0].tolist() == [0, 0, 0, 1]
    assert disagree(SETS)[2].tolist() == [0, 0, 0, 0]


def test_what_weighs_more_counts_more() -> None:
    heavy = overlap(SETS, lambda member: 8.0 if member == "b" else 1.0)
    assert heavy[0, 1] == pytest.approx(0.8)


def test_a_row_of_zeros_is_like_nothing() -> None:
    assert cosine(np.array([[0.0, 0.0], [1.0, 0.0]])).tolist() == [[0, 0], [0, 1]]


def test_groups_are_joined_by_the_mean_of_their_pairs() -> None:
    likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.5], [0.1, 0.5, 1]])
    assert grouped(likeness, 0.4) == [0, 0, 1]
    assert grouped(likeness, 0.25) == [0, 0, 0]


def test_what_is_held_apart_is_never_joined() -> None:
    likeness = np.array([[1, 0.9, -np.inf], [0.9, 1, 0.9], [-np.inf, 0.9, 1]])
    assert grouped(likeness, 0.0) in ([0, 0, 1], [0, 1, 1])


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=4, max_size=4))
def test_a_higher_bar_makes_no_fewer_groups(rows: list[list[float]]) -> None:
    likeness = (np.array(rows) + np.array(rows).T) / 2
    counts = [len(set(grouped(likeness, least))) for least in (0.0, 0.3, 0.6, 1.0)]
    assert counts == sorted(counts)
    assert grouped(likeness, 1.0) == [0, 1, 2, 3]


def test_nothing_has_no_groups() -> None:
    assert grouped(np.zeros((0, 0)), 0.5) == []
