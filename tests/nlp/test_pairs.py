"""Pairs of mentions, and what is counted of them."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nlp.pairs import FEATURES, ORDERS, Extent, antecedents, features, near, orders

FORMS = "Nadia Benali met the mayor . nadia benali thanked The Mayor of Oslo .".split()
NADIA, MAYOR = Extent(0, 2, 1, 0), Extent(3, 5, 4, 0)
AGAIN, MAYOR_OF_OSLO, OSLO = Extent(6, 8, 7, 1), Extent(9, 13, 10, 1), Extent(12, 13, 12, 1)
EVERY = [NADIA, MAYOR, AGAIN, MAYOR_OF_OSLO, OSLO]
NONE = np.zeros((0, 2), np.int64)


def _of(one: Extent, other: Extent) -> tuple[int, ...]:
    pair = [(EVERY.index(one), EVERY.index(other))]
    (row,) = features(EVERY, FORMS, np.array(pair, np.int64)).tolist()
    return tuple(row)


FEW_FORMS = "the The city mayor Lagos lagos".split()
CORNERS = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 99))


def _extent(numbers: tuple[int, int, int, int]) -> Extent:
    begin, head, last = sorted(numbers[:3])
    return Extent(begin, last + 1, head, numbers[3])


def test_the_order_of_two_mentions_is_seen_in_the_first_number_alone() -> None:
    ahead, back = _of(NADIA, MAYOR), _of(MAYOR, NADIA)
    assert (ahead[0] - back[0], ahead[1:]) == (8, back[1:])


def test_a_head_in_common_is_less_than_the_wording_in_common() -> None:
    none, head, whole = (_of(NADIA, other)[2] for other in (MAYOR, Extent(0, 2, 1, 0), AGAIN))
    assert head == whole == none + 2, "capitals do not matter"
    assert _of(MAYOR, MAYOR_OF_OSLO)[2] == none + 1


def test_a_mention_in_another_is_told_from_one_around_it() -> None:
    apart, around, within = (
        _of(*pair)[3] for pair in ((AGAIN, OSLO), (MAYOR_OF_OSLO, OSLO), (OSLO, MAYOR_OF_OSLO))
    )
    assert (around, within) == (apart + 1, apart + 2)


def test_sentences_and_mentions_between_are_counted_in_steps() -> None:
    places = [Extent(n, n + 1, n, n) for n in range(60)]
    forms = [f"w{n}" for n in range(60)]
    ahead = np.array([(0, n) for n in range(1, 60)], np.int64)
    back = ahead[:, ::-1].copy()
    rows, turned = features(places, forms, ahead), features(places, forms, back)
    assert rows[:, 0].tolist() == sorted(rows[:, 0].tolist())
    assert rows[:, 1].tolist() == sorted(rows[:, 1].tolist())
    assert len(set(rows[:, 0])) == 7 and len(set(rows[:, 1])) == 7
    assert (rows[:, 0] == turned[:, 0] + 8).all() and (rows[:, 1:] == turned[:, 1:]).all()


@settings(max_examples=40)
@given(st.lists(CORNERS.map(_extent), min_size=1, max_size=30), st.data())
def test_every_number_is_one_of_its_own_column(places: list[Extent], data: st.DataObject) -> None:
    numbers = st.integers(0, len(places) - 1)
    rows = data.draw(st.lists(st.tuples(numbers, numbers), max_size=40))
    found = features(places, FEW_FORMS, np.array(rows, np.int64).reshape(-1, 2))
    assert found.shape == (len(rows), 4) and found.dtype == np.int64
    edges = [0, 16, 23, 26, FEATURES]
    for column, (low, high) in zip(found.T, itertools.pairwise(edges), strict=True):
        assert ((low <= column) & (column < high)).all()


def test_entities_are_as_far_apart_as_their_nearest_mentions() -> None:
    late = Extent(40, 41, 40, 30)
    entities = [[NADIA, AGAIN], [OSLO], [late]]
    pairs = np.array([(0, 1), (1, 0), (1, 2), (2, 1)], np.int64)
    assert orders(entities, pairs).tolist() == [8, 0, ORDERS - 1, 7]
    assert orders(entities, NONE).shape == (0,)


@pytest.mark.parametrize("pairs", [antecedents([]), near([]), near([NADIA, OSLO]), NONE])
def test_nothing_gives_no_pairs(pairs: np.ndarray) -> None:
    assert pairs.shape == (0, 2) and pairs.dtype == np.int64
    assert features([], [], pairs).shape == (0, 4)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["she", "She", "Kano", "city", "x", "y"]), max_size=150))
def test_antecedents_are_the_near_and_the_last_that_are_called_alike(heads: list[str]) -> None:
    pairs = [tuple(row) for row in antecedents(heads).tolist()]
    assert pairs == sorted(set(pairs)), "by mention, nothing twice"
    by_mention: dict[int, list[int]] = {n: [] for n in range(len(heads))}
    for mention, before in pairs:
        by_mention[mention].append(before)
    for mention, told in by_mention.items():
        close = list(range(max(0, mention - 40), mention))
        alike = [n for n in range(mention) if heads[n].lower() == heads[mention].lower()][-10:]
        assert told == sorted({*close, *alike})


def test_a_name_is_found_again_after_a_hundred_other_mentions() -> None:
    heads = ["Ibarra", *(f"w{n}" for n in range(100)), "IBARRA"]
    assert [101, 0] in antecedents(heads).tolist()
    assert [100, 0] not in antecedents(heads).tolist()


@settings(max_examples=40)
@given(st.lists(st.integers(0, 4), max_size=20))
def test_neighbours_are_all_others_of_the_sentence_both_ways(sentences: list[int]) -> None:
    pairs = near([Extent(n, n + 1, n, sentence) for n, sentence in enumerate(sentences)])
    wanted = {
        (one, other)
        for one, other in itertools.permutations(range(len(sentences)), 2)
        if sentences[one] == sentences[other]
    }
    assert len(pairs) == len(wanted) and {tuple(row) for row in pairs.tolist()} == wanted
